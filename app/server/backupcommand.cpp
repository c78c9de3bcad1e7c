// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/backupoptions.h"

#include "app/common/backupsettings.h"
#include "models/backup/backupmaker.h"
#include "models/hub/hub.h"
#include "models/runtime/clock.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>

namespace oshaq {

namespace {

int makeKey(const QString &file)
{
    if (auto made = BackupSecret::makeKeyFile(file); !made) {
        sayError(made.error().message);
        return exitcode::failed;
    }
    sayNote(QStringLiteral("Keep a copy of it where the backups are not: nothing can be restored without it."));
    return printLine(file.toUtf8()) ? exitcode::ok : exitcode::failed;
}

/// A copy at each target; its name.
Result<QByteArray> makeCopies(const QString &directory, BackupSecret &secret,
                              const std::vector<std::shared_ptr<BackupTarget>> &targets)
{
    auto reader = sql::Database::open({QDir(directory).filePath(QStringLiteral("hub.db")), sql::Access::ReadOnly});
    if (!reader)
        return reader.error();
    // Beside the record: it needs the same room, and nobody else may read it.
    QTemporaryDir folder(QDir(directory).filePath(QStringLiteral("backup-XXXXXX")));
    if (!folder.isValid())
        return Error{ErrorCode::StorageUnavailable, folder.errorString(), {}};
    const auto recipe = secret.newRecipe();
    if (!recipe)
        return recipe.error();
    const SystemClock clock;
    const auto head = backupmaker::makeFull(**reader, directory, folder.path(), {backupmaker::newChain(), *recipe},
                                            secret, clock, 0, backupoptions::progress());
    if (!head)
        return head.error();
    const BackupName name = BackupName::of(*head);
    const QString file = folder.filePath(name.text());
    for (const auto &target : targets) {
        if (auto put = target->put(file, name); !put)
            return put.error();
        sayNote(QStringLiteral("%1 bytes are in %2").arg(QFileInfo(file).size()).arg(target->title()));
    }
    return name.text().toUtf8();
}

} // namespace

int runBackup(const QStringList &arguments)
{
    CommandOptions options(
        QStringLiteral("backup --data DIR [--to FOLDER|s3] [--key-file FILE] [--config FILE] [--set KEY=VALUE]\n"
                       "       oshaqd backup --make-key FILE"),
        QStringLiteral("Makes a full backup of the hub in DIR, which may run meanwhile, and prints its name. A running "
                       "hub makes its own by itself when backup.folder or backup.s3_bucket is set."));
    options.addValue("data", "DIR", "Directory of the hub.");
    options.addValue(
        "to", "PLACE",
        "A folder, or \"s3\" for the bucket of the configuration; without it the places of the configuration, "
        "and DIR/backups when it names none.");
    options.addValue("make-key", "FILE", "Write a new key into FILE, and nothing else.");
    backupoptions::add(options);
    if (const auto code = options.parse(arguments))
        return *code;
    if (options.has("make-key"))
        return makeKey(options.value("make-key"));
    const auto directory = options.needed("data");
    if (!directory)
        return exitcode::usage;
    const auto settings = options.settings(*directory);
    if (!settings) {
        sayError(settings.error().message);
        return exitcode::usage;
    }
    const auto secret = backupoptions::secret(options, *settings);
    if (!secret) {
        sayError(secret.error().message);
        return exitcode::usage;
    }
    auto targets = backupsettings::targets(*settings);
    if (options.has("to") || (targets && targets->empty())) {
        const QString place =
            options.has("to") ? options.value("to") : QDir(*directory).filePath(QStringLiteral("backups"));
        const auto one = backupsettings::target(*settings, place);
        if (one)
            targets = std::vector{*one};
        else
            targets = one.error();
    }
    if (!targets) {
        sayError(targets.error().message);
        return exitcode::usage;
    }
    if (!Hub::exists(*directory)) {
        sayError(QStringLiteral("%1 holds no hub.").arg(*directory));
        return exitcode::failed;
    }
    const auto made = makeCopies(*directory, **secret, *targets);
    if (!made) {
        sayError(made.error().message);
        return exitcode::failed;
    }
    return printLine(*made) ? exitcode::ok : exitcode::failed;
}

} // namespace oshaq

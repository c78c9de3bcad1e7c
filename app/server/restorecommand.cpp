// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/backupoptions.h"

#include "app/common/backupsettings.h"
#include "models/backup/restorer.h"
#include "models/runtime/clock.h"

#include <algorithm>
#include <tuple>

namespace oshaq {

namespace {

int listBackups(BackupTarget &target)
{
    auto entries = target.list();
    if (!entries) {
        sayError(entries.error().message);
        return exitcode::failed;
    }
    std::sort(entries->begin(), entries->end(), [](const BackupTarget::Entry &a, const BackupTarget::Entry &b) {
        return std::tie(a.name.toMs, a.name.last) < std::tie(b.name.toMs, b.name.last);
    });
    for (const BackupTarget::Entry &entry : *entries) {
        const QString line = QStringLiteral("%1 %2 %3 %4")
                                 .arg(momentText(entry.name.toMs),
                                      entry.name.isFull() ? QStringLiteral("full") : QStringLiteral("increment"),
                                      QString::number(entry.bytes), entry.name.text());
        if (!printLine(line.toUtf8()))
            return exitcode::failed;
    }
    return exitcode::ok;
}

} // namespace

int runRestore(const QStringList &arguments)
{
    CommandOptions options(
        QStringLiteral(
            "restore --data DIR --from FOLDER|s3 [--to 2026-11-29T16:18:00Z|latest] [--key-file FILE] [--list] "
            "[--config FILE] [--set KEY=VALUE]"),
        QStringLiteral(
            "Puts the hub of DIR back to what it was at a moment, in UTC. The hub must not run. What is in DIR is "
            "kept under DIR/kept, and stays in its place until the restored record is whole and was checked."));
    options.addValue("data", "DIR", "Directory of the hub; may be new.");
    options.addValue("from", "PLACE", "A folder, or \"s3\" for the bucket of the configuration.");
    options.addValue("to", "MOMENT", "A moment in UTC, or \"latest\".", "latest");
    options.addValue("without", "NAME",
                     "A backup that is not to be used, such as a damaged full copy; may be given several times.");
    options.addSwitch("list", "Say what is there, and restore nothing.");
    backupoptions::add(options);
    if (const auto code = options.parse(arguments))
        return *code;
    const auto from = options.needed("from");
    if (!from)
        return exitcode::usage;
    const auto settings = options.settings(options.value("data"));
    if (!settings) {
        sayError(settings.error().message);
        return exitcode::usage;
    }
    const auto target = backupsettings::target(*settings, *from);
    if (!target) {
        sayError(target.error().message);
        return exitcode::usage;
    }
    if (options.has("list"))
        return listBackups(**target);
    restorer::Options restore;
    const auto directory = options.needed("data");
    if (!directory)
        return exitcode::usage;
    restore.dataDirectory = *directory;
    restore.without = options.values("without");
    if (options.value("to") != u"latest") {
        restore.moment.atMs = momentFromText(options.value("to"));
        if (!restore.moment.atMs) {
            sayError(QStringLiteral("--to is a moment in UTC such as 2026-11-29T16:18:00Z, or latest; not \"%1\".")
                         .arg(options.value("to").left(60)));
            return exitcode::usage;
        }
    }
    const auto secret = backupoptions::secret(options, *settings);
    if (!secret) {
        sayError(secret.error().message);
        return exitcode::usage;
    }
    const SystemClock clock;
    const auto outcome = restorer::restore(restore, **target, **secret, clock, backupoptions::progress());
    if (!outcome) {
        sayError(outcome.error().message);
        return exitcode::failed;
    }
    if (!outcome->keptIn.isEmpty())
        sayNote(QStringLiteral("What was there before is in %1").arg(outcome->keptIn));
    const QString line = QStringLiteral("restored to %1 from %2 files: %3; epoch %4")
                             .arg(momentText(outcome->record.reachedMs), QString::number(outcome->record.files),
                                  outcome->record.findings.summary(), outcome->epoch);
    return printLine(line.toUtf8()) ? exitcode::ok : exitcode::failed;
}

} // namespace oshaq

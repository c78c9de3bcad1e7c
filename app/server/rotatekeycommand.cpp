// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/commandline.h"

#include "models/hub/directorylock.h"
#include "models/hub/fieldrotation.h"
#include "models/hub/hub.h"
#include "models/hub/privacykeeper.h"

namespace oshaq {

namespace {

/// A hub that runs looks at the file once a minute, and seals everything anew itself.
int addForRunningHub(const QString &directory)
{
    sql::FieldKeys keys(Hub::fieldKeyFileIn(directory));
    if (const auto added = keys.add(); !added && added.error().code != ErrorCode::AlreadyExists) {
        sayError(added.error().message);
        return exitcode::failed;
    }
    printLine(
        "The hub runs. It seals personal fields under the new key from now on, and what is there within minutes.");
    return exitcode::ok;
}

int resealAll(const QString &directory)
{
    const SystemClock clock;
    HubOptions options;
    options.directory = directory;
    auto opened = Hub::open(options, clock);
    if (!opened) {
        sayError(opened.error().message);
        return exitcode::failed;
    }
    Hub &hub = **opened;
    // Two keys are there when the last run was stopped: this one goes on with it.
    if (const auto added = hub.fieldKeys().add(); !added && added.error().code != ErrorCode::AlreadyExists) {
        sayError(added.error().message);
        return exitcode::failed;
    }
    auto reader = hub.openReader();
    if (!reader) {
        sayError(reader.error().message);
        return exitcode::failed;
    }
    qint64 rows = 0;
    const auto stale = resealFields(
        hub, **reader,
        [&hub](qint64 businessId, std::function<Result<WriteOutcome>(WriteContext &)> command) {
            WriteCommand wanted;
            wanted.principal.kind = Principal::Kind::System;
            wanted.principal.role = Role::Owner;
            wanted.principal.businessId = businessId;
            wanted.principal.label = QStringLiteral("privacy");
            wanted.requestId = QStringLiteral("rotate-key");
            wanted.withoutStandby = true;
            wanted.run = std::move(command);
            return hub.writer().submitAndWait(std::move(wanted));
        },
        [&rows](qint64 done) { rows = done; });
    if (!stale) {
        sayError(
            QStringLiteral("%1 Run the same command again: it goes on where it stopped.").arg(stale.error().message));
        return exitcode::failed;
    }
    if (*stale > 0) {
        sayError(
            QStringLiteral("%1 values cannot be opened with the keys in %2. Add the lines of the file that they were"
                           " sealed with, and run this again.")
                .arg(QString::number(*stale), hub.fieldKeys().file()));
        return exitcode::failed;
    }
    printLine("Personal fields are sealed under a new key, rows: " + QByteArray::number(rows) +
              ". Copy personal.key again to where you keep it, and to the standby.");
    return exitcode::ok;
}

} // namespace

int runRotateKey(const QStringList &arguments)
{
    CommandOptions options(
        QStringLiteral("rotate-key --data DIR"),
        QStringLiteral("Makes a new key for phones, addresses and their like (personal.key), seals all "
                       "of them under it and forgets the one before. It may be stopped and run again "
                       "at any time."));
    options.addValue("data", "DIR", "Directory of the hub.");
    if (const auto code = options.parse(arguments))
        return *code;
    const auto directory = options.needed("data");
    if (!directory)
        return exitcode::usage;
    if (!Hub::exists(*directory)) {
        sayError(QStringLiteral("There is no hub in %1.").arg(*directory));
        return exitcode::failed;
    }
    const bool isFree = DirectoryLock::take(*directory).ok();
    return isFree ? resealAll(*directory) : addForRunningHub(*directory);
}

} // namespace oshaq

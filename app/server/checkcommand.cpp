// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/backupoptions.h"

#include "app/common/backupsettings.h"
#include "models/backup/recordcheck.h"
#include "models/hub/hub.h"

#include <QDir>

#include <algorithm>

namespace oshaq {

namespace {

/// Of a far place only the newest increments are looked at: each anchor holds for everything before it.
constexpr std::size_t anchorsOfOnePlace = 2'000;

Result<std::vector<JournalAnchor>> anchorsAt(BackupTarget &target)
{
    const auto entries = target.list();
    if (!entries)
        return entries.error();
    auto names = namesOf(*entries);
    std::sort(names.begin(), names.end(), [](const BackupName &a, const BackupName &b) { return a.toMs > b.toMs; });
    if (names.size() > anchorsOfOnePlace)
        names.resize(anchorsOfOnePlace);
    std::vector<JournalAnchor> anchors;
    for (const BackupName &name : names) {
        const auto head = target.head(name);
        if (!head) {
            sayNote(head.error().message);
            continue;
        }
        const auto more = recordcheck::anchorsOf(*head, name.text());
        anchors.insert(anchors.end(), more.begin(), more.end());
    }
    return anchors;
}

} // namespace

int runCheck(const QStringList &arguments)
{
    CommandOptions options(
        QStringLiteral("check --data DIR [--against FOLDER|s3] [--config FILE] [--set KEY=VALUE]"),
        QStringLiteral(
            "Looks at the whole record of DIR, whose hub may run: the file's integrity, every row of the journal's "
            "hash chain, the day-end reports, and what the backups say of the journal, so that rows that were "
            "changed, removed or put in another order are found, and a tail that was cut off."));
    options.addValue("data", "DIR", "Directory of the hub.");
    options.addValue(
        "against", "PLACE",
        "Backups whose heads are compared: a folder, or \"s3\"; may be given several times. Without it the "
        "places of the configuration.");
    options.addSettings();
    if (const auto code = options.parse(arguments))
        return *code;
    const auto directory = options.needed("data");
    if (!directory)
        return exitcode::usage;
    const auto settings = options.settings(*directory);
    if (!settings) {
        sayError(settings.error().message);
        return exitcode::usage;
    }
    if (!Hub::exists(*directory)) {
        sayError(QStringLiteral("%1 holds no hub.").arg(*directory));
        return exitcode::failed;
    }
    auto targets = backupsettings::targets(*settings);
    if (targets) {
        for (const QString &place : options.values("against")) {
            const auto one = backupsettings::target(*settings, place);
            if (!one) {
                targets = one.error();
                break;
            }
            targets->push_back(*one);
        }
    }
    if (!targets) {
        sayError(targets.error().message);
        return exitcode::usage;
    }
    std::vector<JournalAnchor> anchors;
    for (const auto &target : *targets) {
        const auto more = anchorsAt(*target);
        if (!more) {
            sayError(target->title() + QStringLiteral(": ") + more.error().message);
            return exitcode::failed;
        }
        anchors.insert(anchors.end(), more->begin(), more->end());
    }
    auto database = sql::Database::open({QDir(*directory).filePath(QStringLiteral("hub.db")), sql::Access::ReadOnly});
    if (!database) {
        sayError(database.error().message);
        return exitcode::failed;
    }
    const auto findings = recordcheck::look(**database, anchors);
    if (!findings) {
        sayError(findings.error().message);
        return exitcode::failed;
    }
    if (!findings->problems.isEmpty()) {
        for (const QString &problem : findings->problems.mid(0, 20))
            sayError(problem);
        if (findings->problems.size() > 20)
            sayNote(QStringLiteral("... and %1 more").arg(findings->problems.size() - 20));
        return exitcode::failed;
    }
    QString line = QStringLiteral("sound: ") + findings->summary();
    if (findings->journal.abandoned > 0)
        line += QStringLiteral("; %1 anchors are of what a restore left behind").arg(findings->journal.abandoned);
    return printLine(line.toUtf8()) ? exitcode::ok : exitcode::failed;
}

} // namespace oshaq

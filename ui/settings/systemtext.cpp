// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/systemtext.h"

#include "ui/common/alarmtext.h"
#include "ui/common/screentext.h"
#include "ui/settings/messagetext.h"

#include <QLocale>

#include <algorithm>

namespace oshaq {

namespace {

const QString between = QStringLiteral(" · ");

/// The language of the screen, as sentences of alarms know it: "ru".
QString language()
{
    return QLocale().name().section(u'_', 0, 0);
}

QString size(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeTraditionalFormat);
}

QString number(qint64 count)
{
    return QLocale().toString(count);
}

bool isOpen(const SystemAlarm &alarm)
{
    return alarm.endedAtMs == 0;
}

qint64 openAlarms(const SystemOverview &system)
{
    return std::count_if(system.alarms.begin(), system.alarms.end(), isOpen);
}

} // namespace

std::vector<SystemText::Row> SystemText::system(const SystemOverview &system, const ZoneClock &clock, qint64 nowMs)
{
    std::vector<Row> rows{{headline(system), 0}};
    for (const SystemAlarm &one : system.alarms) {
        if (isOpen(one))
            rows.push_back(alarm(one, clock, nowMs));
    }
    rows.push_back({hub(system, clock, nowMs), 0});
    rows.push_back({standby(system), 0});
    if (system.diskTotalBytes > 0)
        rows.push_back({disk(system), 0});
    rows.push_back({safety(system, clock, nowMs), 0});
    if (!system.services.empty())
        rows.push_back({services(system), 0});
    rows.push_back({outboxes(system), 0});
    rows.push_back({screens(system, nowMs), 0});
    if (openAlarms(system) < qint64(system.alarms.size()))
        rows.push_back({past(system, clock, nowMs), 0});
    return rows;
}

RowCard::Words SystemText::headline(const SystemOverview &system)
{
    RowCard::Words words;
    const auto open = int(openAlarms(system));
    if (open == 0 && system.canWrite) {
        words.title = tr("All is well");
        words.facts = tr("Nothing here needs anybody.");
    } else if (open <= 1) {
        words.title = tr("One thing needs somebody");
    } else {
        words.title = tr("%n things need somebody", nullptr, open);
    }
    return words;
}

SystemText::Row SystemText::alarm(const SystemAlarm &alarm, const ZoneClock &clock, qint64 nowMs)
{
    RowCard::Words words;
    const bool isCritical = severityOf(alarm.finding.problem) == AlarmSeverity::Critical;
    words.title = isCritical ? tr("Needs somebody now") : tr("Needs somebody today");
    words.trouble = systemAlarmSentence(alarm.finding, language());
    QStringList facts{tr("since %1").arg(clock.moment(alarm.beganAtMs, nowMs))};
    if (alarm.confirmedAtMs > 0)
        facts << tr("somebody looks after it since %1").arg(clock.moment(alarm.confirmedAtMs, nowMs));
    else if (alarm.level > 0)
        facts << tr("told to more people, for nobody had confirmed it");
    words.facts = facts.join(between);
    if (alarm.confirmedAtMs > 0)
        return {words, 0};
    words.actions = QStringList{tr("I look after it")};
    words.actionNames = QStringList{tr("I look after it: %1").arg(words.trouble)};
    return {words, alarm.id};
}

RowCard::Words SystemText::hub(const SystemOverview &system, const ZoneClock &clock, qint64 nowMs)
{
    RowCard::Words words;
    words.title = tr("The hub");
    words.facts = QStringList{tr("version %1").arg(system.version),
                              tr("running since %1").arg(clock.moment(system.startedAtMs, nowMs)),
                              tr("its record: %1").arg(size(system.databaseBytes)),
                              tr("changes that wait: %1").arg(number(system.queued))}
                      .join(between);
    if (!system.canWrite)
        words.trouble = tr("It cannot write: orders are shown and none are taken. Look at the disk, then start the hub "
                           "again.");
    return words;
}

RowCard::Words SystemText::standby(const SystemOverview &system)
{
    RowCard::Words words;
    words.title = tr("The standby");
    if (system.mode == ReplicaMode::Off) {
        words.facts = tr("There is none. When the hub is lost, its newest backup is all there is.");
        return words;
    }
    QStringList facts;
    if (!system.standbyName.isEmpty())
        facts << system.standbyName;
    if (system.isStandbyConnected)
        facts << (system.standbyLagMs == 0 ? tr("has everything")
                                           : tr("lacks the last %1").arg(AlarmText::duration(system.standbyLagMs)));
    words.facts = facts.join(between);
    QStringList troubles;
    if (!system.isStandbyConnected)
        troubles << tr("It does not answer.");
    if (system.isSolo)
        troubles << tr("The hub goes on alone: what it takes now is nowhere else.");
    words.trouble = troubles.join(u' ');
    return words;
}

RowCard::Words SystemText::disk(const SystemOverview &system)
{
    RowCard::Words words;
    words.title = tr("The hub's disk");
    words.facts = tr("%1 of %2 are free").arg(size(std::max<qint64>(system.diskFreeBytes, 0)), size(system.diskTotalBytes));
    return words;
}

RowCard::Words SystemText::safety(const SystemOverview &system, const ZoneClock &clock, qint64 nowMs)
{
    RowCard::Words words;
    words.title = tr("Backups");
    if (!system.backups) {
        words.trouble = tr("None are made: the hub's configuration names no place for them.");
        return words;
    }
    const BackupStanding &backups = *system.backups;
    QStringList facts{backups.lastGoodAtMs > 0
                          ? tr("everything up to %1 is safe").arg(clock.moment(backups.lastGoodAtMs, nowMs))
                          : tr("none was made yet")};
    if (backups.lastCheckedAtMs > 0 && backups.isLastCheckGood)
        facts << tr("tried by restoring one: %1, good").arg(clock.moment(backups.lastCheckedAtMs, nowMs));
    words.facts = facts.join(between);
    if (backups.lastCheckedAtMs > 0 && !backups.isLastCheckGood)
        words.trouble = tr("The last one that was tried cannot be restored.");
    return words;
}

RowCard::Words SystemText::services(const SystemOverview &system)
{
    RowCard::Words words;
    words.title = tr("Services outside");
    QStringList working;
    QStringList down;
    for (const SystemOverview::Service &service : system.services) {
        const QString name = MessageText::channel(service.kind);
        if (!service.isDown)
            working << name;
        else if (service.lastError.isEmpty())
            down << tr("%1 does not answer.").arg(name);
        else
            down << tr("%1 does not answer: %2").arg(name, service.lastError);
    }
    words.facts = working.isEmpty() ? QString() : tr("working: %1").arg(working.join(QStringLiteral(", ")));
    words.trouble = down.join(u'\n');
    return words;
}

RowCard::Words SystemText::outboxes(const SystemOverview &system)
{
    RowCard::Words words;
    words.title = tr("What waits to be sent");
    QStringList waiting;
    for (const SystemOverview::Outbox &outbox : system.outboxes) {
        if (outbox.waiting > 0)
            waiting << tr("%1: %2, the oldest for %3")
                           .arg(systemSubjectText(outbox.name, language()), number(outbox.waiting),
                                AlarmText::duration(outbox.oldestMs));
    }
    words.facts = waiting.isEmpty() ? tr("Nothing.") : waiting.join(between);
    return words;
}

RowCard::Words SystemText::screens(const SystemOverview &system, qint64 nowMs)
{
    RowCard::Words words;
    words.title = tr("Screens");
    const auto live = std::count_if(system.screens.begin(), system.screens.end(),
                                    [](const ScreenFacts &screen) { return screen.state == ScreenState::Live; });
    words.facts = system.screens.empty() ? tr("There are none yet.")
                                         : tr("%1 of %2 are live").arg(number(live), number(qint64(system.screens.size())));
    QStringList troubles;
    for (const ScreenFacts &screen : system.screens)
        troubles << ScreenText::trouble(screen, nowMs);
    troubles.removeAll(QString());
    words.trouble = troubles.join(u'\n');
    return words;
}

RowCard::Words SystemText::past(const SystemOverview &system, const ZoneClock &clock, qint64 nowMs)
{
    constexpr int shown = 10;
    RowCard::Words words;
    words.title = tr("Over");
    QStringList lines;
    for (const SystemAlarm &alarm : system.alarms) {
        if (!isOpen(alarm) && lines.size() < shown)
            lines << tr("%1, for %2: %3")
                         .arg(clock.moment(alarm.beganAtMs, nowMs),
                              AlarmText::duration(alarm.endedAtMs - alarm.beganAtMs),
                              systemAlarmSentence(alarm.finding, language()));
    }
    words.facts = lines.join(u'\n');
    return words;
}

// ---- backups

std::vector<RowCard::Words> SystemText::backups(const BackupFacts &facts, const ZoneClock &clock, qint64 nowMs)
{
    std::vector<RowCard::Words> rows{backupsNow(facts, clock, nowMs)};
    if (facts.isOn)
        rows.push_back(lastCheck(facts, clock, nowMs));
    if (!facts.journalProblem.isEmpty()) {
        RowCard::Words journal;
        journal.title = tr("The journal");
        journal.trouble = tr("Its chain is broken: %1").arg(facts.journalProblem);
        rows.push_back(journal);
    }
    for (const BackupFacts::Item &item : facts.latest) {
        RowCard::Words file;
        const QString when = clock.moment(item.toMs, nowMs);
        file.title = item.isFull ? tr("Whole copy, up to %1").arg(when) : tr("Changes, up to %1").arg(when);
        file.facts = size(item.bytes) + between + item.name;
        rows.push_back(file);
    }
    return rows;
}

RowCard::Words SystemText::backupsNow(const BackupFacts &facts, const ZoneClock &clock, qint64 nowMs)
{
    RowCard::Words words;
    if (!facts.isOn) {
        words.title = tr("No backups are made");
        words.trouble = tr("If this disk is lost, everything is. Name a folder on another disk in the hub's "
                           "configuration (backup.folder) and start the hub again.");
        return words;
    }
    words.title = facts.ageMs == 0 ? tr("Everything is safe")
                                   : tr("All but the last %1 is safe").arg(AlarmText::duration(facts.ageMs));
    QStringList lines;
    if (facts.activity == QLatin1String("copying"))
        lines << tr("A whole copy is being made: %1 %").arg(facts.percent);
    else if (facts.activity == QLatin1String("checking"))
        lines << tr("The newest backup is being restored to try it: %1 %").arg(facts.percent);
    lines << tr("kept at: %1").arg(facts.targets.join(QStringLiteral(", ")));
    QStringList times;
    if (facts.lastFullMs > 0)
        times << tr("last whole copy: %1").arg(clock.moment(facts.lastFullMs, nowMs));
    if (facts.lastIncrementMs > 0)
        times << tr("last changes: %1").arg(clock.moment(facts.lastIncrementMs, nowMs));
    if (facts.waitingFiles > 0)
        times << tr("files that are not everywhere yet: %1").arg(number(facts.waitingFiles));
    if (!times.isEmpty())
        lines << times.join(between);
    words.facts = lines.join(u'\n');
    if (!facts.problem.isEmpty())
        words.trouble = tr("Since %1: %2").arg(clock.moment(facts.problemSinceMs, nowMs), facts.problem);
    words.actions = QStringList{tr("Back up now"), tr("Try the newest")};
    words.actionNames = QStringList{tr("Make a whole copy now"), tr("Restore the newest backup aside and check it")};
    return words;
}

RowCard::Words SystemText::lastCheck(const BackupFacts &facts, const ZoneClock &clock, qint64 nowMs)
{
    RowCard::Words words;
    if (facts.lastCheckMs == 0) {
        words.title = tr("No backup was tried yet");
        words.facts = tr("The hub restores one aside from time to time and looks at it.");
        return words;
    }
    const QString when = clock.moment(facts.lastCheckMs, nowMs);
    words.title = facts.lastCheckOk ? tr("Tried at %1: good").arg(when) : tr("Tried at %1: not good").arg(when);
    (facts.lastCheckOk ? words.facts : words.trouble) = facts.lastCheckText;
    return words;
}

} // namespace oshaq

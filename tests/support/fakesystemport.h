// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/systemport.h"
#include "tests/support/scriptedanswers.h"

#include <QStringList>

namespace oshaq {

/// A SystemPort without a hub (see ScriptedAnswers): a new site without backups until furnish().
class FakeSystemPort final : public SystemPort
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FakeSystemPort)

public:
    FakeSystemPort()
    {
        known.version = QStringLiteral("0.9.0");
        known.startedAtMs = nowMs - 5 * hourMs;
        known.databaseBytes = 9'437'184;
        known.diskTotalBytes = 256'000'000'000;
        known.diskFreeBytes = 181'000'000'000;
    }

    SystemOverview known;
    BackupFacts kept;
    qint64 nowMs = 1'768'488'420'000;

    /// A site that works, with backups that do.
    void furnish()
    {
        known.mode = ReplicaMode::Sync;
        known.standbyName = QStringLiteral("Office");
        known.isStandbyConnected = true;
        known.backups = BackupStanding{nowMs - 4'000, nowMs - 9 * hourMs, true};
        known.services = {{IntegrationKind::Halyk, false, {}}, {IntegrationKind::Smtp, false, {}}};
        known.outboxes = {{QStringLiteral("notifications"), 0, 0}, {QStringLiteral("printing"), 0, 0}};
        for (const char *name : {"Hot kitchen", "Cold kitchen", "Counter"}) {
            ScreenFacts screen;
            screen.terminalId = qint64(known.screens.size()) + 1;
            screen.name = QString::fromLatin1(name);
            screen.state = ScreenState::Live;
            screen.lastSeenAtMs = nowMs - 3'000;
            known.screens.push_back(screen);
        }
        kept.isOn = true;
        kept.targets = QStringList{QStringLiteral("/mnt/second/oshaq"), QStringLiteral("s3: oshaq-backups")};
        kept.lastFullMs = nowMs - 7 * hourMs;
        kept.lastIncrementMs = nowMs - 4'000;
        kept.lastCheckMs = nowMs - 9 * hourMs;
        kept.lastCheckOk = true;
        kept.lastCheckText = QStringLiteral("1,204 orders; integrity, counts and the journal's chain are right");
        kept.latest = {{QStringLiteral("20260115-144656-inc"), false, nowMs - 4'000, 18'204},
                       {QStringLiteral("20260115-144651-inc"), false, nowMs - 9'000, 22'300},
                       {QStringLiteral("20260115-074700-full"), true, nowMs - 7 * hourMs, 3'407'872}};
    }
    /// The same on a bad evening.
    void trouble()
    {
        furnish();
        known.services[1] = {IntegrationKind::Smtp, true, QStringLiteral("535 5.7.8 Authentication failed")};
        known.outboxes[0] = {QStringLiteral("notifications"), 14, 22 * 60'000};
        known.screens[1].state = ScreenState::Away;
        known.screens[1].lastSeenAtMs = nowMs - 300'000;
        known.isStandbyConnected = false;
        known.backups->isLastCheckGood = false;
        alarm({SystemProblem::BackupBad, {}, 0, 0}, 40, 1);
        alarm({SystemProblem::OutboxStuck, QStringLiteral("notifications"), 22, 0}, 7, 0);
        alarm({SystemProblem::SignInFailures, {}, 12, 0}, 90, 0);
        known.alarms.back().confirmedAtMs = nowMs - 80 * 60'000;
        alarm({SystemProblem::DiskLow, {}, 9, 0}, 300, 0);
        known.alarms.back().endedAtMs = nowMs - 200 * 60'000;
        kept.lastCheckOk = false;
        kept.lastCheckText = QStringLiteral("20260115-144651-inc: the tail is cut, 1,204 of 22,300 bytes");
        kept.ageMs = 95'000;
        kept.waitingFiles = 19;
        kept.activity = QStringLiteral("copying");
        kept.percent = 43;
        kept.problem = QStringLiteral("/mnt/second/oshaq: no space left on device");
        kept.problemSinceMs = nowMs - 95'000;
    }

    void answerAll() { m_answers.answerAll(); }
    void setImmediate(bool immediate) { m_answers.setImmediate(immediate); }
    void failNext(const PortFailure &failure) { m_answers.failNext(failure); }
    void setFailing(const std::optional<PortFailure> &failure) { m_answers.setFailing(failure); }

    QStringList calls; ///< "overview", "confirm 2", "backups", "begin full", "begin check"

    PortCall overview(PortDone<SystemOverview> done) override
    {
        calls << QStringLiteral("overview");
        return m_answers.ask<SystemOverview>(
            this, std::move(done), [this] { return PortAnswer<SystemOverview>::of(known); }, true);
    }
    PortCall confirmAlarm(const QString &, qint64 alarmId, PortDone<SystemAlarm> done) override
    {
        calls << QStringLiteral("confirm %1").arg(alarmId);
        return m_answers.ask<SystemAlarm>(this, std::move(done), [this, alarmId] {
            SystemAlarm &one = known.alarms.at(size_t(alarmId - 1));
            one.confirmedAtMs = nowMs;
            return PortAnswer<SystemAlarm>::of(one);
        });
    }
    PortCall backups(PortDone<BackupFacts> done) override
    {
        calls << QStringLiteral("backups");
        return m_answers.ask<BackupFacts>(
            this, std::move(done), [this] { return PortAnswer<BackupFacts>::of(kept); }, true);
    }
    PortCall beginBackup(const QString &, BackupAct act, PortDone<BackupFacts> done) override
    {
        calls << (act == BackupAct::Full ? QStringLiteral("begin full") : QStringLiteral("begin check"));
        return m_answers.ask<BackupFacts>(this, std::move(done), [this, act] {
            kept.activity = act == BackupAct::Full ? QStringLiteral("copying") : QStringLiteral("checking");
            kept.percent = 0;
            return PortAnswer<BackupFacts>::of(kept);
        });
    }
    void cancel(PortCall call) override { m_answers.cancel(call); }

private:
    static constexpr qint64 hourMs = 3'600'000;

    void alarm(const SystemFinding &finding, int minutesAgo, int level)
    {
        SystemAlarm one;
        one.id = qint64(known.alarms.size()) + 1;
        one.finding = finding;
        one.beganAtMs = nowMs - minutesAgo * 60'000;
        one.level = level;
        known.alarms.push_back(one);
    }

    ScriptedAnswers m_answers;
};

} // namespace oshaq

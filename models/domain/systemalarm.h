// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/backupstanding.h"

#include <QString>
#include <QtGlobal>

#include <array>
#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace oshaq {

/// What can be wrong at a site so that somebody should look.
enum class SystemProblem
{
    QueueLong,       ///< writes wait
    DiskLow,         ///< little room is left for the record
    DiskFull,        ///< hardly any
    StandbyAway,     ///< the standby is not heard of
    StandbyBehind,   ///< it lacks what the hub has
    BackupOld,       ///< the newest backup is too old
    BackupBad,       ///< the last one that was tried cannot be restored
    IntegrationDown, ///< a service outside does not answer; subject: its kind
    OutboxStuck,     ///< something waits to be sent for long; subject: which outbox
    SignInFailures,  ///< many failed to sign in
    ManyRefunds,     ///< more than on other days
    ManyVoids,       ///< likewise
    FewOrders,       ///< far fewer orders than in this hour of other weeks
    ManyOrders,      ///< far more
};

inline constexpr std::array allSystemProblems{
    SystemProblem::QueueLong,      SystemProblem::DiskLow,         SystemProblem::DiskFull,
    SystemProblem::StandbyAway,    SystemProblem::StandbyBehind,   SystemProblem::BackupOld,
    SystemProblem::BackupBad,      SystemProblem::IntegrationDown, SystemProblem::OutboxStuck,
    SystemProblem::SignInFailures, SystemProblem::ManyRefunds,     SystemProblem::ManyVoids,
    SystemProblem::FewOrders,      SystemProblem::ManyOrders};

enum class AlarmSeverity
{
    Warning, ///< today
    Critical ///< now
};

/// "queue_long", "disk_low", ...
QString systemProblemText(SystemProblem problem);
std::optional<SystemProblem> systemProblemFromText(QStringView text);
/// "warning", "critical".
QString alarmSeverityText(AlarmSeverity severity);
AlarmSeverity severityOf(SystemProblem problem);
/// So long it has to be true before it is an alarm.
qint64 holdMsOf(SystemProblem problem);

/// One thing that is wrong now.
struct SystemFinding
{
    SystemProblem problem = SystemProblem::QueueLong;
    QString subject;   ///< which of several: a kind of service, an outbox; empty: there is one only
    qint64 figure = 0; ///< what makes it so: a count, percent, minutes
    qint64 usual = 0;  ///< what it is otherwise; 0: nothing to compare with

    bool operator==(const SystemFinding &) const = default;
};

/// An alarm as it stands in the record.
struct SystemAlarm
{
    qint64 id = 0;
    qint64 businessId = 0;
    SystemFinding finding;
    qint64 beganAtMs = 0;
    qint64 toldAtMs = 0;
    int level = 0;            ///< how often it was told to more people because nobody had confirmed it
    qint64 confirmedAtMs = 0; ///< 0: nobody has
    QString confirmedBy;      ///< as in the journal: "staff:3"
    qint64 endedAtMs = 0;     ///< 0: it goes on
};

/// What an alarm says, in words of a language that notices have: one sentence.
QString systemAlarmSentence(const SystemFinding &finding, const QString &language);

/// What it may be about in those words: "messages" for "notifications"; what has none is told as it is.
QString systemSubjectText(const QString &subject, const QString &language);

/// What anomalies are found in.
struct AnomalyFacts
{
    int signInFailures = 0; ///< of the last quarter of an hour
    qint64 refundsToday = 0;
    qint64 refundsUsual = 0; ///< of a day, rounded up; the last four weeks
    qint64 voidsToday = 0;
    qint64 voidsUsual = 0;
    qint64 ordersLastHour = 0;
    std::optional<qint64> ordersForecast; ///< of the same hour; nothing: not known long enough
};

/// What a hub knows of itself.
struct SystemFacts
{
    struct Outbox
    {
        QString name;
        qint64 waiting = 0;
        qint64 oldestMs = 0; ///< how long the oldest waits
    };

    qint64 nowMs = 0;
    qint64 queued = 0;
    qint64 maxQueued = 0;
    qint64 diskFreeBytes = -1; ///< -1: not known
    qint64 diskTotalBytes = -1;
    bool hasStandby = false;
    bool isStandbyConnected = false;
    qint64 standbyLagMs = 0;
    std::optional<BackupStanding> backups;
    std::vector<QString> integrationsDown; ///< kinds of which the circuit is open
    std::vector<Outbox> outboxes;
    AnomalyFacts anomalies;
};

/// Rules without a clock and without a database.
namespace systemrules {

/// The median of what the same hour of some weeks had; nothing with fewer than three weeks.
std::optional<qint64> forecast(std::vector<qint64> sameHourOfWeeks);

/// Failed sign-ins, refunds, voids, and the volume of orders against the forecast of the same hour.
std::vector<SystemFinding> anomalies(const AnomalyFacts &facts);
/// All that is wrong.
std::vector<SystemFinding> findings(const SystemFacts &facts);

/// Lets through what has been true for long enough. `since`: what was found before and when that began, on the clock of
/// `nowMs`; brought up to date.
using Since = std::map<std::pair<SystemProblem, QString>, qint64>;
std::vector<SystemFinding> held(const std::vector<SystemFinding> &found, Since *since, qint64 nowMs);

/// Whether an alarm that nobody confirmed is to be told to more people now.
bool isToEscalate(const SystemAlarm &alarm, qint64 afterMs, qint64 nowMs);
/// So often it is told again.
inline constexpr int maxLevel = 3;

} // namespace systemrules

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/systemalarms.h"

#include "models/domain/timespans.h"
#include "models/domain/timetext.h"
#include "models/hub/businessstore.h"
#include "models/hub/journalstore.h"
#include "models/hub/noticeservice.h"
#include "models/hub/sqlvalues.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <tuple>

namespace oshaq {

namespace {

constexpr int usualDays = 28;
constexpr int forecastWeeks = 4;
constexpr qint64 keepMs = 90 * dayMs;

const QString columns = QStringLiteral(
    "alarm_id, business_id, code, subject, facts, began_at, told_at, level, confirmed_at, confirmed_by, ended_at");

/// Nothing: an alarm of a newer program, whose words this one does not have.
std::optional<SystemAlarm> alarmOf(const sql::Statement &row)
{
    const auto problem = systemProblemFromText(row.text(2));
    if (!problem)
        return std::nullopt;
    const QJsonObject facts = QJsonDocument::fromJson(row.text(4).toUtf8()).object();
    SystemAlarm alarm;
    alarm.id = row.integer(0);
    alarm.businessId = row.integer(1);
    alarm.finding = {*problem, row.text(3), facts.value(QLatin1String("figure")).toInteger(),
                     facts.value(QLatin1String("usual")).toInteger()};
    alarm.beganAtMs = row.integer(5);
    alarm.toldAtMs = row.integer(6);
    alarm.level = int(row.integer(7));
    alarm.confirmedAtMs = row.integer(8);
    alarm.confirmedBy = row.text(9);
    alarm.endedAtMs = row.integer(10);
    return alarm;
}

Result<std::vector<SystemAlarm>> alarmsOf(sql::Database &database, const QString &where, const QVariantList &values)
{
    auto rows = database.query(
        QStringLiteral("SELECT ") + columns + QStringLiteral(" FROM system_alarms WHERE ") + where, values);
    if (!rows)
        return rows.error();
    std::vector<SystemAlarm> all;
    while (rows->next()) {
        if (auto alarm = alarmOf(*rows))
            all.push_back(std::move(*alarm));
    }
    if (rows->failed())
        return hubsql::readFailed();
    return all;
}

Result<qint64> countOf(sql::Database &database, const char *sql, const QVariantList &values)
{
    auto row = database.query(QString::fromLatin1(sql), values);
    if (!row)
        return row.error();
    const auto found = hubsql::nextRow(*row);
    if (!found)
        return found.error();
    return *found ? row->integer(0) : qint64{0};
}

constexpr auto refundsBetween =
    "SELECT count(*) FROM refunds WHERE business_id = ? AND created_at >= ? AND created_at < ?";
constexpr auto voidsBetween = "SELECT count(*) FROM orders_items"
                              " WHERE status = 4 AND business_id = ? AND status_at >= ? AND status_at < ?";
constexpr auto ordersBetween = "SELECT count(*) FROM orders WHERE business_id = ? AND placed_at >= ? AND placed_at < ?";

QJsonObject factsOf(const SystemFinding &finding)
{
    return {{QStringLiteral("figure"), finding.figure}, {QStringLiteral("usual"), finding.usual}};
}

const SystemFinding *findIn(const std::vector<SystemFinding> &found, const SystemAlarm &alarm)
{
    const auto same = std::find_if(found.begin(), found.end(), [&](const SystemFinding &one) {
        return one.problem == alarm.finding.problem && one.subject == alarm.finding.subject;
    });
    return same == found.end() ? nullptr : &*same;
}

bool isOpen(const std::vector<SystemAlarm> &open, const SystemFinding &finding)
{
    return std::any_of(open.begin(), open.end(), [&](const SystemAlarm &alarm) {
        return alarm.finding.problem == finding.problem && alarm.finding.subject == finding.subject;
    });
}

Result<void> tell(WriteContext &context, const NoticeBoard *board, const SystemAlarm &alarm)
{
    QJsonObject facts = factsOf(alarm.finding);
    facts.insert(QStringLiteral("alarm"), alarm.id);
    facts.insert(QStringLiteral("code"), systemProblemText(alarm.finding.problem));
    facts.insert(QStringLiteral("subject"), alarm.finding.subject);
    facts.insert(QStringLiteral("began"), alarm.beganAtMs);
    const NoticeEvent event = alarm.level == 0 ? NoticeEvent::SystemAlarm : NoticeEvent::SystemEscalated;
    return noticewrites::tell(context, board, alarm.businessId, event, facts);
}

Result<void> begin(WriteContext &context, const NoticeBoard *board, qint64 businessId, const SystemFinding &finding)
{
    auto row = context.database.query(
        QStringLiteral("INSERT INTO system_alarms (business_id, code, subject, severity, facts, began_at, told_at)"
                       " VALUES (?, ?, ?, ?, ?, ?, ?)"),
        {businessId, systemProblemText(finding.problem), finding.subject,
         alarmSeverityText(severityOf(finding.problem)),
         QString::fromUtf8(QJsonDocument(factsOf(finding)).toJson(QJsonDocument::Compact)), context.nowMs,
         context.nowMs});
    if (!row)
        return row.error();
    SystemAlarm alarm;
    alarm.id = row->lastInsertId();
    alarm.businessId = businessId;
    alarm.finding = finding;
    alarm.beganAtMs = context.nowMs;
    row->finish();
    return tell(context, board, alarm);
}

} // namespace

Result<std::vector<SystemAlarm>> systemreads::openAlarms(sql::Database &database, qint64 businessId)
{
    return alarmsOf(database, QStringLiteral("business_id = ? AND ended_at = 0 ORDER BY alarm_id"), {businessId});
}

Result<std::vector<SystemAlarm>> systemreads::lastAlarms(sql::Database &database, qint64 businessId, int limit)
{
    return alarmsOf(database, QStringLiteral("business_id = ? ORDER BY began_at DESC, alarm_id DESC LIMIT ?"),
                    {businessId, limit});
}

Result<SystemAlarm> systemreads::alarm(sql::Database &database, qint64 businessId, qint64 alarmId)
{
    const auto found = alarmsOf(database, QStringLiteral("business_id = ? AND alarm_id = ?"), {businessId, alarmId});
    if (!found)
        return found.error();
    if (found->empty())
        return Error{ErrorCode::NotFound, QStringLiteral("There is no such alarm."), {}};
    return found->front();
}

Result<AnomalyFacts> systemreads::anomalyFacts(sql::Database &database, qint64 businessId, qint64 nowMs)
{
    const auto snapshot = hubsql::oneSnapshot(database);
    if (!snapshot)
        return snapshot.error();
    const auto business = businessstore::find(database, businessId);
    if (!business)
        return business.error();
    const QDate today = businessDay(nowMs, business->timeZone, business->dayStartMinutes);
    const DayBounds bounds = businessDayBounds(today, business->timeZone, business->dayStartMinutes);
    AnomalyFacts facts;
    const auto count = [&](const char *sql, qint64 from, qint64 to, qint64 *into) -> Result<void> {
        const auto number = countOf(database, sql, {businessId, from, to});
        if (!number)
            return number.error();
        *into = *number;
        return {};
    };
    const qint64 usualFrom = bounds.beginMs - usualDays * dayMs;
    qint64 refunds = 0;
    qint64 voids = 0;
    for (const auto &[sql, from, to, into] :
         {std::tuple(refundsBetween, bounds.beginMs, bounds.endMs, &facts.refundsToday),
          std::tuple(refundsBetween, usualFrom, bounds.beginMs, &refunds),
          std::tuple(voidsBetween, bounds.beginMs, bounds.endMs, &facts.voidsToday),
          std::tuple(voidsBetween, usualFrom, bounds.beginMs, &voids),
          std::tuple(ordersBetween, nowMs - hourMs, nowMs, &facts.ordersLastHour)}) {
        if (const auto counted = count(sql, from, to, into); !counted)
            return counted.error();
    }
    facts.refundsUsual = (refunds + usualDays - 1) / usualDays;
    facts.voidsUsual = (voids + usualDays - 1) / usualDays;

    const auto first =
        countOf(database, "SELECT coalesce(min(placed_at), 0) FROM orders WHERE business_id = ?", {businessId});
    if (!first)
        return first.error();
    std::vector<qint64> weeks;
    for (int week = 1; week <= forecastWeeks && *first > 0; ++week) {
        const qint64 to = nowMs - week * 7 * dayMs;
        if (to - hourMs < *first)
            break; // before there was anything to compare with
        qint64 orders = 0;
        if (const auto counted = count(ordersBetween, to - hourMs, to, &orders); !counted)
            return counted.error();
        weeks.push_back(orders);
    }
    facts.ordersForecast = systemrules::forecast(std::move(weeks));
    return facts;
}

bool systemwrites::isDue(const std::vector<SystemAlarm> &open, const std::vector<SystemFinding> &found,
                         qint64 escalateAfterMs, qint64 nowMs)
{
    return std::any_of(found.begin(), found.end(), [&](const SystemFinding &one) { return !isOpen(open, one); }) ||
           std::any_of(open.begin(), open.end(), [&](const SystemAlarm &alarm) {
               return !findIn(found, alarm) || systemrules::isToEscalate(alarm, escalateAfterMs, nowMs);
           });
}

Result<WriteOutcome> systemwrites::reconcile(WriteContext &context, const NoticeBoard *board, qint64 businessId,
                                             const std::vector<SystemFinding> &found, qint64 escalateAfterMs)
{
    const auto open = systemreads::openAlarms(context.database, businessId);
    if (!open)
        return open.error();
    for (const SystemFinding &finding : found) {
        if (isOpen(*open, finding))
            continue;
        if (const auto begun = begin(context, board, businessId, finding); !begun)
            return begun.error();
    }
    for (SystemAlarm alarm : *open) {
        if (!findIn(found, alarm)) {
            const auto ended =
                context.database.run(QStringLiteral("UPDATE system_alarms SET ended_at = ? WHERE alarm_id = ?"),
                                     {std::max<qint64>(1, context.nowMs), alarm.id});
            if (!ended)
                return ended.error();
            continue;
        }
        if (!systemrules::isToEscalate(alarm, escalateAfterMs, context.nowMs))
            continue;
        ++alarm.level;
        const auto raised =
            context.database.run(QStringLiteral("UPDATE system_alarms SET level = ?, told_at = ? WHERE alarm_id = ?"),
                                 {qint64{alarm.level}, context.nowMs, alarm.id});
        if (!raised)
            return raised.error();
        if (const auto told = tell(context, board, alarm); !told)
            return told.error();
    }
    const auto removed = context.database.run(
        QStringLiteral("DELETE FROM system_alarms WHERE business_id = ? AND ended_at > 0 AND began_at < ?"),
        {businessId, context.nowMs - keepMs});
    if (!removed)
        return removed.error();
    WriteOutcome outcome;
    outcome.entity = EntityKind::Business;
    outcome.entityId = businessId;
    return outcome;
}

Result<WriteOutcome> systemwrites::confirm(WriteContext &context, qint64 alarmId)
{
    const qint64 businessId = context.principal.businessId;
    const auto alarm = systemreads::alarm(context.database, businessId, alarmId);
    if (!alarm)
        return alarm.error();
    WriteOutcome outcome;
    outcome.entity = EntityKind::Business;
    outcome.entityId = businessId;
    outcome.values = {alarmId};
    if (alarm->confirmedAtMs > 0)
        return outcome;
    const auto written = context.database.run(
        QStringLiteral("UPDATE system_alarms SET confirmed_at = ?, confirmed_by = ? WHERE alarm_id = ?"),
        {context.nowMs, context.principal.key(), alarmId});
    if (!written)
        return written.error();
    const auto business = businessstore::find(context.database, businessId);
    if (!business)
        return business.error();
    const auto seq = journalstore::append(
        context, businessId,
        {EntityKind::Business, businessId, business->version, QStringLiteral("business.alarm_confirmed"),
         QJsonObject{{QStringLiteral("alarm"), alarmId},
                     {QStringLiteral("code"), systemProblemText(alarm->finding.problem)}},
         businessstore::digest(*business)});
    if (!seq)
        return seq.error();
    return outcome;
}

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/keptdays.h"

#include "models/domain/timetext.h"
#include "models/hub/businessstore.h"
#include "models/hub/sqlvalues.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace oshaq {

namespace {

/// Of orders_by_placed, one end or the other.
Result<std::optional<qint64>> endOfIndex(sql::Database &database, qint64 businessId, const QString &direction)
{
    auto row = database.query(
        QStringLiteral("SELECT placed_at FROM orders WHERE business_id = ? ORDER BY placed_at %1, order_id %1 LIMIT 1")
            .arg(direction),
        {businessId});
    if (!row)
        return row.error();
    const auto found = hubsql::nextRow(*row);
    if (!found)
        return found.error();
    return *found ? std::optional(row->integer(0)) : std::nullopt;
}

QString dayText(const QDate &day)
{
    return day.toString(Qt::ISODate);
}

} // namespace

Result<std::optional<keptdays::Placed>> keptdays::placed(sql::Database &database, qint64 businessId)
{
    const auto first = endOfIndex(database, businessId, QStringLiteral("ASC"));
    if (!first)
        return first.error();
    const auto last = endOfIndex(database, businessId, QStringLiteral("DESC"));
    if (!last)
        return last.error();
    if (!*first || !*last)
        return std::optional<Placed>();
    return std::optional(Placed{**first, **last});
}

Result<qint64> keptdays::partEnd(sql::Database &database, qint64 businessId, qint64 beginMs, qint64 endMs, int orders)
{
    auto next = database.query(QStringLiteral("SELECT placed_at FROM orders WHERE business_id = ? AND placed_at >= ?"
                                              " AND placed_at < ? ORDER BY placed_at LIMIT 1 OFFSET ?"),
                               {businessId, beginMs, endMs, orders});
    if (!next)
        return next.error();
    const auto found = hubsql::nextRow(*next);
    if (!found)
        return found.error();
    return *found ? std::max(next->integer(0), beginMs + 1) : endMs;
}

Result<std::vector<DaySpan>> keptdays::missing(sql::Database &database, const Business &business, qint64 nowMs)
{
    const auto snapshot = hubsql::oneSnapshot(database);
    if (!snapshot)
        return snapshot.error();
    const auto orders = placed(database, business.id);
    if (!orders)
        return orders.error();
    std::vector<DaySpan> days;
    if (!*orders)
        return days;
    std::set<std::tuple<QString, qint64, qint64>> kept;
    auto rows = database.query(QStringLiteral("SELECT day, begin_ms, end_ms FROM kept_days WHERE business_id = ?"
                                              " AND time_zone = ? AND version = ?"),
                               {business.id, business.timeZone, DayFigures::version});
    if (!rows)
        return rows.error();
    while (rows->next())
        kept.emplace(rows->text(0), rows->integer(1), rows->integer(2));
    if (rows->failed())
        return hubsql::readFailed();
    const QDate first = businessDay((*orders)->firstMs, business.timeZone, business.dayStartMinutes);
    const qint64 untilMs = std::min((*orders)->lastMs, nowMs);
    QDate day = businessDay(untilMs, business.timeZone, business.dayStartMinutes);
    for (; day >= first; day = day.addDays(-1)) {
        const DayBounds bounds = businessDayBounds(day, business.timeZone, business.dayStartMinutes);
        if (bounds.endMs <= nowMs && !kept.contains({dayText(day), bounds.beginMs, bounds.endMs}))
            days.push_back({day, bounds.beginMs, bounds.endMs});
    }
    return days;
}

Result<std::vector<QByteArray>> keptdays::read(sql::Database &database, const Business &business,
                                               const WallClock &clock)
{
    auto rows = database.query(QStringLiteral("SELECT day, begin_ms, end_ms, figures FROM kept_days"
                                              " WHERE business_id = ? AND day >= ? AND day <= ? AND time_zone = ?"
                                              " AND version = ?"),
                               {business.id, dayText(clock.day(0)), dayText(clock.day(clock.days() - 1)),
                                business.timeZone, DayFigures::version});
    if (!rows)
        return rows.error();
    std::vector<QByteArray> bytes(clock.days());
    while (rows->next()) {
        const qint64 index = clock.day(0).daysTo(QDate::fromString(rows->text(0), Qt::ISODate));
        if (index < 0 || std::size_t(index) >= bytes.size())
            continue;
        const auto at = std::size_t(index);
        if (rows->integer(1) == clock.dayBeginMs(at) && rows->integer(2) == clock.dayEndMs(at))
            bytes[at] = rows->bytes(3);
    }
    if (rows->failed())
        return hubsql::readFailed();
    return bytes;
}

Result<WriteOutcome> keptdaywrites::claim(WriteContext &context, const Business &business,
                                          const std::vector<DaySpan> &days)
{
    const auto now = businessstore::find(context.database, business.id);
    if (!now)
        return now.error();
    if (now->timeZone != business.timeZone || now->dayStartMinutes != business.dayStartMinutes)
        return Error{ErrorCode::VersionStale, QStringLiteral("The business has other days now."), {}};
    for (const DaySpan &span : days) {
        const QString day = dayText(span.day);
        if (const auto gone = context.database.run(
                QStringLiteral("DELETE FROM kept_days WHERE business_id = ? AND day = ?"), {business.id, day});
            !gone)
            return gone.error();
        if (const auto claimed = context.database.run(
                QStringLiteral("INSERT INTO kept_days (business_id, day, time_zone, begin_ms, end_ms, figures)"
                               " VALUES (?, ?, ?, ?, ?, NULL)"),
                {business.id, day, business.timeZone, span.beginMs, span.endMs});
            !claimed)
            return claimed.error();
    }
    WriteOutcome outcome;
    outcome.entity = EntityKind::Business;
    outcome.entityId = business.id;
    return outcome;
}

Result<WriteOutcome> keptdaywrites::store(WriteContext &context, qint64 businessId, const std::vector<Day> &days)
{
    qint64 stored = 0;
    for (const Day &day : days) {
        auto row = context.database.query(
            QStringLiteral(
                "UPDATE kept_days SET figures = ?, version = ? WHERE business_id = ? AND day = ? AND begin_ms = ?"
                " AND end_ms = ? AND figures IS NULL"),
            {day.figures, DayFigures::version, businessId, dayText(day.span.day), day.span.beginMs, day.span.endMs});
        if (!row)
            return row.error();
        stored += row->rowsAffected();
    }
    WriteOutcome outcome;
    outcome.entity = EntityKind::Business;
    outcome.entityId = businessId;
    outcome.values = {stored};
    return outcome;
}

} // namespace oshaq

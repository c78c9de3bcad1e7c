// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/dayendstore.h"

#include "models/hub/sqlvalues.h"

namespace oshaq {

namespace {

Error notFound()
{
    return {ErrorCode::NotFound, QStringLiteral("There is no such day-end report."), {}};
}

Result<std::vector<DayEnd>> read(sql::Database &database, const QString &condition, const QVariantList &values)
{
    auto rows =
        database.query(QStringLiteral("SELECT day_end_id, day, number, made_at, made_by, journal_seq, journal_hash,"
                                      " orders, revenue, open_orders FROM day_ends WHERE ") +
                           condition,
                       values);
    if (!rows)
        return rows.error();
    std::vector<DayEnd> found;
    while (rows->next()) {
        DayEnd one;
        one.id = rows->integer(0);
        one.day = QDate::fromString(rows->text(1), Qt::ISODate);
        one.number = int(rows->integer(2));
        one.madeAtMs = rows->integer(3);
        one.madeBy = rows->text(4);
        one.journalSeq = rows->integer(5);
        one.journalHash = rows->bytes(6);
        one.orders = rows->integer(7);
        one.revenueMinor = rows->integer(8);
        one.openOrders = rows->integer(9);
        found.push_back(std::move(one));
    }
    if (rows->failed())
        return hubsql::readFailed();
    return found;
}

} // namespace

Result<void> dayendstore::insert(sql::Database &database, qint64 businessId, DayEnd *dayEnd, const QByteArray &figures)
{
    const QString day = dayEnd->day.toString(Qt::ISODate);
    {
        auto last = database.query(
            QStringLiteral("SELECT coalesce(max(number), 0) FROM day_ends WHERE business_id = ? AND day = ?"),
            {businessId, day});
        if (!last)
            return last.error();
        const auto found = hubsql::nextRow(*last);
        if (!found)
            return found.error();
        dayEnd->number = int(last->integer(0)) + 1;
    }
    auto inserted = database.query(
        QStringLiteral("INSERT INTO day_ends (business_id, day, number, made_at, made_by, journal_seq, journal_hash,"
                       " orders, revenue, open_orders, figures) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        {businessId, day, dayEnd->number, dayEnd->madeAtMs, dayEnd->madeBy, dayEnd->journalSeq, dayEnd->journalHash,
         dayEnd->orders, dayEnd->revenueMinor, dayEnd->openOrders, QString::fromUtf8(figures)});
    if (!inserted)
        return inserted.error();
    dayEnd->id = inserted->lastInsertId();
    return {};
}

Result<DayEnd> dayendstore::find(sql::Database &database, qint64 businessId, qint64 dayEndId)
{
    const auto found = read(database, QStringLiteral("day_end_id = ? AND business_id = ?"), {dayEndId, businessId});
    if (!found)
        return found.error();
    if (found->empty())
        return notFound();
    return found->front();
}

Result<std::vector<DayEnd>> dayendstore::list(sql::Database &database, qint64 businessId, qint64 beforeId, int limit)
{
    return read(database,
                QStringLiteral("business_id = ? AND (? = 0 OR day_end_id < ?) ORDER BY day_end_id DESC LIMIT ?"),
                {businessId, beforeId, beforeId, limit});
}

Result<QByteArray> dayendstore::figures(sql::Database &database, qint64 businessId, qint64 dayEndId)
{
    auto row = database.query(QStringLiteral("SELECT figures FROM day_ends WHERE day_end_id = ? AND business_id = ?"),
                              {dayEndId, businessId});
    if (!row)
        return row.error();
    const auto found = hubsql::nextRow(*row);
    if (!found)
        return found.error();
    if (!*found)
        return notFound();
    return row->text(0).toUtf8();
}

} // namespace oshaq

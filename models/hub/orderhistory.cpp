// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/orderhistory.h"

#include "models/hub/actornames.h"
#include "models/hub/orderstore.h"
#include "models/hub/sqlvalues.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace oshaq {

namespace {

Result<void> readStatuses(sql::Database &database, OrderHistory *history)
{
    auto rows = database.query(QStringLiteral("SELECT status, timestamp, created_at, is_recall, reason"
                                              " FROM order_status WHERE order_id = ? ORDER BY status_id"),
                               {history->orderId});
    if (!rows)
        return rows.error();
    while (rows->next()) {
        history->statuses.push_back({orderStatusFromCode(rows->integer(0)).value_or(OrderStatus::New), rows->integer(1),
                                     rows->integer(2), rows->integer(3) != 0, rows->text(4)});
    }
    if (rows->failed())
        return hubsql::readFailed();
    return {};
}

Result<void> readPainted(sql::Database &database, OrderHistory *history)
{
    auto rows = database.query(QStringLiteral("SELECT p.viewer, p.station_id, s.name, p.counted_at, p.painted_at,"
                                              " p.latency_ms FROM painted_acks p"
                                              " LEFT JOIN stations s ON s.station_id = p.station_id"
                                              " WHERE p.order_id = ? ORDER BY p.station_id, p.viewer"),
                               {history->orderId});
    if (!rows)
        return rows.error();
    while (rows->next()) {
        history->painted.push_back({rows->text(0), QString(), rows->integer(1), rows->text(2), rows->integer(3),
                                    rows->integer(4), hubsql::readOptionalId(*rows, 5)});
    }
    if (rows->failed())
        return hubsql::readFailed();
    return {};
}

/// Lines that an event names: [[id,status,..],..] or [id,..], by what happened to them.
std::vector<qint64> linesOf(const AuditRow &row)
{
    std::vector<qint64> ids;
    if (!row.type.startsWith(u"order."))
        return ids;
    const QJsonObject payload = QJsonDocument::fromJson(row.payload).object();
    for (const char *member : {"lines", "added", "moved"}) {
        const QJsonArray lines = payload.value(QLatin1String(member)).toArray();
        for (const auto &line : lines) {
            const QJsonValue id = line.isArray() ? line.toArray().at(0) : QJsonValue(line);
            if (id.isDouble())
                ids.push_back(id.toInteger());
        }
    }
    return ids;
}

Result<void> nameDishes(sql::Database &database, qint64 businessId, OrderHistory *history)
{
    std::vector<qint64> all;
    for (const OrderHistory::Event &event : history->events) {
        const std::vector<qint64> ids = linesOf(event.row);
        all.insert(all.end(), ids.begin(), ids.end());
    }
    if (all.empty())
        return {};
    // Not only of this order: a line may have moved to another one.
    auto rows = database.query(QStringLiteral("SELECT order_item_id, name FROM orders_items WHERE order_item_id") +
                                   hubsql::inIds() + hubsql::ofBusiness(),
                               {hubsql::idArray(all), businessId});
    if (!rows)
        return rows.error();
    QHash<qint64, QString> names;
    while (rows->next())
        names.insert(rows->integer(0), rows->text(1));
    if (rows->failed())
        return hubsql::readFailed();
    for (OrderHistory::Event &event : history->events) {
        for (const qint64 id : linesOf(event.row)) {
            if (const auto name = names.constFind(id); name != names.constEnd())
                event.dishes.append(*name);
        }
    }
    return {};
}

/// From the rows of payments and refunds, which outlive a journal that was sealed; what a bank's attempt came to stands
/// in the journal only.
Result<void> readPayments(sql::Database &database, qint64 businessId, OrderHistory *history)
{
    using What = OrderHistory::Money::What;
    auto rows = database.query(
        QStringLiteral("SELECT p.created_at, 0, p.payment_id, p.method, p.amount, p.taken_by, '' FROM payments p"
                       " WHERE p.order_id = ?"
                       " UNION ALL SELECT r.created_at, 1, r.refund_id, p.method, r.amount, r.made_by, ''"
                       " FROM payments p JOIN refunds r ON r.payment_id = p.payment_id WHERE p.order_id = ?"
                       " AND r.state = 'done'"
                       " UNION ALL SELECT j.at, 2, j.seq, p.method, p.amount, j.actor, j.payload"
                       " FROM payments p JOIN journal k ON k.business_id = ?"
                       " AND k.entity = 'payment' AND k.entity_id = p.payment_id"
                       " JOIN journal j ON j.business_id = k.business_id AND j.seq = k.seq"
                       " AND j.type = 'payment.status'"
                       " WHERE p.order_id = ? ORDER BY 1, 2, 3"),
        {history->orderId, history->orderId, businessId, history->orderId});
    if (!rows)
        return rows.error();
    while (rows->next()) {
        OrderHistory::Money money;
        money.atMs = rows->integer(0);
        money.method = paymentMethodFromText(rows->text(3)).value_or(PaymentMethod::Cash);
        money.amountMinor = rows->integer(4);
        money.actor = rows->text(5);
        money.status =
            QJsonDocument::fromJson(rows->text(6).toUtf8()).object().value(QLatin1String("status")).toString();
        switch (rows->integer(1)) {
        case 0:
            // A bank is told first, and its money comes later.
            money.what = isDirect(money.method) ? What::Taken : What::Status;
            if (money.what == What::Status)
                money.status = paymentStatusText(PaymentStatus::Pending);
            break;
        case 1:
            money.what = What::Refunded;
            break;
        default:
            money.what = money.status == paymentStatusText(PaymentStatus::Charged) ? What::Taken : What::Status;
            break;
        }
        if (money.what != What::Status)
            money.status.clear();
        history->payments.push_back(std::move(money));
    }
    if (rows->failed())
        return hubsql::readFailed();
    return {};
}

Result<void> readPrints(sql::Database &database, OrderHistory *history)
{
    auto rows = database.query(QStringLiteral("SELECT j.created_at, j.kind, j.state, j.reprint, p.name"
                                              " FROM print_jobs j LEFT JOIN printers p"
                                              " ON p.printer_id = coalesce(j.sent_to, j.printer_id)"
                                              " WHERE j.order_id = ? ORDER BY j.job_id"),
                               {history->orderId});
    if (!rows)
        return rows.error();
    while (rows->next()) {
        history->prints.push_back({rows->integer(0), printJobKindFromText(rows->text(1)).value_or(PrintJobKind::Ticket),
                                   printJobStateFromText(rows->text(2)).value_or(PrintJobState::Queued),
                                   rows->integer(3) != 0, rows->text(4)});
    }
    if (rows->failed())
        return hubsql::readFailed();
    return {};
}

Result<void> nameActors(sql::Database &database, qint64 businessId, OrderHistory *history)
{
    QStringList keys;
    for (const OrderHistory::Event &event : history->events)
        keys.append(event.row.actor);
    for (const OrderHistory::Painted &painted : history->painted)
        keys.append(painted.viewer);
    for (const OrderHistory::Money &money : history->payments)
        keys.append(money.actor);
    keys.removeDuplicates();
    const auto names = ActorNames::load(database, businessId, keys);
    if (!names)
        return names.error();
    for (OrderHistory::Event &event : history->events)
        event.actorName = names->of(event.row.actor);
    for (OrderHistory::Painted &painted : history->painted)
        painted.viewerName = names->of(painted.viewer);
    for (OrderHistory::Money &money : history->payments)
        money.actorName = names->of(money.actor);
    return {};
}

} // namespace

Result<OrderHistory> orderreads::history(sql::Database &database, qint64 businessId, const OrderRef &ref)
{
    const auto snapshot = hubsql::oneSnapshot(database);
    if (!snapshot)
        return snapshot.error();
    const auto order = orderstore::find(database, businessId, ref);
    if (!order)
        return order.error();
    OrderHistory history;
    history.orderId = order->id;
    auto events = auditreads::ofEntity(database, businessId, EntityKind::Order, order->id);
    if (!events)
        return events.error();
    history.currency = order->cost.currency;
    for (AuditRow &row : *events)
        history.events.push_back({std::move(row), {}, {}});
    if (const auto named = nameDishes(database, businessId, &history); !named)
        return named.error();
    if (const auto read = readStatuses(database, &history); !read)
        return read.error();
    if (const auto read = readPainted(database, &history); !read)
        return read.error();
    if (const auto read = readPayments(database, businessId, &history); !read)
        return read.error();
    if (const auto read = readPrints(database, &history); !read)
        return read.error();
    if (const auto named = nameActors(database, businessId, &history); !named)
        return named.error();
    return history;
}

} // namespace oshaq

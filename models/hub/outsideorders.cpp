// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/outsideorders.h"

#include "models/domain/problems.h"
#include "models/domain/searchtext.h"
#include "models/hub/catalogstore.h"
#include "models/hub/editrules.h"
#include "models/hub/orderservice.h"
#include "models/hub/orderstore.h"
#include "models/hub/sqlvalues.h"

#include <algorithm>
#include <memory>

namespace oshaq {

namespace {

constexpr qsizetype maxText = 300;

Principal hubOf(qint64 businessId)
{
    Principal principal;
    principal.kind = Principal::Kind::System;
    principal.role = Role::Manager;
    principal.businessId = businessId;
    principal.label = QStringLiteral("outside orders");
    return principal;
}

/// Runs a command on an order as the hub itself, whoever asked.
Result<WriteOutcome> asHub(WriteContext &context, qint64 orderId, const OrderCommand &command)
{
    const Principal asked = context.principal;
    context.principal = hubOf(asked.businessId);
    auto outcome = orderwrites::command(context, {orderId, {}}, command);
    context.principal = asked;
    return outcome;
}

OrderCommand cancelling(const QString &reason)
{
    OrderCommand command;
    command.to = OrderStatus::Cancelled;
    command.reason = reason;
    return command;
}

const Item *itemOf(const Catalog &catalog, const OutsideLine &line)
{
    if (line.itemId != 0)
        return catalog.findItem(line.itemId);
    const auto found = [&](auto matches) -> const Item * {
        const auto item = std::find_if(catalog.items.begin(), catalog.items.end(), matches);
        return item == catalog.items.end() ? nullptr : &*item;
    };
    if (!line.externalId.isEmpty())
        return found([&](const Item &item) { return item.externalId == line.externalId; });
    const QString folded = foldForSearch(line.name.trimmed());
    return folded.isEmpty() ? nullptr : found([&](const Item &item) { return foldForSearch(item.name) == folded; });
}

Result<std::vector<NewOrderLine>> linesOf(WriteContext &context, const OutsideOrder &outside)
{
    const auto catalog = catalogstore::load(context.database, context.principal.businessId);
    if (!catalog)
        return catalog.error();
    Problems problems;
    std::vector<NewOrderLine> lines;
    for (std::size_t i = 0; i < outside.lines.size(); ++i) {
        const OutsideLine &line = outside.lines[i];
        const Item *item = itemOf(*catalog, line);
        if (!item) {
            const QString named = !line.externalId.isEmpty() ? line.externalId
                                  : !line.name.isEmpty()     ? line.name
                                                             : QString::number(line.itemId);
            problems.add(ErrorCode::ItemUnknown, QStringLiteral("items[%1].item_id").arg(i),
                         QStringLiteral("There is no item \"%1\".").arg(named));
            continue;
        }
        lines.push_back(line.line);
        lines.back().itemId = item->id;
    }
    if (problems.any())
        return problems.take();
    return lines;
}

} // namespace

Result<WriteOutcome> outsidewrites::create(WriteContext &context, const OutsideOrder &outside)
{
    sql::Database &database = context.database;
    const qint64 businessId = context.principal.businessId;
    const auto known = outsidereads::orderId(database, businessId, outside.source, outside.externalId);
    if (known) {
        auto order = orderstore::find(database, businessId, {*known, {}});
        if (!order)
            return order.error();
        WriteOutcome outcome;
        outcome.entityId = order->id;
        outcome.order = std::make_shared<const Order>(std::move(*order));
        return outcome;
    }
    if (known.error().code != ErrorCode::NotFound)
        return known.error();
    if (outside.order.origin.acceptByMs > 0 && outside.order.origin.acceptByMs <= context.nowMs)
        return editrules::invalid("accept_by", QStringLiteral("This is over: nobody can accept it in time."));
    auto lines = linesOf(context, outside);
    if (!lines)
        return lines.error();
    NewOrder request = outside.order;
    request.lines = std::move(*lines);
    auto created = orderwrites::create(context, request);
    if (!created)
        return created;
    // The answer says the status, so that this one is told.
    const auto inserted = database.run(
        QStringLiteral("INSERT INTO outside_orders (order_id, business_id, source, external_id, told, created_at)"
                       " VALUES (?, ?, ?, ?, ?, ?)"),
        {created->entityId, businessId, outside.source, outside.externalId, int(created->order->status),
         context.nowMs});
    if (!inserted)
        return inserted.error();
    return created;
}

Result<WriteOutcome> outsidewrites::cancel(WriteContext &context, const QString &source, const QString &externalId,
                                           const QString &reason)
{
    const auto id = outsidereads::orderId(context.database, context.principal.businessId, source, externalId);
    if (!id)
        return id.error();
    auto cancelled = asHub(context, *id, cancelling(reason));
    if (!cancelled)
        return cancelled;
    // Whoever says it knows it.
    const auto told = context.database.run(
        QStringLiteral("UPDATE outside_orders SET told = ?, open = 0, error = '' WHERE order_id = ?"),
        {int(OrderStatus::Cancelled), *id});
    if (!told)
        return told.error();
    return cancelled;
}

Result<WriteOutcome> outsidewrites::lapse(WriteContext &context)
{
    std::vector<qint64> late;
    {
        auto rows = context.database.query(
            QStringLiteral("SELECT order_id FROM orders WHERE status = 1 AND accept_by > 0 AND accept_by < ?"
                           " AND business_id = ? ORDER BY accept_by LIMIT 100"),
            {context.nowMs, context.principal.businessId});
        if (!rows)
            return rows.error();
        while (rows->next())
            late.push_back(rows->integer(0));
        if (rows->failed())
            return hubsql::readFailed();
    }
    for (const qint64 id : late) {
        const auto cancelled = asHub(context, id, cancelling(QStringLiteral("Not accepted in time")));
        if (!cancelled)
            return cancelled.error();
    }
    WriteOutcome outcome;
    outcome.entity = EntityKind::Business;
    outcome.entityId = context.principal.businessId;
    outcome.values = {qint64(late.size())};
    return outcome;
}

Result<WriteOutcome> outsidewrites::noteTold(WriteContext &context, qint64 orderId, OrderStatus status, bool reached,
                                             qint64 retryInMs, const QString &error)
{
    const auto updated =
        reached
            ? context.database.run(QStringLiteral("UPDATE outside_orders SET told = ?, open = ?, attempts = 0,"
                                                  " next_at = 0, error = '' WHERE order_id = ? AND business_id = ?"),
                                   {int(status), isClosed(status) ? 0 : 1, orderId, context.principal.businessId})
            : context.database.run(
                  QStringLiteral("UPDATE outside_orders SET attempts = attempts + 1, next_at = ?, error = ?"
                                 " WHERE order_id = ? AND business_id = ?"),
                  {context.nowMs + retryInMs, error.left(maxText), orderId, context.principal.businessId});
    if (!updated)
        return updated.error();
    WriteOutcome outcome;
    outcome.entityId = orderId;
    return outcome;
}

Result<std::vector<OutsideNews>> outsidereads::untold(sql::Database &database, int limit)
{
    auto rows = database.query(
        QStringLiteral("SELECT x.business_id, x.order_id, x.source, x.external_id, o.number, o.status, o.status_at,"
                       " o.cancel_reason, x.attempts, x.next_at FROM outside_orders x"
                       " JOIN orders o ON o.order_id = x.order_id"
                       " WHERE x.open = 1 AND o.status <> x.told ORDER BY x.next_at, x.order_id LIMIT ?"),
        {limit});
    if (!rows)
        return rows.error();
    std::vector<OutsideNews> news;
    while (rows->next()) {
        news.push_back({rows->integer(0), rows->integer(1), rows->text(2), rows->text(3), rows->text(4),
                        orderStatusFromCode(rows->integer(5)).value_or(OrderStatus::New), rows->integer(6),
                        rows->text(7), int(rows->integer(8)), rows->integer(9)});
    }
    if (rows->failed())
        return hubsql::readFailed();
    return news;
}

Result<std::optional<outsidereads::Deadline>> outsidereads::nextDeadline(sql::Database &database)
{
    auto rows = database.query(QStringLiteral("SELECT business_id, accept_by FROM orders WHERE status = 1"
                                              " AND accept_by > 0 ORDER BY accept_by LIMIT 1"));
    if (!rows)
        return rows.error();
    const auto found = hubsql::nextRow(*rows);
    if (!found)
        return found.error();
    if (!*found)
        return std::optional<Deadline>();
    return std::optional(Deadline{rows->integer(0), rows->integer(1)});
}

Result<qint64> outsidereads::orderId(sql::Database &database, qint64 businessId, const QString &source,
                                     const QString &externalId)
{
    auto rows = database.query(QStringLiteral("SELECT order_id FROM outside_orders WHERE business_id = ?"
                                              " AND source = ? AND external_id = ?"),
                               {businessId, source, externalId});
    if (!rows)
        return rows.error();
    const auto found = hubsql::nextRow(*rows);
    if (!found)
        return found.error();
    if (!*found)
        return editrules::noSuch("order");
    return rows->integer(0);
}

} // namespace oshaq

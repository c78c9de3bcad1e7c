// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/journalstore.h"
#include "models/hub/orderservice.h"
#include "models/hub/orderstore.h"
#include "models/hub/printservice.h"

#include <QJsonArray>
#include <QJsonObject>

#include <memory>

namespace oshaq {

namespace {

constexpr qsizetype maxBulk = 200;

WriteOutcome outcomeOf(Order order)
{
    WriteOutcome outcome;
    outcome.entity = EntityKind::Order;
    outcome.entityId = order.id;
    outcome.order = std::make_shared<const Order>(std::move(order));
    return outcome;
}

Error invalid(const QString &path, const QString &issue)
{
    return {ErrorCode::ValidationFailed, issue, {{path, issue}}};
}

template <typename T> void take(T *field, const std::optional<T> &wanted, const char *name, QJsonArray *changed)
{
    if (!wanted || *wanted == *field)
        return;
    *field = *wanted;
    changed->append(QLatin1String(name));
}

Result<void> checkEdit(const Order &order, const OrderEdit &edit)
{
    if (edit.version && *edit.version != order.version) {
        return Error{ErrorCode::VersionStale,
                     QStringLiteral("The order is at version %1 by now; look at it again.").arg(order.version),
                     {}};
    }
    if (isClosed(order.status)) {
        return Error{ErrorCode::OrderTransitionNotAllowed,
                     QStringLiteral("An order that is %1 is not edited any more.").arg(orderStatusName(order.status)),
                     {}};
    }
    const bool dineIn = order.fulfilment == Fulfilment::DineIn;
    if (edit.table && edit.table->isEmpty() && dineIn)
        return invalid(QStringLiteral("table"), QStringLiteral("is required for dine-in"));
    if (edit.table && !edit.table->isEmpty() && !dineIn)
        return invalid(QStringLiteral("table"), QStringLiteral("only an order for dine-in has a table"));
    if (edit.promisedAtMs && *edit.promisedAtMs != 0 && *edit.promisedAtMs < order.placedAtMs)
        return invalid(QStringLiteral("promised_at"), QStringLiteral("is before the order was placed"));
    return {};
}

} // namespace

Result<WriteOutcome> orderwrites::edit(WriteContext &context, const OrderRef &ref, const OrderEdit &edit)
{
    auto order = orderstore::find(context.database, context.principal.businessId, ref);
    if (!order)
        return order.error();
    if (const auto checked = checkEdit(*order, edit); !checked)
        return checked.error();
    const Order before = *order;
    QJsonArray changed;
    take(&order->note, edit.note, "note", &changed);
    take(&order->table, edit.table, "table", &changed);
    take(&order->allergy, edit.allergy, "allergy", &changed);
    take(&order->covers, edit.covers, "covers", &changed);
    take(&order->promisedAtMs, edit.promisedAtMs, "promised_at", &changed);
    if (changed.isEmpty())
        return outcomeOf(std::move(*order));
    ++order->version;
    if (const auto updated = orderstore::updateDetails(context.database, *order, context.nowMs); !updated)
        return updated.error();
    // What was written is free text of people: the journal says only where.
    const QJsonObject payload{{QStringLiteral("fields"), changed}};
    const auto written = journalstore::append(context, order->businessId,
                                              {EntityKind::Order, order->id, order->version,
                                               QStringLiteral("order.updated"), payload, orderstore::digest(*order)});
    if (!written)
        return written.error();
    if (const auto printed = orderprinting::changed(context, before, *order); !printed)
        return printed.error();
    return outcomeOf(std::move(*order));
}

Result<WriteOutcome> orderwrites::bulkStatus(WriteContext &context, const std::vector<BulkStatus> &changes)
{
    if (changes.empty() || changes.size() > maxBulk)
        return invalid(QStringLiteral("orders"), QStringLiteral("takes 1 to %1 orders").arg(maxBulk));
    WriteOutcome outcome;
    outcome.entity = EntityKind::Business;
    outcome.entityId = context.principal.businessId;
    std::optional<Error> first;
    std::vector<ErrorDetail> details;
    for (std::size_t i = 0; i < changes.size(); ++i) {
        const auto changed = command(context, OrderRef{changes[i].orderId, {}}, changes[i].command);
        if (changed) {
            outcome.values.push_back(changed->entityId);
            continue;
        }
        const Error &error = changed.error();
        // Not about this order: the whole may be sent again.
        if (error.code == ErrorCode::StorageUnavailable || error.code == ErrorCode::Internal)
            return error;
        if (!first)
            first = error;
        details.push_back({QStringLiteral("orders[%1]").arg(i),
                           QStringLiteral("%1: %2").arg(errorCodeText(error.code), error.message)});
    }
    if (!first)
        return outcome;
    // The savepoint of this command takes back what the others did.
    return Error{first->code,
                 QStringLiteral("Nothing was changed: %1 of %2 orders refuse.")
                     .arg(QString::number(details.size()), QString::number(changes.size())),
                 std::move(details)};
}

} // namespace oshaq

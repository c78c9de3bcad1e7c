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

template <typename T> T asCompared(T value)
{
    return value;
}

/// Spaces around a text are nothing that anybody sees.
QString asCompared(const QString &text)
{
    return text.trimmed();
}

/// What is neither as the person saw it nor as they want it was changed by somebody else.
class SeenFields
{
public:
    template <typename T>
    void compare(const T &now, const std::optional<T> &wanted, const std::optional<T> &seen, const char *name)
    {
        if (!wanted || asCompared(now) == asCompared(*wanted))
            return;
        m_changes = true;
        if (seen && asCompared(now) != asCompared(*seen))
            m_stale.push_back(
                {QLatin1String(name), QStringLiteral("Somebody else changed this meanwhile; look at it again.")});
    }

    bool changes() const { return m_changes; }
    Result<void> result() const
    {
        if (m_stale.empty())
            return {};
        return Error{ErrorCode::VersionStale, QStringLiteral("The order says something else by now."), m_stale};
    }

private:
    bool m_changes = false;
    std::vector<ErrorDetail> m_stale;
};

SeenFields compareFields(const Order &order, const OrderEdit &edit)
{
    SeenFields fields;
    fields.compare(order.note, edit.note, edit.from.note, "note");
    fields.compare(order.table, edit.table, edit.from.table, "table");
    fields.compare(order.allergy, edit.allergy, edit.from.allergy, "allergy");
    fields.compare(order.covers, edit.covers, edit.from.covers, "covers");
    fields.compare(order.promisedAtMs, edit.promisedAtMs, edit.from.promisedAtMs, "promised_at");
    return fields;
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
    if (const auto seen = compareFields(order, edit).result(); !seen)
        return seen;
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
    // As with commands: what was reached already is a success, whatever became of the order since.
    if (!edit.from.isEmpty() && !edit.version && !compareFields(*order, edit).changes())
        return outcomeOf(std::move(*order));
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

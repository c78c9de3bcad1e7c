// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/routes.h"

#include "models/domain/timetext.h"
#include "models/hub/orderhistory.h"
#include "models/hub/orderservice.h"
#include "sync/protocol/jsonhelp.h"
#include "sync/protocol/officejson.h"
#include "sync/protocol/outputs.h"
#include "sync/server/apijson.h"
#include "sync/server/apithread.h"
#include "sync/server/auditjson.h"
#include "sync/server/ifmatch.h"
#include "sync/server/routebuilder.h"

#include <algorithm>

namespace oshaq::routes {

namespace {

Flow editOrder(ApiThread &thread, const ExchangePtr &exchange)
{
    auto read = readOrderEdit(exchange->body);
    if (!read)
        return refuse(*exchange, read.error());
    OrderEdit edit = std::move(*read);
    const auto seen = seenVersion(*exchange);
    if (!seen)
        return refuse(*exchange, seen.error());
    if (!*seen && edit.from.isEmpty())
        return refuse(*exchange, requiredVersion(*exchange).error());
    edit.version = *seen;
    return thread.submit(
        exchange,
        [ref = exchange->orderRef, edit](WriteContext &context) { return orderwrites::edit(context, ref, edit); },
        [](ApiThread &owner, Exchange &done, const WriteOutcome &outcome) -> Result<void> {
            const Result<Order> order = owner.orderOf(outcome, done.principal->businessId);
            if (!order)
                return order.error();
            done.addHeader("ETag", '"' + QByteArray::number(order->version) + '"');
            apijson::succeed(done, 200, apijson::order(*order, orderViewFor(done.principal->ownRole())),
                             QStringLiteral("Order updated"));
            return {};
        });
}

std::vector<BulkStatus> readBulk(const JsonValue &body)
{
    std::vector<BulkStatus> changes;
    for (const JsonValue &one : body[u"orders"].items()) {
        BulkStatus change;
        change.orderId = one[u"order_id"].integer();
        change.command.to = orderStatusFromCode(one[u"status"].integer()).value_or(OrderStatus::New);
        if (one[u"from"].isNumber())
            change.command.from = orderStatusFromCode(one[u"from"].integer());
        if (one[u"acted_at"].isString())
            change.command.actedAtMs = fromIso(one[u"acted_at"].string());
        change.command.reason = cleanText(one[u"reason"].string());
        changes.push_back(std::move(change));
    }
    return changes;
}

void writeNewStatus(JsonWriter &json, const Order &order)
{
    json.key("new_status").beginObject();
    json.key("status").value(static_cast<qint64>(order.status));
    json.key("status_name").value(orderStatusName(order.status));
    json.key("timestamp").value(isoUtc(order.statusAtMs));
    json.endObject();
}

void writeRefusal(JsonWriter &json, const Error &error)
{
    const bool isOurs = error.code == ErrorCode::Internal;
    json.key("error").beginObject();
    json.key("code").value(errorCodeText(error.code));
    json.key("message").value(isOurs ? QStringLiteral("Something went wrong here; the log knows more.")
                                     : error.message);
    json.key("details").beginArray();
    for (const ErrorDetail &detail : isOurs ? std::vector<ErrorDetail>() : error.details) {
        json.beginObject();
        json.key("path").value(detail.path);
        json.key("issue").value(detail.issue);
        json.endObject();
    }
    json.endArray().endObject();
}

/// One result for each change: its order as it is, or why not.
void renderBulk(Exchange &exchange, const std::vector<qint64> &orderIds, const std::vector<Result<Order>> &results)
{
    qint64 succeeded = 0;
    JsonWriter json;
    json.beginObject();
    json.key("results").beginArray();
    for (size_t i = 0; i < results.size(); ++i) {
        json.beginObject();
        json.key("order_id").value(orderIds[i]);
        json.key("ok").value(results[i].ok());
        if (results[i])
            writeNewStatus(json, *results[i]);
        else
            writeRefusal(json, results[i].error());
        json.endObject();
        succeeded += results[i] ? 1 : 0;
    }
    json.endArray();
    json.key("succeeded").value(succeeded);
    json.key("failed").value(qint64(results.size()) - succeeded);
    json.endObject();
    apijson::succeed(exchange, 200, json.take(), QStringLiteral("Order statuses updated"));
}

std::vector<qint64> idsOf(const std::vector<BulkStatus> &changes)
{
    std::vector<qint64> ids;
    ids.reserve(changes.size());
    for (const BulkStatus &change : changes)
        ids.push_back(change.orderId);
    return ids;
}

Flow setAllOrNone(ApiThread &thread, const ExchangePtr &exchange, std::vector<BulkStatus> changes)
{
    const std::vector<qint64> ids = idsOf(changes);
    return thread.submit(
        exchange,
        [changes = std::move(changes)](WriteContext &context) { return orderwrites::bulkStatus(context, changes); },
        [ids](ApiThread &owner, Exchange &done, const WriteOutcome &) -> Result<void> {
            auto database = owner.reader();
            if (!database)
                return database.error();
            std::vector<Result<Order>> results;
            results.reserve(ids.size());
            for (const qint64 id : ids)
                results.push_back(orderreads::one(**database, done.principal->businessId, OrderRef{id, {}}));
            renderBulk(done, ids, results);
            return {};
        });
}

Flow setStatuses(ApiThread &thread, const ExchangePtr &exchange)
{
    std::vector<BulkStatus> changes = readBulk(exchange->body);
    if (exchange->body[u"all_or_nothing"].boolean())
        return setAllOrNone(thread, exchange, std::move(changes));
    const std::vector<qint64> ids = idsOf(changes);
    std::vector<ApiThread::Run> runs;
    runs.reserve(changes.size());
    for (BulkStatus &change : changes) {
        runs.push_back([change = std::move(change)](WriteContext &context) {
            return orderwrites::command(context, OrderRef{change.orderId, {}}, change.command);
        });
    }
    return thread.submitMany(
        exchange, std::move(runs),
        [ids](ApiThread &owner, Exchange &done, const std::vector<Result<WriteOutcome>> &outcomes) -> Result<void> {
            std::vector<Result<Order>> results;
            for (const Result<WriteOutcome> &outcome : outcomes) {
                if (outcome) {
                    results.push_back(owner.orderOf(*outcome, done.principal->businessId));
                    continue;
                }
                // Nobody's refusal: the whole is sent again under the same key, and what was done stays done.
                const ErrorCode code = outcome.error().code;
                if (code == ErrorCode::StorageUnavailable || code == ErrorCode::Overloaded)
                    return outcome.error();
                results.push_back(outcome.error());
            }
            renderBulk(done, ids, results);
            return {};
        });
}

void writeStatuses(JsonWriter &json, const OrderHistory &history)
{
    json.key("statuses").beginArray();
    for (const OrderHistory::Status &status : history.statuses) {
        json.beginObject();
        json.key("status").value(static_cast<qint64>(status.status));
        json.key("status_name").value(orderStatusName(status.status));
        json.key("timestamp").value(isoUtc(status.atMs));
        json.key("recorded_at").value(isoUtc(status.recordedAtMs));
        json.key("is_recall").value(status.isRecall);
        writeTextOrNull(json, "reason", status.reason);
        json.endObject();
    }
    json.endArray();
}

void writePainted(JsonWriter &json, const OrderHistory &history)
{
    json.key("painted").beginArray();
    for (const OrderHistory::Painted &painted : history.painted) {
        json.beginObject();
        json.key("viewer").value(painted.viewer);
        writeTextOrNull(json, "viewer_name", painted.viewerName);
        writeNumberOrNull(json, "station_id", painted.stationId == 0 ? std::nullopt : std::optional(painted.stationId));
        writeTextOrNull(json, "station_name", painted.stationName);
        writeTimeOrNull(json, "counted_at", painted.countedAtMs);
        writeTimeOrNull(json, "painted_at", painted.paintedAtMs);
        writeNumberOrNull(json, "latency_ms", painted.latencyMs);
        json.endObject();
    }
    json.endArray();
}

void writeEvents(JsonWriter &json, const OrderHistory &history)
{
    json.key("events").beginArray();
    for (const OrderHistory::Event &event : history.events) {
        json.beginObject();
        writeAuditMembers(json, event.row);
        writeTextOrNull(json, "actor_name", event.actorName);
        json.key("dishes").beginArray();
        for (const QString &dish : event.dishes)
            json.value(dish);
        json.endArray();
        json.endObject();
    }
    json.endArray();
}

void writePayments(JsonWriter &json, const OrderHistory &history)
{
    const auto text = [](OrderHistory::Money::What what) {
        switch (what) {
        case OrderHistory::Money::What::Taken:
            return QStringLiteral("taken");
        case OrderHistory::Money::What::Refunded:
            return QStringLiteral("refunded");
        case OrderHistory::Money::What::Status:
            break;
        }
        return QStringLiteral("status");
    };
    json.key("payments").beginArray();
    for (const OrderHistory::Money &money : history.payments) {
        json.beginObject();
        json.key("at").value(isoUtc(money.atMs));
        json.key("what").value(text(money.what));
        json.key("method").value(paymentMethodText(money.method));
        json.key("amount").raw(formatMajorUnits(money.amountMinor, history.currency));
        writeTextOrNull(json, "status", money.status);
        writeTextOrNull(json, "actor_name", money.actorName);
        json.endObject();
    }
    json.endArray();
}

void writePrints(JsonWriter &json, const OrderHistory &history)
{
    json.key("prints").beginArray();
    for (const OrderHistory::Print &print : history.prints) {
        json.beginObject();
        json.key("at").value(isoUtc(print.atMs));
        json.key("kind").value(printJobKindText(print.kind));
        json.key("state").value(printJobStateText(print.state));
        json.key("reprint").value(print.isReprint);
        writeTextOrNull(json, "printer_name", print.printerName);
        json.endObject();
    }
    json.endArray();
}

Flow orderHistory(ApiThread &thread, const ExchangePtr &exchange)
{
    auto database = thread.reader();
    if (!database)
        return refuse(*exchange, database.error());
    const auto history = orderreads::history(**database, exchange->principal->businessId, exchange->orderRef);
    if (!history)
        return refuse(*exchange, history.error());
    JsonWriter json;
    json.beginObject();
    json.key("order_id").value(history->orderId);
    writeEvents(json, *history);
    writeStatuses(json, *history);
    writePainted(json, *history);
    writePayments(json, *history);
    writePrints(json, *history);
    json.endObject();
    apijson::succeed(*exchange, 200, json.take(), QStringLiteral("OK"));
    return Flow::Answer;
}

} // namespace

std::vector<Route> orderOfficeRoutes()
{
    using namespace routing;
    return {
        summed(
            arrivesLate(write("PATCH", "/business/orders/{id}", "business.orders.edit", only(floorRoles),
                              Route::Body::Required, orderEditSchema(), answers("Order", outputs::order()), editOrder)),
            "Change note, table, allergy, covers or the promised time of an order"),
        summed(write("POST", "/business/orders/bulk/status", "business.orders.bulk.status", only(staffRoles),
                     Route::Body::Required, bulkStatusSchema(), answers("BulkResults", outputs::bulkResults()),
                     setStatuses),
               "Change the status of up to 200 orders, each by itself or all or nothing"),
        summed(get("/business/orders/{id}/history", "business.orders.history", only(floorRoles), {},
                   answers("OrderHistory", outputs::orderHistory()), orderHistory),
               "What happened to an order: who, when, from where, when it was on a screen"),
    };
}

} // namespace oshaq::routes

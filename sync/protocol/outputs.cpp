// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/outputs.h"
#include "sync/protocol/replicajson.h"

#include "models/domain/catalogchange.h"
#include "models/domain/dispatch.h"
#include "models/domain/fulfilment.h"
#include "models/domain/linestatus.h"
#include "models/domain/orderstatus.h"
#include "models/domain/paymentstatus.h"
#include "models/domain/quantity.h"
#include "models/domain/role.h"
#include "models/domain/tax.h"
#include "sync/protocol/screenjson.h"

#include <limits>

namespace oshaq::outputs {

namespace {

constexpr int maxRows = 1'000'000;

Schema status()
{
    QStringList names;
    for (const OrderStatus one : allOrderStatuses)
        names.append(orderStatusName(one));
    return Schema::object({always("status", Schema::integer(1, 7)), always("status_name", Schema::oneOf(names)),
                           always("timestamp", Schema::dateTime())});
}

Schema options()
{
    return Schema::array(
        Schema::object({always("option_id", number()), always("name", text()), always("price", Schema::money())}), 0,
        maxRows);
}

Schema optionGroups()
{
    return Schema::array(Schema::object({always("group_id", number()), always("name", text()), always("min", number()),
                                         always("max", number()), always("options", options())}),
                         0, maxRows);
}

Schema orderLine()
{
    QStringList states;
    for (const LineStatus state : allLineStatuses)
        states.append(lineStatusText(state));
    return Schema::object({always("order_item_id", number()), always("item_id", number()), always("name", text()),
                           always("quantity", Schema::quantity()), always("price", Schema::money()),
                           always("state", Schema::oneOf(states)), maybe("state_at", Schema::dateTime()),
                           maybe("station_id", number()), maybe("note", text()), always("course", number()),
                           always("prep_seconds", number()), always("options", options()),
                           maybe("added_at", Schema::dateTime()), always("held", Schema::boolean()),
                           maybe("fired_at", Schema::dateTime()), always("version", number())});
}

Schema orderPayment()
{
    QStringList states;
    for (const PaymentState state : allPaymentStates)
        states.append(paymentStateText(state));
    return Schema::object({always("state", Schema::oneOf(states)), always("paid", Schema::money()),
                           always("pending", Schema::money()), always("methods", Schema::array(text(), 0, maxRows))});
}

Schema saleHours()
{
    const Schema window = Schema::object({always("weekdays", Schema::array(Schema::integer(1, 7), 1, 7)),
                                          always("from_minutes", number()), always("to_minutes", number())});
    return Schema::array(window, 0, maxSaleWindows);
}

Schema menuItem()
{
    return Schema::object(
        {always("item_id", number()), always("name", text()), maybe("description", text()),
         always("price", Schema::money()), maybe("image", text()), always("quantity_step", Schema::quantity()),
         always("available", Schema::boolean()), always("hours", saleHours()), maybe("external_id", text()),
         always("allergens", Schema::array(text(), 0, maxRows)), always("option_groups", optionGroups())});
}

} // namespace

SchemaField always(const char *name, Schema schema)
{
    return {QString::fromLatin1(name), std::move(schema), Presence::Required};
}

SchemaField maybe(const char *name, Schema schema)
{
    return {QString::fromLatin1(name), std::move(schema), Presence::Optional};
}

Schema text()
{
    return Schema::note(100'000);
}

Schema number()
{
    return Schema::integer(0, std::numeric_limits<qint64>::max());
}

Schema currency()
{
    return Schema::string(3, 3);
}

/// Percent; none: no tax.
Schema taxRate()
{
    return Schema::decimal(3, 1, maxTaxRate);
}

Schema order()
{
    QStringList fulfilments;
    for (const Fulfilment one : allFulfilments)
        fulfilments.append(fulfilmentText(one));
    const Schema user = Schema::object({maybe("user_id", number()), maybe("name", text()), maybe("phone", text())});
    const Schema cost = Schema::object({always("subtotal", Schema::money()), always("delivery_cost", Schema::money()),
                                        always("total_cost", Schema::money()), maybe("tax_rate", taxRate()),
                                        always("tax", Schema::money()), always("currency", currency())});
    QStringList dispatches;
    for (const DispatchState one : allDispatchStates)
        dispatches.append(dispatchStateText(one));
    const Schema delivery = Schema::object(
        {maybe("courier_id", number()), maybe("courier", text()), maybe("dispatch", Schema::oneOf(dispatches))});
    const Schema outside =
        Schema::object({always("source", text()), maybe("number", text()), maybe("accept_by", Schema::dateTime()),
                        maybe("refuse_by", Schema::dateTime()), always("paid", Schema::boolean())});
    return Schema::object({always("order_id", number()),
                           always("order_uuid", Schema::uuid()),
                           always("business_id", number()),
                           always("number", text()),
                           always("fulfilment", Schema::oneOf(fulfilments)),
                           maybe("table", text()),
                           always("covers", number()),
                           maybe("note", text()),
                           maybe("allergy", text()),
                           always("priority", Schema::boolean()),
                           always("version", number()),
                           always("placed_at", Schema::dateTime()),
                           maybe("promised_at", Schema::dateTime()),
                           always("status", status()),
                           maybe("cancel_reason", text()),
                           always("user", user),
                           maybe("address_id", number()),
                           maybe("address", text()),
                           always("items", Schema::array(orderLine(), 0, maxRows)),
                           always("cost", cost),
                           maybe("payment", orderPayment()),
                           maybe("delivery", delivery),
                           maybe("outside", outside)});
}

Schema newStatus()
{
    return Schema::object({always("order_id", number()), always("new_status", status()), maybe("order", order())});
}

Schema orderStats()
{
    QStringList names;
    for (const OrderStatus one : allOrderStatuses)
        names.append(orderStatusName(one));
    const Schema count = Schema::object({always("status", Schema::integer(1, 7)),
                                         always("status_name", Schema::oneOf(names)), always("count", number())});
    const Schema paintedFigures = Schema::object(
        {always("count", number()), maybe("p50_ms", number()), maybe("p95_ms", number()), maybe("max_ms", number())});
    return Schema::object({always("by_status", Schema::array(count, 0, 7)), always("orders_today", number()),
                           maybe("revenue_today", Schema::money()), maybe("average_check", Schema::money()),
                           maybe("currency", currency()), always("painted", paintedFigures)});
}

Schema business()
{
    return Schema::object({always("business_id", number()), always("name", text()), always("currency", currency()),
                           always("time_zone", text()), always("day_start_minutes", Schema::integer(0, 1439)),
                           always("delivery_cost", Schema::money()), maybe("tax_rate", taxRate()),
                           maybe("tax_name", text()), always("version", number())});
}

Schema station()
{
    return Schema::object({always("station_id", number()), always("name", text()), always("position", number()),
                           always("soon_seconds", number()), always("late_seconds", number()),
                           always("version", number())});
}

Schema category()
{
    return Schema::object({always("category_id", number()), always("name", text()), maybe("image", text()),
                           always("quantity_step", Schema::quantity()), maybe("station_id", number()),
                           always("position", number()), maybe("external_id", text()), always("hours", saleHours()),
                           always("version", number())});
}

Schema catalogChanged()
{
    return Schema::object({always("categories", Schema::array(category(), 0, maxCatalogChanges)),
                           always("items", Schema::array(item(), 0, maxCatalogChanges))});
}

Schema item()
{
    return Schema::object({always("item_id", number()), always("category_id", number()), always("name", text()),
                           maybe("description", text()), always("price", Schema::money()), maybe("image", text()),
                           maybe("quantity_step", Schema::quantity()), always("available", Schema::boolean()),
                           maybe("station_id", number()), always("prep_seconds", number()),
                           always("position", number()), maybe("external_id", text()),
                           always("allergens", Schema::array(text(), 0, maxRows)),
                           always("option_groups", optionGroups()), always("hours", saleHours()),
                           maybe("back_at", Schema::dateTime()), always("version", number())});
}

Schema snapshot()
{
    const Schema catalog = Schema::object({always("categories", Schema::array(category(), 0, maxRows)),
                                           always("items", Schema::array(item(), 0, maxRows)),
                                           always("stations", Schema::array(station(), 0, maxRows))});
    const Schema terminal = Schema::object(
        {always("terminal_id", number()), always("name", text()), always("letter", text()), always("role", text())});
    const Schema paper = Schema::object({always("printer", text()), always("state", text()), maybe("fault", text())});
    const Schema alarm =
        Schema::object({always("kind", text()), always("order_id", number()), always("number", text()),
                        maybe("station_id", number()), maybe("station", text()), always("since", Schema::dateTime()),
                        always("away", Schema::boolean()), maybe("paper", paper)});
    return Schema::object({always("cursor", text()), always("hub_time", Schema::dateTime()),
                           always("business", business()), always("catalog", catalog),
                           always("orders", Schema::array(order(), 0, maxRows)), always("orders_left_out", number()),
                           always("alarms", Schema::array(alarm, 0, maxRows)), maybe("terminal", terminal),
                           maybe("replica", replicaNote())});
}

Schema change()
{
    return Schema::object({always("seq", number()), always("entity", text()), always("id", number()),
                           always("version", number()),
                           always("op", Schema::oneOf({QStringLiteral("upsert"), QStringLiteral("delete")})),
                           always("at", Schema::dateTime()), maybe("event", text()), maybe("data", Schema::any())});
}

Schema feedMeta()
{
    return Schema::object(
        {always("cursor", text()), always("more", Schema::boolean()), always("hub_time", Schema::dateTime())});
}

Schema painted()
{
    return Schema::object({always("latencies_ms", Schema::array(number().nullable(), 0, maxRows))});
}

Schema menu()
{
    const Schema menuCategory =
        Schema::object({always("category_id", number()), always("name", text()), maybe("image", text()),
                        always("quantity_step", Schema::quantity()), always("hours", saleHours()),
                        always("items", Schema::array(menuItem(), 0, maxRows))});
    return Schema::object(
        {always("categories", Schema::array(menuCategory, 0, maxRows)), always("currency", currency())});
}

Schema guestSession()
{
    return Schema::object({always("access_token", text()), always("token_type", text()),
                           always("expires_at", Schema::dateTime()), always("user_id", number())});
}

Schema live()
{
    return Schema::object({always("status", text())});
}

Schema ready()
{
    return Schema::object({always("status", text()), always("epoch", text()), always("queued", number()),
                           always("warnings", Schema::array(text(), 0, maxRows))});
}

Schema version()
{
    return Schema::object(
        {always("name", text()), always("version", text()), always("api", Schema::array(text(), 1, 10))});
}

Schema terminal()
{
    QStringList roles;
    for (const Role role : allRoles)
        roles.append(roleText(role));
    return Schema::object({always("terminal_id", number()), always("name", text()),
                           always("role", Schema::oneOf(roles)), maybe("station_id", number()),
                           always("letter", text()), always("version", number()), maybe("screen", screen())});
}

Schema terminalToken()
{
    return Schema::object({always("terminal", terminal()), always("access_token", text()), always("token_type", text()),
                           maybe("old_tokens_end_at", Schema::dateTime())});
}

Schema menuImport()
{
    return Schema::object({always("dry_run", Schema::boolean()), always("rows", number()),
                           maybe("categories_created", number()), maybe("items_created", number()),
                           maybe("items_updated", number()), maybe("items_unchanged", number()),
                           always("ignored_columns", Schema::array(text(), 0, maxRows))});
}

Schema nothing()
{
    return Schema::object({});
}

} // namespace oshaq::outputs

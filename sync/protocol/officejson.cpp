// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/officejson.h"

#include "models/domain/fulfilment.h"
#include "models/domain/orderlimits.h"
#include "models/domain/orderstatus.h"
#include "models/domain/payment.h"
#include "models/domain/printer.h"
#include "models/domain/quantity.h"
#include "models/domain/timetext.h"
#include "sync/protocol/jsonhelp.h"
#include "sync/protocol/outputs.h"

#include <limits>

namespace oshaq {

namespace {

constexpr int maxSeenNote = 20'000; ///< orders that were joined have the notes of all of them
constexpr int maxBulk = 200;
constexpr int maxFlags = 50;
constexpr int maxRows = 1'000'000;

using outputs::always;
using outputs::maybe;

Schema statusCode()
{
    return Schema::integer(static_cast<int>(OrderStatus::New), static_cast<int>(OrderStatus::Cancelled));
}

Schema version()
{
    return Schema::integer(0, std::numeric_limits<qint64>::max())
        .described(QStringLiteral("What the person saw; may stand in If-Match instead. Another one now is a 412."));
}

Schema valueSchema(const SettingRule &rule)
{
    switch (rule.type) {
    case SettingRule::Type::Boolean:
        return Schema::boolean();
    case SettingRule::Type::Integer:
        return Schema::integer(rule.zeroIsOff ? 0 : rule.minimum, rule.maximum);
    case SettingRule::Type::Money:
        return Schema::money();
    case SettingRule::Type::Percent:
        return Schema::decimal(3, 0, rule.maximum);
    case SettingRule::Type::Text:
    case SettingRule::Type::TimeZone:
    case SettingRule::Type::Currency:
        break;
    }
    return Schema::string(int(rule.maximum), int(rule.minimum));
}

std::vector<SchemaField> settingFields(Presence presence)
{
    std::vector<SchemaField> fields;
    for (const SettingRule &rule : settingRules()) {
        fields.push_back({QString::fromLatin1(rule.key),
                          valueSchema(rule).described(QString::fromLatin1(rule.description)), presence});
    }
    return fields;
}

Schema statusName()
{
    QStringList names;
    for (const OrderStatus one : allOrderStatuses)
        names.append(orderStatusName(one));
    return Schema::oneOf(names);
}

Schema list(Schema item)
{
    return Schema::array(std::move(item), 0, maxRows);
}

/// Counts and takings; `first` says what of.
Schema sales(std::vector<SchemaField> first)
{
    first.push_back(always("orders", outputs::number()));
    first.push_back(always("completed", outputs::number()));
    first.push_back(always("cancelled", outputs::number()));
    first.push_back(always("revenue", Schema::money()));
    first.push_back(always("average_check", Schema::money()));
    return Schema::object(std::move(first));
}

Schema durations()
{
    return Schema::object({always("count", outputs::number()), maybe("average_ms", outputs::number()),
                           maybe("p50_ms", outputs::number()), maybe("p90_ms", outputs::number()),
                           maybe("p95_ms", outputs::number()), maybe("max_ms", outputs::number())});
}

/// Quantities of a year are more than one portion may be.
Schema quantitySum()
{
    return Schema::decimal(3, 0, std::numeric_limits<qint64>::max());
}

std::vector<SchemaField> orderFields(int maxText)
{
    return {maybe("note", Schema::note(maxText)), maybe("table", Schema::string(orderlimits::maxTable)),
            maybe("allergy", Schema::note(maxText)), maybe("covers", Schema::integer(0, orderlimits::maxCovers)),
            maybe("promised_at", Schema::dateTime())};
}

/// Thousandths of a percent.
Result<qint64> percentFrom(const JsonValue &value)
{
    bool isWhole = false;
    const qint64 whole = value.integer(&isWhole);
    return isWhole && whole >= 0 && whole <= 100 ? Result<qint64>(whole * 1000) : parseQuantity(value.numberText());
}

/// A member that is there: its text, or empty for null.
std::optional<QString> textOf(const JsonValue &object, QStringView name)
{
    const JsonValue *value = object.find(name);
    return value ? std::optional(cleanText(value->string())) : std::nullopt;
}

OrderFields readFields(const JsonValue &object)
{
    OrderFields fields;
    fields.note = textOf(object, u"note");
    fields.table = textOf(object, u"table");
    fields.allergy = textOf(object, u"allergy");
    if (const JsonValue *covers = object.find(u"covers"))
        fields.covers = int(covers->integer());
    if (const JsonValue *promised = object.find(u"promised_at"))
        fields.promisedAtMs = promised->isString() ? fromIso(promised->string()).value_or(0) : 0;
    return fields;
}

void writeFields(JsonWriter &json, const OrderFields &fields)
{
    if (fields.note)
        writeTextOrNull(json, "note", *fields.note);
    if (fields.table)
        writeTextOrNull(json, "table", *fields.table);
    if (fields.allergy)
        writeTextOrNull(json, "allergy", *fields.allergy);
    if (fields.covers)
        json.key("covers").value(*fields.covers);
    if (fields.promisedAtMs)
        writeTimeOrNull(json, "promised_at", *fields.promisedAtMs);
}

/// Which fields change and are not said to have been seen.
std::vector<ErrorDetail> unseenFields(const OrderFields &target, const OrderFields &from)
{
    std::vector<ErrorDetail> details;
    const auto need = [&details](bool changes, bool seen, const char *name) {
        if (changes && !seen)
            details.push_back(
                {QStringLiteral("from.") + QLatin1String(name), QStringLiteral("is required: the field changes")});
    };
    need(target.note.has_value(), from.note.has_value(), "note");
    need(target.table.has_value(), from.table.has_value(), "table");
    need(target.allergy.has_value(), from.allergy.has_value(), "allergy");
    need(target.covers.has_value(), from.covers.has_value(), "covers");
    need(target.promisedAtMs.has_value(), from.promisedAtMs.has_value(), "promised_at");
    return details;
}

} // namespace

const Schema &orderEditSchema()
{
    static const Schema schema = [] {
        std::vector<SchemaField> fields = orderFields(orderlimits::maxNote);
        fields.push_back(maybe("version", version()));
        fields.push_back(maybe("from", Schema::object(orderFields(maxSeenNote))
                                           .described(QStringLiteral(
                                               "In place of a version: what the person saw of each field that changes. "
                                               "A field that is neither that nor as wanted now is a 412."))));
        return Schema::object(std::move(fields));
    }();
    return schema;
}

Result<OrderEdit> readOrderEdit(const JsonValue &body)
{
    if (const Result<void> checked = validate(orderEditSchema(), body); !checked)
        return checked.error();
    OrderEdit edit;
    static_cast<OrderFields &>(edit) = readFields(body);
    if (edit.isEmpty()) {
        return Error{ErrorCode::ValidationFailed,
                     QStringLiteral("There is nothing to change."),
                     {{QStringLiteral("$"), QStringLiteral("needs one of note, table, allergy, covers, promised_at")}}};
    }
    for (std::optional<QString> *text : {&edit.note, &edit.table, &edit.allergy}) {
        if (*text)
            *text = (*text)->trimmed();
    }
    if (body[u"version"].isNumber())
        edit.version = body[u"version"].integer();
    const JsonValue &from = body[u"from"];
    if (!from.isObject())
        return edit;
    edit.from = readFields(from);
    if (std::vector<ErrorDetail> unseen = unseenFields(edit, edit.from); !unseen.empty()) {
        return Error{ErrorCode::ValidationFailed,
                     QStringLiteral("\"from\" says what was seen of each field that changes."), std::move(unseen)};
    }
    return edit;
}

CommandRequest orderEditRequest(const QString &orderUuid, const OrderEdit &edit)
{
    CommandRequest request;
    request.method = "PATCH";
    request.path = "/api/v1/business/orders/" + orderUuid.toLatin1();
    JsonWriter json;
    json.beginObject();
    writeFields(json, edit);
    if (edit.version)
        json.key("version").value(*edit.version);
    if (!edit.from.isEmpty()) {
        json.key("from").beginObject();
        writeFields(json, edit.from);
        json.endObject();
    }
    json.endObject();
    request.body = json.take();
    return request;
}

const Schema &bulkStatusSchema()
{
    static const Schema schema = Schema::object(
        {always("orders",
                Schema::array(Schema::object({always("order_id", Schema::id()), always("status", statusCode()),
                                              maybe("reason", Schema::string(orderlimits::maxReason)),
                                              maybe("from", statusCode()), maybe("acted_at", Schema::dateTime())}),
                              1, maxBulk)),
         maybe("all_or_nothing", Schema::boolean().described(QStringLiteral(
                                     "One refusal and nothing is changed; otherwise each by itself.")))});
    return schema;
}

const Schema &settingsSchema()
{
    static const Schema schema = Schema::object(
        {maybe("version", version()), always("settings", Schema::object(settingFields(Presence::Optional)))});
    return schema;
}

const Schema &flagsSchema()
{
    static const Schema schema = Schema::object({always(
        "flags",
        Schema::array(Schema::object({always("name", Schema::string(60, 1)), always("enabled", Schema::boolean()),
                                      always("owner", Schema::string(100, 1).described(
                                                          QStringLiteral("Who answers for it and decides it."))),
                                      always("expires_at", Schema::dateTime()),
                                      maybe("description", Schema::string(500)), maybe("version", version())}),
                      1, maxFlags))});
    return schema;
}

Result<std::vector<std::pair<QString, SettingValue>>> readSettings(const JsonValue &settings, const Currency &currency)
{
    std::vector<std::pair<QString, SettingValue>> values;
    for (const auto &[key, value] : settings.members()) {
        const SettingRule *rule = findSettingRule(key);
        if (!rule || value.isNull())
            continue;
        if (value.isBool()) {
            values.emplace_back(key, value.boolean());
        } else if (value.isString()) {
            values.emplace_back(key, cleanText(value.string()));
        } else if (rule->type == SettingRule::Type::Money || rule->type == SettingRule::Type::Percent) {
            const Result<qint64> minor = rule->type == SettingRule::Type::Money
                                             ? parseMajorUnits(value.numberText(), currency)
                                             : percentFrom(value);
            if (!minor) {
                Error error = minor.error();
                error.details = {{QStringLiteral("settings.") + key, error.message}};
                return error;
            }
            values.emplace_back(key, *minor);
        } else {
            values.emplace_back(key, value.integer());
        }
    }
    return values;
}

void writeSetting(JsonWriter &json, const SettingRule &rule, const SettingValue &value, const Currency &currency)
{
    if (const bool *boolean = std::get_if<bool>(&value))
        json.value(*boolean);
    else if (const QString *text = std::get_if<QString>(&value))
        json.value(*text);
    else if (rule.type == SettingRule::Type::Money)
        json.raw(formatMajorUnits(std::get<qint64>(value), currency));
    else if (rule.type == SettingRule::Type::Percent)
        json.raw(formatQuantity(std::get<qint64>(value)));
    else
        json.value(std::get<qint64>(value));
}

namespace outputs {

Schema bulkResults()
{
    const Schema detail = Schema::object({always("path", text()), always("issue", text())});
    const Schema error =
        Schema::object({always("code", text()), always("message", text()), always("details", list(detail))});
    const Schema status = Schema::object(
        {always("status", statusCode()), always("status_name", statusName()), always("timestamp", Schema::dateTime())});
    const Schema one = Schema::object({always("order_id", number()), always("ok", Schema::boolean()),
                                       maybe("new_status", status), maybe("error", error)});
    return Schema::object({always("results", list(one)), always("succeeded", number()), always("failed", number())});
}

namespace {

std::vector<SchemaField> auditFields()
{
    return {always("seq", number()),        always("at", Schema::dateTime()), always("actor", text()),
            maybe("terminal_id", number()), maybe("terminal", text()),        always("request_id", text()),
            always("entity", text()),       always("entity_id", number()),    always("version", number()),
            always("type", text()),         always("payload", Schema::any()), always("hash", text())};
}

} // namespace

Schema auditRow()
{
    return Schema::object(auditFields());
}

Schema orderHistory()
{
    const Schema status = Schema::object(
        {always("status", statusCode()), always("status_name", statusName()), always("timestamp", Schema::dateTime()),
         always("recorded_at", Schema::dateTime()), always("is_recall", Schema::boolean()), maybe("reason", text())});
    const Schema painted =
        Schema::object({always("viewer", text()), maybe("viewer_name", text()), maybe("station_id", number()),
                        maybe("station_name", text()), maybe("counted_at", Schema::dateTime()),
                        maybe("painted_at", Schema::dateTime()), maybe("latency_ms", number())});
    std::vector<SchemaField> event = auditFields();
    event.push_back(maybe("actor_name", text()));
    event.push_back(always("dishes", list(text())));
    QStringList methods;
    for (const PaymentMethod method : allPaymentMethods)
        methods.append(paymentMethodText(method));
    const Schema payment = Schema::object(
        {always("at", Schema::dateTime()),
         always("what", Schema::oneOf({QStringLiteral("taken"), QStringLiteral("refunded"), QStringLiteral("status")})),
         always("method", Schema::oneOf(methods)), always("amount", Schema::money()), maybe("status", text()),
         maybe("actor_name", text())});
    QStringList kinds;
    for (const PrintJobKind kind : allPrintJobKinds)
        kinds.append(printJobKindText(kind));
    QStringList states;
    for (const PrintJobState state : allPrintJobStates)
        states.append(printJobStateText(state));
    const Schema print = Schema::object({always("at", Schema::dateTime()), always("kind", Schema::oneOf(kinds)),
                                         always("state", Schema::oneOf(states)), always("reprint", Schema::boolean()),
                                         maybe("printer_name", text())});
    return Schema::object({always("order_id", number()), always("events", list(Schema::object(std::move(event)))),
                           always("statuses", list(status)), always("painted", list(painted)),
                           always("payments", list(payment)), always("prints", list(print))});
}

Schema settings()
{
    const Schema rule = Schema::object({always("key", text()), always("type", text()), maybe("minimum", number()),
                                        maybe("maximum", number()), always("fallback", Schema::any()),
                                        always("owner_only", Schema::boolean()), always("description", text())});
    return Schema::object({always("version", number()), always("currency", currency()),
                           always("settings", Schema::object(settingFields(Presence::Required))),
                           always("rules", list(rule))});
}

Schema flags()
{
    const Schema flag =
        Schema::object({always("name", text()), always("enabled", Schema::boolean()), always("on", Schema::boolean()),
                        always("owner", text()), maybe("description", text()), always("expires_at", Schema::dateTime()),
                        always("version", number()), always("updated_at", Schema::dateTime())});
    return Schema::object({always("flags", list(flag))});
}

Schema cleanup()
{
    const Schema kept =
        Schema::object({always("open", number()), always("inside_retention", number()), always("needed", number())});
    return Schema::object({always("dry_run", Schema::boolean()), always("before", Schema::dateTime()),
                           always("retained_since", Schema::dateTime()), always("orders", number()),
                           always("lines", number()), always("payments", number()), always("contacts", number()),
                           maybe("total", Schema::money()), maybe("currency", currency()),
                           maybe("oldest", Schema::dateTime()), maybe("newest", Schema::dateTime()),
                           maybe("kept", kept), maybe("remaining", number())});
}

Schema analytics()
{
    QStringList fulfilments;
    for (const Fulfilment one : allFulfilments)
        fulfilments.append(fulfilmentText(one));
    const Schema item = Schema::object(
        {always("item_id", number()), always("name", text()), maybe("category_id", number()), maybe("category", text()),
         always("lines", number()), always("quantity", quantitySum()), always("revenue", Schema::money())});
    const Schema category = Schema::object({maybe("category_id", number()), maybe("name", text()),
                                            always("lines", number()), always("revenue", Schema::money())});
    const Schema cancellation =
        Schema::object({maybe("reason", text()), always("orders", number()), always("total", Schema::money())});
    const Schema station = Schema::object({always("station_id", number()), always("name", text()),
                                           always("work", durations()), always("late", number())});
    const Schema dish = Schema::object(
        {always("item_id", number()), always("name", text()), always("work", durations()), always("late", number())});
    const Schema screen =
        Schema::object({maybe("terminal_id", number()), maybe("name", text()), always("painted", durations())});
    return Schema::object({always("from", text()),
                           always("to", text()),
                           always("begins_at", Schema::dateTime()),
                           always("ends_at", Schema::dateTime()),
                           always("time_zone", text()),
                           always("currency", currency()),
                           always("total", sales({})),
                           always("open", number()),
                           always("subtotal", Schema::money()),
                           always("delivery", Schema::money()),
                           always("tax", Schema::money()),
                           always("by_day", list(sales({always("day", text())}))),
                           always("by_hour", list(sales({always("hour", Schema::integer(0, 23))}))),
                           always("by_weekday", list(sales({always("weekday", Schema::integer(1, 7))}))),
                           always("by_week_hour", list(sales({always("weekday", Schema::integer(1, 7)),
                                                              always("hour", Schema::integer(0, 23))}))),
                           always("by_fulfilment", list(sales({always("fulfilment", Schema::oneOf(fulfilments))}))),
                           always("by_channel", list(sales({always("channel", text())}))),
                           always("by_item", list(item)),
                           always("by_category", list(category)),
                           always("cancelled_total", Schema::money()),
                           always("cancellations", list(cancellation)),
                           always("to_accept", durations()),
                           always("to_ready", durations()),
                           always("preparing", durations()),
                           always("promised", number()),
                           always("late", number()),
                           always("lateness", durations()),
                           always("by_station", list(station)),
                           always("by_dish_time", list(dish)),
                           always("by_screen", list(screen)),
                           always("painted", durations())});
}

Schema report()
{
    const Schema section = Schema::object(
        {always("title", text()), always("columns", list(text())), always("rows", list(list(Schema::any())))});
    return Schema::object({always("title", text()), always("subtitle", text()), always("currency", currency()),
                           always("sections", list(section))});
}

} // namespace outputs

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/apiversions.h"

#include <algorithm>

namespace oshaq::apiversions {

namespace {

const Schema *fieldSchema(const Schema &schema, const QString &name)
{
    if (schema.type() == Schema::Type::Map)
        return &schema.item();
    if (schema.type() != Schema::Type::Object)
        return nullptr;
    for (const SchemaField &field : schema.fields()) {
        if (field.name == name)
            return &field.schema;
    }
    return nullptr;
}

Currency currencyOf(const JsonValue &object, const Currency &outer)
{
    for (const JsonValue *place : {&object, &object[u"cost"]}) {
        const JsonValue &code = (*place)[u"currency"];
        if (code.isString()) {
            if (const Result<Currency> currency = Currency::fromCode(code.string()))
                return *currency;
        }
    }
    return outer;
}

void writeNode(JsonWriter &json, const JsonValue &value, const Schema *schema, const Currency &outer)
{
    switch (value.type()) {
    case JsonValue::Type::Null:
        json.null();
        return;
    case JsonValue::Type::Bool:
        json.value(value.boolean());
        return;
    case JsonValue::Type::String:
        json.value(value.string());
        return;
    case JsonValue::Type::Number:
        if (schema && schema->isMoney()) {
            const Result<qint64> minor = parseMajorUnits(value.numberText(), outer);
            if (minor) {
                json.beginObject();
                json.key("amount").value(*minor);
                json.key("currency").value(outer.code());
                json.endObject();
                return;
            }
        }
        json.raw(value.numberText());
        return;
    case JsonValue::Type::Array: {
        const Schema *item = schema && schema->type() == Schema::Type::Array ? &schema->item() : nullptr;
        json.beginArray();
        for (const JsonValue &one : value.items())
            writeNode(json, one, item, outer);
        json.endArray();
        return;
    }
    case JsonValue::Type::Object: {
        const Currency currency = currencyOf(value, outer);
        json.beginObject();
        for (const auto &[name, member] : value.members()) {
            json.key(name.toUtf8());
            writeNode(json, member, schema ? fieldSchema(*schema, name) : nullptr, currency);
        }
        json.endObject();
        return;
    }
    }
}

JsonValue readNode(const JsonValue &value, const Schema *schema, const Currency &currency, const QString &path,
                   std::vector<ErrorDetail> &wrong)
{
    if (!schema)
        return value;
    if (schema->isMoney() && !value.isNull()) {
        bool fits = false;
        const qint64 minor = value[u"amount"].integer(&fits);
        if (!value.isObject() || !fits || value.members().size() != 2 || !value[u"currency"].isString())
            wrong.push_back({path, QStringLiteral("must be {\"amount\":MINOR_UNITS,\"currency\":\"%1\"}").arg(currency.code())});
        else if (value[u"currency"].string() != currency.code())
            wrong.push_back({path + QStringLiteral(".currency"),
                             QStringLiteral("must be %1, the currency of this business").arg(currency.code())});
        else if (minor < -maxAmountMinor || minor > maxAmountMinor)
            wrong.push_back({path + QStringLiteral(".amount"), QStringLiteral("is out of range")});
        else
            return JsonValue::makeNumber(formatMajorUnits(minor, currency));
        return value;
    }
    if (value.isArray() && schema->type() == Schema::Type::Array) {
        std::vector<JsonValue> items;
        for (const JsonValue &item : value.items())
            items.push_back(
                readNode(item, &schema->item(), currency, path + QStringLiteral("[%1]").arg(items.size()), wrong));
        return JsonValue::makeArray(std::move(items));
    }
    if (value.isObject()) {
        std::vector<JsonValue::Member> members;
        for (const auto &[name, member] : value.members())
            members.emplace_back(name, readNode(member, fieldSchema(*schema, name), currency,
                                                path.isEmpty() ? name : path + u'.' + name, wrong));
        return JsonValue::makeObject(std::move(members));
    }
    return value;
}

} // namespace

std::optional<int> fromSegment(QStringView segment)
{
    const bool isVersion = segment.size() >= 2 && segment[0] == u'v' &&
                           std::all_of(segment.begin() + 1, segment.end(),
                                       [](QChar c) { return c >= u'0' && c <= u'9'; });
    if (!isVersion)
        return std::nullopt;
    if (segment == u"v1")
        return 1;
    return segment == u"v2" ? 2 : 0;
}

bool hasMoney(const Schema &schema)
{
    switch (schema.type()) {
    case Schema::Type::Array:
    case Schema::Type::Map:
        return hasMoney(schema.item());
    case Schema::Type::Object:
        return std::any_of(schema.fields().begin(), schema.fields().end(),
                           [](const SchemaField &field) { return hasMoney(field.schema); });
    default:
        return schema.isMoney();
    }
}

void writeV2(JsonWriter &json, const JsonValue &data, const Schema &schema, const Currency &currency)
{
    writeNode(json, data, &schema, currency);
}

Result<JsonValue> readV2(const JsonValue &body, const Schema &schema, const Currency &currency)
{
    std::vector<ErrorDetail> wrong;
    JsonValue read = readNode(body, &schema, currency, {}, wrong);
    if (wrong.empty())
        return read;
    const QString places =
        wrong.size() == 1 ? QStringLiteral("one place") : QStringLiteral("%1 places").arg(wrong.size());
    return Error{ErrorCode::ValidationFailed, QStringLiteral("The request is wrong in %1.").arg(places),
                 std::move(wrong)};
}

} // namespace oshaq::apiversions

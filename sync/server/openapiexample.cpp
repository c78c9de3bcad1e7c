// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/openapi.h"

#include <algorithm>
#include <utility>

namespace oshaq::openapi {

namespace {

QByteArray exampleText(const Schema &schema, QStringView name)
{
    switch (schema.format()) {
    case Schema::Format::DateTime:
        return "2026-01-15T10:30:00.000Z";
    case Schema::Format::Uuid:
        return "0192f0c1-2345-7abc-8def-0123456789ab";
    case Schema::Format::Phone:
        return "+7 700 000 00 00";
    case Schema::Format::OrderNumber:
        return "B-017";
    default:
        break;
    }
    static const std::pair<const char *, const char *> known[] = {
        {"name", "Plov"},
        {"number", "A-042"},
        {"currency", "KZT"},
        {"cursor", "12.345"},
        {"since", "12.345"},
        {"time_zone", "Asia/Almaty"},
        {"table", "7"},
        {"note", "No onions"},
        {"reason", "Out of stock"},
        {"token_type", "Bearer"},
        {"entity", "order"},
        {"type", "order.status"},
        {"code", "123456"},
        {"coordinates", "43.2389,76.8897"},
    };
    for (const auto &[key, text] : known) {
        if (name == QLatin1String(key) && qstrlen(text) <= size_t(schema.maximum()))
            return text;
    }
    QByteArray text = "text";
    while (text.size() < schema.minimum())
        text += "text";
    text.truncate(std::max<qsizetype>(schema.minimum(), std::min<qint64>(4, schema.maximum())));
    return text;
}

void writeExample(JsonWriter &json, const Schema &schema, QStringView name, MoneyForm moneyForm)
{
    switch (schema.type()) {
    case Schema::Type::String:
        json.value(QString::fromUtf8(exampleText(schema, name)));
        return;
    case Schema::Type::Integer:
        json.value(std::clamp<qint64>(1, schema.minimum(), schema.maximum()));
        return;
    case Schema::Type::Decimal:
        if (schema.isMoney() && moneyForm == MoneyForm::MinorUnits)
            json.raw(R"({"amount":125000,"currency":"KZT"})");
        else
            json.raw(schema.isMoney() ? "1250" : "1");
        return;
    case Schema::Type::Boolean:
        json.value(true);
        return;
    case Schema::Type::Enum:
        json.value(schema.values().front());
        return;
    case Schema::Type::Array:
        json.beginArray();
        for (qint64 i = 0; i < std::max<qint64>(schema.minimum(), std::min<qint64>(1, schema.maximum())); ++i)
            writeExample(json, schema.item(), name, moneyForm);
        json.endArray();
        return;
    case Schema::Type::Object:
        json.beginObject();
        for (const SchemaField &field : schema.fields()) {
            json.key(field.name.toUtf8());
            writeExample(json, field.schema, field.name, moneyForm);
        }
        json.endObject();
        return;
    case Schema::Type::Map:
        json.beginObject();
        json.key("key");
        writeExample(json, schema.item(), {}, moneyForm);
        json.endObject();
        return;
    case Schema::Type::Any:
        json.beginObject().endObject();
        return;
    }
}

} // namespace

QByteArray example(const Schema &schema, QStringView name, MoneyForm moneyForm)
{
    JsonWriter json;
    writeExample(json, schema, name, moneyForm);
    return json.take();
}

} // namespace oshaq::openapi

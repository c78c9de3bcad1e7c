// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/schema.h"

#include "models/domain/money.h"
#include "models/domain/orderlimits.h"
#include "models/domain/ordernumber.h"
#include "models/domain/quantity.h"
#include "models/domain/timetext.h"
#include "models/domain/uuid7.h"

#include <QSet>

#include <limits>

namespace oshaq {

namespace {

constexpr std::size_t maxDetails = 100;
constexpr qsizetype maxPathLength = 200;

/// A scaled integer as plain decimal text without trailing zeros.
QByteArray scaledText(qint64 scaled, int places)
{
    const bool negative = scaled < 0;
    QByteArray digits = QByteArray::number(scaled);
    if (negative)
        digits.remove(0, 1);
    while (digits.size() <= places)
        digits.prepend('0');
    if (places > 0) {
        digits.insert(digits.size() - places, '.');
        while (digits.endsWith('0'))
            digits.chop(1);
        if (digits.endsWith('.'))
            digits.chop(1);
    }
    return negative ? '-' + digits : digits;
}

/// Where in a document something stands. Its text is made only when something is wrong there.
struct Place
{
    const Place *above = nullptr;
    QStringView name = {};
    qsizetype index = -1; ///< of an array's item, instead of a name

    QString text() const
    {
        const QString path = above ? above->text() : QString();
        if (index >= 0)
            return QStringLiteral("%1[%2]").arg(path.isEmpty() ? QStringLiteral("$") : path).arg(index);
        if (name.isEmpty())
            return path;
        return path.isEmpty() ? name.toString() : path + u'.' + name.toString();
    }
};

class Validator
{
public:
    void check(const Schema &schema, const JsonValue &value, const Place &place)
    {
        if (schema.isNullable() && value.isNull())
            return;
        switch (schema.type()) {
        case Schema::Type::String:
            return checkString(schema, value, place);
        case Schema::Type::Integer:
            return checkInteger(schema, value, place);
        case Schema::Type::Decimal:
            return checkDecimal(schema, value, place);
        case Schema::Type::Boolean:
            if (!value.isBool())
                wrong(place, QStringLiteral("must be true or false"));
            return;
        case Schema::Type::Enum:
            if (!value.isString() || !schema.values().contains(value.string()))
                wrong(place, QStringLiteral("must be one of: %1").arg(schema.values().join(QStringLiteral(", "))));
            return;
        case Schema::Type::Array:
            return checkArray(schema, value, place);
        case Schema::Type::Object:
            return checkObject(schema, value, place);
        case Schema::Type::Map:
            return checkMap(schema, value, place);
        case Schema::Type::Any:
            return;
        }
    }

    Result<void> result() const
    {
        if (m_details.empty())
            return {};
        const QString places =
            m_details.size() == 1 ? QStringLiteral("one place") : QStringLiteral("%1 places").arg(m_details.size());
        return Error{ErrorCode::ValidationFailed, QStringLiteral("The request is wrong in %1.").arg(places), m_details};
    }

private:
    void wrong(const Place &place, const QString &issue)
    {
        if (m_details.size() >= maxDetails)
            return;
        const QString path = place.text();
        m_details.push_back({path.isEmpty() ? QStringLiteral("$") : path.left(maxPathLength), issue});
    }

    void checkString(const Schema &schema, const JsonValue &value, const Place &place)
    {
        if (!value.isString())
            return wrong(place, QStringLiteral("must be a string"));
        const QString text = cleanText(value.string());
        switch (schema.format()) {
        case Schema::Format::DateTime:
            if (!fromIso(text))
                wrong(place, QStringLiteral("must be an ISO 8601 time with a zone"));
            return;
        case Schema::Format::Uuid:
            if (!isUuid(text))
                wrong(place, QStringLiteral("must be a UUID"));
            return;
        case Schema::Format::Phone:
            if (!orderlimits::isPhone(text))
                wrong(place, QStringLiteral("must be a phone number"));
            return;
        case Schema::Format::OrderNumber:
            if (!orderNumberFromText(text))
                wrong(place, QStringLiteral("must be an order's number, such as B-017"));
            return;
        case Schema::Format::Text:
        case Schema::Format::Money:
            break;
        }
        if (orderlimits::hasForbiddenControl(text, schema.isMultiLine()))
            wrong(place, QStringLiteral("must not contain control characters"));
        if (orderlimits::codePoints(text) > schema.maximum())
            wrong(place, QStringLiteral("must have at most %1 characters").arg(schema.maximum()));
        if (schema.minimum() > 0 && orderlimits::codePoints(text.trimmed()) < schema.minimum())
            wrong(place, QStringLiteral("must have at least %1 characters").arg(schema.minimum()));
    }

    /// `scaled` is integer text; what does not fit 64 bits is beyond every bound.
    void checkRange(const Schema &schema, const JsonValue &scaled, int places, const Place &place)
    {
        bool fits = false;
        const qint64 number = scaled.integer(&fits);
        const bool negative = scaled.numberText().startsWith('-');
        if (fits ? number < schema.minimum() : negative)
            wrong(place,
                  QStringLiteral("must be at least %1").arg(QString::fromLatin1(scaledText(schema.minimum(), places))));
        else if (fits ? number > schema.maximum() : !negative)
            wrong(place,
                  QStringLiteral("must be at most %1").arg(QString::fromLatin1(scaledText(schema.maximum(), places))));
    }

    void checkMap(const Schema &schema, const JsonValue &value, const Place &place)
    {
        if (!value.isObject())
            return wrong(place, QStringLiteral("must be an object"));
        if (static_cast<qint64>(value.members().size()) > schema.maximum())
            wrong(place, QStringLiteral("must have at most %1 members").arg(schema.maximum()));
        for (const auto &[name, member] : value.members())
            check(schema.item(), member, {&place, name});
    }

    void checkInteger(const Schema &schema, const JsonValue &value, const Place &place)
    {
        if (!value.isNumber())
            return wrong(place, QStringLiteral("must be an integer"));
        const QByteArray &text = value.numberText();
        if (text.contains('.') || text.contains('e') || text.contains('E'))
            return wrong(place, QStringLiteral("must be an integer"));
        checkRange(schema, value, 0, place);
    }

    void checkDecimal(const Schema &schema, const JsonValue &value, const Place &place)
    {
        if (!value.isNumber())
            return wrong(place, QStringLiteral("must be a number"));
        const QByteArray &text = value.numberText();
        if (text.contains('e') || text.contains('E'))
            return wrong(place, QStringLiteral("must be a plain decimal number"));
        const qsizetype point = text.indexOf('.');
        const qsizetype places = point < 0 ? 0 : text.size() - point - 1;
        if (places > schema.maxPlaces())
            return wrong(place, QStringLiteral("must have at most %1 decimal places").arg(schema.maxPlaces()));
        QByteArray digits = text;
        if (point >= 0)
            digits.remove(point, 1);
        digits.append(QByteArray(schema.maxPlaces() - places, '0'));
        checkRange(schema, JsonValue::makeNumber(digits), schema.maxPlaces(), place);
    }

    void checkArray(const Schema &schema, const JsonValue &value, const Place &place)
    {
        if (!value.isArray())
            return wrong(place, QStringLiteral("must be an array"));
        const auto count = static_cast<qint64>(value.items().size());
        if (count < schema.minimum())
            wrong(place, QStringLiteral("must have at least %1 items").arg(schema.minimum()));
        if (count > schema.maximum())
            return wrong(place, QStringLiteral("must have at most %1 items").arg(schema.maximum()));
        QSet<QString> seen;
        qsizetype index = 0;
        for (const JsonValue &item : value.items()) {
            const Place itemPlace{&place, {}, index++};
            check(schema.item(), item, itemPlace);
            if (!schema.isUnique())
                continue;
            const QString key = item.isNumber() ? QString::fromLatin1(item.numberText()) : item.string();
            if (seen.contains(key))
                wrong(itemPlace, QStringLiteral("stands twice"));
            seen.insert(key);
        }
    }

    void checkObject(const Schema &schema, const JsonValue &value, const Place &place)
    {
        if (!value.isObject())
            return wrong(place, QStringLiteral("must be an object"));
        for (const SchemaField &field : schema.fields()) {
            const JsonValue *member = value.find(field.name);
            const bool absent = !member || (member->isNull() && field.presence == Presence::Optional);
            if (!absent)
                check(field.schema, *member, {&place, field.name});
            else if (field.presence == Presence::Required)
                wrong({&place, field.name}, QStringLiteral("is required"));
        }
        for (const JsonValue::Member &member : value.members()) {
            bool known = false;
            for (const SchemaField &field : schema.fields())
                known = known || field.name == member.first;
            if (!known)
                wrong({&place, member.first}, QStringLiteral("is not a known field"));
        }
    }

    std::vector<ErrorDetail> m_details;
};

void writeType(JsonWriter &json, QByteArrayView type, bool nullable)
{
    json.key("type");
    if (!nullable) {
        json.value(QString::fromLatin1(type));
        return;
    }
    json.beginArray().value(QString::fromLatin1(type)).value(QStringLiteral("null")).endArray();
}

void writeNode(JsonWriter &json, const Schema &schema, bool nullable, MoneyForm form);

void writeObject(JsonWriter &json, const Schema &schema, MoneyForm form)
{
    json.key("properties").beginObject();
    for (const SchemaField &field : schema.fields()) {
        json.key(field.name.toUtf8());
        writeNode(json, field.schema, field.presence == Presence::Optional, form);
    }
    json.endObject();
    json.key("required").beginArray();
    for (const SchemaField &field : schema.fields()) {
        if (field.presence == Presence::Required)
            json.value(field.name);
    }
    json.endArray();
    json.key("additionalProperties").value(false);
}

/// {"amount":125000,"currency":"KZT"}
void writeMinorUnits(JsonWriter &json, const Schema &schema, bool nullable)
{
    writeType(json, "object", nullable);
    json.key("properties").beginObject();
    json.key("amount").beginObject();
    json.key("type").value(QStringLiteral("integer"));
    json.key("minimum").value(schema.minimum() < 0 ? -maxAmountMinor : 0);
    json.key("maximum").value(maxAmountMinor);
    json.endObject();
    json.key("currency").beginObject();
    json.key("type").value(QStringLiteral("string"));
    json.key("pattern").value(QStringLiteral("^[A-Z]{3}$"));
    json.endObject();
    json.endObject();
    json.key("required").beginArray();
    json.value(QStringLiteral("amount")).value(QStringLiteral("currency"));
    json.endArray();
    json.key("additionalProperties").value(false);
}

void writeString(JsonWriter &json, const Schema &schema)
{
    switch (schema.format()) {
    case Schema::Format::DateTime:
        json.key("format").value(QStringLiteral("date-time"));
        return;
    case Schema::Format::Uuid:
        json.key("format").value(QStringLiteral("uuid"));
        return;
    case Schema::Format::Phone:
        json.key("pattern").value(QStringLiteral("^\\+?[0-9 ()-]+$"));
        json.key("maxLength").value(orderlimits::maxPhone);
        return;
    case Schema::Format::OrderNumber:
        json.key("pattern").value(QStringLiteral("^[A-Z]{1,4}-(?=0*[1-9])[0-9]{1,9}$"));
        return;
    case Schema::Format::Text:
    case Schema::Format::Money:
        break;
    }
    if (schema.minimum() > 0)
        json.key("minLength").value(schema.minimum());
    json.key("maxLength").value(schema.maximum());
}

void writeNode(JsonWriter &json, const Schema &schema, bool nullable, MoneyForm form)
{
    nullable = nullable || schema.isNullable();
    json.beginObject();
    if (!schema.description().isEmpty())
        json.key("description").value(schema.description());
    switch (schema.type()) {
    case Schema::Type::String:
        writeType(json, "string", nullable);
        writeString(json, schema);
        break;
    case Schema::Type::Integer:
        writeType(json, "integer", nullable);
        json.key("minimum").value(schema.minimum()).key("maximum").value(schema.maximum());
        break;
    case Schema::Type::Decimal:
        if (schema.isMoney() && form == MoneyForm::MinorUnits) {
            writeMinorUnits(json, schema, nullable);
            break;
        }
        writeType(json, "number", nullable);
        json.key("minimum").raw(scaledText(schema.minimum(), schema.maxPlaces()));
        json.key("maximum").raw(scaledText(schema.maximum(), schema.maxPlaces()));
        json.key("multipleOf").raw(scaledText(1, schema.maxPlaces()));
        break;
    case Schema::Type::Boolean:
        writeType(json, "boolean", nullable);
        break;
    case Schema::Type::Enum:
        writeType(json, "string", nullable);
        json.key("enum").beginArray();
        for (const QString &value : schema.values())
            json.value(value);
        if (nullable)
            json.null();
        json.endArray();
        break;
    case Schema::Type::Array:
        writeType(json, "array", nullable);
        json.key("minItems").value(schema.minimum()).key("maxItems").value(schema.maximum());
        if (schema.isUnique())
            json.key("uniqueItems").value(true);
        json.key("items");
        writeNode(json, schema.item(), false, form);
        break;
    case Schema::Type::Object:
        writeType(json, "object", nullable);
        writeObject(json, schema, form);
        break;
    case Schema::Type::Map:
        writeType(json, "object", nullable);
        json.key("maxProperties").value(schema.maximum());
        json.key("additionalProperties");
        writeNode(json, schema.item(), false, form);
        break;
    case Schema::Type::Any:
        break;
    }
    json.endObject();
}

} // namespace

Schema Schema::string(int maxLength, int minLength)
{
    Schema schema(Type::String);
    schema.m_minimum = minLength;
    schema.m_maximum = maxLength;
    return schema;
}

Schema Schema::note(int maxLength)
{
    Schema schema = string(maxLength);
    schema.m_multiLine = true;
    return schema;
}

Schema Schema::dateTime()
{
    Schema schema(Type::String);
    schema.m_format = Format::DateTime;
    return schema;
}

Schema Schema::uuid()
{
    Schema schema(Type::String);
    schema.m_format = Format::Uuid;
    return schema;
}

Schema Schema::phone()
{
    Schema schema(Type::String);
    schema.m_format = Format::Phone;
    return schema;
}

Schema Schema::orderNumber()
{
    Schema schema(Type::String);
    schema.m_format = Format::OrderNumber;
    return schema;
}

Schema Schema::integer(qint64 minimum, qint64 maximum)
{
    Schema schema(Type::Integer);
    schema.m_minimum = minimum;
    schema.m_maximum = maximum;
    return schema;
}

Schema Schema::id()
{
    return integer(1, std::numeric_limits<qint64>::max());
}

Schema Schema::decimal(int maxPlaces, qint64 minimumScaled, qint64 maximumScaled)
{
    Schema schema(Type::Decimal);
    schema.m_maxPlaces = maxPlaces;
    schema.m_minimum = minimumScaled;
    schema.m_maximum = maximumScaled;
    return schema;
}

Schema Schema::quantity()
{
    return decimal(3, 1, maxQuantityThousandths);
}

namespace {
/// As many places as any currency has.
constexpr int moneyPlaces = 4;
/// Scaled by them. Above what any currency allows where that fits; the reader knows the currency and checks exactly.
constexpr qint64 maxMoneyScaled = 9'000 * maxAmountMinor;
} // namespace

Schema Schema::money()
{
    Schema schema = decimal(moneyPlaces, 0, maxMoneyScaled);
    schema.m_format = Format::Money;
    return schema;
}

Schema Schema::signedMoney()
{
    Schema schema = decimal(moneyPlaces, -maxMoneyScaled, maxMoneyScaled);
    schema.m_format = Format::Money;
    return schema;
}

Schema Schema::map(Schema value, int maxMembers)
{
    Schema schema(Type::Map);
    schema.m_maximum = maxMembers;
    schema.m_item = std::make_shared<const Schema>(std::move(value));
    return schema;
}

Schema Schema::any()
{
    return Schema(Type::Any);
}

Schema Schema::boolean()
{
    return Schema(Type::Boolean);
}

Schema Schema::oneOf(QStringList values)
{
    Schema schema(Type::Enum);
    schema.m_values = std::move(values);
    return schema;
}

Schema Schema::array(Schema item, int minItems, int maxItems)
{
    Schema schema(Type::Array);
    schema.m_item = std::make_shared<const Schema>(std::move(item));
    schema.m_minimum = minItems;
    schema.m_maximum = maxItems;
    return schema;
}

Schema Schema::object(std::vector<SchemaField> fields)
{
    Schema schema(Type::Object);
    schema.m_fields = std::make_shared<const std::vector<SchemaField>>(std::move(fields));
    return schema;
}

Schema &&Schema::unique() &&
{
    m_unique = true;
    return std::move(*this);
}

Schema &&Schema::nullable() &&
{
    m_nullable = true;
    return std::move(*this);
}

Schema &&Schema::described(QString text) &&
{
    m_description = std::move(text);
    return std::move(*this);
}

Result<void> validate(const Schema &schema, const JsonValue &value)
{
    Validator validator;
    validator.check(schema, value, {});
    return validator.result();
}

QString cleanText(const QString &text)
{
    // A byte order mark that an editor or a phone left in; it is invisible, and SQLite would drop a leading one by
    // itself.
    QString clean = text.normalized(QString::NormalizationForm_C);
    return clean.remove(QChar(QChar::ByteOrderMark));
}

void writeSchema(JsonWriter &json, const Schema &schema, MoneyForm moneyForm)
{
    writeNode(json, schema, false, moneyForm);
}

QByteArray schemaJson(const Schema &schema)
{
    JsonWriter json;
    writeNode(json, schema, false, MoneyForm::MajorUnits);
    QByteArray node = json.take();
    return "{\"$schema\":\"https://json-schema.org/draft/2020-12/schema\"," + node.sliced(1);
}

} // namespace oshaq

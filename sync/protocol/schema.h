// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "sync/protocol/json.h"

#include <QString>
#include <QStringList>

#include <memory>
#include <optional>
#include <vector>

namespace oshaq {

struct SchemaField;

/// What a request body may look like: one declaration for the check, the error details and the published JSON Schema.
/// An immutable value once built; sharing it between threads is safe.
class Schema
{
public:
    enum class Type
    {
        String,
        Integer,
        Decimal,
        Boolean,
        Array,
        Object,
        Enum,
        Map, ///< any names, one schema for every value
        Any  ///< any JSON
    };
    enum class Format
    {
        Text,
        DateTime,
        Uuid,
        Phone,
        OrderNumber,
        Money ///< of a decimal: an amount in major units here, and an object in minor units in v2
    };

    /// Text of `minLength` to `maxLength` characters (code points, after NFC; spaces around it do not count towards the
    /// minimum). Control characters are refused.
    static Schema string(int maxLength, int minLength = 0);
    /// Text that may also hold newlines and tabs.
    static Schema note(int maxLength);
    static Schema dateTime();
    static Schema uuid();
    static Schema phone();
    /// What people call an order, "A-042".
    static Schema orderNumber();
    static Schema integer(qint64 minimum, qint64 maximum);
    /// A positive row id.
    static Schema id();
    /// A plain decimal with at most `maxPlaces` places. The bounds are scaled: with three places, 500 is 0.5.
    static Schema decimal(int maxPlaces, qint64 minimumScaled, qint64 maximumScaled);
    /// A portion, in thousandths: 0.001 to a million.
    static Schema quantity();
    /// An amount in major units, exact; how many places the currency has is the reader's to check. v2 writes it as
    /// {"amount":125000,"currency":"KZT"}.
    static Schema money();
    /// An amount that may be negative, such as a difference.
    static Schema signedMoney();
    static Schema boolean();
    static Schema oneOf(QStringList values);
    static Schema array(Schema item, int minItems, int maxItems);
    /// Every field that is not named here is refused.
    static Schema object(std::vector<SchemaField> fields);
    /// An object whose names are data: a setting's key, a status.
    static Schema map(Schema value, int maxMembers);
    /// Any JSON value; for answers only.
    static Schema any();

    /// Array items must differ (numbers and strings).
    Schema &&unique() &&;
    Schema &&described(QString text) &&;
    /// null is as good as a value.
    Schema &&nullable() &&;

    Type type() const { return m_type; }
    Format format() const { return m_format; }
    bool isMultiLine() const { return m_multiLine; }
    bool isUnique() const { return m_unique; }
    bool isNullable() const { return m_nullable; }
    qint64 minimum() const { return m_minimum; }
    qint64 maximum() const { return m_maximum; }
    int maxPlaces() const { return m_maxPlaces; }
    const QStringList &values() const { return m_values; }
    bool isMoney() const { return m_format == Format::Money; }
    /// Of an array its items', of a map its values'.
    const Schema &item() const { return *m_item; }
    const std::vector<SchemaField> &fields() const { return *m_fields; }
    const QString &description() const { return m_description; }

private:
    explicit Schema(Type type)
        : m_type(type)
    {}

    Type m_type;
    Format m_format = Format::Text;
    bool m_multiLine = false;
    bool m_unique = false;
    bool m_nullable = false;
    qint64 m_minimum = 0; ///< value, scaled value, length or number of items, by type
    qint64 m_maximum = 0;
    int m_maxPlaces = 0;
    QStringList m_values;
    std::shared_ptr<const Schema> m_item;
    std::shared_ptr<const std::vector<SchemaField>> m_fields;
    QString m_description;
};

enum class Presence
{
    Required,
    Optional
};

/// A member of an object. An optional one may also be null, which counts as left out.
struct SchemaField
{
    QString name;
    Schema schema;
    Presence presence = Presence::Optional;
};

/// ValidationFailed with every wrong place (at most 100 of them); the root is "$".
Result<void> validate(const Schema &schema, const JsonValue &value);

/// The text as it is stored: Unicode NFC, without byte order marks. Checked text only grows shorter or stays as
/// validate() measured it.
QString cleanText(const QString &text);

/// How a version of the API writes amounts.
enum class MoneyForm
{
    MajorUnits, ///< v1: an exact decimal number
    MinorUnits  ///< v2: {"amount","currency"}
};

/// Appends the schema as JSON Schema 2020-12, without "$schema", for an OpenAPI 3.1 document.
void writeSchema(JsonWriter &json, const Schema &schema, MoneyForm moneyForm = MoneyForm::MajorUnits);
/// A whole JSON Schema 2020-12 document.
QByteArray schemaJson(const Schema &schema);

} // namespace oshaq

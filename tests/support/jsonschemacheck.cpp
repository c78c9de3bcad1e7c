// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/jsonschemacheck.h"

#include <QDateTime>
#include <QJsonArray>
#include <QRegularExpression>

#include <cmath>

namespace oshaq::test {

namespace {

bool hasType(const QString &type, const QJsonValue &value)
{
    if (type == QLatin1String("null"))
        return value.isNull();
    if (type == QLatin1String("object"))
        return value.isObject();
    if (type == QLatin1String("array"))
        return value.isArray();
    if (type == QLatin1String("string"))
        return value.isString();
    if (type == QLatin1String("boolean"))
        return value.isBool();
    if (type == QLatin1String("number"))
        return value.isDouble();
    return type == QLatin1String("integer") && value.isDouble() && std::floor(value.toDouble()) == value.toDouble();
}

bool fitsType(const QJsonValue &type, const QJsonValue &value)
{
    if (type.isUndefined())
        return true;
    if (type.isString())
        return hasType(type.toString(), value);
    for (const QJsonValue &one : type.toArray()) {
        if (hasType(one.toString(), value))
            return true;
    }
    return false;
}

QString fitsFormat(const QString &format, const QString &text)
{
    static const QRegularExpression uuid(QStringLiteral("^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"));
    static const QRegularExpression time(QStringLiteral("^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z$"));
    if (format == QLatin1String("uuid") && !uuid.match(text).hasMatch())
        return QStringLiteral("is no uuid");
    if (format == QLatin1String("date-time") && !time.match(text).hasMatch())
        return QStringLiteral("is no UTC time");
    return {};
}

} // namespace

QJsonObject JsonSchemaCheck::resolved(QJsonObject schema) const
{
    while (schema.contains(QLatin1String("$ref"))) {
        QJsonValue at = m_document;
        for (const QString &part : schema.value(QLatin1String("$ref")).toString().mid(2).split(u'/'))
            at = at.toObject().value(part);
        schema = at.toObject();
    }
    return schema;
}

QStringList JsonSchemaCheck::check(const QJsonObject &schema, const QJsonValue &value) const
{
    QStringList wrong;
    check(schema, value, QStringLiteral("$"), wrong);
    return wrong;
}

void JsonSchemaCheck::check(const QJsonObject &given, const QJsonValue &value, const QString &path,
                            QStringList &wrong) const
{
    const QJsonObject schema = resolved(given);
    const auto number = [&](const char *name) { return schema.value(QLatin1String(name)); };
    const auto fail = [&](const QString &what) { wrong.append(path + u' ' + what); };

    if (const QJsonValue constant = number("const"); !constant.isUndefined() && constant != value)
        fail(QStringLiteral("is not the constant"));
    if (!fitsType(number("type"), value))
        return fail(QStringLiteral("is of another type"));
    if (value.isNull())
        return;
    if (const QJsonValue values = number("enum"); values.isArray() && !values.toArray().contains(value))
        fail(QStringLiteral("is none of the values"));

    if (value.isString()) {
        const QString text = value.toString();
        const auto length = text.toUcs4().size();
        if (number("minLength").isDouble() && length < number("minLength").toInteger())
            fail(QStringLiteral("is too short"));
        if (number("maxLength").isDouble() && length > number("maxLength").toInteger())
            fail(QStringLiteral("is too long"));
        if (const QString pattern = number("pattern").toString(); !pattern.isEmpty()) {
            if (!QRegularExpression(pattern).match(text).hasMatch())
                fail(QStringLiteral("does not match the pattern"));
        }
        if (const QString issue = fitsFormat(number("format").toString(), text); !issue.isEmpty())
            fail(issue);
    }
    if (value.isDouble()) {
        if (number("minimum").isDouble() && value.toDouble() < number("minimum").toDouble())
            fail(QStringLiteral("is too small"));
        if (number("maximum").isDouble() && value.toDouble() > number("maximum").toDouble())
            fail(QStringLiteral("is too large"));
    }
    if (value.isArray()) {
        const QJsonArray items = value.toArray();
        if (number("minItems").isDouble() && items.size() < number("minItems").toInteger())
            fail(QStringLiteral("has too few items"));
        if (number("maxItems").isDouble() && items.size() > number("maxItems").toInteger())
            fail(QStringLiteral("has too many items"));
        for (qsizetype i = 0; i < items.size(); ++i)
            check(number("items").toObject(), items[i], path + QStringLiteral("[%1]").arg(i), wrong);
    }
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        const QJsonObject properties = number("properties").toObject();
        for (const QJsonValue &name : number("required").toArray()) {
            if (!object.contains(name.toString()))
                fail(QStringLiteral("has no ") + name.toString());
        }
        for (auto it = object.begin(); it != object.end(); ++it) {
            const QString place = path + u'.' + it.key();
            if (properties.contains(it.key()))
                check(properties.value(it.key()).toObject(), it.value(), place, wrong);
            else if (number("additionalProperties").isObject())
                check(number("additionalProperties").toObject(), it.value(), place, wrong);
            else if (number("additionalProperties") == QJsonValue(false))
                fail(QStringLiteral("has the unknown member ") + it.key());
        }
    }
}

} // namespace oshaq::test

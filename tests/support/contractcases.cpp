// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/contractcases.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <functional>

namespace oshaq::test {

namespace {

const QList<QByteArray> rolesInOrder{"owner",   "manager", "counter",     "kitchen",
                                     "courier", "guest",   "integration", "standby"};

QByteArray json(const QJsonValue &value)
{
    if (value.isObject())
        return QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact);
    return QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact);
}

class CaseMaker
{
public:
    explicit CaseMaker(const QJsonObject &document)
        : m_document(document)
        , m_check(document)
    {}

    QList<ContractCase> make()
    {
        const QJsonObject paths = m_document.value(QLatin1String("paths")).toObject();
        for (auto path = paths.begin(); path != paths.end(); ++path) {
            const QJsonObject methods = path.value().toObject();
            for (auto method = methods.begin(); method != methods.end(); ++method)
                makeOperation(path.key().toUtf8(), method.key().toUpper().toUtf8(), method.value().toObject());
            makeWrongMethod(path.key().toUtf8(), methods);
        }
        return std::move(m_cases);
    }

private:
    ContractCase base(const QByteArray &what) const
    {
        ContractCase one = m_base;
        one.name = m_base.method + ' ' + m_base.path + ": " + what;
        return one;
    }

    void add(ContractCase one, QList<int> expected)
    {
        one.expected = std::move(expected);
        m_cases.append(std::move(one));
    }

    void makeOperation(const QByteArray &path, const QByteArray &method, const QJsonObject &operation)
    {
        m_base = {};
        m_base.method = method;
        m_base.path = path;
        m_base.operation = operation;
        m_base.isUpgrade = operation.value(QLatin1String("responses")).toObject().contains(QLatin1String("101"));
        m_base.target = fill(path, "1");
        m_base.role = callerOf(operation);
        const QJsonObject content =
            operation.value(QLatin1String("requestBody")).toObject().value(QLatin1String("content")).toObject();
        // A body without a schema is one whose bytes are signed: what it says is read after that.
        const bool takesJson =
            content.contains(QLatin1String("application/json")) && !content.value(QLatin1String("application/json"))
                                                                        .toObject()
                                                                        .value(QLatin1String("schema"))
                                                                        .toObject()
                                                                        .isEmpty();
        QJsonObject schema;
        if (takesJson) {
            const QJsonObject media = content.value(QLatin1String("application/json")).toObject();
            schema = m_check.resolved(media.value(QLatin1String("schema")).toObject());
            if (schema.contains(QLatin1String("oneOf")))
                schema = schema.value(QLatin1String("oneOf")).toArray().first().toObject();
            m_base.contentType = "application/json";
            m_base.body = json(media.value(QLatin1String("example")));
        } else if (!content.isEmpty()) {
            m_base.contentType = content.begin().key().toUtf8();
            m_base.body = "not what it says";
        }

        add(base("as the example says"), m_base.isUpgrade ? QList<int>{400} : QList<int>{});
        if (m_base.isUpgrade)
            return; // who may open it is the upgrade's to say
        if (m_base.role != "nobody") {
            ContractCase one = base("without a token");
            one.role = "nobody";
            add(one, {401});
            one = base("with a token that nobody issued");
            one.role = "unknown";
            add(one, {401});
            makeWrongRoles();
        }
        if (path.contains("{id}")) {
            ContractCase one = base("of a row that does not exist");
            one.target = fill(path, "999999");
            one.body = m_base.body;
            // A body may be refused before the row is looked for, and so may its signature.
            const bool isSigned = content.contains(QLatin1String("application/json")) && !takesJson;
            if (isSigned)
                add(one, {401, 404});
            else
                add(one, content.isEmpty() ? QList<int>{404} : QList<int>{404, 412, 415, 422});
            one = base("with a name in place of the id");
            one.target = fill(path, "x");
            add(one, {404, 405});
        }
        makeQueries();
        if (takesJson)
            makeBodies(schema);
        if (!content.isEmpty()) {
            ContractCase one = base("with another media type");
            one.contentType = "application/x-www-form-urlencoded";
            one.body = one.body.isEmpty() ? QByteArray("a=1") : one.body;
            add(one, {415});
        } else if (method != "GET") {
            ContractCase one = base("with a body where none belongs");
            one.body = "{}";
            one.contentType = "application/json";
            add(one, {400});
        }
    }

    void makeWrongMethod(const QByteArray &path, const QJsonObject &methods)
    {
        for (const char *method : {"delete", "put", "patch", "post"}) {
            if (methods.contains(QLatin1String(method)))
                continue;
            m_base = {};
            m_base.path = path;
            m_base.target = fill(path, "1");
            m_base.method = QByteArray(method).toUpper();
            m_base.role = "nobody";
            add(base("a method that the path does not take"), {405});
            return;
        }
    }

    void makeWrongRoles()
    {
        const QJsonArray allowed = m_base.operation.value(QLatin1String("x-roles")).toArray();
        for (const QByteArray &role : rolesInOrder) {
            if (role == "integration" || role == "standby" || role == "owner" ||
                allowed.contains(QString::fromLatin1(role)))
                continue;
            ContractCase one = base("as " + role);
            one.role = role;
            add(one, {403});
        }
    }

    void makeQueries()
    {
        const char joint = '?';
        for (const QJsonValue &value : m_base.operation.value(QLatin1String("parameters")).toArray()) {
            const QJsonObject parameter = value.toObject();
            if (parameter.value(QLatin1String("in")).toString() != QLatin1String("query"))
                continue;
            const QByteArray name = parameter.value(QLatin1String("name")).toString().toUtf8();
            const QJsonObject schema = m_check.resolved(parameter.value(QLatin1String("schema")).toObject());
            ContractCase one = base("with the query " + name);
            one.target += joint + name + '=' + queryText(schema);
            add(one, {});
            one = base("with " + name + " twice");
            one.target += joint + name + '=' + queryText(schema) + '&' + name + '=' + queryText(schema);
            add(one, {422});
            if (const QByteArray wrong = wrongQueryText(schema); !wrong.isEmpty()) {
                one = base("with a wrong " + name);
                one.target += joint + name + '=' + wrong;
                add(one, {422});
            }
        }
        ContractCase one = base("with a query parameter that nobody knows");
        one.target += QByteArray(1, joint) + "no_such_parameter=1";
        add(one, {422});
    }

    void makeBodies(const QJsonObject &schema)
    {
        ContractCase one = base("with broken JSON");
        one.body = "{\"a\":";
        add(one, {400});
        one = base("with an array for a body");
        one.body = "[]";
        add(one, {422});
        one = base("with a member that nobody knows");
        QJsonObject body = QJsonDocument::fromJson(m_base.body).object();
        QJsonObject changed = body;
        changed.insert(QStringLiteral("no_such_member"), 1);
        one.body = json(changed);
        add(one, {422});
        one = base("with the least that is required");
        one.body = json(least(schema));
        add(one, {});
        spoil(schema, body, QStringLiteral("body"), [](const QJsonObject &spoiled) { return spoiled; });
    }

    /// Each member of `object` wrong in each way that its schema forbids; `place` puts it back where it came from.
    void spoil(const QJsonObject &schema, const QJsonObject &object, const QString &path,
               const std::function<QJsonObject(const QJsonObject &)> &place)
    {
        const QJsonObject properties = schema.value(QLatin1String("properties")).toObject();
        const QJsonArray required = schema.value(QLatin1String("required")).toArray();
        for (auto it = properties.begin(); it != properties.end(); ++it) {
            const QJsonObject member = m_check.resolved(it.value().toObject());
            const QString where = path + u'.' + it.key();
            if (required.contains(it.key())) {
                QJsonObject spoiled = object;
                spoiled.remove(it.key());
                refuse(where, "is missing", place(spoiled));
            }
            for (const auto &[what, value] : wrongValues(member)) {
                QJsonObject spoiled = object;
                spoiled.insert(it.key(), value);
                refuse(where, what, place(spoiled));
            }
            if (typeOf(member) != QLatin1String("array"))
                continue;
            const QJsonObject item = m_check.resolved(member.value(QLatin1String("items")).toObject());
            const QJsonArray items = object.value(it.key()).toArray();
            if (typeOf(item) != QLatin1String("object") || items.isEmpty())
                continue;
            spoil(item, items.first().toObject(), where + QStringLiteral("[0]"), [&](const QJsonObject &spoiled) {
                QJsonObject outer = object;
                QJsonArray changed = items;
                changed[0] = spoiled;
                outer.insert(it.key(), changed);
                return place(outer);
            });
        }
    }

    void refuse(const QString &where, const QByteArray &what, const QJsonObject &body)
    {
        ContractCase one = base(where.toUtf8() + ' ' + what);
        one.body = json(body);
        add(one, {422});
    }

    static QString typeOf(const QJsonObject &schema)
    {
        const QJsonValue type = schema.value(QLatin1String("type"));
        return type.isArray() ? type.toArray().first().toString() : type.toString();
    }

    QList<QPair<QByteArray, QJsonValue>> wrongValues(const QJsonObject &schema) const
    {
        const QString type = typeOf(schema);
        QList<QPair<QByteArray, QJsonValue>> values;
        if (type == QLatin1String("string")) {
            values.append({"is a number", 1});
            const qint64 longest = schema.value(QLatin1String("maxLength")).toInteger(-1);
            if (longest >= 0 && longest < 20'000)
                values.append({"is too long", QString(longest + 1, u'x')});
            if (schema.value(QLatin1String("minLength")).toInteger(0) > 0)
                values.append({"is blank", QStringLiteral(" ")});
            if (schema.contains(QLatin1String("enum")) || schema.contains(QLatin1String("format")))
                values.append({"is another word", QStringLiteral("no-such-word")});
            else
                values.append({"has a control character", QStringLiteral("a\u0007b")});
        } else if (type == QLatin1String("integer") || type == QLatin1String("number")) {
            values.append({"is a string", QStringLiteral("1")});
            values.append({"is too small", schema.value(QLatin1String("minimum")).toDouble() - 1});
            values.append({"overflows", 1e300});
            if (type == QLatin1String("integer"))
                values.append({"has a fraction", 1.5});
        } else if (type == QLatin1String("boolean")) {
            values.append({"is a string", QStringLiteral("true")});
        } else if (type == QLatin1String("array")) {
            values.append({"is an object", QJsonObject()});
            if (schema.value(QLatin1String("minItems")).toInteger(0) > 0)
                values.append({"is empty", QJsonArray()});
        } else if (type == QLatin1String("object")) {
            values.append({"is an array", QJsonArray()});
        }
        return values;
    }

    QJsonObject least(const QJsonObject &schema) const
    {
        const QJsonObject example = QJsonDocument::fromJson(m_base.body).object();
        QJsonObject object;
        for (const QJsonValue &name : schema.value(QLatin1String("required")).toArray())
            object.insert(name.toString(), example.value(name.toString()));
        return object;
    }

    static QByteArray queryText(const QJsonObject &schema)
    {
        if (schema.contains(QLatin1String("enum")))
            return schema.value(QLatin1String("enum")).toArray().first().toString().toUtf8();
        const QString type = typeOf(schema);
        if (type == QLatin1String("array"))
            return queryText(schema.value(QLatin1String("items")).toObject());
        if (type == QLatin1String("integer") || type == QLatin1String("number"))
            return QByteArray::number(std::max<qint64>(1, schema.value(QLatin1String("minimum")).toInteger()));
        if (type == QLatin1String("boolean"))
            return "true";
        if (schema.value(QLatin1String("format")).toString() == QLatin1String("date-time"))
            return "2026-01-15T10:30:00Z";
        return "text";
    }

    /// Empty: every text is right.
    static QByteArray wrongQueryText(const QJsonObject &schema)
    {
        const QString type = typeOf(schema);
        if (type == QLatin1String("array"))
            return wrongQueryText(schema.value(QLatin1String("items")).toObject());
        if (type != QLatin1String("string") || schema.contains(QLatin1String("enum")) ||
            schema.contains(QLatin1String("format")))
            return "no-such-word";
        const qint64 longest = schema.value(QLatin1String("maxLength")).toInteger(-1);
        return longest >= 0 && longest < 2'000 ? QByteArray(longest + 1, 'x') : QByteArray();
    }

    static QByteArray fill(QByteArray path, const QByteArray &id)
    {
        path.replace("{id}", id);
        const qsizetype open = path.indexOf('{');
        return open < 0 ? path : path.left(open) + '1' + path.mid(path.indexOf('}') + 1);
    }

    static QByteArray callerOf(const QJsonObject &operation)
    {
        const QJsonArray roles = operation.value(QLatin1String("x-roles")).toArray();
        if (roles.contains(QStringLiteral("everybody")))
            return "nobody";
        const QJsonArray callers = operation.value(QLatin1String("x-callers")).toArray();
        const bool businessMay = callers.isEmpty() || callers.contains(QStringLiteral("business"));
        for (const QByteArray &role : rolesInOrder) {
            if (roles.contains(QString::fromLatin1(role)) && (role != "owner" || businessMay))
                return role;
        }
        return "owner";
    }

    const QJsonObject m_document;
    const JsonSchemaCheck m_check;
    ContractCase m_base;
    QList<ContractCase> m_cases;
};

} // namespace

QList<ContractCase> contractCases(const QJsonObject &document)
{
    return CaseMaker(document).make();
}

} // namespace oshaq::test

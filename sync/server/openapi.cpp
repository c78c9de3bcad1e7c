// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/openapi.h"

#include "sync/server/apiversions.h"

#include <algorithm>
#include <map>
#include <set>

namespace oshaq::openapi {

namespace {

struct Group
{
    const char *prefix;
    const char *tag;
    const char *description;
};

constexpr Group groups[] = {
    {"auth.", "auth", "Signing in: staff, guests, pairing, refresh."},
    {"business.", "business", "The restaurant: orders, the feed, the catalog, stations, terminals, staff, webhooks."},
    {"user.", "user", "Guests: their own orders, addresses and profile."},
    {"payment.", "payment", "Payments and refunds."},
    {"admin.", "admin", "Reports, retention, the journal, settings."},
    {"menu", "menu", "The public menu."},
    {"", "system", "The hub itself: health, metrics, this document."},
};

const Group &groupOf(const Route &route)
{
    return *std::find_if(std::begin(groups), std::end(groups),
                         [&](const Group &group) { return route.name.startsWith(group.prefix); });
}

MoneyForm moneyFormOf(int version)
{
    return version == 1 ? MoneyForm::MajorUnits : MoneyForm::MinorUnits;
}

QString utf8(const QByteArray &text)
{
    return QString::fromUtf8(text);
}

/// "business.orders.one" is "Business orders one" unless the route says better.
QString summaryOf(const Route &route)
{
    if (!route.summary.isEmpty())
        return utf8(route.summary);
    QString words = utf8(route.name).replace(u'.', u' ').replace(u'_', u' ');
    words[0] = words[0].toUpper();
    return words;
}

const char *reasonOf(int status)
{
    switch (status) {
    case 400:
        return "The request is broken: its query, its encoding, a body where none belongs.";
    case 401:
        return "No token, or one that is not good any more.";
    case 403:
        return "The caller's role may not do this.";
    case 404:
        return "There is no such thing, or it is another business's.";
    case 409:
        return "It does not fit the present state, or the Idempotency-Key was used with another body.";
    case 410:
        return "The cursor belongs to another epoch: take a snapshot.";
    case 412:
        return "The version is stale: somebody changed it meanwhile.";
    case 413:
        return "The body is too large.";
    case 415:
        return "The body is of another media type.";
    case 422:
        return "A value is wrong; the details say where.";
    case 429:
        return "Too many requests: wait as Retry-After says.";
    default:
        return "The hub cannot answer now; send it again with the same Idempotency-Key.";
    }
}

class Writer
{
public:
    Writer(const std::vector<Route> &routes, int version)
        : m_routes(routes)
        , m_version(version)
        , m_money(moneyFormOf(version))
    {}

    QByteArray write()
    {
        m_json.beginObject();
        member("openapi", "3.1.0");
        writeInfo();
        m_json.key("servers").beginArray().beginObject();
        member("url", "/");
        member("description", "This hub");
        m_json.endObject().endArray();
        writeTags();
        writePaths();
        writeComponents();
        m_json.endObject();
        return m_json.take();
    }

private:
    void member(QByteArrayView name, const char *text) { m_json.key(name).value(QString::fromUtf8(text)); }

    void writeInfo()
    {
        m_json.key("info").beginObject();
        member("title", "Oshaq");
        member("summary", "Restaurant order management for one site");
        m_json.key("description")
            .value(QStringLiteral("Version %1 of the API. %2")
                       .arg(QString::number(m_version),
                            m_version == 1 ? QStringLiteral("Answers stand in an envelope, amounts are exact decimal "
                                                            "numbers in major units. Paths without a version are v1.")
                                           : QStringLiteral("Answers are bare resources, amounts are minor units with "
                                                            "their currency, errors are RFC 9457 problems, pages are "
                                                            "linked by Link headers.")));
        m_json.key("version").value(QStringLiteral(OSHAQ_VERSION));
        m_json.key("contact").beginObject();
        member("name", "The Oshaq maintainers");
        m_json.endObject();
        m_json.key("license").beginObject();
        member("name", "GPL-3.0-or-later");
        member("identifier", "GPL-3.0-or-later");
        m_json.endObject();
        m_json.endObject();
    }

    void writeTags()
    {
        m_json.key("tags").beginArray();
        for (const Group &group : groups) {
            const bool used = std::any_of(m_routes.begin(), m_routes.end(),
                                          [&](const Route &route) { return &groupOf(route) == &group; });
            if (!used)
                continue;
            m_json.beginObject();
            member("name", group.tag);
            member("description", group.description);
            m_json.endObject();
        }
        m_json.endArray();
    }

    QByteArray pathOf(const Route &route) const
    {
        return route.root == Route::Root::Site ? route.pattern
                                               : "/api/v" + QByteArray::number(m_version) + route.pattern;
    }

    void writePaths()
    {
        // One entry for a path, with its methods in the order of the table.
        std::vector<QByteArray> paths;
        std::map<QByteArray, std::vector<const Route *>> byPath;
        for (const Route &route : m_routes) {
            auto &list = byPath[pathOf(route)];
            if (list.empty())
                paths.push_back(pathOf(route));
            list.push_back(&route);
        }
        m_json.key("paths").beginObject();
        for (const QByteArray &path : paths) {
            m_json.key(path).beginObject();
            for (const Route *route : byPath[path]) {
                m_json.key(route->method.toLower());
                writeOperation(*route);
            }
            m_json.endObject();
        }
        m_json.endObject();
    }

    void writeOperation(const Route &route)
    {
        m_json.beginObject();
        m_json.key("operationId").value(utf8(route.name));
        m_json.key("tags").beginArray().value(QString::fromLatin1(groupOf(route).tag)).endArray();
        m_json.key("summary").value(summaryOf(route));
        m_json.key("description").value(descriptionOf(route));
        writeCallers(route);
        writeParameters(route);
        writeRequestBody(route);
        writeResponses(route);
        m_json.key("security").beginArray();
        if (!route.permission.isPublic)
            m_json.beginObject().key("token").beginArray().endArray().endObject();
        m_json.endArray();
        m_json.endObject();
    }

    static QString descriptionOf(const Route &route)
    {
        QString text = summaryOf(route) + u'.';
        if (route.isWebSocket)
            text += QStringLiteral(" A WebSocket: ask for an upgrade. Messages are JSON of type hello, change and "
                                   "heartbeat.");
        if (route.idempotent)
            text += QStringLiteral(" Send an Idempotency-Key: the same key and body give the same outcome.");
        return text;
    }

    void writeCallers(const Route &route)
    {
        m_json.key("x-roles").beginArray();
        if (route.permission.isPublic)
            m_json.value(QStringLiteral("everybody"));
        for (const Role role : allRoles) {
            if (!route.permission.isPublic && (route.permission.roles & roleBit(role)) != 0)
                m_json.value(roleText(role));
        }
        if (!route.permission.isPublic && (route.permission.roles & roleBit(Role::Standby)) != 0)
            m_json.value(roleText(Role::Standby));
        m_json.endArray();
        if (route.permission.kinds == 0)
            return;
        using Kind = Principal::Kind;
        m_json.key("x-callers").beginArray();
        for (const auto &[kind, name] : {std::pair{Kind::Business, "business"}, std::pair{Kind::Terminal, "terminal"},
                                         std::pair{Kind::Guest, "guest"}, std::pair{Kind::Staff, "staff"},
                                         std::pair{Kind::Integration, "integration"}}) {
            if ((route.permission.kinds & kindBit(kind)) != 0)
                m_json.value(QString::fromLatin1(name));
        }
        m_json.endArray();
    }

    void parameter(const QString &name, const char *in, bool required, const QByteArray &schema,
                   const QString &description)
    {
        m_json.beginObject();
        m_json.key("name").value(name);
        member("in", in);
        m_json.key("required").value(required);
        m_json.key("description").value(description);
        m_json.key("schema").raw(schema);
        m_json.endObject();
    }

    void writeParameters(const Route &route)
    {
        m_json.key("parameters").beginArray();
        for (const QByteArray &segment : route.pattern.split('/')) {
            if (!segment.startsWith('{'))
                continue;
            const QByteArray name = segment.mid(1, segment.size() - 2);
            if (name == "id")
                parameter(QStringLiteral("id"), "path", true, R"({"type":"string","examples":["1"]})",
                          QStringLiteral("Its number, or the uuid of an order."));
            else
                parameter(utf8(name), "path", true, R"({"type":"string"})", utf8(name).replace(u'_', u' '));
        }
        for (const QueryField &field : route.query) {
            JsonWriter schema;
            writeSchema(schema, field.schema, MoneyForm::MajorUnits);
            m_json.beginObject();
            m_json.key("name").value(field.name);
            member("in", "query");
            m_json.key("required").value(field.presence == Presence::Required);
            m_json.key("description")
                .value(field.schema.description().isEmpty() ? QString(field.name).replace(u'_', u' ')
                                                            : field.schema.description());
            if (field.schema.type() == Schema::Type::Array) {
                member("style", "form");
                m_json.key("explode").value(false);
            }
            m_json.key("schema").raw(schema.take());
            m_json.endObject();
        }
        if (route.idempotent)
            parameter(QStringLiteral("Idempotency-Key"), "header", false,
                      R"({"type":"string","minLength":1,"maxLength":200})",
                      QStringLiteral("Makes a repeat safe: the same key and body give the same outcome."));
        m_json.endArray();
    }

    void writeRequestBody(const Route &route)
    {
        if (route.body == Route::Body::None)
            return;
        m_json.key("requestBody").beginObject();
        m_json.key("required").value(route.body == Route::Body::Required);
        m_json.key("content").beginObject();
        for (const QByteArray &type : route.rawTypes) {
            m_json.key(type).beginObject();
            m_json.key("schema").beginObject();
            m_json.endObject();
            m_json.endObject();
        }
        if (route.rawTypes.isEmpty()) {
            m_json.key("application/json").beginObject();
            m_json.key("schema");
            if (route.choice) {
                m_json.beginObject().key("oneOf").beginArray();
                writeSchema(m_json, *route.input, m_money);
                writeSchema(m_json, route.choice->schema, m_money);
                m_json.endArray().endObject();
            } else {
                writeSchema(m_json, *route.input, m_money);
            }
            m_json.key("example").raw(example(*route.input, {}, m_money));
            m_json.endObject();
        }
        m_json.endObject();
        m_json.endObject();
    }

    void writeResponses(const Route &route)
    {
        m_json.key("responses").beginObject();
        if (route.isWebSocket) {
            m_json.key("101").beginObject();
            member("description", "The connection is a WebSocket from now on.");
            m_json.endObject();
        } else {
            m_json.key(QByteArray::number(route.output.status)).beginObject();
            member("description", "Done.");
            writeContent(route);
            m_json.endObject();
        }
        for (const int status : refusals(route)) {
            const QByteArray code = QByteArray::number(status);
            m_json.key(code).beginObject();
            m_json.key("$ref").value(QStringLiteral("#/components/responses/") + utf8(responseName(route, code)));
            m_json.endObject();
        }
        m_json.endObject();
    }

    /// Paths outside of a version answer in v1's form in every document.
    QByteArray responseName(const Route &route, const QByteArray &code) const
    {
        return m_version != 1 && route.root == Route::Root::Site ? "site-" + code : code;
    }

    void writeContent(const Route &route)
    {
        const Output &output = route.output;
        m_json.key("content").beginObject();
        for (const QByteArray &type : output.otherTypes) {
            m_json.key(type).beginObject();
            m_json.key("schema").beginObject().endObject();
            m_json.endObject();
        }
        m_json.key(output.mediaType).beginObject();
        if (!output.schema) {
            m_json.key("schema").beginObject().endObject();
            m_json.endObject().endObject();
            return;
        }
        const bool bare = m_version != 1 && route.root == Route::Root::Api;
        const QByteArray data = example(*output.schema, {}, m_money);
        m_json.key("schema").beginObject();
        if (bare) {
            reference(output.name);
            m_json.endObject();
            m_json.key("example").raw(data);
        } else {
            member("type", "object");
            m_json.key("properties").beginObject();
            m_json.key("success").beginObject().key("const").value(true).endObject();
            m_json.key("data").beginObject();
            reference(output.name);
            m_json.endObject();
            m_json.key("message").beginObject();
            member("type", "string");
            m_json.endObject();
            if (output.meta) {
                m_json.key("meta");
                writeSchema(m_json, *output.meta, m_money);
            }
            m_json.endObject();
            m_json.key("required").beginArray();
            m_json.value(QStringLiteral("success")).value(QStringLiteral("data")).value(QStringLiteral("message"));
            if (output.meta)
                m_json.value(QStringLiteral("meta"));
            m_json.endArray();
            m_json.key("additionalProperties").value(false);
            m_json.endObject();
            m_json.key("example").beginObject();
            m_json.key("success").value(true);
            m_json.key("data").raw(data);
            member("message", "OK");
            if (output.meta)
                m_json.key("meta").raw(example(*output.meta, {}, m_money));
            m_json.endObject();
        }
        m_json.endObject().endObject();
    }

    void reference(const QByteArray &name)
    {
        m_json.key("$ref").value(QStringLiteral("#/components/schemas/") + utf8(name));
    }

    void writeComponents()
    {
        m_json.key("components").beginObject();
        m_json.key("securitySchemes").beginObject().key("token").beginObject();
        member("type", "http");
        member("scheme", "bearer");
        member("description", "A token of a business, terminal, guest, member of staff or integration. A terminal may "
                              "add the header Oshaq-Operator with the number of the member of staff who stands at it: "
                              "then it may what both may, and the journal names that person.");
        m_json.endObject().endObject();
        writeSchemas();
        writeErrorResponses();
        m_json.endObject();
    }

    void writeSchemas()
    {
        m_json.key("schemas").beginObject();
        std::set<QByteArray> written;
        for (const Route &route : m_routes) {
            if (!route.output.schema || route.isWebSocket || !written.insert(route.output.name).second)
                continue;
            m_json.key(route.output.name);
            const bool isApi = route.root == Route::Root::Api;
            writeSchema(m_json, *route.output.schema, isApi ? m_money : MoneyForm::MajorUnits);
        }
        writeErrorSchema();
        m_json.endObject();
    }

    static Schema detail(const char *place)
    {
        Q_UNUSED(place)
        return Schema::object({{QStringLiteral("path"), Schema::note(1000), Presence::Required},
                               {QStringLiteral("issue"), Schema::note(1000), Presence::Required}});
    }

    void writeErrorSchema()
    {
        const Schema text = Schema::note(10'000);
        const auto needed = [](const char *name, const Schema &schema) {
            return SchemaField{QString::fromLatin1(name), schema, Presence::Required};
        };
        const Schema details = Schema::array(Schema::object({needed("path", text), needed("issue", text)}), 0, 100);
        m_json.key("Error");
        const Schema error =
            Schema::object({needed("code", text), needed("message", text), needed("details", details)});
        writeSchema(m_json, Schema::object({needed("success", Schema::boolean()), needed("error", error),
                                            needed("request_id", text)}));
        if (m_version == 1)
            return;
        m_json.key("Problem");
        writeSchema(m_json, Schema::object({needed("type", text), needed("title", text),
                                            needed("status", Schema::integer(400, 599)), needed("detail", text),
                                            needed("instance", text), needed("code", text), needed("errors", details),
                                            needed("request_id", text)}));
    }

    void writeErrorResponse(const QByteArray &name, int status, bool isProblem)
    {
        m_json.key(name).beginObject();
        member("description", reasonOf(status));
        m_json.key("content").beginObject();
        m_json.key(isProblem ? QByteArrayView("application/problem+json") : QByteArrayView("application/json"));
        m_json.beginObject();
        m_json.key("schema").beginObject();
        reference(isProblem ? "Problem" : "Error");
        m_json.endObject().endObject().endObject().endObject();
    }

    void writeErrorResponses()
    {
        std::map<QByteArray, int> ofApi;
        std::map<QByteArray, int> ofSite;
        for (const Route &route : m_routes) {
            for (const int status : refusals(route)) {
                const QByteArray code = QByteArray::number(status);
                const QByteArray name = responseName(route, code);
                (name == code ? ofApi : ofSite)[name] = status;
            }
        }
        m_json.key("responses").beginObject();
        for (const auto &[name, status] : ofApi)
            writeErrorResponse(name, status, m_version != 1);
        for (const auto &[name, status] : ofSite)
            writeErrorResponse(name, status, false);
        m_json.endObject();
    }

    const std::vector<Route> &m_routes;
    const int m_version;
    const MoneyForm m_money;
    JsonWriter m_json;
};

bool isEdit(const Route &route)
{
    return route.method == "PATCH" || route.method == "PUT" || route.method == "DELETE";
}

} // namespace

QByteArray document(const std::vector<Route> &routes, int version)
{
    return Writer(routes, version).write();
}

std::vector<int> refusals(const Route &route)
{
    std::set<int> statuses{400, 422, 429, 503};
    if (!route.permission.isPublic)
        statuses.insert({401, 403});
    if (route.pattern.contains('{') || route.root == Route::Root::Api)
        statuses.insert(404);
    if (route.method != "GET")
        statuses.insert({409, 413});
    if (route.body != Route::Body::None)
        statuses.insert(415);
    if (isEdit(route) || route.method == "POST")
        statuses.insert(412);
    // Public routes of the auth group still refuse what does not sign in.
    if (route.name.startsWith("auth."))
        statuses.insert({401, 403});
    // Without a token, and signed.
    if (route.permission.isPublic && !route.rawTypes.isEmpty())
        statuses.insert(401);
    if (route.name.endsWith(".changes") || route.name == "replica.base" || route.isWebSocket)
        statuses.insert(410);
    return {statuses.begin(), statuses.end()};
}

} // namespace oshaq::openapi

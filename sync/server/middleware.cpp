// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/middleware.h"

#include "models/runtime/sha256.h"
#include "sync/protocol/errorjson.h"
#include "sync/server/accesslog.h"
#include "sync/server/apithread.h"
#include "sync/server/apiversions.h"
#include "sync/server/databaseshare.h"
#include "sync/server/gatewaysteps.h"
#include "sync/server/operatorstep.h"
#include "sync/server/programstep.h"
#include "sync/server/requesttrace.h"

#include <QDateTime>
#include <QLocale>
#include <QLoggingCategory>
#include <QUrl>

#include <algorithm>
#include <array>
#include <exception>

namespace oshaq::middleware {

namespace {

Q_LOGGING_CATEGORY(apiLog, "oshaq.api")

constexpr qsizetype maxRequestId = 64;
constexpr qsizetype maxIdempotencyKey = 200;

bool isRequestId(const QByteArray &text)
{
    const auto allowed = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '.' ||
               c == '-';
    };
    return !text.isEmpty() && text.size() <= maxRequestId && std::all_of(text.begin(), text.end(), allowed);
}

/// IMF-fixdate of RFC 9110.
QByteArray httpDate(qint64 ms)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC);
    return QLocale::c().toString(time, QStringLiteral("ddd, dd MMM yyyy hh:mm:ss 'GMT'")).toLatin1();
}

/// For steps that only see answers.
Flow enterNothing(ApiThread &, const ExchangePtr &)
{
    return Flow::Next;
}

Flow enterRequestId(ApiThread &thread, const ExchangePtr &exchange)
{
    const QByteArray given = exchange->request.header("x-request-id");
    exchange->requestId = isRequestId(given) ? given : thread.newRequestId();
    const auto parent = TraceContext::fromTraceparent(exchange->request.header("traceparent"));
    if (parent)
        exchange->traceId = parent->traceId;
    if (const auto &tracer = thread.shared().options.tracer) {
        exchange->span = tracer->begin(parent);
        exchange->traceId = exchange->span->traceId;
        exchange->parentSpanId = parent ? parent->spanId : QByteArray();
        exchange->beganUs = Tracer::nowUs();
    }
    return Flow::Next;
}

void leaveRequestId(ApiThread &, Exchange &exchange)
{
    exchange.addHeader(QByteArrayLiteral("X-Request-Id"), exchange.requestId);
    if (exchange.span)
        exchange.addHeader("traceparent", exchange.span->traceparent());
    else if (!exchange.traceId.isEmpty())
        exchange.addHeader("traceparent", exchange.request.header("traceparent"));
}

bool isRefusalOfSomebody(int status)
{
    return status == 401 || status == 403 || status == 429;
}

/// Failures of whoever wants to come in, whichever way.
void noteSignIn(ApiThread &thread, const Exchange &exchange)
{
    if (!exchange.error)
        return;
    ApiShared &shared = thread.shared();
    if (exchange.error->code == ErrorCode::CredentialsWrong)
        shared.wrongCredentials.fetch_add(1, std::memory_order_relaxed);
    else if (exchange.error->code == ErrorCode::SignInLocked)
        shared.lockedSignIns.fetch_add(1, std::memory_order_relaxed);
    else
        return;
    thread.hub().signInFailures().note(thread.monotonicMs());
}

void leaveAccessLog(ApiThread &thread, Exchange &exchange)
{
    const int status = exchange.session ? 101 : exchange.response.status;
    exchange.databaseNs += thread.takeDatabaseNs();
    thread.shared().metrics.count(exchange.route, status, exchange.watch.nsecsElapsed() / 1000,
                                  exchange.databaseNs / 1000);
    noteSignIn(thread, exchange);
    tracing::requestEnded(thread, exchange, status);
    const auto &log = thread.shared().options.accessLog;
    const auto &securityLog = thread.shared().options.securityLog;
    const bool isSecurity = securityLog && exchange.error && isRefusalOfSomebody(status);
    if (!log && !isSecurity)
        return;
    AccessRecord record;
    record.atMs = thread.nowMs();
    record.requestId = exchange.requestId;
    record.traceId = exchange.traceId;
    record.method = exchange.request.method;
    if (exchange.route)
        record.route = exchange.route->fullPattern;
    record.path = exchange.request.path;
    record.status = status;
    record.ms = static_cast<double>(exchange.watch.nsecsElapsed()) / 1e6;
    record.bytesIn = exchange.request.body.size();
    record.bytesOut = exchange.response.body.size();
    record.address = exchange.request.remoteAddress;
    if (exchange.principal)
        record.principal = exchange.principal->key();
    if (exchange.error)
        record.errorCode = errorCodeText(exchange.error->code).toLatin1();
    const QByteArray line = accessLogLine(record);
    if (log)
        log(line);
    if (isSecurity)
        securityLog(line);
}

void leaveErrors(ApiThread &, Exchange &exchange)
{
    if (!exchange.error)
        return;
    Error &error = *exchange.error;
    HttpResponse &response = exchange.response;
    response.status = httpStatus(error.code);
    response.contentType = HttpResponse{}.contentType;
    if (error.code == ErrorCode::Internal || error.code == ErrorCode::StorageUnavailable) {
        // What went wrong inside, with its paths and SQL, is for the log; the client gets the request id to quote.
        qCCritical(apiLog).noquote() << "request" << exchange.requestId << "failed:" << error.message;
        error.message =
            error.code == ErrorCode::Internal
                ? QStringLiteral("Something went wrong here; the log knows more.")
                : QStringLiteral("The storage does not answer now. Send it again with the same Idempotency-Key.");
        std::erase_if(error.details,
                      [](const ErrorDetail &detail) { return detail.path != QLatin1String(healthReason); });
    }
    if (exchange.apiVersion == 1) {
        response.body = errorJson(error, exchange.requestId);
    } else {
        response.contentType = "application/problem+json";
        response.body = problemJson(error, response.status, exchange.request.path, exchange.requestId);
    }
    if (response.status == 401)
        exchange.addHeader("WWW-Authenticate", exchange.token.isEmpty() ? "Bearer" : "Bearer error=\"invalid_token\"");
    if (response.status == 503)
        exchange.addHeader("Retry-After", "1");
}

Flow enterVersion(ApiThread &thread, const ExchangePtr &exchange)
{
    // Only OPTIONS may ask for it: what the server takes as a whole.
    if (exchange->request.path == "*") {
        exchange->addHeader("Allow", "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS");
        exchange->response.status = 204;
        return Flow::Answer;
    }
    if (const ReadTarget *known = thread.targets().find(exchange->request)) {
        static_cast<ReadTarget &>(*exchange) = *known;
        exchange->isTargetKnown = true;
        return Flow::Next;
    }
    Result<Target> target = readTarget(exchange->request.path);
    if (!target) {
        exchange->error = target.error();
        return Flow::Answer;
    }
    exchange->underApi = target->underApi;
    exchange->apiVersion = target->apiVersion;
    exchange->segments = std::move(target->segments);
    return Flow::Next;
}

/// RFC 9745 and RFC 8594: since when this version is not to be built upon, and when it goes.
void announceEnd(ApiThread &thread, Exchange &exchange)
{
    for (const VersionEnd &end : thread.shared().options.versionEnds) {
        if (end.version != exchange.apiVersion || !exchange.underApi)
            continue;
        if (end.deprecatedAtMs > 0)
            exchange.addHeader("Deprecation", '@' + QByteArray::number(end.deprecatedAtMs / 1000));
        if (end.sunsetAtMs > 0)
            exchange.addHeader("Sunset", httpDate(end.sunsetAtMs));
        exchange.addHeader("Link", "</docs>; rel=\"deprecation\"; type=\"text/html\"");
    }
}

/// The path of this request with another cursor; cursors are base64url or digits with a dot and need no encoding.
QByteArray pageLink(const Exchange &exchange, const char *parameter, const QString &cursor)
{
    QByteArray query;
    for (const QByteArray &pair : exchange.request.query.split('&')) {
        if (!pair.isEmpty() && !pair.startsWith(QByteArray(parameter) + '='))
            query += pair + '&';
    }
    return '<' + exchange.request.path + '?' + query + parameter + '=' + QUrl::toPercentEncoding(cursor) +
           ">; rel=\"next\"";
}

/// A bare resource, amounts in minor units, cursors in Link.
Result<void> renderV2(ApiThread &thread, Exchange &exchange)
{
    const Exchange::Success &success = *exchange.success;
    const auto &schema = exchange.route->output.schema;
    HttpResponse &response = exchange.response;
    response.body = success.data;
    if (schema && apiversions::hasMoney(*schema)) {
        const Result<Currency> currency = thread.currencyOf(exchange);
        if (!currency)
            return currency.error();
        const Result<JsonValue> data = parseJson(success.data);
        if (!data)
            return Error{ErrorCode::Internal, data.error().message, {}};
        JsonWriter json;
        apiversions::writeV2(json, *data, *schema, *currency);
        response.body = json.take();
    }
    if (success.meta.isEmpty())
        return {};
    const Result<JsonValue> meta = parseJson(success.meta);
    if (!meta)
        return Error{ErrorCode::Internal, meta.error().message, {}};
    const JsonValue &next = (*meta)[u"next_cursor"];
    const JsonValue &cursor = (*meta)[u"cursor"];
    if (next.isString())
        exchange.addHeader("Link", pageLink(exchange, "cursor", next.string()));
    // The feed goes on for ever: its next page is there even while it is empty.
    if (cursor.isString())
        exchange.addHeader("Link", pageLink(exchange, "since", cursor.string()));
    return {};
}

void leaveVersion(ApiThread &thread, Exchange &exchange)
{
    announceEnd(thread, exchange);
    if (exchange.error || !exchange.success)
        return;
    const Exchange::Success &success = *exchange.success;
    if (exchange.apiVersion == 1 || !exchange.underApi) {
        exchange.response.body =
            !success.v1.isEmpty() ? success.v1 : successJson(success.data, success.message, success.meta);
        return;
    }
    if (const Result<void> rendered = renderV2(thread, exchange); !rendered)
        exchange.error = rendered.error();
}

Flow findRoute(const ExchangePtr &exchange)
{
    const RouteTable::Match match = RouteTable::find(exchange->request.method, exchange->underApi, exchange->segments);
    if (!match.route && !match.allowed.isEmpty()) {
        exchange->addHeader("Allow", match.allowed.join(", "));
        if (exchange->request.method == "OPTIONS") {
            exchange->response.status = 204;
            return Flow::Answer;
        }
        exchange->refuse(ErrorCode::MethodNotAllowed,
                         QStringLiteral("This path takes %1.").arg(QString::fromLatin1(match.allowed.join(", "))));
        return Flow::Answer;
    }
    if (!match.route) {
        exchange->refuse(ErrorCode::NotFound, QStringLiteral("There is nothing at this path."));
        return Flow::Answer;
    }
    exchange->route = match.route;
    exchange->orderRef = match.orderRef;
    exchange->pathText = match.pathText;
    return Flow::Next;
}

Flow enterMatch(ApiThread &, const ExchangePtr &exchange)
{
    if (!exchange->isTargetKnown && findRoute(exchange) != Flow::Next)
        return Flow::Answer;
    if (exchange->isUpgrade != exchange->route->isWebSocket) {
        exchange->refuse(ErrorCode::BadRequest, exchange->isUpgrade
                                                    ? QStringLiteral("This path is no WebSocket.")
                                                    : QStringLiteral("This path is a WebSocket: ask for an upgrade."));
        return Flow::Answer;
    }
    return Flow::Next;
}

/// A page cannot set headers of its WebSocket: it offers the subprotocols "oshaq.v1" and "bearer.TOKEN".
QByteArray offeredToken(const QByteArray &protocols)
{
    for (const QByteArray &offered : protocols.split(',')) {
        const QByteArray protocol = offered.trimmed();
        if (protocol.startsWith("bearer."))
            return protocol.mid(7);
    }
    return {};
}

Flow enterAuthentication(ApiThread &thread, const ExchangePtr &exchange)
{
    if (exchange->route->permission.isPublic)
        return Flow::Next;
    exchange->token = bearerToken(exchange->request.header("authorization"));
    if (exchange->token.isEmpty() && exchange->isUpgrade)
        exchange->token = offeredToken(exchange->request.header("sec-websocket-protocol"));
    if (exchange->token.isEmpty()) {
        exchange->refuse(ErrorCode::Unauthenticated,
                         QStringLiteral("Send a token as \"Authorization: Bearer TOKEN\"."));
        return Flow::Answer;
    }
    auto principal = thread.authenticate(exchange->token);
    if (!principal) {
        exchange->error = principal.error();
        return Flow::Answer;
    }
    exchange->principal = std::move(principal).value();
    return Flow::Next;
}

Flow enterAuthorization(ApiThread &, const ExchangePtr &exchange)
{
    const Permission &permission = exchange->route->permission;
    if (permission.isPublic || permission.allows(*exchange->principal))
        return Flow::Next;
    exchange->refuse(ErrorCode::Forbidden,
                     QStringLiteral("A %1 may not do this.").arg(roleText(exchange->principal->role)));
    return Flow::Answer;
}

QByteArray mediaType(const QByteArray &contentType)
{
    const qsizetype semicolon = contentType.indexOf(';');
    return (semicolon < 0 ? contentType : contentType.left(semicolon)).trimmed().toLower();
}

Result<void> checkRawBody(const Exchange &exchange)
{
    const QList<QByteArray> &types = exchange.route->rawTypes;
    if (exchange.request.body.isEmpty())
        return Error{ErrorCode::BadRequest, QStringLiteral("The body is empty."), {}};
    if (!types.contains(mediaType(exchange.request.header("content-type"))))
        return Error{ErrorCode::UnsupportedMediaType,
                     QStringLiteral("Send the body as %1.").arg(QString::fromLatin1(types.join(", "))),
                     {}};
    return {};
}

Result<void> checkBody(ApiThread &thread, Exchange &exchange)
{
    const Route &route = *exchange.route;
    const QByteArray &body = exchange.request.body;
    if (body.size() > route.maxBodyBytes)
        return Error{ErrorCode::PayloadTooLarge,
                     QStringLiteral("This route takes at most %1 bytes.").arg(route.maxBodyBytes),
                     {}};
    if (route.body == Route::Body::None) {
        if (!body.isEmpty())
            return Error{ErrorCode::BadRequest, QStringLiteral("This route takes no body."), {}};
        return {};
    }
    if (!route.rawTypes.isEmpty())
        return checkRawBody(exchange);
    if (body.isEmpty()) {
        if (route.body == Route::Body::Required)
            return Error{
                ErrorCode::MalformedJson, QStringLiteral("The body is empty; this route needs a JSON object."), {}};
        exchange.body = JsonValue::makeObject({});
        return {};
    }
    if (mediaType(exchange.request.header("content-type")) != "application/json")
        return Error{ErrorCode::UnsupportedMediaType, QStringLiteral("Send the body as application/json."), {}};
    auto parsed = parseJson(body);
    if (!parsed)
        return parsed.error();
    exchange.body = std::move(parsed).value();
    const bool chosen = route.choice && exchange.body[route.choice->field].string() == route.choice->value;
    const Schema &schema = chosen ? route.choice->schema : *route.input;
    if (exchange.apiVersion > 1 && apiversions::hasMoney(schema)) {
        const Result<Currency> currency = thread.currencyOf(exchange);
        if (!currency)
            return currency.error();
        auto read = apiversions::readV2(exchange.body, schema, *currency);
        if (!read)
            return read.error();
        exchange.body = std::move(read).value();
    }
    return validate(schema, exchange.body);
}

JsonValue queryScalar(const Schema &schema, const QString &text)
{
    if (schema.type() != Schema::Type::Integer)
        return JsonValue::makeString(text);
    // Digits only: what is no integer stays a string and is refused as such.
    const bool digits = !text.isEmpty() && text.size() <= 20 &&
                        std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    return digits ? JsonValue::makeNumber(text.toLatin1()) : JsonValue::makeString(text);
}

Result<void> checkQuery(Exchange &exchange)
{
    auto decoded = decodeQuery(exchange.request.query);
    if (!decoded)
        return decoded.error();
    std::vector<SchemaField> fields;
    std::vector<JsonValue::Member> members;
    for (const QueryField &field : exchange.route->query)
        fields.push_back({field.name, field.schema, field.presence});
    for (auto &[name, value] : *decoded) {
        const auto &known = exchange.route->query;
        const auto field =
            std::find_if(known.begin(), known.end(), [&](const QueryField &f) { return f.name == name; });
        if (field == known.end()) {
            members.emplace_back(name, JsonValue::makeNull());
            continue;
        }
        // A '+' of a time zone arrives as a space when the client did not encode it; no time has a space.
        if (field->schema.type() == Schema::Type::String && field->schema.format() == Schema::Format::DateTime)
            value.replace(u' ', u'+');
        if (field->schema.type() != Schema::Type::Array) {
            members.emplace_back(name, queryScalar(field->schema, value));
            continue;
        }
        std::vector<JsonValue> items;
        for (const QString &part : value.split(u','))
            items.push_back(queryScalar(field->schema.item(), part));
        members.emplace_back(name, JsonValue::makeArray(std::move(items)));
    }
    const Result<void> checked = validate(Schema::object(std::move(fields)), JsonValue::makeObject(std::move(members)));
    if (!checked)
        return checked;
    exchange.query = std::move(decoded).value();
    return {};
}

Flow enterValidation(ApiThread &thread, const ExchangePtr &exchange)
{
    Result<void> checked;
    if (!exchange->isTargetKnown) {
        checked = checkQuery(*exchange);
        if (checked)
            thread.targets().keep(exchange->request, *exchange);
    }
    if (checked)
        checked = checkBody(thread, *exchange);
    if (checked)
        return Flow::Next;
    exchange->error = checked.error();
    return Flow::Answer;
}

Flow enterIdempotency(ApiThread &, const ExchangePtr &exchange)
{
    if (!exchange->route->idempotent)
        return Flow::Next;
    const QByteArray key = exchange->request.header("idempotency-key");
    if (key.isEmpty())
        return Flow::Next;
    const bool printable = std::all_of(key.begin(), key.end(), [](char c) { return c >= 0x20 && c <= 0x7e; });
    if (key.size() > maxIdempotencyKey || !printable) {
        exchange->refuse(
            ErrorCode::BadRequest,
            QStringLiteral("Idempotency-Key takes 1 to %1 printable ASCII characters.").arg(maxIdempotencyKey));
        return Flow::Answer;
    }
    // The path as it is, not the pattern: one key on two orders must not give the second one the first one's answer.
    QString route = QString::fromLatin1(exchange->request.method) + u' ';
    for (const QString &segment : exchange->segments)
        route += u'/' + segment.toLower();
    exchange->claim = IdempotencyClaim{route, QString::fromLatin1(key), sha256(exchange->request.body)};
    return Flow::Next;
}

Flow enterRoute(ApiThread &thread, const ExchangePtr &exchange)
{
    return exchange->route->handler(thread, exchange);
}

constexpr std::array list{
    Step{"request id", "First: every line that is written later, and every answer, carries it.", enterRequestId,
         leaveRequestId},
    Step{"access log", "Outside of everything that can refuse, so that every answer has its line with its time.",
         enterNothing, leaveAccessLog},
    Step{"errors", "Inside the log, which records the code; outside of all that refuses: one place makes envelopes.",
         enterNothing, leaveErrors},
    Step{"security headers", "Outside of all that refuses: a refusal needs them too.", enterNothing,
         gateway::leaveSecurityHeaders},
    Step{"addresses", "Before any work: whoever may not come in costs nothing. Finds who asks, which limits count by.",
         gateway::enterAddresses, nullptr},
    Step{"origins", "Outside of all that refuses over content: a browser must be able to read those refusals.",
         gateway::enterOrigins, nullptr},
    Step{
        "version",
        "Before any limit or lookup that may differ between versions; reads the path once. On the way back it renders.",
        enterVersion, leaveVersion},
    Step{"program", "Before authentication: what an old screen would take for a bad token has another reason.",
         programstep::enter, nullptr},
    Step{"rate limit by address",
         "Before anything that costs a database read: guessing tokens or paths is what it limits.",
         gateway::enterAddressLimit, gateway::leaveAddressLimit},
    Step{"match", "Authentication needs the route: it says what is public.", enterMatch, nullptr},
    Step{"authentication", "Before everything that looks at content: strangers learn nothing from validation.",
         enterAuthentication, nullptr},
    Step{"rate limit by token", "As soon as it is known who asks, because many tokens may share an address.",
         gateway::enterTokenLimit, nullptr},
    Step{"operator",
         "Before authorization, which asks what terminal and person may both do; after the limits, since it reads.",
         operatorstep::enter, operatorstep::leave},
    Step{"authorization", "Before the body is parsed: a forbidden caller costs no work.", enterAuthorization, nullptr},
    Step{"validation", "Before idempotency: a malformed request must not use a key up.", enterValidation, nullptr},
    Step{"idempotency", "Last before the route; the claim itself is made in the command's own transaction.",
         enterIdempotency, nullptr},
    Step{"route", "Last: everything that can be decided without it is decided.", enterRoute, nullptr},
};

} // namespace

Result<Target> readTarget(const QByteArray &path)
{
    auto decoded = decodePath(path);
    if (!decoded)
        return decoded.error();
    Target target;
    target.segments = std::move(decoded).value();
    if (target.segments.front() != u"api")
        return target;
    target.underApi = true;
    target.segments.erase(target.segments.begin());
    const auto version = target.segments.empty() ? std::nullopt : apiversions::fromSegment(target.segments.front());
    if (version == 0)
        return Error{ErrorCode::UnknownVersion, QStringLiteral("This server speaks v1 and v2 of the API."), {}};
    if (version) {
        target.apiVersion = *version;
        target.segments.erase(target.segments.begin());
    }
    return target;
}

QByteArray bearerToken(const QByteArray &authorization)
{
    if (authorization.size() <= 7 || authorization.left(7).compare("bearer ", Qt::CaseInsensitive) != 0)
        return {};
    return authorization.mid(7).trimmed();
}

std::span<const Step> steps()
{
    return list;
}

void run(ApiThread &thread, const ExchangePtr &exchange)
{
    const DatabaseShare share(thread, *exchange);
    Flow flow = Flow::Next;
    try {
        while (flow == Flow::Next && exchange->stepsEntered < list.size()) {
            const Step &step = list[exchange->stepsEntered++];
            flow = step.enter(thread, exchange);
        }
    } catch (const std::exception &exception) {
        // Ours do not throw; the standard library may. One bad request must not end the restaurant's evening.
        exchange->refuse(ErrorCode::Internal, QString::fromUtf8(exception.what()));
        flow = Flow::Answer;
    }
    if (flow != Flow::Pending)
        unwind(thread, *exchange);
}

void unwind(ApiThread &thread, Exchange &exchange)
{
    while (exchange.stepsEntered > 0) {
        const Step &step = list[--exchange.stepsEntered];
        if (step.leave)
            step.leave(thread, exchange);
    }
    if (exchange.respond)
        exchange.respond(std::move(exchange.response));
}

} // namespace oshaq::middleware

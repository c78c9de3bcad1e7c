// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/routes.h"

#include "models/hub/drawerservice.h"
#include "sync/protocol/drawerjson.h"
#include "sync/protocol/outputs.h"
#include "sync/protocol/paymentjson.h"
#include "sync/server/apijson.h"
#include "sync/server/apithread.h"
#include "sync/server/conditional.h"
#include "sync/server/ifmatch.h"
#include "sync/server/routebuilder.h"

namespace oshaq::routes {

namespace {

constexpr int defaultDrawers = 50;

qint64 screenOf(const Exchange &exchange)
{
    const Principal &principal = *exchange.principal;
    return principal.kind == Principal::Kind::Terminal ? principal.id : 0;
}

/// The session that the caller's cash goes into; 0: none.
Result<qint64> hereOf(sql::Database &database, const Exchange &exchange)
{
    const auto open = drawerreads::open(database, exchange.principal->businessId);
    if (!open)
        return open.error();
    const DrawerSession *session = drawerFor(*open, screenOf(exchange));
    return session ? session->id : 0;
}

Result<void> answerDrawer(ApiThread &thread, Exchange &exchange, qint64 id, int status, const QString &message)
{
    auto database = thread.reader();
    if (!database)
        return database.error();
    const auto session = drawerreads::one(**database, exchange.principal->businessId, id);
    if (!session)
        return session.error();
    const auto here = hereOf(**database, exchange);
    if (!here)
        return here.error();
    JsonWriter json;
    writeDrawer(json, *session, session->id == *here);
    conditional::tagVersion(exchange, session->version);
    apijson::succeed(exchange, status, json.take(), message);
    return {};
}

Flow listDrawers(ApiThread &thread, const ExchangePtr &exchange)
{
    auto database = thread.reader();
    if (!database)
        return refuse(*exchange, database.error());
    const qint64 businessId = exchange->principal->businessId;
    const auto here = hereOf(**database, *exchange);
    if (!here)
        return refuse(*exchange, here.error());
    drawerreads::Page page;
    if (queryValue(exchange->query, u"state") == u"open") {
        auto open = drawerreads::open(**database, businessId);
        if (!open)
            return refuse(*exchange, open.error());
        page.sessions = std::move(*open);
    } else {
        const QString limit = queryValue(exchange->query, u"limit");
        auto read = drawerreads::page(**database, businessId, limit.isNull() ? defaultDrawers : limit.toInt(),
                                      queryValue(exchange->query, u"cursor"));
        if (!read)
            return refuse(*exchange, read.error());
        page = std::move(*read);
    }
    JsonWriter json;
    json.beginArray();
    for (const DrawerSession &one : page.sessions)
        writeDrawer(json, one, one.id == *here);
    json.endArray();
    apijson::succeed(*exchange, 200, json.take(), QStringLiteral("OK"), apijson::pageMeta(page.nextCursor));
    return Flow::Answer;
}

Flow oneDrawer(ApiThread &thread, const ExchangePtr &exchange)
{
    const auto answered = answerDrawer(thread, *exchange, exchange->rowId(), 200, QStringLiteral("OK"));
    return answered ? Flow::Answer : refuse(*exchange, answered.error());
}

Flow openDrawer(ApiThread &thread, const ExchangePtr &exchange)
{
    const auto currency = thread.currencyOf(*exchange);
    if (!currency)
        return refuse(*exchange, currency.error());
    const auto amount = readAmount(exchange->body, u"float", *currency);
    if (!amount)
        return refuse(*exchange, amount.error());
    return thread.submit(
        exchange, [minor = amount->value_or(0)](WriteContext &context) { return drawerwrites::open(context, minor); },
        [](ApiThread &owner, Exchange &done, const WriteOutcome &outcome) {
            done.addHeader("Location", "/api/v1/business/drawers/" + QByteArray::number(outcome.entityId));
            return answerDrawer(owner, done, outcome.entityId, outcome.code, QStringLiteral("Drawer opened"));
        });
}

Flow moveCash(ApiThread &thread, const ExchangePtr &exchange)
{
    const auto currency = thread.currencyOf(*exchange);
    if (!currency)
        return refuse(*exchange, currency.error());
    const JsonValue &body = exchange->body;
    const auto amount = readAmount(body, u"amount", *currency);
    if (!amount)
        return refuse(*exchange, amount.error());
    const auto kind = drawerMoveKindFromText(body[u"kind"].string()).value_or(DrawerMoveKind::PayIn);
    const QString reason = cleanText(body[u"reason"].string()).trimmed();
    return thread.submit(
        exchange,
        [id = exchange->rowId(), kind, minor = amount->value_or(0), reason](WriteContext &context) {
            return drawerwrites::move(context, id, kind, minor, reason);
        },
        [](ApiThread &owner, Exchange &done, const WriteOutcome &outcome) {
            return answerDrawer(owner, done, outcome.entityId, outcome.code, QStringLiteral("Written down"));
        });
}

Result<drawerwrites::Found> readFound(ApiThread &thread, const Exchange &exchange)
{
    const auto currency = thread.currencyOf(exchange);
    if (!currency)
        return currency.error();
    const auto counted = readAmount(exchange.body, u"counted", *currency);
    if (!counted)
        return counted.error();
    auto pieces = readPieces(exchange.body, *currency);
    if (!pieces)
        return pieces.error();
    if (!*counted && pieces->empty()) {
        const QString issue = QStringLiteral("is required without pieces");
        return Error{ErrorCode::ValidationFailed, issue, {{QStringLiteral("counted"), issue}}};
    }
    const auto sum = sumOfPieces(*pieces);
    if (!sum)
        return sum.error();
    return drawerwrites::Found{counted->value_or(*sum), std::move(*pieces)};
}

Flow countDrawer(ApiThread &thread, const ExchangePtr &exchange)
{
    const auto found = readFound(thread, *exchange);
    if (!found)
        return refuse(*exchange, found.error());
    return thread.submit(
        exchange,
        [id = exchange->rowId(), found = *found](WriteContext &context) {
            return drawerwrites::count(context, id, found);
        },
        [](ApiThread &owner, Exchange &done, const WriteOutcome &outcome) {
            return answerDrawer(owner, done, outcome.entityId, outcome.code, QStringLiteral("Counted"));
        });
}

Flow closeDrawer(ApiThread &thread, const ExchangePtr &exchange)
{
    const auto version = seenVersion(*exchange);
    if (!version)
        return refuse(*exchange, version.error());
    const auto found = readFound(thread, *exchange);
    if (!found)
        return refuse(*exchange, found.error());
    const QString note = cleanText(exchange->body[u"note"].string()).trimmed();
    return thread.submit(
        exchange,
        [id = exchange->rowId(), found = *found, note, seen = *version](WriteContext &context) {
            return drawerwrites::close(context, id, found, note, seen);
        },
        [](ApiThread &owner, Exchange &done, const WriteOutcome &outcome) {
            return answerDrawer(owner, done, outcome.entityId, outcome.code, QStringLiteral("Drawer closed"));
        });
}

} // namespace

std::vector<Route> drawerRoutes()
{
    using namespace routing;
    constexpr auto needed = Route::Body::Required;
    const Permission floor = only(floorRoles);
    const Output drawer = answers("Drawer", outputs::drawer());
    return {
        summed(get("/business/drawers", "business.drawers.list", floor,
                   {queryField("state", Schema::oneOf({QStringLiteral("open"), QStringLiteral("all")})), limitField(),
                    cursorField()},
                   answersList("DrawerList", outputs::drawer()), listDrawers),
               "Cash drawers, newest first, without what was put in and taken out by hand"),
        summed(write("POST", "/business/drawers", "business.drawers.open", floor, needed, newDrawerSchema(),
                     created(drawer), openDrawer),
               "Open the drawer beside the caller's screen with its float"),
        summed(get("/business/drawers/{id}", "business.drawers.one", floor, {}, drawer, oneDrawer),
               "A cash drawer with its movements by hand and its counts"),
        summed(write("POST", "/business/drawers/{id}/moves", "business.drawers.move", floor, needed, drawerMoveSchema(),
                     created(drawer), moveCash),
               "Put cash in or take some out, and say why"),
        summed(write("POST", "/business/drawers/{id}/counts", "business.drawers.count", floor, needed,
                     drawerCountSchema(), created(drawer), countDrawer),
               "Count a drawer that stays open"),
        summed(write("POST", "/business/drawers/{id}/close", "business.drawers.close", floor, needed,
                     drawerCloseSchema(), drawer, closeDrawer),
               "Count a drawer for the last time and close it"),
    };
}

} // namespace oshaq::routes

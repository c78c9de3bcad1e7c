// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/routes.h"

#include "models/hub/catalogservice.h"
#include "models/hub/feedservice.h"
#include "models/hub/paintedservice.h"
#include "sync/protocol/commandjson.h"
#include "sync/protocol/feedjson.h"
#include "sync/protocol/outputs.h"
#include "sync/server/apijson.h"
#include "sync/server/apithread.h"
#include "sync/server/requesttrace.h"
#include "sync/server/routebuilder.h"

namespace oshaq::routes {

namespace {

constexpr int defaultChanges = 200;

Flow acknowledgePainted(ApiThread &thread, const ExchangePtr &exchange)
{
    auto acks = readPainted(exchange->body);
    if (!acks)
        return refuse(*exchange, acks.error());
    const Principal &caller = *exchange->principal;
    if (caller.kind == Principal::Kind::Terminal) {
        for (const PaintedAck &ack : *acks)
            thread.hub().presence().painted(caller.id, ack.stationId, thread.monotonicMs());
    }
    const qint64 arrivedAtMs = exchange->request.arrivedAtMs;
    const size_t count = acks->size();
    tracing::painted(thread, *exchange, *acks);
    return thread.submit(
        exchange,
        [painted = std::move(acks).value(), arrivedAtMs](WriteContext &context) {
            return paintedwrites::acknowledge(context, painted, arrivedAtMs);
        },
        [count](ApiThread &owner, Exchange &done, const WriteOutcome &outcome) -> Result<void> {
            owner.hub().presence().acknowledged();
            // A replay knows no latencies: they were measured by the first one.
            std::vector<qint64> latencies = outcome.values;
            for (const qint64 latency : latencies) {
                if (latency >= 0)
                    owner.shared().painted.add(latency, ApiShared::paintedBoundsMs);
            }
            latencies.resize(count, -1);
            apijson::succeed(done, 200, paintedDataJson(latencies), QStringLiteral("Acknowledged"));
            return {};
        });
}

Flow snapshot(ApiThread &thread, const ExchangePtr &exchange)
{
    auto database = thread.reader();
    if (!database)
        return refuse(*exchange, database.error());
    const qint64 nowMs = thread.nowMs();
    const Principal &caller = *exchange->principal;
    const qint64 terminalId = caller.kind == Principal::Kind::Terminal ? caller.id : 0;
    auto read = feedreads::snapshot(**database, caller.businessId, nowMs, terminalId);
    if (!read)
        return refuse(*exchange, read.error());
    read->replica = thread.hub().replica().note();
    apijson::succeed(
        *exchange, 200,
        snapshotJson(*read, orderViewFor(caller.role), nowMs, thread.hub().alarms().told(caller.businessId)),
        QStringLiteral("OK"));
    return Flow::Answer;
}

Flow changes(ApiThread &thread, const ExchangePtr &exchange)
{
    const Cursor since = Cursor::fromText(queryValue(exchange->query, u"since"));
    if (!since.isValid()) {
        exchange->refuse(ErrorCode::ValidationFailed, QStringLiteral("The request is wrong in one place."),
                         {{QStringLiteral("since"), QStringLiteral("must be a cursor, EPOCH.SEQ")}});
        return Flow::Answer;
    }
    thread.fenceBy(since.epoch);
    const QString limitText = queryValue(exchange->query, u"limit");
    const int limit = limitText.isNull() ? defaultChanges : limitText.toInt();

    auto database = thread.reader();
    if (!database)
        return refuse(*exchange, database.error());
    const qint64 businessId = exchange->principal->businessId;
    const qint64 nowMs = thread.nowMs();
    const auto page = feedreads::changes(**database, businessId, since, limit);
    if (!page)
        return refuse(*exchange, page.error());
    const auto business = thread.business(businessId);
    if (!business)
        return refuse(*exchange, business.error());
    const Result<Currency> currency = Currency::fromCode(business->currency);
    if (!currency)
        return refuse(*exchange, Error{ErrorCode::Internal, currency.error().message, {}});

    apijson::succeed(*exchange, 200, changesDataJson(*page, *currency, orderViewFor(exchange->principal->role)),
                     QStringLiteral("OK"), changesMetaJson(*page, nowMs));
    return Flow::Answer;
}

Flow openLive(ApiThread &thread, const ExchangePtr &exchange)
{
    auto slot = thread.shared().sockets.take(QByteArray::number(exchange->principal->sessionId));
    if (!slot) {
        exchange->refuse(ErrorCode::RateLimited,
                         QStringLiteral("This token has %1 open sockets already.").arg(SocketCounter::maxPerToken));
        return Flow::Answer;
    }
    const QString text = queryValue(exchange->query, u"since");
    std::optional<Cursor> since;
    if (!text.isNull()) {
        since = Cursor::fromText(text);
        if (!since->isValid()) {
            exchange->refuse(ErrorCode::ValidationFailed, QStringLiteral("The request is wrong in one place."),
                             {{QStringLiteral("since"), QStringLiteral("must be a cursor, EPOCH.SEQ")}});
            return Flow::Answer;
        }
        thread.fenceBy(since->epoch);
        if (const auto good = thread.live().checkSince(exchange->principal->businessId, *since); !good)
            return refuse(*exchange, good.error());
    }
    exchange->session =
        thread.live().makeSession(*exchange->principal, exchange->token, std::move(slot), std::move(since));
    return Flow::Answer;
}

} // namespace

std::vector<Route> feedRoutes()
{
    using namespace routing;
    const Permission staff = only(staffRoles);
    Output feed = answersList("ChangeList", outputs::change());
    feed.meta = outputs::feedMeta();
    const Permission screens = only(staffRoles, kindBit(Principal::Kind::Terminal));
    return {
        write("POST", "/business/painted", "business.painted", screens, Route::Body::Required, paintedSchema(),
              answers("Painted", outputs::painted()), acknowledgePainted),
        get("/business/snapshot", "business.snapshot", staff, {}, answers("Snapshot", outputs::snapshot()), snapshot),
        get("/business/changes", "business.changes", staff,
            {queryField("since", Schema::string(200, 1)), queryField("limit", Schema::integer(1, 500))}, feed, changes),
        webSocket(get("/business/live", "business.live", staff, {queryField("since", Schema::string(200, 1))},
                      answers("LiveMessage", outputs::change()), openLive)),
        webSocket(get("/user/live", "user.live", guests(), {queryField("since", Schema::string(200, 1))},
                      answers("LiveMessage", outputs::change()), openLive)),
    };
}

} // namespace oshaq::routes

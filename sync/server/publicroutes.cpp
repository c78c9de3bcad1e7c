// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/routes.h"

#include "models/domain/systemalarm.h"
#include "models/hub/catalogservice.h"
#include "models/runtime/processfigures.h"
#include "sync/protocol/catalogjson.h"
#include "sync/protocol/outputs.h"
#include "sync/server/apijson.h"
#include "sync/server/apithread.h"
#include "sync/server/metricstext.h"
#include "sync/server/middleware.h"
#include "sync/server/routebuilder.h"

#include <QTimer>

namespace oshaq::routes {

namespace {

/// A writer that has not answered by then is not ready, whatever holds it.
constexpr int readyTimeoutMs = 2'000;

/// The business that the query names, else the only one of this hub.
Result<Business> menuBusiness(ApiThread &thread, const QueryValues &query)
{
    const QString text = queryValue(query, u"business");
    if (!text.isNull())
        return thread.business(text.toLongLong());
    auto only = thread.business(0);
    if (!only && only.error().code == ErrorCode::NotFound) {
        return Error{ErrorCode::ValidationFailed,
                     QStringLiteral("This hub serves several businesses: say which one."),
                     {{QStringLiteral("business"), QStringLiteral("is required")}}};
    }
    return only;
}

Flow menu(ApiThread &thread, const ExchangePtr &exchange)
{
    const auto business = menuBusiness(thread, exchange->query);
    if (!business)
        return refuse(*exchange, business.error());

    return thread.answerCached(
        exchange, AnswerCache::Kind::Menu, QByteArray::number(business->id), thread.shared().versions.catalog(),
        {"public", 60}, [&](sql::Database &reader) -> Result<Exchange::Success> {
            const auto catalog = catalogreads::catalog(reader, business->id);
            if (!catalog)
                return catalog.error();
            const Result<Currency> currency = Currency::fromCode(business->currency);
            if (!currency)
                return Error{ErrorCode::Internal, currency.error().message, {}};
            const qint64 nowMs = thread.nowMs();
            const QString &zone = business->timeZone;
            return Exchange::Success{
                menuJson(*catalog, *currency, zone, nowMs), {}, {}, catalog->nextSaleChange(zone, nowMs).value_or(0)};
        });
}

Flow healthLive(ApiThread &, const ExchangePtr &exchange)
{
    apijson::succeed(*exchange, 200, "{\"status\":\"live\"}", QStringLiteral("OK"));
    return Flow::Answer;
}

/// Why it is not ready, in one word for whoever decides by it; nothing personal, because everybody may ask.
QString reasonOf(const Error &error)
{
    switch (error.code) {
    case ErrorCode::HubStandby:
        return QStringLiteral("standby");
    case ErrorCode::HubFenced:
        return QStringLiteral("fenced");
    case ErrorCode::ReplicaUnreachable:
    case ErrorCode::ReplicaNotInStep:
        return QStringLiteral("replica_refusing");
    case ErrorCode::Overloaded:
        return QStringLiteral("overloaded");
    default:
        return QStringLiteral("writer_unavailable");
    }
}

Error notReady(Error error, Hub &hub)
{
    const QString path = QString::fromLatin1(middleware::healthReason);
    error.details.push_back({path, reasonOf(error)});
    // What a person can do about it depends on what it is.
    if (const WriterStats writer = hub.writer().stats(); writer.trouble != StorageTrouble::None)
        error.details.push_back({path, storageTroubleText(writer.trouble)});
    return error;
}

/// What stops no order and wants somebody's eyes.
QStringList warningsOf(Hub &hub)
{
    QStringList warnings;
    SystemFacts facts;
    const WriterStats writer = hub.writer().stats();
    facts.queued = writer.queued;
    facts.maxQueued = writer.maxQueued;
    const DiskFigures disk = DiskFigures::of(hub.directory());
    facts.diskFreeBytes = disk.freeBytes;
    facts.diskTotalBytes = disk.totalBytes;
    const ReplicaStatus replica = hub.replica().status();
    facts.hasStandby = replica.note.role == ReplicaRole::Hub && replica.note.mode != ReplicaMode::Off;
    facts.isStandbyConnected = replica.peer && replica.peer->connected;
    facts.standbyLagMs = replica.peer ? replica.peer->lagMs : 0;
    for (const SystemFinding &finding : systemrules::findings(facts))
        warnings << systemProblemText(finding.problem);
    if (replica.note.solo)
        warnings << QStringLiteral("solo");
    return warnings;
}

Flow healthReady(ApiThread &thread, const ExchangePtr &exchange)
{
    // An empty command goes all the way: queue, transaction, commit, answer. It writes nothing, so it costs no fsync.
    const Flow flow = thread.submitThen(
        exchange, [](WriteContext &) -> Result<WriteOutcome> { return WriteOutcome{}; },
        [](ApiThread &owner, const ExchangePtr &done, const Result<WriteOutcome> &outcome) {
            if (!outcome)
                return refuse(*done, notReady(outcome.error(), owner.hub()));
            // It wrote nothing, so it succeeds also where a write does not.
            if (!owner.hub().writer().stats().available)
                return refuse(
                    *done, notReady(Error{ErrorCode::StorageUnavailable, QStringLiteral("The last write failed."), {}},
                                    owner.hub()));
            JsonWriter json;
            json.beginObject();
            json.key("status").value(QStringLiteral("ready"));
            json.key("epoch").value(owner.hub().epoch());
            json.key("queued").value(owner.hub().writer().stats().queued);
            json.key("warnings").beginArray();
            for (const QString &warning : warningsOf(owner.hub()))
                json.value(warning);
            json.endArray();
            json.endObject();
            apijson::succeed(*done, 200, json.take(), QStringLiteral("OK"));
            return Flow::Answer;
        });
    QTimer::singleShot(readyTimeoutMs, thread.context(), [&thread, id = thread.lastSubmission()] {
        thread.giveUp(id,
                      notReady(Error{ErrorCode::StorageUnavailable, QStringLiteral("The writer does not answer."), {}},
                               thread.hub()));
    });
    return flow;
}

Flow metrics(ApiThread &thread, const ExchangePtr &exchange)
{
    exchange->response.status = 200;
    exchange->response.contentType = "text/plain; version=0.0.4; charset=utf-8";
    auto reader = thread.reader();
    exchange->response.body = metricsText(thread.shared(), reader ? *reader : nullptr);
    return Flow::Answer;
}

Flow version(ApiThread &, const ExchangePtr &exchange)
{
    JsonWriter json;
    json.beginObject();
    json.key("name").value(QStringLiteral("oshaq"));
    json.key("version").value(QStringLiteral(OSHAQ_VERSION));
    json.key("api").beginArray().value(QStringLiteral("v1")).value(QStringLiteral("v2")).endArray();
    json.endObject();
    apijson::succeed(*exchange, 200, json.take(), QStringLiteral("OK"));
    return Flow::Answer;
}

} // namespace

std::vector<Route> publicRoutes()
{
    using namespace routing;
    return {
        get("/menu", "menu", everybody(), {queryField("business", Schema::id())}, answers("Menu", outputs::menu()),
            menu),
        site(get("/health/live", "health.live", everybody(), {}, answers("Live", outputs::live()), healthLive)),
        site(get("/health/ready", "health.ready", everybody(), {}, answers("Ready", outputs::ready()), healthReady)),
        site(get("/metrics", "metrics", only(managers | integrations), {}, answersWith("Metrics", "text/plain"),
                 metrics)),
        site(get("/version", "version", everybody(), {}, answers("Version", outputs::version()), version)),
    };
}

} // namespace oshaq::routes

// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/apihandler.h"

#include "models/domain/uuid7.h"
#include "sync/protocol/errorjson.h"
#include "sync/server/accesslog.h"
#include "sync/server/middleware.h"
#include "sync/server/routetable.h"

namespace oshaq {

namespace {
/// Of an answer.
constexpr qsizetype usualHeaders = 12;
} // namespace

ApiHandler::ApiHandler(std::shared_ptr<ApiShared> shared, PostToThread post)
    : m_shared(std::move(shared))
    , m_thread(m_shared, std::move(post))
{}

void ApiHandler::handle(HttpRequest request, Respond respond)
{
    auto exchange = std::make_shared<Exchange>();
    exchange->watch.start();
    exchange->request = std::move(request);
    exchange->respond = std::move(respond);
    exchange->response.headers.reserve(usualHeaders);
    middleware::run(m_thread, exchange);
}

UpgradeDecision ApiHandler::upgrade(const HttpRequest &request)
{
    auto exchange = std::make_shared<Exchange>();
    exchange->watch.start();
    exchange->request = request;
    exchange->isUpgrade = true;
    middleware::run(m_thread, exchange);
    UpgradeDecision decision;
    decision.session = std::move(exchange->session);
    if (!decision.session)
        decision.refusal = std::move(exchange->response);
    return decision;
}

qint64 ApiHandler::maxBodyBytes(const QByteArray &method, const QByteArray &path, const QByteArray &authorization)
{
    // Memory for large bodies is lent to those who may send them, not to whoever knows a path.
    const qint64 small = m_shared->options.http.limits.smallBodyBytes;
    const auto target = middleware::readTarget(path);
    if (!target)
        return small;
    const Route *route = RouteTable::find(method, target->underApi, target->segments).route;
    if (!route || route->maxBodyBytes <= small)
        return small;
    const auto principal = m_thread.authenticate(middleware::bearerToken(authorization));
    return principal && route->permission.allows(*principal) ? route->maxBodyBytes : small;
}

void ApiHandler::committed(const CommitNotice &notice)
{
    m_thread.live().committed(notice);
}

void ApiHandler::tellLive()
{
    m_thread.live().tellChanges();
}

void ApiHandler::connectionsChanged(int difference)
{
    m_shared->connections.fetch_add(difference, std::memory_order_relaxed);
}

void ApiHandler::refusedByGuard(const QByteArray &remoteAddress, int status, const QByteArray &reason)
{
    m_shared->metrics.countRefused(status);
    if (!m_shared->options.accessLog && !m_shared->options.securityLog)
        return;
    AccessRecord record;
    record.atMs = m_thread.nowMs();
    record.status = status;
    record.address = remoteAddress;
    record.errorCode = reason;
    const QByteArray line = accessLogLine(record);
    if (m_shared->options.accessLog)
        m_shared->options.accessLog(line);
    if (m_shared->options.securityLog)
        m_shared->options.securityLog(line);
}

HttpResponse ApiHandler::guardRefusal(int status, const QByteArray &code, const QByteArray &message)
{
    const QByteArray requestId = makeUuid7(m_thread.nowMs()).toLatin1();
    HttpResponse response;
    response.status = status;
    response.body = errorJson(code, QString::fromUtf8(message), requestId);
    response.headers = {
        {"X-Request-Id", requestId}, {"X-Content-Type-Options", "nosniff"}, {"Cache-Control", "no-store"}};
    return response;
}

} // namespace oshaq

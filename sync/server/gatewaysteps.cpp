// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/gatewaysteps.h"

#include "models/hub/sessionstore.h"
#include "sync/server/apithread.h"
#include "sync/server/middleware.h"

#include <algorithm>

namespace oshaq::gateway {

namespace {

bool hasHeader(const Exchange &exchange, QByteArrayView name)
{
    const auto &headers = exchange.response.headers;
    return std::any_of(headers.begin(), headers.end(),
                       [name](const auto &h) { return h.first.compare(name, Qt::CaseInsensitive) == 0; });
}

/// Seconds, rounded up: a client that waits that long finds its token.
QByteArray seconds(qint64 ms)
{
    return QByteArray::number((ms + 999) / 1000);
}

/// draft-ietf-httpapi-ratelimit-headers: q requests in a window of w seconds; r remain, all are there again in t.
void describeLimit(Exchange &exchange, const char *policy, const RateLimiter &limiter, const RateLimiter::Taken &taken)
{
    const QByteArray name = '"' + QByteArray(policy) + '"';
    exchange.rateLimitPolicies.append(name + ";q=" + QByteArray::number(limiter.burst()) +
                                      ";w=" + seconds(limiter.windowMs()));
    exchange.rateLimits.append(name + ";r=" + QByteArray::number(taken.remaining) + ";t=" + seconds(taken.fullInMs));
}

Flow takeToken(ApiThread &thread, Exchange &exchange, RateLimiter &limiter, const char *policy, const QByteArray &key)
{
    if (!thread.shared().options.rateLimit)
        return Flow::Next;
    const RateLimiter::Taken taken = limiter.take(key, thread.monotonicMs());
    describeLimit(exchange, policy, limiter, taken);
    if (taken.waitMs == 0)
        return Flow::Next;
    exchange.addHeader("Retry-After", seconds(taken.waitMs));
    exchange.refuse(ErrorCode::RateLimited, QStringLiteral("Too many requests; wait as Retry-After says."));
    return Flow::Answer;
}

} // namespace

Flow enterAddresses(ApiThread &thread, const ExchangePtr &exchange)
{
    const ApiOptions &options = thread.shared().options;
    HttpRequest &request = exchange->request;
    const bool proxied = !options.trustedProxies.isEmpty();
    if (!proxied && options.allow.isEmpty() && options.deny.isEmpty())
        return Flow::Next;
    const QHostAddress peer(QString::fromLatin1(request.remoteAddress));
    const QHostAddress client = clientAddress(peer, request.header("x-forwarded-for"), options.trustedProxies);
    if (client != peer)
        request.remoteAddress = client.toString().toLatin1();
    if (options.trustedProxies.contains(peer))
        request.isTls = request.header("x-forwarded-proto") == "https";
    if (options.deny.contains(client) || (!options.allow.isEmpty() && !options.allow.contains(client))) {
        exchange->refuse(ErrorCode::Forbidden, QStringLiteral("This address may not use the API."));
        return Flow::Answer;
    }
    return Flow::Next;
}

Flow enterOrigins(ApiThread &thread, const ExchangePtr &exchange)
{
    const HttpRequest &request = exchange->request;
    const QByteArray origin = request.header("origin");
    const bool allowed = !origin.isEmpty() && thread.shared().options.corsOrigins.contains(origin);
    if (!thread.shared().options.corsOrigins.isEmpty())
        exchange->addHeader(QByteArrayLiteral("Vary"), QByteArrayLiteral("Origin"));
    if (allowed) {
        exchange->addHeader("Access-Control-Allow-Origin", origin);
        exchange->addHeader("Access-Control-Expose-Headers",
                            "Deprecation, ETag, Link, Location, RateLimit, RateLimit-Policy, Retry-After, Sunset, "
                            "X-Request-Id");
    }
    const bool preflight =
        request.method == "OPTIONS" && !origin.isEmpty() && !request.header("access-control-request-method").isEmpty();
    if (!preflight)
        return Flow::Next;
    // Without the headers above the browser gives up by itself; the answer tells a stranger nothing.
    if (allowed) {
        exchange->addHeader("Access-Control-Allow-Methods", "GET, POST, PUT, PATCH, DELETE");
        exchange->addHeader("Access-Control-Allow-Headers",
                            "Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match, X-Request-Id");
        exchange->addHeader("Access-Control-Max-Age", "600");
    }
    exchange->response.status = 204;
    return Flow::Answer;
}

void leaveSecurityHeaders(ApiThread &, Exchange &exchange)
{
    exchange.addHeader(QByteArrayLiteral("X-Content-Type-Options"), QByteArrayLiteral("nosniff"));
    exchange.addHeader(QByteArrayLiteral("X-Frame-Options"), QByteArrayLiteral("DENY"));
    exchange.addHeader(QByteArrayLiteral("Referrer-Policy"), QByteArrayLiteral("no-referrer"));
    if (!hasHeader(exchange, "Content-Security-Policy"))
        exchange.addHeader(QByteArrayLiteral("Content-Security-Policy"),
                           QByteArrayLiteral("default-src 'none'; frame-ancestors 'none'"));
    if (exchange.request.isTls)
        exchange.addHeader(QByteArrayLiteral("Strict-Transport-Security"), QByteArrayLiteral("max-age=31536000"));
    if (!hasHeader(exchange, "Cache-Control"))
        exchange.addHeader(QByteArrayLiteral("Cache-Control"), QByteArrayLiteral("no-store"));
}

/// The standby asks as often as the hub writes, and every guest would wait for it.
bool isOfStandby(ApiThread &thread, const Exchange &exchange)
{
    if (!exchange.underApi || exchange.segments.empty() || exchange.segments.front() != u"replica")
        return false;
    const QByteArray token = middleware::bearerToken(exchange.request.header("authorization"));
    return !token.isEmpty() && thread.hub().replica().isStandbyToken(sessionstore::hashOf(QString::fromLatin1(token)));
}

Flow enterAddressLimit(ApiThread &thread, const ExchangePtr &exchange)
{
    if (isOfStandby(thread, *exchange))
        return Flow::Next;
    return takeToken(thread, *exchange, thread.shared().addressLimiter, "address", exchange->request.remoteAddress);
}

Flow enterTokenLimit(ApiThread &thread, const ExchangePtr &exchange)
{
    if (!exchange->principal || exchange->principal->role == Role::Standby)
        return Flow::Next;
    return takeToken(thread, *exchange, thread.shared().tokenLimiter, "token",
                     QByteArray::number(exchange->principal->sessionId));
}

void leaveAddressLimit(ApiThread &, Exchange &exchange)
{
    if (exchange.rateLimits.isEmpty())
        return;
    exchange.addHeader("RateLimit-Policy", exchange.rateLimitPolicies.join(", "));
    exchange.addHeader("RateLimit", exchange.rateLimits.join(", "));
}

} // namespace oshaq::gateway

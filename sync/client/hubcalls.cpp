// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/hubcalls.h"

#include "sync/protocol/staffjson.h"

#include <QLoggingCategory>

namespace oshaq {

Q_LOGGING_CATEGORY(lcCalls, "oshaq.client.calls")

namespace {

PortFailure failure(PortFailure::Kind kind, const QString &message)
{
    return {kind, {}, message, {}};
}

/// It says what the hub said, when it was the hub.
PortFailure failureIn(const WireReply &reply, PortFailure::Kind kind, const Result<Answer> &answer)
{
    PortFailure made = failure(kind, QStringLiteral("The hub answered with %1.").arg(reply.status));
    if (answer && !answer->success && !answer->errorCode.isEmpty()) {
        made.errorCode = answer->errorCode;
        made.message = answer->message;
        made.details = answer->details;
    }
    return made;
}

bool isAskAgain(int status)
{
    return status == 408 || status == 425 || status == 429 || status == 503;
}

} // namespace

HubCalls::HubCalls(const HubEndpoint &endpoint, HttpTransport &transport)
    : m_endpoint(endpoint)
    , m_transport(transport)
{}

HubCalls::~HubCalls()
{
    for (const auto &[call, waiting] : m_calls) {
        if (waiting.request != 0)
            m_transport.cancel(waiting.request);
    }
}

std::optional<PortFailure> HubCalls::failureOf(const WireReply &reply, Answer *answer)
{
    using Kind = PortFailure::Kind;
    if (!reply.arrived()) {
        if (reply.failure == WireReply::Failure::Untrusted)
            return PortFailure{Kind::Refused, QStringLiteral("HUB_FOREIGN"), reply.failureText, {}};
        const bool away = reply.failure == WireReply::Failure::Network || reply.failure == WireReply::Failure::Timeout;
        return failure(away ? Kind::Unreachable : Kind::Broken, reply.failureText);
    }
    Result<Answer> read = readAnswer(reply.body);
    if (reply.status == 401 || reply.status == 403)
        return failureIn(reply, Kind::SignIn, read);
    if (isAskAgain(reply.status))
        return failureIn(reply, Kind::Unreachable, read);
    if (reply.status >= 400 && reply.status < 500) {
        const bool refused = read && !read->success && !read->errorCode.isEmpty();
        return failureIn(reply, refused ? Kind::Refused : Kind::Broken, read);
    }
    if (reply.status < 200 || reply.status > 299)
        return failureIn(reply, Kind::Broken, read);
    // Somebody else may answer 200 at this address, a sign-in page of a guest network for one.
    if (!read || !read->success)
        return failure(Kind::Broken, QStringLiteral("%1 without an answer of the hub.").arg(reply.status));
    *answer = std::move(*read);
    return std::nullopt;
}

PortFailure HubCalls::broken(const Error &error)
{
    PortFailure made = failure(PortFailure::Kind::Broken, error.message);
    made.details = error.details;
    qCWarning(lcCalls, "an answer of the hub cannot be read: %ls", qUtf16Printable(error.message));
    for (const ErrorDetail &detail : error.details)
        qCWarning(lcCalls, "  %ls %ls", qUtf16Printable(detail.path), qUtf16Printable(detail.issue));
    return made;
}

PortCall HubCalls::begin(const Request &request, Handle handle)
{
    const PortCall call = ++m_last;
    proceed(call, request, std::move(handle));
    return call;
}

PortCall HubCalls::hold(std::function<void()> answer)
{
    const PortCall call = ++m_last;
    m_calls.insert_or_assign(call, Call{0, [answer = std::move(answer)](const WireReply &) { answer(); }});
    return call;
}

PortCall HubCalls::begin(std::function<void()> answer)
{
    const PortCall call = hold(std::move(answer));
    finishLater(call, {});
    return call;
}

void HubCalls::proceed(PortCall call, const Request &request, Handle handle)
{
    WireRequest wire = m_endpoint.request(request.method, request.path, request.body, request.contentType);
    if (!request.key.isEmpty())
        wire.headers.append({QByteArrayLiteral("Idempotency-Key"), request.key.toLatin1()});
    if (request.ifMatch)
        wire.headers.append({QByteArrayLiteral("If-Match"), '"' + QByteArray::number(*request.ifMatch) + '"'});
    if (request.namesOperator && m_endpoint.operatorId() > 0)
        wire.headers.append({operatorHeader, QByteArray::number(m_endpoint.operatorId())});
    if (request.method == "GET")
        wire.totalTimeoutMs = readTimeoutMs;
    if (request.timeoutMs > 0)
        wire.totalTimeoutMs = request.timeoutMs;
    Call &waiting = m_calls[call];
    waiting.handle = std::move(handle);
    waiting.request = m_transport.send(std::move(wire), [this, call](const WireReply &reply) { finish(call, reply); });
}

void HubCalls::finish(PortCall call, const WireReply &reply)
{
    const auto found = m_calls.find(call);
    if (found == m_calls.end())
        return;
    const Handle handle = std::move(found->second.handle);
    m_calls.erase(found);
    handle(reply);
    // Whoever was told may have destroyed this object.
}

void HubCalls::finishLater(PortCall call, const WireReply &reply)
{
    QMetaObject::invokeMethod(
        this, [this, call, reply] { finish(call, reply); }, Qt::QueuedConnection);
}

void HubCalls::cancel(PortCall call)
{
    const auto found = m_calls.find(call);
    if (found == m_calls.end())
        return;
    if (found->second.request != 0)
        m_transport.cancel(found->second.request);
    m_calls.erase(found);
}

void HubCalls::giveUp()
{
    WireReply gone;
    gone.failure = WireReply::Failure::Network;
    gone.failureText = QStringLiteral("The connection to the hub was set up anew.");
    for (auto &[call, waiting] : m_calls) {
        if (waiting.request == 0)
            continue;
        m_transport.cancel(waiting.request);
        waiting.request = 0;
        finishLater(call, gone);
    }
}

} // namespace oshaq

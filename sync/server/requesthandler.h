// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hub/principal.h"
#include "models/hub/writer.h"
#include "sync/server/livetexts.h"
#include "sync/server/httpmessage.h"

#include <QByteArray>

#include <functional>
#include <limits>
#include <memory>

namespace oshaq {

/// Takes the answer of one request. Call it exactly once, on the HTTP thread that handed out the request; when the
/// client has hung up meanwhile the answer is dropped quietly. The server keeps the answers of one connection in
/// request order.
using Respond = std::function<void(HttpResponse)>;

/// One WebSocket as the API sees it. Lives on its HTTP thread.
class LiveSocket
{
public:
    virtual ~LiveSocket() = default;
    virtual void sendText(const QByteArray &utf8) = 0;
    /// The same as each of them by sendText(), for many sockets without a copy for each.
    virtual void sendTexts(const LiveTexts &texts) = 0;
    /// Bytes that the client has not taken yet: slow consumers are closed with 1013.
    virtual qint64 bytesPending() const = 0;
    virtual void close(int code, const QByteArray &reason) = 0;
};

/// What the API makes of one live socket; deleted when the socket is gone.
class LiveSession
{
public:
    virtual ~LiveSession() = default;
    virtual void opened(LiveSocket &socket) = 0;
    virtual void textReceived(const QByteArray &utf8) = 0;
    /// About every 5 seconds: heartbeat.
    virtual void tick() = 0;
};

/// Verdict on an upgrade request.
struct UpgradeDecision
{
    std::unique_ptr<LiveSession> session; ///< null: refused with `refusal`
    HttpResponse refusal;
};

/// The seam between transport and API: values in, values out. One instance for each HTTP thread, made and used there,
/// so it may own a read-only database connection.
class RequestHandler
{
public:
    virtual ~RequestHandler() = default;
    virtual void handle(HttpRequest request, Respond respond) = 0;
    virtual UpgradeDecision upgrade(const HttpRequest &request) = 0;
    /// The longest body that this request may have, asked before a body above GuardLimits::smallBodyBytes is taken.
    virtual qint64 maxBodyBytes(const QByteArray &method, const QByteArray &path, const QByteArray &authorization)
    {
        Q_UNUSED(method)
        Q_UNUSED(path)
        Q_UNUSED(authorization)
        return std::numeric_limits<qint64>::max();
    }
    /// A group commit is visible; comes before its answers. Runs on this handler's HTTP thread, as all of these do.
    virtual void committed(const CommitNotice &notice) = 0;
    /// Push what was committed to this thread's live sessions. Comes when what waited was done, answers first: who
    /// ordered goes on, and several commits are told at once.
    virtual void tellLive() {}
    /// The guard refused bytes before they were a request (for the access log). `status` is what was sent.
    virtual void refusedByGuard(const QByteArray &remoteAddress, int status, const QByteArray &reason) = 0;
    /// Connections that came, or went when it is negative.
    virtual void connectionsChanged(int difference) { Q_UNUSED(difference) }
    /// The answer the guard sends: same envelope as everywhere. Code such as "HEAD_TOO_LARGE".
    virtual HttpResponse guardRefusal(int status, const QByteArray &code, const QByteArray &message) = 0;
};

/// Called once on each HTTP thread. `runOnThisThread` posts work to that thread from anywhere (answers of the writer).
using PostToThread = std::function<void(std::function<void()>)>;
using RequestHandlerFactory = std::function<std::unique_ptr<RequestHandler>(PostToThread runOnThisThread)>;

} // namespace oshaq

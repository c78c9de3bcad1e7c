// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/runtime/clock.h"
#include "sync/server/requesthandler.h"

#include <QHostAddress>

#include <memory>

namespace oshaq {

class TlsIdentity;

/// Limits of the connection guard (DESIGN section 7). Times in milliseconds, sizes in bytes.
struct GuardLimits
{
    int maxHeadBytes = 16 * 1024;
    int maxHeaderFields = 64;
    int maxTargetBytes = 4 * 1024;
    qint64 maxBodyBytes = 8 * 1024 * 1024;    ///< of any request, else 413; routes may take less
    qint64 smallBodyBytes = 256 * 1024;       ///< up to here nobody is asked: RequestHandler::maxBodyBytes
    int headDeadlineMs = 10'000;              ///< first byte of a request -> complete head, else 408
    int bodyDeadlineMs = 30'000;              ///< complete head -> complete body, else 408
    int idleDeadlineMs = 60'000;              ///< nothing between two requests, or an answer that is not taken: closed
    int lingerMs = 2'000;                     ///< input discarded after a refusal before the socket is closed
    int maxPipelined = 16;                    ///< unanswered requests on one connection, else 429
    qint64 maxBytesToWrite = 4 * 1024 * 1024; ///< unread answers of one connection, when another is to be written
    int maxConnections = 4'096;               ///< for each HTTP thread; above it 503
    int webSocketMaxMessageBytes = 64 * 1024;
};

struct HttpServerOptions
{
    QHostAddress address = QHostAddress::LocalHost;
    quint16 port = 0;                 ///< 0: any free one
    int threads = 0;                  ///< 0: one for each core
    std::shared_ptr<TlsIdentity> tls; ///< null: plain HTTP
    GuardLimits limits;
    int liveTickMs = 5'000; ///< between two LiveSession::tick()
};

/// The embedded HTTP and WebSocket server: N threads, each with its event loop, its listening socket on the same port
/// (SO_REUSEPORT, after a probe without it) and its RequestHandler.
class HttpServer
{
    Q_DISABLE_COPY_MOVE(HttpServer)

public:
    /// Returns when all threads accept connections, or the reason why not ("port 8787 is in use").
    static Result<std::unique_ptr<HttpServer>> start(const HttpServerOptions &options, const Clock &clock,
                                                     RequestHandlerFactory factory);
    /// Stops accepting, answers what is being handled for up to a second, joins.
    ~HttpServer();

    quint16 port() const;

    /// Thread-safe: hands a commit notice to every thread's handler. Call before the answers of that commit are posted.
    void notifyCommit(const CommitNotice &notice);

private:
    class Impl;
    explicit HttpServer(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

} // namespace oshaq

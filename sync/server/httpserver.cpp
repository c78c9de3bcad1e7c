// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/httpserver.h"

#include "sync/server/httpthread.h"
#include "sync/server/listener.h"

#include <QThread>

#include <algorithm>
#include <utility>
#include <vector>

namespace oshaq {

class HttpServer::Impl
{
    Q_DISABLE_COPY_MOVE(Impl)

public:
    Impl() = default;
    ~Impl()
    {
        // All are told before the first is waited for, so that they drain at the same time.
        for (const auto &thread : threads)
            thread->requestStop();
        for (const auto &thread : threads)
            thread->join();
    }

    std::vector<std::unique_ptr<HttpThread>> threads;
    quint16 port = 0;
};

HttpServer::HttpServer(std::unique_ptr<Impl> impl)
    : m_impl(std::move(impl))
{}

HttpServer::~HttpServer() = default;

Result<std::unique_ptr<HttpServer>> HttpServer::start(const HttpServerOptions &options, const Clock &clock,
                                                      RequestHandlerFactory factory)
{
    const int count = options.threads > 0 ? options.threads : std::max(1, QThread::idealThreadCount());
    Result<ListeningSockets> opened = ListeningSockets::open(options.address, options.port, count);
    if (!opened)
        return opened.error();
    ListeningSockets sockets = std::move(opened).value();

    auto impl = std::make_unique<Impl>();
    impl->port = sockets.port();
    for (int i = 0; i < count; ++i) {
        auto thread = std::make_unique<HttpThread>(sockets.take(), options, clock, factory);
        thread->setObjectName(QStringLiteral("http-%1").arg(i + 1));
        if (!thread->startAndWait())
            return Error{ErrorCode::Internal, QStringLiteral("an HTTP thread could not start"), {}};
        impl->threads.push_back(std::move(thread));
    }
    return std::unique_ptr<HttpServer>(new HttpServer(std::move(impl)));
}

quint16 HttpServer::port() const
{
    return m_impl->port;
}

void HttpServer::notifyCommit(const CommitNotice &notice)
{
    for (const auto &thread : m_impl->threads)
        thread->notifyCommit(notice);
}

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/apiserver.h"

#include "sync/server/apihandler.h"
#include "sync/server/apishared.h"

#include <mutex>

namespace oshaq {

class ApiServer::Impl
{
public:
    Impl(Hub &theHub, const ApiOptions &options)
        : hub(theHub)
        , shared(std::make_shared<ApiShared>(theHub, options))
    {}

    ~Impl()
    {
        hub.alarms().removeListener(alarmListener);
        hub.notices().removeListener(noticeListener);
        hub.removeCommitListener(listener);
        // A notice may still be under way on the writer's thread; it must find the server or nothing.
        std::unique_ptr<HttpServer> stopping;
        {
            const std::lock_guard lock(serverMutex);
            stopping = std::move(server);
        }
        // Outside of the lock: while it answers what is being handled, commits go on.
        stopping.reset();
    }

    void handleCommit(const CommitNotice &notice)
    {
        shared->versions.raise(notice.touched);
        shared->feed.committed(notice);
        const std::lock_guard lock(serverMutex);
        if (server)
            server->notifyCommit(notice);
    }

    void handleAlarms(qint64 businessId)
    {
        CommitNotice notice;
        notice.alarmsChanged.insert(businessId);
        const std::lock_guard lock(serverMutex);
        if (server)
            server->notifyCommit(notice);
    }

    void handleNotice(const LiveNotice &live)
    {
        CommitNotice notice;
        notice.live = std::make_shared<const LiveNotice>(live);
        const std::lock_guard lock(serverMutex);
        if (server)
            server->notifyCommit(notice);
    }

    Hub &hub;
    std::shared_ptr<ApiShared> shared;
    std::mutex serverMutex;
    std::unique_ptr<HttpServer> server;
    std::vector<PostToThread> posts; ///< one for each thread, under the same mutex
    int listener = 0;
    int alarmListener = 0;
    int noticeListener = 0;
};

Result<std::unique_ptr<ApiServer>> ApiServer::start(Hub &hub, const ApiOptions &options)
{
    auto impl = std::make_unique<Impl>(hub, options);
    // Listening starts before serving: a session that opens early must not miss a commit.
    impl->listener =
        hub.addCommitListener([raw = impl.get()](const CommitNotice &notice) { raw->handleCommit(notice); });
    impl->alarmListener =
        hub.alarms().addListener([raw = impl.get()](qint64 businessId) { raw->handleAlarms(businessId); });
    impl->noticeListener =
        hub.notices().addListener([raw = impl.get()](const LiveNotice &notice) { raw->handleNotice(notice); });
    auto server = HttpServer::start(options.http, hub.clock(), [raw = impl.get()](PostToThread post) {
        {
            const std::lock_guard lock(raw->serverMutex);
            raw->posts.push_back(post);
        }
        return std::make_unique<ApiHandler>(raw->shared, std::move(post));
    });
    if (!server)
        return server.error();
    {
        const std::lock_guard lock(impl->serverMutex);
        impl->server = std::move(server).value();
        impl->shared->port = impl->server->port();
    }
    return std::unique_ptr<ApiServer>(new ApiServer(std::move(impl)));
}

ApiServer::ApiServer(std::unique_ptr<Impl> impl)
    : m_impl(std::move(impl))
{}

ApiServer::~ApiServer() = default;

quint16 ApiServer::port() const
{
    return m_impl->server->port();
}

std::vector<PostToThread> ApiServer::threads() const
{
    const std::lock_guard lock(m_impl->serverMutex);
    return m_impl->posts;
}

void ApiServer::setAnnounced(bool announced)
{
    m_impl->shared->announced = announced;
}

} // namespace oshaq

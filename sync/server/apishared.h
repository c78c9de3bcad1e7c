// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hub/hub.h"
#include "models/hub/screenboard.h"
#include "models/hub/searchshelf.h"
#include "models/runtime/workerpool.h"
#include "sync/server/answercache.h"
#include "sync/server/apiserver.h"
#include "sync/server/pairingdesk.h"
#include "sync/server/ratelimiter.h"
#include "sync/server/replicacopies.h"
#include "sync/server/requestmetrics.h"
#include "sync/server/sharedfeed.h"
#include "sync/server/tokencache.h"

#include <QByteArray>

#include <array>
#include <atomic>
#include <functional>
#include <map>
#include <memory>
#include <mutex>

namespace oshaq {

/// Counts open live sockets for each token over all threads. Thread-safe.
class SocketCounter
{
    Q_DISABLE_COPY_MOVE(SocketCounter)

public:
    static constexpr int maxPerToken = 8;

    SocketCounter() = default;

    /// Gives its place back when it goes.
    class Slot
    {
        Q_DISABLE_COPY_MOVE(Slot)

    public:
        Slot(SocketCounter &counter, QByteArray key)
            : m_counter(counter)
            , m_key(std::move(key))
        {}
        ~Slot() { m_counter.release(m_key); }

    private:
        SocketCounter &m_counter;
        QByteArray m_key;
    };

    /// Null: this token has all the sockets it may have.
    std::unique_ptr<Slot> take(const QByteArray &key);
    /// Of all tokens.
    int total() const;

private:
    void release(const QByteArray &key);

    mutable std::mutex m_mutex;
    std::map<QByteArray, int> m_counts;
};

/// Runs what takes long beside the HTTP threads, each worker with a read-only connection of its own. Thread-safe.
class ApiWorkers
{
    Q_DISABLE_COPY_MOVE(ApiWorkers)

public:
    explicit ApiWorkers(Hub &hub);

    /// False: too many wait already.
    bool post(std::function<void(Result<sql::Database *>)> task);
    /// Tasks that no worker has begun yet.
    int waiting() const { return m_pool.waiting(); }

private:
    static constexpr int threads = 2;
    static constexpr WorkerPool::Limits limits{64, 1'024, std::chrono::seconds(2)};

    Hub &m_hub;
    std::array<std::unique_ptr<sql::Database>, threads> m_readers; ///< each touched by its worker only
    WorkerPool m_pool;                                             ///< last: joined before the connections go
};

/// What all HTTP threads of one server share. Everything in it is thread-safe or constant.
struct ApiShared
{
    Q_DISABLE_COPY_MOVE(ApiShared)

    ApiShared(Hub &theHub, ApiOptions theOptions);

    Hub &hub;
    const ApiOptions options;
    RateLimiter addressLimiter;
    RateLimiter tokenLimiter;
    SocketCounter sockets;
    ScreenBoard screens;
    DataVersions versions;
    AnswerCache answers;
    SharedFeed feed;
    const std::shared_ptr<SearchShelf> searchShelf = std::make_shared<SearchShelf>();
    TokenLookups tokenLookups;
    RequestMetrics metrics;
    static constexpr std::array<qint64, 11> paintedBoundsMs{100,   200,   500,    1'000,  1'500, 2'000,
                                                            3'000, 5'000, 10'000, 30'000, 60'000};
    SharedHistogram<paintedBoundsMs.size()> painted; ///< milliseconds from an order's commit to its ticket on a screen
    std::atomic<quint64> wrongCredentials{0};
    std::atomic<quint64> lockedSignIns{0};
    std::atomic<int> connections{0}; ///< open ones, of all threads
    ReplicaCopies copies;
    ApiWorkers workers;
    PairingDesk pairing;
    std::atomic<bool> announced{false}; ///< new screens find this hub by itself
    const qint64 startedAtMs;
    std::atomic<quint16> port{0}; ///< once it listens
};

} // namespace oshaq

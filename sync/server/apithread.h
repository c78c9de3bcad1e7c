// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/catalog.h"
#include "models/domain/money.h"
#include "models/hub/hub.h"
#include "models/hub/hubreader.h"
#include "models/hub/peerfile.h"
#include "models/hub/shiftservice.h"
#include "sync/server/apishared.h"
#include "sync/server/exchange.h"
#include "sync/server/liveboard.h"
#include "sync/server/requesthandler.h"
#include "sync/server/targetcache.h"
#include "sync/server/tokencache.h"

#include <QHash>
#include <QObject>
#include <QRandomGenerator>

#include <functional>
#include <memory>
#include <mutex>
#include <vector>

namespace oshaq {

class ApiThread;

/// The way back from the writer's thread. Outlives the ApiThread, because a command may be answered after the server
/// has stopped; such an answer is dropped here.
class ThreadGate final : public std::enable_shared_from_this<ThreadGate>
{
    Q_DISABLE_COPY_MOVE(ThreadGate)

public:
    ThreadGate(ApiThread *thread, PostToThread post);

    /// Any thread.
    void post(std::function<void(ApiThread &)> task);
    /// The ApiThread's thread, before it goes.
    void close();

private:
    std::mutex m_mutex;
    ApiThread *m_thread;
    PostToThread m_post;
};

/// What the routes of one HTTP thread work with: the hub, a reader of its own, the live board, and the way to the
/// writer.
class ApiThread final
{
    Q_DISABLE_COPY_MOVE(ApiThread)

public:
    ApiThread(std::shared_ptr<ApiShared> shared, PostToThread post);
    ~ApiThread();

    Hub &hub() { return m_shared->hub; }
    ApiShared &shared() { return *m_shared; }
    LiveBoard &live() { return m_live; }
    /// Lives as long as this object, on its thread: for timers.
    QObject *context() { return &m_context; }
    qint64 nowMs() const { return m_shared->hub.clock().nowMs(); }
    qint64 monotonicMs() const { return m_shared->hub.clock().monotonicMs(); }

    /// This thread's read-only connection, opened when it is first needed and again after a failure to open it.
    Result<sql::Database *> reader();

    /// Who presents this token, as accessreads::authenticate() says; kept while no commit touches who may do what.
    Result<Principal> authenticate(const QByteArray &token);

    /// Who stands at a screen, by the id that it names; kept like tokens.
    Result<OperatorRow> operatorRow(qint64 businessId, qint64 staffId);

    /// How long SQLite has worked on this thread's connection since this was last asked.
    qint64 takeDatabaseNs();

    TargetCache &targets() { return m_targets; }
    /// A UUIDv7 that names one request.
    QByteArray newRequestId();

    using Run = std::function<Result<WriteOutcome>(WriteContext &)>;
    using Render = std::function<Result<void>(ApiThread &, Exchange &, const WriteOutcome &)>;

    /// Sends a command to the writer for this exchange and returns Pending. After the commit `render` makes the answer
    /// here, or the refusal becomes the answer. `run` must capture values only: it runs on the writer's thread, maybe
    /// twice.
    Flow submit(const ExchangePtr &exchange, Run run, Render render);

    using RunAlone = std::function<Result<WriteOutcome>(AloneContext &)>;

    /// The same for what this hub does with itself, see WriteCommand::alone.
    Flow submitAlone(const ExchangePtr &exchange, RunAlone run, Render render);

    /// Somebody who is trusted with this site knows of that epoch: when its term is higher this hub takes no writes
    /// from here on, and follows `peer` when that is known. Any epoch may come. False: it is not higher, or this is no
    /// hub.
    bool fenceBy(const QString &epoch, const std::optional<PeerFile> &peer = {});

    using Then = std::function<Flow(ApiThread &, const ExchangePtr &, const Result<WriteOutcome> &)>;

    /// The same for a command that is one step of several: `then` decides here how the exchange goes on.
    Flow submitThen(const ExchangePtr &exchange, Run run, Then then);

    /// Gets the result of each command, in order.
    using RenderMany = std::function<Result<void>(ApiThread &, Exchange &, const std::vector<Result<WriteOutcome>> &)>;

    /// Sends many commands for one exchange, each of which counts or is refused by itself, and returns Pending. With an
    /// Idempotency-Key the key is claimed first, for the body as a whole, and each command under a key that is made of
    /// it: sent again, what was done gives its old outcome, and what was cut off is done.
    Flow submitMany(const ExchangePtr &exchange, std::vector<Run> runs, RenderMany render);

    using Continue = std::function<Flow(ApiThread &, const ExchangePtr &)>;

    /// Runs `work` on a worker thread with that worker's read-only connection and returns Pending; what `work` returns
    /// goes on here, and may answer or submit(). `work` must capture values only. Overloaded when too many wait.
    Flow offload(const ExchangePtr &exchange, std::function<Continue(Result<sql::Database *>)> work);

    /// Goes on with an exchange, once, from any thread.
    using Resume = std::function<void(Continue)>;
    /// Nobody went on: in time (`began`), or at all.
    using Late = std::function<Flow(ApiThread &, const ExchangePtr &, bool began)>;

    /// Waits for somebody outside of the hub without holding a thread. `begin` hands `resume` over and is false when
    /// nobody will call it. What comes after `timeoutMs` is dropped.
    Flow waitFor(const ExchangePtr &exchange, const std::function<bool(const Resume &)> &begin, int timeoutMs,
                 const Late &late);

    /// Takes the exchange back through the steps and answers it. For answers that come later.
    void finish(Exchange &exchange);

    /// The order of an outcome: as the command left it, or for a replay as it is now.
    Result<Order> orderOf(const WriteOutcome &outcome, qint64 businessId);

    /// Answers every exchange that still waits for the writer as `id`; for time limits. False: it was answered already.
    bool giveUp(quint64 id, const Error &error);
    quint64 lastSubmission() const { return m_lastSubmission; }
    const std::shared_ptr<ThreadGate> &gate() const { return m_gate; }

    /// The currency of the business that this request is about: the caller's, else the one that the query names, else
    /// the only one.
    Result<Currency> currencyOf(const Exchange &exchange);

    /// A business's row, kept while no row of the catalog's tables changes; 0: the only one of this hub, NotFound when
    /// there are several.
    Result<Business> business(qint64 businessId);

    /// What clients are told of how long an answer is good: never beyond the time at which it is another one.
    struct CacheRule
    {
        const char *directives; ///< "private, no-cache"
        int maxAgeS = 0;        ///< 0: not said
    };

    /// Answers what many ask for from what is kept, else from what `make` reads: data, meta and until when it holds. A
    /// client that has it already (If-None-Match) gets 304.
    using Make = std::function<Result<Exchange::Success>(sql::Database &)>;
    Flow answerCached(const ExchangePtr &exchange, AnswerCache::Kind kind, const QByteArray &key,
                      const DataVersions::Stamp &stamp, const CacheRule &rule, const Make &make);

private:
    struct Submission
    {
        ExchangePtr exchange;
        Render render;
        Then then = {}; ///< instead of render
    };
    Flow send(std::shared_ptr<Submission> submission, Run run, RunAlone runAlone = {});

    /// One exchange that waits for many commands.
    struct Batch
    {
        ExchangePtr exchange;
        std::vector<Run> runs; ///< until they are sent
        RenderMany render;
        std::vector<Result<WriteOutcome>> results;
        size_t missing = 0;
    };

    void complete(quint64 id, const Result<WriteOutcome> &outcome, const CommandTimes &times);
    void sendBatch(quint64 id);
    void completeOne(quint64 id, size_t index, const Result<WriteOutcome> &outcome);
    void goOn(quint64 id, const Continue &next, qint64 workerDatabaseNs = 0);

    std::shared_ptr<ApiShared> m_shared;
    HubReader m_reader;
    qint64 m_databaseSeenNs = 0;
    LiveBoard m_live;
    QObject m_context;
    std::shared_ptr<ThreadGate> m_gate;
    QHash<quint64, std::shared_ptr<Submission>> m_submissions;
    quint64 m_lastSubmission = 0;
    QHash<quint64, std::shared_ptr<Batch>> m_batches;
    quint64 m_lastBatch = 0;
    QHash<quint64, ExchangePtr> m_offloaded;
    quint64 m_lastOffload = 0;
    QHash<qint64, Business> m_businesses; ///< as of m_businessesStamp
    DataVersions::Stamp m_businessesStamp{};
    TokenCache m_tokens;
    TargetCache m_targets;
    /// Not the system's, which is asked of the kernel: request ids are to differ, and nobody is to be kept from
    /// guessing.
    QRandomGenerator64 m_random = QRandomGenerator64::securelySeeded();
    QHash<QPair<qint64, qint64>, OperatorRow> m_operators; ///< by business and person, as of m_operatorsStamp
    DataVersions::Stamp m_operatorsStamp{};
};

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/apithread.h"

#include "models/domain/epoch.h"
#include "models/domain/uuid7.h"
#include "models/hub/accessservice.h"
#include "models/hub/catalogservice.h"
#include "models/hub/replicaacts.h"
#include "sync/server/conditional.h"
#include "sync/server/databaseshare.h"
#include "sync/server/middleware.h"
#include "sync/server/requesttrace.h"
#include "sync/server/routetable.h"

#include <QCryptographicHash>
#include <QTimer>

#include <algorithm>
#include <exception>

namespace oshaq {

namespace {

QByteArray cacheControl(const ApiThread::CacheRule &rule, const AnswerTime &time, qint64 nowMs)
{
    QByteArray text = rule.directives;
    if (rule.maxAgeS == 0)
        return text;
    const qint64 leftS = time.untilMs == 0 ? rule.maxAgeS : (time.untilMs - nowMs) / 1000;
    return text + ", max-age=" + QByteArray::number(std::clamp<qint64>(leftS, 0, rule.maxAgeS));
}

} // namespace

ThreadGate::ThreadGate(ApiThread *thread, PostToThread post)
    : m_thread(thread)
    , m_post(std::move(post))
{}

void ThreadGate::post(std::function<void(ApiThread &)> task)
{
    const std::lock_guard lock(m_mutex);
    if (!m_post)
        return;
    m_post([self = shared_from_this(), task = std::move(task)] {
        ApiThread *thread = nullptr;
        {
            const std::lock_guard innerLock(self->m_mutex);
            thread = self->m_thread;
        }
        // close() runs on this thread, so the pointer stays good for the length of the task.
        if (thread)
            task(*thread);
    });
}

void ThreadGate::close()
{
    const std::lock_guard lock(m_mutex);
    m_thread = nullptr;
    m_post = nullptr;
}

ApiThread::ApiThread(std::shared_ptr<ApiShared> shared, PostToThread post)
    : m_shared(std::move(shared))
    , m_reader(m_shared->hub)
    , m_live(*this)
    , m_gate(std::make_shared<ThreadGate>(this, std::move(post)))
{}

ApiThread::~ApiThread()
{
    m_gate->close();
}

Result<sql::Database *> ApiThread::reader()
{
    return m_reader.open();
}

QByteArray ApiThread::newRequestId()
{
    return uuid7Text(nowMs(), m_random.generate64(), m_random.generate64());
}

Result<Principal> ApiThread::authenticate(const QByteArray &token)
{
    const auto stamp = shared().versions.access();
    const qint64 now = nowMs();
    if (const auto known = m_tokens.find(token, stamp, now)) {
        shared().tokenLookups.hits.fetch_add(1, std::memory_order_relaxed);
        return *known;
    }
    shared().tokenLookups.misses.fetch_add(1, std::memory_order_relaxed);
    auto database = reader();
    if (!database)
        return database.error();
    auto principal = accessreads::authenticate(**database, QString::fromLatin1(token), now);
    if (principal)
        m_tokens.keep(token, stamp, *principal);
    return principal;
}

Result<OperatorRow> ApiThread::operatorRow(qint64 businessId, qint64 staffId)
{
    const DataVersions::Stamp stamp = m_shared->versions.access();
    if (stamp != m_operatorsStamp) {
        m_operators.clear();
        m_operatorsStamp = stamp;
    }
    const auto key = qMakePair(businessId, staffId);
    const auto known = m_operators.constFind(key);
    if (known != m_operators.constEnd())
        return *known;
    auto database = reader();
    if (!database)
        return database.error();
    auto row = shiftreads::operatorRow(**database, businessId, staffId);
    if (row)
        m_operators.insert(key, *row);
    return row;
}

Flow ApiThread::submit(const ExchangePtr &exchange, Run run, Render render)
{
    return send(std::make_shared<Submission>(Submission{exchange, std::move(render)}), std::move(run));
}

Flow ApiThread::submitAlone(const ExchangePtr &exchange, RunAlone run, Render render)
{
    return send(std::make_shared<Submission>(Submission{exchange, std::move(render)}), {}, std::move(run));
}

bool ApiThread::fenceBy(const QString &epoch, const std::optional<PeerFile> &peer)
{
    Replica &replica = hub().replica();
    // A fenced one still has to learn whom to follow.
    const bool follows = replica.role() == ReplicaRole::Fenced && peer;
    const bool gives = replica.role() == ReplicaRole::Hub;
    if ((!gives && !follows) || !Epoch::fromText(epoch).isHigherThan(Epoch::fromText(replica.epoch())))
        return false;
    if (gives)
        replica.fence(epoch);
    WriteCommand command;
    command.requestId = QStringLiteral("fence");
    command.principal.kind = Principal::Kind::System;
    command.alone = [&replica, epoch, peer, directory = hub().directory()](AloneContext &context) {
        auto fenced = replicaacts::fence(context, replica, epoch);
        if (!fenced || !peer || replica.role() != ReplicaRole::Fenced)
            return fenced;
        return replicaacts::becomeStandby(context, replica, directory, *peer);
    };
    hub().writer().submit(std::move(command));
    return true;
}

qint64 ApiThread::takeDatabaseNs()
{
    const qint64 spent = m_reader.isOpen() ? m_reader->spentNs() : 0;
    return spent - std::exchange(m_databaseSeenNs, spent);
}

Flow ApiThread::submitThen(const ExchangePtr &exchange, Run run, Then then)
{
    return send(std::make_shared<Submission>(Submission{exchange, {}, std::move(then)}), std::move(run));
}

Flow ApiThread::send(std::shared_ptr<Submission> submission, Run run, RunAlone runAlone)
{
    const ExchangePtr exchange = submission->exchange;
    const quint64 id = ++m_lastSubmission;
    m_submissions.insert(id, std::move(submission));

    WriteCommand command;
    command.principal = exchange->principal.value_or(Principal{});
    command.requestId = QString::fromLatin1(exchange->requestId);
    command.idempotency = exchange->claim;
    command.run = tracing::followed(*this, *exchange, std::move(run));
    command.alone = std::move(runAlone);
    command.withoutStandby = exchange->route && exchange->route->withoutStandby;
    command.times = std::make_shared<CommandTimes>();
    command.done = [gate = m_gate, id, times = command.times](const Result<WriteOutcome> &outcome) {
        gate->post([id, outcome, times](ApiThread &thread) { thread.complete(id, outcome, *times); });
    };
    hub().writer().submit(std::move(command));
    return Flow::Pending;
}

void ApiThread::complete(quint64 id, const Result<WriteOutcome> &outcome, const CommandTimes &times)
{
    const std::shared_ptr<Submission> submission = m_submissions.take(id);
    if (!submission)
        return; // given up meanwhile
    Exchange &exchange = *submission->exchange;
    const DatabaseShare share(*this, exchange);
    exchange.databaseNs += times.databaseUs * 1'000;
    tracing::commandEnded(*this, exchange, outcome, times);
    if (submission->then) {
        Flow flow = Flow::Answer;
        try {
            flow = submission->then(*this, submission->exchange, outcome);
        } catch (const std::exception &exception) {
            exchange.refuse(ErrorCode::Internal, QString::fromUtf8(exception.what()));
        }
        if (flow != Flow::Pending)
            finish(exchange);
        return;
    }
    if (!outcome) {
        exchange.error = outcome.error();
    } else {
        try {
            const Result<void> rendered = submission->render(*this, exchange, *outcome);
            if (!rendered)
                exchange.error = rendered.error();
        } catch (const std::exception &exception) {
            // As in middleware::run(): the standard library's are the only ones.
            exchange.refuse(ErrorCode::Internal, QString::fromUtf8(exception.what()));
        }
    }
    finish(exchange);
}

Flow ApiThread::submitMany(const ExchangePtr &exchange, std::vector<Run> runs, RenderMany render)
{
    const quint64 id = ++m_lastBatch;
    auto batch = std::make_shared<Batch>();
    batch->exchange = exchange;
    batch->runs = std::move(runs);
    batch->render = std::move(render);
    m_batches.insert(id, batch);
    if (!exchange->claim) {
        sendBatch(id);
        return Flow::Pending;
    }
    // Nothing is done yet: this only learns whether the key is free, or was used with this very body.
    WriteCommand claim;
    claim.principal = exchange->principal.value_or(Principal{});
    claim.requestId = QString::fromLatin1(exchange->requestId);
    claim.idempotency = exchange->claim;
    claim.run = [](WriteContext &) -> Result<WriteOutcome> { return WriteOutcome{}; };
    claim.done = [gate = m_gate, id](const Result<WriteOutcome> &outcome) {
        gate->post([id, outcome](ApiThread &thread) {
            if (outcome)
                return thread.sendBatch(id);
            const std::shared_ptr<Batch> refused = thread.m_batches.take(id);
            refused->exchange->error = outcome.error();
            thread.finish(*refused->exchange);
        });
    };
    hub().writer().submit(std::move(claim));
    return Flow::Pending;
}

void ApiThread::sendBatch(quint64 id)
{
    const std::shared_ptr<Batch> batch = m_batches.value(id);
    std::vector<Run> runs = std::move(batch->runs);
    batch->missing = runs.size();
    batch->results.assign(runs.size(), Error{ErrorCode::Internal, QStringLiteral("no answer"), {}});
    for (size_t i = 0; i < runs.size(); ++i) {
        WriteCommand command;
        command.principal = batch->exchange->principal.value_or(Principal{});
        command.requestId = QString::fromLatin1(batch->exchange->requestId);
        if (batch->exchange->claim) {
            // A hash, because the client's key may be as long as keys get already.
            IdempotencyClaim claim = *batch->exchange->claim;
            claim.key =
                QString::fromLatin1(QCryptographicHash::hash(claim.key.toUtf8(), QCryptographicHash::Sha256).toHex() +
                                    '#' + QByteArray::number(qint64(i)));
            command.idempotency = claim;
        }
        command.run = std::move(runs[i]);
        command.done = [gate = m_gate, id, i](const Result<WriteOutcome> &outcome) {
            gate->post([id, i, outcome](ApiThread &thread) { thread.completeOne(id, i, outcome); });
        };
        hub().writer().submit(std::move(command));
    }
}

void ApiThread::completeOne(quint64 id, size_t index, const Result<WriteOutcome> &outcome)
{
    const std::shared_ptr<Batch> batch = m_batches.value(id);
    batch->results[index] = outcome;
    if (--batch->missing > 0)
        return;
    m_batches.remove(id);
    Exchange &exchange = *batch->exchange;
    const DatabaseShare share(*this, exchange);
    try {
        const Result<void> rendered = batch->render(*this, exchange, batch->results);
        if (!rendered)
            exchange.error = rendered.error();
    } catch (const std::exception &exception) {
        exchange.refuse(ErrorCode::Internal, QString::fromUtf8(exception.what()));
    }
    finish(exchange);
}

Flow ApiThread::offload(const ExchangePtr &exchange, std::function<Continue(Result<sql::Database *>)> work)
{
    // The exchange stays on its thread: the worker holds a number, not the request.
    const quint64 id = ++m_lastOffload;
    m_offloaded.insert(id, exchange);
    const bool posted = m_shared->workers.post([gate = m_gate, id, work = std::move(work)](Result<sql::Database *> db) {
        Continue next;
        const qint64 spentBefore = db ? (*db)->spentNs() : 0;
        try {
            next = work(db);
        } catch (const std::exception &exception) {
            next = [text = QString::fromUtf8(exception.what())](ApiThread &, const ExchangePtr &done) {
                done->refuse(ErrorCode::Internal, text);
                return Flow::Answer;
            };
        }
        const qint64 spent = db ? (*db)->spentNs() - spentBefore : 0;
        gate->post([id, next = std::move(next), spent](ApiThread &thread) { thread.goOn(id, next, spent); });
    });
    if (posted)
        return Flow::Pending;
    m_offloaded.remove(id);
    exchange->refuse(ErrorCode::Overloaded, QStringLiteral("Too much is being worked on; try again in a moment."));
    return Flow::Answer;
}

Flow ApiThread::waitFor(const ExchangePtr &exchange, const std::function<bool(const Resume &)> &begin, int timeoutMs,
                        const Late &late)
{
    const quint64 id = ++m_lastOffload;
    m_offloaded.insert(id, exchange);
    const bool began = begin([gate = m_gate, id](Continue next) {
        gate->post([id, next = std::move(next)](ApiThread &thread) { thread.goOn(id, next); });
    });
    if (!began) {
        m_offloaded.remove(id);
        return late(*this, exchange, false);
    }
    QTimer::singleShot(timeoutMs, &m_context, [this, id, late] {
        goOn(id, [late](ApiThread &thread, const ExchangePtr &waiting) { return late(thread, waiting, true); });
    });
    return Flow::Pending;
}

void ApiThread::goOn(quint64 id, const Continue &next, qint64 workerDatabaseNs)
{
    const ExchangePtr exchange = m_offloaded.take(id);
    if (!exchange)
        return;
    const DatabaseShare share(*this, *exchange);
    exchange->databaseNs += workerDatabaseNs;
    if (next(*this, exchange) != Flow::Pending)
        finish(*exchange);
}

bool ApiThread::giveUp(quint64 id, const Error &error)
{
    const std::shared_ptr<Submission> submission = m_submissions.take(id);
    if (!submission)
        return false;
    submission->exchange->error = error;
    finish(*submission->exchange);
    return true;
}

void ApiThread::finish(Exchange &exchange)
{
    middleware::unwind(*this, exchange);
}

Result<Order> ApiThread::orderOf(const WriteOutcome &outcome, qint64 businessId)
{
    if (outcome.order)
        return *outcome.order;
    auto database = reader();
    if (!database)
        return database.error();
    return orderreads::one(**database, businessId, OrderRef{outcome.entityId, {}});
}

Result<Business> ApiThread::business(qint64 businessId)
{
    const DataVersions::Stamp stamp = m_shared->versions.catalog();
    if (stamp != m_businessesStamp) {
        m_businesses.clear();
        m_businessesStamp = stamp;
    }
    const auto known = m_businesses.constFind(businessId);
    if (known != m_businesses.constEnd())
        return *known;
    auto database = reader();
    if (!database)
        return database.error();
    auto row = businessId > 0 ? catalogreads::business(**database, businessId) : catalogreads::onlyBusiness(**database);
    if (row)
        m_businesses.insert(businessId, *row);
    return row;
}

Flow ApiThread::answerCached(const ExchangePtr &exchange, AnswerCache::Kind kind, const QByteArray &key,
                             const DataVersions::Stamp &stamp, const CacheRule &rule, const Make &make)
{
    AnswerCache &cache = m_shared->answers;
    const qint64 now = nowMs();
    auto answer = cache.find(kind, key, stamp, now);
    if (!answer) {
        auto database = reader();
        if (!database) {
            exchange->error = database.error();
            return Flow::Answer;
        }
        auto made = make(**database);
        if (!made) {
            exchange->error = made.error();
            return Flow::Answer;
        }
        answer = cache.store(kind, key, stamp, std::move(made->data), std::move(made->meta), {now, made->untilMs});
    }
    // Each version of the API renders the same data its own way.
    const QByteArray etag = exchange->apiVersion == 1 ? answer->etag : "\"v2-" + answer->etag.mid(1);
    if (conditional::answerNotModified(*exchange, etag, cacheControl(rule, answer->time, now)))
        return Flow::Answer;
    exchange->response.status = 200;
    exchange->success = Exchange::Success{answer->data, QStringLiteral("OK"), answer->meta, 0, answer->v1};
    return Flow::Answer;
}

Result<Currency> ApiThread::currencyOf(const Exchange &exchange)
{
    const QString named = queryValue(exchange.query, u"business");
    const auto row = business(exchange.principal ? exchange.principal->businessId : named.toLongLong());
    if (!row)
        return row.error();
    return Currency::fromCode(row->currency);
}

} // namespace oshaq

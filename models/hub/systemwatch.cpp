// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/systemwatch.h"

#include "models/domain/timespans.h"
#include "models/hub/businessstore.h"
#include "models/hub/systemalarms.h"
#include "models/hub/systemfigures.h"
#include "models/runtime/memory.h"
#include "models/runtime/processfigures.h"
#include "models/runtime/threadrank.h"

#include <QLoggingCategory>

#include <algorithm>
#include <limits>
#include <utility>

namespace oshaq {

namespace {

Q_LOGGING_CATEGORY(lcSystem, "oshaq.hub.system")

constexpr qint64 signInWindowMs = 15 * minuteMs;

} // namespace

struct SystemWatch::Shared
{
    std::mutex mutex;
    std::condition_variable changed;
    bool stopping = false;
    quint64 asked = 0; ///< looks that somebody waits for
    quint64 looked = 0;
    quint64 writes = 0;
    std::optional<Result<WriteOutcome>> answer; ///< of the last one
};

SystemFacts systemFactsOf(Hub &hub, sql::Database &reader, qint64 businessId,
                          const std::optional<BackupStanding> &backups, Result<void> *problem)
{
    SystemFacts facts;
    facts.nowMs = hub.clock().nowMs();
    const WriterStats writer = hub.writer().stats();
    facts.queued = writer.queued;
    facts.maxQueued = writer.maxQueued;
    const DiskFigures disk = DiskFigures::of(hub.directory());
    facts.diskFreeBytes = disk.freeBytes;
    facts.diskTotalBytes = disk.totalBytes;
    const ReplicaStatus replica = hub.replica().status();
    facts.hasStandby = replica.note.role == ReplicaRole::Hub && replica.note.mode != ReplicaMode::Off;
    facts.isStandbyConnected = replica.peer && replica.peer->connected;
    facts.standbyLagMs = replica.peer ? replica.peer->lagMs : 0;
    facts.backups = backups;
    for (const IntegrationBoard::Entry &entry : hub.integrations().all()) {
        if (entry.businessId == businessId && entry.health.circuit == IntegrationHealth::Circuit::Open)
            facts.integrationsDown.push_back(integrationKindText(entry.kind));
    }
    const auto figures = systemreads::figuresOf(reader, businessId, facts.nowMs);
    if (!figures) {
        *problem = figures.error();
        return facts;
    }
    for (const OutboxFigures &outbox : figures->outboxes) {
        const qint64 oldestMs = outbox.oldestAtMs == 0 ? 0 : std::max<qint64>(0, facts.nowMs - outbox.oldestAtMs);
        facts.outboxes.push_back({outbox.name, outbox.waiting, oldestMs});
    }
    const auto anomalies = systemreads::anomalyFacts(reader, businessId, facts.nowMs);
    if (!anomalies) {
        *problem = anomalies.error();
        return facts;
    }
    facts.anomalies = *anomalies;
    facts.anomalies.signInFailures = hub.signInFailures().since(hub.clock().monotonicMs() - signInWindowMs);
    return facts;
}

SystemWatch::SystemWatch(Hub &hub, SystemWatchOptions options)
    : m_hub(hub)
    , m_options(std::move(options))
    , m_shared(std::make_shared<Shared>())
    , m_reader(hub)
{
    setObjectName(QStringLiteral("system watch"));
    start();
}

SystemWatch::~SystemWatch()
{
    {
        const std::lock_guard lock(m_shared->mutex);
        m_shared->stopping = true;
        m_shared->changed.notify_all();
    }
    wait();
    // QThread::wait() hands over inside Qt, where ThreadSanitizer cannot see it; this lock makes it visible.
    const std::lock_guard lock(m_shared->mutex);
}

void SystemWatch::waitUntilLooked()
{
    std::unique_lock lock(m_shared->mutex);
    const quint64 mine = ++m_shared->asked;
    m_shared->changed.notify_all();
    m_shared->changed.wait(lock, [&] { return m_shared->stopping || m_shared->looked >= mine; });
}

void SystemWatch::run()
{
    setThreadRank(ThreadRank::Background);
    for (;;) {
        quint64 asked = 0;
        {
            const std::lock_guard lock(m_shared->mutex);
            if (m_shared->stopping)
                break;
            asked = m_shared->asked;
        }
        const Result<void> done = pass();
        m_reader.close();
        // Nothing was written since the last look: no order waits for what this takes.
        const qint64 writtenUs = m_hub.writer().stats().commitTimes.sum;
        if (std::exchange(m_writtenUs, writtenUs) == writtenUs)
            giveMemoryBack();
        if (!done && !isStopping())
            qCWarning(lcSystem).noquote() << "the system was not looked at:" << done.error().message;
        std::unique_lock lock(m_shared->mutex);
        m_shared->looked = std::max(m_shared->looked, asked);
        m_shared->changed.notify_all();
        m_shared->changed.wait_for(lock, m_options.rest,
                                   [&] { return m_shared->stopping || m_shared->asked > m_shared->looked; });
    }
    const std::lock_guard lock(m_shared->mutex); // pairs with the one in the destructor
}

bool SystemWatch::isStopping() const
{
    const std::lock_guard lock(m_shared->mutex);
    return m_shared->stopping;
}

Result<void> SystemWatch::pass()
{
    if (const auto opened = m_reader.open(); !opened)
        return opened.error();
    const auto businesses = businessstore::list(*m_reader, std::numeric_limits<int>::max());
    if (!businesses)
        return businesses.error();
    for (const Business &business : *businesses) {
        if (isStopping())
            return {};
        if (const auto looked = look(business.id); !looked)
            return looked;
    }
    return {};
}

Result<void> SystemWatch::look(qint64 businessId)
{
    Result<void> problem;
    const SystemFacts facts =
        systemFactsOf(m_hub, *m_reader, businessId, m_options.backups ? m_options.backups() : std::nullopt, &problem);
    if (!problem)
        return problem;
    const std::vector<SystemFinding> found =
        systemrules::held(systemrules::findings(facts), &m_since[businessId], m_hub.clock().monotonicMs());
    const auto open = systemreads::openAlarms(*m_reader, businessId);
    if (!open)
        return open.error();
    if (!systemwrites::isDue(*open, found, m_options.escalateAfterMs, facts.nowMs))
        return {};
    return write(businessId, found);
}

Result<void> SystemWatch::write(qint64 businessId, const std::vector<SystemFinding> &found)
{
    quint64 number = 0;
    {
        const std::lock_guard lock(m_shared->mutex);
        number = ++m_shared->writes;
        m_shared->answer.reset();
    }
    WriteCommand command;
    command.principal.kind = Principal::Kind::System;
    command.principal.businessId = businessId;
    command.requestId = QStringLiteral("system-watch");
    // Somebody has to hear of it also while the standby is what is wrong.
    command.withoutStandby = true;
    command.run = [businessId, found, board = m_options.board,
                   after = m_options.escalateAfterMs](WriteContext &context) {
        return systemwrites::reconcile(context, board, businessId, found, after);
    };
    command.done = [shared = m_shared, number](const Result<WriteOutcome> &outcome) {
        const std::lock_guard lock(shared->mutex);
        if (number == shared->writes)
            shared->answer = outcome;
        shared->changed.notify_all();
    };
    m_hub.writer().submit(std::move(command));
    std::unique_lock lock(m_shared->mutex);
    m_shared->changed.wait(lock, [this] { return m_shared->stopping || m_shared->answer; });
    if (!m_shared->answer || *m_shared->answer)
        return {};
    return m_shared->answer->error();
}

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/metricstext.h"

#include "models/domain/epoch.h"
#include "models/hub/systemalarms.h"
#include "models/hub/systemfigures.h"
#include "models/hub/terminalservice.h"
#include "models/runtime/processfigures.h"
#include "models/sql/maintenance.h"
#include "sync/server/apishared.h"
#include "sync/server/metricswriter.h"

#include <QLoggingCategory>

namespace oshaq {

namespace {

Q_LOGGING_CATEGORY(lcMetrics, "oshaq.api.metrics")

using Type = MetricsWriter::Type;

constexpr double msInSecond = 1e3;
constexpr double usInSecond = 1e6;

double seconds(qint64 ms)
{
    return double(ms) / msInSecond;
}

QByteArray idText(qint64 id)
{
    return QByteArray::number(id);
}

void writeBuild(MetricsWriter &text)
{
    text.begin("oshaq_build_info", Type::Gauge, "1; its labels say what runs.");
    text.sample({{"version", OSHAQ_VERSION}, {"qt", qVersion()}, {"compiler", __VERSION__}}, qint64{1});
}

void writeProcess(MetricsWriter &text, const QString &directory)
{
    const ProcessFigures process = ProcessFigures::read();
    const auto known = [&text](const char *name, Type type, const char *help, qint64 value) {
        if (value >= 0)
            text.one(name, type, help, value);
    };
    if (process.cpuMs >= 0)
        text.one("process_cpu_seconds_total", Type::Counter, "Time that the processors spent on this process.",
                 seconds(process.cpuMs));
    known("process_resident_memory_bytes", Type::Gauge, "Memory in use.", process.residentBytes);
    known("process_virtual_memory_bytes", Type::Gauge, "Addresses in use.", process.virtualBytes);
    known("process_open_fds", Type::Gauge, "Open files and sockets.", process.openFiles);
    known("process_max_fds", Type::Gauge, "Files and sockets that may be open.", process.maxFiles);
    known("process_threads", Type::Gauge, "Threads of this process.", process.threads);
    known("process_start_time_seconds", Type::Gauge, "When this process began, since 1970.", process.startedAtS);
    const DiskFigures disk = DiskFigures::of(directory);
    known("oshaq_disk_free_bytes", Type::Gauge, "Room that is left on the disk of the record.", disk.freeBytes);
    known("oshaq_disk_size_bytes", Type::Gauge, "Size of the disk of the record.", disk.totalBytes);
}

void writeCaches(MetricsWriter &text, const ApiShared &shared)
{
    const auto each = [&text, &shared](const char *name, const char *help, quint64 AnswerCache::Counts::*field,
                                       const std::atomic<quint64> &tokens) {
        text.begin(name, Type::Counter, help);
        for (size_t i = 0; i < AnswerCache::kindNames.size(); ++i) {
            const quint64 value = shared.answers.counts(static_cast<AnswerCache::Kind>(i)).*field;
            text.sample({{"cache", AnswerCache::kindNames[i]}}, qint64(value));
        }
        text.sample({{"cache", "tokens"}}, qint64(tokens.load(std::memory_order_relaxed)));
    };
    each("oshaq_cache_hits_total", "Answers that were kept and still good.", &AnswerCache::Counts::hits,
         shared.tokenLookups.hits);
    each("oshaq_cache_misses_total", "Answers that had to be read.", &AnswerCache::Counts::misses,
         shared.tokenLookups.misses);
    text.one("oshaq_cache_bytes", Type::Gauge, "Size of the answers that are kept.", qint64(shared.answers.bytes()));
}

void writeWriter(MetricsWriter &text, const WriterStats &writer)
{
    text.one("oshaq_writer_commands_total", Type::Counter, "Commands answered after a commit.", writer.commands);
    text.one("oshaq_writer_commits_total", Type::Counter, "Transactions of the writer.", writer.commits);
    text.one("oshaq_writer_failed_commits_total", Type::Counter, "Commits that failed.", writer.failedCommits);
    text.one("oshaq_writer_failed_batches_total", Type::Counter, "Transactions that were rolled back as a whole.",
             writer.failedBatches);
    text.one("oshaq_writer_reopens_total", Type::Counter, "Times that the file was opened again after a failure.",
             writer.reopens);
    text.one("oshaq_writer_checkpoints_total", Type::Counter, "Times that the log was copied into the file.",
             writer.checkpoints);
    text.one("oshaq_writer_queue", Type::Gauge, "Commands that wait.", writer.queued);
    text.one("oshaq_writer_queue_limit", Type::Gauge, "Commands that may wait; more are refused.", writer.maxQueued);
    text.one("oshaq_writer_available", Type::Gauge, "1 while the hub can write.", qint64{writer.available});
    text.one("oshaq_wal_bytes", Type::Gauge, "Log in use after the last commit.", writer.walBytes);
    text.begin("oshaq_writer_batch_commands", Type::Histogram, "Commands in a committed transaction.");
    text.histogram({}, writer.batches, WriterStats::batchBounds, 1);
    text.begin("oshaq_writer_commit_seconds", Type::Histogram,
               "Time of COMMIT, its fsync included, of transactions that wrote something.");
    text.histogram({}, writer.commitTimes, WriterStats::commitBoundsUs, usInSecond);
}

void writeReplica(MetricsWriter &text, const ReplicaStatus &replica)
{
    text.begin("oshaq_replica_role", Type::Gauge, "1 for what this copy of the record is.");
    for (const ReplicaRole role : {ReplicaRole::Hub, ReplicaRole::Standby, ReplicaRole::Fenced})
        text.sample({{"role", replicaRoleText(role).toLatin1()}}, qint64{replica.note.role == role});
    text.begin("oshaq_replica_mode", Type::Gauge, "1 for how the hub deals with its standby.");
    for (const ReplicaMode mode : {ReplicaMode::Off, ReplicaMode::Sync, ReplicaMode::Async})
        text.sample({{"mode", replicaModeText(mode).toLatin1()}}, qint64{replica.note.mode == mode});
    text.one("oshaq_replica_term", Type::Gauge, "Term of the epoch.", termOf(replica.epoch));
    text.one("oshaq_replica_refusing", Type::Gauge, "1 while no writes are taken because of the standby or a fence.",
             qint64{replica.note.refusing});
    text.one("oshaq_replica_solo", Type::Gauge, "1 while the hub goes on without its standby.",
             qint64{replica.note.solo});
    text.one("oshaq_replica_connected", Type::Gauge, "1 while the other side is heard of.",
             qint64{replica.peer && replica.peer->connected});
    text.one("oshaq_replica_in_step", Type::Gauge, "1 while the standby has everything.", qint64{replica.inStep});
    text.one("oshaq_replica_lag_commits", Type::Gauge, "Group commits that the standby lacks.",
             replica.peer ? replica.peer->lagSeq : 0);
    text.one("oshaq_replica_lag_seconds", Type::Gauge, "Since when the standby lacks something.",
             seconds(replica.peer ? replica.peer->lagMs : 0));
    text.one("oshaq_replica_ring_bytes", Type::Gauge, "Changes that are kept for the standby.", replica.ringBytes);
    text.one("oshaq_replica_missed_acks_total", Type::Counter, "Batches that the standby did not acknowledge in time.",
             replica.missedAcks);
}

/// How the services outside are doing, by business and kind.
void writeIntegrations(MetricsWriter &text, const IntegrationBoard &board)
{
    const auto entries = board.all();
    const auto each = [&](const char *name, Type type, const char *help, auto value) {
        text.begin(name, type, help);
        for (const IntegrationBoard::Entry &entry : entries)
            text.sample({{"business", idText(entry.businessId)}, {"kind", integrationKindText(entry.kind).toLatin1()}},
                        qint64{value(entry.health)});
    };
    if (entries.empty())
        return;
    using Health = IntegrationHealth;
    each("oshaq_integration_circuit", Type::Gauge, "0 closed, 1 half open, 2 open: nothing is sent.",
         [](const Health &health) { return static_cast<int>(health.circuit); });
    each("oshaq_integration_in_flight", Type::Gauge, "Requests on their way.",
         [](const Health &health) { return health.inFlight; });
    each("oshaq_integration_in_flight_limit", Type::Gauge, "How many may be on their way at once.",
         [](const Health &health) { return health.maxInFlight; });
    each("oshaq_integration_requests_total", Type::Counter, "Requests that were sent.",
         [](const Health &health) { return health.requests; });
    each("oshaq_integration_failures_total", Type::Counter, "Of them, those that failed.",
         [](const Health &health) { return health.failures; });
    each("oshaq_integration_held_back_total", Type::Counter,
         "Requests that were never sent, because of circuit or limit.",
         [](const Health &health) { return health.heldBack; });
}

void writeBackups(MetricsWriter &text, const BackupStanding &standing, qint64 nowMs)
{
    if (standing.lastGoodAtMs > 0)
        text.one("oshaq_backup_age_seconds", Type::Gauge, "Age of the newest change that is safe in a backup.",
                 seconds(std::max<qint64>(0, nowMs - standing.lastGoodAtMs)));
    if (standing.lastCheckedAtMs > 0) {
        text.one("oshaq_backup_check_age_seconds", Type::Gauge, "Since when no backup was restored to try it.",
                 seconds(std::max<qint64>(0, nowMs - standing.lastCheckedAtMs)));
        text.one("oshaq_backup_check_good", Type::Gauge, "0: the last backup that was tried cannot be restored.",
                 qint64{standing.isLastCheckGood});
    }
}

void writeFigures(MetricsWriter &text, const std::vector<BusinessFigures> &businesses, qint64 nowMs)
{
    const auto each = [&](const char *name, const char *help, auto value) {
        text.begin(name, Type::Gauge, help);
        for (const BusinessFigures &one : businesses)
            text.sample({{"business", idText(one.businessId)}}, qint64{value(one)});
    };
    const auto money = [&](const char *name, const char *help, auto minor) {
        text.begin(name, Type::Gauge, help);
        for (const BusinessFigures &one : businesses)
            text.sample({{"business", idText(one.businessId)}, {"currency", one.currency.code().toLatin1()}},
                        formatMajorUnits(minor(one), one.currency));
    };
    using Figures = BusinessFigures;
    text.begin("oshaq_orders", Type::Gauge, "Orders of today and open ones from before, by status.");
    for (const Figures &one : businesses) {
        for (const auto &[status, count] : one.orders)
            text.sample({{"business", idText(one.businessId)}, {"status", orderStatusName(status).toLatin1()}},
                        qint64{count});
    }
    each("oshaq_day_orders", "Orders placed on this business day.", [](const Figures &one) { return one.ordersToday; });
    money("oshaq_day_revenue", "Totals of today's completed orders, in major units.",
          [](const Figures &one) { return one.revenueTodayMinor; });
    each("oshaq_day_refunds", "Refunds of this business day.", [](const Figures &one) { return one.refundsToday; });
    money("oshaq_day_refunded", "What was given back on this business day, in major units.",
          [](const Figures &one) { return one.refundedTodayMinor; });
    each("oshaq_day_voids", "Lines that were voided on this business day.",
         [](const Figures &one) { return one.voidsToday; });
    each("oshaq_unknown_payments", "Payments of which the bank did not say what became.",
         [](const Figures &one) { return one.unknownPayments; });
    const auto outbox = [&](const char *name, const char *help, auto value) {
        text.begin(name, Type::Gauge, help);
        for (const Figures &one : businesses) {
            for (const OutboxFigures &box : one.outboxes)
                text.sample({{"business", idText(one.businessId)}, {"outbox", box.name.toLatin1()}}, value(box));
        }
    };
    outbox("oshaq_outbox_waiting", "What waits to be sent, by outbox of the hub.",
           [](const OutboxFigures &box) { return box.waiting; });
    outbox("oshaq_outbox_oldest_seconds", "How long the oldest of it waits.", [nowMs](const OutboxFigures &box) {
        return box.oldestAtMs == 0 ? 0.0 : seconds(std::max<qint64>(0, nowMs - box.oldestAtMs));
    });
}

struct Screen
{
    qint64 businessId;
    ScreenFacts facts;
};

Result<std::vector<Screen>> screensOf(ApiShared &shared, sql::Database &reader,
                                      const std::vector<BusinessFigures> &businesses)
{
    std::vector<Screen> all;
    const ScreenBoard::Now now{shared.hub.clock().nowMs(), shared.hub.clock().monotonicMs()};
    for (const BusinessFigures &business : businesses) {
        if (shared.screens.needsMemory(business.businessId)) {
            const auto kept = terminalreads::keptScreens(reader, business.businessId);
            if (!kept)
                return kept.error();
            shared.screens.remember(business.businessId, *kept, now);
        }
        for (ScreenFacts &facts : shared.screens.screens(business.businessId, now))
            all.push_back({business.businessId, std::move(facts)});
    }
    return all;
}

void writeScreens(MetricsWriter &text, const std::vector<Screen> &screens)
{
    const auto each = [&](const char *name, const char *help, auto counts, auto value) {
        text.begin(name, Type::Gauge, help);
        for (const Screen &screen : screens) {
            if (!counts(screen.facts))
                continue;
            text.sample({{"business", idText(screen.businessId)},
                         {"terminal", idText(screen.facts.terminalId)},
                         {"name", screen.facts.name.toUtf8()}},
                        value(screen.facts));
        }
    };
    const auto all = [](const ScreenFacts &) { return true; };
    const auto here = [](const ScreenFacts &screen) { return screen.state != ScreenState::Away; };
    using Facts = ScreenFacts;
    each("oshaq_terminal_up", "1 while the screen is heard of.", all,
         [](const Facts &one) { return qint64{one.state != ScreenState::Away}; });
    each("oshaq_terminal_feed_lag_seconds", "How old what the screen knows is.", here,
         [](const Facts &one) { return seconds(one.lagMs); });
    each("oshaq_terminal_outbox", "Commands of the screen that the hub has not confirmed.", here,
         [](const Facts &one) { return qint64{one.pending}; });
    each("oshaq_terminal_parked", "Commands of the screen that were refused and nobody looked at.", here,
         [](const Facts &one) { return qint64{one.parked}; });
    each(
        "oshaq_terminal_painted_p95_seconds", "Accepted to painted on that screen, of its last 200 tickets.",
        [](const Facts &one) { return one.state != ScreenState::Away && one.paintedP95Ms >= 0; },
        [](const Facts &one) { return seconds(one.paintedP95Ms); });
    each(
        "oshaq_terminal_clock_offset_seconds", "How far the screen's clock is ahead of the hub's.",
        [](const Facts &one) { return one.state != ScreenState::Away && one.clockOffsetMs; },
        [](const Facts &one) { return seconds(*one.clockOffsetMs); });
}

void writeAlarms(MetricsWriter &text, const std::vector<SystemAlarm> &alarms)
{
    text.begin("oshaq_system_alarm", Type::Gauge, "1 for each alarm of the hub that goes on.");
    for (const SystemAlarm &alarm : alarms) {
        text.sample({{"business", idText(alarm.businessId)},
                     {"code", systemProblemText(alarm.finding.problem).toLatin1()},
                     {"subject", alarm.finding.subject.toUtf8()},
                     {"severity", alarmSeverityText(severityOf(alarm.finding.problem)).toLatin1()}},
                    qint64{1});
    }
}

/// What stands in the record; nothing was written when this fails.
Result<void> writeRecord(MetricsWriter &text, ApiShared &shared, sql::Database &reader)
{
    const qint64 nowMs = shared.hub.clock().nowMs();
    const auto businesses = systemreads::figures(reader, nowMs);
    if (!businesses)
        return businesses.error();
    const auto bytes = sql::databaseBytes(reader);
    if (!bytes)
        return bytes.error();
    const auto screens = screensOf(shared, reader, *businesses);
    if (!screens)
        return screens.error();
    std::vector<SystemAlarm> alarms;
    for (const BusinessFigures &business : *businesses) {
        auto open = systemreads::openAlarms(reader, business.businessId);
        if (!open)
            return open.error();
        alarms.insert(alarms.end(), open->begin(), open->end());
    }
    writeAlarms(text, alarms);
    text.one("oshaq_database_bytes", Type::Gauge, "Size of the record without its log.", *bytes);
    writeFigures(text, *businesses, nowMs);
    writeScreens(text, *screens);
    return {};
}

} // namespace

QByteArray metricsText(ApiShared &shared, sql::Database *reader)
{
    MetricsWriter text;
    writeBuild(text);
    shared.metrics.write(text);
    text.begin("oshaq_sign_in_failures_total", Type::Counter, "Times that somebody failed to sign in.");
    text.sample({{"reason", "wrong"}}, qint64(shared.wrongCredentials.load(std::memory_order_relaxed)));
    text.sample({{"reason", "locked"}}, qint64(shared.lockedSignIns.load(std::memory_order_relaxed)));
    text.one("oshaq_http_connections", Type::Gauge, "Open connections, WebSockets among them.",
             qint64{shared.connections.load(std::memory_order_relaxed)});
    text.one("oshaq_live_sockets", Type::Gauge, "Open WebSockets.", qint64{shared.sockets.total()});
    text.one("oshaq_worker_queue", Type::Gauge, "Reports and exports that wait for a thread.",
             qint64{shared.workers.waiting()});
    writeCaches(text, shared);
    text.one("oshaq_unpainted_tickets", Type::Gauge, "Tickets that no kitchen screen of their station shows.",
             qint64{shared.hub.alarms().count()});
    text.begin("oshaq_painted_seconds", Type::Histogram, "Time from an order's commit to its ticket on a screen.");
    text.histogram({}, shared.painted.taken(), ApiShared::paintedBoundsMs, msInSecond);
    writeWriter(text, shared.hub.writer().stats());
    writeReplica(text, shared.hub.replica().status());
    writeIntegrations(text, shared.hub.integrations());
    text.one("oshaq_journal_sound", Type::Gauge, "1 when the end of the journal was whole at the start.",
             qint64{shared.hub.journalProblem().isEmpty()});
    if (shared.options.backups) {
        if (const auto standing = shared.options.backups())
            writeBackups(text, *standing, shared.hub.clock().nowMs());
    }
    if (shared.options.droppedLogLines)
        text.one("oshaq_log_dropped_lines_total", Type::Counter, "Lines of the log that the disk was too slow for.",
                 shared.options.droppedLogLines());
    if (shared.options.tracer) {
        const Tracer::Counts counts = shared.options.tracer->counts();
        text.one("oshaq_trace_spans_total", Type::Counter, "Spans that were sent on.", qint64(counts.taken));
        text.one("oshaq_trace_dropped_spans_total", Type::Counter, "Spans that nobody took in time.",
                 qint64(counts.dropped));
        text.one("oshaq_trace_queue", Type::Gauge, "Spans that wait.", qint64(counts.waiting));
    }
    writeProcess(text, shared.hub.directory());
    const auto written = reader ? writeRecord(text, shared, *reader)
                                : Result<void>(Error{ErrorCode::StorageUnavailable, QStringLiteral("no reader"), {}});
    if (!written)
        qCWarning(lcMetrics).noquote() << "the record cannot be read:" << written.error().message;
    text.one("oshaq_record_readable", Type::Gauge, "0: what stands in the record is missing here.",
             qint64{written.ok()});
    return text.take();
}

} // namespace oshaq

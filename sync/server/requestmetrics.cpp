// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/requestmetrics.h"

#include "models/domain/epoch.h"
#include "sync/server/apishared.h"
#include "sync/server/routetable.h"

namespace oshaq {

namespace {

QByteArray labelsOf(const Route *route)
{
    if (!route)
        return "method=\"\",route=\"\"";
    return "method=\"" + route->method + "\",route=\"" + route->fullPattern() + '"';
}

void head(QByteArray &text, const char *name, const char *type, const char *help)
{
    text += QByteArray("# HELP ") + name + ' ' + help + "\n# TYPE " + name + ' ' + type + '\n';
}

void gauge(QByteArray &text, const char *name, const char *type, const char *help, double value)
{
    head(text, name, type, help);
    text += QByteArray(name) + ' ' + QByteArray::number(value, 'g', 15) + '\n';
}

/// How the services outside are doing, by business and kind.
void writeIntegrations(QByteArray &text, const IntegrationBoard &board)
{
    const auto entries = board.all();
    if (entries.empty())
        return;
    const auto each = [&](const char *name, const char *type, const char *help, auto value) {
        head(text, name, type, help);
        for (const IntegrationBoard::Entry &entry : entries) {
            text += QByteArray(name) + "{business=\"" + QByteArray::number(entry.businessId) + "\",kind=\"" +
                    integrationKindText(entry.kind).toLatin1() + "\"} " +
                    QByteArray::number(qint64{value(entry.health)}) + '\n';
        }
    };
    using Health = IntegrationHealth;
    each("oshaq_integration_circuit", "gauge", "0 closed, 1 half open, 2 open: nothing is sent.",
         [](const Health &health) { return static_cast<int>(health.circuit); });
    each("oshaq_integration_in_flight", "gauge", "Requests on their way.",
         [](const Health &health) { return health.inFlight; });
    each("oshaq_integration_in_flight_limit", "gauge", "How many may be on their way at once.",
         [](const Health &health) { return health.maxInFlight; });
    each("oshaq_integration_requests_total", "counter", "Requests that were sent.",
         [](const Health &health) { return health.requests; });
    each("oshaq_integration_failures_total", "counter", "Of them, those that failed.",
         [](const Health &health) { return health.failures; });
    each("oshaq_integration_held_back_total", "counter", "Requests that were never sent, because of circuit or limit.",
         [](const Health &health) { return health.heldBack; });
}

} // namespace

RequestMetrics::RequestMetrics()
{
    for (size_t i = 0; i <= RouteTable::routes().size(); ++i)
        m_series.push_back(std::make_unique<Series>());
}

void RequestMetrics::count(const Route *route, int status, qint64 microseconds)
{
    const auto &routes = RouteTable::routes();
    const size_t at = route ? static_cast<size_t>(route - routes.data()) : routes.size();
    Series &series = *m_series[at];
    const int statusClass = status / 100;
    series.byClass[static_cast<size_t>(statusClass >= 1 && statusClass <= 5 ? statusClass : 0)].fetch_add(
        1, std::memory_order_relaxed);
    size_t bucket = 0;
    while (bucket < boundsMs.size() && microseconds > qint64{boundsMs[bucket]} * 1000)
        ++bucket;
    series.buckets[bucket].fetch_add(1, std::memory_order_relaxed);
    series.microseconds.fetch_add(static_cast<quint64>(microseconds), std::memory_order_relaxed);
}

void RequestMetrics::write(QByteArray &text) const
{
    const auto &routes = RouteTable::routes();
    const auto routeAt = [&routes](size_t i) { return i < routes.size() ? &routes[i] : nullptr; };
    head(text, "oshaq_http_requests_total", "counter", "Requests by route and class of status.");
    for (size_t i = 0; i < m_series.size(); ++i) {
        for (size_t statusClass = 1; statusClass < m_series[i]->byClass.size(); ++statusClass) {
            const quint64 count = m_series[i]->byClass[statusClass].load(std::memory_order_relaxed);
            if (count > 0)
                text += "oshaq_http_requests_total{" + labelsOf(routeAt(i)) + ",status=\"" +
                        QByteArray::number(static_cast<qint64>(statusClass)) + "xx\"} " + QByteArray::number(count) +
                        '\n';
        }
    }
    head(text, "oshaq_http_request_seconds", "histogram", "Time from the request to its answer, by route.");
    for (size_t i = 0; i < m_series.size(); ++i) {
        const QByteArray labels = labelsOf(routeAt(i));
        QByteArray lines;
        quint64 total = 0;
        for (size_t bucket = 0; bucket <= boundsMs.size(); ++bucket) {
            total += m_series[i]->buckets[bucket].load(std::memory_order_relaxed);
            const QByteArray bound =
                bucket < boundsMs.size() ? QByteArray::number(boundsMs[bucket] / 1000.0) : QByteArray("+Inf");
            lines += "oshaq_http_request_seconds_bucket{" + labels + ",le=\"" + bound + "\"} " +
                     QByteArray::number(total) + '\n';
        }
        if (total == 0)
            continue;
        const double seconds = static_cast<double>(m_series[i]->microseconds.load(std::memory_order_relaxed)) / 1e6;
        text += lines + "oshaq_http_request_seconds_sum{" + labels + "} " + QByteArray::number(seconds, 'g', 15) +
                '\n' + "oshaq_http_request_seconds_count{" + labels + "} " + QByteArray::number(total) + '\n';
    }
}

QByteArray metricsText(ApiShared &shared)
{
    QByteArray text;
    shared.metrics.write(text);

    const auto each = [&text, &shared](const char *name, const char *help, quint64 AnswerCache::Counts::*field,
                                       const std::atomic<quint64> &tokens) {
        head(text, name, "counter", help);
        for (size_t i = 0; i < AnswerCache::kindNames.size(); ++i) {
            const quint64 value = shared.answers.counts(static_cast<AnswerCache::Kind>(i)).*field;
            text +=
                QByteArray(name) + "{cache=\"" + AnswerCache::kindNames[i] + "\"} " + QByteArray::number(value) + '\n';
        }
        text += QByteArray(name) + "{cache=\"tokens\"} " + QByteArray::number(tokens.load(std::memory_order_relaxed)) +
                '\n';
    };
    each("oshaq_cache_hits_total", "Answers that were kept and still good.", &AnswerCache::Counts::hits,
         shared.tokenLookups.hits);
    each("oshaq_cache_misses_total", "Answers that had to be read.", &AnswerCache::Counts::misses,
         shared.tokenLookups.misses);
    gauge(text, "oshaq_cache_bytes", "gauge", "Size of the answers that are kept.",
          static_cast<double>(shared.answers.bytes()));
    gauge(text, "oshaq_live_sockets", "gauge", "Open WebSockets.", shared.sockets.total());

    gauge(text, "oshaq_unpainted_tickets", "gauge", "Tickets that no kitchen screen of their station shows.",
          shared.hub.alarms().count());

    const WriterStats writer = shared.hub.writer().stats();
    gauge(text, "oshaq_writer_commands_total", "counter", "Commands answered after a commit.",
          static_cast<double>(writer.commands));
    gauge(text, "oshaq_writer_commits_total", "counter", "Transactions of the writer.",
          static_cast<double>(writer.commits));
    gauge(text, "oshaq_writer_failed_commits_total", "counter", "Commits that failed.",
          static_cast<double>(writer.failedCommits));
    gauge(text, "oshaq_writer_queue", "gauge", "Commands that wait.", static_cast<double>(writer.queued));
    gauge(text, "oshaq_writer_available", "gauge", "1 while the hub can write.", writer.available ? 1 : 0);
    gauge(text, "oshaq_wal_bytes", "gauge", "Log in use after the last commit.", static_cast<double>(writer.walBytes));
    const ReplicaStatus replica = shared.hub.replica().status();
    gauge(text, "oshaq_replica_term", "gauge", "Term of the epoch.", static_cast<double>(termOf(replica.epoch)));
    gauge(text, "oshaq_replica_refusing", "gauge", "1 while no writes are taken because of the standby or a fence.",
          replica.note.refusing ? 1 : 0);
    gauge(text, "oshaq_replica_solo", "gauge", "1 while the hub goes on without its standby.",
          replica.note.solo ? 1 : 0);
    gauge(text, "oshaq_replica_connected", "gauge", "1 while the other side is heard of.",
          replica.peer && replica.peer->connected ? 1 : 0);
    gauge(text, "oshaq_replica_lag_commits", "gauge", "Group commits that the standby lacks.",
          replica.peer ? static_cast<double>(replica.peer->lagSeq) : 0);
    gauge(text, "oshaq_replica_lag_seconds", "gauge", "Since when the standby lacks something.",
          replica.peer ? static_cast<double>(replica.peer->lagMs) / 1000 : 0);
    gauge(text, "oshaq_replica_ring_bytes", "gauge", "Changes that are kept for the standby.",
          static_cast<double>(replica.ringBytes));
    gauge(text, "oshaq_replica_missed_acks_total", "counter", "Batches that the standby did not acknowledge in time.",
          static_cast<double>(replica.missedAcks));
    const BackupState backups = shared.hub.backups().state();
    const qint64 nowMs = shared.hub.clock().nowMs();
    const auto secondsSince = [nowMs](qint64 atMs) {
        return atMs == 0 ? 0.0 : static_cast<double>(nowMs - atMs) / 1000;
    };
    gauge(text, "oshaq_backup_on", "gauge", "1 while this hub makes backups.", backups.isOn ? 1 : 0);
    gauge(text, "oshaq_backup_age_seconds", "gauge", "Age of the oldest change that is in no backup.",
          static_cast<double>(backups.ageMs(nowMs)) / 1000);
    gauge(text, "oshaq_backup_full_age_seconds", "gauge", "Age of the newest full copy; 0: there is none.",
          secondsSince(backups.lastFullMs));
    gauge(text, "oshaq_backup_check_age_seconds", "gauge", "Time since a backup was restored and checked; 0: never.",
          secondsSince(backups.lastCheckMs));
    gauge(text, "oshaq_backup_check_ok", "gauge", "1 when the last check found nothing wrong.",
          backups.lastCheckOk ? 1 : 0);
    gauge(text, "oshaq_backup_waiting_files", "gauge", "Files that are not at every place yet.",
          static_cast<double>(backups.waitingFiles));
    gauge(text, "oshaq_backup_problem", "gauge", "1 while something about the backups is wrong.",
          backups.problem.isEmpty() ? 0 : 1);
    gauge(text, "oshaq_journal_sound", "gauge", "1 when the end of the journal was whole at the start.",
          shared.hub.journalProblem().isEmpty() ? 1 : 0);
    writeIntegrations(text, shared.hub.integrations());
    return text;
}

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/requestmetrics.h"

#include "sync/server/metricswriter.h"
#include "sync/server/routetable.h"

namespace oshaq {

namespace {

constexpr double usInSecond = 1e6;

const Route *routeAt(std::size_t i)
{
    const auto &routes = RouteTable::routes();
    return i < routes.size() ? &routes[i] : nullptr;
}

QByteArray methodOf(const Route *route)
{
    return route ? route->method : QByteArray();
}

QByteArray patternOf(const Route *route)
{
    return route ? route->fullPattern : QByteArray();
}

QByteArray statusText(int status)
{
    return status == 0 ? QByteArray("other") : QByteArray::number(status);
}

} // namespace

RequestMetrics::RequestMetrics()
{
    for (std::size_t i = 0; i <= RouteTable::routes().size(); ++i)
        m_series.push_back(std::make_unique<Series>());
}

std::size_t RequestMetrics::indexOf(int status)
{
    std::size_t at = 0;
    while (at + 1 < statuses.size() && statuses[at] != status)
        ++at;
    return at;
}

void RequestMetrics::count(const Route *route, int status, qint64 microseconds, qint64 databaseUs)
{
    const auto &routes = RouteTable::routes();
    const std::size_t at = route ? static_cast<std::size_t>(route - routes.data()) : routes.size();
    Series &series = *m_series[at];
    series.byStatus[indexOf(status)].fetch_add(1, std::memory_order_relaxed);
    series.times.add(microseconds, boundsUs);
    if (databaseUs > 0)
        m_database.add(databaseUs, databaseBoundsUs);
}

void RequestMetrics::countRefused(int status)
{
    m_refused[indexOf(status)].fetch_add(1, std::memory_order_relaxed);
}

void RequestMetrics::write(MetricsWriter &text) const
{
    using Type = MetricsWriter::Type;
    text.begin("oshaq_http_requests_total", Type::Counter, "Requests by route and status.");
    for (std::size_t i = 0; i < m_series.size(); ++i) {
        for (std::size_t status = 0; status < statuses.size(); ++status) {
            const quint64 count = m_series[i]->byStatus[status].load(std::memory_order_relaxed);
            if (count > 0)
                text.sample({{"method", methodOf(routeAt(i))},
                             {"route", patternOf(routeAt(i))},
                             {"status", statusText(statuses[status])}},
                            qint64(count));
        }
    }
    text.begin("oshaq_http_request_seconds", Type::Histogram, "Time from the request to its answer, by route.");
    for (std::size_t i = 0; i < m_series.size(); ++i) {
        const auto times = m_series[i]->times.taken();
        quint64 total = 0;
        for (const quint64 count : times.counts)
            total += count;
        if (total > 0)
            text.histogram({{"method", methodOf(routeAt(i))}, {"route", patternOf(routeAt(i))}}, times, boundsUs,
                           usInSecond);
    }
    text.begin(
        "oshaq_http_database_seconds", Type::Histogram,
        "Time that the database worked for a request, of those for which it did: reads, and a write with its commit.");
    text.histogram({}, m_database.taken(), databaseBoundsUs, usInSecond);
    text.begin("oshaq_http_refused_total", Type::Counter, "What was refused before it was a request, by status.");
    for (std::size_t status = 0; status < statuses.size(); ++status) {
        const quint64 count = m_refused[status].load(std::memory_order_relaxed);
        if (count > 0)
            text.sample({{"status", statusText(statuses[status])}}, qint64(count));
    }
}

} // namespace oshaq

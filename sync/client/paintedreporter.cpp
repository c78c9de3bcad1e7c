// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/paintedreporter.h"

#include "sync/protocol/commandjson.h"
#include "sync/protocol/errorjson.h"

#include <QLoggingCategory>

#include <algorithm>

namespace oshaq {

Q_LOGGING_CATEGORY(lcPainted, "oshaq.client.painted")

PaintedReporter::PaintedReporter(const OrderCache &cache, const HubEndpoint &endpoint, HttpTransport &transport,
                                 Scheduler &scheduler, RandomFraction random)
    : m_cache(cache)
    , m_endpoint(endpoint)
    , m_transport(transport)
    , m_random(std::move(random))
    , m_timer(scheduler)
{}

PaintedReporter::~PaintedReporter()
{
    if (m_request != 0)
        m_transport.cancel(m_request);
}

void PaintedReporter::reportPainted(const std::vector<PaintedAck> &acks)
{
    m_waiting.insert(m_waiting.end(), acks.begin(), acks.end());
    while (m_waiting.size() > maxWaiting)
        m_waiting.pop_front();
    schedule(batchMs);
}

void PaintedReporter::setGateOpen(bool open)
{
    m_gateOpen = open;
    if (!open) {
        m_timer.stop();
        return;
    }
    schedule(batchMs);
}

void PaintedReporter::schedule(qint64 ms)
{
    if (m_gateOpen && m_request == 0 && !m_waiting.empty() && !m_timer.isActive())
        m_timer.start(ms, [this] { send(); });
}

void PaintedReporter::send()
{
    if (!m_gateOpen || m_request != 0)
        return;
    m_sent.clear();
    while (!m_waiting.empty() && m_sent.size() < maxBatch) {
        const PaintedAck ack = m_waiting.front();
        m_waiting.pop_front();
        const Order *order = m_cache.find(ack.orderId);
        if (order && !isClosed(order->status))
            m_sent.push_back(ack);
    }
    if (m_sent.empty())
        return;
    m_request = m_transport.send(m_endpoint.request("POST", "/api/v1/business/painted", paintedBody(m_sent)),
                                 [this](const WireReply &reply) { handleReply(reply); });
}

void PaintedReporter::handleReply(const WireReply &reply)
{
    m_request = 0;
    const bool answered =
        reply.arrived() && reply.status < 500 && reply.status != 408 && reply.status != 425 && reply.status != 429;
    // 401: worth keeping until somebody signs in. 403: this token is none that paints, and never will be.
    if (answered && reply.status != 401) {
        m_backoff.reset();
        const Result<Answer> answer = readAnswer(reply.body);
        if (reply.status != 200 || !answer || !answer->success)
            qCWarning(lcPainted, "%d acknowledgements were refused with %d", static_cast<int>(m_sent.size()),
                      reply.status);
        bool changed = false;
        for (const qint64 latency : answer ? readPaintedData(answer->data) : std::vector<qint64>()) {
            if (latency < 0)
                continue;
            m_latencies.push_back(latency);
            changed = true;
        }
        while (m_latencies.size() > keptLatencies)
            m_latencies.pop_front();
        m_sent.clear();
        schedule(batchMs);
        if (changed)
            Q_EMIT latenciesChanged();
        return;
    }
    const qint64 delayMs = m_backoff.next(m_random);
    if (reply.arrived() && m_backoff.failures() >= maxAttempts) {
        qCWarning(lcPainted, "%d acknowledgements are given up", static_cast<int>(m_sent.size()));
        m_backoff.reset();
    } else {
        m_waiting.insert(m_waiting.begin(), m_sent.begin(), m_sent.end());
    }
    m_sent.clear();
    schedule(delayMs);
}

qint64 PaintedReporter::percentile(int percent) const
{
    if (m_latencies.empty())
        return -1;
    std::vector<qint64> sorted(m_latencies.begin(), m_latencies.end());
    const std::size_t rank = (sorted.size() * static_cast<std::size_t>(percent) + 99) / 100;
    const auto nth = sorted.begin() + static_cast<std::ptrdiff_t>(std::max<std::size_t>(rank, 1) - 1);
    std::nth_element(sorted.begin(), nth, sorted.end());
    return *nth;
}

} // namespace oshaq

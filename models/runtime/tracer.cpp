// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/runtime/tracer.h"

#include <QRandomGenerator>

#include <algorithm>
#include <chrono>

namespace oshaq {

namespace {

constexpr qsizetype traceparentSize = 55;

bool isHex(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

bool isZero(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return c == '0'; });
}

QByteArray randomId(int words)
{
    QByteArray bytes;
    do {
        bytes.clear();
        for (int i = 0; i < words; ++i) {
            const quint64 word = QRandomGenerator::system()->generate64();
            bytes.append(reinterpret_cast<const char *>(&word), sizeof(word));
        }
        bytes = bytes.toHex();
    } while (isZero(bytes));
    return bytes;
}

} // namespace

std::optional<TraceContext> TraceContext::fromTraceparent(QByteArrayView text)
{
    if (text.size() < traceparentSize || text[2] != '-' || text[35] != '-' || text[52] != '-')
        return std::nullopt;
    const QByteArrayView version = text.sliced(0, 2);
    const QByteArrayView trace = text.sliced(3, 32);
    const QByteArrayView span = text.sliced(36, 16);
    const QByteArrayView flags = text.sliced(53, 2);
    if (!isHex(version) || !isHex(trace) || !isHex(span) || !isHex(flags) || isZero(trace) || isZero(span))
        return std::nullopt;
    const bool isFirst = version == QByteArrayView("00");
    if (version == QByteArrayView("ff") || (isFirst && text.size() != traceparentSize) ||
        (!isFirst && text.size() > traceparentSize && text[traceparentSize] != '-'))
        return std::nullopt;
    return TraceContext{trace.toByteArray(), span.toByteArray(), (flags.toByteArray().toInt(nullptr, 16) & 1) != 0};
}

QByteArray TraceContext::traceparent() const
{
    return "00-" + traceId + '-' + spanId + (sampled ? "-01" : "-00");
}

Tracer::Tracer()
    : Tracer(Options{})
{}

Tracer::Tracer(Options options)
    : m_options(options)
{}

TraceContext Tracer::begin(const std::optional<TraceContext> &parent) const
{
    if (parent)
        return below(*parent);
    const bool sampled = QRandomGenerator::global()->bounded(100) < m_options.samplePercent;
    return {randomId(2), randomId(1), sampled};
}

TraceContext Tracer::below(const TraceContext &parent) const
{
    return {parent.traceId, randomId(1), parent.sampled};
}

void Tracer::add(TraceSpan span)
{
    const std::lock_guard lock(m_mutex);
    if (m_stopped || m_spans.size() >= m_options.maxQueue) {
        ++m_dropped;
        return;
    }
    m_spans.push_back(std::move(span));
    m_wake.notify_one();
}

void Tracer::follow(qint64 orderId, const TraceContext &context, qint64 committedUs)
{
    if (!context.sampled)
        return;
    const std::lock_guard lock(m_mutex);
    if (!m_orders.insert_or_assign(orderId, Followed{context, committedUs}).second)
        return;
    m_orderAges.push_back(orderId);
    if (m_orderAges.size() > m_options.maxOrders) {
        m_orders.erase(m_orderAges.front());
        m_orderAges.pop_front();
    }
}

std::optional<Tracer::Followed> Tracer::followed(qint64 orderId) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_orders.find(orderId);
    return found == m_orders.end() ? std::nullopt : std::optional(found->second);
}

std::vector<TraceSpan> Tracer::take(std::size_t most, int waitMs)
{
    std::unique_lock lock(m_mutex);
    m_wake.wait_for(lock, std::chrono::milliseconds(waitMs), [this] { return m_stopped || !m_spans.empty(); });
    const std::size_t count = std::min(most, m_spans.size());
    const auto end = m_spans.begin() + std::ptrdiff_t(count);
    std::vector<TraceSpan> spans(std::make_move_iterator(m_spans.begin()), std::make_move_iterator(end));
    m_spans.erase(m_spans.begin(), end);
    m_taken += count;
    return spans;
}

void Tracer::noteLost(std::size_t spans)
{
    const std::lock_guard lock(m_mutex);
    m_taken -= spans;
    m_dropped += spans;
}

void Tracer::stop()
{
    const std::lock_guard lock(m_mutex);
    m_stopped = true;
    m_wake.notify_all();
}

bool Tracer::isStopped() const
{
    const std::lock_guard lock(m_mutex);
    return m_stopped;
}

Tracer::Counts Tracer::counts() const
{
    const std::lock_guard lock(m_mutex);
    return {m_taken, m_dropped, m_spans.size()};
}

qint64 Tracer::nowUs()
{
    return std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::system_clock::now().time_since_epoch())
        .count();
}

} // namespace oshaq

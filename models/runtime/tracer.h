// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QPair>
#include <QtGlobal>

#include <atomic>
#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <optional>
#include <vector>

namespace oshaq {

/// Where something stands in a trace, as W3C Trace Context has it.
struct TraceContext
{
    QByteArray traceId; ///< 32 lower-case hexadecimal digits
    QByteArray spanId;  ///< 16 of them
    bool sampled = true;

    bool operator==(const TraceContext &) const = default;

    /// "00-TRACE-SPAN-01". Nothing for what is none: wrong length, upper case, all zeros, version ff. What a later
    /// version appends is left alone.
    static std::optional<TraceContext> fromTraceparent(QByteArrayView text);
    QByteArray traceparent() const;
};

/// One piece of work with its begin and end. Holds codes, ids and numbers: no names, phones, addresses or secrets.
struct TraceSpan
{
    enum class Kind
    {
        Internal = 1,
        Server = 2,
        Producer = 4
    };
    QByteArray traceId;
    QByteArray spanId;
    QByteArray parentSpanId; ///< empty: the first one
    QByteArray name;
    Kind kind = Kind::Internal;
    qint64 beganUs = 0; ///< UTC, microseconds
    qint64 endedUs = 0;
    bool failed = false;
    QList<QPair<QByteArray, QByteArray>> texts;
    QList<QPair<QByteArray, qint64>> numbers;
};

/// Takes spans from any thread and keeps them until somebody takes them away to where they are looked at. The queue is
/// bounded: when nobody takes them fast enough they are dropped and counted, so that tracing never slows what it
/// watches. Remembers for a while by which trace an order last changed, so that what comes of it later (the feed, a
/// ticket on a screen) is told in the same trace. Thread-safe.
class Tracer
{
    Q_DISABLE_COPY_MOVE(Tracer)

public:
    struct Options
    {
        std::size_t maxQueue = 2'048;
        int samplePercent = 100; ///< of traces that begin here; who calls with a traceparent has decided already
        std::size_t maxOrders = 1'000;
    };
    struct Counts
    {
        quint64 taken = 0;
        quint64 dropped = 0;
        std::size_t waiting = 0;
    };
    /// What an order's last change was part of.
    struct Followed
    {
        TraceContext context;
        qint64 committedUs = 0;
    };

    Tracer();
    explicit Tracer(Options options);

    /// A new span below `parent`, or the first one of a new trace.
    TraceContext begin(const std::optional<TraceContext> &parent) const;
    TraceContext below(const TraceContext &parent) const;
    /// Dropped when it is not sampled or the queue is full. Never waits for anything but the lock.
    void add(TraceSpan span);

    void follow(qint64 orderId, const TraceContext &context, qint64 committedUs);
    std::optional<Followed> followed(qint64 orderId) const;

    /// At most `most` spans, oldest first; waits up to `waitMs` for the first one. Nothing at once after stop().
    std::vector<TraceSpan> take(std::size_t most, int waitMs);
    /// What take() gave could not be delivered.
    void noteLost(std::size_t spans);
    void stop();
    bool isStopped() const;
    Counts counts() const;

    /// UTC now in microseconds.
    static qint64 nowUs();

private:
    const Options m_options;
    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<TraceSpan> m_spans;
    std::map<qint64, Followed> m_orders;
    std::deque<qint64> m_orderAges; ///< oldest first
    bool m_stopped = false;
    quint64 m_taken = 0;
    quint64 m_dropped = 0;
};

} // namespace oshaq

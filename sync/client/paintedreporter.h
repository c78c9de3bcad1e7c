// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/runtime/clock.h"
#include "models/terminal/ordercache.h"
#include "models/terminal/paintedsink.h"
#include "sync/client/backoff.h"
#include "sync/client/httptransport.h"
#include "sync/client/hubendpoint.h"
#include "sync/client/scheduler.h"

#include <QObject>

#include <deque>
#include <vector>

namespace oshaq {

/// Tells the hub which tickets were drawn, in batches, and keeps the latencies that it answers. An acknowledgement is
/// worth something while its order is open: those of closed orders are dropped, and so is a batch that the hub keeps
/// failing on. GUI thread.
class PaintedReporter final : public QObject, public PaintedSink
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PaintedReporter)

public:
    static constexpr qint64 batchMs = 30;
    static constexpr std::size_t maxBatch = 500;
    static constexpr std::size_t maxWaiting = 5000;
    static constexpr std::size_t keptLatencies = 200;
    static constexpr int maxAttempts = 5;

    PaintedReporter(const OrderCache &cache, const HubEndpoint &endpoint, HttpTransport &transport,
                    Scheduler &scheduler, RandomFraction random);
    ~PaintedReporter() override;

    void reportPainted(const std::vector<PaintedAck> &acks) override;

    /// Open: there is a hub to talk to.
    void setGateOpen(bool open);

    /// Of the last 200 tickets in ms; -1: none yet. Nearest rank.
    qint64 percentile(int percent) const;
    std::size_t waiting() const { return m_waiting.size(); }

Q_SIGNALS:
    void latenciesChanged();

private:
    void schedule(qint64 ms);
    void send();
    void handleReply(const WireReply &reply);

    const OrderCache &m_cache;
    const HubEndpoint &m_endpoint;
    HttpTransport &m_transport;
    RandomFraction m_random;
    OneShot m_timer;
    Backoff m_backoff{500, 15'000};
    bool m_gateOpen = false;
    quint64 m_request = 0; ///< 0: none on its way
    std::deque<PaintedAck> m_waiting;
    std::vector<PaintedAck> m_sent;
    std::deque<qint64> m_latencies;
};

} // namespace oshaq

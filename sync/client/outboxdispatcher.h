// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/runtime/clock.h"
#include "models/terminal/ordercache.h"
#include "models/terminal/outbox.h"
#include "sync/client/backoff.h"
#include "sync/client/httptransport.h"
#include "sync/client/hubendpoint.h"
#include "sync/client/scheduler.h"

#include <QObject>
#include <QString>

#include <unordered_map>

namespace oshaq {

/// Brings what staff did to the hub: DESIGN section 3.2. The head of each order's queue goes out under its own id as
/// Idempotency-Key, at most `maxInFlight` at a time, one for each order. GUI thread.
///
/// It sends only while its gate is open: after every break in the connection somebody must first make sure that this is
/// still the same record (the follower compares epochs). Otherwise a hub that was restored from an older copy would
/// refuse commands whose predecessors it lost, before those are sent again.
///
/// An order that was taken here is known to the hub under our uuid. When the hub says that it has such an order already
/// (ALREADY_EXISTS), or confirms one without saying its ids, it is asked for the order, and that answer counts.
class OutboxDispatcher final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OutboxDispatcher)

public:
    static constexpr std::size_t maxInFlight = 4;
    /// However long a hub asks us to stay away (Retry-After).
    static constexpr qint64 maxRetryAfterMs = 5 * 60 * 1000;

    enum class Pause
    {
        None,
        SignIn, ///< 401, 403
        Alarm,  ///< an answer that nobody expected
    };

    OutboxDispatcher(Outbox &outbox, const OrderCache &cache, const HubEndpoint &endpoint, HttpTransport &transport,
                     const Clock &clock, Scheduler &scheduler, RandomFraction random);
    /// What is on its way is given up here and stays queued.
    ~OutboxDispatcher() override;

    void setGateOpen(bool open);
    /// The hub was away and answers again: waiting ends, and so does an alarm, since it may be another program now.
    void connectionRestored();
    /// After new credentials, or when a person says so: the pause ends.
    void resume();
    /// Gives up what is on its way; it stays queued.
    void stop();

    Pause pause() const { return m_pause; }
    /// English, for logs and the page of details: why it paused.
    const QString &pauseDetail() const { return m_pauseDetail; }
    std::size_t inFlight() const { return m_inFlight.size(); }

Q_SIGNALS:
    void pauseChanged();
    /// A request did not reach the hub at all.
    void connectionFailed();
    /// The hub refused what somebody did here because of who they are: they have left perhaps, or have another role.
    void operatorRefused();

private:
    struct Flight
    {
        quint64 request = 0;
        QString orderUuid;
        bool asksForRow = false; ///< the order taken here, which the hub has already
    };
    struct Waiting
    {
        qint64 untilMs = 0; ///< monotonic
        Backoff backoff{firstDelayMs, maxDelayMs};
    };

    static constexpr qint64 firstDelayMs = 500;
    static constexpr qint64 maxDelayMs = 15'000;

    void pump();
    void send(const OutboxCommand &command);
    /// GET of the order that `id` took or added lines to.
    void askForRow(const QString &id, const QString &orderUuid);
    void put(const QString &id, const QString &orderUuid, WireRequest request, bool asksForRow);
    /// What is done under this id took an order, or added lines to one: the hub has given ids to what has ours.
    bool takesOrder(const QString &id) const;
    bool addsLines(const QString &id) const;
    void handleReply(const QString &id, const WireReply &reply);
    void handleSuccess(const QString &id, const Flight &flight, const WireReply &reply);
    void handleRefusal(const QString &id, const QString &orderUuid, const WireReply &reply);
    void pauseWith(Pause pause, const QString &detail);
    /// Nobody sends for a while.
    void waitForAll(qint64 atLeastMs);
    /// This order is left alone for a while, the others go on.
    void waitForOrder(const QString &orderUuid, qint64 atLeastMs);
    void abandonFlights();
    void handleEpochChanged();
    bool isWaiting(const QString &orderUuid) const;
    void armTimer();

    Outbox &m_outbox;
    const OrderCache &m_cache;
    const HubEndpoint &m_endpoint;
    HttpTransport &m_transport;
    const Clock &m_clock;
    RandomFraction m_random;
    OneShot m_timer;
    bool m_gateOpen = false;
    bool m_pumping = false;
    bool m_pumpAgain = false;
    Pause m_pause = Pause::None;
    QString m_pauseDetail;
    Waiting m_all;
    std::unordered_map<QString, Waiting> m_orders;  ///< by order uuid; only those that wait or failed lately
    std::unordered_map<QString, Flight> m_inFlight; ///< by outbox id
};

} // namespace oshaq

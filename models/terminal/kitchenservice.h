// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/hubclock.h"
#include "models/terminal/kitchenport.h"
#include "models/terminal/ordercache.h"
#include "models/terminal/outbox.h"
#include "models/terminal/paintedsink.h"
#include "models/terminal/terminaldatabase.h"
#include "models/terminal/visibleorders.h"

#include <QTimer>

#include <optional>
#include <set>
#include <unordered_set>
#include <vector>

namespace oshaq {

/// The kitchen over terminal.db.
///
/// One station's view shows an order while a line of that station is open; then its ticket is in completed() there. The view of
/// all stations also shows a Ready order until it is handed over (Completed, or Out for delivery): somebody must do that, and a
/// site with one station has no other screen for it. Cancelled orders leave every view and stand in completed(), not
/// recallable. An order whose lines are all voided is nowhere: there is nothing to make.
/// A line whose station this terminal does not know belongs to the first station: food that no screen shows is not made.
class KitchenService final : public KitchenPort
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(KitchenService)

public:
    KitchenService(TerminalDatabase &database, const OrderCache &cache, Outbox &outbox, VisibleOrders &visible,
                   const HubClock &clock);
    ~KitchenService() override;

    std::vector<Station> stations() const override;
    std::optional<qint64> station() const override { return m_station; }
    void setStation(std::optional<qint64> stationId) override;

    std::vector<Ticket> tickets() const override;
    std::optional<Ticket> ticket(qint64 orderId) const override;
    std::vector<AllDayCount> allDay() const override;
    std::vector<CompletedTicket> completed() const override;
    std::vector<ParkedCommand> parked() const override;

    Result<void> start(qint64 orderId) override;
    Result<void> toggleLine(qint64 orderId, qint64 lineId) override;
    Result<void> bump(qint64 orderId) override;
    Result<void> recall(qint64 orderId) override;
    Result<void> recallLast() override;

    void dismissParked(const QString &id) override;

    void reportPainted(const std::vector<qint64> &orderIds) override;
    void reportCounted(const std::vector<qint64> &orderIds) override;

    qint64 hubNowMs() const override;
    QString timeZone() const override;

    /// Who sends acknowledgements; null: nobody. What was painted before is handed over at once.
    void setPaintedSink(PaintedSink *sink);

private:
    struct Completed
    {
        qint64 orderId = 0;
        qint64 atMs = 0;
    };

    void handleVisibleChanged(const std::vector<qint64> &orderIds);
    void handleCatalogChanged();
    void handleEpochChanged();
    void scheduleTicketsChanged();
    void rebuild() const;
    bool belongs(const OrderLine &line) const;
    bool isShown(const Order &order) const;
    std::optional<qint64> completedAt(const Order &order) const;
    Ticket makeTicket(const VisibleOrders::Entry &entry) const;
    std::vector<OrderCommand> recallCommands(const Order &order) const;
    Result<Order> decideChain(Order order, const std::vector<OrderCommand> &commands) const;
    Result<void> act(const Order &order, std::vector<OrderCommand> commands);
    Result<const Order *> visibleOrder(qint64 orderId) const;
    void report(const std::vector<qint64> &orderIds, bool counted);

    TerminalDatabase &m_database;
    const OrderCache &m_cache;
    Outbox &m_outbox;
    VisibleOrders &m_visible;
    const HubClock &m_clock;
    std::optional<qint64> m_station;
    QTimer m_changedTimer;
    mutable bool m_dirty = true;
    mutable std::vector<Ticket> m_tickets;
    mutable std::vector<Completed> m_completed;
    std::unordered_set<qint64> m_seen; // orders that this view has met
    bool m_announce = false;           // false until there was a first snapshot
    PaintedSink *m_sink = nullptr;
    std::set<std::pair<qint64, qint64>> m_painted; // order, station
    std::set<std::pair<qint64, qint64>> m_counted;
    std::vector<PaintedAck> m_unsent;
};

} // namespace oshaq

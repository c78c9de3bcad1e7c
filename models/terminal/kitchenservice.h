// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/hubclock.h"
#include "models/terminal/kitchenport.h"
#include "models/terminal/orderacts.h"
#include "models/terminal/ordercache.h"
#include "models/terminal/outbox.h"
#include "models/terminal/paintedsink.h"
#include "models/terminal/seentickets.h"
#include "models/terminal/terminaldatabase.h"
#include "models/terminal/visiblecatalog.h"
#include "models/terminal/visibleorders.h"

#include <QTimer>

#include <optional>
#include <set>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace oshaq {

/// The kitchen over terminal.db.
///
/// One station's view shows an order while a line of that station is open; then its ticket is in completed() there. The
/// view of all stations also shows an order whose lines are done until it is handed over (Completed, or Out for
/// delivery): somebody must do that, and a site with one station has no other screen for it. Cancelled orders leave
/// every view and stand in completed(), not recallable; one that this screen has shown while something of it was still
/// to be made stays until somebody acknowledges it, and so does one whose last lines were voided. An order whose lines
/// are all voided is nowhere: there is nothing to make. A line whose station this terminal does not know belongs to the
/// first station: food that no screen shows is not made.
///
/// Limits: a ticket is late when the largest prep_seconds of its lines is over, soon at two thirds of that; without any
/// prep_seconds the limits of its station count (of several stations: the largest). Both count from the oldest line
/// that is still to be made, so that a dessert added later is not late at birth. A promised time, where there is one,
/// is the late limit.
class KitchenService final : public KitchenPort
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(KitchenService)

public:
    static constexpr qint64 seenRetentionMs = 7LL * 24 * 60 * 60 * 1000;

    KitchenService(TerminalDatabase &database, const OrderCache &cache, Outbox &outbox, const VisibleOrders &visible,
                   const VisibleCatalog &catalog, OrderActs &acts, const HubClock &clock);
    ~KitchenService() override;

    std::vector<Station> stations() const override { return m_cache.stations(); }
    std::optional<qint64> station() const override { return m_station; }
    /// Kept over restarts. A station that the hub removes gives way to the view of all.
    void setStation(std::optional<qint64> stationId) override;

    std::vector<Ticket> tickets() const override;
    std::optional<Ticket> ticket(qint64 orderId) const override;
    std::vector<AllDayCount> allDay() const override;
    std::vector<CompletedTicket> completed() const override;
    std::vector<ParkedCommand> parked() const override { return m_outbox.parked(); }

    Result<void> start(qint64 orderId) override;
    Result<void> toggleLines(qint64 orderId, const std::vector<qint64> &lineIds) override;
    Result<void> bump(qint64 orderId) override;
    /// In the view of all stations: the order one step back. At one station: the lines that it has done (an order that
    /// was handed over first comes back to Ready); with none done, one step back if all of the order is made here.
    Result<void> recall(qint64 orderId) override;
    /// Takes back exactly what the last bump of this terminal did that still stands; again: the one before it.
    Result<void> recallLast() override;

    Result<void> fire(qint64 orderId, int course) override;
    Result<void> hold(qint64 orderId, int course) override;
    Result<void> setPriority(qint64 orderId, bool priority) override { return m_acts.setPriority(orderId, priority); }
    Result<void> voidLines(qint64 orderId, const std::vector<qint64> &lineIds, const QString &reason) override;

    std::vector<ShiftAction> shiftActions(int limit) const override { return m_acts.shiftActions(limit); }
    Result<ShiftAction> undo(const QString &batch) override;

    void acknowledge(qint64 orderId) override;

    void dismissParked(const QString &id) override { m_outbox.dismiss(id); }

    void reportPainted(const std::vector<qint64> &orderIds) override;
    void reportCounted(const std::vector<qint64> &orderIds) override;

    Catalog catalog() const override { return m_catalog.catalog(); }
    Result<void> setAvailable(qint64 itemId, bool available) override { return m_acts.setAvailable(itemId, available); }

    qint64 hubNowMs() const override { return m_clock.nowMs(); }
    QString timeZone() const override { return m_cache.business().timeZone; }

    /// For how long the view has had a ticket that it has neither drawn nor counted; 0: there is none. Finds out when it
    /// is asked, so ask every few seconds. `monotonicMs`: now.
    qint64 oldestUnpaintedMs(qint64 monotonicMs);

    /// Who sends acknowledgements; null: nobody. What was painted before is handed over at once.
    void setPaintedSink(PaintedSink *sink);
    /// The hub says that no screen shows these orders: what is shown here and was told before is told once more, for an
    /// acknowledgement may get lost.
    void tellAgain(const std::vector<qint64> &orderIds);

    /// Forgets what was seen of orders long gone. `nowMs`: hub time.
    void tidy(qint64 nowMs) { m_seen.purge(nowMs - seenRetentionMs); }

private:
    /// An order that left this view.
    struct Left
    {
        qint64 orderId = 0;
        qint64 atMs = 0;
    };
    void handleVisibleChanged(const std::vector<qint64> &orderIds);
    void handleCatalogChanged();
    void handleEpochChanged();
    void handleRenamed(const Renaming &renaming);
    void announceChange();
    void scheduleChange();
    void meetAll();
    void rebuild() const;

    bool belongs(const OrderLine &line) const;
    bool isShown(const Order &order) const;
    bool isCancelledUnseen(const Order &order) const;
    bool hasVoidedUnseen(const Order &order) const;
    std::optional<qint64> leftAt(const Order &order) const;
    Ticket makeTicket(const VisibleOrders::Entry &entry) const;
    void setLimits(Ticket *ticket) const;
    void setStarts(Ticket *ticket) const;
    const Station *stationOf(const OrderLine &line) const;

    std::vector<StaffAct> recallCommands(const Order &order) const;
    void noteChanges(const Order &order);
    void report(const std::vector<qint64> &orderIds, bool counted);
    void send(std::vector<PaintedAck> acks);

    TerminalDatabase &m_database;
    const OrderCache &m_cache;
    Outbox &m_outbox;
    const VisibleOrders &m_visible;
    const VisibleCatalog &m_catalog;
    OrderActs &m_acts;
    const HubClock &m_clock;
    std::optional<qint64> m_station;
    QTimer m_changeTimer;
    mutable bool m_dirty = true;
    mutable std::vector<Ticket> m_tickets;
    mutable std::vector<Left> m_left;
    bool m_announce = false;          // after the first snapshot: what was there before is no arrival
    std::unordered_set<qint64> m_met; // orders that this view has shown or seen leave
    SeenTickets m_seen;
    std::unordered_map<qint64, std::vector<TicketChange>> m_changes; // those that were told of, by order
    std::vector<qint64> m_changed;                                   // to be announced with the next ticketsChanged()
    std::vector<qint64> m_arrived;                                   // likewise
    PaintedSink *m_sink = nullptr;
    std::set<std::pair<qint64, qint64>> m_painted; // order, station
    std::set<std::pair<qint64, qint64>> m_counted;
    std::vector<PaintedAck> m_unsent;
    std::unordered_set<qint64> m_drawn;                ///< orders that this screen has drawn or counted, at any station
    std::unordered_map<qint64, qint64> m_undrawnSince; ///< monotonic; of those that it has not
};

} // namespace oshaq

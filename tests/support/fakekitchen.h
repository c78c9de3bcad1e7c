// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ordercommand.h"
#include "models/terminal/kitchenport.h"

#include <QStringList>

#include <map>
#include <vector>

namespace oshaq {

/// A KitchenPort without a database, a hub or a clock: tests script its tickets and own its time. It decides commands
/// by the domain's own rules, so that what a screen can do with it is what a screen can do.
class FakeKitchenPort final : public KitchenPort
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FakeKitchenPort)

public:
    using KitchenPort::KitchenPort;

    /// A line of a scripted order.
    struct Dish
    {
        QString name;
        qint64 quantity = 1000;
        QStringList options = {};
        QString note = {};
        LineStatus status = LineStatus::Queued;
        int course = 1;
        bool addedLater = false;
        qint64 station = 1;
        bool held = false;
        int prepSeconds = 0;
    };

    /// An order `ageSeconds` old. Returns its id; number, lines and the rest can be changed through order().
    qint64 addOrder(const QString &number, OrderStatus status, int ageSeconds, const std::vector<Dish> &dishes);
    /// To be followed by changed().
    Order &order(qint64 orderId) { return m_orders.at(orderId).order; }
    void setPending(qint64 orderId, bool pending) { m_orders.at(orderId).pending = pending; }
    void removeOrder(qint64 orderId);
    void setStations(const std::vector<Station> &stations);
    void setCatalog(const Catalog &catalog);
    void park(const ParkedCommand &command);
    void setShiftActions(const std::vector<ShiftAction> &actions) { m_actions = actions; }
    /// What others changed of the ticket, until the screen acknowledges it.
    void setChanges(qint64 orderId, const std::vector<TicketChange> &changes)
    {
        m_orders.at(orderId).changes = changes;
    }
    void setCompleted(const std::vector<CompletedTicket> &completed) { m_completed = completed; }

    /// Tells the screen, as the real one does once a turn of the event loop.
    void changed() { Q_EMIT ticketsChanged(); }
    void arrived(qint64 orderId) { Q_EMIT ticketArrived(orderId); }
    void told(qint64 orderId) { Q_EMIT ticketChanged(orderId); }

    void setNow(qint64 ms) { m_nowMs = ms; }
    void advance(int seconds) { m_nowMs += qint64(seconds) * 1000; }
    /// The next command is refused with this.
    void refuseNext(const Error &error) { m_refusal = error; }

    // What the screen did.
    QStringList calls;
    std::vector<qint64> painted;
    std::vector<qint64> counted;

    std::vector<Station> stations() const override { return m_stations; }
    std::optional<qint64> station() const override { return m_station; }
    void setStation(std::optional<qint64> stationId) override;
    std::vector<Ticket> tickets() const override;
    std::optional<Ticket> ticket(qint64 orderId) const override;
    std::vector<AllDayCount> allDay() const override;
    std::vector<CompletedTicket> completed() const override { return m_completed; }
    std::vector<ParkedCommand> parked() const override { return m_parked; }
    Result<void> start(qint64 orderId) override;
    Result<void> toggleLines(qint64 orderId, const std::vector<qint64> &lineIds) override;
    Result<void> bump(qint64 orderId) override;
    Result<void> recall(qint64 orderId) override;
    Result<void> recallLast() override;
    Result<void> fire(qint64 orderId, int course) override;
    Result<void> hold(qint64 orderId, int course) override;
    Result<void> setPriority(qint64 orderId, bool priority) override;
    Result<void> voidLines(qint64 orderId, const std::vector<qint64> &lineIds, const QString &reason) override;
    std::vector<ShiftAction> shiftActions(int limit) const override;
    Result<ShiftAction> undo(const QString &batch) override;
    void acknowledge(qint64 orderId) override;
    void dismissParked(const QString &id) override;
    void reportPainted(const std::vector<qint64> &orderIds) override;
    void reportCounted(const std::vector<qint64> &orderIds) override;
    Catalog catalog() const override { return m_catalog; }
    Result<void> setAvailable(qint64 itemId, bool available) override;
    qint64 hubNowMs() const override { return m_nowMs; }
    QString timeZone() const override { return QStringLiteral("Asia/Almaty"); }

private:
    struct Entry
    {
        Order order;
        bool pending = false;
        std::vector<TicketChange> changes = {};
    };

    Result<void> act(qint64 orderId, const OrderCommand &command);
    Result<void> takeRefusal();
    bool isShown(const Order &order) const;
    Ticket makeTicket(const Entry &entry) const;

    std::map<qint64, Entry> m_orders; ///< ids rise with time
    std::vector<Station> m_stations;
    Catalog m_catalog;
    std::optional<qint64> m_station;
    std::vector<CompletedTicket> m_completed;
    std::vector<ParkedCommand> m_parked;
    std::vector<ShiftAction> m_actions; ///< newest first
    std::optional<Error> m_refusal;
    std::vector<qint64> m_bumped;
    qint64 m_nextId = 1;
    qint64 m_nextLineId = 1;
    qint64 m_nowMs = 1'768'488'420'000; ///< 2026-01-15 19:47 in Almaty
};

} // namespace oshaq

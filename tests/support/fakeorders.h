// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ordercommand.h"
#include "models/terminal/ordersport.h"

#include <QStringList>

#include <map>
#include <vector>

namespace oshaq {

/// An OrdersPort without a database, a hub or a clock: tests script its orders and its menu, and own its time. It
/// decides acts and prices by the domain's own rules, so that what a screen can do with it is what a screen can do.
class FakeOrdersPort final : public OrdersPort
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FakeOrdersPort)

public:
    explicit FakeOrdersPort(QObject *parent = nullptr);

    /// A line of a scripted order. With a name that the catalog has, its price, station and options come from there.
    struct Dish
    {
        QString name;
        qint64 quantity = 1000;
        QStringList options = {};
        QString note = {};
        LineStatus status = LineStatus::Queued;
        int course = 1;
        bool held = false;
        qint64 priceMinor = -1; ///< of 1.000; below 0: the catalog's
    };

    /// An order `ageSeconds` old. Returns its id; the rest can be changed through orderRow().
    qint64 addOrder(const QString &number, OrderStatus status, int ageSeconds, const std::vector<Dish> &dishes);
    /// To be followed by changed().
    Order &orderRow(qint64 orderId) { return m_orders.at(orderId).order; }
    /// What the courier costs; the total follows.
    void setDelivery(qint64 orderId, qint64 deliveryMinor);
    void setPending(qint64 orderId, bool pending) { m_orders.at(orderId).pending = pending; }
    void removeOrder(qint64 orderId) { m_orders.erase(orderId); }
    void setBusiness(const Business &business) { m_business = business; }
    void setCatalog(const Catalog &catalog);
    void setRole(Role role) { m_role = role; }
    void park(const ParkedCommand &command);
    /// What the next undo() takes back; it only says so, the orders stay as they are.
    void setUndoable(const ShiftAction &action) { m_undoable = action; }

    /// The hub has an order that create() made here; the id that it has from now on.
    qint64 becomeKnown(qint64 localId);
    /// Tells the screen, as the real one does once a turn of the event loop.
    void changed() { Q_EMIT ordersChanged(); }
    void arrived(qint64 orderId) { Q_EMIT orderArrived(orderId); }

    void setNow(qint64 ms) { m_nowMs = ms; }
    void advance(int seconds) { m_nowMs += qint64(seconds) * 1000; }
    /// The next act is refused with this.
    void refuseNext(const Error &error) { m_refusal = error; }

    // What the screen did: "accept 3 1768488720000", "status 3 4 reason", "recall 3", "priority 3 1",
    // "void 3 7,8 reason", "restore 3 7", "fire 3 0", "add 3 12x1000", "edit 3 table=9", "create pickup 12x1000",
    // "available 12 0", "undo", "dismiss x".
    QStringList calls;
    std::vector<NewOrder> created;
    std::vector<std::pair<qint64, OrderFields>> edits;

    Business business() const override { return m_business; }
    Catalog catalog() const override { return m_catalog; }
    Role role() const override { return m_role; }
    qint64 hubNowMs() const override { return m_nowMs; }
    std::vector<DeskOrder> orders() const override;
    std::optional<DeskOrder> order(qint64 orderId) const override;
    std::vector<OrderStatus> nextStatuses(qint64 orderId) const override;
    Result<void> mayRecall(qint64 orderId) const override;
    Result<void> accept(qint64 orderId, std::optional<qint64> promisedAtMs) override;
    Result<void> setStatus(qint64 orderId, OrderStatus to, const QString &reason = {}) override;
    Result<void> recall(qint64 orderId) override;
    Result<void> setPriority(qint64 orderId, bool priority) override;
    Result<void> voidLines(qint64 orderId, const std::vector<qint64> &lineIds, const QString &reason) override;
    Result<void> restoreLines(qint64 orderId, const std::vector<qint64> &lineIds) override;
    Result<void> fire(qint64 orderId, int course = 0) override;
    Result<void> addLines(qint64 orderId, const std::vector<NewOrderLine> &lines) override;
    Result<void> edit(qint64 orderId, const OrderFields &fields) override;
    Result<Order> price(const NewOrder &request) const override;
    Result<DeskOrder> create(const NewOrder &request) override;
    Result<void> setAvailable(qint64 itemId, bool available) override;
    Result<ShiftAction> undo() override;
    std::vector<ParkedCommand> parked() const override { return m_parked; }
    void dismissParked(const QString &id) override;

private:
    Result<void> takeRefusal();
    CommandContext context() const;
    Result<void> act(qint64 orderId, const OrderCommand &command);
    OrderLine makeLine(const Dish &dish);
    void costAgain(Order *order);

    std::map<qint64, DeskOrder> m_orders;
    Business m_business;
    Catalog m_catalog;
    Role m_role = Role::Counter;
    std::vector<ParkedCommand> m_parked;
    std::optional<ShiftAction> m_undoable;
    std::optional<Error> m_refusal;
    qint64 m_nextId = 1;
    qint64 m_nextLocalId = -1;
    qint64 m_nextLineId = 1;
    int m_nextNumber = 1;
    qint64 m_nowMs = 1'768'488'420'000; ///< 2026-01-15 19:47 in Almaty
};

} // namespace oshaq

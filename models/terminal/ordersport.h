// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/catalog.h"
#include "models/domain/orderedit.h"
#include "models/domain/pricing.h"
#include "models/domain/result.h"
#include "models/domain/role.h"
#include "models/terminal/ticket.h"

#include <QObject>

#include <optional>
#include <vector>

namespace oshaq {

/// An order as the orders page shows it: the hub's row plus what was done here.
struct DeskOrder
{
    Order order;           ///< effects of pending commands applied
    bool pending = false;  ///< something done here has not reached the hub yet
    bool onlyHere = false; ///< taken at this terminal, the hub has not got it yet: its id is negative until then

    bool operator==(const DeskOrder &) const = default;
};

/// What the orders page may know and do without waiting for anybody: everything here works without a hub. Implemented
/// by OrdersService over terminal.db; faked in GUI tests.
///
/// GUI thread only; nothing here blocks. An act that the rules allow is written to the outbox in one transaction and
/// visible at once; the returned Error says why it was not. What the hub refuses later is in parked().
class OrdersPort : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual Business business() const = 0;
    virtual Catalog catalog() const = 0;
    /// Of this terminal: decides what of an order is shown and what may be done.
    virtual Role role() const = 0;
    /// Now on the hub's clock, as estimated; ages are computed with it.
    virtual qint64 hubNowMs() const = 0;

    /// Open orders, and those closed in the last 48 hours; newest first.
    virtual std::vector<DeskOrder> orders() const = 0;
    virtual std::optional<DeskOrder> order(qint64 orderId) const = 0;

    /// The statuses that this role may move the order to now, in the order of their codes; without Cancelled unless it
    /// is allowed. Empty for a closed or unknown order.
    virtual std::vector<OrderStatus> nextStatuses(qint64 orderId) const = 0;
    /// Nothing when the role may take the order one step back now, else why not.
    virtual Result<void> mayRecall(qint64 orderId) const = 0;

    /// New -> Accepted, with the time that the guest was promised; none: no promise.
    virtual Result<void> accept(qint64 orderId, std::optional<qint64> promisedAtMs) = 0;
    /// Cancelled needs a reason (ValidationFailed without one).
    virtual Result<void> setStatus(qint64 orderId, OrderStatus to, const QString &reason = {}) = 0;
    virtual Result<void> recall(qint64 orderId) = 0;
    virtual Result<void> setPriority(qint64 orderId, bool priority) = 0;
    virtual Result<void> voidLines(qint64 orderId, const std::vector<qint64> &lineIds, const QString &reason) = 0;
    virtual Result<void> restoreLines(qint64 orderId, const std::vector<qint64> &lineIds) = 0;
    /// Fires what is held of the course; 0: of the next one that is held.
    virtual Result<void> fire(qint64 orderId, int course = 0) = 0;
    /// Later lines of an open order. Refused as priceOrder() refuses them, with paths such as "items[0].quantity".
    virtual Result<void> addLines(qint64 orderId, const std::vector<NewOrderLine> &lines) = 0;
    /// Table, covers, note, allergy, promised time. `edit.from` and `edit.version` are filled in here.
    virtual Result<void> edit(qint64 orderId, const OrderFields &fields) = 0;

    /// What a new order would cost, or everything that is wrong with it. Prices are this terminal's copy of the hub's.
    virtual Result<Order> price(const NewOrder &request) const = 0;
    /// Takes an order: it is on this terminal's screens at once, numbered with this terminal's letter, and sent once.
    /// The order as it stands here; its id is negative until the hub has it (see orderKnown()).
    virtual Result<DeskOrder> create(const NewOrder &request) = 0;

    /// "86" and back, for everybody.
    virtual Result<void> setAvailable(qint64 itemId, bool available) = 0;

    /// Takes the last act of this terminal that still stands back; RecallNotAllowed when there is none.
    virtual Result<ShiftAction> undo() = 0;

    /// Refused commands that nobody dismissed, newest first.
    virtual std::vector<ParkedCommand> parked() const = 0;
    virtual void dismissParked(const QString &id) = 0;

Q_SIGNALS:
    /// Anything that orders() returns has changed; at most once an event-loop turn.
    void ordersChanged();
    /// The hub has an order that was taken here: the id that it had until now, and the one that it has from now on.
    /// Emitted before the ordersChanged() of it.
    void orderKnown(qint64 localId, qint64 orderId);
    /// An order of somebody else (a guest, another terminal) was seen for the first time.
    void orderArrived(qint64 orderId);
    void catalogChanged();
    void parkedChanged();
};

} // namespace oshaq

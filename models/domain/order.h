// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/dispatch.h"
#include "models/domain/fulfilment.h"
#include "models/domain/linestatus.h"
#include "models/domain/money.h"
#include "models/domain/orderstatus.h"
#include "models/domain/paymentstatus.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace oshaq {

/// A chosen option as it was when the order was placed.
struct OrderLineOption
{
    qint64 optionId = 0;
    QString name;
    qint64 priceMinor = 0; ///< added to the item's price, per 1.000 of quantity

    bool operator==(const OrderLineOption &) const = default;
};

/// One line: a snapshot of name, price and options that an edit of the catalog never changes.
struct OrderLine
{
    qint64 id = 0; ///< orders_items.order_item_id
    qint64 itemId = 0;
    QString name;
    qint64 quantity = 0;   ///< thousandths
    qint64 priceMinor = 0; ///< price of 1.000, options included
    LineStatus status = LineStatus::Queued;
    qint64 statusAtMs = 0;
    std::optional<qint64> stationId; ///< where it is made
    int course = 1;
    int prepSeconds = 0; ///< snapshot; 0 means the station's limits apply
    QString note;
    std::vector<OrderLineOption> options;
    qint64 addedAtMs = 0; ///< later than Order::placedAtMs when the line was added afterwards
    bool held = false;    ///< not to be made before somebody fires its course
    qint64 firedAtMs = 0; ///< when that was; 0: it was never held
    qint64 version = 1;

    bool isHeld() const { return held && status == LineStatus::Queued; }

    bool operator==(const OrderLine &) const = default;
};

struct OrderCost
{
    qint64 subtotalMinor = 0;
    qint64 deliveryMinor = 0;
    qint64 totalMinor = 0;
    Currency currency;
    qint64 taxRate = 0;  ///< thousandths of a percent; of the day on which the order was taken
    qint64 taxMinor = 0; ///< inside the total

    bool operator==(const OrderCost &) const = default;
};

/// How far an order is paid, beside its total; not sent to kitchens.
struct OrderPayment
{
    PaymentState state = PaymentState::Unpaid;
    qint64 paidMinor = 0;    ///< came and stayed, without tips
    qint64 pendingMinor = 0; ///< may still come, or came and nobody knows
    QStringList methods;     ///< codes of the payments that hold money, oldest first, each once: "cash", "halyk"

    bool operator==(const OrderPayment &) const = default;
};

/// Who carries a delivery: one of the house's couriers, or whoever the delivery service sends.
struct OrderCarrier
{
    std::optional<qint64> courierId; ///< one of the staff
    QString courierName;
    std::optional<DispatchState> dispatch; ///< of the service; none: it was not asked

    bool isOwn() const { return courierId.has_value(); }
    bool isService() const
    {
        return dispatch && *dispatch != DispatchState::Cancelled && *dispatch != DispatchState::Failed;
    }
    bool operator==(const OrderCarrier &) const = default;
};

/// Where an order was taken, when that was not here.
struct OrderOrigin
{
    QString source;        ///< the service's name, "glovo"; empty: it was taken here
    QString number;        ///< what the service calls the order
    qint64 acceptByMs = 0; ///< after it the service takes no yes any more; 0: it sets no such time
    qint64 refuseByMs = 0; ///< after it the service takes no late no; 0: it sets no such time
    bool paid = false;     ///< the guest paid there

    bool isOutside() const { return !source.isEmpty(); }
    /// "Glovo 4711", for people.
    QString title() const;
    bool operator==(const OrderOrigin &) const = default;
};

/// An order as everybody sees it. All times are UTC milliseconds of the hub's clock.
struct Order
{
    qint64 id = 0;
    QString uuid; ///< UUIDv7, made by whoever created the order
    qint64 businessId = 0;
    QString number; ///< what people call out: "A-042"
    Fulfilment fulfilment = Fulfilment::Pickup;
    QString table;
    int covers = 0; ///< 0: not said
    QString note;
    QString allergy; ///< free text; a band on the ticket
    qint64 userId = 0;
    QString guestName;
    QString guestPhone; ///< empty where the role need not see it
    std::optional<qint64> addressId;
    QString address; ///< empty where the role need not see it
    qint64 placedAtMs = 0;
    qint64 promisedAtMs = 0; ///< 0: no promise
    OrderStatus status = OrderStatus::New;
    qint64 statusAtMs = 0; ///< order_status.timestamp of the current status
    QString cancelReason;
    bool priority = false; ///< to be made before everything else
    std::vector<OrderLine> lines;
    OrderCost cost;
    OrderPayment payment;
    OrderCarrier carrier;
    OrderOrigin origin;
    qint64 version = 1;

    bool operator==(const Order &) const = default;
};

/// Holds the lines of every course after `firedCourse`; 0: after the first one of these.
void holdLaterCourses(std::vector<OrderLine> *lines, int firedCourse = 0);
/// The last course of which a line was fired; 0: none.
int lastFiredCourse(const std::vector<OrderLine> &lines);

/// The first word of a name: what a kitchen terminal gets.
QString firstName(const QString &name);

} // namespace oshaq

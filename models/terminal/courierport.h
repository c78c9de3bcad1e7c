// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/courier.h"
#include "models/domain/deliveryzone.h"
#include "models/domain/dispatch.h"
#include "models/terminal/portcall.h"

#include <QObject>
#include <QString>

#include <optional>
#include <vector>

namespace oshaq {

/// Who brings orders to guests, and what that costs: only the hub knows and decides it. Implemented in sync/client;
/// faked in GUI tests. GUI thread; nothing blocks. Without a hub every question ends as Unreachable. `key`: idempotency
/// key, a UUID that stays the same when somebody tries again.
class CourierPort : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Those who work here as couriers, by name.
    virtual PortCall couriers(PortDone<std::vector<Courier>> done) = 0;
    /// The nearest first, then those without a reach by name.
    virtual PortCall zones(PortDone<std::vector<DeliveryZone>> done) = 0;

    struct Delivery
    {
        std::optional<qint64> courierId; ///< none: it stays whoever it is; 0: nobody
        std::optional<qint64> zoneId;    ///< none: the fee stays
    };
    virtual PortCall deliver(const QString &key, qint64 orderId, const Delivery &delivery, PortDone<Order> done) = 0;

    /// Where the delivery service stands with an order; Refused, NOT_FOUND, when it was never asked.
    virtual PortCall dispatch(qint64 orderId, PortDone<Dispatch> done) = 0;
    /// For its price first; a courier comes after confirmDispatch().
    virtual PortCall askForQuote(const QString &key, qint64 orderId, PortDone<Dispatch> done) = 0;
    virtual PortCall confirmDispatch(const QString &key, qint64 orderId, PortDone<Dispatch> done) = 0;
    virtual PortCall cancelDispatch(qint64 orderId, PortDone<Dispatch> done) = 0;

    /// id 0: a new one. Otherwise `version` is the one that the person saw.
    virtual PortCall saveZone(const QString &key, const DeliveryZone &zone, PortDone<DeliveryZone> done) = 0;
    virtual PortCall removeZone(qint64 zoneId, qint64 version, PortDone<PortNothing> done) = 0;

    /// Amounts of zones are in it.
    virtual Currency currency() const = 0;

    /// It is forgotten: its `done` is not called any more. What it asked for may happen all the same.
    virtual void cancel(PortCall call) = 0;
};

} // namespace oshaq

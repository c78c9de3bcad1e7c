// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/deliveryzone.h"
#include "models/domain/money.h"
#include "sync/protocol/dispatchnewsjson.h"

#include <QString>

#include <functional>

namespace oshaq {

/// What a delivery service is told of one delivery. Holds a guest's name, phone and address: never logged.
struct DeliveryRequest
{
    qint64 businessId = 0;
    QString uuid;   ///< ours; asked for twice it is one delivery
    QString number; ///< of the order: what the courier asks for at the counter
    QString houseName;
    std::optional<GeoPoint> house;
    QString guestName;
    QString guestPhone;
    QString address;
    QString note;
    qint64 totalMinor = 0;
    qint64 collectMinor = 0; ///< to be taken from the guest; 0: it is paid
    Currency currency;
};

/// What came of one call.
struct DeliveryReply
{
    enum class Outcome
    {
        Told,     ///< see the delivery
        Refused,  ///< the service said no, for good
        NotFound, ///< of a status or a cancellation: the service has never heard of it
        Lost,     ///< a time-out, a 5xx or an answer that says nothing: the service may have done it
        NotSent,  ///< certainly never left
    };

    Outcome outcome = Outcome::Lost;
    ServiceDelivery delivery;
    QString reason; ///< English; no secret and nothing of a guest
};

/// A delivery service's interface as calls that answer later. Lives on the integrations thread; an answer never comes
/// inside the call, and comes exactly once unless the client goes first. Nothing is ever sent twice by itself.
class DeliveryClient
{
public:
    using Done = std::function<void(DeliveryReply)>;

    virtual ~DeliveryClient() = default;

    /// Orders nothing: the price and when it would arrive.
    virtual void quote(const DeliveryRequest &request, Done done) = 0;
    virtual void create(const DeliveryRequest &request, Done done) = 0;
    /// By the service's name for it, or by ours while that is empty.
    virtual void status(qint64 businessId, const QString &serviceId, const QString &uuid, Done done) = 0;
    virtual void cancel(qint64 businessId, const QString &serviceId, Done done) = 0;
};

} // namespace oshaq

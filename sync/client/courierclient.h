// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/courierport.h"
#include "sync/client/hubcalls.h"

#include <functional>

namespace oshaq {

/// CourierPort over the hub's API. How failures show: see HubCalls. Destroying it forgets every question.
class CourierClient final : public CourierPort
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CourierClient)

public:
    /// `currency`: the business's, as this terminal knows it.
    CourierClient(const HubEndpoint &endpoint, HttpTransport &transport, std::function<Currency()> currency,
                  QObject *parent = nullptr);

    PortCall couriers(PortDone<std::vector<Courier>> done) override;
    PortCall zones(PortDone<std::vector<DeliveryZone>> done) override;
    PortCall deliver(const QString &key, qint64 orderId, const Delivery &delivery, PortDone<Order> done) override;
    PortCall dispatch(qint64 orderId, PortDone<Dispatch> done) override;
    PortCall askForQuote(const QString &key, qint64 orderId, PortDone<Dispatch> done) override;
    PortCall confirmDispatch(const QString &key, qint64 orderId, PortDone<Dispatch> done) override;
    PortCall cancelDispatch(qint64 orderId, PortDone<Dispatch> done) override;
    PortCall saveZone(const QString &key, const DeliveryZone &zone, PortDone<DeliveryZone> done) override;
    PortCall removeZone(qint64 zoneId, qint64 version, PortDone<PortNothing> done) override;
    Currency currency() const override { return m_currency(); }
    void cancel(PortCall call) override;

    /// See HubCalls.
    void giveUp();

private:
    PortCall askDispatch(const HubCalls::Request &request, PortDone<Dispatch> done);

    std::function<Currency()> m_currency;
    HubCalls m_calls;
};

} // namespace oshaq

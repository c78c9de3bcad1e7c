// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hub/integrationservice.h"
#include "sync/client/httptransport.h"
#include "sync/integrations/delivery/deliveryclient.h"

#include <functional>
#include <set>

namespace oshaq {

/// DeliveryClient over JSON and HTTP, as docs/integrations.md has it: POST quotes, POST deliveries, GET
/// deliveries/{id}, POST deliveries/{id}/cancel below the service's URL, with its key as a bearer token.
class HttpDeliveryClient final : public DeliveryClient
{
    Q_DISABLE_COPY_MOVE(HttpDeliveryClient)

public:
    /// What a business has set up, as it is now; an error: it has no delivery service.
    using Access = std::function<Result<IntegrationAccess>(qint64 businessId)>;
    /// Behind the circuit breaker of that business.
    using Transport = std::function<HttpTransport &(qint64 businessId)>;
    using CurrencyOf = std::function<Currency(qint64 businessId)>;

    HttpDeliveryClient(Access access, Transport transport, CurrencyOf currency);
    ~HttpDeliveryClient() override;

    void quote(const DeliveryRequest &request, Done done) override;
    void create(const DeliveryRequest &request, Done done) override;
    void status(qint64 businessId, const QString &serviceId, const QString &uuid, Done done) override;
    void cancel(qint64 businessId, const QString &serviceId, Done done) override;

private:
    struct Call
    {
        QByteArray method;
        QByteArray path;
        QByteArray body;
        QByteArray key; ///< Idempotency-Key; empty: none
        bool isQuote = false;
    };
    void send(qint64 businessId, Call call, Done done);

    const Access m_access;
    const Transport m_transport;
    const CurrencyOf m_currency;
    struct Alive
    {};
    std::shared_ptr<Alive> m_alive = std::make_shared<Alive>();
};

} // namespace oshaq

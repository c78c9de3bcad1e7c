// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/money.h"
#include "models/terminal/archiveport.h"
#include "sync/client/hubcalls.h"

#include <functional>

namespace oshaq {

/// ArchivePort over the hub's API. How failures show: see HubCalls. Destroying it forgets every question.
class ArchiveClient final : public ArchivePort
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ArchiveClient)

public:
    /// `currency`: the business's, as this terminal knows it when somebody pays.
    ArchiveClient(const HubEndpoint &endpoint, HttpTransport &transport, std::function<Currency()> currency,
                  QObject *parent = nullptr);

    PortCall findOrders(const ArchiveQuery &query, PortDone<ArchivePage> done) override;
    PortCall oneOrder(qint64 orderId, PortDone<Order> done) override;
    PortCall timeline(qint64 orderId, PortDone<OrderTimeline> done) override;
    /// Nobody is found by blanks, and nobody is asked.
    PortCall findGuests(const QString &words, PortDone<std::vector<GuestCard>> done) override;
    PortCall guest(qint64 userId, PortDone<GuestCard> done) override;
    PortCall payments(qint64 orderId, PortDone<std::vector<Payment>> done) override;
    PortCall pay(const DirectPayment &payment, PortDone<Payment> done) override;
    PortCall split(const QString &key, qint64 orderId, const std::vector<SplitLine> &lines,
                   PortDone<Order> done) override;
    PortCall join(const QString &key, qint64 fromId, qint64 intoId, PortDone<Order> done) override;
    void cancel(PortCall call) override;

    /// See HubCalls.
    void giveUp();

private:
    std::function<Currency()> m_currency;
    HubCalls m_calls;
};

} // namespace oshaq

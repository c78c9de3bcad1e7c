// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/money.h"
#include "models/terminal/tillport.h"
#include "sync/client/hubcalls.h"

#include <functional>

namespace oshaq {

/// TillPort over the hub's API. How failures show: see HubCalls. Destroying it forgets every question.
class TillClient final : public TillPort
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TillClient)

public:
    /// `currency`: the business's, as this terminal knows it when somebody asks.
    TillClient(const HubEndpoint &endpoint, HttpTransport &transport, std::function<Currency()> currency,
               QObject *parent = nullptr);

    PortCall openDrawers(PortDone<std::vector<DrawerView>> done) override;
    PortCall drawer(qint64 drawerId, PortDone<DrawerView> done) override;
    PortCall openDrawer(const QString &key, qint64 floatMinor, PortDone<DrawerView> done) override;
    PortCall moveCash(const CashMove &move, PortDone<DrawerView> done) override;
    PortCall countCash(const CashCount &count, PortDone<DrawerView> done) override;
    PortCall refund(const QString &key, qint64 paymentId, std::optional<qint64> amountMinor, const QString &reason,
                    PortDone<Payment> done) override;
    PortCall payOnPage(const PageRequest &request, PortDone<BankPage> done) override;
    PortCall savedCards(qint64 orderId, PortDone<std::vector<SavedCard>> done) override;
    PortCall payWithCard(const CardRequest &request, PortDone<Payment> done) override;
    void cancel(PortCall call) override;

    /// See HubCalls.
    void giveUp();

private:
    std::function<Currency()> m_currency;
    HubCalls m_calls;
};

} // namespace oshaq

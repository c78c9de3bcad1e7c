// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hub/hub.h"
#include "models/hub/integrationboard.h"
#include "sync/client/scheduler.h"
#include "sync/integrations/bank/bankclient.h"
#include "sync/integrations/bank/halykwords.h"
#include "sync/integrations/integrationgates.h"

#include <functional>
#include <memory>

namespace oshaq {

struct HalykOptions
{
    bool privateAddresses = false; ///< webhooks.private_addresses
};

/// Halyk's ePay as a BankClient. Every operation takes a token of its own, because the bank wants that. What moves
/// money is written to the wire once, whatever becomes of it. Switched off, it takes no new payments; those that there
/// are are still asked about, given back and cancelled.
class HalykClient final : public BankClient
{
    Q_DISABLE_COPY_MOVE(HalykClient)

public:
    /// Read anew for each call. `forNew`: a new payment, which one that is switched off does not take.
    using Accounts = std::function<Result<HalykAccount>(qint64 businessId, bool forNew)>;
    using Wire = std::function<HttpTransport &(qint64 businessId)>;

    HalykClient(Accounts accounts, Wire wire, Scheduler &scheduler, HalykOptions options = {});
    ~HalykClient() override;

    /// Accounts as the hub keeps them; reads on a connection of its own, on the thread that calls.
    static Accounts accountsOf(Hub &hub);

    Result<QString> merchantTerminal(qint64 businessId) override;
    void openPage(const BankOrder &order, PageDone done) override;
    void payWithCard(const BankOrder &order, const QString &bankCardId, Done done) override;
    void status(qint64 businessId, qint64 invoice, Done done) override;
    void charge(qint64 businessId, const QString &transactionId, qint64 amountMinor, Done done) override;
    void cancel(qint64 businessId, const QString &transactionId, Done done) override;
    void refund(qint64 businessId, const QString &transactionId, qint64 amountMinor, const QString &externalId,
                Done done) override;
    void forgetCard(qint64 businessId, const QString &bankCardId, Done done) override;

    /// Asks for a token and for an invoice, whichever: whether client, secret and terminal are right.
    void tryOut(qint64 businessId, const std::function<void(const IntegrationTrial &)> &done);

private:
    struct Token
    {
        HalykAccount account;
        QString text;
        QByteArray answer; ///< as it came
    };
    /// The token, or why nothing was sent.
    using WithToken = std::function<void(const Result<Token> &)>;
    using Read = std::function<BankReply(const HalykAccount &, const WireReply &)>;

    void withToken(qint64 businessId, bool forNew, const BankOrder *order, const WithToken &then);
    void send(const Token &token, qint64 businessId, WireRequest request, const Read &read, const Done &done);
    /// POST operation/{id}/{verb}
    void operate(qint64 businessId, const QString &transactionId, const char *verb, std::optional<qint64> amountMinor,
                 const QString &externalId, const BankTransaction &after, const Done &done);

    const Accounts m_accounts;
    const Wire m_wire;
    Scheduler &m_scheduler;
    const HalykOptions m_options;
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true); ///< answers that come later know that this is gone
};

} // namespace oshaq

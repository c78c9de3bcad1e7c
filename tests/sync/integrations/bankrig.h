// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hub/catalogservice.h"
#include "models/hub/hub.h"
#include "models/hub/paymentservice.h"
#include "sync/integrations/bank/bankdesk.h"
#include "tests/support/fakebankclient.h"
#include "tests/sync/client/manualtime.h"

#include <QTemporaryDir>

#include <memory>
#include <vector>

namespace oshaq::test {

/// A real hub with a desk at a bank in memory, on the test's own time.
class BankRig
{
    Q_DISABLE_COPY_MOVE(BankRig)

public:
    BankRig();
    ~BankRig();

    /// False: see problem.
    bool open();
    QString problem;

    void startDesk();
    /// As a process that ends: nobody hears the answers that are on their way.
    void killDesk();

    /// Lets everything happen that happens now.
    void settle();
    /// Lets time pass, with everything that happens meanwhile.
    void pass(qint64 ms);

    Result<WriteOutcome> run(const Principal &who, std::function<Result<WriteOutcome>(WriteContext &)> command);
    Principal owner() const;
    Principal guest() const;

    /// Of the guest: so many loaves at 1.00.
    qint64 placeOrder(int loaves);
    qint64 beginPage(qint64 orderId, qint64 amountMinor, bool keepCard = false, qint64 tipMinor = 0);
    qint64 beginSaved(qint64 orderId, qint64 amountMinor);
    /// The bank gives the page of a payment to the guest. False: it gives none.
    bool openPage(qint64 paymentId);
    Result<WriteOutcome> refund(qint64 paymentId, std::optional<qint64> amountMinor = std::nullopt);
    /// A manager asks the bank and gives the payment up.
    Result<WriteOutcome> giveUp(qint64 paymentId, PaymentStatus to = PaymentStatus::Cancelled);
    bool cancelOrder(qint64 orderId);

    Payment payment(qint64 id);
    BankAttempt attempt(qint64 id);
    OrderPayments ofOrder(qint64 orderId);
    std::vector<SavedCard> cards();

    testing::ManualClock clock;
    testing::ManualScheduler scheduler{clock};
    FakeBankClient bank;
    BankDeskOptions options;
    std::shared_ptr<BankDoor> door;
    std::unique_ptr<Hub> hub;

private:
    sql::Database &database();

    QTemporaryDir m_directory;
    std::unique_ptr<sql::Database> m_reader;
    std::unique_ptr<BankDesk> m_desk;
    qint64 m_business = 0;
    qint64 m_guest = 0;
    qint64 m_item = 0;
    qint64 m_card = 0;
};

} // namespace oshaq::test

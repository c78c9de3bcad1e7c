// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hub/bank.h"
#include "models/runtime/mailbox.h"

#include <mutex>

namespace oshaq {

class BankDesk;

/// The way from everybody to the bank's desk, which lives on the integrations' thread and comes and goes with the role
/// of the hub. Thread-safe; outlives them.
class BankDoor final : public Bank
{
    Q_DISABLE_COPY_MOVE(BankDoor)

public:
    /// Whether a business has a bank, by the record; on the caller's thread.
    using Ready = std::function<Result<void>(sql::Database &, qint64 businessId)>;

    explicit BankDoor(Ready ready);

    Result<void> ready(sql::Database &database, qint64 businessId) const override;
    void openPage(qint64 businessId, qint64 paymentId, PageDone done) override;
    void ask(qint64 businessId, qint64 paymentId, Done done) override;
    void look() override;

    /// The desk's own thread. When close() returns nothing more is posted.
    void open(Mailbox *mailbox, BankDesk *desk);
    void close();

private:
    const Ready m_ready;
    std::mutex m_mutex;
    Mailbox *m_mailbox = nullptr;
    BankDesk *m_desk = nullptr;
};

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/integrations/bank/bankdoor.h"

#include "sync/integrations/bank/bankdesk.h"

namespace oshaq {

namespace {

Error nobodyThere()
{
    return {ErrorCode::StorageUnavailable, QStringLiteral("Nobody speaks to the bank just now; try again."), {}};
}

} // namespace

BankDoor::BankDoor(Ready ready)
    : m_ready(std::move(ready))
{}

Result<void> BankDoor::ready(sql::Database &database, qint64 businessId) const
{
    return m_ready(database, businessId);
}

void BankDoor::openPage(qint64 businessId, qint64 paymentId, PageDone done)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_mailbox) {
            m_mailbox->post([desk = m_desk, businessId, paymentId, done = std::move(done)] {
                desk->openPage(businessId, paymentId, done);
            });
            return;
        }
    }
    done(nobodyThere());
}

void BankDoor::ask(qint64 businessId, qint64 paymentId, Done done)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_mailbox) {
            m_mailbox->post([desk = m_desk, businessId, paymentId, done = std::move(done)] {
                desk->ask(businessId, paymentId, done);
            });
            return;
        }
    }
    done(nobodyThere());
}

void BankDoor::look()
{
    const std::lock_guard lock(m_mutex);
    if (m_mailbox)
        m_mailbox->post([desk = m_desk] { desk->look(); });
}

void BankDoor::open(Mailbox *mailbox, BankDesk *desk)
{
    const std::lock_guard lock(m_mutex);
    m_mailbox = mailbox;
    m_desk = desk;
}

void BankDoor::close()
{
    open(nullptr, nullptr);
}

} // namespace oshaq

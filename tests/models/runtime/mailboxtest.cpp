// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/runtime/mailbox.h"

#include <QTest>
#include <QThread>

#include <memory>
#include <vector>

using oshaq::Mailbox;

namespace {

class Sender final : public QThread
{
public:
    Sender(Mailbox &mailbox, std::vector<int> &received, int count)
        : m_mailbox(mailbox)
        , m_received(received)
        , m_count(count)
    {}

protected:
    void run() override
    {
        for (int i = 0; i < m_count; ++i)
            m_mailbox.post([this, i] { m_received.push_back(i); });
    }

private:
    Mailbox &m_mailbox;
    std::vector<int> &m_received;
    int m_count;
};

} // namespace

class MailboxTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void runsTasksInPostingOrder()
    {
        constexpr int count = 20'000;
        Mailbox mailbox;
        std::vector<int> received;
        Sender sender(mailbox, received, count);
        sender.start();
        QTRY_COMPARE(int(received.size()), count);
        for (int i = 0; i < count; ++i)
            QCOMPARE(received[size_t(i)], i);
        QVERIFY(sender.wait());
    }

    void doesNotRunTasksInThePostersThread()
    {
        Mailbox mailbox;
        bool ran = false;
        mailbox.post([&ran] { ran = true; });
        QVERIFY(!ran);
        QTRY_VERIFY(ran);
    }

    void runsTasksThatTasksPost()
    {
        Mailbox mailbox;
        int depth = 0;
        mailbox.post([&] {
            ++depth;
            mailbox.post([&] { ++depth; });
        });
        QTRY_COMPARE(depth, 2);
    }

    void dropsTasksOfADestroyedMailbox()
    {
        auto payload = std::make_shared<int>(1);
        bool ran = false;
        {
            Mailbox mailbox;
            mailbox.post([payload, &ran] { ran = true; });
        }
        QCoreApplication::processEvents();
        QVERIFY(!ran);
        QCOMPARE(payload.use_count(), 1L);
    }
};

QTEST_GUILESS_MAIN(MailboxTest)
#include "mailboxtest.moc"

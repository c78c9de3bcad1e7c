// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/refundrules.h"
#include "models/terminal/tillport.h"
#include "tests/support/fakearchive.h"
#include "tests/support/scriptedanswers.h"

#include <QStringList>

#include <map>
#include <vector>

namespace oshaq {

/// A TillPort without a hub: tests say which drawers are open and when it answers (see ScriptedAnswers). Drawers and
/// refunds follow the hub's rules as far as a screen can tell; payments are those of the archive.
class FakeTillPort final : public TillPort
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FakeTillPort)

public:
    explicit FakeTillPort(FakeArchivePort &archive, QObject *parent = nullptr);

    // What it knows.
    std::vector<DrawerView> drawers;  ///< in any state
    Role role = Role::Manager;        ///< who gives money back
    qint64 nowMs = 1'768'488'420'000; ///< 2026-01-15 19:47 in Almaty
    QString person = QStringLiteral("Aigerim");

    // When it answers.
    void answerAll() { m_answers.answerAll(); }
    void setImmediate(bool immediate) { m_answers.setImmediate(immediate); }
    void failNext(const PortFailure &failure) { m_answers.failNext(failure); }
    void setFailing(const std::optional<PortFailure> &failure) { m_answers.setFailing(failure); }
    int waiting() const { return m_answers.waiting(); }

    // What was asked: "openDrawers", "drawer 7", "openDrawer 2000000", "pay_in 7 50000 Change", "count 7 120000",
    // "close 7 120000", "refund 3 50000 Cold", "refund 3 all Cold".
    QStringList calls;
    std::vector<CashCount> counts;
    QStringList keys; ///< of what changes something, in order

    PortCall openDrawers(PortDone<std::vector<DrawerView>> done) override;
    PortCall drawer(qint64 drawerId, PortDone<DrawerView> done) override;
    PortCall openDrawer(const QString &key, qint64 floatMinor, PortDone<DrawerView> done) override;
    PortCall moveCash(const CashMove &move, PortDone<DrawerView> done) override;
    PortCall countCash(const CashCount &count, PortDone<DrawerView> done) override;
    PortCall refund(const QString &key, qint64 paymentId, std::optional<qint64> amountMinor, const QString &reason,
                    PortDone<Payment> done) override;
    /// "page 7 120000 0"; the payment waits then, see settlePage().
    PortCall payOnPage(const PageRequest &request, PortDone<BankPage> done) override;
    std::vector<SavedCard> cards; ///< of whoever ordered, whatever the order
    PortCall savedCards(qint64 orderId, PortDone<std::vector<SavedCard>> done) override;
    /// "card 3 of 7 120000 0"; the payment waits then, see settlePage().
    PortCall payWithCard(const CardRequest &request, PortDone<Payment> done) override;
    /// What the bank says of the last page or card.
    void settlePage(PaymentStatus status);
    void cancel(PortCall call) override { m_answers.cancel(call); }

private:
    DrawerView *find(qint64 drawerId);
    PortAnswer<DrawerView> once(const QString &key, const std::function<PortAnswer<DrawerView>()> &act);
    PortAnswer<Payment> refundNow(qint64 paymentId, std::optional<qint64> amountMinor, const QString &reason);

    FakeArchivePort &m_archive;
    ScriptedAnswers m_answers;
    std::map<QString, qint64> m_drawers; ///< by key: the same key acts once
    std::map<QString, Payment> m_refunds;
    std::map<QString, BankPage> m_pages;
    qint64 m_lastPage = 0; ///< payment
    qint64 m_nextId = 9'500'000;
};

/// A drawer in the middle of an evening: float 50,000, cash of eleven guests, ice bought, change put in.
DrawerView sampleDrawer(qint64 nowMs);

} // namespace oshaq

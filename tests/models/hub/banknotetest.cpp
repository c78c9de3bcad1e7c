// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/bankattemptstore.h"
#include "models/hub/bankservice.h"
#include "models/hub/feedservice.h"
#include "models/hub/paymentservice.h"
#include "tests/support/hubfixture.h"

#include <QTemporaryDir>
#include <QTest>

#include <array>

using namespace oshaq;
using namespace oshaq::test;
using enum PaymentStatus;

namespace {

/// Everything that a bank may answer to a question.
enum class Said
{
    Nothing,
    NotSent,
    NeverHeard,
    New,
    Waiting,
    Authorised,
    Charged,
    Refunded,
    Cancelled,
    Rejected,
    OfAnotherAmount,
};

constexpr std::array allSaid{Said::Nothing,   Said::NotSent,    Said::NeverHeard,     Said::New,
                             Said::Waiting,   Said::Authorised, Said::Charged,        Said::Refunded,
                             Said::Cancelled, Said::Rejected,   Said::OfAnotherAmount};

/// What a payment is then, told answer by answer rather than as the code has it.
PaymentStatus expected(PaymentStatus from, Said said)
{
    const bool isTold = from == Pending || from == Unknown; // and not decided
    const bool isUndecided = isTold || from == PaymentStatus::Authorised;
    const bool hasMoney = from == PaymentStatus::Charged || from == PartRefunded || from == PaymentStatus::Refunded;
    switch (said) {
    case Said::Nothing:
    case Said::NotSent:
    case Said::NeverHeard:
    case Said::New:
    case Said::Waiting:
    case Said::OfAnotherAmount:
        return from; // nothing is known by that; time decides
    case Said::Authorised:
        return isTold ? PaymentStatus::Authorised : from;
    case Said::Charged: // also what had been given up
        return hasMoney ? from : PaymentStatus::Charged;
    case Said::Refunded: // it came, and all of it went
        return PaymentStatus::Refunded;
    case Said::Cancelled:
        return isUndecided ? PaymentStatus::Cancelled : from;
    case Said::Rejected:
        return isUndecided ? Failed : from;
    }
    return from;
}

} // namespace

/// What each answer of a bank does to a payment in each status.
class BankNoteTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everyAnswerInEveryStatus();
    void onlyTheBankBringsMoney();
    void webhooksAndPeopleOnlyMakeUsAsk();
    void numbersNeverComeTwice();

private:
    qint64 makePayment(PaymentStatus status);
    BankNote noteOf(qint64 payment, Said said);
    Result<WriteOutcome> note(const BankNote &what)
    {
        Principal desk;
        desk.kind = Principal::Kind::System;
        desk.role = Role::Integration;
        desk.businessId = m_business.id;
        return m_hub->run(
            desk, [&](WriteContext &context) { return bankwrites::note(context, *m_secrets, what, BankTiming()); });
    }
    Payment one(qint64 id) { return paymentreads::one(m_hub->database(), m_business.id, id).value(); }

    QTemporaryDir m_directory;
    std::unique_ptr<SecretStore> m_secrets;
    std::unique_ptr<HubFixture> m_hub;
    FixtureBusiness m_business;
    Principal m_guest;
};

void BankNoteTest::init()
{
    m_secrets = std::make_unique<SecretStore>(m_directory.path());
    m_hub = std::make_unique<HubFixture>();
    QVERIFY2(m_hub->open(), qPrintable(m_hub->problem()));
    m_business = m_hub->makeBusiness(QStringLiteral("Oshaq"));
    m_guest = m_business.guest(m_hub->makeGuest(m_business, QStringLiteral("Dana")));
}

/// 12.95 of an order that owes as much, forced into that status.
qint64 BankNoteTest::makePayment(PaymentStatus status)
{
    const auto placed = m_hub->run(m_guest, [this](WriteContext &context) {
        return orderwrites::create(context, pickup({line(m_business.item(u"Soup"))}));
    });
    if (!placed)
        return 0;
    BankPayment wanted;
    wanted.orderId = placed->entityId;
    wanted.amountMinor = 1295;
    const auto begun =
        m_hub->run(m_guest, [wanted](WriteContext &context) { return paymentwrites::beginWithBank(context, wanted); });
    if (!begun)
        return 0;
    const qint64 back = status == PaymentStatus::Refunded ? 1295 : status == PartRefunded ? 300 : 0;
    m_hub->execute(QStringLiteral("UPDATE payments SET status = ?, refunded = ? WHERE payment_id = ?"),
                   {paymentStatusText(status), back, begun->entityId});
    if (back > 0) {
        m_hub->execute(
            QStringLiteral("INSERT INTO refunds (business_id, payment_id, amount, reason, made_by, created_at)"
                           " VALUES (?, ?, ?, 'x', 'staff:1', 1)"),
            {m_business.id, begun->entityId, back});
    }
    return begun->entityId;
}

BankNote BankNoteTest::noteOf(qint64 payment, Said said)
{
    using Outcome = BankReply::Outcome;
    BankNote note;
    note.paymentId = payment;
    note.merchantTerminal = QStringLiteral("t");
    BankTransaction &told = note.reply.transaction;
    told.id = QStringLiteral("tx-%1").arg(payment);
    told.invoice = one(payment).invoice;
    told.amountMinor = said == Said::OfAnotherAmount ? 1294 : 1295;
    told.currency = one(payment).currency.code();
    told.terminalId = QStringLiteral("t");
    told.createdAtMs = m_hub->nowMs;
    told.refundedMinor = said == Said::Refunded ? 1295 : one(payment).refundedMinor;
    note.reply.outcome = Outcome::Told;
    switch (said) {
    case Said::Nothing:
        note.reply.outcome = Outcome::Lost;
        break;
    case Said::NotSent:
        note.reply.outcome = Outcome::NotSent;
        break;
    case Said::NeverHeard:
        note.reply.outcome = Outcome::NotFound;
        break;
    case Said::New:
        told.state = BankState::New;
        break;
    case Said::Waiting:
        told.state = BankState::Waiting;
        break;
    case Said::Authorised:
        told.state = BankState::Authorised;
        break;
    case Said::Charged:
    case Said::OfAnotherAmount:
        told.state = BankState::Charged;
        break;
    case Said::Refunded:
        told.state = BankState::Refunded;
        break;
    case Said::Cancelled:
        told.state = BankState::Cancelled;
        break;
    case Said::Rejected:
        told.state = BankState::Rejected;
        break;
    }
    return note;
}

void BankNoteTest::everyAnswerInEveryStatus()
{
    int checked = 0;
    for (const PaymentStatus from : allPaymentStatuses) {
        for (const Said said : allSaid) {
            const qint64 id = makePayment(from);
            QVERIFY(id > 0);
            const QString where = QStringLiteral("%1, answer %2").arg(paymentStatusText(from)).arg(int(said));
            const auto noted = note(noteOf(id, said));
            QVERIFY2(noted, qPrintable(where + u' ' + (noted ? QString() : noted.error().message)));
            const PaymentStatus after = one(id).status;
            QVERIFY2(after == expected(from, said), qPrintable(where + u' ' + paymentStatusText(after)));
            // Heard again, it changes nothing more.
            const qint64 version = one(id).version;
            QVERIFY(note(noteOf(id, said)));
            const bool isSame = one(id).version == version && one(id).status == after;
            QVERIFY2(isSame || said == Said::Authorised, qPrintable(where + QStringLiteral(" again")));
            ++checked;
        }
    }
    QCOMPARE(checked, 9 * 11);
    QVERIFY(feedreads::verifyChain(m_hub->database(), m_business.id));
}

void BankNoteTest::onlyTheBankBringsMoney()
{
    using Outcome = BankReply::Outcome;
    // What a payment itself is answered is no status, whatever it says.
    for (const BankCall call : {BankCall::Page, BankCall::Pay, BankCall::Capture, BankCall::Release}) {
        const qint64 id = makePayment(Pending);
        BankNote said = noteOf(id, Said::Charged);
        said.call = call;
        QVERIFY(note(said));
        QVERIFY(one(id).status == Pending);
    }
    const qint64 lost = makePayment(Pending);
    BankNote said = noteOf(lost, Said::Nothing);
    said.call = BankCall::Pay;
    QVERIFY(note(said));
    QVERIFY(one(lost).status == Unknown);
    const qint64 declined = makePayment(Pending);
    said = noteOf(declined, Said::Charged);
    said.call = BankCall::Pay;
    said.reply.outcome = Outcome::Declined;
    QVERIFY(note(said));
    QVERIFY(one(declined).status == Failed);
}

void BankNoteTest::webhooksAndPeopleOnlyMakeUsAsk()
{
    const qint64 id = makePayment(Pending);
    m_hub->nowMs += 1;
    QVERIFY(m_hub->run(m_business.owner(), [id](WriteContext &context) { return bankwrites::askSoon(context, id); }));
    QVERIFY(one(id).status == Pending);
    QCOMPARE(bankattemptstore::find(m_hub->database(), m_business.id, id)->nextAtMs, std::optional(m_hub->nowMs));
    const FixtureBusiness other = m_hub->makeBusiness(QStringLiteral("Other"));
    QVERIFY(!m_hub->run(other.owner(), [id](WriteContext &context) { return bankwrites::askSoon(context, id); }));
    // What was never sent has nothing to be asked about.
    const qint64 created = makePayment(Created);
    QVERIFY(m_hub->run(m_business.owner(),
                       [created](WriteContext &context) { return bankwrites::askSoon(context, created); }));
    QVERIFY(one(created).status == Created);
}

void BankNoteTest::numbersNeverComeTwice()
{
    const qint64 first = one(makePayment(Pending)).invoice;
    const qint64 second = one(makePayment(Failed)).invoice;
    const qint64 third = one(makePayment(Pending)).invoice;
    QVERIFY(first < second && second < third);
}

QTEST_GUILESS_MAIN(BankNoteTest)
#include "banknotetest.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/integrations/bank/halykclient.h"
#include "models/domain/bankcallback.h"
#include "models/hub/integrationboard.h"
#include "sync/client/curltransport.h"
#include "sync/client/scheduler.h"
#include "sync/integrations/integrationgates.h"
#include "tests/support/fakebank.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace oshaq;
using namespace oshaq::test;
using Outcome = BankReply::Outcome;
using Does = BankTurn::Does;
using Says = BankTurn::Says;

/// The client against a bank that is a real server, with a real wire between them.
class HalykClientTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void paysAtTheBanksPage();
    void keepsACardAndPaysWithIt();
    void threeDSecure();
    void declines();
    void whatIsLostIsAskedAbout_data();
    void whatIsLostIsAskedAbout();
    void whatNeverLeftIsNotLost();
    void refundsAreIdempotent();
    void twoSteps();
    void forgetsACard();
    void everyOperationHasItsOwnToken();
    void switchedOffItStillAsks();
    void liesAreSeen();
    void callbacks();
    void aDeadBankIsLeftAlone();
    void slowAnswersTimeOut();
    void triesTheAccountOut();
    void privateHostsNeedTheSetting();
    void answersNobodyWhenItIsGone();

private:
    static constexpr int patience = 15'000;

    HalykAccount account() const
    {
        IntegrationAccess access;
        access.integration.kind = IntegrationKind::Halyk;
        access.integration.config = m_bank->config(m_postLink);
        access.secrets = m_bank->secrets();
        return HalykAccount::from(access, {});
    }
    BankOrder order(qint64 invoice, bool keepCard = false) const
    {
        BankOrder order;
        order.businessId = 1;
        order.invoice = invoice;
        order.amountMinor = 129'500;
        order.description = QStringLiteral("A-042");
        order.accountId = QStringLiteral("7");
        order.keepCard = keepCard;
        return order;
    }
    template <typename Call> BankReply await(Call call)
    {
        std::optional<BankReply> got;
        call([&got](const BankReply &reply) { got = reply; });
        if (got || !QTest::qWaitFor([&got] { return got.has_value(); }, patience))
            QTest::qFail(got ? "it answered inside the call" : "no answer came", __FILE__, __LINE__);
        return got.value_or(BankReply{});
    }
    BankReply status(qint64 invoice)
    {
        return await([&](auto done) { m_client->status(1, invoice, done); });
    }
    BankReply payWithCard(qint64 invoice, const QString &card)
    {
        return await([&](auto done) { m_client->payWithCard(order(invoice), card, done); });
    }
    BankReply refund(const QString &id, qint64 minor, const QString &externalId)
    {
        return await([&](auto done) { m_client->refund(1, id, minor, externalId, done); });
    }
    Result<HostedPage> page(const BankOrder &wanted)
    {
        std::optional<Result<HostedPage>> got;
        m_client->openPage(wanted, [&got](const Result<HostedPage> &opened) { got = opened; });
        if (!QTest::qWaitFor([&got] { return got.has_value(); }, patience))
            return Error{ErrorCode::Internal, QStringLiteral("no answer came"), {}};
        return *got;
    }
    /// A card that the bank keeps.
    QString keptCard(qint64 invoice)
    {
        const auto opened = page(order(invoice, true));
        if (!opened || !m_bank->atPage(opened->parameters, FakeBank::GuestAct::Pays))
            return {};
        return status(invoice).transaction.cardId;
    }

    std::unique_ptr<FakeBank> m_bank;
    std::unique_ptr<WireThread> m_wire;
    std::unique_ptr<CurlTransport> m_transport;
    std::unique_ptr<QtScheduler> m_scheduler;
    std::unique_ptr<IntegrationBoard> m_board;
    std::unique_ptr<IntegrationGates> m_gates;
    std::unique_ptr<HalykClient> m_client;
    SystemClock m_clock;
    QString m_postLink;
    bool m_isOff = false;
    HalykOptions m_options;

    void makeClient();
};

void HalykClientTest::init()
{
    m_postLink.clear();
    m_isOff = false;
    m_options = {};
    m_options.privateAddresses = true;
    m_bank = std::make_unique<FakeBank>();
    QVERIFY(m_bank->start());
    m_wire = std::make_unique<WireThread>();
    m_transport = std::make_unique<CurlTransport>(*m_wire);
    m_scheduler = std::make_unique<QtScheduler>();
    m_board = std::make_unique<IntegrationBoard>();
    m_gates = std::make_unique<IntegrationGates>(*m_transport, *m_scheduler, m_clock, *m_board);
    BreakerLimits limits;
    limits.timeoutMs = 3'000;
    limits.failuresToOpen = 50;
    m_gates->setLimits(IntegrationKind::Halyk, limits);
    makeClient();
}

void HalykClientTest::makeClient()
{
    m_client = std::make_unique<HalykClient>(
        [this](qint64, bool forNew) -> Result<HalykAccount> {
            if (m_isOff && forNew)
                return Error{ErrorCode::NotConfigured, QStringLiteral("off"), {}};
            return account();
        },
        [this](qint64 business) -> HttpTransport & { return m_gates->transport(business, IntegrationKind::Halyk); },
        *m_scheduler, m_options);
}

void HalykClientTest::cleanup()
{
    m_client.reset();
    m_gates.reset();
    m_transport.reset();
    m_wire.reset();
    m_scheduler.reset();
    m_board.reset();
    m_bank.reset();
}

void HalykClientTest::paysAtTheBanksPage()
{
    const auto opened = page(order(10'001));
    QVERIFY2(opened, qPrintable(opened ? QString() : opened.error().message));
    QCOMPARE(opened->scriptUrl, m_bank->url() + QStringLiteral("/payform/payment-api.js"));
    QVERIFY(!opened->parameters.contains(FakeBank::clientSecret().toUtf8()));
    QVERIFY(m_bank->book().empty()); // opening takes nothing
    QCOMPARE(status(10'001).outcome, Outcome::NotFound);

    QVERIFY(m_bank->atPage(opened->parameters, FakeBank::GuestAct::Pays));
    const BankReply told = status(10'001);
    QCOMPARE(told.outcome, Outcome::Told);
    QCOMPARE(told.transaction.state, BankState::Charged);
    QCOMPARE(told.transaction.invoice, 10'001);
    QCOMPARE(told.transaction.amountMinor, 129'500);
    QCOMPARE(told.transaction.currency, QStringLiteral("KZT"));
    QCOMPARE(told.transaction.terminalId, FakeBank::terminalId());
    QVERIFY(qAbs(told.transaction.createdAtMs - m_clock.nowMs()) < 60'000);
    QVERIFY(told.transaction.cardId.isEmpty());
    QCOMPARE(m_bank->chargedTimes(10'001), 1);
    // The page's token was for one payment.
    QVERIFY(!m_bank->atPage(opened->parameters, FakeBank::GuestAct::Pays));
    QCOMPARE(m_bank->chargedTimes(10'001), 1);
}

void HalykClientTest::keepsACardAndPaysWithIt()
{
    const QString card = keptCard(10'001);
    QVERIFY(!card.isEmpty());
    const BankReply paid = payWithCard(10'002, card);
    QCOMPARE(paid.outcome, Outcome::Lost); // taken, and not final until the status says so
    QVERIFY(!paid.transaction.id.isEmpty());
    QCOMPARE(status(10'002).transaction.state, BankState::Charged);
    QCOMPARE(m_bank->keptMinor(10'002), 129'500);
    QCOMPARE(payWithCard(10'003, QStringLiteral("no-such-card")).outcome, Outcome::Declined);
    QCOMPARE(m_bank->keptMinor(10'003), 0);
}

void HalykClientTest::threeDSecure()
{
    const QString card = keptCard(10'001);
    for (const bool yes : {true, false}) {
        const qint64 invoice = yes ? 10'002 : 10'003;
        m_bank->next(BankAsk::Card, {Does::AsksGuest, Says::Truth, 0});
        const BankReply asked = payWithCard(invoice, card);
        QCOMPARE(asked.outcome, Outcome::Told);
        QCOMPARE(asked.transaction.state, BankState::Waiting);
        QCOMPARE(status(invoice).transaction.state, BankState::Waiting);
        QVERIFY(m_bank->answerGuest(invoice, yes));
        QCOMPARE(status(invoice).transaction.state, yes ? BankState::Charged : BankState::Rejected);
    }
}

void HalykClientTest::declines()
{
    const QString card = keptCard(10'001);
    m_bank->next(BankAsk::Card, {Does::Declines, Says::Truth, 0});
    const BankReply declined = payWithCard(10'002, card);
    QCOMPARE(declined.outcome, Outcome::Declined);
    QVERIFY2(declined.reason.contains(QStringLiteral("462")), qPrintable(declined.reason));
    QCOMPARE(status(10'002).transaction.state, BankState::Rejected);
    const auto opened = page(order(10'003));
    QVERIFY(m_bank->atPage(opened->parameters, FakeBank::GuestAct::IsDeclined));
    QCOMPARE(status(10'003).transaction.state, BankState::Rejected);
    QCOMPARE(m_bank->keptMinor(10'002) + m_bank->keptMinor(10'003), 0);
}

void HalykClientTest::whatIsLostIsAskedAbout_data()
{
    QTest::addColumn<int>("does");
    QTest::addColumn<int>("says");
    for (const auto &[name, says] : {std::pair("silence", Says::Silence), std::pair("hangs up", Says::HangsUp),
                                     std::pair("fails", Says::Fails), std::pair("not final", Says::NotFinal),
                                     std::pair("nonsense", Says::Nonsense), std::pair("busy", Says::Busy)}) {
        QTest::addRow("%s, charged", name) << int(Does::Works) << int(says);
        QTest::addRow("%s, nothing", name) << int(Does::Nothing) << int(says);
    }
}

void HalykClientTest::whatIsLostIsAskedAbout()
{
    QFETCH(int, does);
    QFETCH(int, says);
    const QString card = keptCard(10'001);
    m_bank->next(BankAsk::Card, {static_cast<Does>(does), static_cast<Says>(says), 0});
    const BankReply lost = payWithCard(10'002, card);
    QCOMPARE(lost.outcome, Outcome::Lost);
    QVERIFY(!lost.reason.isEmpty());
    QCOMPARE(m_bank->asked(BankAsk::Card), 1); // never again by itself
    const bool isCharged = static_cast<Does>(does) == Does::Works;
    const BankReply told = status(10'002);
    QCOMPARE(told.outcome, isCharged ? Outcome::Told : Outcome::NotFound);
    QCOMPARE(m_bank->chargedTimes(10'002), isCharged ? 1 : 0);
}

void HalykClientTest::whatNeverLeftIsNotLost()
{
    const QString card = keptCard(10'001);
    m_bank->setReachable(false);
    QCOMPARE(payWithCard(10'002, card).outcome, Outcome::NotSent);
    QVERIFY(!page(order(10'003)));
    QCOMPARE(status(10'001).outcome, Outcome::NotSent);
    m_bank->setReachable(true);
    m_bank->next(BankAsk::Token, {Does::Works, Says::Busy, 0});
    QCOMPARE(payWithCard(10'002, card).outcome, Outcome::NotSent);
    m_bank->next(BankAsk::Token, {Does::Works, Says::HangsUp, 0});
    QCOMPARE(payWithCard(10'002, card).outcome, Outcome::NotSent);
    m_bank->next(BankAsk::Card, {Does::Works, Says::TurnsAway, 0});
    QCOMPARE(payWithCard(10'002, card).outcome, Outcome::NotSent);
    QCOMPARE(m_bank->chargedTimes(10'002), 0);
    QCOMPARE(status(10'002).outcome, Outcome::NotFound);
}

void HalykClientTest::refundsAreIdempotent()
{
    QVERIFY(!keptCard(10'001).isEmpty());
    const QString id = status(10'001).transaction.id;
    m_bank->next(BankAsk::Refund, {Does::Works, Says::HangsUp, 0});
    QCOMPARE(refund(id, 29'500, QStringLiteral("r-1")).outcome, Outcome::Lost);
    QCOMPARE(m_bank->keptMinor(10'001), 100'000);
    const BankReply again = refund(id, 29'500, QStringLiteral("r-1"));
    QCOMPARE(again.outcome, Outcome::Told);
    QCOMPARE(m_bank->keptMinor(10'001), 100'000);
    BankReply told = status(10'001);
    QCOMPARE(told.transaction.state, BankState::Refunded);
    QCOMPARE(told.transaction.amountMinor, 129'500);
    QCOMPARE(told.transaction.refundedMinor, 29'500);
    QCOMPARE(refund(id, 100'001, QStringLiteral("r-2")).outcome, Outcome::Declined);
    QCOMPARE(refund(id, 100'000, QStringLiteral("r-3")).outcome, Outcome::Told);
    QCOMPARE(m_bank->keptMinor(10'001), 0);
    QCOMPARE(status(10'001).transaction.refundedMinor, 129'500);
    QCOMPARE(refund(QStringLiteral("no/such?id"), 100, QStringLiteral("r-4")).outcome, Outcome::Declined);
}

void HalykClientTest::twoSteps()
{
    m_bank->setHoldsFirst(true);
    for (const qint64 invoice : {10'001, 10'002}) {
        const auto opened = page(order(invoice));
        QVERIFY(opened && m_bank->atPage(opened->parameters, FakeBank::GuestAct::Pays));
        QCOMPARE(status(invoice).transaction.state, BankState::Authorised);
    }
    const QString first = status(10'001).transaction.id;
    QCOMPARE(await([&](auto done) { m_client->charge(1, first, 100'000, done); }).outcome, Outcome::Told);
    QCOMPARE(status(10'001).transaction.state, BankState::Charged);
    QCOMPARE(m_bank->keptMinor(10'001), 100'000);
    QCOMPARE(await([&](auto done) { m_client->charge(1, first, 100'000, done); }).outcome, Outcome::Declined);
    const QString second = status(10'002).transaction.id;
    QCOMPARE(await([&](auto done) { m_client->cancel(1, second, done); }).outcome, Outcome::Told);
    QCOMPARE(status(10'002).transaction.state, BankState::Cancelled);
    QCOMPARE(m_bank->keptMinor(10'002), 0);
}

void HalykClientTest::forgetsACard()
{
    const QString card = keptCard(10'001);
    QCOMPARE(await([&](auto done) { m_client->forgetCard(1, card, done); }).outcome, Outcome::Told);
    QCOMPARE(payWithCard(10'002, card).outcome, Outcome::Declined);
    QCOMPARE(await([&](auto done) { m_client->forgetCard(1, card, done); }).outcome, Outcome::Declined);
}

void HalykClientTest::everyOperationHasItsOwnToken()
{
    const QString card = keptCard(10'001);
    payWithCard(10'002, card);
    refund(status(10'002).transaction.id, 100, QStringLiteral("r-1"));
    QVERIFY(m_bank->complaints().empty());
    QCOMPARE(m_bank->asked(BankAsk::Token), m_bank->asked(BankAsk::Page) + m_bank->asked(BankAsk::Card) +
                                                m_bank->asked(BankAsk::Status) + m_bank->asked(BankAsk::Refund));
}

void HalykClientTest::switchedOffItStillAsks()
{
    const QString card = keptCard(10'001);
    m_isOff = true;
    QCOMPARE(payWithCard(10'002, card).outcome, Outcome::NotSent);
    QCOMPARE(page(order(10'003)).error().code, ErrorCode::NotConfigured);
    const BankReply told = status(10'001);
    QCOMPARE(told.outcome, Outcome::Told);
    QCOMPARE(refund(told.transaction.id, 100, QStringLiteral("r-1")).outcome, Outcome::Told);
}

void HalykClientTest::liesAreSeen()
{
    QVERIFY(!keptCard(10'001).isEmpty());
    const BankTransaction truth = status(10'001).transaction;
    BankLies lies;
    lies.addMinor = -100;
    lies.terminalId = QStringLiteral("theirs");
    lies.addMs = -86'400'000;
    m_bank->setLies(lies);
    const BankTransaction told = status(10'001).transaction;
    QCOMPARE(told.amountMinor, truth.amountMinor - 100);
    QCOMPARE(told.terminalId, QStringLiteral("theirs"));
    QCOMPARE(told.createdAtMs, truth.createdAtMs - 86'400'000);
}

void HalykClientTest::callbacks()
{
    // Its own page answers POST with 404: that it came is what counts here.
    m_postLink = m_bank->url() + QStringLiteral("/hook");
    BankCallbacks twice;
    twice.times = 2;
    m_bank->setCallbacks(twice);
    const auto opened = page(order(10'001));
    QVERIFY(opened && m_bank->atPage(opened->parameters, FakeBank::GuestAct::Pays));
    QTRY_COMPARE_WITH_TIMEOUT(m_bank->callbackAnswers().size(), 2u, patience);
    QCOMPARE(m_bank->callbackAnswers().front(), 404);
    const QString hash = m_bank->entriesOf(10'001).front().secretHash;
    QCOMPARE(hash.toLatin1(), bankCallbackHash(FakeBank::clientSecret(), 10'001));
}

void HalykClientTest::aDeadBankIsLeftAlone()
{
    m_bank->always(BankAsk::Token, {Does::Works, Says::Fails, 0});
    m_gates->breaker(2, IntegrationKind::Halyk); // somebody else's is another one
    BreakerLimits limits;
    limits.failuresToOpen = 3;
    limits.firstPauseMs = 60'000;
    IntegrationGates gates(*m_transport, *m_scheduler, m_clock, *m_board);
    gates.setLimits(IntegrationKind::Halyk, limits);
    HalykClient client([this](qint64, bool) { return Result<HalykAccount>(account()); },
                       [&gates](qint64 b) -> HttpTransport & { return gates.transport(b, IntegrationKind::Halyk); },
                       *m_scheduler, m_options);
    for (int i = 0; i < 6; ++i)
        QCOMPARE(await([&](auto done) { client.status(1, 10'001, done); }).outcome, Outcome::NotSent);
    QCOMPARE(m_bank->asked(BankAsk::Token), 3);
    QCOMPARE(m_board->health(1, IntegrationKind::Halyk)->circuit, IntegrationHealth::Circuit::Open);
    QCOMPARE(m_board->health(1, IntegrationKind::Halyk)->heldBack, 3);
}

void HalykClientTest::slowAnswersTimeOut()
{
    const QString card = keptCard(10'001);
    m_bank->next(BankAsk::Card, {Does::Works, Says::Truth, 60'000});
    const BankReply lost = payWithCard(10'002, card);
    QCOMPARE(lost.outcome, Outcome::Lost);
    QCOMPARE(status(10'002).transaction.state, BankState::Charged);
    // A slow one that comes in time is an answer.
    m_bank->next(BankAsk::Status, {Does::Works, Says::Truth, 300});
    QCOMPARE(status(10'002).outcome, Outcome::Told);
}

void HalykClientTest::triesTheAccountOut()
{
    const auto tryOut = [this] {
        std::optional<IntegrationTrial> got;
        m_client->tryOut(1, [&got](const IntegrationTrial &trial) { got = trial; });
        (void)QTest::qWaitFor([&got] { return got.has_value(); }, patience);
        return got.value_or(IntegrationTrial{});
    };
    QVERIFY(tryOut().ok);
    m_bank->next(BankAsk::Token, {Does::Declines, Says::Truth, 0});
    const IntegrationTrial refused = tryOut();
    QVERIFY(!refused.ok);
    QVERIFY2(refused.message.contains(QStringLiteral("Client authentication failed")), qPrintable(refused.message));
    m_bank->setReachable(false);
    const IntegrationTrial away = tryOut();
    QVERIFY(!away.ok && !away.message.isEmpty());
}

void HalykClientTest::privateHostsNeedTheSetting()
{
    m_options.privateAddresses = false;
    makeClient();
    const BankReply reply = status(10'001);
    QCOMPARE(reply.outcome, Outcome::NotSent);
    QVERIFY2(reply.reason.contains(QStringLiteral("not allowed")), qPrintable(reply.reason));
    QCOMPARE(m_bank->asked(BankAsk::Token), 0);
}

void HalykClientTest::answersNobodyWhenItIsGone()
{
    bool answered = false;
    m_client->status(1, 10'001, [&answered](const BankReply &) { answered = true; });
    m_client.reset();
    QTRY_VERIFY_WITH_TIMEOUT(m_board->health(1, IntegrationKind::Halyk)->inFlight == 0, patience);
    QVERIFY(!answered);
}

QTEST_GUILESS_MAIN(HalykClientTest)
#include "halykclienttest.moc"

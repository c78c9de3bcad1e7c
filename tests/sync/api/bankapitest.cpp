// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/bankattemptstore.h"
#include "models/hub/bankservice.h"
#include "tests/support/apiharness.h"

#include <QTest>

#include <atomic>

using namespace oshaq;
using namespace oshaq::test;

namespace {

/// A bank that says what the test wants, and writes as the desk does.
class ScriptedBank final : public Bank
{
public:
    bool isThere = true;
    bool givesPages = true;
    std::function<void(qint64 businessId, qint64 paymentId)> whenAsked;
    int asked = 0;
    int pages = 0;
    std::atomic<int> looks = 0;

    Result<void> ready(sql::Database &, qint64) const override
    {
        if (isThere)
            return {};
        return Error{ErrorCode::PaymentMethodNotConfigured, QStringLiteral("No bank is set up here."), {}};
    }
    void openPage(qint64, qint64, PageDone done) override
    {
        ++pages;
        if (givesPages)
            return done(
                BankPage{QStringLiteral("https://bank.example/pay.js"), R"({"invoiceId":"000001","amount":25.9})"});
        done(Error{ErrorCode::StorageUnavailable, QStringLiteral("The bank does not answer."), {}});
    }
    void ask(qint64 businessId, qint64 paymentId, Done done) override
    {
        ++asked;
        if (whenAsked)
            whenAsked(businessId, paymentId);
        done({});
    }
    void look() override { ++looks; }
};

} // namespace

/// Payments through a bank, as guests, the till and the bank's own webhook see them.
class BankApiTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void thePageAndItsKey();
    void aRepeatGivesThePageOfTheSamePayment();
    void noPageIsAnError();
    void aCardThatIsKept();
    void webhooksOnlyMakeUsAsk();
    void askedBeforeItIsGivenUp();
    void refundsAreAskedFor();
    void sharesOfABill();
    void theDayIsReconciled();

private:
    QByteArray guest() const { return m_site->business().guestToken; }
    QByteArray manager() const { return m_site->business().terminalTokens.at(Role::Manager); }
    ApiAnswer begin(const QByteArray &fields = {}, Headers headers = {})
    {
        return m_api->call("POST", "/api/v1/payment/orders/halyk", guest(),
                           "{\"order_id\":" + QByteArray::number(m_order) + fields + '}', std::move(headers));
    }
    static qint64 idOf(const ApiAnswer &answer) { return answer.data().value(QLatin1String("payment_id")).toInteger(); }
    static QString statusOf(const ApiAnswer &answer) { return answer.data().value(QLatin1String("status")).toString(); }
    /// What the desk would have written after asking.
    void said(qint64 businessId, qint64 paymentId, BankState state);

    std::unique_ptr<TestSite> m_site;
    std::unique_ptr<ApiHarness> m_api;
    std::shared_ptr<ScriptedBank> m_bank;
    qint64 m_order = 0; ///< 25.90
};

void BankApiTest::init()
{
    TestSiteOptions options;
    options.server = false;
    m_site = std::make_unique<TestSite>(options);
    QVERIFY2(m_site->start(), qPrintable(m_site->problem()));
    m_bank = std::make_shared<ScriptedBank>();
    ApiOptions api = ApiHarness::withoutLimits();
    api.bank = m_bank;
    m_api = std::make_unique<ApiHarness>(*m_site, api);
    const auto placed =
        m_api->call("POST", "/api/v1/user/orders/create", guest(), pickupBody(m_site->business().item("Soup"), "2"));
    QCOMPARE(placed.status, 201);
    m_order = placed.data().value(QLatin1String("order_id")).toInteger();
}

void BankApiTest::cleanup()
{
    m_api.reset();
    m_site.reset();
}

void BankApiTest::said(qint64 businessId, qint64 paymentId, BankState state)
{
    const auto reader = m_site->hub().openReader();
    QVERIFY(reader);
    const auto attempt = bankattemptstore::find(**reader, businessId, paymentId);
    QVERIFY(attempt);
    BankNote note;
    note.paymentId = paymentId;
    note.merchantTerminal = QStringLiteral("t");
    note.reply.outcome = BankReply::Outcome::Told;
    note.reply.transaction.id = QStringLiteral("tx");
    note.reply.transaction.invoice = attempt->invoice;
    note.reply.transaction.state = state;
    note.reply.transaction.amountMinor = 2590;
    note.reply.transaction.currency = QStringLiteral("KZT");
    note.reply.transaction.terminalId = QStringLiteral("t");
    WriteCommand command;
    command.principal.kind = Principal::Kind::System;
    command.principal.role = Role::Integration;
    command.principal.businessId = businessId;
    command.run = [note, secrets = &m_site->hub().secrets()](WriteContext &context) {
        return bankwrites::note(context, *secrets, note, BankTiming());
    };
    QVERIFY(m_site->hub().writer().submitAndWait(std::move(command)));
}

void BankApiTest::thePageAndItsKey()
{
    const auto begun = begin(R"(,"tip":1.1)");
    QVERIFY2(begun.status == 201, begun.body);
    QCOMPARE(statusOf(begun), QStringLiteral("pending"));
    QCOMPARE(begun.header("cache-control"), QByteArray("no-store"));
    const QJsonObject page = begun.data().value(QLatin1String("page")).toObject();
    QCOMPARE(page.value(QLatin1String("script_url")).toString(), QStringLiteral("https://bank.example/pay.js"));
    QCOMPARE(page.value(QLatin1String("parameters")).toObject().value(QLatin1String("invoiceId")).toString(),
             QStringLiteral("000001"));
    const QString key = page.value(QLatin1String("url")).toString().section(u'/', -1);
    QVERIFY2(key.size() >= 22, qPrintable(key));
    // Whoever has the key, and nobody else, without a token.
    const QByteArray path = "/api/v1/payment/pages/" + key.toLatin1();
    const auto opened = m_api->get(path);
    QVERIFY2(opened.status == 200, opened.body);
    QVERIFY2(opened.body.contains(R"("amount":27)") && opened.body.contains("bank.example"), opened.body);
    QCOMPARE(m_bank->pages, 2);
    const auto state = m_api->get(path + "/state");
    QVERIFY2(state.status == 200 && !state.body.contains("bank.example"), state.body);
    QCOMPARE(m_bank->pages, 2);
    QCOMPARE(m_api->get("/api/v1/payment/pages/0123456789abcdef0123456789abcdef").verdict(),
             QByteArray("404 NOT_FOUND"));
    const auto html = m_api->get("/pay/" + key.toLatin1());
    QCOMPARE(html.status, 200);
    QVERIFY(html.header("content-security-policy").contains("frame-ancestors 'none'"));
    // The key is for the guest alone: no list shows it.
    const auto order = m_api->get("/api/v1/payment/orders/" + QByteArray::number(m_order), guest());
    QVERIFY(!order.body.contains(key.toLatin1()));
}

void BankApiTest::aRepeatGivesThePageOfTheSamePayment()
{
    const Headers key{{"idempotency-key", "page-1"}};
    const auto first = begin({}, key);
    const auto again = begin({}, key);
    QCOMPARE(again.status, 201);
    QCOMPARE(idOf(again), idOf(first));
    QCOMPARE(m_site->rowCount("bank_attempts"), 1);
    // Held once, and no more than is owed.
    QCOMPARE(begin().verdict(), QByteArray("422 VALIDATION_FAILED"));
    QCOMPARE(begin(R"(,"amount":1)").verdict(), QByteArray("409 PAYMENT_EXCEEDS_DUE"));
}

void BankApiTest::noPageIsAnError()
{
    m_bank->isThere = false;
    QCOMPARE(begin().verdict(), QByteArray("409 PAYMENT_METHOD_NOT_CONFIGURED"));
    QCOMPARE(m_site->rowCount("payments"), 0);
    m_bank->isThere = true;
    m_bank->givesPages = false;
    QCOMPARE(begin().status, 503);
}

void BankApiTest::aCardThatIsKept()
{
    const auto reader = m_site->hub().openReader();
    QVERIFY(reader);
    WriteCommand keep;
    keep.principal.businessId = m_site->business().id;
    keep.run = [this](WriteContext &context) -> Result<WriteOutcome> {
        SavedCard card;
        card.userId = m_site->business().guestId;
        card.mask = QStringLiteral("**** 1234");
        const auto kept = bankattemptstore::keepCard(context.database, m_site->hub().secrets(), m_site->business().id,
                                                     &card, QStringLiteral("card-name"), context.nowMs);
        if (!kept)
            return kept.error();
        WriteOutcome outcome;
        outcome.entityId = card.id;
        return outcome;
    };
    const auto card = m_site->hub().writer().submitAndWait(std::move(keep));
    QVERIFY(card);
    const QByteArray body =
        "{\"order_id\":" + QByteArray::number(m_order) + ",\"card_id\":" + QByteArray::number(card->entityId) + '}';
    // At the counter: of whoever ordered, by its last digits, and never by the bank's name for it.
    const QByteArray counter = m_site->business().terminalTokens.at(Role::Counter);
    const QByteArray cardsOf = "/api/v1/payment/orders/" + QByteArray::number(m_order) + "/cards";
    const auto offered = m_api->get(cardsOf, counter);
    QCOMPARE(offered.list().size(), 1);
    QVERIFY(offered.body.contains("1234") && !offered.body.contains("card-name"));
    QCOMPARE(m_api->get(cardsOf, m_site->business().terminalTokens.at(Role::Kitchen)).status, 403);
    QCOMPARE(m_api->get(cardsOf, guest()).status, 403);
    const QByteArray part = body.chopped(1) + ",\"amount\":1}";
    const auto byCounter = m_api->call("POST", "/api/v1/payment/orders/saved", counter, part);
    QVERIFY2(byCounter.status == 201, byCounter.body);
    QCOMPARE(m_api->call("POST", "/api/v1/payment/orders/saved", m_site->business().terminalTokens.at(Role::Kitchen), part)
                 .status,
             403);
    QCOMPARE(m_api->call("POST", "/api/v1/payment/orders/saved", counter,
                         "{\"order_id\":" + QByteArray::number(m_order) + ",\"card_id\":4711,\"amount\":1}")
                 .verdict(),
             QByteArray("404 NOT_FOUND"));
    const auto paid = m_api->call("POST", "/api/v1/payment/orders/saved", guest(), body);
    QVERIFY2(paid.status == 201, paid.body);
    QCOMPARE(statusOf(paid), QStringLiteral("created"));
    QVERIFY(!paid.body.contains("card-name"));
    const QByteArray stranger = m_site->addGuest(m_site->business(), QStringLiteral("Aru"));
    QCOMPARE(m_api->call("POST", "/api/v1/payment/orders/saved", stranger, body).verdict(),
             QByteArray("404 NOT_FOUND"));
    const auto removed = m_api->call("DELETE", "/api/v1/payment/cards/" + QByteArray::number(card->entityId), guest());
    QCOMPARE(removed.status, 200);
    QVERIFY(bankattemptstore::nextAt(**reader, 0).value().has_value());
}

void BankApiTest::webhooksOnlyMakeUsAsk()
{
    const auto begun = begin();
    const qint64 invoice = begun.data().value(QLatin1String("invoice")).toInteger();
    QVERIFY(invoice > 0);
    const QByteArray claim = R"({"id":"x","code":"ok","amount":25.9,"invoiceId":")" +
                             QByteArray::number(invoice).rightJustified(6, '0') + "\"}";
    const auto heard = m_api->call("POST", "/api/v1/payment/webhooks/halyk", {}, claim);
    QVERIFY2(heard.status == 200, heard.body);
    // The same for what there never was: nobody learns which numbers there are.
    const auto other = m_api->call("POST", "/api/v1/payment/webhooks/halyk", {}, R"({"id":"x","invoiceId":"999999"})");
    QCOMPARE(other.status, 200);
    const auto order = m_api->get("/api/v1/payment/orders/" + QByteArray::number(m_order), guest());
    QVERIFY2(order.body.contains(R"("payment_status":"unpaid")"), order.body);
    const auto reader = m_site->hub().openReader();
    QVERIFY(reader);
    const auto isDue = [&] {
        const auto attempt = bankattemptstore::find(**reader, m_site->business().id, idOf(begun));
        return attempt && attempt->nextAtMs && *attempt->nextAtMs <= m_site->hub().clock().nowMs();
    };
    QTRY_VERIFY(isDue());
    QTRY_COMPARE(m_bank->looks.load(), 1);
}

void BankApiTest::askedBeforeItIsGivenUp()
{
    const qint64 id = idOf(begin());
    const QByteArray path = "/api/v1/payment/" + QByteArray::number(id) + "/status";
    m_bank->whenAsked = [this](qint64 business, qint64 payment) { said(business, payment, BankState::Charged); };
    const auto refused = m_api->call("PATCH", path, manager(), R"({"status":"cancelled"})");
    QCOMPARE(refused.verdict(), QByteArray("409 PAYMENT_NOT_ALLOWED"));
    QCOMPARE(m_bank->asked, 1);
    const auto order = m_api->get("/api/v1/payment/orders/" + QByteArray::number(m_order), guest());
    QVERIFY2(order.body.contains(R"("payment_status":"paid")"), order.body);

    const auto placed =
        m_api->call("POST", "/api/v1/user/orders/create", guest(), pickupBody(m_site->business().item("Soup"), "2"));
    m_order = placed.data().value(QLatin1String("order_id")).toInteger();
    m_bank->whenAsked = {};
    const qint64 second = idOf(begin());
    const auto givenUp = m_api->call("PATCH", "/api/v1/payment/" + QByteArray::number(second) + "/status", manager(),
                                     R"({"status":"cancelled"})");
    QVERIFY2(givenUp.status == 200, givenUp.body);
    QCOMPARE(statusOf(givenUp), QStringLiteral("cancelled"));
    // It comes after all, and goes back by itself.
    said(m_site->business().id, second, BankState::Charged);
    const auto late = m_api->get("/api/v1/payment/orders/" + QByteArray::number(m_order), guest());
    QVERIFY2(late.body.contains(R"("automatic":true)") && late.body.contains(R"("due":25.9)"), late.body);
}

void BankApiTest::refundsAreAskedFor()
{
    const qint64 id = idOf(begin());
    said(m_site->business().id, id, BankState::Charged);
    const QByteArray path = "/api/v1/payment/" + QByteArray::number(id) + "/refund";
    const auto asked = m_api->call("POST", path, manager(), R"({"amount":5.9,"reason":"Cold"})");
    QVERIFY2(asked.status == 201, asked.body);
    QVERIFY2(asked.body.contains(R"("state":"asked")") && asked.body.contains(R"("returning":5.9)") &&
                 asked.body.contains(R"("status":"charged")"),
             asked.body);
    QCOMPARE(m_api->call("POST", path, manager(), R"({"amount":20.01,"reason":"Cold"})").verdict(),
             QByteArray("409 REFUND_EXCEEDS_PAID"));
}

void BankApiTest::sharesOfABill()
{
    const QByteArray till = m_site->business().terminalTokens.at(Role::Counter);
    const QByteArray head = "{\"order_id\":" + QByteArray::number(m_order) + R"(,"method":"cash",)";
    const auto half = m_api->call("POST", "/api/v1/payment/orders/direct", till, head + R"("guests":2})");
    QVERIFY2(half.status == 201 && half.body.contains(R"("amount":12.95)"), half.body);
    QCOMPARE(m_api->call("POST", "/api/v1/payment/orders/direct", till, head + R"("guests":0})").status, 422);
    QCOMPARE(m_api->call("POST", "/api/v1/payment/orders/direct", till, head + R"("lines":[]})").status, 422);
    QCOMPARE(m_api->call("POST", "/api/v1/payment/orders/direct", till, head + R"("lines":[987654]})").status, 422);
    const auto rest = begin(R"(,"guests":1)");
    QVERIFY2(rest.status == 201 && rest.body.contains(R"("amount":12.95)"), rest.body);
}

void BankApiTest::theDayIsReconciled()
{
    const qint64 id = idOf(begin());
    const QByteArray day = QDateTime::currentDateTimeUtc().date().toString(Qt::ISODate).toLatin1();
    const QByteArray path = "/api/v1/payment/reconciliation?day=" + day;
    const auto open = m_api->get(path, manager());
    QVERIFY2(open.status == 200, open.body);
    QVERIFY2(open.body.contains(R"("difference":"open")") && open.body.contains(R"("differences":1)"), open.body);
    said(m_site->business().id, id, BankState::Charged);
    const auto closed = m_api->get(path, manager());
    QVERIFY2(closed.body.contains(R"("differences":0)") && closed.body.contains(R"("bank_charged":25.9)"), closed.body);
    const auto asked = m_api->call("POST", "/api/v1/payment/reconciliation", manager(), "{\"day\":\"" + day + "\"}");
    QVERIFY2(asked.status == 200 && asked.body.contains(R"("payments":1)"), asked.body);
    QCOMPARE(m_api->get("/api/v1/payment/reconciliation?day=yesterday!", manager()).status, 422);
}

QTEST_GUILESS_MAIN(BankApiTest)
#include "bankapitest.moc"

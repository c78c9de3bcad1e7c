// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/apiharness.h"

#include <QTest>

using namespace oshaq;
using namespace oshaq::test;

/// Payments as the till, the guest and the bank see them.
class PaymentApiTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void cashWithChange();
    void overPaymentIsRefused();
    void refunds();
    void keysMakeRepeatsSafe();
    void minorUnitsInV2();
    void bankIsNotConfigured();
    void guestsSeeTheirOwn();
    void wrongValues_data();
    void wrongValues();
    void anotherBusinessSeesNothing();

private:
    ApiAnswer pay(const QByteArray &token, const QByteArray &fields, Headers headers = {})
    {
        return m_api->call("POST", "/api/v1/payment/orders/direct", token,
                           "{\"order_id\":" + QByteArray::number(m_order) + ',' + fields + '}', std::move(headers));
    }
    ApiAnswer payments(const QByteArray &token)
    {
        return m_api->get("/api/v1/payment/orders/" + QByteArray::number(m_order), token);
    }
    QByteArray terminal(Role role) const { return m_site->business().terminalTokens.at(role); }
    static QByteArray path(qint64 payment, const char *what)
    {
        return "/api/v1/payment/" + QByteArray::number(payment) + '/' + what;
    }

    std::unique_ptr<TestSite> m_site;
    std::unique_ptr<ApiHarness> m_api;
    qint64 m_order = 0; ///< 25.90
};

void PaymentApiTest::init()
{
    TestSiteOptions options;
    options.server = false;
    m_site = std::make_unique<TestSite>(options);
    QVERIFY2(m_site->start(), qPrintable(m_site->problem()));
    m_api = std::make_unique<ApiHarness>(*m_site);
    const auto placed = m_api->call("POST", "/api/v1/user/orders/create", m_site->business().guestToken,
                                    pickupBody(m_site->business().item("Soup"), "2"));
    QCOMPARE(placed.status, 201);
    m_order = placed.data().value(QLatin1String("order_id")).toInteger();
}

void PaymentApiTest::cleanup()
{
    m_api.reset();
    m_site.reset();
}

void PaymentApiTest::cashWithChange()
{
    const auto first = pay(terminal(Role::Counter), R"("method":"cash","amount":10.5,"tendered":20,"tip":0.5)");
    QVERIFY2(first.status == 201, first.body);
    QVERIFY2(first.body.contains(R"("amount":10.5,"tip":0.5,"tendered":20,"change":9)"), first.body);
    QVERIFY2(first.body.contains(R"("status":"charged")"), first.body);
    auto all = payments(terminal(Role::Counter));
    QVERIFY2(all.body.contains(R"("payment_status":"part_paid","total":25.9,"paid":10.5)"), all.body);
    const auto second = pay(terminal(Role::Manager), R"("method":"card_reader","amount":15.4,"slip":"000123")");
    QVERIFY2(second.status == 201, second.body);
    all = payments(m_site->business().token);
    QVERIFY2(all.body.contains(R"("payment_status":"paid")") && all.body.contains(R"("due":0)"), all.body);
    QCOMPARE(all.data().value(QLatin1String("payments")).toArray().size(), 2);
}

void PaymentApiTest::overPaymentIsRefused()
{
    const auto before = m_site->allRowCounts();
    QCOMPARE(pay(terminal(Role::Counter), R"("method":"cash","amount":25.91,"tendered":100)").verdict(),
             QByteArray("409 PAYMENT_EXCEEDS_DUE"));
    QVERIFY(m_site->allRowCounts() == before);
    QCOMPARE(m_site->rowCount("payments"), 0);
}

void PaymentApiTest::refunds()
{
    const auto paid = pay(terminal(Role::Counter), R"("method":"cash","amount":25.9)");
    const qint64 id = paid.data().value(QLatin1String("payment_id")).toInteger();
    QCOMPARE(m_api->call("POST", path(id, "refund"), terminal(Role::Kitchen), R"({"reason":"x"})").status, 403);
    const auto part =
        m_api->call("POST", path(id, "refund"), terminal(Role::Counter), R"({"amount":5.9,"reason":"Cold soup"})");
    QVERIFY2(part.status == 201, part.body);
    QVERIFY2(part.body.contains(R"("status":"part_refunded")") && part.body.contains(R"("refunded":5.9)"), part.body);
    QCOMPARE(
        m_api->call("POST", path(id, "refund"), terminal(Role::Manager), R"({"amount":20.01,"reason":"x"})").verdict(),
        QByteArray("409 REFUND_EXCEEDS_PAID"));
    const auto rest = m_api->call("POST", path(id, "refund"), terminal(Role::Manager), R"({"reason":"All of it"})");
    QVERIFY2(rest.status == 201 && rest.body.contains(R"("status":"refunded")"), rest.body);
    QVERIFY(payments(terminal(Role::Counter)).body.contains(R"("payment_status":"refunded")"));
    // What was charged is undone by refunds only.
    QCOMPARE(m_api->call("PATCH", path(id, "status"), terminal(Role::Manager), R"({"status":"cancelled"})").verdict(),
             QByteArray("409 PAYMENT_NOT_ALLOWED"));
    QCOMPARE(m_api->call("PATCH", path(id, "status"), terminal(Role::Counter), R"({"status":"cancelled"})").status,
             403);
}

void PaymentApiTest::keysMakeRepeatsSafe()
{
    const Headers key{{"idempotency-key", "till-1"}};
    const auto first = pay(terminal(Role::Counter), R"("method":"cash","amount":10)", key);
    const auto again = pay(terminal(Role::Counter), R"("method":"cash","amount":10)", key);
    QCOMPARE(again.status, 201);
    QCOMPARE(again.body, first.body);
    QCOMPARE(m_site->rowCount("payments"), 1);
    QCOMPARE(pay(terminal(Role::Counter), R"("method":"cash","amount":11)", key).verdict(),
             QByteArray("409 IDEMPOTENCY_KEY_REUSED"));
    const qint64 id = first.data().value(QLatin1String("payment_id")).toInteger();
    const Headers refundKey{{"idempotency-key", "back-1"}};
    for (int i = 0; i < 2; ++i) {
        QCOMPARE(
            m_api->call("POST", path(id, "refund"), terminal(Role::Manager), R"({"amount":4,"reason":"x"})", refundKey)
                .status,
            201);
    }
    QCOMPARE(m_site->rowCount("refunds"), 1);
}

void PaymentApiTest::minorUnitsInV2()
{
    const auto paid = m_api->call("POST", "/api/v2/payment/orders/direct", terminal(Role::Counter),
                                  "{\"order_id\":" + QByteArray::number(m_order) +
                                      R"(,"method":"cash","amount":{"amount":1050,"currency":"KZT"}})");
    QVERIFY2(paid.status == 201, paid.body);
    QVERIFY2(paid.body.contains(R"("amount":{"amount":1050,"currency":"KZT"})"), paid.body);
    const auto wrong = m_api->call("POST", "/api/v2/payment/orders/direct", terminal(Role::Counter),
                                   "{\"order_id\":" + QByteArray::number(m_order) +
                                       R"(,"method":"cash","amount":{"amount":1050,"currency":"EUR"}})");
    QCOMPARE(wrong.status, 422);
}

void PaymentApiTest::bankIsNotConfigured()
{
    const QByteArray guest = m_site->business().guestToken;
    const QByteArray order = QByteArray::number(m_order);
    const auto before = m_site->rowCount("payments");
    QCOMPARE(m_api->call("POST", "/api/v1/payment/orders/halyk", guest, "{\"order_id\":" + order + '}').verdict(),
             QByteArray("409 PAYMENT_METHOD_NOT_CONFIGURED"));
    // What is wrong with the request comes first: shape, owner, card.
    QCOMPARE(m_api->call("POST", "/api/v1/payment/orders/halyk", guest, R"({"order_id":"1"})").status, 422);
    const QByteArray other = m_site->addGuest(m_site->business(), QStringLiteral("Aru"));
    QCOMPARE(m_api->call("POST", "/api/v1/payment/orders/halyk", other, "{\"order_id\":" + order + '}').verdict(),
             QByteArray("404 NOT_FOUND"));
    QCOMPARE(m_api->call("POST", "/api/v1/payment/orders/saved", guest, "{\"order_id\":" + order + R"(,"card_id":1})")
                 .verdict(),
             QByteArray("404 NOT_FOUND"));
    QCOMPARE(m_api->call("POST", "/api/v1/payment/webhooks/halyk", {}, R"({"id":"x","invoiceId":"000001"})").verdict(),
             QByteArray("409 PAYMENT_METHOD_NOT_CONFIGURED"));
    QCOMPARE(m_api->call("POST", "/api/v1/payment/webhooks/halyk", {}, R"({"invoiceId":1})").status, 422);
    QCOMPARE(m_site->rowCount("payments"), before);
}

void PaymentApiTest::guestsSeeTheirOwn()
{
    const QByteArray guest = m_site->business().guestToken;
    QCOMPARE(payments(guest).status, 200);
    QCOMPARE(payments(m_site->addGuest(m_site->business(), QStringLiteral("Aru"))).verdict(),
             QByteArray("404 NOT_FOUND"));
    const auto cards = m_api->get("/api/v1/payment/cards", guest);
    QCOMPARE(cards.status, 200);
    QCOMPARE(cards.list().size(), 0);
    QCOMPARE(m_api->call("DELETE", "/api/v1/payment/cards/1", guest).verdict(), QByteArray("404 NOT_FOUND"));
}

void PaymentApiTest::wrongValues_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::newRow("no amount") << QByteArray(R"("method":"cash")");
    QTest::newRow("zero") << QByteArray(R"("method":"cash","amount":0)");
    QTest::newRow("negative") << QByteArray(R"("method":"cash","amount":-1)");
    QTest::newRow("three places") << QByteArray(R"("method":"cash","amount":1.005)");
    QTest::newRow("exponent") << QByteArray(R"("method":"cash","amount":1e1)");
    QTest::newRow("huge") << QByteArray(R"("method":"cash","amount":1,"tip":99999999999999999999)");
    QTest::newRow("text") << QByteArray(R"("method":"cash","amount":"1")");
    QTest::newRow("too little cash") << QByteArray(R"("method":"cash","amount":10,"tendered":9.99)");
    QTest::newRow("tendered to a reader") << QByteArray(R"("method":"card_reader","amount":10,"tendered":20)");
    QTest::newRow("slip of cash") << QByteArray(R"("method":"cash","amount":10,"slip":"1")");
    QTest::newRow("method of the bank") << QByteArray(R"("method":"halyk","amount":10)");
}

void PaymentApiTest::wrongValues()
{
    QFETCH(QByteArray, fields);
    const auto answer = pay(terminal(Role::Counter), fields);
    QVERIFY2(answer.status == 422, answer.body);
    QCOMPARE(m_site->rowCount("payments"), 0);
}

void PaymentApiTest::anotherBusinessSeesNothing()
{
    const qint64 id = pay(terminal(Role::Counter), R"("method":"cash","amount":10)")
                          .data()
                          .value(QLatin1String("payment_id"))
                          .toInteger();
    const TestBusiness *other = m_site->addBusiness(QStringLiteral("Other"));
    QVERIFY(other);
    QCOMPARE(payments(other->token).verdict(), QByteArray("404 NOT_FOUND"));
    QCOMPARE(pay(other->token, R"("method":"cash","amount":1)").verdict(), QByteArray("404 NOT_FOUND"));
    QCOMPARE(m_api->call("POST", path(id, "refund"), other->token, R"({"reason":"x"})").verdict(),
             QByteArray("404 NOT_FOUND"));
    QCOMPARE(m_api->call("PATCH", path(id, "status"), other->token, R"({"status":"failed"})").verdict(),
             QByteArray("404 NOT_FOUND"));
}

QTEST_GUILESS_MAIN(PaymentApiTest)
#include "paymentapitest.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/apiharness.h"

#include <QSet>
#include <QTest>

using namespace oshaq;
using namespace oshaq::test;

class IdempotencyApiTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void sameKeyAndBodyGivesTheSameOrder();
    void otherBodyIsRefused();
    void oneOfManyAtOnce();
    void keysBelongToWhoSentThem();
    void keysBelongToOneOrder();
    void versionsOfThePathShareKeys();
    void refusalsAreRepeated();
    void statusIsRepeatedAsItIsNow();

private:
    ApiAnswer create(const QByteArray &key, const QByteArray &quantity, const QByteArray &token = {});

    std::unique_ptr<TestSite> m_site;
    std::unique_ptr<ApiHarness> m_api;
};

void IdempotencyApiTest::init()
{
    TestSiteOptions options;
    options.server = false;
    m_site = std::make_unique<TestSite>(options);
    QVERIFY2(m_site->start(), qPrintable(m_site->problem()));
    m_api = std::make_unique<ApiHarness>(*m_site);
}

void IdempotencyApiTest::cleanup()
{
    m_api.reset();
    m_site.reset();
}

ApiAnswer IdempotencyApiTest::create(const QByteArray &key, const QByteArray &quantity, const QByteArray &token)
{
    const TestBusiness &business = m_site->business();
    return m_api->call("POST", "/api/v1/user/orders/create", token.isEmpty() ? business.guestToken : token,
                       pickupBody(business.item("Soup"), quantity), {{"idempotency-key", key}});
}

void IdempotencyApiTest::sameKeyAndBodyGivesTheSameOrder()
{
    const auto first = create("k1", "2");
    QVERIFY2(first.status == 201, first.body);
    const auto counts = m_site->allRowCounts();
    const auto second = create("k1", "2");
    QCOMPARE(second.status, 201);
    QCOMPARE(second.body, first.body);
    QCOMPARE(second.header("Location"), first.header("Location"));
    QVERIFY(m_site->allRowCounts() == counts);
    QVERIFY(create("k2", "2").data().value(QLatin1String("order_id")) != first.data().value(QLatin1String("order_id")));
}

void IdempotencyApiTest::otherBodyIsRefused()
{
    QCOMPARE(create("k1", "2").status, 201);
    QCOMPARE(create("k1", "3").verdict(), QByteArray("409 IDEMPOTENCY_KEY_REUSED"));
    // Even a body that means the same is another body: what was signed off is bytes.
    QCOMPARE(create("k1", "2.0").verdict(), QByteArray("409 IDEMPOTENCY_KEY_REUSED"));
    QCOMPARE(m_site->rowCount("orders"), 1);
}

void IdempotencyApiTest::oneOfManyAtOnce()
{
    const TestBusiness &business = m_site->business();
    QList<int> pending;
    for (int i = 0; i < 50; ++i) {
        pending.append(m_api->start("POST", "/api/v1/user/orders/create", business.guestToken,
                                    pickupBody(business.item("Soup")), {{"idempotency-key", "storm"}}));
    }
    QSet<qint64> ids;
    for (const int index : pending) {
        const auto answer = m_api->wait(index);
        QCOMPARE(answer.status, 201);
        ids.insert(answer.data().value(QLatin1String("order_id")).toInteger());
    }
    QCOMPARE(ids.size(), 1);
    QCOMPARE(m_site->rowCount("orders"), 1);
    QCOMPARE(m_site->rowCount("orders_items"), 1);
}

void IdempotencyApiTest::keysBelongToWhoSentThem()
{
    const QByteArray other = m_site->addGuest(m_site->business(), QStringLiteral("Marat"));
    const auto mine = create("k1", "2");
    const auto theirs = create("k1", "2", other);
    QCOMPARE(theirs.status, 201);
    QVERIFY(mine.data().value(QLatin1String("order_id")) != theirs.data().value(QLatin1String("order_id")));
}

void IdempotencyApiTest::keysBelongToOneOrder()
{
    const QByteArray token = m_site->business().token;
    const QByteArray first = QByteArray::number(create("a", "1").data().value(QLatin1String("order_id")).toInteger());
    const QByteArray second = QByteArray::number(create("b", "1").data().value(QLatin1String("order_id")).toInteger());
    const Headers key{{"idempotency-key", "bump"}};
    const auto one = m_api->call("PATCH", "/api/v1/business/orders/" + first + "/status", token, "{\"status\":2}", key);
    const auto two =
        m_api->call("PATCH", "/api/v1/business/orders/" + second + "/status", token, "{\"status\":2}", key);
    QCOMPARE(one.data().value(QLatin1String("order_id")).toInteger(), first.toLongLong());
    QCOMPARE(two.data().value(QLatin1String("order_id")).toInteger(), second.toLongLong());
    QCOMPARE(m_api->get("/api/v1/business/orders?status=2", token).list().size(), 2);
}

void IdempotencyApiTest::versionsOfThePathShareKeys()
{
    const TestBusiness &business = m_site->business();
    const auto first = create("k1", "1");
    const auto plain = m_api->call("POST", "/api/user/orders/create", business.guestToken,
                                   pickupBody(business.item("Soup"), "1"), {{"idempotency-key", "k1"}});
    QCOMPARE(plain.status, 201);
    QCOMPARE(plain.data().value(QLatin1String("order_id")), first.data().value(QLatin1String("order_id")));
    QCOMPARE(m_site->rowCount("orders"), 1);
}

void IdempotencyApiTest::refusalsAreRepeated()
{
    const TestBusiness &business = m_site->business();
    const QByteArray order = QByteArray::number(create("a", "1").data().value(QLatin1String("order_id")).toInteger());
    const QByteArray path = "/api/v1/business/orders/" + order + "/status";
    const Headers key{{"idempotency-key", "too early"}};
    const QByteArray verdict = "409 ORDER_TRANSITION_NOT_ALLOWED";
    QCOMPARE(m_api->call("PATCH", path, business.token, "{\"status\":6}", key).verdict(), verdict);
    for (const char *status : {"2", "3", "4"})
        QCOMPARE(m_api->call("PATCH", path, business.token, "{\"status\":" + QByteArray(status) + "}").status, 200);
    // It would be allowed by now, but this key was answered.
    QCOMPARE(m_api->call("PATCH", path, business.token, "{\"status\":6}", key).verdict(), verdict);
    QCOMPARE(m_api->call("PATCH", path, business.token, "{\"status\":6}").status, 200);
}

void IdempotencyApiTest::statusIsRepeatedAsItIsNow()
{
    const TestBusiness &business = m_site->business();
    const QByteArray order = QByteArray::number(create("a", "1").data().value(QLatin1String("order_id")).toInteger());
    const QByteArray path = "/api/v1/business/orders/" + order + "/status";
    const Headers key{{"idempotency-key", "bump"}};
    const QByteArray kitchen = business.terminalTokens.at(Role::Kitchen);
    QCOMPARE(m_api->call("PATCH", path, kitchen, "{\"status\":2}", key).status, 200);
    QCOMPARE(m_api->call("PATCH", path, kitchen, "{\"status\":3}").status, 200);
    const auto rows = m_site->rowCount("order_status");
    const auto again = m_api->call("PATCH", path, kitchen, "{\"status\":2}", key);
    QCOMPARE(again.status, 200);
    QCOMPARE(m_site->rowCount("order_status"), rows);
    // What a terminal folds into its cache must not be older than what it has.
    QCOMPARE(again.data()
                 .value(QLatin1String("order"))
                 .toObject()
                 .value(QLatin1String("status"))
                 .toObject()
                 .value(QLatin1String("status"))
                 .toInt(),
             3);
}

QTEST_GUILESS_MAIN(IdempotencyApiTest)
#include "idempotencyapitest.moc"

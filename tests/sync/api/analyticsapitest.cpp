// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sync/api/officefixture.h"

using namespace oshaq;
using namespace oshaq::test;

/// GET admin/orders/analytics; what the figures are is analyticstest's.
class AnalyticsApiTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_office.stop(); }
    void answersWithEveryPart();
    void totalsAreExact();
    void amountsInMinorUnits();
    void ordersBehindAFigure();
    void ordersAreForManagers();
    void isForManagers();
    void refusesPeriods();
    void businessesSeeTheirOwn();

private:
    ApiAnswer get(const QByteArray &query = {}, const QByteArray &token = {})
    {
        return m_office.api->get("/api/v1/admin/orders/analytics" + query,
                                 token.isEmpty() ? m_office.manager() : token);
    }

    OfficeSite m_office;
};

void AnalyticsApiTest::init()
{
    QVERIFY2(m_office.start(), m_office.site ? qPrintable(m_office.site->problem()) : "no site");
    const qint64 apples = m_office.business().item("Apples");
    for (const char *quantity : {"0.25", "1.75", "3"})
        QVERIFY(m_office.move(m_office.place({}, {}, apples, quantity), {2, 3, 4, 6}));
    QVERIFY(m_office.move(m_office.place(), {7}, "Out of stock"));
    QVERIFY(m_office.place());
}

void AnalyticsApiTest::answersWithEveryPart()
{
    const auto answer = get();
    QVERIFY2(answer.status == 200, answer.body);
    const QJsonObject data = answer.data();
    QCOMPARE(data.value(QLatin1String("by_day")).toArray().size(), 30);
    QCOMPARE(data.value(QLatin1String("by_hour")).toArray().size(), 24);
    QCOMPARE(data.value(QLatin1String("by_weekday")).toArray().size(), 7);
    QCOMPARE(data.value(QLatin1String("by_week_hour")).toArray().size(), 7 * 24);
    QCOMPARE(data.value(QLatin1String("by_screen")).toArray().size(), 0);
    QVERIFY(data.value(QLatin1String("by_dish_time")).isArray());
    QCOMPARE(data.value(QLatin1String("painted")).toObject().value(QLatin1String("count")).toInt(-1), 0);
    QCOMPARE(data.value(QLatin1String("tax")).toInt(-1), 0);
    QCOMPARE(data.value(QLatin1String("by_fulfilment")).toArray().size(), 3);
    QCOMPARE(data.value(QLatin1String("by_item")).toArray().size(), 1);
    QCOMPARE(
        data.value(QLatin1String("by_category")).toArray().first().toObject().value(QLatin1String("name")).toString(),
        QStringLiteral("Fruit"));
    QCOMPARE(
        data.value(QLatin1String("by_channel")).toArray().first().toObject().value(QLatin1String("channel")).toString(),
        QStringLiteral("terminal"));
    const QJsonObject cancellation = data.value(QLatin1String("cancellations")).toArray().first().toObject();
    QCOMPARE(cancellation.value(QLatin1String("reason")).toString(), QStringLiteral("Out of stock"));
    QCOMPARE(cancellation.value(QLatin1String("total")).toDouble(), 12.95);
    QCOMPARE(data.value(QLatin1String("time_zone")).toString(), QStringLiteral("Asia/Almaty"));
}

void AnalyticsApiTest::totalsAreExact()
{
    const auto answer = get();
    const qint64 minor = m_office.number(
        QStringLiteral("SELECT sum(total_cost) FROM orders_cost JOIN orders USING (order_id) WHERE status = 6"));
    QCOMPARE(minor, 2000); // (0.25 + 1.75 + 3) x 4.00
    QVERIFY2(answer.body.contains("\"total\":{\"orders\":5,\"completed\":3,\"cancelled\":1,\"revenue\":20,"
                                  "\"average_check\":6.67}"),
             answer.body);
    QVERIFY2(answer.body.contains("\"quantity\":5,\"revenue\":20"), answer.body);
}

void AnalyticsApiTest::amountsInMinorUnits()
{
    const auto answer = m_office.api->get("/api/v2/admin/orders/analytics", m_office.manager());
    QVERIFY2(answer.body.contains("\"revenue\":{\"amount\":2000,\"currency\":\"KZT\"},"
                                  "\"average_check\":{\"amount\":667,\"currency\":\"KZT\"}"),
             answer.body);
}

void AnalyticsApiTest::ordersBehindAFigure()
{
    const auto all = get("/orders?limit=3");
    QVERIFY2(all.status == 200, all.body);
    QCOMPARE(orderIds(all), (QList<qint64>{5, 4, 3}));
    const QByteArray cursor = nextCursor(all);
    QVERIFY(!cursor.isEmpty());
    QCOMPARE(orderIds(get("/orders?limit=3&cursor=" + cursor)), (QList<qint64>{2, 1}));
    QCOMPARE(orderIds(get("/orders?status=6&item_id=" + QByteArray::number(m_office.business().item("Apples")))),
             (QList<qint64>{3, 2, 1}));
    QCOMPARE(orderIds(get("/orders?reason=Out%20of%20stock")), (QList<qint64>{4}));
    QCOMPARE(orderIds(get("/orders?channel=terminal")).size(), 5);
    QCOMPARE(orderIds(get("/orders?channel=guest")).size(), 0);
    QCOMPARE(orderIds(get("/orders?from=2026-01-10&to=2026-01-11")).size(), 0);
    QVERIFY(get("/orders").body.contains("\"next_cursor\":null"));
    for (const char *query : {"?weekday=0", "?weekday=8", "?hour=24", "?status=9", "?late=yes", "?limit=201",
                              "?fulfilment=drone", "?cursor=x", "?from=2026-01-20&to=2026-01-10"})
        QCOMPARE(get(QByteArray("/orders") + query).verdict(), QByteArray("422 VALIDATION_FAILED"));
}

void AnalyticsApiTest::ordersAreForManagers()
{
    QCOMPARE(get("/orders", m_office.owner()).status, 200);
    for (const QByteArray &token : {m_office.kitchen(), m_office.counter(), m_office.courier()})
        QCOMPARE(get("/orders", token).verdict(), QByteArray("403 FORBIDDEN"));
    const TestBusiness *other = m_office.site->addBusiness(QStringLiteral("Other"));
    QVERIFY(other);
    QCOMPARE(orderIds(get("/orders", other->token)).size(), 0);
}

void AnalyticsApiTest::isForManagers()
{
    QCOMPARE(get({}, m_office.owner()).status, 200);
    for (const QByteArray &token : {m_office.kitchen(), m_office.counter(), m_office.courier()})
        QCOMPARE(get({}, token).verdict(), QByteArray("403 FORBIDDEN"));
}

void AnalyticsApiTest::refusesPeriods()
{
    for (const char *query : {"?from=2026-02-30", "?from=yesterday", "?to=1", "?from=2026-01-20&to=2026-01-10",
                              "?from=2000-01-01&to=2026-01-01", "?from=2026-01-15T00:00:00Z"})
        QCOMPARE(get(query).verdict(), QByteArray("422 VALIDATION_FAILED"));
    const auto day = get("?from=2026-01-15&to=2026-01-15");
    QVERIFY2(day.status == 200, day.body);
    QCOMPARE(day.data().value(QLatin1String("total")).toObject().value(QLatin1String("orders")).toInt(), 5);
}

void AnalyticsApiTest::businessesSeeTheirOwn()
{
    const TestBusiness *other = m_office.site->addBusiness(QStringLiteral("Other"));
    QVERIFY(other);
    const auto answer = get({}, other->token);
    QCOMPARE(answer.data().value(QLatin1String("total")).toObject().value(QLatin1String("orders")).toInt(-1), 0);
}

QTEST_GUILESS_MAIN(AnalyticsApiTest)
#include "analyticsapitest.moc"

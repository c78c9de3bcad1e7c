// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sync/api/officefixture.h"

using namespace oshaq;
using namespace oshaq::test;

/// Many statuses at once: each by itself, or all or nothing.
class BulkStatusApiTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QVERIFY2(m_office.start(), m_office.site ? qPrintable(m_office.site->problem()) : "no site"); }
    void cleanup() { m_office.stop(); }
    void eachByItself();
    void allOrNothing();
    void atMostTwoHundred();
    void rolesKeepTheirLimits();
    void otherBusinessesOrdersDoNotExist();
    void sentAgainUnderOneKey();
    void oneKeyIsForOneBody();
    void theJournalNamesEveryOrder();

private:
    ApiAnswer bulk(const QByteArray &orders, bool allOrNothing = false, const QByteArray &key = {},
                   const QByteArray &token = {})
    {
        Headers headers;
        if (!key.isEmpty())
            headers.append({"idempotency-key", key});
        return m_office.api->call(
            "POST", "/api/v1/business/orders/bulk/status", token.isEmpty() ? m_office.owner() : token,
            "{\"orders\":[" + orders + "],\"all_or_nothing\":" + (allOrNothing ? "true" : "false") + "}", headers);
    }
    static QByteArray one(qint64 id, int status, const QByteArray &more = {})
    {
        return "{\"order_id\":" + QByteArray::number(id) + ",\"status\":" + QByteArray::number(status) + more + "}";
    }
    int statusOf(qint64 id)
    {
        return int(m_office.number(QStringLiteral("SELECT status FROM orders WHERE order_id = ?"), {id}));
    }
    static QString codeOf(const ApiAnswer &answer, int index)
    {
        return answer.data()
            .value(QLatin1String("results"))
            .toArray()[index]
            .toObject()
            .value(QLatin1String("error"))
            .toObject()
            .value(QLatin1String("code"))
            .toString();
    }

    OfficeSite m_office;
};

void BulkStatusApiTest::eachByItself()
{
    const qint64 first = m_office.place();
    const qint64 second = m_office.place();
    const qint64 third = m_office.place();
    const auto answer = bulk(one(first, 2) + ',' + one(second, 6) + ',' + one(999'999, 2) + ',' +
                             one(third, 7, ",\"reason\":\"Out of stock\"") + ',' + one(first, 3, ",\"from\":1"));
    QVERIFY2(answer.status == 200, answer.body);
    const QJsonArray results = answer.data().value(QLatin1String("results")).toArray();
    QCOMPARE(results.size(), 5);
    QCOMPARE(results[0].toObject().value(QLatin1String("ok")).toBool(), true);
    QCOMPARE(results[0].toObject().value(QLatin1String("new_status")).toObject().value(QLatin1String("status")).toInt(),
             2);
    QCOMPARE(codeOf(answer, 1), QStringLiteral("ORDER_TRANSITION_NOT_ALLOWED"));
    QCOMPARE(codeOf(answer, 2), QStringLiteral("NOT_FOUND"));
    QCOMPARE(codeOf(answer, 3), QString());
    QCOMPARE(codeOf(answer, 4), QStringLiteral("ORDER_STATUS_CHANGED"));
    QCOMPARE(answer.data().value(QLatin1String("succeeded")).toInt(), 2);
    QCOMPARE(answer.data().value(QLatin1String("failed")).toInt(), 3);
    QCOMPARE(statusOf(first), 2);
    QCOMPARE(statusOf(second), 1);
    QCOMPARE(statusOf(third), 7);
}

void BulkStatusApiTest::allOrNothing()
{
    const qint64 first = m_office.place();
    const qint64 second = m_office.place();
    const auto before = m_office.site->allRowCounts();
    const auto refused = bulk(one(first, 2) + ',' + one(second, 6) + ',' + one(999'999, 2), true);
    QCOMPARE(refused.verdict(), QByteArray("409 ORDER_TRANSITION_NOT_ALLOWED"));
    const QJsonArray details =
        refused.json.value(QLatin1String("error")).toObject().value(QLatin1String("details")).toArray();
    QCOMPARE(details.size(), 2);
    QCOMPARE(details[0].toObject().value(QLatin1String("path")).toString(), QStringLiteral("orders[1]"));
    QCOMPARE(details[1].toObject().value(QLatin1String("path")).toString(), QStringLiteral("orders[2]"));
    QCOMPARE(statusOf(first), 1);
    QVERIFY(m_office.site->allRowCounts() == before);

    const auto done = bulk(one(first, 2) + ',' + one(second, 3), true);
    QVERIFY2(done.status == 200, done.body);
    QCOMPARE(done.data().value(QLatin1String("succeeded")).toInt(), 2);
    QCOMPARE(statusOf(first), 2);
    QCOMPARE(statusOf(second), 3);
}

void BulkStatusApiTest::atMostTwoHundred()
{
    const qint64 id = m_office.place();
    QByteArray orders;
    for (int i = 0; i < 200; ++i)
        orders += (i == 0 ? "" : ",") + one(i == 0 ? id : 1'000'000 + i, 2);
    const auto answer = bulk(orders);
    QVERIFY2(answer.status == 200, answer.body.left(300));
    QCOMPARE(answer.data().value(QLatin1String("succeeded")).toInt(), 1);
    QCOMPARE(answer.data().value(QLatin1String("failed")).toInt(), 199);
    QCOMPARE(bulk(orders + ',' + one(id, 3)).verdict(), QByteArray("422 VALIDATION_FAILED"));
    QCOMPARE(bulk({}).verdict(), QByteArray("422 VALIDATION_FAILED"));
}

void BulkStatusApiTest::rolesKeepTheirLimits()
{
    const qint64 id = m_office.place();
    QVERIFY(m_office.move(id, {2, 3}));
    const QByteArray cancel = one(id, 7, ",\"reason\":\"Nobody came\"");
    const auto refused = bulk(cancel, false, {}, m_office.kitchen());
    QCOMPARE(refused.status, 200);
    QCOMPARE(codeOf(refused, 0).isEmpty(), false);
    QCOMPARE(statusOf(id), 3);
    QCOMPARE(bulk(cancel, true, {}, m_office.manager()).status, 200);
    QCOMPARE(statusOf(id), 7);
    QCOMPARE(bulk(cancel, false, {}, m_office.business().guestToken).verdict(), QByteArray("403 FORBIDDEN"));
}

void BulkStatusApiTest::otherBusinessesOrdersDoNotExist()
{
    const qint64 id = m_office.place();
    const TestBusiness *other = m_office.site->addBusiness(QStringLiteral("Other"));
    QVERIFY(other);
    QCOMPARE(codeOf(bulk(one(id, 2), false, {}, other->token), 0), QStringLiteral("NOT_FOUND"));
    QCOMPARE(bulk(one(id, 2), true, {}, other->token).verdict(), QByteArray("404 NOT_FOUND"));
    QCOMPARE(statusOf(id), 1);
}

void BulkStatusApiTest::sentAgainUnderOneKey()
{
    const qint64 first = m_office.place();
    const qint64 second = m_office.place();
    for (const bool allOrNothing : {false, true}) {
        const QByteArray orders = one(first, allOrNothing ? 3 : 2) + ',' + one(second, allOrNothing ? 3 : 2);
        const QByteArray key = allOrNothing ? "all" : "each";
        const auto done = bulk(orders, allOrNothing, key);
        QVERIFY2(done.status == 200, done.body);
        const qint64 rows = m_office.site->rowCount("journal");
        const auto again = bulk(orders, allOrNothing, key);
        QCOMPARE(again.status, 200);
        QCOMPARE(again.body, done.body);
        QCOMPARE(m_office.site->rowCount("journal"), rows);
    }
    // A refusal stays a refusal under its key, although the same change would be taken now.
    const auto refused = bulk(one(first, 6), false, "early");
    QCOMPARE(codeOf(refused, 0), QStringLiteral("ORDER_TRANSITION_NOT_ALLOWED"));
    QVERIFY(m_office.move(first, {4}));
    QCOMPARE(codeOf(bulk(one(first, 6), false, "early"), 0), QStringLiteral("ORDER_TRANSITION_NOT_ALLOWED"));
    QCOMPARE(statusOf(first), 4);
}

void BulkStatusApiTest::oneKeyIsForOneBody()
{
    const qint64 first = m_office.place();
    const qint64 second = m_office.place();
    QCOMPARE(bulk(one(first, 2), false, "key").status, 200);
    // Longer than the first body: none of its orders may be touched, also not those behind the first one's.
    QCOMPARE(bulk(one(first, 3) + ',' + one(second, 3), false, "key").verdict(),
             QByteArray("409 IDEMPOTENCY_KEY_REUSED"));
    QCOMPARE(statusOf(first), 2);
    QCOMPARE(statusOf(second), 1);
}

void BulkStatusApiTest::theJournalNamesEveryOrder()
{
    const qint64 first = m_office.place();
    const qint64 second = m_office.place();
    QCOMPARE(bulk(one(first, 2) + ',' + one(second, 2)).status, 200);
    QCOMPARE(m_office.number(QStringLiteral("SELECT count(*) FROM journal WHERE type = 'order.status'"
                                            " AND entity_id IN (?, ?)"),
                             {first, second}),
             2);
}

QTEST_GUILESS_MAIN(BulkStatusApiTest)
#include "bulkstatusapitest.moc"

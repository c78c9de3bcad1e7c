// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/ratelimiter.h"
#include "sync/server/accesslog.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace oshaq;

class RateLimiterTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesBurstThenRate();
    void saysHowLongToWait();
    void keepsKeysApart();
    void boundsItsMemory();
    void clockGoingBackGivesNothing();
    void logLineIsJson();
    void logLineHidesTokens_data();
    void logLineHidesTokens();
};

void RateLimiterTest::givesBurstThenRate()
{
    RateLimiter limiter(10, 5);
    for (int i = 0; i < 5; ++i)
        QCOMPARE(limiter.take("a", 1000).waitMs, 0);
    QVERIFY(limiter.take("a", 1000).waitMs > 0);
    // Ten a second: one more after 100 ms, and not two.
    QCOMPARE(limiter.take("a", 1100).waitMs, 0);
    QVERIFY(limiter.take("a", 1100).waitMs > 0);
    // However long it rests, it saves up no more than the burst.
    int granted = 0;
    while (limiter.take("a", 1'000'000).waitMs == 0)
        ++granted;
    QCOMPARE(granted, 5);
}

void RateLimiterTest::saysHowLongToWait()
{
    RateLimiter limiter(2, 1);
    QCOMPARE(limiter.take("a", 0).waitMs, 0);
    const qint64 wait = limiter.take("a", 0).waitMs;
    QCOMPARE(wait, 500);
    QVERIFY(limiter.take("a", wait - 1).waitMs > 0);
    QCOMPARE(limiter.take("a", wait + 1).waitMs, 0);
}

void RateLimiterTest::keepsKeysApart()
{
    RateLimiter limiter(1, 1);
    QCOMPARE(limiter.take("a", 0).waitMs, 0);
    QCOMPARE(limiter.take("b", 0).waitMs, 0);
    QVERIFY(limiter.take("a", 0).waitMs > 0);
}

void RateLimiterTest::boundsItsMemory()
{
    RateLimiter limiter(1, 2, 100);
    for (int i = 0; i < 1000; ++i)
        QVERIFY(limiter.take("key" + QByteArray::number(i), 0).waitMs == 0 || i >= 100);
    QVERIFY(limiter.keyCount() <= 101);
    // Old keys are not forgotten while they owe something: their limit still holds.
    QCOMPARE(limiter.take("key0", 0).waitMs, 0);
    QVERIFY(limiter.take("key0", 0).waitMs > 0);
    // Rested ones make room.
    QCOMPARE(limiter.take("fresh", 100'000).waitMs, 0);
    QVERIFY(limiter.keyCount() <= 2);
}

void RateLimiterTest::clockGoingBackGivesNothing()
{
    RateLimiter limiter(10, 1);
    QCOMPARE(limiter.take("a", 5000).waitMs, 0);
    QVERIFY(limiter.take("a", 4000).waitMs > 0);
}

void RateLimiterTest::logLineIsJson()
{
    AccessRecord record;
    record.atMs = 1'768'473'000'123;
    record.requestId = "abc-1";
    record.method = "PATCH";
    record.route = "/api/v1/business/orders/{id}/status";
    record.path = "/api/business/orders/123/status";
    record.status = 409;
    record.ms = 1.25;
    record.bytesIn = 12;
    record.bytesOut = 345;
    record.address = "127.0.0.1";
    record.principal = QStringLiteral("terminal:3");
    record.errorCode = "ORDER_TRANSITION_NOT_ALLOWED";
    const QByteArray line = accessLogLine(record);
    QVERIFY(!line.contains('\n'));
    const QJsonObject json = QJsonDocument::fromJson(line).object();
    QCOMPARE(json.value(QLatin1String("time")).toString(), QStringLiteral("2026-01-15T10:30:00.123Z"));
    QCOMPARE(json.value(QLatin1String("request_id")).toString(), QStringLiteral("abc-1"));
    QCOMPARE(json.value(QLatin1String("method")).toString(), QStringLiteral("PATCH"));
    QCOMPARE(json.value(QLatin1String("route")).toString(), QStringLiteral("/api/v1/business/orders/{id}/status"));
    QCOMPARE(json.value(QLatin1String("path")).toString(), QStringLiteral("/api/business/orders/123/status"));
    QCOMPARE(json.value(QLatin1String("status")).toInt(), 409);
    QCOMPARE(json.value(QLatin1String("ms")).toDouble(), 1.25);
    QCOMPARE(json.value(QLatin1String("bytes_in")).toInt(), 12);
    QCOMPARE(json.value(QLatin1String("bytes_out")).toInt(), 345);
    QCOMPARE(json.value(QLatin1String("principal")).toString(), QStringLiteral("terminal:3"));
    QCOMPARE(json.value(QLatin1String("error")).toString(), QStringLiteral("ORDER_TRANSITION_NOT_ALLOWED"));
    QVERIFY(!json.contains(QLatin1String("trace_id")));

    record.path = "/\r\n\"\\\xff" + QByteArray(1000, 'x');
    const QByteArray hostile = accessLogLine(record);
    QVERIFY(!hostile.contains('\n'));
    QVERIFY(hostile.size() < 1000);
    QVERIFY(QJsonDocument::fromJson(hostile).isObject());
}

void RateLimiterTest::logLineHidesTokens_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("masked");
    const QByteArray token = "Zm9vYmFyZm9vYmFyZm9vYmFyZm9vYmFyZm9vYmFy-_9";
    QTest::newRow("business") << "/x/obt_" + token + "/y" << QByteArray("/x/obt_***/y");
    QTest::newRow("terminal") << "ott_" + token << QByteArray("ott_***");
    QTest::newRow("guest, twice") << "ogt_" + token + ",ogt_" + token << QByteArray("ogt_***,ogt_***");
    QTest::newRow("a word is no token") << QByteArray("/plott_twist") << QByteArray("/plott_twist");
    QTest::newRow("nothing") << QByteArray("/api/v1/menu") << QByteArray("/api/v1/menu");
}

void RateLimiterTest::logLineHidesTokens()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, masked);
    QCOMPARE(maskTokens(text), masked);
}

QTEST_APPLESS_MAIN(RateLimiterTest)
#include "ratelimitertest.moc"

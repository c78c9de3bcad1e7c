// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/runtime/tracer.h"

#include <QTest>

using namespace oshaq;

namespace {

constexpr auto given = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

TraceSpan spanNamed(const QByteArray &name)
{
    TraceSpan span;
    span.name = name;
    return span;
}

} // namespace

class TracerTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void traceparents_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("good");
        const QByteArray text = given;
        QTest::newRow("good") << text << true;
        QTest::newRow("not sampled") << text.left(53) + "00" << true;
        QTest::newRow("empty") << QByteArray() << false;
        QTest::newRow("upper case") << text.toUpper() << false;
        QTest::newRow("version ff") << "ff" + text.mid(2) << false;
        QTest::newRow("zero trace") << "00-" + QByteArray(32, '0') + text.mid(35) << false;
        QTest::newRow("zero span") << text.left(36) + QByteArray(16, '0') + "-01" << false;
        QTest::newRow("short") << text.left(54) << false;
        QTest::newRow("long for version 00") << text + "-x" << false;
        QTest::newRow("a later version with more") << "01" + text.mid(2) + "-more" << true;
        QTest::newRow("a later version, glued") << "01" + text.mid(2) + "more" << false;
        QTest::newRow("no hex") << QByteArray(text).replace("4bf9", "4bg9") << false;
        QTest::newRow("other marks") << QByteArray(text).replace('-', '_') << false;
    }

    void traceparents()
    {
        QFETCH(QByteArray, text);
        QTEST(TraceContext::fromTraceparent(text).has_value(), "good");
    }

    void goesOnInTheSameTrace()
    {
        const auto parent = TraceContext::fromTraceparent(given);
        QVERIFY(parent);
        QVERIFY(parent->sampled);
        QCOMPARE(parent->traceparent(), QByteArray(given));
        Tracer tracer;
        const TraceContext mine = tracer.begin(parent);
        QCOMPARE(mine.traceId, parent->traceId);
        QVERIFY(mine.spanId != parent->spanId);
        QVERIFY(TraceContext::fromTraceparent(mine.traceparent()));
        // Who asks decides whether it is looked at.
        const auto unsampled = TraceContext::fromTraceparent(QByteArray(given).left(53) + "00");
        QVERIFY(!tracer.begin(unsampled).sampled);
    }

    void samples()
    {
        Tracer none({.samplePercent = 0});
        QVERIFY(!none.begin({}).sampled);
        Tracer all({.samplePercent = 100});
        const TraceContext first = all.begin({});
        QVERIFY(first.sampled);
        QVERIFY(first.traceId != all.begin({}).traceId);
    }

    void dropsRatherThanWaits()
    {
        Tracer tracer({.maxQueue = 3});
        for (int i = 0; i < 5; ++i)
            tracer.add(spanNamed(QByteArray::number(i)));
        QCOMPARE(tracer.counts().dropped, quint64(2));
        QCOMPARE(tracer.counts().waiting, std::size_t(3));
        const auto first = tracer.take(2, 0);
        QCOMPARE(first.size(), std::size_t(2));
        QCOMPARE(first[0].name, QByteArray("0"));
        QCOMPARE(tracer.take(10, 0).size(), std::size_t(1));
        QVERIFY(tracer.take(10, 0).empty());
        tracer.noteLost(2);
        QCOMPARE(tracer.counts().taken, quint64(1));
        QCOMPARE(tracer.counts().dropped, quint64(4));
        tracer.stop();
        tracer.add(spanNamed("late"));
        QVERIFY(tracer.take(10, 60'000).empty());
    }

    void followsOrdersWithinBounds()
    {
        Tracer tracer({.maxOrders = 2});
        const TraceContext one = tracer.begin({});
        tracer.follow(1, one, 0);
        tracer.follow(2, tracer.begin({}), 0);
        tracer.follow(1, one, 77);
        QCOMPARE(tracer.followed(1)->committedUs, qint64(77));
        tracer.follow(3, tracer.begin({}), 0);
        QVERIFY(!tracer.followed(1)); // the oldest
        QVERIFY(tracer.followed(2));
        QVERIFY(tracer.followed(3));
        TraceContext unsampled = one;
        unsampled.sampled = false;
        tracer.follow(4, unsampled, 0);
        QVERIFY(!tracer.followed(4));
    }
};

QTEST_GUILESS_MAIN(TracerTest)
#include "tracertest.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/terminal/worklist.h"

#include <QSignalSpy>
#include <QTest>

using namespace oshaq;

/// What is under way, and what came of it.
class WorkListTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void newestStandsFirst();
    void tellsOnceATurn();
    void endsOnce();
    void stopsOnlyWhatRuns();
    void maySwallowACancelThatIsNone();
    void dismissesOnlyWhatIsOver();
    void keepsTheLastTwenty();
    void runningOnesAreNeverForgotten();

private:
    static quint64 begin(WorkList &works, const QString &subject = {}, std::function<void()> cancel = {})
    {
        return works.begin(Work::Kind::OrderExport, subject, 1000, std::move(cancel));
    }
};

void WorkListTest::newestStandsFirst()
{
    WorkList works;
    const quint64 first = begin(works, QStringLiteral("a"));
    const quint64 second = begin(works, QStringLiteral("b"));
    QVERIFY(first != 0);
    QVERIFY(second != first);
    QCOMPARE(works.works().size(), std::size_t(2));
    QCOMPARE(works.works().front().id, second);
    QCOMPARE(works.works().front().startedAtMs, 1000);
    QCOMPARE(works.running(), 2);
    works.progress(first, 3, 10);
    QCOMPARE(works.work(first)->done, 3);
    QCOMPARE(works.work(first)->total, 10);
    QVERIFY(!works.work(77));
}

void WorkListTest::tellsOnceATurn()
{
    WorkList works;
    QSignalSpy changed(&works, &WorkList::changed);
    const quint64 id = begin(works);
    for (int i = 0; i < 100; ++i)
        works.progress(id, i, 100);
    QCOMPARE(changed.size(), 0);
    QTRY_COMPARE(changed.size(), 1);
    works.progress(id, 100, 100);
    QTRY_COMPARE(changed.size(), 2);
}

void WorkListTest::endsOnce()
{
    WorkList works;
    QSignalSpy finished(&works, &WorkList::finished);
    const quint64 id = begin(works);
    works.finish(id, QStringLiteral("/tmp/a.csv"));
    works.fail(id, {PortFailure::Kind::Broken, {}, {}, {}});
    works.progress(id, 5, 5);
    works.finish(id, QStringLiteral("/tmp/b.csv"));
    QCOMPARE(finished.size(), 1);
    QCOMPARE(finished.first().first().toULongLong(), id);
    QCOMPARE(works.work(id)->state, Work::State::Done);
    QCOMPARE(works.work(id)->file, QStringLiteral("/tmp/a.csv"));
    QCOMPARE(works.work(id)->done, 0);
    const quint64 other = begin(works);
    works.fail(other, {PortFailure::Kind::Refused, QStringLiteral("NOT_FOUND"), {}, {}});
    QCOMPARE(finished.size(), 2);
    QCOMPARE(works.work(other)->failure.errorCode, QStringLiteral("NOT_FOUND"));
    QCOMPARE(works.running(), 0);
}

void WorkListTest::stopsOnlyWhatRuns()
{
    WorkList works;
    QSignalSpy finished(&works, &WorkList::finished);
    int stopped = 0;
    quint64 id = 0;
    id = begin(works, {}, [&] {
        ++stopped;
        // Whoever stops may say so in its own words; the person's word came first.
        works.fail(id, {PortFailure::Kind::Unreachable, {}, {}, {}});
    });
    works.cancel(id);
    works.cancel(id);
    QCOMPARE(stopped, 1);
    QCOMPARE(works.work(id)->state, Work::State::Cancelled);
    QCOMPARE(finished.size(), 0);
    const quint64 over = begin(works, {}, [&] { ++stopped; });
    works.finish(over);
    works.cancel(over);
    QCOMPARE(stopped, 1);
    QCOMPARE(works.work(over)->state, Work::State::Done);
}

void WorkListTest::maySwallowACancelThatIsNone()
{
    WorkList works;
    const quint64 id = begin(works);
    works.cancel(id);
    works.cancel(12345);
    QCOMPARE(works.work(id)->state, Work::State::Cancelled);
}

void WorkListTest::dismissesOnlyWhatIsOver()
{
    WorkList works;
    const quint64 id = begin(works);
    works.dismiss(id);
    QCOMPARE(works.works().size(), std::size_t(1));
    works.finish(id);
    works.dismiss(id);
    QVERIFY(works.works().empty());
}

void WorkListTest::keepsTheLastTwenty()
{
    WorkList works;
    std::vector<quint64> ids;
    for (int i = 0; i < 25; ++i) {
        ids.push_back(begin(works));
        works.finish(ids.back());
    }
    QCOMPARE(works.works().size(), std::size_t(20));
    QCOMPARE(works.works().front().id, ids.back());
    QCOMPARE(works.works().back().id, ids[5]);
}

void WorkListTest::runningOnesAreNeverForgotten()
{
    WorkList works;
    const quint64 old = begin(works);
    for (int i = 0; i < 25; ++i)
        works.finish(begin(works));
    QCOMPARE(works.works().size(), std::size_t(21));
    QCOMPARE(works.works().back().id, old);
    QCOMPARE(works.running(), 1);
}

QTEST_GUILESS_MAIN(WorkListTest)
#include "worklisttest.moc"

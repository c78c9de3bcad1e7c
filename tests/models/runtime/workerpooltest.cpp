// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/runtime/workerpool.h"

#include <QSemaphore>
#include <QTest>

using namespace oshaq;

/// How much may wait for workers.
class WorkerPoolTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesWhatDoesNotFit();
    void letsQuickTasksWait_data();
    void letsQuickTasksWait();
};

namespace {

/// A task that takes its worker until it is let go.
class Blocker
{
public:
    explicit Blocker(WorkerPool &pool)
    {
        QVERIFY(pool.post([this](int) {
            m_begun.release();
            m_release.acquire();
        }));
        m_begun.acquire();
    }
    void letGo() { m_release.release(); }

private:
    QSemaphore m_begun;
    QSemaphore m_release;
};

int postUntilRefused(WorkerPool &pool, QSemaphore *ran)
{
    int taken = 0;
    while (taken < 10'000 && pool.post([ran](int) { ran->release(); }))
        ++taken;
    return taken;
}

} // namespace

void WorkerPoolTest::refusesWhatDoesNotFit()
{
    WorkerPool pool(1, {3});
    Blocker blocker(pool);
    QSemaphore ran;
    QCOMPARE(postUntilRefused(pool, &ran), 3);
    QCOMPARE(pool.waiting(), 3);
    blocker.letGo();
    ran.acquire(3);
    QVERIFY(pool.post([&ran](int) { ran.release(); }));
    ran.acquire();
}

void WorkerPoolTest::letsQuickTasksWait_data()
{
    QTest::addColumn<qint64>("waitMs");
    QTest::addColumn<int>("taken");
    QTest::newRow("quick") << qint64{86'400'000} << 50;
    QTest::newRow("whatever takes longer than nothing is slow") << qint64{0} << 3;
}

void WorkerPoolTest::letsQuickTasksWait()
{
    QFETCH(qint64, waitMs);
    QFETCH(int, taken);
    WorkerPool pool(1, {3, 50, std::chrono::milliseconds(waitMs)});
    QSemaphore ran;
    for (int i = 0; i < 20; ++i) {
        QVERIFY(pool.post([&ran](int) { ran.release(); }));
        ran.acquire();
    }
    Blocker blocker(pool);
    QCOMPARE(postUntilRefused(pool, &ran), taken);
    blocker.letGo();
    ran.acquire(taken);
}

QTEST_GUILESS_MAIN(WorkerPoolTest)
#include "workerpooltest.moc"

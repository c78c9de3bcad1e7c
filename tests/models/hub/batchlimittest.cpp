// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/batchlimit.h"

#include <QTest>

#include <algorithm>

using namespace oshaq;

namespace {

constexpr int most = 256;

BatchLimit afterCheapSync(std::size_t taken, std::size_t waiting)
{
    BatchLimit limit(most);
    limit.ended(taken, waiting, 400);
    return limit;
}

} // namespace

class BatchLimitTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesAllUntilItKnows() { QCOMPARE(BatchLimit(most).now(0, 64), most); }

    void leavesAlmostHalfForTheNext()
    {
        QCOMPARE(afterCheapSync(64, 0).now(0, 1), 40);
        QCOMPARE(afterCheapSync(40, 24).now(0, 24), 40);
    }

    void fewAreTakenAtOnce()
    {
        QCOMPARE(afterCheapSync(16, 0).now(0, 16), most);
        QCOMPARE(afterCheapSync(17, 0).now(0, 1), 10);
    }

    /// More come than there were.
    void aRushCounts()
    {
        QCOMPARE(afterCheapSync(1, 0).now(0, 100), 62);
        QCOMPARE(afterCheapSync(1, 0).now(40, 60), 62);
        QCOMPARE(afterCheapSync(64, 0).now(0, 10'000), most);
    }

    /// Where a sync takes longer than they are answered, sharing it counts for more than overlapping.
    void takesAllWhereSyncsAreDear()
    {
        BatchLimit limit(most);
        limit.ended(64, 0, 4000);
        QCOMPARE(limit.now(0, 64), most);
        QCOMPARE(limit.now(0, 240), 150);
        // One is no rule, some are.
        limit.ended(64, 0, 400);
        QCOMPARE(limit.now(0, 64), most);
        for (int i = 0; i < 4; ++i)
            limit.ended(64, 0, 400);
        QCOMPARE(limit.now(0, 64), 40);
    }

    /// 64 clients that come back as soon as they are answered: of lockstep comes turn and turn about.
    void twoHalvesTakeTurns()
    {
        BatchLimit limit(most);
        std::size_t waiting = 64;
        std::size_t largest = 0;
        for (int turn = 0; turn < 10; ++turn) {
            // Those of the batch before come while this one runs.
            const std::size_t others = 64 - waiting;
            const std::size_t taken = std::min(std::size_t(limit.now(waiting, others)), std::size_t(64));
            waiting = 64 - taken;
            limit.ended(taken, waiting, 700);
            if (turn > 0)
                largest = std::max(largest, taken);
        }
        QCOMPARE(largest, std::size_t(40));
        QCOMPARE(waiting, std::size_t(24));
    }
};

QTEST_APPLESS_MAIN(BatchLimitTest)
#include "batchlimittest.moc"

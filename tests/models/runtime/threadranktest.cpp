// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/runtime/threadrank.h"

#include <QTest>

#include <thread>

#include <sys/resource.h>
#include <unistd.h>

using namespace oshaq;

/// Threads go one behind the other, each for itself.
class ThreadRankTest final : public QObject
{
    Q_OBJECT

private:
    static int niceness() { return ::getpriority(PRIO_PROCESS, id_t(::gettid())); }
    static int nicenessAs(ThreadRank rank)
    {
        int found = 0;
        std::thread([&found, rank] {
            setThreadRank(rank);
            found = niceness();
        }).join();
        return found;
    }

private Q_SLOTS:
    void eachIsBehindTheProgram()
    {
        // Linux knows no more than 19: whoever runs this test behind everybody else sees ranks meet there.
        constexpr int last = 19;
        const int program = niceness();
        const int serving = nicenessAs(ThreadRank::Serving);
        const int background = nicenessAs(ThreadRank::Background);
        QVERIFY(serving > program || program == last);
        QVERIFY(background > serving || serving == last);
        QVERIFY(serving <= last && background <= last);
        QCOMPARE(niceness(), program);
    }
};

QTEST_GUILESS_MAIN(ThreadRankTest)
#include "threadranktest.moc"

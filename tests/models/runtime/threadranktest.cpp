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
        const int program = niceness();
        if (program > 5)
            QSKIP("this test runs itself behind everybody else");
        QVERIFY(nicenessAs(ThreadRank::Serving) > program);
        QVERIFY(nicenessAs(ThreadRank::Background) > nicenessAs(ThreadRank::Serving));
        QCOMPARE(niceness(), program);
    }
};

QTEST_GUILESS_MAIN(ThreadRankTest)
#include "threadranktest.moc"

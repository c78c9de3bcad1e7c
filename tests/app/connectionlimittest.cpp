// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/sitehub.h"

#include <QTest>

#include <limits>

using namespace oshaq;

class ConnectionLimitTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void connectionsLeaveTheRecordItsFiles_data()
    {
        QTest::addColumn<quint64>("openFiles");
        QTest::addColumn<int>("threads");
        QTest::addColumn<int>("wanted");
        QTest::addColumn<int>("expected");
        QTest::newRow("plenty") << quint64{65'536} << 2 << 4096 << 4096;
        QTest::newRow("no limit") << std::numeric_limits<quint64>::max() << 2 << 4096 << 4096;
        QTest::newRow("the usual soft limit") << quint64{1024} << 2 << 4096 << 448;
        QTest::newRow("fewer are wanted anyway") << quint64{1024} << 2 << 10 << 10;
        QTest::newRow("hardly any") << quint64{128} << 2 << 4096 << 32;
        QTest::newRow("more threads than files") << quint64{8} << 64 << 4096 << 1;
    }
    void connectionsLeaveTheRecordItsFiles()
    {
        QFETCH(quint64, openFiles);
        QFETCH(int, threads);
        QFETCH(int, wanted);
        QTEST(connectionsWithin(openFiles, threads, wanted), "expected");
    }

    void withoutANumberOfThreadsThereIsOneForEachCore()
    {
        QCOMPARE(connectionsWithin(1024, 0, 4096), connectionsWithin(1024, QThread::idealThreadCount(), 4096));
    }
};

QTEST_GUILESS_MAIN(ConnectionLimitTest)
#include "connectionlimittest.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// The drill as the desktop runs it: a short one for real, its phases and its sheet; and what is no sheet.
#include "app/desktop/drillrunner.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace oshaq;

class DrillRunnerTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aShortDrillGivesASheetThatStays()
    {
        QTemporaryDir directory;
        DrillRunner runner(QStringLiteral(OSHAQ_BIN_DIR), directory.path());
        QVERIFY(runner.isInstalled());
        QVERIFY(!runner.last());
        runner.setSize({1, 4, 4});
        runner.startFor(4'000);
        QCOMPARE(runner.progress().phase, DrillProgress::Phase::SettingUp);
        QTRY_COMPARE_WITH_TIMEOUT(runner.progress().phase, DrillProgress::Phase::Hurting, 120'000);
        runner.startFor(4'000); // one runs: nothing happens
        QTRY_COMPARE_WITH_TIMEOUT(runner.progress().phase, DrillProgress::Phase::None, 240'000);
        QCOMPARE(runner.problem(), QString());
        QVERIFY(runner.last());
        QVERIFY2(runner.last()->passed, qPrintable(runner.last()->problems.join(u'\n')));
        QVERIFY(runner.last()->ordersAcknowledged > 0);
        const DrillRunner later(QStringLiteral(OSHAQ_BIN_DIR), directory.path());
        QCOMPARE(later.last(), runner.last());
    }
    void aProgramThatIsNotThereIsAProblemAndNoSheet()
    {
        QTemporaryDir directory;
        DrillRunner runner(directory.path(), directory.path());
        QVERIFY(!runner.isInstalled());
        runner.startFor(1'000);
        QTRY_COMPARE(runner.progress().phase, DrillProgress::Phase::None);
        QVERIFY(!runner.problem().isEmpty());
        QVERIFY(!runner.last());
    }
    void sheetsAreReadByRoleAndKind()
    {
        const auto sheet = readDrillSheet(R"({"passed":false,"faults_ms":5000,"terminals":2,"phones":4,"standby":true,
            "quiet_after_ms":-1,"not_quiet":"terminal1 is offline","orders_acknowledged":9,"orders_late":1,"lost_orders":1,"doubled":0,
            "commands_confirmed":20,"lost_commands":0,
            "faults":[{"kind":"cut","node":"terminal1","lasted_ms":1000,"recovered_ms":300},
                      {"kind":"cut","node":"terminal12","lasted_ms":2000,"recovered_ms":-1},
                      {"kind":"kill","node":"hub","lasted_ms":1500,"recovered_ms":700}],
            "findings":[{"kind":"lost_orders","where":"phones1","what":"A-1"},{"kind":"unprinted","where":"hub","what":"A-2"}],
            "problems":["hub ended by itself"]})");
        QVERIFY(sheet);
        QVERIFY(!sheet->passed && sheet->standby);
        QCOMPARE(sheet->ordersLost, 1);
        QCOMPARE(sheet->otherFindings, 1);
        QCOMPARE(sheet->problems, (QStringList{QStringLiteral("phones1: A-1"), QStringLiteral("hub: A-2"),
                                               QStringLiteral("hub ended by itself")}));
        QCOMPARE(sheet->faults,
                 (std::vector<DrillFaults>{{QStringLiteral("hub"), QStringLiteral("kill"), 1, 1500, 700, 0},
                                           {QStringLiteral("terminal"), QStringLiteral("cut"), 2, 3000, 300, 1}}));
    }
    void whatIsNoSheetIsNone_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("cut off") << QByteArray(R"({"passed":true,"faults":[)");
        QTest::newRow("something else") << QByteArray(R"({"faults":7})");
        QTest::newRow("a list") << QByteArray("[]");
    }
    void whatIsNoSheetIsNone()
    {
        QFETCH(QByteArray, bytes);
        QVERIFY(!readDrillSheet(bytes));
    }
};

QTEST_GUILESS_MAIN(DrillRunnerTest)
#include "drillrunnertest.moc"

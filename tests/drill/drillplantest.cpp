// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/drill/drillsheet.h"
#include "app/drill/faultplan.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTest>

using namespace oshaq::drill;

namespace {

FaultPlanOptions site(quint32 seed, qint64 durationMs)
{
    FaultPlanOptions options;
    options.seed = seed;
    options.durationMs = durationMs;
    options.everyMs = 3'000;
    options.roles = {{QStringLiteral("hub")},
                     {QStringLiteral("terminal1"), QStringLiteral("terminal2")},
                     {QStringLiteral("phones1"), QStringLiteral("phones2")}};
    return options;
}

DoneFault done(const char *node, Fault::Kind kind, qint64 beganMs, qint64 endedMs)
{
    DoneFault fault;
    fault.fault.kind = kind;
    fault.fault.node = QString::fromLatin1(node);
    fault.beganMs = beganMs;
    fault.endedMs = endedMs;
    return fault;
}

} // namespace

class DrillPlanTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSeedIsThePlan()
    {
        QCOMPARE(makeFaultPlan(site(7, 60'000)), makeFaultPlan(site(7, 60'000)));
        QVERIFY(makeFaultPlan(site(7, 60'000)) != makeFaultPlan(site(8, 60'000)));
    }

    void plansAreWithinBounds()
    {
        for (quint32 seed = 1; seed <= 200; ++seed) {
            const auto plan = makeFaultPlan(site(seed, 90'000));
            QMap<QString, qint64> freeAtMs;
            QSet<QPair<QChar, int>> hurt; // role by its first letter, kind
            qint64 lastMs = 0;
            for (const Fault &fault : plan) {
                QVERIFY(fault.atMs >= lastMs);
                lastMs = fault.atMs;
                QVERIFY(fault.forMs > 0 || fault.endMs() == 90'000);
                QVERIFY(fault.endMs() <= 90'000);
                QVERIFY2(fault.atMs >= freeAtMs.value(fault.node), "two faults of one node at a time");
                freeAtMs[fault.node] = fault.endMs();
                hurt.insert({fault.node.front(), int(fault.kind)});
                QVERIFY(fault.kind != Fault::Kind::Loss || fault.percent == 30);
                QVERIFY(fault.kind != Fault::Kind::Delay || fault.delayMs > fault.jitterMs);
            }
            QCOMPARE(int(hurt.size()), 3 * faultKinds);
        }
    }

    /// What drilltest asserts of its run has to be in its plan.
    void theShortDrillHurtsEverything_data()
    {
        QTest::addColumn<bool>("standby");
        QTest::newRow("with a standby") << true;
        QTest::newRow("without") << false;
    }
    void theShortDrillHurtsEverything()
    {
        QFETCH(bool, standby);
        FaultPlanOptions options = site(1, 105'000);
        options.everyMs = 2'200;
        options.roles.push_back({QStringLiteral("printer")});
        options.roles.push_back({QStringLiteral("internet")});
        options.standby = standby;
        if (standby)
            options.roles.insert(options.roles.begin() + 1, {QStringLiteral("standby")});
        QSet<QPair<QString, int>> hurt;
        for (const Fault &fault : makeFaultPlan(options))
            hurt.insert({fault.node.left(4), int(fault.kind)});
        QCOMPARE(int(hurt.size()), int(options.roles.size()) * faultKinds + (standby ? 2 : 0));
    }

    void aHubAndItsStandbyAreNotBothHurt()
    {
        FaultPlanOptions options = site(3, 300'000);
        options.roles.insert(options.roles.begin() + 1, {QStringLiteral("standby")});
        options.standby = true;
        qint64 freeAtMs = 0;
        QSet<int> ofHub;
        QSet<int> ofStandby;
        for (const Fault &fault : makeFaultPlan(options)) {
            if (fault.node != QLatin1String("hub") && fault.node != QLatin1String("standby")) {
                QVERIFY(fault.kind != Fault::Kind::Takeover && fault.kind != Fault::Kind::Split);
                continue;
            }
            (fault.node == QLatin1String("hub") ? ofHub : ofStandby).insert(int(fault.kind));
            QVERIFY2(fault.atMs >= freeAtMs, "both computers at once");
            freeAtMs = fault.endMs();
        }
        QCOMPARE(int(ofHub.size()), faultKinds + 2);
        QCOMPARE(int(ofStandby.size()), faultKinds);
    }

    void percentilesAreNearestRank()
    {
        std::vector<qint64> values;
        for (qint64 i = 100; i >= 1; --i)
            values.push_back(i);
        const Percentiles hundred = percentilesOf(values);
        QCOMPARE(hundred.p50, 50);
        QCOMPARE(hundred.p95, 95);
        QCOMPARE(hundred.p99, 99);
        QCOMPARE(hundred.max, 100);
        QCOMPARE(percentilesOf({7}).p50, 7);
        QCOMPARE(percentilesOf({}).count, 0);
        QCOMPARE(percentilesOf({}).p99, -1);
    }

    void recoveryIsTheFirstWorkAfterTheFault()
    {
        ClientHistory phones;
        phones.client = QStringLiteral("phones1");
        AskedOrder order;
        order.status = 201;
        order.answeredAtMs = 1'500;
        phones.orders = {order};
        ClientHistory terminal;
        terminal.client = QStringLiteral("terminal1");
        TerminalState live;
        live.link = QStringLiteral("live");
        live.atMs = 2'700;
        terminal.states = {live};

        std::vector<DoneFault> faults{
            done("hub", Fault::Kind::Kill, 1'000, 1'200),       // an order at 1500
            done("terminal1", Fault::Kind::Cut, 2'000, 2'500),  // live at 2700
            done("phones1", Fault::Kind::Cut, 3'000, 3'100),    // nothing more was asked for
            done("terminal1", Fault::Kind::Loss, 2'550, 2'600), // came between
        };
        findRecoveries(&faults, {phones, terminal}, {QStringLiteral("hub")});
        QCOMPARE(faults[0].recoveredMs, 300);
        QCOMPARE(faults[1].recoveredMs, -1);
        QCOMPARE(faults[2].recoveredMs, -1);
        QCOMPARE(faults[3].recoveredMs, 100);
    }

    void theSheetSaysWhetherItPassed()
    {
        DrillSheet sheet;
        sheet.lab = QStringLiteral("network namespaces");
        sheet.quietAfterMs = 1'000;
        sheet.faults = {done("terminal12", Fault::Kind::Cut, 0, 2'000)};
        sheet.faults[0].recoveredMs = 400;
        QVERIFY(sheet.passed());
        QVERIFY(sheetText(sheet).startsWith("Drill: PASSED."));
        QVERIFY(sheetText(sheet).contains("cut        terminal"));

        DrillSheet never = sheet;
        never.quietAfterMs = -1;
        QVERIFY(!never.passed());
        DrillSheet broken = sheet;
        broken.problems << QStringLiteral("the hub ended by itself");
        QVERIFY(!broken.passed());
        sheet.check.findings.push_back({Finding::Kind::LostOrder, QStringLiteral("phones1"), QStringLiteral("gone")});
        QVERIFY(!sheet.passed());
        QVERIFY(sheetText(sheet).startsWith("Drill: FAILED."));
        QVERIFY(sheetText(sheet).contains("lost_orders: phones1: gone"));
        const QJsonObject json = QJsonDocument::fromJson(sheetJson(sheet)).object();
        QCOMPARE(json.value(u"passed").toBool(true), false);
        QCOMPARE(json.value(u"lost_orders").toInt(), 1);
        QCOMPARE(json.value(u"doubled").toInt(-1), 0);
        QCOMPARE(json.value(u"faults").toArray().size(), 1);
    }
};

QTEST_GUILESS_MAIN(DrillPlanTest)
#include "drillplantest.moc"

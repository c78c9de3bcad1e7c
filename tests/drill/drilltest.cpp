// SPDX-License-Identifier: GPL-3.0-or-later
//
// The drill itself, short: a hub, eight terminals and two hundred phones under a minute and a half of random faults,
// every role killed, cut, lossy, slow and restarted. Then the same site with a bug on purpose, which must be found.

#include "app/drill/drill.h"
#include "app/drill/faultplan.h"

#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <random>

using namespace oshaq::drill;

namespace {

DrillOptions optionsFor(const QTemporaryDir &directory, const char *name)
{
    DrillOptions options;
    options.directory = directory.filePath(QString::fromLatin1(name));
    options.programs = QStringLiteral(OSHAQ_BIN_DIR);
    options.realData = QStringLiteral(OSHAQ_SOURCE_DIR "/../shared/data");
    return options;
}

void say(const QString &text)
{
    qInfo("%s", qPrintable(text));
}

} // namespace

class DrillTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theCheckerFindsABugOnPurpose_data()
    {
        QTest::addColumn<QString>("bug");
        QTest::addColumn<int>("kind");
        QTest::newRow("an order is acknowledged and thrown away")
            << QStringLiteral("swallow") << int(Finding::Kind::LostOrder);
        QTest::newRow("an order is sent twice under two keys")
            << QStringLiteral("double") << int(Finding::Kind::Doubled);
    }
    void theCheckerFindsABugOnPurpose()
    {
        QFETCH(QString, bug);
        QFETCH(int, kind);
        QTemporaryDir directory;
        DrillOptions options = optionsFor(directory, "site");
        options.bug = bug;
        options.faults = false;
        options.terminals = 1;
        options.phones = 20;
        options.phoneGroups = 1;
        options.ordersPerSecond = 5;
        options.forMs = 5'000;
        options.paceMs = 200;
        Drill drill(options, say);
        const DrillSheet sheet = drill.run();
        qInfo("%s", sheetText(sheet).constData());
        QVERIFY(!sheet.passed());
        QVERIFY2(sheet.problems.isEmpty(), qPrintable(sheet.problems.join(u' ')));
        // Each fifth of some 25 orders.
        QVERIFY(sheet.check.count(Finding::Kind(kind)) >= 3);
        QCOMPARE(sheet.check.count(Finding::Kind(kind)), int(sheet.check.findings.size()));
    }

    void nothingIsLostOrDoubled()
    {
        const bool full = qEnvironmentVariableIsSet("OSHAQ_LONG");
        const unsigned given = qEnvironmentVariableIntValue("OSHAQ_SEED");
        QTemporaryDir directory;
        DrillOptions options = optionsFor(directory, "site");
        // The same faults every time, unless a long run looks for new ones; the seed is printed so that a run can be
        // repeated.
        options.seed = given ? given : full ? std::random_device{}() : 1u;
        options.standby = true;
        options.forMs = full ? 60 * 60'000 : 105'000;
        options.faultEveryMs = full ? 10'000 : 2'200;
        options.quietTimeoutMs = full ? 600'000 : 90'000;
        Drill drill(options, say);
        const DrillSheet sheet = drill.run();
        qInfo("%s", sheetText(sheet).constData());
        QVERIFY(sheet.passed());
        // It was a drill: every role was hurt in nearly every way, and work went on under it.
        QSet<QString> hurt;
        for (const DoneFault &done : sheet.faults) {
            QString role = done.fault.node;
            while (role.back().isDigit())
                role.chop(1);
            hurt.insert(role + u' ' + faultText(done.fault.kind));
        }
        const bool isNetwork = sheet.lab.startsWith(QLatin1String("network namespaces"));
        const int roles = 3 + (sheet.standby ? 1 : 0) + (isNetwork ? 2 : 0);
        QVERIFY(int(hurt.size()) >= roles * (faultKinds - 1));
        QVERIFY(!sheet.standby || sheet.takeovers >= 1);
        QVERIFY(sheet.check.ordersAcknowledged > 80);
        QVERIFY(sheet.check.commandsConfirmed > 3 * sheet.check.ordersAcknowledged);
        QVERIFY(sheet.painted.count > sheet.check.ordersAcknowledged);
    }

    void proxiesDoWhereNamespacesCannotBeHad()
    {
        QTemporaryDir directory;
        DrillOptions options = optionsFor(directory, "site");
        options.useProxies = true;
        options.terminals = 2;
        options.phones = 20;
        options.phoneGroups = 1;
        options.ordersPerSecond = 3;
        options.forMs = 15'000;
        options.faultEveryMs = 1'500;
        options.paceMs = 300;
        options.realData.clear(); // and the sample's orders where no real ones are
        Drill drill(options, say);
        const DrillSheet sheet = drill.run();
        qInfo("%s", sheetText(sheet).constData());
        QVERIFY(sheet.lab.startsWith(QStringLiteral("proxies")));
        QVERIFY(sheet.passed());
        QVERIFY(sheet.check.ordersAcknowledged > 20);
    }
};

QTEST_GUILESS_MAIN(DrillTest)
#include "drilltest.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/money.h"
#include "models/domain/tax.h"

#include <QTest>

using namespace oshaq;

/// How much of an amount is tax that is inside it.
class TaxTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isInside_data();
    void isInside();
    void largestAmountsFit();
};

void TaxTest::isInside_data()
{
    QTest::addColumn<qint64>("amount");
    QTest::addColumn<qint64>("rate");
    QTest::addColumn<qint64>("tax");
    QTest::newRow("none") << qint64{11200} << qint64{0} << qint64{0};
    QTest::newRow("12 %") << qint64{11200} << qint64{12'000} << qint64{1200};
    QTest::newRow("nothing") << qint64{0} << qint64{12'000} << qint64{0};
    QTest::newRow("half goes up") << qint64{3} << qint64{20'000} << qint64{1}; // 0.5
    QTest::newRow("less than half goes down") << qint64{4} << qint64{12'000} << qint64{0}; // 0.43
    QTest::newRow("places") << qint64{10'000} << qint64{8'875} << qint64{815}; // 815.15...
    QTest::newRow("all that it can be") << qint64{200} << maxTaxRate << qint64{100};
}

void TaxTest::isInside()
{
    QFETCH(qint64, amount);
    QFETCH(qint64, rate);
    QFETCH(qint64, tax);
    QCOMPARE(includedTaxMinor(amount, rate), tax);
}

void TaxTest::largestAmountsFit()
{
    QCOMPARE(includedTaxMinor(maxAmountMinor, maxTaxRate), maxAmountMinor / 2);
    // 10^15 x 12 / 112
    QCOMPARE(includedTaxMinor(maxAmountMinor, 12'000), 107'142'857'142'857);
}

QTEST_APPLESS_MAIN(TaxTest)
#include "taxtest.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/ordernumber.h"

#include <QTest>

using namespace oshaq;

class OrderNumberTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesThreeDigitsAndMore();
    void readsWhatItWrites();
    void zerosInFrontAreTheSameNumber();
    void refuses_data();
    void refuses();
};

void OrderNumberTest::writesThreeDigitsAndMore()
{
    QCOMPARE(orderNumberText({QStringLiteral("B"), 7}), QStringLiteral("B-007"));
    QCOMPARE(orderNumberText({QStringLiteral("AA"), 999}), QStringLiteral("AA-999"));
    QCOMPARE(orderNumberText({QStringLiteral("A"), 1000}), QStringLiteral("A-1000"));
}

void OrderNumberTest::readsWhatItWrites()
{
    for (const QString &letters : {QStringLiteral("A"), QStringLiteral("ZZ"), QStringLiteral("ABCD")}) {
        for (const qint64 count : {qint64(1), qint64(17), qint64(1000), qint64(999'999'999)}) {
            const OrderNumber number{letters, count};
            QCOMPARE(orderNumberFromText(orderNumberText(number)), std::optional(number));
        }
    }
}

void OrderNumberTest::zerosInFrontAreTheSameNumber()
{
    const std::optional<OrderNumber> number(OrderNumber{QStringLiteral("B"), 17});
    QCOMPARE(orderNumberFromText(u"B-17"), number);
    QCOMPARE(orderNumberFromText(u"B-000000017"), number);
}

void OrderNumberTest::refuses_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"",      "-",     "B",         "B-",           "-017",    "017",   "B017",
                             "B-0",   "B-000", "B--17",     "B-+17",        "B-1.5",   "B- 17", "B-17 ",
                             " B-17", "b-017", "ABCDE-017", "B-1234567890", "B-017-1", "1-017", "#-017"})
        QTest::newRow(text) << QString::fromLatin1(text);
    QTest::newRow("another alphabet") << QStringLiteral("Б-017");
    QTest::newRow("digits of another script") << QStringLiteral("B-٠١٧");
}

void OrderNumberTest::refuses()
{
    QFETCH(QString, text);
    QVERIFY(!orderNumberFromText(text));
}

QTEST_APPLESS_MAIN(OrderNumberTest)
#include "ordernumbertest.moc"

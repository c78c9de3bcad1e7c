// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/phone.h"
#include "models/domain/typedcode.h"

#include <QSet>
#include <QTest>

using namespace oshaq;

/// What guests type: their phone, and the code on a table.
class GuestCodesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void phones_data();
    void phones();
    void codesGoBothWays();
    void codesAsPeopleTypeThem();
    void whatIsNoCode_data();
    void whatIsNoCode();
};

void GuestCodesTest::phones_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("normal"); // empty: none
    const auto row = [](const char *typed, const char *normal) {
        QTest::addRow("'%s'", typed) << QString::fromUtf8(typed) << QString::fromLatin1(normal);
    };
    row("+7 701 123 45 67", "+77011234567");
    row("8 (701) 123-45-67", "+77011234567");
    row("7 701 123 45 67", "+77011234567");
    row("701 123 45 67", "+77011234567");
    row("87011234567", "+77011234567");
    row("00 7 701 1234567", "+77011234567");
    row("  +77011234567 ", "+77011234567");
    row("+7.701.123.45.67", "+77011234567");
    row("+7\u00a0701\u00a01234567", "+77011234567");
    row("+49 30 901820", "+4930901820");
    row("0049 30 901820", "+4930901820");
    row("+1 212 555 01 00", "+12125550100");
    // Neither a country nor a form of Kazakhstan's.
    row("212 555 01 00", "");
    row("9 701 123 45 67", "");
    row("+7 701 123 45", "");
    row("+7 701 123 45 678", "");
    row("+0 701 123 45 67", "");
    row("+1234567", "");
    row("+1234567890123456", "");
    row("+", "");
    row("", "");
    row("++77011234567", "");
    row("7+7011234567", "");
    row("+7701123456a", "");
    row("+7701123456٧", "");
}

void GuestCodesTest::phones()
{
    QFETCH(QString, typed);
    QFETCH(QString, normal);
    QCOMPARE(normalPhone(typed).value_or(QString()), normal);
    if (!normal.isEmpty())
        QCOMPARE(normalPhone(normal).value_or(QString()), normal);
}

void GuestCodesTest::codesGoBothWays()
{
    QCOMPARE(typedcode::text(QByteArray(10, '\0')), QStringLiteral("0000-0000-0000-0000"));
    QCOMPARE(typedcode::text(QByteArray(10, '\xff')), QStringLiteral("ZZZZ-ZZZZ-ZZZZ-ZZZZ"));
    // Every bit counts: 80 codes that differ in one bit from nothing differ from each other.
    QSet<QString> codes;
    for (int bit = 0; bit < 80; ++bit) {
        QByteArray random(10, '\0');
        random[bit / 8] = char(1 << (bit % 8));
        const QString code = typedcode::text(random);
        QCOMPARE(code.size(), 19);
        QCOMPARE(typedcode::clean(code, typedcode::tableBytes).value_or(QString()), QString(code).remove(u'-'));
        codes.insert(code);
    }
    QCOMPARE(codes.size(), 80);
}

void GuestCodesTest::codesAsPeopleTypeThem()
{
    const QString clean = QStringLiteral("K7QM01XA93RTVB5C");
    for (const char *typed :
         {"K7QM-01XA-93RT-VB5C", "k7qm 01xa 93rt vb5c", " K7QMOIXA93RTVB5C ", "k7qm-oLxa-93rt-vb5c"})
        QCOMPARE(typedcode::clean(QString::fromLatin1(typed), typedcode::tableBytes).value_or(QString()), clean);
}

void GuestCodesTest::whatIsNoCode_data()
{
    QTest::addColumn<QString>("typed");
    for (const char *typed : {"", "K7QM-01XA-93RT-VB5", "K7QM-01XA-93RT-VB5CC", "K7QM-01XA-93RT-VB5U",
                              "K7QM/01XA/93RT/VB5C", "К7QM-01XA-93RT-VB5C"})
        QTest::addRow("'%s'", typed) << QString::fromUtf8(typed);
}

void GuestCodesTest::whatIsNoCode()
{
    QFETCH(QString, typed);
    QVERIFY(!typedcode::clean(typed, typedcode::tableBytes));
}

QTEST_GUILESS_MAIN(GuestCodesTest)
#include "guestcodestest.moc"

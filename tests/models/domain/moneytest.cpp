// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/money.h"
#include "models/domain/quantity.h"

#include <QTest>

#include <limits>

using namespace oshaq;

namespace {

constexpr qint64 lowest = std::numeric_limits<qint64>::min();
constexpr qint64 highest = std::numeric_limits<qint64>::max();

Currency currency(const char *code)
{
    const auto found = Currency::fromCode(QString::fromLatin1(code));
    return found ? *found : Currency();
}

} // namespace

class MoneyTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void currencies_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<int>("exponent"); // -1: refused
        QTest::newRow("tenge") << "KZT" << 2;
        QTest::newRow("first of its group") << "AED" << 2;
        QTest::newRow("last of its group") << "ZWG" << 2;
        QTest::newRow("yen") << "JPY" << 0;
        QTest::newRow("won") << "KRW" << 0;
        QTest::newRow("dinar") << "KWD" << 3;
        QTest::newRow("dinar of Tunisia") << "TND" << 3;
        QTest::newRow("unidad de fomento") << "CLF" << 4;
        QTest::newRow("unidad previsional") << "UYW" << 4;
        QTest::newRow("lower case") << "kzt" << -1;
        QTest::newRow("empty") << "" << -1;
        QTest::newRow("two letters") << "KZ" << -1;
        QTest::newRow("four letters") << "KZTT" << -1;
        QTest::newRow("straddles two codes") << "D A" << -1;
        QTest::newRow("gold has no minor unit") << "XAU" << -1;
        QTest::newRow("nobody's") << "XXX" << -1;
        QTest::newRow("letters that look Latin") << QStringLiteral("\u041aZ\u0422") << -1;
        QTest::newRow("wider than Latin-1") << QStringLiteral("\U0001F4B0") << -1;
    }
    void currencies()
    {
        QFETCH(QString, code);
        QFETCH(int, exponent);
        const auto found = Currency::fromCode(code);
        QCOMPARE(found.ok(), exponent >= 0);
        if (found) {
            QCOMPARE(found->code(), code);
            QCOMPARE(found->exponent(), exponent);
        } else {
            QCOMPARE(found.error().code, ErrorCode::ValidationFailed);
        }
    }

    void defaultCurrency()
    {
        QCOMPARE(Currency().code(), QStringLiteral("KZT"));
        QCOMPARE(Currency(), currency("KZT"));
        QVERIFY(!(Currency() == currency("EUR")));
    }

    void parse_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<qint64>("minor");
        const auto row = [](const char *name, const char *text, const char *code, qint64 minor) {
            QTest::newRow(name) << QByteArray(text) << QByteArray(code) << minor;
        };
        row("whole", "5", "KZT", 500);
        row("cents", "12.95", "KZT", 1295);
        row("one place", "25.9", "KZT", 2590);
        row("negative", "-3", "KZT", -300);
        row("negative cents", "-0.05", "KZT", -5);
        row("zero", "0", "KZT", 0);
        row("negative zero", "-0.00", "KZT", 0);
        row("leading zeros", "0007.50", "KZT", 750);
        row("no places", "1250", "JPY", 1250);
        row("three places", "1.234", "KWD", 1234);
        row("four places", "1.2345", "CLF", 12345);
        row("at the bound", "10000000000000", "KZT", maxAmountMinor);
        row("at the bound, with cents", "9999999999999.99", "KZT", maxAmountMinor - 1);
        row("at the lower bound", "-10000000000000.00", "KZT", -maxAmountMinor);
        row("at the bound in yen", "1000000000000000", "JPY", maxAmountMinor);
        row("many leading zeros", "000000000000000000000000000000000000000000.01", "KZT", 1);
    }
    void parse()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, code);
        QFETCH(qint64, minor);
        const auto parsed = parseMajorUnits(text, currency(code.constData()));
        QVERIFY(parsed.ok());
        QCOMPARE(*parsed, minor);
    }

    void refuse_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<int>("error");
        const auto row = [](const char *name, const QByteArray &text, const char *code, ErrorCode error) {
            QTest::newRow(name) << text << QByteArray(code) << static_cast<int>(error);
        };
        constexpr ErrorCode invalid = ErrorCode::ValidationFailed;
        row("empty", "", "KZT", invalid);
        row("blank before", " 1", "KZT", invalid);
        row("blank after", "1 ", "KZT", invalid);
        row("plus", "+1", "KZT", invalid);
        row("minus alone", "-", "KZT", invalid);
        row("two minuses", "--1", "KZT", invalid);
        row("exponent", "1e2", "KZT", invalid);
        row("capital exponent", "1E2", "KZT", invalid);
        row("hexadecimal", "0x10", "KZT", invalid);
        row("point alone", ".", "KZT", invalid);
        row("point first", ".5", "KZT", invalid);
        row("point last", "5.", "KZT", invalid);
        row("two points", "1.2.3", "KZT", invalid);
        row("comma", "1,5", "KZT", invalid);
        row("thousands", "1'000", "KZT", invalid);
        row("full-width digit", "\xEF\xBC\x91", "KZT", invalid);
        row("Arabic digit", "\xD9\xA1", "KZT", invalid);
        row("inside NUL", QByteArray("1\0002", 3), "KZT", invalid);
        row("infinity", "inf", "KZT", invalid);
        row("not a number", "NaN", "KZT", invalid);
        row("three places in tenge", "1.234", "KZT", invalid);
        row("zeros are places too", "1.230", "KZT", invalid);
        row("a place in yen", "1.0", "JPY", invalid);
        row("one above the bound", "10000000000000.01", "KZT", ErrorCode::AmountOutOfRange);
        row("one below the bound", "-10000000000000.01", "KZT", ErrorCode::AmountOutOfRange);
        row("int64 max in minor units", "92233720368547758.07", "KZT", ErrorCode::AmountOutOfRange);
        row("wraps around 64 bits to 1", "184467440737095516.17", "KZT", ErrorCode::AmountOutOfRange);
        row("max digits", QByteArray(5000, '9'), "KZT", ErrorCode::AmountOutOfRange);
        row("max digits and then rubbish", QByteArray(5000, '9') + 'x', "KZT", invalid);
    }
    void refuse()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, code);
        QFETCH(int, error);
        const auto parsed = parseMajorUnits(text, currency(code.constData()));
        QVERIFY(!parsed.ok());
        QCOMPARE(static_cast<int>(parsed.error().code), error);
        QVERIFY(!parsed.error().message.isEmpty());
    }

    void format_data()
    {
        QTest::addColumn<qint64>("minor");
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<QByteArray>("text");
        const auto row = [](qint64 minor, const char *code, const char *text) {
            QTest::addRow("%lld %s", static_cast<long long>(minor), code)
                << minor << QByteArray(code) << QByteArray(text);
        };
        row(1295, "KZT", "12.95");
        row(2590, "KZT", "25.9");
        row(500, "KZT", "5");
        row(0, "KZT", "0");
        row(5, "KZT", "0.05");
        row(50, "KZT", "0.5");
        row(-5, "KZT", "-0.05");
        row(-1295, "KZT", "-12.95");
        row(-300, "KZT", "-3");
        row(1250, "JPY", "1250");
        row(0, "JPY", "0");
        row(1, "KWD", "0.001");
        row(12345, "CLF", "1.2345");
        row(maxAmountMinor, "KZT", "10000000000000");
        row(highest, "KZT", "92233720368547758.07");
        row(lowest, "KZT", "-92233720368547758.08");
        row(lowest, "JPY", "-9223372036854775808");
    }
    void format()
    {
        QFETCH(qint64, minor);
        QFETCH(QByteArray, code);
        QFETCH(QByteArray, text);
        QCOMPARE(formatMajorUnits(minor, currency(code.constData())), text);
        if (minor <= maxAmountMinor && minor >= -maxAmountMinor) {
            const auto back = parseMajorUnits(text, currency(code.constData()));
            QVERIFY(back.ok());
            QCOMPARE(*back, minor);
        }
    }

    void adding()
    {
        QCOMPARE(*addMinor(2, 3), 5);
        QCOMPARE(*addMinor(maxAmountMinor, 0), maxAmountMinor);
        QCOMPARE(*addMinor(maxAmountMinor, -maxAmountMinor), 0);
        QCOMPARE(*addMinor(-maxAmountMinor, 0), -maxAmountMinor);
        const std::pair<qint64, qint64> tooMuch[] = {
            {maxAmountMinor, 1}, {-maxAmountMinor, -1}, {highest, 1}, {lowest, -1},
            {highest, highest},  {lowest, lowest},      {highest, 0}, {lowest, 0}};
        for (const auto &[a, b] : tooMuch) {
            const auto sum = addMinor(a, b);
            QVERIFY(!sum.ok());
            QCOMPARE(sum.error().code, ErrorCode::AmountOutOfRange);
        }
    }

    void lineTotals_data()
    {
        QTest::addColumn<qint64>("price");
        QTest::addColumn<qint64>("quantity");
        QTest::addColumn<qint64>("total");
        const auto row = [](const char *name, qint64 price, qint64 quantity, qint64 total) {
            QTest::newRow(name) << price << quantity << total;
        };
        row("two pieces", 1295, 2000, 2590);
        row("half rounds up", 1, 500, 1);
        row("just below half rounds down", 1, 499, 0);
        row("half of an odd price", 3, 500, 2);
        row("one and a half of 1", 1, 1500, 2);
        row("two and a half of 1", 1, 2500, 3); // not to even
        row("thousandth", 500, 1, 1);
        row("thousandth below half", 499, 1, 0);
        row("negative half rounds away from zero", -1, 500, -1);
        row("negative just below half", -1, 499, 0);
        row("negative one and a half", -1, 1500, -2);
        row("negative quantity", 3, -500, -2);
        row("both negative", -3, -500, 2);
        row("nothing", 0, highest, 0);
        row("at the bound", maxAmountMinor, 1000, maxAmountMinor);
        row("at the lower bound", -maxAmountMinor, 1000, -maxAmountMinor);
        row("a million pieces", 1'000'000'000, maxQuantityThousandths, maxAmountMinor);
    }
    void lineTotals()
    {
        QFETCH(qint64, price);
        QFETCH(qint64, quantity);
        QFETCH(qint64, total);
        const auto got = lineTotalMinor(price, quantity);
        QVERIFY(got.ok());
        QCOMPARE(*got, total);
    }

    void lineTotalsBeyondTheBound()
    {
        const std::pair<qint64, qint64> tooMuch[] = {{highest, highest},     {lowest, lowest},
                                                     {lowest, highest},      {highest, 1000},
                                                     {maxAmountMinor, 1001}, {-maxAmountMinor, 1001},
                                                     {lowest, 1000},         {1'000'000'001, maxQuantityThousandths}};
        for (const auto &[price, quantity] : tooMuch) {
            const auto total = lineTotalMinor(price, quantity);
            QVERIFY(!total.ok());
            QCOMPARE(total.error().code, ErrorCode::AmountOutOfRange);
        }
    }

    void quantities_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<qint64>("thousandths"); // 0: refused
        const auto row = [](const QByteArray &text, qint64 thousandths) {
            QTest::newRow(text.isEmpty() ? "empty" : text.left(40).constData()) << text << thousandths;
        };
        row("1", 1000);
        row("2", 2000);
        row("1.5", 1500);
        row("0.250", 250);
        row("0.001", 1);
        row("007", 7000);
        row("1000000", maxQuantityThousandths);
        row("1000000.000", maxQuantityThousandths);
        row("1000000.001", 0);
        row("1000001", 0);
        row("", 0);
        row("0", 0);
        row("0.000", 0);
        row("-1", 0);
        row("+1", 0);
        row(" 1", 0);
        row("1 ", 0);
        row("1e2", 0);
        row("1.0000", 0);
        row("0.0005", 0);
        row(".5", 0);
        row("1.", 0);
        row("1,5", 0);
        row("1.5.0", 0);
        row("\xEF\xBC\x91", 0);
        row("9223372036854775807", 0);
        row("18446744073709552616", 0); // 2^64 + 1000
        row(QByteArray(10'000, '9'), 0);
        row("NaN", 0);
    }
    void quantities()
    {
        QFETCH(QByteArray, text);
        QFETCH(qint64, thousandths);
        const auto parsed = parseQuantity(text);
        QCOMPARE(parsed.ok(), thousandths != 0);
        if (parsed)
            QCOMPARE(*parsed, thousandths);
        else
            QCOMPARE(parsed.error().code, ErrorCode::ValidationFailed);
    }

    void quantityTexts()
    {
        QCOMPARE(formatQuantity(1500), QByteArray("1.5"));
        QCOMPARE(formatQuantity(2000), QByteArray("2"));
        QCOMPARE(formatQuantity(250), QByteArray("0.25"));
        QCOMPARE(formatQuantity(1), QByteArray("0.001"));
        QCOMPARE(formatQuantity(10), QByteArray("0.01"));
        QCOMPARE(formatQuantity(0), QByteArray("0"));
        QCOMPARE(formatQuantity(-1500), QByteArray("-1.5"));
        QCOMPARE(formatQuantity(maxQuantityThousandths), QByteArray("1000000"));
        QCOMPARE(formatQuantity(highest), QByteArray("9223372036854775.807"));
        QCOMPARE(formatQuantity(lowest), QByteArray("-9223372036854775.808"));
    }

    void quantitySteps()
    {
        QVERIFY(checkQuantityStep(1000, 1000).ok());
        QVERIFY(checkQuantityStep(3000, 1000).ok());
        QVERIFY(checkQuantityStep(1500, 500).ok());
        QVERIFY(checkQuantityStep(1, 1).ok());
        QVERIFY(checkQuantityStep(250, 250).ok());
        const std::pair<qint64, qint64> off[] = {{1500, 1000}, {999, 1000}, {0, 1000}, {-1000, 1000},
                                                 {lowest, 1},  {750, 500},  {1500, 0}, {highest, 1000}};
        for (const auto &[quantity, step] : off) {
            const auto result = checkQuantityStep(quantity, step);
            QVERIFY(!result.ok());
            QCOMPARE(result.error().code, ErrorCode::QuantityOffStep);
        }
        QVERIFY(checkQuantityStep(750, 500).error().message.contains(QStringLiteral("0.5")));
    }
};

QTEST_APPLESS_MAIN(MoneyTest)
#include "moneytest.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/dayendjson.h"

#include <QTest>

using namespace oshaq;

/// Day-end reports: what the hub writes the terminal reads.
class DayEndJsonTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void roundTrips();
    void readsMoreThanItsHead();
    void namesWhatDoesNotFit_data();
    void namesWhatDoesNotFit();
    void bodiesAreTaken();

private:
    static DayEnd sample()
    {
        DayEnd dayEnd;
        dayEnd.id = 7;
        dayEnd.day = QDate(2026, 11, 29);
        dayEnd.number = 2;
        dayEnd.madeAtMs = 1'768'473'000'123;
        dayEnd.madeBy = QStringLiteral("Айгерим");
        dayEnd.journalSeq = 9'007'199'254'740'993;
        dayEnd.journalHash = QByteArray(32, '\xA5');
        dayEnd.orders = 120;
        dayEnd.revenueMinor = 1'234'567'890'123;
        dayEnd.openOrders = 3;
        return dayEnd;
    }
    static QByteArray written(const DayEnd &dayEnd, const QString &currency = QStringLiteral("KZT"))
    {
        JsonWriter json;
        writeDayEnd(json, dayEnd, *Currency::fromCode(currency));
        return json.take();
    }
    static Result<DayEnd> read(const QByteArray &json)
    {
        const auto parsed = parseJson(json);
        if (!parsed)
            return parsed.error();
        return readDayEnd(*parsed);
    }
};

void DayEndJsonTest::roundTrips()
{
    for (const char *currency : {"KZT", "JPY", "KWD"}) {
        const auto back = read(written(sample(), QLatin1String(currency)));
        QVERIFY2(back, back ? "" : qPrintable(back.error().message));
        QCOMPARE(*back, sample());
    }
    DayEnd nobody = sample();
    nobody.madeBy.clear();
    const QByteArray json = written(nobody);
    QVERIFY2(json.contains("\"made_by\":null"), json);
    QCOMPARE(*read(json), nobody);
    const auto parsed = parseJson(json);
    QVERIFY(parsed);
    QVERIFY(validate(outputs::dayEnd(), *parsed));
}

void DayEndJsonTest::readsMoreThanItsHead()
{
    QByteArray json = written(sample());
    json.chop(1);
    QCOMPARE(*read(json + ",\"figures\":{\"from\":\"x\"}}"), sample());
}

void DayEndJsonTest::namesWhatDoesNotFit_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QString>("path");
    QTest::newRow("day") << QByteArray("2026-11-29") << QByteArray("2026-02-30") << "day";
    QTest::newRow("hash") << QByteArray("a5a5a5") << QByteArray("a5a5") << "journal_hash";
    QTest::newRow("currency") << QByteArray("\"KZT\"") << QByteArray("\"???\"") << "currency";
    QTest::newRow("places") << QByteArray("12345678901.23") << QByteArray("1.234") << "revenue";
    QTest::newRow("orders") << QByteArray("\"orders\":120") << QByteArray("\"orders\":\"many\"") << "orders";
    QTest::newRow("time") << QByteArray("2026-01-15T") << QByteArray("yesterday ") << "made_at";
}

void DayEndJsonTest::namesWhatDoesNotFit()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QString, path);
    QByteArray json = written(sample());
    const qsizetype at = json.indexOf(from);
    QVERIFY2(at >= 0, json);
    json.replace(at, from.size(), to);
    const auto back = read(json);
    QVERIFY(!back);
    QCOMPARE(back.error().code, ErrorCode::ValidationFailed);
    QCOMPARE(back.error().details.front().path, path);
}

void DayEndJsonTest::bodiesAreTaken()
{
    const auto made = parseJson(newDayEndBody(QDate(2026, 11, 29)));
    QVERIFY(made);
    QVERIFY(validate(newDayEndSchema(), *made));
    QCOMPARE((*made)[u"day"].string(), QStringLiteral("2026-11-29"));
    for (const std::optional<qint64> printer : {std::optional<qint64>(), std::optional<qint64>(4)}) {
        const auto body = parseJson(printDayEndBody(printer));
        QVERIFY(body);
        QVERIFY(validate(printDayEndSchema(), *body));
        QCOMPARE((*body)[u"printer_id"].isNumber(), printer.has_value());
    }
}

QTEST_GUILESS_MAIN(DayEndJsonTest)
#include "dayendjsontest.moc"

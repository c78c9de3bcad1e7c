// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/analyticsjson.h"
#include "sync/protocol/officejson.h"

#include <QTest>

using namespace oshaq;

namespace {

SalesFigures sales(qint64 seed)
{
    return {seed + 9, seed + 4, seed % 3, seed * 1'234'567 + 1};
}

DurationFigures durations(qint64 seed)
{
    return {seed, seed * 3, seed * 2, seed * 5, seed * 6, seed * 7};
}

/// Every field has a value of its own.
Analytics everything()
{
    Analytics all;
    all.from = QDate(2026, 3, 28);
    all.to = QDate(2026, 3, 29);
    all.beginMs = 1'774'663'200'000;
    all.endMs = 1'774'832'400'001;
    all.currency = *Currency::fromCode(QStringLiteral("KZT"));
    all.total = sales(1);
    all.openOrders = 7;
    all.subtotalMinor = 999'999'999'999'999; // as much as an amount may be
    all.deliveryMinor = 5;
    all.taxMinor = 1'005;
    all.cancelledMinor = 100;
    all.days = {{QDate(2026, 3, 28), sales(2)}, {QDate(2026, 3, 29), sales(3)}};
    for (std::size_t i = 0; i < all.hours.size(); ++i)
        all.hours[i] = sales(qint64(i) + 10);
    for (std::size_t day = 0; day < all.weekHours.size(); ++day) {
        all.weekdays[day] = sales(qint64(day) + 40);
        for (std::size_t hour = 0; hour < all.hours.size(); ++hour)
            all.weekHours[day][hour] = sales(qint64(day * 100 + hour));
    }
    for (std::size_t i = 0; i < all.fulfilments.size(); ++i)
        all.fulfilments[i] = sales(qint64(i) + 900);
    all.channels = {{QStringLiteral("guest"), sales(61)}, {QStringLiteral("unknown"), sales(62)}};
    all.items = {{3, QStringLiteral("Плов \"большой\""), 2, QStringLiteral("Food"), 4, 12'345'678'901'250, 99'999},
                 {4, QStringLiteral("Чай"), 0, {}, 1, 1, 0}};
    all.categories = {{2, QStringLiteral("Food"), 4, 99'999}, {0, {}, 1, 0}};
    all.cancellations = {{QStringLiteral("Нет в наличии"), 2, 50}, {{}, 1, 50}};
    all.toAccept = durations(1);
    all.toReady = durations(2);
    all.preparing = durations(0);
    all.promised = 12;
    all.late = 3;
    all.lateness = durations(3);
    all.stations = {{1, QStringLiteral("Hot"), durations(4), 2}};
    all.dishes = {{3, QStringLiteral("Плов"), durations(5), 1}};
    all.screens = {{0, {}, durations(6)}, {8, QStringLiteral("Pass"), durations(7)}};
    all.painted = durations(8);
    return all;
}

QByteArray textOf(const Analytics &analytics)
{
    Business business;
    business.timeZone = QStringLiteral("Europe/Berlin");
    return analyticsJson(analytics, business);
}

} // namespace

/// Both ends of admin/orders/analytics.
class AnalyticsJsonTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isReadAsItWasWritten();
    void fitsItsSchema();
    void oldHubsHaveLess();
    void refuses_data();
    void refuses();
};

void AnalyticsJsonTest::isReadAsItWasWritten()
{
    const Analytics all = everything();
    const QByteArray text = textOf(all);
    const auto json = parseJson(text);
    QVERIFY(json);
    const auto read = readAnalytics(*json);
    QVERIFY2(read, read ? "" : qPrintable(read.error().details.front().path));
    QCOMPARE(textOf(*read), text);
    // Spot checks, so that a field which neither writes nor reads is not taken for one that both do.
    QCOMPARE(read->from, all.from);
    QCOMPARE(read->endMs, all.endMs);
    QCOMPARE(read->subtotalMinor, all.subtotalMinor);
    QCOMPARE(read->taxMinor, all.taxMinor);
    QVERIFY(read->hours == all.hours);
    QVERIFY(read->weekdays == all.weekdays);
    QVERIFY(read->weekHours == all.weekHours);
    QVERIFY(read->fulfilments == all.fulfilments);
    QCOMPARE(read->items.front().quantity, all.items.front().quantity);
    QCOMPARE(read->items.back().categoryId, 0);
    QCOMPARE(read->cancellations.back().reason, QString());
    QVERIFY(read->preparing == DurationFigures());
    QCOMPARE(read->dishes.front().late, 1);
    QVERIFY(read->dishes.front().work == all.dishes.front().work);
    QCOMPARE(read->screens.front().terminalId, 0);
    QCOMPARE(read->screens.back().name, QStringLiteral("Pass"));
    QVERIFY(read->painted == all.painted);
}

void AnalyticsJsonTest::fitsItsSchema()
{
    const auto valid = validate(outputs::analytics(), *parseJson(textOf(everything())));
    QVERIFY2(valid, valid ? "" : qPrintable(valid.error().details.front().path + valid.error().details.front().issue));
    Analytics nothing;
    nothing.from = everything().from;
    nothing.to = everything().to;
    nothing.beginMs = everything().beginMs;
    nothing.endMs = everything().endMs;
    QVERIFY(validate(outputs::analytics(), *parseJson(textOf(nothing))));
}

void AnalyticsJsonTest::oldHubsHaveLess()
{
    QByteArray text = textOf(everything());
    for (const char *key : {"by_week_hour", "by_dish_time", "by_screen", "painted", "tax"})
        text.replace(QByteArray("\"") + key + "\":", QByteArray("\"x_") + key + "\":");
    const auto read = readAnalytics(*parseJson(text));
    QVERIFY(read);
    QVERIFY(read->dishes.empty());
    QVERIFY(read->screens.empty());
    QCOMPARE(read->taxMinor, 0);
    QCOMPARE(read->total.orders, everything().total.orders);
}

void AnalyticsJsonTest::refuses_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QString>("path");
    const auto row = [](const char *name, const char *from, const char *to, const char *path) {
        QTest::newRow(name) << QByteArray(from) << QByteArray(to) << QString::fromLatin1(path);
    };
    row("a fraction of a unit", "\"delivery\":0.05", "\"delivery\":0.051", "delivery");
    row("an amount as text", "\"delivery\":0.05", "\"delivery\":\"0.05\"", "delivery");
    row("an amount as exponent", "\"delivery\":0.05", "\"delivery\":5e-2", "delivery");
    row("no day", "\"from\":\"2026-03-28\"", "\"from\":\"2026-02-30\"", "from");
    row("an hour that no day has", "{\"hour\":23,", "{\"hour\":24,", "by_hour[23].hour");
    row("an unknown fulfilment", "\"pickup\"", "\"drone\"", "by_fulfilment[1].fulfilment");
    row("a quantity of four places", "\"quantity\":0.001", "\"quantity\":0.0011", "by_item[1].quantity");
    row("a quantity below nothing", "\"quantity\":0.001", "\"quantity\":-0.001", "by_item[1].quantity");
    row("a count as text", "\"promised\":12", "\"promised\":\"12\"", "promised");
    row("an unknown currency", "\"KZT\"", "\"K\"", "currency");
    row("a list that is none", "\"by_screen\":[", "\"by_screen\":3,\"x\":[", "by_screen");
}

void AnalyticsJsonTest::refuses()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QString, path);
    QByteArray text = textOf(everything());
    QVERIFY(text.contains(from));
    text.replace(text.indexOf(from), from.size(), to);
    const auto json = parseJson(text);
    QVERIFY(json);
    const auto read = readAnalytics(*json);
    QVERIFY(!read);
    QCOMPARE(read.error().details.front().path, path);
}

QTEST_GUILESS_MAIN(AnalyticsJsonTest)
#include "analyticsjsontest.moc"

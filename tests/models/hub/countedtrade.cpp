// SPDX-License-Identifier: GPL-3.0-or-later
#include "countedtrade.h"

namespace oshaq::test {

void CountedTrade::open()
{
    m_hub = std::make_unique<HubFixture>();
    QVERIFY2(m_hub->open(), qPrintable(m_hub->problem()));
    m_business = m_hub->makeBusiness(QStringLiteral("Oshaq"));
    QVERIFY2(m_business.id != 0, qPrintable(m_hub->problem()));
}

/// What is sorted by size is compared by id: which of two equal ones comes first is not a figure.
template <typename List, typename Key> static List sorted(List list, Key key)
{
    std::sort(list.begin(), list.end(), [key](const auto &a, const auto &b) { return key(a) < key(b); });
    return list;
}

void CountedTrade::compare(Analytics is, const Analytics &counted)
{
    QVERIFY(is.total == counted.total);
    QCOMPARE(is.openOrders, counted.openOrders);
    QCOMPARE(is.subtotalMinor, counted.subtotalMinor);
    QCOMPARE(is.deliveryMinor, counted.deliveryMinor);
    QCOMPARE(is.cancelledMinor, counted.cancelledMinor);
    QCOMPARE(is.days.size(), counted.days.size());
    for (std::size_t i = 0; i < is.days.size(); ++i) {
        QCOMPARE(is.days[i].day, counted.days[i].day);
        QVERIFY2(is.days[i].sales == counted.days[i].sales, qPrintable(is.days[i].day.toString()));
    }
    QVERIFY(is.hours == counted.hours);
    QVERIFY(is.weekdays == counted.weekdays);
    QVERIFY(is.weekHours == counted.weekHours);
    QVERIFY(is.fulfilments == counted.fulfilments);
    QCOMPARE(is.channels.size(), counted.channels.size());
    for (std::size_t i = 0; i < is.channels.size(); ++i) {
        QCOMPARE(is.channels[i].name, counted.channels[i].name);
        QVERIFY(is.channels[i].sales == counted.channels[i].sales);
    }
    const auto byRevenue = [](const auto &a, const auto &b) { return a.revenueMinor > b.revenueMinor; };
    QVERIFY(std::is_sorted(is.items.begin(), is.items.end(), byRevenue));
    QVERIFY(std::is_sorted(is.categories.begin(), is.categories.end(), byRevenue));
    is.items = sorted(is.items, [](const auto &one) { return one.itemId; });
    QCOMPARE(is.items.size(), counted.items.size());
    for (std::size_t i = 0; i < is.items.size(); ++i) {
        const Analytics::ItemSales &a = is.items[i];
        const Analytics::ItemSales &b = counted.items[i];
        QCOMPARE(a.itemId, b.itemId);
        QCOMPARE(a.name, b.name);
        QCOMPARE(a.categoryId, b.categoryId);
        QCOMPARE(a.lines, b.lines);
        QCOMPARE(a.quantity, b.quantity);
        QCOMPARE(a.revenueMinor, b.revenueMinor);
    }
    is.categories = sorted(is.categories, [](const auto &one) { return one.categoryId; });
    QCOMPARE(is.categories.size(), counted.categories.size());
    for (std::size_t i = 0; i < is.categories.size(); ++i) {
        QCOMPARE(is.categories[i].categoryId, counted.categories[i].categoryId);
        QCOMPARE(is.categories[i].lines, counted.categories[i].lines);
        QCOMPARE(is.categories[i].revenueMinor, counted.categories[i].revenueMinor);
    }
    is.cancellations = sorted(is.cancellations, [](const auto &one) { return one.reason; });
    QCOMPARE(is.cancellations.size(), counted.cancellations.size());
    for (std::size_t i = 0; i < is.cancellations.size(); ++i) {
        QCOMPARE(is.cancellations[i].reason, counted.cancellations[i].reason);
        QCOMPARE(is.cancellations[i].orders, counted.cancellations[i].orders);
        QCOMPARE(is.cancellations[i].totalMinor, counted.cancellations[i].totalMinor);
    }
    QVERIFY(is.toAccept == counted.toAccept);
    QVERIFY(is.toReady == counted.toReady);
    QVERIFY(is.preparing == counted.preparing);
    QCOMPARE(is.promised, counted.promised);
    QCOMPARE(is.late, counted.late);
    QVERIFY(is.lateness == counted.lateness);
    QCOMPARE(is.stations.size(), counted.stations.size());
    for (std::size_t i = 0; i < is.stations.size(); ++i) {
        QCOMPARE(is.stations[i].stationId, counted.stations[i].stationId);
        QVERIFY(is.stations[i].work == counted.stations[i].work);
        QCOMPARE(is.stations[i].late, counted.stations[i].late);
    }
    is.dishes = sorted(is.dishes, [](const auto &one) { return one.itemId; });
    QCOMPARE(is.dishes.size(), counted.dishes.size());
    for (std::size_t i = 0; i < is.dishes.size(); ++i) {
        QCOMPARE(is.dishes[i].itemId, counted.dishes[i].itemId);
        QCOMPARE(is.dishes[i].name, counted.dishes[i].name);
        QVERIFY(is.dishes[i].work == counted.dishes[i].work);
        QCOMPARE(is.dishes[i].late, counted.dishes[i].late);
    }
    QStringList names;
    for (const Analytics::ScreenLatency &screen : is.screens)
        names << screen.name;
    QVERIFY(std::is_sorted(names.begin(), names.end()));
    is.screens = sorted(is.screens, [](const auto &one) { return one.terminalId; });
    QCOMPARE(is.screens.size(), counted.screens.size());
    for (std::size_t i = 0; i < is.screens.size(); ++i) {
        QCOMPARE(is.screens[i].terminalId, counted.screens[i].terminalId);
        QVERIFY(is.screens[i].painted == counted.screens[i].painted);
    }
    QVERIFY(is.painted == counted.painted);
}

} // namespace oshaq::test

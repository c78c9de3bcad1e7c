// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/statisticssample.h"

#include "models/domain/timetext.h"
#include "tests/support/fakestatistics.h"

#include <algorithm>
#include <array>
#include <random>

namespace oshaq::statisticssample {

namespace {

constexpr qint64 minute = 60'000;

constexpr std::array dishNames{"Plov, wedding", "Samsa",         "Lagman",    "Manty",        "Beshbarmak",
                               "Shashlik, kg",  "Kuyrdak",       "Baursak",   "Shorpa",       "Green tea",
                               "Achichuk",      "Okroshka",      "Sorpa",     "Kazy",         "Chak-chak",
                               "Kumys",         "Tandoor bread", "Lamb ribs", "Fried lagman", "Nauryz-kozhe",
                               "Tomato salad",  "Compote",       "Ayran",     "Honey cake"};
constexpr std::array categoryNames{"Hot dishes", "From the tandoor", "Soups", "Salads", "Drinks", "Sweets"};
constexpr std::array stationNames{"Grill", "Hot kitchen", "Tandoor", "Cold"};
constexpr std::array reasonNames{"Guest changed their mind", "Dish is out", "undone", "Taken twice", ""};
constexpr std::array channelNames{"business", "guest", "integration", "staff", "terminal"};

/// Of 1000 orders, by the hour on the wall.
constexpr std::array hourShares{4,  0,   0,  0,  0,  0,  0,   0,   0,   0,  12, 38,
                                96, 118, 92, 40, 38, 62, 104, 142, 110, 72, 44, 28};
constexpr std::array weekdayPercent{88, 82, 92, 98, 126, 168, 160};

/// Splits a whole into parts that sum up to it.
std::vector<qint64> split(qint64 whole, const std::vector<qint64> &shares)
{
    qint64 sum = 0;
    for (const qint64 share : shares)
        sum += share;
    std::vector<qint64> parts;
    qint64 given = 0;
    qint64 seen = 0;
    for (const qint64 share : shares) {
        seen += share;
        const qint64 until = sum == 0 ? 0 : whole / sum * seen + whole % sum * seen / sum;
        parts.push_back(until - given);
        given = until;
    }
    return parts;
}

DurationFigures duration(qint64 count, qint64 medianMs)
{
    if (count == 0)
        return {};
    return {count, medianMs * 11 / 10, medianMs, medianMs * 17 / 10, medianMs * 23 / 10, medianMs * 4};
}

template <size_t count> QString nameAt(const std::array<const char *, count> &names, size_t at)
{
    const QString name = QString::fromUtf8(names[at % count]);
    return at < count ? name : name + QStringLiteral(" %1").arg(at / count + 1);
}

/// Everything that follows from the days.
void derive(Analytics *result, int dishes)
{
    for (const Analytics::Day &day : result->days) {
        result->total += day.sales;
        result->weekdays[size_t(day.day.dayOfWeek() - 1)] += day.sales;
    }
    const SalesFigures &total = result->total;
    const std::vector<qint64> hourly(hourShares.begin(), hourShares.end());
    for (size_t day = 0; day < 7; ++day) {
        const SalesFigures &sales = result->weekdays[day];
        const auto orders = split(sales.orders, hourly);
        const auto completed = split(sales.completed, orders);
        const auto revenue = split(sales.revenueMinor, orders);
        for (size_t hour = 0; hour < 24; ++hour) {
            const SalesFigures cell{orders[hour], completed[hour], std::max<qint64>(0, orders[hour] - completed[hour]),
                                    revenue[hour]};
            result->weekHours[day][hour] = cell;
            result->hours[hour] += cell;
        }
    }
    const auto into = [&total](const std::vector<qint64> &shares, const auto &give) {
        const auto orders = split(total.orders, shares);
        const auto completed = split(total.completed, orders);
        const auto cancelled = split(total.cancelled, orders);
        const auto revenue = split(total.revenueMinor, orders);
        for (size_t i = 0; i < shares.size(); ++i)
            give(i, SalesFigures{orders[i], completed[i], cancelled[i], revenue[i]});
    };
    into({58, 24, 18}, [&](size_t i, const SalesFigures &sales) { result->fulfilments[i] = sales; });
    into({6, 30, 8, 4, 52}, [&](size_t i, const SalesFigures &sales) {
        if (sales.orders > 0)
            result->channels.push_back({QString::fromLatin1(channelNames[i]), sales});
    });

    result->subtotalMinor = total.revenueMinor - total.revenueMinor / 25;
    result->deliveryMinor = total.revenueMinor - result->subtotalMinor;
    result->taxMinor = total.revenueMinor * 12 / 112;
    std::vector<qint64> shares;
    for (int i = 0; i < dishes; ++i)
        shares.push_back(1 + 4000 / (i + 6));
    const auto revenue = split(result->subtotalMinor, shares);
    const auto lines = split(total.completed * 3, shares);
    result->categories.resize(categoryNames.size());
    for (size_t i = 0; i < categoryNames.size(); ++i) {
        result->categories[i].categoryId = qint64(i) + 1;
        result->categories[i].name = QString::fromUtf8(categoryNames[i]);
    }
    for (size_t i = 0; i < size_t(dishes) && total.completed > 0; ++i) {
        const size_t category = i % categoryNames.size();
        const bool byWeight = i == 5;
        result->items.push_back({qint64(i) + 1, nameAt(dishNames, i), qint64(category) + 1,
                                 QString::fromUtf8(categoryNames[category]), lines[i],
                                 lines[i] * (byWeight ? 450 : 1000), revenue[i]});
        result->categories[category].lines += lines[i];
        result->categories[category].revenueMinor += revenue[i];
        result->dishes.push_back({qint64(i) + 1, nameAt(dishNames, i),
                                  duration(lines[i], (4 + qint64(i) % 9 * 2) * minute + 40'000),
                                  lines[i] * qint64(i % 5) / 60});
    }
    std::erase_if(result->categories, [](const auto &one) { return one.lines == 0; });
    std::stable_sort(result->categories.begin(), result->categories.end(),
                     [](const auto &a, const auto &b) { return a.revenueMinor > b.revenueMinor; });

    const auto cancelled = split(total.cancelled, {40, 25, 15, 12, 8});
    result->cancelledMinor = total.cancelled * 684'300;
    const auto cancelledMoney = split(result->cancelledMinor, cancelled);
    for (size_t i = 0; i < reasonNames.size(); ++i) {
        if (cancelled[i] > 0)
            result->cancellations.push_back({QString::fromUtf8(reasonNames[i]), cancelled[i], cancelledMoney[i]});
    }

    const auto made = split(total.completed * 3, {30, 36, 20, 14});
    constexpr std::array latePermille{90, 42, 29, 7};
    constexpr std::array medians{14, 11, 9, 4};
    for (size_t i = 0; i < stationNames.size() && total.completed > 0; ++i) {
        result->stations.push_back({qint64(i) + 1, QString::fromUtf8(stationNames[i]),
                                    duration(made[i], medians[i] * minute + 20'000), made[i] * latePermille[i] / 1000});
    }
    result->toAccept = duration(total.completed, 48'000);
    result->toReady = duration(total.completed, 12 * minute + 40'000);
    result->preparing = duration(total.completed, 11 * minute);
    result->promised = total.completed;
    result->late = total.completed * 41 / 1000;
    result->lateness = duration(result->late, 4 * minute);
    if (total.orders > 0) {
        result->screens = {{3, QStringLiteral("Grill screen"), duration(total.orders, 38)},
                           {4, QStringLiteral("Hot kitchen screen"), duration(total.orders, 44)},
                           {5, QStringLiteral("Pass"), duration(total.orders, 61)},
                           {9, QString(), duration(total.orders / 4, 120)}};
        result->painted = duration(total.orders * 3, 44);
    }
}

} // namespace

Analytics empty(QDate from, QDate to)
{
    Analytics result;
    result.from = from;
    result.to = to;
    const Business business;
    result.beginMs = businessDayBounds(from, business.timeZone, business.dayStartMinutes).beginMs;
    result.endMs = businessDayBounds(to, business.timeZone, business.dayStartMinutes).endMs;
    for (QDate day = from; day <= to; day = day.addDays(1))
        result.days.push_back({day, {}});
    return result;
}

Analytics busy(QDate from, QDate to, int ordersADay, int dishes)
{
    Analytics result = empty(from, to);
    for (Analytics::Day &day : result.days) {
        const qint64 stir = (day.day.toJulianDay() * 7919 + 13) % 23;
        SalesFigures &sales = day.sales;
        sales.orders = ordersADay * weekdayPercent[size_t(day.day.dayOfWeek() - 1)] / 100 * (90 + stir) / 100;
        sales.cancelled = sales.orders * 3 / 100;
        sales.completed = sales.orders - sales.cancelled;
        sales.revenueMinor = sales.completed * (640'000 + stir * 4'700);
    }
    derive(&result, dishes);
    return result;
}

Analytics oddNames(QDate from, QDate to)
{
    Analytics result = busy(from, to, 60, 40);
    const std::array names{
        QStringLiteral(""),
        QStringLiteral("=HYPERLINK(\"http://example\";\"free\")"),
        QStringLiteral("Lamb shoulder from the tandoor with pomegranate, pine nuts, young garlic and "
                       "the cook's own bread, for four"),
        QStringLiteral("שקשוקה עם חלומי"),
        QStringLiteral("Tab\there, line\nthere"),
        QStringLiteral("<b>Borscht</b> & \"dumplings\""),
        QStringLiteral("🍜🍜🍜"),
        QStringLiteral("ДОНЕРКЕБАБВЛАВАШЕСКУРИЦЕЙИОВОЩАМИ")};
    for (size_t i = 0; i < names.size(); ++i) {
        result.items[i].name = names[i];
        result.dishes[i].name = names[i];
        if (i < result.stations.size())
            result.stations[i].name = names[(i + 2) % names.size()];
        if (i < result.cancellations.size())
            result.cancellations[i].reason = names[(i + 4) % names.size()];
        if (i < result.screens.size())
            result.screens[i].name = names[(i + 1) % names.size()];
    }
    result.channels.push_back({QStringLiteral("drone"), {}});
    result.categories.front().categoryId = 0;
    return result;
}

Analytics random(QDate from, QDate to, unsigned seed)
{
    std::mt19937 generator(seed);
    const auto upTo = [&generator](qint64 most) {
        return qint64(std::uniform_int_distribution<qint64>(0, most)(generator));
    };
    Analytics result = empty(from, to);
    for (Analytics::Day &day : result.days) {
        day.sales.completed = upTo(400);
        day.sales.cancelled = upTo(40);
        day.sales.orders = day.sales.completed + day.sales.cancelled + upTo(5);
        day.sales.revenueMinor = day.sales.completed == 0 ? 0 : upTo(900'000'000'000);
    }
    derive(&result, 1 + int(upTo(150)));
    return result;
}

std::vector<Order> orders(int count, qint64 nowMs)
{
    std::vector<Order> all;
    for (int i = 0; i < count; ++i) {
        Order order;
        order.id = 7000 - i;
        order.number = QStringLiteral("A-%1").arg(1 + (count - i) % 180, 3, 10, QLatin1Char('0'));
        order.placedAtMs = nowMs - (i + 1) * 7 * minute;
        order.status = i % 17 == 3 ? OrderStatus::Cancelled : OrderStatus::Completed;
        order.statusAtMs = order.placedAtMs + 30 * minute;
        order.guestName = QStringLiteral("Sholpan");
        for (int line = 0; line <= i % 3; ++line) {
            OrderLine dish;
            dish.id = i * 10 + line;
            dish.name = nameAt(dishNames, size_t(i + line * 5) % dishNames.size());
            dish.quantity = 1000 * (1 + (i + line) % 2);
            dish.priceMinor = 180'000 + line * 65'000;
            dish.status = LineStatus::Done;
            order.lines.push_back(dish);
        }
        order.cost.subtotalMinor = order.cost.totalMinor = 420'000 + (i * 7919) % 900'000 / 100 * 100;
        all.push_back(std::move(order));
    }
    return all;
}

void fill(FakeStatisticsPort &port)
{
    port.figures = [](QDate from, QDate to) { return busy(from, to, 90); };
    port.known = orders(120, port.nowMs);
    const Business business;
    const QDate today = businessDay(port.nowMs, business.timeZone, business.dayStartMinutes);
    for (int back = 1; back <= 5; ++back) {
        const QDate day = today.addDays(-back);
        const Analytics figures = busy(day, day, 90);
        DayEnd report;
        report.id = 100 - back;
        report.day = day;
        report.number = back == 2 ? 2 : 1;
        report.madeAtMs = figures.endMs - 4 * 60 * minute;
        report.madeBy = back % 2 == 0 ? QStringLiteral("Aigul") : QStringLiteral("Yerlan");
        report.orders = figures.total.orders;
        report.revenueMinor = figures.total.revenueMinor;
        report.openOrders = back == 3 ? 2 : 0;
        port.kept.push_back(report);
    }
}

} // namespace oshaq::statisticssample

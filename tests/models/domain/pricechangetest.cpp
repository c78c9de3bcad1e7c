// SPDX-License-Identifier: GPL-3.0-or-later
// Many prices at once: what becomes of each, what is refused, and the one change that writes it.
#include "models/domain/pricechange.h"

#include <QTest>

#include <limits>

using namespace oshaq;

namespace {

using Way = PriceRule::Way;
using Rounding = PriceRule::Rounding;

constexpr qint64 refusedPrice = -1;

PriceRule ruleOf(Way way, qint64 value, qint64 step = 1, Rounding rounding = Rounding::Nearest, bool options = false)
{
    return {way, value, step, rounding, options};
}

Item dish(qint64 id, qint64 priceMinor, qint64 version = 3)
{
    Item item;
    item.id = id;
    item.categoryId = 1;
    item.name = QStringLiteral("Dish %1").arg(id);
    item.priceMinor = priceMinor;
    item.version = version;
    return item;
}

Item dishWithOptions(qint64 id, qint64 priceMinor, const std::vector<qint64> &options)
{
    Item item = dish(id, priceMinor);
    OptionGroup group;
    group.id = 70 + id;
    group.name = QStringLiteral("Extras");
    group.minChoices = 0;
    group.maxChoices = 2;
    for (const qint64 price : options)
        group.options.push_back({700 + qint64(group.options.size()), QStringLiteral("Extra"), price});
    item.optionGroups.push_back(group);
    return item;
}

Currency currency(const char *code)
{
    const auto found = Currency::fromCode(QString::fromLatin1(code));
    return found ? *found : Currency();
}

PricePlan plan(const std::vector<Item> &items, const PriceRule &rule)
{
    auto made = planPrices(items, rule);
    return made ? std::move(*made) : PricePlan();
}

} // namespace

class PriceChangeTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void prices_data();
    void prices();
    void everyPercentageOfManyPricesIsExact();
    void rulesThatMakeNoSense_data();
    void rulesThatMakeNoSense();
    void onlyWhatChangesIsInTheChange();
    void optionsGoAlongWhenTheyAreMeant();
    void freeOptionsStayFree();
    void refusedPricesStay();
    void largeChangesAreMarked();
    void theSumIsOfDishesAndBounded();
    void stepsAreWhatPeoplePayIn_data();
    void stepsAreWhatPeoplePayIn();
};

void PriceChangeTest::prices_data()
{
    QTest::addColumn<int>("way");
    QTest::addColumn<qint64>("value");
    QTest::addColumn<qint64>("step");
    QTest::addColumn<int>("rounding");
    QTest::addColumn<qint64>("before");
    QTest::addColumn<qint64>("after"); // -1: refused
    const auto row = [](const char *name, Way way, qint64 value, qint64 step, Rounding rounding, qint64 before,
                        qint64 after) {
        QTest::newRow(name) << int(way) << value << step << int(rounding) << before << after;
    };
    // Tenge: 100 minor units, rounded to 50 tenge.
    row("ten percent of 3600", Way::Percent, 1000, 1, Rounding::Nearest, 360'000, 396'000);
    row("to fifty, nearest", Way::Percent, 1000, 5'000, Rounding::Nearest, 187'000, 205'000); // 2057 -> 2050
    row("to fifty, up", Way::Percent, 1000, 5'000, Rounding::Up, 187'000, 210'000);
    row("to fifty, down", Way::Percent, 1000, 5'000, Rounding::Down, 187'000, 205'000);
    row("half of a step goes up", Way::Percent, 0, 5'000, Rounding::Nearest, 2'500, 5'000);
    row("a unit less goes down", Way::Percent, 0, 5'000, Rounding::Nearest, 2'499, 0);
    row("on the step already, up", Way::Percent, 0, 5'000, Rounding::Up, 10'000, 10'000);
    row("on the step already, down", Way::Percent, 0, 5'000, Rounding::Down, 10'000, 10'000);
    // 7.77 % of 1.01 is 1.088477: rounded once, not to cents first.
    row("parts of a cent, nearest", Way::Percent, 777, 1, Rounding::Nearest, 101, 109);
    row("parts of a cent, down", Way::Percent, 777, 1, Rounding::Down, 101, 108);
    row("parts of a cent, up", Way::Percent, 777, 1, Rounding::Up, 100, 108); // 107.77
    // 100.49 + 0.5 % = 100.99245: nearest five is 100, by cents first and then by five it would be 100 as well; at
    // 102.4999 the two ways part.
    row("rounded once", Way::Percent, 1, 5, Rounding::Nearest, 102'489, 102'500); // 102499.2489 is nearer 102500
    row("not twice", Way::Percent, 2'499, 1'000, Rounding::Nearest, 400, 0);      // 499.96: below the half
    row("a hundredth of a percent", Way::Percent, 1, 1, Rounding::Nearest, 1'000'000, 1'000'100);
    row("less by a third", Way::Percent, -3'333, 1, Rounding::Nearest, 300, 200); // 200.01
    row("everything off", Way::Percent, -10'000, 1, Rounding::Nearest, 300, 0);
    row("everything off, rounded up", Way::Percent, -10'000, 100, Rounding::Up, 300, 0);
    row("a thousand percent more", Way::Percent, 100'000, 1, Rounding::Nearest, 300, 3'300);
    row("of nothing", Way::Percent, 1'000, 1, Rounding::Up, 0, 0);
    row("the largest price grows", Way::Percent, 1, 1, Rounding::Nearest, maxAmountMinor, refusedPrice);
    row("the largest price stays", Way::Percent, 0, 1, Rounding::Nearest, maxAmountMinor, maxAmountMinor);
    row("the largest price, a thousand percent", Way::Percent, 100'000, 1, Rounding::Nearest, maxAmountMinor,
        refusedPrice);
    row("the largest price, rounded up", Way::Percent, 0, 7, Rounding::Up, maxAmountMinor, refusedPrice);
    row("half of the largest", Way::Percent, -5'000, 1, Rounding::Nearest, maxAmountMinor, maxAmountMinor / 2);

    row("two hundred more", Way::Amount, 20'000, 1, Rounding::Nearest, 360'000, 380'000);
    row("two hundred less", Way::Amount, -20'000, 1, Rounding::Nearest, 360'000, 340'000);
    row("just to nothing", Way::Amount, -360'000, 1, Rounding::Nearest, 360'000, 0);
    row("a unit below nothing", Way::Amount, -360'001, 1, Rounding::Nearest, 360'000, refusedPrice);
    row("below nothing, rounded up", Way::Amount, -360'001, 10'000, Rounding::Up, 360'000, refusedPrice);
    row("amount and step", Way::Amount, 1'234, 1'000, Rounding::Up, 10'000, 12'000);
    row("more than there is", Way::Amount, 1, 1, Rounding::Nearest, maxAmountMinor, refusedPrice);
    row("the most to nothing", Way::Amount, maxAmountMinor, 1, Rounding::Nearest, 0, maxAmountMinor);

    row("exactly", Way::Exactly, 99'000, 1, Rounding::Nearest, 360'000, 99'000);
    row("exactly is not rounded", Way::Exactly, 99'001, 5'000, Rounding::Up, 360'000, 99'001);
    row("exactly nothing", Way::Exactly, 0, 1, Rounding::Nearest, 360'000, 0);
    row("exactly less than nothing", Way::Exactly, -1, 1, Rounding::Nearest, 360'000, refusedPrice);

    // A currency without minor units, and one with a thousand.
    row("yen", Way::Percent, 1'000, 10, Rounding::Nearest, 980, 1'080);    // 1078
    row("dinar", Way::Percent, 1'250, 5, Rounding::Nearest, 1'250, 1'405); // 1.40625 dinars
    row("dinar, up", Way::Percent, 1'250, 5, Rounding::Up, 1'250, 1'410);

    row("a price that cannot be", Way::Percent, 1'000, 1, Rounding::Nearest, -5, refusedPrice);
    row("the smallest number", Way::Amount, 5, 1, Rounding::Nearest, std::numeric_limits<qint64>::min(), refusedPrice);
    row("the largest number", Way::Amount, 5, 1, Rounding::Nearest, std::numeric_limits<qint64>::max(), refusedPrice);
}

void PriceChangeTest::prices()
{
    QFETCH(int, way);
    QFETCH(qint64, value);
    QFETCH(qint64, step);
    QFETCH(int, rounding);
    QFETCH(qint64, before);
    QFETCH(qint64, after);
    const auto changed = changedPrice(before, ruleOf(Way(way), value, step, Rounding(rounding)));
    QCOMPARE(changed ? *changed : refusedPrice, after);
    if (!changed)
        QCOMPARE(changed.error().code, ErrorCode::AmountOutOfRange);
}

void PriceChangeTest::everyPercentageOfManyPricesIsExact()
{
    // Against the same in one wide number.
    __extension__ using Wide = __int128;
    for (const qint64 before :
         {qint64(1), qint64(9'999), qint64(10'000), qint64(10'001), qint64(123'456'789), qint64(999'999'999'999'999)}) {
        for (qint64 percent = -10'000; percent <= 100'000; percent += 137) {
            const Wide exact = Wide(before) * (10'000 + percent);
            for (const qint64 step : {1, 7, 50, 10'000}) {
                const Wide whole = Wide(step) * 10'000;
                const Wide expected = (2 * exact + whole) / (2 * whole) * step;
                const auto changed = changedPrice(before, ruleOf(Way::Percent, percent, step));
                if (expected > maxAmountMinor)
                    QVERIFY(!changed);
                else
                    QCOMPARE(changed ? *changed : refusedPrice, qint64(expected));
            }
        }
    }
}

void PriceChangeTest::rulesThatMakeNoSense_data()
{
    QTest::addColumn<int>("way");
    QTest::addColumn<qint64>("value");
    QTest::addColumn<qint64>("step");
    QTest::newRow("no step") << int(Way::Percent) << qint64(100) << qint64(0);
    QTest::newRow("a step backwards") << int(Way::Amount) << qint64(100) << qint64(-5);
    QTest::newRow("too large a step") << int(Way::Amount) << qint64(100) << maxPriceStepMinor + 1;
    QTest::newRow("less than everything") << int(Way::Percent) << qint64(-10'001) << qint64(1);
    QTest::newRow("more than ten times") << int(Way::Percent) << maxPricePercent + 1 << qint64(1);
    QTest::newRow("too large an amount") << int(Way::Amount) << maxAmountMinor + 1 << qint64(1);
    QTest::newRow("too small an amount") << int(Way::Amount) << std::numeric_limits<qint64>::min() << qint64(1);
    QTest::newRow("too large a price") << int(Way::Exactly) << maxAmountMinor + 1 << qint64(1);
}

void PriceChangeTest::rulesThatMakeNoSense()
{
    QFETCH(int, way);
    QFETCH(qint64, value);
    QFETCH(qint64, step);
    const PriceRule rule = ruleOf(Way(way), value, step);
    const auto price = changedPrice(100, rule);
    QVERIFY(!price);
    QCOMPARE(price.error().code, ErrorCode::ValidationFailed);
    const auto made = planPrices({dish(1, 100)}, rule);
    QVERIFY(!made);
    QCOMPARE(made.error().code, ErrorCode::ValidationFailed);
}

void PriceChangeTest::onlyWhatChangesIsInTheChange()
{
    const PricePlan made =
        plan({dish(1, 100'000, 4), dish(2, 0), dish(3, 20'000, 9)}, ruleOf(Way::Percent, 1'000, 100));
    QCOMPARE(int(made.rows.size()), 3);
    QVERIFY(!made.rows[1].changes());
    QCOMPARE(made.items, 2);
    QCOMPARE(made.prices, 2);
    QCOMPARE(made.refused, 0);
    CatalogChange expected;
    ItemEdit first;
    first.priceMinor = 110'000;
    ItemEdit second;
    second.priceMinor = 22'000;
    expected.items = {{RowAct::Edit, 1, 4, first}, {RowAct::Edit, 3, 9, second}};
    QCOMPARE(made.change, expected);

    const PricePlan nothing = plan({dish(1, 100'000)}, ruleOf(Way::Percent, 0));
    QVERIFY(nothing.change.isEmpty());
    QCOMPARE(nothing.items, 0);
    QCOMPARE(nothing.sumMinor, std::optional<qint64>(0));
    QVERIFY(plan({}, ruleOf(Way::Percent, 1'000)).rows.empty());
}

void PriceChangeTest::optionsGoAlongWhenTheyAreMeant()
{
    const std::vector<Item> items{dishWithOptions(1, 100'000, {20'000, 30'000})};
    QCOMPARE(int(plan(items, ruleOf(Way::Percent, 1'000)).rows.size()), 1);

    const PricePlan made = plan(items, ruleOf(Way::Percent, 1'000, 1, Rounding::Nearest, true));
    QCOMPARE(int(made.rows.size()), 3);
    QVERIFY(!made.rows[0].isOption());
    QVERIFY(made.rows[2].isOption());
    QCOMPARE(made.rows[2].group, 0);
    QCOMPARE(made.rows[2].option, 1);
    QCOMPARE(made.rows[2].after, 33'000);
    QCOMPARE(made.items, 1);
    QCOMPARE(made.prices, 3);
    // Groups are written as a whole: nothing else of them may change.
    auto expected = items.front().optionGroups;
    expected[0].options[0].priceMinor = 22'000;
    expected[0].options[1].priceMinor = 33'000;
    QVERIFY(made.change.items.front().edit.optionGroups == expected);

    // A dish of which only an option changes is changed; "it costs this" is about dishes.
    const PricePlan only =
        plan({dishWithOptions(2, 0, {500})}, ruleOf(Way::Percent, 1'000, 1, Rounding::Nearest, true));
    QCOMPARE(only.items, 1);
    QVERIFY(!only.change.items.front().edit.priceMinor);
    QCOMPARE(only.sumMinor, std::optional<qint64>(0));
    const PricePlan exactly = plan(items, ruleOf(Way::Exactly, 90'000, 1, Rounding::Nearest, true));
    QCOMPARE(int(exactly.rows.size()), 1);
    QVERIFY(!exactly.change.items.front().edit.optionGroups);
}

void PriceChangeTest::freeOptionsStayFree()
{
    const PricePlan made =
        plan({dishWithOptions(1, 100'000, {0, 20'000})}, ruleOf(Way::Amount, 5'000, 1, Rounding::Nearest, true));
    QCOMPARE(made.rows[1].after, 0);
    QCOMPARE(made.rows[2].after, 25'000);
    const PricePlan less =
        plan({dishWithOptions(1, 100'000, {0, 20'000})}, ruleOf(Way::Amount, -5'000, 1, Rounding::Nearest, true));
    QCOMPARE(less.rows[1].after, 0);
    QCOMPARE(less.refused, 0);
}

void PriceChangeTest::refusedPricesStay()
{
    const PricePlan made = plan({dish(1, 30'000), dish(2, 80'000)}, ruleOf(Way::Amount, -50'000));
    QCOMPARE(made.refused, 1);
    QCOMPARE(made.rows[0].refusal, PriceRow::Refusal::BelowZero);
    QCOMPARE(made.rows[0].after, 30'000);
    QVERIFY(!made.rows[0].changes());
    QCOMPARE(int(made.change.items.size()), 1);
    QCOMPARE(made.change.items.front().id, 2);
    QCOMPARE(made.sumMinor, std::optional<qint64>(-50'000));
    const PricePlan large = plan({dish(1, maxAmountMinor)}, ruleOf(Way::Percent, 1'000));
    QCOMPARE(large.rows[0].refusal, PriceRow::Refusal::TooLarge);
    QVERIFY(large.change.isEmpty());
}

void PriceChangeTest::largeChangesAreMarked()
{
    QCOMPARE(plan({dish(1, 100)}, ruleOf(Way::Percent, 5'000)).large, 0); // just half
    QCOMPARE(plan({dish(1, 100)}, ruleOf(Way::Percent, 5'100)).large, 1);
    QCOMPARE(plan({dish(1, 100)}, ruleOf(Way::Percent, -5'000)).large, 0);
    QCOMPARE(plan({dish(1, 100)}, ruleOf(Way::Percent, -5'100)).large, 1);
    QCOMPARE(plan({dish(1, 0)}, ruleOf(Way::Amount, 1)).large, 1); // it was free
    QCOMPARE(plan({dish(1, 0)}, ruleOf(Way::Amount, 0)).large, 0);
    QCOMPARE(plan({dish(1, 0)}, ruleOf(Way::Exactly, maxAmountMinor)).large, 1);
}

void PriceChangeTest::theSumIsOfDishesAndBounded()
{
    const PricePlan made = plan({dishWithOptions(1, 100'000, {20'000}), dish(2, 50'000)},
                                ruleOf(Way::Percent, 1'000, 1, Rounding::Nearest, true));
    QCOMPARE(made.sumMinor, std::optional<qint64>(15'000));
    const PricePlan huge = plan({dish(1, 0), dish(2, 0), dish(3, 0)}, ruleOf(Way::Exactly, maxAmountMinor));
    QVERIFY(!huge.sumMinor);
    QCOMPARE(huge.items, 3);
}

void PriceChangeTest::stepsAreWhatPeoplePayIn_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<qint64>("smallest");
    QTest::addColumn<qint64>("largest");
    QTest::newRow("tenge") << "KZT" << qint64(100) << qint64(50'000);
    QTest::newRow("euro") << "EUR" << qint64(1) << qint64(100);
    QTest::newRow("yen") << "JPY" << qint64(1) << qint64(500);
    QTest::newRow("dinar") << "KWD" << qint64(1) << qint64(1'000);
    QTest::newRow("unidad de fomento") << "CLF" << qint64(1) << qint64(10'000);
}

void PriceChangeTest::stepsAreWhatPeoplePayIn()
{
    QFETCH(QString, code);
    QFETCH(qint64, smallest);
    QFETCH(qint64, largest);
    const std::vector<qint64> steps = priceSteps(currency(qPrintable(code)));
    QCOMPARE(steps.front(), smallest);
    QCOMPARE(steps.back(), largest);
    for (std::size_t i = 1; i < steps.size(); ++i)
        QVERIFY(steps[i] > steps[i - 1]);
}

QTEST_APPLESS_MAIN(PriceChangeTest)
#include "pricechangetest.moc"

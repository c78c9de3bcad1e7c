// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/pricing.h"

#include <QTest>

#include <algorithm>
#include <limits>

using namespace oshaq;

namespace {

Business business()
{
    Business made;
    made.id = 1;
    made.name = QStringLiteral("Test");
    made.deliveryCostMinor = 50'000;
    return made;
}

Item item(qint64 id, qint64 categoryId, const char *name, qint64 priceMinor)
{
    Item made;
    made.id = id;
    made.categoryId = categoryId;
    made.name = QString::fromLatin1(name);
    made.priceMinor = priceMinor;
    return made;
}

OptionGroup group(const char *name, int least, int most, std::vector<Option> options)
{
    OptionGroup made;
    made.name = QString::fromLatin1(name);
    made.minChoices = least;
    made.maxChoices = most;
    made.options = std::move(options);
    return made;
}

Catalog catalog()
{
    Catalog made;
    Station grill;
    grill.id = 1;
    Station cold;
    cold.id = 2;
    made.stations = {grill, cold};
    Category hot;
    hot.id = 1;
    Category byWeight;
    byWeight.id = 2;
    byWeight.name = QStringLiteral("By weight");
    byWeight.quantityStep = 250;
    byWeight.stationId = 2;
    made.categories = {hot, byWeight};
    Item plov = item(7, 1, "Plov", 1295);
    plov.prepSeconds = 300;
    Item soldOut = item(9, 1, "Lagman", 1000);
    soldOut.available = false;
    Item pizza = item(10, 1, "Pizza", 2000);
    pizza.quantityStep = 500;
    pizza.stationId = 2;
    pizza.optionGroups = {group("Size", 1, 1, {{1, QStringLiteral("Small"), 0}, {2, QStringLiteral("Large"), 700}}),
                          group("Extras", 0, 2,
                                {{3, QStringLiteral("Cheese"), 150},
                                 {4, QStringLiteral("No onions"), -50},
                                 {5, QStringLiteral("Olives"), 120}})};
    made.items = {plov, item(8, 2, "Salad", 333), soldOut, pizza, item(11, 1, "Gold", maxAmountMinor)};
    return made;
}

NewOrder request(std::vector<NewOrderLine> lines)
{
    NewOrder made;
    made.fulfilment = Fulfilment::Pickup;
    made.lines = std::move(lines);
    return made;
}

NewOrderLine wanted(qint64 itemId, qint64 quantity, std::vector<qint64> options = {})
{
    NewOrderLine made;
    made.itemId = itemId;
    made.quantity = quantity;
    made.optionIds = std::move(options);
    return made;
}

QString problems(const Error &error)
{
    QStringList paths;
    for (const ErrorDetail &detail : error.details)
        paths << detail.path;
    return errorCodeText(error.code) + u' ' + paths.join(u' ');
}

QString refused(const NewOrder &order)
{
    const auto result = priceOrder(order, catalog(), business());
    return result ? QStringLiteral("accepted") : problems(result.error());
}

} // namespace

class PricingTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void snapshotAndCost()
    {
        NewOrder order = request({wanted(7, 2000), wanted(8, 1250), wanted(10, 500, {2, 3, 4})});
        order.uuid = QStringLiteral("018F4E3A-1B2C-7DEF-8ABC-0123456789AB");
        order.note = QStringLiteral("Quick");
        order.allergy = QStringLiteral("nuts");
        order.covers = 2;
        order.lines[0].note = QStringLiteral("hot");
        order.lines[1].course = 2;
        const auto result = priceOrder(order, catalog(), business());
        QVERIFY(result.ok());
        QCOMPARE(result->uuid, QStringLiteral("018f4e3a-1b2c-7def-8abc-0123456789ab"));
        QCOMPARE(result->businessId, 1);
        QCOMPARE(result->note, QStringLiteral("Quick"));
        QCOMPARE(result->allergy, QStringLiteral("nuts"));
        QCOMPARE(result->covers, 2);
        QCOMPARE(result->lines.size(), 3u);
        const OrderLine &plov = result->lines[0];
        QCOMPARE(plov.name, QStringLiteral("Plov"));
        QCOMPARE(plov.priceMinor, 1295);
        QCOMPARE(plov.stationId, 1); // neither item nor category says: the first station
        QCOMPARE(plov.prepSeconds, 300);
        QCOMPARE(plov.note, QStringLiteral("hot"));
        QCOMPARE(plov.status, LineStatus::Queued);
        QCOMPARE(result->lines[1].stationId, 2);
        QCOMPARE(result->lines[1].course, 2);
        const OrderLine &pizza = result->lines[2];
        QCOMPARE(pizza.priceMinor, 2000 + 700 + 150 - 50);
        QCOMPARE(pizza.options.size(), 3u);
        QCOMPARE(pizza.options[0], (OrderLineOption{2, QStringLiteral("Large"), 700}));
        // 25.90 + half-up(3.33 x 1.25 = 4.1625) 4.16 + 14.00
        QCOMPARE(result->cost.subtotalMinor, 2590 + 416 + 1400);
        QCOMPARE(result->cost.deliveryMinor, 0);
        QCOMPARE(result->cost.totalMinor, 4406);
        QCOMPARE(result->cost.currency.code(), QStringLiteral("KZT"));
    }

    void delivery()
    {
        NewOrder order = request({wanted(7, 1000)});
        order.fulfilment = Fulfilment::Delivery;
        QCOMPARE(refused(order), QStringLiteral("ADDRESS_REQUIRED address_id"));
        order.addressId = 3;
        const auto result = priceOrder(order, catalog(), business());
        QVERIFY(result.ok());
        QCOMPARE(result->addressId, 3);
        QCOMPARE(result->cost.deliveryMinor, 50'000);
        QCOMPARE(result->cost.totalMinor, 51'295);
        // Somebody on the phone says where to: there is no id yet.
        order.addressId.reset();
        order.address = QStringLiteral("  ");
        QCOMPARE(refused(order), QStringLiteral("ADDRESS_REQUIRED address_id"));
        order.address = QStringLiteral("Abai 1");
        QVERIFY(priceOrder(order, catalog(), business()).ok());
        order.addressId = 4;
        order.fulfilment = Fulfilment::Pickup;
        const auto pickup = priceOrder(order, catalog(), business());
        QVERIFY(pickup.ok());
        QCOMPARE(pickup->addressId, std::nullopt);
        QCOMPARE(pickup->cost.totalMinor, 1295);
    }

    void dineInNeedsATable()
    {
        NewOrder order = request({wanted(7, 1000)});
        order.fulfilment = Fulfilment::DineIn;
        QCOMPARE(refused(order), QStringLiteral("VALIDATION_FAILED table"));
        order.table = QStringLiteral("  ");
        QCOMPARE(refused(order), QStringLiteral("VALIDATION_FAILED table"));
        order.table = QStringLiteral(" 12 ");
        const auto result = priceOrder(order, catalog(), business());
        QVERIFY(result.ok());
        QCOMPARE(result->table, QStringLiteral("12"));
    }

    void everyWrongLineAtOnce()
    {
        NewOrder order =
            request({wanted(7, 1000), wanted(99, 1000), wanted(9, 1500), wanted(8, 100), wanted(10, 1000)});
        order.lines[3].course = 0;
        QCOMPARE(refused(order), QStringLiteral("ITEM_UNKNOWN items[1].item_id items[2].item_id items[2].quantity "
                                                "items[3].quantity items[3].course items[4].options"));
        std::rotate(order.lines.begin(), order.lines.begin() + 2, order.lines.end());
        QVERIFY(refused(order).startsWith(QStringLiteral("ITEM_UNAVAILABLE items[0].item_id items[0].quantity ")));
        order.fulfilment = Fulfilment::Delivery;
        QVERIFY(refused(order).startsWith(QStringLiteral("ADDRESS_REQUIRED address_id items[0].item_id")));
    }

    void nothingOrdered()
    {
        QCOMPARE(refused(request({})), QStringLiteral("VALIDATION_FAILED items"));
        NewOrder order = request({wanted(7, 1000)});
        order.covers = -1;
        QCOMPARE(refused(order), QStringLiteral("VALIDATION_FAILED covers"));
    }

    void steps_data()
    {
        QTest::addColumn<qint64>("item");
        QTest::addColumn<qint64>("quantity");
        QTest::addColumn<bool>("fits");
        QTest::newRow("default step") << qint64{7} << qint64{1000} << true;
        QTest::newRow("half of the default step") << qint64{7} << qint64{500} << false;
        QTest::newRow("the category's step") << qint64{8} << qint64{250} << true;
        QTest::newRow("off the category's step") << qint64{8} << qint64{300} << false;
        QTest::newRow("zero") << qint64{7} << qint64{0} << false;
        QTest::newRow("negative") << qint64{7} << qint64{-1000} << false;
        QTest::newRow("int64 min") << qint64{7} << std::numeric_limits<qint64>::min() << false;
        QTest::newRow("int64 max") << qint64{7} << std::numeric_limits<qint64>::max() << false;
        QTest::newRow("a million") << qint64{7} << maxQuantityThousandths << true;
        QTest::newRow("more than a million") << qint64{7} << maxQuantityThousandths + 1000 << false;
    }
    void steps()
    {
        QFETCH(qint64, item);
        QFETCH(qint64, quantity);
        QFETCH(bool, fits);
        const auto result = priceOrder(request({wanted(item, quantity)}), catalog(), business());
        QCOMPARE(result.ok(), fits);
        if (!fits)
            QCOMPARE(result.error().details.front().path, QStringLiteral("items[0].quantity"));
    }

    void itemStepBeforeItsCategory()
    {
        QCOMPARE(refused(request({wanted(10, 500, {1})})), QStringLiteral("accepted"));
        QCOMPARE(refused(request({wanted(10, 250, {1})})), QStringLiteral("QUANTITY_OFF_STEP items[0].quantity"));
    }

    void options_data()
    {
        QTest::addColumn<QList<qint64>>("options");
        QTest::addColumn<QString>("outcome");
        const auto row = [](const char *name, const QList<qint64> &options, const char *outcome) {
            QTest::newRow(name) << options << QString::fromLatin1(outcome);
        };
        row("the one that is needed", {1}, "accepted");
        row("with extras", {1, 3, 5}, "accepted");
        row("none of a group that needs one", {}, "OPTION_INVALID items[0].options");
        row("two of a group that takes one", {1, 2}, "OPTION_INVALID items[0].options");
        row("too many extras", {1, 3, 4, 5}, "OPTION_INVALID items[0].options");
        row("one twice", {1, 3, 3}, "OPTION_INVALID items[0].options[2]");
        row("unknown", {1, 77}, "OPTION_INVALID items[0].options[1]");
        row("unknown and none", {77}, "OPTION_INVALID items[0].options[0] items[0].options");
    }
    void options()
    {
        QFETCH(QList<qint64>, options);
        QFETCH(QString, outcome);
        QCOMPARE(refused(request({wanted(10, 1000, {options.begin(), options.end()})})), outcome);
    }

    void optionsOfAnotherItem()
    {
        QCOMPARE(refused(request({wanted(7, 1000, {1})})), QStringLiteral("OPTION_INVALID items[0].options[0]"));
    }

    void amountsAtTheirLimits()
    {
        QCOMPARE(refused(request({wanted(11, 1000)})), QStringLiteral("accepted"));
        QCOMPARE(refused(request({wanted(11, 2000)})), QStringLiteral("AMOUNT_OUT_OF_RANGE items[0].quantity"));
        // Each line fits, their sum does not.
        QCOMPARE(refused(request({wanted(11, 1000), wanted(7, 1000)})), QStringLiteral("AMOUNT_OUT_OF_RANGE items"));
        Catalog negative = catalog();
        negative.items.front().optionGroups = {group("Discount", 0, 1, {{9, QStringLiteral("All"), -1296}})};
        const auto result = priceOrder(request({wanted(7, 1000, {9})}), negative, business());
        QVERIFY(!result.ok());
        QCOMPARE(problems(result.error()), QStringLiteral("AMOUNT_OUT_OF_RANGE items[0].options"));
    }

    void unknownCurrencyOfTheBusiness()
    {
        Business odd = business();
        odd.currency = QStringLiteral("???");
        const auto result = priceOrder(request({wanted(7, 1000)}), catalog(), odd);
        QVERIFY(!result.ok());
        QCOMPARE(result.error().code, ErrorCode::Internal);
    }

    void voidedLinesCostNothing()
    {
        auto priced = priceOrder(request({wanted(7, 1000), wanted(8, 1000)}), catalog(), business());
        QVERIFY(priced.ok());
        priced->lines[0].status = LineStatus::Voided;
        auto cost = costOf(priced->lines, 100, Currency(), 0);
        QVERIFY(cost.ok());
        QCOMPARE(cost->subtotalMinor, 333);
        QCOMPARE(cost->totalMinor, 433);
        cost = costOf({}, 100, Currency(), 0);
        QVERIFY(cost.ok());
        QCOMPARE(cost->totalMinor, 100);
        QVERIFY(!costOf({}, maxAmountMinor + 1, Currency(), 0).ok());
    }

    void catalogLookups()
    {
        const Catalog menu = catalog();
        QCOMPARE(menu.findItem(8)->name, QStringLiteral("Salad"));
        QCOMPARE(menu.findItem(0), nullptr);
        QCOMPARE(menu.findCategory(2)->name, QStringLiteral("By weight"));
        QCOMPARE(menu.findCategory(9), nullptr);
        QCOMPARE(menu.quantityStepOf(*menu.findItem(8)), 250);
        QCOMPARE(menu.quantityStepOf(*menu.findItem(10)), 500);
        QCOMPARE(menu.stationOf(*menu.findItem(10)), 2);
        Item orphan;
        orphan.categoryId = 99;
        QCOMPARE(menu.quantityStepOf(orphan), defaultQuantityStep);
        QCOMPARE(menu.stationOf(orphan), 1);
        QCOMPARE(Catalog().stationOf(orphan), std::nullopt);
    }
};

QTEST_APPLESS_MAIN(PricingTest)
#include "pricingtest.moc"

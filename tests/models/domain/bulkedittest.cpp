// SPDX-License-Identifier: GPL-3.0-or-later
// The same for several dishes: only what differs is written, and only of dishes that are not so already.
#include "models/domain/bulkedit.h"

#include <QTest>

using namespace oshaq;

namespace {

Item dish(qint64 id, const QStringList &allergens = {})
{
    Item item;
    item.id = id;
    item.categoryId = 1;
    item.version = 10 + id;
    item.prepSeconds = 480;
    item.stationId = 5;
    item.allergens = allergens;
    return item;
}

} // namespace

class BulkEditTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asItIsChangesNothing() { QVERIFY(bulkChange({dish(1), dish(2)}, BulkEdit()).isEmpty()); }
    void onlyWhatDiffersIsWritten();
    void whatBelongsToTheCategoryIsTakenAway();
    void allergensAreAddedAndTakenAway();
    void sharedAndDifferentValues();
    void allergensAreCollected();
    void theWayBackIsExact();
};

void BulkEditTest::onlyWhatDiffersIsWritten()
{
    std::vector<Item> items{dish(1), dish(2)};
    items[1].prepSeconds = 600;
    BulkEdit edit;
    edit.prepSeconds = 600;
    edit.available = true;
    CatalogChange expected;
    ItemEdit row;
    row.prepSeconds = 600;
    expected.items = {{RowAct::Edit, 1, 11, row}};
    QCOMPARE(bulkChange(items, edit), expected);

    edit.categoryId = 7;
    edit.available = false;
    const CatalogChange both = bulkChange(items, edit);
    QCOMPARE(int(both.items.size()), 2);
    QCOMPARE(both.items[1].version, std::optional<qint64>(12));
    QVERIFY(!both.items[1].edit.prepSeconds);
    QCOMPARE(both.items[1].edit.categoryId, std::optional<qint64>(7));
    QCOMPARE(both.items[1].edit.available, std::optional<bool>(false));
}

void BulkEditTest::whatBelongsToTheCategoryIsTakenAway()
{
    std::vector<Item> items{dish(1), dish(2)};
    items[0].quantityStep = 500;
    items[0].hours = {SaleWindow{0x1f, 600, 960}};
    items[1].stationId.reset();
    BulkEdit edit;
    edit.stationId = std::optional<qint64>();
    edit.quantityStep = std::optional<qint64>();
    edit.hours = SaleHours();
    const CatalogChange change = bulkChange(items, edit);
    QCOMPARE(int(change.items.size()), 1);
    const ItemEdit &row = change.items.front().edit;
    QVERIFY(row.stationId && !*row.stationId);
    QVERIFY(row.quantityStep && !*row.quantityStep);
    QVERIFY(row.hours && row.hours->empty());
}

void BulkEditTest::allergensAreAddedAndTakenAway()
{
    const std::vector<Item> items{dish(1, {QStringLiteral("Gluten"), QStringLiteral("milk")}),
                                  dish(2, {QStringLiteral("nuts")}), dish(3, {QStringLiteral("fish")})};
    BulkEdit edit;
    edit.addAllergens = QStringList{QStringLiteral("gluten"), QStringLiteral("nuts")};
    edit.removeAllergens = QStringList{QStringLiteral("MILK"), QStringLiteral("fish")};
    const CatalogChange change = bulkChange(items, edit);
    QCOMPARE(int(change.items.size()), 3);
    QCOMPARE(*change.items[0].edit.allergens, QStringList({QStringLiteral("Gluten"), QStringLiteral("nuts")}));
    QCOMPARE(*change.items[1].edit.allergens, QStringList({QStringLiteral("nuts"), QStringLiteral("gluten")}));
    QCOMPARE(*change.items[2].edit.allergens, QStringList({QStringLiteral("gluten"), QStringLiteral("nuts")}));

    // Who has it already, in whatever case, stays as it is.
    BulkEdit known;
    known.addAllergens = QStringList{QStringLiteral("GLUTEN")};
    QVERIFY(bulkChange({items[0]}, known).isEmpty());
    BulkEdit both;
    both.addAllergens = QStringList{QStringLiteral("nuts")};
    both.removeAllergens = QStringList{QStringLiteral("Nuts")};
    QCOMPARE(*bulkChange({items[1]}, both).items.front().edit.allergens, QStringList());
}

void BulkEditTest::sharedAndDifferentValues()
{
    std::vector<Item> items{dish(1), dish(2)};
    const auto prep = [](const Item &item) { return item.prepSeconds; };
    QCOMPARE(sharedValue<int>(items, prep), std::optional<int>(480));
    items[1].prepSeconds = 0;
    QCOMPARE(sharedValue<int>(items, prep), std::optional<int>());
    QCOMPARE(sharedValue<int>({}, prep), std::optional<int>());
    // "None of its own" is a value that dishes may share.
    const auto step = [](const Item &item) { return item.quantityStep; };
    QVERIFY(sharedValue<std::optional<qint64>>(items, step).has_value());
}

void BulkEditTest::allergensAreCollected()
{
    QCOMPARE(allergensOf({dish(1, {QStringLiteral("nuts"), QStringLiteral("Gluten")}),
                          dish(2, {QStringLiteral("gluten"), QStringLiteral("egg")})}),
             QStringList({QStringLiteral("egg"), QStringLiteral("Gluten"), QStringLiteral("nuts")}));
}

void BulkEditTest::theWayBackIsExact()
{
    Catalog catalog;
    catalog.items = {dish(1, {QStringLiteral("milk")}), dish(2)};
    BulkEdit edit;
    edit.stationId = std::optional<qint64>();
    edit.addAllergens = QStringList{QStringLiteral("nuts")};
    const CatalogChange change = bulkChange(catalog.items, edit);
    const CatalogChanged before = rowsOf(change, catalog);
    CatalogChanged after = before;
    for (Item &item : after.items)
        ++item.version;
    const CatalogChange back = inverseOf(change, before, after);
    QCOMPARE(int(back.items.size()), 2);
    // The last one first.
    QCOMPARE(back.items[1].id, 1);
    QCOMPARE(back.items[1].version, std::optional<qint64>(12));
    QCOMPARE(*back.items[1].edit.allergens, QStringList{QStringLiteral("milk")});
    QCOMPARE(*back.items[1].edit.stationId, std::optional<qint64>(5));
}

QTEST_APPLESS_MAIN(BulkEditTest)
#include "bulkedittest.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "changedmenu.h"
#include "models/domain/availability.h"
#include "models/hub/menuimages.h"
#include "models/hub/orderservice.h"

#include <QTest>

#include <algorithm>

using namespace oshaq;
using namespace oshaq::test;

/// Several rows of the menu at once: each act, all or nothing, places of refusals, what comes back.
class CatalogChangesTest final : public QObject, ChangedMenu
{
    Q_OBJECT

private Q_SLOTS:
    void init() { open(); }
    void eachActOnce();
    void nothingChangesNothing();
    void allOrNothing();
    void placesOfRefusals_data();
    void placesOfRefusals();
    void staleRowsAreNamed();
    void aRowIsNamedOnce();
    void tooManyRows();
    void namesCountInTheEnd();
    void namesCollide();
    void categoriesGoAfterTheirItems();
    void restoredAsItWas();
    void restoredWithoutItsStation();
    void restoredIntoATakenName();
    void neverThere();
    void undoTakesBack();
};

void CatalogChangesTest::eachActOnce()
{
    const qint64 food = categoryOf(u"Soup");
    const qint64 before = lastSeq();
    CatalogChange wanted;
    wanted.categories = {newCategory(QStringLiteral("Drinks"))};
    CategoryChange renamedCategory;
    renamedCategory.id = food;
    renamedCategory.version = 1;
    renamedCategory.edit.name = QStringLiteral("Kitchen");
    wanted.categories.push_back(renamedCategory);
    ItemChange cheaper;
    cheaper.id = m_business.item(u"Bread");
    cheaper.version = 1;
    cheaper.edit.priceMinor = 40;
    wanted.items = {make(QStringLiteral("Lagman"), food), cheaper, removed(u"Plov")};
    const auto changed = change(wanted);
    VERIFY_OK(changed);
    QCOMPARE(changed->values.size(), std::size_t(5));
    QCOMPARE(category(changed->values[0]).name, QStringLiteral("Drinks"));
    QCOMPARE(category(food).name, QStringLiteral("Kitchen"));
    QCOMPARE(category(food).version, 2);
    QCOMPARE(item(changed->values[2]).name, QStringLiteral("Lagman"));
    QCOMPARE(item(u"Bread").priceMinor, 40);
    QVERIFY(!isThere(m_business.item(u"Plov")));
    QCOMPARE(journalTypes(before), (QStringList{QStringLiteral("category.created"), QStringLiteral("category.updated"),
                                                QStringLiteral("item.created"), QStringLiteral("item.updated"),
                                                QStringLiteral("item.deleted")}));
    QVERIFY(feedreads::verifyChain(m_hub->database(), m_business.id).ok());
}

void CatalogChangesTest::nothingChangesNothing()
{
    const qint64 rows = journalRows();
    const auto empty = change({});
    VERIFY_OK(empty);
    QVERIFY(empty->values.empty());
    CatalogChange same;
    same.items = {renamed(u"Soup", QStringLiteral("Soup"))};
    same.items.front().edit.priceMinor = item(u"Soup").priceMinor;
    VERIFY_OK(change(same));
    QCOMPARE(item(u"Soup").version, 1);
    QCOMPARE(journalRows(), rows);
}

void CatalogChangesTest::allOrNothing()
{
    const qint64 rows = journalRows();
    CatalogChange wanted;
    wanted.categories = {newCategory(QStringLiteral("Drinks"))};
    wanted.items = {renamed(u"Soup", QStringLiteral("Broth")), renamed(u"Bread", QStringLiteral("Plov"))};
    VERIFY_REFUSED(change(wanted), ErrorCode::AlreadyExists, QStringLiteral("items[1].name"));
    QCOMPARE(item(u"Soup").name, QStringLiteral("Soup"));
    QCOMPARE(catalog().categories.size(), m_business.catalog.categories.size());
    QCOMPARE(journalRows(), rows);
}

void CatalogChangesTest::placesOfRefusals_data()
{
    QTest::addColumn<int>("what");
    QTest::addColumn<QString>("place");
    QTest::newRow("name") << 0 << QStringLiteral("items[1].name");
    QTest::newRow("price") << 1 << QStringLiteral("items[1].price");
    QTest::newRow("category") << 2 << QStringLiteral("items[1].category_id");
    QTest::newRow("station") << 3 << QStringLiteral("items[1].station_id");
    QTest::newRow("step") << 4 << QStringLiteral("items[1].quantity_step");
    QTest::newRow("hours") << 5 << QStringLiteral("items[1].hours[0].weekdays");
    QTest::newRow("back at") << 6 << QStringLiteral("items[1].back_at");
    QTest::newRow("options") << 7 << QStringLiteral("items[1].option_groups");
    QTest::newRow("new without a name") << 8 << QStringLiteral("items[1].name");
    QTest::newRow("new without a price") << 9 << QStringLiteral("items[1].price");
    QTest::newRow("category of a category") << 10 << QStringLiteral("categories[0].station_id");
}

void CatalogChangesTest::placesOfRefusals()
{
    QFETCH(int, what);
    QFETCH(QString, place);
    CatalogChange wanted;
    ItemChange wrong;
    wrong.id = m_business.item(u"Bread");
    switch (what) {
    case 0:
        wrong.edit.name = QStringLiteral("  ");
        break;
    case 1:
        wrong.edit.priceMinor = -1;
        break;
    case 2:
        wrong.edit.categoryId = 999;
        break;
    case 3:
        wrong.edit.stationId = std::optional<qint64>(999);
        break;
    case 4:
        wrong.edit.quantityStep = std::optional<qint64>(0);
        break;
    case 5:
        wrong.edit.hours = SaleHours{{0, 0, 60}};
        break;
    case 6:
        wrong.edit.backAtMs = m_hub->nowMs + 1000;
        break;
    case 7:
        wrong.edit.optionGroups = std::vector<OptionGroup>{{}};
        break;
    case 8:
        wrong = make({}, categoryOf(u"Soup"));
        wrong.edit.name.reset();
        break;
    case 9:
        wrong = make(QStringLiteral("Lagman"), categoryOf(u"Soup"));
        wrong.edit.priceMinor.reset();
        break;
    default:
        wanted.categories = {newCategory(QStringLiteral("Drinks"))};
        wanted.categories.front().edit.stationId = std::optional<qint64>(999);
        wrong.edit.priceMinor = 50;
        break;
    }
    wanted.items = {renamed(u"Soup", QStringLiteral("Broth")), wrong};
    VERIFY_REFUSED(change(wanted), ErrorCode::ValidationFailed, place);
    QCOMPARE(item(u"Soup").name, QStringLiteral("Soup"));
}

void CatalogChangesTest::staleRowsAreNamed()
{
    CatalogChange wanted;
    wanted.items = {renamed(u"Soup", QStringLiteral("Broth")), renamed(u"Bread", QStringLiteral("Naan"))};
    wanted.items[0].version = 1;
    wanted.items[1].version = 7;
    const auto refused = change(wanted);
    VERIFY_REFUSED(refused, ErrorCode::VersionStale, QStringLiteral("items[1].version"));
    wanted.items[0].version = 3;
    const auto both = change(wanted);
    QCOMPARE(both.error().details.size(), std::size_t(2));
    CategoryChange old;
    old.id = categoryOf(u"Soup");
    old.version = 2;
    old.edit.name = QStringLiteral("Kitchen");
    VERIFY_REFUSED(change({{old}, {}}), ErrorCode::VersionStale, QStringLiteral("categories[0].version"));
}

void CatalogChangesTest::aRowIsNamedOnce()
{
    CatalogChange wanted;
    wanted.items = {renamed(u"Soup", QStringLiteral("Broth")), removed(u"Soup")};
    VERIFY_REFUSED(change(wanted), ErrorCode::ValidationFailed, QStringLiteral("items[1].item_id"));
    CategoryChange food;
    food.id = categoryOf(u"Soup");
    VERIFY_REFUSED(change({{food, food}, {}}), ErrorCode::ValidationFailed,
                   QStringLiteral("categories[1].category_id"));
}

void CatalogChangesTest::tooManyRows()
{
    CatalogChange wanted;
    wanted.items.resize(std::size_t(maxCatalogChanges) + 1);
    VERIFY_REFUSED(change(wanted), ErrorCode::ValidationFailed, QStringLiteral("items"));
}

void CatalogChangesTest::namesCountInTheEnd()
{
    // Two dishes, their external ids, and two categories take each other's.
    CatalogChange ids;
    ids.items = {renamed(u"Soup", QStringLiteral("Soup")), renamed(u"Bread", QStringLiteral("Bread"))};
    ids.items[0].edit.externalId = QStringLiteral("1");
    ids.items[1].edit.externalId = QStringLiteral("2");
    VERIFY_OK(change(ids));
    CatalogChange swap;
    swap.items = {renamed(u"Soup", QStringLiteral("Bread")), renamed(u"Bread", QStringLiteral("Soup"))};
    swap.items[0].edit.externalId = QStringLiteral("2");
    swap.items[1].edit.externalId = QStringLiteral("1");
    CategoryChange food;
    food.id = categoryOf(u"Soup");
    food.edit.name = category(categoryOf(u"Shashlik")).name;
    CategoryChange grill;
    grill.id = categoryOf(u"Shashlik");
    grill.edit.name = category(categoryOf(u"Soup")).name;
    swap.categories = {food, grill};
    VERIFY_OK(change(swap));
    QCOMPARE(item(u"Soup").name, QStringLiteral("Bread"));
    QCOMPARE(item(u"Bread").externalId, QStringLiteral("1"));
    QCOMPARE(category(food.id).name, QStringLiteral("Grill"));
    QCOMPARE(category(grill.id).name, QStringLiteral("Food"));

    // What goes leaves its name to what comes.
    CatalogChange instead;
    instead.items = {make(QStringLiteral("Plov"), food.id), removed(u"Plov")};
    VERIFY_OK(change(instead));
    CatalogChange category2;
    category2.categories = {newCategory(QStringLiteral("Food")), {RowAct::Remove, grill.id, {}, {}}};
    category2.items = {removed(u"Shashlik")};
    VERIFY_OK(change(category2));
    QVERIFY(feedreads::verifyChain(m_hub->database(), m_business.id).ok());
}

void CatalogChangesTest::namesCollide()
{
    CatalogChange twins;
    twins.items = {make(QStringLiteral("Lagman"), categoryOf(u"Soup")),
                   make(QStringLiteral("Lagman"), categoryOf(u"Soup"))};
    const auto refused = change(twins);
    VERIFY_REFUSED(refused, ErrorCode::AlreadyExists, QStringLiteral("items[0].name"));
    QCOMPARE(refused.error().details.size(), std::size_t(2));
    // Each in its own category, or with keys of their own.
    twins.items[1].edit.categoryId = categoryOf(u"Shashlik");
    VERIFY_OK(change(twins));
    CatalogChange keyed;
    keyed.items = {make(QStringLiteral("Manty"), categoryOf(u"Soup")),
                   make(QStringLiteral("Manty"), categoryOf(u"Soup"))};
    keyed.items[0].edit.externalId = QStringLiteral("m1");
    keyed.items[1].edit.externalId = QStringLiteral("m1");
    VERIFY_REFUSED(change(keyed), ErrorCode::AlreadyExists, QStringLiteral("items[0].external_id"));
    keyed.items[1].edit.externalId = QStringLiteral("m2");
    VERIFY_OK(change(keyed));
    VERIFY_REFUSED(change({{newCategory(QStringLiteral("Grill"))}, {}}), ErrorCode::AlreadyExists,
                   QStringLiteral("categories[0].name"));
}

void CatalogChangesTest::categoriesGoAfterTheirItems()
{
    const qint64 grill = categoryOf(u"Shashlik");
    CatalogChange wanted;
    wanted.categories = {{RowAct::Remove, grill, {}, {}}};
    VERIFY_REFUSED(change(wanted), ErrorCode::StillInUse, QStringLiteral("categories[0]"));
    ItemChange moved;
    moved.id = m_business.item(u"Shashlik");
    moved.edit.categoryId = categoryOf(u"Soup");
    wanted.items = {moved};
    VERIFY_OK(change(wanted));
    QCOMPARE(item(u"Shashlik").categoryId, categoryOf(u"Soup"));
    QVERIFY(!catalogreads::category(m_hub->database(), m_business.id, grill).ok());
    // And nothing moves into what goes.
    CatalogChange into;
    into.categories = {{RowAct::Remove, categoryOf(u"Soup"), {}, {}}};
    into.items = {make(QStringLiteral("Lagman"), categoryOf(u"Soup"))};
    VERIFY_REFUSED(change(into), ErrorCode::StillInUse, QStringLiteral("categories[0]"));
}

void CatalogChangesTest::restoredAsItWas()
{
    const qint64 plov = m_business.item(u"Plov");
    const auto image = std::make_shared<MenuImage>(MenuImage{QString(32, u'a'), "image/png", "list", "detail"});
    VERIFY_OK(m_hub->run(m_business.owner(), [&](WriteContext &context) {
        return catalogwrites::setImage(context, {ImageOwner::Kind::Item, plov}, image, std::nullopt);
    }));
    const Item before = item(plov);
    VERIFY_OK(change({{}, {removed(u"Plov")}}));
    const ImageOwner owner{ImageOwner::Kind::Item, plov};
    // Nobody sees the picture of what is not there.
    QVERIFY(!catalogreads::image(m_hub->database(), m_business.id, owner, ImageSize::List).ok());
    QVERIFY(!catalogreads::imageByName(m_hub->database(), image->name, ImageSize::List).ok());

    const qint64 seq = lastSeq();
    CatalogChange wanted;
    wanted.items = {{RowAct::Restore, plov, before.version + 1, {}}};
    wanted.items.front().edit.priceMinor = 7;
    VERIFY_OK(change(wanted));
    Item expected = before;
    expected.version += 2;
    expected.priceMinor = 7;
    QVERIFY(item(plov) == expected);
    QVERIFY(!expected.optionGroups.empty());
    QCOMPARE(catalogreads::image(m_hub->database(), m_business.id, owner, ImageSize::List)->bytes, QByteArray("list"));
    QVERIFY(catalogreads::imageByName(m_hub->database(), image->name, ImageSize::Detail).ok());
    QCOMPARE(journalTypes(seq), QStringList{QStringLiteral("item.restored")});
    // Who restores what is there edits it.
    wanted.items.front().version = item(plov).version;
    wanted.items.front().edit.priceMinor = 8;
    VERIFY_OK(change(wanted));
    QCOMPARE(item(plov).priceMinor, 8);
    QVERIFY(feedreads::verifyChain(m_hub->database(), m_business.id).ok());
}

void CatalogChangesTest::restoredWithoutItsStation()
{
    const qint64 shashlik = m_business.item(u"Shashlik");
    const qint64 grill = categoryOf(u"Shashlik");
    const qint64 tandoor = m_business.station(u"Tandoor");
    CatalogChange gone;
    gone.items = {removed(u"Shashlik")};
    gone.categories = {{RowAct::Remove, grill, {}, {}}};
    VERIFY_OK(change(gone));
    VERIFY_OK(m_hub->run(m_business.owner(), [&](WriteContext &context) {
        return catalogwrites::removeStation(context, tandoor, std::nullopt);
    }));
    CatalogChange back;
    back.items = {{RowAct::Restore, shashlik, {}, {}}};
    VERIFY_REFUSED(change(back), ErrorCode::ValidationFailed, QStringLiteral("items[0].category_id"));
    back.categories = {{RowAct::Restore, grill, {}, {}}};
    VERIFY_OK(change(back));
    QVERIFY(!item(shashlik).stationId);
    QVERIFY(!category(grill).stationId);
}

void CatalogChangesTest::restoredIntoATakenName()
{
    VERIFY_OK(change({{}, {removed(u"Plov")}}));
    VERIFY_OK(change({{}, {make(QStringLiteral("Plov"), categoryOf(u"Soup"))}}));
    CatalogChange back;
    back.items = {{RowAct::Restore, m_business.item(u"Plov"), {}, {}}};
    VERIFY_REFUSED(change(back), ErrorCode::AlreadyExists, QStringLiteral("items[0].name"));
    back.items.front().edit.name = QStringLiteral("Old plov");
    VERIFY_OK(change(back));
    QCOMPARE(item(u"Plov").name, QStringLiteral("Old plov"));
}

void CatalogChangesTest::neverThere()
{
    for (const RowAct act : {RowAct::Edit, RowAct::Remove, RowAct::Restore}) {
        VERIFY_REFUSED(change({{}, {{act, 999, {}, {}}}}), ErrorCode::NotFound, QStringLiteral("items[0].item_id"));
        VERIFY_REFUSED(change({{{act, 999, {}, {}}}, {}}), ErrorCode::NotFound,
                       QStringLiteral("categories[0].category_id"));
    }
    VERIFY_OK(change({{}, {removed(u"Plov")}}));
    VERIFY_REFUSED(change({{}, {removed(u"Plov")}}), ErrorCode::NotFound, QStringLiteral("items[0].item_id"));
    // What was removed is stale in another version as well.
    CatalogChange back;
    back.items = {{RowAct::Restore, m_business.item(u"Plov"), 1, {}}};
    VERIFY_REFUSED(change(back), ErrorCode::VersionStale, QStringLiteral("items[0].version"));
}

void CatalogChangesTest::undoTakesBack()
{
    const Catalog start = catalog();
    CatalogChange wanted;
    wanted.categories = {newCategory(QStringLiteral("Drinks"))};
    wanted.items = {make(QStringLiteral("Tea"), categoryOf(u"Soup")), renamed(u"Soup", QStringLiteral("Broth")),
                    removed(u"Plov")};
    wanted.items[1].edit.hours = SaleHours{{0x1f, 420, 660}};
    const CatalogChanged before = rowsOf(wanted, start);
    const auto done = change(wanted);
    VERIFY_OK(done);
    const CatalogChanged now = after(wanted, *done);
    const CatalogChange back = inverseOf(wanted, before, now);
    const auto undone = change(back);
    VERIFY_OK(undone);
    const Catalog end = catalog();
    QCOMPARE(end.items.size(), start.items.size());
    QCOMPARE(end.categories.size(), start.categories.size());
    for (const Item &one : start.items) {
        Item found = *end.findItem(one.id);
        found.version = one.version;
        QVERIFY2(found == one, qPrintable(one.name));
    }
    // And once more, which brings back under their ids what the first time made.
    const auto redone = change(inverseOf(back, now, after(back, *undone)));
    VERIFY_OK(redone);
    QCOMPARE(item(done->values[1]).name, QStringLiteral("Tea"));
    QCOMPARE(item(u"Soup").name, QStringLiteral("Broth"));
}

QTEST_GUILESS_MAIN(CatalogChangesTest)
#include "catalogchangestest.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/availability.h"
#include "models/hub/catalogedits.h"
#include "models/hub/feedservice.h"
#include "models/hub/menuimages.h"
#include "models/hub/orderservice.h"
#include "tests/support/hubfixture.h"

#include <QTest>

#include <algorithm>

using namespace oshaq;
using namespace oshaq::test;

/// Several rows of the menu at once: each act, all or nothing, places of refusals, order, what comes back.
class CatalogChangesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
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
    void positionsGiveTheOrder_data();
    void positionsGiveTheOrder();
    void positionsOfItems();
    void othersRowsDoNotExist();
    void rowsAfterwards();
    void replaysFindTheirRows();
    void thousandsOfRows();
    void hoursAreKept();
    void backInTime();
    void putsBackWhatIsDue();
    void guestsOrderWhatIsOnSale();

private:
    Result<WriteOutcome> change(const CatalogChange &wanted)
    {
        return m_hub->run(m_business.owner(),
                          [&](WriteContext &context) { return catalogwrites::change(context, wanted); });
    }
    Result<WriteOutcome> setAvailable(const catalogwrites::Availability &wanted)
    {
        return m_hub->run(m_business.owner(), [&](WriteContext &context) {
            return catalogwrites::setAvailable(context, m_business.item(u"Soup"), wanted);
        });
    }
    Item item(qint64 id) { return *catalogreads::item(m_hub->database(), m_business.id, id); }
    Item item(QStringView name) { return item(m_business.item(name)); }
    Category category(qint64 id) { return *catalogreads::category(m_hub->database(), m_business.id, id); }
    qint64 categoryOf(QStringView name) { return m_business.catalog.findItem(m_business.item(name))->categoryId; }
    bool isThere(qint64 itemId) { return catalogreads::item(m_hub->database(), m_business.id, itemId).ok(); }
    Catalog catalog() { return *catalogreads::catalog(m_hub->database(), m_business.id); }
    qint64 journalRows() { return m_hub->number(QStringLiteral("SELECT count(*) FROM journal")); }
    QStringList journalTypes(qint64 after)
    {
        QStringList types;
        const auto page = feedreads::changes(m_hub->database(), m_business.id, {m_hub->epoch, after}, 100);
        for (const FeedChange &one : page ? page->changes : std::vector<FeedChange>())
            types << one.change.type;
        return types;
    }
    qint64 lastSeq() { return m_hub->number(QStringLiteral("SELECT max(seq) FROM journal")); }
    ItemChange make(const QString &name, qint64 categoryId)
    {
        ItemChange row;
        row.act = RowAct::Make;
        row.edit.name = name;
        row.edit.categoryId = categoryId;
        row.edit.priceMinor = 100;
        return row;
    }
    ItemChange renamed(QStringView name, const QString &to)
    {
        ItemChange row;
        row.id = m_business.item(name);
        row.edit.name = to;
        return row;
    }
    ItemChange removed(QStringView name) { return {RowAct::Remove, m_business.item(name), {}, {}}; }
    static CategoryChange newCategory(const QString &name)
    {
        CategoryChange row;
        row.act = RowAct::Make;
        row.edit.name = name;
        return row;
    }
    CatalogChanged after(const CatalogChange &wanted, const WriteOutcome &outcome)
    {
        return *catalogreads::changed(m_hub->database(), m_business.id, wanted, outcome);
    }

    std::unique_ptr<HubFixture> m_hub;
    FixtureBusiness m_business;
};

#define VERIFY_OK(result)                                                                                              \
    do {                                                                                                               \
        const auto verified = (result);                                                                                \
        QVERIFY2(verified.ok(), qPrintable(verified.ok() ? QString() : verified.error().message));                     \
    } while (false)

#define VERIFY_REFUSED(result, expected, place)                                                                        \
    do {                                                                                                               \
        const auto verified = (result);                                                                                \
        QVERIFY(!verified.ok());                                                                                       \
        QCOMPARE(errorCodeText(verified.error().code), errorCodeText(expected));                                       \
        QVERIFY(!verified.error().details.empty());                                                                    \
        QCOMPARE(verified.error().details.front().path, QString(place));                                               \
    } while (false)

void CatalogChangesTest::init()
{
    m_hub = std::make_unique<HubFixture>();
    QVERIFY2(m_hub->open(), qPrintable(m_hub->problem()));
    m_business = m_hub->makeBusiness(QStringLiteral("Oshaq"));
    QVERIFY2(m_business.id != 0, qPrintable(m_hub->problem()));
}

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

void CatalogChangesTest::positionsGiveTheOrder_data()
{
    QTest::addColumn<int>("which");
    QTest::addColumn<int>("position");
    QTest::addColumn<QString>("order");
    // Four categories A B C D at 0 1 2 3.
    QTest::newRow("to the front") << 3 << 0 << QStringLiteral("DABC");
    QTest::newRow("before another") << 3 << 1 << QStringLiteral("ADBC");
    QTest::newRow("to the end") << 0 << 100 << QStringLiteral("BCDA");
    QTest::newRow("down, before another") << 0 << 2 << QStringLiteral("BACD");
    QTest::newRow("where it is") << 1 << 1 << QStringLiteral("ABCD");
}

void CatalogChangesTest::positionsGiveTheOrder()
{
    QFETCH(int, which);
    QFETCH(int, position);
    QFETCH(QString, order);
    CatalogChange start;
    start.items = {removed(u"Shashlik")};
    for (const Item &one : m_business.catalog.items) {
        if (one.name != u"Shashlik")
            start.items.push_back({RowAct::Remove, one.id, {}, {}});
    }
    for (const Category &one : m_business.catalog.categories)
        start.categories.push_back({RowAct::Remove, one.id, {}, {}});
    int at = 0;
    for (const char *name : {"A", "B", "C", "D"}) {
        start.categories.push_back(newCategory(QString::fromLatin1(name)));
        start.categories.back().edit.position = at++;
    }
    VERIFY_OK(change(start));
    const Catalog menu = catalog();
    CategoryChange moved;
    moved.id = menu.categories[std::size_t(which)].id;
    moved.version = menu.categories[std::size_t(which)].version;
    moved.edit.position = position;
    VERIFY_OK(change({{moved}, {}}));
    QString found;
    for (const Category &one : catalog().categories)
        found += one.name;
    QCOMPARE(found, order);
}

void CatalogChangesTest::positionsOfItems()
{
    const qint64 food = categoryOf(u"Soup");
    const auto names = [&] {
        QStringList list;
        for (const Item &one : catalog().items) {
            if (one.categoryId == food)
                list << one.name;
        }
        return list;
    };
    const Item shashlik = item(u"Shashlik");
    // Two new ones to the front, in the order of the list; the other category is left alone.
    CatalogChange wanted;
    wanted.items = {make(QStringLiteral("First"), food), make(QStringLiteral("Second"), food)};
    wanted.items[0].edit.position = 0;
    wanted.items[1].edit.position = 0;
    VERIFY_OK(change(wanted));
    QStringList list = names();
    QCOMPARE(list.mid(0, 2), (QStringList{QStringLiteral("First"), QStringLiteral("Second")}));
    QVERIFY(item(u"Shashlik") == shashlik);
    // All of them turned round, as a page does that has been dragged about in.
    CatalogChange turned;
    int at = 0;
    const Catalog menu = catalog();
    for (auto one = menu.items.rbegin(); one != menu.items.rend(); ++one) {
        if (one->categoryId != food)
            continue;
        ItemChange row;
        row.id = one->id;
        row.version = one->version;
        row.edit.position = at++;
        turned.items.push_back(row);
    }
    VERIFY_OK(change(turned));
    std::reverse(list.begin(), list.end());
    QCOMPARE(names(), list);
    // One alone gets where it was dragged, whatever the ids say.
    CatalogChange alone;
    alone.items = {renamed(u"Soup", QStringLiteral("Soup"))};
    alone.items.front().edit.position = item(m_business.item(u"Bread")).position;
    VERIFY_OK(change(alone));
    list = names();
    QCOMPARE(list.indexOf(QStringLiteral("Soup")) + 1, list.indexOf(QStringLiteral("Bread")));
}

void CatalogChangesTest::othersRowsDoNotExist()
{
    const FixtureBusiness other = m_hub->makeBusiness(QStringLiteral("Other"));
    for (const RowAct act : {RowAct::Edit, RowAct::Remove, RowAct::Restore}) {
        VERIFY_REFUSED(change({{}, {{act, other.item(u"Soup"), {}, {}}}}), ErrorCode::NotFound,
                       QStringLiteral("items[0].item_id"));
    }
    CatalogChange into;
    into.items = {make(QStringLiteral("Lagman"), other.catalog.categories.front().id)};
    VERIFY_REFUSED(change(into), ErrorCode::ValidationFailed, QStringLiteral("items[0].category_id"));
    // Their names are theirs.
    VERIFY_OK(m_hub->run(other.owner(), [&](WriteContext &context) {
        return catalogwrites::change(context, {{}, {{RowAct::Remove, other.item(u"Soup"), {}, {}}}});
    }));
    VERIFY_REFUSED(change({{}, {{RowAct::Restore, other.item(u"Soup"), {}, {}}}}), ErrorCode::NotFound,
                   QStringLiteral("items[0].item_id"));
}

void CatalogChangesTest::rowsAfterwards()
{
    CatalogChange wanted;
    wanted.categories = {newCategory(QStringLiteral("Drinks"))};
    wanted.items = {removed(u"Plov"), make(QStringLiteral("Tea"), categoryOf(u"Soup")),
                    renamed(u"Soup", QStringLiteral("Broth"))};
    const auto done = change(wanted);
    VERIFY_OK(done);
    const CatalogChanged rows = after(wanted, *done);
    QCOMPARE(rows.categories.size(), std::size_t(1));
    QCOMPARE(rows.categories.front().name, QStringLiteral("Drinks"));
    QCOMPARE(rows.items.size(), std::size_t(3));
    QCOMPARE(rows.items[0].name, QStringLiteral("Plov"));
    QVERIFY(!rows.items[0].optionGroups.empty());
    QCOMPARE(rows.items[1].name, QStringLiteral("Tea"));
    QCOMPARE(rows.items[2].name, QStringLiteral("Broth"));
    QCOMPARE(rows.items[2].version, 2);
}

void CatalogChangesTest::replaysFindTheirRows()
{
    CatalogChange wanted;
    wanted.categories = {newCategory(QStringLiteral("Drinks")), newCategory(QStringLiteral("Cakes"))};
    wanted.categories[1].edit.position = 0; // others make room, which is in the journal too
    wanted.items = {renamed(u"Soup", QStringLiteral("Broth")), make(QStringLiteral("Tea"), categoryOf(u"Soup")),
                    make(QStringLiteral("Coffee"), categoryOf(u"Soup"))};
    const auto done = change(wanted);
    VERIFY_OK(done);
    // Somebody makes more before the answer is asked for again.
    VERIFY_OK(change({{newCategory(QStringLiteral("Later"))}, {make(QStringLiteral("Later"), categoryOf(u"Soup"))}}));
    WriteOutcome replay;
    replay.entity = done->entity;
    replay.entityId = done->entityId;
    replay.replayed = true;
    const CatalogChanged rows = after(wanted, replay);
    QCOMPARE(rows.categories.size(), std::size_t(2));
    QCOMPARE(rows.categories[0].name, QStringLiteral("Drinks"));
    QCOMPARE(rows.categories[1].name, QStringLiteral("Cakes"));
    QCOMPARE(rows.items.size(), std::size_t(3));
    QCOMPARE(rows.items[0].name, QStringLiteral("Broth"));
    QCOMPARE(rows.items[1].id, done->values[3]);
    QCOMPARE(rows.items[2].name, QStringLiteral("Coffee"));
    // A journal that does not reach back so far says so.
    replay.entityId = lastSeq() + 1;
    QVERIFY(!catalogreads::changed(m_hub->database(), m_business.id, wanted, replay).ok());
}

void CatalogChangesTest::thousandsOfRows()
{
    const qint64 food = categoryOf(u"Soup");
    CatalogChange wanted;
    for (int i = 0; i < maxCatalogChanges; ++i)
        wanted.items.push_back(make(QStringLiteral("Dish %1").arg(i), food));
    const auto made = change(wanted);
    VERIFY_OK(made);
    CatalogChange dearer;
    for (int i = 0; i < maxCatalogChanges; ++i) {
        ItemChange row;
        row.id = made->values[std::size_t(i)];
        row.version = 1;
        row.edit.priceMinor = 1000 + i;
        row.edit.position = maxCatalogChanges - i;
        dearer.items.push_back(row);
    }
    const auto done = change(dearer);
    VERIFY_OK(done);
    const CatalogChanged rows = after(dearer, *done);
    QCOMPARE(rows.items.size(), std::size_t(maxCatalogChanges));
    for (int i = 0; i < maxCatalogChanges; ++i)
        QCOMPARE(rows.items[std::size_t(i)].priceMinor, 1000 + i);
    dearer.items.back().version = 1;
    VERIFY_REFUSED(change(dearer), ErrorCode::VersionStale, QStringLiteral("items[0].version"));
    QVERIFY(feedreads::verifyChain(m_hub->database(), m_business.id).ok());
}

void CatalogChangesTest::hoursAreKept()
{
    const SaleHours breakfast{{0x1f, 420, 660}, {0x60, 540, 60}};
    CatalogChange wanted;
    wanted.items = {renamed(u"Soup", QStringLiteral("Soup"))};
    wanted.items.front().edit.hours = breakfast;
    CategoryChange food;
    food.id = categoryOf(u"Soup");
    food.edit.hours = SaleHours{{0x7f, 0, 1440}};
    wanted.categories = {food};
    VERIFY_OK(change(wanted));
    QVERIFY(item(u"Soup").hours == breakfast);
    QVERIFY(category(food.id).hours == *food.edit.hours);
    QVERIFY(catalog().saleHoursOf(item(u"Bread")) == *food.edit.hours);
    wanted.items.front().edit.hours = SaleHours();
    wanted.categories.clear();
    VERIFY_OK(change(wanted));
    QVERIFY(item(u"Soup").hours.empty());
    QCOMPARE(item(u"Soup").version, 3);
}

void CatalogChangesTest::backInTime()
{
    constexpr qint64 hour = 3'600'000;
    const qint64 now = m_hub->nowMs;
    VERIFY_OK(setAvailable({false, now + hour}));
    QVERIFY(!item(u"Soup").available);
    QCOMPARE(item(u"Soup").backAtMs, now + hour);
    // Later, or when somebody does.
    VERIFY_OK(setAvailable({false, now + 2 * hour}));
    QCOMPARE(item(u"Soup").backAtMs, now + 2 * hour);
    VERIFY_OK(setAvailable({false}));
    QCOMPARE(item(u"Soup").backAtMs, 0);
    VERIFY_OK(setAvailable({false, now + hour}));
    VERIFY_OK(setAvailable({true}));
    QVERIFY(item(u"Soup").available);
    QCOMPARE(item(u"Soup").backAtMs, 0);

    VERIFY_REFUSED(setAvailable({false, now}), ErrorCode::ValidationFailed, QStringLiteral("back_at"));
    VERIFY_REFUSED(setAvailable({false, now + maxBackInMs + 1}), ErrorCode::ValidationFailed,
                   QStringLiteral("back_at"));
    VERIFY_REFUSED(setAvailable({true, now + hour}), ErrorCode::ValidationFailed, QStringLiteral("back_at"));
    VERIFY_OK(setAvailable({false, now + maxBackInMs}));
    VERIFY_OK(setAvailable({true}));
    // What was over before it arrived says nothing of now.
    const qint64 version = item(u"Soup").version;
    VERIFY_OK(setAvailable({false, now - 1, now - hour}));
    QVERIFY(item(u"Soup").available);
    QCOMPARE(item(u"Soup").version, version + 2); // the screen that said so sees a newer row
    VERIFY_REFUSED(setAvailable({false, now - hour, now - 1}), ErrorCode::ValidationFailed, QStringLiteral("back_at"));

    // An edit that puts it back forgets the time; one that says nothing of it leaves it.
    VERIFY_OK(setAvailable({false, now + hour}));
    CatalogChange wanted;
    wanted.items = {renamed(u"Soup", QStringLiteral("Broth"))};
    VERIFY_OK(change(wanted));
    QCOMPARE(item(u"Soup").backAtMs, now + hour);
    wanted.items.front().edit.available = true;
    VERIFY_OK(change(wanted));
    QCOMPARE(item(u"Soup").backAtMs, 0);
}

void CatalogChangesTest::putsBackWhatIsDue()
{
    constexpr qint64 hour = 3'600'000;
    VERIFY_OK(setAvailable({false, m_hub->nowMs + hour}));
    const auto putBack = [&] {
        Principal keeper;
        keeper.kind = Principal::Kind::System;
        keeper.role = Role::Manager;
        keeper.businessId = m_business.id;
        return m_hub->run(keeper, catalogwrites::putBack);
    };
    m_hub->nowMs += hour - 1;
    const qint64 rows = journalRows();
    VERIFY_OK(putBack());
    QVERIFY(!item(u"Soup").available);
    QCOMPARE(journalRows(), rows);
    m_hub->nowMs += 1;
    const auto done = putBack();
    VERIFY_OK(done);
    QCOMPARE(done->values, std::vector<qint64>{m_business.item(u"Soup")});
    QVERIFY(item(u"Soup").available);
    QCOMPARE(item(u"Soup").backAtMs, 0);
    QVERIFY(!item(u"Oyster").available);
    QCOMPARE(m_hub->text(QStringLiteral("SELECT actor FROM journal ORDER BY seq DESC LIMIT 1")),
             QStringLiteral("system"));
    QCOMPARE(journalRows(), rows + 1);
}

void CatalogChangesTest::guestsOrderWhatIsOnSale()
{
    // 10:00 UTC on a Thursday is 15:00 in Almaty.
    CatalogChange wanted;
    wanted.items = {renamed(u"Soup", QStringLiteral("Soup"))};
    wanted.items.front().edit.hours = SaleHours{{0x7f, 7 * 60, 11 * 60}};
    VERIFY_OK(change(wanted));
    const qint64 guest = m_hub->makeGuest(m_business, QStringLiteral("Asel"));
    const NewOrder order = pickup({line(m_business.item(u"Bread")), line(m_business.item(u"Soup"))});
    const auto place = [&](const Principal &who) {
        return m_hub->run(who, [&](WriteContext &context) { return orderwrites::create(context, order); });
    };
    const auto refused = place(m_business.guest(guest));
    VERIFY_REFUSED(refused, ErrorCode::ItemUnavailable, QStringLiteral("items[1].item_id"));
    QVERIFY(refused.error().message.contains(QStringLiteral("not sold at this time")));
    VERIFY_OK(place(m_business.owner()));
    VERIFY_OK(place(m_business.terminal(Role::Counter)));
    m_hub->nowMs += 16LL * 3'600'000; // 07:00 of the next day
    VERIFY_OK(place(m_business.guest(guest)));
}

QTEST_GUILESS_MAIN(CatalogChangesTest)
#include "catalogchangestest.moc"

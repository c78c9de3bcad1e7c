// SPDX-License-Identifier: GPL-3.0-or-later
#include "changedmenu.h"
#include "models/domain/availability.h"
#include "models/hub/menuimages.h"
#include "models/hub/orderservice.h"

#include <QTest>

#include <algorithm>

using namespace oshaq;
using namespace oshaq::test;

/// Rows of the menu that were changed together: their order, how they look afterwards, their hours.
class CatalogRowsTest final : public QObject, ChangedMenu
{
    Q_OBJECT

private Q_SLOTS:
    void init() { open(); }
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
};

void CatalogRowsTest::positionsGiveTheOrder_data()
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

void CatalogRowsTest::positionsGiveTheOrder()
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

void CatalogRowsTest::positionsOfItems()
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

void CatalogRowsTest::othersRowsDoNotExist()
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

void CatalogRowsTest::rowsAfterwards()
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

void CatalogRowsTest::replaysFindTheirRows()
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

void CatalogRowsTest::thousandsOfRows()
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

void CatalogRowsTest::hoursAreKept()
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

void CatalogRowsTest::backInTime()
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

void CatalogRowsTest::putsBackWhatIsDue()
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

void CatalogRowsTest::guestsOrderWhatIsOnSale()
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

QTEST_GUILESS_MAIN(CatalogRowsTest)
#include "catalogrowstest.moc"

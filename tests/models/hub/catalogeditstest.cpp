// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/catalogedits.h"
#include "models/hub/feedservice.h"
#include "models/hub/menuimages.h"
#include "models/hub/menuoptions.h"
#include "models/hub/orderservice.h"
#include "tests/support/hubfixture.h"

#include <QTest>

using namespace oshaq;
using namespace oshaq::test;

/// Editing the menu row by row: values, versions, names, what may be deleted, pictures, the list.
class CatalogEditsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void categoriesLive();
    void categoriesWithItemsStay();
    void itemsLive();
    void whatChangesNothingWritesNothing();
    void staleVersionsAreRefused();
    void optionsKeepTheirIds();
    void wrongValues_data();
    void wrongValues();
    void namesAreUnique();
    void othersRowsDoNotExist();
    void stationsLive();
    void usedStationsStay();
    void deletionsReachTheFeed();
    void picturesBelongToTheirItem();
    void listsAreFiltered();
    void listsArePaged();
    void dryRunsWriteNothing();
    void namesWithMarksSurviveTheText();

private:
    using Command = std::function<Result<WriteOutcome>(WriteContext &)>;
    Result<WriteOutcome> run(const Command &command) { return m_hub->run(m_business.owner(), command); }
    Result<WriteOutcome> edit(qint64 itemId, const ItemEdit &wanted, std::optional<qint64> version = std::nullopt)
    {
        return run([&](WriteContext &context) { return catalogwrites::editItem(context, itemId, wanted, version); });
    }
    Result<WriteOutcome> make(const ItemEdit &wanted)
    {
        return run([&](WriteContext &context) { return catalogwrites::createItem(context, wanted); });
    }
    Item item(qint64 id) { return *catalogreads::item(m_hub->database(), m_business.id, id); }
    QStringList names(const ItemFilter &filter)
    {
        QStringList found;
        const auto page = catalogreads::items(m_hub->database(), m_business.id, filter);
        for (const Item &one : page ? page->items : std::vector<Item>())
            found.append(one.name);
        return found;
    }
    qint64 journalRows() { return m_hub->number(QStringLiteral("SELECT count(*) FROM journal")); }
    ItemEdit newItem(const QString &name)
    {
        ItemEdit wanted;
        wanted.name = name;
        wanted.categoryId = m_business.catalog.categories.front().id;
        wanted.priceMinor = 100;
        return wanted;
    }

    std::unique_ptr<HubFixture> m_hub;
    FixtureBusiness m_business;
};

#define VERIFY_CODE(result, expected)                                                                                  \
    do {                                                                                                               \
        const auto verified = (result);                                                                                \
        QVERIFY(!verified.ok());                                                                                       \
        QCOMPARE(errorCodeText(verified.error().code), errorCodeText(expected));                                       \
        QVERIFY(!verified.error().message.isEmpty());                                                                  \
    } while (false)

void CatalogEditsTest::init()
{
    m_hub = std::make_unique<HubFixture>();
    QVERIFY2(m_hub->open(), qPrintable(m_hub->problem()));
    m_business = m_hub->makeBusiness(QStringLiteral("Oshaq"));
    QVERIFY2(m_business.id != 0, qPrintable(m_hub->problem()));
}

void CatalogEditsTest::categoriesLive()
{
    CategoryEdit wanted;
    wanted.name = QStringLiteral(" Drinks ");
    wanted.quantityStep = 500;
    wanted.stationId = m_business.station(u"Hot");
    const auto made = run([&](WriteContext &context) { return catalogwrites::createCategory(context, wanted); });
    QVERIFY(made.ok());
    QCOMPARE(made->code, 201);
    Category category = *catalogreads::category(m_hub->database(), m_business.id, made->entityId);
    QCOMPARE(category.name, QStringLiteral("Drinks"));
    QCOMPARE(category.quantityStep, 500);
    QCOMPARE(category.stationId, std::optional(m_business.station(u"Hot")));
    QCOMPARE(category.position, m_business.catalog.categories.back().position + 1);

    CategoryEdit change;
    change.stationId = std::optional<qint64>();
    change.position = 0;
    QVERIFY(
        run([&](WriteContext &context) { return catalogwrites::editCategory(context, category.id, change, 1); }).ok());
    category = *catalogreads::category(m_hub->database(), m_business.id, category.id);
    QVERIFY(!category.stationId);
    QCOMPARE(category.version, 2);
    QCOMPARE(category.name, QStringLiteral("Drinks"));

    QVERIFY(run([&](WriteContext &context) { return catalogwrites::removeCategory(context, category.id, 2); }).ok());
    VERIFY_CODE(catalogreads::category(m_hub->database(), m_business.id, category.id), ErrorCode::NotFound);
    // The name is free again.
    QVERIFY(run([&](WriteContext &context) { return catalogwrites::createCategory(context, wanted); }).ok());
    QVERIFY(feedreads::verifyChain(m_hub->database(), m_business.id).ok());
}

void CatalogEditsTest::categoriesWithItemsStay()
{
    const qint64 grill = m_business.catalog.findItem(m_business.item(u"Shashlik"))->categoryId;
    const auto removal = [&](WriteContext &context) {
        return catalogwrites::removeCategory(context, grill, std::nullopt);
    };
    const auto refused = run(removal);
    VERIFY_CODE(refused, ErrorCode::StillInUse);
    QVERIFY(refused.error().message.contains(QStringLiteral("1 items")));
    QVERIFY(run([&](WriteContext &context) {
                return catalogwrites::removeItem(context, m_business.item(u"Shashlik"), std::nullopt);
            }).ok());
    QVERIFY(run(removal).ok());
}

void CatalogEditsTest::itemsLive()
{
    ItemEdit wanted = newItem(QStringLiteral("Лагман"));
    wanted.description = QStringLiteral("noodles");
    wanted.quantityStep = std::optional<qint64>(250);
    wanted.stationId = std::optional(m_business.station(u"Tandoor"));
    wanted.prepSeconds = 600;
    wanted.allergens = QStringList{QStringLiteral("gluten"), QStringLiteral("Gluten"), QStringLiteral("egg")};
    wanted.optionGroups = {{0, QStringLiteral("Spice"), 0, 1, {{0, QStringLiteral("hot"), 50}}}};
    const auto made = make(wanted);
    QVERIFY(made.ok());
    QCOMPARE(made->code, 201);
    const Item lagman = item(made->entityId);
    QCOMPARE(lagman.quantityStep, std::optional<qint64>(250));
    QCOMPARE(lagman.stationId, std::optional(m_business.station(u"Tandoor")));
    QCOMPARE(lagman.prepSeconds, 600);
    QCOMPARE(lagman.allergens, QStringList({QStringLiteral("gluten"), QStringLiteral("egg")}));
    QCOMPARE(lagman.optionGroups.front().options.front().priceMinor, 50);
    QVERIFY(lagman.available);

    ItemEdit change;
    change.quantityStep = std::optional<qint64>();
    change.stationId = std::optional<qint64>();
    change.priceMinor = 4500;
    change.available = false;
    QVERIFY(edit(lagman.id, change, lagman.version).ok());
    const Item changed = item(lagman.id);
    QVERIFY(!changed.quantityStep);
    QVERIFY(!changed.stationId);
    QCOMPARE(changed.priceMinor, 4500);
    QVERIFY(!changed.available);
    QCOMPARE(changed.version, 2);
    QCOMPARE(changed.optionGroups, lagman.optionGroups);
    QCOMPARE(changed.allergens, lagman.allergens);

    // An order for it stays as it was when it goes.
    const qint64 soup = m_business.item(u"Soup");
    const auto order = m_hub->run(m_business.terminal(Role::Counter), [&](WriteContext &context) {
        return orderwrites::create(context, pickup({line(soup)}));
    });
    QVERIFY(order.ok());
    QVERIFY(run([&](WriteContext &context) { return catalogwrites::removeItem(context, soup, std::nullopt); }).ok());
    VERIFY_CODE(catalogreads::item(m_hub->database(), m_business.id, soup), ErrorCode::NotFound);
    const auto kept = orderreads::one(m_hub->database(), m_business.id, {order->entityId, {}});
    QVERIFY(kept.ok());
    QCOMPARE(kept->lines.front().name, QStringLiteral("Soup"));
    VERIFY_CODE(m_hub->run(m_business.terminal(Role::Counter),
                           [&](WriteContext &context) { return orderwrites::create(context, pickup({line(soup)})); }),
                ErrorCode::ItemUnknown);
}

void CatalogEditsTest::whatChangesNothingWritesNothing()
{
    const qint64 plov = m_business.item(u"Plov");
    const Item before = item(plov);
    const qint64 rows = journalRows();
    ItemEdit same;
    same.name = before.name;
    same.priceMinor = before.priceMinor;
    same.optionGroups = before.optionGroups;
    for (OptionGroup &group : *same.optionGroups)
        group.id = 0;
    QVERIFY(edit(plov, same, before.version).ok());
    QCOMPARE(item(plov).version, before.version);
    QCOMPARE(journalRows(), rows);
}

void CatalogEditsTest::staleVersionsAreRefused()
{
    const qint64 plov = m_business.item(u"Plov");
    ItemEdit change;
    change.priceMinor = 1;
    VERIFY_CODE(edit(plov, change, 99), ErrorCode::VersionStale);
    VERIFY_CODE(run([&](WriteContext &context) { return catalogwrites::removeItem(context, plov, 99); }),
                ErrorCode::VersionStale);
    const qint64 hot = m_business.station(u"Hot");
    VERIFY_CODE(run([&](WriteContext &context) { return catalogwrites::removeStation(context, hot, 99); }),
                ErrorCode::VersionStale);
    VERIFY_CODE(run([&](WriteContext &context) { return catalogwrites::editStation(context, hot, {}, 99); }),
                ErrorCode::VersionStale);
    const qint64 food = m_business.catalog.categories.front().id;
    VERIFY_CODE(run([&](WriteContext &context) { return catalogwrites::editCategory(context, food, {}, 99); }),
                ErrorCode::VersionStale);
    VERIFY_CODE(run([&](WriteContext &context) { return catalogwrites::removeCategory(context, food, 99); }),
                ErrorCode::VersionStale);
}

void CatalogEditsTest::optionsKeepTheirIds()
{
    const qint64 plov = m_business.item(u"Plov");
    const Item before = item(plov);
    ItemEdit change;
    change.optionGroups = {
        {0, QStringLiteral("Extras"), 0, 1, {{0, QStringLiteral("Large"), 10}}},
        {0, QStringLiteral("Size"), 1, 1, {{0, QStringLiteral("Large"), 700}, {0, QStringLiteral("Huge"), 900}}}};
    QVERIFY(edit(plov, change).ok());
    const Item after = item(plov);
    QCOMPARE(after.optionGroups.size(), std::size_t(2));
    QCOMPARE(after.optionGroups[0].name, QStringLiteral("Extras"));
    const OptionGroup &size = after.optionGroups[1];
    QCOMPARE(size.id, before.optionGroups.front().id);
    QCOMPARE(size.options[0].name, QStringLiteral("Large"));
    QCOMPARE(size.options[0].id, m_business.option(u"Plov", u"Large"));
    QCOMPARE(size.options[0].priceMinor, 700);
    // Another group's option of the same name is another one.
    QVERIFY(after.optionGroups[0].options[0].id != size.options[0].id);
    QCOMPARE(m_hub->number(QStringLiteral("SELECT count(*) FROM options WHERE option_id = ?"),
                           {m_business.option(u"Plov", u"Small")}),
             0);
    change.optionGroups->clear();
    QVERIFY(edit(plov, change).ok());
    QVERIFY(item(plov).optionGroups.empty());
}

void CatalogEditsTest::wrongValues_data()
{
    QTest::addColumn<int>("what");
    QTest::addColumn<QString>("path");
    int what = 0;
    for (const char *path : {"name", "price", "category_id", "station_id", "quantity_step", "prep_seconds",
                             "option_groups", "option_groups", "option_groups", "option_groups", "allergens"}) {
        QTest::addRow("%d %s", what, path) << what << QString::fromLatin1(path);
        ++what;
    }
}

void CatalogEditsTest::wrongValues()
{
    QFETCH(int, what);
    QFETCH(QString, path);
    const OptionGroup size{0, QStringLiteral("Size"), 1, 1, {{0, QStringLiteral("S"), 0}}};
    OptionGroup tooMany = size;
    tooMany.minChoices = 2;
    tooMany.maxChoices = 2;
    OptionGroup twice = size;
    twice.options.push_back(twice.options.front());
    OptionGroup empty = size;
    empty.options.clear();
    ItemEdit change = newItem(QStringLiteral("New"));
    switch (what) {
    case 0:
        change.name = QStringLiteral("  ");
        break;
    case 1:
        change.priceMinor = -1;
        break;
    case 2:
        change.categoryId = 999'999;
        break;
    case 3:
        change.stationId = std::optional<qint64>(999'999);
        break;
    case 4:
        change.quantityStep = std::optional<qint64>(0);
        break;
    case 5:
        change.prepSeconds = 90'000;
        break;
    case 6:
        change.optionGroups = {tooMany};
        break;
    case 7:
        change.optionGroups = {twice};
        break;
    case 8:
        change.optionGroups = {empty};
        break;
    case 9:
        change.optionGroups = {size, size};
        break;
    default:
        change.allergens = QStringList{QStringLiteral("a;b")};
        break;
    }
    const qint64 rows = journalRows();
    const auto refused = make(change);
    VERIFY_CODE(refused, ErrorCode::ValidationFailed);
    QCOMPARE(refused.error().details.front().path, path);
    VERIFY_CODE(edit(m_business.item(u"Soup"), change), ErrorCode::ValidationFailed);
    QCOMPARE(journalRows(), rows);
}

void CatalogEditsTest::namesAreUnique()
{
    VERIFY_CODE(make(newItem(QStringLiteral("Soup"))), ErrorCode::AlreadyExists);
    ItemEdit rename;
    rename.name = QStringLiteral("Soup");
    VERIFY_CODE(edit(m_business.item(u"Bread"), rename), ErrorCode::AlreadyExists);
    // In another category, or with keys of their own, they are two.
    ItemEdit elsewhere = newItem(QStringLiteral("Soup"));
    elsewhere.categoryId = m_business.catalog.categories.back().id;
    QVERIFY(make(elsewhere).ok());
    ItemEdit keyed = newItem(QStringLiteral("Manti"));
    keyed.externalId = QStringLiteral("m-1");
    QVERIFY(make(keyed).ok());
    VERIFY_CODE(make(keyed), ErrorCode::AlreadyExists);
    keyed.externalId = QStringLiteral("m-2");
    QVERIFY(make(keyed).ok());

    CategoryEdit category;
    category.name = m_business.catalog.categories.front().name;
    VERIFY_CODE(run([&](WriteContext &context) { return catalogwrites::createCategory(context, category); }),
                ErrorCode::AlreadyExists);
    StationEdit station;
    station.name = QStringLiteral("Hot");
    VERIFY_CODE(run([&](WriteContext &context) { return catalogwrites::createStation(context, station); }),
                ErrorCode::AlreadyExists);
}

void CatalogEditsTest::othersRowsDoNotExist()
{
    const FixtureBusiness other = m_hub->makeBusiness(QStringLiteral("Other"));
    const qint64 theirs = other.item(u"Soup");
    const qint64 category = other.catalog.categories.front().id;
    const qint64 station = other.station(u"Hot");
    VERIFY_CODE(edit(theirs, {}), ErrorCode::NotFound);
    VERIFY_CODE(run([&](WriteContext &context) { return catalogwrites::removeItem(context, theirs, {}); }),
                ErrorCode::NotFound);
    VERIFY_CODE(run([&](WriteContext &context) { return catalogwrites::editCategory(context, category, {}, {}); }),
                ErrorCode::NotFound);
    VERIFY_CODE(run([&](WriteContext &context) { return catalogwrites::removeCategory(context, category, {}); }),
                ErrorCode::NotFound);
    VERIFY_CODE(run([&](WriteContext &context) { return catalogwrites::editStation(context, station, {}, {}); }),
                ErrorCode::NotFound);
    VERIFY_CODE(run([&](WriteContext &context) { return catalogwrites::removeStation(context, station, {}); }),
                ErrorCode::NotFound);
    ItemEdit move;
    move.categoryId = category;
    VERIFY_CODE(edit(m_business.item(u"Soup"), move), ErrorCode::ValidationFailed);
    ItemEdit route;
    route.stationId = std::optional(station);
    VERIFY_CODE(edit(m_business.item(u"Soup"), route), ErrorCode::ValidationFailed);
}

void CatalogEditsTest::stationsLive()
{
    StationEdit wanted;
    wanted.name = QStringLiteral("Bar");
    wanted.soonSeconds = 60;
    wanted.lateSeconds = 120;
    const auto made = run([&](WriteContext &context) { return catalogwrites::createStation(context, wanted); });
    QVERIFY(made.ok());
    StationEdit wrong;
    wrong.lateSeconds = 30;
    VERIFY_CODE(
        run([&](WriteContext &context) { return catalogwrites::editStation(context, made->entityId, wrong, 1); }),
        ErrorCode::ValidationFailed);
    StationEdit change;
    change.soonSeconds = 90;
    change.position = 7;
    QVERIFY(run([&](WriteContext &context) {
                return catalogwrites::editStation(context, made->entityId, change, 1);
            }).ok());
    const Station bar = *catalogreads::station(m_hub->database(), m_business.id, made->entityId);
    QCOMPARE(bar, (Station{made->entityId, QStringLiteral("Bar"), 7, 90, 120, 2}));
    QVERIFY(run([&](WriteContext &context) { return catalogwrites::removeStation(context, bar.id, 2); }).ok());
    VERIFY_CODE(catalogreads::station(m_hub->database(), m_business.id, bar.id), ErrorCode::NotFound);
}

void CatalogEditsTest::usedStationsStay()
{
    const qint64 tandoor = m_business.station(u"Tandoor");
    const qint64 shashlik = m_business.item(u"Shashlik");
    const auto removal = [&](WriteContext &context) { return catalogwrites::removeStation(context, tandoor, {}); };
    VERIFY_CODE(run(removal), ErrorCode::StillInUse);
    // Nothing is routed there any more, but an open order still is.
    const auto order = m_hub->run(m_business.terminal(Role::Counter), [&](WriteContext &context) {
        return orderwrites::create(context, pickup({line(shashlik, 1000)}));
    });
    QVERIFY(order.ok());
    ItemEdit elsewhere;
    elsewhere.stationId = std::optional(m_business.station(u"Hot"));
    QVERIFY(edit(shashlik, elsewhere).ok());
    const auto refused = run(removal);
    VERIFY_CODE(refused, ErrorCode::StillInUse);
    QVERIFY(refused.error().message.contains(QStringLiteral("open orders")));
    OrderCommand cancel;
    cancel.kind = OrderCommand::Kind::SetStatus;
    cancel.to = OrderStatus::Cancelled;
    cancel.reason = QStringLiteral("gone");
    QVERIFY(m_hub
                ->run(m_business.terminal(Role::Manager),
                      [&](WriteContext &context) {
                          return orderwrites::command(context, {order->entityId, {}}, cancel);
                      })
                .ok());
    QVERIFY(run(removal).ok());
    // The last one stays whatever happens.
    const auto stations = catalogreads::stations(m_hub->database(), m_business.id);
    QVERIFY(stations.ok());
    for (const Station &station : *stations) {
        if (station.id != m_business.station(u"Hot")) {
            QVERIFY(
                run([&](WriteContext &context) { return catalogwrites::removeStation(context, station.id, {}); }).ok());
        }
    }
    for (const Item &one : m_business.catalog.items)
        QVERIFY(run([&](WriteContext &context) { return catalogwrites::removeItem(context, one.id, {}); }).ok());
    VERIFY_CODE(run([&](WriteContext &context) {
                    return catalogwrites::removeStation(context, m_business.station(u"Hot"), {});
                }),
                ErrorCode::StillInUse);
}

void CatalogEditsTest::deletionsReachTheFeed()
{
    const Cursor before = *feedreads::cursor(m_hub->database(), m_business.id);
    const qint64 soup = m_business.item(u"Soup");
    const qint64 bread = m_business.item(u"Bread");
    ItemEdit change;
    change.allergens = QStringList{QStringLiteral("gluten")};
    QVERIFY(edit(bread, change).ok());
    QVERIFY(run([&](WriteContext &context) { return catalogwrites::removeItem(context, soup, {}); }).ok());
    const auto page = feedreads::changes(m_hub->database(), m_business.id, before, 10);
    QVERIFY(page.ok());
    QCOMPARE(page->changes.size(), std::size_t(2));
    QCOMPARE(page->changes[0].item->allergens, QStringList{QStringLiteral("gluten")});
    QVERIFY(page->changes[1].change.deleted);
    QCOMPARE(page->changes[1].change.id, soup);
    QCOMPARE(page->changes[1].change.type, QStringLiteral("item.deleted"));
    const auto snapshot = feedreads::snapshot(m_hub->database(), m_business.id, m_hub->nowMs);
    QVERIFY(!snapshot->catalog.findItem(soup));
}

void CatalogEditsTest::picturesBelongToTheirItem()
{
    const qint64 soup = m_business.item(u"Soup");
    const auto image = std::make_shared<const MenuImage>(
        MenuImage{QString(32, u'a'), "image/jpeg", QByteArray("small"), QByteArray("large")});
    const auto put = [&](std::optional<qint64> version) {
        return run([&](WriteContext &context) {
            return catalogwrites::setImage(context, {ImageOwner::Kind::Item, soup}, image, version);
        });
    };
    VERIFY_CODE(put(99), ErrorCode::VersionStale);
    QVERIFY(put(1).ok());
    QCOMPARE(item(soup).image, QStringLiteral("/api/menu/images/") + image->name);
    QCOMPARE(item(soup).version, 2);
    QVERIFY(put(2).ok());
    QCOMPARE(item(soup).version, 2);
    auto &database = m_hub->database();
    QCOMPARE(catalogreads::image(database, m_business.id, {ImageOwner::Kind::Item, soup}, ImageSize::List)->bytes,
             QByteArray("small"));
    QCOMPARE(catalogreads::imageByName(database, image->name, ImageSize::Detail)->bytes, QByteArray("large"));
    const FixtureBusiness other = m_hub->makeBusiness(QStringLiteral("Other"));
    VERIFY_CODE(catalogreads::image(database, other.id, {ImageOwner::Kind::Item, soup}, ImageSize::List),
                ErrorCode::NotFound);
    VERIFY_CODE(m_hub->run(other.owner(),
                           [&](WriteContext &context) {
                               return catalogwrites::removeImage(context, {ImageOwner::Kind::Item, soup}, {});
                           }),
                ErrorCode::NotFound);
    QVERIFY(run([&](WriteContext &context) {
                return catalogwrites::removeImage(context, {ImageOwner::Kind::Item, soup}, {});
            }).ok());
    QVERIFY(item(soup).image.isEmpty());
    VERIFY_CODE(run([&](WriteContext &context) {
                    return catalogwrites::removeImage(context, {ImageOwner::Kind::Item, soup}, {});
                }),
                ErrorCode::NotFound);
    QVERIFY(put({}).ok());
    QVERIFY(run([&](WriteContext &context) { return catalogwrites::removeItem(context, soup, {}); }).ok());
    VERIFY_CODE(catalogreads::imageByName(database, image->name, ImageSize::Detail), ErrorCode::NotFound);
}

void CatalogEditsTest::listsAreFiltered()
{
    ItemEdit wanted = newItem(QStringLiteral("Бешбармақ"));
    wanted.description = QStringLiteral("С КОНИНОЙ");
    wanted.externalId = QStringLiteral("B-7");
    QVERIFY(make(wanted).ok());
    ItemFilter filter;
    QCOMPARE(names(filter).size(), 6);
    for (const char *text : {"бешБАРМАҚ", "конин", "b-7", " Қ "}) {
        filter.text = QString::fromUtf8(text);
        QCOMPARE(names(filter), QStringList{QStringLiteral("Бешбармақ")});
    }
    filter.text = QStringLiteral("%");
    QVERIFY(names(filter).isEmpty());
    filter.text.clear();
    filter.available = false;
    QCOMPARE(names(filter), QStringList{QStringLiteral("Oyster")});
    filter.available = std::nullopt;
    filter.categoryId = m_business.catalog.findItem(m_business.item(u"Shashlik"))->categoryId;
    QCOMPARE(names(filter), QStringList{QStringLiteral("Shashlik")});
    filter.cursor = QStringLiteral("aS4xLjE");
    QVERIFY(catalogreads::items(m_hub->database(), m_business.id, filter).ok());
    for (const char *cursor : {"x", "aS4xLjE=", "ZC4xLjE"}) {
        filter.cursor = QString::fromLatin1(cursor);
        VERIFY_CODE(catalogreads::items(m_hub->database(), m_business.id, filter), ErrorCode::ValidationFailed);
    }
}

void CatalogEditsTest::listsArePaged()
{
    const QStringList all = names({});
    QStringList seen;
    ItemFilter filter;
    filter.limit = 2;
    for (int pages = 0; pages < 10; ++pages) {
        const auto page = catalogreads::items(m_hub->database(), m_business.id, filter);
        QVERIFY(page.ok());
        for (const Item &one : page->items)
            seen.append(one.name);
        filter.cursor = page->nextCursor;
        if (filter.cursor.isEmpty())
            break;
    }
    QCOMPARE(seen, all);
}

void CatalogEditsTest::dryRunsWriteNothing()
{
    const qint64 rows = journalRows();
    MenuImportItem tea;
    tea.category = QStringLiteral("Drinks");
    tea.name = QStringLiteral("Tea");
    tea.priceMinor = 100;
    tea.station = QStringLiteral("Bar");
    const auto counted = run([&](WriteContext &context) {
        auto outcome = catalogwrites::importMenu(context, {tea}, true);
        return context.journalHeads.empty() ? outcome : Result<WriteOutcome>(Error{});
    });
    QVERIFY(counted.ok());
    QCOMPARE(counted->values, (std::vector<qint64>{1, 1, 0, 0}));
    QCOMPARE(journalRows(), rows);
    QCOMPARE(names({}).size(), 5);
    QCOMPARE(run([&](WriteContext &context) { return catalogwrites::importMenu(context, {tea}); })->values,
             counted->values);
}

void CatalogEditsTest::namesWithMarksSurviveTheText()
{
    const std::vector<OptionGroup> groups{
        {0,
         QStringLiteral("Size: a;b|c\\d"),
         0,
         2,
         {{0, QStringLiteral("1 +2"), 50}, {0, QStringLiteral("C++"), 0}, {0, QStringLiteral("end\\"), 5}}}};
    const auto read = parseMenuOptions(formatMenuOptions(groups, Currency()), Currency());
    QVERIFY2(read.ok(), read ? "" : qPrintable(read.error().message));
    QCOMPARE(*read, groups);
    VERIFY_CODE(parseMenuOptions(u"A:0-1:x;A:0-1:y", Currency()), ErrorCode::ValidationFailed);
}

QTEST_GUILESS_MAIN(CatalogEditsTest)
#include "catalogeditstest.moc"

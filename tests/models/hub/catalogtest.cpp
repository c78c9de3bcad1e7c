// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/accessservice.h"
#include "models/hub/menuoptions.h"
#include "tests/support/hubfixture.h"

#include <QFile>
#include <QTest>

using namespace oshaq;
using namespace oshaq::test;

namespace {

/// Fields of one line of our own sample, where quotes only ever surround a whole field.
QStringList csvFields(const QString &text)
{
    QStringList fields;
    QString field;
    bool quoted = false;
    for (const QChar c : text) {
        if (c == u'"') {
            quoted = !quoted;
        } else if (c == u',' && !quoted) {
            fields.append(field);
            field.clear();
        } else {
            field += c;
        }
    }
    fields.append(field);
    return fields;
}

} // namespace

/// The menu: import, "86", the sample that is compiled in, and the text form of options.
class CatalogTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void anImportIsReadBack();
    void importingAgainChangesNothing();
    void whatDiffersIsUpdated();
    void itemsMatchByExternalId();
    void twoExternalIdsAreTwoItems();
    void aWrongMenuImportsNothing();
    void duplicatesAreRefused();
    void theFirstMenuNamesTheFirstStation();
    void laterMenusMakeStations();
    void availability();
    void onlyBusiness();
    void optionsText_data();
    void optionsText();
    void wrongOptionsText_data();
    void wrongOptionsText();
    void theSampleMenuIsSound();

private:
    Result<WriteOutcome> import(const std::vector<MenuImportItem> &items) { return import(m_business.owner(), items); }
    Result<WriteOutcome> import(const Principal &who, const std::vector<MenuImportItem> &items)
    {
        return m_hub->run(who, [&](WriteContext &context) { return catalogwrites::importMenu(context, items); });
    }
    Catalog catalog() { return *catalogreads::catalog(m_hub->database(), m_business.id); }
    qint64 journalRows() { return m_hub->number(QStringLiteral("SELECT count(*) FROM journal")); }
    static MenuImportItem entry(const QString &category, const QString &name, qint64 price,
                                const QString &externalId = {})
    {
        MenuImportItem item;
        item.category = category;
        item.name = name;
        item.priceMinor = price;
        item.externalId = externalId;
        return item;
    }

    std::unique_ptr<HubFixture> m_hub;
    FixtureBusiness m_business;
    const QString m_food = QStringLiteral("Food");
};

void CatalogTest::init()
{
    m_hub = std::make_unique<HubFixture>();
    QVERIFY2(m_hub->open(), qPrintable(m_hub->problem()));
    m_business = m_hub->makeBusiness(QStringLiteral("Oshaq"));
    QVERIFY2(m_business.id != 0, qPrintable(m_hub->problem()));
}

void CatalogTest::anImportIsReadBack()
{
    MenuImportItem tea = entry(QStringLiteral("Drinks"), QStringLiteral(" Чай "), 90'000, QStringLiteral("tea"));
    tea.description = QStringLiteral("with milk");
    tea.quantityStep = 500;
    tea.station = QStringLiteral("Bar");
    tea.prepSeconds = 120;
    tea.optionGroups = {
        {0, QStringLiteral("Milk"), 0, 2, {{0, QStringLiteral("oat"), 20'000}, {0, QStringLiteral("plain"), 0}}}};
    const auto outcome = import({tea});
    QVERIFY2(outcome, qPrintable(outcome ? QString() : outcome.error().message));
    QCOMPARE(outcome->values, (std::vector<qint64>{1, 1, 0, 0}));
    const Catalog menu = catalog();
    QCOMPARE(menu.categories.back().name, QStringLiteral("Drinks"));
    QCOMPARE(menu.stations.back().name, QStringLiteral("Bar"));
    const Item &item = menu.items.back();
    QCOMPARE(item.name, QStringLiteral("Чай"));
    QCOMPARE(item.description, QStringLiteral("with milk"));
    QCOMPARE(item.priceMinor, 90'000);
    QCOMPARE(item.quantityStep, std::optional<qint64>(500));
    QCOMPARE(item.stationId, std::optional(menu.stations.back().id));
    QCOMPARE(item.categoryId, menu.categories.back().id);
    QCOMPARE(item.prepSeconds, 120);
    QCOMPARE(item.externalId, QStringLiteral("tea"));
    QVERIFY(item.available);
    QCOMPARE(item.optionGroups.size(), std::size_t(1));
    QCOMPARE(item.optionGroups[0].maxChoices, 2);
    QCOMPARE(item.optionGroups[0].options.size(), std::size_t(2));
    QCOMPARE(item.optionGroups[0].options[0].name, QStringLiteral("oat"));
    QCOMPARE(item.optionGroups[0].options[0].priceMinor, 20'000);
    QVERIFY(item.optionGroups[0].options[0].id != 0);
}

void CatalogTest::importingAgainChangesNothing()
{
    MenuImportItem tea = entry(QStringLiteral("Drinks"), QStringLiteral("Tea"), 900);
    tea.optionGroups = {{0, QStringLiteral("Milk"), 0, 1, {{0, QStringLiteral("oat"), 200}}}};
    QVERIFY(import({tea, entry(m_food, QStringLiteral("Naan"), 100)}));
    const Catalog before = catalog();
    const qint64 journal = journalRows();
    const auto again = import({tea, entry(m_food, QStringLiteral("Naan"), 100)});
    QVERIFY(again);
    QCOMPARE(again->values, (std::vector<qint64>{0, 0, 0, 2}));
    QCOMPARE(journalRows(), journal);
    QVERIFY(catalog().items == before.items);
}

void CatalogTest::whatDiffersIsUpdated()
{
    MenuImportItem soup = entry(m_food, QStringLiteral("Soup"), 1500);
    soup.station = QStringLiteral("Hot");
    soup.optionGroups = {{0, QStringLiteral("Bread"), 0, 1, {{0, QStringLiteral("rye"), 0}}}};
    const auto outcome = import({soup});
    QVERIFY(outcome);
    QCOMPARE(outcome->values, (std::vector<qint64>{0, 0, 1, 0}));
    const Catalog menu = catalog();
    const Item *item = menu.findItem(m_business.item(u"Soup"));
    QVERIFY(item);
    QCOMPARE(item->priceMinor, 1500);
    QCOMPARE(item->version, 2);
    QCOMPARE(item->optionGroups.size(), std::size_t(1));
    QCOMPARE(
        m_hub->number(QStringLiteral(
                          "SELECT count(*) FROM journal WHERE type = 'item.updated' AND entity_id = ? AND version = 2"),
                      {item->id}),
        1);
    // What the file does not mention stays.
    QCOMPARE(menu.items.size(), m_business.catalog.items.size());
    // Options go when the file has none.
    soup.optionGroups.clear();
    QVERIFY(import({soup}));
    QVERIFY(catalog().findItem(item->id)->optionGroups.empty());
}

void CatalogTest::itemsMatchByExternalId()
{
    const auto outcome =
        import({entry(QStringLiteral("Rice"), QStringLiteral("Festive plov"), 2700, QStringLiteral("plov"))});
    QVERIFY(outcome);
    QCOMPARE(outcome->values, (std::vector<qint64>{1, 0, 1, 0}));
    const Catalog menu = catalog();
    const Item *plov = menu.findItem(m_business.item(u"Plov"));
    QVERIFY(plov);
    QCOMPARE(plov->name, QStringLiteral("Festive plov"));
    QCOMPARE(menu.findCategory(plov->categoryId)->name, QStringLiteral("Rice"));
    // An item without a key adopts the file's.
    QVERIFY(import({entry(m_food, QStringLiteral("Soup"), 1295, QStringLiteral("s-1"))}));
    QCOMPARE(catalog().findItem(m_business.item(u"Soup"))->externalId, QStringLiteral("s-1"));
    // And keeps it when a later file has none.
    QVERIFY(import({entry(m_food, QStringLiteral("Soup"), 1300)}));
    QCOMPARE(catalog().findItem(m_business.item(u"Soup"))->externalId, QStringLiteral("s-1"));
}

void CatalogTest::twoExternalIdsAreTwoItems()
{
    const auto outcome = import({entry(m_food, QStringLiteral("Pizza"), 1000, QStringLiteral("pizza-s")),
                                 entry(m_food, QStringLiteral("Pizza"), 1500, QStringLiteral("pizza-l"))});
    QVERIFY(outcome);
    QCOMPARE(outcome->values, (std::vector<qint64>{0, 2, 0, 0}));
    const auto again = import({entry(m_food, QStringLiteral("Pizza"), 1500, QStringLiteral("pizza-l"))});
    QCOMPARE(again->values, (std::vector<qint64>{0, 0, 0, 1}));
}

void CatalogTest::aWrongMenuImportsNothing()
{
    const qint64 journal = journalRows();
    MenuImportItem nameless = entry(m_food, QStringLiteral(" "), 100);
    MenuImportItem negative = entry(QString(), QStringLiteral("A"), -1);
    negative.quantityStep = -5;
    negative.prepSeconds = -1;
    negative.optionGroups = {{0, QStringLiteral("G"), 2, 1, {{0, QStringLiteral("x"), 0}}}};
    const auto outcome = import({entry(QStringLiteral("New"), QStringLiteral("Good"), 100), nameless, negative});
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, ErrorCode::ValidationFailed);
    QStringList paths;
    for (const ErrorDetail &detail : outcome.error().details)
        paths.append(detail.path);
    QCOMPARE(paths, (QStringList{QStringLiteral("items[1].name"), QStringLiteral("items[2].category"),
                                 QStringLiteral("items[2].price"), QStringLiteral("items[2].quantity_step"),
                                 QStringLiteral("items[2].prep_seconds"), QStringLiteral("items[2].options")}));
    QCOMPARE(journalRows(), journal);
    QCOMPARE(catalog().items.size(), m_business.catalog.items.size());
}

void CatalogTest::duplicatesAreRefused()
{
    const auto byName = import({entry(m_food, QStringLiteral("Naan"), 1), entry(m_food, QStringLiteral(" Naan"), 2)});
    QCOMPARE(byName.error().details.front().path, QStringLiteral("items[1].name"));
    const auto byKey = import({entry(m_food, QStringLiteral("A"), 1, QStringLiteral("k")),
                               entry(m_food, QStringLiteral("B"), 2, QStringLiteral("k"))});
    QCOMPARE(byKey.error().details.front().path, QStringLiteral("items[1].external_id"));
}

void CatalogTest::theFirstMenuNamesTheFirstStation()
{
    // The fixture's business began with "Kitchen"; its menu names Hot and Tandoor.
    QStringList names;
    for (const Station &station : m_business.catalog.stations)
        names.append(station.name);
    QCOMPARE(names, (QStringList{QStringLiteral("Hot"), QStringLiteral("Tandoor")}));
    QCOMPARE(m_business.catalog.stations[0].version, 2);
    QCOMPARE(m_hub->number(QStringLiteral("SELECT count(*) FROM journal WHERE type = 'station.updated'")), 1);
}

void CatalogTest::laterMenusMakeStations()
{
    MenuImportItem tea = entry(QStringLiteral("Drinks"), QStringLiteral("Tea"), 900);
    tea.station = QStringLiteral("Bar");
    QVERIFY(import({tea}));
    QCOMPARE(catalog().stations.size(), std::size_t(3));
}

void CatalogTest::availability()
{
    const qint64 soup = m_business.item(u"Soup");
    const auto set = [this](const Principal &who, qint64 item, bool available) {
        return m_hub->run(
            who, [&](WriteContext &context) { return catalogwrites::setAvailable(context, item, {available}); });
    };
    const qint64 journal = journalRows();
    QVERIFY(set(m_business.owner(), soup, true)); // as it is
    QCOMPARE(journalRows(), journal);
    QVERIFY(set(m_business.owner(), soup, false));
    QVERIFY(!catalog().findItem(soup)->available);
    QCOMPARE(catalog().findItem(soup)->version, 2);
    QCOMPARE(journalRows(), journal + 1);
    const qint64 plov = m_business.item(u"Plov");
    QVERIFY(set(m_business.owner(), plov, false));
    QVERIFY(catalog().findItem(plov)->optionGroups == m_business.catalog.findItem(plov)->optionGroups);
    const FixtureBusiness other = m_hub->makeBusiness(QStringLiteral("Other"));
    QCOMPARE(set(other.owner(), soup, true).error().code, ErrorCode::NotFound);
    QCOMPARE(set(m_business.owner(), 12'345, true).error().code, ErrorCode::NotFound);
}

void CatalogTest::onlyBusiness()
{
    QCOMPARE(catalogreads::onlyBusiness(m_hub->database())->id, m_business.id);
    QCOMPARE(catalogreads::business(m_hub->database(), m_business.id)->deliveryCostMinor, 700);
    m_hub->makeBusiness(QStringLiteral("Other"));
    QCOMPARE(catalogreads::onlyBusiness(m_hub->database()).error().code, ErrorCode::NotFound);
    HubFixture empty;
    QVERIFY(empty.open());
    QCOMPARE(catalogreads::onlyBusiness(empty.database()).error().code, ErrorCode::NotFound);
}

void CatalogTest::optionsText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("canonical");
    QTest::newRow("nothing") << ""
                             << "";
    QTest::newRow("one group") << "Spice:0-1:mild|hot"
                               << "Spice:0-1:mild|hot";
    QTest::newRow("prices") << "Extras:0-2:onion broth +200|extra noodles +600.5"
                            << "Extras:0-2:onion broth +200|extra noodles +600.5";
    QTest::newRow("two groups") << " Size : 1 : S | L +5 ; Sauce:0-1:hot +0 "
                                << "Size:1-1:S|L +5;Sauce:0-1:hot";
    QTest::newRow("plus in a name") << "A:0-1:C++|salt+pepper"
                                    << "A:0-1:C++|salt+pepper";
    QTest::newRow("Cyrillic") << "Соус:0-1:острый +150"
                              << "Соус:0-1:острый +150";
}

void CatalogTest::optionsText()
{
    QFETCH(QString, text);
    QFETCH(QString, canonical);
    const auto groups = parseMenuOptions(text, Currency());
    QVERIFY2(groups, qPrintable(groups ? QString() : groups.error().message));
    QCOMPARE(formatMenuOptions(*groups, Currency()), canonical);
    QVERIFY(*parseMenuOptions(canonical, Currency()) == *groups);
}

void CatalogTest::wrongOptionsText_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("no colon") << "Spice";
    QTest::newRow("too many colons") << "Spice:0-1:mild:hot";
    QTest::newRow("no name") << ":0-1:mild";
    QTest::newRow("no options") << "Spice:0-1:";
    QTest::newRow("empty option") << "Spice:0-1:mild||hot";
    QTest::newRow("empty group") << "Spice:0-1:mild;";
    QTest::newRow("choices backwards") << "Spice:2-1:mild|hot";
    QTest::newRow("none at all") << "Spice:0-0:mild|hot";
    QTest::newRow("more than there are") << "Spice:3-3:mild|hot";
    QTest::newRow("negative") << "Spice:-1-2:mild|hot";
    QTest::newRow("words") << "Spice:one:mild|hot";
    QTest::newRow("twice") << "Spice:0-1:mild|mild";
    QTest::newRow("price") << "Spice:0-1:mild +x";
    QTest::newRow("negative price") << "Spice:0-1:mild +-5";
    QTest::newRow("too exact") << "Spice:0-1:mild +0.125";
    QTest::newRow("too many") << QStringLiteral("G:0-1:a;").repeated(25);
}

void CatalogTest::wrongOptionsText()
{
    QFETCH(QString, text);
    const auto groups = parseMenuOptions(text, Currency());
    QVERIFY(!groups);
    QCOMPARE(groups.error().code, ErrorCode::ValidationFailed);
    QVERIFY(!groups.error().message.isEmpty());
}

void CatalogTest::theSampleMenuIsSound()
{
    QFile file(QStringLiteral(":/sample/menu.csv"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.first(),
             QStringLiteral("category,name,description,price,quantity_step,station,prep_seconds,external_id,options"));
    std::vector<MenuImportItem> menu;
    int weighed = 0;
    int withOptions = 0;
    for (const QString &text : lines.mid(1)) {
        const QStringList fields = csvFields(text);
        QVERIFY2(fields.size() == 9, qPrintable(text));
        MenuImportItem item;
        item.category = fields[0];
        item.name = fields[1];
        item.description = fields[2];
        const auto price = parseMajorUnits(fields[3].toUtf8(), Currency());
        QVERIFY2(price, qPrintable(text));
        item.priceMinor = *price;
        if (!fields[4].isEmpty()) {
            const auto step = parseQuantity(fields[4].toUtf8());
            QVERIFY2(step, qPrintable(text));
            item.quantityStep = *step;
            ++weighed;
        }
        item.station = fields[5];
        item.prepSeconds = fields[6].toInt();
        QVERIFY2(item.prepSeconds > 0, qPrintable(text));
        item.externalId = fields[7];
        QVERIFY2(!item.externalId.isEmpty(), qPrintable(text));
        auto groups = parseMenuOptions(fields[8], Currency());
        QVERIFY2(groups, qPrintable(groups ? QString() : groups.error().message));
        withOptions += groups->empty() ? 0 : 1;
        item.optionGroups = std::move(*groups);
        menu.push_back(std::move(item));
    }
    QVERIFY(menu.size() >= 24);
    QVERIFY(weighed >= 1);
    QVERIFY(withOptions >= 2);

    Business wanted;
    wanted.name = QStringLiteral("Sample");
    const auto made =
        m_hub->run({}, [&](WriteContext &context) { return accesswrites::createBusiness(context, wanted); });
    QVERIFY(made);
    FixtureBusiness sample;
    sample.id = made->entityId;
    const auto outcome = import(sample.owner(), menu);
    QVERIFY2(outcome, qPrintable(outcome ? QString() : outcome.error().message));
    QCOMPARE(outcome->values[1], qint64(menu.size()));
    const auto loaded = catalogreads::catalog(m_hub->database(), sample.id);
    QStringList stations;
    for (const Station &station : loaded->stations)
        stations.append(station.name);
    QCOMPARE(stations,
             (QStringList{QStringLiteral("Hot kitchen"), QStringLiteral("Cold kitchen"), QStringLiteral("Tandoor")}));
}

QTEST_GUILESS_MAIN(CatalogTest)
#include "catalogtest.moc"

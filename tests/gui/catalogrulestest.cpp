// SPDX-License-Identifier: GPL-3.0-or-later
// What the catalog page works out without a widget: forms and two people, hours, words, orders and odd prices.
#include "tests/support/catalogsample.h"
#include "ui/catalog/availability.h"
#include "ui/catalog/catalogtext.h"
#include "ui/catalog/croprect.h"
#include "ui/catalog/itemform.h"
#include "ui/catalog/menurules.h"

#include <QDateTime>
#include <QTest>

using namespace oshaq;

namespace {

constexpr qint64 tenge = 100;
const Currency kzt;

Item plov()
{
    const Catalog catalog = catalogsample::catalog();
    return *catalog.findItem(catalogsample::itemId(catalog, QStringLiteral("Plov, wedding")));
}

std::vector<FormProblem::Kind> kinds(const ItemForm &form)
{
    std::vector<FormProblem::Kind> found;
    for (const FormProblem &one : itemforms::problems(form, kzt))
        found.push_back(one.kind);
    return found;
}

} // namespace

class CatalogRulesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale(QStringLiteral("en"))); }
    void formAndBack();
    void amountsAreReadBackInEveryLanguage();
    void problemsOfForms_data();
    void problemsOfForms();
    void problemsOfOptions();
    void twoPeopleAtDifferentFields();
    void twoPeopleAtOneField();
    void soldAtTheRightTimes_data();
    void soldAtTheRightTimes();
    void availabilityInWords();
    void hoursInWords();
    void choicesInWords();
    void oddPrices();
    void namesThatExist();
    void searching();
    void newOrders();
    void removingACategoryMovesItsDishes();
    void cropStaysInside();
    void initials();

private:
    static qint64 at(int day, int hour, int minute)
    {
        // January 2026: the 15th is a Thursday.
        return QDateTime(QDate(2026, 1, day), QTime(hour, minute), zone()).toMSecsSinceEpoch();
    }
    static QTimeZone zone() { return QTimeZone("Asia/Almaty"); }
};

void CatalogRulesTest::formAndBack()
{
    const Item item = plov();
    const ItemForm form = itemforms::formOf(item, kzt);
    QVERIFY(itemforms::problems(form, kzt).empty());
    QCOMPARE(form.prep, QStringLiteral("8"));
    const ItemEdit edit = itemforms::editOf(form, {allItemFields.begin(), allItemFields.end()}, kzt);
    QCOMPARE(*edit.name, item.name);
    QCOMPARE(*edit.priceMinor, item.priceMinor);
    QVERIFY(!edit.quantityStep->has_value());
    QCOMPARE(*edit.prepSeconds, item.prepSeconds);
    QCOMPARE(edit.optionGroups->size(), item.optionGroups.size());
    QCOMPARE(edit.optionGroups->front().options.back().priceMinor, 600 * tenge);
    QCOMPARE(*edit.hours, item.hours);
    QVERIFY(itemforms::difference(form, itemforms::formOf(item, kzt)).empty());
}

void CatalogRulesTest::amountsAreReadBackInEveryLanguage()
{
    Item item = plov();
    for (const char *language : {"en", "ru", "kk"}) {
        QLocale::setDefault(QLocale(QLatin1String(language)));
        for (const qint64 price : {qint64(0), 50 * tenge, 3600 * tenge, qint64(123'456'789), 1'000'000 * tenge}) {
            item.priceMinor = price;
            const ItemForm form = itemforms::formOf(item, kzt);
            QCOMPARE(*itemforms::editOf(form, {ItemField::Price}, kzt).priceMinor, price);
        }
    }
    // Spaces do not count.
    ItemForm typed = itemforms::formOf(item, kzt);
    typed.price = QStringLiteral("1000000");
    QVERIFY(itemforms::isSame(ItemField::Price, typed, itemforms::formOf(item, kzt)));
}

void CatalogRulesTest::problemsOfForms_data()
{
    using Kind = FormProblem::Kind;
    QTest::addColumn<int>("field");
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("kind");
    const auto row = [](const char *name, ItemField field, const QString &text, Kind kind) {
        QTest::newRow(name) << int(field) << text << int(kind);
    };
    row("no name", ItemField::Name, QStringLiteral("  "), Kind::Missing);
    row("long name", ItemField::Name, QString(201, u'x'), Kind::TooLong);
    row("no price", ItemField::Price, QString(), Kind::Missing);
    row("letters", ItemField::Price, QStringLiteral("12a"), Kind::NoAmount);
    row("below nothing", ItemField::Price, QStringLiteral("-1"), Kind::NoAmount);
    row("no step", ItemField::Step, QStringLiteral("0"), Kind::NoQuantity);
    row("step of words", ItemField::Step, QStringLiteral("half"), Kind::NoQuantity);
    row("minutes of words", ItemField::Prep, QStringLiteral("soon"), Kind::NoMinutes);
    row("too long", ItemField::Prep, QStringLiteral("1441"), Kind::NoMinutes);
    row("semicolon", ItemField::Allergens, QStringLiteral("nuts; milk"), Kind::Semicolon);
}

void CatalogRulesTest::problemsOfForms()
{
    QFETCH(int, field);
    QFETCH(QString, text);
    QFETCH(int, kind);
    ItemForm form = itemforms::formOf(plov(), kzt);
    switch (ItemField(field)) {
    case ItemField::Name:
        form.name = text;
        break;
    case ItemField::Price:
        form.price = text;
        break;
    case ItemField::Step:
        form.step = text;
        break;
    case ItemField::Prep:
        form.prep = text;
        break;
    default:
        form.allergens = {text};
    }
    const auto problems = itemforms::problems(form, kzt);
    QCOMPARE(problems.size(), size_t(1));
    QCOMPARE(int(problems.front().field), field);
    QCOMPARE(int(problems.front().kind), kind);
    QVERIFY(!CatalogText::problem(problems.front().kind).isEmpty());
}

void CatalogRulesTest::problemsOfOptions()
{
    using Kind = FormProblem::Kind;
    const ItemForm good = itemforms::formOf(plov(), kzt);
    ItemForm form = good;
    form.groups[0].name.clear();
    QCOMPARE(kinds(form), std::vector{Kind::GroupWithoutName});
    form = good;
    form.groups[1].name = form.groups[0].name;
    QCOMPARE(kinds(form), std::vector{Kind::GroupTwice});
    form = good;
    form.groups[0].options[1].name = form.groups[0].options[0].name;
    QCOMPARE(kinds(form), std::vector{Kind::OptionTwice});
    form = good;
    form.groups[0].options[1].price = QStringLiteral("much");
    QCOMPARE(kinds(form), std::vector{Kind::OptionPrice});
    form = good;
    form.groups[0].options.clear();
    QCOMPARE(kinds(form), std::vector{Kind::GroupWithoutOptions});
    form = good;
    form.groups[0].least = 4;
    form.groups[0].most = 4;
    QCOMPARE(kinds(form), std::vector{Kind::TooFewOptions});
    form = good;
    form.hours = {{0, 600, 700}};
    QCOMPARE(kinds(form), std::vector{Kind::EmptyWindow});
}

void CatalogRulesTest::twoPeopleAtDifferentFields()
{
    const ItemForm base = itemforms::formOf(plov(), kzt);
    ItemForm mine = base;
    mine.name = QStringLiteral("Plov");
    ItemForm theirs = base;
    theirs.price = QStringLiteral("3700");
    const ItemForm merged = itemforms::merged(base, mine, theirs);
    QCOMPARE(merged.name, QStringLiteral("Plov"));
    QCOMPARE(merged.price, QStringLiteral("3700"));
    QCOMPARE(itemforms::conflicts(base, mine, theirs), std::vector{ItemField::Price});
}

void CatalogRulesTest::twoPeopleAtOneField()
{
    const ItemForm base = itemforms::formOf(plov(), kzt);
    ItemForm mine = base;
    mine.price = QStringLiteral("3800");
    ItemForm theirs = base;
    theirs.price = QStringLiteral("3700");
    QCOMPARE(itemforms::merged(base, mine, theirs).price, QStringLiteral("3800"));
    QCOMPARE(itemforms::conflicts(base, mine, theirs), std::vector{ItemField::Price});
    // The same is no conflict.
    theirs.price = QStringLiteral("3 800");
    QVERIFY(itemforms::conflicts(base, mine, theirs).empty());
}

void CatalogRulesTest::soldAtTheRightTimes_data()
{
    QTest::addColumn<SaleHours>("hours");
    QTest::addColumn<qint64>("ms");
    QTest::addColumn<bool>("sold");
    QTest::addColumn<qint64>("next");
    const SaleHours day{{0x7f, 12 * 60, 23 * 60}};
    const SaleHours night{{0x7f, 22 * 60, 2 * 60}};
    const SaleHours weekend{{0x60, 11 * 60, 16 * 60}};
    const SaleHours fridayNight{{0x10, 22 * 60, 2 * 60}};
    QTest::newRow("always") << SaleHours() << at(15, 3, 0) << true << at(15, 3, 0);
    QTest::newRow("before") << day << at(15, 11, 59) << false << at(15, 12, 0);
    QTest::newRow("first minute") << day << at(15, 12, 0) << true << at(15, 12, 0);
    QTest::newRow("last minute") << day << at(15, 22, 59) << true << at(15, 22, 59);
    QTest::newRow("after") << day << at(15, 23, 0) << false << at(16, 12, 0);
    QTest::newRow("over midnight, evening") << night << at(15, 23, 30) << true << at(15, 23, 30);
    QTest::newRow("over midnight, morning") << night << at(15, 1, 59) << true << at(15, 1, 59);
    QTest::newRow("over midnight, out") << night << at(15, 2, 0) << false << at(15, 22, 0);
    QTest::newRow("thursday of a weekend dish") << weekend << at(15, 12, 0) << false << at(17, 11, 0);
    QTest::newRow("the night belongs to friday") << fridayNight << at(17, 1, 0) << true << at(17, 1, 0);
    QTest::newRow("not to thursday") << fridayNight << at(16, 1, 0) << false << at(16, 22, 0);
    QTest::newRow("whole day") << SaleHours{{0x7f, 0, 1440}} << at(15, 0, 0) << true << at(15, 0, 0);
}

void CatalogRulesTest::soldAtTheRightTimes()
{
    QFETCH(SaleHours, hours);
    QFETCH(qint64, ms);
    QFETCH(bool, sold);
    QFETCH(qint64, next);
    QCOMPARE(isSoldAt(hours, ms, zone()), sold);
    QCOMPARE(soldNextAt(hours, ms, zone()).value_or(0), next);
}

void CatalogRulesTest::availabilityInWords()
{
    const qint64 now = at(15, 17, 0);
    Category category;
    Item item;
    const auto words = [&] {
        return CatalogText::availability(availabilityOf(item, &category, now, zone()), now, zone());
    };
    QCOMPARE(words(), QStringLiteral("Available"));
    item.available = false;
    QCOMPARE(words(), QStringLiteral("86 · out"));
    item.backAtMs = at(16, 4, 0);
    QCOMPARE(words(), QStringLiteral("86 · back tomorrow 04:00"));
    item.backAtMs = at(15, 18, 30);
    QCOMPARE(words(), QStringLiteral("86 · back 18:30"));
    item.backAtMs = at(19, 12, 0);
    QCOMPARE(words(), QStringLiteral("86 · back Mon 12:00"));
    // Its time is over and the hub has not said so yet.
    item.backAtMs = at(15, 16, 0);
    QCOMPARE(words(), QStringLiteral("86 · out"));
    item.available = true;
    item.backAtMs = 0;
    category.hours = {{0x7f, 18 * 60, 23 * 60}};
    QCOMPARE(words(), QStringLiteral("Not sold now · from 18:00"));
    // Its own hours go before.
    item.hours = {{0x7f, 10 * 60, 23 * 60}};
    QCOMPARE(words(), QStringLiteral("Available"));
}

void CatalogRulesTest::hoursInWords()
{
    QCOMPARE(CatalogText::hours({}), QStringLiteral("always"));
    QCOMPARE(CatalogText::hours({{0x7f, 720, 1380}}), QStringLiteral("every day 12:00–23:00"));
    QCOMPARE(CatalogText::hours({{0x60, 660, 960}, {0x1f, 0, 1440}}), QStringLiteral("Sat, Sun 11:00–16:00; Mon–Fri"));
    QCOMPARE(CatalogText::days(0x15), QStringLiteral("Mon, Wed, Fri"));
    QCOMPARE(CatalogText::minutes(1440), QStringLiteral("24:00"));
}

void CatalogRulesTest::choicesInWords()
{
    QCOMPARE(CatalogText::choices(0, 1), QStringLiteral("optional, one"));
    QCOMPARE(CatalogText::choices(0, 3), QStringLiteral("optional, up to 3"));
    QCOMPARE(CatalogText::choices(1, 1), QStringLiteral("required, one"));
    QCOMPARE(CatalogText::choices(2, 2), QStringLiteral("required, exactly 2"));
    QCOMPARE(CatalogText::choices(1, 3), QStringLiteral("required, 1 to 3"));
    const ItemForm form = itemforms::formOf(plov(), kzt);
    QCOMPARE(CatalogText::group(form.groups.front()), QStringLiteral("Meat: lamb, beef, horse +600 · required, one"));
}

void CatalogRulesTest::oddPrices()
{
    Catalog catalog;
    for (const int price : {100, 100, 100, 100}) {
        Item item;
        item.id = qint64(catalog.items.size()) + 1;
        item.categoryId = 1;
        item.priceMinor = price;
        catalog.items.push_back(item);
    }
    QVERIFY(!menurules::oddPrice(catalog, 99, 1, 125));
    QCOMPARE(menurules::oddPrice(catalog, 99, 1, 126), std::optional(26));
    QVERIFY(!menurules::oddPrice(catalog, 99, 1, 75));
    QCOMPARE(menurules::oddPrice(catalog, 99, 1, 72), std::optional(-28));
    // The dish itself does not count, and three others say nothing.
    QVERIFY(!menurules::oddPrice(catalog, 1, 1, 1000));
    QVERIFY(!menurules::oddPrice(catalog, 99, 2, 1000));
    QVERIFY(menurules::oddPrice(catalog, 99, 1, maxAmountMinor));
}

void CatalogRulesTest::namesThatExist()
{
    const Catalog catalog = catalogsample::catalog();
    QVERIFY(menurules::sameName(catalog, 0, 2, QStringLiteral(" BESHBARMAK ")));
    const qint64 id = catalogsample::itemId(catalog, QStringLiteral("Beshbarmak"));
    QVERIFY(!menurules::sameName(catalog, id, 2, QStringLiteral("Beshbarmak")));
    QVERIFY(!menurules::sameName(catalog, 0, 2, QString()));
}

void CatalogRulesTest::searching()
{
    const Catalog catalog = catalogsample::catalog();
    const auto found = [&](const char *word) {
        return menurules::shownItems(catalog, 0, {QLatin1String(word)}).size();
    };
    QCOMPARE(menurules::shownItems(catalog, 0, {}).size(), size_t(84));
    QCOMPARE(menurules::shownItems(catalog, 2, {}).size(), size_t(18));
    QCOMPARE(found("quince"), size_t(1));  // description
    QCOMPARE(found("m-103"), size_t(1));   // external id
    QCOMPARE(found("drinks"), size_t(18)); // category
    QCOMPARE(found("nothing of the kind"), size_t(0));
    QCOMPARE(menurules::shownItems(catalog, 0, {QStringLiteral("grill"), QStringLiteral("lamb")}).size(), size_t(2));
}

void CatalogRulesTest::newOrders()
{
    using Ids = std::vector<qint64>;
    QCOMPARE(menurules::reordered({1, 2, 3, 4}, {3}, 1), (Ids{3, 1, 2, 4}));
    QCOMPARE(menurules::reordered({1, 2, 3, 4}, {1}, 0), (Ids{2, 3, 4, 1}));
    QCOMPARE(menurules::reordered({1, 2, 3, 4}, {4, 2}, 1), (Ids{2, 4, 1, 3}));
    QCOMPARE(menurules::reordered({1, 2, 3, 4}, {2}, 2), (Ids{1, 2, 3, 4}));
    QCOMPARE(menurules::reordered({1, 2, 3, 4}, {2, 3}, 3), (Ids{1, 2, 3, 4}));

    Catalog catalog = catalogsample::catalog();
    const Ids soups = menurules::shownItems(catalog, 1, {});
    QVERIFY(menurules::itemOrder(catalog, soups).isEmpty());
    const CatalogChange change = menurules::itemOrder(catalog, menurules::reordered(soups, {soups[1]}, soups[0]));
    QCOMPARE(change.items.size(), size_t(2)); // no row that stays
    FakeCatalogPort port;
    port.setCatalog(catalog);
    QVERIFY(port.changeElsewhere(change));
    QCOMPARE(menurules::shownItems(port.atHub(), 1, {}).front(), soups[1]);
    // Rows of one place are told apart first.
    for (Item &item : catalog.items)
        item.position = 0;
    port.setCatalog(catalog);
    QVERIFY(port.changeElsewhere(menurules::itemOrder(catalog, menurules::reordered(soups, {soups[5]}, soups[0]))));
    QCOMPARE(menurules::shownItems(port.atHub(), 1, {}),
             (Ids{soups[5], soups[0], soups[1], soups[2], soups[3], soups[4]}));
}

void CatalogRulesTest::removingACategoryMovesItsDishes()
{
    const Catalog catalog = catalogsample::catalog();
    const CatalogChange change = menurules::removeCategory(catalog, 1, 2);
    QCOMPARE(change.items.size(), size_t(6));
    FakeCatalogPort port;
    port.setCatalog(catalog);
    QVERIFY(port.changeElsewhere(change));
    QCOMPARE(menurules::itemCount(port.atHub(), 2), 24);
}

void CatalogRulesTest::cropStaysInside()
{
    for (const QSize size : {QSize(1600, 1000), QSize(4000, 500), QSize(300, 900), QSize(16, 10)}) {
        CropRect crop(size);
        const QRectF whole(0, 0, size.width(), size.height());
        for (const double zoom : {0.1, 1.0, 2.5, 100.0}) {
            crop.setZoom(zoom);
            for (const QPointF by : {QPointF(-9000, 0), QPointF(9000, 9000), QPointF(0, -9000), QPointF(1, 1)}) {
                crop.move(by);
                QVERIFY(whole.adjusted(-0.01, -0.01, 0.01, 0.01).contains(crop.rect()));
                QVERIFY(!crop.pixels().isEmpty());
            }
        }
        QVERIFY(std::abs(crop.rect().width() / crop.rect().height() - 1.6) < 0.001);
    }
}

void CatalogRulesTest::initials()
{
    QCOMPARE(CatalogText::initials(QStringLiteral("Plov, wedding")), QStringLiteral("PW"));
    QCOMPARE(CatalogText::initials(QStringLiteral("борщ")), QStringLiteral("Б"));
    QCOMPARE(CatalogText::initials(QStringLiteral("\"…\"")), QStringLiteral("?"));
}

QTEST_MAIN(CatalogRulesTest)
#include "catalogrulestest.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/catalogsheetsstage.h"
#include "ui/catalog/hourseditor.h"
#include "ui/catalog/importmapping.h"
#include "ui/catalog/menuexportsheet.h"
#include "ui/catalog/pricetable.h"
#include "ui/catalog/texttable.h"
#include "ui/common/band.h"
#include "ui/common/stateview.h"

#include <QDir>
#include <QSignalSpy>
#include <QTimeEdit>

using namespace oshaq;
using namespace oshaq::test;

/// Prices and properties of several dishes at once.
class CatalogSheetsTest final : public QObject, CatalogSheetsStage
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyLook(*qApp, Look()); }
    void init() { prepare(); }
    void cleanup() { close(); }

    void pricesAreShownBeforeTheyChange();
    void pricesChangeInOneStepThatUndoTakesBack();
    void theScopeIsChosenOrACategoryOrAll();
    void amountsAndPricesAndOptions();
    void numbersThatAreNoneAreToldBesideTheField();
    void impossiblePricesStayAndAreNamed();
    void nothingIsWrittenTwiceWhenTheAnswerGetsLost();
    void anEightySixDoesNotDisturb();
    void changedPricesAreSaidAndTakenOnlyWhenWanted();
    void staleAtTheHubSaysWhich();
    void removedDishesAreNamed();
    void theSheetStaysWhileTheAnswerIsOnItsWay();
    void pricesByKeysAlone();
    void whatIsNotTouchedStays();
    void bulkWritesOneChange();
    void bulkSaysWhatIsWrong();
    void bulkAllergens();
    void bulkHoursAndSteps();
    void bulkAsksBeforeLosing();
    void bulkOfNothingDoesNotOpen();
    void oneSheetAtATime();
};

// ---- prices

void CatalogSheetsTest::pricesAreShownBeforeTheyChange()
{
    m_sheets->openPrices(soups());
    QVERIFY(prices()->isOpen());
    QCOMPARE(QApplication::focusWidget(), find<QLineEdit>("priceValue"));
    // Nothing is typed: the prices as they are, and nothing to press.
    QCOMPARE(prices()->table()->rowCount(), 6);
    QVERIFY(!button("priceApply")->isEnabled());
    type("priceValue", QStringLiteral("10"));
    const auto text = [this](int row, PriceTable::Column column) {
        return prices()->table()->index(row, column).data().toString();
    };
    QCOMPARE(text(0, PriceTable::Dish), QStringLiteral("Sorpa"));
    QCOMPARE(text(0, PriceTable::Before), QStringLiteral("1,900"));
    QCOMPARE(text(0, PriceTable::After), QStringLiteral("2,090"));
    QCOMPARE(text(0, PriceTable::Difference), QStringLiteral("+10 %"));
    QCOMPARE(prices()->plan().sumMinor, std::optional<qint64>(1'390 * tenge));
    QVERIFY2(prices()->message().contains(QStringLiteral("1,390")), qPrintable(prices()->message()));
    QVERIFY(button("priceApply")->text().contains(QStringLiteral("6 dishes")));
    // To a hundred, down.
    pick("priceStep", 4);
    pick("priceRounding", 2);
    QCOMPARE(text(0, PriceTable::After), QStringLiteral("2,000"));
    QCOMPARE(m_port->changes.size(), std::size_t(0));
}

void CatalogSheetsTest::pricesChangeInOneStepThatUndoTakesBack()
{
    QSignalSpy written(prices(), &ItemsSheet::written);
    m_sheets->openPrices(soups());
    type("priceValue", QStringLiteral("10"));
    click("priceApply");
    QVERIFY(!prices()->isOpen());
    QCOMPARE(m_port->changes.size(), std::size_t(1));
    QCOMPARE(m_port->changes.front().items.size(), std::size_t(6));
    for (const ItemChange &row : m_port->changes.front().items)
        QVERIFY(row.version && row.edit.priceMinor && !row.edit.optionGroups);
    QCOMPARE(priceOf("Sorpa"), 2'090 * tenge);
    QCOMPARE(written.size(), 1);
    QCOMPARE(m_desk->undoWords(), QStringLiteral("Prices of 6 dishes"));
    m_desk->undo();
    settle();
    QCOMPARE(priceOf("Sorpa"), 1'900 * tenge);
    QCOMPARE(priceOf("Okroshka"), 1'800 * tenge);
}

void CatalogSheetsTest::theScopeIsChosenOrACategoryOrAll()
{
    m_sheets->openPrices({id("Sorpa"), id("Plov, wedding")});
    auto *scope = find<QComboBox>("priceScope");
    QVERIFY(scope->currentText().contains(QStringLiteral("2 dishes")));
    QCOMPARE(prices()->items().size(), std::size_t(2));
    type("priceValue", QStringLiteral("10"));
    choose("priceScope", QStringLiteral("Grill"));
    QCOMPARE(prices()->items().size(), std::size_t(11));
    // What was typed stays.
    QCOMPARE(prices()->plan().items, 11);
    choose("priceScope", QStringLiteral("The whole menu"));
    QCOMPARE(prices()->items().size(), m_port->atHub().items.size());
    m_sheets->openPrices({});
    QVERIFY(scope->currentText().startsWith(QStringLiteral("The whole menu")));
    QCOMPARE(find<QLineEdit>("priceValue")->text(), QString());
}

void CatalogSheetsTest::amountsAndPricesAndOptions()
{
    const Item *withOptions = nullptr;
    for (const Item &item : m_port->atHub().items) {
        for (const OptionGroup &group : item.optionGroups) {
            for (const Option &option : group.options)
                withOptions = option.priceMinor > 0 ? m_port->atHub().findItem(item.id) : withOptions;
        }
    }
    QVERIFY(withOptions);
    const qint64 before = withOptions->priceMinor;
    m_sheets->openPrices({withOptions->id});
    pick("priceWay", 1);
    pick("priceDirection", 1);
    type("priceValue", QStringLiteral("50"));
    QCOMPARE(prices()->plan().rows.front().after, before - 50 * tenge);
    QCOMPARE(prices()->plan().rows.size(), std::size_t(1));
    pick("priceOptions", 1);
    QVERIFY(prices()->plan().rows.size() > 1);
    QVERIFY(prices()->plan().change.items.front().edit.optionGroups);
    // A sign of one's own turns it round.
    type("priceValue", QStringLiteral("-50"));
    QCOMPARE(prices()->plan().rows.front().after, before + 50 * tenge);
    pick("priceWay", 2);
    QVERIFY(!find<ChoiceRow>("priceDirection")->isVisible());
    QVERIFY(!find<ChoiceRow>("priceStep")->isVisible());
    type("priceValue", QStringLiteral("1 234"));
    QCOMPARE(prices()->plan().rows.front().after, 1'234 * tenge);
    QVERIFY(!prices()->plan().change.items.front().edit.optionGroups);
}

void CatalogSheetsTest::numbersThatAreNoneAreToldBesideTheField()
{
    m_sheets->openPrices(soups());
    for (const char *wrong : {"ten", "1001", "5.555", "--5"}) {
        type("priceValue", QString::fromLatin1(wrong));
        QVERIFY2(!errorOf("priceValue").isEmpty(), wrong);
        QVERIFY(!button("priceApply")->isEnabled());
        QCOMPARE(find<QLineEdit>("priceValue")->text(), QString::fromLatin1(wrong));
    }
    for (const char *right : {"12.5", "12,5", "+5", "5 %", "-100"}) {
        type("priceValue", QString::fromLatin1(right));
        QVERIFY2(errorOf("priceValue").isEmpty(), right);
        QVERIFY(button("priceApply")->isEnabled());
    }
    type("priceValue", QStringLiteral("0"));
    QVERIFY(!button("priceApply")->isEnabled());
    pick("priceWay", 1);
    type("priceValue", QStringLiteral("99999999999999999999"));
    QVERIFY(!errorOf("priceValue").isEmpty());
}

void CatalogSheetsTest::impossiblePricesStayAndAreNamed()
{
    m_sheets->openPrices(soups());
    pick("priceWay", 1);
    pick("priceDirection", 1);
    type("priceValue", QStringLiteral("2000"));
    QCOMPARE(prices()->plan().refused, 2);
    QVERIFY(prices()->message().contains(QStringLiteral("impossible")));
    QVERIFY(prices()->message().contains(QStringLiteral("more than half")));
    QCOMPARE(prices()->table()->index(0, PriceTable::Difference).data().toString(), QStringLiteral("below zero"));
    click("priceApply");
    QCOMPARE(m_port->changes.back().items.size(), std::size_t(4));
    QCOMPARE(priceOf("Sorpa"), 1'900 * tenge);
}

void CatalogSheetsTest::nothingIsWrittenTwiceWhenTheAnswerGetsLost()
{
    m_sheets->openPrices({id("Sorpa")});
    type("priceValue", QStringLiteral("10"));
    m_port->failNext(unreachable);
    // What is shown here lags: only the hub knows that it was written.
    m_port->setLagging(true);
    click("priceApply");
    QVERIFY(prices()->isOpen());
    QVERIFY(!prices()->band()->isHidden());
    QCOMPARE(find<QLineEdit>("priceValue")->text(), QStringLiteral("10"));
    ItemEdit same;
    same.priceMinor = 2'090 * tenge;
    elsewhere(id("Sorpa"), same);
    prices()->band()->actionButton()->click();
    settle();
    QVERIFY(!prices()->isOpen());
    QCOMPARE(priceOf("Sorpa"), 2'090 * tenge);

    // The same when the menu arrives before anybody tries again.
    m_port->setLagging(false);
    settle();
    m_sheets->openPrices({id("Sorpa")});
    type("priceValue", QStringLiteral("10"));
    m_port->failNext(unreachable);
    click("priceApply");
    same.priceMinor = 2'299 * tenge;
    elsewhere(id("Sorpa"), same);
    QVERIFY(!prices()->isOpen());
    QCOMPARE(priceOf("Sorpa"), 2'299 * tenge);
}

void CatalogSheetsTest::anEightySixDoesNotDisturb()
{
    m_sheets->openPrices(soups());
    type("priceValue", QStringLiteral("10"));
    ItemEdit out;
    out.available = false;
    elsewhere(id("Sorpa"), out);
    QVERIFY(prices()->band()->isHidden());
    // One that this screen has not heard of is taken over on the way.
    m_port->setLagging(true);
    elsewhere(id("Shurpa"), out);
    click("priceApply");
    QVERIFY(!prices()->isOpen());
    QCOMPARE(priceOf("Shurpa"), 2'860 * tenge);
    QVERIFY(!m_port->atHub().findItem(id("Shurpa"))->available);
}

void CatalogSheetsTest::changedPricesAreSaidAndTakenOnlyWhenWanted()
{
    m_sheets->openPrices(soups());
    type("priceValue", QStringLiteral("10"));
    ItemEdit dearer;
    dearer.priceMinor = 2'000 * tenge;
    elsewhere(id("Sorpa"), dearer);
    QVERIFY(prices()->band()->message().contains(QStringLiteral("Sorpa")));
    QCOMPARE(prices()->plan().rows.front().before, 1'900 * tenge);
    QVERIFY(!button("priceApply")->isEnabled());
    prices()->band()->actionButton()->click();
    settle();
    QVERIFY(prices()->band()->isHidden());
    QCOMPARE(prices()->plan().rows.front().before, 2'000 * tenge);
    QCOMPARE(prices()->plan().rows.front().after, 2'200 * tenge);
    click("priceApply");
    QCOMPARE(priceOf("Sorpa"), 2'200 * tenge);
}

void CatalogSheetsTest::staleAtTheHubSaysWhich()
{
    m_sheets->openPrices(soups());
    type("priceValue", QStringLiteral("10"));
    m_port->setLagging(true);
    ItemEdit dearer;
    dearer.priceMinor = 2'000 * tenge;
    elsewhere(id("Sorpa"), dearer);
    click("priceApply");
    QVERIFY(prices()->isOpen());
    QVERIFY(prices()->band()->message().contains(QStringLiteral("Sorpa")));
    QCOMPARE(priceOf("Okroshka"), 1'800 * tenge);
    prices()->band()->actionButton()->click();
    settle();
    QCOMPARE(prices()->plan().rows.front().after, 2'200 * tenge);
    click("priceApply");
    QVERIFY(!prices()->isOpen());
    QCOMPARE(priceOf("Sorpa"), 2'200 * tenge);
    QCOMPARE(priceOf("Okroshka"), 1'980 * tenge);
}

void CatalogSheetsTest::removedDishesAreNamed()
{
    m_sheets->openPrices(soups());
    type("priceValue", QStringLiteral("10"));
    m_port->setLagging(true);
    CatalogChange removal;
    removal.items.push_back({RowAct::Remove, id("Okroshka"), std::nullopt, {}});
    QVERIFY(m_port->changeElsewhere(removal));
    click("priceApply");
    QVERIFY(prices()->band()->message().contains(QStringLiteral("Okroshka")));
    QCOMPARE(prices()->items().size(), std::size_t(5));
    prices()->band()->actionButton()->click();
    settle();
    click("priceApply");
    QVERIFY(!prices()->isOpen());
    QCOMPARE(priceOf("Sorpa"), 2'090 * tenge);

    // And when it is heard of while somebody looks.
    m_port->setLagging(false);
    settle();
    m_sheets->openPrices(soups());
    removal.items.front().id = id("Shurpa");
    QVERIFY(m_port->changeElsewhere(removal));
    settle();
    QVERIFY(prices()->band()->message().contains(QStringLiteral("Shurpa")));
    QCOMPARE(prices()->table()->rowCount(), 4);
}

void CatalogSheetsTest::theSheetStaysWhileTheAnswerIsOnItsWay()
{
    m_port->setImmediate(false);
    m_sheets->openPrices(soups());
    type("priceValue", QStringLiteral("10"));
    click("priceApply");
    QVERIFY(!button("priceApply")->isEnabled());
    QTest::keyClick(prices(), Qt::Key_Escape);
    QVERIFY(prices()->isOpen());
    m_sheets->openImport();
    QVERIFY(!import()->isOpen());
    m_port->answerAll();
    settle();
    QVERIFY(!prices()->isOpen());
    // A sheet that goes before its answer leaves nobody who could get it.
    m_sheets->openPrices(soups());
    type("priceValue", QStringLiteral("10"));
    click("priceApply");
    m_sheets.reset();
    m_page.reset();
    m_port->answerAll();
    settle();
}

void CatalogSheetsTest::pricesByKeysAlone()
{
    m_sheets->openPrices(soups());
    QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("10"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return, Qt::ControlModifier);
    settle();
    QCOMPARE(priceOf("Sorpa"), 2'090 * tenge);
    // Everything is reached with Tab, and nothing behind the sheet.
    m_sheets->openPrices(soups());
    QStringList reached;
    for (int press = 0; press < 40; ++press) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QVERIFY(prices()->isAncestorOf(QApplication::focusWidget()));
        reached << QApplication::focusWidget()->objectName();
    }
    for (const char *name : {"priceScope", "priceValue", "priceTable"})
        QVERIFY2(reached.contains(QLatin1String(name)), name);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(!prices()->isOpen());
}

// ---- several dishes

void CatalogSheetsTest::whatIsNotTouchedStays()
{
    m_sheets->openBulk({id("Sorpa"), id("Plov, wedding")});
    QVERIFY(bulk()->isOpen());
    QCOMPARE(bulk()->edit(), BulkEdit());
    QVERIFY(find<QComboBox>("bulkCategory")->currentText().contains(QStringLiteral("different")));
    QVERIFY(!button("bulkApply")->isEnabled());
    m_sheets->openBulk(soups());
    QVERIFY(find<QComboBox>("bulkCategory")->currentText().contains(QStringLiteral("Soups")));
    QTest::keyClick(bulk(), Qt::Key_Escape);
    QVERIFY(!bulk()->isOpen());
    QVERIFY(m_port->changes.empty());
}

void CatalogSheetsTest::bulkWritesOneChange()
{
    m_sheets->openBulk(soups());
    choose("bulkCategory", QStringLiteral("Grill"));
    type("bulkPrep", QStringLiteral("7"));
    pick("bulkAvailable", 2);
    click("bulkApply");
    QVERIFY(!bulk()->isOpen());
    QCOMPARE(m_port->changes.size(), std::size_t(1));
    const Item *sorpa = m_port->atHub().findItem(id("Sorpa"));
    QCOMPARE(sorpa->categoryId, catalogsample::categoryId(m_port->atHub(), QStringLiteral("Grill")));
    QCOMPARE(sorpa->prepSeconds, 420);
    QVERIFY(!sorpa->available);
    QCOMPARE(m_desk->undoWords(), QStringLiteral("Edit of 6 dishes"));
    m_desk->undo();
    settle();
    QVERIFY(m_port->atHub().findItem(id("Sorpa"))->available);
    QCOMPARE(soups().size(), std::size_t(6));
}

void CatalogSheetsTest::bulkSaysWhatIsWrong()
{
    m_sheets->openBulk(soups());
    for (const char *wrong : {"soon", "-1", "1441", "7.5"}) {
        type("bulkPrep", QString::fromLatin1(wrong));
        QVERIFY2(!errorOf("bulkPrep").isEmpty(), wrong);
        QVERIFY(!button("bulkApply")->isEnabled());
    }
    type("bulkPrep", QStringLiteral("0"));
    QVERIFY(errorOf("bulkPrep").isEmpty());
    choose("bulkStep", QStringLiteral("Another"));
    QVERIFY(!button("bulkApply")->isEnabled());
    type("bulkStepOther", QStringLiteral("0.0001"));
    QVERIFY(!errorOf("bulkStepOther").isEmpty());
    type("bulkStepOther", QStringLiteral("0,3"));
    QVERIFY(errorOf("bulkStepOther").isEmpty());
    QCOMPARE(bulk()->edit().quantityStep, std::optional(std::optional<qint64>(300)));
    QVERIFY(button("bulkApply")->isEnabled());
    m_port->failNext(refusal("ALREADY_EXISTS"));
    click("bulkApply");
    QVERIFY(bulk()->isOpen());
    QVERIFY(!bulk()->band()->isHidden());
    QCOMPARE(find<QLineEdit>("bulkStepOther")->text(), QStringLiteral("0,3"));
}

void CatalogSheetsTest::bulkAllergens()
{
    ItemEdit nuts;
    nuts.allergens = QStringList{QStringLiteral("nuts")};
    elsewhere(id("Sorpa"), nuts);
    m_sheets->openBulk(soups());
    auto *add = find<ChoiceRow>("bulkAdd");
    auto *remove = find<ChoiceRow>("bulkRemove");
    const int addNuts = int(add->texts().indexOf(QStringLiteral("nuts")));
    const int removeNuts = int(remove->texts().indexOf(QStringLiteral("nuts")));
    QVERIFY(addNuts >= 0 && removeNuts >= 0);
    pick(add, addNuts);
    QCOMPARE(bulk()->edit().addAllergens, QStringList{QStringLiteral("nuts")});
    // The later choice counts.
    pick(remove, removeNuts);
    QVERIFY(bulk()->edit().addAllergens.isEmpty());
    QCOMPARE(bulk()->edit().removeAllergens, QStringList{QStringLiteral("nuts")});
    type("bulkAddOther", QStringLiteral(" celery , , mustard"));
    QCOMPARE(bulk()->edit().addAllergens, QStringList({QStringLiteral("celery"), QStringLiteral("mustard")}));
    click("bulkApply");
    const QStringList after = m_port->atHub().findItem(id("Sorpa"))->allergens;
    QCOMPARE(after, QStringList({QStringLiteral("celery"), QStringLiteral("mustard")}));
}

void CatalogSheetsTest::bulkHoursAndSteps()
{
    m_sheets->openBulk({id("Sorpa")});
    choose("bulkHours", QStringLiteral("At these"));
    auto *times = find<HoursEditor>("bulkTimes");
    times->findChild<QTimeEdit *>(QStringLiteral("hoursFrom"))->setTime(QTime(18, 0));
    auto *until = times->findChild<QTimeEdit *>(QStringLiteral("hoursTo"));
    until->setTime(QTime(0, 0));
    settle();
    const SaleHours expected{SaleWindow{0x7f, 18 * 60, 24 * 60}};
    QCOMPARE(bulk()->edit().hours, std::optional(expected));
    QVERIFY(button("bulkApply")->isEnabled());
    until->setTime(QTime(18, 0));
    settle();
    QVERIFY(!button("bulkApply")->isEnabled());
    until->setTime(QTime(2, 30));
    settle();
    QVERIFY(button("bulkApply")->isEnabled());
    choose("bulkHours", QStringLiteral("As the category"));
    QCOMPARE(bulk()->edit().hours, std::optional(SaleHours()));
    choose("bulkStep", QStringLiteral("As the category"));
    QVERIFY(bulk()->edit().quantityStep && !*bulk()->edit().quantityStep);
    choose("bulkStation", QStringLiteral("As the category"));
    QVERIFY(bulk()->edit().stationId && !*bulk()->edit().stationId);
}

void CatalogSheetsTest::bulkAsksBeforeLosing()
{
    m_sheets->openBulk(soups());
    type("bulkPrep", QStringLiteral("7"));
    QTest::keyClick(bulk(), Qt::Key_Escape);
    QVERIFY(bulk()->isOpen());
    click("bulkKeep");
    QCOMPARE(find<QLineEdit>("bulkPrep")->text(), QStringLiteral("7"));
    QTest::keyClick(bulk(), Qt::Key_Escape);
    click("bulkApply");
    QVERIFY(!bulk()->isOpen());
    QVERIFY(m_port->changes.empty());
}

void CatalogSheetsTest::bulkOfNothingDoesNotOpen()
{
    m_sheets->openBulk({});
    QVERIFY(!bulk()->isOpen());
    m_sheets->openBulk({424'242});
    QVERIFY(!bulk()->isOpen());
}

// ---- together

void CatalogSheetsTest::oneSheetAtATime()
{
    m_sheets->openImport();
    m_sheets->openPrices({});
    QVERIFY(!import()->isOpen() && prices()->isOpen());
    m_sheets->openBulk(soups());
    QVERIFY(!prices()->isOpen() && bulk()->isOpen());
    m_sheets->openExport();
    QVERIFY(!bulk()->isOpen() && m_sheets->exportSheet()->isOpen());
}

QTEST_MAIN(CatalogSheetsTest)
#include "catalogsheetstest.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// Many dishes at once: prices, edits, import and export, with what is refused, gets lost on the way or was changed by
// somebody else.
#include "tests/support/catalogsample.h"
#include "tests/support/fakecatalogfiles.h"
#include "ui/catalog/bulksheet.h"
#include "ui/catalog/catalogdesk.h"
#include "ui/catalog/droparea.h"
#include "ui/catalog/menuexportsheet.h"
#include "ui/catalog/hourseditor.h"
#include "ui/catalog/importmapping.h"
#include "ui/catalog/importplaces.h"
#include "ui/catalog/importsheet.h"
#include "ui/catalog/importundo.h"
#include "ui/catalog/managersheets.h"
#include "ui/catalog/managertext.h"
#include "ui/catalog/pricesheet.h"
#include "ui/catalog/pricetable.h"
#include "ui/catalog/texttable.h"
#include "ui/common/application.h"
#include "ui/common/band.h"
#include "ui/common/choicerow.h"
#include "ui/common/field.h"
#include "ui/common/stateview.h"
#include "ui/common/touchbutton.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeEdit>
#include <QUrl>

using namespace oshaq;

namespace {

constexpr qint64 tenge = 100;
const PortFailure unreachable{PortFailure::Kind::Unreachable, {}, {}, {}};
const QString menuPath = QStringLiteral("/menus/summer.csv");
const QByteArray menuFile("name,category,price,notes\nPlov,Main dishes,3600,x\nSorpa,Soups,1900,y\n");

PortFailure refusal(const char *code, std::vector<ErrorDetail> details = {})
{
    return {PortFailure::Kind::Refused, QString::fromLatin1(code), QStringLiteral("No."), std::move(details)};
}

} // namespace

class CatalogSheetsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { applyLook(*qApp, Look()); }
    void init();
    void cleanup();

    // prices
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

    // several dishes
    void whatIsNotTouchedStays();
    void bulkWritesOneChange();
    void bulkSaysWhatIsWrong();
    void bulkAllergens();
    void bulkHoursAndSteps();
    void bulkAsksBeforeLosing();
    void bulkOfNothingDoesNotOpen();

    // import
    void importGoesStepByStep();
    void nothingIsWrittenBeforeTheLastButton();
    void requiredColumnsAreAskedFor();
    void columnsCanBeChosenByHand();
    void refusedPlacesAreListedAndSaved();
    void correctedFileKeepsItsColumns();
    void offlineKeepsFileColumnsAndKey();
    void stoppedImportIsTriedUnderTheSameKey();
    void otherColumnsAreAnotherImport();
    void filesThatCannotBeRead();
    void brokenFilesAreRefusedAtOnce();
    void droppedFilesAreTaken();
    void aSecondFileWhileTheFirstIsRead();
    void anImportIsTakenBack();
    void anImportThatCannotBeTakenBackSaysSo();
    void lossesAreSaid();
    void importTakenBackIsExact();
    void aReplayKnowsNoCounts();

    // export
    void exportSavesAndSaysWhere();
    void exportTroubles();

    // together
    void oneSheetAtATime();
    void placesAreSafeForSpreadsheets();
    void reasonsAndCellsAreRead();
    void realFilesOfThisComputer();

private:
    void settle()
    {
        for (int turn = 0; turn < 4; ++turn)
            QApplication::processEvents();
    }
    template <typename T> T *find(const char *name) const { return m_page->findChild<T *>(QString::fromLatin1(name)); }
    TouchButton *button(const char *name) const { return find<TouchButton>(name); }
    void click(const char *name)
    {
        QVERIFY2(button(name) && button(name)->isVisible() && button(name)->isEnabled(), name);
        button(name)->click();
        settle();
    }
    void pick(ChoiceRow *row, int index)
    {
        QVERIFY(row && row->button(index)->isVisible());
        row->button(index)->click();
        settle();
    }
    void pick(const char *name, int index) { pick(find<ChoiceRow>(name), index); }
    void type(const char *name, const QString &text)
    {
        auto *line = find<QLineEdit>(name);
        QVERIFY(line && line->isVisible());
        line->selectAll();
        QTest::keyClicks(line, text);
        settle();
    }
    void choose(const char *name, const QString &text)
    {
        auto *combo = find<QComboBox>(name);
        const int index = combo->findText(text, Qt::MatchStartsWith);
        QVERIFY2(index >= 0, qPrintable(text));
        combo->setCurrentIndex(index);
        Q_EMIT combo->activated(index);
        settle();
    }
    QString errorOf(const char *name) const
    {
        const auto *field = qobject_cast<Field *>(find<QWidget>(name)->parentWidget());
        return field ? field->error() : QString();
    }
    qint64 id(const char *name) const { return catalogsample::itemId(m_port->atHub(), QString::fromUtf8(name)); }
    qint64 priceOf(const char *name) const { return m_port->atHub().findItem(id(name))->priceMinor; }
    std::vector<qint64> soups() const;
    void elsewhere(qint64 itemId, const ItemEdit &edit)
    {
        CatalogChange change;
        change.items.push_back({RowAct::Edit, itemId, std::nullopt, edit});
        QVERIFY(m_port->changeElsewhere(change));
        settle();
    }
    void toColumns();
    void toChecked();
    PriceSheet *prices() const { return m_sheets->priceSheet(); }
    BulkSheet *bulk() const { return m_sheets->bulkSheet(); }
    ImportSheet *import() const { return m_sheets->importSheet(); }

    std::unique_ptr<FakeCatalogPort> m_port;
    std::unique_ptr<CatalogDesk> m_desk;
    std::unique_ptr<FakeCatalogFiles> m_files;
    std::unique_ptr<QWidget> m_page;
    std::unique_ptr<ManagerSheets> m_sheets;
};

void CatalogSheetsTest::init()
{
    m_port = std::make_unique<FakeCatalogPort>();
    m_port->setCatalog(catalogsample::catalog());
    m_port->setImmediate(true);
    m_desk = std::make_unique<CatalogDesk>(*m_port);
    m_files = std::make_unique<FakeCatalogFiles>();
    m_files->disk.insert(menuPath, menuFile);
    m_page = std::make_unique<QWidget>();
    m_page->resize(1280, 800);
    m_sheets = std::make_unique<ManagerSheets>(*m_desk, *m_files, Look(lightTheme()), m_page.get());
    m_page->show();
    m_page->activateWindow();
    settle();
}

void CatalogSheetsTest::cleanup()
{
    m_sheets.reset();
    m_page.reset();
    m_files.reset();
    m_desk.reset();
    m_port.reset();
}

std::vector<qint64> CatalogSheetsTest::soups() const
{
    std::vector<qint64> ids;
    const qint64 category = catalogsample::categoryId(m_port->atHub(), QStringLiteral("Soups"));
    for (const Item &item : m_port->atHub().items) {
        if (item.categoryId == category)
            ids.push_back(item.id);
    }
    return ids;
}

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

// ---- import

void CatalogSheetsTest::toColumns()
{
    m_files->chosen = menuPath;
    m_sheets->openImport();
    click("importChoose");
    settle();
    QCOMPARE(import()->step(), ImportSheet::Step::Columns);
}

void CatalogSheetsTest::toChecked()
{
    toColumns();
    m_port->importResult = {false, 2, 0, 1, 1, 0, {QStringLiteral("notes")}};
    click("importPrimary");
    QCOMPARE(import()->step(), ImportSheet::Step::Checked);
}

void CatalogSheetsTest::importGoesStepByStep()
{
    toColumns();
    // Found by their names, with what stands in them.
    QCOMPARE(import()->mapping()->choice(QStringLiteral("price"))->currentText(), QStringLiteral("price"));
    QCOMPARE(import()->previewTable()->rowCount(), 2);
    QCOMPARE(import()->previewTable()->index(0, 2).data().toString(), QStringLiteral("3,600\u00a0₸"));
    m_port->importResult = {false, 30, 5, 30, 2, 40, {QStringLiteral("notes")}};
    click("importPrimary");
    QCOMPARE(m_port->imports.size(), std::size_t(1));
    QVERIFY(m_port->imports[0].dryRun);
    QCOMPARE(m_port->imports[0].columns.value(QStringLiteral("price")), QStringLiteral("price"));
    for (const char *fact :
         {"30 New dishes", "5 New categories", "2 Dishes that change", "40 Dishes as they are", "notes"})
        QVERIFY2(import()->resultText().contains(QLatin1String(fact)), fact);
    QVERIFY(button("importPrimary")->text().contains(QStringLiteral("32 dishes")));
    click("importPrimary");
    QCOMPARE(import()->step(), ImportSheet::Step::Done);
    QVERIFY(!m_port->imports[1].dryRun);
    QCOMPARE(m_port->imports[1].file, menuFile);
    QCOMPARE(m_port->imports[1].key, m_port->imports[0].key);
    QVERIFY(find<QLabel>("importTitle")->text().contains(QStringLiteral("30 dishes in 5 categories")));
    click("importPrimary");
    QVERIFY(!import()->isOpen());
    // The next one begins anew.
    m_sheets->openImport();
    QCOMPARE(import()->step(), ImportSheet::Step::Choose);
}

void CatalogSheetsTest::nothingIsWrittenBeforeTheLastButton()
{
    toChecked();
    QTest::keyClick(import(), Qt::Key_Escape);
    QVERIFY(!import()->isOpen());
    for (const FakeCatalogPort::Import &one : m_port->imports)
        QVERIFY(one.dryRun);
    // Kept until somebody comes back.
    m_sheets->openImport();
    QCOMPARE(import()->step(), ImportSheet::Step::Checked);
    m_port->importResult = {false, 2, 0, 0, 0, 2, {}};
    click("importBack");
    click("importPrimary");
    QVERIFY(!button("importPrimary")->isEnabled());
}

void CatalogSheetsTest::requiredColumnsAreAskedFor()
{
    m_files->disk.insert(menuPath, "dish,category,price\nPlov,Main dishes,3600\n");
    toColumns();
    QCOMPARE(import()->mapping()->missing(), QStringList{QStringLiteral("name")});
    click("importPrimary");
    QCOMPARE(import()->step(), ImportSheet::Step::Columns);
    QVERIFY(m_port->imports.empty());
    QVERIFY(!import()->message().isEmpty());
    QCOMPARE(QApplication::focusWidget(), import()->mapping()->choice(QStringLiteral("name")));
    choose("column_name", QStringLiteral("dish"));
    QVERIFY(import()->mapping()->missing().isEmpty());
    click("importPrimary");
    QCOMPARE(m_port->imports.front().columns.value(QStringLiteral("name")), QStringLiteral("dish"));
}

void CatalogSheetsTest::columnsCanBeChosenByHand()
{
    m_files->disk.insert(menuPath, "name,category,price,cost,twice,twice\nPlov,Main,abc,1250.50,1,2\n");
    toColumns();
    auto *choice = import()->mapping()->choice(QStringLiteral("price"));
    // Two columns of one name cannot be told apart.
    QCOMPARE(choice->findText(QStringLiteral("twice")), -1);
    const auto price = [this] { return import()->previewTable()->rows().front()[2]; };
    QVERIFY(price().isWrong);
    choose("column_price", QStringLiteral("cost"));
    QVERIFY(!price().isWrong);
    QCOMPARE(price().text, QStringLiteral("1,250.50\u00a0₸"));
    choose("column_price", QStringLiteral("Not in"));
    QCOMPARE(import()->mapping()->missing(), QStringList{QStringLiteral("price")});
}

void CatalogSheetsTest::refusedPlacesAreListedAndSaved()
{
    toColumns();
    m_port->failNext(
        refusal("VALIDATION_FAILED", {{QStringLiteral("line 12, price"),
                                       QStringLiteral("\"12,5o\": An amount is a plain decimal number such as 12.95.")},
                                      {QStringLiteral("line 40, =name"), QStringLiteral("The name is missing.")},
                                      {QStringLiteral("file"), QStringLiteral("Something new.")}}));
    click("importPrimary");
    QCOMPARE(import()->step(), ImportSheet::Step::Refused);
    const auto &rows = import()->placesTable()->rows();
    QCOMPARE(rows.size(), std::size_t(3));
    QCOMPARE(rows[0][0].text, QStringLiteral("12"));
    QCOMPARE(rows[0][1].text, QStringLiteral("price"));
    QVERIFY(rows[0][2].text.contains(QStringLiteral("12,5o")));
    QCOMPARE(rows[1][2].text, QStringLiteral("It is empty."));
    QCOMPARE(rows[2][2].text, QStringLiteral("Something new."));

    m_files->target = QStringLiteral("/menus/mistakes.csv");
    click("importThird");
    settle();
    const QByteArray saved = m_files->disk.value(m_files->target);
    QVERIFY(saved.contains("12,price,"));
    QVERIFY(saved.contains("40,'=name,"));
    QVERIFY(import()->band()->message().contains(QStringLiteral("mistakes.csv")));
    m_files->writeTrouble = FileTrouble::Full;
    click("importThird");
    settle();
    QVERIFY(import()->band()->message().contains(QStringLiteral("full")));
    click("importBack");
    QCOMPARE(import()->step(), ImportSheet::Step::Columns);
}

void CatalogSheetsTest::correctedFileKeepsItsColumns()
{
    m_files->disk.insert(menuPath, "dish,category,price\nPlov,Main,36o0\n");
    toColumns();
    choose("column_name", QStringLiteral("dish"));
    m_port->failNext(refusal("VALIDATION_FAILED", {{QStringLiteral("line 2, price"), QStringLiteral("No amount.")}}));
    click("importPrimary");
    const QString firstKey = m_port->imports.back().key;
    m_files->disk.insert(menuPath, "dish,category,price\nPlov,Main,3600\n");
    click("importPrimary");
    settle();
    QCOMPARE(import()->step(), ImportSheet::Step::Columns);
    QCOMPARE(import()->mapping()->choice(QStringLiteral("name"))->currentText(), QStringLiteral("dish"));
    click("importPrimary");
    QVERIFY(m_port->imports.back().key != firstKey);
    // Another head is guessed anew.
    click("importBack");
    m_files->chosen = QStringLiteral("/menus/other.csv");
    m_files->disk.insert(m_files->chosen, "name,category,price\nPlov,Main,3600\n");
    click("importSecond");
    settle();
    QCOMPARE(import()->mapping()->choice(QStringLiteral("name"))->currentText(), QStringLiteral("name"));
}

void CatalogSheetsTest::offlineKeepsFileColumnsAndKey()
{
    toColumns();
    m_port->failNext(unreachable);
    click("importPrimary");
    QCOMPARE(import()->step(), ImportSheet::Step::Columns);
    QVERIFY(!import()->band()->isHidden());
    m_port->importResult = {false, 2, 0, 2, 0, 0, {}};
    import()->band()->actionButton()->click();
    settle();
    QCOMPARE(import()->step(), ImportSheet::Step::Checked);
    m_port->failNext(unreachable);
    click("importPrimary");
    QCOMPARE(import()->step(), ImportSheet::Step::Checked);
    QVERIFY(import()->band()->message().contains(QStringLiteral("twice")));
    import()->band()->actionButton()->click();
    settle();
    QCOMPARE(import()->step(), ImportSheet::Step::Done);
    QCOMPARE(m_port->imports.size(), std::size_t(4));
    for (const FakeCatalogPort::Import &one : m_port->imports) {
        QCOMPARE(one.key, m_port->imports.front().key);
        QCOMPARE(one.columns, m_port->imports.front().columns);
        QCOMPARE(one.file, menuFile);
    }
}

void CatalogSheetsTest::stoppedImportIsTriedUnderTheSameKey()
{
    toChecked();
    m_port->setImmediate(false);
    click("importPrimary");
    QCOMPARE(import()->step(), ImportSheet::Step::Importing);
    QTest::keyClick(import(), Qt::Key_Escape);
    QVERIFY(import()->isOpen());
    import()->findChild<StateView *>()->actionButton()->click();
    settle();
    QCOMPARE(import()->step(), ImportSheet::Step::Checked);
    QVERIFY(import()->band()->message().contains(QStringLiteral("all the same")));
    QCOMPARE(m_port->waiting(), 0);
    click("importPrimary");
    m_port->answerAll();
    settle();
    QCOMPARE(import()->step(), ImportSheet::Step::Done);
    QCOMPARE(m_port->imports[1].key, m_port->imports[2].key);
}

void CatalogSheetsTest::otherColumnsAreAnotherImport()
{
    toChecked();
    click("importBack");
    choose("column_description", QStringLiteral("notes"));
    click("importPrimary");
    QVERIFY(m_port->imports[1].key != m_port->imports[0].key);
    // The same choice again is the same import.
    click("importBack");
    click("importPrimary");
    QCOMPARE(m_port->imports[2].key, m_port->imports[1].key);
}

void CatalogSheetsTest::filesThatCannotBeRead()
{
    m_files->chosen = QStringLiteral("/menus/none.csv");
    m_sheets->openImport();
    click("importChoose");
    settle();
    QCOMPARE(import()->step(), ImportSheet::Step::Choose);
    QVERIFY(import()->band()->message().contains(QStringLiteral("none.csv")));
    for (const FileTrouble trouble :
         {FileTrouble::Missing, FileTrouble::Denied, FileTrouble::TooLarge, FileTrouble::Full, FileTrouble::Other}) {
        QVERIFY(!FileText::reading(trouble, menuPath).isEmpty());
        QVERIFY(!FileText::writing(trouble, menuPath).isEmpty());
    }
    // It is there now.
    m_files->disk.insert(m_files->chosen, menuFile);
    import()->band()->actionButton()->click();
    settle();
    QCOMPARE(import()->step(), ImportSheet::Step::Columns);
    QVERIFY(import()->band()->isHidden());
}

void CatalogSheetsTest::brokenFilesAreRefusedAtOnce()
{
    TablePreview broken;
    broken.problems.push_back({QStringLiteral("line 3"), QStringLiteral("A quote is never closed.")});
    m_port->preview = broken;
    m_files->chosen = menuPath;
    m_sheets->openImport();
    click("importChoose");
    settle();
    QCOMPARE(import()->step(), ImportSheet::Step::Refused);
    QCOMPARE(import()->placesTable()->rowCount(), 1);
    QVERIFY(!button("importBack")->isVisible());
    m_port->preview = TablePreview();
    click("importPrimary");
    settle();
    QCOMPARE(import()->step(), ImportSheet::Step::Refused);
    QCOMPARE(import()->placesTable()->rowCount(), 1);
    QVERIFY(m_port->imports.empty());
}

void CatalogSheetsTest::droppedFilesAreTaken()
{
    m_sheets->openImport();
    auto *area = import()->findChild<DropArea *>();
    const auto drop = [&](const QList<QUrl> &urls) {
        QMimeData data;
        data.setUrls(urls);
        QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        enter.setAccepted(false);
        QApplication::sendEvent(area, &enter);
        QDropEvent event(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        if (enter.isAccepted())
            QApplication::sendEvent(area, &event);
        settle();
    };
    drop({QUrl(QStringLiteral("https://example.org/menu.csv"))});
    drop({});
    drop({QUrl::fromLocalFile(menuPath), QUrl::fromLocalFile(menuPath)});
    QVERIFY(m_files->calls.isEmpty());
    drop({QUrl::fromLocalFile(menuPath)});
    QCOMPARE(import()->step(), ImportSheet::Step::Columns);
}

void CatalogSheetsTest::aSecondFileWhileTheFirstIsRead()
{
    const QString second = QStringLiteral("/menus/second.csv");
    m_files->disk.insert(second, "name,category,price\nSorpa,Soups,1900\n");
    m_files->isSlow = true;
    m_sheets->openImport();
    import()->takeFile(menuPath);
    import()->takeFile(second);
    QCOMPARE(import()->step(), ImportSheet::Step::Reading);
    m_files->answer();
    settle();
    QCOMPARE(import()->step(), ImportSheet::Step::Columns);
    QCOMPARE(m_port->calls.count(QStringLiteral("readTable")), 1);
    QCOMPARE(import()->previewTable()->rowCount(), 1);
    // Whoever stops waiting for a slow disk hears nothing of it any more.
    import()->takeFile(menuPath);
    import()->findChild<StateView *>()->actionButton()->click();
    m_files->answer();
    settle();
    QCOMPARE(import()->step(), ImportSheet::Step::Choose);
}

void CatalogSheetsTest::anImportIsTakenBack()
{
    toChecked(); // one new dish, one changed
    const Catalog before = m_port->atHub();
    click("importPrimary");
    QCOMPARE(import()->step(), ImportSheet::Step::Done);
    // Nothing of it has arrived yet.
    QVERIFY(!button("importSecond")->isEnabled());
    QVERIFY(import()->resultText().contains(QStringLiteral("cannot")));
    CatalogChange done;
    ItemEdit made;
    made.name = QStringLiteral("Quince sherbet");
    made.categoryId = catalogsample::categoryId(before, QStringLiteral("Sweets"));
    made.priceMinor = 900 * tenge;
    ItemEdit changed;
    changed.priceMinor = 2'000 * tenge;
    done.items = {{RowAct::Make, 0, std::nullopt, made}, {RowAct::Edit, id("Sorpa"), std::nullopt, changed}};
    QVERIFY(m_port->changeElsewhere(done));
    settle();
    QVERIFY(button("importSecond")->isEnabled());
    m_port->failNext(unreachable);
    click("importSecond");
    QVERIFY(!import()->band()->isHidden());
    import()->band()->actionButton()->click();
    settle();
    QVERIFY(import()->band()->isHidden());
    QCOMPARE(m_port->atHub().items.size(), before.items.size());
    QCOMPARE(priceOf("Sorpa"), 1'900 * tenge);
    QVERIFY(!button("importSecond")->isVisible());
    // Which can be undone like everything else.
    QVERIFY(m_desk->canUndo());
    click("importThird");
    QCOMPARE(import()->step(), ImportSheet::Step::Choose);
}

void CatalogSheetsTest::anImportThatCannotBeTakenBackSaysSo()
{
    toChecked();
    click("importPrimary");
    ItemEdit changed;
    changed.priceMinor = 2'000 * tenge;
    for (const char *name : {"Sorpa", "Shurpa", "Okroshka"})
        elsewhere(id(name), changed);
    QVERIFY(!button("importSecond")->isEnabled());
    QVERIFY(import()->resultText().contains(QStringLiteral("cannot")));
}

void CatalogSheetsTest::lossesAreSaid()
{
    toChecked();
    QVERIFY(import()->band()->message().contains(QStringLiteral("Description")));
    QVERIFY(!import()->band()->message().contains(QStringLiteral("Allergens")));
    click("importBack");
    m_port->importResult = {false, 2, 0, 2, 0, 0, {}};
    click("importPrimary");
    QVERIFY(import()->band()->isHidden());
}

void CatalogSheetsTest::importTakenBackIsExact()
{
    const Catalog before = catalogsample::catalog();
    Catalog now = before;
    MenuImportResult result;
    QVERIFY(!importTakenBack(before, now, result)); // nothing to take back
    now.categories.push_back({});
    now.categories.back().id = 900;
    now.categories.back().version = 1;
    now.items.push_back({});
    now.items.back().id = 901;
    now.items.back().version = 1;
    now.items[0].priceMinor += 5;
    now.items[0].description = QStringLiteral("new");
    ++now.items[0].version;
    // An 86 is nothing that an import does.
    now.items[1].available = !now.items[1].available;
    ++now.items[1].version;
    result.categoriesCreated = 1;
    result.itemsCreated = 1;
    result.itemsUpdated = 1;
    const auto change = importTakenBack(before, now, result);
    QVERIFY(change);
    QCOMPARE(change->categories.size(), std::size_t(1));
    QCOMPARE(change->categories[0].act, RowAct::Remove);
    QCOMPARE(change->items.size(), std::size_t(2));
    const ItemChange &back = change->items[0].act == RowAct::Edit ? change->items[0] : change->items[1];
    QCOMPARE(back.version, std::optional<qint64>(now.items[0].version));
    QCOMPARE(back.edit.priceMinor, std::optional<qint64>(before.items[0].priceMinor));
    QCOMPARE(back.edit.description, std::optional(before.items[0].description));
    QVERIFY(!back.edit.name);

    MenuImportResult less = result;
    less.itemsUpdated = 2;
    QVERIFY(!importTakenBack(before, now, less));
    Catalog removed = now;
    removed.items.erase(removed.items.begin() + 2);
    QVERIFY(!importTakenBack(before, removed, result));
}

void CatalogSheetsTest::aReplayKnowsNoCounts()
{
    toChecked();
    m_port->importResult = {};
    click("importPrimary");
    QCOMPARE(import()->step(), ImportSheet::Step::Done);
    QVERIFY2(import()->resultText().contains(QStringLiteral("1 New dishes")), qPrintable(import()->resultText()));
}

// ---- export

void CatalogSheetsTest::exportSavesAndSaysWhere()
{
    m_sheets->openImport();
    m_files->target = QStringLiteral("/menus/menu.csv");
    m_port->exported = "name\r\nPlov\r\n";
    click("importExport");
    settle();
    MenuExportSheet *sheet = m_sheets->exportSheet();
    QVERIFY(sheet->isOpen());
    QVERIFY(!import()->isOpen());
    QCOMPARE(sheet->step(), MenuExportSheet::Step::Saved);
    QCOMPARE(m_files->disk.value(m_files->target), m_port->exported);
    QVERIFY(sheet->text().contains(QStringLiteral("menu.csv")));
    click("exportFolder");
    QCOMPARE(m_files->calls.last(), QStringLiteral("folder /menus/menu.csv"));
    click("exportPrimary");
    QVERIFY(!sheet->isOpen());
}

void CatalogSheetsTest::exportTroubles()
{
    MenuExportSheet *sheet = m_sheets->exportSheet();
    m_port->failNext(unreachable);
    m_sheets->openExport();
    settle();
    QCOMPARE(sheet->step(), MenuExportSheet::Step::Failed);
    QVERIFY(sheet->text().contains(QStringLiteral("does not answer")));
    // The person thinks better of it, then chooses a disk that is full.
    click("exportPrimary");
    QCOMPARE(sheet->step(), MenuExportSheet::Step::Ready);
    m_files->target = QStringLiteral("/stick/menu.csv");
    m_files->writeTrouble = FileTrouble::Full;
    click("exportPrimary");
    settle();
    QCOMPARE(sheet->step(), MenuExportSheet::Step::Ready);
    QVERIFY(sheet->text().contains(QStringLiteral("full")));
    m_files->writeTrouble = FileTrouble::None;
    click("exportPrimary");
    settle();
    QCOMPARE(sheet->step(), MenuExportSheet::Step::Saved);
    QVERIFY(!sheet->text().contains(QStringLiteral("full")));
    // Whoever closes it while the site writes gets nothing later.
    m_port->setImmediate(false);
    m_sheets->openExport();
    QTest::keyClick(sheet, Qt::Key_Escape);
    QVERIFY(!sheet->isOpen());
    QCOMPARE(m_port->waiting(), 0);
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

void CatalogSheetsTest::placesAreSafeForSpreadsheets()
{
    const QByteArray csv = placesCsv({{QStringLiteral("line 3, @SUM(A1)"), QStringLiteral("a \"b\", c")},
                                      {QStringLiteral("line 4"), QStringLiteral("=1+1")}});
    QVERIFY(csv.startsWith("\xEF\xBB\xBF"));
    QVERIFY(csv.contains("3,'@SUM(A1),\"a \"\"b\"\", c\"\r\n"));
    QVERIFY(csv.contains("4,,'=1+1\r\n"));
}

void CatalogSheetsTest::reasonsAndCellsAreRead()
{
    QCOMPARE(ManagerText::reason(QStringLiteral("Nobody knows.")), QStringLiteral("Nobody knows."));
    QVERIFY(ManagerText::reason(QStringLiteral("\"Plov\" is in line 7 already.")).contains(QStringLiteral("line 7")));
    QVERIFY(ManagerText::reason(QStringLiteral("\"1.234\": KZT has at most 2 decimal places.")).contains(u'2'));
    QCOMPARE(FilePlace::of(QStringLiteral("line 12")).line, 12);
    QCOMPARE(FilePlace::of(QStringLiteral("line x, y")).column, QStringLiteral("line x, y"));
    const Currency tenges;
    QVERIFY(!ManagerText::readAs(QStringLiteral("name"), QStringLiteral(" "), tenges));
    QVERIFY(!ManagerText::readAs(QStringLiteral("price"), QStringLiteral("-5"), tenges));
    QVERIFY(!ManagerText::readAs(QStringLiteral("prep_seconds"), QStringLiteral("8 min"), tenges));
    QCOMPARE(ManagerText::readAs(QStringLiteral("prep_seconds"), QStringLiteral("480"), tenges),
             std::optional(QStringLiteral("8:00 min")));
    QCOMPARE(ManagerText::readAs(QStringLiteral("station"), QString(), tenges), std::optional(QString()));
}

void CatalogSheetsTest::realFilesOfThisComputer()
{
    QTemporaryDir directory;
    const QString path = directory.filePath(QStringLiteral("menu.csv"));
    DialogFiles files;
    std::optional<FileTrouble> written;
    files.write(path, menuFile, [&written](FileTrouble trouble) { written = trouble; });
    QTRY_VERIFY(written.has_value());
    QCOMPARE(*written, FileTrouble::None);
    std::optional<CatalogFiles::Read> read;
    const auto keep = [&read](const CatalogFiles::Read &answer) { read = answer; };
    files.read(path, keep);
    QTRY_VERIFY(read.has_value());
    QCOMPARE(read->bytes, menuFile);

    read.reset();
    files.read(directory.filePath(QStringLiteral("none.csv")), keep);
    QTRY_VERIFY(read.has_value());
    QCOMPARE(read->trouble, FileTrouble::Missing);
    read.reset();
    files.read(directory.path(), keep);
    QTRY_VERIFY(read.has_value());
    QCOMPARE(read->trouble, FileTrouble::Missing);

    const QString large = directory.filePath(QStringLiteral("large.csv"));
    QFile file(large);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.resize(CatalogFiles::maxBytes + 1));
    file.close();
    read.reset();
    files.read(large, keep);
    QTRY_VERIFY(read.has_value());
    QCOMPARE(read->trouble, FileTrouble::TooLarge);

    written.reset();
    files.write(directory.filePath(QStringLiteral("no/such/menu.csv")), menuFile,
                [&written](FileTrouble trouble) { written = trouble; });
    QTRY_VERIFY(written.has_value());
    QCOMPARE(*written, FileTrouble::Missing);
    // What is no plain file stays what it is: as root, a device would be replaced by a file of that name.
    const QString folder = directory.filePath(QStringLiteral("folder.csv"));
    QVERIFY(QDir().mkdir(folder));
    written.reset();
    files.write(folder, menuFile, [&written](FileTrouble trouble) { written = trouble; });
    QTRY_VERIFY(written.has_value());
    QCOMPARE(*written, FileTrouble::Denied);
    QVERIFY(QFileInfo(folder).isDir());
}

QTEST_MAIN(CatalogSheetsTest)
#include "catalogsheetstest.moc"

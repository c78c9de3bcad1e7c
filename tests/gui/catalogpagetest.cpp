// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/catalogstage.h"
#include "ui/catalog/categorylist.h"
#include "ui/catalog/categorysheet.h"
#include "ui/catalog/itemeditor.h"
#include "ui/catalog/outsheet.h"
#include "ui/catalog/selectionbar.h"
#include "ui/common/band.h"
#include "ui/common/choicerow.h"
#include "ui/common/stateview.h"
#include "ui/common/touchbutton.h"

#include <QComboBox>
#include <QDateEdit>
#include <QDateTime>
#include <QFile>
#include <QLineEdit>
#include <QScrollBar>

using namespace oshaq;
using namespace oshaq::test;

/// Dishes at the page of the catalog: shown, searched, out, offline.
class CatalogPageTest final : public QObject, CatalogStage
{
    Q_OBJECT

private Q_SLOTS:
    void init() { prepare(); }
    void cleanup() { m_stage.reset(); }

    void showsCategoriesAndCards();
    void loadingAndEmpty();
    void searchFindsInTheWholeMenu();
    void cardsAreReachedByKeys();
    void outByOnePressAndByKey();
    void outUntilWhen();
    void outWorksOffline();
    void othersChangesLeaveChoiceAndPlace();
    void severalAtOnce();
    void longPressChooses();
    void deleteAndUndo();
    void offlineIsReadable();
    void refusalIsTold();
    void sheetsPlugIn();
    void exportGoesToAFile();
    void timePasses();
    void narrowWindowShowsOneThing();
    void manyDishesAskForFewPictures();
    void firstDishOfAnEmptyMenu();
};

void CatalogPageTest::showsCategoriesAndCards()
{
    const auto &rows = m_page->categories()->categories()->rows();
    QCOMPARE(rows.size(), size_t(8));
    QCOMPARE(rows[0].count, 84);
    QCOMPARE(rows[2].name, QStringLiteral("Main dishes"));
    QCOMPARE(rows[2].count, 18);
    ItemModel *items = m_page->grid()->items();
    QCOMPARE(items->rowCount(), 18);
    const ItemModel::Card *manty = items->card(items->rowOf(idOf("Manty, pumpkin")));
    QCOMPARE(manty->availability, QStringLiteral("86 · back tomorrow 04:00"));
    QVERIFY(manty->price.contains(u'₸'));
    QVERIFY(items->index(items->rowOf(manty->item.id), 0)
                .data(Qt::AccessibleTextRole)
                .toString()
                .contains(manty->availability));
    m_page->categories()->setCurrentId(0);
    QCOMPARE(items->rowCount(), 84);
    clickCard(idOf("Sorpa"));
    QCOMPARE(m_page->editor()->itemId(), idOf("Sorpa"));
}

void CatalogPageTest::loadingAndEmpty()
{
    m_stage = std::make_unique<Stage>();
    LinkStatus::Facts facts;
    facts.state = LinkStatus::State::Connecting;
    m_stage->link.update(facts);
    m_stage->open(QStringLiteral("catalog"), QSize(1280, 800));
    m_page = m_stage->catalogPage;
    QVERIFY(m_page->stateView()->isVisible());
    QVERIFY(m_page->stateView()->title().contains(QStringLiteral("on its way")));
    QVERIFY(!m_page->linkBand()->isVisible());
    facts.state = LinkStatus::State::Live;
    facts.knownAtMs = 1;
    m_stage->link.update(facts);
    Stage::settle();
    QCOMPARE(m_page->stateView()->title(), QStringLiteral("The menu is empty"));
    m_stage->catalog.setCatalog(catalogsample::catalog());
    m_stage->catalog.changed();
    QVERIFY(!m_page->stateView()->isVisible());
    QCOMPARE(m_page->grid()->items()->rowCount(), 84);
}

void CatalogPageTest::searchFindsInTheWholeMenu()
{
    m_page->search()->setFocus();
    QTest::keyClicks(m_page->search(), QStringLiteral("samsa lamb"));
    QTRY_COMPARE(m_page->grid()->items()->rowCount(), 1);
    QTest::keyClick(m_page->search(), Qt::Key_Return);
    QCOMPARE(m_page->grid()->currentId(), idOf("Samsa, lamb"));
    QVERIFY(m_page->grid()->hasFocus());
    QCOMPARE(m_page->editor()->itemId(), idOf("Samsa, lamb"));
    m_page->search()->setFocus();
    QTest::keyClicks(m_page->search(), QStringLiteral("x"));
    QTRY_VERIFY(m_page->stateView()->isVisible());
    // What is edited stays.
    QCOMPARE(m_page->editor()->itemId(), idOf("Samsa, lamb"));
    click(m_page->stateView()->actionButton());
    QTRY_COMPARE(m_page->grid()->items()->rowCount(), 18);
}

void CatalogPageTest::cardsAreReachedByKeys()
{
    m_page->grid()->setFocus();
    m_page->grid()->setCurrentId(mainDishes()[0]);
    press(Qt::Key_Right);
    QCOMPARE(m_page->grid()->currentId(), mainDishes()[1]);
    QCOMPARE(m_page->editor()->itemId(), mainDishes()[1]);
    press(Qt::Key_Down);
    const auto row = m_page->grid()->items()->rowOf(m_page->grid()->currentId());
    QVERIFY(row > 2);
    press(Qt::Key_Return, QStringLiteral("\r"));
    QVERIFY(find<QLineEdit>("itemName")->hasFocus());
    QTest::keyClick(find<QLineEdit>("itemName"), Qt::Key_Escape);
    QVERIFY(m_page->grid()->hasFocus());
    press(Qt::Key_F, {}, Qt::ControlModifier);
    QVERIFY(m_page->search()->hasFocus());
}

void CatalogPageTest::outByOnePressAndByKey()
{
    const qint64 plov = idOf("Plov, wedding");
    const qint64 syrne = idOf("Syrne");
    m_page->grid()->setCurrentId(syrne);
    QTest::mouseClick(m_page->grid()->viewport(), Qt::LeftButton, Qt::NoModifier, outOf(plov));
    Stage::settle();
    QVERIFY(!atHub(plov).available);
    // The press is the switch's: the chosen dish stays.
    QCOMPARE(m_page->grid()->currentId(), syrne);
    QVERIFY(m_page->notice()->message().startsWith(QStringLiteral("Plov, wedding")));
    click(m_page->notice()->actionButton());
    QVERIFY(atHub(plov).available);
    m_page->grid()->setFocus();
    press(Qt::Key_8, QStringLiteral("8"));
    QVERIFY(!atHub(syrne).available);
    press(Qt::Key_8, QStringLiteral("8"));
    QVERIFY(atHub(syrne).available);
    // Taken back is as it was, with its time.
    const qint64 manty = idOf("Manty, pumpkin");
    const qint64 back = atHub(manty).backAtMs;
    QTest::mouseClick(m_page->grid()->viewport(), Qt::LeftButton, Qt::NoModifier, outOf(manty));
    Stage::settle();
    QVERIFY(atHub(manty).available);
    click(m_page->notice()->actionButton());
    QVERIFY(!atHub(manty).available);
    QCOMPARE(atHub(manty).backAtMs, back);
    QVERIFY(!m_page->desk()->canUndo());
}

void CatalogPageTest::outUntilWhen()
{
    const qint64 plov = idOf("Plov, wedding");
    m_page->grid()->setCurrentId(plov);
    const QTimeZone zone("Asia/Almaty");
    const auto local = [&] { return QDateTime::fromMSecsSinceEpoch(atHub(plov).backAtMs, zone); };
    OutSheet *sheet = m_page->outSheet();
    click(m_page->editor()->outButton());
    QVERIFY(sheet->isOpen());
    click(sheet->choices()->button(1));
    click(sheet->takeButton());
    QVERIFY(!sheet->isOpen());
    QCOMPARE(local(), QDateTime(QDate(2026, 1, 16), QTime(4, 0), zone));
    click(m_page->editor()->outButton()); // brings it back
    QVERIFY(atHub(plov).available);
    click(m_page->editor()->outButton());
    click(sheet->choices()->button(2));
    click(sheet->takeButton());
    QCOMPARE(local(), QDateTime(QDate(2026, 1, 16), QTime(12, 0), zone));
    click(m_page->editor()->outButton());
    click(m_page->editor()->outButton());
    click(sheet->choices()->button(3));
    find<QDateEdit>("outDate")->setDate(QDate(2026, 2, 1));
    click(sheet->takeButton());
    QCOMPARE(local(), QDateTime(QDate(2026, 2, 1), QTime(4, 0), zone));
    click(m_page->editor()->outButton());
    click(m_page->editor()->outButton());
    click(sheet->takeButton());
    QCOMPARE(atHub(plov).backAtMs, 0);
    QVERIFY(!atHub(plov).available);
}

void CatalogPageTest::outWorksOffline()
{
    goOffline();
    const qint64 plov = idOf("Plov, wedding");
    m_page->grid()->setCurrentId(plov);
    m_page->grid()->setFocus();
    press(Qt::Key_8, QStringLiteral("8"));
    ItemModel *items = m_page->grid()->items();
    QCOMPARE(items->card(items->rowOf(plov))->state, Availability::State::Out);
    QVERIFY(m_page->editor()->outButton()->isEnabled());
    QCOMPARE(m_page->editor()->outButton()->text(), QStringLiteral("Bring back"));
}

void CatalogPageTest::othersChangesLeaveChoiceAndPlace()
{
    m_page->categories()->setCurrentId(0);
    ItemGrid *grid = m_page->grid();
    const std::vector<qint64> chosen{idOf("Cola"), idOf("Latte")};
    grid->choose(chosen);
    grid->verticalScrollBar()->setValue(grid->verticalScrollBar()->maximum() / 2);
    const int place = grid->verticalScrollBar()->value();
    QVERIFY(place > 0);
    QVERIFY(m_stage->catalog.setAvailable(idOf("Sorpa"), false));
    Stage::settle();
    QCOMPARE(grid->items()->card(grid->items()->rowOf(idOf("Sorpa")))->state, Availability::State::Out);
    QCOMPARE(grid->chosenIds(), chosen);
    QCOMPARE(grid->verticalScrollBar()->value(), place);
    // Rows that come and go too.
    ItemChange removal;
    removal.act = RowAct::Remove;
    removal.id = idOf("Sorpa");
    QVERIFY(m_stage->catalog.changeElsewhere({{}, {removal}}));
    Stage::settle();
    QCOMPARE(grid->items()->rowCount(), 83);
    QCOMPARE(grid->chosenIds(), chosen);
    QCOMPARE(grid->verticalScrollBar()->value(), qMin(place, grid->verticalScrollBar()->maximum()));
}

void CatalogPageTest::severalAtOnce()
{
    const qint64 a = idOf("Beshbarmak");
    const qint64 b = idOf("Kuyrdak");
    clickCard(a);
    QVERIFY(!m_page->selectionBar()->isVisible());
    clickCard(b, Qt::ControlModifier);
    QVERIFY(m_page->selectionBar()->isVisible());
    QCOMPARE(m_page->grid()->chosenIds(), (std::vector{a, b}));
    click(m_page->selectionBar()->outButton());
    QVERIFY(!atHub(a).available && !atHub(b).available);
    click(m_page->selectionBar()->backButton());
    QVERIFY(atHub(a).available && atHub(b).available);
    QCOMPARE(m_page->grid()->chosenIds().size(), size_t(2));
    click(m_page->selectionBar()->removeButton());
    QVERIFY(!m_stage->catalog.atHub().findItem(a) && !m_stage->catalog.atHub().findItem(b));
    QVERIFY(!m_page->selectionBar()->isVisible());
    click(m_page->notice()->actionButton());
    QVERIFY(m_stage->catalog.atHub().findItem(a) && m_stage->catalog.atHub().findItem(b));
    clickCard(a);
    clickCard(idOf("Lagman, hand-pulled"), Qt::ShiftModifier);
    QCOMPARE(m_page->grid()->chosenIds().size(), size_t(4));
    m_page->grid()->setFocus();
    press(Qt::Key_Escape);
    QCOMPARE(m_page->grid()->chosenIds().size(), size_t(1));
}

void CatalogPageTest::longPressChooses()
{
    const qint64 a = idOf("Beshbarmak");
    QWidget *viewport = m_page->grid()->viewport();
    const QPoint at = cell(a).topLeft() + QPoint(30, 30);
    QTest::mousePress(viewport, Qt::LeftButton, Qt::NoModifier, at);
    QTRY_VERIFY(m_page->grid()->isChoosing());
    QTest::mouseRelease(viewport, Qt::LeftButton, Qt::NoModifier, at);
    QCOMPARE(m_page->grid()->chosenIds(), std::vector{a});
    QVERIFY(m_page->selectionBar()->isVisible());
    clickCard(idOf("Kuyrdak"));
    QCOMPARE(m_page->grid()->chosenIds().size(), size_t(2));
    clickCard(a);
    QCOMPARE(m_page->grid()->chosenIds(), std::vector{idOf("Kuyrdak")});
    click(m_page->selectionBar()->endButton());
    QVERIFY(!m_page->grid()->isChoosing());
    QVERIFY(!m_page->selectionBar()->isVisible());
}

void CatalogPageTest::deleteAndUndo()
{
    const qint64 plov = idOf("Plov, wedding");
    m_page->grid()->setCurrentId(plov);
    m_page->grid()->setFocus();
    press(Qt::Key_Delete);
    QVERIFY(!m_stage->catalog.atHub().findItem(plov));
    QVERIFY(m_page->grid()->items()->rowOf(plov) < 0);
    QVERIFY(m_page->notice()->isVisible());
    press(Qt::Key_Z, {}, Qt::ControlModifier);
    QVERIFY(m_stage->catalog.atHub().findItem(plov));
    QVERIFY(m_page->grid()->items()->rowOf(plov) >= 0);
    press(Qt::Key_Z, {}, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(!m_stage->catalog.atHub().findItem(plov));
}

void CatalogPageTest::offlineIsReadable()
{
    m_page->grid()->setCurrentId(idOf("Plov, wedding"));
    find<QLineEdit>("itemName")->selectAll();
    QTest::keyClicks(find<QLineEdit>("itemName"), QStringLiteral("Plov"));
    goOffline();
    QVERIFY(m_page->linkBand()->isVisible());
    QVERIFY(!find<TouchButton>("newItem")->isEnabled());
    QVERIFY(!find<TouchButton>("newCategory")->isEnabled());
    QVERIFY(!m_page->editor()->saveButton()->isEnabled());
    QCOMPARE(m_page->grid()->items()->rowCount(), 18);
    QCOMPARE(find<QLineEdit>("itemName")->text(), QStringLiteral("Plov"));
    m_page->grid()->setFocus();
    press(Qt::Key_Delete);
    press(Qt::Key_N, {}, Qt::ControlModifier);
    drop(m_page->grid()->viewport(), cell(mainDishes()[0]).topLeft() + QPoint(8, 40), ItemModel::mimeType,
         QByteArray::number(mainDishes()[2]));
    QVERIFY(m_stage->catalog.changes.empty());
    LinkStatus::Facts facts = m_stage->link.facts();
    facts.state = LinkStatus::State::Live;
    m_stage->link.update(facts);
    m_stage->catalog.setFailing(std::nullopt);
    QVERIFY(!m_page->linkBand()->isVisible());
    QVERIFY(m_page->editor()->saveButton()->isEnabled());
}

void CatalogPageTest::refusalIsTold()
{
    m_page->grid()->setCurrentId(idOf("Plov, wedding"));
    m_page->grid()->setFocus();
    m_stage->catalog.failNext(unreachable);
    press(Qt::Key_Delete);
    QVERIFY(m_page->notice()->message().contains(QStringLiteral("does not answer")));
    QVERIFY(m_stage->catalog.atHub().findItem(idOf("Plov, wedding")));
    QVERIFY(!m_page->desk()->canUndo());
    // Undo over what somebody else did.
    press(Qt::Key_Left, {}, Qt::AltModifier);
    ItemChange change;
    change.id = mainDishes()[1];
    change.edit.position = 77;
    QVERIFY(m_stage->catalog.changeElsewhere({{}, {change}}));
    press(Qt::Key_Z, {}, Qt::ControlModifier);
    QVERIFY(m_page->notice()->message().contains(QStringLiteral("Somebody else")));
}

void CatalogPageTest::sheetsPlugIn()
{
    m_page->setSheets(nullptr);
    Stage::settle();
    QVERIFY(!find<TouchButton>("catalogImport")->isVisible());
    QVERIFY(!find<TouchButton>("catalogPrices")->isVisible());
    NotingSheets sheets;
    m_page->setSheets(&sheets);
    QVERIFY(sheets.looks > 0);
    Stage::settle();
    click(find<TouchButton>("catalogImport"));
    QCOMPARE(sheets.imports, 1);
    m_page->grid()->setCurrentId(idOf("Beshbarmak"));
    click(find<TouchButton>("catalogPrices"));
    QVERIFY(sheets.prices.back().empty());
    const std::vector<qint64> chosen{idOf("Beshbarmak"), idOf("Kuyrdak")};
    m_page->grid()->choose(chosen);
    Stage::settle();
    click(m_page->selectionBar()->pricesButton());
    QCOMPARE(sheets.prices.back(), chosen);
    click(m_page->selectionBar()->editButton());
    QCOMPARE(sheets.bulks.back(), chosen);
    m_page->setSheets(nullptr);
    QVERIFY(!m_page->selectionBar()->editButton()->isVisible());
}

void CatalogPageTest::exportGoesToAFile()
{
    const QString name = m_stage->directory.filePath(QStringLiteral("menu.csv"));
    m_page->setFileSaver([&name](QWidget *, const QString &, const auto &done) { done(name); });
    click(find<TouchButton>("catalogExport"));
    QTRY_VERIFY(m_page->notice()->message().contains(name));
    QFile file(name);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), m_stage->catalog.exported);
    m_page->setFileSaver([this](QWidget *, const QString &, const auto &done) {
        done(m_stage->directory.filePath(QStringLiteral("no/such/place.csv")));
    });
    click(find<TouchButton>("catalogExport"));
    QTRY_VERIFY(m_page->notice()->message().contains(QStringLiteral("could not be written")));
}

void CatalogPageTest::timePasses()
{
    const qint64 plov = idOf("Plov, wedding");
    ItemModel *items = m_page->grid()->items();
    QCOMPARE(items->card(items->rowOf(plov))->state, Availability::State::Available);
    m_stage->catalog.advance(4 * 3600); // 23:47
    m_page->refreshTime();
    QCOMPARE(items->card(items->rowOf(plov))->availability, QStringLiteral("Not sold now · from tomorrow 12:00"));
}

void CatalogPageTest::narrowWindowShowsOneThing()
{
    m_stage->window->resize(820, 700);
    Stage::settle();
    QVERIFY(m_page->grid()->isVisible());
    QVERIFY(!m_page->editor()->isVisible());
    m_page->grid()->setFocus();
    m_page->grid()->setCurrentId(idOf("Plov, wedding"));
    press(Qt::Key_Return, QStringLiteral("\r"));
    QVERIFY(m_page->editor()->isVisible());
    QVERIFY(!m_page->grid()->isVisible());
    QTest::keyClick(find<QLineEdit>("itemName"), Qt::Key_Escape);
    QVERIFY(m_page->grid()->isVisible());
    m_stage->display.setTextPercent(150);
    Stage::settle();
    auto *combo = find<QComboBox>("categoryCombo");
    QVERIFY(combo->isVisible());
    QVERIFY(!m_page->categories()->isVisible());
    combo->setCurrentIndex(1);
    Q_EMIT combo->activated(1);
    QCOMPARE(m_page->grid()->items()->rowCount(), 6);
}

void CatalogPageTest::manyDishesAskForFewPictures()
{
    Catalog catalog = catalogsample::catalog();
    catalogsample::addMany(&catalog, 2000);
    open(catalog);
    m_page->categories()->setCurrentId(0);
    Stage::waitFor([this] { return m_page->isQuiet(); });
    QCOMPARE(m_page->grid()->items()->rowCount(), 2084);
    QVERIFY2(m_stage->catalog.picturesAsked() < 80, qPrintable(QString::number(m_stage->catalog.picturesAsked())));
    QVERIFY(m_stage->catalog.picturesAsked() > 0);
}

void CatalogPageTest::firstDishOfAnEmptyMenu()
{
    open({});
    m_page->setSheets(nullptr);
    Stage::settle();
    QCOMPARE(m_page->stateView()->title(), QStringLiteral("The menu is empty"));
    click(m_page->stateView()->actionButton());
    QVERIFY(m_page->categorySheet()->isOpen());
    QTest::keyClicks(find<QLineEdit>("categoryName"), QStringLiteral("Soups"));
    QTest::keyClick(find<QLineEdit>("categoryName"), Qt::Key_Return);
    Stage::settle();
    QCOMPARE(m_page->editor()->itemId(), ItemEditor::newId);
    QTest::keyClicks(find<QLineEdit>("itemName"), QStringLiteral("Sorpa"));
    QTest::keyClicks(find<QLineEdit>("itemPrice"), QStringLiteral("1900"));
    click(m_page->editor()->saveButton());
    QCOMPARE(m_page->grid()->items()->rowCount(), 1);
    QCOMPARE(m_stage->catalog.atHub().items.front().priceMinor, 1900 * tenge);
}

QTEST_MAIN(CatalogPageTest)
#include "catalogpagetest.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// The catalog page as its manager uses it: by mouse, by keyboard, with and without the hub.
#include "ui/catalog/catalogpage.h"
#include "tests/gui/shots/stage.h"
#include "tests/support/catalogsample.h"
#include "ui/catalog/categorylist.h"
#include "ui/catalog/categorysheet.h"
#include "ui/catalog/itemdelegate.h"
#include "ui/catalog/itemeditor.h"
#include "ui/catalog/itemgrid.h"
#include "ui/catalog/menurules.h"
#include "ui/catalog/outsheet.h"
#include "ui/catalog/selectionbar.h"
#include "ui/common/band.h"
#include "ui/common/choicerow.h"
#include "ui/common/stateview.h"
#include "ui/common/touchbutton.h"

#include <QComboBox>
#include <QDateEdit>
#include <QDateTime>
#include <QDropEvent>
#include <QFile>
#include <QLineEdit>
#include <QMimeData>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace oshaq;

namespace {

constexpr qint64 tenge = 100;
const PortFailure unreachable{PortFailure::Kind::Unreachable, {}, {}, {}};

/// Notes what the page opens.
class NotingSheets final : public CatalogSheets
{
public:
    void setLook(const Look &) override { ++looks; }
    void openImport() override { ++imports; }
    void openPrices(const std::vector<qint64> &itemIds) override { prices.push_back(itemIds); }
    void openBulk(const std::vector<qint64> &itemIds) override { bulks.push_back(itemIds); }

    int looks = 0;
    int imports = 0;
    std::vector<std::vector<qint64>> prices;
    std::vector<std::vector<qint64>> bulks;
};

} // namespace

class CatalogPageTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
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
    void itemsAreReordered();
    void noReorderWhereNoOrderIs();
    void itemsAreDroppedOnACategory();
    void categoriesAreReordered();
    void categoryIsMadeRenamedAndRemoved();
    void categoryConflictKeepsWhatWasTyped();
    void undoNamesWhatItTakesBack();
    void offlineIsReadable();
    void refusalIsTold();
    void sheetsPlugIn();
    void exportGoesToAFile();
    void timePasses();
    void narrowWindowShowsOneThing();
    void manyDishesAskForFewPictures();
    void firstDishOfAnEmptyMenu();

private:
    void open(const Catalog &catalog, QSize size = QSize(1600, 1000));
    template <typename T> T *find(const char *name) const
    {
        return m_stage->window->findChild<T *>(QString::fromLatin1(name));
    }
    qint64 idOf(const char *name) const
    {
        return catalogsample::itemId(m_stage->catalog.atHub(), QString::fromUtf8(name));
    }
    const Item &atHub(qint64 id) const
    {
        static const Item none;
        const Item *item = m_stage->catalog.atHub().findItem(id);
        return item ? *item : none;
    }
    void press(int key, const QString &text = {}, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::sendKeyEvent(QTest::Click, m_page->grid(), Qt::Key(key), text, modifiers);
        Stage::settle();
    }
    QRect cell(qint64 id) const
    {
        ItemGrid *grid = m_page->grid();
        return grid->visualRect(grid->items()->index(grid->items()->rowOf(id), 0));
    }
    QPoint outOf(qint64 id) const
    {
        return qobject_cast<ItemDelegate *>(m_page->grid()->itemDelegate())->outRect(cell(id)).center();
    }
    void clickCard(qint64 id, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::mouseClick(m_page->grid()->viewport(), Qt::LeftButton, modifiers, cell(id).topLeft() + QPoint(30, 30));
        Stage::settle();
    }
    void click(QAbstractButton *button)
    {
        QVERIFY(button && button->isVisible() && button->isEnabled());
        button->click();
        Stage::settle();
    }
    static void drop(QWidget *viewport, QPoint at, const char *type, const QByteArray &bytes)
    {
        QMimeData data;
        data.setData(QLatin1String(type), bytes);
        QDragEnterEvent enter(at, Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(viewport, &enter);
        QDragMoveEvent move(at, Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(viewport, &move);
        QDropEvent event(at, Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(viewport, &event);
        Stage::settle();
    }
    void goOffline()
    {
        LinkStatus::Facts facts = m_stage->link.facts();
        facts.state = LinkStatus::State::Offline;
        m_stage->link.update(facts);
        m_stage->catalog.setOffline(true);
        m_stage->catalog.setFailing(unreachable);
        Stage::settle();
    }
    std::vector<qint64> mainDishes() const { return menurules::shownItems(m_stage->catalog.atHub(), 2, {}); }

    std::unique_ptr<Stage> m_stage;
    CatalogPage *m_page = nullptr;
};

void CatalogPageTest::init()
{
    QLocale::setDefault(QLocale(QStringLiteral("en")));
    m_stage = std::make_unique<Stage>();
    open(catalogsample::catalog());
}

void CatalogPageTest::open(const Catalog &catalog, QSize size)
{
    if (m_page)
        m_stage = std::make_unique<Stage>();
    m_stage->catalog.setCatalog(catalog);
    m_stage->open(QStringLiteral("catalog"), size);
    m_page = m_stage->catalogPage;
    m_page->categories()->setCurrentId(2);
    Stage::waitFor([this] { return m_page->isQuiet(); });
}

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

void CatalogPageTest::itemsAreReordered()
{
    const std::vector<qint64> before = mainDishes();
    // The third one to the left half of the first one.
    drop(m_page->grid()->viewport(), cell(before[0]).topLeft() + QPoint(8, 40), ItemModel::mimeType,
         QByteArray::number(before[2]));
    std::vector<qint64> expected{before[2], before[0], before[1]};
    std::vector<qint64> now = mainDishes();
    QCOMPARE((std::vector(now.begin(), now.begin() + 3)), expected);
    QCOMPARE(m_page->grid()->items()->idAt(0), before[2]);
    m_page->grid()->setFocus();
    press(Qt::Key_Z, {}, Qt::ControlModifier);
    QCOMPARE(mainDishes(), before);
    m_page->grid()->setCurrentId(before[1]);
    press(Qt::Key_Left, {}, Qt::AltModifier);
    QCOMPARE(mainDishes()[0], before[1]);
    QCOMPARE(m_page->grid()->currentId(), before[1]);
    press(Qt::Key_Left, {}, Qt::AltModifier); // nothing before the first
    press(Qt::Key_Right, {}, Qt::AltModifier);
    QCOMPARE(mainDishes(), before);
}

void CatalogPageTest::noReorderWhereNoOrderIs()
{
    m_page->categories()->setCurrentId(0);
    const std::vector<qint64> before = mainDishes();
    drop(m_page->grid()->viewport(), cell(idOf("Sorpa")).topLeft() + QPoint(8, 40), ItemModel::mimeType,
         QByteArray::number(before[2]));
    QVERIFY(m_stage->catalog.changes.empty());
}

void CatalogPageTest::itemsAreDroppedOnACategory()
{
    CategoryList *list = m_page->categories();
    const qint64 a = idOf("Beshbarmak");
    const qint64 b = idOf("Kuyrdak");
    const auto row = list->visualRect(list->categories()->index(list->categories()->rowOf(3), 0));
    drop(list->viewport(), row.center(), ItemModel::mimeType, QByteArray::number(a) + ',' + QByteArray::number(b));
    QCOMPARE(atHub(a).categoryId, qint64(3));
    QCOMPARE(atHub(b).categoryId, qint64(3));
    QCOMPARE(list->categories()->rows()[3].count, 13);
    click(m_page->notice()->actionButton());
    QCOMPARE(atHub(a).categoryId, qint64(2));
    // Not onto "All".
    drop(list->viewport(), list->visualRect(list->categories()->index(0, 0)).center(), ItemModel::mimeType,
         QByteArray::number(a));
    QCOMPARE(atHub(a).categoryId, qint64(2));
}

void CatalogPageTest::categoriesAreReordered()
{
    CategoryList *list = m_page->categories();
    const auto rect = [list](int row) { return list->visualRect(list->categories()->index(row, 0)); };
    drop(list->viewport(), rect(1).topLeft() + QPoint(10, 2), CategoryModel::mimeType, QByteArray("2"));
    QCOMPARE(m_stage->catalog.atHub().categories.front().id, qint64(2));
    QCOMPARE(list->currentId(), qint64(2));
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Down, Qt::AltModifier);
    Stage::settle();
    QCOMPARE(m_stage->catalog.atHub().categories.front().id, qint64(1));
    QCOMPARE(list->currentId(), qint64(2));
    QTest::keyClick(list, Qt::Key_Up, Qt::AltModifier);
    Stage::settle();
    QTest::keyClick(list, Qt::Key_Up, Qt::AltModifier); // it is the first one
    Stage::settle();
    QCOMPARE(m_stage->catalog.atHub().categories.front().id, qint64(2));
}

void CatalogPageTest::categoryIsMadeRenamedAndRemoved()
{
    click(find<TouchButton>("newCategory"));
    CategorySheet *sheet = m_page->categorySheet();
    QVERIFY(sheet->isOpen());
    auto *name = find<QLineEdit>("categoryName");
    QVERIFY(name->hasFocus());
    click(find<TouchButton>("categorySave"));
    QVERIFY(sheet->isOpen()); // without a name
    QTest::keyClicks(name, QStringLiteral("Salads"));
    click(find<TouchButton>("categorySave"));
    QVERIFY(sheet->isOpen()); // the hub has one
    QCOMPARE(name->text(), QStringLiteral("Salads"));
    name->selectAll();
    QTest::keyClicks(name, QStringLiteral("Breakfast"));
    QTest::keyClick(name, Qt::Key_Return);
    Stage::settle();
    QVERIFY(!sheet->isOpen());
    const qint64 id = catalogsample::categoryId(m_stage->catalog.atHub(), QStringLiteral("Breakfast"));
    QVERIFY(id != 0);
    QCOMPARE(m_page->categories()->currentId(), id);
    QVERIFY(m_page->stateView()->isVisible());

    m_page->categories()->setCurrentId(2);
    m_page->categories()->setFocus();
    QTest::keyClick(m_page->categories(), Qt::Key_F2);
    QVERIFY(sheet->isOpen());
    name->selectAll();
    QTest::keyClicks(name, QStringLiteral("Mains"));
    // Leaving asks once.
    QTest::keyClick(name, Qt::Key_Escape);
    QVERIFY(sheet->isOpen());
    click(find<TouchButton>("categoryKeep"));
    QCOMPARE(name->text(), QStringLiteral("Mains"));
    click(find<TouchButton>("categorySave"));
    QCOMPARE(m_stage->catalog.atHub().findCategory(2)->name, QStringLiteral("Mains"));

    m_page->categories()->setFocus();
    QTest::keyClick(m_page->categories(), Qt::Key_Delete);
    QVERIFY(sheet->isOpen());
    auto *target = find<QComboBox>("categoryMoveTo");
    QVERIFY(target->isVisible());
    target->setCurrentIndex(target->findData(qint64(3)));
    click(find<TouchButton>("categoryRemove"));
    QVERIFY(!m_stage->catalog.atHub().findCategory(2));
    QCOMPARE(menurules::itemCount(m_stage->catalog.atHub(), 3), 29);
    QCOMPARE(m_page->categories()->currentId(), qint64(0));
    click(m_page->notice()->actionButton());
    QVERIFY(m_stage->catalog.atHub().findCategory(2));
    QCOMPARE(menurules::itemCount(m_stage->catalog.atHub(), 2), 18);
}

void CatalogPageTest::categoryConflictKeepsWhatWasTyped()
{
    m_page->categorySheet()->edit(2);
    auto *name = find<QLineEdit>("categoryName");
    name->selectAll();
    QTest::keyClicks(name, QStringLiteral("Mine"));
    CategoryChange change;
    change.id = 2;
    change.edit.name = QStringLiteral("Theirs");
    QVERIFY(m_stage->catalog.changeElsewhere({{change}, {}}));
    Stage::settle();
    click(find<TouchButton>("categorySave"));
    QVERIFY(m_page->categorySheet()->isOpen());
    QCOMPARE(name->text(), QStringLiteral("Mine"));
    QVERIFY(find<Band>("categoryBand")->message().contains(QStringLiteral("Theirs")));
    click(find<TouchButton>("categorySave"));
    QCOMPARE(m_stage->catalog.atHub().findCategory(2)->name, QStringLiteral("Mine"));
}

void CatalogPageTest::undoNamesWhatItTakesBack()
{
    auto *undo = find<TouchButton>("catalogUndo");
    QVERIFY(!undo->isEnabled());
    m_page->grid()->setCurrentId(idOf("Plov, wedding"));
    m_page->grid()->setFocus();
    press(Qt::Key_Delete);
    QVERIFY(undo->isEnabled());
    QCOMPARE(undo->toolTip(), QStringLiteral("Undo: Removed Plov, wedding (Ctrl+Z)"));
    click(undo);
    QVERIFY(!undo->isEnabled());
    QCOMPARE(find<TouchButton>("catalogRedo")->toolTip(), QStringLiteral("Redo: Removed Plov, wedding (Ctrl+Shift+Z)"));
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

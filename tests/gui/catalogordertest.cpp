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
#include <QLineEdit>

using namespace oshaq;
using namespace oshaq::test;

/// The order of the menu and its categories at the page of the catalog.
class CatalogOrderTest final : public QObject, CatalogStage
{
    Q_OBJECT

private Q_SLOTS:
    void init() { prepare(); }
    void cleanup() { m_stage.reset(); }

    void itemsAreReordered();
    void noReorderWhereNoOrderIs();
    void itemsAreDroppedOnACategory();
    void categoriesAreReordered();
    void categoryIsMadeRenamedAndRemoved();
    void categoryConflictKeepsWhatWasTyped();
    void undoNamesWhatItTakesBack();
};

void CatalogOrderTest::itemsAreReordered()
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

void CatalogOrderTest::noReorderWhereNoOrderIs()
{
    m_page->categories()->setCurrentId(0);
    const std::vector<qint64> before = mainDishes();
    drop(m_page->grid()->viewport(), cell(idOf("Sorpa")).topLeft() + QPoint(8, 40), ItemModel::mimeType,
         QByteArray::number(before[2]));
    QVERIFY(m_stage->catalog.changes.empty());
}

void CatalogOrderTest::itemsAreDroppedOnACategory()
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

void CatalogOrderTest::categoriesAreReordered()
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

void CatalogOrderTest::categoryIsMadeRenamedAndRemoved()
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

void CatalogOrderTest::categoryConflictKeepsWhatWasTyped()
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

void CatalogOrderTest::undoNamesWhatItTakesBack()
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

QTEST_MAIN(CatalogOrderTest)
#include "catalogordertest.moc"

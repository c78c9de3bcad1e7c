// SPDX-License-Identifier: GPL-3.0-or-later
// The editor of one dish: fields, drafts, two people at once, new dishes and saving.
#include "ui/catalog/itemeditor.h"
#include "tests/gui/shots/stage.h"
#include "tests/support/catalogsample.h"
#include "ui/catalog/allergeneditor.h"
#include "ui/catalog/catalogpage.h"
#include "ui/catalog/categorylist.h"
#include "ui/catalog/conflictview.h"
#include "ui/catalog/hourseditor.h"
#include "ui/catalog/itemformview.h"
#include "ui/catalog/itemgrid.h"
#include "ui/catalog/optioneditor.h"
#include "ui/catalog/stepchoice.h"
#include "ui/catalog/summarybutton.h"
#include "ui/common/choicerow.h"
#include "ui/common/touchbutton.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>
#include <QTimeEdit>

using namespace oshaq;

namespace {

constexpr qint64 tenge = 100;
const PortFailure unreachable{PortFailure::Kind::Unreachable, {}, {}, {}};

} // namespace

class ItemEditorTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_stage.reset(); }
    void savesWhatWasTyped();
    void onlyWhatChangedIsSent();
    void errorsStandBesideFieldsWhileTyping();
    void theHubsReasonStandsBesideItsField();
    void oddPricesAreToldAndKept();
    void draftsAreKeptAndMarked();
    void revertThrowsAway();
    void withoutEditsItFollows();
    void withEditsUntouchedFieldsFollow();
    void anOwnUndoIsFollowed();
    void conflictFieldByField();
    void changesOfOtherFieldsAreNoQuestion();
    void removedElsewhereCanBeRestored();
    void unreachableKeepsWhatWasTypedAndTheKey();
    void newItem();
    void newItemIsNotScoldedBeforeItIsSaved();
    void optionsInPlace();
    void hoursAndAllergens();
    void stepsAndStation();
    void typingSurvivesOtherChanges();
    void savingByKeys();

private:
    template <typename T> T *find(const char *name) const
    {
        return m_stage->window->findChild<T *>(QString::fromLatin1(name));
    }
    void type(const char *name, const QString &text)
    {
        auto *line = find<QLineEdit>(name);
        QVERIFY(line);
        line->setFocus();
        line->selectAll();
        if (text.isEmpty())
            QTest::keyClick(line, Qt::Key_Delete);
        else
            QTest::keyClicks(line, text);
    }
    void click(QAbstractButton *button)
    {
        QVERIFY(button && button->isVisible() && button->isEnabled());
        button->click();
        Stage::settle();
    }
    const Item &atHub() const { return *m_stage->catalog.atHub().findItem(m_plov); }
    ItemChange changeOf(qint64 itemId) const
    {
        ItemChange change;
        change.id = itemId;
        return change;
    }
    void elsewhere(const ItemChange &change)
    {
        QVERIFY(m_stage->catalog.changeElsewhere({{}, {change}}));
        Stage::settle();
    }
    QString foreign() const { return find<QLabel>("editorForeign")->text(); }
    void fold(const char *name)
    {
        find<FoldedField>(name)->setOpen(true);
        Stage::settle();
    }

    std::unique_ptr<Stage> m_stage;
    CatalogPage *m_page = nullptr;
    ItemEditor *m_editor = nullptr;
    ItemFormView *m_form = nullptr;
    qint64 m_plov = 0;
    qint64 m_syrne = 0;
};

void ItemEditorTest::init()
{
    QLocale::setDefault(QLocale(QStringLiteral("en")));
    m_stage = std::make_unique<Stage>();
    m_stage->catalog.setCatalog(catalogsample::catalog());
    m_plov = catalogsample::itemId(m_stage->catalog.atHub(), QStringLiteral("Plov, wedding"));
    m_syrne = catalogsample::itemId(m_stage->catalog.atHub(), QStringLiteral("Syrne"));
    m_stage->open(QStringLiteral("catalog"), QSize(1600, 1000));
    m_page = m_stage->catalogPage;
    m_editor = m_page->editor();
    m_form = m_editor->formView();
    m_page->categories()->setCurrentId(2);
    m_page->grid()->setCurrentId(m_plov);
    QVERIFY(Stage::waitFor([this] { return m_page->isQuiet(); }));
    QCOMPARE(m_editor->itemId(), m_plov);
}

void ItemEditorTest::savesWhatWasTyped()
{
    QVERIFY(!m_editor->saveButton()->isEnabled());
    type("itemName", QStringLiteral("Plov, festive"));
    type("itemPrice", QStringLiteral("3800"));
    find<QPlainTextEdit>("itemDescription")->setPlainText(QStringLiteral("Rice and lamb."));
    click(m_editor->saveButton());
    QCOMPARE(atHub().name, QStringLiteral("Plov, festive"));
    QCOMPARE(atHub().priceMinor, 3800 * tenge);
    QCOMPARE(atHub().description, QStringLiteral("Rice and lamb."));
    QVERIFY(!m_editor->isDirty());
    QCOMPARE(m_page->grid()->items()->card(m_page->grid()->items()->rowOf(m_plov))->item.name,
             QStringLiteral("Plov, festive"));
    // And back.
    m_page->grid()->setFocus();
    m_stage->press(Qt::Key_Z, {}, Qt::ControlModifier);
    Stage::settle();
    QCOMPARE(atHub().name, QStringLiteral("Plov, wedding"));
    QCOMPARE(m_form->form().name, QStringLiteral("Plov, wedding"));
    QCOMPARE(find<QLineEdit>("itemName")->text(), QStringLiteral("Plov, wedding"));
}

void ItemEditorTest::onlyWhatChangedIsSent()
{
    const qint64 version = atHub().version;
    type("itemPrice", QStringLiteral("3 800"));
    click(m_editor->saveButton());
    const ItemChange change = m_stage->catalog.changes.back().items.front();
    ItemEdit expected;
    expected.priceMinor = 3800 * tenge;
    QVERIFY(change.edit == expected);
    QCOMPARE(change.version, std::optional(version));
    QCOMPARE(m_page->desk()->undoWords(), QStringLiteral("Price of Plov, wedding"));
}

void ItemEditorTest::errorsStandBesideFieldsWhileTyping()
{
    type("itemPrice", QStringLiteral("12a"));
    QVERIFY(!m_form->errorOf(ItemField::Price).isEmpty());
    QCOMPARE(find<QLineEdit>("itemPrice")->text(), QStringLiteral("12a"));
    type("itemName", QString());
    QVERIFY(!m_form->errorOf(ItemField::Name).isEmpty());
    m_editor->save();
    QVERIFY(m_stage->catalog.changes.empty());
    // The first one that is wrong is where one goes on.
    QVERIFY(find<QLineEdit>("itemName")->hasFocus());
    type("itemName", QStringLiteral("Plov"));
    type("itemPrice", QStringLiteral("12"));
    QVERIFY(m_form->errorOf(ItemField::Name).isEmpty());
    QVERIFY(m_form->errorOf(ItemField::Price).isEmpty());
}

void ItemEditorTest::theHubsReasonStandsBesideItsField()
{
    type("itemName", QStringLiteral("Syrne"));
    QVERIFY(!m_form->notice(ItemField::Name).isEmpty());
    click(m_editor->saveButton());
    QCOMPARE(m_form->errorOf(ItemField::Name), QStringLiteral("The category has a dish of this name."));
    QCOMPARE(find<QLineEdit>("itemName")->text(), QStringLiteral("Syrne"));
    QVERIFY(m_editor->isDirty());
    type("itemName", QStringLiteral("Syrne, small"));
    QVERIFY(m_form->errorOf(ItemField::Name).isEmpty());
    click(m_editor->saveButton());
    QCOMPARE(atHub().name, QStringLiteral("Syrne, small"));
}

void ItemEditorTest::oddPricesAreToldAndKept()
{
    QVERIFY(m_form->notice(ItemField::Price).isEmpty());
    type("itemPrice", QStringLiteral("1000"));
    QVERIFY(m_form->notice(ItemField::Price).contains(QStringLiteral("% below its category")));
    click(m_editor->saveButton());
    QCOMPARE(atHub().priceMinor, 1000 * tenge);
}

void ItemEditorTest::draftsAreKeptAndMarked()
{
    type("itemPrice", QStringLiteral("12a"));
    m_page->grid()->setCurrentId(m_syrne);
    Stage::settle();
    QCOMPARE(find<QLineEdit>("itemName")->text(), QStringLiteral("Syrne"));
    QVERIFY(m_editor->isDirty(m_plov));
    QVERIFY(m_page->grid()->items()->card(m_page->grid()->items()->rowOf(m_plov))->hasDraft);
    QVERIFY(!m_page->grid()->items()->card(m_page->grid()->items()->rowOf(m_syrne))->hasDraft);
    m_stage->window->showPage(QStringLiteral("kitchen"));
    m_stage->window->showPage(QStringLiteral("catalog"));
    m_page->grid()->setCurrentId(m_plov);
    Stage::settle();
    QCOMPARE(find<QLineEdit>("itemPrice")->text(), QStringLiteral("12a"));
    QVERIFY(!m_form->errorOf(ItemField::Price).isEmpty());
}

void ItemEditorTest::revertThrowsAway()
{
    type("itemName", QStringLiteral("x"));
    click(m_editor->revertButton());
    QCOMPARE(find<QLineEdit>("itemName")->text(), QStringLiteral("Plov, wedding"));
    QVERIFY(!m_editor->isDirty());
    QVERIFY(!m_page->grid()->items()->card(m_page->grid()->items()->rowOf(m_plov))->hasDraft);
}

void ItemEditorTest::withoutEditsItFollows()
{
    ItemChange change = changeOf(m_plov);
    change.edit.priceMinor = 3700 * tenge;
    elsewhere(change);
    QCOMPARE(find<QLineEdit>("itemPrice")->text().remove(QChar::Nbsp), QStringLiteral("3700"));
    QVERIFY(foreign().isEmpty());
    QVERIFY(!m_editor->isDirty());
}

void ItemEditorTest::withEditsUntouchedFieldsFollow()
{
    type("itemPrice", QStringLiteral("3800"));
    ItemChange change = changeOf(m_plov);
    change.edit.priceMinor = 3700 * tenge;
    change.edit.name = QStringLiteral("Plov, big");
    elsewhere(change);
    QCOMPARE(find<QLineEdit>("itemPrice")->text(), QStringLiteral("3800"));
    QCOMPARE(find<QLineEdit>("itemName")->text(), QStringLiteral("Plov, big"));
    QVERIFY2(foreign().startsWith(QStringLiteral("Price was changed to 3")), qPrintable(foreign()));
    QVERIFY(!foreign().contains(QStringLiteral("Name")));
    click(m_editor->saveButton());
    QCOMPARE(atHub().priceMinor, 3800 * tenge);
    QCOMPARE(atHub().name, QStringLiteral("Plov, big"));
    QVERIFY(foreign().isEmpty());
}

void ItemEditorTest::anOwnUndoIsFollowed()
{
    type("itemPrice", QStringLiteral("3800"));
    click(m_editor->saveButton());
    click(find<TouchButton>("catalogUndo"));
    QCOMPARE(QString(m_form->form().price).remove(QChar::Nbsp), QStringLiteral("3600"));
    click(find<TouchButton>("catalogRedo"));
    QCOMPARE(QString(m_form->form().price).remove(QChar::Nbsp), QStringLiteral("3800"));
    QVERIFY(!m_editor->isDirty());
}

void ItemEditorTest::conflictFieldByField()
{
    type("itemPrice", QStringLiteral("3800"));
    type("itemName", QStringLiteral("Plov, mine"));
    m_stage->catalog.setLagging(true);
    ItemChange change = changeOf(m_plov);
    change.edit.priceMinor = 3700 * tenge;
    change.edit.name = QStringLiteral("Plov, theirs");
    change.edit.description = QStringLiteral("Theirs.");
    elsewhere(change);
    click(m_editor->saveButton());
    ConflictView *view = m_editor->conflictView();
    QVERIFY(view->isVisible());
    QCOMPARE(view->choices().size(), size_t(3));
    QVERIFY(view->mineButton(ItemField::Price)->isChecked());
    QVERIFY(view->mineButton(ItemField::Name)->isChecked());
    QVERIFY(view->theirsButton(ItemField::Description)->isChecked());
    click(view->theirsButton(ItemField::Name));
    QVERIFY(!view->mineButton(ItemField::Name)->isChecked());
    // What is chosen is kept while another dish is looked at.
    click(m_editor->saveButton());
    QVERIFY(!view->isVisible());
    QCOMPARE(atHub().priceMinor, 3800 * tenge);
    QCOMPARE(atHub().name, QStringLiteral("Plov, theirs"));
    QCOMPARE(atHub().description, QStringLiteral("Theirs."));
    QVERIFY(!m_editor->isDirty());
}

void ItemEditorTest::changesOfOtherFieldsAreNoQuestion()
{
    type("itemPrice", QStringLiteral("3800"));
    m_stage->catalog.setLagging(true);
    ItemChange change = changeOf(m_plov);
    change.edit.name = QStringLiteral("Plov, theirs");
    elsewhere(change);
    click(m_editor->saveButton());
    QVERIFY(!m_editor->conflictView()->isVisible());
    QCOMPARE(atHub().priceMinor, 3800 * tenge);
    QCOMPARE(atHub().name, QStringLiteral("Plov, theirs"));
    QCOMPARE(find<QLineEdit>("itemName")->text(), QStringLiteral("Plov, theirs"));
}

void ItemEditorTest::removedElsewhereCanBeRestored()
{
    type("itemPrice", QStringLiteral("3800"));
    ItemChange change = changeOf(m_plov);
    change.act = RowAct::Remove;
    elsewhere(change);
    QVERIFY(foreign().contains(QStringLiteral("removed")));
    QCOMPARE(find<QLineEdit>("itemPrice")->text(), QStringLiteral("3800"));
    click(m_editor->saveButton());
    QVERIFY(m_stage->catalog.atHub().findItem(m_plov));
    QCOMPARE(atHub().priceMinor, 3800 * tenge);
    QCOMPARE(m_editor->itemId(), m_plov);
    QVERIFY(foreign().isEmpty());
    // Without anything typed there is nothing to keep.
    elsewhere(change);
    QCOMPARE(m_editor->itemId(), ItemEditor::nothing);
}

void ItemEditorTest::unreachableKeepsWhatWasTypedAndTheKey()
{
    type("itemPrice", QStringLiteral("3800"));
    m_stage->catalog.failNext(unreachable);
    click(m_editor->saveButton());
    QVERIFY2(m_editor->message().contains(QStringLiteral("does not answer")), qPrintable(m_editor->message()));
    QCOMPARE(find<QLineEdit>("itemPrice")->text(), QStringLiteral("3800"));
    click(m_editor->saveButton());
    QCOMPARE(m_stage->catalog.keys.size(), 2);
    QCOMPARE(m_stage->catalog.keys[0], m_stage->catalog.keys[1]);
    QCOMPARE(atHub().priceMinor, 3800 * tenge);
    QVERIFY(m_editor->message().isEmpty());
}

void ItemEditorTest::newItem()
{
    m_page->grid()->setFocus();
    m_stage->press(Qt::Key_N, {}, Qt::ControlModifier);
    Stage::settle();
    QCOMPARE(m_editor->itemId(), ItemEditor::newId);
    QVERIFY(find<QLineEdit>("itemName")->hasFocus());
    type("itemName", QStringLiteral("Kazy"));
    type("itemPrice", QStringLiteral("5200"));
    // Another dish is looked at meanwhile.
    m_page->grid()->setCurrentId(m_syrne);
    m_page->grid()->setFocus();
    m_stage->press(Qt::Key_N, {}, Qt::ControlModifier);
    QCOMPARE(find<QLineEdit>("itemName")->text(), QStringLiteral("Kazy"));
    m_stage->press(Qt::Key_S, {}, Qt::ControlModifier);
    Stage::settle();
    const qint64 id = catalogsample::itemId(m_stage->catalog.atHub(), QStringLiteral("Kazy"));
    QVERIFY(id != 0);
    const Item made = *m_stage->catalog.atHub().findItem(id);
    QCOMPARE(made.categoryId, qint64(2));
    QCOMPARE(made.priceMinor, 5200 * tenge);
    QCOMPARE(m_editor->itemId(), id);
    QCOMPARE(m_page->grid()->currentId(), id);
    QVERIFY(!m_editor->isDirty(ItemEditor::newId));
}

void ItemEditorTest::newItemIsNotScoldedBeforeItIsSaved()
{
    m_editor->openNew(2);
    QVERIFY(m_form->errorOf(ItemField::Name).isEmpty());
    QVERIFY(m_form->errorOf(ItemField::Price).isEmpty());
    click(m_editor->saveButton());
    QVERIFY(!m_form->errorOf(ItemField::Name).isEmpty());
    QVERIFY(!m_form->errorOf(ItemField::Price).isEmpty());
    QVERIFY(m_stage->catalog.changes.empty());
}

void ItemEditorTest::optionsInPlace()
{
    fold("optionsFold");
    OptionEditor *options = m_form->options();
    QCOMPARE(options->findChildren<QLineEdit *>(QStringLiteral("optionName")).size(), 5);
    auto *first = options->findChildren<QLineEdit *>(QStringLiteral("optionName")).first();
    first->setFocus();
    first->selectAll();
    QTest::keyClicks(first, QStringLiteral("beef"));
    QVERIFY(!m_form->errorOf(ItemField::Options).isEmpty()); // twice
    first->selectAll();
    QTest::keyClicks(first, QStringLiteral("goat"));
    QVERIFY(m_form->errorOf(ItemField::Options).isEmpty());
    auto *price = options->findChildren<QLineEdit *>(QStringLiteral("optionPrice")).first();
    price->setFocus();
    QTest::keyClicks(price, QStringLiteral("700"));
    // The second one goes up, and a group goes.
    click(options->findChildren<TouchButton *>(QStringLiteral("optionUp")).at(1));
    click(options->findChildren<TouchButton *>(QStringLiteral("optionGroupRemove")).at(1));
    Stage::settle();
    click(options->findChildren<TouchButton *>(QStringLiteral("optionAdd")).first());
    auto *last = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    QVERIFY(last);
    QTest::keyClicks(last, QStringLiteral("chicken"));
    click(m_editor->saveButton());
    QCOMPARE(atHub().optionGroups.size(), size_t(1));
    const std::vector<Option> &saved = atHub().optionGroups.front().options;
    QCOMPARE(saved.size(), size_t(4));
    QCOMPARE(saved[0].name, QStringLiteral("beef"));
    QCOMPARE(saved[1].name, QStringLiteral("goat"));
    QCOMPARE(saved[1].priceMinor, 700 * tenge);
    QCOMPARE(saved[3].name, QStringLiteral("chicken"));
}

void ItemEditorTest::hoursAndAllergens()
{
    fold("hoursFold");
    HoursEditor *hours = m_form->hours();
    click(hours->addButton());
    QCOMPARE(m_form->form().hours.size(), size_t(2));
    auto *from = hours->findChildren<QTimeEdit *>(QStringLiteral("hoursFrom")).at(1);
    from->setTime(QTime(8, 30));
    hours->findChildren<QTimeEdit *>(QStringLiteral("hoursTo")).at(1)->setTime(QTime(0, 0));
    fold("allergensFold");
    AllergenEditor *allergens = m_form->allergens();
    click(allergens->known()->button(0));
    allergens->own()->setFocus();
    QTest::keyClicks(allergens->own(), QStringLiteral("honey, Gluten"));
    click(m_editor->saveButton());
    QCOMPARE(atHub().hours, (SaleHours{{0x7f, 12 * 60, 23 * 60}, {0x7f, 8 * 60 + 30, 1440}}));
    QCOMPARE(atHub().allergens, (QStringList{QStringLiteral("gluten"), QStringLiteral("honey")}));
    // As its category again.
    click(hours->kind()->button(0));
    click(m_editor->saveButton());
    QVERIFY(atHub().hours.empty());
}

void ItemEditorTest::stepsAndStation()
{
    auto *step = m_form->findChild<StepChoice *>();
    QVERIFY(step);
    step->list()->setCurrentIndex(3);
    Q_EMIT step->list()->activated(3);
    QCOMPARE(m_form->form().step, QStringLiteral("0.1"));
    Q_EMIT step->list()->activated(step->list()->count() - 1);
    QVERIFY(step->own()->isVisible());
    step->own()->selectAll();
    QTest::keyClicks(step->own(), QStringLiteral("0"));
    QVERIFY(!m_form->errorOf(ItemField::Step).isEmpty());
    step->own()->selectAll();
    QTest::keyClicks(step->own(), QStringLiteral("0.25"));
    auto *station = find<QComboBox>("itemStation");
    station->setCurrentIndex(3);
    Q_EMIT station->activated(3);
    click(m_editor->saveButton());
    QCOMPARE(atHub().quantityStep, std::optional<qint64>(250));
    QCOMPARE(atHub().stationId, std::optional<qint64>(3));
}

void ItemEditorTest::typingSurvivesOtherChanges()
{
    type("itemName", QStringLiteral("Plov, fes"));
    auto *name = find<QLineEdit>("itemName");
    name->setCursorPosition(4);
    QVERIFY(m_stage->catalog.setAvailable(m_syrne, false, 0));
    QVERIFY(m_stage->catalog.setAvailable(m_plov, false, 0));
    Stage::settle();
    QCOMPARE(name->text(), QStringLiteral("Plov, fes"));
    QCOMPARE(name->cursorPosition(), 4);
    QVERIFY(name->hasFocus());
    QCOMPARE(m_page->grid()->currentId(), m_plov);
    QCOMPARE(m_editor->outButton()->text(), QStringLiteral("Bring back"));
    click(m_editor->saveButton());
    QCOMPARE(atHub().name, QStringLiteral("Plov, fes"));
    QVERIFY(!atHub().available);
}

void ItemEditorTest::savingByKeys()
{
    type("itemPrice", QStringLiteral("3800"));
    m_stage->press(Qt::Key_S, {}, Qt::ControlModifier);
    Stage::settle();
    QCOMPARE(atHub().priceMinor, 3800 * tenge);
}

QTEST_MAIN(ItemEditorTest)
#include "itemeditortest.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/staffstage.h"
#include "tests/support/orderssample.h"
#include "tests/support/staffsample.h"
#include "ui/common/band.h"
#include "ui/common/choicerow.h"
#include "ui/common/field.h"
#include "ui/common/stateview.h"
#include "ui/common/touchbutton.h"
#include "ui/staff/abilityview.h"
#include "ui/staff/endshiftsheet.h"
#include "ui/staff/secretform.h"

#include <QComboBox>

using namespace oshaq;
using namespace oshaq::test;

/// People at the page of staff: who is there, hired, changed, dismissed.
class StaffPageTest final : public QObject, StaffStage
{
    Q_OBJECT

private Q_SLOTS:
    void init() { prepare(); }
    void cleanup() { m_stage.reset(); }

    void waitsAndThenShows();
    void emptyAsksForTheFirst();
    void offlineSaysSoAndTriesAgain();
    void whatIsKnownStaysWhenTheHubGoes();
    void nothingIsAskedWhileNobodyLooks();
    void whoIsHereComesFirst();
    void filtersAndSearches();
    void hiresWithAPin();
    void hiringTwiceIsHiringOnce();
    void aTakenPinLeavesThePersonHired();
    void wrongFieldsAreToldBesideThem();
    void aTakenLoginIsToldBesideIt();
    void changesAreSaved();
    void unsavedChangesAreAskedFor();
    void refusalKeepsWhatWasTyped();
    void theLoserSeesBothAndChooses_data();
    void theLoserSeesBothAndChooses();
    void pinIsSetTwiceOrShown();
    void suggestedPinIsShown();
    void pinIsTakenAway();
    void passwordIsSet();
    void dismissalIsAskedAndSaid();
    void nobodyDismissesThemselves();
    void refreshDoesNotDisturbTyping();
    void narrowWindowShowsOneAtATime();
    void keysDoEverything();
};

// ---- the list

void StaffPageTest::waitsAndThenShows()
{
    m_stage->staff.setImmediate(false);
    open();
    QVERIFY(people()->stateView()->isVisible());
    QVERIFY(people()->stateView()->title().contains(QStringLiteral("Asking")));
    m_stage->staff.answerAll();
    Stage::settle();
    QVERIFY(!people()->stateView()->isVisible());
    QCOMPARE(people()->table()->rows().size(), m_stage->staff.known.size());
    // The keyboard is on the list as soon as there is one.
    QVERIFY(people()->table()->hasFocus());
}

void StaffPageTest::emptyAsksForTheFirst()
{
    open(false);
    QVERIFY(people()->stateView()->title().startsWith(QStringLiteral("Nobody yet")));
    click(people()->stateView()->actionButton());
    QVERIFY(editor()->isVisible() && editor()->isNew());
    QVERIFY(find<QLineEdit>("staffName")->hasFocus());
}

void StaffPageTest::offlineSaysSoAndTriesAgain()
{
    m_stage->staff.setFailing(unreachable);
    open();
    QVERIFY(people()->stateView()->text().contains(QStringLiteral("does not answer")));
    m_stage->staff.setFailing(std::nullopt);
    click(people()->stateView()->actionButton());
    QVERIFY(people()->table()->isVisible());
}

void StaffPageTest::whatIsKnownStaysWhenTheHubGoes()
{
    open();
    m_stage->staff.setFailing(unreachable);
    people()->refresh();
    Stage::settle();
    QVERIFY(people()->table()->isVisible());
    QVERIFY(people()->band()->message().contains(QStringLiteral("as of 19:47")));
    m_stage->staff.setFailing(std::nullopt);
    click(people()->band()->actionButton());
    QCOMPARE(people()->band()->message(), QString());
}

void StaffPageTest::nothingIsAskedWhileNobodyLooks()
{
    open();
    m_stage->window->showPage(QStringLiteral("orders"));
    Stage::settle();
    m_stage->staff.calls.clear();
    people()->refresh();
    hours()->refresh();
    Stage::settle();
    QCOMPARE(m_stage->staff.calls, QStringList());
    m_stage->window->showPage(QStringLiteral("staff"));
    Stage::settle();
    QVERIFY(m_stage->staff.calls.contains(QStringLiteral("staff")));
}

void StaffPageTest::whoIsHereComesFirst()
{
    open();
    QCOMPARE(names(), QStringList({QStringLiteral("Aigerim Ibraeva"), QStringLiteral("Dana Serikova"),
                                   QStringLiteral("Ruslan Akhmetov"), QStringLiteral("Timur Abdrakhmanov"),
                                   QStringLiteral("Marat Dzhaksybekov"), QStringLiteral("Sergei Kim"),
                                   QStringLiteral("Zhanel Omarova"), QStringLiteral("Aliya Nurlanova")}));
    const StaffRow &ruslan = people()->table()->rows().at(2);
    QCOMPARE(ruslan.cells.at(1).second, QStringLiteral("Hot kitchen"));
    QCOMPARE(ruslan.cells.at(3).text, QStringLiteral("Since 09:02"));
    QCOMPARE(ruslan.cells.at(3).second, QStringLiteral("at Hot kitchen"));
    QCOMPARE(people()->table()->rows().at(3).cells.at(3).second, QStringLiteral("not signed out?"));
    QCOMPARE(people()->table()->rows().at(7).cells.at(3).text, QStringLiteral("May not sign in"));
}

void StaffPageTest::filtersAndSearches()
{
    open();
    QCOMPARE(people()->filter()->texts(),
             QStringList({QStringLiteral("Everybody 8"), QStringLiteral("Here now 4"), QStringLiteral("Away 4")}));
    people()->filter()->button(2)->click();
    QCOMPARE(names().size(), 4);
    QVERIFY(names().contains(QStringLiteral("Sergei Kim")));
    people()->filter()->button(0)->click();
    type("staffSearch", "kitchen cold");
    QCOMPARE(names(), QStringList{QStringLiteral("Zhanel Omarova")});
    type("staffSearch", "pizza");
    QVERIFY(people()->stateView()->isVisible());
    page()->search()->setFocus();
    QTest::keyClick(page()->search(), Qt::Key_Escape);
    QCOMPARE(names().size(), 8);
}

// ---- hiring and changing

void StaffPageTest::hiresWithAPin()
{
    open();
    QTest::keyClick(people()->table(), Qt::Key_N, Qt::ControlModifier);
    QVERIFY(editor()->isNew());
    type("staffName", "Asel Bekova");
    editor()->roleChoice()->button(3)->click();
    type("pinFirst", "739164");
    type("pinSecond", "739164");
    click(editor()->saveButton());
    const qint64 id = idOf("Asel");
    QVERIFY(id != 0);
    QCOMPARE(m_stage->staff.find(id)->role, Role::Counter);
    QCOMPARE(m_stage->staff.pins.at(id), QStringLiteral("739164"));
    QVERIFY(names().contains(QStringLiteral("Asel Bekova")));
    QCOMPARE(editor()->memberId(), id);
    QVERIFY(!editor()->isChanged());
    // The secret is nowhere any more.
    QCOMPARE(editor()->pinForm()->first()->text(), QString());
}

void StaffPageTest::hiringTwiceIsHiringOnce()
{
    open();
    QTest::keyClick(people()->table(), Qt::Key_N, Qt::ControlModifier);
    type("staffName", "Asel Bekova");
    m_stage->staff.failNext(unreachable);
    click(editor()->saveButton());
    QVERIFY(editor()->band()->message().contains(QStringLiteral("does not answer")));
    QCOMPARE(find<QLineEdit>("staffName")->text(), QStringLiteral("Asel Bekova"));
    click(editor()->saveButton());
    QCOMPARE(m_stage->staff.keys.size(), 2);
    QCOMPARE(m_stage->staff.keys.at(0), m_stage->staff.keys.at(1));
    QVERIFY(idOf("Asel") != 0);
}

void StaffPageTest::aTakenPinLeavesThePersonHired()
{
    open();
    QTest::keyClick(people()->table(), Qt::Key_N, Qt::ControlModifier);
    type("staffName", "Asel Bekova");
    type("pinFirst", "5821");
    type("pinSecond", "5821");
    click(editor()->saveButton());
    const qint64 id = idOf("Asel");
    QVERIFY(id != 0);
    QVERIFY(!m_stage->staff.find(id)->hasPin);
    QVERIFY(editor()->pinForm()->error().contains(QStringLiteral("Somebody else has this PIN")));
    type("pinFirst", "739164");
    type("pinSecond", "739164");
    click(editor()->pinForm()->setButton());
    QCOMPARE(m_stage->staff.pins.at(id), QStringLiteral("739164"));
    QCOMPARE(m_stage->staff.calls.filter(QStringLiteral("save 0")).size(), 1);
}

void StaffPageTest::wrongFieldsAreToldBesideThem()
{
    open();
    QTest::keyClick(people()->table(), Qt::Key_N, Qt::ControlModifier);
    type("pinFirst", "1234");
    click(editor()->saveButton());
    QCOMPARE(editor()->nameField()->error(), QStringLiteral("Give them a name."));
    QVERIFY(editor()->pinForm()->error().contains(QStringLiteral("anybody tries")));
    QVERIFY(m_stage->staff.calls.filter(QStringLiteral("save")).isEmpty());
    type("staffName", "Asel");
    QCOMPARE(editor()->nameField()->error(), QString());
}

void StaffPageTest::aTakenLoginIsToldBesideIt()
{
    open();
    choose("Dana");
    type("staffLogin", " Sergei ");
    click(editor()->saveButton());
    QVERIFY(editor()->loginField()->error().contains(QStringLiteral("Somebody else has this login")));
    QCOMPARE(m_stage->staff.find(idOf("Dana"))->login, QString());
    type("staffLogin", "dana");
    click(editor()->saveButton());
    QCOMPARE(m_stage->staff.find(idOf("Dana"))->login, QStringLiteral("dana"));
}

void StaffPageTest::changesAreSaved()
{
    open();
    choose("Ruslan");
    type("staffName", "Ruslan  Akhmetov-Kim");
    editor()->roleChoice()->button(1)->click();
    find<QComboBox>("staffStation")->setCurrentIndex(0);
    find<ChoiceRow>("staffActive")->button(1)->click();
    QTest::keyClick(find<QLineEdit>("staffName"), Qt::Key_S, Qt::ControlModifier);
    Stage::settle();
    const StaffMember saved = *m_stage->staff.find(idOf("Ruslan"));
    QCOMPARE(saved.name, QStringLiteral("Ruslan Akhmetov-Kim"));
    QCOMPARE(saved.role, Role::Manager);
    QVERIFY(!saved.stationId && !saved.active);
    QVERIFY(!editor()->isChanged());
    QVERIFY(names().contains(QStringLiteral("Ruslan Akhmetov-Kim")));
    // A second change goes on from there.
    type("staffName", "Ruslan Akhmetov");
    click(editor()->saveButton());
    QCOMPARE(m_stage->staff.find(saved.id)->name, QStringLiteral("Ruslan Akhmetov"));
}

void StaffPageTest::unsavedChangesAreAskedFor()
{
    open();
    choose("Ruslan");
    type("staffName", "Ruslan A.");
    Q_EMIT people()->table()->opened(idOf("Dana"), 0);
    Stage::settle();
    QCOMPARE(editor()->memberId(), idOf("Ruslan"));
    QVERIFY(editor()->band()->message().contains(QStringLiteral("not saved")));
    QCOMPARE(people()->table()->currentKey(), idOf("Ruslan"));
    click(editor()->keepButton());
    QCOMPARE(find<QLineEdit>("staffName")->text(), QStringLiteral("Ruslan A."));
    Q_EMIT people()->table()->opened(idOf("Dana"), 0);
    click(editor()->saveButton()); // throw away
    QCOMPARE(editor()->memberId(), idOf("Dana"));
    QCOMPARE(m_stage->staff.find(idOf("Ruslan"))->name, QStringLiteral("Ruslan Akhmetov"));
}

void StaffPageTest::refusalKeepsWhatWasTyped()
{
    open();
    choose("Ruslan");
    type("staffName", "Ruslan A.");
    m_stage->staff.failNext({PortFailure::Kind::SignIn, QStringLiteral("FORBIDDEN"), {}, {}});
    click(editor()->saveButton());
    QVERIFY(editor()->band()->message().contains(QStringLiteral("Only owners and managers")));
    QCOMPARE(find<QLineEdit>("staffName")->text(), QStringLiteral("Ruslan A."));
    QVERIFY(editor()->saveButton()->isEnabled());
}

void StaffPageTest::theLoserSeesBothAndChooses_data()
{
    QTest::addColumn<bool>("mine");
    QTest::newRow("mine") << true;
    QTest::newRow("theirs") << false;
}

void StaffPageTest::theLoserSeesBothAndChooses()
{
    QFETCH(bool, mine);
    open();
    choose("Dana");
    const qint64 id = idOf("Dana");
    StaffMember &stored = *m_stage->staff.find(id);
    stored.role = Role::Manager;
    ++stored.version;
    type("staffName", "Dana Kim");
    click(editor()->saveButton());
    QVERIFY(editor()->conflict()->isVisible());
    QVERIFY(editor()->conflict()->text().contains(QStringLiteral("Role: theirs “Manager”, mine “Counter”")));
    QVERIFY(editor()->conflict()->text().contains(QStringLiteral("Name: theirs “Dana Serikova”, mine “Dana Kim”")));
    QVERIFY(!editor()->conflict()->text().contains(QStringLiteral("Station")));
    QCOMPARE(m_stage->staff.find(id)->name, QStringLiteral("Dana Serikova"));
    click(mine ? editor()->saveButton() : editor()->keepButton());
    QVERIFY(!editor()->conflict()->isVisible());
    QCOMPARE(m_stage->staff.find(id)->name, mine ? QStringLiteral("Dana Kim") : QStringLiteral("Dana Serikova"));
    QCOMPARE(m_stage->staff.find(id)->role, mine ? Role::Counter : Role::Manager);
    QVERIFY(!editor()->isChanged());
}

// ---- PIN and password

void StaffPageTest::pinIsSetTwiceOrShown()
{
    open();
    choose("Ruslan");
    SecretForm *form = editor()->pinForm();
    QVERIFY(!form->isFormOpen());
    click(form->changeButton());
    QVERIFY(form->first()->hasFocus());
    QCOMPARE(form->first()->echoMode(), QLineEdit::Password);
    type("pinFirst", "48219");
    type("pinSecond", "48218");
    click(form->setButton());
    QVERIFY(form->error().contains(QStringLiteral("not the same")));
    QCOMPARE(m_stage->staff.pins.at(idOf("Ruslan")), QStringLiteral("5821"));
    // Shown, once is enough.
    click(form->showButton());
    QCOMPARE(form->first()->echoMode(), QLineEdit::Normal);
    QVERIFY(!form->second()->isVisible());
    click(form->setButton());
    QCOMPARE(m_stage->staff.pins.at(idOf("Ruslan")), QStringLiteral("48219"));
    QVERIFY(!form->isFormOpen());
    // A name that is changed afterwards is not stale by it.
    type("staffName", "Ruslan A.");
    click(editor()->saveButton());
    QCOMPARE(m_stage->staff.find(idOf("Ruslan"))->name, QStringLiteral("Ruslan A."));
    // Letters never get in.
    click(form->changeButton());
    type("pinFirst", "a4b8c");
    QCOMPARE(form->first()->text(), QStringLiteral("48"));
    click(form->cancelButton());
    QVERIFY(!editor()->isChanged());
}

void StaffPageTest::suggestedPinIsShown()
{
    open();
    choose("Timur");
    SecretForm *form = editor()->pinForm();
    QVERIFY(!form->removeButton()->isVisible());
    click(form->changeButton());
    click(form->suggestButton());
    const QString pin = form->first()->text();
    QCOMPARE(pin.size(), 6);
    QCOMPARE(form->first()->echoMode(), QLineEdit::Normal);
    click(form->setButton());
    QCOMPARE(m_stage->staff.pins.at(idOf("Timur")), pin);
    QCOMPARE(people()->table()->rows().at(3).cells.at(2).text, QStringLiteral("PIN"));
}

void StaffPageTest::pinIsTakenAway()
{
    open();
    choose("Ruslan");
    click(editor()->pinForm()->removeButton());
    QVERIFY(!m_stage->staff.find(idOf("Ruslan"))->hasPin);
    QVERIFY(!editor()->pinForm()->removeButton()->isVisible());
}

void StaffPageTest::passwordIsSet()
{
    open();
    choose("Dana");
    SecretForm *form = editor()->passwordForm();
    click(form->changeButton());
    type("passwordFirst", "short");
    click(form->setButton());
    QVERIFY(form->error().contains(QStringLiteral("10 to 200")));
    type("passwordFirst", "quite long indeed");
    type("passwordSecond", "quite long indeed");
    QTest::keyClick(form->second(), Qt::Key_Return);
    Stage::settle();
    QVERIFY(m_stage->staff.find(idOf("Dana"))->hasPassword);
    QVERIFY(!form->isFormOpen());
}

void StaffPageTest::dismissalIsAskedAndSaid()
{
    open();
    choose("Dana");
    click(editor()->dismissButton());
    QVERIFY(editor()->band()->message().contains(QStringLiteral("signed out everywhere at once")));
    QVERIFY(idOf("Dana") != 0);
    click(editor()->keepButton());
    QCOMPARE(editor()->band()->message(), QString());
    click(editor()->dismissButton());
    click(editor()->dismissButton());
    QCOMPARE(idOf("Dana"), 0);
    QVERIFY(!names().contains(QStringLiteral("Dana Serikova")));
    QVERIFY(!editor()->isVisible());
    QVERIFY(people()->band()->message().contains(QStringLiteral("Dana Serikova does not work here any more")));
}

void StaffPageTest::nobodyDismissesThemselves()
{
    open();
    staffsample::addOperators(m_stage->screen);
    choose("Aigerim");
    QVERIFY(!editor()->dismissButton()->isVisible());
    choose("Sergei");
    QVERIFY(editor()->dismissButton()->isVisible());
}

void StaffPageTest::refreshDoesNotDisturbTyping()
{
    open();
    choose("Ruslan");
    type("staffName", "Ruslan half typ");
    StaffMember &stored = *m_stage->staff.find(idOf("Ruslan"));
    stored.role = Role::Manager;
    ++stored.version;
    people()->refresh();
    Stage::settle();
    QCOMPARE(find<QLineEdit>("staffName")->text(), QStringLiteral("Ruslan half typ"));
    // What nobody is changing is always the latest.
    Q_EMIT people()->table()->opened(idOf("Dana"), 0);
    click(editor()->saveButton()); // throw away
    StaffMember &dana = *m_stage->staff.find(idOf("Dana"));
    dana.name = QStringLiteral("Dana S.");
    ++dana.version;
    people()->refresh();
    Stage::settle();
    QCOMPARE(find<QLineEdit>("staffName")->text(), QStringLiteral("Dana S."));
}

void StaffPageTest::narrowWindowShowsOneAtATime()
{
    open();
    m_stage->display.setTextPercent(200);
    Stage::settle();
    QVERIFY(people()->table()->isVisible() && !editor()->isVisible());
    choose("Ruslan");
    QVERIFY(!people()->table()->isVisible());
    click(editor()->backButton());
    QVERIFY(people()->table()->isVisible() && !editor()->isVisible());
}

void StaffPageTest::keysDoEverything()
{
    open();
    QVERIFY(people()->table()->hasFocus());
    QTest::keyClick(people()->table(), Qt::Key_Down);
    QTest::keyClick(people()->table(), Qt::Key_Down);
    Stage::settle();
    QVERIFY(editor()->isVisible());
    QCOMPARE(editor()->memberId(), people()->table()->currentKey());
    QTest::keyClick(people()->table(), Qt::Key_F, Qt::ControlModifier);
    QVERIFY(page()->search()->hasFocus());
    QTest::keyClick(page()->search(), Qt::Key_Escape);
    QVERIFY(!editor()->isVisible());
    QTest::keyClick(page(), Qt::Key_N, Qt::ControlModifier);
    QVERIFY(find<QLineEdit>("staffName")->hasFocus());
    QTest::keyClick(find<QLineEdit>("staffName"), Qt::Key_Escape);
    QVERIFY(!editor()->isVisible());
}

QTEST_MAIN(StaffPageTest)
#include "staffpagetest.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// The staff page: who works here, hiring, changing and dismissing, hours, and what roles may do.
#include "ui/staff/staffpage.h"

#include "models/domain/timetext.h"
#include "tests/gui/shots/stage.h"
#include "tests/support/orderssample.h"
#include "tests/support/staffsample.h"
#include "ui/common/band.h"
#include "ui/common/choicerow.h"
#include "ui/common/field.h"
#include "ui/common/stateview.h"
#include "ui/common/touchbutton.h"
#include "ui/staff/abilityview.h"
#include "ui/staff/endshiftsheet.h"
#include "ui/staff/hoursview.h"
#include "ui/staff/peopleview.h"
#include "ui/staff/secretform.h"
#include "ui/staff/staffeditor.h"
#include "ui/staff/stafftable.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDateEdit>
#include <QDateTimeEdit>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QTest>

using namespace oshaq;

namespace {

const PortFailure unreachable{PortFailure::Kind::Unreachable, {}, {}, {}};

} // namespace

class StaffPageTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
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
    void hoursOfTheWeek();
    void hoursOfOtherDays();
    void forgottenShiftsAreEnded();
    void onlyManagersEndShifts();
    void endOfAShiftIsChecked();
    void hoursGoIntoAFile();
    void abilitiesAreRead();
    void abilitiesOfOneRoleWhereItIsNarrow();

private:
    void open(bool sample = true);
    StaffPage *page() const { return m_stage->staffPage; }
    PeopleView *people() const { return page()->people(); }
    StaffEditor *editor() const { return people()->editor(); }
    HoursView *hours() const { return page()->hours(); }
    template <typename T> T *find(const char *name) const
    {
        return m_stage->window->findChild<T *>(QString::fromLatin1(name));
    }
    void type(const char *name, const char *text)
    {
        auto *line = find<QLineEdit>(name);
        line->selectAll();
        QTest::keyClicks(line, QString::fromUtf8(text));
    }
    void click(QAbstractButton *button)
    {
        QVERIFY(button && button->isVisible() && button->isEnabled());
        button->click();
        Stage::settle();
    }
    QStringList names() const
    {
        QStringList list;
        for (const StaffRow &row : people()->table()->rows())
            list << row.cells.front().text;
        return list;
    }
    qint64 idOf(const char *name) const
    {
        for (const StaffMember &member : m_stage->staff.known) {
            if (member.name.startsWith(QString::fromUtf8(name)))
                return member.id;
        }
        return 0;
    }
    void choose(const char *name)
    {
        people()->table()->setFocus();
        Q_EMIT people()->table()->opened(idOf(name), 0);
        Stage::settle();
        QVERIFY(editor()->isVisible());
    }
    void showHours()
    {
        page()->showPart(StaffPage::Part::Hours);
        Stage::settle();
    }
    const StaffRow *hoursOf(const char *name) const
    {
        for (const StaffRow &row : hours()->table()->rows()) {
            if (row.cells.front().text.startsWith(QString::fromUtf8(name)))
                return &row;
        }
        return nullptr;
    }

    std::unique_ptr<Stage> m_stage;
};

void StaffPageTest::init()
{
    QLocale::setDefault(QLocale(QStringLiteral("en")));
    m_stage = std::make_unique<Stage>();
}

void StaffPageTest::open(bool sample)
{
    if (sample) {
        orderssample::addEvening(m_stage->orders);
        staffsample::addPeople(m_stage->staff);
        staffsample::addWeek(m_stage->staff);
        m_stage->staff.table = staffsample::permissions();
    }
    m_stage->open(QStringLiteral("staff"), QSize(1280, 800));
}

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

// ---- hours

void StaffPageTest::hoursOfTheWeek()
{
    open();
    showHours();
    QCOMPARE(hours()->range(), std::pair(QDate(2026, 1, 12), QDate(2026, 1, 18)));
    const StaffRow *dana = hoursOf("Dana");
    QVERIFY(dana);
    QCOMPARE(dana->cells.size(), size_t(9));
    QCOMPARE(dana->cells.at(1).text, QStringLiteral("8:46"));
    QCOMPARE(dana->cells.at(1).second, QStringLiteral("11:58–16:10\n17:30–22:04"));
    QCOMPARE(dana->cells.at(4).second, QStringLiteral("11:55–now"));
    QCOMPARE(dana->cells.back().text, QStringLiteral("34:10"));
    // A night belongs to the day on which it began.
    QCOMPARE(hoursOf("Zhanel")->cells.at(1).second, QStringLiteral("18:00–02:15"));
    QVERIFY(hoursOf("Zhanel")->cells.at(2).second.contains(QStringLiteral("did not sign out")));
    QVERIFY(hours()->sumText().contains(QStringLiteral("154 h 46 min")));
    QCOMPARE(hoursOf("Together")->cells.back().text, QStringLiteral("154:46"));
}

void StaffPageTest::hoursOfOtherDays()
{
    open();
    showHours();
    QVERIFY(!hours()->nextButton()->isEnabled());
    click(hours()->previousButton());
    QCOMPARE(m_stage->staff.calls.constLast(), QStringLiteral("shifts 2026-01-05 2026-01-11"));
    QVERIFY(hours()->stateView()->title().contains(QStringLiteral("Nobody worked")));
    click(hours()->nextButton());
    QVERIFY(hoursOf("Dana"));
    click(hours()->previousButton());
    click(hours()->thisWeekButton());
    QCOMPARE(hours()->range().first, QDate(2026, 1, 12));
    // More than a week stands by person.
    click(hours()->ownButton());
    hours()->fromEdit()->setDate(QDate(2025, 12, 1));
    Stage::settle();
    QCOMPARE(hours()->range(), std::pair(QDate(2025, 12, 1), QDate(2026, 1, 18)));
    QVERIFY(hours()->table()->rows().front().isHeading);
    QVERIFY(hoursOf("Dana")->cells.front().text.contains(QStringLiteral("34 h 10 min")));
    // The wrong way round, and too much.
    hours()->toEdit()->setDate(QDate(2025, 11, 20));
    QCOMPARE(hours()->range(), std::pair(QDate(2025, 11, 20), QDate(2025, 12, 1)));
    hours()->fromEdit()->setDate(QDate(2020, 1, 1));
    QCOMPARE(hours()->range().first.daysTo(hours()->range().second), 91);
}

void StaffPageTest::forgottenShiftsAreEnded()
{
    open();
    showHours();
    auto *band = find<Band>("leftOpenBand");
    QVERIFY(band->message().contains(QStringLiteral("Timur Abdrakhmanov is signed in since 14 Jan 16:20")));
    click(band->actionButton());
    QVERIFY(hours()->sheet()->isOpen());
    QCOMPARE(hours()->sheet()->editor()->dateTime().time(), QTime(0, 20));
    hours()->sheet()->editor()->setDateTime(QDateTime(QDate(2026, 1, 14), QTime(23, 5), Qt::UTC));
    click(hours()->sheet()->endButton());
    QVERIFY(!hours()->sheet()->isOpen());
    const auto found = std::find_if(m_stage->staff.worked.begin(), m_stage->staff.worked.end(),
                                    [&](const StaffShift &shift) { return shift.staffId == idOf("Timur"); });
    QCOMPARE(*found->endedAtMs, fromIso(u"2026-01-14T23:05:00+05:00").value());
    QCOMPARE(band->message(), QString());
    QCOMPARE(hoursOf("Timur")->cells.back().text, QStringLiteral("6:45"));
    // One that goes on can be ended from its place.
    Q_EMIT hours()->table()->opened(idOf("Dana"), 4);
    QVERIFY(hours()->sheet()->isOpen());
    hours()->sheet()->close();
    Q_EMIT hours()->table()->opened(idOf("Dana"), 1);
    QVERIFY(!hours()->sheet()->isOpen());
}

void StaffPageTest::onlyManagersEndShifts()
{
    open();
    showHours();
    auto *band = find<Band>("leftOpenBand");
    QVERIFY(band->actionButton()->isVisible());
    m_stage->screen.terminalRole = Role::Counter;
    hours()->refresh();
    Stage::settle();
    QVERIFY(!band->message().isEmpty());
    QVERIFY(!band->actionButton()->isVisible());
    Q_EMIT hours()->table()->opened(idOf("Dana"), 4);
    QVERIFY(!hours()->sheet()->isOpen());
}

void StaffPageTest::endOfAShiftIsChecked()
{
    open();
    showHours();
    click(find<TouchButton>("endShiftButton"));
    EndShiftSheet *sheet = hours()->sheet();
    sheet->editor()->setDateTime(QDateTime(QDate(2026, 1, 14), QTime(16, 0), Qt::UTC));
    click(sheet->endButton());
    QVERIFY(sheet->field()->error().contains(QStringLiteral("before they came")));
    sheet->editor()->setDateTime(QDateTime(QDate(2026, 1, 15), QTime(20, 0), Qt::UTC));
    click(sheet->endButton());
    QVERIFY(sheet->field()->error().contains(QStringLiteral("in the future")));
    QVERIFY(m_stage->staff.calls.filter(QStringLiteral("endShift")).isEmpty());
    sheet->editor()->setDateTime(QDateTime(QDate(2026, 1, 15), QTime(1, 0), Qt::UTC));
    m_stage->staff.failNext(unreachable);
    click(sheet->endButton());
    QVERIFY(sheet->isOpen());
    click(sheet->endButton());
    QVERIFY(!sheet->isOpen());
    QCOMPARE(m_stage->staff.keys.at(0), m_stage->staff.keys.at(1));
}

void StaffPageTest::hoursGoIntoAFile()
{
    open();
    m_stage->staff.find(idOf("Marat"))->name = QStringLiteral("=HYPERLINK(\"x\"), Marat");
    m_stage->staff.addShift(idOf("="), fromIso(u"2026-01-13T10:00:00+05:00").value(),
                            fromIso(u"2026-01-13T12:30:00+05:00").value());
    showHours();
    hours()->setFolder(m_stage->directory.filePath(QStringLiteral("papers")));
    click(hours()->fileButton());
    QFile file(m_stage->directory.filePath(QStringLiteral("papers/oshaq-hours-2026-01-12-2026-01-18.csv")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY(bytes.startsWith("\xEF\xBB\xBFName,Day,From,To,Hours,Minutes,Remark\r\n"));
    QVERIFY(bytes.contains("\r\n\"'=HYPERLINK(\"\"x\"\"), Marat\",2026-01-13,10:00,12:30,2:30,150,\r\n"));
    QVERIFY(bytes.contains("Dana Serikova,2026-01-15,11:55,,"));
    QVERIFY(hours()->notice()->message().contains(QStringLiteral("oshaq-hours-2026-01-12-2026-01-18.csv")));
    click(hours()->copyButton());
    QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("Dana Serikova\t2026-01-12\t11:58\t16:10")));
    // Where nothing can be written it says so.
    QFile blocker(m_stage->directory.filePath(QStringLiteral("blocked")));
    QVERIFY(blocker.open(QIODevice::WriteOnly));
    hours()->setFolder(blocker.fileName());
    QCOMPARE(hours()->saveFile(), QString());
    QVERIFY(hours()->notice()->message().startsWith(QStringLiteral("The file could not be written")));
}

// ---- abilities

void StaffPageTest::abilitiesAreRead()
{
    open();
    page()->showPart(StaffPage::Part::Abilities);
    Stage::settle();
    const auto &rows = page()->abilities()->table()->rows();
    QCOMPARE(page()->abilities()->table()->columns().size(), size_t(6));
    const auto found = std::find_if(rows.begin(), rows.end(), [](const StaffRow &row) {
        return row.cells.front().text == QStringLiteral("Take payments");
    });
    QVERIFY(found != rows.end());
    // Words, and what a screen reader says.
    QCOMPARE(found->cells.at(3).text, QStringLiteral("– No"));
    QCOMPARE(found->cells.at(4).text, QStringLiteral("✓ Yes"));
    QCOMPARE(found->cells.at(4).spoken, QStringLiteral("Counter: yes"));
    type("staffSearch", "refund");
    QVERIFY(page()->abilities()->stateView()->isVisible());
    type("staffSearch", "money");
    QVERIFY(page()->abilities()->table()->isVisible());
    QCOMPARE(page()->abilities()->table()->rows().size(), size_t(4));
}

void StaffPageTest::abilitiesOfOneRoleWhereItIsNarrow()
{
    open();
    m_stage->display.setTextPercent(200);
    page()->showPart(StaffPage::Part::Abilities);
    Stage::settle();
    AbilityView *view = page()->abilities();
    QCOMPARE(view->table()->columns().size(), size_t(2));
    view->roleChoice()->button(4)->click();
    QCOMPARE(view->table()->columns().at(1).head, QStringLiteral("Courier"));
}

QTEST_MAIN(StaffPageTest)
#include "staffpagetest.moc"

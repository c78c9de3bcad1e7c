// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/timetext.h"
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

#include <QApplication>
#include <QClipboard>
#include <QDateEdit>
#include <QDateTimeEdit>
#include <QFile>

using namespace oshaq;
using namespace oshaq::test;

/// Hours and abilities at the page of staff.
class StaffHoursTest final : public QObject, StaffStage
{
    Q_OBJECT

private Q_SLOTS:
    void init() { prepare(); }
    void cleanup() { m_stage.reset(); }

    void hoursOfTheWeek();
    void hoursOfOtherDays();
    void forgottenShiftsAreEnded();
    void onlyManagersEndShifts();
    void endOfAShiftIsChecked();
    void hoursGoIntoAFile();
    void abilitiesAreRead();
    void abilitiesOfOneRoleWhereItIsNarrow();
};

// ---- hours

void StaffHoursTest::hoursOfTheWeek()
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

void StaffHoursTest::hoursOfOtherDays()
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

void StaffHoursTest::forgottenShiftsAreEnded()
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

void StaffHoursTest::onlyManagersEndShifts()
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

void StaffHoursTest::endOfAShiftIsChecked()
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

void StaffHoursTest::hoursGoIntoAFile()
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

void StaffHoursTest::abilitiesAreRead()
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

void StaffHoursTest::abilitiesOfOneRoleWhereItIsNarrow()
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

QTEST_MAIN(StaffHoursTest)
#include "staffhourstest.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/shots/stage.h"
#include "tests/support/orderssample.h"
#include "tests/support/staffsample.h"
#include "ui/common/touchbutton.h"
#include "ui/staff/hoursview.h"
#include "ui/staff/peopleview.h"
#include "ui/staff/secretform.h"
#include "ui/staff/staffeditor.h"
#include "ui/staff/staffpage.h"
#include "ui/staff/stafftable.h"

#include <QDateTimeEdit>
#include <QLineEdit>

#include <algorithm>

namespace oshaq {

namespace {

const PortFailure unreachable{PortFailure::Kind::Unreachable, {}, {}, {}};

void furnish(Stage &stage)
{
    orderssample::addEvening(stage.orders);
    staffsample::addPeople(stage.staff);
    staffsample::addWeek(stage.staff);
    stage.staff.table = staffsample::permissions();
}

Scene scene(const char *state, std::function<void(Stage &)> prepare, std::function<void(Stage &)> act = {})
{
    return {QStringLiteral("staff"), QString::fromLatin1(state), std::move(prepare), std::move(act)};
}

void choose(Stage &stage, const char *name)
{
    for (const StaffMember &member : stage.staff.known) {
        if (member.name.startsWith(QString::fromUtf8(name)))
            Q_EMIT stage.staffPage->people()->table()->opened(member.id, 0);
    }
    Stage::settle();
}

std::function<void(Stage &)> chosen(const char *name, std::function<void(StaffEditor &)> act = {})
{
    return [name, act = std::move(act)](Stage &stage) {
        choose(stage, name);
        if (act)
            act(*stage.staffPage->people()->editor());
        Stage::settle();
    };
}

std::function<void(Stage &)> hours(std::function<void(Stage &)> act = {})
{
    return [act = std::move(act)](Stage &stage) {
        stage.staffPage->showPart(StaffPage::Part::Hours);
        Stage::settle();
        if (act)
            act(stage);
        Stage::settle();
    };
}

void showAbilities(Stage &stage)
{
    stage.staffPage->showPart(StaffPage::Part::Abilities);
    Stage::settle();
}

void loseHub(Stage &stage)
{
    stage.staff.setFailing(unreachable);
    stage.staffPage->people()->refresh();
    Stage::settle();
}

std::vector<Scene> peopleScenes()
{
    return {
        scene("empty", {}),
        scene("loading", [](Stage &stage) { stage.staff.setImmediate(false); }),
        scene("error", [](Stage &stage) { stage.staff.setFailing(unreachable); }),
        scene("normal", furnish),
        scene("chosen", furnish, chosen("Ruslan")),
        scene("owner", furnish, chosen("Aigerim")),
        scene("offline", furnish, loseHub),
        scene(
            "heavy",
            [](Stage &stage) {
                furnish(stage);
                staffsample::addMany(stage.staff, 80);
            },
            chosen("Dana")),
        scene("search-nothing", furnish,
              [](Stage &stage) {
                  stage.staffPage->search()->setText(QStringLiteral("pizza"));
                  Stage::settle();
              }),
        scene("new", furnish,
              [](Stage &stage) {
                  stage.press(Qt::Key_N, QString(), Qt::ControlModifier);
                  Stage::settle();
              }),
        scene("new-wrong", furnish,
              [](Stage &stage) {
                  stage.press(Qt::Key_N, QString(), Qt::ControlModifier);
                  StaffEditor &editor = *stage.staffPage->people()->editor();
                  editor.pinForm()->first()->setText(QStringLiteral("1234"));
                  editor.saveButton()->click();
                  Stage::settle();
              }),
        scene("pin", furnish,
              chosen("Ruslan",
                     [](StaffEditor &editor) {
                         editor.pinForm()->changeButton()->click();
                         editor.pinForm()->first()->setText(QStringLiteral("4821"));
                         editor.pinForm()->second()->setText(QStringLiteral("48"));
                         editor.pinForm()->setButton()->click();
                     })),
        scene(
            "leave", furnish,
            chosen("Ruslan",
                   [](StaffEditor &editor) {
                       editor.findChild<QLineEdit *>(QStringLiteral("staffName"))->setText(QStringLiteral("Ruslan A."));
                       editor.leave([] {});
                   })),
        scene("dismiss", furnish, chosen("Dana", [](StaffEditor &editor) { editor.dismissButton()->click(); })),
        scene("dismissed", furnish,
              chosen("Dana",
                     [](StaffEditor &editor) {
                         editor.dismissButton()->click();
                         editor.dismissButton()->click();
                     })),
        scene("conflict", furnish,
              [](Stage &stage) {
                  choose(stage, "Dana");
                  StaffEditor &editor = *stage.staffPage->people()->editor();
                  StaffMember &theirs = *stage.staff.find(editor.memberId());
                  theirs.role = Role::Manager;
                  ++theirs.version;
                  editor.findChild<QLineEdit *>(QStringLiteral("staffName"))->setText(QStringLiteral("Dana Kim"));
                  editor.saveButton()->click();
                  Stage::settle();
                  Stage::settle();
              }),
    };
}

std::vector<Scene> otherScenes()
{
    return {
        scene("hours", furnish, hours()),
        scene(
            "hours-empty", [](Stage &stage) { staffsample::addPeople(stage.staff); }, hours()),
        scene(
            "hours-error", [](Stage &stage) { stage.staff.setFailing(unreachable); }, hours()),
        scene(
            "hours-heavy",
            [](Stage &stage) {
                furnish(stage);
                staffsample::addMany(stage.staff, 80);
            },
            hours()),
        scene("hours-range", furnish, hours([](Stage &stage) {
                  HoursView &view = *stage.staffPage->hours();
                  view.ownButton()->click();
                  view.setRange(QDate(2026, 1, 1), QDate(2026, 1, 15));
              })),
        scene("hours-end", furnish, hours([](Stage &stage) {
                  stage.staffPage->hours()->findChild<TouchButton *>(QStringLiteral("endShiftButton"))->click();
              })),
        scene("hours-end-wrong", furnish, hours([](Stage &stage) {
                  stage.staffPage->hours()->findChild<TouchButton *>(QStringLiteral("endShiftButton"))->click();
                  Stage::settle();
                  auto *edit = stage.window->findChild<QDateTimeEdit *>(QStringLiteral("shiftEnd"));
                  edit->setDateTime(edit->dateTime().addDays(5));
                  stage.window->findChild<TouchButton *>(QStringLiteral("shiftEndNow"))->click();
              })),
        scene("hours-copied", furnish, hours([](Stage &stage) { stage.staffPage->hours()->copyButton()->click(); })),
        scene("abilities", furnish, showAbilities),
        scene(
            "abilities-error", [](Stage &stage) { stage.staff.setFailing(unreachable); }, showAbilities),
        scene(
            "abilities-older",
            [](Stage &stage) {
                furnish(stage);
                stage.staff.table.remove(QStringLiteral("business.orders.priority"));
            },
            showAbilities),
    };
}

} // namespace

std::vector<Scene> staffScenes()
{
    std::vector<Scene> all = peopleScenes();
    std::vector<Scene> others = otherScenes();
    std::move(others.begin(), others.end(), std::back_inserter(all));
    return all;
}

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/gui/shots/stage.h"
#include "ui/staff/hoursview.h"
#include "ui/staff/peopleview.h"
#include "ui/staff/staffeditor.h"
#include "ui/staff/staffpage.h"
#include "ui/staff/stafftable.h"

#include <QAbstractButton>
#include <QLineEdit>
#include <QTest>

#include <memory>

namespace oshaq::test {

inline const PortFailure unreachable{PortFailure::Kind::Unreachable, {}, {}, {}};

/// The page of staff in its window.
class StaffStage
{
protected:
    void prepare();
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

} // namespace oshaq::test

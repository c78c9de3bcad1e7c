// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/sheet.h"
#include "ui/statistics/statisticsrange.h"

namespace oshaq {

class ChoiceRow;
class FlowRow;
class RangeCalendar;
class TouchButton;

/// Which days: one of the usual ranges with a touch, or own ones in the calendar.
class RangeSheet final : public Sheet
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RangeSheet)

public:
    RangeSheet(const Look &look, QWidget *parent);

    void setLook(const Look &look) override;
    void begin(const RangeChoice &choice, const QDate &today);

    ChoiceRow *kinds() const { return m_kinds; }
    RangeCalendar *calendar() const { return m_calendar; }
    TouchButton *doneButton() const { return m_done; }

Q_SIGNALS:
    void chosen(const RangeChoice &choice);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void retranslate() override;

private:
    void give();
    void describe();

    RangeChoice m_choice;
    QDate m_today;
    ChoiceRow *m_kinds;
    RangeCalendar *m_calendar;
    class QLabel *m_words;
    FlowRow *m_buttons;
    TouchButton *m_back;
    TouchButton *m_done;
};

} // namespace oshaq

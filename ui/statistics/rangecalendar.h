// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/look.h"
#include "ui/statistics/statisticsrange.h"

#include <QWidget>

namespace oshaq {

class TouchButton;

/// Two months of business days, weeks from Monday; days to come cannot be chosen. The first touch is one end of a
/// range, the second the other one. Arrow keys go by days and weeks, Page keys by months, Enter or Space chooses.
class RangeCalendar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RangeCalendar)

public:
    explicit RangeCalendar(const Look &look, QWidget *parent = nullptr);

    void setLook(const Look &look);
    void setToday(const QDate &today);
    /// Shows the months in which it ends.
    void setRange(const DayRange &range);
    DayRange range() const { return m_range; }
    /// One end was chosen, and the other not yet.
    bool isOpenEnded() const { return m_isOpenEnded; }
    QDate currentDay() const { return m_current; }
    /// Empty: it is not shown.
    QRect dayRect(const QDate &day) const;
    void retranslate();

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    /// A person chose a day; the range may still lack its other end.
    void rangeChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    int cell(int width) const;
    bool isStacked(int width) const;
    QRect monthRect(int place) const;
    QRect dayRectIn(int place, const QDate &day) const;
    QDate monthAt(int place) const { return m_firstMonth.addMonths(place); }
    void pick(const QDate &day);
    void go(const QDate &day);
    void showMonthOf(const QDate &day);
    void describe();
    void arrange();
    void paintMonth(QPainter &painter, int place) const;

    Look m_look;
    QDate m_today;
    QDate m_firstMonth; ///< its first day; the one after it is shown too
    QDate m_current;
    DayRange m_range;
    bool m_isOpenEnded = false;
    TouchButton *m_previous;
    TouchButton *m_next;
};

} // namespace oshaq

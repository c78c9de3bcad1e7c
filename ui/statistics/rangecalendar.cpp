// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/statistics/rangecalendar.h"

#include "ui/common/painting.h"
#include "ui/common/touchbutton.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace oshaq {

namespace {

constexpr int daysOfWeek = 7;
constexpr int mostWeeks = 6;
constexpr int months = 2;

QDate monthOf(const QDate &day)
{
    return QDate(day.year(), day.month(), 1);
}

} // namespace

RangeCalendar::RangeCalendar(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_previous(new TouchButton(look, this))
    , m_next(new TouchButton(look, this))
{
    setObjectName(QStringLiteral("rangeCalendar"));
    setFocusPolicy(Qt::StrongFocus);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    m_previous->setObjectName(QStringLiteral("calendarPrevious"));
    m_next->setObjectName(QStringLiteral("calendarNext"));
    m_previous->setIconName(QStringLiteral("previous"));
    m_next->setIconName(QStringLiteral("next"));
    for (TouchButton *button : {m_previous, m_next}) {
        button->setKind(TouchButton::Kind::Glyph);
        button->setTakesFocus(true);
    }
    connect(m_previous, &TouchButton::clicked, this, [this] {
        m_firstMonth = m_firstMonth.addMonths(-1);
        arrange();
    });
    connect(m_next, &TouchButton::clicked, this, [this] {
        m_firstMonth = m_firstMonth.addMonths(1);
        arrange();
    });
    retranslate();
}

void RangeCalendar::setLook(const Look &look)
{
    m_look = look;
    m_previous->setLook(look);
    m_next->setLook(look);
    updateGeometry();
    arrange();
}

void RangeCalendar::retranslate()
{
    m_previous->setAccessibleName(tr("Month before"));
    m_next->setAccessibleName(tr("Month after"));
    setAccessibleName(tr("Calendar"));
    describe();
    update();
}

void RangeCalendar::setToday(const QDate &today)
{
    m_today = today;
    arrange();
}

void RangeCalendar::setRange(const DayRange &range)
{
    m_range = range;
    m_isOpenEnded = false;
    m_current = range.isValid() ? range.to : m_today;
    m_firstMonth = monthOf(m_current).addMonths(1 - months);
    describe();
    arrange();
}

// ---- where things stand

bool RangeCalendar::isStacked(int width) const
{
    return width < 2 * daysOfWeek * m_look.metrics().lineHeight() + m_look.px(24);
}

int RangeCalendar::cell(int width) const
{
    const int beside = isStacked(width) ? 1 : months;
    const int wide = (width - (beside - 1) * m_look.px(24)) / beside / daysOfWeek;
    return std::clamp(wide, 1, m_look.metrics().lineHeight() + m_look.px(6));
}

QRect RangeCalendar::monthRect(int place) const
{
    const int side = cell(width());
    const int wide = side * daysOfWeek;
    const int head = m_look.metrics().buttonHeight() + m_look.px(28);
    const int high = head + mostWeeks * side;
    if (isStacked(width()))
        return QRect((width() - wide) / 2, place * (high + m_look.px(12)), wide, high);
    const int gap = m_look.px(24);
    const int left = (width() - months * wide - gap) / 2;
    return QRect(left + place * (wide + gap), 0, wide, high);
}

QRect RangeCalendar::dayRectIn(int place, const QDate &day) const
{
    const QRect area = monthRect(place);
    const int side = cell(width());
    const int slot = day.day() - 1 + monthAt(place).dayOfWeek() - 1;
    return QRect(area.left() + slot % daysOfWeek * side,
                 area.top() + m_look.metrics().buttonHeight() + m_look.px(28) + slot / daysOfWeek * side, side, side);
}

QRect RangeCalendar::dayRect(const QDate &day) const
{
    for (int place = 0; place < months; ++place) {
        if (monthOf(day) == monthAt(place))
            return dayRectIn(place, day);
    }
    return {};
}

int RangeCalendar::heightForWidth(int width) const
{
    const int high = m_look.metrics().buttonHeight() + m_look.px(28) + mostWeeks * cell(width);
    return isStacked(width) ? months * high + m_look.px(12) : high;
}

QSize RangeCalendar::sizeHint() const
{
    const int wide = 2 * daysOfWeek * m_look.metrics().lineHeight() + m_look.px(24);
    return QSize(wide, heightForWidth(wide));
}

QSize RangeCalendar::minimumSizeHint() const
{
    return QSize(daysOfWeek * m_look.px(30), m_look.px(200));
}

void RangeCalendar::arrange()
{
    const QRect first = monthRect(0);
    const QRect last = isStacked(width()) ? first : monthRect(months - 1);
    const int side = m_look.metrics().buttonHeight();
    m_previous->setGeometry(first.left(), first.top(), side, side);
    m_next->setGeometry(last.right() + 1 - side, last.top(), side, side);
    m_next->setEnabled(monthAt(months - 1) < monthOf(m_today));
    update();
}

void RangeCalendar::resizeEvent(QResizeEvent *)
{
    arrange();
}

// ---- choosing

void RangeCalendar::showMonthOf(const QDate &day)
{
    if (day < m_firstMonth)
        m_firstMonth = monthOf(day);
    else if (day >= m_firstMonth.addMonths(months))
        m_firstMonth = monthOf(day).addMonths(1 - months);
    arrange();
}

void RangeCalendar::go(const QDate &day)
{
    m_current = std::min(day, m_today);
    showMonthOf(m_current);
    describe();
}

void RangeCalendar::pick(const QDate &day)
{
    if (!day.isValid() || day > m_today)
        return;
    m_current = day;
    if (m_isOpenEnded) {
        m_range = {std::min(m_range.from, day), std::max(m_range.from, day)};
        m_isOpenEnded = false;
    } else {
        m_range = {day, day};
        m_isOpenEnded = true;
    }
    describe();
    update();
    Q_EMIT rangeChanged();
}

void RangeCalendar::describe()
{
    const QString format = QStringLiteral("d MMMM yyyy");
    QString words = QLocale().toString(m_current, QStringLiteral("dddd, d MMMM yyyy"));
    if (m_range.isValid()) {
        words += QStringLiteral(". ") +
                 tr("Chosen: %1 to %2")
                     .arg(QLocale().toString(m_range.from, format), QLocale().toString(m_range.to, format));
    }
    if (words == accessibleDescription())
        return;
    setAccessibleDescription(words);
    QAccessibleEvent changed(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&changed);
}

void RangeCalendar::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        go(m_current.addDays(-1));
        return;
    case Qt::Key_Right:
        go(m_current.addDays(1));
        return;
    case Qt::Key_Up:
        go(m_current.addDays(-daysOfWeek));
        return;
    case Qt::Key_Down:
        go(m_current.addDays(daysOfWeek));
        return;
    case Qt::Key_PageUp:
        go(m_current.addMonths(-1));
        return;
    case Qt::Key_PageDown:
        go(m_current.addMonths(1));
        return;
    case Qt::Key_Home:
        go(m_current.addDays(1 - m_current.dayOfWeek()));
        return;
    case Qt::Key_End:
        go(m_current.addDays(daysOfWeek - m_current.dayOfWeek()));
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        if (event->modifiers() & Qt::ControlModifier)
            event->ignore();
        else if (!event->isAutoRepeat())
            pick(m_current);
        return;
    default:
        event->ignore();
    }
}

void RangeCalendar::mouseReleaseEvent(QMouseEvent *event)
{
    for (int place = 0; place < months; ++place) {
        for (QDate day = monthAt(place); day < monthAt(place).addMonths(1); day = day.addDays(1)) {
            if (dayRectIn(place, day).contains(event->position().toPoint())) {
                pick(day);
                return;
            }
        }
    }
}

void RangeCalendar::focusInEvent(QFocusEvent *)
{
    update();
}

void RangeCalendar::focusOutEvent(QFocusEvent *)
{
    update();
}

// ---- painting

void RangeCalendar::paintMonth(QPainter &painter, int place) const
{
    const Theme &theme = m_look.theme();
    const QLocale locale;
    const QDate month = monthAt(place);
    const QRect area = monthRect(place);
    const int side = cell(width());
    const int head = m_look.metrics().buttonHeight();
    painter.setFont(m_look.font(TextRole::BodyBold));
    painter.setPen(theme.text);
    painter.drawText(QRect(area.left(), area.top(), area.width(), head), Qt::AlignCenter,
                     locale.standaloneMonthName(month.month()) + QLatin1Char(' ') + QString::number(month.year()));
    painter.setFont(m_look.font(TextRole::Caption));
    painter.setPen(theme.muted);
    for (int day = 1; day <= daysOfWeek; ++day) {
        painter.drawText(QRect(area.left() + (day - 1) * side, area.top() + head, side, m_look.px(26)), Qt::AlignCenter,
                         locale.standaloneDayName(day, QLocale::ShortFormat));
    }
    for (QDate day = month; day < month.addMonths(1); day = day.addDays(1)) {
        const QRect rect = dayRectIn(place, day);
        const bool isEnd = m_range.isValid() && (day == m_range.from || day == m_range.to);
        const bool isInside = m_range.isValid() && day >= m_range.from && day <= m_range.to;
        const QRect plate = rect.adjusted(1, 1, -1, -1);
        if (isEnd)
            painting::fillRounded(painter, plate, m_look.px(8), theme.ember);
        else if (isInside)
            painter.fillRect(rect.adjusted(0, 2, 0, -2), theme.selection);
        if (day == m_today && !isEnd)
            painting::outlineRounded(painter, plate, m_look.px(8), theme.muted);
        painter.setFont(m_look.font(isEnd ? TextRole::BodyBold : TextRole::Caption));
        painter.setPen(isEnd ? theme.emberText : day > m_today ? theme.line : theme.text);
        painter.drawText(rect, Qt::AlignCenter, QString::number(day.day()));
        if (hasFocus() && day == m_current)
            painting::outlineRounded(painter, rect, m_look.px(8), theme.focus, m_look.px(2));
    }
}

void RangeCalendar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int place = 0; place < months; ++place)
        paintMonth(painter, place);
}

} // namespace oshaq

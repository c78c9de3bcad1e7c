// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kitchen/shiftpanel.h"

#include "ui/common/painting.h"

#include <QFontMetrics>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <utility>

namespace oshaq {

namespace {

constexpr double sidePadding = 18;
constexpr int slotCount = 10;

} // namespace

ShiftPanel::ShiftPanel(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
{
    setObjectName(QStringLiteral("shiftPanel"));
    setVisible(false);
}

void ShiftPanel::setLook(const Look &look)
{
    m_look = look;
    update();
}

void ShiftPanel::setActions(const std::vector<ShiftAction> &actions, const ZoneClock &clock)
{
    m_clock = clock;
    if (actions == m_actions)
        return;
    m_actions = actions;
    m_pressed = -1;
    speak();
    update();
}

void ShiftPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        speak();
        update();
    }
    QWidget::changeEvent(event);
}

void ShiftPanel::resizeEvent(QResizeEvent *)
{
    // As many as are seen.
    speak();
}

void ShiftPanel::speak()
{
    QStringList spoken{tr("Done at this screen")};
    for (int row = 0; row < rowCount(); ++row)
        spoken << m_actions[size_t(row)].orderNumber + QLatin1Char(' ') + describe(m_actions[size_t(row)]);
    setAccessibleName(spoken.join(QStringLiteral(", ")));
}

QString ShiftPanel::describe(const ShiftAction &action)
{
    QString what;
    if (action.what == u"start")
        what = tr("Started");
    else if (action.what == u"done")
        what = tr("Bumped");
    else if (action.what == u"void")
        what = tr("Voided");
    else if (action.what == u"recall")
        what = tr("Recalled");
    else if (action.what == u"unstart")
        what = tr("Put back");
    else if (action.what == u"restore")
        what = tr("Wanted again");
    else if (action.what == u"fire")
        what = tr("Fired");
    else if (action.what == u"hold")
        what = tr("Held");
    else if (action.what == u"priority")
        what = tr("Priority");
    else if (action.what == u"status:4")
        what = tr("Ready");
    else if (action.what == u"status:5" || action.what == u"status:6")
        what = tr("Handed over");
    else if (action.what == u"status:7")
        what = tr("Cancelled");
    else
        what = tr("Changed");
    if (!action.dishes.isEmpty())
        what += QStringLiteral(": ") + action.dishes.join(QStringLiteral(", "));
    if (!action.reason.isEmpty())
        what += QStringLiteral(" (") + action.reason + QLatin1Char(')');
    return what;
}

int ShiftPanel::rowHeight() const
{
    return std::max(m_look.px(66), m_look.metrics().lineHeight());
}

int ShiftPanel::rowCount() const
{
    const int room = (height() - m_look.px(44)) / rowHeight();
    return std::clamp(room, 0, int(m_actions.size()));
}

QRect ShiftPanel::rowRect(int row) const
{
    return QRect(0, m_look.px(44) + row * rowHeight(), width(), rowHeight());
}

int ShiftPanel::rowAt(const QPoint &point) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (rowRect(row).contains(point))
            return row;
    }
    return -1;
}

bool ShiftPanel::pickSlot(int slot)
{
    if (slot < 0 || slot >= rowCount() || !m_actions[size_t(slot)].undoable)
        return false;
    Q_EMIT undoRequested(QString(m_actions[size_t(slot)].batch));
    return true;
}

void ShiftPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = m_look.theme();
    const int padding = m_look.px(sidePadding);
    const int inner = width() - 2 * padding;
    painter.setFont(m_look.font(TextRole::CaptionBold));
    painter.setPen(theme.muted);
    painter.drawText(QRect(padding, 0, inner, m_look.px(44)), Qt::AlignVCenter | Qt::AlignLeft,
                     QFontMetrics(painter.font()).elidedText(tr("DONE HERE"), Qt::ElideRight, inner));
    if (m_actions.empty()) {
        painter.setFont(m_look.font(TextRole::Body));
        painter.drawText(rowRect(0).adjusted(padding, 0, -padding, 0), Qt::AlignTop | Qt::AlignLeft | Qt::TextWordWrap,
                         tr("Nothing was done at this screen yet."));
        return;
    }
    for (int row = 0; row < rowCount(); ++row) {
        const ShiftAction &action = m_actions[size_t(row)];
        const QRect rect = rowRect(row);
        if (row == m_pressed)
            painting::fillRounded(painter, QRectF(rect).adjusted(6, 2, -6, -2), m_look.px(8), theme.raised);
        painter.fillRect(QRect(padding, rect.bottom(), inner, 1), theme.raised);
        QRect text = rect.adjusted(padding, m_look.px(6), -padding, -m_look.px(6));
        if (action.undoable && row < slotCount) {
            const QString key = QString::number((row + 1) % slotCount);
            const QSize cap = painting::keyCapSize(m_look, key);
            painting::drawKeyCap(
                painter, m_look,
                QRect(QPoint(text.right() - cap.width() + 1, rect.center().y() - cap.height() / 2), cap), key, false);
            text.setRight(text.right() - cap.width() - m_look.px(8));
        }
        const QRect upper(text.left(), text.top(), text.width(), text.height() / 2);
        const QRect lower(text.left(), text.top() + text.height() / 2, text.width(), text.height() / 2);
        const QFont number = m_look.font(TextRole::BodyBold);
        painter.setPen(action.undoable ? theme.text : theme.muted);
        painting::drawFigures(painter, upper, Qt::AlignLeft | Qt::AlignVCenter, action.orderNumber, number);
        const int left = upper.left() + painting::figuresWidth(action.orderNumber, number) + m_look.px(10);
        QString when = m_clock.time(action.actedAtMs);
        if (action.undone)
            when += QStringLiteral(" · ") + tr("undone");
        painter.setPen(theme.muted);
        const QFont caption = m_look.font(TextRole::Caption);
        painting::drawFigures(painter, QRect(left, upper.top(), upper.right() - left + 1, upper.height()),
                              Qt::AlignLeft | Qt::AlignVCenter,
                              QFontMetrics(caption).elidedText(when, Qt::ElideRight, upper.right() - left + 1),
                              caption);
        painter.setFont(caption);
        painter.drawText(lower, Qt::AlignLeft | Qt::AlignVCenter,
                         QFontMetrics(caption).elidedText(describe(action), Qt::ElideRight, lower.width()));
    }
}

void ShiftPanel::mousePressEvent(QMouseEvent *event)
{
    const int row = rowAt(event->position().toPoint());
    m_pressed = row >= 0 && m_actions[size_t(row)].undoable ? row : -1;
    update();
}

void ShiftPanel::mouseReleaseEvent(QMouseEvent *event)
{
    const int pressed = std::exchange(m_pressed, -1);
    update();
    if (pressed >= 0 && rowAt(event->position().toPoint()) == pressed)
        Q_EMIT undoRequested(QString(m_actions[size_t(pressed)].batch));
}

} // namespace oshaq

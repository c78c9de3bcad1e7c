// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/navigationrail.h"

#include "ui/common/icons.h"
#include "ui/common/painting.h"
#include "ui/common/touchbutton.h"

#include <QFontMetrics>
#include <QMouseEvent>
#include <QPainter>

namespace oshaq {

NavigationRail::NavigationRail(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_fullScreen(new TouchButton(look, this))
{
    setObjectName(QStringLiteral("navigationRail"));
    m_fullScreen->setObjectName(QStringLiteral("fullScreenButton"));
    m_fullScreen->setKind(TouchButton::Kind::Glyph);
    m_fullScreen->setIconName(QStringLiteral("fullscreen"));
    m_fullScreen->setAccessibleName(tr("Full screen"));
    arrange();
}

void NavigationRail::setLook(const Look &look)
{
    m_look = look;
    m_fullScreen->setLook(look);
    arrange();
    update();
}

void NavigationRail::addPage(const QString &iconName, const QString &text)
{
    m_entries.push_back({iconName, text});
    QStringList names;
    for (const Entry &entry : m_entries)
        names << entry.text;
    setAccessibleName(tr("Pages: %1").arg(names.join(QStringLiteral(", "))));
    update();
}

QSize NavigationRail::sizeHint() const
{
    return QSize(m_look.px(84), m_look.px(400));
}

QRect NavigationRail::entryRect(int index) const
{
    const int side = m_look.px(68);
    const int height = qMax(m_look.px(64), m_look.mm(15));
    return QRect((width() - side) / 2, m_look.px(84) + index * (height + m_look.px(8)), side, height);
}

void NavigationRail::arrange()
{
    setFixedWidth(m_look.px(84));
    const QSize size = m_fullScreen->sizeHint();
    m_fullScreen->setGeometry((width() - size.width()) / 2, height() - size.height() - m_look.px(32), size.width(),
                              size.height());
}

void NavigationRail::resizeEvent(QResizeEvent *)
{
    arrange();
}

void NavigationRail::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = m_look.theme();
    painter.fillRect(rect(), theme.surface);
    painter.fillRect(QRect(width() - 1, 0, 1, height()), theme.line);

    const int mark = m_look.px(44);
    painter.drawPixmap((width() - mark) / 2, m_look.px(18),
                       iconPixmap(QStringLiteral("mark"), mark, theme.text, devicePixelRatioF()));

    for (int index = 0; index < int(m_entries.size()); ++index) {
        const Entry &entry = m_entries[size_t(index)];
        const QRect rect = entryRect(index);
        const bool isCurrent = index == m_current;
        if (isCurrent) {
            painting::fillRounded(painter, rect, m_look.px(10), theme.raised);
            painting::fillRounded(painter,
                                  QRectF(0, rect.top() + m_look.px(6), m_look.px(4), rect.height() - m_look.px(12)),
                                  m_look.px(2), theme.ember);
        }
        const QColor ink = isCurrent ? theme.text : theme.muted;
        const int icon = m_look.px(28);
        const int row = m_look.lineSpacing(TextRole::Tag);
        const int top = rect.top() + (rect.height() - icon - row) / 2;
        painter.drawPixmap(rect.center().x() - icon / 2, top,
                           iconPixmap(entry.iconName, icon, ink, devicePixelRatioF()));
        painter.setFont(m_look.font(TextRole::Tag));
        painter.setPen(ink);
        const QFontMetrics metrics(painter.font());
        painter.drawText(QRect(0, top + icon, width(), row), Qt::AlignCenter,
                         metrics.elidedText(entry.text, Qt::ElideRight, width() - m_look.px(4)));
    }

    //: Key on the keyboard
    const QString key = tr("F11");
    const QSize cap = painting::keyCapSize(m_look, key);
    painting::drawKeyCap(painter, m_look,
                         QRect(QPoint((width() - cap.width()) / 2, height() - cap.height() - m_look.px(12)), cap), key,
                         false);
}

void NavigationRail::mouseReleaseEvent(QMouseEvent *event)
{
    for (int index = 0; index < int(m_entries.size()); ++index) {
        if (index != m_current && entryRect(index).contains(event->position().toPoint())) {
            m_current = index;
            update();
            Q_EMIT pageChosen(index);
        }
    }
}

} // namespace oshaq

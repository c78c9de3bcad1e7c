// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/catalog/droparea.h"

#include <QBoxLayout>
#include <QDragEnterEvent>
#include <QMimeData>
#include <QPainter>
#include <QUrl>

namespace oshaq {

namespace {

/// The one file that is dragged; empty: there is none, or there are several.
QString fileOf(const QMimeData *data)
{
    const QList<QUrl> urls = data->urls();
    return urls.size() == 1 && urls.first().isLocalFile() ? urls.first().toLocalFile() : QString();
}

} // namespace

DropArea::DropArea(const Look &look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
    , m_content(new QVBoxLayout(this))
{
    setAcceptDrops(true);
    setLook(look);
}

void DropArea::setLook(const Look &look)
{
    m_look = look;
    m_content->setContentsMargins(look.px(28), look.px(32), look.px(28), look.px(32));
    m_content->setSpacing(look.px(14));
    update();
}

void DropArea::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = m_look.theme();
    QPen pen(m_isOver ? theme.ember : theme.faint, m_isOver ? 3 : 2, Qt::DashLine);
    painter.setPen(pen);
    painter.setBrush(m_isOver ? theme.selection : theme.raised);
    const qreal inset = 1.5;
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), m_look.px(12), m_look.px(12));
}

void DropArea::dragEnterEvent(QDragEnterEvent *event)
{
    if (fileOf(event->mimeData()).isEmpty())
        return;
    m_isOver = true;
    update();
    event->acceptProposedAction();
}

void DropArea::dragLeaveEvent(QDragLeaveEvent *)
{
    m_isOver = false;
    update();
}

void DropArea::dropEvent(QDropEvent *event)
{
    m_isOver = false;
    update();
    const QString path = fileOf(event->mimeData());
    if (path.isEmpty())
        return;
    event->acceptProposedAction();
    Q_EMIT dropped(path);
}

} // namespace oshaq

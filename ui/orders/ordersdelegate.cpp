// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orders/ordersdelegate.h"

#include "ui/common/painting.h"
#include "ui/orders/ordersmodel.h"
#include "ui/orders/orderstable.h"
#include "ui/orders/ordertext.h"

#include <QFontMetrics>
#include <QPainter>
#include <QTableView>

namespace oshaq {

namespace {

QString elided(const QString &text, const QFont &font, int width)
{
    return QFontMetrics(font).elidedText(text, Qt::ElideRight, width);
}

} // namespace

OrdersDelegate::OrdersDelegate(const Look &look, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_look(look)
{}

QSize OrdersDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return QSize(m_look.px(80), m_look.metrics().lineHeight());
}

void OrdersDelegate::paintSection(QPainter &painter, const QStyleOptionViewItem &option, const OrderRow &row) const
{
    // One text over all columns: each cell draws its part of it.
    const QRect cell = option.rect;
    const auto *table = qobject_cast<const OrdersTable *>(option.widget);
    painter.fillRect(cell, m_look.theme().background);
    painter.setFont(m_look.font(TextRole::CaptionBold));
    painter.setPen(m_look.theme().muted);
    const QRect whole(margin(m_look), cell.top(), table ? table->viewport()->width() : cell.width(), cell.height());
    painter.drawText(whole.adjusted(0, m_look.px(8), 0, 0), Qt::AlignLeft | Qt::AlignVCenter, row.title);
}

void OrdersDelegate::paintGround(QPainter &painter, const QStyleOptionViewItem &option) const
{
    const Theme &theme = m_look.theme();
    const QRect cell = option.rect;
    const bool isChosen = option.state & QStyle::State_Selected;
    painter.fillRect(cell, isChosen ? theme.selection : theme.surface);
    painter.fillRect(QRect(cell.left(), cell.bottom(), cell.width(), 1), theme.line);
    if (!isChosen)
        return;
    const auto *table = qobject_cast<const OrdersTable *>(option.widget);
    if (cell.left() <= 0)
        painter.fillRect(QRect(cell.left(), cell.top(), m_look.px(4), cell.height()), theme.ember);
    if (table && table->hasFocus()) {
        // The outline of what the keyboard acts on, drawn in parts.
        const int thick = m_look.px(2);
        painter.fillRect(QRect(cell.left(), cell.top(), cell.width(), thick), theme.focus);
        painter.fillRect(QRect(cell.left(), cell.bottom() - thick + 1, cell.width(), thick), theme.focus);
        if (cell.left() <= 0)
            painter.fillRect(QRect(cell.left(), cell.top(), thick, cell.height()), theme.focus);
        if (cell.right() >= table->viewport()->width() - 1)
            painter.fillRect(QRect(cell.right() - thick + 1, cell.top(), thick, cell.height()), theme.focus);
    }
}

void OrdersDelegate::paintNumber(QPainter &painter, const QRect &cell, const OrderRow &row) const
{
    const Theme &theme = m_look.theme();
    QString below;
    if (row.isNew)
        //: An order that nobody has looked at yet
        below = OrdersModel::tr("new");
    else if (row.desk.onlyHere)
        below = OrdersModel::tr("not sent yet");
    const bool isDim = isClosed(row.desk.order.status);
    const QFont font = m_look.font(TextRole::BodyBold);
    QRect upper = cell;
    if (!below.isEmpty())
        upper.setHeight(cell.height() * 6 / 10);
    painter.setPen(isDim ? theme.muted : theme.text);
    painting::drawFigures(painter, upper, Qt::AlignLeft | Qt::AlignVCenter, row.desk.order.number, font);
    if (row.desk.pending) {
        const int size = m_look.px(14);
        const int x = upper.left() + painting::figuresWidth(row.desk.order.number, font) + m_look.px(6);
        if (x + size <= cell.right() + margin(m_look))
            painting::drawPendingSign(painter, QRectF(x, upper.center().y() - size / 2.0, size, size), theme.muted);
    }
    if (below.isEmpty())
        return;
    QRect lower = cell;
    lower.setTop(upper.bottom());
    lower.setHeight(cell.bottom() - upper.bottom() - m_look.px(3));
    if (row.isNew) {
        const qreal dot = m_look.px(8);
        painting::fillRounded(painter, QRectF(lower.left(), lower.center().y() - dot / 2, dot, dot), dot / 2,
                              theme.ember);
        lower.setLeft(lower.left() + m_look.px(13));
    }
    painter.setFont(m_look.font(TextRole::Tag));
    painter.setPen(row.isNew ? (theme.isDark ? theme.ember : theme.ember.darker(105)) : theme.muted);
    painter.drawText(lower, Qt::AlignLeft | Qt::AlignVCenter, elided(below, painter.font(), lower.width()));
}

void OrdersDelegate::paintStatus(QPainter &painter, const QRect &whole, const OrderRow &row) const
{
    const Theme &theme = m_look.theme();
    QRect cell = whole;
    if (!row.mark.isEmpty()) {
        cell.setHeight(whole.height() * 55 / 100);
        const QRect lower(whole.left(), cell.bottom(), whole.width(), whole.bottom() - cell.bottom() - m_look.px(3));
        painter.setFont(m_look.font(TextRole::Tag));
        painter.setPen(theme.lateText);
        painter.drawText(lower, Qt::AlignLeft | Qt::AlignVCenter, elided(row.mark, painter.font(), lower.width()));
    }
    const qreal size = m_look.px(12);
    const QRectF square(cell.left(), cell.center().y() - size / 2 + 0.5, size, size);
    const QColor colour = statusColour(theme, row.desk.order.status);
    painting::fillRounded(painter, square, m_look.px(3), colour);
    painting::outlineRounded(painter, square, m_look.px(3), theme.isDark ? colour.lighter(120) : colour.darker(150));
    painter.setFont(m_look.font(TextRole::CaptionBold));
    painter.setPen(isClosed(row.desk.order.status) ? theme.muted : theme.text);
    const QRect words = cell.adjusted(m_look.px(20), 0, 0, 0);
    painter.drawText(words, Qt::AlignLeft | Qt::AlignVCenter,
                     elided(OrderText::status(row.desk.order.status), painter.font(), words.width()));
}

void OrdersDelegate::paintAge(QPainter &painter, const QRect &cell, const OrderRow &row, const OrdersModel &model) const
{
    const Theme &theme = m_look.theme();
    const QString late = model.lateText(row);
    QRect upper = cell;
    if (!late.isEmpty()) {
        upper.setHeight(cell.height() * 55 / 100);
        const QRect lower(cell.left(), upper.bottom(), cell.width(), cell.bottom() - upper.bottom() - m_look.px(3));
        painter.setFont(m_look.font(TextRole::Tag));
        painter.setPen(theme.lateText);
        painter.drawText(lower, Qt::AlignRight | Qt::AlignVCenter, elided(late, painter.font(), lower.width()));
    }
    painter.setPen(!late.isEmpty() ? theme.lateText : isClosed(row.desk.order.status) ? theme.muted : theme.text);
    painting::drawFigures(painter, upper, Qt::AlignRight | Qt::AlignVCenter, model.ageText(row),
                          m_look.font(late.isEmpty() ? TextRole::Caption : TextRole::CaptionBold));
}

void OrdersDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *model = qobject_cast<const OrdersModel *>(index.model());
    if (!model)
        return;
    const OrderRow &row = model->rowAt(index.row());
    painter->save();
    painter->setClipRect(option.rect);
    if (row.kind == OrderRow::Kind::Section) {
        paintSection(*painter, option, row);
        painter->restore();
        return;
    }
    paintGround(*painter, option);
    painter->setRenderHint(QPainter::Antialiasing);
    const int side = margin(m_look);
    const QRect cell = option.rect.adjusted(side, 0, -side, 0);
    const Theme &theme = m_look.theme();
    const bool isDim = isClosed(row.desk.order.status);
    switch (index.column()) {
    case OrdersModel::Number:
        paintNumber(*painter, cell, row);
        break;
    case OrdersModel::Status:
        paintStatus(*painter, cell, row);
        break;
    case OrdersModel::Age:
        if (const auto *table = qobject_cast<const QTableView *>(option.widget);
            row.kind == OrderRow::Kind::Earlier && table && table->isColumnHidden(OrdersModel::Placed)) {
            // When it was matters more than how long it took.
            const QString placed = index.siblingAtColumn(OrdersModel::Placed).data().toString();
            const qsizetype gap = placed.lastIndexOf(QLatin1Char(' '));
            painter->setPen(theme.muted);
            painter->setFont(m_look.font(TextRole::Tag));
            painter->drawText(cell, Qt::AlignRight | Qt::AlignVCenter,
                              gap < 0 ? placed : placed.left(gap) + QLatin1Char('\n') + placed.mid(gap + 1));
        } else {
            paintAge(*painter, cell, row, *model);
        }
        break;
    case OrdersModel::Placed: {
        painter->setPen(isDim ? theme.muted : theme.text);
        painter->setFont(m_look.font(TextRole::Caption));
        const QString text = index.data().toString();
        if (painting::figuresWidth(text, painter->font()) <= cell.width() + side)
            painting::drawFigures(*painter, cell, Qt::AlignLeft | Qt::AlignVCenter, text, painter->font());
        else {
            // With a date, in two lines: "21 Nov" over "19:42".
            const qsizetype gap = text.lastIndexOf(QLatin1Char(' '));
            painter->setFont(m_look.font(TextRole::Tag));
            painter->drawText(QRect(cell.left(), cell.top(), cell.width() + side, cell.height()),
                              Qt::AlignLeft | Qt::AlignVCenter, text.left(gap) + QLatin1Char('\n') + text.mid(gap + 1));
        }
        break;
    }
    case OrdersModel::Total:
        painter->setPen(row.desk.order.status == OrderStatus::Cancelled ? theme.muted : theme.text);
        painting::drawFigures(*painter, cell, Qt::AlignRight | Qt::AlignVCenter, index.data().toString(),
                              m_look.font(TextRole::Caption));
        break;
    default:
        painter->setFont(m_look.font(TextRole::Caption));
        painter->setPen(isDim ? theme.muted : theme.text);
        painter->drawText(cell, Qt::AlignLeft | Qt::AlignVCenter,
                          elided(index.data().toString(), painter->font(), cell.width()));
        break;
    }
    painter->restore();
}

} // namespace oshaq

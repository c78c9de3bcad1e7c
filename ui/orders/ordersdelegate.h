// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/look.h"

#include <QStyledItemDelegate>

namespace oshaq {

struct OrderRow;
class OrdersModel;

/// Paints the cells of the orders' table.
class OrdersDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OrdersDelegate)

public:
    explicit OrdersDelegate(const Look &look, QObject *parent = nullptr);

    void setLook(const Look &look) { m_look = look; }
    /// At either side of a cell's text.
    static int margin(const Look &look) { return look.px(11); }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintSection(QPainter &painter, const QStyleOptionViewItem &option, const OrderRow &row) const;
    void paintGround(QPainter &painter, const QStyleOptionViewItem &option) const;
    void paintNumber(QPainter &painter, const QRect &cell, const OrderRow &row) const;
    void paintStatus(QPainter &painter, const QRect &cell, const OrderRow &row) const;
    void paintAge(QPainter &painter, const QRect &cell, const OrderRow &row, const OrdersModel &model) const;

    Look m_look;
};

} // namespace oshaq

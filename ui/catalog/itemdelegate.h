// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/catalog/itemmodel.h"
#include "ui/common/look.h"

#include <QStyledItemDelegate>

namespace oshaq {

class PictureLoader;

/// Paints the card of a dish: its picture or first letters, name, price, whether it is sold, and the switch for 86.
class ItemDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ItemDelegate)

public:
    ItemDelegate(const ItemModel &model, PictureLoader &pictures, const Look &look, QObject *parent);

    void setLook(const Look &look) { m_look = look; }
    /// The cell of the grid, with the gap between cards.
    void setCell(QSize cell) { m_cell = cell; }
    /// How much room the words of the card that has most of them need: names, and whether they are sold, may take two
    /// lines.
    void setTextHeight(int height) { m_textHeight = height; }
    int textHeightOf(const ItemModel::Card &card, int width) const;
    /// Cards show a mark to choose them by.
    void setChoosing(bool choosing) { m_choosing = choosing; }
    /// Nothing of it can be pressed.
    void setOutAllowed(bool allowed) { m_outAllowed = allowed; }

    int gap() const { return m_look.px(14); }
    /// How high a cell of that width has to be.
    int heightFor(int cellWidth) const;
    QSize pictureSize() const;
    int textWidth(int cellWidth) const { return cellWidth - gap() - 2 * m_look.px(12); }
    QRect cardRect(const QRect &cell) const { return cell.adjusted(0, 0, -gap(), -gap()); }
    /// Where 86 is pressed.
    QRect outRect(const QRect &cell) const;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override { return m_cell; }

private:
    QRect pictureRect(const QRect &cell) const;
    void paintPicture(QPainter *painter, const QRect &rect, const ItemModel::Card &card) const;
    void paintOut(QPainter *painter, const QRect &rect, const ItemModel::Card &card, bool underPointer) const;

    const ItemModel &m_model;
    PictureLoader &m_pictures;
    Look m_look;
    QSize m_cell;
    int m_textHeight = 0;
    bool m_choosing = false;
    bool m_outAllowed = true;
};

} // namespace oshaq

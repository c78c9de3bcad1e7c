// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/catalog/itemmodel.h"

#include <algorithm>

namespace oshaq {

bool ItemModel::setCards(std::vector<Card> cards)
{
    const bool same = std::equal(cards.begin(), cards.end(), m_cards.begin(), m_cards.end(),
                                 [](const Card &a, const Card &b) { return a.item.id == b.item.id; });
    if (same) {
        for (size_t i = 0; i < cards.size(); ++i) {
            if (cards[i] == m_cards[i])
                continue;
            m_cards[i] = std::move(cards[i]);
            const QModelIndex at = index(int(i), 0);
            Q_EMIT dataChanged(at, at);
        }
        return true;
    }
    beginResetModel();
    m_cards = std::move(cards);
    m_rows.clear();
    for (size_t i = 0; i < m_cards.size(); ++i)
        m_rows.insert(m_cards[i].item.id, int(i));
    endResetModel();
    return false;
}

const ItemModel::Card *ItemModel::card(int row) const
{
    return row >= 0 && row < int(m_cards.size()) ? &m_cards[size_t(row)] : nullptr;
}

qint64 ItemModel::idAt(int row) const
{
    const Card *one = card(row);
    return one ? one->item.id : 0;
}

int ItemModel::rowOf(qint64 itemId) const
{
    return m_rows.value(itemId, -1);
}

int ItemModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_cards.size());
}

QVariant ItemModel::data(const QModelIndex &index, int role) const
{
    const Card *one = card(index.row());
    if (!one)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return one->item.name;
    case Qt::ToolTipRole:
        return one->item.name;
    case Qt::AccessibleTextRole: {
        QStringList words{one->item.name, one->price, one->availability};
        if (one->hasDraft)
            words << tr("not saved");
        return words.join(QStringLiteral(", "));
    }
    default:
        return {};
    }
}

Qt::ItemFlags ItemModel::flags(const QModelIndex &index) const
{
    // Dropped onto a card means beside it, which the grid works out.
    return index.isValid() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled | Qt::ItemIsDropEnabled
                           : Qt::ItemIsDropEnabled;
}

} // namespace oshaq

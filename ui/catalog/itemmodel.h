// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/catalog.h"
#include "models/domain/money.h"
#include "ui/catalog/availability.h"

#include <QAbstractListModel>
#include <QSet>

#include <vector>

namespace oshaq {

/// The dishes that are shown, in their order, with the words on their cards.
class ItemModel final : public QAbstractListModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ItemModel)

public:
    struct Card
    {
        Item item;
        QString price;
        QString availability;
        Availability::State state = Availability::State::Available;
        bool hasDraft = false;

        bool operator==(const Card &) const = default;
    };

    using QAbstractListModel::QAbstractListModel;

    static constexpr const char *mimeType = "application/x-oshaq-items";

    /// Rows that stay keep their places and what is chosen of them as long as the same dishes are shown in the same
    /// order; says whether they are.
    bool setCards(std::vector<Card> cards);
    const Card *card(int row) const;
    qint64 idAt(int row) const;
    /// -1: it is not shown.
    int rowOf(qint64 itemId) const;
    const std::vector<Card> &cards() const { return m_cards; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    std::vector<Card> m_cards;
    QHash<qint64, int> m_rows;
};

} // namespace oshaq

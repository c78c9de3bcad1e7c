// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/pricechange.h"
#include "ui/common/look.h"

#include <QAbstractTableModel>

#include <vector>

namespace oshaq {

/// Prices before and after, one row each; options stand under their dish. What does not change is dim; what is refused
/// or changes by more than half says so in words. Formats only what is looked at.
class PriceTable final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PriceTable)

public:
    enum Column
    {
        Dish,
        Before,
        After,
        Difference,
        ColumnCount
    };

    explicit PriceTable(const Look &look, QObject *parent = nullptr);

    void setLook(const Look &look);
    /// `rows` are of `items`.
    void setRows(const std::vector<Item> &items, const std::vector<PriceRow> &rows, const Currency &currency);
    const PriceRow &row(int row) const { return m_rows.at(std::size_t(row)); }
    /// Every text is asked for again.
    void retranslate();
    /// The widest text of a column of figures, in pixels.
    int widthOf(Column column) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const PriceRow &row, int column) const;
    QString nameOf(const PriceRow &row) const;
    static QString percentOf(const PriceRow &row);

    Look m_look;
    std::vector<Item> m_items;
    std::vector<PriceRow> m_rows;
    std::vector<std::size_t> m_itemOfRow;
    Currency m_currency;
};

} // namespace oshaq

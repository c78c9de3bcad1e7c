// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/look.h"

#include <QAbstractTableModel>
#include <QStringList>

#include <vector>

namespace oshaq {

/// A small table of texts to be read: the first rows of a file, the places that were refused.
class TextTable final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TextTable)

public:
    struct Cell
    {
        QString text;
        bool isWrong = false; ///< in the colour of errors; its words say why

        bool operator==(const Cell &) const = default;
    };
    using Row = std::vector<Cell>;

    explicit TextTable(const Look &look, QObject *parent = nullptr);

    void setLook(const Look &look);
    /// Each row is as wide as the head.
    void setRows(const QStringList &head, std::vector<Row> rows);
    const std::vector<Row> &rows() const { return m_rows; }
    /// The widest text of a column, in pixels.
    int widthOf(int column) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    Look m_look;
    QStringList m_head;
    std::vector<Row> m_rows;
};

} // namespace oshaq

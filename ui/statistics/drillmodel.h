// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/order.h"
#include "ui/common/zoneclock.h"

#include <QAbstractTableModel>

#include <vector>

namespace oshaq {

/// The orders behind a figure, as far as they came.
class DrillModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DrillModel)

public:
    enum Column
    {
        Number,
        Placed,
        Items,
        Status,
        Total,
        ColumnCount
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setClock(const ZoneClock &clock, qint64 nowMs);
    void clear();
    void append(const std::vector<Order> &orders);
    /// Words of the language have changed.
    void refresh();
    const std::vector<Order> &orders() const { return m_orders; }
    qint64 sumMinor() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    std::vector<Order> m_orders;
    ZoneClock m_clock;
    qint64 m_nowMs = 0;
};

} // namespace oshaq

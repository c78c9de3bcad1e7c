// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/statistics/chart.h"

#include <QAbstractTableModel>

namespace oshaq {

/// The table behind a chart.
class FigureModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FigureModel)

public:
    /// What rows are sorted by: whole numbers, or text.
    static constexpr int sortRole = Qt::UserRole + 1;

    using QAbstractTableModel::QAbstractTableModel;

    void setChart(const Chart &chart);
    const Chart &chart() const { return m_chart; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    /// Of all columns, as a line: "Total: orders 612, revenue 4 205 300 ₸".
    QString totals() const;

private:
    Chart m_chart;
};

} // namespace oshaq

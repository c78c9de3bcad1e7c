// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/statistics/figuremodel.h"

#include "ui/statistics/statisticstext.h"

#include <limits>

namespace oshaq {

void FigureModel::setChart(const Chart &chart)
{
    beginResetModel();
    m_chart = chart;
    endResetModel();
}

int FigureModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_chart.rows.size());
}

int FigureModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_chart.columns.size()) + 1;
}

QVariant FigureModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount() || index.column() >= columnCount())
        return {};
    const ChartRow &row = m_chart.rows[size_t(index.row())];
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (index.column() == 0 ? Qt::AlignLeft : Qt::AlignRight));
    if (index.column() == 0) {
        if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
            return row.name;
        if (role == sortRole)
            return m_chart.inOrder ? QVariant(index.row()) : QVariant(row.name);
        return {};
    }
    const auto column = size_t(index.column() - 1);
    const std::optional<qint64> &figure = row.figures[column];
    if (role == Qt::DisplayRole)
        return StatisticsText::figure(figure, m_chart.columns[column].kind, m_chart.currency);
    if (role == sortRole)
        return figure.value_or(std::numeric_limits<qint64>::min());
    return {};
}

QVariant FigureModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (section == 0 ? Qt::AlignLeft : Qt::AlignRight));
    if (role != Qt::DisplayRole)
        return {};
    return section == 0 ? m_chart.nameHead : m_chart.columns[size_t(section - 1)].name;
}

QString FigureModel::totals() const
{
    QStringList parts;
    for (size_t column = 0; column < m_chart.totals.size(); ++column) {
        if (m_chart.totals[column])
            parts << QStringLiteral("%1 %2").arg(
                m_chart.columns[column].name,
                StatisticsText::figure(m_chart.totals[column], m_chart.columns[column].kind, m_chart.currency));
    }
    return parts.join(QStringLiteral(" · "));
}

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/statistics/drillmodel.h"

#include "ui/common/formats.h"
#include "ui/orders/ordertext.h"

namespace oshaq {

void DrillModel::setClock(const ZoneClock &clock, qint64 nowMs)
{
    m_clock = clock;
    m_nowMs = nowMs;
}

void DrillModel::clear()
{
    beginResetModel();
    m_orders.clear();
    endResetModel();
}

void DrillModel::append(const std::vector<Order> &orders)
{
    if (orders.empty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + int(orders.size()) - 1);
    m_orders.insert(m_orders.end(), orders.begin(), orders.end());
    endInsertRows();
}

void DrillModel::refresh()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_orders.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

qint64 DrillModel::sumMinor() const
{
    qint64 sum = 0;
    for (const Order &order : m_orders)
        sum += order.cost.totalMinor;
    return sum;
}

int DrillModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_orders.size());
}

int DrillModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant DrillModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Order &order = m_orders[size_t(index.row())];
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (index.column() == Total ? Qt::AlignRight : Qt::AlignLeft));
    if (role == Qt::ToolTipRole && index.column() == Items)
        return OrderText::items(order);
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Number:
        return order.number;
    case Placed:
        return m_clock.moment(order.placedAtMs, m_nowMs);
    case Items:
        return OrderText::items(order);
    case Status:
        return OrderText::status(order.status);
    case Total:
        return formats::money(order.cost.totalMinor, order.cost.currency);
    default:
        return {};
    }
}

QVariant DrillModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignVCenter | (section == Total ? Qt::AlignRight : Qt::AlignLeft));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Number:
        return tr("Order");
    case Placed:
        return tr("Placed");
    case Items:
        return tr("Dishes");
    case Status:
        return tr("Status");
    case Total:
        return tr("Total");
    default:
        return {};
    }
}

} // namespace oshaq

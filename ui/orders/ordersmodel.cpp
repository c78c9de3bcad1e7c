// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orders/ordersmodel.h"

#include "ui/common/formats.h"
#include "ui/orders/ordertext.h"

#include <QHash>

#include <algorithm>
#include <limits>

namespace oshaq {

namespace {

// Ids of orders are positive at the hub and small negative numbers until it knows them.
constexpr qint64 hereKey = std::numeric_limits<qint64>::min();
constexpr qint64 earlierKey = hereKey + 1;

OrderRow section(qint64 key, const QString &title)
{
    OrderRow row;
    row.kind = OrderRow::Kind::Section;
    row.desk.order.id = key;
    row.title = title;
    return row;
}

qint64 ageMs(const OrderRow &row, qint64 nowMs)
{
    const Order &order = row.desk.order;
    return (isClosed(order.status) ? order.statusAtMs : nowMs) - order.placedAtMs;
}

int compareTexts(const QString &a, const QString &b)
{
    return QString::localeAwareCompare(a, b);
}

template <typename T> int compareValues(const T &a, const T &b)
{
    return a < b ? -1 : b < a ? 1 : 0;
}

} // namespace

OrdersModel::OrdersModel(QObject *parent)
    : QAbstractTableModel(parent)
{}

int OrdersModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int OrdersModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QString OrdersModel::columnName(int column) const
{
    switch (column) {
    case Number:
        //: Head of a column
        return tr("Order");
    case Placed:
        //: Head of a column: when the order came
        return tr("Placed");
    case Guest:
        return tr("Guest");
    case Where:
        return tr("Fulfilment");
    case Items:
        //: Head of a column: the dishes
        return tr("Items");
    case Total:
        return tr("Total");
    case Payment:
        return tr("Payment");
    case Status:
        return tr("Status");
    case Age:
        return tr("Age");
    default:
        return {};
    }
}

QString OrdersModel::ageText(const OrderRow &row) const
{
    return formats::age(ageMs(row, m_nowMs));
}

QString OrdersModel::lateText(const OrderRow &row) const
{
    if (row.kind != OrderRow::Kind::Here)
        return {};
    // Who does not answer in time has no order to be late with.
    const QString deadline = OrderText::deadline(row.desk.order, m_nowMs);
    return deadline.isEmpty() ? OrderText::late(row.lateAtMs, m_nowMs) : deadline;
}

QString OrdersModel::cellText(const OrderRow &row, int column) const
{
    const Order &order = row.desk.order;
    switch (column) {
    case Number:
        return order.number;
    case Placed:
        return m_clock.moment(order.placedAtMs, m_nowMs);
    case Guest:
        return OrderText::guest(order);
    case Where:
        return OrderText::fulfilment(order);
    case Items:
        return OrderText::items(order);
    case Total:
        return formats::money(order.cost.totalMinor, order.cost.currency);
    case Payment:
        return OrderText::payment(order);
    case Status:
        return OrderText::status(order.status);
    case Age:
        return ageText(row);
    default:
        return {};
    }
}

QVariant OrdersModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const OrderRow &row = rowAt(index.row());
    if (row.kind == OrderRow::Kind::Section) {
        const bool says = role == Qt::DisplayRole || role == Qt::AccessibleTextRole;
        return says && index.column() == 0 ? row.title : QVariant();
    }
    switch (role) {
    case Qt::DisplayRole:
        return cellText(row, index.column());
    case Qt::AccessibleTextRole:
        // A row is heard from its first cell; the others say what they are of.
        if (index.column() == Number)
            return OrderText::row(row.desk, row.lateAtMs, m_nowMs, m_clock) +
                   (row.mark.isEmpty() ? QString() : QStringLiteral(", ") + row.mark) +
                   (row.isNew ? QStringLiteral(", ") + tr("not looked at yet") : QString());
        if (index.column() == Age && !lateText(row).isEmpty())
            return columnName(Age) + QStringLiteral(": ") + ageText(row) + QStringLiteral(", ") + lateText(row);
        return columnName(index.column()) + QStringLiteral(": ") + cellText(row, index.column());
    case Qt::ToolTipRole:
        if (index.column() == Status && !row.mark.isEmpty())
            return row.mark;
        if (index.column() == Items || index.column() == Guest || index.column() == Where)
            return cellText(row, index.column());
        return {};
    default:
        return {};
    }
}

QVariant OrdersModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int((section == Total || section == Age ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    if (section != m_sortColumn)
        return columnName(section);
    return columnName(section) + (m_sortOrder == Qt::AscendingOrder ? QStringLiteral(" ↑") : QStringLiteral(" ↓"));
}

Qt::ItemFlags OrdersModel::flags(const QModelIndex &index) const
{
    if (!index.isValid() || isSection(index.row()))
        return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

void OrdersModel::sortRows(std::vector<OrderRow> *rows) const
{
    const auto compare = [this](const OrderRow &a, const OrderRow &b) {
        const Order &left = a.desk.order;
        const Order &right = b.desk.order;
        switch (m_sortColumn) {
        case Total:
            return compareValues(left.cost.totalMinor, right.cost.totalMinor);
        case Status:
            return compareValues(left.status, right.status);
        case Age:
            return compareValues(ageMs(a, m_nowMs), ageMs(b, m_nowMs));
        case Placed:
            return compareValues(left.placedAtMs, right.placedAtMs);
        default:
            return compareTexts(cellText(a, m_sortColumn), cellText(b, m_sortColumn));
        }
    };
    std::sort(rows->begin(), rows->end(), [&](const OrderRow &a, const OrderRow &b) {
        const int order = compare(a, b);
        if (order != 0)
            return m_sortOrder == Qt::AscendingOrder ? order < 0 : order > 0;
        // Newest first among equals: the same list gives the same rows.
        return std::pair(a.desk.order.placedAtMs, a.key()) > std::pair(b.desk.order.placedAtMs, b.key());
    });
}

std::vector<OrderRow> OrdersModel::composed(std::vector<OrderRow> here, std::vector<OrderRow> earlier) const
{
    sortRows(&here);
    sortRows(&earlier);
    std::vector<OrderRow> rows;
    rows.reserve(here.size() + earlier.size() + 2);
    if (!m_earlierTitle.isEmpty() && !here.empty() && !earlier.empty())
        rows.push_back(section(hereKey, m_hereTitle));
    std::move(here.begin(), here.end(), std::back_inserter(rows));
    if (!m_earlierTitle.isEmpty() && !earlier.empty())
        rows.push_back(section(earlierKey, m_earlierTitle));
    std::move(earlier.begin(), earlier.end(), std::back_inserter(rows));
    return rows;
}

void OrdersModel::setRows(std::vector<OrderRow> here, std::vector<OrderRow> earlier, const QString &hereTitle,
                          const QString &earlierTitle)
{
    m_hereTitle = hereTitle;
    m_earlierTitle = earlierTitle;
    takeOver(composed(std::move(here), std::move(earlier)));
}

void OrdersModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= ColumnCount)
        return;
    m_sortColumn = column;
    m_sortOrder = order;
    std::vector<OrderRow> here;
    std::vector<OrderRow> earlier;
    for (const OrderRow &row : m_rows) {
        if (row.kind == OrderRow::Kind::Here)
            here.push_back(row);
        else if (row.kind == OrderRow::Kind::Earlier)
            earlier.push_back(row);
    }
    takeOver(composed(std::move(here), std::move(earlier)));
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

void OrdersModel::takeOver(std::vector<OrderRow> wanted)
{
    QHash<qint64, int> place;
    place.reserve(qsizetype(wanted.size()));
    for (size_t i = 0; i < wanted.size(); ++i)
        place.insert(wanted[i].key(), int(i));

    // What is gone, from the end and in runs.
    for (int last = int(m_rows.size()) - 1; last >= 0; --last) {
        if (place.contains(m_rows[size_t(last)].key()))
            continue;
        int first = last;
        while (first > 0 && !place.contains(m_rows[size_t(first - 1)].key()))
            --first;
        beginRemoveRows({}, first, last);
        m_rows.erase(m_rows.begin() + first, m_rows.begin() + last + 1);
        endRemoveRows();
        last = first;
    }

    // What stays, in its new order.
    const auto before = [&](const OrderRow &a, const OrderRow &b) {
        return place.value(a.key()) < place.value(b.key());
    };
    if (!std::is_sorted(m_rows.begin(), m_rows.end(), before)) {
        Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
        const QModelIndexList from = persistentIndexList();
        std::vector<qint64> keys;
        for (const QModelIndex &index : from)
            keys.push_back(rowAt(index.row()).key());
        std::sort(m_rows.begin(), m_rows.end(), before);
        QModelIndexList to;
        for (qsizetype i = 0; i < from.size(); ++i)
            to << index(rowOf(keys[size_t(i)]), from[i].column());
        changePersistentIndexList(from, to);
        Q_EMIT layoutChanged({}, VerticalSortHint);
    }

    // What came, and what is different.
    for (size_t i = 0; i < wanted.size();) {
        if (i < m_rows.size() && m_rows[i].key() == wanted[i].key()) {
            if (!(m_rows[i] == wanted[i])) {
                m_rows[i] = std::move(wanted[i]);
                Q_EMIT dataChanged(index(int(i), 0), index(int(i), ColumnCount - 1));
            }
            ++i;
            continue;
        }
        // Up to the next one that is here already.
        size_t end = i + 1;
        while (end < wanted.size() && !(i < m_rows.size() && m_rows[i].key() == wanted[end].key()))
            ++end;
        beginInsertRows({}, int(i), int(end) - 1);
        m_rows.insert(m_rows.begin() + qsizetype(i), std::make_move_iterator(wanted.begin() + qsizetype(i)),
                      std::make_move_iterator(wanted.begin() + qsizetype(end)));
        endInsertRows();
        i = end;
    }
}

void OrdersModel::rename(qint64 localId, qint64 orderId)
{
    const int row = rowOf(localId);
    if (row < 0 || rowOf(orderId) >= 0)
        return;
    m_rows[size_t(row)].desk.order.id = orderId;
}

void OrdersModel::setNew(qint64 orderId, bool isNew)
{
    const int row = rowOf(orderId);
    if (row < 0 || rowAt(row).isNew == isNew)
        return;
    m_rows[size_t(row)].isNew = isNew;
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

void OrdersModel::setNow(qint64 nowMs)
{
    const bool moved = nowMs / 1000 != m_nowMs / 1000;
    m_nowMs = nowMs;
    if (moved)
        Q_EMIT timeMoved();
}

void OrdersModel::retranslate()
{
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(int(m_rows.size()) - 1, ColumnCount - 1));
}

int OrdersModel::rowOf(qint64 orderId) const
{
    for (size_t i = 0; i < m_rows.size(); ++i) {
        if (m_rows[i].key() == orderId)
            return int(i);
    }
    return -1;
}

} // namespace oshaq

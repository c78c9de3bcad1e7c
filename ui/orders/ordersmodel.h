// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/ordersport.h"
#include "ui/common/zoneclock.h"

#include <QAbstractTableModel>

#include <array>
#include <vector>

namespace oshaq {

/// One row of the table: an order, or the head over the orders of one place.
struct OrderRow
{
    enum class Kind
    {
        Here,    ///< this terminal keeps it
        Earlier, ///< only the hub does: read-only
        Section  ///< `title` over what follows
    };

    Kind kind = Kind::Here;
    DeskOrder desk;
    qint64 lateAtMs = 0; ///< hub time; 0: it cannot be late
    bool isNew = false;  ///< arrived, and nobody has looked at it
    QString title;
    QString mark = {}; ///< the kitchen cannot see it, in words; empty: nothing is wrong

    /// Names the row among all others.
    qint64 key() const { return desk.order.id; }
    bool operator==(const OrderRow &) const = default;
};

/// Orders as a table. A new list is taken over by difference: rows that stay keep their index, so that selection and
/// scroll position stay too. GUI thread.
class OrdersModel final : public QAbstractTableModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OrdersModel)

public:
    enum Column
    {
        Number,
        Placed,
        Guest,
        Where,
        Items,
        Total,
        Payment,
        Status,
        Age,
        ColumnCount
    };

    explicit OrdersModel(QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    /// Within each section. Newest first until somebody says otherwise.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;
    int sortColumn() const { return m_sortColumn; }
    Qt::SortOrder sortOrder() const { return m_sortOrder; }

    /// In any order. `earlierTitle` stands over `earlier`; empty: there is no such section, and no head over `here`.
    void setRows(std::vector<OrderRow> here, std::vector<OrderRow> earlier, const QString &hereTitle,
                 const QString &earlierTitle);
    /// The row of that order is the row of another id from now on.
    void rename(qint64 localId, qint64 orderId);
    void setNew(qint64 orderId, bool isNew);
    void setClock(const ZoneClock &clock) { m_clock = clock; }
    /// Hub time; emits timeMoved() when another second has begun.
    void setNow(qint64 nowMs);
    qint64 nowMs() const { return m_nowMs; }
    /// Every text is another one now.
    void retranslate();

    const OrderRow &rowAt(int row) const { return m_rows.at(size_t(row)); }
    /// -1: not shown.
    int rowOf(qint64 orderId) const;
    bool isSection(int row) const { return rowAt(row).kind == OrderRow::Kind::Section; }
    QString columnName(int column) const;
    /// "18:24"; of a closed order, how long it took.
    QString ageText(const OrderRow &row) const;
    QString lateText(const OrderRow &row) const;

Q_SIGNALS:
    /// Another second: ages are others, nothing else is. No dataChanged(): a view would paint everything.
    void timeMoved();

private:
    QString cellText(const OrderRow &row, int column) const;
    void sortRows(std::vector<OrderRow> *rows) const;
    std::vector<OrderRow> composed(std::vector<OrderRow> here, std::vector<OrderRow> earlier) const;
    void takeOver(std::vector<OrderRow> wanted);

    std::vector<OrderRow> m_rows;
    QString m_hereTitle;
    QString m_earlierTitle;
    ZoneClock m_clock;
    qint64 m_nowMs = 0;
    int m_sortColumn = Placed;
    Qt::SortOrder m_sortOrder = Qt::DescendingOrder;
};

} // namespace oshaq

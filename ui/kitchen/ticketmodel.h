// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/kitchenport.h"
#include "ui/common/zoneclock.h"

#include <QAbstractListModel>
#include <QHash>

#include <vector>

namespace oshaq {

/// The open tickets of a KitchenPort as rows, oldest first. A change of one ticket is a change of one row: the model
/// compares what the port says with what it holds and tells views the smallest difference.
class TicketModel final : public QAbstractListModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TicketModel)

public:
    /// Raw values; sorting or colouring never parses a text.
    enum Role
    {
        OrderIdRole = Qt::UserRole + 1, ///< qint64
        NumberRole,                     ///< QString
        StatusRole,                     ///< int, the API's code
        FulfilmentRole,                 ///< QString, the API's text
        PlacedAtRole,                   ///< qint64, UTC ms
        SoonAtRole,                     ///< qint64, UTC ms
        LateAtRole,                     ///< qint64, UTC ms
        PendingRole,                    ///< bool
    };

    /// The port must outlive the model.
    explicit TicketModel(KitchenPort &port, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = QModelIndex()) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QHash<int, QByteArray> roleNames() const override;

    /// What stands on tickets that another station cannot see, by order.
    void setMarks(const QHash<qint64, QString> &marks);
    /// Empty: none.
    QString markOf(qint64 orderId) const { return m_marks.value(orderId); }
    /// Valid until the model changes.
    const Ticket &ticketAt(int row) const { return m_tickets.at(size_t(row)); }
    /// -1: not here.
    int rowOf(qint64 orderId) const;

private:
    void handleTicketsChanged();

    KitchenPort &m_port;
    ZoneClock m_clock;
    std::vector<Ticket> m_tickets;
    QHash<qint64, QString> m_marks;
};

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kitchen/ticketmodel.h"

#include "models/domain/fulfilment.h"
#include "ui/kitchen/tickettext.h"

#include <QSet>

#include <algorithm>
#include <utility>

namespace oshaq {

TicketModel::TicketModel(KitchenPort &port, QObject *parent)
    : QAbstractListModel(parent)
    , m_port(port)
    , m_clock(port.timeZone())
    , m_tickets(port.tickets())
{
    connect(&m_port, &KitchenPort::ticketsChanged, this, &TicketModel::handleTicketsChanged);
}

int TicketModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_tickets.size());
}

QVariant TicketModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return QVariant();
    const Ticket &ticket = ticketAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case NumberRole:
        return ticket.order.number;
    case Qt::AccessibleTextRole:
        return markOf(ticket.orderId).isEmpty() ? TicketText::sentence(ticket, m_port.hubNowMs(), m_clock)
                                                : markOf(ticket.orderId) + QStringLiteral(". ") +
                                                      TicketText::sentence(ticket, m_port.hubNowMs(), m_clock);
    case OrderIdRole:
        return ticket.orderId;
    case StatusRole:
        return int(ticket.order.status);
    case FulfilmentRole:
        return fulfilmentText(ticket.order.fulfilment);
    case PlacedAtRole:
        return ticket.order.placedAtMs;
    case SoonAtRole:
        return ticket.soonAtMs;
    case LateAtRole:
        return ticket.lateAtMs;
    case PendingRole:
        return ticket.pending;
    default:
        return QVariant();
    }
}

QHash<int, QByteArray> TicketModel::roleNames() const
{
    QHash<int, QByteArray> names = QAbstractListModel::roleNames();
    names.insert(OrderIdRole, QByteArrayLiteral("orderId"));
    names.insert(NumberRole, QByteArrayLiteral("number"));
    names.insert(StatusRole, QByteArrayLiteral("status"));
    names.insert(FulfilmentRole, QByteArrayLiteral("fulfilment"));
    names.insert(PlacedAtRole, QByteArrayLiteral("placedAt"));
    names.insert(SoonAtRole, QByteArrayLiteral("soonAt"));
    names.insert(LateAtRole, QByteArrayLiteral("lateAt"));
    names.insert(PendingRole, QByteArrayLiteral("pending"));
    return names;
}

int TicketModel::rowOf(qint64 orderId) const
{
    const auto found = std::find_if(m_tickets.begin(), m_tickets.end(),
                                    [orderId](const Ticket &ticket) { return ticket.orderId == orderId; });
    return found == m_tickets.end() ? -1 : int(found - m_tickets.begin());
}

void TicketModel::setMarks(const QHash<qint64, QString> &marks)
{
    const QHash<qint64, QString> before = std::exchange(m_marks, marks);
    for (int row = 0; row < int(m_tickets.size()); ++row) {
        const qint64 orderId = ticketAt(row).orderId;
        if (before.value(orderId) != marks.value(orderId))
            Q_EMIT dataChanged(index(row), index(row));
    }
}

void TicketModel::handleTicketsChanged()
{
    std::vector<Ticket> wanted = m_port.tickets();
    // The zone comes with the first snapshot; before that the port may not know it.
    m_clock = ZoneClock(m_port.timeZone());

    QSet<qint64> wantedIds;
    wantedIds.reserve(int(wanted.size()));
    for (const Ticket &ticket : wanted)
        wantedIds.insert(ticket.orderId);

    // From the end, in runs: rows that stay keep their numbers while others go.
    for (int last = int(m_tickets.size()) - 1; last >= 0; --last) {
        if (wantedIds.contains(ticketAt(last).orderId))
            continue;
        int first = last;
        while (first > 0 && !wantedIds.contains(ticketAt(first - 1).orderId))
            --first;
        beginRemoveRows(QModelIndex(), first, last);
        m_tickets.erase(m_tickets.begin() + first, m_tickets.begin() + last + 1);
        endRemoveRows();
        last = first;
    }

    QSet<qint64> presentIds;
    presentIds.reserve(int(m_tickets.size()));
    for (const Ticket &ticket : m_tickets)
        presentIds.insert(ticket.orderId);

    for (int row = 0; row < int(wanted.size()); ++row) {
        const qint64 orderId = wanted[size_t(row)].orderId;
        if (!presentIds.contains(orderId)) {
            int end = row + 1;
            while (end < int(wanted.size()) && !presentIds.contains(wanted[size_t(end)].orderId))
                ++end;
            beginInsertRows(QModelIndex(), row, end - 1);
            m_tickets.insert(m_tickets.begin() + row, wanted.begin() + row, wanted.begin() + end);
            endInsertRows();
            row = end - 1;
            continue;
        }
        if (ticketAt(row).orderId != orderId) {
            const int from = rowOf(orderId);
            beginMoveRows(QModelIndex(), from, from, QModelIndex(), row);
            std::rotate(m_tickets.begin() + row, m_tickets.begin() + from, m_tickets.begin() + from + 1);
            endMoveRows();
        }
        if (!(ticketAt(row) == wanted[size_t(row)])) {
            m_tickets[size_t(row)] = std::move(wanted[size_t(row)]);
            Q_EMIT dataChanged(index(row), index(row));
        }
    }
}

} // namespace oshaq

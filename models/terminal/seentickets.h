// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/order.h"
#include "models/terminal/localorders.h"
#include "models/terminal/terminaldatabase.h"
#include "models/terminal/ticket.h"

#include <QString>

#include <unordered_map>
#include <vector>

namespace oshaq {

/// What people in front of this screen know of each order, so that what others change of it stands out until somebody
/// has seen it. Kept in terminal.db. GUI thread.
class SeenTickets
{
    Q_DISABLE_COPY_MOVE(SeenTickets)

public:
    explicit SeenTickets(TerminalDatabase &database);

    bool isKnown(const Order &order) const { return m_known.find(order.uuid) != m_known.end(); }
    /// Orders that this screen meets for the first time are known as they are, but for lines that came later than the
    /// order and are still to be made. A line that was voided and is wanted again counts as one that was never voided.
    void meet(const std::vector<const Order *> &orders, qint64 nowMs);
    /// Nothing is new about it any more, or about these lines of it.
    void acknowledge(const Order &order, qint64 nowMs);
    void acknowledgeLines(const Order &order, const std::vector<qint64> &lineIds, qint64 nowMs);

    /// Lines of an order are called otherwise from now on; what people know of them stays.
    void rename(const Renaming &renaming, qint64 nowMs);

    /// What is new about an order that is known.
    std::vector<TicketChange> changesOf(const Order &order) const;

    /// Forgets what nobody asked for in so long a time.
    void purge(qint64 beforeMs);

private:
    struct Known
    {
        QString head;
        std::unordered_map<qint64, bool> lines; ///< id -> known as voided
        bool cancelled = false;
    };

    static Known asItIs(const Order &order);
    void write(const std::vector<std::pair<QString, const Known *>> &rows, qint64 nowMs);

    TerminalDatabase &m_database;
    std::unordered_map<QString, Known> m_known; ///< by order uuid
};

} // namespace oshaq

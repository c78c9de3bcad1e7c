// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ordercommand.h"
#include "models/terminal/hubclock.h"
#include "models/terminal/ordercache.h"
#include "models/terminal/outbox.h"

#include <QObject>

#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace oshaq {

/// The hub's row with the commands of this terminal that the hub has not answered, decided again on that row. A command
/// that the rules refuse now, or that the row already contains, adds nothing: that is all the "rolling back" there is.
/// Each is decided as what it was done as, else under `role`. `claimed`: lines of the row that are known to be what was
/// added here before.
Order overlay(Order row, const std::vector<OutboxCommand> &pending, const Business &business, Role role,
              qint64 hubNowMs, std::unordered_set<qint64> claimed = {});

/// The order after one act, or why not; the same order (version too) when there is nothing to do.
Result<Order> withAct(const Order &order, const StaffAct &act, const Business &business, Role role, qint64 nowMs);

/// Under which rules this terminal decides a command on `order` now.
CommandContext commandContext(const Order &order, const Business &business, Role role, qint64 hubNowMs);

/// What people see: cache plus outbox, and the orders that are only in the outbox. GUI thread.
class VisibleOrders final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(VisibleOrders)

public:
    struct Entry
    {
        Order order;
        bool pending = false;  ///< a command waits for the hub
        bool onlyHere = false; ///< taken here, the hub has not got it: its ids are negative

        bool operator==(const Entry &) const = default;
    };

    VisibleOrders(const OrderCache &cache, const Outbox &outbox, const HubClock &clock, Role role);

    const std::unordered_map<qint64, Entry> &entries() const { return m_entries; }
    const Entry *find(qint64 orderId) const;
    /// What may be done here now: as this terminal, or as who stands at it.
    Role role() const { return m_operatorRole ? narrower(m_role, *m_operatorRole) : m_role; }
    /// What this terminal itself may do.
    Role ownRole() const { return m_role; }
    void setRole(Role role);
    /// Of who stands here; none: nobody is named. What was done before stays what it was.
    void setOperatorRole(std::optional<Role> role) { m_operatorRole = role; }

Q_SIGNALS:
    /// Orders that came, left or look different now.
    void changed(const std::vector<qint64> &orderIds);

private:
    const Order *rowOf(qint64 orderId) const;
    void refresh(const std::vector<qint64> &orderIds);
    void refreshAll();

    const OrderCache &m_cache;
    const Outbox &m_outbox;
    const HubClock &m_clock;
    Role m_role;
    std::optional<Role> m_operatorRole;
    std::unordered_map<qint64, Entry> m_entries;
};

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/hubclock.h"
#include "models/terminal/ordercache.h"
#include "models/terminal/outbox.h"
#include "models/terminal/shiftjournal.h"
#include "models/terminal/ticket.h"
#include "models/terminal/visiblecatalog.h"
#include "models/terminal/visibleorders.h"

#include <functional>
#include <vector>

namespace oshaq {

/// Acts of people on orders: decided here under the hub's rules, written to the outbox, taken back. What the pages of
/// one terminal do alike; the journal of what was done is one for all of them. GUI thread.
class OrderActs
{
    Q_DISABLE_COPY_MOVE(OrderActs)

public:
    OrderActs(const OrderCache &cache, Outbox &outbox, const VisibleOrders &visible, const VisibleCatalog &catalog,
              const HubClock &clock);

    /// NotFound when this terminal does not know it. Good until the next act.
    Result<const Order *> order(qint64 orderId) const;

    /// What is left of the steps after those that change nothing are taken out, or the refusal of the first refused
    /// one.
    Result<std::vector<StaffAct>> decideAll(Order order, std::vector<StaffAct> steps) const;
    /// One act in one transaction; nothing happens when nothing of it changes anything. `undoes`: the batch that it
    /// takes back.
    Result<void> act(const Order &order, std::vector<StaffAct> steps, const QString &undoes = {});

    /// Fires what is held of the course; 0: of the next one of which `isOurs` holds for a held line.
    Result<void> fire(qint64 orderId, int course, const std::function<bool(const OrderLine &)> &isOurs);
    Result<void> setPriority(qint64 orderId, bool priority);
    /// NotFound for a dish that is not on the menu; Forbidden for couriers. `backAtMs`: see ItemMarked;
    /// ValidationFailed when it is not within maxBackInMs, or of what is on the menu.
    Result<void> setAvailable(qint64 itemId, bool available, qint64 backAtMs = 0);

    /// What was done here, newest first.
    std::vector<ShiftAction> shiftActions(int limit) const;
    /// Takes back the last act of this kind that still stands.
    Result<ShiftAction> takeBack(const std::function<bool(const shiftjournal::Act &)> &which);

private:
    ShiftAction describe(const shiftjournal::Act &act) const;
    const Order *orderOf(const shiftjournal::Act &act) const;
    /// Nothing: it does not stand any more.
    const Item *markedItem(const shiftjournal::Act &act) const;
    Result<void> mayMark() const;

    const OrderCache &m_cache;
    Outbox &m_outbox;
    const VisibleOrders &m_visible;
    const VisibleCatalog &m_catalog;
    const HubClock &m_clock;
};

} // namespace oshaq

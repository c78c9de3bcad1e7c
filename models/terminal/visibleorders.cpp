// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/terminal/visibleorders.h"

#include "models/domain/timetext.h"

#include <algorithm>
#include <utility>

namespace oshaq {

CommandContext commandContext(const Order &order, const Business &business, Role role, qint64 hubNowMs)
{
    CommandContext context;
    context.role = role;
    context.nowMs = hubNowMs;
    // Only managers' recalls ask for it, and time zones are not free.
    if (role == Role::Manager || role == Role::Owner) {
        const QDate day = businessDay(order.statusAtMs, business.timeZone, business.dayStartMinutes);
        context.businessDayEndMs = businessDayBounds(day, business.timeZone, business.dayStartMinutes).endMs;
    }
    return context;
}

Order overlay(Order row, const std::vector<OutboxCommand> &pending, const Business &business, Role role,
              qint64 hubNowMs)
{
    for (const OutboxCommand &entry : pending) {
        // A person acted at this moment; if the estimate of the hub's clock has moved back since, that is not undone.
        const qint64 nowMs = std::max(hubNowMs, entry.command.actedAtMs.value_or(hubNowMs));
        auto effect = decide(row, entry.command, commandContext(row, business, role, nowMs));
        if (effect && !effect->isEmpty())
            row = applyEffect(std::move(row), *effect);
    }
    return row;
}

VisibleOrders::VisibleOrders(const OrderCache &cache, const Outbox &outbox, const HubClock &clock, Role role)
    : m_cache(cache)
    , m_outbox(outbox)
    , m_clock(clock)
    , m_role(role)
{
    connect(&cache, &OrderCache::ordersChanged, this, &VisibleOrders::refresh);
    connect(&outbox, &Outbox::pendingChanged, this, &VisibleOrders::refresh);
    refreshAll();
}

const VisibleOrders::Entry *VisibleOrders::find(qint64 orderId) const
{
    const auto found = m_entries.find(orderId);
    return found == m_entries.end() ? nullptr : &found->second;
}

void VisibleOrders::setRole(Role role)
{
    if (role == m_role)
        return;
    m_role = role;
    refreshAll();
}

void VisibleOrders::refresh(const std::vector<qint64> &orderIds)
{
    std::vector<qint64> different;
    for (const qint64 id : orderIds) {
        const Order *row = m_cache.find(id);
        const auto known = m_entries.find(id);
        if (!row) {
            if (known != m_entries.end()) {
                m_entries.erase(known);
                different.push_back(id);
            }
            continue;
        }
        const std::vector<OutboxCommand> commands = m_outbox.overlayOf(*row);
        Entry entry{commands.empty() ? *row : overlay(*row, commands, m_cache.business(), m_role, m_clock.nowMs()),
                    m_outbox.isPending(row->uuid)};
        if (known == m_entries.end())
            m_entries.emplace(id, std::move(entry));
        else if (!(known->second == entry))
            known->second = std::move(entry);
        else
            continue;
        different.push_back(id);
    }
    if (!different.empty())
        Q_EMIT changed(different);
}

void VisibleOrders::refreshAll()
{
    std::vector<qint64> ids;
    for (const auto &[id, order] : m_cache.orders())
        ids.push_back(id);
    for (const auto &[id, entry] : m_entries) {
        if (!m_cache.find(id))
            ids.push_back(id);
    }
    refresh(ids);
}

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/terminal/visibleorders.h"

#include "models/domain/timetext.h"

#include <algorithm>
#include <unordered_set>
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

Result<Order> withAct(const Order &order, const StaffAct &act, const Business &business, Role role, qint64 nowMs)
{
    if (const auto *command = std::get_if<OrderCommand>(&act)) {
        auto effect = decide(order, *command, commandContext(order, business, role, nowMs));
        if (!effect)
            return effect.error();
        return effect->isEmpty() ? order : applyEffect(order, *effect);
    }
    if (const auto *added = std::get_if<LinesAdded>(&act))
        return localorders::withLines(order, added->lines, added->actedAtMs);
    if (const auto *edited = std::get_if<FieldsEdited>(&act))
        return localorders::withFields(order, edited->edit);
    return order;
}

Order overlay(Order row, const std::vector<OutboxCommand> &pending, const Business &business, Role role,
              qint64 hubNowMs, std::unordered_set<qint64> claimed)
{
    // Lines that the row has already while nobody answered yet: the feed was faster.
    Renaming early;
    for (const OutboxCommand &entry : pending) {
        StaffAct act = entry.act;
        localorders::rename(&act, early);
        if (auto *added = std::get_if<LinesAdded>(&act); added && row.id > 0) {
            added->hubLineIds = localorders::matchAdded(*added, row.lines, claimed);
            if (std::find(added->hubLineIds.begin(), added->hubLineIds.end(), 0) == added->hubLineIds.end()) {
                claimed.insert(added->hubLineIds.begin(), added->hubLineIds.end());
                early.lines.merge(localorders::toHub(entry.orderUuid, row.id, *added).lines);
                continue;
            }
        }
        // A person acted at this moment; if the estimate of the hub's clock has moved back since, that is not undone.
        const qint64 nowMs = std::max(hubNowMs, actedAtMs(act).value_or(hubNowMs));
        if (auto after = withAct(row, act, business, entry.role.value_or(role), nowMs))
            row = std::move(*after);
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

const Order *VisibleOrders::rowOf(qint64 orderId) const
{
    if (orderId > 0)
        return m_cache.find(orderId);
    const Order *taken = m_outbox.localOrder(orderId);
    // Should the hub's row be here before the outbox could write down that it is: an order stands once.
    const auto isSame = [taken](const auto &known) { return known.second.uuid == taken->uuid; };
    if (taken && std::any_of(m_cache.orders().begin(), m_cache.orders().end(), isSame))
        return nullptr;
    return taken;
}

void VisibleOrders::refresh(const std::vector<qint64> &orderIds)
{
    std::vector<qint64> different;
    for (const qint64 id : orderIds) {
        const Order *row = rowOf(id);
        const auto known = m_entries.find(id);
        if (!row) {
            if (known != m_entries.end()) {
                m_entries.erase(known);
                different.push_back(id);
            }
            continue;
        }
        Entry entry{*row, m_outbox.isPending(row->uuid), id < 0};
        if (const std::vector<OutboxCommand> commands = m_outbox.overlayOf(*row); !commands.empty()) {
            entry.order = overlay(std::move(entry.order), commands, m_cache.business(), m_role, m_clock.nowMs(),
                                  m_outbox.claimedLines(row->uuid));
        }
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
    std::vector<qint64> ids = m_outbox.localOrderIds();
    for (const auto &[id, order] : m_cache.orders())
        ids.push_back(id);
    for (const auto &[id, entry] : m_entries) {
        if (!rowOf(id))
            ids.push_back(id);
    }
    refresh(ids);
}

} // namespace oshaq

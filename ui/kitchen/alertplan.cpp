// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kitchen/alertplan.h"

#include <algorithm>
#include <utility>

namespace oshaq {

qint64 AlertPlan::repeatMs(Alert alert)
{
    switch (alert) {
    case Alert::Unpainted:
        return 5'000;
    case Alert::Voided:
        return 8'000;
    case Alert::Arrived:
        return 12'000;
    case Alert::Changed:
        return 15'000;
    case Alert::Late:
        return 60'000;
    }
    return 60'000;
}

void AlertPlan::setEnabled(Alert alert, bool enabled)
{
    if (enabled)
        m_muted.erase(alert);
    else
        m_muted.insert(alert);
}

void AlertPlan::noteArrived(qint64 orderId)
{
    m_arrived.insert(orderId);
    m_playedAtMs.erase(Alert::Arrived); // a ticket that comes now is heard now
}

void AlertPlan::noteTickets(const std::vector<Ticket> &tickets, qint64 hubNowMs)
{
    std::set<qint64> here;
    std::set<qint64> late;
    m_changed = false;
    const bool wasVoided = std::exchange(m_voided, false);
    for (const Ticket &ticket : tickets) {
        here.insert(ticket.orderId);
        const bool isOpen = ticket.order.status < OrderStatus::Ready;
        if (isOpen && ticket.lateAtMs > 0 && hubNowMs >= ticket.lateAtMs)
            late.insert(ticket.orderId);
        for (const TicketChange &change : ticket.changes) {
            const bool isVoid =
                change.kind == TicketChange::Kind::Voided || change.kind == TicketChange::Kind::Cancelled;
            (isVoid ? m_voided : m_changed) = true;
        }
    }
    if (m_voided && !wasVoided)
        m_playedAtMs.erase(Alert::Voided);
    std::erase_if(m_arrived, [&here](qint64 id) { return !here.contains(id); });
    std::erase_if(m_lateUnseen, [&late](qint64 id) { return !late.contains(id); });
    for (const qint64 id : late) {
        if (!m_lateKnown.contains(id)) {
            m_lateUnseen.insert(id);
            m_playedAtMs.erase(Alert::Late);
        }
    }
    m_lateKnown = std::move(late);
}

void AlertPlan::noteUnpainted(const std::set<std::pair<qint64, qint64>> &loud)
{
    const bool isNew = !std::includes(m_unpainted.begin(), m_unpainted.end(), loud.begin(), loud.end());
    m_unpainted = loud;
    if (isNew)
        m_playedAtMs.erase(Alert::Unpainted);
}

void AlertPlan::noteSeen()
{
    m_arrived.clear();
    m_lateUnseen.clear();
}

bool AlertPlan::isPending(Alert alert) const
{
    switch (alert) {
    case Alert::Unpainted:
        return !m_unpainted.empty();
    case Alert::Voided:
        return m_voided;
    case Alert::Arrived:
        return !m_arrived.empty();
    case Alert::Changed:
        return m_changed;
    case Alert::Late:
        return !m_lateUnseen.empty();
    }
    return false;
}

std::optional<Alert> AlertPlan::take(qint64 nowMs)
{
    if (m_lastMs && nowMs - *m_lastMs < gapMs)
        return std::nullopt;
    for (const Alert alert : allAlerts) {
        if (!isEnabled(alert) || !isPending(alert))
            continue;
        const auto played = m_playedAtMs.find(alert);
        if (played != m_playedAtMs.end() && nowMs - played->second < repeatMs(alert))
            continue;
        m_playedAtMs[alert] = nowMs;
        m_lastMs = nowMs;
        return alert;
    }
    return std::nullopt;
}

} // namespace oshaq

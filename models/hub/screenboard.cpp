// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/screenboard.h"

#include <algorithm>

namespace oshaq {

bool ScreenBoard::needsMemory(qint64 businessId) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_businesses.find(businessId);
    return found == m_businesses.end() || !found->second.isRemembered;
}

void ScreenBoard::remember(qint64 businessId, const std::vector<KeptScreen> &known, const Now &now)
{
    const std::lock_guard lock(m_mutex);
    Business &business = m_businesses[businessId];
    if (business.isRemembered)
        return;
    business.isRemembered = true;
    for (const KeptScreen &kept : known) {
        if (kept.lastSeenAtMs == 0)
            continue;
        const auto [place, isNew] = business.entries.try_emplace(kept.terminal.id);
        if (!isNew)
            continue;
        Entry &entry = place->second;
        entry.facts.terminalId = kept.terminal.id;
        entry.facts.name = kept.terminal.name;
        entry.facts.stationId = kept.terminal.stationId;
        entry.facts.lastSeenAtMs = kept.lastSeenAtMs;
        entry.facts.version = kept.version;
        entry.facts.address = kept.address;
        // They get as long to come back as any other screen that falls silent now.
        entry.seenMonotonicMs = now.monotonicMs;
    }
}

bool ScreenBoard::note(const TerminalRecord &terminal, const ScreenReport &report, const QString &address,
                       const Now &now)
{
    const std::lock_guard lock(m_mutex);
    Entry &entry = m_businesses[terminal.businessId].entries[terminal.id];
    const bool isOther = entry.facts.version != report.version || entry.facts.address != address;
    ScreenFacts &facts = entry.facts;
    facts.terminalId = terminal.id;
    facts.name = terminal.name;
    facts.stationId = report.stationId ? report.stationId : terminal.stationId;
    facts.lastSeenAtMs = now.wallMs;
    facts.lagMs = report.lagMs;
    facts.paintedP95Ms = report.paintedP95Ms;
    facts.clockOffsetMs = screens::clockOffset(report.sentAtMs, now.wallMs, report.clockOffsetMs);
    facts.version = report.version;
    facts.address = address;
    facts.pending = report.pending;
    facts.parked = report.parked;
    facts.page = report.page;
    entry.oldestUnpaintedMs = report.oldestUnpaintedMs;
    entry.seenMonotonicMs = now.monotonicMs;
    if (!isOther && entry.writtenMonotonicMs && now.monotonicMs - *entry.writtenMonotonicMs < writeEveryMs)
        return false;
    entry.writtenMonotonicMs = now.monotonicMs;
    return true;
}

void ScreenBoard::forget(qint64 businessId, qint64 terminalId)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_businesses.find(businessId);
    if (found != m_businesses.end())
        found->second.entries.erase(terminalId);
}

std::vector<ScreenFacts> ScreenBoard::screens(qint64 businessId, const Now &now) const
{
    const std::lock_guard lock(m_mutex);
    std::vector<ScreenFacts> all;
    const auto found = m_businesses.find(businessId);
    if (found == m_businesses.end())
        return all;
    all.reserve(found->second.entries.size());
    for (const auto &[id, entry] : found->second.entries) {
        ScreenFacts facts = entry.facts;
        facts.state = screens::stateOf(
            {now.monotonicMs - entry.seenMonotonicMs, facts.lagMs, entry.oldestUnpaintedMs, facts.clockOffsetMs});
        all.push_back(std::move(facts));
    }
    return all;
}

std::vector<ScreenFacts> ScreenBoard::told(qint64 businessId, const Now &now) const
{
    std::vector<ScreenFacts> all = screens(businessId, now);
    // Who has been away for long is of interest to the list of the screens only.
    std::erase_if(all, [&](const ScreenFacts &one) {
        return one.state == ScreenState::Away && !screens::needsSomebody(one, now.wallMs);
    });
    std::stable_partition(all.begin(), all.end(),
                          [&](const ScreenFacts &one) { return screens::needsSomebody(one, now.wallMs); });
    if (all.size() > screens::maxTold)
        all.resize(screens::maxTold);
    return all;
}

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/hubalarms.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace oshaq {

std::vector<UnpaintedAlarm> HubAlarms::of(qint64 businessId) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_alarms.find(businessId);
    return found == m_alarms.end() ? std::vector<UnpaintedAlarm>() : found->second;
}

std::vector<UnpaintedAlarm> HubAlarms::told(qint64 businessId) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_alarms.find(businessId);
    if (found == m_alarms.end())
        return {};
    const auto &all = found->second;
    return {all.begin(), all.begin() + std::ptrdiff_t(std::min(all.size(), mostTold))};
}

int HubAlarms::count() const
{
    const std::lock_guard lock(m_mutex);
    int count = 0;
    for (const auto &[businessId, alarms] : m_alarms)
        count += int(alarms.size());
    return count;
}

void HubAlarms::set(qint64 businessId, std::vector<UnpaintedAlarm> alarms)
{
    {
        const std::lock_guard lock(m_mutex);
        const auto found = m_alarms.find(businessId);
        const bool isSame = found == m_alarms.end() ? alarms.empty() : found->second == alarms;
        if (isSame)
            return;
        if (alarms.empty())
            m_alarms.erase(found);
        else
            m_alarms[businessId] = std::move(alarms);
    }
    // Held while they run: that is what makes removeListener() final.
    const std::lock_guard lock(m_listenersMutex);
    for (const auto &[handle, listener] : m_listeners)
        listener(businessId);
}

int HubAlarms::addListener(Listener listener)
{
    const std::lock_guard lock(m_listenersMutex);
    m_listeners.emplace(m_nextListener, std::move(listener));
    return m_nextListener++;
}

void HubAlarms::removeListener(int handle)
{
    const std::lock_guard lock(m_listenersMutex);
    m_listeners.erase(handle);
}

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/unpaintedalarm.h"

#include <functional>
#include <map>
#include <mutex>
#include <vector>

namespace oshaq {

/// What is an alarm at this hub now. Only in memory: UnpaintedWatch finds it anew at every start. Thread-safe.
class HubAlarms
{
    Q_DISABLE_COPY_MOVE(HubAlarms)

public:
    using Listener = std::function<void(qint64 businessId)>;

    HubAlarms() = default;

    /// Oldest first.
    std::vector<UnpaintedAlarm> of(qint64 businessId) const;
    /// What screens are told: the oldest of them, at most `mostTold`. No wall shows more, and all of thousands, told
    /// anew with each that comes or goes, would be more than a screen can take.
    static constexpr std::size_t mostTold = 100;
    std::vector<UnpaintedAlarm> told(qint64 businessId) const;
    /// Of all businesses.
    int count() const;
    /// Listeners hear of it when it is different.
    void set(qint64 businessId, std::vector<UnpaintedAlarm> alarms);

    /// Heard on the thread that set them; they must be quick and must not add or remove listeners. Returns a handle.
    int addListener(Listener listener);
    /// When this returns the listener does not run and will not run again.
    void removeListener(int handle);

private:
    mutable std::mutex m_mutex;
    std::map<qint64, std::vector<UnpaintedAlarm>> m_alarms; ///< none: no entry
    std::mutex m_listenersMutex;
    std::map<int, Listener> m_listeners;
    int m_nextListener = 1;
};

} // namespace oshaq

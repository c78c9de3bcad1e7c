// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/screenpresence.h"

#include <utility>

namespace oshaq {

void ScreenPresence::arrived(qint64 terminalId)
{
    {
        const std::lock_guard lock(m_mutex);
        ++m_screens[terminalId].sockets;
    }
    tell();
}

void ScreenPresence::left(qint64 terminalId, qint64 nowMs)
{
    {
        const std::lock_guard lock(m_mutex);
        Screen &screen = m_screens[terminalId];
        if (screen.sockets > 0 && --screen.sockets == 0)
            screen.leftAtMs = nowMs;
    }
    tell();
}

void ScreenPresence::painted(qint64 terminalId, qint64 stationId, qint64 nowMs)
{
    const std::lock_guard lock(m_mutex);
    const auto [entry, isNew] = m_screens.try_emplace(terminalId);
    if (isNew)
        entry->second.leftAtMs = m_startedAtMs;
    entry->second.paintedAtMs[stationId] = nowMs;
}

ScreenPresence::Screen ScreenPresence::screen(qint64 terminalId) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_screens.find(terminalId);
    if (found != m_screens.end())
        return found->second;
    Screen unknown;
    unknown.leftAtMs = m_startedAtMs;
    return unknown;
}

void ScreenPresence::setListener(std::function<void()> listener)
{
    const std::lock_guard lock(m_listenerMutex);
    m_listener = std::move(listener);
}

void ScreenPresence::tell()
{
    const std::lock_guard lock(m_listenerMutex);
    if (m_listener)
        m_listener();
}

} // namespace oshaq

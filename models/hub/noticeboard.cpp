// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/noticeboard.h"

namespace oshaq {

void NoticeBoard::arrived(qint64 userId)
{
    const std::lock_guard lock(m_mutex);
    ++m_pages[userId];
}

void NoticeBoard::left(qint64 userId)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_pages.find(userId);
    if (found != m_pages.end() && --found->second <= 0)
        m_pages.erase(found);
}

bool NoticeBoard::isHere(qint64 userId) const
{
    const std::lock_guard lock(m_mutex);
    return m_pages.contains(userId);
}

void NoticeBoard::post(const LiveNotice &notice)
{
    const std::lock_guard lock(m_listenersMutex);
    for (const auto &[handle, listener] : m_listeners)
        listener(notice);
}

int NoticeBoard::addListener(Listener listener)
{
    const std::lock_guard lock(m_listenersMutex);
    m_listeners.emplace(m_nextListener, std::move(listener));
    return m_nextListener++;
}

void NoticeBoard::removeListener(int handle)
{
    const std::lock_guard lock(m_listenersMutex);
    m_listeners.erase(handle);
}

} // namespace oshaq

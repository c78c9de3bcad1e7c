// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/threaddoor.h"

#include <utility>

namespace oshaq {

ThreadDoor::ThreadDoor(Mailbox &mailbox)
    : m_thread(std::this_thread::get_id())
    , m_mailbox(&mailbox)
{}

void ThreadDoor::post(std::function<void()> task)
{
    // Under the lock to the end: the mailbox cannot go while somebody posts into it.
    const std::lock_guard lock(m_mutex);
    if (m_mailbox)
        m_mailbox->post(std::move(task));
}

void ThreadDoor::close()
{
    const std::lock_guard lock(m_mutex);
    m_mailbox = nullptr;
}

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/backupboard.h"

namespace oshaq {

BackupState BackupBoard::state() const
{
    const std::lock_guard lock(m_mutex);
    return m_state;
}

void BackupBoard::update(const std::function<void(BackupState &)> &change)
{
    const std::lock_guard lock(m_mutex);
    change(m_state);
}

void BackupBoard::setHandler(Handler handler)
{
    const std::lock_guard lock(m_handlerMutex);
    m_handler = std::move(handler);
}

bool BackupBoard::request(BackupRequest request)
{
    const std::lock_guard lock(m_handlerMutex);
    if (!m_handler)
        return false;
    m_handler(request);
    return true;
}

} // namespace oshaq

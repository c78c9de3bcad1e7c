// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/apithread.h"

namespace oshaq {

/// Counts what SQLite does on the thread's connection while it lives as an exchange's own.
class DatabaseShare final
{
    Q_DISABLE_COPY_MOVE(DatabaseShare)

public:
    DatabaseShare(ApiThread &thread, Exchange &exchange)
        : m_thread(thread)
        , m_exchange(exchange)
    {
        m_thread.takeDatabaseNs();
    }
    ~DatabaseShare() { m_exchange.databaseNs += m_thread.takeDatabaseNs(); }

private:
    ApiThread &m_thread;
    Exchange &m_exchange;
};

} // namespace oshaq

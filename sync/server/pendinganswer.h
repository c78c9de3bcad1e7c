// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/connectiontable.h"
#include "sync/server/requesthandler.h"
#include "sync/server/threaddoor.h"

#include <atomic>
#include <memory>

namespace oshaq {

/// The answer that one request waits for; what is behind a Respond. May be copied, kept and dropped on any thread, and
/// outlive the connection, the HTTP thread and the server. When the last copy goes without an answer the client gets a
/// 500, so that a mistake in a handler never leaves a connection waiting for ever.
class PendingAnswer final
{
    Q_DISABLE_COPY_MOVE(PendingAnswer)

public:
    PendingAnswer(std::weak_ptr<ConnectionTable> table, std::shared_ptr<ThreadDoor> door, quint64 connectionId,
                  quint64 sequence);
    ~PendingAnswer();

    /// The first call counts. Meant for the HTTP thread; from any other the answer takes the way through the door.
    void give(HttpResponse response);

    static Respond makeRespond(std::weak_ptr<ConnectionTable> table, std::shared_ptr<ThreadDoor> door,
                               quint64 connectionId, quint64 sequence);

private:
    std::weak_ptr<ConnectionTable> m_table;
    std::shared_ptr<ThreadDoor> m_door;
    quint64 m_connectionId;
    quint64 m_sequence;
    std::atomic<bool> m_given = false;
};

} // namespace oshaq

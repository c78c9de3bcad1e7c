// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hub/hub.h"
#include "models/runtime/mailbox.h"
#include "sync/integrations/deskreader.h"

#include <functional>
#include <memory>
#include <mutex>

namespace oshaq {

/// The line between one desk of the integrations thread and the hub: its reader, its commands to the writer, and word
/// of each commit. Everything comes back on the desk's own thread, and nothing once the line is gone.
class DeskLine
{
    Q_DISABLE_COPY_MOVE(DeskLine)

public:
    explicit DeskLine(Hub &hub);
    ~DeskLine();

    /// From here on `heard` is called for each commit that changed orders.
    void listen(std::function<void()> heard);
    /// Null when the record cannot be opened now.
    sql::Database *reader() { return m_reader.get(); }

    using Run = std::function<Result<WriteOutcome>(WriteContext &)>;
    using Done = std::function<void(const Result<WriteOutcome> &)>;
    /// As the hub itself, for that business.
    void submit(qint64 businessId, Run run, Done done);

    Hub &hub() { return m_hub; }
    qint64 nowMs() const { return m_hub.clock().nowMs(); }

private:
    /// What other threads hold: it outlives the line and knows when that is gone.
    struct Door
    {
        std::mutex mutex;
        Mailbox *mailbox = nullptr;

        void post(std::function<void()> task);
    };

    Hub &m_hub;
    DeskReader m_reader;
    Mailbox m_mailbox;
    std::shared_ptr<Door> m_door;
    int m_listener = 0;
    bool m_listening = false;
};

} // namespace oshaq

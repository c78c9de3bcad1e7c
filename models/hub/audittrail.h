// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hub/hub.h"
#include "models/hub/hubreader.h"

#include <QByteArray>
#include <QThread>

#include <functional>
#include <map>
#include <memory>
#include <optional>

namespace oshaq {

/// Says each row of the journal once more, as one JSON line for a log that is kept somewhere else: time, business, seq,
/// who, on which screen, by which request, what of which entity, and the row's hash. Ids and codes only, as the journal
/// has them; its payload stays where it is. Begins at the journal's end as it finds it. Its own thread with its own
/// read-only connection: no commit waits for it.
class AuditTrail final : public QThread
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AuditTrail)

public:
    using Sink = std::function<void(const QByteArray &line)>;

    /// Starts at once. The hub must outlive it; `sink` is called on its thread.
    AuditTrail(Hub &hub, Sink sink);
    /// Says what was committed until now, then joins.
    ~AuditTrail() override;

protected:
    void run() override;

private:
    struct Shared;

    Result<void> begin();
    Result<void> follow();

    Hub &m_hub;
    const Sink m_sink;
    const std::shared_ptr<Shared> m_shared;
    int m_listener = 0;
    HubReader m_reader;                             ///< the thread's own
    std::optional<std::map<qint64, qint64>> m_said; ///< business -> seq, once it has begun
};

} // namespace oshaq

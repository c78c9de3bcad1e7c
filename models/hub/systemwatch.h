// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/systemalarm.h"
#include "models/hub/hub.h"
#include "models/hub/hubreader.h"
#include "models/hub/noticeboard.h"

#include <QThread>

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <optional>

namespace oshaq {

struct SystemWatchOptions
{
    /// Between two looks.
    std::chrono::milliseconds rest = std::chrono::seconds(15);
    qint64 escalateAfterMs = 10 * 60 * 1000; ///< told again when nobody confirmed it; 0: never
    /// How the backups stand; nothing: there are none. Thread-safe; may be empty.
    std::function<std::optional<BackupStanding>()> backups = {};
    const NoticeBoard *board = nullptr; ///< as of noticewrites
};

/// What a hub says of itself now, all of one business. Any thread that has a reader.
SystemFacts systemFactsOf(Hub &hub, sql::Database &reader, qint64 businessId,
                          const std::optional<BackupStanding> &backups, Result<void> *problem);

/// Looks at the hub again and again, and keeps its alarms: begins and ends them in the record and tells people through
/// the outbox of messages. Its own thread with its own read-only connection; it writes nothing while nothing changes.
/// What it cannot do now it does after a rest. That the hub cannot write at all it cannot write down either: health and
/// metrics say that.
class SystemWatch final : public QThread
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SystemWatch)

public:
    /// Starts at once. The hub must outlive it.
    explicit SystemWatch(Hub &hub, SystemWatchOptions options = {});
    /// Joins.
    ~SystemWatch() override;

    /// Waits until it has looked once more, from begin to end. For tests.
    void waitUntilLooked();

protected:
    void run() override;

private:
    struct Shared;

    Result<void> pass();
    Result<void> look(qint64 businessId);
    Result<void> write(qint64 businessId, const std::vector<SystemFinding> &found);
    bool isStopping() const;

    Hub &m_hub;
    const SystemWatchOptions m_options;
    const std::shared_ptr<Shared> m_shared;       ///< also with the writer's answers, which may outlive it
    qint64 m_writtenUs = -1;                      ///< what all commits took until the last look
    HubReader m_reader;                           ///< the thread's own
    std::map<qint64, systemrules::Since> m_since; ///< by business
};

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hub/writer.h"
#include "models/sql/maintenance.h"

#include <chrono>
#include <optional>

namespace oshaq {

/// Decides when the writer moves the write-ahead log into the file: when the log grows beyond its limit, when there is
/// nothing else to do, and wholly when it stays quiet or one reader made it very long. After an error of the disk
/// nothing is tried on the same connection again, because a sync that failed once may succeed later over pages that are
/// gone; a full disk or a reader in the way is no such error. Lives on the writer's thread, as long as its connection.
class LogKeeper final
{
    Q_DISABLE_COPY_MOVE(LogKeeper)

public:
    LogKeeper(sql::Database &database, const WriterOptions &options);

    /// After every commit.
    void afterCommit();

    /// What was written before now must not stay in the log: it is cut to nothing at the first moment that no reader
    /// needs it, busy or not.
    void forget();

    /// How long until idle() has something to do; nothing: not before the next commit.
    std::optional<std::chrono::milliseconds> pause() const;
    void idle();

    /// Empty, or what the disk said: the connection is to be closed and the file looked at before the next write.
    const QString &failure() const { return m_failure; }

    qint64 walBytes() const { return m_gauge.bytes(); }
    qint64 checkpoints() const { return m_checkpoints; }

private:
    enum class Due
    {
        Nothing,
        Passive,
        Truncate
    };
    using SteadyClock = std::chrono::steady_clock;

    /// `patience`: how many milliseconds readers are waited for.
    bool checkpoint(sql::CheckpointMode mode, int patience = 0);
    bool truncate(int patience = 0);

    sql::Database &m_database;
    sql::WalGauge m_gauge;
    const qint64 m_limitBytes;
    const std::chrono::milliseconds m_idle;
    const std::chrono::milliseconds m_quiet;
    Due m_due = Due::Nothing;
    bool m_mustForget = false;
    SteadyClock::time_point m_since;
    qint64 m_bytesAtAttempt = 0;
    qint64 m_checkpoints = 0;
    QString m_failure;
};

} // namespace oshaq

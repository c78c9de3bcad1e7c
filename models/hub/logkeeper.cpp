// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/logkeeper.h"

#include <QLoggingCategory>

#include <algorithm>

namespace oshaq {

namespace {

Q_LOGGING_CATEGORY(lcLog, "oshaq.hub.checkpoint")

/// Readers of a busy hub are never all away by themselves: a log of so many limits is worth to wait for a moment when
/// none needs it. Those that come meanwhile read the file and hold nothing up.
constexpr qint64 crowdedFactor = 4;
constexpr int patienceMs = 20;
/// One reader that stays long, as a day's orders are added up: the file is cut behind it and does not stay so large
/// until the hub has nothing to do.
constexpr qint64 overgrownFactor = 16;

} // namespace

LogKeeper::LogKeeper(sql::Database &database, const WriterOptions &options)
    : m_database(database)
    , m_gauge(database)
    , m_limitBytes(options.checkpointBytes)
    , m_idle(options.idleCheckpointMs)
    , m_quiet(options.quietTruncateMs)
    , m_since(SteadyClock::now())
{}

void LogKeeper::afterCommit()
{
    const qint64 bytes = m_gauge.bytes();
    if (bytes == 0)
        return; // nothing was written through this connection yet
    m_due = Due::Passive;
    m_since = SteadyClock::now();
    if (m_mustForget && truncate())
        return;
    if (bytes < m_bytesAtAttempt)
        m_bytesAtAttempt = 0; // the log started over
    // Counted from the last attempt, so that a reader who pins the log does not cost a checkpoint after every commit.
    if (bytes - m_bytesAtAttempt < m_limitBytes)
        return;
    m_bytesAtAttempt = bytes;
    if (bytes >= overgrownFactor * m_limitBytes)
        truncate(patienceMs);
    else if (bytes >= crowdedFactor * m_limitBytes)
        checkpoint(sql::CheckpointMode::Restart, patienceMs);
    else
        checkpoint(sql::CheckpointMode::Passive);
}

void LogKeeper::forget()
{
    m_mustForget = true;
}

bool LogKeeper::truncate(int patience)
{
    if (!checkpoint(sql::CheckpointMode::Truncate, patience))
        return false;
    m_gauge.reset();
    m_bytesAtAttempt = 0;
    m_due = Due::Nothing;
    m_mustForget = false;
    return true;
}

std::optional<std::chrono::milliseconds> LogKeeper::pause() const
{
    if (m_due == Due::Nothing)
        return std::nullopt;
    const auto due = m_since + (m_due == Due::Passive || m_mustForget ? m_idle : m_quiet);
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(due - SteadyClock::now());
    return std::max(left, std::chrono::milliseconds(0));
}

void LogKeeper::idle()
{
    if (m_due == Due::Nothing || pause() > std::chrono::milliseconds(0))
        return;
    if (m_due == Due::Passive) {
        m_bytesAtAttempt = m_gauge.bytes();
        checkpoint(sql::CheckpointMode::Passive);
        m_due = Due::Truncate;
        return;
    }
    if (!truncate())
        m_since = SteadyClock::now(); // a reader or an error: again after the same pause
}

bool LogKeeper::checkpoint(sql::CheckpointMode mode, int patience)
{
    m_database.clearLastError();
    auto result = sql::checkpoint(m_database, mode, patience);
    if (!result) {
        qCWarning(lcLog).noquote() << result.error().message;
        if (m_database.lastFailure() == sql::dialect::Failure::Storage)
            m_failure = result.error().message;
        return false;
    }
    ++m_checkpoints;
    return result->complete;
}

} // namespace oshaq

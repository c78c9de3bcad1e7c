// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <functional>
#include <mutex>
#include <vector>

namespace oshaq {

/// One file of a backup as people see it.
struct BackupItem
{
    QString name;
    bool isFull = false;
    qint64 toMs = 0; ///< UTC: the moment up to which it reaches
    qint64 bytes = 0;
};

/// How the backups are doing.
struct BackupState
{
    bool isOn = false;
    QStringList targets;        ///< for people: folders and buckets
    qint64 lastFullMs = 0;      ///< UTC; 0: never, as far as this run knows
    qint64 lastIncrementMs = 0; ///< likewise
    qint64 lastCheckMs = 0;     ///< likewise; a check restores into a scratch file and looks at it
    bool lastCheckOk = false;
    QString lastCheckText;          ///< what it found, for people
    qint64 firstMissingMs = 0;      ///< since when something is in no backup; 0: everything is
    qint64 waitingFiles = 0;        ///< made, and not at every target yet
    QString activity;               ///< "copying", "checking"; empty: nothing now
    int percent = 0;                ///< of it
    QString problem;                ///< English, for people; empty: none
    qint64 problemSinceMs = 0;      ///< UTC
    std::vector<BackupItem> latest; ///< newest first, a few

    /// How old the oldest thing is that no backup has.
    qint64 ageMs(qint64 nowMs) const { return firstMissingMs == 0 ? 0 : qMax(nowMs - firstMissingMs, qint64{0}); }
};

enum class BackupRequest
{
    Full, ///< a whole copy now
    Check ///< restore the newest state into a scratch file and look at it
};

/// Where whoever makes the backups and everybody else meet. Only in memory. Thread-safe.
class BackupBoard
{
    Q_DISABLE_COPY_MOVE(BackupBoard)

public:
    using Handler = std::function<void(BackupRequest)>;

    BackupBoard() = default;

    BackupState state() const;
    void update(const std::function<void(BackupState &)> &change);

    /// Must be quick. Empty: nobody makes backups. When this returns, the one before does not run and will not again.
    void setHandler(Handler handler);
    /// False: nobody makes backups here.
    bool request(BackupRequest request);

private:
    mutable std::mutex m_mutex;
    BackupState m_state;
    std::mutex m_handlerMutex;
    Handler m_handler;
};

} // namespace oshaq

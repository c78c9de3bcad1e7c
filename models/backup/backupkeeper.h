// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/backup/backupmaker.h"
#include "models/backup/backupspool.h"
#include "models/backup/changequeue.h"
#include "models/hub/hub.h"
#include "models/hub/hubreader.h"

#include <QThread>

#include <condition_variable>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <vector>

namespace oshaq {

struct BackupOptions
{
    /// Makes the targets on the keeper's thread; the first one is checked first. None: backups are off.
    using MakeTargets = std::function<std::vector<std::shared_ptr<BackupTarget>>()>;
    MakeTargets targets = {};
    std::shared_ptr<BackupSecret> secret = {};
    qint64 intervalMs = 5'000;       ///< between two increments, while something changes
    qint64 fullMs = 3'600'000;       ///< between two full copies, while something changes
    qint64 quietFullMs = 86'400'000; ///< while nothing does
    qint64 checkMs = 86'400'000;     ///< between two restores into a scratch file
    qint64 retryMs = 30'000;         ///< after a target did not take a file
    RetentionRule retention = {};
    qint64 queueBytes = 64 * 1024 * 1024;
    qint64 spoolBytes = qint64{4} * 1024 * 1024 * 1024;

    bool isOn() const { return targets && secret; }
};

/// Makes the backups of a running hub: an increment of the changes every few seconds, a full copy now and then and
/// whenever a change is missing, old ones away, and a restore into a scratch file on schedule. Its own thread; neither
/// the writer nor a request waits for it. What it is doing stands on the hub's BackupBoard.
class BackupKeeper final : public QThread
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BackupKeeper)

public:
    /// Starts at once. The hub must outlive it.
    BackupKeeper(Hub &hub, BackupOptions options);
    /// What was committed until now goes into a last increment, or into a copy where one has to come first and is
    /// quickly made; what a target does not take now waits for the next start.
    ~BackupKeeper() override;

protected:
    void run() override;

private:
    struct Bell
    {
        std::mutex mutex;
        std::condition_variable rung;
        bool isEnding = false;
        bool wantsFull = false;
        bool wantsCheck = false;
    };

    bool open();
    /// Puts what waits into a file; a full copy first when it does not follow what is in files.
    Result<void> flush(bool mayCopy);
    Result<void> makeIncrement(const std::vector<ReplicaChangePtr> &changes);
    Result<void> makeFull(bool beginsChain);
    void deliver(bool atOnce);
    void removeOutdated();
    void check();
    Result<QString> checkTarget(BackupTarget &target);
    bool isFullDue() const;
    bool isQuicklyCopied();
    bool follows(const ReplicaChangePtr &change) const;
    BackupProgress progress(const QString &doing);
    void note(const QString &what, const Result<void> &result);
    void report();
    qint64 nowMs() const { return m_hub.clock().nowMs(); }
    qint64 monotonicMs() const { return m_hub.clock().monotonicMs(); }

    Hub &m_hub;
    const BackupOptions m_options;
    const std::shared_ptr<Bell> m_bell;
    const std::shared_ptr<ChangeQueue> m_queue;

    // The thread's own.
    std::unique_ptr<BackupSpool> m_spool;
    HubReader m_reader;
    BackupStream m_stream;
    std::vector<qint64> m_retryAtMs; ///< of each target, monotonic
    qint64 m_flushedAtMs = 0;        ///< monotonic
    qint64 m_tidiedAtMs = 0;         ///< monotonic
    qint64 m_triedFullAtMs = 0;      ///< monotonic; 0: never
    bool m_isCopying = false;
    std::map<QString, QString> m_problems;
    std::vector<BackupItem> m_latest;
};

} // namespace oshaq

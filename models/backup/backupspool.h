// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/backup/backuptarget.h"

#include <QString>

#include <memory>
#include <utility>
#include <vector>

namespace oshaq {

/// Where the changes go on, over restarts: the file stream.json.
struct BackupStream
{
    QString chain; ///< empty: none
    KeyRecipe recipe;
    QString epoch;
    qint64 last = 0;   ///< group commits that are in files
    qint64 lastMs = 0; ///< UTC, of the newest file
    qint64 fullPosition = 0;
    qint64 fullMs = 0;
    qint64 checkMs = 0;
};

/// Files on their way: each waits in a folder of each target until it is there, over restarts too. One thread.
class BackupSpool
{
    Q_DISABLE_COPY_MOVE(BackupSpool)

public:
    /// `folder` is made. `maxBytes`: what may wait for one target.
    BackupSpool(QString folder, std::vector<std::shared_ptr<BackupTarget>> targets, qint64 maxBytes);

    Result<void> open();
    /// Where new files are made.
    QString workshop() const;

    Result<BackupStream> stream() const;
    Result<void> setStream(const BackupStream &stream);

    /// A file of the workshop is to go to every target. Durable when it returns.
    Result<void> enqueue(const BackupName &name);
    /// Tries to bring what waits to a target, oldest first.
    Result<void> deliver(std::size_t target);
    /// True once when so much waited for a target that it was dropped: it needs a full copy.
    bool takeOverflow() { return std::exchange(m_overflowed, false); }

    struct Waiting
    {
        qint64 files = 0;
        qint64 oldestMs = 0; ///< UTC; 0: none waits
    };
    /// Of all targets.
    Waiting waiting() const;
    const std::vector<std::shared_ptr<BackupTarget>> &targets() const { return m_targets; }

private:
    QString folderOf(std::size_t target) const;
    std::vector<BackupName> filesOf(std::size_t target) const;

    const QString m_folder;
    const std::vector<std::shared_ptr<BackupTarget>> m_targets;
    const qint64 m_maxBytes;
    bool m_overflowed = false;
};

} // namespace oshaq

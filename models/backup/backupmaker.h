// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/backup/backupfile.h"
#include "models/backup/backuptarget.h"
#include "models/hub/replica.h"
#include "models/sql/database.h"

#include <functional>
#include <vector>

namespace oshaq {

/// Makes backup files and reads them back (docs/backup.md).
namespace backupmaker {

/// A new name of a chain.
QString newChain();

/// Which chain a file belongs to, and the recipe of its key.
struct ChainKey
{
    QString chain;
    KeyRecipe recipe;
};

/// Copies the record as `reader` sees it, and the keys beside it (secrets.key, tls/, oshaq.ini), into a file of
/// `folder` that is named as BackupName says. Others write meanwhile. `notBeforeMs`: the moment of the copy is no
/// earlier.
Result<BackupHead> makeFull(sql::Database &reader, const QString &dataDirectory, const QString &folder,
                            const ChainKey &chain, BackupSecret &secret, const Clock &clock, qint64 notBeforeMs,
                            const BackupProgress &progress);

/// One group commit as a file has it.
struct Change
{
    qint64 n = 0;
    qint64 atMs = 0;
    std::map<qint64, std::pair<qint64, qint64>> seqs;
    QByteArray bytes;
};

/// Neighbours, in order, of one epoch. `reader` sees all of them; it tells the hashes of the journal.
Result<BackupHead> makeIncrement(const std::vector<ReplicaChangePtr> &changes, sql::Database &reader,
                                 const QString &folder, const ChainKey &chain, BackupSecret &secret);

/// Unpacks a full copy: the record to `databaseFile`, what was beside it into `besideDirectory`. The file's head.
Result<BackupHead> unpackFull(const QString &file, BackupSecret &secret, const QString &databaseFile,
                              const QString &besideDirectory, const BackupProgress &progress);

/// Gives each change to `use`, which may refuse; true: go on.
Result<BackupHead> readIncrement(const QString &file, BackupSecret &secret,
                                 const std::function<Result<bool>(const Change &)> &use);

} // namespace backupmaker

} // namespace oshaq

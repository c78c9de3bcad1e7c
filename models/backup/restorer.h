// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/backup/backupmaker.h"
#include "models/backup/recordcheck.h"
#include "models/runtime/clock.h"

#include <memory>

namespace oshaq {

class DirectoryLock;

/// What was made of the files of a plan.
struct RebuiltRecord
{
    QString databaseFile;
    QString besideDirectory; ///< keys and configuration that stood beside it
    QString epoch;           ///< of the record as it was
    qint64 position = 0;     ///< group commits that are in it
    qint64 reachedMs = 0;    ///< UTC, of the last one
    int files = 0;
    RecordFindings findings;
};

struct RestoreOutcome
{
    RebuiltRecord record;
    QString epoch;  ///< that the hub goes on with
    QString keptIn; ///< what was there before; empty: nothing was
};

/// Makes a record of backups again.
namespace restorer {

/// Into `folder`, which is emptied first. Every file is read to its end, compared with its name and its neighbours; the
/// result is looked at as a whole. Anything that is wrong is an error that says so, and the files here are of no use.
Result<RebuiltRecord> rebuild(const RestorePlan &plan, BackupTarget &target, BackupSecret &secret,
                              const QString &folder, const BackupProgress &progress);

struct Options
{
    QString dataDirectory; ///< made when it is missing
    RestoreMoment moment;
    QStringList without; ///< names of files that are not to be used
};

/// The whole way: takes the directory's lock, rebuilds beside the old record, gives the new one a new epoch and a row
/// "hub.restored" in each journal, keeps what was there under kept/ and puts the new one in its place by one rename. At
/// any moment the directory holds the old record or the new one. AlreadyExists for the directory of a standby.
Result<RestoreOutcome> restore(const Options &options, BackupTarget &target, BackupSecret &secret, const Clock &clock,
                               const BackupProgress &progress);

} // namespace restorer

} // namespace oshaq

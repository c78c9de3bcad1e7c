// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backup/restorer.h"

#include "models/backup/durablefile.h"
#include "models/domain/epoch.h"
#include "models/hub/canonicalhash.h"
#include "models/hub/directorylock.h"
#include "models/hub/hub.h"
#include "models/hub/journalchain.h"
#include "models/hub/journalstore.h"
#include "models/hub/recordcopies.h"
#include "models/hub/replicastore.h"
#include "models/hub/sqlvalues.h"
#include "models/hub/standbyfile.h"
#include "models/sql/changeset.h"
#include "models/sql/maintenance.h"
#include "models/sql/transaction.h"

#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

#include <unistd.h>

namespace oshaq::restorer {

namespace {

Error cannotRestore(const QString &message)
{
    return Error{ErrorCode::StorageUnavailable, message, {}};
}

void say(const BackupProgress &progress, const QString &doing, qint64 done, qint64 all)
{
    if (progress)
        progress(doing, all <= 0 ? 0 : int(done * 100 / all));
}

/// What a file says must be what its name says.
Result<void> compare(const BackupName &name, const BackupHead &head)
{
    if (BackupName::of(head) == name)
        return {};
    return cannotRestore(
        QStringLiteral("The backup %1 is not used: it is the file %2.").arg(name.text(), BackupName::of(head).text()));
}

struct Application
{
    sql::Database &database;
    RebuiltRecord &record;
    std::optional<qint64> untilMs;
};

/// The changes of one file, in one transaction. False: the moment was passed.
Result<bool> apply(const QString &file, const BackupName &name, BackupSecret &secret, const Application &to,
                   BackupHead *head)
{
    auto transaction = sql::Transaction::begin(to.database, sql::Transaction::Kind::Immediate);
    if (!transaction)
        return transaction.error();
    bool isPassed = false;
    const auto read = backupmaker::readIncrement(file, secret, [&](const backupmaker::Change &change) -> Result<bool> {
        if (change.n <= to.record.position)
            return true;
        if (to.untilMs && change.atMs > *to.untilMs) {
            isPassed = true;
            return false;
        }
        if (change.n != to.record.position + 1)
            return cannotRestore(QStringLiteral("The change %1 is missing.").arg(to.record.position + 1));
        if (auto applied = sql::applyChanges(to.database, change.bytes); !applied) {
            return cannotRestore(QStringLiteral("The change %1 of %2 does not fit: %3")
                                     .arg(QString::number(change.n), name.text(), applied.error().message));
        }
        to.record.position = change.n;
        to.record.reachedMs = change.atMs;
        return true;
    });
    if (!read)
        return read.error();
    if (auto same = compare(name, *read); !same)
        return same.error();
    if (read->epoch != to.record.epoch)
        return cannotRestore(QStringLiteral("The backup %1 is not used: it is of another epoch.").arg(name.text()));
    const auto position = replicastore::position(to.database);
    if (!position)
        return position.error();
    if (*position != to.record.position)
        return cannotRestore(QStringLiteral("The record says that it is at change %1, and %2 were applied.")
                                 .arg(QString::number(*position), QString::number(to.record.position)));
    if (auto committed = (*transaction)->commit(); !committed)
        return committed.error();
    *head = *read;
    return !isPassed;
}

/// Who was erased in the record that is given up is to be erased in the one that takes over as well: it is older, and
/// has them still. What is done about that happens when a hub runs on it. A record that cannotRestore be read says
/// nothing.
Result<void> carryErasures(sql::Database &database, const QString &oldFile)
{
    if (!QFile::exists(oldFile))
        return {};
    auto old = sql::Database::open({oldFile, sql::Access::ReadOnly});
    if (!old)
        return {};
    auto rows = (*old)->query(QStringLiteral("SELECT business_id, user_id, reason FROM guest_erasures"));
    if (!rows)
        return {}; // of a schema from before
    while (rows->next()) {
        // An erasure at 0 is one that is promised and not done.
        const auto added =
            database.run(QStringLiteral("INSERT INTO guest_erasures (business_id, user_id, reason, orders, erased_at)"
                                        " SELECT business_id, user_id, ?, 0, 0 FROM users"
                                        " WHERE business_id = ? AND user_id = ? AND erased_at IS NULL"
                                        " ON CONFLICT (business_id, user_id) DO NOTHING"),
                         {rows->text(2), rows->integer(0), rows->integer(1)});
        if (!added)
            return added;
    }
    return {};
}

/// In the record that is about to take over: who it goes on from.
Result<void> noteRestore(const QString &databaseFile, const QString &oldFile, const RebuiltRecord &record,
                         const QString &epoch, const Clock &clock)
{
    auto database = sql::Database::open({databaseFile, sql::Access::ReadWrite});
    if (!database)
        return database.error();
    const auto businesses = journalchain::businesses(**database);
    if (!businesses)
        return businesses.error();
    {
        auto transaction = sql::Transaction::begin(**database, sql::Transaction::Kind::Immediate);
        if (!transaction)
            return transaction.error();
        // The hub that is gone may have called out numbers that this record does not know.
        if (auto jumped = replicastore::jumpOrderNumbers(**database, clock.nowMs()); !jumped)
            return jumped;
        if (auto carried = carryErasures(**database, oldFile); !carried)
            return carried;
        for (const qint64 business : *businesses) {
            Principal principal;
            principal.kind = Principal::Kind::System;
            principal.businessId = business;
            principal.label = QStringLiteral("restore");
            WriteContext context{**database, clock.nowMs(), principal, QStringLiteral("restore"), epoch};
            JournalEntry entry;
            entry.entity = EntityKind::Business;
            entry.entityId = business;
            entry.type = QStringLiteral("hub.restored");
            entry.payload = QJsonObject{{QStringLiteral("term"), termOf(epoch)},
                                        {QStringLiteral("from_epoch"), record.epoch},
                                        {QStringLiteral("position"), record.position},
                                        {QStringLiteral("reached"), momentText(record.reachedMs)}};
            auto row =
                (*database)->query(QStringLiteral("SELECT version FROM businesses WHERE business_id = ?"), {business});
            if (!row)
                return row.error();
            const auto found = hubsql::nextRow(*row);
            if (!found)
                return found.error();
            if (!*found)
                continue;
            entry.version = row->integer(0);
            row->finish();
            CanonicalHash hash("oshaq.restore.1");
            entry.digest = hash.add(business).add(epoch).result();
            if (auto appended = journalstore::append(context, business, entry); !appended)
                return appended.error();
        }
        if (auto committed = (*transaction)->commit(); !committed)
            return committed;
    }
    if (auto emptied = sql::checkpoint(**database, sql::CheckpointMode::Truncate); !emptied)
        return emptied.error();
    return {};
}

/// The same content under another name; a copy where the file system knows no links.
Result<void> keepFile(const QString &file, const QString &as)
{
    if (!QFile::exists(file))
        return {};
    if (::link(QFile::encodeName(file).constData(), QFile::encodeName(as).constData()) == 0)
        return {};
    return durablefile::copy(file, as);
}

/// Keeps the record that is there; the directory's file hub.db stays until the rename.
Result<QString> keepOld(const QString &directory, const QString &stamp)
{
    const QDir dir(directory);
    const QString old = dir.filePath(QStringLiteral("hub.db"));
    if (!QFile::exists(old))
        return QString();
    const QString folder = QDir(recordcopies::folderOfRestores(directory)).filePath(stamp);
    if (auto made = durablefile::makeDirectory(folder); !made)
        return made.error();
    {
        // What its log holds goes into the file, so that one file is all of it. A damaged one is kept as it is.
        auto opened = sql::Database::open({old, sql::Access::ReadWrite, sql::Synchronous::Full, 5000, false});
        if (opened) {
            if (auto emptied = sql::checkpoint(**opened, sql::CheckpointMode::Truncate); !emptied)
                opened->reset();
        }
    }
    for (const char *tail : {"", "-wal"}) {
        if (auto kept = keepFile(old + QLatin1String(tail), folder + QStringLiteral("/hub.db") + QLatin1String(tail));
            !kept)
            return kept.error();
    }
    if (auto synced = durablefile::syncDirectory(folder); !synced)
        return synced.error();
    // A log of the old record beside the new one would be taken for its own.
    for (const char *tail : {"-wal", "-shm"}) {
        if (auto removed = durablefile::remove(old + QLatin1String(tail)); !removed)
            return removed.error();
    }
    return folder;
}

/// Keys that the record cannotRestore be read without take the place of others; what was there is kept. Anything else
/// only where there is nothing.
Result<void> placeBeside(const QString &from, const QString &directory, const QString &keptIn)
{
    QDirIterator files(from, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString file = files.next();
        const QString name = QDir(from).relativeFilePath(file);
        const QString place = QDir(directory).filePath(name);
        if (auto made = durablefile::makeDirectory(QFileInfo(place).absolutePath()); !made)
            return made;
        QFile theirs(file);
        QFile ours(place);
        if (!theirs.open(QIODevice::ReadOnly))
            return cannotRestore(QStringLiteral("%1 cannotRestore be read: %2").arg(file, theirs.errorString()));
        if (ours.open(QIODevice::ReadOnly)) {
            const bool isSame = ours.readAll() == theirs.readAll();
            const bool isKey = name.endsWith(QLatin1String(".key")) && !name.contains(u'/');
            if (isSame || !isKey)
                continue;
            if (keptIn.isEmpty())
                continue;
            if (auto kept = durablefile::copy(place, QDir(keptIn).filePath(name)); !kept)
                return kept;
        }
        if (auto placed = durablefile::copy(file, place); !placed)
            return placed;
    }
    return {};
}

} // namespace

Result<RebuiltRecord> rebuild(const RestorePlan &plan, BackupTarget &target, BackupSecret &secret,
                              const QString &folder, const BackupProgress &progress)
{
    QDir(folder).removeRecursively();
    if (auto made = durablefile::makeDirectory(folder); !made)
        return made.error();
    const QDir dir(folder);
    RebuiltRecord record;
    record.databaseFile = dir.filePath(QStringLiteral("hub.db"));
    record.besideDirectory = dir.filePath(QStringLiteral("beside"));
    if (auto made = durablefile::makeDirectory(record.besideDirectory); !made)
        return made.error();
    say(progress, QStringLiteral("fetching"), 0, 1);
    const QString fullFile = dir.filePath(plan.full.text());
    if (auto got = target.get(plan.full, fullFile); !got)
        return got.error();
    const auto full = backupmaker::unpackFull(fullFile, secret, record.databaseFile, record.besideDirectory, progress);
    if (!full)
        return full.error();
    if (auto same = compare(plan.full, *full); !same)
        return same.error();
    QFile::remove(fullFile);
    record.epoch = full->epoch;
    record.position = full->last;
    record.reachedMs = full->toMs;
    record.files = 1;
    std::vector<JournalAnchor> anchors = recordcheck::anchorsOf(*full, plan.full.text());

    auto database = sql::Database::open({record.databaseFile, sql::Access::ReadWrite, sql::Synchronous::Off});
    if (!database)
        return cannotRestore(
            QStringLiteral("The backup %1 is not used: %2").arg(plan.full.text(), database.error().message));
    {
        auto mode = sql::ReceiverMode::enter(**database);
        if (!mode)
            return mode.error();
        for (const BackupName &name : plan.increments) {
            say(progress, QStringLiteral("applying changes"), record.files - 1, qint64(plan.increments.size()));
            const QString file = dir.filePath(name.text());
            if (auto got = target.get(name, file); !got)
                return got.error();
            BackupHead head;
            const auto goesOn = apply(file, name, secret, {**database, record, plan.atMs}, &head);
            if (!goesOn)
                return goesOn.error();
            QFile::remove(file);
            ++record.files;
            if (!*goesOn)
                break;
            // Of the newest row of each business all anchors before it follow, because the rows are chained.
            const auto newer = recordcheck::anchorsOf(head, name.text());
            for (const JournalAnchor &anchor : newer) {
                std::erase_if(anchors, [&](const JournalAnchor &one) { return one.businessId == anchor.businessId; });
                anchors.push_back(anchor);
            }
        }
    }
    say(progress, QStringLiteral("checking"), 0, 1);
    auto findings = recordcheck::look(**database, anchors);
    if (!findings)
        return findings.error();
    record.findings = *findings;
    if (!findings->problems.isEmpty())
        return cannotRestore(
            QStringLiteral("What was restored is not sound: %1").arg(findings->problems.join(QLatin1String("; "))));
    const auto position = replicastore::position(**database);
    if (!position)
        return position.error();
    if (*position != record.position)
        return cannotRestore(QStringLiteral("What was restored is at another position than its backup says."));
    say(progress, QStringLiteral("checking"), 1, 1);
    return record;
}

Result<RestoreOutcome> restore(const Options &options, BackupTarget &target, BackupSecret &secret, const Clock &clock,
                               const BackupProgress &progress)
{
    const QString directory = QDir::cleanPath(QFileInfo(options.dataDirectory).absoluteFilePath());
    if (auto made = durablefile::makeDirectory(directory); !made)
        return made.error();
    const auto lock = DirectoryLock::take(directory);
    if (!lock)
        return lock.error();
    const auto standby = standbyfile::read(directory);
    if (!standby)
        return standby.error();
    if (*standby) {
        return Error{
            ErrorCode::AlreadyExists,
            QStringLiteral("%1 is the directory of a standby, which gets its record from its hub. Restore into "
                           "another one.")
                .arg(directory),
            {}};
    }
    const auto entries = target.list();
    if (!entries)
        return entries.error();
    auto names = namesOf(*entries);
    std::erase_if(names, [&](const BackupName &name) { return options.without.contains(name.text()); });
    const auto plan = planRestore(names, options.moment);
    if (!plan)
        return plan.error();

    const QString folder = QDir(directory).filePath(QStringLiteral("restore.partial"));
    auto record = rebuild(*plan, target, secret, folder, progress);
    if (!record)
        return record.error();
    const auto epoch = Hub::renewEpochOf(record->databaseFile, directory, clock);
    if (!epoch)
        return epoch.error();
    const QString old = QDir(directory).filePath(QStringLiteral("hub.db"));
    if (auto noted = noteRestore(record->databaseFile, old, *record, *epoch, clock); !noted)
        return noted.error();
    if (auto synced = durablefile::sync(record->databaseFile); !synced)
        return synced.error();

    const QString stamp =
        QDateTime::fromMSecsSinceEpoch(clock.nowMs(), Qt::UTC).toString(QStringLiteral("yyyyMMdd'T'HHmmsszzz'Z'"));
    const auto kept = keepOld(directory, stamp);
    if (!kept)
        return kept.error();
    if (auto placed = placeBeside(record->besideDirectory, directory, *kept); !placed)
        return placed.error();
    if (auto placed = durablefile::rename(record->databaseFile, old); !placed)
        return placed.error();
    QDir(folder).removeRecursively();
    return RestoreOutcome{*record, *epoch, *kept};
}

} // namespace oshaq::restorer

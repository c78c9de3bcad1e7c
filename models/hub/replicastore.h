// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/replicanote.h"
#include "models/domain/result.h"
#include "models/sql/database.h"

#include <QByteArray>
#include <QString>

namespace oshaq {

/// The row of replica_state: how this hub is followed, over restarts.
struct ReplicaState
{
    ReplicaMode mode = ReplicaMode::Off;
    QString standbyName;
    bool solo = false;
    bool joining = false; ///< solo ends by itself when the standby has everything
    QString fencedBy;     ///< epoch; empty: not fenced
    QByteArray tokenHash; ///< SHA-256; empty: there is no token
    qint64 tokenBusinessId = 0;

    bool operator==(const ReplicaState &) const = default;
};

/// The tables replica_state and replica_position, and which tables a standby gets.
namespace replicastore {

/// True for every table but those that are each copy's own, and SQLite's.
bool isReplicated(const char *table);

Result<ReplicaState> state(sql::Database &database);
Result<void> setState(sql::Database &database, const ReplicaState &state);

/// How many group commits were captured.
Result<qint64> position(sql::Database &database);
/// One more, inside the transaction that it counts; returns it.
Result<qint64> raisePosition(sql::Database &database);

/// At a start: a schema that another version of the program made, or changes that nobody captured, begin a stream that
/// no standby can go on with.
Result<void> noteSchema(sql::Database &database, int schema);

/// Whether backups record the changes. One that begins to does so behind a gap.
Result<bool> isArchived(sql::Database &database);
Result<void> setArchived(sql::Database &database, bool archived);

Result<int> schema(sql::Database &database);
Result<void> setEpoch(sql::Database &database, const QString &epoch, qint64 nowMs);

/// Numbers of orders that the lost hub may have called out go unused.
Result<void> jumpOrderNumbers(sql::Database &database, qint64 nowMs);

} // namespace replicastore

} // namespace oshaq

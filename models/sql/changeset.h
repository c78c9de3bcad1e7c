// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sql/database.h"

#include <QByteArray>

#include <functional>
#include <memory>

struct sqlite3_session;

namespace oshaq::sql {

/// Records what one connection changes, row by row, triggers and REPLACE included (SQLite's session extension). What a
/// savepoint takes back leaves nothing. Tables without a primary key are skipped silently and GENERATED columns fail:
/// a schema that is recorded has neither.
class ChangeCapture
{
    Q_DISABLE_COPY_MOVE(ChangeCapture)

public:
    /// `wanted` says by a table's name whether it is recorded. Begin before the transaction that is to be recorded,
    /// end before the connection.
    static Result<std::unique_ptr<ChangeCapture>> begin(Database &database,
                                                        std::function<bool(const char *table)> wanted);
    ~ChangeCapture();

    /// True while nothing was written. False may still mean that everything was taken back.
    bool isEmpty() const;

    /// What was changed so far, against the state of now: ask inside the transaction.
    Result<QByteArray> changes();

private:
    explicit ChangeCapture(std::function<bool(const char *)> wanted)
        : m_wanted(std::move(wanted))
    {}

    std::function<bool(const char *)> m_wanted;
    sqlite3_session *m_session = nullptr;
};

/// Triggers and foreign keys are off on this connection while it lives: what they did at the sender is in its changes.
/// Outside of a transaction only.
class ReceiverMode
{
    Q_DISABLE_COPY_MOVE(ReceiverMode)

public:
    static Result<std::unique_ptr<ReceiverMode>> enter(Database &database);
    ~ReceiverMode();

private:
    explicit ReceiverMode(Database &database)
        : m_database(database)
    {}
    Database &m_database;
};

/// Applies recorded changes inside the caller's transaction, under ReceiverMode. Every row must be as it was at the
/// sender: the first that is not is StorageUnavailable, and the caller rolls back. Both schemas must be the same: a
/// missing column would be dropped without a word.
Result<void> applyChanges(Database &database, const QByteArray &changes);

} // namespace oshaq::sql

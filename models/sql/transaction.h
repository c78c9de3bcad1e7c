// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sql/database.h"

namespace oshaq::sql {

/// RAII: rolls back unless commit() succeeded.
class Transaction
{
    Q_DISABLE_COPY_MOVE(Transaction)

public:
    enum class Kind
    {
        Immediate, ///< BEGIN IMMEDIATE: a writer that fails, fails here
        Read,      ///< BEGIN: one consistent snapshot
    };

    static Result<std::unique_ptr<Transaction>> begin(Database &database, Kind kind);
    ~Transaction();

    /// After a failure the outcome of a commit may be unknown (a failed fsync): close the connection and look.
    Result<void> commit();
    void rollback();

private:
    explicit Transaction(Database &database)
        : m_database(database)
    {}
    Database &m_database;
    bool m_open = true;
};

/// RAII savepoint inside a transaction: rolls back to its start unless release() succeeded.
class Savepoint
{
    Q_DISABLE_COPY_MOVE(Savepoint)

public:
    static Result<std::unique_ptr<Savepoint>> begin(Database &database);
    ~Savepoint();

    Result<void> release();
    Result<void> rollback();

private:
    explicit Savepoint(Database &database)
        : m_database(database)
    {}
    Database &m_database;
    bool m_open = true;
};

} // namespace oshaq::sql

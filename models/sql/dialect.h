// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/storagetrouble.h"

#include <QString>

/// The one place for what SQLite says differently from MariaDB. Everything else is written in the SQL that both
/// understand: SAVEPOINT and ROLLBACK TO SAVEPOINT, bound values, no upserts outside this file. A second backend
/// becomes a second set of these functions; nobody else knows which one runs.
namespace oshaq::sql::dialect {

/// A writer takes its lock here and not at its first write, where SQLite could refuse at once (517) without waiting.
/// MariaDB: START TRANSACTION.
inline QString beginWrite()
{
    return QStringLiteral("BEGIN IMMEDIATE");
}

/// One consistent snapshot. MariaDB: START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY.
inline QString beginRead()
{
    return QStringLiteral("BEGIN");
}

/// The tables that exist, one column `name`. MariaDB: information_schema.tables of DATABASE().
inline QString listTables()
{
    return QStringLiteral(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'");
}

/// Which columns point to a table by a foreign key: columns `table` and `column`, for the bound table's name. MariaDB:
/// information_schema.key_column_usage.
inline QString listReferences()
{
    return QStringLiteral("SELECT m.name, f.\"from\" FROM sqlite_schema m, pragma_foreign_key_list(m.name) f"
                          " WHERE m.type = 'table' AND f.\"table\" = ? ORDER BY m.name, f.\"from\"");
}

/// Storage class suffix of a table whose column types are enforced. MariaDB enforces by its SQL mode: empty.
inline QString strictTable()
{
    return QStringLiteral(" STRICT");
}

/// What an error code means to those who must decide what still stands. SQLite: extended result codes; MariaDB: 1062,
/// 1452, 1213, 2006 and their like.
enum class Failure
{
    None,
    Unique,     ///< a unique or primary key is taken: 2067, 1555, 2579
    Constraint, ///< another constraint: foreign key, NOT NULL, CHECK, a STRICT type
    Statement,  ///< the statement is wrong or does not fit the schema: only that statement failed
    Busy,       ///< somebody else holds the lock; nothing was written
    Full,       ///< no space: nothing is broken, but nothing can be written
    Storage,    ///< I/O, corruption, out of memory: what the connection holds is not to be trusted any more
};

constexpr Failure classify(int extendedCode)
{
    // SQLite keeps the primary code in the low byte of an extended one.
    switch (extendedCode & 0xff) {
    case 0:   // OK
    case 100: // ROW
    case 101: // DONE
        return Failure::None;
    case 19: // CONSTRAINT
        return extendedCode == 2067 || extendedCode == 1555 || extendedCode == 2579 ? Failure::Unique
                                                                                    : Failure::Constraint;
    case 1:  // ERROR: SQL that does not parse, a name that does not exist
    case 17: // SCHEMA
    case 18: // TOOBIG
    case 20: // MISMATCH
    case 21: // MISUSE
    case 23: // AUTH
    case 25: // RANGE
        return Failure::Statement;
    case 5: // BUSY
    case 6: // LOCKED
        return Failure::Busy;
    case 13: // FULL
        return Failure::Full;
    default: // IOERR, CORRUPT, NOTADB, NOMEM, CANTOPEN, READONLY, PROTOCOL, INTERRUPT, ... and what is not known yet
        return Failure::Storage;
    }
}

/// What such a failure says about the storage. None: nothing, such as a lock or a constraint.
constexpr StorageTrouble troubleOf(int extendedCode)
{
    constexpr int ioNoMemory = 3082;
    if (extendedCode == ioNoMemory)
        return StorageTrouble::NoMemory;
    switch (extendedCode & 0xff) {
    case 7: // NOMEM
        return StorageTrouble::NoMemory;
    case 8: // READONLY
        return StorageTrouble::DiskReadOnly;
    case 11: // CORRUPT
    case 26: // NOTADB
        return StorageTrouble::Damaged;
    case 13: // FULL
        return StorageTrouble::DiskFull;
    default:
        return classify(extendedCode) == Failure::Storage ? StorageTrouble::DiskFails : StorageTrouble::None;
    }
}

/// The rollback of a statement cannot be relied on any more, so neither can the transaction around it.
constexpr bool endsTransaction(Failure failure)
{
    return failure == Failure::Full || failure == Failure::Storage || failure == Failure::Busy;
}

} // namespace oshaq::sql::dialect

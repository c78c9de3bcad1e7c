// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sql/database.h"
#include "models/sql/transaction.h"

#include <QString>
#include <QVariant>

#include <memory>
#include <optional>
#include <vector>

/// Small things that every store of the hub needs around the SQL toolkit.
namespace oshaq::hubsql {

inline QVariant optionalId(const std::optional<qint64> &id)
{
    return id ? QVariant(*id) : QVariant();
}

inline std::optional<qint64> readOptionalId(const sql::Statement &row, int column)
{
    if (row.isNull(column))
        return std::nullopt;
    return row.integer(column);
}

/// The storage gave up between two rows; what was read so far counts for nothing. The log has SQLite's code.
inline Error readFailed()
{
    return {ErrorCode::StorageUnavailable, QStringLiteral("The record could not be read to its end."), {}};
}

/// Steps a statement of at most one row: true when there is one.
inline Result<bool> nextRow(sql::Statement &rows)
{
    if (rows.next())
        return true;
    if (rows.failed())
        return readFailed();
    return false;
}

/// Membership in a bound list of ids, so that one prepared statement serves every length: bind idArray().
/// MariaDB: a JSON_TABLE in the same place.
inline QString inIds()
{
    return QStringLiteral(" IN (SELECT value FROM json_each(?)) ");
}

/// Goes with inIds(): the plus keeps the planner from walking all rows of the business to look for a few ids.
inline QString ofBusiness()
{
    return QStringLiteral("AND +business_id = ? ");
}

/// "[1,2,3]", for inIds().
inline QString idArray(const std::vector<qint64> &ids)
{
    QString array = QStringLiteral("[");
    for (const qint64 id : ids) {
        if (array.size() > 1)
            array += u',';
        array += QString::number(id);
    }
    array += u']';
    return array;
}

/// Several statements over one snapshot: begins a read transaction unless the caller already has one. The result may be
/// null; let it live as long as the reads.
inline Result<std::unique_ptr<sql::Transaction>> oneSnapshot(sql::Database &database)
{
    if (!database.isAutocommit())
        return std::unique_ptr<sql::Transaction>();
    return sql::Transaction::begin(database, sql::Transaction::Kind::Read);
}

} // namespace oshaq::hubsql

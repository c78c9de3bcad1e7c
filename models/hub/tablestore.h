// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/sql/database.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace oshaq {

/// A table at which guests sit. Of its code only the hash is kept, in the store's own calls.
struct TableRow
{
    qint64 id = 0;
    qint64 businessId = 0;
    QString name;
    qint64 codeExpiresAtMs = 0; ///< 0: it has no code
    qint64 guests = 0;          ///< that came by the code it has now
    qint64 version = 1;

    bool operator==(const TableRow &) const = default;
};

/// The table `dining_tables`. Those that were taken away are invisible here.
namespace tablestore {

Result<TableRow> find(sql::Database &database, qint64 businessId, qint64 tableId);
/// By name.
Result<std::vector<TableRow>> list(sql::Database &database, qint64 businessId);
/// Of any business: the code says which. Expired codes are found too.
Result<std::optional<TableRow>> byCode(sql::Database &database, const QByteArray &codeHash);
/// What is kept of a cleaned code. A plain hash: there is nothing to guess in 80 random bits.
QByteArray codeHash(const QString &cleanCode);

/// Sets id. AlreadyExists for a name that a table has.
Result<void> insert(sql::Database &database, TableRow *table, qint64 nowMs);
/// Name and version.
Result<void> update(sql::Database &database, const TableRow &table, qint64 nowMs);
/// Another code, its expiry, the guests and version of `table`.
Result<void> setCode(sql::Database &database, const TableRow &table, const QByteArray &codeHash, qint64 nowMs);
/// Not an edit: raises no version.
Result<void> countGuest(sql::Database &database, qint64 tableId, qint64 nowMs);
/// Hides the row and forgets its code.
Result<void> hide(sql::Database &database, const TableRow &table, qint64 nowMs);
/// Whether an order that is not closed goes to it: by its name, or of a guest who came by its code.
Result<bool> hasOpenOrder(sql::Database &database, const TableRow &table);

/// SHA-256 for the journal.
QByteArray digest(const TableRow &table);

} // namespace tablestore

} // namespace oshaq

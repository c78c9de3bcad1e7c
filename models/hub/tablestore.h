// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/diningtable.h"
#include "models/domain/result.h"
#include "models/sql/database.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace oshaq {

/// The table `dining_tables`. Those that were taken away are invisible here.
namespace tablestore {

Result<DiningTable> find(sql::Database &database, qint64 businessId, qint64 tableId);
/// By name.
Result<std::vector<DiningTable>> list(sql::Database &database, qint64 businessId);
/// Of any business: the code says which. Expired codes are found too.
Result<std::optional<DiningTable>> byCode(sql::Database &database, const QByteArray &codeHash);
/// What is kept of a cleaned code. A plain hash: there is nothing to guess in 80 random bits.
QByteArray codeHash(const QString &cleanCode);

/// Sets id. AlreadyExists for a name that a table has.
Result<void> insert(sql::Database &database, DiningTable *table, qint64 nowMs);
/// Name and version.
Result<void> update(sql::Database &database, const DiningTable &table, qint64 nowMs);
/// Another code, its expiry, the guests and version of `table`.
Result<void> setCode(sql::Database &database, const DiningTable &table, const QByteArray &codeHash, qint64 nowMs);
/// Not an edit: raises no version.
Result<void> countGuest(sql::Database &database, qint64 tableId, qint64 nowMs);
/// Hides the row and forgets its code.
Result<void> hide(sql::Database &database, const DiningTable &table, qint64 nowMs);
/// Whether an order that is not closed goes to it: by its name, or of a guest who came by its code.
Result<bool> hasOpenOrder(sql::Database &database, const DiningTable &table);

/// SHA-256 for the journal.
QByteArray digest(const DiningTable &table);

} // namespace tablestore

} // namespace oshaq

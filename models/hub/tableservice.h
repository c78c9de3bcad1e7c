// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hub/tablestore.h"
#include "models/hub/writer.h"

#include <optional>
#include <vector>

namespace oshaq {

/// A code that was photographed is worth nothing on the next day.
inline constexpr qint64 tableCodeLifetimeMs = qint64{12} * 60 * 60 * 1000;
/// More people than any table seats, several times over; a new code starts again.
inline constexpr qint64 maxGuestsPerCode = 40;
/// As long as the table takes in the order's own field.
inline constexpr int maxTableName = 50;

namespace tablewrites {

Result<WriteOutcome> create(WriteContext &context, const QString &name);
Result<WriteOutcome> rename(WriteContext &context, qint64 tableId, const QString &name, std::optional<qint64> version);
/// Hides it; StillInUse while an order that is not closed goes there.
Result<WriteOutcome> remove(WriteContext &context, qint64 tableId, std::optional<qint64> version);
/// The code before it is good no longer; guests who came by it stay. `random` has typedcode::tableBytes bytes.
/// Outcome 201: secret = the code, values = {its expiry}.
Result<WriteOutcome> rotateCode(WriteContext &context, qint64 tableId, const QByteArray &random);

} // namespace tablewrites

namespace tablereads {

/// By name.
Result<std::vector<DiningTable>> list(sql::Database &database, qint64 businessId);
Result<DiningTable> one(sql::Database &database, qint64 businessId, qint64 tableId);

} // namespace tablereads

} // namespace oshaq

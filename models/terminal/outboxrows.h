// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/sql/database.h"
#include "models/terminal/localorders.h"
#include "models/terminal/outboxcommand.h"

#include <QString>

#include <vector>

namespace oshaq::outboxrows {

// Rows of the outbox to values and back. Writes belong into the caller's transaction.

Result<std::vector<OutboxCommand>> read(sql::Database &database, const QString &condition,
                                        const QVariantList &values = {});
/// The sequence that it got.
Result<qint64> insert(sql::Database &database, const OutboxCommand &entry);
/// Ids, number and payload anew.
Result<void> update(sql::Database &database, const OutboxCommand &entry);

/// Exchanges ids; true when something of the entry changed.
bool rename(OutboxCommand *entry, const Renaming &renaming);
/// The same for every row of the order.
Result<void> rename(sql::Database &database, const Renaming &renaming);

/// Puts confirmed rows back into the queue; how many. What was taken here and is queued again is known to nobody else
/// any more: it gets back the ids that it had here, as `renamings` say.
Result<int> requeue(sql::Database &database, qint64 sinceMs, std::vector<Renaming> *renamings);

} // namespace oshaq::outboxrows

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/catalogedit.h"
#include "models/hub/terminalstore.h"
#include "models/hub/writer.h"

#include <optional>
#include <vector>

namespace oshaq {

/// The longest time for which a terminal's old token may stay good beside its new one.
inline constexpr qint64 maxTokenOverlapSeconds = qint64{24} * 60 * 60;

/// The screens of a business, after accesswrites::createTerminal() made them. Nobody makes, changes or takes over a
/// terminal that may more than they do themselves: only an owner deals with an owner's (Forbidden). NotFound also for
/// another business's terminal and for one that went.
namespace terminalwrites {

/// A new role holds from the terminal's next request on.
Result<WriteOutcome> edit(WriteContext &context, qint64 terminalId, const TerminalEdit &edit,
                          std::optional<qint64> version);
/// Ends its sessions at once and hides it; its letter is never given out again.
Result<WriteOutcome> remove(WriteContext &context, qint64 terminalId, std::optional<qint64> version);
/// Outcome 201: secret = the new token. The old ones are good for `overlapSeconds` more: values[0] = their end (UTC ms)
/// unless it is now.
Result<WriteOutcome> rotateToken(WriteContext &context, qint64 terminalId, qint64 overlapSeconds);

/// The calling terminal was heard of, by a program of this version, from this address.
Result<WriteOutcome> markSeen(WriteContext &context, const QString &programVersion, const QString &address);

} // namespace terminalwrites

namespace terminalreads {

/// By id.
Result<std::vector<TerminalRecord>> list(sql::Database &database, qint64 businessId);
Result<TerminalRecord> one(sql::Database &database, qint64 businessId, qint64 terminalId);

/// With when each was last heard of, as the database knows it: at most a minute old.
Result<std::vector<KeptScreen>> keptScreens(sql::Database &database, qint64 businessId);

} // namespace terminalreads

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hub/apitokenstore.h"
#include "models/hub/writer.h"

#include <optional>
#include <vector>

namespace oshaq {

/// The longest time for which a rotated token may stay good beside the one that follows it, and the usual one: who
/// rotates has to reach every place where the old one is written down.
inline constexpr qint64 maxApiTokenOverlapSeconds = qint64{7} * 24 * 60 * 60;
inline constexpr qint64 usualApiTokenOverlapSeconds = qint64{24} * 60 * 60;

/// Tokens by which the business itself and other programs call the API. One of the business may what an owner may:
/// only an owner deals with those (Forbidden). NotFound also for another business's and for those that went.
namespace apitokenwrites {

/// `expiresAtMs` 0: never. ValidationFailed when it has passed. Outcome 201: secret = the token, shown this once.
Result<WriteOutcome> create(WriteContext &context, const QString &name, Principal::Kind kind, qint64 expiresAtMs);

/// Another secret under the same name, with another end when one is given. Outcome 201: secret = the new one;
/// values[0] = when the old ones end (UTC ms), unless it is now. ValidationFailed for one that has expired and gets no
/// new end.
Result<WriteOutcome> rotate(WriteContext &context, qint64 tokenId, qint64 overlapSeconds,
                            std::optional<qint64> expiresAtMs);

/// Ends it at once. StillInUse for the last thing with which an owner comes in.
Result<WriteOutcome> remove(WriteContext &context, qint64 tokenId);

} // namespace apitokenwrites

} // namespace oshaq

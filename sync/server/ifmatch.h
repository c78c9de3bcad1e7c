// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/exchange.h"

#include <optional>

namespace oshaq {

/// The version that whoever edits has seen: "version" of the body, or If-Match: "7" (also weak, also without quotes).
/// Nothing when neither is there, or If-Match is *. ValidationFailed for a tag that is no version, or when both are
/// there and differ.
Result<std::optional<qint64>> seenVersion(const Exchange &exchange);

/// The same where an edit must not be blind: ValidationFailed when neither is there.
Result<qint64> requiredVersion(const Exchange &exchange);

} // namespace oshaq

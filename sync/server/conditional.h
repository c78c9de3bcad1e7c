// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/exchange.h"

#include <optional>

namespace oshaq {

/// Conditional requests: what the caller already has, and what they believe the row to be.
namespace conditional {

/// Whether an If-None-Match header names this tag. It compares weakly and may list several.
bool matchesTag(const QByteArray &header, const QByteArray &etag);

/// Sets ETag and Cache-Control, and makes it a 304 when the caller has it already. True: the answer is complete.
bool answerNotModified(Exchange &exchange, const QByteArray &etag, const QByteArray &cacheControl);

/// The tag of a row at that version: "\"7\"", to be sent back as If-Match.
void tagVersion(Exchange &exchange, qint64 version);

/// The version that the caller saw: If-Match ("*" is any), else `version` of the body; none when they say none.
/// ValidationFailed when If-Match is no tag of ours or the two differ.
Result<std::optional<qint64>> statedVersion(const Exchange &exchange);

/// The same for changes, which have to say it.
Result<std::optional<qint64>> neededVersion(const Exchange &exchange);

} // namespace conditional

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/exchange.h"

namespace oshaq {

/// Conditional reads: what the caller has already. What they believe a row to be that they write is ifmatch.h's.
namespace conditional {

/// Whether an If-None-Match header names this tag. It compares weakly and may list several.
bool matchesTag(const QByteArray &header, const QByteArray &etag);

/// Sets ETag and Cache-Control, and makes it a 304 when the caller has it already. True: the answer is complete.
bool answerNotModified(Exchange &exchange, const QByteArray &etag, const QByteArray &cacheControl);

/// The tag of a row at that version: "\"7\"", to be sent back as If-Match.
void tagVersion(Exchange &exchange, qint64 version);

} // namespace conditional

} // namespace oshaq

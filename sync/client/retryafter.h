// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace oshaq {

/// What a Retry-After header (seconds, or an HTTP date) asks for: 0 when it is empty or wrong, at most `maxMs`.
qint64 retryAfterMs(const QByteArray &header, qint64 nowMs, qint64 maxMs);

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace oshaq {

/// A UUIDv7 (RFC 9562, section 5.7) in lower-case canonical text: 48 bits of UTC milliseconds, then random bits from
/// the system's generator. Thread-safe.
QString makeUuid7(qint64 nowMs);

/// The same from random bits that the caller has.
QByteArray uuid7Text(qint64 nowMs, quint64 high, quint64 low);

/// Canonical text (36 characters, hex and dashes) of any version.
bool isUuid(QStringView text);

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace oshaq {

/// SHA-256, 32 bytes, by the processor's own instructions where it has them: an order is hashed several times on its
/// way. Thread-safe.
QByteArray sha256(QByteArrayView bytes);

} // namespace oshaq

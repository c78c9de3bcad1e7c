// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/timetext.h"
#include "sync/protocol/json.h"

#include <optional>

namespace oshaq {

/// Empty texts are null on the wire.
inline void writeTextOrNull(JsonWriter &json, QByteArrayView key, const QString &text)
{
    json.key(key);
    if (text.isEmpty())
        json.null();
    else
        json.value(text);
}

/// 0 is null on the wire.
inline void writeTimeOrNull(JsonWriter &json, QByteArrayView key, qint64 ms)
{
    json.key(key);
    if (ms == 0)
        json.null();
    else
        json.value(isoUtc(ms));
}

inline void writeNumberOrNull(JsonWriter &json, QByteArrayView key, const std::optional<qint64> &number)
{
    json.key(key);
    if (number)
        json.value(*number);
    else
        json.null();
}

} // namespace oshaq

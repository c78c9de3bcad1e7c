// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QtGlobal>

namespace oshaq {

/// A switch for something that is being tried out. It has somebody who answers for it and a day by which it must be
/// decided: a flag that nobody owns stays for ever.
struct FeatureFlag
{
    QString name; ///< "kitchen.new_layout"
    bool enabled = false;
    QString owner;
    QString description;
    qint64 expiresAtMs = 0;
    qint64 version = 0; ///< 0: a new one
    qint64 updatedAtMs = 0;

    bool isOn(qint64 nowMs) const { return enabled && nowMs < expiresAtMs; }
    bool operator==(const FeatureFlag &) const = default;
};

/// A flag is decided within this time.
inline constexpr qint64 longestFlagMs = qint64{366} * 24 * 60 * 60 * 1000;

} // namespace oshaq

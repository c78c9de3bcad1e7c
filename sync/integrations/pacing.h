// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace oshaq {

// How desks that work through rows of the hub's record wait.
inline constexpr qint64 retryStorageMs = 1'000;  ///< after a record that could not be read or written
inline constexpr qint64 longestSleepMs = 60'000; ///< whatever the next row says: clocks are set

} // namespace oshaq

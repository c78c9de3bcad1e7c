// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace oshaq {

/// What is off the menu may come back by itself within so long.
inline constexpr qint64 maxBackInMs = 90LL * 24 * 60 * 60 * 1000;

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace oshaq {

// Lengths of time in milliseconds. A day is one of 24 hours: a business day, which a change of clocks makes longer or
// shorter, is businessday.h's.
inline constexpr qint64 secondMs = 1'000;
inline constexpr qint64 minuteMs = 60 * secondMs;
inline constexpr qint64 hourMs = 60 * minuteMs;
inline constexpr qint64 dayMs = 24 * hourMs;

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

/// The code on a table, which lets whoever sits there order: 80 random bits in letters and digits that nobody mistakes
/// for each other, because somebody without a camera types it.
namespace oshaq::tablecode {

inline constexpr qsizetype randomBytes = 10;

/// "K7QM-0ZXA-93RT-VB5C".
QString text(const QByteArray &random);

/// The sixteen characters of a code that somebody typed, in capitals; O is a zero, I and L are ones. Nothing: it is no
/// code.
std::optional<QString> clean(const QString &typed);

} // namespace oshaq::tablecode

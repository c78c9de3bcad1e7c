// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

/// Random bits in letters and digits that nobody mistakes for each other, because somebody without a camera types them:
/// the code on a table, which lets whoever sits there order, and the one that pairs a new screen.
namespace oshaq::typedcode {

inline constexpr qsizetype tableBytes = 10;
inline constexpr qsizetype pairingBytes = 5; ///< enough for the minutes that it lives

/// "K7QM-0ZXA-93RT-VB5C", of a multiple of five bytes.
QString text(const QByteArray &random);

/// The characters of a code of so many bytes that somebody typed, in capitals; O is a zero, I and L are ones. Nothing:
/// it is no such code.
std::optional<QString> clean(const QString &typed, qsizetype bytes);

} // namespace oshaq::typedcode

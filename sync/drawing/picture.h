// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QByteArray>
#include <QString>

#include <array>

namespace oshaq {

/// A picture as we made it, in the two sizes that screens use. Nothing of the sender's file is in it but what one sees:
/// no place where it was taken, no comment, no hidden bytes.
struct Picture
{
    QString name; ///< 32 hex digits of the SHA-256 of both sizes
    QByteArray mediaType;
    QByteArray list;   ///< at most 320 pixels wide and high
    QByteArray detail; ///< at most 1024
};

namespace imaging {

inline constexpr int listPixels = 320;
inline constexpr int detailPixels = 1024;
inline constexpr qint64 maxSide = 12'000;
inline constexpr qint64 maxPixels = 25'000'000; ///< decoded, 100 MB

/// What is taken.
inline constexpr std::array<const char *, 3> mediaTypes{"image/png", "image/jpeg", "image/webp"};

/// Decodes, turns as the camera was held, shrinks (never enlarges) and encodes again: JPEG, or PNG when something is
/// see-through. UnsupportedMediaType: the bytes are not what `mediaType` says, or this machine cannot read that format.
/// ValidationFailed: more pixels than the limits allow (read from the head, before anything is decoded) or a broken
/// file. Internal: what draws cannot be loaded. Takes long; any thread.
Result<Picture> makePicture(const QByteArray &bytes, const QByteArray &mediaType);

} // namespace imaging

} // namespace oshaq

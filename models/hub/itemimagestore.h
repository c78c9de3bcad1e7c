// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/sql/database.h"

#include <QByteArray>
#include <QString>

namespace oshaq {

/// A picture as it is given out, ready made in the two sizes that screens use.
struct ItemImage
{
    QString name; ///< 32 hex digits of its content: what the address of a picture ends in
    QByteArray mediaType;
    QByteArray listBytes;
    QByteArray detailBytes;
};

enum class ImageSize
{
    List,
    Detail
};

/// One size of a picture.
struct ImageBytes
{
    QString name;
    QByteArray mediaType;
    QByteArray bytes;
};

/// The table `item_images`, apart from `items` because every list reads those.
namespace itemimagestore {

/// In place of what the item has.
Result<void> put(sql::Database &database, qint64 businessId, qint64 itemId, const ItemImage &image, qint64 nowMs);
Result<void> remove(sql::Database &database, qint64 businessId, qint64 itemId);
/// NotFound when the item has none.
Result<ImageBytes> find(sql::Database &database, qint64 businessId, qint64 itemId, ImageSize size);
/// By its name alone, whosever it is: menus are public, and nobody guesses a name. NotFound when there is none.
Result<ImageBytes> findByName(sql::Database &database, const QString &name, ImageSize size);

} // namespace itemimagestore

} // namespace oshaq

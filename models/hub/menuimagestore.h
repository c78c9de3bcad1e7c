// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/sql/database.h"

#include <QByteArray>
#include <QString>

namespace oshaq {

/// A picture as it is given out, ready made in the two sizes that screens use.
struct MenuImage
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

/// What a picture belongs to.
struct ImageOwner
{
    enum class Kind
    {
        Item,
        Category
    };
    Kind kind = Kind::Item;
    qint64 id = 0;
};

/// One size of a picture.
struct ImageBytes
{
    QString name;
    QByteArray mediaType;
    QByteArray bytes;
};

/// The table `menu_images`, apart from `items` and `categories` because every list reads those.
namespace menuimagestore {

/// In place of what the owner has.
Result<void> put(sql::Database &database, qint64 businessId, const ImageOwner &owner, const MenuImage &image,
                 qint64 nowMs);
Result<void> remove(sql::Database &database, qint64 businessId, const ImageOwner &owner);
/// NotFound when the owner has none.
Result<ImageBytes> find(sql::Database &database, qint64 businessId, const ImageOwner &owner, ImageSize size);
/// By its name alone, whosever it is: menus are public, and nobody guesses a name. NotFound when there is none.
Result<ImageBytes> findByName(sql::Database &database, const QString &name, ImageSize size);

} // namespace menuimagestore

} // namespace oshaq

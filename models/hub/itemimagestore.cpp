// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/itemimagestore.h"

#include "models/hub/sqlvalues.h"

namespace oshaq {

namespace {

QString selectBytes(ImageSize size)
{
    return size == ImageSize::List ? QStringLiteral("SELECT name, media_type, list_bytes FROM item_images ")
                                   : QStringLiteral("SELECT name, media_type, detail_bytes FROM item_images ");
}

Result<ImageBytes> readOne(Result<sql::Statement> rows)
{
    if (!rows)
        return rows.error();
    const auto found = hubsql::nextRow(*rows);
    if (!found)
        return found.error();
    if (!*found)
        return Error{ErrorCode::NotFound, QStringLiteral("There is no such picture."), {}};
    return ImageBytes{rows->text(0), rows->text(1).toLatin1(), rows->bytes(2)};
}

} // namespace

Result<void> itemimagestore::put(sql::Database &database, qint64 businessId, qint64 itemId, const ItemImage &image,
                                 qint64 nowMs)
{
    if (auto removed = remove(database, businessId, itemId); !removed)
        return removed;
    return database.run(QStringLiteral("INSERT INTO item_images (item_id, business_id, name, media_type, list_bytes,"
                                       " detail_bytes, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)"),
                        {itemId, businessId, image.name, QString::fromLatin1(image.mediaType), image.listBytes,
                         image.detailBytes, nowMs});
}

Result<void> itemimagestore::remove(sql::Database &database, qint64 businessId, qint64 itemId)
{
    return database.run(QStringLiteral("DELETE FROM item_images WHERE item_id = ? AND business_id = ?"),
                        {itemId, businessId});
}

Result<ImageBytes> itemimagestore::find(sql::Database &database, qint64 businessId, qint64 itemId, ImageSize size)
{
    return readOne(database.query(selectBytes(size) + QStringLiteral("WHERE item_id = ? AND business_id = ?"),
                                  {itemId, businessId}));
}

Result<ImageBytes> itemimagestore::findByName(sql::Database &database, const QString &name, ImageSize size)
{
    return readOne(database.query(selectBytes(size) + QStringLiteral("WHERE name = ? LIMIT 1"), {name}));
}

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/menuimagestore.h"

#include "models/hub/sqlvalues.h"

namespace oshaq {

namespace {

QString selectBytes(ImageSize size)
{
    // Those of removed rows wait for their owner, who may come back.
    return QStringLiteral("SELECT m.name, m.media_type, m.%1 FROM menu_images m"
                          " LEFT JOIN items i ON i.item_id = m.item_id"
                          " LEFT JOIN categories c ON c.category_id = m.category_id"
                          " WHERE coalesce(i.deleted_at, c.deleted_at) IS NULL AND ")
        .arg(size == ImageSize::List ? QStringLiteral("list_bytes") : QStringLiteral("detail_bytes"));
}

QString columnOf(const ImageOwner &owner)
{
    return owner.kind == ImageOwner::Kind::Item ? QStringLiteral("item_id") : QStringLiteral("category_id");
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

Result<void> menuimagestore::put(sql::Database &database, qint64 businessId, const ImageOwner &owner,
                                 const MenuImage &image, qint64 nowMs)
{
    if (auto removed = remove(database, businessId, owner); !removed)
        return removed;
    return database.run(QStringLiteral("INSERT INTO menu_images (%1, business_id, name, media_type, list_bytes,"
                                       " detail_bytes, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)")
                            .arg(columnOf(owner)),
                        {owner.id, businessId, image.name, QString::fromLatin1(image.mediaType), image.listBytes,
                         image.detailBytes, nowMs});
}

Result<void> menuimagestore::remove(sql::Database &database, qint64 businessId, const ImageOwner &owner)
{
    return database.run(QStringLiteral("DELETE FROM menu_images WHERE %1 = ? AND business_id = ?").arg(columnOf(owner)),
                        {owner.id, businessId});
}

Result<ImageBytes> menuimagestore::find(sql::Database &database, qint64 businessId, const ImageOwner &owner,
                                        ImageSize size)
{
    return readOne(
        database.query(selectBytes(size) + QStringLiteral("m.%1 = ? AND m.business_id = ?").arg(columnOf(owner)),
                       {owner.id, businessId}));
}

Result<ImageBytes> menuimagestore::findByName(sql::Database &database, const QString &name, ImageSize size)
{
    return readOne(database.query(selectBytes(size) + QStringLiteral("m.name = ? LIMIT 1"), {name}));
}

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/itemimages.h"

#include "models/hub/catalogedits.h"
#include "models/hub/catalogstore.h"
#include "models/hub/editrules.h"
#include "models/hub/journalstore.h"

#include <QJsonObject>

namespace oshaq {

namespace {

Result<WriteOutcome> writeImagePath(WriteContext &context, Item item, const QString &path)
{
    const qint64 businessId = context.principal.businessId;
    item.image = path;
    ++item.version;
    const auto updated = catalogstore::updateItem(context.database, businessId, &item, false, context.nowMs);
    if (!updated)
        return updated.error();
    const auto written =
        journalstore::append(context, businessId,
                             {EntityKind::Item, item.id, item.version, QStringLiteral("item.updated"),
                              QJsonObject{{QStringLiteral("image"), !path.isEmpty()}}, catalogstore::digest(item)});
    if (!written)
        return written.error();
    WriteOutcome outcome;
    outcome.entity = EntityKind::Item;
    outcome.entityId = item.id;
    return outcome;
}

} // namespace

QString itemImagePath(const QString &name)
{
    return QStringLiteral("/api/menu/images/") + name;
}

Result<WriteOutcome> catalogwrites::setItemImage(WriteContext &context, qint64 itemId,
                                                 const std::shared_ptr<const ItemImage> &image,
                                                 std::optional<qint64> version)
{
    const qint64 businessId = context.principal.businessId;
    auto item = catalogreads::item(context.database, businessId, itemId);
    if (!item)
        return item.error();
    if (const auto checked = editrules::checkVersion(version, item->version); !checked)
        return checked.error();
    const QString path = itemImagePath(image->name);
    if (item->image == path) {
        WriteOutcome outcome;
        outcome.entity = EntityKind::Item;
        outcome.entityId = itemId;
        return outcome;
    }
    if (const auto put = itemimagestore::put(context.database, businessId, itemId, *image, context.nowMs); !put)
        return put.error();
    return writeImagePath(context, std::move(*item), path);
}

Result<WriteOutcome> catalogwrites::removeItemImage(WriteContext &context, qint64 itemId, std::optional<qint64> version)
{
    const qint64 businessId = context.principal.businessId;
    auto item = catalogreads::item(context.database, businessId, itemId);
    if (!item)
        return item.error();
    if (const auto checked = editrules::checkVersion(version, item->version); !checked)
        return checked.error();
    if (item->image.isEmpty())
        return Error{ErrorCode::NotFound, QStringLiteral("This item has no picture."), {}};
    if (const auto removed = itemimagestore::remove(context.database, businessId, itemId); !removed)
        return removed.error();
    return writeImagePath(context, std::move(*item), {});
}

Result<ImageBytes> catalogreads::itemImage(sql::Database &database, qint64 businessId, qint64 itemId, ImageSize size)
{
    return itemimagestore::find(database, businessId, itemId, size);
}

Result<ImageBytes> catalogreads::imageByName(sql::Database &database, const QString &name, ImageSize size)
{
    return itemimagestore::findByName(database, name, size);
}

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/menuimages.h"

#include "models/hub/catalogedits.h"
#include "models/hub/catalogstore.h"
#include "models/hub/editrules.h"
#include "models/hub/journalstore.h"

#include <QJsonObject>

#include <concepts>

namespace oshaq {

namespace {

Result<void> update(WriteContext &context, Item &item)
{
    return catalogstore::updateItem(context.database, context.principal.businessId, &item, false, context.nowMs);
}

Result<void> update(WriteContext &context, Category &category)
{
    return catalogstore::updateCategory(context.database, context.principal.businessId, category, context.nowMs);
}

template <typename Entity> constexpr EntityKind kindOf()
{
    return std::same_as<Entity, Item> ? EntityKind::Item : EntityKind::Category;
}

template <typename Entity> WriteOutcome outcomeOf(const Entity &entity)
{
    WriteOutcome outcome;
    outcome.entity = kindOf<Entity>();
    outcome.entityId = entity.id;
    return outcome;
}

template <typename Entity> Result<WriteOutcome> writePath(WriteContext &context, Entity entity, const QString &path)
{
    entity.image = path;
    ++entity.version;
    if (const auto updated = update(context, entity); !updated)
        return updated.error();
    const QString type =
        std::same_as<Entity, Item> ? QStringLiteral("item.updated") : QStringLiteral("category.updated");
    const auto written =
        journalstore::append(context, context.principal.businessId,
                             {kindOf<Entity>(), entity.id, entity.version, type,
                              QJsonObject{{QStringLiteral("image"), !path.isEmpty()}}, catalogstore::digest(entity)});
    if (!written)
        return written.error();
    return outcomeOf(entity);
}

template <typename Entity>
Result<WriteOutcome> setImageOf(WriteContext &context, const Result<Entity> &entity, const ImageOwner &owner,
                                const MenuImage &image, std::optional<qint64> version)
{
    if (!entity)
        return entity.error();
    if (const auto checked = editrules::checkVersion(version, entity->version); !checked)
        return checked.error();
    const QString path = menuImagePath(image.name);
    if (entity->image == path)
        return outcomeOf(*entity);
    const auto put = menuimagestore::put(context.database, context.principal.businessId, owner, image, context.nowMs);
    if (!put)
        return put.error();
    return writePath(context, *entity, path);
}

template <typename Entity>
Result<WriteOutcome> removeImageOf(WriteContext &context, const Result<Entity> &entity, const ImageOwner &owner,
                                   std::optional<qint64> version)
{
    if (!entity)
        return entity.error();
    if (const auto checked = editrules::checkVersion(version, entity->version); !checked)
        return checked.error();
    if (entity->image.isEmpty())
        return Error{ErrorCode::NotFound, QStringLiteral("There is no picture."), {}};
    if (const auto removed = menuimagestore::remove(context.database, context.principal.businessId, owner); !removed)
        return removed.error();
    return writePath(context, *entity, {});
}

bool isItem(const ImageOwner &owner)
{
    return owner.kind == ImageOwner::Kind::Item;
}

} // namespace

QString menuImagePath(const QString &name)
{
    return QStringLiteral("/api/menu/images/") + name;
}

Result<WriteOutcome> catalogwrites::setImage(WriteContext &context, const ImageOwner &owner,
                                             const std::shared_ptr<const MenuImage> &image,
                                             std::optional<qint64> version)
{
    const qint64 businessId = context.principal.businessId;
    if (isItem(owner)) {
        return setImageOf(context, catalogreads::item(context.database, businessId, owner.id), owner, *image, version);
    }
    return setImageOf(context, catalogreads::category(context.database, businessId, owner.id), owner, *image, version);
}

Result<WriteOutcome> catalogwrites::removeImage(WriteContext &context, const ImageOwner &owner,
                                                std::optional<qint64> version)
{
    const qint64 businessId = context.principal.businessId;
    if (isItem(owner))
        return removeImageOf(context, catalogreads::item(context.database, businessId, owner.id), owner, version);
    return removeImageOf(context, catalogreads::category(context.database, businessId, owner.id), owner, version);
}

Result<void> catalogreads::imageOwner(sql::Database &database, qint64 businessId, const ImageOwner &owner)
{
    if (isItem(owner)) {
        const auto found = item(database, businessId, owner.id);
        if (!found)
            return found.error();
        return {};
    }
    const auto found = category(database, businessId, owner.id);
    if (!found)
        return found.error();
    return {};
}

Result<ImageBytes> catalogreads::image(sql::Database &database, qint64 businessId, const ImageOwner &owner,
                                       ImageSize size)
{
    return menuimagestore::find(database, businessId, owner, size);
}

Result<ImageBytes> catalogreads::imageByName(sql::Database &database, const QString &name, ImageSize size)
{
    return menuimagestore::findByName(database, name, size);
}

} // namespace oshaq

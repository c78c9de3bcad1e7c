// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hub/itemimagestore.h"
#include "models/hub/writer.h"

#include <memory>
#include <optional>

namespace oshaq {

/// Where guests find the picture of that name; what `items.image` holds.
QString itemImagePath(const QString &name);

namespace catalogwrites {

/// Gives the item this picture in place of the one that it has; the item's version is raised unless it is the same one.
Result<WriteOutcome> setItemImage(WriteContext &context, qint64 itemId, const std::shared_ptr<const ItemImage> &image,
                                  std::optional<qint64> version);
/// NotFound also when the item has none.
Result<WriteOutcome> removeItemImage(WriteContext &context, qint64 itemId, std::optional<qint64> version);

} // namespace catalogwrites

namespace catalogreads {

Result<ImageBytes> itemImage(sql::Database &database, qint64 businessId, qint64 itemId, ImageSize size);
Result<ImageBytes> imageByName(sql::Database &database, const QString &name, ImageSize size);

} // namespace catalogreads

} // namespace oshaq

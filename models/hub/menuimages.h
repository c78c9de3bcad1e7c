// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hub/menuimagestore.h"
#include "models/hub/writer.h"

#include <memory>
#include <optional>

namespace oshaq {

/// Where guests find the picture of that name; what `image` of items and categories holds.
QString menuImagePath(const QString &name);

namespace catalogwrites {

/// Gives the owner this picture in place of the one that it has; the owner's version is raised unless it is the same
/// one.
Result<WriteOutcome> setImage(WriteContext &context, const ImageOwner &owner,
                              const std::shared_ptr<const MenuImage> &image, std::optional<qint64> version);
/// NotFound also when the owner has none.
Result<WriteOutcome> removeImage(WriteContext &context, const ImageOwner &owner, std::optional<qint64> version);

} // namespace catalogwrites

namespace catalogreads {

/// NotFound unless the business has such an item or category.
Result<void> imageOwner(sql::Database &database, qint64 businessId, const ImageOwner &owner);
Result<ImageBytes> image(sql::Database &database, qint64 businessId, const ImageOwner &owner, ImageSize size);
Result<ImageBytes> imageByName(sql::Database &database, const QString &name, ImageSize size);

} // namespace catalogreads

} // namespace oshaq

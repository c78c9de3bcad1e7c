// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/featureflag.h"
#include "models/hub/writer.h"

#include <QString>

#include <vector>

namespace oshaq {

namespace flagreads {

/// By name.
Result<std::vector<FeatureFlag>> all(sql::Database &database, qint64 businessId);
/// False for a flag that nobody made, and behind its expiry.
Result<bool> isOn(sql::Database &database, qint64 businessId, const QString &name, qint64 nowMs);

} // namespace flagreads

namespace flagwrites {

/// Makes and changes flags, all or nothing; others stay as they are. VersionStale when a version is not the present
/// one.
Result<WriteOutcome> put(WriteContext &context, const std::vector<FeatureFlag> &flags);

} // namespace flagwrites

} // namespace oshaq

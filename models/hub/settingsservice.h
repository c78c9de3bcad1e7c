// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/settingrules.h"
#include "models/hub/writer.h"

#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace oshaq {

/// Everything that a business has set, or what counts while it has not.
struct BusinessSettings
{
    qint64 version = 0; ///< of all of them together; rises with every change
    std::map<QString, SettingValue> values;
};

namespace settingsreads {

Result<BusinessSettings> all(sql::Database &database, qint64 businessId);
/// One setting of the table `settings`; what the rule says when nobody set it.
Result<SettingValue> one(sql::Database &database, qint64 businessId, const QString &key);

} // namespace settingsreads

namespace settingswrites {

using Changes = std::vector<std::pair<QString, SettingValue>>;

/// All or nothing. VersionStale unless `version` is the present one; Forbidden when a manager changes what is the
/// owner's. Nothing new writes nothing.
Result<WriteOutcome> put(WriteContext &context, const Changes &changes, qint64 version);

} // namespace settingswrites

} // namespace oshaq

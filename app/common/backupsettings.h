// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/common/settings.h"
#include "models/backup/backupkeeper.h"
#include "models/backup/backuptarget.h"
#include "models/domain/result.h"

#include <memory>
#include <vector>

namespace oshaq {

/// backup.* of the configuration.
namespace backupsettings {

/// What a hub does with it. Off without a folder and a bucket; an error says what is missing or cannot be read.
Result<BackupOptions> options(const Settings &settings);

/// From backup.key_file, backup.passphrase_file or backup.passphrase. NotConfigured: none is set.
Result<std::shared_ptr<BackupSecret>> secret(const Settings &settings);

/// All that are set: backup.folder, backup.second_folder, backup.s3_bucket.
Result<std::vector<std::shared_ptr<BackupTarget>>> targets(const Settings &settings);

/// "s3" is the bucket of the configuration, anything else a folder.
Result<std::shared_ptr<BackupTarget>> target(const Settings &settings, const QString &text);

} // namespace backupsettings

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/commandline.h"
#include "models/backup/backupkey.h"
#include "models/backup/backuptarget.h"

#include <memory>

namespace oshaq {

/// What the commands about backups have in common.
namespace backupoptions {

/// --key-file and --passphrase-file, and the configuration.
void add(CommandOptions &options);

/// From the options, else from the configuration.
Result<std::shared_ptr<BackupSecret>> secret(const CommandOptions &options, const Settings &settings);

/// "copying 40 %" on standard error, one line for each step and one for each tenth of it.
BackupProgress progress();

} // namespace backupoptions

} // namespace oshaq

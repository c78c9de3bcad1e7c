// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/backupfacts.h"
#include "sync/protocol/json.h"
#include "sync/protocol/schema.h"

#include <QByteArray>

namespace oshaq {

/// Data of GET and POST admin/backups.
QByteArray backupJson(const BackupFacts &facts);
/// ValidationFailed for what is none.
Result<BackupFacts> readBackups(const JsonValue &data);

/// {"do":"full"} or {"do":"check"}
Schema backupRequestSchema();

namespace outputs {

Schema backups();

} // namespace outputs

} // namespace oshaq

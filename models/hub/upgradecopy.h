// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/sql/database.h"

#include <QString>

namespace oshaq {

/// The copy of the record that is made before a newer program changes its schema, so that the older program can be put
/// back. In DIR/before-upgrade, readable by its user only; the newest two are kept.
namespace upgradecopy {

inline constexpr int kept = 2;

/// DIR/before-upgrade.
QString folderIn(const QString &directory);

/// Copies the database, which nobody else writes, as schema `schema`, and looks whether the copy is sound. Durable when
/// it returns. The copy's path. StorageUnavailable when there is no room: then nothing may be changed.
Result<QString> make(sql::Database &database, const QString &directory, int schema, qint64 nowMs);

} // namespace upgradecopy

} // namespace oshaq

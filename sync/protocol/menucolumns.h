// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/protocol/columnmap.h"

#include <QtGlobal>

#include <vector>

namespace oshaq {

/// The columns of a menu's file; see readMenu().
const std::vector<ColumnField> &menuFields();

/// A larger file is refused.
inline constexpr qint64 maxMenuFileBytes = 1024 * 1024;

} // namespace oshaq

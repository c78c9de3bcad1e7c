// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/drill.h"
#include "models/domain/result.h"
#include "models/sql/database.h"

namespace oshaq::drillreads {

/// The orders that a figure of analyticsreads::of() counts, over the same business days: newest first, page by page.
/// What is asked about lines (item, category, station, late) one line must fit in all of it. ValidationFailed for a
/// cursor that is none of this list's.
Result<DrillPage> orders(sql::Database &database, qint64 businessId, const DrillQuery &query);

} // namespace oshaq::drillreads

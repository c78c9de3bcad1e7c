// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sql/database.h"

#include <QByteArray>

namespace oshaq {

struct ApiShared;

/// Everything that this server can tell, in the text format of Prometheus (0.0.4). `reader` null: the record cannot be
/// read now, and what stands in it is left out.
QByteArray metricsText(ApiShared &shared, sql::Database *reader);

} // namespace oshaq

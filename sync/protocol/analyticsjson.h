// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/analytics.h"
#include "models/domain/catalog.h"
#include "sync/protocol/json.h"

#include <QByteArray>

namespace oshaq {

/// The data of admin/orders/analytics; its schema is outputs::analytics().
QByteArray analyticsJson(const Analytics &analytics, const Business &business);

/// The same back, to the last unit. Lists that an older hub does not write are empty. ValidationFailed with the places
/// that do not fit.
Result<Analytics> readAnalytics(const JsonValue &json);

} // namespace oshaq

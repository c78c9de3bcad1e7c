// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/catalog.h"
#include "models/hub/analytics.h"

#include <QByteArray>

namespace oshaq {

/// outputs::analytics().
QByteArray analyticsJson(const Analytics &analytics, const Business &business);

} // namespace oshaq

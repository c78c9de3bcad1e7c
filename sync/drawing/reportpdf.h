// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/reporttables.h"
#include "models/domain/result.h"

#include <QByteArray>

namespace oshaq {

/// A4 pages with one table after the other, in whatever fonts the machine has; headings are repeated on each page.
/// Needs no screen, no QGuiApplication and no special thread. Internal: what draws cannot be loaded.
Result<QByteArray> reportPdf(const Report &report);

} // namespace oshaq

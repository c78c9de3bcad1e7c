// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/error.h"

#include <QByteArray>

#include <vector>

namespace oshaq {

/// The places of a file that were refused, as a table that a spreadsheet opens: line, column, reason. What comes from
/// the file and looks like a formula is made harmless.
QByteArray placesCsv(const std::vector<ErrorDetail> &places);

} // namespace oshaq

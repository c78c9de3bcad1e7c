// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/sql/database.h"

#include <QString>

namespace oshaq {

/// What a hub that another one took over from had alone: rows of its journal that the other one has not, for a person
/// to look through. Nothing of it is done again by itself: the guests may have ordered anew, and the money may have
/// been taken twice.
namespace alonerows {

/// Writes one JSON object a line, oldest first: the journal's row, and for the last row of an order what the order was.
/// No file when there are none. Returns how many there were. Names and phones of guests are not in it.
Result<qint64> write(sql::Database &mine, sql::Database &theirs, const QString &fileName);

} // namespace alonerows

} // namespace oshaq

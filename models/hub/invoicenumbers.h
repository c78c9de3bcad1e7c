// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/sql/database.h"

namespace oshaq {

/// The sequence by which a bank knows payments. A number that was told to a bank must never name another payment, so
/// what goes on from a copy of the record (a restored one, or a standby's) leaves out more than the lost hub can have
/// used.
namespace invoicenumbers {

/// The next one of a business, inside a command's transaction.
Result<qint64> next(sql::Database &database, qint64 businessId);

/// Leaves out `jump` numbers of every business.
Result<void> leaveOut(sql::Database &database);
inline constexpr qint64 jump = 10'000;

} // namespace invoicenumbers

} // namespace oshaq

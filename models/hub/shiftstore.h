// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/domain/staffmember.h"
#include "models/domain/staffshift.h"
#include "models/sql/database.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace oshaq {

/// A shift as it is stored.
struct ShiftRow
{
    StaffShift shift;
    qint64 businessId = 0;
    qint64 endsByMs = 0; ///< the end of its business day

    bool isOpen() const { return !shift.endedAtMs; }
    /// One past its last moment, as far as the row knows.
    qint64 untilMs() const { return shift.endedAtMs.value_or(endsByMs); }
};

/// One of the staff, also when they have left.
struct KnownPerson
{
    qint64 staffId = 0;
    QString name;
    Role role = Role::Kitchen; ///< the last one they had
    qint64 version = 0;
    std::optional<qint64> goneAtMs; ///< none: they work here
};

/// Which shifts are wanted.
struct ShiftFilter
{
    qint64 fromMs = 0; ///< touched by [from, to)
    qint64 toMs = 0;
    std::optional<qint64> staffId;
    int limit = 2000;
};

/// The table `staff_shifts`, as it stands: without what the clock has ended meanwhile.
namespace shiftstore {

/// NotFound for an id that was never one of this business's.
Result<KnownPerson> person(sql::Database &database, qint64 businessId, qint64 staffId);

Result<ShiftRow> find(sql::Database &database, qint64 businessId, qint64 shiftId);
/// Of one person, those that reach beyond this moment; the earliest first.
Result<std::vector<ShiftRow>> after(sql::Database &database, qint64 businessId, qint64 staffId, qint64 ms);
Result<std::optional<ShiftRow>> open(sql::Database &database, qint64 businessId, qint64 staffId);
/// Newest first, with names.
Result<std::vector<ShiftRow>> list(sql::Database &database, qint64 businessId, const ShiftFilter &filter);
/// Of the staff that have a PIN and may sign in, how many are of these roles.
Result<qint64> countWithPin(sql::Database &database, qint64 businessId, RoleMask roles);

/// SHA-256 of the row, which names nobody, for the journal.
QByteArray digest(const ShiftRow &row);

/// Sets the id.
Result<void> insert(sql::Database &database, ShiftRow *row);
/// Terminal and end.
Result<void> update(sql::Database &database, const ShiftRow &row);

} // namespace shiftstore

} // namespace oshaq

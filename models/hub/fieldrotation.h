// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hub/writer.h"

namespace oshaq {

/// Sealing personal fields anew under the key that is used now (see sql::FieldKeys), in portions that nobody feels.
/// Which key a value is sealed under stands in the value, so that whoever was stopped begins again at the start and
/// passes over what is done.
namespace fieldrotation {

/// Where a run stands: portions come one after the other.
struct Place
{
    qint64 table = 0;
    qint64 afterId = 0;
};

inline constexpr int portion = 200; ///< rows of one command

/// The next portion. Outcome: values = {table, afterId of the next place, rows sealed anew}; isOver() of that place:
/// the run is at its end.
Result<WriteOutcome> resealPortion(WriteContext &context, const Place &from, int limit = portion);
bool isOver(const Place &place);

/// How many values are under another key than the one that is used now; slow. After a run: those that cannot be opened.
Result<qint64> countStale(sql::Database &database);

} // namespace fieldrotation

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sql/database.h"

#include <QString>

namespace oshaq {

/// Notices that hub.db was replaced by another copy of itself (docs/adr/0005): each run writes a random word into
/// hub_state and into hub.incarnation beside the database; the file
/// also names the highest term that ran here, and a clean stop adds the last seq of each business.
namespace incarnation {

/// Whether the database is the one that this directory ran last. True for a new database, and for one whose epoch was
/// just renewed by hand.
Result<bool> isOurs(sql::Database &database, const QString &directory);

/// Begins a run: both sides get a new word. A crash in between leaves a file that names both words, so the next start
/// finds no stranger.
Result<void> begin(sql::Database &database, const QString &directory);

/// An epoch of that term that no other hub has.
QString makeEpoch(qint64 term);

/// The highest term that a database in this directory ran under; 0: nobody noted one.
qint64 highestTerm(const QString &directory);

/// Ends a run cleanly. Best effort: without it the next start knows the word, but not the seqs.
void end(sql::Database &database, const QString &directory);

} // namespace incarnation

} // namespace oshaq

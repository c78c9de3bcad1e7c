// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

struct sqlite3;

namespace oshaq::sql {

/// Gives a connection the functions of text search, because SQLite's own lower() knows ASCII only:
/// oshaq_fold(text) is foldForSearch(), oshaq_digits(text) is phoneDigits(). MariaDB: a folding collation and
/// regexp_replace().
Result<void> addSearchFunctions(sqlite3 *connection);

} // namespace oshaq::sql

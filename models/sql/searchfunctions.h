// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

struct sqlite3;

namespace oshaq::sql {

/// Gives a connection the functions of text search, because SQLite's own lower() knows ASCII only:
/// oshaq_fold(text) is foldForSearch(), oshaq_digits(text) is phoneDigits(). MariaDB: a folding collation and
/// regexp_replace().
///
/// Two that a search over all guests and orders cannot do without:
/// - oshaq_guests(user_id, name, has_phone, words, first_only), an aggregate: a blob of a quint16 for each user_id from 0
///   on, in this machine's byte order. Bit n: the folded name (its first word when `first_only`) holds the n-th of
///   `words` (folded, a space between two); bit 15: `has_phone` is not 0, that is, theirs is the phone that is looked for.
/// - oshaq_has(bits, id): is bit `id` of the blob set? The lowest bit of the first byte is bit 0.
/// And one that fills the search: oshaq_search_entries(order_id, placed_at, user_id, text, name_ids), an aggregate of
/// SearchEntry; name_ids is text, a comma between two, or NULL.
Result<void> addSearchFunctions(sqlite3 *connection);

} // namespace oshaq::sql

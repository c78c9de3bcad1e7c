// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sql/fieldkeys.h"

#include <memory>

struct sqlite3;

namespace oshaq::sql {

/// Gives a connection the functions by which personal fields are written, read and found (see FieldKeys). `keys` may be
/// null: then each is an error where it meets a value. Texts are sealed as texts, blobs as blobs. MariaDB: the same
/// calls around the values, in the stores.
/// - oshaq_seal(label, value); oshaq_open(label, value): '' where the value cannot be opened.
/// - oshaq_reseal(label, value): under the key that is used now; as it is, where it cannot be opened.
/// - oshaq_is_current(value): is it sealed under the key that is used now, or nothing?
/// - oshaq_index(purpose, business_id, text), oshaq_index_before(...): FieldKeys::index(), a blob, x'' for none.
Result<void> addFieldFunctions(sqlite3 *connection, const std::shared_ptr<FieldKeys> &keys);

} // namespace oshaq::sql

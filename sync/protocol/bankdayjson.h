// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/bankday.h"
#include "sync/protocol/json.h"

namespace oshaq {

/// What writeReconciliation() wrote. ValidationFailed with the places that do not fit; a difference that is not known
/// here is Other.
Result<BankDay> readBankDay(const JsonValue &data);

} // namespace oshaq

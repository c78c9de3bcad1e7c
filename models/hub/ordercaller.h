// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/order.h"
#include "models/domain/pricing.h"
#include "models/hub/writer.h"

namespace oshaq::ordercaller {

/// Sets user, name, phone and address of a priced order. Whoever the order is for is a row of users; personal data is
/// kept nowhere else.
///
/// A guest orders for themselves and to addresses of their own. Staff name a guest whom the business knows (by user or
/// by address), and a name or a phone that differs from theirs makes a new row of users, as does somebody new: nobody's
/// account is changed by staff. An address that staff typed is kept among the guest's, once. ValidationFailed names
/// "user_id" or "address_id" of another business or person.
Result<void> set(WriteContext &context, const NewOrder &request, Order *order);

} // namespace oshaq::ordercaller

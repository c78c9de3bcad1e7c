// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/guestcard.h"
#include "models/domain/money.h"
#include "sync/protocol/json.h"

#include <optional>
#include <vector>

namespace oshaq {

/// GUEST of business/guests: {"user_id","name","phone","phone_verified","order_count","first_order_at","last_order_at",
/// "spent","last_allergy","addresses":[{"address_id","address","label"}],"recent":[ORDER]?}. `currency`: of "spent",
/// when it does not say so itself. ValidationFailed with the places that do not fit.
Result<GuestCard> readGuestCard(const JsonValue &json, const Currency &currency);

/// A line, or a part of its quantity in thousandths, of an order that is split.
struct SplitOf
{
    qint64 lineId = 0;
    qint64 quantity = 0;
};
/// {"items":[{"order_item_id","quantity"}]}
QByteArray splitBody(const std::vector<SplitOf> &lines);
/// {"into":id}
QByteArray joinBody(qint64 intoId);

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/order.h"
#include "sync/protocol/catalogjson.h"
#include "sync/protocol/commandjson.h"
#include "sync/protocol/errorjson.h"
#include "sync/protocol/feedjson.h"
#include "sync/protocol/json.h"
#include "sync/protocol/orderview.h"

namespace oshaq {

/// v1 rendering of DESIGN section 8 (fields may be added, none renamed). Money in major units, exact; quantities as
/// numbers. Besides the documented fields ORDER carries: business_id, covers, allergy, promised_at, cancel_reason,
/// address_id and address (Full only), payment {state,paid,pending,methods} (Full only, else null), delivery
/// {courier_id,courier,dispatch} and outside {source,number,accept_by,refuse_by,paid}, each null when there is none;
/// each line: course, options [{option_id,name,price}], state, state_at, added_at, held, fired_at, prep_seconds,
/// version. Empty texts are null.
void writeOrder(JsonWriter &json, const Order &order, OrderView view);
/// What writeOrder() wrote; ValidationFailed with the places that do not fit.
Result<Order> readOrder(const JsonValue &json);

/// The order in the data of an answer to a command: the data itself, or its "order" (terminals get it beside
/// "new_status", so that a confirmed command and its effect reach their cache together). Nothing when there is none.
std::optional<Order> orderInAnswer(const JsonValue &data);

} // namespace oshaq

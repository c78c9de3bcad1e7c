// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/money.h"
#include "models/domain/orderedit.h"
#include "models/domain/settingrules.h"
#include "sync/protocol/commandjson.h"
#include "sync/protocol/schema.h"

#include <utility>
#include <vector>

namespace oshaq {

/// What the office sends: edits and bulk changes of orders, settings, flags.
/// PATCH business/orders/{id}: {"note"?,"table"?,"allergy"?,"covers"?,"promised_at"?,"version"?,"from"?}; null empties
/// a field.
const Schema &orderEditSchema();
const Schema &
bulkStatusSchema();             ///< {"orders":[{"order_id","status","reason"?,"from"?,"acted_at"?}],"all_or_nothing"?}
const Schema &settingsSchema(); ///< {"version"?,"settings":{KEY:VALUE}}
const Schema &flagsSchema();    ///< {"flags":[{"name","enabled","owner","expires_at","description"?,"version"?}]}

/// The edit of a body; texts come out in NFC, those that are to be without spaces around them. ValidationFailed when
/// nothing changes, or when "from" is there and does not name a field that does. A version in If-Match is the route's
/// to add.
Result<OrderEdit> readOrderEdit(const JsonValue &body);
/// What readOrderEdit() reads back. Addressed by uuid: after a restore the hub may give the number to another order.
CommandRequest orderEditRequest(const QString &orderUuid, const OrderEdit &edit);

/// The settings of a checked body: every one that is there and not null.
Result<std::vector<std::pair<QString, SettingValue>>> readSettings(const JsonValue &settings, const Currency &currency);
void writeSetting(JsonWriter &json, const SettingRule &rule, const SettingValue &value, const Currency &currency);

/// What the office gets.
namespace outputs {

Schema bulkResults();
Schema orderHistory();
Schema auditRow();
Schema settings();
Schema flags();
Schema cleanup();
Schema analytics();
Schema report();

} // namespace outputs

} // namespace oshaq

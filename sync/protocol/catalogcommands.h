// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/catalogedit.h"
#include "models/domain/money.h"
#include "sync/protocol/json.h"
#include "sync/protocol/schema.h"

namespace oshaq {

/// Bodies of the catalog's routes. A new row's names what it must have; a change's has all of it optional and the
/// `version` that the person saw. In a change null takes away what can be taken away (station_id, quantity_step,
/// back_at) and means nothing elsewhere.
const Schema &newCategorySchema();
const Schema &categoryChangeSchema();
const Schema &newItemSchema();
const Schema &itemChangeSchema();
const Schema &catalogChangeSchema(); ///< {"categories":[{"act","category_id"?,...}],"items":[...]}
const Schema &availabilitySchema();  ///< {"available","back_at"?,"acted_at"?}
const Schema &newStationSchema();
const Schema &stationChangeSchema();
const Schema &newTerminalSchema();
const Schema &terminalChangeSchema();
const Schema &tokenRotationSchema(); ///< {"overlap_seconds"?}

/// The readers take what validate() let through; texts come out in NFC.
Result<CategoryEdit> readCategoryEdit(const JsonValue &body);
Result<ItemEdit> readItemEdit(const JsonValue &body, const Currency &currency);
StationEdit readStationEdit(const JsonValue &body);
TerminalEdit readTerminalEdit(const JsonValue &body);

} // namespace oshaq

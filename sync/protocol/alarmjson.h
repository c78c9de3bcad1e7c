// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/unpaintedalarm.h"
#include "sync/protocol/json.h"

#include <vector>

namespace oshaq {

/// [{"kind":"unpainted","order_id":123,"number":"A-042","station_id":1,"station":"Grill","since":"...","away":false,
/// "paper":{"printer":"Grill printer","state":"queued|sending|printed|failed|cancelled"}|null}].
void writeAlarms(JsonWriter &json, const std::vector<UnpaintedAlarm> &alarms);

/// What this program understands of them: an alarm of another kind, or one that is not whole, is left out. They must
/// never keep the feed from being read.
std::vector<UnpaintedAlarm> readAlarms(const JsonValue &alarms);

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/systemoverview.h"
#include "sync/protocol/json.h"
#include "sync/protocol/schema.h"

namespace oshaq {

/// Data of GET admin/system.
QByteArray systemJson(const SystemOverview &system);
/// ValidationFailed for what is none; alarms and services of a newer hub that this program has no words for are left
/// out.
Result<SystemOverview> readSystem(const JsonValue &data);

/// Data of POST admin/system/alarms/{id}/confirm.
QByteArray systemAlarmJson(const SystemAlarm &alarm);
Result<SystemAlarm> readSystemAlarm(const JsonValue &data);

namespace outputs {
Schema system();
Schema systemAlarm();
} // namespace outputs

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hub/auditreads.h"
#include "sync/protocol/json.h"

namespace oshaq {

/// outputs::auditRow().
void writeAuditRow(JsonWriter &json, const AuditRow &row);
/// Its members, inside an object that has more.
void writeAuditMembers(JsonWriter &json, const AuditRow &row);

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/dayend.h"
#include "models/domain/money.h"
#include "models/domain/result.h"
#include "sync/protocol/json.h"
#include "sync/protocol/schema.h"

#include <QByteArray>
#include <QDate>

#include <optional>
#include <vector>

namespace oshaq {

const Schema &newDayEndSchema();   ///< {"day":"2026-11-29"}
const Schema &printDayEndSchema(); ///< {"printer_id"?}

/// The members of a day-end report, of an object that is already begun: more may follow. `currency` is the business's.
void writeDayEndFields(JsonWriter &json, const DayEnd &dayEnd, const Currency &currency);
void writeDayEnd(JsonWriter &json, const DayEnd &dayEnd, const Currency &currency);
/// What writeDayEnd() wrote, or an object that begins like it; ValidationFailed with the places that do not fit.
Result<DayEnd> readDayEnd(const JsonValue &json);

QByteArray newDayEndBody(const QDate &day);
QByteArray printDayEndBody(const std::optional<qint64> &printerId);

namespace outputs {

std::vector<SchemaField> dayEndFields();
Schema dayEnd();

} // namespace outputs

} // namespace oshaq

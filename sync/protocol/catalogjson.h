// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/catalog.h"
#include "models/domain/money.h"
#include "sync/protocol/json.h"

namespace oshaq {

/// The public menu at that moment: {"categories":[...],"currency":"KZT"} as in DESIGN section 8. What is off the menu,
/// or not on sale by its hours, is not "available". Items say the step and the hours that apply to them, their own or
/// their category's.
QByteArray menuJson(const Catalog &catalog, const Currency &currency, const QString &timeZone, qint64 nowMs);

/// The member "hours": [{"weekdays":[1,...,7],"from_minutes":420,"to_minutes":660}], 1 being Monday; empty: always.
void writeSaleHours(JsonWriter &json, const SaleHours &hours);

/// The feed's and the snapshot's catalog rows (with versions, stations, external ids), not the public menu.
void writeCatalog(JsonWriter &json, const Catalog &catalog, const Currency &currency);
Result<Catalog> readCatalog(const JsonValue &json, const Currency &currency);

/// The rows one by one, as the feed carries them. A row's quantity_step is null where the category's applies.
void writeItemRow(JsonWriter &json, const Item &item, const Currency &currency);
void writeCategoryRow(JsonWriter &json, const Category &category);
void writeStationRow(JsonWriter &json, const Station &station);
void writeBusinessRow(JsonWriter &json, const Business &business);
Result<Item> readItemRow(const JsonValue &json, const Currency &currency);
Result<Category> readCategoryRow(const JsonValue &json);
Result<Station> readStationRow(const JsonValue &json);
Result<Business> readBusinessRow(const JsonValue &json);

} // namespace oshaq

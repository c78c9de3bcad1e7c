// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/catalogchange.h"
#include "models/domain/money.h"
#include "sync/protocol/json.h"

namespace oshaq {

/// Several changes of the menu on the wire, as catalogChangeSchema() has them.
QByteArray catalogChangeBody(const CatalogChange &change, const Currency &currency);
/// Takes what validate() let through; ValidationFailed names the places ("items[3].price").
Result<CatalogChange> readCatalogChange(const JsonValue &body, const Currency &currency);

/// The answer to it: {"categories":[...],"items":[...]}, rows as the feed has them.
void writeCatalogChanged(JsonWriter &json, const CatalogChanged &changed, const Currency &currency);
Result<CatalogChanged> readCatalogChanged(const JsonValue &json, const Currency &currency);

/// Whether a dish can be had, as availabilitySchema() has it. 0: not said.
QByteArray availabilityBody(bool available, qint64 backAtMs, qint64 actedAtMs);

} // namespace oshaq

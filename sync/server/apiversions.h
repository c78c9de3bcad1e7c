// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/money.h"
#include "models/domain/result.h"
#include "sync/protocol/json.h"
#include "sync/protocol/schema.h"

#include <QByteArray>

#include <optional>

namespace oshaq {

/// The versions of the API are renderings of the same answers: routes write v1's form of the data, and what v2 says
/// otherwise follows from the route's schemas. No route knows which version it serves.
namespace apiversions {

inline constexpr int newest = 2;

/// "v1" is 1. Nothing: it is no version segment at all; 0: a version that does not exist.
std::optional<int> fromSegment(QStringView segment);

bool hasMoney(const Schema &schema);

/// v1's data in v2's form: amounts become {"amount":125000,"currency":"KZT"}. The currency is the one that the object
/// says itself ("currency"), or its cost does, else `currency`.
void writeV2(JsonWriter &json, const JsonValue &data, const Schema &schema, const Currency &currency);

/// A body of v2 in v1's form, before it is validated. ValidationFailed for amounts that are none, or of another
/// currency than the business's.
Result<JsonValue> readV2(const JsonValue &body, const Schema &schema, const Currency &currency);

} // namespace apiversions

} // namespace oshaq

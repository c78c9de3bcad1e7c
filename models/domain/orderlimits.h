// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/orderedit.h"
#include "models/domain/pricing.h"
#include "models/domain/result.h"

#include <QString>

#include <vector>

namespace oshaq::orderlimits {

// How long and how many what people say of an order may be. One place for both sides: the API's schemas are made of
// these, and a terminal asks before it writes to its outbox. What only the hub refuses comes back too late: an order
// that was taken an hour ago is parked for a long note. Texts are measured in code points.

inline constexpr int maxName = 200;
inline constexpr int maxNote = 500; ///< of an order, of a line, of an allergy
inline constexpr int maxAddress = 500;
inline constexpr int maxReason = 500;
inline constexpr int maxTable = 50;
inline constexpr int maxCovers = 999;
inline constexpr int maxLines = 200; ///< of one request
inline constexpr int maxOptions = 50;
inline constexpr int maxCourse = 20;
inline constexpr int minPhoneDigits = 5;
inline constexpr int maxPhone = 32;

qsizetype codePoints(const QString &text);
/// Control characters, and U+FFFE and U+FFFF, which are no characters: SQLite would take a leading U+FFFE for a swapped
/// byte order mark. `multiLine`: line breaks and tabs are text.
bool hasForbiddenControl(const QString &text, bool multiLine);
/// Digits with blanks, hyphens and brackets, perhaps a plus before them.
bool isPhone(const QString &text);

/// ValidationFailed with every place that is wrong, by the API's paths ("guest_phone", "items[0].note"). Whether the
/// dishes exist is priceOrder()'s question.
Result<void> check(const NewOrder &request);
Result<void> check(const std::vector<NewOrderLine> &lines);
Result<void> check(const OrderFields &fields);
Result<void> checkReason(const QString &reason);

} // namespace oshaq::orderlimits

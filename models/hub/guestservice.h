// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hub/phonecodestore.h"
#include "models/hub/secrethash.h"
#include "models/hub/writer.h"

namespace oshaq {

/// Whoever sat at a table has gone by then; their token must not order to it from home.
inline constexpr qint64 tableGuestTokenMs = qint64{12} * 60 * 60 * 1000;

/// Of codes on phones: a million of them take longer to try from a stolen file than one is good for.
HashCost phoneCodeCost();

/// A code that is six digits, with leading zeros.
QString makePhoneCode();

/// How guests get a token of their own without anybody of the restaurant.
namespace guestwrites {

/// A new guest at the table whose code this is: never anybody's account. `address` is where the request came from;
/// wrong codes lock it. The business is the code's. Outcome 201: entityId = user, secret = token, values = {its
/// expiry}; with code 401 and no secret: no table has this code now.
Result<WriteOutcome> byTableCode(WriteContext &context, const QString &code, const QString &name, const QString &phone,
                                 const QString &address);

/// Keeps a code that is to go to that phone, known or not; RateLimited when too many went there or from that address.
/// `phone` is normalPhone()'s, `codeHash` secrethash's.
Result<WriteOutcome> keepPhoneCode(WriteContext &context, qint64 businessId, const QString &phone,
                                   const QString &codeHash, const QString &address);

/// First step of verifying: counts the try. Outcome: values = {1 when there is a code to try}.
Result<WriteOutcome> countPhoneTry(WriteContext &context, qint64 businessId, const QString &phone);

/// Last step: uses up the code that has this hash, and signs in whoever has this phone verified, or a new guest.
/// `name` counts only where there is none yet. Outcome as byTableCode(), with code 200.
Result<WriteOutcome> byPhoneCode(WriteContext &context, qint64 businessId, const QString &phone,
                                 const QString &codeHash, const QString &name);

} // namespace guestwrites

namespace guestreads {

/// On a worker: slow. The hash that fits the code; empty: none, which takes as long.
Result<QString> matchPhoneCode(sql::Database &database, qint64 businessId, const QString &phone, const QString &code,
                               qint64 nowMs);

} // namespace guestreads

} // namespace oshaq

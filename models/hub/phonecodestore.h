// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/sql/database.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace oshaq {

/// At most one code in this time, for a phone and for whoever asks.
inline constexpr qint64 phoneCodePauseMs = 60 * 1000;
inline constexpr qint64 phoneCodeLifetimeMs = 5 * 60 * 1000;
inline constexpr int maxPhoneCodeTries = 5;
inline constexpr int maxCodesPerPhone = 5;    ///< in an hour
inline constexpr int maxCodesPerAddress = 30; ///< in an hour: one restaurant's guests share one address

/// The tables `phone_codes` and `phone_code_requests`: codes that went to phones, and how many were asked for. Both
/// forget by themselves.
namespace phonecodestore {

/// What stands for a phone here: keyed (see sql::FieldKeys), because all phones that there are can be tried in minutes.
Result<QByteArray> phoneHash(sql::Database &database, qint64 businessId, const QString &phone);

/// Counts a code that is to go out, or RateLimited (see attemptlock::retryAfterSeconds) and nothing is counted.
Result<void> countRequest(sql::Database &database, qint64 businessId, const QString &phone, const QString &address,
                          qint64 nowMs);
/// In place of the one before.
Result<void> set(sql::Database &database, qint64 businessId, const QString &phone, const QString &codeHash,
                 qint64 nowMs);
/// Counts a try before it is checked, so that many at once are no way around the limit. False: there is no code to try,
/// or it was tried too often.
Result<bool> countTry(sql::Database &database, qint64 businessId, const QString &phone, qint64 nowMs);
/// The hash of the code that is good now; empty: none.
Result<QString> hashOf(sql::Database &database, qint64 businessId, const QString &phone, qint64 nowMs);
/// Uses up the code that has this hash; false: somebody was quicker.
Result<bool> take(sql::Database &database, qint64 businessId, const QString &phone, const QString &codeHash,
                  qint64 nowMs);

} // namespace phonecodestore

} // namespace oshaq

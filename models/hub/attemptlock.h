// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/sql/database.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace oshaq {

/// Counts failures to sign in, by whoever or whatever tries, in the database: a restart opens no lock. An attempt is
/// counted before it is checked, so that many at once are no way around the limit; one that was right takes itself
/// back.
namespace attemptlock {

inline constexpr int freeFailures = 5;
/// After the fifth failure; doubles with each further one up to the longest.
inline constexpr qint64 firstLockMs = 30 * 1000;
inline constexpr qint64 longestLockMs = 60 * 60 * 1000;
/// Failures are forgotten this long after the last one or the end of its lock.
inline constexpr qint64 forgetMs = 15 * 60 * 1000;

/// "login:..." or "terminal:3": what is stored of it is a hash.
QByteArray subject(const QString &text);

/// SignInLocked, with the detail "retry_after_seconds", when one of them is locked; nothing is counted then.
Result<void> begin(sql::Database &database, qint64 businessId, const std::vector<QByteArray> &subjects, qint64 nowMs);
/// This attempt was right, the ones before stay counted: whoever has a PIN must not guess others' between two uses of
/// it.
Result<void> takeBack(sql::Database &database, qint64 businessId, const QByteArray &subject, qint64 nowMs);
Result<void> forget(sql::Database &database, qint64 businessId, const QByteArray &subject);

/// A refusal that is one only for a while: SignInLocked or RateLimited.
Error tooSoon(ErrorCode code, const QString &why, qint64 waitMs);
/// Of an error of begin() or tooSoon(); 0 of any other.
qint64 retryAfterSeconds(const Error &error);

} // namespace attemptlock

} // namespace oshaq

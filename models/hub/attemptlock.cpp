// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/attemptlock.h"

#include "models/hub/canonicalhash.h"
#include "models/hub/sqlvalues.h"

#include <algorithm>

namespace oshaq {

namespace {

constexpr QLatin1String retryAfter("retry_after_seconds");

struct Attempts
{
    int failures = 0;
    qint64 lockedUntilMs = 0;
};

Result<Attempts> read(sql::Database &database, qint64 businessId, const QByteArray &subject, qint64 nowMs)
{
    auto rows = database.query(QStringLiteral("SELECT failures, last_at, locked_until FROM sign_in_attempts"
                                              " WHERE business_id = ? AND subject = ?"),
                               {businessId, subject});
    if (!rows)
        return rows.error();
    const auto found = hubsql::nextRow(*rows);
    if (!found)
        return found.error();
    if (!*found)
        return Attempts{};
    if (std::max(rows->integer(1), rows->integer(2)) + attemptlock::forgetMs <= nowMs)
        return Attempts{};
    return Attempts{static_cast<int>(rows->integer(0)), rows->integer(2)};
}

Result<void> write(sql::Database &database, qint64 businessId, const QByteArray &subject, const Attempts &attempts,
                   qint64 nowMs)
{
    return database.run(QStringLiteral("INSERT INTO sign_in_attempts (business_id, subject, failures, last_at,"
                                       " locked_until) VALUES (?, ?, ?, ?, ?) ON CONFLICT (business_id, subject) DO"
                                       " UPDATE SET failures = excluded.failures, last_at = excluded.last_at,"
                                       " locked_until = excluded.locked_until"),
                        {businessId, subject, qint64{attempts.failures}, nowMs, attempts.lockedUntilMs});
}

qint64 lockFor(int failures)
{
    if (failures < attemptlock::freeFailures)
        return 0;
    const int doublings = std::min(failures - attemptlock::freeFailures, 10);
    return std::min(attemptlock::firstLockMs << doublings, attemptlock::longestLockMs);
}

} // namespace

QByteArray attemptlock::subject(const QString &text)
{
    return CanonicalHash("oshaq.attempts.1").add(text).result();
}

Error attemptlock::tooSoon(ErrorCode code, const QString &why, qint64 waitMs)
{
    const qint64 seconds = (waitMs + 999) / 1000;
    return Error{code,
                 QStringLiteral("%1; try again in %2 seconds.").arg(why).arg(seconds),
                 {{QString(retryAfter), QString::number(seconds)}}};
}

Result<void> attemptlock::begin(sql::Database &database, qint64 businessId, const std::vector<QByteArray> &subjects,
                                qint64 nowMs)
{
    std::vector<Attempts> all;
    qint64 lockedUntilMs = 0;
    for (const QByteArray &one : subjects) {
        const auto attempts = read(database, businessId, one, nowMs);
        if (!attempts)
            return attempts.error();
        lockedUntilMs = std::max(lockedUntilMs, attempts->lockedUntilMs);
        all.push_back(*attempts);
    }
    if (lockedUntilMs > nowMs)
        return tooSoon(ErrorCode::SignInLocked, QStringLiteral("Too many failures"), lockedUntilMs - nowMs);
    for (size_t i = 0; i < subjects.size(); ++i) {
        Attempts attempts = all[i];
        ++attempts.failures;
        const qint64 lock = lockFor(attempts.failures);
        attempts.lockedUntilMs = lock > 0 ? nowMs + lock : 0;
        if (const auto written = write(database, businessId, subjects[i], attempts, nowMs); !written)
            return written;
    }
    return {};
}

Result<void> attemptlock::takeBack(sql::Database &database, qint64 businessId, const QByteArray &subject, qint64 nowMs)
{
    const auto attempts = read(database, businessId, subject, nowMs);
    if (!attempts)
        return attempts.error();
    return write(database, businessId, subject, Attempts{std::max(0, attempts->failures - 1), 0}, nowMs);
}

Result<void> attemptlock::forget(sql::Database &database, qint64 businessId, const QByteArray &subject)
{
    return database.run(QStringLiteral("DELETE FROM sign_in_attempts WHERE business_id = ? AND subject = ?"),
                        {businessId, subject});
}

qint64 attemptlock::retryAfterSeconds(const Error &error)
{
    for (const ErrorDetail &detail : error.details) {
        const bool isLimit = error.code == ErrorCode::SignInLocked || error.code == ErrorCode::RateLimited;
        if (isLimit && detail.path == retryAfter)
            return detail.issue.toLongLong();
    }
    return 0;
}

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/phonecodestore.h"

#include "models/domain/timespans.h"
#include "models/hub/attemptlock.h"
#include "models/hub/canonicalhash.h"
#include "models/hub/sqlvalues.h"

#include <algorithm>

namespace oshaq {

namespace {

/// A phone or an address that codes were asked for or from.
struct Asker
{
    QByteArray subject;
    int most = 0;       ///< in an hour
    qint64 pauseMs = 0; ///< between two
    qint64 sinceMs = 0;
    qint64 sent = 0;
};

/// How long this one has to wait still; 0: not at all.
Result<qint64> waitMs(sql::Database &database, qint64 businessId, Asker *asker, qint64 nowMs)
{
    auto rows = database.query(QStringLiteral("SELECT since, sent, last_at FROM phone_code_requests"
                                              " WHERE business_id = ? AND subject = ?"),
                               {businessId, asker->subject});
    if (!rows)
        return rows.error();
    const auto found = hubsql::nextRow(*rows);
    if (!found)
        return found.error();
    asker->sinceMs = nowMs;
    if (!*found)
        return qint64{0};
    const qint64 pause = rows->integer(2) + asker->pauseMs - nowMs;
    if (rows->integer(0) + hourMs <= nowMs)
        return std::max(qint64{0}, pause);
    asker->sinceMs = rows->integer(0);
    asker->sent = rows->integer(1);
    const qint64 hour = asker->sent >= asker->most ? asker->sinceMs + hourMs - nowMs : 0;
    return std::max({qint64{0}, pause, hour});
}

} // namespace

Result<QByteArray> phonecodestore::phoneHash(sql::Database &database, qint64 businessId, const QString &phone)
{
    auto row = database.query(QStringLiteral("SELECT oshaq_index('phone.code', ?, ?)"), {businessId, phone});
    if (!row)
        return row.error();
    if (const auto found = hubsql::nextRow(*row); !found)
        return found.error();
    return CanonicalHash("oshaq.phone.2").add(row->bytes(0)).result();
}

Result<void> phonecodestore::countRequest(sql::Database &database, qint64 businessId, const QString &phone,
                                          const QString &address, qint64 nowMs)
{
    const auto forgotten =
        database.run(QStringLiteral("DELETE FROM phone_code_requests WHERE business_id = ? AND since <= ?"
                                    " AND last_at <= ?"),
                     {businessId, nowMs - hourMs, nowMs - phoneCodePauseMs});
    if (!forgotten)
        return forgotten.error();
    const auto phoneSubject = phoneHash(database, businessId, phone);
    if (!phoneSubject)
        return phoneSubject.error();
    // Whoever shares an address with others must not wait for each of them.
    Asker askers[] = {{*phoneSubject, maxCodesPerPhone, phoneCodePauseMs},
                      {attemptlock::subject(QStringLiteral("phone code from:") + address), maxCodesPerAddress}};
    qint64 longestMs = 0;
    for (Asker &asker : askers) {
        const auto wait = waitMs(database, businessId, &asker, nowMs);
        if (!wait)
            return wait.error();
        longestMs = std::max(longestMs, *wait);
    }
    if (longestMs > 0)
        return attemptlock::tooSoon(ErrorCode::RateLimited, QStringLiteral("Too many codes"), longestMs);
    for (const Asker &asker : askers) {
        const auto counted =
            database.run(QStringLiteral("INSERT INTO phone_code_requests (business_id, subject, since, sent, last_at)"
                                        " VALUES (?, ?, ?, ?, ?) ON CONFLICT (business_id, subject) DO UPDATE SET"
                                        " since = excluded.since, sent = excluded.sent, last_at = excluded.last_at"),
                         {businessId, asker.subject, asker.sinceMs, asker.sent + 1, nowMs});
        if (!counted)
            return counted.error();
    }
    return {};
}

Result<void> phonecodestore::set(sql::Database &database, qint64 businessId, const QString &phone,
                                 const QString &codeHash, qint64 nowMs)
{
    const auto hash = phoneHash(database, businessId, phone);
    if (!hash)
        return hash.error();
    const auto forgotten = database.run(
        QStringLiteral("DELETE FROM phone_codes WHERE business_id = ? AND expires_at <= ?"), {businessId, nowMs});
    if (!forgotten)
        return forgotten.error();
    return database.run(QStringLiteral("INSERT INTO phone_codes (business_id, phone_hash, code_hash, tries, created_at,"
                                       " expires_at) VALUES (?, ?, ?, 0, ?, ?) ON CONFLICT (business_id, phone_hash)"
                                       " DO UPDATE SET code_hash = excluded.code_hash, tries = 0,"
                                       " created_at = excluded.created_at, expires_at = excluded.expires_at"),
                        {businessId, *hash, codeHash, nowMs, nowMs + phoneCodeLifetimeMs});
}

Result<bool> phonecodestore::countTry(sql::Database &database, qint64 businessId, const QString &phone, qint64 nowMs)
{
    const auto hash = phoneHash(database, businessId, phone);
    if (!hash)
        return hash.error();
    auto counted = database.query(QStringLiteral("UPDATE phone_codes SET tries = tries + 1 WHERE business_id = ?"
                                                 " AND phone_hash = ? AND expires_at > ? AND tries < ?"),
                                  {businessId, *hash, nowMs, qint64{maxPhoneCodeTries}});
    if (!counted)
        return counted.error();
    return counted->rowsAffected() > 0;
}

Result<QString> phonecodestore::hashOf(sql::Database &database, qint64 businessId, const QString &phone, qint64 nowMs)
{
    const auto hash = phoneHash(database, businessId, phone);
    if (!hash)
        return hash.error();
    auto rows = database.query(QStringLiteral("SELECT code_hash FROM phone_codes WHERE business_id = ?"
                                              " AND phone_hash = ? AND expires_at > ?"),
                               {businessId, *hash, nowMs});
    if (!rows)
        return rows.error();
    const auto found = hubsql::nextRow(*rows);
    if (!found)
        return found.error();
    return *found ? rows->text(0) : QString();
}

Result<bool> phonecodestore::take(sql::Database &database, qint64 businessId, const QString &phone,
                                  const QString &codeHash, qint64 nowMs)
{
    const auto hash = phoneHash(database, businessId, phone);
    if (!hash)
        return hash.error();
    auto taken = database.query(QStringLiteral("DELETE FROM phone_codes WHERE business_id = ? AND phone_hash = ?"
                                               " AND code_hash = ? AND expires_at > ?"),
                                {businessId, *hash, codeHash, nowMs});
    if (!taken)
        return taken.error();
    return taken->rowsAffected() > 0;
}

} // namespace oshaq

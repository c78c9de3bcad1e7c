// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hub/principal.h"
#include "sync/server/answercache.h"

#include <QByteArray>
#include <QHash>

#include <atomic>
#include <optional>

namespace oshaq {

/// How often tokens were known, over all threads.
struct TokenLookups
{
    std::atomic<quint64> hits{0};
    std::atomic<quint64> misses{0};
};

/// Whose the tokens are that one HTTP thread saw lately. Everything in it goes when a commit touches sessions or what
/// they tell of, so a token that was revoked is unknown here before the revocation is answered. Keeps hashes only.
///
/// Use: take the stamp, find(); on a miss read the database and keep() under the stamp taken before.
class TokenCache final
{
    Q_DISABLE_COPY_MOVE(TokenCache)

public:
    static constexpr qsizetype maxTokens = 16'384;

    TokenCache() = default;

    /// Nothing when the token is unknown, was kept under another stamp, or has expired.
    std::optional<Principal> find(const QByteArray &token, const DataVersions::Stamp &stamp, qint64 nowMs);
    /// Only of tokens that are good: nobody fills this with guesses.
    void keep(const QByteArray &token, const DataVersions::Stamp &stamp, const Principal &principal);
    qsizetype size() const { return m_principals.size(); }

private:
    static QByteArray keyOf(const QByteArray &token);
    void turnTo(const DataVersions::Stamp &stamp);

    QHash<QByteArray, Principal> m_principals; ///< as of m_stamp
    DataVersions::Stamp m_stamp{};
};

} // namespace oshaq

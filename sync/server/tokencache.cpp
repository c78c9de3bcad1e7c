// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/tokencache.h"

#include "models/runtime/sha256.h"

namespace oshaq {

std::optional<Principal> TokenCache::find(const QByteArray &token, const DataVersions::Stamp &stamp, qint64 nowMs)
{
    turnTo(stamp);
    const auto found = m_principals.constFind(keyOf(token));
    if (found == m_principals.constEnd())
        return std::nullopt;
    if (found->expiresAtMs != 0 && found->expiresAtMs <= nowMs) {
        m_principals.erase(found);
        return std::nullopt;
    }
    return *found;
}

void TokenCache::keep(const QByteArray &token, const DataVersions::Stamp &stamp, const Principal &principal)
{
    turnTo(stamp);
    // More than a site has at one time; to begin anew is cheaper than to note for each request who came last.
    if (m_principals.size() >= maxTokens)
        m_principals.clear();
    m_principals.insert(keyOf(token), principal);
}

QByteArray TokenCache::keyOf(const QByteArray &token)
{
    return sha256(token);
}

void TokenCache::turnTo(const DataVersions::Stamp &stamp)
{
    if (stamp == m_stamp)
        return;
    m_principals.clear();
    m_stamp = stamp;
}

} // namespace oshaq

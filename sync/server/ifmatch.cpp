// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/ifmatch.h"

namespace oshaq {

namespace {

Error invalid(const QString &path, const QString &issue)
{
    return {ErrorCode::ValidationFailed, QStringLiteral("The request is wrong in one place."), {{path, issue}}};
}

} // namespace

Result<std::optional<qint64>> seenVersion(const Exchange &exchange)
{
    std::optional<qint64> seen;
    if (const JsonValue &version = exchange.body[u"version"]; version.isNumber())
        seen = version.integer();
    QByteArray tag = exchange.request.header("if-match").trimmed();
    if (tag.isEmpty() || tag == "*")
        return seen;
    if (tag.startsWith("W/"))
        tag.remove(0, 2);
    if (tag.size() >= 2 && tag.startsWith('"') && tag.endsWith('"'))
        tag = tag.mid(1, tag.size() - 2);
    bool isNumber = false;
    const qint64 version = tag.toLongLong(&isNumber);
    if (!isNumber || version < 0)
        return invalid(QStringLiteral("If-Match"), QStringLiteral("must be the version, such as \"7\""));
    if (seen && *seen != version)
        return invalid(QStringLiteral("version"), QStringLiteral("differs from If-Match"));
    return std::optional(version);
}

Result<qint64> requiredVersion(const Exchange &exchange)
{
    const auto seen = seenVersion(exchange);
    if (!seen)
        return seen.error();
    if (!*seen)
        return invalid(QStringLiteral("version"), QStringLiteral("is required, here or in If-Match"));
    return **seen;
}

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/conditional.h"

#include <algorithm>

namespace oshaq::conditional {

bool matchesTag(const QByteArray &header, const QByteArray &etag)
{
    for (const QByteArray &part : header.split(',')) {
        QByteArray tag = part.trimmed();
        if (tag == "*")
            return true;
        if (tag.startsWith("W/"))
            tag.remove(0, 2);
        if (tag == etag)
            return true;
    }
    return false;
}

bool answerNotModified(Exchange &exchange, const QByteArray &etag, const QByteArray &cacheControl)
{
    exchange.addHeader("ETag", etag);
    exchange.addHeader("Cache-Control", cacheControl);
    if (!matchesTag(exchange.request.header("if-none-match"), etag))
        return false;
    exchange.response.status = 304;
    return true;
}

void tagVersion(Exchange &exchange, qint64 version)
{
    exchange.addHeader("ETag", '"' + QByteArray::number(version) + '"');
}

Result<std::optional<qint64>> statedVersion(const Exchange &exchange)
{
    const JsonValue &member = exchange.body[u"version"];
    const std::optional<qint64> inBody = member.isNumber() ? std::optional(member.integer()) : std::nullopt;
    const QByteArray header = exchange.request.header("if-match");
    if (header.isEmpty() || header == "*")
        return inBody;
    bool isNumber = false;
    const qint64 version = header.size() > 2 && header.startsWith('"') && header.endsWith('"')
                               ? header.mid(1, header.size() - 2).toLongLong(&isNumber)
                               : 0;
    const auto wrong = [](const QString &issue) {
        return Error{ErrorCode::ValidationFailed, issue, {{QStringLiteral("If-Match"), issue}}};
    };
    if (!isNumber || version < 1)
        return wrong(QStringLiteral("If-Match takes the ETag of the row, such as \"7\" in its quotes."));
    if (inBody && *inBody != version)
        return wrong(QStringLiteral("If-Match and version name two versions."));
    return std::optional(version);
}

Result<std::optional<qint64>> neededVersion(const Exchange &exchange)
{
    const auto version = statedVersion(exchange);
    if (!version || version->has_value() || exchange.request.header("if-match") == "*")
        return version;
    return Error{ErrorCode::ValidationFailed,
                 QStringLiteral("Say which version you saw, so that nobody's change is lost."),
                 {{QStringLiteral("version"), QStringLiteral("is required, here or as If-Match")}}};
}

} // namespace oshaq::conditional

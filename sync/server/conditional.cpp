// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/conditional.h"

namespace oshaq::conditional {

bool matchesTag(const QByteArray &header, const QByteArray &etag)
{
    if (header.isEmpty())
        return false;
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
    exchange.addHeader(QByteArrayLiteral("ETag"), etag);
    exchange.addHeader(QByteArrayLiteral("Cache-Control"), cacheControl);
    if (!matchesTag(exchange.request.header("if-none-match"), etag))
        return false;
    exchange.response.status = 304;
    return true;
}

void tagVersion(Exchange &exchange, qint64 version)
{
    exchange.addHeader("ETag", '"' + QByteArray::number(version) + '"');
}

} // namespace oshaq::conditional

// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/hubendpoint.h"

#include "sync/protocol/screenjson.h"

#include <QFile>

namespace oshaq {

namespace {

Error invalid(const QString &path, const QString &issue)
{
    return Error{ErrorCode::ValidationFailed,
                 QStringLiteral("The hub cannot be reached like this: %1 %2.").arg(path, issue),
                 {{path, issue}}};
}

} // namespace

Result<HubEndpoint> HubEndpoint::make(const QString &baseUrl, const QString &token, const QString &caFile)
{
    const QUrl url(baseUrl, QUrl::StrictMode);
    const QString path = QStringLiteral("url");
    if (!url.isValid() || url.host().isEmpty())
        return invalid(path, QStringLiteral("must be a URL such as http://192.168.1.10:8787"));
    if (url.scheme() != u"http" && url.scheme() != u"https")
        return invalid(path, QStringLiteral("must begin with http:// or https://"));
    if (!url.userInfo().isEmpty() || url.hasQuery() || url.hasFragment())
        return invalid(path, QStringLiteral("must have no user, query or fragment"));
    for (const QChar c : token) {
        if (c <= u' ' || c >= u'\x7f')
            return invalid(QStringLiteral("token"), QStringLiteral("must be printable ASCII without spaces"));
    }
    HubEndpoint endpoint;
    endpoint.m_base = url.toEncoded(QUrl::StripTrailingSlash);
    while (endpoint.m_base.endsWith('/'))
        endpoint.m_base.chop(1);
    endpoint.m_token = token.toLatin1();
    endpoint.m_caFile = QFile::encodeName(caFile);
    return endpoint;
}

Result<void> HubEndpoint::moveTo(const QString &baseUrl)
{
    auto other = make(baseUrl, QString());
    if (!other)
        return other.error();
    m_base = other->m_base;
    return {};
}

Result<HubEndpoint> HubEndpoint::makeStranger(const QString &baseUrl)
{
    Result<HubEndpoint> endpoint = make(baseUrl, QString());
    if (endpoint && !endpoint->m_base.startsWith("https://"))
        return invalid(QStringLiteral("url"), QStringLiteral("must begin with https://"));
    if (endpoint)
        endpoint->m_isStranger = true;
    return endpoint;
}

WireRequest HubEndpoint::request(const QByteArray &method, const QByteArray &path, const QByteArray &body,
                                 const QByteArray &contentType) const
{
    WireRequest request;
    request.method = method;
    request.url = m_base + path;
    request.headers = {{"Accept", "application/json"}, {programVersionHeader, m_version}};
    if (!m_isStranger)
        request.headers.prepend({"Authorization", authorization()});
    request.asksStranger = m_isStranger;
    if (!body.isEmpty()) {
        request.headers.append({QByteArrayLiteral("Content-Type"),
                                contentType.isEmpty() ? QByteArrayLiteral("application/json") : contentType});
    }
    request.body = body;
    request.caFile = m_caFile;
    return request;
}

QUrl HubEndpoint::liveUrl() const
{
    QUrl url = QUrl::fromEncoded(m_base + "/api/v1/business/live", QUrl::StrictMode);
    url.setScheme(url.scheme() == u"https" ? QStringLiteral("wss") : QStringLiteral("ws"));
    return url;
}

} // namespace oshaq

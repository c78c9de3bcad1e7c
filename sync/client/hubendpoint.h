// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "sync/client/httptransport.h"

#include <QUrl>

namespace oshaq {

/// Where the hub is and what this terminal shows it. Makes every request of sync/client.
class HubEndpoint
{
public:
    HubEndpoint() = default;

    /// `baseUrl`: "http://192.168.1.10:8787". ValidationFailed for another scheme, a user, a query or a token that no
    /// header can carry. `caFile`: the hub's own CA in PEM, the only one that is trusted then.
    static Result<HubEndpoint> make(const QString &baseUrl, const QString &token, const QString &caFile = {});

    /// Of somebody who is not trusted yet, https only: what is asked carries no token; see WireRequest::asksStranger.
    static Result<HubEndpoint> makeStranger(const QString &baseUrl);

    /// `path` from the root with its query: "/api/v1/business/snapshot". `contentType`: of the body; empty: JSON.
    WireRequest request(const QByteArray &method, const QByteArray &path, const QByteArray &body = {},
                        const QByteArray &contentType = {}) const;

    /// Another address under which the same token and CA are good. What make() refuses leaves it as it was.
    Result<void> moveTo(const QString &baseUrl);

    /// Who stands at this screen (staff id); 0: nobody is named. For those who ask on behalf of that person.
    void setOperator(qint64 staffId) { m_operatorId = staffId; }
    qint64 operatorId() const { return m_operatorId; }

    /// Which program asks, as every request says it.
    void setVersion(const QByteArray &version) { m_version = version; }
    const QByteArray &version() const { return m_version; }

    /// ws or wss, for business/live.
    QUrl liveUrl() const;
    /// "Bearer ..."; never log it.
    QByteArray authorization() const { return "Bearer " + m_token; }
    /// Without the token, for logs.
    QString baseText() const { return QString::fromLatin1(m_base); }

private:
    QByteArray m_base; ///< without a slash at its end
    QByteArray m_token;
    QByteArray m_caFile;
    bool m_isStranger = false;
    QByteArray m_version = OSHAQ_VERSION;
    qint64 m_operatorId = 0;
};

} // namespace oshaq

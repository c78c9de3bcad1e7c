// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QPair>

#include <vector>

namespace oshaq {

struct HttpField
{
    QByteArray name;
    QByteArray value;
};

/// A request as a value: everything a handler may look at was copied out of the socket's reach.
struct HttpRequest
{
    QByteArray method;                            ///< upper case: "GET"
    QByteArray path;                              ///< as sent, without the query, still percent-encoded
    QByteArray query;                             ///< without '?'
    std::vector<HttpField> headers;               ///< names in lower case
    QByteArray body;
    QByteArray remoteAddress;
    qint64 arrivedAtMs = 0; ///< hub clock
    bool isTls = false;     ///< encrypted on its whole way, as far as the hub knows

    /// The first header of that (lower-case) name, or nothing.
    QByteArray header(QByteArrayView name) const
    {
        for (const auto &[key, value] : headers) {
            if (key == name)
                return value;
        }
        return {};
    }
};

struct HttpResponse
{
    int status = 200;
    QByteArray contentType = "application/json; charset=utf-8";
    QList<QPair<QByteArray, QByteArray>> headers;
    QByteArray body;
};

} // namespace oshaq

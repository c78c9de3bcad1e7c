// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/httpmessage.h"

#include <QByteArray>

namespace oshaq {

/// What of the request, and of the connection's state, shapes the bytes of its answer.
struct ResponseFraming
{
    bool head = false;    ///< HEAD: the head of the answer only, with the length that GET would have
    bool close = false;   ///< the last answer of this connection
    int minorVersion = 1; ///< of the request; HTTP/1.0 clients are told that the connection stays open
};

/// The head of the answer as bytes. `date` is the value of the Date header. Content-Length, Connection and Date belong to
/// the transport; headers of the same names in `response` are left out, and so is any header whose name or value could
/// end the line it stands on.
QByteArray writeHead(const HttpResponse &response, const ResponseFraming &framing, const QByteArray &date);

/// What goes out behind the head: nothing for HEAD, 204 and 304.
QByteArray bodyToSend(const HttpResponse &response, const ResponseFraming &framing);

/// IMF-fixdate of RFC 9110: "Sun, 06 Nov 1994 08:49:37 GMT".
QByteArray httpDate(qint64 msSinceEpoch);

/// "Not Found" for 404; "Unknown" for numbers that have no name here.
QByteArray reasonPhrase(int status);

} // namespace oshaq

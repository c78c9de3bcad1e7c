// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QtGlobal>

namespace oshaq {

/// What the access log says about one request. No names, phones, bodies, queries or tokens.
struct AccessRecord
{
    qint64 atMs = 0;
    QByteArray requestId;
    QByteArray traceId; ///< of a valid traceparent; may be empty
    QByteArray method;
    QByteArray route; ///< pattern of the table; empty: none matched
    QByteArray path;  ///< as sent, without the query
    int status = 0;
    double ms = 0;
    qint64 bytesIn = 0;  ///< body
    qint64 bytesOut = 0; ///< body
    QByteArray address;
    QString principal;    ///< Principal::key(); empty: nobody
    QByteArray errorCode; ///< empty: none
};

/// One JSON object on one line, without the line's end. Anything that looks like one of our tokens is masked, because
/// people paste them into paths and request ids.
QByteArray accessLogLine(const AccessRecord &record);

/// "obt_AbC..." -> "obt_***", also for ott_ and ogt_.
QByteArray maskTokens(QByteArray text);

} // namespace oshaq

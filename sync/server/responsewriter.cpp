// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/responsewriter.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <utility>

namespace oshaq {

namespace {

bool isSafeName(QByteArrayView name)
{
    return !name.isEmpty() &&
           std::all_of(name.begin(), name.end(), [](char c) { return c > 0x20 && c < 0x7f && c != ':'; });
}

bool isSafeValue(QByteArrayView value)
{
    return std::none_of(value.begin(), value.end(), [](char c) { return c == '\r' || c == '\n' || c == '\0'; });
}

bool belongsToTransport(QByteArrayView name)
{
    static constexpr std::array<QByteArrayView, 5> own{"content-length", "connection", "date", "transfer-encoding",
                                                       "content-type"};
    return std::any_of(own.begin(), own.end(), [name](QByteArrayView one) {
        return one.size() == name.size() && name.compare(one, Qt::CaseInsensitive) == 0;
    });
}

/// Lines of a head, in memory that was asked for once.
class HeadWriter
{
public:
    explicit HeadWriter(qsizetype mostBytes)
        : m_bytes(mostBytes, Qt::Uninitialized)
        , m_out(m_bytes.data())
    {}

    void put(QByteArrayView text)
    {
        std::memcpy(m_out, text.data(), static_cast<std::size_t>(text.size()));
        m_out += text.size();
    }

    void put(qint64 number) { m_out = std::to_chars(m_out, m_out + numberBytes, number).ptr; }

    void field(QByteArrayView name, QByteArrayView value)
    {
        put(name);
        put(": ");
        put(value);
        put("\r\n");
    }

    QByteArray take()
    {
        m_bytes.truncate(m_out - m_bytes.constData());
        return std::move(m_bytes);
    }

    static constexpr qsizetype numberBytes = 20;

private:
    QByteArray m_bytes;
    char *m_out;
};

/// Beside the response's own headers: status line, date, length, type's name, connection, and the ends of lines.
constexpr qsizetype frameBytes = 256;
/// ": " and the line's end.
constexpr qsizetype fieldBytes = 4;

} // namespace

QByteArray reasonPhrase(int status)
{
    switch (status) {
    case 100:
        return QByteArrayLiteral("Continue");
    case 101:
        return QByteArrayLiteral("Switching Protocols");
    case 200:
        return QByteArrayLiteral("OK");
    case 201:
        return QByteArrayLiteral("Created");
    case 202:
        return QByteArrayLiteral("Accepted");
    case 204:
        return QByteArrayLiteral("No Content");
    case 206:
        return QByteArrayLiteral("Partial Content");
    case 301:
        return QByteArrayLiteral("Moved Permanently");
    case 302:
        return QByteArrayLiteral("Found");
    case 303:
        return QByteArrayLiteral("See Other");
    case 304:
        return QByteArrayLiteral("Not Modified");
    case 307:
        return QByteArrayLiteral("Temporary Redirect");
    case 308:
        return QByteArrayLiteral("Permanent Redirect");
    case 400:
        return QByteArrayLiteral("Bad Request");
    case 401:
        return QByteArrayLiteral("Unauthorized");
    case 402:
        return QByteArrayLiteral("Payment Required");
    case 403:
        return QByteArrayLiteral("Forbidden");
    case 404:
        return QByteArrayLiteral("Not Found");
    case 405:
        return QByteArrayLiteral("Method Not Allowed");
    case 406:
        return QByteArrayLiteral("Not Acceptable");
    case 408:
        return QByteArrayLiteral("Request Timeout");
    case 409:
        return QByteArrayLiteral("Conflict");
    case 410:
        return QByteArrayLiteral("Gone");
    case 411:
        return QByteArrayLiteral("Length Required");
    case 412:
        return QByteArrayLiteral("Precondition Failed");
    case 413:
        return QByteArrayLiteral("Content Too Large");
    case 414:
        return QByteArrayLiteral("URI Too Long");
    case 415:
        return QByteArrayLiteral("Unsupported Media Type");
    case 416:
        return QByteArrayLiteral("Range Not Satisfiable");
    case 417:
        return QByteArrayLiteral("Expectation Failed");
    case 422:
        return QByteArrayLiteral("Unprocessable Content");
    case 425:
        return QByteArrayLiteral("Too Early");
    case 426:
        return QByteArrayLiteral("Upgrade Required");
    case 428:
        return QByteArrayLiteral("Precondition Required");
    case 429:
        return QByteArrayLiteral("Too Many Requests");
    case 431:
        return QByteArrayLiteral("Request Header Fields Too Large");
    case 500:
        return QByteArrayLiteral("Internal Server Error");
    case 501:
        return QByteArrayLiteral("Not Implemented");
    case 502:
        return QByteArrayLiteral("Bad Gateway");
    case 503:
        return QByteArrayLiteral("Service Unavailable");
    case 504:
        return QByteArrayLiteral("Gateway Timeout");
    case 505:
        return QByteArrayLiteral("HTTP Version Not Supported");
    case 507:
        return QByteArrayLiteral("Insufficient Storage");
    default:
        return QByteArrayLiteral("Unknown");
    }
}

QByteArray httpDate(qint64 msSinceEpoch)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(msSinceEpoch, Qt::UTC);
    return QLocale::c().toString(time, QStringLiteral("ddd, dd MMM yyyy hh:mm:ss")).toLatin1() +
           QByteArrayLiteral(" GMT");
}

namespace {

int statusToSend(const HttpResponse &response)
{
    return response.status >= 200 && response.status <= 599 ? response.status : 500;
}

bool mayHaveBody(int status)
{
    return status != 204 && status != 304;
}

} // namespace

QByteArray writeHead(const HttpResponse &response, const ResponseFraming &framing, const QByteArray &date)
{
    const int status = statusToSend(response);
    const QByteArray phrase = reasonPhrase(status);
    qsizetype most = frameBytes + phrase.size() + date.size() + response.contentType.size();
    for (const auto &[name, value] : response.headers)
        most += name.size() + value.size() + fieldBytes;

    HeadWriter head(most);
    head.put("HTTP/1.1 ");
    head.put(qint64{status});
    head.put(" ");
    head.put(phrase);
    head.put("\r\n");
    head.field("Date", date);
    if (mayHaveBody(status)) {
        if (!response.body.isEmpty() && !response.contentType.isEmpty() && isSafeValue(response.contentType))
            head.field("Content-Type", response.contentType);
        head.put("Content-Length: ");
        head.put(response.body.size());
        head.put("\r\n");
    }
    for (const auto &[name, value] : response.headers) {
        if (isSafeName(name) && isSafeValue(value) && !belongsToTransport(name))
            head.field(name, value);
    }
    if (framing.close)
        head.field("Connection", "close");
    else if (framing.minorVersion == 0)
        head.field("Connection", "keep-alive");
    head.put("\r\n");
    return head.take();
}

QByteArray bodyToSend(const HttpResponse &response, const ResponseFraming &framing)
{
    return framing.head || !mayHaveBody(statusToSend(response)) ? QByteArray() : response.body;
}

} // namespace oshaq

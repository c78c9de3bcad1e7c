// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/server/httpmessage.h"

#include <QByteArray>
#include <QByteArrayView>

#include <vector>

namespace oshaq {

/// Sizes a request head may have. All in bytes, except the count of fields.
struct HeadLimits
{
    int maxHeadBytes = 16 * 1024;
    int maxHeaderFields = 64;
    int maxTargetBytes = 4 * 1024;
    qint64 maxBodyBytes = 1024 * 1024;
};

/// A head that passed every rule, in the words of the client.
struct RequestHead
{
    QByteArray method;
    QByteArray path;  ///< of origin-form and absolute-form targets; "*" for OPTIONS *
    QByteArray query; ///< without '?'
    std::vector<HttpField> fields; ///< names in lower case, values without the white space around them
    int minorVersion = 1; ///< HTTP/1.x
    qint64 bodyBytes = 0; ///< Content-Length
    bool expectContinue = false;
    bool close = false; ///< the connection ends with this request: `Connection: close`, or HTTP/1.0 without keep-alive
    /// Connection and Upgrade together may mean a WebSocket, also when the request is no valid one. The test is wider
    /// than RFC 6455, so that nothing else in the process can see an upgrade where this flag is down.
    bool upgrade = false;

    QByteArray field(QByteArrayView lowerCaseName) const;
};

/// Decides over the bytes of one HTTP/1 request head as they arrive. Pure: bytes in, verdict out; no socket, no clock.
/// The verdict does not depend on how the bytes were cut into pieces.
///
/// It is stricter than RFC 9112 where leniency is how requests are smuggled: no bare CR or LF, no folded lines, no
/// Transfer-Encoding, one Content-Length, one Host. Methods other than GET, HEAD, POST, PUT, PATCH, DELETE and OPTIONS
/// are 501 (CONNECT and TRACE too), so that the API only answers 405 for methods that it could have. An absolute-form
/// target ("GET http://host/path") is accepted and its host ignored, as there is one site.
class HeadScanner final
{
public:
    enum class Verdict
    {
        Incomplete, ///< wants more bytes
        Complete,   ///< head() is valid; the body begins behind the bytes that feed() took
        Refused,    ///< status(), code() and message() say what to answer; nothing more is read
    };

    explicit HeadScanner(const HeadLimits &limits);

    /// Takes the next bytes of the connection. After Complete or Refused call reset() first.
    Verdict feed(QByteArrayView bytes);

    /// How many bytes of the last feed() belong to this head (all of them while Incomplete).
    qsizetype taken() const { return m_taken; }
    /// How many bytes at the beginning of the last feed() are empty lines before the request line, which count as no
    /// request.
    qsizetype leading() const { return m_leading; }
    /// A byte of the request line has been seen.
    bool started() const { return m_state > State::LeadingLf; }
    /// Bytes of the head so far.
    qsizetype headBytes() const { return m_bytes.size(); }

    const RequestHead &head() const { return m_head; }
    RequestHead takeHead() { return std::move(m_head); }
    /// The bytes of the head as they came, without empty lines before it; until reset().
    const QByteArray &headText() const { return m_bytes; }

    int status() const { return m_status; }
    QByteArray code() const { return m_code; }
    QByteArray message() const { return m_message; }

    /// Ready for the next request of the same connection.
    void reset();

private:
    // The order matters to started(): what comes before the request line stands first.
    enum class State
    {
        Leading,
        LeadingLf,
        Method,
        Target,
        Version,
        RequestLineLf,
        FieldStart,
        FieldName,
        ValueStart,
        Value,
        FieldLf,
        EndLf,
        Complete,
        Refused,
    };

    struct Span
    {
        qsizetype begin = 0;
        qsizetype end = 0;
    };

    struct FieldSpans
    {
        Span name;
        Span value;
    };

    bool stepLeading(unsigned char c);
    bool step(unsigned char c, qsizetype at);
    /// The end of what only prolongs the name, value or target that stands at `at`: nothing is to be decided there.
    qsizetype runEnd(qsizetype at) const;
    bool finishRequestLine();
    bool readTarget(QByteArrayView target);
    bool finishField();
    bool finishHead();
    bool readContentLength(QByteArrayView value);
    bool refuse(int status, const char *code, const char *message);
    QByteArrayView view(Span span) const;

    HeadLimits m_limits;
    State m_state = State::Leading;
    QByteArray m_bytes; ///< the head so far, without leading empty lines
    Span m_method;
    Span m_target;
    Span m_version;
    FieldSpans m_field;
    std::vector<FieldSpans> m_fields;
    int m_leadingLines = 0;
    int m_hosts = 0;
    int m_contentLengths = 0;
    bool m_transferEncoding = false;
    bool m_tooLarge = false;
    bool m_badExpectation = false;
    bool m_connectionClose = false;
    bool m_connectionKeepAlive = false;
    bool m_connectionUpgrade = false;
    bool m_upgradeWebSocket = false;
    RequestHead m_head;

    qsizetype m_taken = 0;
    qsizetype m_leading = 0;
    int m_status = 0;
    QByteArray m_code;
    QByteArray m_message;
};

/// Whether a Host value is a name, an IPv4 address or a bracketed IPv6 address, with an optional port.
bool isValidHost(QByteArrayView host);

/// Whether a comma-separated field value holds a token, ignoring case.
bool hasToken(QByteArrayView list, QByteArrayView token);

} // namespace oshaq

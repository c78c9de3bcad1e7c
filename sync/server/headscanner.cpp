// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/headscanner.h"

#include <algorithm>
#include <array>
#include <utility>

namespace oshaq {

namespace {

constexpr int maxMethodBytes = 32;
constexpr int versionBytes = 8;
constexpr int maxLeadingLines = 2;

constexpr bool isAlpha(unsigned char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

constexpr bool isDigit(unsigned char c)
{
    return c >= '0' && c <= '9';
}

constexpr bool isHexDigit(unsigned char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

constexpr std::array<bool, 256> tokenTable()
{
    std::array<bool, 256> table{};
    for (unsigned c = 0; c < 256; ++c)
        table[c] = isAlpha(static_cast<unsigned char>(c)) || isDigit(static_cast<unsigned char>(c));
    for (const char c : {'!', '#', '$', '%', '&', '\'', '*', '+', '-', '.', '^', '_', '`', '|', '~'})
        table[static_cast<unsigned char>(c)] = true;
    return table;
}

constexpr auto tokenBytes = tokenTable();

constexpr bool isToken(unsigned char c)
{
    return tokenBytes[c];
}

/// Visible characters, blanks, and bytes above ASCII, which RFC 9110 lets pass as opaque data.
constexpr bool isValueByte(unsigned char c)
{
    return (c >= 0x20 && c != 0x7f) || c == '\t';
}

constexpr bool isBlank(unsigned char c)
{
    return c == ' ' || c == '\t';
}

bool equalsIgnoringCase(QByteArrayView a, QByteArrayView b)
{
    return a.size() == b.size() && a.compare(b, Qt::CaseInsensitive) == 0;
}

bool isServedMethod(QByteArrayView method)
{
    static constexpr std::array<const char *, 7> served{"GET", "POST", "PATCH", "HEAD", "PUT", "DELETE", "OPTIONS"};
    return std::any_of(served.begin(), served.end(), [method](const char *name) { return method == name; });
}

/// Lower case; names that nearly every request has without memory of their own.
QByteArray lowerName(QByteArrayView name)
{
    static const std::array<QByteArray, 14> usual{
        QByteArrayLiteral("host"),          QByteArrayLiteral("accept"),        QByteArrayLiteral("origin"),
        QByteArrayLiteral("referer"),       QByteArrayLiteral("connection"),    QByteArrayLiteral("user-agent"),
        QByteArrayLiteral("content-type"),  QByteArrayLiteral("authorization"), QByteArrayLiteral("if-none-match"),
        QByteArrayLiteral("cache-control"), QByteArrayLiteral("content-length"), QByteArrayLiteral("accept-encoding"),
        QByteArrayLiteral("idempotency-key"), QByteArrayLiteral("accept-language")};
    for (const QByteArray &known : usual) {
        if (known.size() == name.size() && equalsIgnoringCase(known, name))
            return known;
    }
    return name.toByteArray().toLower();
}

bool isPort(QByteArrayView port)
{
    return port.size() <= 5 &&
           std::all_of(port.begin(), port.end(), [](char c) { return isDigit(static_cast<unsigned char>(c)); }) &&
           port.toByteArray().toInt() <= 65535;
}

} // namespace

bool isValidHost(QByteArrayView host)
{
    if (host.isEmpty() || host.size() > 255 + 6)
        return false;

    qsizetype nameEnd = 0;
    if (host.front() == '[') {
        nameEnd = host.indexOf(']');
        if (nameEnd < 3)
            return false;
        const QByteArrayView address = host.sliced(1, nameEnd - 1);
        const bool wellFormed = std::all_of(address.begin(), address.end(), [](char c) {
            return isHexDigit(static_cast<unsigned char>(c)) || c == ':' || c == '.';
        });
        if (!wellFormed || address.size() > 45 || std::count(address.begin(), address.end(), ':') < 2)
            return false;
        ++nameEnd;
    } else {
        while (nameEnd < host.size() && host[nameEnd] != ':') {
            const auto c = static_cast<unsigned char>(host[nameEnd]);
            if (!isAlpha(c) && !isDigit(c) && c != '.' && c != '-' && c != '_')
                return false;
            ++nameEnd;
        }
        if (nameEnd == 0)
            return false;
    }
    const QByteArrayView rest = host.sliced(nameEnd);
    return rest.isEmpty() || (rest.front() == ':' && isPort(rest.sliced(1)));
}

bool hasToken(QByteArrayView list, QByteArrayView token)
{
    while (!list.isEmpty()) {
        const qsizetype comma = list.indexOf(',');
        const QByteArrayView item = (comma < 0 ? list : list.first(comma)).trimmed();
        if (equalsIgnoringCase(item, token))
            return true;
        if (comma < 0)
            return false;
        list = list.sliced(comma + 1);
    }
    return false;
}

QByteArray RequestHead::field(QByteArrayView lowerCaseName) const
{
    for (const HttpField &field : fields) {
        if (field.name == lowerCaseName)
            return field.value;
    }
    return {};
}

HeadScanner::HeadScanner(const HeadLimits &limits)
    : m_limits(limits)
{}

void HeadScanner::reset()
{
    const HeadLimits limits = m_limits;
    // The two buffers keep their capacity: one allocation for a connection, not one for each request.
    QByteArray bytes = std::move(m_bytes);
    std::vector<FieldSpans> fields = std::move(m_fields);
    bytes.resize(0);
    fields.clear();
    *this = HeadScanner(limits);
    m_bytes = std::move(bytes);
    m_fields = std::move(fields);
}

QByteArrayView HeadScanner::view(Span span) const
{
    return QByteArrayView(m_bytes).sliced(span.begin, span.end - span.begin);
}

bool HeadScanner::refuse(int status, const char *code, const char *message)
{
    m_state = State::Refused;
    m_status = status;
    m_code = code;
    m_message = message;
    return false;
}

HeadScanner::Verdict HeadScanner::feed(QByteArrayView bytes)
{
    m_taken = 0;
    m_leading = 0;
    if (m_state == State::Complete)
        return Verdict::Complete;
    if (m_state == State::Refused)
        return Verdict::Refused;

    while (m_taken < bytes.size() && m_state <= State::LeadingLf) {
        if (!stepLeading(static_cast<unsigned char>(bytes[m_taken])))
            return Verdict::Refused;
        if (m_state <= State::LeadingLf)
            m_leading = ++m_taken;
    }

    // Taken over in one piece and cut afterwards: much cheaper than growing by single bytes.
    const qsizetype before = m_bytes.size();
    m_bytes.append(bytes.sliced(m_taken));
    for (qsizetype at = before; at < m_bytes.size(); ++at) {
        if (const qsizetype end = runEnd(at); end > at) {
            m_taken += end - at;
            at = end;
            if (m_state == State::Value)
                m_field.value.end = end;
            if (at == m_bytes.size())
                break;
        }
        ++m_taken;
        if (!step(static_cast<unsigned char>(m_bytes.at(at)), at))
            return Verdict::Refused;
        if (m_state == State::Complete) {
            m_bytes.truncate(at + 1);
            return finishHead() ? Verdict::Complete : Verdict::Refused;
        }
    }
    return Verdict::Incomplete;
}

qsizetype HeadScanner::runEnd(qsizetype at) const
{
    // Limits are for step() to find exceeded.
    const qsizetype end = std::min<qsizetype>(m_bytes.size(), m_limits.maxHeadBytes);
    const char *bytes = m_bytes.constData();
    if (m_state == State::Value) {
        while (at < end && isValueByte(static_cast<unsigned char>(bytes[at])) &&
               !isBlank(static_cast<unsigned char>(bytes[at])))
            ++at;
    } else if (m_state == State::FieldName) {
        while (at < end && isToken(static_cast<unsigned char>(bytes[at])))
            ++at;
    }
    return at;
}

bool HeadScanner::stepLeading(unsigned char c)
{
    if (m_state == State::LeadingLf) {
        if (c != '\n')
            return refuse(400, "BAD_REQUEST", "A carriage return stands alone.");
        ++m_leadingLines;
        m_state = State::Leading;
    } else if (c != '\r') {
        m_state = State::Method;
    } else if (m_leadingLines == maxLeadingLines) {
        return refuse(400, "BAD_REQUEST", "Too many empty lines before the request.");
    } else {
        m_state = State::LeadingLf;
    }
    return true;
}

bool HeadScanner::step(unsigned char c, qsizetype at)
{
    switch (m_state) {
    case State::Leading:
    case State::LeadingLf:
    case State::Complete:
    case State::Refused:
        return refuse(400, "BAD_REQUEST", "The request cannot be read.");

    case State::Method:
        if (c == ' ' && at > 0) {
            m_method = {0, at};
            m_target = {at + 1, at + 1};
            m_state = State::Target;
        } else if (!isToken(c)) {
            return refuse(400, "BAD_REQUEST", "The method is not a token.");
        } else if (at >= maxMethodBytes) {
            return refuse(501, "METHOD_NOT_IMPLEMENTED", "This method is not served.");
        }
        break;

    case State::Target:
        if (c == ' ') {
            m_target.end = at;
            if (m_target.end == m_target.begin)
                return refuse(400, "BAD_REQUEST", "The request target is empty.");
            m_version = {at + 1, at + 1};
            m_state = State::Version;
        } else if (c <= 0x20 || c >= 0x7f || c == '#') {
            return refuse(400, "BAD_REQUEST", "The request target has a character that must be percent-encoded.");
        } else if (at - m_target.begin >= m_limits.maxTargetBytes) {
            return refuse(414, "TARGET_TOO_LONG", "The request target is too long.");
        }
        break;

    case State::Version:
        if (c == '\r') {
            m_version.end = at;
            m_state = State::RequestLineLf;
        } else if (at - m_version.begin >= versionBytes || c <= 0x20 || c >= 0x7f) {
            return refuse(400, "BAD_REQUEST", "The request line does not end in an HTTP version.");
        }
        break;

    case State::RequestLineLf:
        if (c != '\n')
            return refuse(400, "BAD_REQUEST", "A carriage return stands alone.");
        if (!finishRequestLine())
            return false;
        m_state = State::FieldStart;
        break;

    case State::FieldStart:
        if (c == '\r') {
            m_state = State::EndLf;
        } else if (isBlank(c)) {
            return refuse(400, "BAD_REQUEST", "Header lines must not be folded.");
        } else if (!isToken(c)) {
            return refuse(400, "BAD_REQUEST", "A header name is not a token.");
        } else {
            m_field = {};
            m_field.name = {at, at};
            m_state = State::FieldName;
        }
        break;

    case State::FieldName:
        if (c == ':') {
            m_field.name.end = at;
            m_state = State::ValueStart;
        } else if (isBlank(c)) {
            return refuse(400, "BAD_REQUEST", "No space is allowed before the colon of a header.");
        } else if (!isToken(c)) {
            return refuse(400, "BAD_REQUEST", "A header name is not a token.");
        }
        break;

    case State::ValueStart:
    case State::Value:
        if (c == '\r') {
            if (m_state == State::ValueStart)
                m_field.value = {at, at};
            m_state = State::FieldLf;
        } else if (!isValueByte(c)) {
            return refuse(400, "BAD_REQUEST", "A header value has a control character.");
        } else if (!isBlank(c)) {
            if (m_state == State::ValueStart)
                m_field.value.begin = at;
            m_field.value.end = at + 1;
            m_state = State::Value;
        }
        break;

    case State::FieldLf:
        if (c != '\n')
            return refuse(400, "BAD_REQUEST", "A carriage return stands alone.");
        if (!finishField())
            return false;
        m_state = State::FieldStart;
        break;

    case State::EndLf:
        if (c != '\n')
            return refuse(400, "BAD_REQUEST", "A carriage return stands alone.");
        m_state = State::Complete;
        break;
    }

    if (at >= m_limits.maxHeadBytes)
        return refuse(431, "HEAD_TOO_LARGE", "The request head is too large.");
    return true;
}

bool HeadScanner::finishRequestLine()
{
    const QByteArrayView version = view(m_version);
    if (version.size() != versionBytes || !version.startsWith("HTTP/") ||
        !isDigit(static_cast<unsigned char>(version[5])) || version[6] != '.' ||
        !isDigit(static_cast<unsigned char>(version[7])))
        return refuse(400, "BAD_REQUEST", "The request line does not end in an HTTP version.");
    if (version[5] != '1' || version[7] > '1')
        return refuse(505, "HTTP_VERSION_NOT_SUPPORTED", "Only HTTP/1.0 and HTTP/1.1 are spoken here.");
    m_head.minorVersion = version[7] - '0';

    const QByteArrayView method = view(m_method);
    if (!isServedMethod(method))
        return refuse(501, "METHOD_NOT_IMPLEMENTED", "This method is not served.");
    m_head.method = method.toByteArray();
    return readTarget(view(m_target));
}

bool HeadScanner::readTarget(QByteArrayView target)
{
    if (target == "*") {
        if (view(m_method) != "OPTIONS")
            return refuse(400, "BAD_REQUEST", "Only OPTIONS may ask for *.");
        m_head.path = "*";
        return true;
    }
    for (const QByteArrayView scheme : {QByteArrayView("http://"), QByteArrayView("https://")}) {
        if (target.size() <= scheme.size() || !equalsIgnoringCase(target.first(scheme.size()), scheme))
            continue;
        target = target.sliced(scheme.size());
        const auto end = std::find_if(target.begin(), target.end(), [](char c) { return c == '/' || c == '?'; });
        if (!isValidHost(target.first(end - target.begin())))
            return refuse(400, "BAD_REQUEST", "The host of the request target is not valid.");
        target = target.sliced(end - target.begin());
        if (target.isEmpty() || target.front() == '?') {
            m_head.path = "/";
            m_head.query = target.isEmpty() ? QByteArray() : target.sliced(1).toByteArray();
            return true;
        }
        break;
    }
    if (target.front() != '/' || target.startsWith("//"))
        return refuse(400, "BAD_REQUEST", "The request target is not a path.");
    const qsizetype question = target.indexOf('?');
    m_head.path = (question < 0 ? target : target.first(question)).toByteArray();
    if (question >= 0)
        m_head.query = target.sliced(question + 1).toByteArray();
    return true;
}

bool HeadScanner::finishField()
{
    if (static_cast<int>(m_fields.size()) == m_limits.maxHeaderFields)
        return refuse(431, "TOO_MANY_HEADERS", "The request has too many headers.");
    m_fields.push_back(m_field);

    const QByteArrayView name = view(m_field.name);
    const QByteArrayView value = view(m_field.value);
    // Few names decide anything, and their lengths differ from most others.
    switch (name.size()) {
    case 4:
        if (equalsIgnoringCase(name, "host") && (++m_hosts > 1 || !isValidHost(value)))
            return refuse(400, "BAD_REQUEST", m_hosts > 1 ? "There is more than one Host." : "The Host is not valid.");
        break;
    case 6:
        if (equalsIgnoringCase(name, "expect")) {
            m_head.expectContinue = equalsIgnoringCase(value, "100-continue");
            m_badExpectation = m_badExpectation || !m_head.expectContinue;
        }
        break;
    case 7:
        // A list or a second field that only mentions it counts too: such a request must not be taken for anything
        // else.
        if (equalsIgnoringCase(name, "upgrade"))
            m_upgradeWebSocket = m_upgradeWebSocket || value.toByteArray().toLower().contains("websocket");
        break;
    case 10:
        if (equalsIgnoringCase(name, "connection")) {
            m_connectionClose = m_connectionClose || hasToken(value, "close");
            m_connectionKeepAlive = m_connectionKeepAlive || hasToken(value, "keep-alive");
            m_connectionUpgrade = m_connectionUpgrade || value.toByteArray().toLower().contains("upgrade");
        }
        break;
    case 14:
        if (equalsIgnoringCase(name, "content-length")) {
            if (++m_contentLengths > 1)
                return refuse(400, "BAD_REQUEST", "There is more than one Content-Length.");
            return readContentLength(value);
        }
        break;
    case 17:
        m_transferEncoding = m_transferEncoding || equalsIgnoringCase(name, "transfer-encoding");
        break;
    default:
        break;
    }
    return true;
}

bool HeadScanner::readContentLength(QByteArrayView value)
{
    const auto isDigitChar = [](char c) { return isDigit(static_cast<unsigned char>(c)); };
    if (value.isEmpty() || !std::all_of(value.begin(), value.end(), isDigitChar))
        return refuse(400, "BAD_REQUEST", "The Content-Length is not a number.");
    qint64 length = 0;
    for (const char c : value) {
        length = length * 10 + (c - '0');
        if (length > m_limits.maxBodyBytes) {
            // Only noted: a Transfer-Encoding further down makes the request a 400, wherever it stands.
            m_tooLarge = true;
            return true;
        }
    }
    m_head.bodyBytes = length;
    return true;
}

bool HeadScanner::finishHead()
{
    if (m_hosts == 0 && m_head.minorVersion > 0)
        return refuse(400, "BAD_REQUEST", "There is no Host.");
    if (m_transferEncoding && m_contentLengths > 0)
        return refuse(400, "BAD_REQUEST", "Transfer-Encoding and Content-Length exclude each other.");
    if (m_transferEncoding)
        return refuse(411, "LENGTH_REQUIRED", "Bodies are taken with a Content-Length only.");
    if (m_tooLarge)
        return refuse(413, "PAYLOAD_TOO_LARGE", "The request body is too large.");
    if (m_head.minorVersion == 0)
        m_head.expectContinue = false;
    else if (m_badExpectation)
        return refuse(417, "EXPECTATION_FAILED", "Only 100-continue can be expected.");

    m_head.close = m_connectionClose || (m_head.minorVersion == 0 && !m_connectionKeepAlive);
    m_head.upgrade = m_connectionUpgrade && m_upgradeWebSocket;
    m_head.fields.reserve(m_fields.size());
    for (const FieldSpans &field : m_fields)
        m_head.fields.push_back({lowerName(view(field.name)), view(field.value).toByteArray()});
    return true;
}

} // namespace oshaq

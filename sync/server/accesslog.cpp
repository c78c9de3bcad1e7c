// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/accesslog.h"

#include "models/domain/maskedtext.h"
#include "models/domain/timetext.h"
#include "sync/protocol/json.h"

#include <algorithm>
#include <array>

namespace oshaq {

namespace {

constexpr qsizetype maxLoggedPath = 300;
// Shorter runs behind a prefix are no tokens of ours (those have 43 characters) but parts of words.
constexpr qsizetype minTokenTail = 8;

/// With three places; printf's way takes longer than the rest of the line.
QByteArray milliseconds(double ms)
{
    const qint64 microseconds = std::max<qint64>(qRound64(ms * 1000), 0);
    QByteArray text = QByteArray::number(microseconds);
    while (text.size() < 4)
        text.prepend('0');
    return text.insert(text.size() - 3, '.');
}

bool isTokenCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

} // namespace

QByteArray maskTokens(QByteArray text)
{
    static constexpr std::array<QByteArrayView, 3> prefixes{"obt_", "ott_", "ogt_"};
    qsizetype at = 0;
    while ((at = text.indexOf('_', at)) >= 0) {
        ++at;
        const QByteArrayView before = QByteArrayView(text).first(at);
        if (std::none_of(prefixes.begin(), prefixes.end(), [before](QByteArrayView one) { return before.endsWith(one); }))
            continue;
        qsizetype end = at;
        while (end < text.size() && isTokenCharacter(text[end]))
            ++end;
        if (end - at >= minTokenTail)
            text.replace(at, end - at, "***");
    }
    return text;
}

QByteArray accessLogLine(const AccessRecord &record)
{
    JsonWriter json;
    json.beginObject();
    json.key("time").value(isoUtc(record.atMs));
    json.key("request_id").utf8(record.requestId);
    if (!record.traceId.isEmpty())
        json.key("trace_id").utf8(record.traceId);
    json.key("method").utf8(QByteArrayView(record.method).first(std::min<qsizetype>(record.method.size(), 32)));
    json.key("route").utf8(record.route);
    json.key("path").utf8(maskPersonal(record.path.left(maxLoggedPath)));
    json.key("status").value(qint64(record.status));
    json.key("ms").raw(milliseconds(record.ms));
    json.key("bytes_in").value(record.bytesIn);
    json.key("bytes_out").value(record.bytesOut);
    json.key("address").utf8(record.address);
    if (!record.principal.isEmpty())
        json.key("principal").value(record.principal);
    if (!record.errorCode.isEmpty())
        json.key("error").utf8(record.errorCode);
    json.endObject();
    return maskTokens(json.take());
}

} // namespace oshaq

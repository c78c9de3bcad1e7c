// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/target.h"

#include <QList>

#include <QStringDecoder>

#include <algorithm>
#include <optional>

namespace oshaq {

namespace {

constexpr size_t maxQueryPairs = 32;

Error badRequest(const QString &message)
{
    return Error{ErrorCode::BadRequest, message, {}};
}

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

/// Nothing when the encoding is broken. Qt's own decoder lets "%zz" through.
std::optional<QByteArray> percentDecoded(QByteArrayView text, bool plusIsSpace)
{
    QByteArray out;
    out.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '%') {
            if (i + 2 >= text.size())
                return std::nullopt;
            const int high = hexDigit(text[i + 1]);
            const int low = hexDigit(text[i + 2]);
            if (high < 0 || low < 0)
                return std::nullopt;
            out.append(static_cast<char>(high * 16 + low));
            i += 2;
        } else if (c == '+' && plusIsSpace) {
            out.append(' ');
        } else {
            out.append(c);
        }
    }
    return out;
}

std::optional<QString> utf8Decoded(const QByteArray &bytes)
{
    // A byte order mark is kept as a character: dropped silently it would make two texts equal that are not.
    QStringDecoder decoder(QStringDecoder::Utf8,
                           QStringConverter::Flag::Stateless | QStringConverter::Flag::ConvertInitialBom);
    QString text = decoder.decode(bytes);
    if (decoder.hasError())
        return std::nullopt;
    return text;
}

bool hasControlCharacter(QStringView text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x20 || c.unicode() == 0x7f; });
}

} // namespace

Result<std::vector<QString>> decodePath(QByteArrayView path)
{
    if (path.isEmpty() || path[0] != '/')
        return badRequest(QStringLiteral("The path must begin with a slash."));

    std::vector<QString> segments;
    qsizetype begin = 1;
    while (true) {
        qsizetype end = begin;
        while (end < path.size() && path[end] != '/')
            ++end;
        const auto bytes = percentDecoded(path.sliced(begin, end - begin), false);
        const auto text = bytes ? utf8Decoded(*bytes) : std::nullopt;
        if (!text)
            return badRequest(QStringLiteral("The path is not valid percent-encoded UTF-8."));
        if (hasControlCharacter(*text))
            return badRequest(QStringLiteral("The path has control characters."));
        if (*text == u"." || *text == u"..")
            return badRequest(QStringLiteral("Dot segments are not accepted in a path."));
        segments.push_back(*text);
        if (end == path.size())
            return segments;
        begin = end + 1;
    }
}

Result<QueryValues> decodeQuery(QByteArrayView query)
{
    QueryValues values;
    qsizetype begin = 0;
    while (begin < query.size()) {
        qsizetype end = begin;
        while (end < query.size() && query[end] != '&')
            ++end;
        const QByteArrayView pair = query.sliced(begin, end - begin);
        begin = end + 1;
        if (pair.isEmpty())
            continue;
        if (values.size() == maxQueryPairs)
            return badRequest(QStringLiteral("The query has more than %1 parameters.").arg(maxQueryPairs));

        qsizetype equals = 0;
        while (equals < pair.size() && pair[equals] != '=')
            ++equals;
        const auto nameBytes = percentDecoded(pair.first(equals), true);
        const auto valueBytes = percentDecoded(equals < pair.size() ? pair.sliced(equals + 1) : QByteArrayView(), true);
        const auto name = nameBytes ? utf8Decoded(*nameBytes) : std::nullopt;
        const auto value = valueBytes ? utf8Decoded(*valueBytes) : std::nullopt;
        if (!name || !value)
            return badRequest(QStringLiteral("The query is not valid percent-encoded UTF-8."));
        const bool known = std::any_of(values.begin(), values.end(), [&](const auto &v) { return v.first == *name; });
        if (known) {
            return Error{ErrorCode::ValidationFailed,
                         QStringLiteral("A query parameter stands there twice."),
                         {{*name, QStringLiteral("given more than once")}}};
        }
        values.emplace_back(*name, *value);
    }
    return values;
}

QString queryValue(const QueryValues &values, QStringView name)
{
    for (const auto &[key, value] : values) {
        if (key == name)
            return value.isNull() ? QStringLiteral("") : value;
    }
    return {};
}

} // namespace oshaq

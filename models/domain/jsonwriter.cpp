// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/jsonwriter.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <utility>

namespace oshaq {

namespace {

constexpr bool isEscaped(unsigned char c)
{
    return c < 0x20 || c == '"' || c == '\\';
}

constexpr std::array<bool, 256> escapedTable()
{
    std::array<bool, 256> table{};
    for (unsigned c = 0; c < table.size(); ++c)
        table[c] = isEscaped(static_cast<unsigned char>(c));
    return table;
}

constexpr auto escaped = escapedTable();
/// "\u001f"
constexpr qsizetype longestEscape = 6;
constexpr qsizetype firstRoom = 256;

char *escape(char *out, unsigned char c)
{
    static constexpr char hex[] = "0123456789abcdef";
    *out++ = '\\';
    switch (c) {
    case '"':
    case '\\':
        *out++ = static_cast<char>(c);
        return out;
    case '\n':
        *out++ = 'n';
        return out;
    case '\r':
        *out++ = 'r';
        return out;
    case '\t':
        *out++ = 't';
        return out;
    default:
        for (const char digit : {'u', '0', '0', hex[c >> 4], hex[c & 15]})
            *out++ = digit;
        return out;
    }
}

} // namespace

char *JsonWriter::room(qsizetype bytes)
{
    if (m_size + bytes > m_out.size())
        m_out.resize(std::max({firstRoom, 2 * m_out.size(), m_size + bytes}));
    return m_out.data() + m_size;
}

void JsonWriter::put(char c)
{
    *room(1) = c;
    ++m_size;
}

void JsonWriter::put(QByteArrayView bytes)
{
    if (bytes.isEmpty())
        return;
    std::memcpy(room(bytes.size()), bytes.data(), static_cast<std::size_t>(bytes.size()));
    m_size += bytes.size();
}

void JsonWriter::putEscaped(QByteArrayView utf8)
{
    // Nearly always nothing is to be escaped.
    char *out = room(longestEscape * utf8.size() + 2);
    const char *const begin = out;
    *out++ = '"';
    for (const char c : utf8) {
        if (escaped[static_cast<unsigned char>(c)])
            out = escape(out, static_cast<unsigned char>(c));
        else
            *out++ = c;
    }
    *out++ = '"';
    m_size += out - begin;
}

JsonWriter &JsonWriter::beginObject()
{
    separate();
    put('{');
    m_hasItems.push_back(false);
    return *this;
}

JsonWriter &JsonWriter::endObject()
{
    m_hasItems.pop_back();
    put('}');
    return *this;
}

JsonWriter &JsonWriter::beginArray()
{
    separate();
    put('[');
    m_hasItems.push_back(false);
    return *this;
}

JsonWriter &JsonWriter::endArray()
{
    m_hasItems.pop_back();
    put(']');
    return *this;
}

JsonWriter &JsonWriter::key(QByteArrayView name)
{
    separate();
    putEscaped(name);
    put(':');
    m_afterKey = true;
    return *this;
}

JsonWriter &JsonWriter::value(const QString &text)
{
    separate();
    char *out = room(longestEscape * text.size() + 2);
    const char *const begin = out;
    *out++ = '"';
    for (const QChar unit : text) {
        const char16_t c = unit.unicode();
        if (c >= 0x800) {
            // Three bytes and more, surrogates among them: seldom enough to be left to Qt.
            putEscaped(text.toUtf8());
            return *this;
        }
        if (c >= 0x80) {
            *out++ = static_cast<char>(0xc0 | (c >> 6));
            *out++ = static_cast<char>(0x80 | (c & 0x3f));
        } else if (escaped[c]) {
            out = escape(out, static_cast<unsigned char>(c));
        } else {
            *out++ = static_cast<char>(c);
        }
    }
    *out++ = '"';
    m_size += out - begin;
    return *this;
}

JsonWriter &JsonWriter::utf8(QByteArrayView bytes)
{
    const bool isAscii =
        std::all_of(bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    if (!isAscii)
        return value(QString::fromUtf8(bytes));
    separate();
    putEscaped(bytes);
    return *this;
}

JsonWriter &JsonWriter::value(qint64 number)
{
    separate();
    constexpr qsizetype longest = 20;
    char *out = room(longest);
    m_size += std::to_chars(out, out + longest, number).ptr - out;
    return *this;
}

JsonWriter &JsonWriter::value(bool boolean)
{
    separate();
    put(boolean ? QByteArrayView("true") : QByteArrayView("false"));
    return *this;
}

JsonWriter &JsonWriter::null()
{
    separate();
    put(QByteArrayView("null"));
    return *this;
}

JsonWriter &JsonWriter::raw(QByteArrayView json)
{
    separate();
    put(json);
    return *this;
}

QByteArray JsonWriter::take()
{
    QByteArray out = std::exchange(m_out, QByteArray());
    out.resize(std::exchange(m_size, 0));
    // What is kept, such as an answer that many ask for, is not to keep the room that it might have needed.
    out.squeeze();
    m_hasItems.clear();
    m_afterKey = false;
    return out;
}

void JsonWriter::separate()
{
    if (m_afterKey) {
        m_afterKey = false;
        return;
    }
    if (m_hasItems.empty())
        return;
    if (m_hasItems.back())
        put(',');
    m_hasItems.back() = true;
}

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <vector>

namespace oshaq {

/// Appends JSON text. Keys in the order written; numbers go in as exact text.
class JsonWriter
{
public:
    JsonWriter &beginObject();
    JsonWriter &endObject();
    JsonWriter &beginArray();
    JsonWriter &endArray();
    JsonWriter &key(QByteArrayView name);
    JsonWriter &value(const QString &text);
    /// A string from bytes that are meant to be UTF-8; what is not becomes U+FFFD.
    JsonWriter &utf8(QByteArrayView bytes);
    JsonWriter &value(qint64 number);
    JsonWriter &value(int number) { return value(qint64{number}); }
    JsonWriter &value(bool boolean);
    /// A literal would quietly become a bool.
    JsonWriter &value(const char *) = delete;
    JsonWriter &null();
    /// A number's or any value's exact JSON text.
    JsonWriter &raw(QByteArrayView json);

    QByteArray take();

private:
    /// Room for so many bytes more, at the returned place; advance m_size by what was written.
    char *room(qsizetype bytes);
    void put(char c);
    void put(QByteArrayView bytes);
    void putEscaped(QByteArrayView utf8);
    void separate();

    QByteArray m_out; ///< longer than what it holds, so that nothing below is a call for each byte
    qsizetype m_size = 0;
    std::vector<bool> m_hasItems;
    bool m_afterKey = false;
};

} // namespace oshaq

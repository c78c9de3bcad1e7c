// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QByteArray>
#include <QString>

#include <utility>
#include <vector>

namespace oshaq {

/// A parsed JSON document that keeps numbers as the text they were written in, so that money is never a floating-point
/// number.
class JsonValue
{
public:
    enum class Type
    {
        Null,
        Bool,
        Number,
        String,
        Array,
        Object
    };
    using Member = std::pair<QString, JsonValue>;

    Type type() const { return m_type; }
    bool isNull() const { return m_type == Type::Null; }
    bool isNumber() const { return m_type == Type::Number; }
    bool isString() const { return m_type == Type::String; }
    bool isObject() const { return m_type == Type::Object; }
    bool isArray() const { return m_type == Type::Array; }
    bool isBool() const { return m_type == Type::Bool; }

    bool boolean() const { return m_bool; }
    /// The number's own text, for example "12.950".
    const QByteArray &numberText() const { return m_number; }
    /// An integer without fraction and exponent that fits 64 bits; otherwise `ok` is false.
    qint64 integer(bool *ok = nullptr) const;
    const QString &string() const { return m_string; }
    const std::vector<JsonValue> &items() const { return m_items; }
    const std::vector<Member> &members() const { return m_members; }
    /// The member of that name, or nullptr.
    const JsonValue *find(QStringView name) const;
    /// find(), or a Null value.
    const JsonValue &operator[](QStringView name) const;

    static JsonValue makeNull() { return {}; }
    static JsonValue makeBool(bool value);
    static JsonValue makeNumber(QByteArray text);
    static JsonValue makeString(QString value);
    static JsonValue makeArray(std::vector<JsonValue> items);
    static JsonValue makeObject(std::vector<Member> members);

private:
    Type m_type = Type::Null;
    bool m_bool = false;
    QByteArray m_number;
    QString m_string;
    std::vector<JsonValue> m_items;
    std::vector<Member> m_members;
};

/// Strict RFC 8259: valid UTF-8, no duplicate member names, depth at most 64, nothing after the value.
/// MalformedJson with the byte offset otherwise. Never throws, never recurses on the input's depth.
Result<JsonValue> parseJson(const QByteArray &utf8);

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

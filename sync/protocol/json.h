// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/jsonwriter.h"
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

} // namespace oshaq

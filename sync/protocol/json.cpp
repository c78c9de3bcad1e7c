// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/json.h"

#include <QSet>
#include <QStringDecoder>

#include <charconv>
#include <utility>

#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

namespace oshaq {

namespace {

constexpr std::size_t maxDepth = 64;
/// Below this many members a scan is cheaper than a hash set.
constexpr std::size_t scanLimit = 8;

constexpr unsigned parseFlags = rapidjson::kParseNumbersAsStringsFlag | rapidjson::kParseIterativeFlag |
                                rapidjson::kParseValidateEncodingFlag | rapidjson::kParseFullPrecisionFlag;

QString issueText(rapidjson::ParseErrorCode code)
{
    switch (code) {
    case rapidjson::kParseErrorDocumentEmpty:
        return QStringLiteral("there is no value");
    case rapidjson::kParseErrorDocumentRootNotSingular:
        return QStringLiteral("something follows the value");
    case rapidjson::kParseErrorObjectMissName:
        return QStringLiteral("a member name is missing");
    case rapidjson::kParseErrorObjectMissColon:
        return QStringLiteral("a colon is missing");
    case rapidjson::kParseErrorObjectMissCommaOrCurlyBracket:
        return QStringLiteral("a comma or } is missing");
    case rapidjson::kParseErrorArrayMissCommaOrSquareBracket:
        return QStringLiteral("a comma or ] is missing");
    case rapidjson::kParseErrorStringUnicodeEscapeInvalidHex:
        return QStringLiteral("\\u needs four hex digits");
    case rapidjson::kParseErrorStringUnicodeSurrogateInvalid:
        return QStringLiteral("a surrogate stands alone");
    case rapidjson::kParseErrorStringEscapeInvalid:
        return QStringLiteral("an escape is unknown");
    case rapidjson::kParseErrorStringMissQuotationMark:
        return QStringLiteral("a string does not end");
    case rapidjson::kParseErrorStringInvalidEncoding:
        return QStringLiteral("a string is not valid UTF-8");
    case rapidjson::kParseErrorNumberTooBig:
        return QStringLiteral("a number is too large");
    case rapidjson::kParseErrorNumberMissFraction:
        return QStringLiteral("a number has no digits after its point");
    case rapidjson::kParseErrorNumberMissExponent:
        return QStringLiteral("a number has no digits in its exponent");
    default:
        return QStringLiteral("the value is not valid");
    }
}

Error malformed(std::size_t offset, const QString &issue)
{
    return Error{ErrorCode::MalformedJson,
                 QStringLiteral("The body is not valid JSON at byte %1: %2.").arg(offset).arg(issue),
                 {}};
}

/// Builds the value from RapidJSON's events on an explicit stack.
class Builder
{
public:
    using Ch = char;

    bool Null() { return add(JsonValue::makeNull()); }
    bool Bool(bool value) { return add(JsonValue::makeBool(value)); }
    // Numbers arrive as text (kParseNumbersAsStringsFlag); these exist because the reader names them.
    bool Int(int) { return false; }
    bool Uint(unsigned) { return false; }
    bool Int64(int64_t) { return false; }
    bool Uint64(uint64_t) { return false; }
    bool Double(double) { return false; }

    bool RawNumber(const char *text, rapidjson::SizeType length, bool)
    {
        return add(JsonValue::makeNumber(QByteArray(text, static_cast<qsizetype>(length))));
    }

    bool String(const char *text, rapidjson::SizeType length, bool)
    {
        QString decoded;
        return decode(text, length, &decoded) && add(JsonValue::makeString(std::move(decoded)));
    }

    bool Key(const char *text, rapidjson::SizeType length, bool)
    {
        QString name;
        if (!decode(text, length, &name))
            return false;
        Frame &frame = m_stack.back();
        if (frame.holds(name)) {
            m_issue = QStringLiteral("a member name stands twice");
            return false;
        }
        frame.key = std::move(name);
        return true;
    }

    bool StartObject() { return open(true); }
    bool StartArray() { return open(false); }

    bool EndObject(rapidjson::SizeType)
    {
        Frame frame = std::move(m_stack.back());
        m_stack.pop_back();
        return add(JsonValue::makeObject(std::move(frame.members)));
    }

    bool EndArray(rapidjson::SizeType)
    {
        Frame frame = std::move(m_stack.back());
        m_stack.pop_back();
        return add(JsonValue::makeArray(std::move(frame.items)));
    }

    JsonValue takeRoot() { return std::move(m_root); }
    const QString &issue() const { return m_issue; }

private:
    struct Frame
    {
        bool isObject = false;
        std::vector<JsonValue> items;
        std::vector<JsonValue::Member> members;
        QString key;
        QSet<QString> names;

        bool holds(const QString &name)
        {
            if (members.size() < scanLimit) {
                for (const auto &member : members) {
                    if (member.first == name)
                        return true;
                }
                return false;
            }
            if (names.isEmpty()) {
                for (const auto &member : members)
                    names.insert(member.first);
            }
            if (names.contains(name))
                return true;
            names.insert(name);
            return false;
        }
    };

    bool open(bool isObject)
    {
        if (m_stack.size() >= maxDepth) {
            m_issue = QStringLiteral("it is nested deeper than %1 levels").arg(maxDepth);
            return false;
        }
        m_stack.emplace_back();
        m_stack.back().isObject = isObject;
        return true;
    }

    bool add(JsonValue value)
    {
        if (m_stack.empty()) {
            m_root = std::move(value);
            return true;
        }
        Frame &frame = m_stack.back();
        if (frame.isObject)
            frame.members.emplace_back(std::move(frame.key), std::move(value));
        else
            frame.items.push_back(std::move(value));
        return true;
    }

    bool decode(const char *text, rapidjson::SizeType length, QString *out)
    {
        // The reader lets an escaped low surrogate through as three bytes that are no UTF-8; the decoder refuses them.
        QStringDecoder decoder(QStringDecoder::Utf8,
                               QStringDecoder::Flag::Stateless | QStringDecoder::Flag::ConvertInitialBom);
        *out = decoder.decode(QByteArrayView(text, static_cast<qsizetype>(length)));
        if (!decoder.hasError())
            return true;
        m_issue = QStringLiteral("a string is not valid Unicode");
        return false;
    }

    std::vector<Frame> m_stack;
    JsonValue m_root;
    QString m_issue;
};

const JsonValue &nullValue()
{
    static const JsonValue value;
    return value;
}

} // namespace

qint64 JsonValue::integer(bool *ok) const
{
    qint64 number = 0;
    const char *end = m_number.constData() + m_number.size();
    const auto [stop, error] = std::from_chars(m_number.constData(), end, number);
    const bool good = m_type == Type::Number && error == std::errc() && stop == end;
    if (ok)
        *ok = good;
    return good ? number : 0;
}

const JsonValue *JsonValue::find(QStringView name) const
{
    for (const Member &member : m_members) {
        if (member.first == name)
            return &member.second;
    }
    return nullptr;
}

const JsonValue &JsonValue::operator[](QStringView name) const
{
    const JsonValue *found = find(name);
    return found ? *found : nullValue();
}

JsonValue JsonValue::makeBool(bool value)
{
    JsonValue result;
    result.m_type = Type::Bool;
    result.m_bool = value;
    return result;
}

JsonValue JsonValue::makeNumber(QByteArray text)
{
    JsonValue result;
    result.m_type = Type::Number;
    result.m_number = std::move(text);
    return result;
}

JsonValue JsonValue::makeString(QString value)
{
    JsonValue result;
    result.m_type = Type::String;
    result.m_string = std::move(value);
    return result;
}

JsonValue JsonValue::makeArray(std::vector<JsonValue> items)
{
    JsonValue result;
    result.m_type = Type::Array;
    result.m_items = std::move(items);
    return result;
}

JsonValue JsonValue::makeObject(std::vector<Member> members)
{
    JsonValue result;
    result.m_type = Type::Object;
    result.m_members = std::move(members);
    return result;
}

Result<JsonValue> parseJson(const QByteArray &utf8)
{
    rapidjson::MemoryStream stream(utf8.constData(), static_cast<std::size_t>(utf8.size()));
    rapidjson::Reader reader;
    Builder builder;
    const rapidjson::ParseResult result = reader.Parse<parseFlags>(stream, builder);
    if (result.IsError()) {
        const bool ours = result.Code() == rapidjson::kParseErrorTermination && !builder.issue().isEmpty();
        return malformed(result.Offset(), ours ? builder.issue() : issueText(result.Code()));
    }
    // A zero byte looks like the end to the reader.
    if (stream.Tell() != static_cast<std::size_t>(utf8.size()))
        return malformed(stream.Tell(), QStringLiteral("something follows the value"));
    return builder.takeRoot();
}

} // namespace oshaq

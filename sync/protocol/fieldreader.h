// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/money.h"
#include "models/domain/quantity.h"
#include "models/domain/timetext.h"
#include "sync/protocol/json.h"

#include <limits>
#include <optional>
#include <vector>

namespace oshaq {

/// Where readers of hub documents note what does not fit. Readers go on after a wrong field, so that an error names
/// all.
class ReadIssues
{
public:
    void add(const QString &path, const QString &issue)
    {
        if (m_details.size() < 100)
            m_details.push_back({path, issue});
    }
    bool isEmpty() const { return m_details.empty(); }
    Error error(const QString &what) const
    {
        return Error{ErrorCode::ValidationFailed, QStringLiteral("This is not %1.").arg(what), m_details};
    }

private:
    std::vector<ErrorDetail> m_details;
};

/// Typed access to one object. Unknown members are left alone: a hub may be newer than the terminal that reads it.
class FieldReader
{
public:
    FieldReader(const JsonValue &object, QString path, ReadIssues &issues)
        : m_object(object)
        , m_path(std::move(path))
        , m_issues(issues)
    {
        if (!object.isObject())
            issues.add(m_path.isEmpty() ? QStringLiteral("$") : m_path, QStringLiteral("must be an object"));
    }

    QString path(QStringView name) const
    {
        return m_path.isEmpty() ? name.toString() : m_path + u'.' + name.toString();
    }
    const JsonValue &operator[](QStringView name) const { return m_object[name]; }
    ReadIssues &issues() const { return m_issues; }
    void wrong(QStringView name, const QString &issue) const { m_issues.add(path(name), issue); }

    qint64 integer(QStringView name) const
    {
        bool ok = false;
        const qint64 number = m_object[name].integer(&ok);
        if (!ok)
            wrong(name, QStringLiteral("must be a 64-bit integer"));
        return number;
    }

    /// Absent and null give `fallback`.
    qint64 integer(QStringView name, qint64 fallback) const
    {
        return m_object[name].isNull() ? fallback : integer(name);
    }

    int small(QStringView name, int fallback) const
    {
        const qint64 number = integer(name, fallback);
        if (number >= std::numeric_limits<int>::min() && number <= std::numeric_limits<int>::max())
            return static_cast<int>(number);
        wrong(name, QStringLiteral("is out of range"));
        return fallback;
    }

    std::optional<qint64> maybeInteger(QStringView name) const
    {
        if (m_object[name].isNull())
            return std::nullopt;
        return integer(name);
    }

    /// Absent and null give the empty string.
    QString text(QStringView name) const
    {
        const JsonValue &value = m_object[name];
        if (!value.isString() && !value.isNull())
            wrong(name, QStringLiteral("must be a string or null"));
        return value.string();
    }

    QString requiredText(QStringView name) const
    {
        if (!m_object[name].isString())
            wrong(name, QStringLiteral("must be a string"));
        return m_object[name].string();
    }

    bool boolean(QStringView name, bool fallback) const
    {
        const JsonValue &value = m_object[name];
        if (value.isNull())
            return fallback;
        if (!value.isBool())
            wrong(name, QStringLiteral("must be true or false"));
        return value.boolean();
    }

    /// UTC milliseconds; absent and null give 0.
    qint64 time(QStringView name) const
    {
        const JsonValue &value = m_object[name];
        if (value.isNull())
            return 0;
        const std::optional<qint64> ms = value.isString() ? fromIso(value.string()) : std::nullopt;
        if (!ms)
            wrong(name, QStringLiteral("must be an ISO 8601 time"));
        return ms.value_or(0);
    }

    /// Minor units; absent and null give 0.
    qint64 money(QStringView name, const Currency &currency) const
    {
        const JsonValue &value = m_object[name];
        if (value.isNull())
            return 0;
        if (value.isNumber()) {
            if (const Result<qint64> minor = parseMajorUnits(value.numberText(), currency))
                return *minor;
        }
        wrong(name, QStringLiteral("must be an amount in %1").arg(currency.code()));
        return 0;
    }

    /// Thousandths.
    qint64 quantity(QStringView name) const
    {
        const JsonValue &value = m_object[name];
        if (value.isNumber()) {
            if (const Result<qint64> thousandths = parseQuantity(value.numberText()))
                return *thousandths;
        }
        wrong(name, QStringLiteral("must be a quantity"));
        return 0;
    }

    /// The member's items; empty with an issue when it is no array; absent and null are empty.
    const std::vector<JsonValue> &array(QStringView name) const
    {
        const JsonValue &value = m_object[name];
        if (!value.isArray() && !value.isNull())
            wrong(name, QStringLiteral("must be an array"));
        return value.items();
    }

    /// A reader for the member, which must be an object.
    FieldReader object(QStringView name) const { return FieldReader(m_object[name], path(name), m_issues); }

    /// A reader for one item of an array member.
    FieldReader item(QStringView name, const JsonValue &value, std::size_t index) const
    {
        return FieldReader(value, QStringLiteral("%1[%2]").arg(path(name)).arg(index), m_issues);
    }

private:
    const JsonValue &m_object;
    QString m_path;
    ReadIssues &m_issues;
};

/// Reads each item of an array member with `read(FieldReader)`.
template <typename T, typename Read> std::vector<T> readEach(const FieldReader &reader, QStringView name, Read read)
{
    std::vector<T> out;
    const std::vector<JsonValue> &items = reader.array(name);
    out.reserve(items.size());
    for (std::size_t i = 0; i < items.size(); ++i)
        out.push_back(read(reader.item(name, items[i], i)));
    return out;
}

} // namespace oshaq

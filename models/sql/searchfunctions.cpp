// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sql/searchfunctions.h"

#include "models/domain/searchentry.h"
#include "models/domain/searchtext.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <sqlite3.h>

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace oshaq::sql {

namespace {

constexpr int maxGuestId = 50'000'000; ///< a blob of 100 MB; ids are given out one by one

/// As it lies in SQLite's memory, for texts and blobs: asking for a text would copy it to put a zero behind it.
std::string_view bytesOf(sqlite3_value *value)
{
    const auto *bytes = static_cast<const char *>(sqlite3_value_blob(value));
    return bytes ? std::string_view(bytes, std::size_t(sqlite3_value_bytes(value))) : std::string_view();
}

QString textOf(std::string_view bytes)
{
    return QString::fromUtf8(bytes.data(), qsizetype(bytes.size()));
}

template <QString (*Function)(const QString &)> void apply(sqlite3_context *context, int, sqlite3_value **values)
{
    const unsigned char *text = sqlite3_value_text(values[0]);
    if (!text)
        return sqlite3_result_null(context);
    const int bytes = sqlite3_value_bytes(values[0]);
    const QByteArray result = Function(QString::fromUtf8(reinterpret_cast<const char *>(text), bytes)).toUtf8();
    sqlite3_result_text64(context, result.constData(), sqlite3_uint64(result.size()), SQLITE_TRANSIENT, SQLITE_UTF8);
}

void has(sqlite3_context *context, int, sqlite3_value **values)
{
    const auto *bits = static_cast<const unsigned char *>(sqlite3_value_blob(values[0]));
    const sqlite3_int64 id = sqlite3_value_int64(values[1]);
    const bool inside = bits && id >= 0 && id / 8 < sqlite3_value_bytes(values[0]);
    sqlite3_result_int(context, inside && (bits[id / 8] >> (id % 8) & 1));
}

/// The state of an aggregate lives in SQLite's memory, which knows no constructors.
template <typename State> State *stateOf(sqlite3_context *context, bool make)
{
    auto **state = static_cast<State **>(sqlite3_aggregate_context(context, make ? int(sizeof(State *)) : 0));
    if (state && !*state && make)
        *state = new State;
    return state ? *state : nullptr;
}

class Guests
{
public:
    void add(sqlite3_context *context, sqlite3_value **values)
    {
        const sqlite3_int64 id = sqlite3_value_int64(values[0]);
        if (id < 0 || id > maxGuestId)
            return sqlite3_result_error(context, "oshaq_guests: an id out of range", -1);
        if (!m_knowsWhat) {
            m_words = textOf(bytesOf(values[3])).split(u' ', Qt::SkipEmptyParts).mid(0, SearchText::maxWords);
            m_firstNameOnly = sqlite3_value_int(values[4]) != 0;
            m_knowsWhat = true;
        }
        quint16 bits = inName(bytesOf(values[1]));
        if (sqlite3_value_int(values[2]) != 0)
            bits |= quint16(1u << 15);
        if (bits == 0)
            return;
        if (std::size_t(id) >= m_bits.size())
            m_bits.resize(std::size_t(id) + 1);
        m_bits[std::size_t(id)] = bits;
    }

    void finish(sqlite3_context *context) const
    {
        sqlite3_result_blob64(context, m_bits.data(), m_bits.size() * sizeof(quint16), SQLITE_TRANSIENT);
    }

private:
    /// Names come sorted, and many guests share one.
    quint16 inName(std::string_view name)
    {
        if (name == m_lastName)
            return m_lastBits;
        m_lastName = name;
        m_lastBits = 0;
        if (m_firstNameOnly) {
            name.remove_prefix(std::min(name.find_first_not_of(' '), name.size()));
            name = name.substr(0, name.find(' '));
        }
        const QString folded = foldForSearch(textOf(name));
        for (qsizetype i = 0; i < m_words.size(); ++i) {
            if (folded.contains(m_words.at(i)))
                m_lastBits |= quint16(1u << i);
        }
        return m_lastBits;
    }

    bool m_knowsWhat = false;
    QStringList m_words;
    bool m_firstNameOnly = false;
    std::string m_lastName;
    quint16 m_lastBits = 0;
    std::vector<quint16> m_bits;
};

class Entries
{
public:
    void add(sqlite3_context *, sqlite3_value **values)
    {
        SearchEntry entry;
        entry.orderId = sqlite3_value_int64(values[0]);
        entry.placedAtMs = sqlite3_value_int64(values[1]);
        entry.userId = sqlite3_value_int64(values[2]);
        entry.text = bytesOf(values[3]);
        const QStringList names = textOf(bytesOf(values[4])).split(u',', Qt::SkipEmptyParts);
        for (const QString &name : names)
            entry.names.push_back(name.toUInt());
        entry.packInto(&m_entries);
    }

    void finish(sqlite3_context *context) const
    {
        sqlite3_result_blob64(context, m_entries.constData(), sqlite3_uint64(m_entries.size()), SQLITE_TRANSIENT);
    }

private:
    QByteArray m_entries;
};

template <typename State> void step(sqlite3_context *context, int, sqlite3_value **values)
{
    if (State *state = stateOf<State>(context, true))
        state->add(context, values);
    else
        sqlite3_result_error_nomem(context);
}

template <typename State> void finish(sqlite3_context *context)
{
    const std::unique_ptr<State> state(stateOf<State>(context, false));
    if (state)
        state->finish(context);
    else
        sqlite3_result_blob(context, "", 0, SQLITE_STATIC);
}

} // namespace

Result<void> addSearchFunctions(sqlite3 *connection)
{
    constexpr int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
    const auto scalar = [connection](const char *name, int values,
                                     void (*function)(sqlite3_context *, int, sqlite3_value **)) {
        return sqlite3_create_function_v2(connection, name, values, flags, nullptr, function, nullptr, nullptr,
                                          nullptr) == SQLITE_OK;
    };
    const auto aggregate = [connection]<typename State>(const char *name, int values, State *) {
        return sqlite3_create_function_v2(connection, name, values, flags, nullptr, nullptr, step<State>, finish<State>,
                                          nullptr) == SQLITE_OK;
    };
    if (scalar("oshaq_fold", 1, apply<foldForSearch>) && scalar("oshaq_digits", 1, apply<phoneDigits>) &&
        scalar("oshaq_has", 2, has) && aggregate("oshaq_guests", 5, static_cast<Guests *>(nullptr)) &&
        aggregate("oshaq_search_entries", 5, static_cast<Entries *>(nullptr)))
        return {};
    return Error{
        ErrorCode::StorageUnavailable, QStringLiteral("SQLite does not take the functions of text search"), {}};
}

} // namespace oshaq::sql

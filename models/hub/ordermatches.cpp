// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/ordermatches.h"

#include "models/domain/searchentry.h"
#include "models/hub/sqlvalues.h"

#include <algorithm>
#include <cstring>
#include <functional>
#include <string>

namespace oshaq {

namespace {

/// Bit n: the n-th word stands here.
using Words = quint16;
constexpr Words phoneBit = Words(1u << 15); ///< as oshaq_guests() says it

/// By the id of a name or of a guest; ids are given out one by one.
using WordsById = std::vector<Words>;

Words wordsAt(const WordsById &words, quint64 id)
{
    return id < words.size() ? words[std::size_t(id)] : Words(0);
}

Result<WordsById> wordsOfNames(sql::Database &database, qint64 businessId, const QStringList &words)
{
    auto rows =
        database.query(QStringLiteral("SELECT name_id, name FROM search_names WHERE business_id = ?"), {businessId});
    if (!rows)
        return rows.error();
    WordsById found;
    while (rows->next()) {
        const QString name = rows->text(1);
        Words bits = 0;
        for (qsizetype i = 0; i < words.size(); ++i) {
            if (name.contains(words.at(i)))
                bits |= Words(1u << i);
        }
        const auto id = std::size_t(rows->integer(0));
        if (bits == 0)
            continue;
        if (id >= found.size())
            found.resize(id + 1);
        found[id] = bits;
    }
    if (rows->failed())
        return hubsql::readFailed();
    return found;
}

Result<WordsById> wordsOfGuests(sql::Database &database, qint64 businessId, const MatchQuery &query)
{
    const QString phone = query.searchesPersonal ? query.search.phone : QString();
    const bool isEnd = phone.size() == phoneLastDigits;
    const QString purpose = isEnd ? QStringLiteral("phone.end") : QStringLiteral("phone");
    auto row = database.query(
        QStringLiteral("SELECT oshaq_guests(u.user_id, u.name, u.%1 <> x'' AND u.%1 IN (oshaq_index(?, ?, ?),"
                       " oshaq_index_before(?, ?, ?)), ?, ?) FROM users u WHERE u.business_id = ?")
            .arg(isEnd ? QStringLiteral("phone_end_index") : QStringLiteral("phone_index")),
        {purpose, businessId, phone, purpose, businessId, phone, query.search.words.join(u' '), !query.searchesPersonal,
         businessId});
    if (!row)
        return row.error();
    if (const auto found = hubsql::nextRow(*row); !found)
        return found.error();
    const QByteArray bytes = row->bytes(0);
    WordsById found(std::size_t(bytes.size()) / sizeof(Words));
    if (!found.empty())
        std::memcpy(found.data(), bytes.constData(), found.size() * sizeof(Words));
    return found;
}

/// Does the text hold every word that was not found already?
bool holdsTheRest(std::string_view text, const std::vector<std::string> &words, Words found)
{
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (!(found >> i & 1) && text.find(words[i]) == std::string_view::npos)
            return false;
    }
    return true;
}

/// The first so many in the order asked for, whatever order they come in.
class Best
{
public:
    Best(bool oldestFirst, std::size_t limit)
        : m_limit(limit)
        , m_isBefore(oldestFirst ? std::function<bool(const OrderMatch &, const OrderMatch &)>(std::less<>())
                                 : std::function<bool(const OrderMatch &, const OrderMatch &)>(std::greater<>()))
    {}

    bool isFull() const { return m_limit > 0 && m_matches.size() == m_limit; }
    /// When it is full.
    const OrderMatch &last() const { return m_matches.front(); }

    void add(const OrderMatch &match)
    {
        if (m_limit == 0) {
            m_matches.push_back(match);
            return;
        }
        if (isFull()) {
            if (!m_isBefore(match, last()))
                return;
            std::pop_heap(m_matches.begin(), m_matches.end(), m_isBefore);
            m_matches.back() = match;
        } else {
            m_matches.push_back(match);
        }
        std::push_heap(m_matches.begin(), m_matches.end(), m_isBefore);
    }

    std::vector<OrderMatch> take()
    {
        if (m_limit > 0)
            std::sort(m_matches.begin(), m_matches.end(), m_isBefore);
        return std::move(m_matches);
    }

private:
    std::size_t m_limit;
    std::function<bool(const OrderMatch &, const OrderMatch &)> m_isBefore;
    std::vector<OrderMatch> m_matches;
};

} // namespace

Result<std::vector<OrderMatch>> ordermatches::find(sql::Database &database, qint64 businessId, const MatchQuery &query)
{
    const QStringList &words = query.search.words;
    const auto names = wordsOfNames(database, businessId, words);
    if (!names)
        return names.error();
    const auto guests = wordsOfGuests(database, businessId, query);
    if (!guests)
        return guests.error();
    std::vector<std::string> texts;
    for (const QString &word : words)
        texts.push_back(word.toStdString());

    // As soon as what is left is older (or younger) than all that was found, enough is found.
    auto parts = database.query(
        query.oldestFirst
            ? QStringLiteral("SELECT oldest, entries FROM search_parts"
                             " WHERE business_id = ? AND oldest <= ? AND newest >= ? ORDER BY oldest")
            : QStringLiteral("SELECT newest, entries FROM search_parts"
                             " WHERE business_id = ? AND newest >= ? AND oldest <= ? ORDER BY newest DESC"),
        query.oldestFirst ? QVariantList{businessId, query.before.placedAtMs, query.after.placedAtMs}
                          : QVariantList{businessId, query.after.placedAtMs, query.before.placedAtMs});
    if (!parts)
        return parts.error();
    Best best(query.oldestFirst, query.limit);
    SearchEntry entry;
    while (parts->next()) {
        if (best.isFull() && (query.oldestFirst ? parts->integer(0) > best.last().placedAtMs
                                                : parts->integer(0) < best.last().placedAtMs))
            break;
        const QByteArray bytes = parts->bytes(1);
        SearchEntries entries(bytes);
        while (entries.next(&entry)) {
            Words found = entry.userId > 0 ? wordsAt(*guests, quint64(entry.userId)) : Words(0);
            for (const quint32 name : entry.names)
                found |= wordsAt(*names, name);
            if (!(found & phoneBit) && !holdsTheRest(entry.text, texts, found))
                continue;
            const OrderMatch match{entry.placedAtMs, entry.orderId};
            if (match > query.after && match < query.before)
                best.add(match);
        }
        if (entries.failed())
            return hubsql::readFailed();
    }
    if (parts->failed())
        return hubsql::readFailed();
    return best.take();
}

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/ordermatches.h"

#include "models/domain/searchblock.h"
#include "models/domain/searchentry.h"
#include "models/hub/searchblocks.h"
#include "models/hub/searchshelf.h"
#include "models/hub/sqlvalues.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <functional>
#include <limits>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>

namespace oshaq {

namespace {

/// Bit n: the n-th word stands here.
using Words = quint16;
constexpr Words phoneBit = Words(1u << 15); ///< as oshaq_guests() says it

/// So many packed rows are looked at before all guests are: what is frequent is found among the newest orders, and
/// their few guests are looked up one by one.
constexpr std::size_t rowsBeforeGuests = 16;
/// Guests are looked at name by name when no more names than these are different.
constexpr int mostNames = 2'000;
/// Guests of one word whose orders are looked up to know in which blocks they are; more are everywhere.
constexpr std::size_t mostGuestsLookedUp = 500;
/// With more blocks of which nothing is known yet, nothing is passed over: their orders are read from the newest on.
constexpr qint64 mostUnknownBlocks = 4;

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

Words wordsIn(QString name, const MatchQuery &query)
{
    if (!query.searchesPersonal)
        name = name.section(u' ', 0, 0, QString::SectionSkipEmpty);
    name = foldForSearch(name);
    Words words = 0;
    for (qsizetype i = 0; i < query.search.words.size(); ++i) {
        if (name.contains(query.search.words.at(i)))
            words |= Words(1u << i);
    }
    return words;
}

/// From one name to the next different one by the index, because many guests share one. Nothing when they are too many.
Result<std::optional<WordsById>> wordsByName(sql::Database &database, qint64 businessId, const MatchQuery &query)
{
    WordsById found;
    QString name = QStringLiteral("");
    for (int names = 0; names < mostNames; ++names) {
        {
            auto next = database.query(
                QStringLiteral("SELECT name FROM users WHERE business_id = ? AND name > ? ORDER BY name LIMIT 1"),
                {businessId, name});
            if (!next)
                return next.error();
            const auto is = hubsql::nextRow(*next);
            if (!is)
                return is.error();
            if (!*is)
                return std::optional(std::move(found));
            name = next->text(0);
        }
        const Words words = wordsIn(name, query);
        if (words == 0)
            continue;
        auto rows = database.query(QStringLiteral("SELECT user_id FROM users WHERE business_id = ? AND name = ?"),
                                   {businessId, name});
        if (!rows)
            return rows.error();
        while (rows->next()) {
            const auto id = std::size_t(rows->integer(0));
            if (id >= found.size())
                found.resize(id + 1);
            found[id] = words;
        }
        if (rows->failed())
            return hubsql::readFailed();
    }
    return std::optional<WordsById>();
}

Result<WordsById> wordsOfGuests(sql::Database &database, qint64 businessId, const MatchQuery &query)
{
    if (!query.searchesPersonal || query.search.phone.isEmpty()) {
        auto byName = wordsByName(database, businessId, query);
        if (!byName)
            return byName.error();
        if (*byName)
            return std::move(**byName);
    }
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

/// The same of one of them.
Result<Words> lookUpGuest(sql::Database &database, qint64 businessId, const MatchQuery &query, qint64 userId)
{
    const QString phone = query.searchesPersonal ? query.search.phone : QString();
    const bool isEnd = phone.size() == phoneLastDigits;
    const QString purpose = isEnd ? QStringLiteral("phone.end") : QStringLiteral("phone");
    auto row = database.query(
        QStringLiteral("SELECT u.name, u.%1 <> x'' AND u.%1 IN (oshaq_index(?, ?, ?), oshaq_index_before(?, ?, ?))"
                       " FROM users u WHERE u.user_id = ? AND +u.business_id = ?")
            .arg(isEnd ? QStringLiteral("phone_end_index") : QStringLiteral("phone_index")),
        {purpose, businessId, phone, purpose, businessId, phone, userId, businessId});
    if (!row)
        return row.error();
    const auto found = hubsql::nextRow(*row);
    if (!found)
        return found.error();
    if (!*found)
        return Words(0);
    const Words words = wordsIn(row->text(0), query);
    return row->integer(1) != 0 ? Words(words | phoneBit) : words;
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

/// One search.
class Search
{
public:
    Search(sql::Database &database, qint64 businessId, const MatchQuery &query, SearchShelf *shelf)
        : m_database(database)
        , m_businessId(businessId)
        , m_query(query)
        , m_shelf(shelf)
        , m_best(query.oldestFirst, query.limit)
    {
        for (const QString &word : query.search.words)
            m_texts.push_back(word.toStdString());
    }

    Result<std::vector<OrderMatch>> run()
    {
        auto names = wordsOfNames(m_database, m_businessId, m_query.search.words);
        if (!names)
            return names.error();
        m_names = std::move(*names);
        for (std::size_t id = 0; id < m_names.size(); ++id) {
            if (m_names[id] != 0)
                m_namesFound.push_back(quint32(id));
            m_elsewhere |= m_names[id];
        }
        if (m_query.limit > 0) {
            const auto enough = lookByTime(rowsBeforeGuests);
            if (!enough)
                return enough.error();
            if (*enough)
                return m_best.take();
        }
        auto blocks = searchblocks::known(m_database, m_businessId);
        if (!blocks)
            return blocks.error();
        const auto newest = searchblocks::newest(m_database);
        if (!newest)
            return newest.error();
        const qint64 unknown = *newest + 1 - qint64(blocks->size());
        if (unknown > mostUnknownBlocks) {
            if (const auto enough = lookByTime(std::numeric_limits<std::size_t>::max()); !enough)
                return enough.error();
        } else if (const auto looked = lookAtBlocks(std::move(*blocks), *newest); !looked) {
            return looked.error();
        }
        return m_best.take();
    }

private:
    using Known = searchblocks::Known;

    /// What is left of the way cannot hold anything that is wanted: `edgeMs` is where in time it begins.
    bool isBehind(qint64 edgeMs) const
    {
        return m_best.isFull() &&
               (m_query.oldestFirst ? edgeMs > m_best.last().placedAtMs : edgeMs < m_best.last().placedAtMs);
    }

    /// From one end of time on: whether enough is found or nothing is left after so many packed rows. As soon as what
    /// is left is older (or younger) than all that was found, enough is found.
    Result<bool> lookByTime(std::size_t mostRows)
    {
        auto rows = m_database.query(
            m_query.oldestFirst ? QStringLiteral("SELECT oldest, newest, part, entries FROM search_parts"
                                                 " WHERE business_id = ? AND oldest <= ? ORDER BY oldest")
                                : QStringLiteral("SELECT newest, oldest, part, entries FROM search_parts"
                                                 " WHERE business_id = ? AND newest >= ? ORDER BY newest DESC"),
            {m_businessId, m_query.oldestFirst ? m_query.before.placedAtMs : m_query.after.placedAtMs});
        if (!rows)
            return rows.error();
        for (std::size_t seen = 0; rows->next(); ++seen) {
            if (isBehind(rows->integer(0)))
                return true;
            if (seen == mostRows)
                return false;
            const bool isOutside = m_query.oldestFirst ? rows->integer(1) < m_query.after.placedAtMs
                                                       : rows->integer(1) > m_query.before.placedAtMs;
            if (isOutside)
                continue;
            if (const auto looked = look(rows->integer(2), rows->bytes(3)); !looked)
                return looked.error();
        }
        return rows->failed() ? Result<bool>(hubsql::readFailed()) : Result<bool>(true);
    }

    Result<void> lookAtBlocks(std::vector<Known> blocks, qint64 newest)
    {
        std::unordered_set<qint64> isKnown;
        for (const Known &one : blocks)
            isKnown.insert(one.block);
        for (qint64 i = 0; i <= newest; ++i) {
            const qint64 block = m_query.oldestFirst ? i : newest - i;
            if (isKnown.contains(block))
                continue;
            if (const auto looked = lookAtBlock(block); !looked)
                return looked;
        }
        std::sort(blocks.begin(), blocks.end(), [this](const Known &a, const Known &b) {
            return m_query.oldestFirst ? a.oldestMs < b.oldestMs : a.newestMs > b.newestMs;
        });
        for (const Known &one : blocks) {
            if (isBehind(m_query.oldestFirst ? one.oldestMs : one.newestMs))
                break;
            if (one.newestMs < m_query.after.placedAtMs || one.oldestMs > m_query.before.placedAtMs)
                continue;
            // Before all guests were looked at the newest blocks are read as they come.
            const auto isWorth = m_guests ? mayHold(one) : Result<bool>(true);
            if (!isWorth)
                return isWorth.error();
            if (!*isWorth)
                continue;
            if (const auto looked = lookAtBlock(one.block); !looked)
                return looked;
        }
        return {};
    }

    using FiltersPtr = std::shared_ptr<const SearchShelf::Filters>;

    Result<FiltersPtr> filtersOf(const Known &one)
    {
        if (FiltersPtr kept = m_shelf ? m_shelf->find(one.id) : nullptr)
            return kept;
        auto row = m_database.query(QStringLiteral("SELECT names, texts FROM search_blocks WHERE search_block_id = ?"),
                                    {one.id});
        if (!row)
            return row.error();
        const auto found = hubsql::nextRow(*row);
        if (!found)
            return found.error();
        SearchShelf::Filters filters;
        if (*found)
            filters = {row->bytes(0), row->bytes(1)};
        return m_shelf ? m_shelf->keep(one.id, std::move(filters))
                       : std::make_shared<const SearchShelf::Filters>(std::move(filters));
    }

    /// Whether each word may be in something of the block, or the phone's guest has an order there.
    Result<bool> mayHold(const Known &one)
    {
        const auto ofGuests = [this, &one](std::size_t bit) {
            return m_guestBlocks[bit].isEverywhere || m_guestBlocks[bit].blocks.contains(one.block);
        };
        if (ofGuests(15))
            return true;
        const auto filters = filtersOf(one);
        if (!filters)
            return filters.error();
        const QByteArray &names = (*filters)->names;
        const QByteArray &texts = (*filters)->texts;
        const std::string_view nameBits(names.constData(), std::size_t(names.size()));
        const std::string_view pieces(texts.constData(), std::size_t(texts.size()));
        Words inNames = 0;
        for (const quint32 name : m_namesFound) {
            if (searchblock::hasName(nameBits, name))
                inNames |= m_names[name];
        }
        for (std::size_t i = 0; i < m_texts.size(); ++i) {
            if (!(inNames >> i & 1) && !ofGuests(i) && !searchblock::mayHold(pieces, m_texts[i]))
                return false;
        }
        return true;
    }

    Result<void> lookAtBlock(qint64 block)
    {
        constexpr int partShift = searchblock::orderShift - 7;
        auto rows = m_database.query(
            m_query.oldestFirst
                ? QStringLiteral("SELECT oldest, part, entries FROM search_parts"
                                 " WHERE part >= ? AND part < ? AND +business_id = ? ORDER BY part")
                : QStringLiteral("SELECT newest, part, entries FROM search_parts"
                                 " WHERE part >= ? AND part < ? AND +business_id = ? ORDER BY part DESC"),
            {block << partShift, (block + 1) << partShift, m_businessId});
        if (!rows)
            return rows.error();
        while (rows->next()) {
            if (isBehind(rows->integer(0)))
                continue;
            if (const auto looked = look(rows->integer(1), rows->bytes(2)); !looked)
                return looked;
        }
        return rows->failed() ? Result<void>(hubsql::readFailed()) : Result<void>();
    }

    /// Whether each word stands somewhere in a packed row, or may be in a name or a guest's: texts stand there as they
    /// are, so most rows need not be unpacked.
    bool mayHold(const QByteArray &packed) const
    {
        if (m_elsewhere & phoneBit)
            return true;
        for (std::size_t i = 0; i < m_texts.size(); ++i) {
            const std::string &word = m_texts[i];
            if (!(m_elsewhere >> i & 1) &&
                !::memmem(packed.constData(), std::size_t(packed.size()), word.data(), word.size()))
                return false;
        }
        return true;
    }

    /// The orders of one packed row, unless it was looked at before.
    Result<void> look(qint64 part, const QByteArray &bytes)
    {
        if (!m_partsLookedAt.insert(part).second)
            return {};
        if (!m_guests && (m_query.limit == 0 || m_partsLookedAt.size() > rowsBeforeGuests)) {
            if (const auto loaded = loadGuests(); !loaded)
                return loaded;
        }
        if (m_guests && !mayHold(bytes))
            return {};
        SearchEntries entries(bytes);
        while (entries.next(&m_entry)) {
            Words found = 0;
            for (const quint32 name : m_entry.names)
                found |= wordsAt(m_names, name);
            if (m_entry.userId > 0) {
                const auto ofGuest = wordsOfGuest(m_entry.userId);
                if (!ofGuest)
                    return ofGuest.error();
                found |= *ofGuest;
            }
            if (!(found & phoneBit) && !holdsTheRest(m_entry.text, m_texts, found))
                continue;
            const OrderMatch match{m_entry.placedAtMs, m_entry.orderId};
            if (match > m_query.after && match < m_query.before)
                m_best.add(match);
        }
        return entries.failed() ? Result<void>(hubsql::readFailed()) : Result<void>();
    }

    Result<Words> wordsOfGuest(qint64 userId)
    {
        if (m_guests)
            return wordsAt(*m_guests, quint64(userId));
        if (const auto seen = m_guestsSeen.find(userId); seen != m_guestsSeen.end())
            return seen->second;
        const auto words = lookUpGuest(m_database, m_businessId, m_query, userId);
        if (words)
            m_guestsSeen.emplace(userId, *words);
        return words;
    }

    /// All of them, and in which blocks those are that a word finds.
    Result<void> loadGuests()
    {
        auto guests = wordsOfGuests(m_database, m_businessId, m_query);
        if (!guests)
            return guests.error();
        m_guests = std::move(*guests);
        std::array<std::vector<qint64>, 16> found;
        for (std::size_t id = 0; id < m_guests->size(); ++id) {
            m_elsewhere |= (*m_guests)[id];
            for (std::size_t bit = 0; (*m_guests)[id] >> bit != 0; ++bit) {
                if (((*m_guests)[id] >> bit & 1) && found[bit].size() <= mostGuestsLookedUp)
                    found[bit].push_back(qint64(id));
            }
        }
        for (std::size_t bit = 0; bit < found.size(); ++bit) {
            m_guestBlocks[bit].isEverywhere = found[bit].size() > mostGuestsLookedUp;
            if (found[bit].empty() || m_guestBlocks[bit].isEverywhere)
                continue;
            auto rows =
                m_database.query(QStringLiteral("SELECT DISTINCT o.order_id >> ? FROM orders o WHERE o.user_id") +
                                     hubsql::inIds() + QStringLiteral("AND +o.business_id = ?"),
                                 {searchblock::orderShift, hubsql::idArray(found[bit]), m_businessId});
            if (!rows)
                return rows.error();
            while (rows->next())
                m_guestBlocks[bit].blocks.insert(rows->integer(0));
            if (rows->failed())
                return hubsql::readFailed();
        }
        return {};
    }

    struct GuestBlocks
    {
        bool isEverywhere = false;
        std::unordered_set<qint64> blocks;
    };

    sql::Database &m_database;
    const qint64 m_businessId;
    const MatchQuery &m_query;
    SearchShelf *const m_shelf; ///< may be null
    Best m_best;
    std::vector<std::string> m_texts; ///< the words
    WordsById m_names;
    std::vector<quint32> m_namesFound; ///< those in which there is a word
    std::optional<WordsById> m_guests; ///< all of them, once they were needed
    Words m_elsewhere = 0;             ///< what stands in any name, and with m_guests in any guest
    std::unordered_map<qint64, Words> m_guestsSeen;
    std::array<GuestBlocks, 16> m_guestBlocks; ///< by the word's bit; filled with m_guests
    std::unordered_set<qint64> m_partsLookedAt;
    SearchEntry m_entry;
};

} // namespace

Result<std::vector<OrderMatch>> ordermatches::find(sql::Database &database, qint64 businessId, const MatchQuery &query,
                                                   SearchShelf *shelf)
{
    return Search(database, businessId, query, shelf).run();
}

} // namespace oshaq

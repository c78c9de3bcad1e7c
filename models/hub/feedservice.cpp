// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/feedservice.h"

#include "models/domain/timespans.h"
#include "models/hub/businessstore.h"
#include "models/hub/catalogstore.h"
#include "models/hub/journalstore.h"
#include "models/hub/orderstore.h"
#include "models/hub/sqlvalues.h"
#include "models/hub/terminalstore.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace oshaq {

namespace {

constexpr int maxPage = 500;
constexpr qint64 closedStaysMs = 2 * hourMs;
/// No kitchen works on more. A restaurant that never closes its orders would otherwise grow a snapshot that no terminal
/// takes, and its screens would come up empty one day.
constexpr int mostOpenOrders = 4000;

Error cursorGone()
{
    return {ErrorCode::CursorGone, QStringLiteral("This cursor is not of this hub's journal; take a snapshot."), {}};
}

/// The ids of one kind in a page, each once.
std::vector<qint64> idsOf(const std::vector<Change> &changes, EntityKind kind)
{
    std::vector<qint64> ids;
    for (const Change &change : changes) {
        if (change.entity == kind)
            ids.push_back(change.id);
    }
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    return ids;
}

/// Rows of one kind, looked up by the changes of a page.
template <typename Row> class Joined
{
public:
    template <typename Load>
    Result<void> load(const std::vector<Change> &changes, EntityKind kind, const Load &loadRows)
    {
        const std::vector<qint64> ids = idsOf(changes, kind);
        if (ids.empty())
            return {};
        auto rows = loadRows(ids);
        if (!rows)
            return rows.error();
        for (Row &row : *rows) {
            const qint64 id = row.id;
            m_rows.emplace(id, std::move(row));
        }
        return {};
    }

    std::optional<Row> get(qint64 id) const
    {
        const auto it = m_rows.find(id);
        return it == m_rows.end() ? std::nullopt : std::optional(it->second);
    }

private:
    std::unordered_map<qint64, Row> m_rows;
};

/// Current rows of everything that a page of changes is about.
class Join
{
public:
    Result<void> load(sql::Database &database, qint64 businessId, const std::vector<Change> &changes,
                      const feedreads::KnownOrders &known = {})
    {
        auto loaded = loadOrders(database, businessId, changes, known);
        if (!loaded)
            return loaded;
        loaded = m_items.load(changes, EntityKind::Item, [&](const std::vector<qint64> &ids) {
            return catalogstore::itemsById(database, businessId, ids);
        });
        if (!loaded)
            return loaded;
        loaded = m_categories.load(changes, EntityKind::Category, [&](const std::vector<qint64> &ids) {
            return catalogstore::categoriesById(database, businessId, ids);
        });
        if (!loaded)
            return loaded;
        loaded = m_stations.load(changes, EntityKind::Station, [&](const std::vector<qint64> &ids) {
            return catalogstore::stationsById(database, businessId, ids);
        });
        if (!loaded)
            return loaded;
        loaded = m_businesses.load(changes, EntityKind::Business,
                                   [&](const std::vector<qint64> &) -> Result<std::vector<Business>> {
                                       auto business = businessstore::find(database, businessId);
                                       if (!business)
                                           return business.error();
                                       return std::vector{std::move(*business)};
                                   });
        if (!loaded)
            return loaded;
        const std::vector<qint64> terminalIds = idsOf(changes, EntityKind::Terminal);
        if (terminalIds.empty())
            return {};
        const auto existing = terminalstore::existing(database, businessId, terminalIds);
        if (!existing)
            return existing.error();
        m_terminals.insert(existing->begin(), existing->end());
        return {};
    }

    FeedChange apply(const Change &change) const
    {
        FeedChange joined;
        joined.change = change;
        bool exists = false;
        switch (change.entity) {
        case EntityKind::Order:
            if (const auto found = m_orders.find(change.id); found != m_orders.end())
                joined.order = *found->second;
            exists = joined.order.has_value();
            break;
        case EntityKind::Item:
            exists = (joined.item = m_items.get(change.id)).has_value();
            break;
        case EntityKind::Category:
            exists = (joined.category = m_categories.get(change.id)).has_value();
            break;
        case EntityKind::Station:
            exists = (joined.station = m_stations.get(change.id)).has_value();
            break;
        case EntityKind::Business:
            exists = (joined.business = m_businesses.get(change.id)).has_value();
            break;
        case EntityKind::Terminal:
            exists = m_terminals.contains(change.id);
            break;
        case EntityKind::Payment:
        case EntityKind::SavedCard:
        case EntityKind::Webhook:
        case EntityKind::Staff:
        case EntityKind::Table:
        case EntityKind::Printer:
        case EntityKind::PrintJob:
        case EntityKind::Token:
        case EntityKind::DayEnd:
        case EntityKind::Drawer:
        case EntityKind::DeliveryZone:
        case EntityKind::Integration:
        case EntityKind::Guest:
        case EntityKind::Address:
            // Told without a row, so that followers see every seq: what they hold is not a screen's to know.
            exists = true;
            break;
        }
        joined.change.deleted = !exists;
        return joined;
    }

private:
    Result<void> loadOrders(sql::Database &database, qint64 businessId, const std::vector<Change> &changes,
                            const feedreads::KnownOrders &known)
    {
        std::unordered_map<qint64, qint64> newest;
        for (const Change &change : changes) {
            if (change.entity == EntityKind::Order) {
                qint64 &version = newest[change.id];
                version = std::max(version, change.version);
            }
        }
        std::vector<qint64> unknown;
        for (const auto &[id, version] : newest) {
            if (auto order = known ? known(id, version) : nullptr)
                m_orders.emplace(id, std::move(order));
            else
                unknown.push_back(id);
        }
        if (unknown.empty())
            return {};
        std::sort(unknown.begin(), unknown.end());
        auto read = orderstore::findMany(database, businessId, unknown);
        if (!read)
            return read.error();
        for (Order &order : *read) {
            const qint64 id = order.id;
            m_orders.emplace(id, std::make_shared<const Order>(std::move(order)));
        }
        return {};
    }

    std::unordered_map<qint64, std::shared_ptr<const Order>> m_orders;
    Joined<Item> m_items;
    Joined<Category> m_categories;
    Joined<Station> m_stations;
    Joined<Business> m_businesses;
    std::unordered_set<qint64> m_terminals;
};

} // namespace

Result<FeedPage> feedreads::changes(sql::Database &database, qint64 businessId, const Cursor &since, int limit,
                                    const KnownOrders &known)
{
    const auto snapshot = hubsql::oneSnapshot(database);
    if (!snapshot)
        return snapshot.error();
    const auto now = cursor(database, businessId);
    if (!now)
        return now.error();
    if (since.epoch != now->epoch || since.seq < 0 || since.seq > now->seq)
        return cursorGone();

    const int wanted = std::clamp(limit, 1, maxPage);
    auto changes = journalstore::rowsAfter(database, businessId, since.seq, wanted + 1);
    if (!changes)
        return changes.error();
    FeedPage page;
    page.cursor = since;
    if (changes->empty())
        return page;
    // What retention has sealed cannot be caught up with row by row.
    if (changes->front().seq != since.seq + 1)
        return cursorGone();
    page.more = changes->size() > std::size_t(wanted);
    if (page.more)
        changes->pop_back();
    page.cursor.seq = changes->back().seq;

    Join join;
    if (const auto loaded = join.load(database, businessId, *changes, known); !loaded)
        return loaded.error();
    page.changes.reserve(changes->size());
    for (const Change &change : *changes)
        page.changes.push_back(join.apply(change));
    return page;
}

Result<FeedPage> feedreads::guestChanges(sql::Database &database, qint64 businessId, qint64 userId, const Cursor &since,
                                         int limit)
{
    const auto snapshot = hubsql::oneSnapshot(database);
    if (!snapshot)
        return snapshot.error();
    const auto now = cursor(database, businessId);
    if (!now)
        return now.error();
    if (since.epoch != now->epoch || since.seq < 0 || since.seq > now->seq)
        return cursorGone();
    auto changes = journalstore::lastOfGuest(database, businessId, userId, since.seq, std::clamp(limit, 1, maxPage));
    if (!changes)
        return changes.error();
    Join join;
    if (const auto loaded = join.load(database, businessId, *changes); !loaded)
        return loaded.error();
    FeedPage page;
    page.cursor = *now;
    for (const Change &change : *changes)
        page.changes.push_back(join.apply(change));
    return page;
}

Result<Cursor> feedreads::cursor(sql::Database &database, qint64 businessId)
{
    const auto epoch = journalstore::epoch(database);
    if (!epoch)
        return epoch.error();
    const auto seq = journalstore::lastSeq(database, businessId);
    if (!seq)
        return seq.error();
    return Cursor{*epoch, *seq};
}

Result<Snapshot> feedreads::snapshot(sql::Database &database, qint64 businessId, qint64 nowMs, qint64 terminalId)
{
    const auto transaction = hubsql::oneSnapshot(database);
    if (!transaction)
        return transaction.error();
    auto at = cursor(database, businessId);
    if (!at)
        return at.error();
    auto business = businessstore::find(database, businessId);
    if (!business)
        return business.error();
    auto catalog = catalogstore::load(database, businessId);
    if (!catalog)
        return catalog.error();
    auto orders = orderstore::openAndClosedSince(database, businessId, nowMs - closedStaysMs, mostOpenOrders);
    if (!orders)
        return orders.error();
    const auto open = orderstore::countOpen(database, businessId);
    if (!open)
        return open.error();
    Snapshot snapshot{std::move(*at), std::move(*business), std::move(*catalog), std::move(*orders)};
    snapshot.ordersLeftOut = std::max<qint64>(0, *open - mostOpenOrders);
    if (terminalId != 0) {
        auto terminal = terminalstore::find(database, businessId, terminalId);
        if (!terminal)
            return terminal.error();
        snapshot.terminal =
            SnapshotTerminal{terminal->id, std::move(terminal->name), std::move(terminal->letter), terminal->role};
    }
    return snapshot;
}

Result<qint64> feedreads::verifyChain(sql::Database &database, qint64 businessId)
{
    return journalstore::verify(database, businessId);
}

} // namespace oshaq

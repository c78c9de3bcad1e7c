// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/terminal/ordercache.h"

#include "models/domain/epoch.h"

#include "models/terminal/orderrows.h"

#include <QLoggingCategory>

#include <algorithm>
#include <map>
#include <unordered_set>
#include <utility>

namespace oshaq {

Q_LOGGING_CATEGORY(lcCache, "oshaq.terminal.cache")

namespace {

QString cursorKey()
{
    return QStringLiteral("cursor");
}
QString termKey()
{
    return QStringLiteral("hub.term");
}
QString epochKey()
{
    return QStringLiteral("epoch");
}
QString leftOutKey()
{
    return QStringLiteral("feed.left_out");
}

QString knownAtKey()
{
    return QStringLiteral("known_at");
}

constexpr qint64 knownWriteIntervalMs = 10'000;

template <typename Row> Row *findRow(std::vector<Row> &rows, qint64 id)
{
    const auto found = std::find_if(rows.begin(), rows.end(), [id](const Row &row) { return row.id == id; });
    return found == rows.end() ? nullptr : &*found;
}

/// Puts a newer row in, takes a deleted one out; true when something changed.
template <typename Row> bool mergeRow(std::vector<Row> &rows, const Change &change, const std::optional<Row> &row)
{
    Row *known = findRow(rows, change.id);
    if (change.deleted) {
        if (!known)
            return false;
        rows.erase(rows.begin() + (known - rows.data()));
        return true;
    }
    if (!row || (known && row->version <= known->version))
        return false;
    if (known)
        *known = *row;
    else
        rows.push_back(*row);
    return true;
}

} // namespace

namespace {

/// Did the hub say who this order's guest is, and does it say no more? Then they were erased.
bool isErased(const Order *known, const Order &now)
{
    return known && known->uuid == now.uuid && !(known->guestName.isEmpty() && known->guestPhone.isEmpty()) &&
           isClosed(now.status) && now.userId > 0 && now.guestName.isEmpty() && now.guestPhone.isEmpty() &&
           now.address.isEmpty();
}

/// What was typed here of them, and the hub has: were it sent again, they would be written down anew.
Result<void> forgetTyped(sql::Database &database, const Order &order)
{
    return database.run(QStringLiteral("DELETE FROM outbox WHERE order_uuid = ? AND payload <> ''"
                                       " AND (state = 'confirmed' OR dismissed = 1)"),
                        {order.uuid});
}

} // namespace

/// What a page changes, so that each order is written once however often the page names it.
struct OrderCache::Batch
{
    std::map<qint64, std::optional<Order>> orders; // nothing: deleted
    std::optional<Catalog> catalog;
    std::optional<Business> business;
    Cursor cursor;
};

OrderCache::OrderCache(TerminalDatabase &database)
    : m_database(database)
{}

Result<std::unique_ptr<OrderCache>> OrderCache::open(TerminalDatabase &database)
{
    std::unique_ptr<OrderCache> cache(new OrderCache(database));
    if (auto loaded = cache->load(); !loaded)
        return loaded.error();
    return cache;
}

Result<void> OrderCache::load()
{
    auto business = orderrows::readBusiness(m_database.connection());
    if (!business)
        return business.error();
    auto catalog = orderrows::readCatalog(m_database.connection());
    if (!catalog)
        return catalog.error();
    auto orders = orderrows::readOrders(m_database.connection());
    if (!orders)
        return orders.error();
    m_business = std::move(*business);
    m_catalog = std::move(*catalog);
    m_orders = std::move(*orders);
    m_cursor = Cursor::fromText(m_database.meta(cursorKey()));
    m_epoch = m_database.meta(epochKey());
    m_term = m_database.meta(termKey()).toLongLong();
    m_knownAtMs = m_database.meta(knownAtKey()).toLongLong();
    m_leftOut = m_database.meta(leftOutKey()).toLongLong();
    m_knownWrittenMs = m_knownAtMs;
    return {};
}

const Order *OrderCache::find(qint64 orderId) const
{
    const auto found = m_orders.find(orderId);
    return found == m_orders.end() ? nullptr : &found->second;
}

bool OrderCache::isNewer(const Order &order) const
{
    const Order *known = find(order.id);
    // Another uuid under the same number is another order, whatever its version.
    return !known || known->uuid != order.uuid || order.version > known->version;
}

Result<void> OrderCache::applySnapshot(const Snapshot &snapshot)
{
    if (!snapshot.cursor.isValid())
        return Error{ErrorCode::ValidationFailed, QStringLiteral("a snapshot without a cursor"), {}};
    // A snapshot from before what we know already is an older copy of the hub, whatever epoch it claims.
    const bool isOlderCopy =
        m_cursor.isValid() && m_cursor.epoch == snapshot.cursor.epoch && snapshot.cursor.seq < m_cursor.seq;
    const bool foreign = isOlderCopy || (!m_epoch.isEmpty() && m_epoch != snapshot.cursor.epoch);
    const bool sameEpoch = !foreign && m_epoch == snapshot.cursor.epoch;

    std::unordered_set<qint64> listed;
    std::vector<const Order *> toWrite;
    std::vector<qint64> toRemove;
    for (const Order &order : snapshot.orders) {
        listed.insert(order.id);
        const Order *known = find(order.id);
        const bool differs = !known || !(*known == order);
        // Without a cursor it may be another role that asks, which is told more or less of the same version.
        const bool isRetold = !m_cursor.isValid() && known && order.version == known->version;
        if (differs && (!sameEpoch || isRetold || isNewer(order)))
            toWrite.push_back(&order);
    }
    for (const auto &[id, order] : m_orders) {
        if (!listed.contains(id) && !(sameEpoch && isClosed(order.status)))
            toRemove.push_back(id);
    }
    Catalog catalog = snapshot.catalog;
    orderrows::sortCatalog(&catalog);
    const bool catalogDiffers = catalog.stations != m_catalog.stations || catalog.categories != m_catalog.categories ||
                                catalog.items != m_catalog.items || !(snapshot.business == m_business);

    bool erases = false;
    auto written = m_database.write([&](sql::Database &database) -> Result<void> {
        for (const qint64 id : toRemove) {
            if (auto removed = orderrows::removeOrder(database, id); !removed)
                return removed;
        }
        for (const Order *order : toWrite) {
            if (auto done = orderrows::writeOrder(database, *order); !done)
                return done;
            if (!isErased(find(order->id), *order))
                continue;
            if (auto done = forgetTyped(database, *order); !done)
                return done;
            erases = true;
        }
        if (catalogDiffers) {
            if (auto done = orderrows::writeCatalog(database, catalog); !done)
                return done;
            if (auto done = orderrows::writeBusiness(database, snapshot.business); !done)
                return done;
        }
        if (auto done = m_database.writeMeta(cursorKey(), snapshot.cursor.text()); !done)
            return done;
        if (auto done = m_database.writeMeta(epochKey(), snapshot.cursor.epoch); !done)
            return done;
        if (auto done = m_database.writeMeta(termKey(), QString::number(termOf(snapshot.cursor.epoch))); !done)
            return done;
        if (auto done = m_database.writeMeta(leftOutKey(), QString::number(snapshot.ordersLeftOut)); !done)
            return done;
        if (snapshot.terminal) {
            if (auto done = writeTerminal(*snapshot.terminal); !done)
                return done;
        }
        if (foreign && m_epochHook)
            return m_epochHook(database);
        return {};
    });
    if (!written)
        return written;
    if (erases)
        m_database.durability().forget();

    std::vector<qint64> touched = toRemove;
    for (const qint64 id : toRemove)
        m_orders.erase(id);
    for (const Order *order : toWrite) {
        touched.push_back(order->id);
        m_orders.insert_or_assign(order->id, *order);
    }
    m_leftOut = snapshot.ordersLeftOut;
    m_cursor = snapshot.cursor;
    m_epoch = snapshot.cursor.epoch;
    m_term = termOf(m_epoch);
    if (catalogDiffers) {
        m_catalog = std::move(catalog);
        m_business = snapshot.business;
    }
    if (foreign) {
        qCInfo(lcCache, "the hub is another copy than before; its snapshot was taken over");
        Q_EMIT epochChanged();
    }
    if (catalogDiffers)
        Q_EMIT catalogChanged();
    Q_EMIT ordersChanged(touched);
    if (snapshot.terminal && snapshot.terminal->role)
        Q_EMIT roleTold(*snapshot.terminal->role);
    return {};
}

Result<void> OrderCache::writeTerminal(const SnapshotTerminal &terminal)
{
    if (terminal.name != terminalName()) {
        if (auto done = m_database.writeMeta(QString::fromLatin1(terminalNameKey), terminal.name); !done)
            return done;
    }
    if (terminal.letter == terminalLetter())
        return {};
    return m_database.writeMeta(QString::fromLatin1(terminalLetterKey), terminal.letter);
}

Result<void> OrderCache::forgetIdentity()
{
    auto written = m_database.write([&](sql::Database &) -> Result<void> {
        if (auto done = writeTerminal({}); !done)
            return done;
        if (auto done = m_database.writeMeta(termKey(), QString()); !done)
            return done;
        return m_database.writeMeta(cursorKey(), QString());
    });
    if (written) {
        m_cursor = {};
        m_term = 0;
    }
    return written;
}

Result<void> OrderCache::applyPage(const FeedPage &page)
{
    return applyChanges(page.changes, page.cursor);
}

Result<void> OrderCache::applyChanges(const std::vector<FeedChange> &changes, const Cursor &cursor)
{
    if (!m_cursor.isValid() || cursor.epoch != m_cursor.epoch) {
        return Error{ErrorCode::CursorGone,
                     QStringLiteral("changes of epoch '%1' do not follow '%2'").arg(cursor.epoch, m_cursor.text()),
                     {}};
    }
    auto batch = collect(changes);
    if (!batch)
        return batch.error();
    batch->cursor = cursor.seq > m_cursor.seq ? cursor : m_cursor;
    if (batch->orders.empty() && !batch->catalog && !batch->business && batch->cursor == m_cursor)
        return {};
    if (auto written = m_database.write([&](sql::Database &database) { return writeBatch(database, *batch); });
        !written)
        return written;
    if (std::any_of(batch->orders.begin(), batch->orders.end(),
                    [this](const auto &entry) { return entry.second && isErased(find(entry.first), *entry.second); }))
        m_database.durability().forget();

    std::vector<qint64> touched;
    for (auto &[id, order] : batch->orders) {
        touched.push_back(id);
        if (order)
            m_orders.insert_or_assign(id, std::move(*order));
        else
            m_orders.erase(id);
    }
    m_cursor = batch->cursor;
    const bool catalogDiffers = batch->catalog || batch->business;
    if (batch->catalog)
        m_catalog = std::move(*batch->catalog);
    if (batch->business)
        m_business = std::move(*batch->business);
    if (catalogDiffers)
        Q_EMIT catalogChanged();
    if (!touched.empty())
        Q_EMIT ordersChanged(touched);
    const auto isStaff = [](const FeedChange &entry) { return entry.change.entity == EntityKind::Staff; };
    if (std::any_of(changes.begin(), changes.end(), isStaff))
        Q_EMIT staffChanged();
    return {};
}

Result<OrderCache::Batch> OrderCache::collect(const std::vector<FeedChange> &changes) const
{
    Batch batch;
    std::optional<Catalog> catalog;
    bool catalogDiffers = false;
    const auto edited = [&]() -> Catalog & { return catalog ? *catalog : catalog.emplace(m_catalog); };
    for (const FeedChange &entry : changes) {
        const Change &change = entry.change;
        switch (change.entity) {
        case EntityKind::Order: {
            if (change.deleted) {
                if (find(change.id) || batch.orders.contains(change.id))
                    batch.orders[change.id] = std::nullopt;
                break;
            }
            if (!entry.order) // told with the change before, or gone by the time it was read and its deletion follows
                break;
            if (entry.order->id != change.id) {
                return Error{
                    ErrorCode::ValidationFailed,
                    QStringLiteral("change %1 of order %2 carries order %3")
                        .arg(QString::number(change.seq), QString::number(change.id), QString::number(entry.order->id)),
                    {}};
            }
            const auto staged = batch.orders.find(change.id);
            const bool newer = staged == batch.orders.end()
                                   ? isNewer(*entry.order)
                                   : !staged->second || entry.order->version > staged->second->version;
            if (newer)
                batch.orders[change.id] = *entry.order;
            break;
        }
        case EntityKind::Item:
            catalogDiffers |= mergeRow(edited().items, change, entry.item);
            break;
        case EntityKind::Category:
            catalogDiffers |= mergeRow(edited().categories, change, entry.category);
            break;
        case EntityKind::Station:
            catalogDiffers |= mergeRow(edited().stations, change, entry.station);
            break;
        case EntityKind::Business:
            if (entry.business && entry.business->version > (batch.business ? *batch.business : m_business).version)
                batch.business = *entry.business;
            break;
        case EntityKind::Terminal:
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
            break; // nothing of these is kept here
        }
    }
    if (catalogDiffers) {
        orderrows::sortCatalog(&*catalog);
        batch.catalog = std::move(catalog);
    }
    return batch;
}

Result<void> OrderCache::writeBatch(sql::Database &database, const Batch &batch)
{
    for (const auto &[id, order] : batch.orders) {
        auto done = order ? orderrows::writeOrder(database, *order) : orderrows::removeOrder(database, id);
        if (done && order && isErased(find(id), *order))
            done = forgetTyped(database, *order);
        if (!done)
            return done;
    }
    if (batch.catalog) {
        // Edits of the menu are rare and it is small: no bookkeeping of which rows.
        if (auto done = orderrows::writeCatalog(database, *batch.catalog); !done)
            return done;
    }
    if (batch.business) {
        if (auto done = orderrows::writeBusiness(database, *batch.business); !done)
            return done;
    }
    return m_database.writeMeta(cursorKey(), batch.cursor.text());
}

Result<void> OrderCache::foldAnswer(const Order &order)
{
    if (!isNewer(order))
        return {};
    auto written = m_database.write([&](sql::Database &database) { return orderrows::writeOrder(database, order); });
    if (!written)
        return written;
    adopt(order);
    Q_EMIT ordersChanged({order.id});
    return {};
}

Result<bool> OrderCache::writeIfNewer(sql::Database &database, const Order &order)
{
    if (!isNewer(order))
        return false;
    if (auto written = orderrows::writeOrder(database, order); !written)
        return written.error();
    return true;
}

void OrderCache::adopt(const Order &order)
{
    m_orders.insert_or_assign(order.id, order);
}

void OrderCache::setKnownAtMs(qint64 hubMs)
{
    if (hubMs <= m_knownAtMs)
        return;
    m_knownAtMs = hubMs;
    if (hubMs - m_knownWrittenMs < knownWriteIntervalMs)
        return;
    m_knownWrittenMs = hubMs;
    if (auto written = m_database.setMeta(knownAtKey(), QString::number(hubMs)); !written)
        qCWarning(lcCache, "%ls", qUtf16Printable(written.error().message));
}

Result<int> OrderCache::purge(qint64 hubNowMs)
{
    std::vector<qint64> gone;
    for (const auto &[id, order] : m_orders) {
        if (isClosed(order.status) && order.statusAtMs < hubNowMs - closedRetentionMs)
            gone.push_back(id);
    }
    if (gone.empty())
        return 0;
    std::vector<qint64> removed;
    auto written = m_database.write([&](sql::Database &database) -> Result<void> {
        for (const qint64 id : gone) {
            auto waiting =
                database.query(QStringLiteral("SELECT 1 FROM outbox WHERE order_uuid = ? AND state = 'queued' LIMIT 1"),
                               {find(id)->uuid});
            if (!waiting)
                return waiting.error();
            if (waiting->next())
                continue;
            if (auto done = orderrows::removeOrder(database, id); !done)
                return done;
            removed.push_back(id);
        }
        return {};
    });
    if (!written)
        return written.error();
    for (const qint64 id : removed)
        m_orders.erase(id);
    if (!removed.empty())
        Q_EMIT ordersChanged(removed);
    return int(removed.size());
}

} // namespace oshaq

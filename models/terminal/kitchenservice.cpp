// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/terminal/kitchenservice.h"

#include <QLoggingCategory>

#include <algorithm>
#include <map>
#include <tuple>

namespace oshaq {

Q_LOGGING_CATEGORY(lcKitchen, "oshaq.terminal.kitchen")

namespace {

constexpr std::size_t completedLimit = 20;
/// Acknowledgements that wait for a client to register; far beyond what a screen holds.
constexpr std::size_t unsentLimit = 10'000;

QString stationKey()
{
    return QStringLiteral("station");
}

bool isOpen(const OrderLine &line)
{
    return line.status == LineStatus::Queued || line.status == LineStatus::Started;
}

qint64 lineSinceMs(const Order &order, const OrderLine &line)
{
    return std::max({order.placedAtMs, line.addedAtMs, line.firedAtMs});
}

} // namespace

KitchenService::KitchenService(TerminalDatabase &database, const OrderCache &cache, Outbox &outbox,
                               const VisibleOrders &visible, const VisibleCatalog &catalog, OrderActs &acts,
                               const HubClock &clock)
    : m_database(database)
    , m_cache(cache)
    , m_outbox(outbox)
    , m_visible(visible)
    , m_catalog(catalog)
    , m_acts(acts)
    , m_clock(clock)
    , m_seen(database)
{
    bool isNumber = false;
    const qint64 saved = database.meta(stationKey()).toLongLong(&isNumber);
    if (isNumber && saved > 0)
        m_station = saved;
    m_announce = cache.cursor().isValid();
    meetAll();

    m_changeTimer.setSingleShot(true);
    m_changeTimer.setInterval(0);
    connect(&m_changeTimer, &QTimer::timeout, this, &KitchenService::announceChange);
    connect(&visible, &VisibleOrders::changed, this, &KitchenService::handleVisibleChanged);
    // Connected after VisibleOrders, so the first snapshot has been met when announcing begins.
    connect(&cache, &OrderCache::ordersChanged, this, [this] { m_announce = m_cache.cursor().isValid(); });
    connect(&cache, &OrderCache::catalogChanged, this, &KitchenService::handleCatalogChanged);
    connect(&cache, &OrderCache::epochChanged, this, &KitchenService::handleEpochChanged);
    connect(&catalog, &VisibleCatalog::changed, this, &KitchenPort::catalogChanged);
    connect(&outbox, &Outbox::parkedChanged, this, &KitchenPort::parkedChanged);
    connect(&outbox, &Outbox::renamed, this, &KitchenService::handleRenamed);
}

KitchenService::~KitchenService() = default;

void KitchenService::setStation(std::optional<qint64> stationId)
{
    if (stationId == m_station)
        return;
    m_station = stationId;
    // A choice that cannot be saved still counts until the program ends.
    if (auto saved = m_database.setMeta(stationKey(), stationId ? QString::number(*stationId) : QString()); !saved)
        qCWarning(lcKitchen, "%ls", qUtf16Printable(saved.error().message));
    m_met.clear();
    m_arrived.clear();
    meetAll();
    scheduleChange();
}

// --- what is shown ---

std::vector<Ticket> KitchenService::tickets() const
{
    rebuild();
    return m_tickets;
}

std::optional<Ticket> KitchenService::ticket(qint64 orderId) const
{
    const VisibleOrders::Entry *entry = m_visible.find(orderId);
    if (!entry || !isShown(entry->order))
        return std::nullopt;
    return makeTicket(*entry);
}

std::vector<AllDayCount> KitchenService::allDay() const
{
    rebuild();
    std::map<std::pair<qint64, qint64>, AllDayCount> counts; // by dish and station
    for (const Ticket &ticket : m_tickets) {
        for (const OrderLine &line : ticket.lines) {
            if (!isOpen(line))
                continue;
            const Station *station = stationOf(line);
            const qint64 stationId = station ? station->id : 0;
            AllDayCount &count = counts[{line.itemId, stationId}];
            count.itemId = line.itemId;
            count.stationId = stationId;
            count.name = line.name; // of the newest ticket, should a dish have been renamed
            (line.isHeld() ? count.held : count.quantity) += line.quantity;
        }
    }
    std::vector<AllDayCount> list;
    for (auto &[key, count] : counts)
        list.push_back(std::move(count));
    std::sort(list.begin(), list.end(), [](const AllDayCount &a, const AllDayCount &b) {
        return std::tie(b.quantity, a.name, a.itemId, a.stationId) <
               std::tie(a.quantity, b.name, b.itemId, b.stationId);
    });
    return list;
}

std::vector<CompletedTicket> KitchenService::completed() const
{
    rebuild();
    std::vector<CompletedTicket> list;
    for (const Left &left : m_left) {
        const Order &order = m_visible.find(left.orderId)->order;
        CompletedTicket row;
        row.orderId = order.id;
        row.number = order.number;
        row.fulfilment = order.fulfilment;
        row.table = order.table;
        row.status = order.status;
        row.placedAtMs = order.placedAtMs;
        row.completedAtMs = left.atMs;
        // Asked each time, because a recall window closes without any event.
        const auto commands = m_acts.decideAll(order, recallCommands(order));
        row.recallable = commands.ok() && !commands->empty();
        list.push_back(std::move(row));
    }
    return list;
}

void KitchenService::rebuild() const
{
    if (!m_dirty)
        return;
    m_dirty = false;
    m_tickets.clear();
    m_left.clear();
    std::vector<const VisibleOrders::Entry *> shown;
    for (const auto &[id, entry] : m_visible.entries()) {
        if (isShown(entry.order))
            shown.push_back(&entry);
        else if (const auto atMs = leftAt(entry.order))
            m_left.push_back({id, *atMs});
    }
    std::sort(shown.begin(), shown.end(), [](const VisibleOrders::Entry *a, const VisibleOrders::Entry *b) {
        return std::tuple(!a->order.priority, a->order.placedAtMs, a->order.id) <
               std::tuple(!b->order.priority, b->order.placedAtMs, b->order.id);
    });
    m_tickets.reserve(shown.size());
    for (const VisibleOrders::Entry *entry : shown)
        m_tickets.push_back(makeTicket(*entry));

    const auto kept = m_left.begin() + std::ptrdiff_t(std::min(m_left.size(), completedLimit));
    std::partial_sort(m_left.begin(), kept, m_left.end(), [](const Left &a, const Left &b) {
        return std::tie(b.atMs, b.orderId) < std::tie(a.atMs, a.orderId);
    });
    m_left.erase(kept, m_left.end());
}

const Station *KitchenService::stationOf(const OrderLine &line) const
{
    const std::vector<Station> &stations = m_cache.stations();
    if (stations.empty())
        return nullptr;
    const auto own = std::find_if(stations.begin(), stations.end(),
                                  [&line](const Station &station) { return line.stationId == station.id; });
    return own == stations.end() ? &stations.front() : &*own;
}

bool KitchenService::belongs(const OrderLine &line) const
{
    if (!m_station)
        return true;
    const Station *station = stationOf(line);
    return station ? station->id == *m_station : line.stationId == m_station;
}

bool KitchenService::isShown(const Order &order) const
{
    if (order.status == OrderStatus::Cancelled)
        return isCancelledUnseen(order);
    if (isClosed(order.status) || order.status == OrderStatus::OutForDelivery)
        return false;
    if (hasVoidedUnseen(order))
        return true;
    return std::any_of(order.lines.begin(), order.lines.end(), [this](const OrderLine &line) {
        return belongs(line) && (m_station ? isOpen(line) : line.status != LineStatus::Voided);
    });
}

bool KitchenService::isCancelledUnseen(const Order &order) const
{
    const auto changes = m_seen.changesOf(order);
    const bool unseen = std::any_of(changes.begin(), changes.end(), [](const TicketChange &change) {
        return change.kind == TicketChange::Kind::Cancelled;
    });
    return unseen && std::any_of(order.lines.begin(), order.lines.end(), [this](const OrderLine &line) {
               return belongs(line) && isOpen(line) && !line.isHeld();
           });
}

bool KitchenService::hasVoidedUnseen(const Order &order) const
{
    for (const TicketChange &change : m_seen.changesOf(order)) {
        if (change.kind != TicketChange::Kind::Voided)
            continue;
        const auto line = std::find_if(order.lines.begin(), order.lines.end(),
                                       [&change](const OrderLine &one) { return one.id == change.lineId; });
        if (line != order.lines.end() && belongs(*line))
            return true;
    }
    return false;
}

std::optional<qint64> KitchenService::leftAt(const Order &order) const
{
    bool isHere = false;
    qint64 lastDoneMs = 0;
    for (const OrderLine &line : order.lines) {
        if (!belongs(line) || line.status == LineStatus::Voided)
            continue;
        isHere = true;
        if (line.status == LineStatus::Done)
            lastDoneMs = std::max(lastDoneMs, line.statusAtMs);
    }
    if (!isHere)
        return std::nullopt;
    return m_station && lastDoneMs > 0 && order.status != OrderStatus::Cancelled ? lastDoneMs : order.statusAtMs;
}

Ticket KitchenService::makeTicket(const VisibleOrders::Entry &entry) const
{
    Ticket ticket;
    ticket.orderId = entry.order.id;
    ticket.order = entry.order;
    ticket.pending = entry.pending;
    ticket.lines.reserve(entry.order.lines.size());
    for (const OrderLine &line : entry.order.lines) {
        if (belongs(line))
            ticket.lines.push_back(line);
    }
    for (const TicketChange &change : m_seen.changesOf(entry.order)) {
        const bool isHere =
            change.lineId == 0 || std::any_of(ticket.lines.begin(), ticket.lines.end(),
                                              [&change](const OrderLine &line) { return line.id == change.lineId; });
        if (isHere)
            ticket.changes.push_back(change);
    }
    setLimits(&ticket);
    setStarts(&ticket);
    return ticket;
}

void KitchenService::setLimits(Ticket *ticket) const
{
    const Order &order = ticket->order;
    int prepSeconds = 0;
    int soonSeconds = 0;
    int lateSeconds = 0;
    std::optional<qint64> openSinceMs;
    for (const OrderLine &line : ticket->lines) {
        if (line.status == LineStatus::Voided || line.isHeld())
            continue;
        // Done lines count for the limit: finishing the slowest dish does not make the rest late at once.
        prepSeconds = std::max(prepSeconds, line.prepSeconds);
        if (const Station *station = stationOf(line)) {
            soonSeconds = std::max(soonSeconds, station->soonSeconds);
            lateSeconds = std::max(lateSeconds, station->lateSeconds);
        }
        if (isOpen(line)) {
            const qint64 sinceMs = lineSinceMs(order, line);
            openSinceMs = std::min(openSinceMs.value_or(sinceMs), sinceMs);
        }
    }
    if (prepSeconds > 0) {
        lateSeconds = prepSeconds;
        soonSeconds = prepSeconds * 2 / 3;
    } else if (lateSeconds == 0) {
        soonSeconds = Station{}.soonSeconds;
        lateSeconds = Station{}.lateSeconds;
    }
    const qint64 sinceMs = openSinceMs.value_or(order.placedAtMs);
    ticket->soonAtMs = sinceMs + qint64(soonSeconds) * 1000;
    ticket->lateAtMs = sinceMs + qint64(lateSeconds) * 1000;
    if (order.promisedAtMs > 0) {
        ticket->lateAtMs = order.promisedAtMs;
        ticket->soonAtMs = std::max(sinceMs, order.promisedAtMs - qint64(lateSeconds - soonSeconds) * 1000);
    }
}

void KitchenService::setStarts(Ticket *ticket) const
{
    const Order &order = ticket->order;
    // What was fired together finishes together, whichever station makes it; a promise is when all of it does.
    std::map<qint64, qint64> longestOf; // fired at -> seconds of the longest dish
    for (const OrderLine &line : order.lines) {
        if (line.status != LineStatus::Voided && !line.isHeld()) {
            qint64 &longest = longestOf[lineSinceMs(order, line)];
            longest = std::max(longest, qint64(line.prepSeconds));
        }
    }
    ticket->startAtMs.reserve(ticket->lines.size());
    for (const OrderLine &line : ticket->lines) {
        const qint64 sinceMs = lineSinceMs(order, line);
        const auto longest = longestOf.find(sinceMs);
        if (line.isHeld() || longest == longestOf.end()) {
            ticket->startAtMs.push_back(sinceMs);
            continue;
        }
        const qint64 togetherMs = std::max(sinceMs + longest->second * 1000, order.promisedAtMs);
        // A dish of unknown length is begun with the longest one.
        const qint64 seconds = line.prepSeconds > 0 ? line.prepSeconds : longest->second;
        ticket->startAtMs.push_back(seconds > 0 ? togetherMs - seconds * 1000 : sinceMs);
    }
}

// --- what changes ---

void KitchenService::scheduleChange()
{
    m_dirty = true;
    if (!m_changeTimer.isActive())
        m_changeTimer.start();
}

void KitchenService::announceChange()
{
    const std::vector<qint64> arrived = std::exchange(m_arrived, {});
    const std::vector<qint64> changed = std::exchange(m_changed, {});
    Q_EMIT ticketsChanged();
    for (const qint64 id : changed)
        Q_EMIT ticketChanged(id);
    for (const qint64 id : arrived)
        Q_EMIT ticketArrived(id);
}

void KitchenService::meetAll()
{
    std::vector<const Order *> orders;
    for (const auto &[id, entry] : m_visible.entries()) {
        if (isShown(entry.order) || leftAt(entry.order))
            m_met.insert(id);
        orders.push_back(&entry.order);
    }
    m_seen.meet(orders, m_clock.nowMs());
    for (const Order *order : orders)
        m_changes[order->id] = m_seen.changesOf(*order);
}

void KitchenService::noteChanges(const Order &order)
{
    std::vector<TicketChange> changes = m_seen.changesOf(order);
    std::vector<TicketChange> &told = m_changes[order.id];
    const bool isNew = std::any_of(changes.begin(), changes.end(), [&told](const TicketChange &change) {
        return std::find(told.begin(), told.end(), change) == told.end();
    });
    told = std::move(changes);
    if (isNew && isShown(order) && m_announce)
        m_changed.push_back(order.id);
}

void KitchenService::handleVisibleChanged(const std::vector<qint64> &orderIds)
{
    std::vector<const Order *> orders;
    for (const qint64 id : orderIds) {
        if (const VisibleOrders::Entry *entry = m_visible.find(id))
            orders.push_back(&entry->order);
    }
    m_seen.meet(orders, m_clock.nowMs());
    for (const qint64 id : orderIds) {
        const VisibleOrders::Entry *entry = m_visible.find(id);
        if (!entry) {
            m_met.erase(id);
            m_changes.erase(id);
            continue;
        }
        const bool isKnown = m_met.contains(id);
        if (isKnown)
            noteChanges(entry->order);
        else
            m_changes[id] = m_seen.changesOf(entry->order);
        const bool shown = isShown(entry->order);
        if (!shown) {
            // Should it come back with other lines, it is drawn anew and told anew.
            m_painted.erase({id, m_station.value_or(0)});
            m_counted.erase({id, m_station.value_or(0)});
        }
        if (!shown && !leftAt(entry->order))
            continue;
        if (m_met.insert(id).second && shown && m_announce)
            m_arrived.push_back(id);
    }
    scheduleChange();
}

void KitchenService::handleCatalogChanged()
{
    const std::vector<Station> &stations = m_cache.stations();
    const bool isKnown = !m_station || std::any_of(stations.begin(), stations.end(),
                                                   [this](const Station &station) { return station.id == *m_station; });
    if (!isKnown)
        setStation(std::nullopt);
    scheduleChange(); // limits may be others
    Q_EMIT stationsChanged();
}

void KitchenService::handleRenamed(const Renaming &renaming)
{
    // The same ticket under another id: nobody is told of it again.
    m_seen.rename(renaming, m_clock.nowMs());
    if (renaming.from != renaming.to) {
        if (m_met.erase(renaming.from) != 0)
            m_met.insert(renaming.to);
        if (auto changes = m_changes.extract(renaming.from); !changes.empty())
            m_changes[renaming.to] = std::move(changes.mapped());
        std::replace(m_changed.begin(), m_changed.end(), renaming.from, renaming.to);
        std::replace(m_arrived.begin(), m_arrived.end(), renaming.from, renaming.to);
    }
    for (TicketChange &change : m_changes[renaming.to])
        change.lineId = renaming.lineId(change.lineId);
}

void KitchenService::handleEpochChanged()
{
    m_painted.clear();
    m_counted.clear();
    m_unsent.clear();
}

// --- painted ---

void KitchenService::setPaintedSink(PaintedSink *sink)
{
    m_sink = sink;
    if (m_sink && !m_unsent.empty())
        m_sink->reportPainted(std::exchange(m_unsent, {}));
}

void KitchenService::reportPainted(const std::vector<qint64> &orderIds)
{
    report(orderIds, false);
}

void KitchenService::reportCounted(const std::vector<qint64> &orderIds)
{
    report(orderIds, true);
}

qint64 KitchenService::oldestUnpaintedMs(qint64 monotonicMs)
{
    std::unordered_set<qint64> drawn;
    std::unordered_map<qint64, qint64> undrawn;
    qint64 oldest = monotonicMs;
    for (const Ticket &ticket : tickets()) {
        if (m_drawn.contains(ticket.orderId)) {
            drawn.insert(ticket.orderId);
            continue;
        }
        const auto known = m_undrawnSince.find(ticket.orderId);
        const qint64 since = known == m_undrawnSince.end() ? monotonicMs : known->second;
        undrawn.emplace(ticket.orderId, since);
        oldest = std::min(oldest, since);
    }
    m_drawn = std::move(drawn);
    m_undrawnSince = std::move(undrawn);
    return monotonicMs - oldest;
}

void KitchenService::report(const std::vector<qint64> &orderIds, bool counted)
{
    m_drawn.insert(orderIds.begin(), orderIds.end());
    std::vector<PaintedAck> acks;
    for (const qint64 id : orderIds) {
        if (id < 0)
            continue; // the hub has not sent this one
        const std::pair<qint64, qint64> key(id, m_station.value_or(0));
        if (m_painted.contains(key))
            continue;
        if ((counted ? m_counted : m_painted).insert(key).second)
            acks.push_back({key.first, key.second, counted});
    }
    send(std::move(acks));
}

void KitchenService::tellAgain(const std::vector<qint64> &orderIds)
{
    std::vector<PaintedAck> acks;
    for (const qint64 id : orderIds) {
        const VisibleOrders::Entry *entry = m_visible.find(id);
        if (!entry || !isShown(entry->order))
            continue;
        const std::pair<qint64, qint64> key(id, m_station.value_or(0));
        if (m_painted.contains(key))
            acks.push_back({key.first, key.second, false});
        else if (m_counted.contains(key))
            acks.push_back({key.first, key.second, true});
    }
    send(std::move(acks));
}

void KitchenService::send(std::vector<PaintedAck> acks)
{
    if (acks.empty())
        return;
    if (m_sink)
        m_sink->reportPainted(acks);
    else if (m_unsent.size() + acks.size() <= unsentLimit)
        m_unsent.insert(m_unsent.end(), acks.begin(), acks.end());
}

} // namespace oshaq

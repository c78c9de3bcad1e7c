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
    return std::max(order.placedAtMs, line.addedAtMs);
}

} // namespace

KitchenService::KitchenService(TerminalDatabase &database, const OrderCache &cache, Outbox &outbox,
                               const VisibleOrders &visible, const HubClock &clock)
    : m_database(database)
    , m_cache(cache)
    , m_outbox(outbox)
    , m_visible(visible)
    , m_clock(clock)
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
    connect(&outbox, &Outbox::parkedChanged, this, &KitchenPort::parkedChanged);
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
    std::map<qint64, AllDayCount> counts;
    for (const Ticket &ticket : m_tickets) {
        for (const OrderLine &line : ticket.lines) {
            if (!isOpen(line))
                continue;
            AllDayCount &count = counts[line.itemId];
            count.itemId = line.itemId;
            count.name = line.name; // of the newest ticket, should a dish have been renamed
            count.quantity += line.quantity;
        }
    }
    std::vector<AllDayCount> list;
    for (auto &[itemId, count] : counts)
        list.push_back(std::move(count));
    std::sort(list.begin(), list.end(), [](const AllDayCount &a, const AllDayCount &b) {
        return std::tie(b.quantity, a.name, a.itemId) < std::tie(a.quantity, b.name, b.itemId);
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
        const auto commands = decideAll(order, recallCommands(order));
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
        return std::tie(a->order.placedAtMs, a->order.id) < std::tie(b->order.placedAtMs, b->order.id);
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
    if (isClosed(order.status) || order.status == OrderStatus::OutForDelivery)
        return false;
    return std::any_of(order.lines.begin(), order.lines.end(), [this](const OrderLine &line) {
        return belongs(line) && (m_station ? isOpen(line) : line.status != LineStatus::Voided);
    });
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
    setLimits(&ticket);
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
        if (line.status == LineStatus::Voided)
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
    Q_EMIT ticketsChanged();
    for (const qint64 id : arrived)
        Q_EMIT ticketArrived(id);
}

void KitchenService::meetAll()
{
    for (const auto &[id, entry] : m_visible.entries()) {
        if (isShown(entry.order) || leftAt(entry.order))
            m_met.insert(id);
    }
}

void KitchenService::handleVisibleChanged(const std::vector<qint64> &orderIds)
{
    for (const qint64 id : orderIds) {
        const VisibleOrders::Entry *entry = m_visible.find(id);
        if (!entry) {
            m_met.erase(id);
            continue;
        }
        const bool shown = isShown(entry->order);
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

void KitchenService::report(const std::vector<qint64> &orderIds, bool counted)
{
    std::vector<PaintedAck> acks;
    for (const qint64 id : orderIds) {
        const std::pair<qint64, qint64> key(id, m_station.value_or(0));
        if (m_painted.contains(key))
            continue;
        if ((counted ? m_counted : m_painted).insert(key).second)
            acks.push_back({key.first, key.second, counted});
    }
    if (acks.empty())
        return;
    if (m_sink)
        m_sink->reportPainted(acks);
    else if (m_unsent.size() + acks.size() <= unsentLimit)
        m_unsent.insert(m_unsent.end(), acks.begin(), acks.end());
}

} // namespace oshaq

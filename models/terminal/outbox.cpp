// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/terminal/outbox.h"

#include "models/domain/ordernumber.h"
#include "models/domain/uuid7.h"
#include "models/terminal/outboxrows.h"

#include <QLoggingCategory>

#include <algorithm>
#include <utility>

namespace oshaq {

Q_LOGGING_CATEGORY(lcOutbox, "oshaq.terminal.outbox")

namespace {

/// Recalls look back at what was done here; more than this many commands is more than a shift does in the recall
/// window. What waits is never left out, nor what came after it: its lines must be known as ours when it is answered.
constexpr std::size_t recentLimit = 1000;

/// The ids that this terminal gives: negative, and none comes back. Taken in a transaction, kept with it.
class LocalIds
{
public:
    explicit LocalIds(TerminalDatabase &database)
        : m_database(database)
        , m_last(database.meta(key()).toLongLong())
    {}

    qint64 next()
    {
        m_used = true;
        return --m_last;
    }
    Result<void> keep() { return m_used ? m_database.writeMeta(key(), QString::number(m_last)) : Result<void>(); }

private:
    static QString key() { return QStringLiteral("local.id"); }

    TerminalDatabase &m_database;
    qint64 m_last;
    bool m_used = false;
};

/// The next number of that day, with this terminal's letter; empty while nobody said the letter.
Result<QString> nextNumber(TerminalDatabase &database, const QDate &day)
{
    const QString letter = database.meta(QString::fromLatin1(terminalLetterKey));
    if (letter.isEmpty())
        return QString();
    const QString dayKey = QStringLiteral("number.day");
    const QString lastKey = QStringLiteral("number.last");
    const QDate known = QDate::fromString(database.meta(dayKey), Qt::ISODate);
    // A clock that goes back must not give yesterday's numbers again.
    const bool isSameDay = known.isValid() && day <= known;
    const qint64 count = isSameDay ? database.meta(lastKey).toLongLong() + 1 : 1;
    if (!isSameDay) {
        if (auto kept = database.writeMeta(dayKey, day.toString(Qt::ISODate)); !kept)
            return kept.error();
    }
    if (auto kept = database.writeMeta(lastKey, QString::number(count)); !kept)
        return kept.error();
    return orderNumberText({letter, count});
}

} // namespace

Outbox::Outbox(TerminalDatabase &database, OrderCache &cache, const Clock &clock)
    : m_database(database)
    , m_cache(cache)
    , m_clock(clock)
{
    cache.setEpochHook([this](sql::Database &connection) -> Result<void> {
        m_renamings.clear();
        auto requeued = outboxrows::requeue(connection, m_clock.nowMs() - confirmedRetentionMs, &m_renamings);
        if (!requeued)
            return requeued.error();
        return {};
    });
    connect(&cache, &OrderCache::epochChanged, this, &Outbox::handleEpochChanged);
    connect(&cache, &OrderCache::ordersChanged, this, &Outbox::handleOrdersChanged);
    connect(&cache, &OrderCache::catalogChanged, this, &Outbox::handleCatalogChanged);
}

Outbox::~Outbox()
{
    m_cache.setEpochHook({});
}

Result<std::unique_ptr<Outbox>> Outbox::open(TerminalDatabase &database, OrderCache &cache, const Clock &clock)
{
    std::unique_ptr<Outbox> outbox(new Outbox(database, cache, clock));
    if (auto loaded = outbox->load(); !loaded)
        return loaded.error();
    // The feed may have brought what was on its way when the program ended.
    std::vector<qint64> known;
    for (const auto &[id, order] : cache.orders())
        known.push_back(id);
    outbox->adoptKnown(known);
    return outbox;
}

Result<void> Outbox::load()
{
    sql::Database &connection = m_database.connection();
    auto queued = outboxrows::read(connection, QStringLiteral("state = 'queued' ORDER BY sequence"));
    if (!queued)
        return queued.error();
    auto parked = outboxrows::read(connection, QStringLiteral("state = 'parked' AND dismissed = 0 ORDER BY sequence"));
    if (!parked)
        return parked.error();
    auto recent = outboxrows::read(connection,
                                   QStringLiteral("state <> 'parked' AND sequence >= min("
                                                  "coalesce((SELECT min(sequence) FROM outbox WHERE state = 'queued'), "
                                                  "9223372036854775807), "
                                                  "coalesce((SELECT sequence FROM outbox WHERE state <> 'parked' "
                                                  "ORDER BY sequence DESC LIMIT 1 OFFSET %1), 0)) "
                                                  "ORDER BY sequence DESC")
                                       .arg(recentLimit - 1));
    if (!recent)
        return recent.error();

    m_queues.clear();
    m_queueOf.clear();
    for (OutboxCommand &command : *queued) {
        m_queueOf[command.id] = command.orderUuid;
        m_queues[command.orderUuid].push_back(std::move(command));
    }
    m_parked = std::move(*parked);
    m_recent.assign(std::make_move_iterator(recent->rbegin()), std::make_move_iterator(recent->rend()));
    return {};
}

Result<void> Outbox::write(std::vector<OutboxCommand> *entries,
                           const std::function<Result<void>(std::vector<OutboxCommand> *)> &prepare)
{
    for (OutboxCommand &entry : *entries) {
        entry.id = makeUuid7(m_clock.nowMs());
        entry.batch = entries->front().id;
        entry.operatorId = m_operatorId;
        entry.role = m_operatorRole;
    }
    auto written = m_database.write([&](sql::Database &database) -> Result<void> {
        if (prepare) {
            if (auto prepared = prepare(entries); !prepared)
                return prepared;
        }
        for (OutboxCommand &entry : *entries) {
            auto sequence = outboxrows::insert(database, entry);
            if (!sequence)
                return sequence.error();
            entry.sequence = *sequence;
        }
        return {};
    });
    if (!written)
        return written;
    for (const OutboxCommand &entry : *entries) {
        m_queueOf[entry.id] = entry.orderUuid;
        m_recent.push_back(entry);
        m_queues[entry.orderUuid].push_back(entry);
    }
    while (m_recent.size() > recentLimit && m_recent.front().state != OutboxCommand::State::Queued)
        m_recent.pop_front();
    tellPending(entries->front());
    return {};
}

void Outbox::setOperator(qint64 staffId, std::optional<Role> role)
{
    m_operatorId = staffId;
    m_operatorRole = role;
}

void Outbox::tellPending(const OutboxCommand &entry)
{
    if (std::holds_alternative<ItemMarked>(entry.act))
        Q_EMIT itemsChanged();
    else
        Q_EMIT pendingChanged({entry.orderId});
    Q_EMIT pendingCountChanged(pendingCount());
    Q_EMIT readyToSend();
}

Result<std::vector<QString>> Outbox::add(const Order &order, std::vector<StaffAct> acts, const QString &undoes)
{
    std::vector<OutboxCommand> entries;
    for (StaffAct &act : acts) {
        OutboxCommand entry;
        entry.orderId = order.id;
        entry.orderUuid = order.uuid;
        entry.orderNumber = order.number;
        entry.act = std::move(act);
        entry.undoes = undoes;
        entries.push_back(std::move(entry));
    }
    if (entries.empty())
        return std::vector<QString>();
    auto written = write(&entries, [this](std::vector<OutboxCommand> *list) {
        LocalIds ids(m_database);
        for (OutboxCommand &entry : *list) {
            if (auto *added = std::get_if<LinesAdded>(&entry.act)) {
                for (OrderLine &line : added->lines)
                    line.id = ids.next();
            }
        }
        return ids.keep();
    });
    if (!written)
        return written.error();
    std::vector<QString> ids;
    for (const OutboxCommand &entry : entries)
        ids.push_back(entry.id);
    return ids;
}

Result<Order> Outbox::take(NewOrder request, Order order, const QDate &day)
{
    std::vector<OutboxCommand> entries(1);
    auto written = write(&entries, [&](std::vector<OutboxCommand> *list) -> Result<void> {
        LocalIds ids(m_database);
        order.id = ids.next();
        for (OrderLine &line : order.lines)
            line.id = ids.next();
        if (auto kept = ids.keep(); !kept)
            return kept;
        auto number = nextNumber(m_database, day);
        if (!number)
            return number.error();
        order.number = request.number = *number;
        OutboxCommand &entry = list->front();
        entry.orderId = order.id;
        entry.orderUuid = order.uuid;
        entry.orderNumber = order.number;
        entry.act = OrderTaken{request, order, 0, {}};
        return {};
    });
    if (!written)
        return written.error();
    return order;
}

Result<QString> Outbox::mark(const Item &item, bool available, qint64 actedAtMs, const QString &undoes)
{
    std::vector<OutboxCommand> entries(1);
    OutboxCommand &entry = entries.front();
    entry.orderUuid = itemQueue(item.id);
    entry.orderNumber = item.name;
    entry.act = ItemMarked{item.id, available, actedAtMs};
    entry.undoes = undoes;
    if (auto written = write(&entries, {}); !written)
        return written.error();
    return entry.id;
}

const Order *Outbox::localOrder(qint64 localId) const
{
    for (const auto &[uuid, queue] : m_queues) {
        const auto *taken = std::get_if<OrderTaken>(&queue.front().act);
        if (taken && taken->order.id == localId)
            return &taken->order;
    }
    return nullptr;
}

std::vector<qint64> Outbox::localOrderIds() const
{
    std::vector<qint64> ids;
    for (const auto &[uuid, queue] : m_queues) {
        if (const auto *taken = std::get_if<OrderTaken>(&queue.front().act))
            ids.push_back(taken->order.id);
    }
    return ids;
}

void Outbox::applyTo(Catalog *catalog) const
{
    for (Item &item : catalog->items) {
        const auto say = [&item](const OutboxCommand &entry) {
            if (const auto *marked = std::get_if<ItemMarked>(&entry.act))
                item.available = marked->available;
        };
        const QString name = itemQueue(item.id);
        if (const auto lingering = m_lingering.find(name); lingering != m_lingering.end()) {
            for (const Lingering &entry : lingering->second)
                say(entry.command);
        }
        if (const auto queue = m_queues.find(name); queue != m_queues.end()) {
            for (const OutboxCommand &entry : queue->second)
                say(entry);
        }
    }
}

std::vector<OutboxCommand> Outbox::overlayOf(const Order &row) const
{
    std::vector<OutboxCommand> commands;
    if (const auto lingering = m_lingering.find(row.uuid); lingering != m_lingering.end()) {
        for (const Lingering &entry : lingering->second) {
            if (row.version <= entry.rowVersion)
                commands.push_back(entry.command);
        }
    }
    if (const auto queue = m_queues.find(row.uuid); queue != m_queues.end())
        commands.insert(commands.end(), queue->second.begin(), queue->second.end());
    return commands;
}

std::vector<ParkedCommand> Outbox::parked() const
{
    std::vector<ParkedCommand> list;
    for (auto entry = m_parked.rbegin(); entry != m_parked.rend(); ++entry) {
        list.push_back({entry->id, entry->orderId, entry->orderNumber, actCode(entry->act), entry->errorCode,
                        entry->errorMessage, actedAtMs(entry->act).value_or(0)});
    }
    return list;
}

void Outbox::dismiss(const QString &id)
{
    const auto found =
        std::find_if(m_parked.begin(), m_parked.end(), [&](const OutboxCommand &entry) { return entry.id == id; });
    if (found == m_parked.end())
        return;
    auto written = m_database.write([&](sql::Database &database) {
        return database.run(QStringLiteral("UPDATE outbox SET dismissed = 1 WHERE id = ?"), {id});
    });
    if (!written) {
        qCWarning(lcOutbox, "%ls", qUtf16Printable(written.error().message));
        return;
    }
    m_parked.erase(found);
    Q_EMIT parkedChanged();
}

bool Outbox::waitsForAnother(const OutboxCommand &head) const
{
    const auto names = [](const OutboxCommand &entry, qint64 itemId) {
        const std::vector<NewOrderLine> *lines = orderedLines(entry.act);
        return lines && std::any_of(lines->begin(), lines->end(),
                                    [itemId](const NewOrderLine &line) { return line.itemId == itemId; });
    };
    // What was ordered before a dish went out was ordered; and after it came back, it is there.
    if (const auto *marked = std::get_if<ItemMarked>(&head.act)) {
        return std::any_of(m_queues.begin(), m_queues.end(), [&](const auto &queue) {
            return std::any_of(queue.second.begin(), queue.second.end(), [&](const OutboxCommand &entry) {
                return entry.sequence < head.sequence && names(entry, marked->itemId);
            });
        });
    }
    const std::vector<NewOrderLine> *lines = orderedLines(head.act);
    return lines && std::any_of(lines->begin(), lines->end(), [&](const NewOrderLine &line) {
               const auto queue = m_queues.find(itemQueue(line.itemId));
               return queue != m_queues.end() && queue->second.front().sequence < head.sequence;
           });
}

std::vector<OutboxCommand> Outbox::heads() const
{
    std::vector<OutboxCommand> list;
    list.reserve(m_queues.size());
    for (const auto &[uuid, queue] : m_queues) {
        if (!waitsForAnother(queue.front()))
            list.push_back(queue.front());
    }
    std::sort(list.begin(), list.end(),
              [](const OutboxCommand &a, const OutboxCommand &b) { return a.sequence < b.sequence; });
    return list;
}

int Outbox::pendingCount() const
{
    return int(m_queueOf.size());
}

Result<int> Outbox::purge(qint64 nowMs)
{
    int count = 0;
    const qint64 before = nowMs - confirmedRetentionMs;
    auto written = m_database.write([&](sql::Database &database) -> Result<void> {
        auto deleted =
            database.query(QStringLiteral("DELETE FROM outbox WHERE (state = 'confirmed' AND confirmed_at < ?) "
                                          "OR (state = 'parked' AND dismissed = 1 AND parked_at < ?)"),
                           {before, before});
        if (!deleted)
            return deleted.error();
        count = deleted->rowsAffected();
        return {};
    });
    if (!written)
        return written.error();
    std::erase_if(m_recent, [before](const OutboxCommand &entry) {
        return entry.state == OutboxCommand::State::Confirmed && entry.confirmedAtMs < before;
    });
    return count;
}

} // namespace oshaq

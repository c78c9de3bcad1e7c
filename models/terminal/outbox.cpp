// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/terminal/outbox.h"

#include "models/domain/uuid7.h"

#include <QLoggingCategory>
#include <QStringList>

#include <algorithm>
#include <utility>

namespace oshaq {

Q_LOGGING_CATEGORY(lcOutbox, "oshaq.terminal.outbox")

namespace {

/// Recalls look back at what was done here; more than this many commands is more than a shift does in the recall
/// window.
constexpr std::size_t recentLimit = 1000;

QString columns()
{
    return QStringLiteral(
        "sequence, id, order_id, order_uuid, order_number, kind, to_status, from_status, line_action, line_ids, "
        "reason, acted_at, state, attempts, error_code, error_message, confirmed_at, dismissed, priority, "
        "batch, undoes");
}

QString kindText(OrderCommand::Kind kind)
{
    switch (kind) {
    case OrderCommand::Kind::SetStatus:
        return QStringLiteral("status");
    case OrderCommand::Kind::Lines:
        return QStringLiteral("lines");
    case OrderCommand::Kind::Recall:
        return QStringLiteral("recall");
    case OrderCommand::Kind::Prioritise:
        return QStringLiteral("priority");
    }
    return {};
}

QString lineIdsText(const std::vector<qint64> &ids)
{
    QStringList texts;
    for (const qint64 id : ids)
        texts.append(QString::number(id));
    return texts.join(u',');
}

std::vector<qint64> lineIdsFromText(const QString &text)
{
    std::vector<qint64> ids;
    for (const auto &part : QStringView(text).split(u',', Qt::SkipEmptyParts))
        ids.push_back(part.toLongLong());
    return ids;
}

Result<OutboxCommand> commandFromRow(const sql::Statement &row)
{
    OutboxCommand entry;
    entry.sequence = row.integer(0);
    entry.id = row.text(1);
    entry.orderId = row.integer(2);
    entry.orderUuid = row.text(3);
    entry.orderNumber = row.text(4);
    const QString kind = row.text(5);
    bool known = true;
    if (kind == QLatin1String("status")) {
        entry.command.kind = OrderCommand::Kind::SetStatus;
        const auto to = orderStatusFromCode(row.integer(6));
        known = to.has_value();
        entry.command.to = to.value_or(OrderStatus::Accepted);
    } else if (kind == QLatin1String("lines")) {
        entry.command.kind = OrderCommand::Kind::Lines;
        const auto action = lineActionFromText(row.text(8));
        known = action.has_value();
        entry.command.action = action.value_or(LineAction::Done);
    } else if (kind == QLatin1String("priority")) {
        entry.command.kind = OrderCommand::Kind::Prioritise;
        entry.command.priority = row.integer(18) != 0;
    } else {
        entry.command.kind = OrderCommand::Kind::Recall;
    }
    if (!row.isNull(7))
        entry.command.from = orderStatusFromCode(row.integer(7));
    if (!known) {
        return Error{ErrorCode::StorageUnavailable,
                     QStringLiteral("terminal.db: command %1 is not one that this program knows").arg(entry.id),
                     {}};
    }
    entry.command.lineIds = lineIdsFromText(row.text(9));
    entry.command.reason = row.text(10);
    if (!row.isNull(11))
        entry.command.actedAtMs = row.integer(11);
    const QString state = row.text(12);
    entry.state = state == QLatin1String("queued")   ? OutboxCommand::State::Queued
                  : state == QLatin1String("parked") ? OutboxCommand::State::Parked
                                                     : OutboxCommand::State::Confirmed;
    entry.attempts = int(row.integer(13));
    entry.errorCode = row.text(14);
    entry.errorMessage = row.text(15);
    entry.confirmedAtMs = row.integer(16);
    entry.dismissed = row.integer(17) != 0;
    entry.batch = row.text(19);
    entry.undoes = row.text(20);
    return entry;
}

Result<std::vector<OutboxCommand>> readCommands(sql::Database &database, const QString &condition)
{
    std::vector<OutboxCommand> commands;
    auto rows =
        database.query(QStringLiteral("SELECT ") + columns() + QStringLiteral(" FROM outbox WHERE ") + condition);
    if (!rows)
        return rows.error();
    while (rows->next()) {
        auto command = commandFromRow(*rows);
        if (!command)
            return command.error();
        commands.push_back(std::move(*command));
    }
    if (rows->failed())
        return Error{ErrorCode::StorageUnavailable, QStringLiteral("terminal.db: the outbox cannot be read"), {}};
    return commands;
}

Result<qint64> insertCommand(sql::Database &database, const OutboxCommand &entry)
{
    const OrderCommand &command = entry.command;
    const bool isStatus = command.kind == OrderCommand::Kind::SetStatus;
    const bool isLines = command.kind == OrderCommand::Kind::Lines;
    const bool isPriority = command.kind == OrderCommand::Kind::Prioritise;
    auto inserted = database.query(
        QStringLiteral(
            "INSERT INTO outbox (id, order_id, order_uuid, order_number, kind, to_status, from_status, line_action, "
            "line_ids, priority, reason, acted_at, batch, undoes, state) VALUES "
            "(?,?,?,?,?,?,?,?,?,?,?,?,?,?,'queued')"),
        {entry.id, entry.orderId, entry.orderUuid, entry.orderNumber, kindText(command.kind),
         isStatus ? QVariant(int(command.to)) : QVariant(), command.from ? QVariant(int(*command.from)) : QVariant(),
         isLines ? QVariant(lineActionText(command.action)) : QVariant(), lineIdsText(command.lineIds),
         isPriority ? QVariant(int(command.priority)) : QVariant(), command.reason,
         command.actedAtMs ? QVariant(*command.actedAtMs) : QVariant(), entry.batch, entry.undoes});
    if (!inserted)
        return inserted.error();
    return inserted->lastInsertId();
}

Result<int> requeueRows(sql::Database &database, qint64 sinceMs)
{
    auto updated = database.query(
        QStringLiteral(
            "UPDATE outbox SET state = 'queued', confirmed_at = NULL WHERE state = 'confirmed' AND confirmed_at >= ?"),
        {sinceMs});
    if (!updated)
        return updated.error();
    return updated->rowsAffected();
}

} // namespace

Outbox::Outbox(TerminalDatabase &database, OrderCache &cache, const Clock &clock)
    : m_database(database)
    , m_cache(cache)
    , m_clock(clock)
{
    cache.setEpochHook([this](sql::Database &connection) -> Result<void> {
        auto requeued = requeueRows(connection, m_clock.nowMs() - confirmedRetentionMs);
        if (!requeued)
            return requeued.error();
        return {};
    });
    connect(&cache, &OrderCache::epochChanged, this, &Outbox::handleEpochChanged);
    connect(&cache, &OrderCache::ordersChanged, this, &Outbox::handleOrdersChanged);
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
    return outbox;
}

Result<void> Outbox::load()
{
    sql::Database &connection = m_database.connection();
    auto queued = readCommands(connection, QStringLiteral("state = 'queued' ORDER BY sequence"));
    if (!queued)
        return queued.error();
    auto parked = readCommands(connection, QStringLiteral("state = 'parked' AND dismissed = 0 ORDER BY sequence"));
    if (!parked)
        return parked.error();
    auto recent =
        readCommands(connection, QStringLiteral("state <> 'parked' ORDER BY sequence DESC LIMIT %1").arg(recentLimit));
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

Result<std::vector<QString>> Outbox::add(const Order &order, const std::vector<OrderCommand> &commands,
                                         const QString &undoes)
{
    std::vector<OutboxCommand> entries;
    auto written = m_database.write([&](sql::Database &database) -> Result<void> {
        for (const OrderCommand &command : commands) {
            OutboxCommand entry;
            entry.id = makeUuid7(m_clock.nowMs());
            entry.orderId = order.id;
            entry.orderUuid = order.uuid;
            entry.orderNumber = order.number;
            entry.command = command;
            entry.batch = entries.empty() ? entry.id : entries.front().id;
            entry.undoes = undoes;
            auto sequence = insertCommand(database, entry);
            if (!sequence)
                return sequence.error();
            entry.sequence = *sequence;
            entries.push_back(std::move(entry));
        }
        return {};
    });
    if (!written)
        return written.error();

    std::vector<QString> ids;
    for (OutboxCommand &entry : entries) {
        ids.push_back(entry.id);
        m_queueOf[entry.id] = entry.orderUuid;
        m_recent.push_back(entry);
        m_queues[entry.orderUuid].push_back(std::move(entry));
    }
    while (m_recent.size() > recentLimit)
        m_recent.pop_front();
    Q_EMIT pendingChanged({order.id});
    Q_EMIT pendingCountChanged(pendingCount());
    Q_EMIT readyToSend();
    return ids;
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
        list.push_back({entry->id, entry->orderId, entry->orderNumber, commandCode(entry->command), entry->errorCode,
                        entry->errorMessage, entry->command.actedAtMs.value_or(0)});
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

std::vector<OutboxCommand> Outbox::heads() const
{
    std::vector<OutboxCommand> list;
    list.reserve(m_queues.size());
    for (const auto &[uuid, queue] : m_queues)
        list.push_back(queue.front());
    std::sort(list.begin(), list.end(),
              [](const OutboxCommand &a, const OutboxCommand &b) { return a.sequence < b.sequence; });
    return list;
}

int Outbox::pendingCount() const
{
    return int(m_queueOf.size());
}

std::optional<OutboxCommand> Outbox::takeQueued(const QString &id)
{
    const auto uuid = m_queueOf.find(id);
    if (uuid == m_queueOf.end())
        return std::nullopt;
    const auto queue = m_queues.find(uuid->second);
    const auto found = std::find_if(queue->second.begin(), queue->second.end(),
                                    [&](const OutboxCommand &entry) { return entry.id == id; });
    OutboxCommand command = std::move(*found);
    queue->second.erase(found);
    if (queue->second.empty())
        m_queues.erase(queue);
    m_queueOf.erase(uuid);
    return command;
}

Result<void> Outbox::markConfirmed(const QString &id, const std::optional<Order> &row)
{
    const auto queued = m_queueOf.find(id);
    if (queued == m_queueOf.end())
        return {};
    // The number may belong to another order since a restore; such a row says nothing about this command.
    const bool usable = row && row->uuid == queued->second;
    const qint64 nowMs = m_clock.nowMs();
    bool folded = false;
    auto written = m_database.write([&](sql::Database &database) -> Result<void> {
        auto done = database.run(QStringLiteral("UPDATE outbox SET state = 'confirmed', confirmed_at = ? WHERE id = ?"),
                                 {nowMs, id});
        if (!done || !usable)
            return done;
        auto newer = m_cache.writeIfNewer(database, *row);
        if (!newer)
            return newer.error();
        folded = *newer;
        return {};
    });
    if (!written)
        return written;

    OutboxCommand command = *takeQueued(id);
    command.state = OutboxCommand::State::Confirmed;
    command.confirmedAtMs = nowMs;
    if (const auto recent = findRecent(id); recent != m_recent.end())
        *recent = command;
    if (folded)
        m_cache.adopt(*row);
    const qint64 orderId = command.orderId;
    if (const Order *known = m_cache.find(orderId); !usable && known && known->uuid == command.orderUuid)
        m_lingering[command.orderUuid].push_back({std::move(command), known->version});

    // Cache and queue changed together; one signal says so.
    Q_EMIT pendingChanged({orderId});
    Q_EMIT pendingCountChanged(pendingCount());
    Q_EMIT readyToSend();
    return {};
}

Result<void> Outbox::park(const QString &id, const QString &errorCode, const QString &message)
{
    const auto uuid = m_queueOf.find(id);
    if (uuid == m_queueOf.end())
        return {};
    const std::deque<OutboxCommand> &queue = m_queues.at(uuid->second);
    const auto head =
        std::find_if(queue.begin(), queue.end(), [&](const OutboxCommand &entry) { return entry.id == id; });
    std::vector<OutboxCommand> parked(head, queue.end());
    for (OutboxCommand &entry : parked) {
        entry.state = OutboxCommand::State::Parked;
        entry.errorCode = errorCode;
        entry.errorMessage =
            entry.id == id ? message : QStringLiteral("It waited behind a refused command: %1").arg(message);
    }
    const qint64 nowMs = m_clock.nowMs();
    auto written = m_database.write([&](sql::Database &database) -> Result<void> {
        for (const OutboxCommand &entry : parked) {
            auto done = database.run(QStringLiteral("UPDATE outbox SET state = 'parked', error_code = ?, error_message "
                                                    "= ?, parked_at = ? WHERE id = ?"),
                                     {entry.errorCode, entry.errorMessage, nowMs, entry.id});
            if (!done)
                return done;
        }
        return {};
    });
    if (!written)
        return written;

    qCWarning(lcOutbox, "order %ls: %d command(s) parked, %ls", qUtf16Printable(parked.front().orderNumber),
              int(parked.size()), qUtf16Printable(errorCode));
    const qint64 orderId = parked.front().orderId;
    for (OutboxCommand &entry : parked) {
        takeQueued(entry.id);
        if (const auto recent = findRecent(entry.id); recent != m_recent.end())
            m_recent.erase(recent);
        m_parked.push_back(std::move(entry));
    }
    std::sort(m_parked.begin(), m_parked.end(),
              [](const OutboxCommand &a, const OutboxCommand &b) { return a.sequence < b.sequence; });
    Q_EMIT pendingChanged({orderId});
    Q_EMIT pendingCountChanged(pendingCount());
    Q_EMIT parkedChanged();
    Q_EMIT readyToSend();
    return {};
}

void Outbox::noteAttempt(const QString &id)
{
    const auto uuid = m_queueOf.find(id);
    if (uuid == m_queueOf.end())
        return;
    auto written = m_database.write([&](sql::Database &database) {
        return database.run(QStringLiteral("UPDATE outbox SET attempts = attempts + 1 WHERE id = ?"), {id});
    });
    if (!written) {
        qCWarning(lcOutbox, "%ls", qUtf16Printable(written.error().message));
        return;
    }
    for (OutboxCommand &entry : m_queues[uuid->second]) {
        if (entry.id == id)
            ++entry.attempts;
    }
}

Result<int> Outbox::requeueConfirmedSince(qint64 sinceMs)
{
    int count = 0;
    auto written = m_database.write([&](sql::Database &database) -> Result<void> {
        auto requeued = requeueRows(database, sinceMs);
        if (!requeued)
            return requeued.error();
        count = *requeued;
        return {};
    });
    if (!written)
        return written.error();
    handleEpochChanged();
    return count;
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

std::deque<OutboxCommand>::iterator Outbox::findRecent(const QString &id)
{
    return std::find_if(m_recent.begin(), m_recent.end(), [&](const OutboxCommand &entry) { return entry.id == id; });
}

void Outbox::handleEpochChanged()
{
    // What lingered was confirmed by the old hub; it is in the queue again.
    m_lingering.clear();
    if (auto loaded = load(); !loaded) {
        // Memory keeps the older view; the rows are queued in the file and are sent after the next start.
        qCCritical(lcOutbox, "%ls", qUtf16Printable(loaded.error().message));
        return;
    }
    std::vector<qint64> orderIds;
    for (const auto &[uuid, queue] : m_queues)
        orderIds.push_back(queue.front().orderId);
    Q_EMIT pendingChanged(orderIds);
    Q_EMIT pendingCountChanged(pendingCount());
    if (!m_queues.empty())
        Q_EMIT readyToSend();
}

void Outbox::handleOrdersChanged(const std::vector<qint64> &orderIds)
{
    for (const qint64 id : orderIds) {
        if (m_lingering.empty())
            return;
        const Order *row = m_cache.find(id);
        if (!row)
            continue;
        const auto lingering = m_lingering.find(row->uuid);
        if (lingering == m_lingering.end())
            continue;
        std::erase_if(lingering->second, [row](const Lingering &entry) { return row->version > entry.rowVersion; });
        if (lingering->second.empty())
            m_lingering.erase(lingering);
    }
}

} // namespace oshaq

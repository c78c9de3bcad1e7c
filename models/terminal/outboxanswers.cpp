// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of commands: confirmed, parked, sent again; and under which ids.
#include "models/terminal/outbox.h"

#include "models/terminal/outboxrows.h"

#include <QLoggingCategory>

#include <algorithm>
#include <utility>

namespace oshaq {

Q_LOGGING_CATEGORY(lcOutboxAnswers, "oshaq.terminal.outbox")

const OutboxCommand *Outbox::findQueued(const QString &id) const
{
    const auto uuid = m_queueOf.find(id);
    if (uuid == m_queueOf.end())
        return nullptr;
    const std::deque<OutboxCommand> &queue = m_queues.at(uuid->second);
    return &*std::find_if(queue.begin(), queue.end(), [&](const OutboxCommand &entry) { return entry.id == id; });
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

std::unordered_set<qint64> Outbox::claimedLines(const QString &orderUuid) const
{
    std::unordered_set<qint64> claimed;
    for (const OutboxCommand &entry : m_recent) {
        if (entry.orderUuid != orderUuid)
            continue;
        if (const auto *taken = std::get_if<OrderTaken>(&entry.act))
            claimed.insert(taken->hubLineIds.begin(), taken->hubLineIds.end());
        else if (const auto *added = std::get_if<LinesAdded>(&entry.act))
            claimed.insert(added->hubLineIds.begin(), added->hubLineIds.end());
    }
    return claimed;
}

std::optional<Renaming> Outbox::learn(OutboxCommand *entry, const Order &row) const
{
    if (auto *taken = std::get_if<OrderTaken>(&entry->act)) {
        taken->hubOrderId = row.id;
        taken->hubLineIds = localorders::matchLines(taken->order.lines, row.lines);
        return localorders::toHub(*taken, row.number);
    }
    auto *added = std::get_if<LinesAdded>(&entry->act);
    if (!added)
        return std::nullopt;
    added->hubLineIds = localorders::matchAdded(*added, row.lines, claimedLines(entry->orderUuid));
    return localorders::toHub(entry->orderUuid, entry->orderId, *added);
}

void Outbox::rename(const Renaming &renaming)
{
    const auto apply = [&renaming](auto &entries) {
        for (OutboxCommand &entry : entries) {
            if (entry.orderUuid == renaming.uuid)
                outboxrows::rename(&entry, renaming);
        }
    };
    if (const auto queue = m_queues.find(renaming.uuid); queue != m_queues.end())
        apply(queue->second);
    if (const auto lingering = m_lingering.find(renaming.uuid); lingering != m_lingering.end()) {
        for (Lingering &entry : lingering->second)
            outboxrows::rename(&entry.command, renaming);
    }
    apply(m_recent);
    apply(m_parked);
}

qint64 Outbox::rowVersionOf(const OutboxCommand &entry) const
{
    if (const auto *marked = std::get_if<ItemMarked>(&entry.act)) {
        const Item *item = m_cache.catalog().findItem(marked->itemId);
        return item ? item->version : -1;
    }
    const Order *known = m_cache.find(entry.orderId);
    return known && known->uuid == entry.orderUuid ? known->version : -1;
}

Result<Outbox::Confirmation> Outbox::confirm(const OutboxCommand &queued, const std::optional<Order> &row)
{
    OutboxCommand command = queued;
    // The number may belong to another order since a restore; such a row says nothing about this command.
    const bool usable = row && row->uuid == command.orderUuid;
    if (!usable && std::holds_alternative<OrderTaken>(command.act)) {
        return Error{ErrorCode::ValidationFailed,
                     QStringLiteral("order %1 was taken, but nobody says under which id").arg(command.orderUuid),
                     {}};
    }
    command.state = OutboxCommand::State::Confirmed;
    command.confirmedAtMs = m_clock.nowMs();
    Confirmation confirmation;
    confirmation.orderIds = {command.orderId};
    confirmation.isItem = std::holds_alternative<ItemMarked>(command.act);
    std::optional<Renaming> &renaming = confirmation.renaming;
    if (usable)
        renaming = learn(&command, *row);
    bool folded = false;
    auto written = m_database.write([&](sql::Database &database) -> Result<void> {
        auto done = database.run(QStringLiteral("UPDATE outbox SET state = 'confirmed', confirmed_at = ? WHERE id = ?"),
                                 {command.confirmedAtMs, command.id});
        if (!done || !usable)
            return done;
        if (renaming) {
            if (auto updated = outboxrows::update(database, command); !updated)
                return updated;
            if (auto renamed = outboxrows::rename(database, *renaming); !renamed)
                return renamed;
        }
        auto newer = m_cache.writeIfNewer(database, *row);
        if (!newer)
            return newer.error();
        folded = *newer;
        return {};
    });
    if (!written)
        return written.error();

    takeQueued(command.id);
    if (const auto recent = findRecent(command.sequence); recent != m_recent.end())
        *recent = command;
    if (folded)
        m_cache.adopt(*row);
    if (renaming) {
        outboxrows::rename(&command, *renaming);
        rename(*renaming);
        if (renaming->from != renaming->to)
            confirmation.orderIds.push_back(renaming->to);
    } else if (usable && row->id != command.orderId) {
        // An older copy of the hub got the order anew, under another number.
        confirmation.orderIds.push_back(row->id);
    }
    if (const qint64 version = rowVersionOf(command); !usable && version >= 0)
        m_lingering[command.orderUuid].push_back({std::move(command), version});
    return confirmation;
}

Result<void> Outbox::markConfirmed(const QString &id, const std::optional<Order> &row)
{
    const OutboxCommand *queued = findQueued(id);
    if (!queued)
        return {};
    auto done = confirm(*queued, row);
    if (!done)
        return done.error();
    // Cache and queue changed together; one signal says so.
    if (done->renaming)
        Q_EMIT renamed(*done->renaming);
    if (done->isItem)
        Q_EMIT itemsChanged();
    else
        Q_EMIT pendingChanged(done->orderIds);
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

    qCWarning(lcOutboxAnswers, "order %ls: %d command(s) parked, %ls", qUtf16Printable(parked.front().orderNumber),
              int(parked.size()), qUtf16Printable(errorCode));
    const OutboxCommand first = parked.front();
    for (OutboxCommand &entry : parked) {
        takeQueued(entry.id);
        if (const auto recent = findRecent(entry.sequence); recent != m_recent.end())
            m_recent.erase(recent);
        m_parked.push_back(std::move(entry));
    }
    std::sort(m_parked.begin(), m_parked.end(),
              [](const OutboxCommand &a, const OutboxCommand &b) { return a.sequence < b.sequence; });
    tellPending(first);
    Q_EMIT parkedChanged();
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
        qCWarning(lcOutboxAnswers, "%ls", qUtf16Printable(written.error().message));
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
        m_renamings.clear();
        auto requeued = outboxrows::requeue(database, sinceMs, &m_renamings);
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

std::deque<OutboxCommand>::iterator Outbox::findRecent(qint64 sequence)
{
    // They stand in the order of their sequence.
    const auto found =
        std::lower_bound(m_recent.begin(), m_recent.end(), sequence,
                         [](const OutboxCommand &entry, qint64 wanted) { return entry.sequence < wanted; });
    return found != m_recent.end() && found->sequence == sequence ? found : m_recent.end();
}

void Outbox::handleEpochChanged()
{
    // What lingered was confirmed by the old hub; it is in the queue again.
    m_lingering.clear();
    const std::vector<Renaming> renamings = std::exchange(m_renamings, {});
    if (auto loaded = load(); !loaded) {
        // Memory keeps the older view; the rows are queued in the file and are sent after the next start.
        qCCritical(lcOutboxAnswers, "%ls", qUtf16Printable(loaded.error().message));
        return;
    }
    // What this hub has after all is called as before, and nobody need be told that it was not for a moment.
    std::vector<qint64> known;
    for (const auto &[id, order] : m_cache.orders())
        known.push_back(id);
    const std::vector<Renaming> adopted = adopt(known);
    std::vector<qint64> orderIds;
    for (const auto &[uuid, queue] : m_queues)
        orderIds.push_back(queue.front().orderId);
    for (const auto *list : {&renamings, &adopted}) {
        for (const Renaming &renaming : *list) {
            orderIds.push_back(renaming.from);
            orderIds.push_back(renaming.to);
            Q_EMIT renamed(renaming);
        }
    }
    Q_EMIT pendingChanged(orderIds);
    Q_EMIT itemsChanged();
    Q_EMIT pendingCountChanged(pendingCount());
    if (!m_queues.empty())
        Q_EMIT readyToSend();
}

std::vector<Renaming> Outbox::adopt(const std::vector<qint64> &orderIds)
{
    std::vector<Renaming> renamings;
    for (const qint64 id : orderIds) {
        const Order *row = m_cache.find(id);
        const auto queue = row ? m_queues.find(row->uuid) : m_queues.end();
        if (queue == m_queues.end() || !std::holds_alternative<OrderTaken>(queue->second.front().act))
            continue;
        // The hub's record has what was taken here: no answer could say more.
        const Order known = *row;
        const qint64 localId = queue->second.front().orderId;
        auto done = confirm(queue->second.front(), known);
        if (done) {
            renamings.push_back(*done->renaming);
            continue;
        }
        qCWarning(lcOutboxAnswers, "%ls", qUtf16Printable(done.error().message));
        Q_EMIT pendingChanged({localId}); // the hub's row stands for it, see VisibleOrders
    }
    return renamings;
}

void Outbox::adoptKnown(const std::vector<qint64> &orderIds)
{
    const std::vector<Renaming> renamings = adopt(orderIds);
    if (renamings.empty())
        return;
    std::vector<qint64> touched;
    for (const Renaming &renaming : renamings) {
        touched.push_back(renaming.from);
        touched.push_back(renaming.to);
        Q_EMIT renamed(renaming);
    }
    Q_EMIT pendingChanged(touched);
    Q_EMIT pendingCountChanged(pendingCount());
    Q_EMIT readyToSend();
}

void Outbox::handleOrdersChanged(const std::vector<qint64> &orderIds)
{
    adoptKnown(orderIds);
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

void Outbox::handleCatalogChanged()
{
    for (const Item &item : m_cache.catalog().items) {
        if (m_lingering.empty())
            return;
        const auto lingering = m_lingering.find(itemQueue(item.id));
        if (lingering == m_lingering.end())
            continue;
        std::erase_if(lingering->second, [&item](const Lingering &entry) { return item.version > entry.rowVersion; });
        if (lingering->second.empty())
            m_lingering.erase(lingering);
    }
}

} // namespace oshaq

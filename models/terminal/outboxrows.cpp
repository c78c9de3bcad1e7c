// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/terminal/outboxrows.h"

#include <QStringList>

namespace oshaq {

namespace {

QString columns()
{
    return QStringLiteral(
        "sequence, id, order_id, order_uuid, order_number, kind, to_status, from_status, line_action, line_ids, "
        "reason, acted_at, state, attempts, error_code, error_message, confirmed_at, dismissed, priority, "
        "batch, undoes, payload, operator_id, operator_role");
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

std::optional<OrderCommand> commandFromRow(const sql::Statement &row, const QString &kind)
{
    OrderCommand command;
    if (kind == QLatin1String("status")) {
        command.kind = OrderCommand::Kind::SetStatus;
        const auto to = orderStatusFromCode(row.integer(6));
        if (!to)
            return std::nullopt;
        command.to = *to;
    } else if (kind == QLatin1String("lines")) {
        command.kind = OrderCommand::Kind::Lines;
        const auto action = lineActionFromText(row.text(8));
        if (!action)
            return std::nullopt;
        command.action = *action;
    } else if (kind == QLatin1String("priority")) {
        command.kind = OrderCommand::Kind::Prioritise;
        command.priority = row.integer(18) != 0;
    } else if (kind == QLatin1String("recall")) {
        command.kind = OrderCommand::Kind::Recall;
    } else {
        return std::nullopt;
    }
    if (!row.isNull(7))
        command.from = orderStatusFromCode(row.integer(7));
    command.lineIds = lineIdsFromText(row.text(9));
    command.reason = row.text(10);
    if (!row.isNull(11))
        command.actedAtMs = row.integer(11);
    return command;
}

Result<OutboxCommand> entryFromRow(const sql::Statement &row)
{
    OutboxCommand entry;
    entry.sequence = row.integer(0);
    entry.id = row.text(1);
    entry.orderId = row.integer(2);
    entry.orderUuid = row.text(3);
    entry.orderNumber = row.text(4);
    const QString kind = row.text(5);
    if (auto command = commandFromRow(row, kind)) {
        entry.act = std::move(*command);
    } else if (auto act = actFromPayload(kind, row.text(21))) {
        entry.act = std::move(*act);
    } else {
        return Error{ErrorCode::StorageUnavailable,
                     QStringLiteral("terminal.db: command %1 is not one that this program knows").arg(entry.id),
                     {}};
    }
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
    entry.operatorId = row.integer(22);
    entry.role = roleFromText(row.text(23));
    return entry;
}

/// Forgets what the hub made of it; what has to be called otherwise again.
std::optional<Renaming> forgetHub(OutboxCommand *entry)
{
    if (auto *taken = std::get_if<OrderTaken>(&entry->act); taken && taken->hubOrderId != 0) {
        const Renaming back = localorders::reversed(localorders::toHub(*taken, {}), taken->order.number);
        taken->hubOrderId = 0;
        taken->hubLineIds.clear();
        return back;
    }
    if (auto *added = std::get_if<LinesAdded>(&entry->act); added && !added->hubLineIds.empty()) {
        const Renaming back =
            localorders::reversed(localorders::toHub(entry->orderUuid, entry->orderId, *added), QString());
        added->hubLineIds.clear();
        added->afterLineId = 0; // an older copy of the hub may give lower numbers
        return back;
    }
    return std::nullopt;
}

} // namespace

Result<std::vector<OutboxCommand>> outboxrows::read(sql::Database &database, const QString &condition,
                                                    const QVariantList &values)
{
    std::vector<OutboxCommand> commands;
    auto rows = database.query(
        QStringLiteral("SELECT ") + columns() + QStringLiteral(" FROM outbox WHERE ") + condition, values);
    if (!rows)
        return rows.error();
    while (rows->next()) {
        auto command = entryFromRow(*rows);
        if (!command)
            return command.error();
        commands.push_back(std::move(*command));
    }
    if (rows->failed())
        return Error{ErrorCode::StorageUnavailable, QStringLiteral("terminal.db: the outbox cannot be read"), {}};
    return commands;
}

Result<qint64> outboxrows::insert(sql::Database &database, const OutboxCommand &entry)
{
    const auto *held = std::get_if<OrderCommand>(&entry.act);
    const OrderCommand command = held ? *held : OrderCommand{};
    const auto when = [&](OrderCommand::Kind kind, const QVariant &value) {
        return held && command.kind == kind ? value : QVariant();
    };
    const auto acted = actedAtMs(entry.act);
    auto inserted = database.query(
        QStringLiteral(
            "INSERT INTO outbox (id, order_id, order_uuid, order_number, kind, to_status, from_status, line_action, "
            "line_ids, priority, reason, acted_at, payload, batch, undoes, operator_id, operator_role, state) VALUES "
            "(?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,'queued')"),
        {entry.id, entry.orderId, entry.orderUuid, entry.orderNumber, kindOf(entry.act),
         when(OrderCommand::Kind::SetStatus, int(command.to)), command.from ? QVariant(int(*command.from)) : QVariant(),
         when(OrderCommand::Kind::Lines, lineActionText(command.action)), lineIdsText(command.lineIds),
         when(OrderCommand::Kind::Prioritise, int(command.priority)), command.reason,
         acted ? QVariant(*acted) : QVariant(), payloadOf(entry.act), entry.batch, entry.undoes, entry.operatorId,
         entry.role ? roleText(*entry.role) : QStringLiteral("")});
    if (!inserted)
        return inserted.error();
    return inserted->lastInsertId();
}

Result<void> outboxrows::update(sql::Database &database, const OutboxCommand &entry)
{
    const auto *command = std::get_if<OrderCommand>(&entry.act);
    return database.run(
        QStringLiteral("UPDATE outbox SET order_id = ?, order_number = ?, line_ids = ?, payload = ? WHERE id = ?"),
        {entry.orderId, entry.orderNumber, command ? lineIdsText(command->lineIds) : QString(), payloadOf(entry.act),
         entry.id});
}

bool outboxrows::rename(OutboxCommand *entry, const Renaming &renaming)
{
    bool changed = localorders::rename(&entry->act, renaming);
    if (entry->orderId != renaming.to) {
        entry->orderId = renaming.to;
        changed = true;
    }
    if (!renaming.number.isEmpty() && entry->orderNumber != renaming.number) {
        entry->orderNumber = renaming.number;
        changed = true;
    }
    return changed;
}

Result<void> outboxrows::rename(sql::Database &database, const Renaming &renaming)
{
    auto rows = read(database, QStringLiteral("order_uuid = ?"), {renaming.uuid});
    if (!rows)
        return rows.error();
    for (OutboxCommand &entry : *rows) {
        if (!rename(&entry, renaming))
            continue;
        if (auto updated = update(database, entry); !updated)
            return updated;
    }
    return {};
}

Result<int> outboxrows::requeue(sql::Database &database, qint64 sinceMs, std::vector<Renaming> *renamings)
{
    const QString condition = QStringLiteral("state = 'confirmed' AND confirmed_at >= ?");
    // Newest first: names are taken back in the other order than they were given.
    auto learned =
        read(database, condition + QStringLiteral(" AND kind IN ('create', 'add') ORDER BY sequence DESC"), {sinceMs});
    if (!learned)
        return learned.error();
    auto updated = database.query(
        QStringLiteral("UPDATE outbox SET state = 'queued', confirmed_at = NULL WHERE ") + condition, {sinceMs});
    if (!updated)
        return updated.error();
    const int count = updated->rowsAffected();
    updated->finish();
    for (OutboxCommand &entry : *learned) {
        const auto back = forgetHub(&entry);
        if (!back)
            continue;
        if (auto done = update(database, entry); !done)
            return done.error();
        if (auto done = rename(database, *back); !done)
            return done.error();
        renamings->push_back(*back);
    }
    return count;
}

} // namespace oshaq

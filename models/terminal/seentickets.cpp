// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/terminal/seentickets.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLoggingCategory>

#include <algorithm>

namespace oshaq {

Q_LOGGING_CATEGORY(lcSeen, "oshaq.terminal.seen")

namespace {

/// Lines are written one after the other with the order; an addition is somebody coming back to it.
constexpr qint64 addedLaterMs = 5 * 1000;

/// A digest, because notes and allergies are personal and an order's row goes earlier than this.
QString headOf(const Order &order)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QString &text :
         {order.table, QString::number(order.covers), QString::number(order.promisedAtMs), order.note, order.allergy}) {
        const QByteArray bytes = text.toUtf8();
        hash.addData(QByteArray::number(bytes.size()) + ':' + bytes);
    }
    return QString::fromLatin1(hash.result().toHex());
}

QString linesText(const std::unordered_map<qint64, bool> &lines)
{
    QJsonArray array;
    for (const auto &[id, voided] : lines)
        array.append(QJsonArray{id, voided});
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

std::unordered_map<qint64, bool> linesFrom(const QString &text)
{
    std::unordered_map<qint64, bool> lines;
    for (const QJsonValue &value : QJsonDocument::fromJson(text.toUtf8()).array())
        lines[value.toArray().at(0).toInteger()] = value.toArray().at(1).toBool();
    return lines;
}

bool isWorkLeft(const OrderLine &line)
{
    return line.status == LineStatus::Queued || line.status == LineStatus::Started;
}

} // namespace

SeenTickets::SeenTickets(TerminalDatabase &database)
    : m_database(database)
{
    auto rows =
        database.connection().query(QStringLiteral("SELECT order_uuid, head, lines, cancelled FROM seen_tickets"));
    if (!rows) {
        qCWarning(lcSeen, "%ls", qUtf16Printable(rows.error().message));
        return;
    }
    while (rows->next())
        m_known[rows->text(0)] = {rows->text(1), linesFrom(rows->text(2)), rows->integer(3) != 0};
}

SeenTickets::Known SeenTickets::asItIs(const Order &order)
{
    Known known;
    known.head = headOf(order);
    known.cancelled = order.status == OrderStatus::Cancelled;
    for (const OrderLine &line : order.lines)
        known.lines[line.id] = line.status == LineStatus::Voided;
    return known;
}

void SeenTickets::meet(const std::vector<const Order *> &orders, qint64 nowMs)
{
    std::vector<std::pair<QString, const Known *>> written;
    for (const Order *order : orders) {
        const auto found = m_known.find(order->uuid);
        if (found == m_known.end()) {
            Known known = asItIs(*order);
            for (const OrderLine &line : order->lines) {
                if (isWorkLeft(line) && line.addedAtMs > order->placedAtMs + addedLaterMs)
                    known.lines.erase(line.id);
            }
            written.emplace_back(order->uuid, &m_known.emplace(order->uuid, std::move(known)).first->second);
            continue;
        }
        bool differs = false;
        for (const OrderLine &line : order->lines) {
            const auto seen = found->second.lines.find(line.id);
            if (seen != found->second.lines.end() && seen->second && line.status != LineStatus::Voided) {
                seen->second = false;
                differs = true;
            }
        }
        if (differs)
            written.emplace_back(order->uuid, &found->second);
    }
    write(written, nowMs);
}

void SeenTickets::acknowledge(const Order &order, qint64 nowMs)
{
    if (isKnown(order) && changesOf(order).empty())
        return;
    Known &known = m_known[order.uuid];
    known = asItIs(order);
    write({{order.uuid, &known}}, nowMs);
}

void SeenTickets::acknowledgeLines(const Order &order, const std::vector<qint64> &lineIds, qint64 nowMs)
{
    const auto found = m_known.find(order.uuid);
    if (found == m_known.end())
        return;
    for (const OrderLine &line : order.lines) {
        if (std::find(lineIds.begin(), lineIds.end(), line.id) != lineIds.end())
            found->second.lines[line.id] = line.status == LineStatus::Voided;
    }
    write({{order.uuid, &found->second}}, nowMs);
}

void SeenTickets::rename(const Renaming &renaming, qint64 nowMs)
{
    const auto found = m_known.find(renaming.uuid);
    if (found == m_known.end() || renaming.lines.empty())
        return;
    std::unordered_map<qint64, bool> lines;
    for (const auto &[id, voided] : found->second.lines)
        lines[renaming.lineId(id)] = voided;
    found->second.lines = std::move(lines);
    write({{renaming.uuid, &found->second}}, nowMs);
}

std::vector<TicketChange> SeenTickets::changesOf(const Order &order) const
{
    const auto found = m_known.find(order.uuid);
    if (found == m_known.end())
        return {};
    const Known &known = found->second;
    std::vector<TicketChange> changes;
    if (order.status == OrderStatus::Cancelled && !known.cancelled)
        changes.push_back({TicketChange::Kind::Cancelled, 0});
    if (known.head != headOf(order))
        changes.push_back({TicketChange::Kind::Head, 0});
    for (const OrderLine &line : order.lines) {
        const auto seen = known.lines.find(line.id);
        const bool isNew = seen == known.lines.end();
        if (line.status == LineStatus::Voided) {
            // What came and went between two looks was never anybody's work.
            if (!isNew && !seen->second)
                changes.push_back({TicketChange::Kind::Voided, line.id});
        } else if (isNew && line.status != LineStatus::Done) {
            changes.push_back({TicketChange::Kind::Added, line.id});
        }
    }
    return changes;
}

void SeenTickets::purge(qint64 beforeMs)
{
    std::vector<QString> gone;
    auto purged = m_database.write([&](sql::Database &database) -> Result<void> {
        {
            auto rows =
                database.query(QStringLiteral("SELECT order_uuid FROM seen_tickets WHERE seen_at < ?"), {beforeMs});
            if (!rows)
                return rows.error();
            while (rows->next())
                gone.push_back(rows->text(0));
        }
        return database.run(QStringLiteral("DELETE FROM seen_tickets WHERE seen_at < ?"), {beforeMs});
    });
    if (!purged) {
        qCWarning(lcSeen, "%ls", qUtf16Printable(purged.error().message));
        return;
    }
    for (const QString &uuid : gone)
        m_known.erase(uuid);
}

void SeenTickets::write(const std::vector<std::pair<QString, const Known *>> &rows, qint64 nowMs)
{
    if (rows.empty())
        return;
    auto written = m_database.write([&](sql::Database &database) -> Result<void> {
        for (const auto &[uuid, known] : rows) {
            auto done = database.run(
                QStringLiteral("INSERT INTO seen_tickets (order_uuid, head, lines, cancelled, seen_at)"
                               " VALUES (?, ?, ?, ?, ?) ON CONFLICT (order_uuid) DO UPDATE SET head = excluded.head,"
                               " lines = excluded.lines, cancelled = excluded.cancelled, seen_at = excluded.seen_at"),
                {uuid, known->head, linesText(known->lines), known->cancelled ? 1 : 0, nowMs});
            if (!done)
                return done;
        }
        return {};
    });
    // What cannot be kept counts until the program ends.
    if (!written)
        qCWarning(lcSeen, "%ls", qUtf16Printable(written.error().message));
}

} // namespace oshaq

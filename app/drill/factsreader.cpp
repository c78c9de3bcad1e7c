// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/drill/factsreader.h"

#include "models/sql/database.h"
#include "sync/protocol/json.h"

#include <QFile>

#include <algorithm>
#include <functional>
#include <unordered_map>

namespace oshaq::drill {

namespace {

class HistoryReader
{
public:
    explicit HistoryReader(const QString &client) { m_history.client = client; }

    void take(const QByteArray &text)
    {
        const auto line = parseJson(text);
        if (!line || !line->isObject()) {
            ++m_history.tornLines;
            return;
        }
        const QString what = (*line)[u"what"].string();
        const qint64 atMs = (*line)[u"t"].integer();
        const QString key = (*line)[u"key"].string();
        if (what == QLatin1String("start"))
            ++m_history.starts;
        else if (what == QLatin1String("asked"))
            takeAsked(*line, key, atMs);
        else if (what == QLatin1String("answered") || what == QLatin1String("given_up"))
            takeAnswer(*line, key, atMs);
        else if (what == QLatin1String("told"))
            takeTold(*line, atMs);
        else if (what == QLatin1String("confirmed"))
            endCommand(key, ToldCommand::End::Confirmed, atMs, {});
        else if (what == QLatin1String("parked"))
            endCommand(key, ToldCommand::End::Parked, atMs, (*line)[u"error"].string());
        else if (what == QLatin1String("painted"))
            takePainted(*line, atMs);
        else if (what == QLatin1String("state"))
            takeState(*line, atMs);
        else
            ++m_history.tornLines;
    }

    ClientHistory finish() { return std::move(m_history); }

private:
    void takeAsked(const JsonValue &line, const QString &key, qint64 atMs)
    {
        ++m_history.asked;
        if (key.isEmpty())
            return; // of a terminal: the key comes with what was told
        const auto [known, isNew] = m_orders.emplace(key, m_history.orders.size());
        if (!isNew)
            return; // asked for again by a later run, under the same key
        AskedOrder order;
        order.key = key;
        order.uuid = line[u"uuid"].string();
        order.lines = int(line[u"lines"].integer());
        order.askedAtMs = atMs - line[u"waited_ms"].integer();
        m_history.orders.push_back(std::move(order));
    }

    void takeAnswer(const JsonValue &line, const QString &key, qint64 atMs)
    {
        const auto known = m_orders.find(key);
        if (known == m_orders.end()) {
            ++m_history.tornLines; // nobody asked
            return;
        }
        AskedOrder &order = m_history.orders[known->second];
        if (order.isAcknowledged())
            return;
        order.status = int(line[u"status"].integer());
        order.answeredAtMs = atMs;
        order.orderId = line[u"order_id"].integer();
        order.number = line[u"number"].string();
    }

    void takeTold(const JsonValue &line, qint64 atMs)
    {
        if (!line[u"accepted"].boolean()) {
            ++m_history.refusedHere;
            return;
        }
        for (const JsonValue &command : line[u"commands"].items()) {
            ToldCommand told;
            told.key = command[u"key"].string();
            told.code = command[u"code"].string();
            told.orderUuid = command[u"order"].string();
            told.toldAtMs = atMs;
            m_commands.emplace(told.key, m_history.commands.size());
            m_history.commands.push_back(std::move(told));
        }
    }

    void endCommand(const QString &key, ToldCommand::End end, qint64 atMs, const QString &error)
    {
        const auto known = m_commands.find(key);
        if (known == m_commands.end())
            return; // a kill -9 came between the outbox and the history: staff was told nothing
        ToldCommand &command = m_history.commands[known->second];
        if (command.end != ToldCommand::End::None)
            return;
        command.end = end;
        command.endAtMs = atMs;
        command.error = error;
    }

    void takePainted(const JsonValue &line, qint64 atMs)
    {
        for (const JsonValue &uuid : line[u"orders"].items())
            m_history.paintedAtMs.emplace(uuid.string(), atMs);
        for (const JsonValue &uuid : line[u"counted"].items())
            m_history.counted.insert(uuid.string());
    }

    void takeState(const JsonValue &line, qint64 atMs)
    {
        const JsonValue &state = line[u"state"];
        m_history.states.push_back({atMs, state[u"link"].string(), int(state[u"pending"].integer()),
                                    state[u"epoch"].string(), state[u"seq"].integer(), int(state[u"open"].integer()),
                                    line[u"rss_kb"].integer()});
    }

    ClientHistory m_history;
    std::unordered_map<QString, std::size_t> m_orders;
    std::unordered_map<QString, std::size_t> m_commands;
};

/// Calls `row` for each row of the query.
template <typename Row> Result<void> each(sql::Database &database, const char *sql, Row row)
{
    auto rows = database.query(QString::fromLatin1(sql));
    if (!rows)
        return rows.error();
    while (rows->next())
        row(*rows);
    if (rows->failed())
        return Error{ErrorCode::StorageUnavailable, QStringLiteral("%1 cannot be read").arg(database.path()), {}};
    return {};
}

void addLine(QByteArray *lines, const sql::Statement &row)
{
    if (!lines->isEmpty())
        lines->append(',');
    lines->append(QByteArray::number(row.integer(1)) + ':' + QByteArray::number(row.integer(2)));
}

Result<std::unique_ptr<sql::Database>> openFile(const QString &path)
{
    sql::OpenOptions options;
    options.path = path;
    return sql::Database::open(options);
}

} // namespace

ClientHistory readHistory(const QString &client, const QByteArray &lines)
{
    HistoryReader reader(client);
    for (const QByteArray &line : lines.split('\n')) {
        if (!line.isEmpty())
            reader.take(line);
    }
    return reader.finish();
}

Result<ClientHistory> readHistoryFile(const QString &client, const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::StorageUnavailable, QStringLiteral("%1: %2").arg(path, file.errorString()), {}};
    return readHistory(client, file.readAll());
}

Result<HubFacts> readHub(const QString &name, const QString &directory)
{
    auto database = openFile(directory + QStringLiteral("/hub.db"));
    if (!database)
        return database.error();
    sql::Database &db = **database;
    HubFacts facts;
    facts.name = name;
    std::unordered_map<qint64, std::size_t> byId;
    // One snapshot for all of it: the hub may be running.
    if (auto begun = db.run(QStringLiteral("BEGIN")); !begun)
        return begun.error();
    const std::pair<const char *, std::function<void(const sql::Statement &)>> queries[] = {
        {"SELECT epoch, (SELECT coalesce(max(seq), 0) FROM journal) FROM hub_state",
         [&](const sql::Statement &row) {
             facts.epoch = row.text(0);
             facts.lastSeq = row.integer(1);
         }},
        {"SELECT order_id, order_uuid, number, business_day, fulfilment, status, version, created_at FROM orders "
         "ORDER BY order_id",
         [&](const sql::Statement &row) {
             HubOrderRow order;
             order.id = row.integer(0);
             order.uuid = row.text(1);
             order.number = row.text(2);
             order.businessDay = row.text(3);
             order.fulfilment = fulfilmentFromText(row.text(4)).value_or(Fulfilment::Pickup);
             order.status = int(row.integer(5));
             order.version = row.integer(6);
             order.createdAtMs = row.integer(7);
             byId.emplace(order.id, facts.orders.size());
             facts.orders.push_back(std::move(order));
         }},
        {"SELECT order_id, order_item_id, status FROM orders_items ORDER BY order_id, order_item_id",
         [&](const sql::Statement &row) {
             if (const auto order = byId.find(row.integer(0)); order != byId.end())
                 addLine(&facts.orders[order->second].lines, row);
         }},
        {"SELECT order_id, status, is_recall, timestamp FROM order_status ORDER BY order_id, status_id",
         [&](const sql::Statement &row) {
             if (const auto order = byId.find(row.integer(0)); order != byId.end())
                 facts.orders[order->second].history.push_back(
                     {int(row.integer(1)), row.integer(2) != 0, row.integer(3)});
         }},
        {"SELECT principal, route, key, error_code, coalesce(entity_id, 0) FROM idempotency_keys",
         [&](const sql::Statement &row) {
             facts.keys.push_back({row.text(0), row.text(1), row.text(2), row.isNull(3), row.integer(4)});
         }},
        {"SELECT coalesce(order_id, 0), kind FROM print_jobs WHERE state = 'printed'",
         [&](const sql::Statement &row) {
             ++facts.papersPrinted;
             if (row.text(1) == QLatin1String("ticket"))
                 ++facts.ticketsPrinted[row.integer(0)];
         }},
        {"SELECT latency_ms FROM painted_acks WHERE latency_ms IS NOT NULL",
         [&](const sql::Statement &row) { facts.paintedLatencies.push_back(row.integer(0)); }},
    };
    for (const auto &[sql, row] : queries) {
        if (auto read = each(db, sql, row); !read)
            return read.error();
    }
    static_cast<void>(db.run(QStringLiteral("COMMIT")));
    return facts;
}

Result<int> countUnsent(const QString &directory)
{
    auto database = openFile(directory + QStringLiteral("/hub.db"));
    if (!database)
        return database.error();
    int unsent = 0;
    const auto read = each(**database,
                           "SELECT (SELECT count(*) FROM print_jobs WHERE state IN ('queued', 'sending')) + "
                           "(SELECT count(*) FROM webhook_deliveries WHERE state = 'waiting')",
                           [&](const sql::Statement &row) { unsent = int(row.integer(0)); });
    if (!read)
        return read.error();
    return unsent;
}

PlaceFacts readPlace(const QString &historyPath)
{
    PlaceFacts facts;
    QFile file(historyPath);
    if (!file.open(QIODevice::ReadOnly))
        return facts;
    for (const QByteArray &text : file.readAll().split('\n')) {
        const auto line = parseJson(text);
        if (!line)
            continue;
        facts.momentsMs.push_back((*line)[u"t"].integer());
        if ((*line)[u"what"].string() == QLatin1String("paper"))
            ++facts.papers;
        else
            facts.orders.insert((*line)[u"order_id"].integer());
    }
    return facts;
}

Result<HubCursor> readHubCursor(const QString &directory)
{
    auto database = openFile(directory + QStringLiteral("/hub.db"));
    if (!database)
        return database.error();
    HubCursor cursor;
    const auto read = each(**database, "SELECT epoch, (SELECT coalesce(max(seq), 0) FROM journal) FROM hub_state",
                           [&](const sql::Statement &row) {
                               cursor.epoch = row.text(0);
                               cursor.seq = row.integer(1);
                           });
    if (!read)
        return read.error();
    return cursor;
}

TerminalState lastStateIn(const QString &historyPath)
{
    constexpr qint64 tailBytes = 64 * 1024;
    QFile file(historyPath);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    file.seek(std::max(qint64{0}, file.size() - tailBytes));
    const ClientHistory tail = readHistory({}, file.readAll());
    return tail.states.empty() ? TerminalState() : tail.states.back();
}

Result<CacheFacts> readTerminal(const QString &name, const QString &directory)
{
    auto database = openFile(directory + QStringLiteral("/terminal.db"));
    if (!database)
        return database.error();
    sql::Database &db = **database;
    CacheFacts facts;
    facts.terminal = name;
    std::unordered_map<qint64, std::size_t> byId;
    const std::pair<const char *, std::function<void(const sql::Statement &)>> queries[] = {
        {"SELECT value FROM meta WHERE key = 'cursor'",
         [&](const sql::Statement &row) {
             const QString cursor = row.text(0);
             facts.epoch = cursor.section(u'.', 0, 0);
             facts.seq = cursor.section(u'.', 1).toLongLong();
         }},
        {"SELECT order_id, order_uuid, number, status, version FROM orders ORDER BY order_id",
         [&](const sql::Statement &row) {
             byId.emplace(row.integer(0), facts.orders.size());
             facts.orders.push_back(
                 {row.integer(0), row.text(1), row.text(2), int(row.integer(3)), row.integer(4), {}});
         }},
        {"SELECT order_id, order_item_id, state FROM order_lines ORDER BY order_id, order_item_id",
         [&](const sql::Statement &row) {
             if (const auto order = byId.find(row.integer(0)); order != byId.end())
                 addLine(&facts.orders[order->second].lines, row);
         }},
        {"SELECT id, state FROM outbox",
         [&](const sql::Statement &row) {
             facts.outbox.push_back({row.text(0), row.text(1)});
         }},
    };
    for (const auto &[sql, row] : queries) {
        if (auto read = each(db, sql, row); !read)
            return read.error();
    }
    return facts;
}

} // namespace oshaq::drill

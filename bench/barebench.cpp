// SPDX-License-Identifier: GPL-3.0-or-later
//
// What SQLite alone does with the rows of an order: the hub's own schema with its indexes, the same rows of the same
// sizes, prepared statements, so many orders a transaction, synchronous=FULL, one thread, no server, no rules, no hash,
// no JSON. The yardstick for the hub's own figure in the same run.

#include <sqlite3.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;

[[noreturn]] void fail(sqlite3 *database, const char *what)
{
    std::fprintf(stderr, "%s: %s\n", what, database ? sqlite3_errmsg(database) : "");
    std::exit(1);
}

void run(sqlite3 *database, const char *sql)
{
    if (sqlite3_exec(database, sql, nullptr, nullptr, nullptr) != SQLITE_OK)
        fail(database, sql);
}

sqlite3_stmt *prepare(sqlite3 *database, const std::string &sql)
{
    sqlite3_stmt *statement = nullptr;
    if (sqlite3_prepare_v3(database, sql.c_str(), -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr) != SQLITE_OK)
        fail(database, sql.c_str());
    return statement;
}

void step(sqlite3 *database, sqlite3_stmt *statement)
{
    if (sqlite3_step(statement) != SQLITE_DONE)
        fail(database, sqlite3_sql(statement));
    sqlite3_reset(statement);
}

/// Rows of one table that an order has, and how the next order's differ from them.
struct Pattern
{
    std::string table;
    std::vector<std::string> columns;
    std::vector<std::vector<sqlite3_value *>> rows;
    sqlite3_stmt *insert = nullptr;
};

Pattern patternOf(sqlite3 *database, const std::string &table, const std::string &where)
{
    Pattern pattern;
    pattern.table = table;
    sqlite3_stmt *rows = prepare(database, "SELECT * FROM " + table + " WHERE " + where);
    for (int i = 0; i < sqlite3_column_count(rows); ++i)
        pattern.columns.emplace_back(sqlite3_column_name(rows, i));
    while (sqlite3_step(rows) == SQLITE_ROW) {
        std::vector<sqlite3_value *> values;
        for (int i = 0; i < sqlite3_column_count(rows); ++i)
            values.push_back(sqlite3_value_dup(sqlite3_column_value(rows, i)));
        pattern.rows.push_back(std::move(values));
    }
    sqlite3_finalize(rows);
    if (pattern.rows.empty())
        fail(database, ("the last order has no row in " + table).c_str());
    std::string names;
    std::string marks;
    for (const std::string &column : pattern.columns) {
        names += (names.empty() ? "" : ", ") + column;
        marks += marks.empty() ? "?" : ", ?";
    }
    pattern.insert = prepare(database, "INSERT INTO " + table + " (" + names + ") VALUES (" + marks + ")");
    return pattern;
}

class Bare
{
public:
    explicit Bare(const std::string &file)
    {
        if (sqlite3_open_v2(file.c_str(), &m_database, SQLITE_OPEN_READWRITE, nullptr) != SQLITE_OK)
            fail(m_database, file.c_str());
        run(m_database, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;"
                        "PRAGMA temp_store = MEMORY; PRAGMA wal_autocheckpoint = 4000; PRAGMA cache_size = -16384");
        m_base = number("SELECT max(order_id) FROM orders");
        m_seq = number("SELECT max(seq) FROM journal WHERE business_id = 1");
        const std::string id = std::to_string(m_base);
        for (const char *table : {"orders", "order_status", "orders_cost", "orders_items", "order_search"})
            m_patterns.push_back(patternOf(m_database, table, "order_id = " + id));
        m_patterns.push_back(patternOf(
            m_database, "journal", "entity = 'order' AND entity_id = " + id + " AND type = 'order.created' LIMIT 1"));
        m_patterns.push_back(patternOf(m_database, "idempotency_keys", "entity = 'order' AND entity_id = " + id));
        m_count = prepare(m_database, "UPDATE order_numbers SET last = last + 1");
        m_part = prepare(m_database, "UPDATE search_parts SET newest = newest + 1 WHERE search_part_id = "
                                     "(SELECT max(search_part_id) FROM search_parts)");
        m_lines =
            prepare(m_database, "UPDATE orders_items SET status = ?, status_at = status_at + 1, version = version + 1"
                                " WHERE order_item_id = ?");
        m_linesOf = prepare(m_database, "SELECT order_item_id FROM orders_items WHERE order_id = ?");
        m_status = prepare(m_database, "UPDATE orders SET status = ?, status_at = status_at + 1, version = version + 1,"
                                       " updated_at = updated_at + 1 WHERE order_id = ?");
    }

    void begin() { run(m_database, "BEGIN IMMEDIATE"); }
    void commit() { run(m_database, "COMMIT"); }

    void create()
    {
        ++m_made;
        const sqlite3_int64 id = m_base + m_made;
        for (Pattern &pattern : m_patterns)
            insert(pattern, id);
        step(m_database, m_count);
        step(m_database, m_part);
    }

    void changeStatus(sqlite3_int64 nth, int status)
    {
        const sqlite3_int64 id = m_base + 1 + nth % m_made;
        sqlite3_bind_int(m_status, 1, status);
        sqlite3_bind_int64(m_status, 2, id);
        step(m_database, m_status);
        insert(m_patterns[1], id);
        insert(m_patterns[5], id);
        // Of accepted, started and ready the last two change the lines, which are journalled by themselves.
        if (nth % 3 == 0)
            return;
        std::vector<sqlite3_int64> lines;
        sqlite3_bind_int64(m_linesOf, 1, id);
        while (sqlite3_step(m_linesOf) == SQLITE_ROW)
            lines.push_back(sqlite3_column_int64(m_linesOf, 0));
        sqlite3_reset(m_linesOf);
        for (const sqlite3_int64 line : lines) {
            sqlite3_bind_int(m_lines, 1, status);
            sqlite3_bind_int64(m_lines, 2, line);
            step(m_database, m_lines);
        }
        insert(m_patterns[5], id);
    }

    sqlite3_int64 made() const { return m_made; }

private:
    sqlite3_int64 number(const char *sql)
    {
        sqlite3_stmt *statement = prepare(m_database, sql);
        if (sqlite3_step(statement) != SQLITE_ROW)
            fail(m_database, sql);
        const sqlite3_int64 value = sqlite3_column_int64(statement, 0);
        sqlite3_finalize(statement);
        return value;
    }

    void insert(Pattern &pattern, sqlite3_int64 id)
    {
        for (const auto &row : pattern.rows) {
            for (std::size_t i = 0; i < row.size(); ++i) {
                const int at = int(i) + 1;
                const std::string &column = pattern.columns[i];
                if (column == "order_id" || column == "entity_id")
                    sqlite3_bind_int64(pattern.insert, at, id);
                else if (i == 0 && pattern.table != "journal" && pattern.table != "idempotency_keys")
                    sqlite3_bind_null(pattern.insert, at); // its own number
                else if (column == "seq" && pattern.table == "journal")
                    sqlite3_bind_int64(pattern.insert, at, ++m_seq);
                else if (column == "order_uuid" || column == "key" || column == "number")
                    unlike(pattern.insert, at, row[i]);
                else
                    sqlite3_bind_value(pattern.insert, at, row[i]);
            }
            step(m_database, pattern.insert);
        }
    }

    /// The same length, another text.
    void unlike(sqlite3_stmt *statement, int at, sqlite3_value *value)
    {
        std::string text(reinterpret_cast<const char *>(sqlite3_value_text(value)));
        char digits[16];
        std::snprintf(digits, sizeof digits, "%09lld", static_cast<long long>(m_made));
        if (text.size() < 9)
            text = digits;
        else
            text.replace(text.size() - 9, 9, digits);
        sqlite3_bind_text(statement, at, text.c_str(), int(text.size()), SQLITE_TRANSIENT);
    }

    sqlite3 *m_database = nullptr;
    std::vector<Pattern> m_patterns;
    sqlite3_stmt *m_count = nullptr;
    sqlite3_stmt *m_part = nullptr;
    sqlite3_stmt *m_status = nullptr;
    sqlite3_stmt *m_lines = nullptr;
    sqlite3_stmt *m_linesOf = nullptr;
    sqlite3_int64 m_base = 0;
    sqlite3_int64 m_seq = 0;
    sqlite3_int64 m_made = 0;
};

} // namespace

int main(int argc, char *argv[])
{
    if (argc != 4) {
        std::fputs("usage: barebench COPY_OF_A_HUB.db SECONDS ORDERS_A_COMMIT\n", stderr);
        return 2;
    }
    const double seconds = std::atof(argv[2]);
    const int group = std::max(1, std::atoi(argv[3]));
    sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0); // as the hub has it
    Bare bare(argv[1]);
    const auto measure = [&](const auto &one) {
        const auto began = Clock::now();
        long long done = 0;
        while (std::chrono::duration<double>(Clock::now() - began).count() < seconds) {
            bare.begin();
            for (int i = 0; i < group; ++i)
                one(done++);
            bare.commit();
        }
        return double(done) / std::chrono::duration<double>(Clock::now() - began).count();
    };
    const double creates = measure([&](long long) { bare.create(); });
    const double changes = measure([&](long long n) { bare.changeStatus(n, 2); });
    std::printf("{\"create_per_second\":%.0f,\"status_per_second\":%.0f,\"orders\":%lld}\n", creates, changes,
                static_cast<long long>(bare.made()));
    return 0;
}

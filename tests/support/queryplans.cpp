// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/queryplans.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

#include <sqlite3.h>

namespace oshaq::test {

namespace {

/// Tables that get rows as long as a restaurant is open.
const QSet<QString> &growing()
{
    static const QSet<QString> tables{
        QStringLiteral("orders"),         QStringLiteral("orders_items"),
        QStringLiteral("orders_cost"),    QStringLiteral("order_status"),
        QStringLiteral("order_search"),   QStringLiteral("order_numbers"),
        QStringLiteral("search_parts"),   QStringLiteral("journal"),
        QStringLiteral("painted_acks"),   QStringLiteral("day_counts"),
        QStringLiteral("users"),          QStringLiteral("user_addresses"),
        QStringLiteral("sessions"),       QStringLiteral("refresh_tokens"),
        QStringLiteral("payments"),       QStringLiteral("payment_lines"),
        QStringLiteral("refunds"),        QStringLiteral("bank_attempts"),
        QStringLiteral("print_jobs"),     QStringLiteral("notifications"),
        QStringLiteral("dispatches"),     QStringLiteral("webhook_deliveries"),
        QStringLiteral("outside_orders"), QStringLiteral("idempotency_keys"),
        QStringLiteral("drawer_moves"),   QStringLiteral("drawer_sessions"),
        QStringLiteral("staff_shifts"),   QStringLiteral("unpainted_tickets"),
    };
    return tables;
}

/// Partial indexes of what is open, waits or is wrong now.
const QSet<QString> &small()
{
    static const QSet<QString> indexes{
        QStringLiteral("orders_open"),           QStringLiteral("orders_to_accept"),
        QStringLiteral("orders_by_courier"),     QStringLiteral("print_jobs_open"),
        QStringLiteral("notifications_waiting"), QStringLiteral("webhook_deliveries_waiting"),
        QStringLiteral("dispatches_open"),       QStringLiteral("dispatches_due"),
        QStringLiteral("outside_orders_open"),   QStringLiteral("payments_unknown"),
        QStringLiteral("drawer_sessions_open"),  QStringLiteral("staff_shifts_open"),
        QStringLiteral("bank_attempts_by_next"),
    };
    return indexes;
}

/// By what a statement calls a table: which one that is.
QHash<QString, QString> tablesOf(const QString &sql)
{
    static const QRegularExpression names(
        QStringLiteral("\\b(?:FROM|JOIN|UPDATE|INTO)\\s+([a-z_]+)(?:\\s+(?:AS\\s+)?([a-z]+)\\b)?"));
    QHash<QString, QString> tables;
    for (auto found = names.globalMatch(sql); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        tables[match.captured(1)] = match.captured(1);
        if (!match.captured(2).isEmpty())
            tables[match.captured(2)] = match.captured(1);
    }
    return tables;
}

} // namespace

QList<ExplainedStatement> preparedStatements(const sql::Database &database)
{
    auto *connection = static_cast<sqlite3 *>(database.handle());
    QList<QByteArray> texts;
    for (sqlite3_stmt *statement = sqlite3_next_stmt(connection, nullptr); statement;
         statement = sqlite3_next_stmt(connection, statement))
        texts.append(sqlite3_sql(statement));
    QList<ExplainedStatement> explained;
    for (const QByteArray &text : std::as_const(texts)) {
        sqlite3_stmt *explain = nullptr;
        const QByteArray sql = "EXPLAIN QUERY PLAN " + text;
        if (sqlite3_prepare_v2(connection, sql.constData(), -1, &explain, nullptr) != SQLITE_OK)
            continue;
        ExplainedStatement entry{QString::fromUtf8(text), {}};
        while (sqlite3_step(explain) == SQLITE_ROW)
            entry.plan.append(QString::fromUtf8(reinterpret_cast<const char *>(sqlite3_column_text(explain, 3))));
        sqlite3_finalize(explain);
        explained.append(entry);
    }
    return explained;
}

QString growthProblem(const ExplainedStatement &statement)
{
    static const QRegularExpression access(
        QStringLiteral("^(SCAN|SEARCH) (\\w+)(?:.* INDEX (\\w+))?(?:.* \\(([^()]*)\\))?"));
    static const QRegularExpression extreme(QStringLiteral("SELECT (coalesce\\()?(min|max|MIN|MAX)\\([a-z_.]+\\)"));
    const QHash<QString, QString> tables = tablesOf(statement.sql);
    // The first or the last row of an index.
    const bool isOneRow = (statement.sql.contains(QLatin1String("LIMIT 1")) &&
                           statement.plan.filter(QStringLiteral("TEMP B-TREE")).isEmpty()) ||
                          extreme.match(statement.sql).hasMatch();
    bool isPeriod = false;
    for (const QString &line : statement.plan) {
        if (line.contains(QLatin1String("AUTOMATIC")))
            return line;
        const QRegularExpressionMatch found = access.match(line);
        if (!found.hasMatch() || !growing().contains(tables.value(found.captured(2))))
            continue;
        if (small().contains(found.captured(3)))
            continue;
        const QString by = found.captured(4);
        const bool isWhole = found.captured(1) == QLatin1String("SCAN") || by.isEmpty() || by == u"business_id=?";
        if (isWhole && !isOneRow)
            return line;
        isPeriod = isPeriod || by.contains(u'<') || by.contains(u'>');
    }
    // What belongs to one thing may be sorted.
    for (const QString &line : statement.plan) {
        if (isPeriod && line.startsWith(QLatin1String("USE TEMP B-TREE FOR")) &&
            line.endsWith(QLatin1String("ORDER BY")))
            return line;
    }
    return {};
}

} // namespace oshaq::test

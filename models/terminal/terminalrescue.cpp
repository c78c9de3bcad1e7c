// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/terminal/terminalrescue.h"

#include <QDateTime>
#include <QFile>
#include <QSet>
#include <QTimeZone>

#include <sqlite3.h>

#include <memory>
#include <vector>

namespace oshaq {

namespace {

struct CloseHandle
{
    void operator()(sqlite3 *handle) const { sqlite3_close_v2(handle); }
};
using Handle = std::unique_ptr<sqlite3, CloseHandle>;

struct FinalizeStatement
{
    void operator()(sqlite3_stmt *statement) const { sqlite3_finalize(statement); }
};
using RawStatement = std::unique_ptr<sqlite3_stmt, FinalizeStatement>;

/// Not through models/sql: that layer refuses such files, as it should.
Handle openRaw(const QString &path)
{
    sqlite3 *raw = nullptr;
    const int code = sqlite3_open_v2(QFile::encodeName(path).constData(), &raw, SQLITE_OPEN_READWRITE, nullptr);
    Handle handle(raw);
    if (code != SQLITE_OK)
        return nullptr;
    sqlite3_busy_timeout(raw, 2000);
    // A damaged file stays as it was found: no checkpoint when we close it.
    sqlite3_db_config(raw, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    return handle;
}

bool meansDamage(int code)
{
    return (code & 0xff) == SQLITE_CORRUPT || (code & 0xff) == SQLITE_NOTADB;
}

RawStatement prepareRaw(sqlite3 *handle, const char *sql)
{
    sqlite3_stmt *statement = nullptr;
    sqlite3_prepare_v2(handle, sql, -1, &statement, nullptr);
    return RawStatement(statement);
}

QVariant columnValue(sqlite3_stmt *statement, int column)
{
    switch (sqlite3_column_type(statement, column)) {
    case SQLITE_INTEGER:
        return qint64(sqlite3_column_int64(statement, column));
    case SQLITE_TEXT:
        return QString::fromUtf8(reinterpret_cast<const char *>(sqlite3_column_text(statement, column)),
                                 sqlite3_column_bytes(statement, column));
    default:
        return QVariant();
    }
}

/// Reads rows until the end (true) or the first trouble (false).
bool readRows(sqlite3 *handle, const QByteArray &sql, std::vector<QVariantList> *rows)
{
    const RawStatement statement = prepareRaw(handle, sql.constData());
    if (!statement)
        return false;
    int code = SQLITE_ROW;
    while ((code = sqlite3_step(statement.get())) == SQLITE_ROW) {
        QVariantList row;
        for (int i = 0; i < sqlite3_column_count(statement.get()); ++i)
            row.append(columnValue(statement.get(), i));
        rows->push_back(std::move(row));
    }
    return code == SQLITE_DONE;
}

constexpr int idColumn = 1;
constexpr int stateColumn = 12;
// Since migration 0003, since 0004, and since 0006; a damaged file may be older.
#define OSHAQ_LATER_COLUMNS ", priority, batch, undoes"
#define OSHAQ_LATEST_COLUMNS ", payload"
#define OSHAQ_OPERATOR_COLUMNS ", operator_id, operator_role"
#define OSHAQ_OUTBOX_COLUMNS                                                                                           \
    "sequence, id, order_id, order_uuid, order_number, kind, to_status, from_status, line_action, line_ids, reason, "  \
    "acted_at, state, attempts, error_code, error_message, confirmed_at, parked_at, dismissed"

} // namespace

bool isDamagedDatabase(const QString &path)
{
    const Handle handle = openRaw(path);
    if (!handle)
        return false;
    const RawStatement check = prepareRaw(handle.get(), "PRAGMA quick_check(1)");
    if (!check)
        return meansDamage(sqlite3_extended_errcode(handle.get()));
    const int code = sqlite3_step(check.get());
    if (code == SQLITE_ROW)
        return columnValue(check.get(), 0).toString() != QLatin1String("ok");
    return meansDamage(code);
}

Result<QString> moveAside(const QString &path, qint64 nowMs)
{
    const QString stamp = QDateTime::fromMSecsSinceEpoch(nowMs, Qt::UTC).toString(QStringLiteral("yyyyMMdd-hhmmss"));
    QString aside = QStringLiteral("%1.damaged-%2").arg(path, stamp);
    for (int i = 2; QFile::exists(aside); ++i)
        aside = QStringLiteral("%1.damaged-%2-%3").arg(path, stamp, QString::number(i));
    // The log first: a new terminal.db must never meet an old log.
    const QString log = path + QStringLiteral("-wal");
    if (QFile::exists(log) && !QFile::rename(log, aside + QStringLiteral("-wal")))
        return Error{ErrorCode::StorageUnavailable,
                     QStringLiteral("%1 is damaged and its log cannot be moved aside").arg(path),
                     {}};
    QFile::remove(path + QStringLiteral("-shm")); // an index of the log, made again by whoever opens it
    if (!QFile::rename(path, aside))
        return Error{
            ErrorCode::StorageUnavailable, QStringLiteral("%1 is damaged and cannot be moved aside").arg(path), {}};
    return aside;
}

Result<RescueReport> rescueInto(sql::Database &database, const QString &damagedPath)
{
    RescueReport report;
    Handle handle = openRaw(damagedPath);
    if (!handle)
        return report;

    std::vector<QVariantList> rows;
    const auto has = [&handle](const char *sql) { return prepareRaw(handle.get(), sql) != nullptr; };
    const bool hasOperators = has(
        "SELECT " OSHAQ_OUTBOX_COLUMNS OSHAQ_LATER_COLUMNS OSHAQ_LATEST_COLUMNS OSHAQ_OPERATOR_COLUMNS " FROM outbox");
    const bool hasPayload = has("SELECT " OSHAQ_OUTBOX_COLUMNS OSHAQ_LATER_COLUMNS OSHAQ_LATEST_COLUMNS " FROM outbox");
    const bool hasBatches = has("SELECT " OSHAQ_OUTBOX_COLUMNS OSHAQ_LATER_COLUMNS " FROM outbox");
    QByteArray select("SELECT " OSHAQ_OUTBOX_COLUMNS);
    if (hasBatches)
        select += OSHAQ_LATER_COLUMNS;
    if (hasPayload)
        select += OSHAQ_LATEST_COLUMNS;
    if (hasOperators)
        select += OSHAQ_OPERATOR_COLUMNS;
    select += " FROM outbox ";
    report.complete = readRows(handle.get(), select + "ORDER BY sequence", &rows);
    if (!report.complete)
        readRows(handle.get(), select + "ORDER BY sequence DESC", &rows);
    for (QVariantList &row : rows) {
        // One act a command, as the migration has it.
        if (!hasBatches)
            row << QVariant() << row.at(idColumn) << QString();
        if (!hasPayload)
            row << QString();
        if (!hasOperators)
            row << 0 << QString();
    }

    QSet<QString> known;
    const QString insert =
        QStringLiteral("INSERT OR IGNORE INTO outbox (" OSHAQ_OUTBOX_COLUMNS OSHAQ_LATER_COLUMNS OSHAQ_LATEST_COLUMNS
                           OSHAQ_OPERATOR_COLUMNS ") VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)");
    for (const QVariantList &row : rows) {
        const QString id = row.at(idColumn).toString();
        if (id.isEmpty() || known.contains(id))
            continue;
        known.insert(id);
        auto inserted = database.query(insert, row);
        if (!inserted) {
            if (database.isAutocommit())
                return inserted.error(); // the transaction is gone: a full disk, not a bad row
            report.complete = false;     // a value that came out of a damaged page
            continue;
        }
        if (inserted->rowsAffected() != 1)
            report.complete = false;
        else if (row.at(stateColumn).toString() == QLatin1String("queued"))
            ++report.queued;
        else
            ++report.others;
    }

    std::vector<QVariantList> settings;
    readRows(handle.get(), "SELECT key, value FROM meta WHERE key <> 'cursor' AND key NOT LIKE 'log.%'", &settings);
    for (const QVariantList &row : settings) {
        auto inserted = database.run(QStringLiteral("INSERT OR IGNORE INTO meta (key, value) VALUES (?, ?)"), row);
        if (inserted)
            ++report.settings;
        else if (database.isAutocommit())
            return inserted.error();
    }

    std::vector<QVariantList> reports;
    readRows(handle.get(), "SELECT staff_id, kind, acted_at FROM operator_reports ORDER BY report_id", &reports);
    for (const QVariantList &row : reports) {
        const auto inserted = database.run(
            QStringLiteral("INSERT INTO operator_reports (staff_id, kind, acted_at) VALUES (?, ?, ?)"), row);
        if (!inserted && database.isAutocommit())
            return inserted.error();
    }

    // What our reading left beside the damaged file.
    handle.reset();
    QFile::remove(damagedPath + QStringLiteral("-shm"));
    QFile log(damagedPath + QStringLiteral("-wal"));
    if (log.size() == 0)
        log.remove();
    return report;
}

} // namespace oshaq

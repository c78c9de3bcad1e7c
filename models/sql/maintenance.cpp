// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sql/maintenance.h"

#include <sqlite3.h>

namespace oshaq::sql {

namespace {

Result<qint64> pragmaNumber(Database &database, const QString &sql)
{
    auto row = database.query(sql);
    if (!row)
        return row.error();
    if (!row->next())
        return Error{ErrorCode::StorageUnavailable, QStringLiteral("no answer [%1]").arg(sql), {}};
    return row->integer(0);
}

int numberOf(CheckpointMode mode)
{
    switch (mode) {
    case CheckpointMode::Passive:
        return SQLITE_CHECKPOINT_PASSIVE;
    case CheckpointMode::Restart:
        return SQLITE_CHECKPOINT_RESTART;
    case CheckpointMode::Truncate:
        return SQLITE_CHECKPOINT_TRUNCATE;
    }
    return SQLITE_CHECKPOINT_PASSIVE;
}

} // namespace

Result<CheckpointResult> checkpoint(Database &database, CheckpointMode mode, int patienceMs)
{
    auto *sqlite = static_cast<sqlite3 *>(database.handle());
    if (!sqlite)
        return Error{ErrorCode::Internal, QStringLiteral("no connection"), {}};
    auto timeout = pragmaNumber(database, QStringLiteral("PRAGMA busy_timeout"));
    if (!timeout)
        return timeout.error();

    // With its usual patience TRUNCATE would hold the writer up behind the slowest report.
    sqlite3_busy_timeout(sqlite, patienceMs);
    CheckpointResult result;
    const int code =
        sqlite3_wal_checkpoint_v2(sqlite, nullptr, numberOf(mode), &result.walFrames, &result.copiedFrames);
    const int extended = sqlite3_extended_errcode(sqlite);
    const QString text = QString::fromUtf8(sqlite3_errmsg(sqlite));
    sqlite3_busy_timeout(sqlite, int(*timeout));

    if (code == SQLITE_BUSY)
        return result;
    if (code != SQLITE_OK) {
        database.noteFailure(extended);
        return Error{ErrorCode::StorageUnavailable,
                     QStringLiteral("checkpoint of %1 failed: SQLite %2: %3")
                         .arg(database.path(), QString::number(extended), text),
                     {}};
    }
    result.complete = mode != CheckpointMode::Passive || result.copiedFrames >= result.walFrames;
    return result;
}

Result<void> quickCheck(Database &database)
{
    return quickCheck(database, QStringLiteral("1")); // the whole file, up to its first finding
}

Result<void> quickCheck(Database &database, const QString &table)
{
    auto rows = database.query(QStringLiteral("PRAGMA quick_check(%1)").arg(table));
    if (!rows)
        return rows.error();
    const QString finding = rows->next() ? rows->text(0) : QStringLiteral("no answer");
    if (rows->failed() || finding != QLatin1String("ok")) {
        return Error{
            ErrorCode::StorageUnavailable, QStringLiteral("%1 is damaged: %2").arg(database.path(), finding), {}};
    }
    return {};
}

void interrupt(const Database &database)
{
    sqlite3_interrupt(static_cast<sqlite3 *>(database.handle()));
}

Result<QStringList> tableNames(Database &database)
{
    auto rows = database.query(dialect::listTables());
    if (!rows)
        return rows.error();
    QStringList names;
    while (rows->next())
        names.append(rows->text(0));
    if (rows->failed()) {
        return Error{
            ErrorCode::StorageUnavailable, QStringLiteral("the tables of %1 cannot be read").arg(database.path()), {}};
    }
    return names;
}

Result<void> integrityCheck(Database &database)
{
    const auto damaged = [&database](const QString &finding) {
        return Error{
            ErrorCode::StorageUnavailable, QStringLiteral("%1 is damaged: %2").arg(database.path(), finding), {}};
    };
    {
        auto rows = database.query(QStringLiteral("PRAGMA integrity_check(1)"));
        if (!rows)
            return rows.error();
        const QString finding = rows->next() ? rows->text(0) : QStringLiteral("no answer");
        if (rows->failed() || finding != QLatin1String("ok"))
            return damaged(finding);
    }
    auto rows = database.query(QStringLiteral("PRAGMA foreign_key_check"));
    if (!rows)
        return rows.error();
    if (rows->next())
        return damaged(QStringLiteral("a row of %1 refers to nothing").arg(rows->text(0)));
    if (rows->failed())
        return damaged(QStringLiteral("it cannot be read to its end"));
    return {};
}

Result<qint64> databaseBytes(Database &database)
{
    auto pages = pragmaNumber(database, QStringLiteral("PRAGMA page_count"));
    if (!pages)
        return pages;
    auto size = pragmaNumber(database, QStringLiteral("PRAGMA page_size"));
    if (!size)
        return size;
    return *pages * *size;
}

qint64 rowsChanged(Database &database)
{
    auto *sqlite = static_cast<sqlite3 *>(database.handle());
    return sqlite ? sqlite3_total_changes64(sqlite) : 0;
}

WalGauge::WalGauge(Database &database)
    : m_database(database)
{
    if (auto size = pragmaNumber(database, QStringLiteral("PRAGMA page_size")); size)
        m_pageSize = *size;
    sqlite3_wal_hook(
        static_cast<sqlite3 *>(database.handle()),
        [](void *self, sqlite3 *, const char *, int frames) {
            static_cast<WalGauge *>(self)->m_frames = frames;
            return SQLITE_OK;
        },
        this);
}

WalGauge::~WalGauge()
{
    sqlite3_wal_hook(static_cast<sqlite3 *>(m_database.handle()), nullptr, nullptr);
}

} // namespace oshaq::sql

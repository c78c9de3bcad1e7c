// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sql/changeset.h"

#include <sqlite3.h>

namespace oshaq::sql {

namespace {

Error failure(Database &database, const char *what, int code)
{
    auto *sqlite = static_cast<sqlite3 *>(database.handle());
    const QString text = sqlite ? QString::fromUtf8(sqlite3_errmsg(sqlite)) : QString();
    return Error{ErrorCode::StorageUnavailable,
                 QStringLiteral("SQLite %1: %2 [%3]").arg(QString::number(code), text, QLatin1String(what)),
                 {}};
}

Result<void> configure(Database &database, int option, int value)
{
    auto *sqlite = static_cast<sqlite3 *>(database.handle());
    int now = -1;
    const int code = sqlite3_db_config(sqlite, option, value, &now);
    if (code != SQLITE_OK || now != value)
        return failure(database, "sqlite3_db_config", code);
    return {};
}

} // namespace

Result<std::unique_ptr<ChangeCapture>> ChangeCapture::begin(Database &database,
                                                            std::function<bool(const char *table)> wanted)
{
    std::unique_ptr<ChangeCapture> capture(new ChangeCapture(std::move(wanted)));
    auto *sqlite = static_cast<sqlite3 *>(database.handle());
    if (const int code = sqlite3session_create(sqlite, "main", &capture->m_session); code != SQLITE_OK)
        return failure(database, "sqlite3session_create", code);
    sqlite3session_table_filter(
        capture->m_session,
        [](void *self, const char *table) {
            return static_cast<ChangeCapture *>(self)->m_wanted(table) ? 1 : 0;
        },
        capture.get());
    if (const int code = sqlite3session_attach(capture->m_session, nullptr); code != SQLITE_OK)
        return failure(database, "sqlite3session_attach", code);
    return capture;
}

ChangeCapture::~ChangeCapture()
{
    if (m_session)
        sqlite3session_delete(m_session);
}

bool ChangeCapture::isEmpty() const
{
    return sqlite3session_isempty(m_session) != 0;
}

Result<QByteArray> ChangeCapture::changes()
{
    int size = 0;
    void *bytes = nullptr;
    const int code = sqlite3session_changeset(m_session, &size, &bytes);
    if (code != SQLITE_OK) {
        return Error{
            ErrorCode::StorageUnavailable, QStringLiteral("SQLite %1 [sqlite3session_changeset]").arg(code), {}};
    }
    QByteArray changes(static_cast<const char *>(bytes), size);
    sqlite3_free(bytes);
    return changes;
}

Result<std::unique_ptr<ReceiverMode>> ReceiverMode::enter(Database &database)
{
    std::unique_ptr<ReceiverMode> mode(new ReceiverMode(database));
    if (auto off = configure(database, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0); !off)
        return off.error();
    if (auto off = configure(database, SQLITE_DBCONFIG_ENABLE_FKEY, 0); !off)
        return off.error();
    return mode;
}

ReceiverMode::~ReceiverMode()
{
    // A connection that kept them off must not go on writing.
    const bool on = configure(m_database, SQLITE_DBCONFIG_ENABLE_TRIGGER, 1).ok() &&
                    configure(m_database, SQLITE_DBCONFIG_ENABLE_FKEY, 1).ok();
    if (!on)
        qFatal("triggers and foreign keys cannot be switched on again");
}

Result<void> applyChanges(Database &database, const QByteArray &changes)
{
    struct Conflict
    {
        int kind = 0;
        QByteArray table;
    } conflict;
    auto *sqlite = static_cast<sqlite3 *>(database.handle());
    const int code = sqlite3changeset_apply_v2(
        sqlite, int(changes.size()), const_cast<char *>(changes.constData()), nullptr,
        [](void *context, int kind, sqlite3_changeset_iter *change) {
            auto *seen = static_cast<Conflict *>(context);
            seen->kind = kind;
            const char *table = nullptr;
            int columns = 0;
            int operation = 0;
            int indirect = 0;
            // A conflict of foreign keys is about no row.
            if (kind != SQLITE_CHANGESET_FOREIGN_KEY &&
                sqlite3changeset_op(change, &table, &columns, &operation, &indirect) == SQLITE_OK)
                seen->table = table;
            return SQLITE_CHANGESET_ABORT;
        },
        &conflict, nullptr, nullptr, 0);
    if (code == SQLITE_OK)
        return {};
    if (conflict.kind != 0) {
        return Error{ErrorCode::StorageUnavailable,
                     QStringLiteral("a change does not fit the row that is here (kind %1, table %2)")
                         .arg(QString::number(conflict.kind), QString::fromUtf8(conflict.table)),
                     {}};
    }
    return failure(database, "sqlite3changeset_apply_v2", code);
}

} // namespace oshaq::sql

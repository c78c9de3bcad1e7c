// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sql/database.h"

#include "models/sql/fieldfunctions.h"
#include "models/sql/searchfunctions.h"

#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlError>
#include <QThread>
#include <QUrl>

#include <sqlite3.h>

namespace oshaq::sql {

namespace {

/// Text of a list filter may vary; beyond this many statements new ones are not kept.
constexpr std::size_t statementCacheLimit = 256;

/// Pages of the writer that need not spill into the log before the commit; a spill that meets a full disk takes the
/// whole transaction with it.
constexpr int writerCacheKib = 16 * 1024;
constexpr int readerCacheKib = 4 * 1024;

sqlite3 *sqliteHandle(const QSqlDatabase &connection)
{
    const QVariant handle = connection.driver()->handle();
    if (!handle.isValid() || qstrcmp(handle.typeName(), "sqlite3*") != 0)
        return nullptr;
    return *static_cast<sqlite3 *const *>(handle.constData());
}

/// SQLite opens by URI, because only there "must exist" can be said, and the check cannot race with the open.
QString uriOf(const OpenOptions &options)
{
    const bool create = options.access == Access::ReadWrite && options.create;
    return QString::fromLatin1(QUrl::fromLocalFile(QFileInfo(options.path).absoluteFilePath()).toEncoded()) +
           (create ? QStringLiteral("?mode=rwc") : QStringLiteral("?mode=rw"));
}

} // namespace

Result<std::unique_ptr<Database>> Database::open(const OpenOptions &options)
{
    std::unique_ptr<Database> database(new Database);
    database->m_path = options.path;
    database->m_thread = QThread::currentThreadId();
    database->m_connectionName =
        QStringLiteral("oshaq-%1").arg(reinterpret_cast<quintptr>(database.get()), 0, 16); // unique while it lives
    database->m_connection = std::make_unique<QSqlDatabase>(
        QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), database->m_connectionName));
    QSqlDatabase &connection = *database->m_connection;
    connection.setConnectOptions(QStringLiteral("QSQLITE_OPEN_URI;QSQLITE_BUSY_TIMEOUT=%1").arg(options.busyTimeoutMs));
    connection.setDatabaseName(uriOf(options));
    if (!connection.open()) {
        return Error{ErrorCode::StorageUnavailable,
                     QStringLiteral("cannot open %1: %2").arg(options.path, connection.lastError().databaseText()),
                     {}};
    }
    auto *handle = sqliteHandle(connection);
    if (!handle)
        return Error{ErrorCode::Internal, QStringLiteral("the SQLite driver gives no handle"), {}};
    // SQLite falls back to reading silently when it may not write.
    if (options.access == Access::ReadWrite && sqlite3_db_readonly(handle, "main") != 0) {
        return Error{ErrorCode::StorageUnavailable, QStringLiteral("%1 cannot be written").arg(options.path), {}};
    }
    if (auto added = addSearchFunctions(handle); !added)
        return added.error();
    if (auto added = addFieldFunctions(handle, options.keys); !added)
        return added.error();
    if (auto set = database->setPragmas(options); !set) {
        if ((database->m_lastErrorCode & 0xff) == SQLITE_NOTADB)
            return Error{ErrorCode::StorageUnavailable, QStringLiteral("%1 is not a database").arg(options.path), {}};
        return Error{set.error().code, QStringLiteral("%1: %2").arg(options.path, set.error().message), {}};
    }
    return database;
}

Database::~Database()
{
    if (!m_connection)
        return;
    Q_ASSERT_X(isOwnThread(), "Database", "closed on another thread");
    Q_ASSERT_X(m_borrowed == 0, "Database", "a statement outlives its connection");
    m_statements.clear();
    m_connection->close();
    m_connection.reset(); // the last copy must be gone before the name is
    QSqlDatabase::removeDatabase(m_connectionName);
}

void Database::forgetStatements()
{
    m_statements.clear();
}

Result<Statement> Database::prepare(const QString &sql)
{
    if (!isOwnThread())
        return wrongThread();
    if (const auto cached = m_statements.find(sql); cached != m_statements.end() && cached->second)
        return Statement(this, std::move(cached->second), sql);
    auto query = std::make_unique<QSqlQuery>(*m_connection);
    query->setForwardOnly(true); // otherwise Qt keeps a copy of every row
    if (!query->prepare(sql))
        return fail(query->lastError(), sql);
    return Statement(this, std::move(query), sql);
}

Result<Statement> Database::query(const QString &sql, const QVariantList &values)
{
    auto statement = prepare(sql);
    if (!statement)
        return statement;
    if (auto executed = statement->exec(values); !executed)
        return executed.error();
    return statement;
}

Result<void> Database::run(const QString &sql, const QVariantList &values)
{
    auto statement = query(sql, values);
    if (!statement)
        return statement.error();
    return {};
}

bool Database::isAutocommit() const
{
    Q_ASSERT(isOwnThread());
    auto *sqlite = static_cast<sqlite3 *>(handle());
    return !sqlite || sqlite3_get_autocommit(sqlite) != 0;
}

void Database::watchRows(std::function<void(const char *table, qint64 rowId)> seen)
{
    m_rowSeen = std::move(seen);
    sqlite3_update_hook(
        static_cast<sqlite3 *>(handle()),
        [](void *self, int, const char *, const char *table, sqlite3_int64 rowId) {
            static_cast<Database *>(self)->m_rowSeen(table, rowId);
        },
        this);
}

void *Database::handle() const
{
    return m_connection ? sqliteHandle(*m_connection) : nullptr;
}

bool Database::isOwnThread() const
{
    return QThread::currentThreadId() == m_thread;
}

Error Database::wrongThread() const
{
    return Error{ErrorCode::Internal,
                 QStringLiteral("the connection to %1 is used on a thread that did not open it").arg(m_path),
                 {}};
}

Error Database::fail(const QSqlError &error, const QString &sql)
{
    // Qt took the code at the moment of the failure; the handle's own may have moved on with Qt's clean-up.
    m_lastErrorCode = error.nativeErrorCode().toInt();
    if (dialect::classify(m_lastErrorCode) == dialect::Failure::None) {
        auto *sqlite = static_cast<sqlite3 *>(handle());
        m_lastErrorCode = sqlite ? sqlite3_extended_errcode(sqlite) : 0;
    }
    if (dialect::classify(m_lastErrorCode) == dialect::Failure::None)
        m_lastErrorCode = SQLITE_ERROR; // Qt's own complaint, such as a wrong number of values
    const QString text = error.databaseText().isEmpty() ? error.driverText() : error.databaseText();
    return Error{
        ErrorCode::StorageUnavailable,
        QStringLiteral("SQLite %1: %2 [%3]").arg(QString::number(m_lastErrorCode), text, sql.simplified().left(120)),
        {}};
}

Result<QString> Database::pragma(const QString &name)
{
    const QString sql = QStringLiteral("PRAGMA ") + name;
    QSqlQuery query(*m_connection);
    query.setForwardOnly(true);
    if (!query.exec(sql))
        return fail(query.lastError(), sql);
    const QString value = query.next() ? query.value(0).toString() : QString();
    query.finish();
    return value;
}

Result<void> Database::setPragma(const QString &name, const QString &value, const QString &expected)
{
    if (auto set = pragma(name + QLatin1Char('=') + value); !set)
        return set.error();
    auto now = pragma(name);
    if (!now)
        return now.error();
    if (*now != expected) {
        return Error{ErrorCode::StorageUnavailable,
                     QStringLiteral("PRAGMA %1 is '%2' after it was set to '%3'").arg(name, *now, value),
                     {}};
    }
    return {};
}

Result<void> Database::setPragmas(const OpenOptions &options)
{
    struct Setting
    {
        QString name;
        QString value;
        QString expected;
    };
    const bool writer = options.access == Access::ReadWrite;
    const QString on = QStringLiteral("1");
    const QString timeout = QString::number(options.busyTimeoutMs);
    const QString cache = QString::number(-(writer ? writerCacheKib : readerCacheKib));
    const QString synchronous = QString::number(static_cast<int>(options.synchronous));
    std::vector<Setting> settings{
        {QStringLiteral("busy_timeout"), timeout, timeout},
        {QStringLiteral("trusted_schema"), QStringLiteral("OFF"), QStringLiteral("0")},
        {QStringLiteral("cell_size_check"), QStringLiteral("ON"), on},
        {QStringLiteral("foreign_keys"), QStringLiteral("ON"), on},
        {QStringLiteral("cache_size"), cache, cache},
        {QStringLiteral("temp_store"), QStringLiteral("MEMORY"), QStringLiteral("2")},
    };
    if (writer) {
        settings.push_back({QStringLiteral("journal_mode"), QStringLiteral("WAL"), QStringLiteral("wal")});
        settings.push_back({QStringLiteral("synchronous"), synchronous, synchronous});
        // Errors of automatic checkpoints are swallowed: whoever writes checkpoints by itself.
        settings.push_back({QStringLiteral("wal_autocheckpoint"), QStringLiteral("0"), QStringLiteral("0")});
        // What is deleted is overwritten: of an erased guest nothing stays on free pages.
        settings.push_back({QStringLiteral("secure_delete"), QStringLiteral("ON"), on});
    } else {
        settings.push_back({QStringLiteral("query_only"), QStringLiteral("ON"), on});
    }
    for (const Setting &setting : settings) {
        if (auto set = setPragma(setting.name, setting.value, setting.expected); !set)
            return set.error();
    }
    if (!writer) {
        auto mode = pragma(QStringLiteral("journal_mode"));
        if (!mode)
            return mode.error();
        if (*mode != QLatin1String("wal")) {
            return Error{
                ErrorCode::StorageUnavailable,
                QStringLiteral("PRAGMA journal_mode is '%1'; readers need a file that its writer put into 'wal'")
                    .arg(*mode),
                {}};
        }
    }
    return {};
}

void Database::giveBack(const QString &sql, std::unique_ptr<QSqlQuery> query)
{
    const auto slot = m_statements.find(sql);
    if (slot != m_statements.end()) {
        if (!slot->second)
            slot->second = std::move(query); // else a nested use of the same text came back first
    } else if (m_statements.size() < statementCacheLimit) {
        m_statements.emplace(sql, std::move(query));
    }
}

} // namespace oshaq::sql

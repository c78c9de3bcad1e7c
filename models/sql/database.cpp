// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sql/database.h"

#include "models/sql/fieldfunctions.h"
#include "models/sql/gatheredlog.h"
#include "models/sql/searchfunctions.h"

#include <QFileInfo>
#include <QThread>
#include <QUrl>

#include <algorithm>

#include <sqlite3.h>

namespace oshaq::sql {

namespace {

/// Text of a list filter may vary; beyond this many statements new ones are not kept.
constexpr std::size_t statementCacheLimit = 256;

/// Pages of the writer that need not spill into the log before the commit; a spill that meets a full disk takes the
/// whole transaction with it.
constexpr int writerCacheKib = 16 * 1024;

/// Of a record of years more inner pages of its trees are on the way to a row, and each that is not kept is read from
/// the file again.
int readerCacheKib(const QString &path)
{
    return int(std::clamp<qint64>(QFileInfo(path).size() / 1024 / 128, 4 * 1024, 64 * 1024));
}

/// SQLite counts what it allocates under one lock that all threads share, and nobody asks for the count. Can be said
/// once, before it is used; else it stays as it is, only slower.
void stopCountingMemory()
{
    static const int said = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    static_cast<void>(said);
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
    stopCountingMemory();
    std::unique_ptr<Database> database(new Database);
    database->m_path = options.path;
    database->m_thread = QThread::currentThreadId();
    // One thread each, which isOwnThread() sees to.
    constexpr int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX;
    const bool syncsEachCommit = options.access == Access::ReadWrite && options.synchronous == Synchronous::Full;
    const int code = sqlite3_open_v2(uriOf(options).toUtf8().constData(), &database->m_handle, flags,
                                     syncsEachCommit ? gatheredLogVfs() : nullptr);
    sqlite3 *handle = database->m_handle;
    if (code != SQLITE_OK) {
        return Error{ErrorCode::StorageUnavailable,
                     QStringLiteral("cannot open %1: %2")
                         .arg(options.path, QString::fromUtf8(handle ? sqlite3_errmsg(handle) : sqlite3_errstr(code))),
                     {}};
    }
    sqlite3_extended_result_codes(handle, 1);
    sqlite3_busy_timeout(handle, options.busyTimeoutMs);
    if (options.leavesLog)
        sqlite3_db_config(handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
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
    database->forgetStatements(); // the pragmas, which nobody asks for again
    return database;
}

Database::~Database()
{
    if (!m_handle)
        return;
    Q_ASSERT_X(isOwnThread(), "Database", "closed on another thread");
    Q_ASSERT_X(m_borrowed == 0, "Database", "a statement outlives its connection");
    forgetStatements();
    sqlite3_close_v2(m_handle);
}

void Database::forgetStatements()
{
    m_byPlace.clear();
    m_statements.clear();
}

Result<Statement> Database::prepare(const QString &sql)
{
    if (!isOwnThread())
        return wrongThread();
    std::shared_ptr<Statement::Slot> slot = slotOf(sql);
    if (slot->prepared) {
        Prepared waiting = std::move(slot->prepared);
        return Statement(this, std::move(waiting), std::move(slot));
    }
    const QByteArray utf8 = sql.toUtf8();
    sqlite3_stmt *prepared = nullptr;
    if (sqlite3_prepare_v3(m_handle, utf8.constData(), int(utf8.size()) + 1, SQLITE_PREPARE_PERSISTENT, &prepared,
                           nullptr) != SQLITE_OK)
        return fail(sql);
    if (!prepared)
        return Error{ErrorCode::Internal, QStringLiteral("there is no statement in [%1]").arg(sql.left(120)), {}};
    return Statement(this, Prepared(prepared), std::move(slot));
}

std::shared_ptr<Statement::Slot> Database::slotOf(const QString &sql)
{
    if (const auto here = m_byPlace.find(sql.constData()); here != m_byPlace.end() && here->second->sql == sql)
        return here->second;
    std::shared_ptr<Statement::Slot> slot;
    if (const auto known = m_statements.find(sql); known != m_statements.end()) {
        slot = known->second;
    } else {
        slot = std::make_shared<Statement::Slot>(Statement::Slot{sql, nullptr});
        if (m_statements.size() < statementCacheLimit)
            m_statements.emplace(sql, slot);
    }
    if (m_byPlace.size() >= statementCacheLimit)
        m_byPlace.clear(); // texts that were put together stand somewhere else each time
    m_byPlace.insert_or_assign(sql.constData(), slot);
    return slot;
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
    return sqlite3_get_autocommit(m_handle) != 0;
}

void Database::watchRows(std::function<void(const char *table, qint64 rowId)> seen)
{
    m_rowSeen = std::move(seen);
    sqlite3_update_hook(
        m_handle,
        [](void *self, int, const char *, const char *table, sqlite3_int64 rowId) {
            static_cast<Database *>(self)->m_rowSeen(table, rowId);
        },
        this);
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

void Database::noteFailure(int extendedCode)
{
    m_lastErrorCode = extendedCode;
    if (m_damaged && dialect::troubleOf(extendedCode) == StorageTrouble::Damaged)
        m_damaged();
}

/// Right after the failure, before anything else is asked of the connection.
Error Database::fail(const QString &sql)
{
    noteFailure(sqlite3_extended_errcode(m_handle));
    return Error{ErrorCode::StorageUnavailable,
                 QStringLiteral("SQLite %1: %2 [%3]")
                     .arg(QString::number(m_lastErrorCode), QString::fromUtf8(sqlite3_errmsg(m_handle)),
                          sql.simplified().left(120)),
                 {}};
}

Result<QString> Database::pragma(const QString &name)
{
    auto statement = query(QStringLiteral("PRAGMA ") + name);
    if (!statement)
        return statement.error();
    return statement->next() ? statement->text(0) : QString();
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
    const QString cache = QString::number(-(writer ? writerCacheKib : readerCacheKib(options.path)));
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

} // namespace oshaq::sql

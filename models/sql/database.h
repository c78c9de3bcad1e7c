// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/sql/dialect.h"
#include "models/sql/fieldkeys.h"

#include <QString>
#include <QVariant>
#include <QVariantList>

#include <chrono>
#include <functional>
#include <memory>
#include <unordered_map>

struct sqlite3;
struct sqlite3_stmt;

namespace oshaq::sql {

/// How a connection is used; decides its pragmas.
enum class Access
{
    ReadOnly,  ///< query_only, for readers of WAL snapshots
    ReadWrite, ///< the one writer
};

/// SQLite's `synchronous`: Full at the hub; Normal where another thread makes the log durable (terminal.db); Off exists
/// so that the durability test can prove that it would notice.
enum class Synchronous
{
    Off = 0,
    Normal = 1,
    Full = 2
};

struct OpenOptions
{
    QString path;
    Access access = Access::ReadOnly;
    Synchronous synchronous = Synchronous::Full;
    int busyTimeoutMs = 5000;
    bool create = true; ///< ReadWrite only: make a missing file; false where an empty one would hide a loss
    /// Under which personal fields are sealed; null where none are read or written.
    std::shared_ptr<FieldKeys> keys = {};
    bool leavesLog = false; ///< closed last of all, it neither empties the log nor removes it
};

struct Finalizer
{
    void operator()(sqlite3_stmt *statement) const;
};
using Prepared = std::unique_ptr<sqlite3_stmt, Finalizer>;

/// A prepared statement borrowed from its Database; finish()es itself when it goes, because an open SELECT pins the WAL
/// and an undrained RETURNING makes COMMIT fail.
class Statement
{
    Q_DISABLE_COPY(Statement)

public:
    Statement(Statement &&other) noexcept;
    Statement &operator=(Statement &&) = delete;
    ~Statement();

    /// Executes (again) with positional values: integers, text, bytes, or QVariant() for NULL; other types are refused.
    /// A QString or QByteArray is never NULL here: a default-constructed one is stored as empty, because otherwise the
    /// same field would be NULL or '' by how its value came to be.
    Result<void> exec(const QVariantList &values = {});
    /// Steps to the next row. False at the end and on an error; failed() and Database::lastErrorCode() tell which.
    bool next();
    /// True when next() ended with an error and not with the last row.
    bool failed() const { return m_failed; }
    qint64 integer(int column) const;
    bool isNull(int column) const;
    QString text(int column) const;
    QByteArray bytes(int column) const;
    /// The id of the last INSERT.
    qint64 lastInsertId() const;
    int rowsAffected() const;
    void finish();

private:
    friend class Database;
    enum class Row
    {
        None,    ///< not run, or there are no more
        Waiting, ///< exec() has stepped to it, next() has not been asked
        Current
    };

    /// Where a statement waits while nobody has it, and what it was prepared from.
    struct Slot
    {
        QString sql;
        Prepared prepared; ///< null: borrowed
    };

    Statement(class Database *database, Prepared prepared, std::shared_ptr<Slot> slot);
    bool step();

    Database *m_database;
    Prepared m_prepared;
    std::shared_ptr<Slot> m_slot; ///< the cache may have forgotten it meanwhile
    bool m_failed = false;
    Row m_row = Row::None;
};

/// One SQLite connection: opened, its pragmas set and read back, with a cache of prepared statements.
/// Belongs to the thread that opened it; a call from another thread answers Internal in every build, because SQLite
/// itself would let it through. SQL errors are Error{StorageUnavailable} whose message is SQLite's, meant for the log
/// and not for a client. Statements must not outlive their Database.
class Database
{
    Q_DISABLE_COPY_MOVE(Database)

public:
    /// ReadWrite creates a missing file unless told not to; ReadOnly refuses it. Refused as well: a file that is not a
    /// database, a file or a directory that cannot be written (ReadWrite), and any pragma that reads back other than it
    /// was set.
    static Result<std::unique_ptr<Database>> open(const OpenOptions &options);
    ~Database();

    /// Takes a prepared statement from the cache or prepares it. The SQL text is the key: keep it constant, bind the
    /// values.
    Result<Statement> prepare(const QString &sql);

    /// Empties the cache: what ran once must not take the room of what runs all day.
    void forgetStatements();

    /// prepare + exec.
    Result<Statement> query(const QString &sql, const QVariantList &values = {});

    /// For statements without rows.
    Result<void> run(const QString &sql, const QVariantList &values = {});

    /// False inside a transaction. After any error ask this: SQLITE_FULL and I/O errors may have ended the transaction.
    bool isAutocommit() const;

    /// sqlite3_extended_errcode of the last failure, 0 when there was none since clearLastError(). Successes in between
    /// leave it, so that somebody who called a function can see what failed inside even when the function carried on.
    int lastErrorCode() const { return m_lastErrorCode; }
    /// The same, classified: tells a taken unique key from a full disk.
    dialect::Failure lastFailure() const { return dialect::classify(m_lastErrorCode); }
    void clearLastError() { m_lastErrorCode = 0; }
    /// `heard` is called when SQLite finds that the file is damaged, on the connection's thread; quick, and without
    /// using the connection.
    void watchDamage(std::function<void()> heard) { m_damaged = std::move(heard); }
    /// For functions that ask SQLite beside the statements: a failure of theirs counts like one of a statement.
    void noteFailure(int extendedCode);

    /// `seen` hears of every row that this connection inserts, updates or deletes, also of those that are rolled back
    /// later: table and rowid. Not of tables WITHOUT ROWID, nor of a DELETE without WHERE. It must not use the
    /// connection. Once for a connection.
    void watchRows(std::function<void(const char *table, qint64 rowId)> seen);

    /// How long SQLite has worked, or waited for the disk, in statements of this connection, in nanoseconds. Neither
    /// backups nor checkpoints nor what callers do between two rows.
    qint64 spentNs() const { return std::chrono::nanoseconds(m_spent).count(); }

    /// The sqlite3 handle, for backup and checkpoints inside models only.
    void *handle() const { return m_handle; }

    const QString &path() const { return m_path; }

private:
    friend class Statement;
    Database() = default;
    bool isOwnThread() const;
    Error wrongThread() const;
    Error fail(const QString &sql);
    Result<QString> pragma(const QString &name);
    Result<void> setPragma(const QString &name, const QString &value, const QString &expected);
    Result<void> setPragmas(const OpenOptions &options);
    std::shared_ptr<Statement::Slot> slotOf(const QString &sql);

    QString m_path;
    sqlite3 *m_handle = nullptr;
    std::unordered_map<QString, std::shared_ptr<Statement::Slot>> m_statements;
    /// The same by where the text stands: literals stand at one place, and to hash a long text costs more than to run
    /// some statements.
    std::unordered_map<const QChar *, std::shared_ptr<Statement::Slot>> m_byPlace;
    std::function<void(const char *, qint64)> m_rowSeen;
    Qt::HANDLE m_thread = nullptr;
    int m_lastErrorCode = 0;
    int m_borrowed = 0;
    std::chrono::steady_clock::duration m_spent{};
    std::function<void()> m_damaged;
};

} // namespace oshaq::sql

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QSqlQuery>
#include <QString>
#include <QVariant>
#include <QVariantList>

#include <memory>
#include <unordered_map>

class QSqlDatabase;

namespace oshaq::sql {

/// How a connection is used; decides its pragmas.
enum class Access {
    ReadOnly,    ///< query_only, for readers of WAL snapshots
    ReadWrite,   ///< the one writer
};

/// SQLite's `synchronous`: Full at the hub; Normal where another thread makes the log durable (terminal.db); Off exists so that
/// the durability test can prove that it would notice.
enum class Synchronous { Off = 0, Normal = 1, Full = 2 };

struct OpenOptions
{
    QString path;
    Access access = Access::ReadOnly;
    Synchronous synchronous = Synchronous::Full;
    int busyTimeoutMs = 5000;
};

/// A prepared statement borrowed from its Database; finish()es itself when it goes, because an open SELECT pins the WAL
/// and an undrained RETURNING makes COMMIT fail.
class Statement
{
    Q_DISABLE_COPY(Statement)

public:
    Statement(Statement &&other) noexcept;
    Statement &operator=(Statement &&) = delete;
    ~Statement();

    /// Executes (again) with positional values.
    Result<void> exec(const QVariantList &values = {});
    bool next();
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
    Statement(class Database *database, std::unique_ptr<QSqlQuery> query, QString sql);

    Database *m_database;
    std::unique_ptr<QSqlQuery> m_query;
    QString m_sql;
};

/// One SQLite connection: opened, its pragmas set and read back, with a cache of prepared statements.
/// Belongs to the thread that opened it; every call asserts that.
class Database
{
    Q_DISABLE_COPY_MOVE(Database)

public:
    static Result<std::unique_ptr<Database>> open(const OpenOptions &options);
    ~Database();

    /// Takes a prepared statement from the cache or prepares it. The SQL text is the key: keep it constant, bind the values.
    Result<Statement> prepare(const QString &sql);

    /// prepare + exec.
    Result<Statement> query(const QString &sql, const QVariantList &values = {});

    /// For statements without rows.
    Result<void> run(const QString &sql, const QVariantList &values = {});

    /// False inside a transaction. After any error ask this: SQLITE_FULL and I/O errors may have ended the transaction.
    bool isAutocommit() const;

    /// sqlite3_extended_errcode of the last failure.
    int lastErrorCode() const;

    /// The sqlite3 handle, for backup and checkpoints inside models only.
    void *handle() const;

    const QString &path() const { return m_path; }

private:
    friend class Statement;
    Database() = default;
    void giveBack(const QString &sql, std::unique_ptr<QSqlQuery> query);

    QString m_path;
    QString m_connectionName;
    std::unique_ptr<QSqlDatabase> m_connection;
    std::unordered_map<QString, std::unique_ptr<QSqlQuery>> m_statements;
    Qt::HANDLE m_thread = nullptr;
};

} // namespace oshaq::sql

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sql/migrations.h"

#include "models/sql/sqlscript.h"
#include "models/sql/transaction.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QRegularExpression>

#include <map>

namespace oshaq::sql {

namespace {

struct MigrationFile
{
    int version = 0;
    QString name;
    QString text;
    QByteArray digest;
};

Error refuse(const QString &message)
{
    return Error{ErrorCode::StorageUnavailable, message, {}};
}

Result<MigrationFile> readFile(const QDir &folder, const QString &fileName)
{
    static const QRegularExpression pattern(QStringLiteral("^([0-9]{4})_[a-z0-9_]+\\.sql$"));
    const auto match = pattern.match(fileName);
    if (!match.hasMatch())
        return refuse(QStringLiteral("migration '%1' is not named NNNN_name.sql").arg(fileName));
    QFile file(folder.filePath(fileName));
    if (!file.open(QIODevice::ReadOnly))
        return refuse(QStringLiteral("migration '%1' cannot be read: %2").arg(fileName, file.errorString()));
    const QByteArray bytes = file.readAll();
    return MigrationFile{match.captured(1).toInt(), fileName, QString::fromUtf8(bytes),
                         QCryptographicHash::hash(bytes, QCryptographicHash::Sha256)};
}

/// The files by version, 1 to N without a gap.
Result<std::vector<MigrationFile>> readFiles(const QString &path)
{
    const QDir folder(path);
    std::vector<MigrationFile> files;
    const QStringList names = folder.entryList(QDir::Files, QDir::Name);
    for (const QString &name : names) {
        auto file = readFile(folder, name);
        if (!file)
            return file.error();
        const int expected = int(files.size()) + 1;
        if (file->version < expected)
            return refuse(
                QStringLiteral("migration number %1 is given twice ('%2')").arg(QString::number(file->version), name));
        if (file->version > expected)
            return refuse(QStringLiteral("migration %1 is missing before '%2'").arg(QString::number(expected), name));
        files.push_back(std::move(*file));
    }
    if (files.empty())
        return refuse(QStringLiteral("no migrations in '%1'").arg(path));
    return files;
}

Result<void> ensureRecord(Database &database)
{
    bool hasRecord = false;
    QString foreign;
    {
        auto tables = database.query(dialect::listTables());
        if (!tables)
            return tables.error();
        while (tables->next()) {
            if (tables->text(0) == QLatin1String("schema_migrations"))
                hasRecord = true;
            else
                foreign = tables->text(0);
        }
        if (tables->failed())
            return refuse(QStringLiteral("the list of tables in %1 cannot be read").arg(database.path()));
    }
    if (hasRecord)
        return {};
    if (!foreign.isEmpty()) {
        return refuse(QStringLiteral("%1 has tables ('%2') but no record of migrations: it belongs to another program")
                          .arg(database.path(), foreign));
    }
    return database.run(
        QStringLiteral("CREATE TABLE schema_migrations (version INTEGER PRIMARY KEY, name TEXT NOT NULL, "
                       "sha256 BLOB NOT NULL, applied_at INTEGER NOT NULL)") +
        dialect::strictTable());
}

/// Compares what was applied with the files; how many were applied.
Result<int> checkRecord(Database &database, const std::vector<MigrationFile> &files)
{
    std::map<int, QByteArray> applied;
    auto rows = database.query(QStringLiteral("SELECT version, sha256 FROM schema_migrations ORDER BY version"));
    if (!rows)
        return rows.error();
    while (rows->next())
        applied[int(rows->integer(0))] = rows->bytes(1);
    if (rows->failed())
        return refuse(QStringLiteral("the record of migrations in %1 cannot be read").arg(database.path()));

    if (!applied.empty() && applied.rbegin()->first > int(files.size())) {
        return refuse(
            QStringLiteral(
                "%1 has schema %2, newer than this program, which knows schemas up to %3: update the program")
                .arg(database.path(), QString::number(applied.rbegin()->first), QString::number(files.size())));
    }
    int expected = 0;
    for (const auto &[version, digest] : applied) {
        if (version != ++expected)
            return refuse(QStringLiteral("%1 records migration %2 but not %3")
                              .arg(database.path(), QString::number(version), QString::number(expected)));
        const MigrationFile &file = files[std::size_t(version - 1)];
        if (digest != file.digest) {
            return refuse(QStringLiteral("migration '%1' was changed after %2 was migrated with it")
                              .arg(file.name, database.path()));
        }
    }
    return expected;
}

Result<void> checkForeignKeys(Database &database, const MigrationFile &file)
{
    auto broken = database.query(QStringLiteral("PRAGMA foreign_key_check"));
    if (!broken)
        return broken.error();
    if (broken->next()) {
        return refuse(QStringLiteral("migration '%1' leaves a row of '%2' that points to a missing row of '%3'")
                          .arg(file.name, broken->text(0), broken->text(2)));
    }
    if (broken->failed())
        return refuse(QStringLiteral("migration '%1': foreign keys cannot be checked").arg(file.name));
    return {};
}

/// Inside a transaction.
Result<void> apply(Database &database, const MigrationFile &file, qint64 nowMs)
{
    auto statements = splitScript(file.text);
    if (!statements)
        return refuse(QStringLiteral("migration '%1', %2").arg(file.name, statements.error().message));
    if (statements->empty())
        return refuse(QStringLiteral("migration '%1' holds no statement").arg(file.name));

    for (const ScriptStatement &statement : *statements) {
        if (auto done = database.run(statement.sql); !done) {
            return refuse(QStringLiteral("migration '%1', line %2: %3")
                              .arg(file.name, QString::number(statement.line), done.error().message));
        }
        if (database.isAutocommit()) {
            return refuse(QStringLiteral("migration '%1', line %2: ends the transaction that it runs in")
                              .arg(file.name, QString::number(statement.line)));
        }
    }
    if (auto sound = checkForeignKeys(database, file); !sound)
        return sound;
    if (auto recorded = database.run(
            QStringLiteral("INSERT INTO schema_migrations (version, name, sha256, applied_at) VALUES (?, ?, ?, ?)"),
            {file.version, file.name, file.digest, nowMs});
        !recorded)
        return recorded;
    return {};
}

/// Off for its lifetime. Inside a transaction the pragma would do nothing, and a rebuilt table would lose its
/// referrers.
class ForeignKeysOff
{
    Q_DISABLE_COPY_MOVE(ForeignKeysOff)

public:
    explicit ForeignKeysOff(Database &database)
        : m_database(database)
    {}
    ~ForeignKeysOff() { static_cast<void>(set(true)); }

    Result<void> set(bool on)
    {
        const QString value = on ? QStringLiteral("1") : QStringLiteral("0");
        if (auto done = m_database.run(QStringLiteral("PRAGMA foreign_keys=") + value); !done)
            return done;
        auto now = m_database.query(QStringLiteral("PRAGMA foreign_keys"));
        if (!now)
            return now.error();
        if (!now->next() || now->text(0) != value)
            return refuse(QStringLiteral("PRAGMA foreign_keys cannot be set to %1").arg(value));
        return {};
    }

private:
    Database &m_database;
};

} // namespace

Result<int> schemaVersion(Database &database)
{
    auto tables = database.query(
        QStringLiteral("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'schema_migrations'"));
    if (!tables)
        return tables.error();
    const bool hasRecord = tables->next();
    if (tables->failed())
        return refuse(QStringLiteral("the list of tables in %1 cannot be read").arg(database.path()));
    tables->finish();
    if (!hasRecord)
        return 0;
    auto newest = database.query(QStringLiteral("SELECT coalesce(max(version), 0) FROM schema_migrations"));
    if (!newest)
        return newest.error();
    if (!newest->next())
        return refuse(QStringLiteral("the record of migrations in %1 cannot be read").arg(database.path()));
    return int(newest->integer(0));
}

Result<int> newestSchema(const QString &folder)
{
    const auto files = readFiles(folder);
    if (!files)
        return files.error();
    return int(files->size());
}

Result<int> migrate(Database &database, const QString &folder, qint64 nowMs)
{
    auto files = readFiles(folder);
    if (!files)
        return files.error();
    if (auto record = ensureRecord(database); !record)
        return record.error();
    auto applied = checkRecord(database, *files);
    if (!applied)
        return applied;
    if (*applied == int(files->size()))
        return applied;

    ForeignKeysOff foreignKeys(database);
    if (auto off = foreignKeys.set(false); !off)
        return off.error();
    {
        // All of them or none: the program that wrote the old schema can still open what a crash leaves.
        auto transaction = Transaction::begin(database, Transaction::Kind::Immediate);
        if (!transaction)
            return transaction.error();
        for (auto file = files->begin() + *applied; file != files->end(); ++file) {
            if (auto done = apply(database, *file, nowMs); !done)
                return done.error();
        }
        if (auto done = (*transaction)->commit(); !done)
            return done.error();
    }
    if (auto on = foreignKeys.set(true); !on)
        return on.error();
    database.forgetStatements();
    return int(files->size());
}

} // namespace oshaq::sql

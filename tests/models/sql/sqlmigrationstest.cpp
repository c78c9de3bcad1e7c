// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sql/migrations.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace oshaq;
using namespace oshaq::sql;

class SqlMigrationsTest final : public QObject
{
    Q_OBJECT

private:
    void put(const QString &name, const QByteArray &sql)
    {
        QFile file(m_directory->filePath(QStringLiteral("sql/") + name));
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        QCOMPARE(file.write(sql), qint64(sql.size()));
    }

    Result<int> run() { return migrate(*m_database, m_directory->filePath(QStringLiteral("sql")), 1700000000000); }

    /// The refusal's message, or what went wrong with the test.
    QString refusal()
    {
        auto result = run();
        return result.ok() ? QStringLiteral("(schema %1)").arg(*result) : result.error().message;
    }

    qint64 number(const QString &sql)
    {
        auto row = m_database->query(sql);
        return row.ok() && row->next() ? row->integer(0) : -1;
    }

    bool hasTable(const QString &name)
    {
        auto row = m_database->query(QStringLiteral("SELECT 1 FROM sqlite_schema WHERE name = ?"), {name});
        return row.ok() && row->next();
    }

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<Database> m_database;

private Q_SLOTS:
    void init()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        QVERIFY(QDir(m_directory->path()).mkdir(QStringLiteral("sql")));
        auto database = Database::open({m_directory->filePath(QStringLiteral("m.db")), Access::ReadWrite});
        QVERIFY(database.ok());
        m_database = std::move(*database);
    }

    void cleanup()
    {
        m_database.reset();
        m_directory.reset();
    }

    void appliesInOrderAndOnce()
    {
        const QByteArray first =
            "-- first; with a comment\nCREATE TABLE a (x INTEGER) STRICT;\nINSERT INTO a VALUES (1);\n";
        put(QStringLiteral("0001_first.sql"), first);
        put(QStringLiteral("0002_second.sql"), "INSERT INTO a SELECT x + 1 FROM a;\n");
        auto version = run();
        QVERIFY2(version.ok(), version.ok() ? "" : qPrintable(version.error().message));
        QCOMPARE(*version, 2);
        QCOMPARE(number(QStringLiteral("SELECT sum(x) FROM a")), 3);

        auto record = m_database->query(
            QStringLiteral("SELECT name, sha256, applied_at FROM schema_migrations WHERE version = 1"));
        QVERIFY(record.ok() && record->next());
        QCOMPARE(record->text(0), QStringLiteral("0001_first.sql"));
        QCOMPARE(record->bytes(1), QCryptographicHash::hash(first, QCryptographicHash::Sha256));
        QCOMPARE(record->integer(2), 1700000000000);
        record->finish();

        QCOMPARE(*run(), 2);
        QCOMPARE(number(QStringLiteral("SELECT sum(x) FROM a")), 3);
        put(QStringLiteral("0003_third.sql"), "DELETE FROM a;");
        QCOMPARE(*run(), 3);
        QCOMPARE(number(QStringLiteral("SELECT count(*) FROM a")), 0);
    }

    void refusesANewerSchemaWithBothNumbers()
    {
        put(QStringLiteral("0001_a.sql"), "CREATE TABLE a (x INTEGER) STRICT;");
        put(QStringLiteral("0002_b.sql"), "CREATE TABLE b (x INTEGER) STRICT;");
        put(QStringLiteral("0003_c.sql"), "CREATE TABLE c (x INTEGER) STRICT;");
        QCOMPARE(*run(), 3);
        QVERIFY(QFile::remove(m_directory->filePath(QStringLiteral("sql/0003_c.sql"))));
        QVERIFY(QFile::remove(m_directory->filePath(QStringLiteral("sql/0002_b.sql"))));
        const QString message = refusal();
        QVERIFY2(message.contains(QLatin1String("schema 3")), qPrintable(message));
        QVERIFY2(message.contains(QLatin1String("up to 1")), qPrintable(message));
        QVERIFY(hasTable(QStringLiteral("c")));
    }

    void refusesGapsAndDoubles()
    {
        put(QStringLiteral("0001_a.sql"), "CREATE TABLE a (x INTEGER) STRICT;");
        put(QStringLiteral("0003_c.sql"), "CREATE TABLE c (x INTEGER) STRICT;");
        QCOMPARE(refusal(), QStringLiteral("migration 2 is missing before '0003_c.sql'"));
        QVERIFY(!hasTable(QStringLiteral("a")));
        put(QStringLiteral("0001_b.sql"), "CREATE TABLE b (x INTEGER) STRICT;");
        QCOMPARE(refusal(), QStringLiteral("migration number 1 is given twice ('0001_b.sql')"));
        QVERIFY(QFile::remove(m_directory->filePath(QStringLiteral("sql/0001_b.sql"))));
        put(QStringLiteral("0002_b.sql"), "CREATE TABLE b (x INTEGER) STRICT;");
        QCOMPARE(*run(), 3);
        // A gap in what the database says of itself.
        QVERIFY(m_database->run(QStringLiteral("DELETE FROM schema_migrations WHERE version = 2")).ok());
        QVERIFY(refusal().endsWith(QLatin1String("records migration 3 but not 2")));
    }

    void refusesAChangedFile()
    {
        put(QStringLiteral("0001_a.sql"), "CREATE TABLE a (x INTEGER) STRICT;");
        QCOMPARE(*run(), 1);
        put(QStringLiteral("0001_a.sql"), "CREATE TABLE a (x INTEGER) STRICT; ");
        put(QStringLiteral("0002_b.sql"), "CREATE TABLE b (x INTEGER) STRICT;");
        QVERIFY(refusal().startsWith(QLatin1String("migration '0001_a.sql' was changed")));
        QVERIFY(!hasTable(QStringLiteral("b")));
    }

    void refusesAnotherProgramsFile()
    {
        QVERIFY(m_database->run(QStringLiteral("CREATE TABLE bookmarks (x INTEGER) STRICT")).ok());
        put(QStringLiteral("0001_a.sql"), "CREATE TABLE a (x INTEGER) STRICT;");
        QVERIFY(refusal().endsWith(QLatin1String("it belongs to another program")));
        QVERIFY(!hasTable(QStringLiteral("a")));
        QVERIFY(!hasTable(QStringLiteral("schema_migrations")));
    }

    void refusesFilesItCannotOrder()
    {
        QVERIFY(refusal().startsWith(QLatin1String("no migrations in")));
        put(QStringLiteral("1_a.sql"), "SELECT 1;");
        QCOMPARE(refusal(), QStringLiteral("migration '1_a.sql' is not named NNNN_name.sql"));
    }

    void aFailingFileLeavesTheOldSchema()
    {
        QCOMPARE(*schemaVersion(*m_database), 0);
        put(QStringLiteral("0001_a.sql"), "CREATE TABLE a (x INTEGER) STRICT;");
        QCOMPARE(*run(), 1);
        put(QStringLiteral("0002_b.sql"), "CREATE TABLE b (x INTEGER) STRICT;");
        put(QStringLiteral("0003_c.sql"), "CREATE TABLE c (x INTEGER) STRICT;\n\nINSERT INTO nowhere VALUES (1);\n");
        const QString message = refusal();
        QVERIFY2(message.startsWith(QLatin1String("migration '0003_c.sql', line 3:")), qPrintable(message));
        QVERIFY2(message.contains(QLatin1String("no such table: nowhere")), qPrintable(message));
        QVERIFY(hasTable(QStringLiteral("a")));
        QVERIFY(!hasTable(QStringLiteral("b")));
        QVERIFY(!hasTable(QStringLiteral("c")));
        QCOMPARE(*schemaVersion(*m_database), 1);
        QCOMPARE(*newestSchema(m_directory->filePath(QStringLiteral("sql"))), 3);
        QVERIFY(m_database->isAutocommit());
        QCOMPARE(number(QStringLiteral("SELECT max(version) FROM schema_migrations")), 1);
        QCOMPARE(number(QStringLiteral("PRAGMA foreign_keys")), 1);

        put(QStringLiteral("0003_c.sql"), "CREATE TABLE c (x INTEGER) STRICT;");
        QCOMPARE(*run(), 3);
    }

    void filesDoNotEndTheirTransaction()
    {
        put(QStringLiteral("0001_a.sql"),
            "CREATE TABLE a (x INTEGER) STRICT;\nCOMMIT;\nCREATE TABLE b (x INTEGER) STRICT;");
        QVERIFY(refusal().contains(QLatin1String("line 2: ends the transaction")));
        QVERIFY(!hasTable(QStringLiteral("b")));
    }

    void tablesCanBeRebuiltButNotOrphaned()
    {
        put(QStringLiteral("0001_a.sql"), "CREATE TABLE p (id INTEGER PRIMARY KEY) STRICT;\n"
                                          "CREATE TABLE c (p INTEGER NOT NULL REFERENCES p (id)) STRICT;\n"
                                          "INSERT INTO p VALUES (1);\nINSERT INTO c VALUES (1);\n");
        put(QStringLiteral("0002_rebuild.sql"), "CREATE TABLE p_new (id INTEGER PRIMARY KEY, name TEXT) STRICT;\n"
                                                "INSERT INTO p_new (id) SELECT id FROM p;\nDROP TABLE p;\n"
                                                "ALTER TABLE p_new RENAME TO p;\n");
        QCOMPARE(*run(), 2);
        QCOMPARE(number(QStringLiteral("SELECT count(*) FROM c JOIN p ON p.id = c.p")), 1);
        QCOMPARE(number(QStringLiteral("PRAGMA foreign_keys")), 1);
        put(QStringLiteral("0003_orphan.sql"), "DELETE FROM p;");
        QVERIFY(refusal().contains(QLatin1String("points to a missing row of 'p'")));
        QCOMPARE(number(QStringLiteral("SELECT count(*) FROM p")), 1);
    }
};

QTEST_GUILESS_MAIN(SqlMigrationsTest)
#include "sqlmigrationstest.moc"

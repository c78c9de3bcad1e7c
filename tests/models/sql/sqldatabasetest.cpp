// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sql/database.h"

#include <QDateTime>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <limits>

using namespace oshaq;
using namespace oshaq::sql;

namespace {

/// Uses a connection from where it must not be used.
class Trespasser final : public QThread
{
public:
    explicit Trespasser(Database &database)
        : m_database(database)
    {}
    std::optional<Error> prepareError;

protected:
    void run() override
    {
        auto statement = m_database.prepare(QStringLiteral("SELECT 1"));
        if (!statement)
            prepareError = statement.error();
    }

private:
    Database &m_database;
};

} // namespace

class SqlDatabaseTest final : public QObject
{
    Q_OBJECT

private:
    QString path() const { return m_directory->filePath(QStringLiteral("a?b#c %d.db")); } // a URI must not trip over it

    std::unique_ptr<Database> openWriter(Synchronous synchronous = Synchronous::Full)
    {
        auto database = Database::open({path(), Access::ReadWrite, synchronous, 1234});
        if (!database)
            qFatal("%s", qPrintable(database.error().message));
        return std::move(*database);
    }

    static QString pragma(Database &database, const char *name)
    {
        auto row = database.query(QStringLiteral("PRAGMA ") + QLatin1String(name));
        return row && row->next() ? row->text(0) : QStringLiteral("(no answer)");
    }

    std::unique_ptr<QTemporaryDir> m_directory;

private Q_SLOTS:
    void init() { m_directory = std::make_unique<QTemporaryDir>(); }
    void cleanup() { m_directory.reset(); }

    void writerPragmasHold()
    {
        auto database = openWriter();
        QCOMPARE(pragma(*database, "journal_mode"), QStringLiteral("wal"));
        QCOMPARE(pragma(*database, "synchronous"), QStringLiteral("2"));
        QCOMPARE(pragma(*database, "foreign_keys"), QStringLiteral("1"));
        QCOMPARE(pragma(*database, "busy_timeout"), QStringLiteral("1234"));
        QCOMPARE(pragma(*database, "wal_autocheckpoint"), QStringLiteral("0"));
        QCOMPARE(pragma(*database, "trusted_schema"), QStringLiteral("0"));
        QCOMPARE(pragma(*database, "cell_size_check"), QStringLiteral("1"));
        QCOMPARE(pragma(*database, "query_only"), QStringLiteral("0"));
        QVERIFY(database->handle() != nullptr);
        QVERIFY(QFile::exists(path()));
    }

    void readersOfMuchKeepMore()
    {
        openWriter();
        const auto cache = [this] {
            auto reader = Database::open({path()});
            return reader ? pragma(**reader, "cache_size") : reader.error().message;
        };
        QCOMPARE(cache(), QStringLiteral("-4096"));
        for (const auto &[bytes, kib] : {std::pair{qint64{1} << 30, "-8192"}, std::pair{qint64{1} << 33, "-65536"}}) {
            QVERIFY(QFile::resize(path(), bytes)); // with holes
            QCOMPARE(cache(), QLatin1String(kib));
        }
    }

    void synchronousIsWhatWasAskedFor()
    {
        QCOMPARE(pragma(*openWriter(Synchronous::Off), "synchronous"), QStringLiteral("0"));
        QCOMPARE(pragma(*openWriter(Synchronous::Normal), "synchronous"), QStringLiteral("1"));
    }

    void readersCannotWrite()
    {
        auto writer = openWriter();
        QVERIFY(writer->run(QStringLiteral("CREATE TABLE t (x INTEGER) STRICT")).ok());
        auto reader = Database::open({path(), Access::ReadOnly});
        QVERIFY(reader.ok());
        QCOMPARE(pragma(**reader, "query_only"), QStringLiteral("1"));
        auto written = (*reader)->run(QStringLiteral("INSERT INTO t VALUES (1)"));
        QVERIFY(!written.ok());
        QCOMPARE(written.error().code, ErrorCode::StorageUnavailable);
        QCOMPARE((*reader)->lastErrorCode() & 0xff, 8); // SQLITE_READONLY
    }

    void readersDoNotMakeFiles()
    {
        QVERIFY(!Database::open({path(), Access::ReadOnly}).ok());
        QVERIFY(!QFile::exists(path()));
    }

    void readersWantWal()
    {
        {
            auto writer = openWriter();
            QVERIFY(writer->run(QStringLiteral("PRAGMA journal_mode=DELETE")).ok());
        }
        auto reader = Database::open({path(), Access::ReadOnly});
        QVERIFY(!reader.ok());
        QVERIFY2(reader.error().message.contains(QLatin1String("journal_mode is 'delete'")),
                 qPrintable(reader.error().message));
    }

    void refusesWhatIsNotADatabase()
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(8192, 'x'));
        file.close();
        auto database = Database::open({path(), Access::ReadWrite});
        QVERIFY(!database.ok());
        QCOMPARE(database.error().code, ErrorCode::StorageUnavailable);
        QVERIFY2(database.error().message.endsWith(QLatin1String("is not a database")),
                 qPrintable(database.error().message));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray(8192, 'x'));
    }

    void refusesADirectoryThatIsNotThere()
    {
        QVERIFY(!Database::open({m_directory->filePath(QStringLiteral("no/such/hub.db")), Access::ReadWrite}).ok());
    }

    void valuesRoundTrip()
    {
        auto database = openWriter();
        QVERIFY(database->run(QStringLiteral("CREATE TABLE t (i INTEGER, s TEXT, b BLOB) STRICT")).ok());
        const QString text = QString::fromUtf8("Қазақ 'quoted' \U0001F525");
        const QByteArray blob("\0\xff\0x", 4);
        QVERIFY(database
                    ->run(QStringLiteral("INSERT INTO t VALUES (?, ?, ?)"),
                          {std::numeric_limits<qint64>::min(), text, blob})
                    .ok());
        QVERIFY(
            database->run(QStringLiteral("INSERT INTO t VALUES (?, ?, ?)"), {QVariant(), QVariant(), QVariant()}).ok());
        // Default-constructed text and bytes are empty, not NULL.
        QVERIFY(database->run(QStringLiteral("INSERT INTO t VALUES (?, ?, ?)"), {true, QString(), QByteArray()}).ok());
        QVERIFY(database
                    ->run(QStringLiteral("INSERT INTO t VALUES (?, ?, ?)"),
                          {QVariant::fromValue<unsigned long>(7), text, blob})
                    .ok());

        auto rows = database->query(QStringLiteral("SELECT i, s, b, typeof(i) FROM t ORDER BY rowid"));
        QVERIFY(rows.ok());
        QVERIFY(rows->next());
        QCOMPARE(rows->integer(0), std::numeric_limits<qint64>::min());
        QCOMPARE(rows->text(1), text);
        QCOMPARE(rows->bytes(2), blob);
        QVERIFY(rows->next());
        QVERIFY(rows->isNull(0) && rows->isNull(1) && rows->isNull(2));
        QVERIFY(rows->next());
        QCOMPARE(rows->integer(0), 1);
        QVERIFY(!rows->isNull(1) && !rows->isNull(2));
        QVERIFY(rows->text(1).isEmpty() && rows->bytes(2).isEmpty());
        QVERIFY(rows->next());
        QCOMPARE(rows->text(3), QStringLiteral("integer"));
        QVERIFY(!rows->next());
        QVERIFY(!rows->failed());
    }

    void refusesWhatItCannotBindExactly()
    {
        auto database = openWriter();
        QVERIFY(database->run(QStringLiteral("CREATE TABLE t (x ANY) STRICT")).ok());
        const QString insert = QStringLiteral("INSERT INTO t VALUES (?)");
        auto date = database->run(insert, {QDateTime::currentDateTimeUtc()});
        QVERIFY(!date.ok());
        QCOMPARE(date.error().code, ErrorCode::Internal);
        QVERIFY(!database->run(insert, {std::numeric_limits<quint64>::max()}).ok());
        auto count = database->query(QStringLiteral("SELECT count(*) FROM t"));
        QVERIFY(count.ok() && count->next());
        QCOMPARE(count->integer(0), 0);
    }

    void everyParameterNeedsItsValue()
    {
        auto database = openWriter();
        QVERIFY(database->run(QStringLiteral("CREATE TABLE t (a INTEGER, b INTEGER) STRICT")).ok());
        const QString insert = QStringLiteral("INSERT INTO t VALUES (?, ?)");
        QVERIFY(database->run(insert, {1, 2}).ok());
        // The cached statement still holds 1 and 2; they must not be used again.
        QCOMPARE(database->run(insert, {3}).error().code, ErrorCode::Internal);
        QCOMPARE(database->run(insert, {3, 4, 5}).error().code, ErrorCode::Internal);
        QVERIFY(database->run(insert, {3, 4}).ok());
    }

    void constraintsAreToldApart()
    {
        auto database = openWriter();
        QVERIFY(database
                    ->run(QStringLiteral(
                        "CREATE TABLE p (id INTEGER PRIMARY KEY, u TEXT UNIQUE, n INTEGER NOT NULL) STRICT"))
                    .ok());
        QVERIFY(database->run(QStringLiteral("CREATE TABLE c (p INTEGER REFERENCES p (id)) STRICT")).ok());
        const QString insert = QStringLiteral("INSERT INTO p VALUES (?, ?, ?)");
        QVERIFY(database->run(insert, {1, QStringLiteral("a"), 1}).ok());
        QCOMPARE(database->lastErrorCode(), 0);

        auto taken = database->run(insert, {2, QStringLiteral("a"), 1});
        QVERIFY(!taken.ok());
        QCOMPARE(taken.error().code, ErrorCode::StorageUnavailable);
        QVERIFY2(taken.error().message.contains(QLatin1String("UNIQUE constraint failed: p.u")),
                 qPrintable(taken.error().message));
        QCOMPARE(database->lastErrorCode(), 2067);
        QCOMPARE(database->lastFailure(), dialect::Failure::Unique);
        QVERIFY(!database->run(insert, {1, QStringLiteral("b"), 1}).ok());
        QCOMPARE(database->lastErrorCode(), 1555);
        QCOMPARE(database->lastFailure(), dialect::Failure::Unique);
        QVERIFY(!database->run(insert, {3, QStringLiteral("c"), QVariant()}).ok());
        QCOMPARE(database->lastFailure(), dialect::Failure::Constraint);
        QVERIFY(!database->run(QStringLiteral("INSERT INTO c VALUES (99)")).ok());
        QCOMPARE(database->lastErrorCode(), 787); // FOREIGN KEY
        QCOMPARE(database->lastFailure(), dialect::Failure::Constraint);
        QVERIFY(!database->run(QStringLiteral("SELEKT 1")).ok());
        QCOMPARE(database->lastFailure(), dialect::Failure::Statement);

        // A success does not hide what failed before it.
        QVERIFY(database->run(insert, {4, QStringLiteral("d"), 1}).ok());
        QCOMPARE(database->lastFailure(), dialect::Failure::Statement);
        database->clearLastError();
        QCOMPARE(database->lastFailure(), dialect::Failure::None);
    }

    void errorsWhileSteppingAreSeen()
    {
        auto database = openWriter();
        // The second row overflows, so the error comes from a step and not from the execution.
        auto rows =
            database->query(QStringLiteral("SELECT abs(column1) FROM (VALUES (1), (-9223372036854775807 - 1))"));
        QVERIFY(rows.ok());
        QVERIFY(rows->next());
        QCOMPARE(rows->integer(0), 1);
        QVERIFY(!rows->next());
        QVERIFY(rows->failed());
        QCOMPARE(database->lastFailure(), dialect::Failure::Statement);
    }

    void statementsAreReusedAlsoNested()
    {
        auto database = openWriter();
        const QString select = QStringLiteral("SELECT ? + 0");
        for (int i = 0; i < 3; ++i) {
            auto outer = database->query(select, {i});
            auto inner = database->query(select, {i + 100}); // the same text while the first is out
            QVERIFY(outer.ok() && inner.ok());
            QVERIFY(outer->next() && inner->next());
            QCOMPARE(outer->integer(0), i);
            QCOMPARE(inner->integer(0), i + 100);
        }
        // After an error the same text works again.
        QVERIFY(database->run(QStringLiteral("CREATE TABLE t (x INTEGER PRIMARY KEY) STRICT")).ok());
        const QString insert = QStringLiteral("INSERT INTO t VALUES (?)");
        QVERIFY(database->run(insert, {1}).ok());
        QVERIFY(!database->run(insert, {1}).ok());
        QVERIFY(database->run(insert, {2}).ok());
    }

    void manyTextsDoNotPileUp()
    {
        auto database = openWriter();
        for (int i = 0; i < 1000; ++i) {
            auto row = database->query(QStringLiteral("SELECT %1").arg(i));
            QVERIFY(row.ok() && row->next());
            QCOMPARE(row->integer(0), i);
        }
    }

    void returningIsDrainedByTheStatement()
    {
        auto database = openWriter();
        QVERIFY(database->run(QStringLiteral("CREATE TABLE t (id INTEGER PRIMARY KEY, x INTEGER) STRICT")).ok());
        QVERIFY(database->run(QStringLiteral("BEGIN IMMEDIATE")).ok());
        {
            auto row = database->query(QStringLiteral("INSERT INTO t (x) VALUES (?) RETURNING id"), {5});
            QVERIFY(row.ok() && row->next());
            QCOMPARE(row->integer(0), 1);
            // left undrained: the destructor finishes it
        }
        QVERIFY(database->run(QStringLiteral("COMMIT")).ok());
        auto insert = database->query(QStringLiteral("INSERT INTO t (x) VALUES (6)"));
        QVERIFY(insert.ok());
        QCOMPARE(insert->lastInsertId(), 2);
        auto update = database->query(QStringLiteral("UPDATE t SET x = x + 1"));
        QVERIFY(update.ok());
        QCOMPARE(update->rowsAffected(), 2);
    }

    void anotherThreadIsRefused()
    {
        auto database = openWriter();
        Trespasser trespasser(*database);
        trespasser.start();
        QVERIFY(trespasser.wait());
        QVERIFY(trespasser.prepareError.has_value());
        QCOMPARE(trespasser.prepareError->code, ErrorCode::Internal);
        QVERIFY(trespasser.prepareError->message.contains(QLatin1String("thread")));
    }

    void failuresAreClassified()
    {
        using dialect::Failure;
        QCOMPARE(dialect::classify(0), Failure::None);
        QCOMPARE(dialect::classify(13), Failure::Full);
        QCOMPARE(dialect::classify(5), Failure::Busy);
        QCOMPARE(dialect::classify(517), Failure::Busy);
        QCOMPARE(dialect::classify(1034), Failure::Storage); // IOERR_FSYNC
        QCOMPARE(dialect::classify(11), Failure::Storage);
        QCOMPARE(dialect::classify(26), Failure::Storage);
        QCOMPARE(dialect::classify(275), Failure::Constraint); // CHECK
        QCOMPARE(dialect::troubleOf(0), StorageTrouble::None);
        QCOMPARE(dialect::troubleOf(275), StorageTrouble::None);
        QCOMPARE(dialect::troubleOf(5), StorageTrouble::None);
        QCOMPARE(dialect::troubleOf(13), StorageTrouble::DiskFull);
        QCOMPARE(dialect::troubleOf(778), StorageTrouble::DiskFails);  // IOERR_WRITE
        QCOMPARE(dialect::troubleOf(1034), StorageTrouble::DiskFails); // IOERR_FSYNC
        QCOMPARE(dialect::troubleOf(3082), StorageTrouble::NoMemory);  // IOERR_NOMEM
        QCOMPARE(dialect::troubleOf(7), StorageTrouble::NoMemory);
        QCOMPARE(dialect::troubleOf(8), StorageTrouble::DiskReadOnly);
        QCOMPARE(dialect::troubleOf(11), StorageTrouble::Damaged);
        QCOMPARE(dialect::troubleOf(267), StorageTrouble::Damaged); // CORRUPT_VTAB
        QCOMPARE(dialect::troubleOf(26), StorageTrouble::Damaged);
        QCOMPARE(dialect::classify(2579), Failure::Unique); // ROWID
        QVERIFY(dialect::endsTransaction(Failure::Full));
        QVERIFY(dialect::endsTransaction(Failure::Storage));
        QVERIFY(!dialect::endsTransaction(Failure::Unique));
        QVERIFY(!dialect::endsTransaction(Failure::Statement));
    }
};

QTEST_GUILESS_MAIN(SqlDatabaseTest)
#include "sqldatabasetest.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sql/transaction.h"

#include <QTemporaryDir>
#include <QTest>

using namespace oshaq;
using namespace oshaq::sql;

class SqlTransactionTest final : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<Database> openAnother(Access access = Access::ReadWrite)
    {
        auto database = Database::open({m_directory->filePath(QStringLiteral("t.db")), access, Synchronous::Full, 0});
        if (!database)
            qFatal("%s", qPrintable(database.error().message));
        return std::move(*database);
    }

    void insert(int value) { QVERIFY(m_database->run(QStringLiteral("INSERT INTO t VALUES (?)"), {value}).ok()); }

    static QList<int> values(Database &database)
    {
        QList<int> found;
        auto rows = database.query(QStringLiteral("SELECT x FROM t ORDER BY x"));
        while (rows.ok() && rows->next())
            found << int(rows->integer(0));
        return found;
    }

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<Database> m_database;

private Q_SLOTS:
    void init()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        m_database = openAnother();
        QVERIFY(m_database->run(QStringLiteral("CREATE TABLE t (x INTEGER PRIMARY KEY) STRICT")).ok());
    }

    void cleanup()
    {
        m_database.reset();
        m_directory.reset();
    }

    void rollsBackUnlessCommitted()
    {
        {
            auto transaction = Transaction::begin(*m_database, Transaction::Kind::Immediate);
            QVERIFY(transaction.ok());
            QVERIFY(!m_database->isAutocommit());
            insert(1);
        }
        QVERIFY(m_database->isAutocommit());
        QCOMPARE(values(*m_database), QList<int>());
        {
            auto transaction = Transaction::begin(*m_database, Transaction::Kind::Immediate);
            QVERIFY(transaction.ok());
            insert(2);
            QVERIFY((*transaction)->commit().ok());
            QVERIFY(!(*transaction)->commit().ok()); // only once
        }
        QCOMPARE(values(*openAnother()), QList<int>({2}));
    }

    void aSecondWriterFailsAtItsBeginning()
    {
        auto transaction = Transaction::begin(*m_database, Transaction::Kind::Immediate);
        QVERIFY(transaction.ok());
        auto other = openAnother();
        auto refused = Transaction::begin(*other, Transaction::Kind::Immediate);
        QVERIFY(!refused.ok());
        QCOMPARE(other->lastFailure(), dialect::Failure::Busy);
        QVERIFY(other->isAutocommit());
    }

    void readersKeepOneSnapshot()
    {
        insert(1);
        auto reader = openAnother(Access::ReadOnly);
        auto snapshot = Transaction::begin(*reader, Transaction::Kind::Read);
        QVERIFY(snapshot.ok());
        QCOMPARE(values(*reader), QList<int>({1}));
        insert(2);
        QCOMPARE(values(*reader), QList<int>({1}));
        (*snapshot)->rollback();
        QCOMPARE(values(*reader), QList<int>({1, 2}));
    }

    void savepointTakesBackOnlyItsOwn()
    {
        auto transaction = Transaction::begin(*m_database, Transaction::Kind::Immediate);
        QVERIFY(transaction.ok());
        insert(1);
        {
            auto kept = Savepoint::begin(*m_database);
            QVERIFY(kept.ok());
            insert(2);
            QVERIFY((*kept)->release().ok());
        }
        {
            auto dropped = Savepoint::begin(*m_database);
            QVERIFY(dropped.ok());
            insert(3);
            QVERIFY((*dropped)->rollback().ok());
        }
        {
            auto forgotten = Savepoint::begin(*m_database); // rolls back by itself
            QVERIFY(forgotten.ok());
            insert(4);
        }
        insert(5);
        QVERIFY((*transaction)->commit().ok());
        QCOMPARE(values(*m_database), QList<int>({1, 2, 5}));
    }

    void savepointsNest()
    {
        auto transaction = Transaction::begin(*m_database, Transaction::Kind::Immediate);
        QVERIFY(transaction.ok());
        {
            auto outer = Savepoint::begin(*m_database);
            QVERIFY(outer.ok());
            insert(1);
            {
                auto inner = Savepoint::begin(*m_database);
                QVERIFY(inner.ok());
                insert(2);
            }
            QVERIFY((*outer)->release().ok());
        }
        QVERIFY((*transaction)->commit().ok());
        QCOMPARE(values(*m_database), QList<int>({1}));
    }

    void aFailedStatementLeavesTheTransaction()
    {
        auto transaction = Transaction::begin(*m_database, Transaction::Kind::Immediate);
        QVERIFY(transaction.ok());
        insert(1);
        QVERIFY(!m_database->run(QStringLiteral("INSERT INTO t VALUES (1)")).ok());
        QVERIFY(!m_database->isAutocommit());
        insert(2);
        QVERIFY((*transaction)->commit().ok());
        QCOMPARE(values(*m_database), QList<int>({1, 2}));
    }

    void savepointNeedsATransaction()
    {
        auto savepoint = Savepoint::begin(*m_database);
        QVERIFY(!savepoint.ok());
        QCOMPARE(savepoint.error().code, ErrorCode::Internal);
    }

    void survivesATransactionThatSqliteEnded()
    {
        QVERIFY(m_database->run(QStringLiteral("CREATE TABLE big (b BLOB) STRICT")).ok());
        QVERIFY(m_database->run(QStringLiteral("PRAGMA cache_size=5")).ok());
        QVERIFY(m_database->run(QStringLiteral("PRAGMA max_page_count=40")).ok());
        auto transaction = Transaction::begin(*m_database, Transaction::Kind::Immediate);
        QVERIFY(transaction.ok());
        {
            auto savepoint = Savepoint::begin(*m_database);
            QVERIFY(savepoint.ok());
            bool full = false;
            for (int i = 0; i < 100 && !full; ++i)
                full = !m_database->run(QStringLiteral("INSERT INTO big VALUES (randomblob(3000))")).ok();
            QVERIFY(full);
            QCOMPARE(m_database->lastErrorCode(), 13);
            QCOMPARE(m_database->lastFailure(), dialect::Failure::Full);
        }
        (*transaction)->rollback();
        QVERIFY(m_database->isAutocommit());
        auto count = m_database->query(QStringLiteral("SELECT count(*) FROM big"));
        QVERIFY(count.ok() && count->next());
        QCOMPARE(count->integer(0), 0);
    }
};

QTEST_GUILESS_MAIN(SqlTransactionTest)
#include "sqltransactiontest.moc"

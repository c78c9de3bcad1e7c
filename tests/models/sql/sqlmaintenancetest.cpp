// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sql/maintenance.h"
#include "models/sql/transaction.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <thread>

using namespace oshaq;
using namespace oshaq::sql;

class SqlMaintenanceTest final : public QObject
{
    Q_OBJECT

private:
    QString path() const { return m_directory->filePath(QStringLiteral("m.db")); }

    std::unique_ptr<Database> open(Access access)
    {
        auto database = Database::open({path(), access});
        if (!database)
            qFatal("%s", qPrintable(database.error().message));
        return std::move(*database);
    }

    void fill(Database &database, int rows)
    {
        auto transaction = Transaction::begin(database, Transaction::Kind::Immediate);
        QVERIFY(transaction.ok());
        for (int i = 0; i < rows; ++i)
            QVERIFY(database.run(QStringLiteral("INSERT INTO t VALUES (randomblob(1000))")).ok());
        QVERIFY((*transaction)->commit().ok());
    }

    qint64 walSize() const { return QFileInfo(path() + QStringLiteral("-wal")).size(); }

    std::unique_ptr<QTemporaryDir> m_directory;

private Q_SLOTS:
    void init()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        QVERIFY(open(Access::ReadWrite)->run(QStringLiteral("CREATE TABLE t (b BLOB) STRICT")).ok());
    }

    void passiveCopiesAndTruncateEmpties()
    {
        auto database = open(Access::ReadWrite);
        WalGauge gauge(*database);
        QCOMPARE(gauge.frames(), 0);
        fill(*database, 100);
        QVERIFY(gauge.frames() > 25);
        QCOMPARE(gauge.bytes(), qint64(gauge.frames()) * 4096);
        QVERIFY(walSize() >= gauge.bytes());

        auto passive = checkpoint(*database, CheckpointMode::Passive);
        QVERIFY(passive.ok());
        QVERIFY(passive->complete);
        QCOMPARE(passive->walFrames, gauge.frames());
        QCOMPARE(passive->copiedFrames, gauge.frames());
        QVERIFY(walSize() > 0);

        auto truncate = checkpoint(*database, CheckpointMode::Truncate);
        QVERIFY(truncate.ok());
        QVERIFY(truncate->complete);
        QCOMPARE(walSize(), qint64(0));
    }

    void aReaderHoldsTruncateUpButIsNotWaitedFor()
    {
        auto database = open(Access::ReadWrite);
        fill(*database, 10);
        auto reader = open(Access::ReadOnly);
        {
            auto snapshot = Transaction::begin(*reader, Transaction::Kind::Read);
            QVERIFY(snapshot.ok());
            auto row = reader->query(QStringLiteral("SELECT count(*) FROM t"));
            QVERIFY(row.ok() && row->next());
            fill(*database, 10);
            auto truncate = checkpoint(*database, CheckpointMode::Truncate);
            QVERIFY(truncate.ok());
            QVERIFY(!truncate->complete);
            auto passive = checkpoint(*database, CheckpointMode::Passive);
            QVERIFY(passive.ok());
            QVERIFY(!passive->complete);
        }
        // And the connection is as patient as before.
        auto timeout = database->query(QStringLiteral("PRAGMA busy_timeout"));
        QVERIFY(timeout.ok() && timeout->next());
        QCOMPARE(timeout->integer(0), 5000);
        auto truncate = checkpoint(*database, CheckpointMode::Truncate);
        QVERIFY(truncate.ok());
        QVERIFY(truncate->complete);
    }

    void aRestartBeginsTheLogAnew()
    {
        auto database = open(Access::ReadWrite);
        WalGauge gauge(*database);
        fill(*database, 100);
        const qint64 size = walSize();
        const int frames = gauge.frames();
        auto restarted = checkpoint(*database, CheckpointMode::Restart);
        QVERIFY(restarted.ok());
        QVERIFY(restarted->complete);
        fill(*database, 10);
        QCOMPARE(walSize(), size);
        QVERIFY(gauge.frames() < frames);
    }

    void aRestartWaitsForReadersAsLongAsItIsTold()
    {
        auto database = open(Access::ReadWrite);
        fill(*database, 10);
        std::atomic<bool> isReading = false;
        std::atomic<bool> mayLeave = false;
        std::thread other([&] {
            auto reader = open(Access::ReadOnly);
            auto snapshot = Transaction::begin(*reader, Transaction::Kind::Read);
            auto row = reader->query(QStringLiteral("SELECT count(*) FROM t"));
            isReading = row.ok() && row->next();
            while (!mayLeave)
                std::this_thread::yield();
        });
        while (!isReading)
            std::this_thread::yield();
        fill(*database, 10);
        auto inVain = checkpoint(*database, CheckpointMode::Restart, 1);
        mayLeave = true;
        auto restarted = checkpoint(*database, CheckpointMode::Restart, 60'000);
        other.join();
        QVERIFY(inVain.ok());
        QVERIFY(!inVain->complete);
        QVERIFY(restarted.ok());
        QVERIFY(restarted->complete);
    }

    void quickCheckFindsDamage()
    {
        {
            auto database = open(Access::ReadWrite);
            fill(*database, 200);
            QVERIFY(quickCheck(*database).ok());
            auto bytes = databaseBytes(*database);
            QVERIFY(bytes.ok());
            QVERIFY(*bytes >= 200 * 1000);
        }
        QFile file(path());
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.seek(3 * 4096));
        QCOMPARE(file.write(QByteArray(4096, '\x5a')), qint64(4096));
        file.close();
        auto damaged = quickCheck(*open(Access::ReadWrite));
        QVERIFY(!damaged.ok());
        QCOMPARE(damaged.error().code, ErrorCode::StorageUnavailable);
        QVERIFY2(damaged.error().message.contains(QLatin1String("is damaged")), qPrintable(damaged.error().message));
    }
};

QTEST_GUILESS_MAIN(SqlMaintenanceTest)
#include "sqlmaintenancetest.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/hub/writerfixture.h"

#include "models/sql/transaction.h"

#include <QFile>
#include <QTest>

using namespace oshaq;
using namespace oshaq::test;

/// Real faults inside one process: a file that may not grow, a commit that fails, a file that goes away or breaks. What
/// the disk itself can do is in hubdisktest.
class HubWriterFaultsTest final : public QObject
{
    Q_OBJECT

private:
    /// The connection refuses to grow the file by more than `pages` from now on; 0 lifts it.
    static WriteCommand limitGrowth(int pages)
    {
        return WriterFixture::command([pages](WriteContext &context) -> Result<WriteOutcome> {
            qint64 limit = 1'000'000;
            if (pages > 0) {
                auto count = context.database.query(QStringLiteral("PRAGMA page_count"));
                if (!count || !count->next())
                    return Error{ErrorCode::Internal, QStringLiteral("no page_count"), {}};
                limit = count->integer(0) + pages;
            }
            if (auto set = context.database.run(QStringLiteral("PRAGMA max_page_count=%1").arg(limit)); !set)
                return set.error();
            return WriteOutcome{};
        });
    }

    /// A command that is in order by itself and makes the COMMIT of its batch fail: the foreign key is checked only
    /// there.
    static WriteCommand breakCommit(std::function<void()> also = {},
                                    std::function<void(Result<WriteOutcome>)> done = {})
    {
        return WriterFixture::command(
            [also](WriteContext &context) -> Result<WriteOutcome> {
                context.journalHeads[7] = 99;
                if (auto deferred = context.database.run(QStringLiteral("PRAGMA defer_foreign_keys=ON")); !deferred)
                    return deferred.error();
                if (auto orphan =
                        context.database.run(QStringLiteral("INSERT INTO t (text, parent) VALUES ('orphan', 123456)"));
                    !orphan)
                    return orphan.error();
                if (also)
                    also();
                return WriteOutcome{};
            },
            std::move(done));
    }

    static QString key(int i) { return QStringLiteral("key %1").arg(i); }

private Q_SLOTS:
    void aFullDiskInTheMiddleOfABatch_data()
    {
        QTest::addColumn<int>("cachePages"); // few: SQLite spills, and the error takes the whole transaction
        QTest::newRow("transaction stands") << 4000;
        QTest::newRow("transaction gone") << 5;
    }

    void aFullDiskInTheMiddleOfABatch()
    {
        QFETCH(int, cachePages);
        WriterFixture fixture;
        auto options = fixture.options();
        options.maxBatch = 20;
        auto writer = fixture.start(options);
        constexpr int count = 200;

        QVERIFY(writer
                    ->submitAndWait(WriterFixture::command([cachePages](WriteContext &context) -> Result<WriteOutcome> {
                        if (auto set = context.database.run(QStringLiteral("PRAGMA cache_size=%1").arg(cachePages));
                            !set)
                            return set.error();
                        return WriteOutcome{};
                    }))
                    .ok());
        QVERIFY(writer->submitAndWait(limitGrowth(60)).ok());
        Gate gate;
        Answers answers;
        writer->submit(WriterFixture::hold(gate));
        gate.waitUntilReached();
        for (int i = 0; i < count; ++i)
            writer->submit(
                WriterFixture::keyed(WriterFixture::insert(QString::number(i), answers.slot(), 3000), key(i)));
        gate.open();

        const auto results = answers.all();
        QVERIFY(!answers.doubled());
        int acknowledged = 0;
        for (int i = 0; i < count; ++i) {
            const auto &result = results[std::size_t(i)];
            if (result.ok()) {
                ++acknowledged;
            } else {
                QCOMPARE(result.error().code, ErrorCode::StorageUnavailable);
            }
            // Acknowledged is there, refused is not: also for those that shared a batch with the one that met the wall.
            QCOMPARE(fixture.rowsOf(QString::number(i)), result.ok() ? 1 : 0);
        }
        QVERIFY(acknowledged >= 20);
        QVERIFY(acknowledged <= 80);
        QCOMPARE(acknowledged % 20, 0);
        QVERIFY(writer->stats().failedBatches > 0);

        QVERIFY(writer->submitAndWait(limitGrowth(0)).ok());
        for (int i = 0; i < count; ++i) {
            auto again = writer->submitAndWait(
                WriterFixture::keyed(WriterFixture::insert(QString::number(i), {}, 3000), key(i)));
            QVERIFY(again.ok());
            QCOMPARE(again->replayed, results[std::size_t(i)].ok());
        }
        QCOMPARE(fixture.rows(), count);
    }

    void aCommandCannotHideAFullDisk()
    {
        WriterFixture fixture;
        auto writer = fixture.start();
        Gate gate;
        Answers answers;
        writer->submit(WriterFixture::hold(gate));
        gate.waitUntilReached();
        writer->submit(WriterFixture::insert(QStringLiteral("innocent"), answers.slot()));
        writer->submit(limitGrowth(2));
        writer->submit(WriterFixture::command(
            [](WriteContext &context) -> Result<WriteOutcome> {
                static_cast<void>(
                    WriterFixture::insertRow(context, QStringLiteral("big"), 100'000)); // "it does not matter"
                return WriteOutcome{};
            },
            answers.slot()));
        gate.open();
        for (const auto &result : answers.all()) {
            QVERIFY(!result.ok());
            QCOMPARE(result.error().code, ErrorCode::StorageUnavailable);
        }
        QCOMPARE(fixture.rows(), 0);
        QVERIFY(writer->submitAndWait(limitGrowth(0)).ok());
        QVERIFY(writer->submitAndWait(WriterFixture::insert(QStringLiteral("innocent"))).ok());
    }

    void aFailedCommitAnswersTheWholeBatch()
    {
        WriterFixture fixture;
        std::mutex mutex;
        QStringList heard;
        auto options = fixture.options();
        options.lastSeq = [](sql::Database &, qint64 business) -> Result<qint64> { return business * 6; };
        auto writer = fixture.start(options, [&](const CommitNotice &notice) {
            const std::lock_guard lock(mutex);
            for (const auto &[business, seq] : notice.lastSeq)
                heard << QStringLiteral("%1:%2").arg(business).arg(seq);
        });
        QVERIFY(
            writer->submitAndWait(WriterFixture::keyed(WriterFixture::insert(QStringLiteral("before")), key(0))).ok());
        Gate gate;
        Answers answers;
        writer->submit(WriterFixture::hold(gate));
        gate.waitUntilReached();
        writer->submit(WriterFixture::keyed(WriterFixture::insert(QStringLiteral("a"), answers.slot()), key(1)));
        writer->submit(WriterFixture::keyed(WriterFixture::refuse(ErrorCode::NotFound, answers.slot()), key(2)));
        writer->submit(WriterFixture::keyed(WriterFixture::insert(QStringLiteral("replay"), answers.slot()), key(0)));
        writer->submit(breakCommit({}, answers.slot()));
        gate.open();
        for (const auto &result : answers.all()) {
            QVERIFY(!result.ok());
            QCOMPARE(result.error().code, ErrorCode::StorageUnavailable);
        }
        QTRY_VERIFY(writer->stats().available);
        const auto stats = writer->stats();
        QCOMPARE(stats.failedCommits, 1);
        QTRY_COMPARE(writer->stats().reopens, 1);
        {
            // Not what the transaction would have made (99): what the file says.
            const std::lock_guard lock(mutex);
            QCOMPARE(heard, QStringList({QStringLiteral("7:42")}));
        }
        QCOMPARE(fixture.rows(), 1);
        QVERIFY(
            !writer->submitAndWait(WriterFixture::keyed(WriterFixture::insert(QStringLiteral("a")), key(1)))->replayed);
        QVERIFY(writer->submitAndWait(WriterFixture::keyed(WriterFixture::insert(QStringLiteral("before")), key(0)))
                    ->replayed);
        QCOMPARE(fixture.rows(), 2);
    }

    void aLostFileIsNotReplacedByAnEmptyOne()
    {
        WriterFixture fixture;
        auto writer = fixture.start();
        QVERIFY(writer->submitAndWait(WriterFixture::insert(QStringLiteral("a"))).ok());
        const QString path = fixture.path();
        const QString away = path + QStringLiteral(".away");
        auto broken = writer->submitAndWait(breakCommit([path, away] { QFile::rename(path, away); }));
        QVERIFY(!broken.ok());
        for (int i = 0; i < 10; ++i) {
            auto refused = writer->submitAndWait(WriterFixture::insert(QString::number(i)));
            QVERIFY(!refused.ok());
            QCOMPARE(refused.error().code, ErrorCode::StorageUnavailable);
        }
        QVERIFY(!writer->stats().available);
        QCOMPARE(writer->stats().reopens, 0);
        QVERIFY(!QFile::exists(path));
        QVERIFY(QFile::rename(away, path));
        QTRY_VERIFY(writer->stats().available); // by itself, nobody needs to knock
        QVERIFY(writer->submitAndWait(WriterFixture::insert(QStringLiteral("b"))).ok());
        QCOMPARE(fixture.rows(), 2);
    }

    void nothingIsAppendedToALogThatFailedWhileAReaderNeedsIt()
    {
        WriterFixture fixture;
        auto writer = fixture.start();
        QVERIFY(writer->submitAndWait(WriterFixture::insert(QStringLiteral("a"))).ok());
        auto reader = sql::Database::open({fixture.path(), sql::Access::ReadOnly});
        QVERIFY(reader.ok());
        auto snapshot = sql::Transaction::begin(**reader, sql::Transaction::Kind::Read);
        QVERIFY(snapshot.ok());
        {
            auto row = (*reader)->query(QStringLiteral("SELECT count(*) FROM t"));
            QVERIFY(row.ok() && row->next());
            QCOMPARE(row->integer(0), 1);
        }
        QVERIFY(!writer->submitAndWait(breakCommit()).ok());
        for (int i = 0; i < 10; ++i)
            QVERIFY(!writer->submitAndWait(WriterFixture::insert(QString::number(i))).ok());
        QVERIFY(!writer->stats().available);
        (*snapshot)->rollback();
        QTRY_VERIFY(writer->stats().available);
        QVERIFY(writer->submitAndWait(WriterFixture::insert(QStringLiteral("b"))).ok());
        QCOMPARE(fixture.rows(), 2);
    }

    void aDamagedFileIsNotWritten()
    {
        WriterFixture fixture;
        auto writer = fixture.start();
        for (int i = 0; i < 50; ++i)
            QVERIFY(writer->submitAndWait(WriterFixture::insert(QString::number(i), {}, 3000)).ok());
        const QString path = fixture.path();
        QByteArray page;
        qint64 offset = 0;
        const auto damage = [&] {
            QFile file(path);
            if (!file.open(QIODevice::ReadWrite))
                return;
            offset = file.size() / 2 / 4096 * 4096; // in the middle of the rows
            file.seek(offset);
            page = file.read(4096);
            file.seek(offset);
            file.write(QByteArray(4096, '\x77'));
        };
        // The log has a good copy of every page until it is in the file.
        writer.reset();
        writer = fixture.start();
        QVERIFY(!writer->submitAndWait(breakCommit(damage)).ok());
        QCOMPARE(page.size(), 4096);
        for (int i = 0; i < 5; ++i)
            QVERIFY(!writer->submitAndWait(WriterFixture::insert(QStringLiteral("not now"))).ok());
        QVERIFY(!writer->stats().available);
        {
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadWrite) && file.seek(offset));
            QCOMPARE(file.write(page), 4096);
        }
        QTRY_VERIFY(writer->stats().available);
        QVERIFY(writer->submitAndWait(WriterFixture::insert(QStringLiteral("now"))).ok());
        QCOMPARE(fixture.rows(), 51);
    }

    void aLogThatIsRemovedTakesNothingWithIt_data()
    {
        QTest::addColumn<QString>("suffix");
        QTest::newRow("log") << QStringLiteral("-wal");
        QTest::newRow("index") << QStringLiteral("-shm");
    }
    void aLogThatIsRemovedTakesNothingWithIt()
    {
        QFETCH(QString, suffix);
        WriterFixture fixture;
        auto options = fixture.options();
        options.idleCheckpointMs = 600'000; // only what the writer does about it counts
        std::atomic<int> told{0};
        options.mustReopen = [&told](const QString &) { ++told; };
        {
            auto writer = fixture.start(options);
            QVERIFY(writer->submitAndWait(WriterFixture::insert(QStringLiteral("before"))).ok());
            QVERIFY(QFile::remove(fixture.path() + suffix));
            // It is still acknowledged: all of the log is in the file by then.
            QVERIFY(writer->submitAndWait(WriterFixture::insert(QStringLiteral("with it"))).ok());
            const auto after = writer->submitAndWait(WriterFixture::insert(QStringLiteral("after")));
            QVERIFY(!after.ok());
            QCOMPARE(after.error().code, ErrorCode::StorageUnavailable);
            QCOMPARE(told.load(), 1);
            QVERIFY(!writer->stats().available);
            QCOMPARE(writer->stats().trouble, StorageTrouble::FileGone);
            // What a power cut leaves: the file alone.
            QVERIFY(QFile::copy(fixture.path(), fixture.path() + QStringLiteral(".left")));
        }
        auto left = sql::Database::open({fixture.path() + QStringLiteral(".left"), sql::Access::ReadWrite});
        QVERIFY(left.ok());
        auto row = (*left)->query(QStringLiteral("SELECT count(*) FROM t"));
        QVERIFY(row.ok() && row->next());
        QCOMPARE(row->integer(0), 2);
    }

    void aFileThatIsRemovedIsNotWritten()
    {
        WriterFixture fixture;
        auto options = fixture.options();
        std::atomic<int> told{0};
        options.mustReopen = [&told](const QString &) { ++told; };
        auto writer = fixture.start(options);
        QVERIFY(writer->submitAndWait(WriterFixture::insert(QStringLiteral("a"))).ok());
        const QString away = fixture.path() + QStringLiteral(".away");
        QVERIFY(QFile::rename(fixture.path(), away));
        const auto key = QStringLiteral("key");
        QVERIFY(!writer->submitAndWait(WriterFixture::keyed(WriterFixture::insert(QStringLiteral("b")), key)).ok());
        QCOMPARE(writer->stats().trouble, StorageTrouble::FileGone);
        QVERIFY(QFile::rename(away, fixture.path()));
        QTRY_VERIFY(writer->stats().available);
        QCOMPARE(writer->stats().trouble, StorageTrouble::None);
        QVERIFY(writer->submitAndWait(WriterFixture::keyed(WriterFixture::insert(QStringLiteral("b")), key)).ok());
        QCOMPARE(fixture.rows(), 2);
        QCOMPARE(told.load(), 0);
    }

    void anotherFileInItsPlaceIsNotWritten()
    {
        WriterFixture fixture;
        auto options = fixture.options();
        std::atomic<int> told{0};
        options.mustReopen = [&told](const QString &) { ++told; };
        auto writer = fixture.start(options);
        QVERIFY(writer->submitAndWait(WriterFixture::insert(QStringLiteral("a"))).ok());
        QVERIFY(QFile::rename(fixture.path(), fixture.path() + QStringLiteral(".away")));
        QVERIFY(QFile::copy(fixture.path() + QStringLiteral(".away"), fixture.path()));
        for (int i = 0; i < 3; ++i)
            QVERIFY(!writer->submitAndWait(WriterFixture::insert(QString::number(i))).ok());
        QCOMPARE(told.load(), 1);
        QVERIFY(!writer->stats().available);
    }

    void aFullDiskIsSaidAndTriedAgainByItself()
    {
        WriterFixture fixture;
        auto writer = fixture.start();
        QVERIFY(writer
                    ->submitAndWait(WriterFixture::command([](WriteContext &context) -> Result<WriteOutcome> {
                        if (auto made = context.database.run(
                                QStringLiteral("INSERT INTO hub_state (id, epoch, created_at) VALUES (1, '1-A', 1)"));
                            !made)
                            return made.error();
                        return WriteOutcome{};
                    }))
                    .ok());
        QVERIFY(writer->submitAndWait(limitGrowth(2)).ok());
        QVERIFY(!writer->submitAndWait(WriterFixture::insert(QStringLiteral("much"), {}, 100'000)).ok());
        QVERIFY(!writer->stats().available);
        QCOMPARE(writer->stats().trouble, StorageTrouble::DiskFull);
        QTRY_VERIFY(writer->stats().available); // nobody asked: it tried a small one
        QCOMPARE(writer->stats().trouble, StorageTrouble::None);
        QCOMPARE(writer->stats().reopens, 0);
    }

    void whatAReaderFindsIsLookedInto()
    {
        WriterFixture fixture;
        auto writer = fixture.start();
        QVERIFY(writer->submitAndWait(WriterFixture::insert(QStringLiteral("a"))).ok());
        writer->suspectDamage();
        QTRY_COMPARE(writer->stats().reopens, 1);
        QTRY_VERIFY(writer->stats().available);
        // Nothing was wrong: not again right away.
        writer->suspectDamage();
        QVERIFY(writer->submitAndWait(WriterFixture::insert(QStringLiteral("b"))).ok());
        QCOMPARE(writer->stats().reopens, 1);
    }

    void theEndDoesNotWaitForABrokenFile()
    {
        WriterFixture fixture;
        auto options = fixture.options();
        options.reopenBackoffMs = 600'000;
        Answers answers;
        {
            auto writer = fixture.start(options);
            const QString path = fixture.path();
            QVERIFY(!writer->submitAndWait(breakCommit([path] { QFile::remove(path); })).ok());
            for (int i = 0; i < 10; ++i)
                writer->submit(WriterFixture::insert(QString::number(i), answers.slot()));
        }
        for (const auto &result : answers.all())
            QCOMPARE(result.error().code, ErrorCode::StorageUnavailable);
    }

    void somebodyElsesLockIsNotOurFault()
    {
        WriterFixture fixture;
        auto writer = fixture.start();
        {
            sql::OpenOptions options{fixture.path(), sql::Access::ReadWrite};
            auto other = sql::Database::open(options);
            QVERIFY(other.ok());
            // The writer's connection waits 5 s; tell it not to.
            QVERIFY(writer
                        ->submitAndWait(WriterFixture::command([](WriteContext &context) -> Result<WriteOutcome> {
                            if (auto set = context.database.run(QStringLiteral("PRAGMA busy_timeout=0")); !set)
                                return set.error();
                            return WriteOutcome{};
                        }))
                        .ok());
            auto lock = sql::Transaction::begin(**other, sql::Transaction::Kind::Immediate);
            QVERIFY(lock.ok());
            auto refused = writer->submitAndWait(WriterFixture::insert(QStringLiteral("a")));
            QVERIFY(!refused.ok());
            QCOMPARE(refused.error().code, ErrorCode::StorageUnavailable);
        }
        QVERIFY(writer->submitAndWait(WriterFixture::insert(QStringLiteral("a"))).ok());
        QCOMPARE(writer->stats().failedBatches, 1);
        QCOMPARE(writer->stats().failedCommits, 0);
    }
};

QTEST_GUILESS_MAIN(HubWriterFaultsTest)
#include "hubwriterfaultstest.moc"

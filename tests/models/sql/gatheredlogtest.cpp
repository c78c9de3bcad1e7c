// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sql/database.h"
#include "models/sql/maintenance.h"
#include "models/sql/transaction.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cerrno>

#include <sqlite3.h>

#include <sys/stat.h>
#include <unistd.h>

using namespace oshaq;
using namespace oshaq::sql;

namespace {

/// Calls that write, of this process.
qint64 writesUntilNow()
{
    QFile file(QStringLiteral("/proc/self/io"));
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith("syscw:"))
            return line.mid(6).trimmed().toLongLong();
    }
    return -1;
}

/// A disk on which files may grow by so many bytes more; what is in them already can be written anew.
class SmallDisk
{
    Q_DISABLE_COPY_MOVE(SmallDisk)

public:
    explicit SmallDisk(qint64 bytes)
    {
        s_room = bytes;
        use(reinterpret_cast<sqlite3_syscall_ptr>(&SmallDisk::write));
    }
    ~SmallDisk() { use(nullptr); }

private:
    static void use(sqlite3_syscall_ptr call)
    {
        sqlite3_vfs *vfs = sqlite3_vfs_find(nullptr);
        for (const char *name : {"pwrite", "pwrite64"})
            vfs->xSetSystemCall(vfs, name, call);
    }

    static ssize_t write(int file, const void *bytes, std::size_t count, off_t at)
    {
        struct stat now
        {};
        ::fstat(file, &now);
        const qint64 grows = qint64(at) + qint64(count) - now.st_size;
        if (grows > s_room) {
            count -= std::size_t(std::min(grows - s_room, qint64(count)));
            if (count == 0) {
                errno = ENOSPC;
                return -1;
            }
        }
        s_room -= std::clamp(grows, qint64{0}, s_room);
        return ::pwrite(file, bytes, count, at);
    }

    static inline qint64 s_room = 0; ///< SQLite's system calls know no object
};

} // namespace

class GatheredLogTest final : public QObject
{
    Q_OBJECT

private:
    QString path() const { return m_directory->filePath(QStringLiteral("log.db")); }

    std::unique_ptr<Database> open(Access access, Synchronous synchronous = Synchronous::Full)
    {
        auto database = Database::open({path(), access, synchronous, 1234});
        if (!database)
            qFatal("%s", qPrintable(database.error().message));
        return std::move(*database);
    }

    /// A hundred rows of which each has a page of its own.
    static bool write(Database &database, int begin, int count = 100)
    {
        for (int i = begin; i < begin + count; ++i) {
            if (!database.run(QStringLiteral("INSERT INTO t (id, bytes) VALUES (?, ?)"), {i, QByteArray(3000, 'x')}))
                return false;
        }
        return true;
    }

    /// A transaction for which there is not that much room.
    static bool refusedForRoom(Database &writer, qint64 bytes)
    {
        const SmallDisk disk(bytes);
        auto transaction = Transaction::begin(writer, Transaction::Kind::Immediate);
        if (!transaction || !write(writer, 100, 500))
            return false;
        const auto committed = (*transaction)->commit();
        return !committed && writer.lastFailure() == dialect::Failure::Full;
    }

    /// The files as they are now, opened elsewhere: what a crash leaves.
    std::unique_ptr<Database> copied()
    {
        const QString copy = m_directory->filePath(QStringLiteral("copy.db"));
        for (const QString &end : {QString(), QStringLiteral("-wal")}) {
            if (!QFile::copy(path() + end, copy + end))
                qFatal("no copy of %s", qPrintable(path() + end));
        }
        auto database = Database::open({copy, Access::ReadWrite});
        if (!database)
            qFatal("%s", qPrintable(database.error().message));
        return std::move(*database);
    }

    static qint64 rows(Database &database)
    {
        auto row = database.query(QStringLiteral("SELECT count(*), sum(length(bytes)) FROM t"));
        return row && row->next() && row->integer(1) == row->integer(0) * 3000 ? row->integer(0) : -1;
    }

    std::unique_ptr<QTemporaryDir> m_directory;

private Q_SLOTS:
    void init()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        QVERIFY(open(Access::ReadWrite)->run(QStringLiteral("CREATE TABLE t (id INTEGER PRIMARY KEY, bytes BLOB)")));
    }
    void cleanup() { m_directory.reset(); }

    void aCommitIsWrittenInFewCalls()
    {
        qint64 calls[2] = {};
        for (const Synchronous synchronous : {Synchronous::Normal, Synchronous::Full}) {
            auto writer = open(Access::ReadWrite, synchronous);
            const int begin = int(rows(*writer));
            QVERIFY(write(*writer, begin)); // autocommit: the log is there, and has a header
            auto transaction = Transaction::begin(*writer, Transaction::Kind::Immediate);
            QVERIFY(transaction);
            QVERIFY(write(*writer, begin + 100));
            const qint64 before = writesUntilNow();
            const auto committed = (*transaction)->commit();
            QVERIFY2(committed, committed ? "" : qPrintable(committed.error().message));
            calls[synchronous == Synchronous::Full] = writesUntilNow() - before;
        }
        QVERIFY2(calls[0] > 200, "SQLite's own way is another one now: is this still needed?");
        QVERIFY2(calls[1] <= 6, qPrintable(QString::number(calls[1])));
    }

    void readersSeeWhatWasCommittedAndNothingElse()
    {
        auto writer = open(Access::ReadWrite);
        auto reader = open(Access::ReadOnly);
        for (int begin = 0; begin < 1'000; begin += 100) {
            auto transaction = Transaction::begin(*writer, Transaction::Kind::Immediate);
            QVERIFY(transaction);
            QVERIFY(write(*writer, begin));
            QCOMPARE(rows(*reader), qint64(begin));
            QVERIFY((*transaction)->commit());
            QCOMPARE(rows(*reader), qint64(begin) + 100);
        }
    }

    /// With a cache of few pages most go into the log before the commit, and are read back from there.
    void aTransactionReadsWhatItSpilled()
    {
        auto writer = open(Access::ReadWrite);
        QVERIFY(writer->run(QStringLiteral("PRAGMA cache_size = 10")));
        auto reader = open(Access::ReadOnly);
        auto transaction = Transaction::begin(*writer, Transaction::Kind::Immediate);
        QVERIFY(transaction);
        for (int begin = 0; begin < 1'000; begin += 100) {
            QVERIFY(write(*writer, begin));
            QCOMPARE(rows(*writer), qint64(begin) + 100);
            // Pages that are in the log already are changed again.
            QVERIFY(writer->run(QStringLiteral("UPDATE t SET bytes = zeroblob(3000) WHERE id % 7 = 0")));
        }
        QCOMPARE(rows(*reader), 0);
        QVERIFY((*transaction)->commit());
        QCOMPARE(rows(*reader), 1'000);
        QVERIFY(quickCheck(*reader));
    }

    void whatWasTakenBackLeavesNothing()
    {
        auto writer = open(Access::ReadWrite);
        QVERIFY(writer->run(QStringLiteral("PRAGMA cache_size = 10")));
        QVERIFY(write(*writer, 0));
        {
            auto transaction = Transaction::begin(*writer, Transaction::Kind::Immediate);
            QVERIFY(transaction);
            QVERIFY(write(*writer, 100, 500));
            (*transaction)->rollback();
        }
        QVERIFY(write(*writer, 100, 50));
        QCOMPARE(rows(*open(Access::ReadOnly)), 150);
        writer.reset();
        QCOMPARE(rows(*open(Access::ReadWrite)), 150);
        QVERIFY(quickCheck(*open(Access::ReadOnly)));
    }

    /// What does not fit is refused as a whole, what was committed stays, and there is room again later.
    void aFullDiskTakesTheTransactionAlone()
    {
        auto writer = open(Access::ReadWrite);
        QVERIFY(write(*writer, 0));
        QVERIFY(refusedForRoom(*writer, 300'000));
        QCOMPARE(rows(*writer), 100);
        QVERIFY(write(*writer, 100, 50));
        QCOMPARE(rows(*writer), 150);
        const auto reader = copied();
        QCOMPARE(rows(*reader), 150);
        QVERIFY(quickCheck(*reader));
    }

    /// Neither when the log is taken over into the file, nor after a crash behind that.
    void whatWasRefusedIsNeverCommittedLater()
    {
        auto writer = open(Access::ReadWrite);
        QVERIFY(write(*writer, 0));
        QVERIFY(refusedForRoom(*writer, 300'000));
        QVERIFY(checkpoint(*writer, CheckpointMode::Passive));
        QCOMPARE(rows(*copied()), 100);
    }

    /// The way out of a full disk: what is in the log goes where there is room for it, and the log's room is given
    /// back.
    void onAFullDiskTheLogCanBeCut()
    {
        auto writer = open(Access::ReadWrite);
        QVERIFY(write(*writer, 0));
        QVERIFY(checkpoint(*writer, CheckpointMode::Truncate));
        QVERIFY(writer->run(QStringLiteral("UPDATE t SET bytes = zeroblob(3000)")));
        QVERIFY(refusedForRoom(*writer, 100'000));
        {
            const SmallDisk disk(0);
            const auto cut = checkpoint(*writer, CheckpointMode::Truncate);
            QVERIFY2(cut, cut ? "" : qPrintable(cut.error().message));
        }
        QCOMPARE(QFileInfo(path() + QStringLiteral("-wal")).size(), 0);
        QCOMPARE(rows(*writer), 100);
    }

    void aCheckpointTakesAll()
    {
        auto writer = open(Access::ReadWrite);
        QVERIFY(write(*writer, 0, 300));
        const auto done = checkpoint(*writer, CheckpointMode::Truncate);
        QVERIFY(done);
        QCOMPARE(rows(*open(Access::ReadOnly)), 300);
        QVERIFY(write(*writer, 300));
        QCOMPARE(rows(*open(Access::ReadOnly)), 400);
    }
};

QTEST_GUILESS_MAIN(GatheredLogTest)

#include "gatheredlogtest.moc"

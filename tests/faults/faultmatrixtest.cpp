// SPDX-License-Identifier: GPL-3.0-or-later
//
// Everything that can go wrong under a hub, made to happen to the real program while guests order: afterwards every
// acknowledged order is there, once, as it was answered; no answer contradicted the record; and the hub went on by
// itself, or said what a person has to do. docs/operations/faults.md is the table.

#include "tests/faults/faultsite.h"
#include "tests/support/pressure.h"

#include <QDir>
#include <QTest>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <utility>

#include <sqlite3.h>
#include <sys/resource.h>

using namespace oshaq::test;

namespace {

constexpr qint64 hourMs = 3'600'000;

bool isLong()
{
    return qEnvironmentVariableIsSet("OSHAQ_LONG");
}

/// How many refusals or orders a fault lasts.
qint64 extent(qint64 shortRun)
{
    return isLong() ? 20 * shortRun : shortRun;
}

rlimit limitOf(qint64 pid, __rlimit_resource resource)
{
    rlimit limit{};
    ::prlimit(pid_t(pid), resource, nullptr, &limit);
    return limit;
}

/// The soft limit alone: who may raise it again is not asked.
void setLimit(qint64 pid, __rlimit_resource resource, rlim_t value)
{
    rlimit limit = limitOf(pid, resource);
    limit.rlim_cur = std::min(value, limit.rlim_max);
    ::prlimit(pid_t(pid), resource, &limit, nullptr);
}

qint64 openFiles(qint64 pid)
{
    return qint64(QDir(QStringLiteral("/proc/%1/fd").arg(pid))
                      .entryList(QDir::NoDotAndDotDot | QDir::AllEntries | QDir::System)
                      .size());
}

/// A figure of /proc/PID/status in kB.
qint64 memoryKb(qint64 pid, QByteArrayView name)
{
    QFile status(QStringLiteral("/proc/%1/status").arg(pid));
    if (!status.open(QIODevice::ReadOnly))
        return -1;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith(name))
            return line.mid(name.size() + 1).simplified().split(' ').value(0).toLongLong();
    }
    return -1;
}

/// Where the root page of a table is in the file, and how long a page is; 0: not found.
std::pair<qint64, qsizetype> pageOf(const QString &file, const char *table)
{
    std::pair<qint64, qsizetype> place;
    sqlite3 *database = nullptr;
    sqlite3_stmt *row = nullptr;
    if (sqlite3_open_v2(QFile::encodeName(file).constData(), &database, SQLITE_OPEN_READONLY, nullptr) == SQLITE_OK &&
        sqlite3_prepare_v2(database, "SELECT rootpage, page_size FROM sqlite_schema, pragma_page_size WHERE name = ?",
                           -1, &row, nullptr) == SQLITE_OK &&
        sqlite3_bind_text(row, 1, table, -1, SQLITE_STATIC) == SQLITE_OK && sqlite3_step(row) == SQLITE_ROW) {
        place.second = qsizetype(sqlite3_column_int64(row, 1));
        place.first = (sqlite3_column_int64(row, 0) - 1) * place.second;
    }
    sqlite3_finalize(row);
    sqlite3_close(database);
    return place;
}

} // namespace

class FaultMatrixTest final : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<OshaqdProcess> m_seed;

    /// What has to hold after each of them.
    void judge(FaultSite &site, bool canForgetKeys = false)
    {
        const FaultVerdict verdict = site.finish(canForgetKeys);
        qInfo().noquote() << verdict.text();
        QVERIFY2(verdict.problem.isEmpty(), qPrintable(verdict.problem));
        QVERIFY(verdict.acknowledged > 0);
        QCOMPARE(verdict.lost, 0);
        QCOMPARE(verdict.doubled, 0);
        QCOMPARE(verdict.wrong, 0);
        QVERIFY(verdict.readsRight > 0);
        QVERIFY2(verdict.recoveredMs >= 0, "no order was acknowledged after the fault");
    }

    /// It is not ready, and the word for what is wrong is said to whoever asks.
    static void expectNotReady(FaultSite &site, const QByteArray &said)
    {
        const QByteArray ready = site.ready();
        QVERIFY2(ready.startsWith("503") && ready.contains('"' + said + '"'), ready.constData());
    }

    /// Starts with a watchdog of two seconds, lets a thread stand still, and waits for the program to end by itself.
    void stick(FaultSite &site, const char *thread)
    {
        QCOMPARE(site.start({QStringLiteral("--set"), QStringLiteral("server.watchdog_s=2"), QStringLiteral("--set"),
                             QStringLiteral("server.threads=1")}),
                 QString());
        site.keepRunning(false);
        site.stickThread(thread);
        QVERIFY(site.until([&] { return site.faults().threadsHeld > 0; }));
        QVERIFY2(site.until([&] { return !site.hub().isRunning(); }, 60'000), "nothing ended it");
        QCOMPARE(site.hub().lastExitCode(), 70);
        QVERIFY2(site.log().contains(" is stuck: "), "the log does not say why");
        // As a service manager does.
        site.stickThread("");
        site.keepRunning(true);
        site.recover();
        QCOMPARE(site.restarts(), 1);
        judge(site);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        m_seed = std::make_unique<OshaqdProcess>(m_directory->filePath(QStringLiteral("seed")));
        QCOMPARE(m_seed->init(), QString());
        QCOMPARE(m_seed->importSampleMenu(), QString());
    }

    void diskFull()
    {
        FaultSite site(*m_seed);
        if (!site.makeSmallDisk(8, 5'000'000))
            QSKIP("a tmpfs cannot be mounted here");
        QCOMPARE(site.start(), QString());
        QVERIFY2(site.untilRefused(extent(300), 120'000), "the disk never filled up");
        expectNotReady(site, "disk_full");
        // What a person would delete.
        QVERIFY(site.removeBallast());
        site.recover();
        QCOMPARE(site.restarts(), 0);
        QByteArray ready;
        QTRY_VERIFY2((ready = site.ready()).startsWith("200"), ready.constData());
        judge(site);
    }

    void disk_data()
    {
        QTest::addColumn<uint>("files");
        QTest::addColumn<int>("writeErrno");
        QTest::addColumn<int>("syncErrno");
        QTest::addColumn<int>("openErrno");
        QTest::addColumn<int>("syncsToFail");
        QTest::addColumn<QByteArray>("said");
        QTest::newRow("error on write") << faultfile::all << EIO << 0 << 0 << -1 << QByteArray("disk_fails");
        QTest::newRow("error on one sync") << faultfile::all << 0 << EIO << 0 << 1 << QByteArray();
        QTest::newRow("error on sync") << faultfile::all << 0 << EIO << 0 << -1 << QByteArray("disk_fails");
        QTest::newRow("read-only") << faultfile::all << EROFS << 0 << EROFS << -1 << QByteArray("disk_read_only");
    }
    void disk()
    {
        QFETCH(uint, files);
        QFETCH(int, writeErrno);
        QFETCH(int, syncErrno);
        QFETCH(int, openErrno);
        QFETCH(int, syncsToFail);
        QFETCH(QByteArray, said);
        FaultSite site(*m_seed);
        QCOMPARE(site.start(), QString());
        site.failDisk(files, writeErrno, syncErrno, openErrno, syncsToFail);
        if (syncsToFail > 0)
            QVERIFY(site.until([&] { return site.faults().syncsFailed > 0; }));
        else
            QVERIFY(site.untilRefused(extent(300)));
        if (!said.isEmpty())
            expectNotReady(site, said);
        QVERIFY(site.faults().writesFailed + site.faults().syncsFailed > 0);
        site.healDisk();
        site.recover();
        if (syncErrno != 0)
            QVERIFY(site.faults().bytesForgotten > 0);
        QCOMPARE(site.restarts(), 0);
        judge(site);
    }

    void checkpointSyncFails()
    {
        FaultSite site(*m_seed);
        QCOMPARE(site.start(), QString());
        // Only the copying of the log into the file fails; commits themselves would go on.
        site.failDisk(faultfile::record, 0, EIO, 0);
        QVERIFY(site.untilRefused(extent(100)));
        expectNotReady(site, "disk_fails");
        QVERIFY(site.faults().bytesForgotten > 0);
        site.healDisk();
        site.recover();
        QCOMPARE(site.restarts(), 0);
        judge(site);
    }

    void corruptedPage()
    {
        FaultSite site(*m_seed);
        QCOMPARE(site.start(), QString());
        // The menu is read by everybody and written by nobody here, so its page is not in the log.
        const auto place = pageOf(site.file(QStringLiteral("hub.db")), "items");
        QVERIFY(place.second > 0);
        QFile file(site.file(QStringLiteral("hub.db")));
        QVERIFY(file.open(QIODevice::ReadWrite | QIODevice::Unbuffered));
        QVERIFY(file.seek(place.first));
        const QByteArray good = file.read(place.second);
        QVERIFY(file.seek(place.first));
        QCOMPARE(file.write(QByteArray(place.second, '\xa5')), qint64(place.second));
        // Who reads it hears that it cannot be read, and no other menu.
        BlockingHttp http(site.hub().port(), site.hub().businessToken());
        QVERIFY(site.until([&] {
            const auto answer = http.get("/api/v1/business/items");
            return answer && answer->status == 503;
        }));
        QVERIFY(site.untilRefused(extent(100)));
        expectNotReady(site, "record_damaged");
        QVERIFY(file.seek(place.first));
        QCOMPARE(file.write(good), qint64(place.second));
        site.recover();
        QCOMPARE(site.restarts(), 0);
        judge(site);
    }

    void deletedLog_data()
    {
        QTest::addColumn<QStringList>("files");
        QTest::newRow("log") << QStringList{QStringLiteral("hub.db-wal")};
        QTest::newRow("index") << QStringList{QStringLiteral("hub.db-shm")};
        QTest::newRow("both") << QStringList{QStringLiteral("hub.db-wal"), QStringLiteral("hub.db-shm")};
    }
    void deletedLog()
    {
        QFETCH(QStringList, files);
        FaultSite site(*m_seed);
        QCOMPARE(site.start(), QString());
        for (const QString &name : files)
            QVERIFY(QFile::remove(site.file(name)));
        QVERIFY(site.until([&] { return site.restarts() == 1; }));
        QCOMPARE(site.lastExitCode(), 75);
        site.recover();
        QCOMPARE(site.restarts(), 1);
        judge(site);
    }

    void recordTakenAway()
    {
        FaultSite site(*m_seed);
        QCOMPARE(site.start(), QString());
        QVERIFY(QFile::rename(site.file(QStringLiteral("hub.db")), site.file(QStringLiteral("away"))));
        QVERIFY(site.untilRefused(extent(100)));
        expectNotReady(site, "record_gone");
        // What a person does is to put it back.
        QVERIFY(QFile::rename(site.file(QStringLiteral("away")), site.file(QStringLiteral("hub.db"))));
        site.recover();
        QCOMPARE(site.restarts(), 0);
        judge(site);
    }

    void filesRunOut_data()
    {
        QTest::addColumn<bool>("fromTheStart");
        QTest::newRow("a low limit") << true;
        QTest::newRow("none left") << false;
    }
    void filesRunOut()
    {
        QFETCH(bool, fromTheStart);
        FaultSite site(*m_seed);
        QStringList wrapper;
        if (fromTheStart)
            wrapper << QStringLiteral("prlimit") << QStringLiteral("--nofile=256:256");
        QCOMPARE(site.start({}, wrapper), QString());
        const qint64 pid = site.hub().pid();
        const rlim_t before = limitOf(pid, RLIMIT_NOFILE).rlim_cur;
        if (!fromTheStart)
            setLimit(pid, RLIMIT_NOFILE, rlim_t(openFiles(pid)) + 2);
        {
            SilentConnections crowd(site.hub().port());
            crowd.open(300);
            QVERIFY(site.untilAcknowledged(extent(100)));
            // Also the record can be opened again meanwhile.
            site.failDisk(faultfile::all, 0, EIO, 0, 1);
            QVERIFY(site.until([&] { return site.faults().syncsFailed > 0; }));
            site.healDisk();
            QVERIFY(!fromTheStart || site.untilAcknowledged(extent(100)));
        }
        setLimit(pid, RLIMIT_NOFILE, before);
        site.recover();
        QCOMPARE(site.restarts(), 0);
        judge(site);
    }

    void memoryRunsOut()
    {
        FaultSite site(*m_seed);
        QCOMPARE(site.start(), QString());
        const qint64 pid = site.hub().pid();
        const rlim_t before = limitOf(pid, RLIMIT_AS).rlim_cur;
        setLimit(pid, RLIMIT_AS, rlim_t(memoryKb(pid, "VmSize") + 256) * 1024);
        SilentConnections greedy(site.hub().port());
        greedy.open(400);
        const QByteArray body(200'000, ' ');
        greedy.send("POST /api/v1/user/orders/create HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                    "Content-Length: 250000\r\n\r\n" +
                    body);
        const qint64 acknowledged = site.load().acknowledgements();
        QVERIFY(site.until(
            [&] { return site.restarts() > 0 || site.load().acknowledgements() >= acknowledged + extent(200); }));
        qInfo("health: %s", site.ready().constData());
        greedy.close();
        if (site.restarts() == 0)
            setLimit(pid, RLIMIT_AS, before);
        site.recover();
        judge(site);
    }

    void clockJumps_data()
    {
        QTest::addColumn<qint64>("byMs");
        QTest::newRow("backAnHour") << -hourMs;
        QTest::newRow("forwardAnHour") << hourMs;
        QTest::newRow("backADay") << -25 * hourMs;
        QTest::newRow("forwardADay") << 25 * hourMs;
    }
    void clockJumps()
    {
        QFETCH(qint64, byMs);
        FaultSite site(*m_seed);
        QCOMPARE(site.start(), QString());
        site.faults().clockOffsetMs = byMs;
        QVERIFY(site.untilAcknowledged(extent(60)));
        qInfo("health: %s", site.ready().constData());
        site.faults().clockOffsetMs = 0;
        site.recover();
        QCOMPARE(site.restarts(), 0);
        // A guest's keys are kept for a day of this clock.
        judge(site, std::abs(byMs) > 24 * hourMs);
    }

    void namesHang()
    {
        FaultSite site(*m_seed);
        QCOMPARE(site.start(), QString());
        site.faults().namesHang = 1;
        BlockingHttp http(site.hub().port(), site.hub().businessToken());
        const auto made =
            http.request("POST", "/api/v1/business/webhooks", R"({"url":"https://hooks.example.com/orders"})",
                         {{"Idempotency-Key", "webhook"}});
        QVERIFY(made && made->status == 201);
        QVERIFY(site.until([&] { return site.faults().namesHeld > 0; }));
        QVERIFY(site.untilAcknowledged(extent(100)));
        QVERIFY(site.ready().startsWith("200"));
        // It ends when it is told to, whatever hangs outside.
        ::kill(pid_t(site.hub().pid()), SIGTERM);
        QVERIFY2(site.until([&] { return site.restarts() == 1; }, 60'000), "it did not end");
        QCOMPARE(site.lastExitCode(), 70);
        QVERIFY2(site.log().contains("what was acknowledged is stored"), "the log does not say why");
        site.faults().namesHang = 0;
        site.recover();
        judge(site);
    }

    void halfOpenConnections()
    {
        FaultSite site(*m_seed);
        QCOMPARE(site.start(), QString());
        SilentConnections crowd(site.hub().port());
        const int opened = crowd.open(isLong() ? 8'000 : 3'000);
        QVERIFY(opened >= 2'000);
        crowd.send("POST /api/v1/user/orders/create HTTP/1.1\r\nHost: x\r\n");
        QVERIFY(site.untilAcknowledged(extent(60)));
        QVERIFY(site.ready().startsWith("200"));
        crowd.close();
        site.recover();
        QCOMPARE(site.restarts(), 0);
        judge(site);
    }

    void clientsThatReadNothing()
    {
        FaultSite site(*m_seed);
        QCOMPARE(site.start(), QString());
        const qint64 before = memoryKb(site.hub().pid(), "VmRSS");
        SilentConnections deaf(site.hub().port(), 4096);
        QCOMPARE(deaf.open(50), 50);
        const QByteArray ask = "GET /api/v1/business/orders?limit=200 HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " +
                               site.hub().businessToken() + "\r\n\r\n";
        deaf.send(ask.repeated(12));
        QVERIFY(site.untilAcknowledged(extent(100)));
        qInfo("health: %s; resident %lld kB, before %lld kB", site.ready().constData(),
              memoryKb(site.hub().pid(), "VmRSS"), before);
        deaf.close();
        site.recover();
        QCOMPARE(site.restarts(), 0);
        judge(site);
    }

    void stuckWriter()
    {
        FaultSite site(*m_seed);
        stick(site, "oshaq-writer");
    }

    void stuckHttpThread()
    {
        FaultSite site(*m_seed);
        stick(site, "http-1");
    }

    void slowDisk()
    {
        FaultSite site(*m_seed);
        QCOMPARE(site.start({QStringLiteral("--set"), QStringLiteral("server.watchdog_s=2")}), QString());
        site.faults().files = faultfile::all;
        site.faults().slowSyncMs = 5'000;
        QVERIFY(site.untilAcknowledged(1));
        QVERIFY(site.untilAcknowledged(1));
        site.healDisk();
        site.recover();
        QCOMPARE(site.restarts(), 0);
        judge(site);
    }

    /// As a machine that slept: everything stands still, and goes on.
    void stoppedForAWhile()
    {
        FaultSite site(*m_seed);
        QCOMPARE(site.start({QStringLiteral("--set"), QStringLiteral("server.watchdog_s=2")}), QString());
        const auto pid = pid_t(site.hub().pid());
        ::kill(pid, SIGSTOP);
        QVERIFY(!site.untilAcknowledged(1'000'000, 5'000));
        ::kill(pid, SIGCONT);
        site.recover();
        QCOMPARE(site.restarts(), 0);
        judge(site);
    }
};

QTEST_GUILESS_MAIN(FaultMatrixTest)
#include "faultmatrixtest.moc"

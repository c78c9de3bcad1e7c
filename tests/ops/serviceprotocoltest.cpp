// SPDX-License-Identifier: GPL-3.0-or-later
//
// The real program under a service manager that is ours: ready when it accepts connections, alive while its writer is,
// silent when it is not, reading its configuration again on SIGHUP, saying that it stops.

#include "tests/support/blockinghttp.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <csignal>
#include <cstring>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

using namespace oshaq::test;

namespace {

constexpr int patienceMs = 30'000;
constexpr int watchdogMs = 1'000;

} // namespace

class ServiceProtocolTest final : public QObject
{
    Q_OBJECT

private:
    /// What came since the last time, a line each.
    QList<QByteArray> heard()
    {
        std::array<char, 1024> bytes{};
        for (ssize_t count = 0; (count = ::recv(m_socket, bytes.data(), bytes.size(), 0)) >= 0;)
            m_heard += QByteArray(bytes.data(), int(count)).split('\n');
        return m_heard;
    }
    int count(const QByteArray &line) { return int(heard().count(line)); }

    void start(const QStringList &wrapper = {})
    {
        QStringList command = wrapper;
        command << QStringLiteral(OSHAQ_BIN_DIR "/oshaqd") << QStringLiteral("serve") << QStringLiteral("--data")
                << m_directory->filePath(QStringLiteral("site")) << QStringLiteral("--listen")
                << QStringLiteral("127.0.0.1:0") << QStringLiteral("--config")
                << m_directory->filePath(QStringLiteral("site.ini"));
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("NOTIFY_SOCKET"), m_directory->filePath(QStringLiteral("notify")));
        environment.insert(QStringLiteral("WATCHDOG_USEC"), QString::number(watchdogMs * 1000));
        m_process.setProcessEnvironment(environment);
        m_process.setStandardInputFile(QProcess::nullDevice());
        m_process.setProgram(command.takeFirst());
        m_process.setArguments(command);
        m_process.start();
    }

    QByteArray log() const
    {
        QFile file(m_directory->filePath(QStringLiteral("site/log/oshaq.log")));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    void configure(const QByteArray &text)
    {
        QFile file(m_directory->filePath(QStringLiteral("site.ini")));
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        QVERIFY(file.write(text) == text.size());
    }

    std::unique_ptr<QTemporaryDir> m_directory;
    QProcess m_process;
    int m_socket = -1;
    QList<QByteArray> m_heard;

private Q_SLOTS:
    void init()
    {
        m_directory = std::make_unique<QTemporaryDir>();
        m_heard.clear();
        m_socket = ::socket(AF_UNIX, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
        sockaddr_un address = {};
        address.sun_family = AF_UNIX;
        const QByteArray path = QFile::encodeName(m_directory->filePath(QStringLiteral("notify")));
        QVERIFY(std::size_t(path.size()) < sizeof address.sun_path);
        std::memcpy(address.sun_path, path.constData(), std::size_t(path.size()));
        QCOMPARE(::bind(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof address), 0);
        configure("[log]\nlevel = info\n");
        QProcess made;
        made.start(QStringLiteral(OSHAQ_BIN_DIR "/oshaqd"),
                   {QStringLiteral("init"), QStringLiteral("--data"), m_directory->filePath(QStringLiteral("site")),
                    QStringLiteral("--business"), QStringLiteral("Service")});
        QVERIFY(made.waitForFinished(patienceMs));
        QCOMPARE(made.exitCode(), 0);
    }

    void cleanup()
    {
        if (m_process.state() != QProcess::NotRunning) {
            ::kill(pid_t(m_process.processId()), SIGCONT);
            m_process.kill();
            m_process.waitForFinished(patienceMs);
        }
        ::close(m_socket);
    }

    void readyAliveStopping()
    {
        start();
        QTRY_COMPARE_WITH_TIMEOUT(count("READY=1"), 1, patienceMs);
        // Who is told that it is ready finds the door open.
        QVERIFY(m_process.canReadLine() || m_process.waitForReadyRead(patienceMs));
        const QByteArray line = m_process.readLine();
        const int port = line.trimmed().mid(line.lastIndexOf(':') + 1).toInt();
        BlockingHttp http(quint16(port), {});
        const auto answer = http.get("/health/ready");
        QVERIFY(answer && answer->status == 200);
        QTRY_VERIFY_WITH_TIMEOUT(count("WATCHDOG=1") >= 3, patienceMs);
        QCOMPARE(count("STOPPING=1"), 0);
        m_process.terminate();
        QVERIFY(m_process.waitForFinished(patienceMs));
        QCOMPARE(m_process.exitCode(), 0);
        QCOMPARE(count("STOPPING=1"), 1);
    }

    /// What it only needs to send something is not loaded before (ADR 38).
    void carriesNeitherCurlNorWhatDrawsUntilItSendsOrDraws()
    {
        start();
        QTRY_COMPARE_WITH_TIMEOUT(count("READY=1"), 1, patienceMs);
        QFile maps(QStringLiteral("/proc/%1/maps").arg(m_process.processId()));
        QVERIFY(maps.open(QIODevice::ReadOnly));
        const QByteArray mapped = maps.readAll();
        QVERIFY(mapped.contains("libsqlite3.so"));
        for (const char *late : {"libcurl.so", "libQt6Gui.so", "libpango", "libcairo.so", "liboshaq_drawing.so"})
            QVERIFY2(!mapped.contains(late), late);
        m_process.terminate();
        QVERIFY(m_process.waitForFinished(patienceMs));
    }

    void silentWhenTheWriterHangs()
    {
        start();
        QTRY_VERIFY_WITH_TIMEOUT(count("WATCHDOG=1") >= 2, patienceMs);
        // Somebody else holds the file's write lock: the writer waits for it, its event loop does not.
        QProcess holder;
        holder.start(QStringLiteral("python3"),
                     {QStringLiteral("-c"),
                      QStringLiteral("import sqlite3,sys\n"
                                     "d=sqlite3.connect(sys.argv[1],isolation_level=None)\n"
                                     "d.execute('BEGIN IMMEDIATE')\nprint('held',flush=True)\nsys.stdin.read()\n"),
                      m_directory->filePath(QStringLiteral("site/hub.db"))});
        QVERIFY(holder.waitForReadyRead(patienceMs));
        // One answer may be on its way.
        QDeadlineTimer settled(watchdogMs);
        while (!settled.hasExpired())
            QTest::qWait(20);
        const int before = count("WATCHDOG=1");
        QDeadlineTimer silent(3 * watchdogMs);
        while (!silent.hasExpired())
            QTest::qWait(20);
        QCOMPARE(count("WATCHDOG=1"), before);
        holder.closeWriteChannel();
        QVERIFY(holder.waitForFinished(patienceMs));
        QTRY_VERIFY_WITH_TIMEOUT(count("WATCHDOG=1") > before, patienceMs);
    }

    void silentWhenItIsStopped()
    {
        start();
        QTRY_VERIFY_WITH_TIMEOUT(count("WATCHDOG=1") >= 1, patienceMs);
        ::kill(pid_t(m_process.processId()), SIGSTOP);
        heard();
        QTest::qWait(100);
        const int before = count("WATCHDOG=1");
        QTest::qWait(2 * watchdogMs);
        QCOMPARE(count("WATCHDOG=1"), before);
        ::kill(pid_t(m_process.processId()), SIGCONT);
        QTRY_VERIFY_WITH_TIMEOUT(count("WATCHDOG=1") > before, patienceMs);
    }

    void hangUpReadsTheConfigurationAgain()
    {
        start();
        QTRY_COMPARE_WITH_TIMEOUT(count("READY=1"), 1, patienceMs);
        QVERIFY(!log().contains(" debug "));
        configure("[log]\nlevel = debug\n[server]\nthreads = 3\n");
        ::kill(pid_t(m_process.processId()), SIGHUP);
        QTRY_VERIFY_WITH_TIMEOUT(log().contains("log.level is debug - after a restart: server.threads"), patienceMs);
        // Nonsense changes nothing.
        configure("[log]\nlevel = loud\n");
        ::kill(pid_t(m_process.processId()), SIGHUP);
        QTRY_VERIFY_WITH_TIMEOUT(log().contains("the configuration was not read again: "), patienceMs);
        QVERIFY(log().contains("site.ini:2: log.level is one of"));
        QCOMPARE(m_process.state(), QProcess::Running);
        m_process.terminate();
        QVERIFY(m_process.waitForFinished(patienceMs));
        QCOMPARE(m_process.exitCode(), 0);
    }
};

QTEST_GUILESS_MAIN(ServiceProtocolTest)
#include "serviceprotocoltest.moc"

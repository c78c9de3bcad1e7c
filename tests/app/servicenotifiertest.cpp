// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/servicenotifier.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <array>
#include <atomic>
#include <cstring>
#include <vector>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

using namespace oshaq;

namespace {

/// The manager's end of the socket.
class Manager
{
    Q_DISABLE_COPY_MOVE(Manager)

public:
    explicit Manager(const QByteArray &path)
        : m_socket(::socket(AF_UNIX, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0))
    {
        sockaddr_un address = {};
        address.sun_family = AF_UNIX;
        std::memcpy(address.sun_path, path.constData(), std::size_t(path.size()));
        if (address.sun_path[0] == '@')
            address.sun_path[0] = '\0';
        const auto length = socklen_t(offsetof(sockaddr_un, sun_path) + std::size_t(path.size()));
        m_isBound = ::bind(m_socket, reinterpret_cast<const sockaddr *>(&address), length) == 0;
    }
    ~Manager() { ::close(m_socket); }

    bool isBound() const { return m_isBound; }
    /// All that it was told.
    const QList<QByteArray> &heard()
    {
        std::array<char, 512> bytes{};
        for (ssize_t count = 0; (count = ::recv(m_socket, bytes.data(), bytes.size(), 0)) >= 0;)
            m_heard << QByteArray(bytes.data(), int(count));
        return m_heard;
    }

private:
    int m_socket;
    bool m_isBound = false;
    QList<QByteArray> m_heard;
};

} // namespace

class ServiceNotifierTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsTheManager_data()
    {
        QTest::addColumn<QByteArray>("socket");
        QTest::newRow("path") << QFile::encodeName(m_directory.filePath(QStringLiteral("notify")));
        QTest::newRow("abstract") << QByteArray("@oshaq-test-") +
                                         QByteArray::number(QCoreApplication::applicationPid());
    }
    void tellsTheManager()
    {
        QFETCH(QByteArray, socket);
        Manager manager(socket);
        QVERIFY(manager.isBound());
        qputenv("NOTIFY_SOCKET", socket);
        qputenv("WATCHDOG_USEC", "30000000");
        qputenv("WATCHDOG_PID", QByteArray::number(QCoreApplication::applicationPid()));
        const auto notifier = ServiceNotifier::fromEnvironment();
        QVERIFY(notifier.isListening());
        QCOMPARE(notifier.watchdogMs(), 30'000);
        QVERIFY(!qEnvironmentVariableIsSet("NOTIFY_SOCKET"));
        QVERIFY(!qEnvironmentVariableIsSet("WATCHDOG_USEC"));
        QVERIFY(notifier.send("READY=1"));
        QVERIFY(notifier.send("STATUS=working\nWATCHDOG=1"));
        QCOMPARE(manager.heard(), (QList<QByteArray>{"READY=1", "STATUS=working\nWATCHDOG=1"}));
    }

    void nobodyListens()
    {
        QVERIFY(!ServiceNotifier::fromEnvironment().isListening());
        QVERIFY(!ServiceNotifier().send("READY=1"));
        QVERIFY(!ServiceNotifier("nonsense", 0).send("READY=1"));
        QVERIFY(!ServiceNotifier("/" + QByteArray(200, 'x'), 0).send("READY=1"));
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("the service manager does not hear.*")));
        QVERIFY(!ServiceNotifier("/nowhere/notify", 0).send("READY=1"));
        // Somebody else's watchdog.
        qputenv("NOTIFY_SOCKET", "/nowhere/notify");
        qputenv("WATCHDOG_USEC", "30000000");
        qputenv("WATCHDOG_PID", "1");
        QCOMPARE(ServiceNotifier::fromEnvironment().watchdogMs(), 0);
    }

    void aliveOnlyWhileBothAnswer()
    {
        const QByteArray socket = "@oshaq-watchdog-" + QByteArray::number(QCoreApplication::applicationPid());
        Manager manager(socket);
        QVERIFY(manager.isBound());
        std::vector<ServiceWatchdog::Answered> open;
        bool isAnswering = true;
        bool canAsk = true;
        int asked = 0;
        ServiceWatchdog watchdog(ServiceNotifier(socket, 80), [&](ServiceWatchdog::Answered answered) {
            ++asked;
            if (isAnswering)
                answered(canAsk);
            else
                open.push_back(std::move(answered));
        });
        QTRY_VERIFY(manager.heard().size() > 0);
        QCOMPARE(manager.heard().front(), QByteArray("WATCHDOG=1"));
        // The question cannot be asked: it is asked again, and nothing goes out meanwhile.
        canAsk = false;
        QCoreApplication::processEvents();
        qsizetype pings = manager.heard().size();
        const int refused = asked;
        QTRY_VERIFY(asked >= refused + 3);
        QCOMPARE(manager.heard().size(), pings);
        canAsk = true;
        // The other thread hangs: one question is open, and nothing goes out.
        isAnswering = false;
        QTRY_COMPARE(open.size(), std::size_t(1));
        pings = manager.heard().size();
        const int before = asked;
        QDeadlineTimer someTime(400);
        while (!someTime.hasExpired())
            QCoreApplication::processEvents(QEventLoop::AllEvents, 10);
        QCOMPARE(asked, before);
        QCOMPARE(manager.heard().size(), pings);
        // It goes on, on its own thread, while this event loop stands still: silence until that moves.
        std::atomic<bool> isDone = false;
        const auto answer = open.front();
        class Answering final : public QThread
        {
        public:
            std::function<void()> what;

        protected:
            void run() override { what(); }
        } thread;
        thread.what = [&] {
            answer(true);
            isDone = true;
        };
        isAnswering = true;
        thread.start();
        QVERIFY(thread.wait());
        QVERIFY(isDone);
        QCOMPARE(manager.heard().size(), pings);
        QTRY_VERIFY(manager.heard().size() > pings);
        watchdog.stop();
    }

    void noWatchdogNoQuestion()
    {
        int asked = 0;
        const ServiceWatchdog watchdog(ServiceNotifier("@oshaq-none", 0), [&](const auto &) { ++asked; });
        QCoreApplication::processEvents();
        QCOMPARE(asked, 0);
    }

private:
    QTemporaryDir m_directory;
};

QTEST_GUILESS_MAIN(ServiceNotifierTest)
#include "servicenotifiertest.moc"

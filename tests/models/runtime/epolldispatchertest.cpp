// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/runtime/epolldispatcher.h"

#include <QElapsedTimer>
#include <QSocketNotifier>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QThread>
#include <QTimer>

#include <atomic>
#include <condition_variable>
#include <functional>
#include <mutex>

#include <sys/socket.h>
#include <unistd.h>

using namespace oshaq;

namespace {

/// A thread with the dispatcher, and an object that lives on it.
class Loop final : public QThread
{
public:
    Loop()
    {
        auto dispatcher = EpollDispatcher::make();
        if (!dispatcher)
            qFatal("no descriptors");
        setEventDispatcher(dispatcher.release());
        start();
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_context != nullptr; });
    }
    ~Loop() override
    {
        quit();
        wait();
    }

    QObject *context() const { return m_context; }
    void post(std::function<void()> task) { QMetaObject::invokeMethod(m_context, std::move(task), Qt::QueuedConnection); }
    void run(std::function<void()> task)
    {
        QMetaObject::invokeMethod(m_context, std::move(task), Qt::BlockingQueuedConnection);
    }

protected:
    void run() override
    {
        QObject context;
        {
            const std::lock_guard lock(m_mutex);
            m_context = &context;
            m_changed.notify_one();
        }
        exec();
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    QObject *m_context = nullptr;
};

struct Pair
{
    Pair() { ok = ::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, ends) == 0; }
    ~Pair()
    {
        ::close(ends[0]);
        if (ends[1] >= 0)
            ::close(ends[1]);
    }
    void hangUp()
    {
        ::close(ends[1]);
        ends[1] = -1;
    }
    int ends[2] = {-1, -1};
    bool ok = false;
};

} // namespace

class EpollDispatcherTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isTheThreadsOwn()
    {
        Loop loop;
        loop.run([&] {
            QVERIFY(qobject_cast<EpollDispatcher *>(QAbstractEventDispatcher::instance()));
        });
    }

    void noWakeUpIsLost()
    {
        Loop loop;
        constexpr int each = 20'000;
        std::atomic<int> done = 0;
        std::vector<std::unique_ptr<QThread>> threads;
        for (int i = 0; i < 4; ++i) {
            threads.emplace_back(QThread::create([&] {
                for (int n = 0; n < each; ++n)
                    loop.post([&done] { ++done; });
            }));
            threads.back()->start();
        }
        for (const auto &thread : threads)
            QVERIFY(thread->wait());
        QTRY_COMPARE(done.load(), 4 * each);
        // And one by one, each after the loop has gone to sleep.
        for (int n = 0; n < 2'000; ++n) {
            std::atomic<bool> isDone = false;
            loop.run([&isDone] { isDone = true; });
            QVERIFY(isDone);
        }
    }

    void timersComeInTheirOrder()
    {
        Loop loop;
        std::mutex mutex;
        QList<int> order;
        int zero = 0;
        loop.run([&] {
            for (const int ms : {30, 10, 20}) {
                QTimer::singleShot(ms, Qt::PreciseTimer, loop.context(), [&, ms] {
                    const std::lock_guard lock(mutex);
                    order << ms;
                });
            }
            auto *idle = new QTimer(loop.context());
            QObject::connect(idle, &QTimer::timeout, idle, [&, idle] {
                if (++zero == 100)
                    idle->stop();
            });
            idle->start(0);
        });
        const auto seen = [&] {
            const std::lock_guard lock(mutex);
            return order;
        };
        QTRY_COMPARE(seen().size(), 3);
        QCOMPARE(seen(), QList<int>({10, 20, 30}));
        loop.run([&] { QCOMPARE(zero, 100); });
    }

    void aTimerMayStopItselfAndOthers()
    {
        Loop loop;
        std::atomic<int> fired = 0;
        loop.run([&] {
            auto *first = new QTimer(loop.context());
            auto *second = new QTimer(loop.context());
            for (QTimer *timer : {first, second}) {
                QObject::connect(timer, &QTimer::timeout, timer, [&fired, first, second] {
                    ++fired;
                    first->stop();
                    second->stop();
                });
                timer->start(5);
            }
            QCOMPARE(QAbstractEventDispatcher::instance()->registeredTimers(first).size(), 1);
            QVERIFY(first->remainingTime() <= 5);
        });
        QTRY_COMPARE(fired.load(), 1);
        loop.run([&] {
            auto *last = new QTimer(loop.context());
            QObject::connect(last, &QTimer::timeout, last, [&fired] { ++fired; });
            last->start(10);
        });
        QTRY_VERIFY(fired.load() >= 4); // it goes on by itself
        loop.run([&] { QVERIFY(!QAbstractEventDispatcher::instance()->unregisterTimer(4711)); });
    }

    void aDescriptorThatComesAgainIsAnotherOne()
    {
        Loop loop;
        loop.run([&] {
            for (int round = 0; round < 200; ++round) {
                Pair pair;
                QVERIFY(pair.ok);
                int heard = 0;
                QSocketNotifier notifier(pair.ends[0], QSocketNotifier::Read);
                QObject::connect(&notifier, &QSocketNotifier::activated, &notifier, [&] {
                    char byte = 0;
                    heard += int(::read(pair.ends[0], &byte, 1));
                });
                QCOMPARE(::write(pair.ends[1], "x", 1), 1);
                QElapsedTimer patience;
                patience.start();
                while (heard == 0 && patience.elapsed() < 10'000)
                    QAbstractEventDispatcher::instance()->processEvents(QEventLoop::WaitForMoreEvents);
                QCOMPARE(heard, 1);
                // The next round gets the same number.
            }
        });
    }

    void whatIsSwitchedOffIsSilent()
    {
        Loop loop;
        loop.run([&] {
            Pair pair;
            int heard = 0;
            QSocketNotifier notifier(pair.ends[0], QSocketNotifier::Read);
            QObject::connect(&notifier, &QSocketNotifier::activated, &notifier, [&] { ++heard; });
            QCOMPARE(::write(pair.ends[1], "x", 1), 1);
            notifier.setEnabled(false);
            for (int i = 0; i < 3; ++i)
                QAbstractEventDispatcher::instance()->processEvents(QEventLoop::AllEvents);
            QCOMPARE(heard, 0);
            notifier.setEnabled(true);
            QAbstractEventDispatcher::instance()->processEvents(QEventLoop::AllEvents);
            QCOMPARE(heard, 1); // level-triggered: it was not read
            // One that hears in the middle of a turn that it is not wanted any more.
            QSocketNotifier writer(pair.ends[0], QSocketNotifier::Write);
            int wrote = 0;
            QObject::connect(&writer, &QSocketNotifier::activated, &writer, [&] { ++wrote; });
            QObject::connect(&notifier, &QSocketNotifier::activated, &notifier, [&] { writer.setEnabled(false); });
            QAbstractEventDispatcher::instance()->processEvents(QEventLoop::AllEvents);
            QCOMPARE(wrote, 0);
            QCOMPARE(heard, 2);
        });
    }

    void whoHangsUpIsHeardOf()
    {
        Loop loop;
        loop.run([&] {
            Pair pair;
            int heard = 0;
            QSocketNotifier notifier(pair.ends[0], QSocketNotifier::Read);
            QObject::connect(&notifier, &QSocketNotifier::activated, &notifier, [&] {
                ++heard;
                notifier.setEnabled(false);
            });
            pair.hangUp();
            QElapsedTimer patience;
            patience.start();
            while (heard == 0 && patience.elapsed() < 10'000)
                QAbstractEventDispatcher::instance()->processEvents(QEventLoop::WaitForMoreEvents);
            QCOMPARE(heard, 1);
            // Nobody waits for it now: it must not keep the loop busy.
            QVERIFY(!QAbstractEventDispatcher::instance()->processEvents(QEventLoop::AllEvents));
        });
    }

    void carriesQtsOwnSockets()
    {
        Loop loop;
        constexpr int clients = 50;
        constexpr int bytes = 300'000;
        std::atomic<quint16> port = 0;
        std::atomic<qint64> echoed = 0;
        loop.run([&] {
            auto *server = new QTcpServer(loop.context());
            QVERIFY(server->listen(QHostAddress::LocalHost, 0));
            port = server->serverPort();
            QObject::connect(server, &QTcpServer::newConnection, server, [server] {
                while (QTcpSocket *socket = server->nextPendingConnection()) {
                    QObject::connect(socket, &QTcpSocket::readyRead, socket, [socket] { socket->write(socket->readAll()); });
                    QObject::connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
                }
            });
        });
        // The clients live on the test's own loop, which is Qt's.
        std::vector<std::unique_ptr<QTcpSocket>> sockets;
        for (int i = 0; i < clients; ++i) {
            sockets.push_back(std::make_unique<QTcpSocket>());
            QTcpSocket *socket = sockets.back().get();
            connect(socket, &QTcpSocket::connected, socket, [socket] { socket->write(QByteArray(bytes, 'x')); });
            connect(socket, &QTcpSocket::readyRead, socket, [socket, &echoed] { echoed += socket->readAll().size(); });
            socket->connectToHost(QHostAddress::LocalHost, port);
        }
        QTRY_COMPARE_WITH_TIMEOUT(echoed.load(), qint64(clients) * bytes, 60'000);
        for (const auto &socket : sockets)
            socket->abort();
    }
};

QTEST_GUILESS_MAIN(EpollDispatcherTest)
#include "epolldispatchertest.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/runtime/threadwatch.h"

#include "models/runtime/mailbox.h"

#include <QRegularExpression>
#include <QTest>

#include <atomic>

#include <unistd.h>

using namespace oshaq;
using namespace std::chrono_literals;

namespace {

/// A thread as a test wants it to look.
struct FakeThread
{
    std::atomic<quint64> beats{0};
    std::atomic<bool> isWaiting{false};
    std::atomic<bool> waitsForDisk{false};
    std::atomic<bool> beatsByItself{false};
    std::atomic<int> looks{0};

    ThreadWatch::Watched watched()
    {
        return {QStringLiteral("the thread"), [this] {
                    ++looks;
                    if (beatsByItself)
                        ++beats;
                    return ThreadPulse{beats, isWaiting, waitsForDisk, 0};
                }};
    }
};

/// What the watch said.
struct Said
{
    std::atomic<int> times{0};
    std::mutex mutex;
    QString what;

    ThreadWatch::Options options(int patience)
    {
        return {1ms, patience, [this](const QString &stuck) {
                    const std::lock_guard lock(mutex);
                    what = stuck;
                    ++times;
                }};
    }
};

} // namespace

class ThreadWatchTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aThreadThatGetsNowhereIsStuck()
    {
        FakeThread thread;
        Said said;
        const ThreadWatch watch(said.options(20), {thread.watched()});
        QTRY_COMPARE(said.times.load(), 1);
        QVERIFY(thread.looks >= 20);
        {
            const std::lock_guard lock(said.mutex);
            QVERIFY2(said.what.startsWith(QStringLiteral("the thread is stuck")), qPrintable(said.what));
        }
        // Once is enough.
        const int looks = thread.looks;
        QTRY_VERIFY(thread.looks > looks + 50);
        QCOMPARE(said.times.load(), 1);
    }

    void whoWaitsOrGetsOnIsNot_data()
    {
        QTest::addColumn<bool>("isWaiting");
        QTest::addColumn<bool>("beats");
        QTest::newRow("waits for work") << true << false;
        QTest::newRow("gets on") << false << true;
    }
    void whoWaitsOrGetsOnIsNot()
    {
        QFETCH(bool, isWaiting);
        QFETCH(bool, beats);
        FakeThread thread;
        thread.isWaiting = isWaiting;
        thread.beatsByItself = beats;
        Said said;
        const ThreadWatch watch(said.options(5), {thread.watched()});
        QTRY_VERIFY(thread.looks > 50);
        QCOMPARE(said.times.load(), 0);
    }

    void aSlowDiskIsBelievedTenTimesAsLong()
    {
        FakeThread thread;
        thread.waitsForDisk = true;
        Said said;
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("the disk keeps .* waiting.*")));
        const ThreadWatch watch(said.options(5), {thread.watched()});
        QTRY_COMPARE(said.times.load(), 1);
        QVERIFY(thread.looks >= 50);
    }

    /// What a machine that slept, and a program that was stopped, have in common: time without looks.
    void timeWithoutLooksDoesNotCount()
    {
        FakeThread thread;
        Said said;
        auto options = said.options(3);
        options.tick = 1h;
        const ThreadWatch watch(options, {thread.watched()});
        QTest::qWait(20);
        QCOMPARE(thread.looks.load(), 0);
        QCOMPARE(said.times.load(), 0);
    }

    void itAnswersFromItsOwnThread()
    {
        FakeThread thread;
        thread.isWaiting = true;
        Said said;
        ThreadWatch watch(said.options(5), {thread.watched()});
        std::atomic<qint64> answeredOn{0};
        std::atomic<bool> lives{false};
        watch.ask([&](bool well) {
            lives = well;
            answeredOn = ::gettid();
        });
        QTRY_VERIFY(answeredOn != 0);
        QVERIFY(answeredOn != ::gettid());
        QVERIFY(lives);
        thread.isWaiting = false;
        QTRY_COMPARE(said.times.load(), 1);
        answeredOn = 0;
        watch.ask([&](bool well) {
            lives = well;
            answeredOn = ::gettid();
        });
        QTRY_VERIFY(answeredOn != 0);
        QVERIFY(!lives);
    }

    void withoutPatienceNothingIsStuckAndNotAliveEither()
    {
        FakeThread thread;
        Said said;
        ThreadWatch watch(said.options(0), {thread.watched()});
        QTRY_VERIFY(thread.looks > 50);
        QCOMPARE(said.times.load(), 0);
        std::atomic<int> answer{-1};
        watch.ask([&answer](bool well) { answer = well ? 1 : 0; });
        QTRY_COMPARE(answer.load(), 0);
        // Who waits for the disk lives.
        thread.waitsForDisk = true;
        ++thread.beats;
        const int looks = thread.looks;
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("the disk keeps .* waiting.*")));
        QTRY_VERIFY(thread.looks > looks + 40);
        answer = -1;
        watch.ask([&answer](bool well) { answer = well ? 1 : 0; });
        QTRY_COMPARE(answer.load(), 1);
    }

    void anEventLoopBeatsWhileItTurns()
    {
        Mailbox mailbox;
        const LoopPulse pulse([&mailbox](std::function<void()> task) { mailbox.post(std::move(task)); });
        const quint64 first = pulse().beats;
        QCOMPARE(pulse().beats, first); // nobody turned it
        QCoreApplication::processEvents();
        const ThreadPulse second = pulse();
        QCOMPARE(second.beats, first + 1);
        QCOMPARE(second.threadId, qint64(::gettid()));
        QVERIFY(!second.isWaiting);
        // One question at a time: who does not answer gets no queue of them.
        for (int i = 0; i < 5; ++i)
            static_cast<void>(pulse());
        QCoreApplication::processEvents();
        QCOMPARE(pulse().beats, first + 2);
    }
};

QTEST_GUILESS_MAIN(ThreadWatchTest)
#include "threadwatchtest.moc"

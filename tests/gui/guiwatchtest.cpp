// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/guiwatch.h"

#include <QTest>
#include <QThread>
#include <QTimer>

#include <memory>

using namespace oshaq;

/// What is told of deliveries by a clock that only the test moves.
class GuiWatchTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void fastOnesAreNotTold();
    void theLimitIsTold();
    void theDearestInsideIsNamed();
    void whoDidMostItselfIsTheDearest();
    void whatWaitsInALoopIsNotCharged();
    void receiverMayGoMeanwhile();
    void theApplicationIsWatched();

private:
    static constexpr qint64 msNs = 1'000'000;

    void begin(const QObject &receiver, QEvent::Type type, int loopLevel = 1)
    {
        const QEvent event(type);
        m_watch->begin(receiver, event, loopLevel);
    }
    void work(qint64 ms) { m_nowNs += ms * msNs; }

    qint64 m_nowNs = 0;
    std::unique_ptr<GuiWatch> m_watch;
    QStringList m_told;
};

void GuiWatchTest::init()
{
    m_nowNs = 5 * msNs;
    m_told.clear();
    m_watch = std::make_unique<GuiWatch>(
        GuiWatch::limitNs,
        [this](const GuiWatch::Delivery &whole, const GuiWatch::Delivery &dearest) {
            m_told << whole.text() + QStringLiteral(" | ") + dearest.text();
        },
        [this] { return m_nowNs; });
}

void GuiWatchTest::fastOnesAreNotTold()
{
    QObject receiver;
    begin(receiver, QEvent::Timer);
    work(7);
    m_watch->end();
    begin(receiver, QEvent::Timer);
    work(7);
    m_watch->end();
    QCOMPARE(m_told, QStringList());
}

void GuiWatchTest::theLimitIsTold()
{
    QObject owner;
    QTimer timer(&owner);
    timer.setObjectName(QStringLiteral("pace"));
    begin(timer, QEvent::Timer);
    work(8);
    m_watch->end();
    QCOMPARE(m_told, QStringList(QStringLiteral("QTimer 'pace' of QObject, Timer: 8.0 ms | QTimer 'pace' of QObject, "
                                                "Timer: 8.0 ms")));
}

void GuiWatchTest::theDearestInsideIsNamed()
{
    QObject window;
    QTimer page(&window);
    page.setObjectName(QStringLiteral("page"));
    begin(window, QEvent::UpdateRequest);
    work(1);
    begin(page, QEvent::Paint);
    work(9);
    m_watch->end();
    begin(page, QEvent::Resize);
    work(2);
    m_watch->end();
    m_watch->end();
    QCOMPARE(m_told, QStringList(QStringLiteral("QObject, UpdateRequest: 12.0 ms | QTimer 'page' of QObject, Paint: "
                                                "9.0 ms")));
}

void GuiWatchTest::whoDidMostItselfIsTheDearest()
{
    QObject window;
    QTimer page(&window);
    begin(window, QEvent::KeyPress);
    work(6);
    begin(page, QEvent::Show);
    begin(page, QEvent::Polish);
    work(3);
    m_watch->end();
    work(4);
    m_watch->end();
    m_watch->end();
    QCOMPARE(m_told, QStringList(QStringLiteral("QObject, KeyPress: 13.0 ms | QObject, KeyPress: 6.0 ms")));
}

void GuiWatchTest::whatWaitsInALoopIsNotCharged()
{
    QObject window;
    QObject other;
    begin(window, QEvent::MouseButtonRelease, 1);
    work(3);
    begin(other, QEvent::MetaCall, 2); // a dialog's own loop
    work(20);
    m_watch->end();
    work(4);
    m_watch->end();
    QCOMPARE(m_told, QStringList(QStringLiteral("QObject, MetaCall: 20.0 ms | QObject, MetaCall: 20.0 ms")));
}

void GuiWatchTest::receiverMayGoMeanwhile()
{
    auto receiver = std::make_unique<QTimer>();
    begin(*receiver, QEvent::DeferredDelete);
    receiver.reset();
    work(10);
    m_watch->end();
    QCOMPARE(m_told.size(), 1);
    QVERIFY(m_told.first().startsWith(QStringLiteral("QTimer, DeferredDelete: 10.0 ms")));
}

void GuiWatchTest::theApplicationIsWatched()
{
    int count = 0;
    char name[] = "guiwatchtest";
    char *arguments[] = {name, nullptr};
    int argumentCount = 1;
    GuiWatch watch(0, [&](const GuiWatch::Delivery &whole, const GuiWatch::Delivery &) {
        count += whole.type == QEvent::User ? 1 : 0;
    });
    WatchedApplication application(argumentCount, arguments, &watch);
    QObject receiver;
    QEvent event(QEvent::User);
    QCoreApplication::sendEvent(&receiver, &event);
    QCOMPARE(count, 1);
    QCoreApplication::postEvent(&receiver, new QEvent(QEvent::User));
    QCoreApplication::sendPostedEvents();
    QCOMPARE(count, 2);
    // What another thread delivers is not this thread's time.
    class Sender final : public QThread
    {
    public:
        void run() override
        {
            QObject own;
            QEvent sent(QEvent::User);
            QCoreApplication::sendEvent(&own, &sent);
        }
    } sender;
    sender.start();
    sender.wait();
    QCOMPARE(count, 2);
}

QTEST_APPLESS_MAIN(GuiWatchTest)
#include "guiwatchtest.moc"

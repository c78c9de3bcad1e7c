// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/printservice.h"
#include "models/hub/unpaintedwatch.h"
#include "sync/client/scheduler.h"
#include "sync/integrations/printing/printdispatcher.h"
#include "tests/support/blockinghttp.h"
#include "tests/support/fakeclock.h"
#include "tests/support/liveclient.h"
#include "tests/support/terminalrig.h"
#include "tests/support/testsite.h"
#include "tests/sync/integrations/fakeprinter.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace oshaq;
using namespace oshaq::test;
using Mood = FakePrinter::Mood;

/// A ticket that nobody paints: a real hub, its watch, a printer, and real terminals at the counter and in the kitchen.
class UnpaintedHubTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void unseenThenPainted();
    void paintedInTime();
    void countedInTime();
    void anAcknowledgementThatGotLost();
    void printingRefused();
    void theStationIsOffline();
    void theHubRestarts();
    void guestsHearNothing();

private:
    static constexpr int patienceMs = 20'000;
    static constexpr qint64 limitMs = 10'000;

    struct Screen
    {
        QTemporaryDir directory;
        TerminalRig rig{directory.path()};

        const std::vector<UnpaintedAlarm> &alarms() { return rig.terminal().alarms().alarms(); }
        bool isLive() { return rig.terminal().link().facts().state == LinkStatus::State::Live; }
        bool shows(qint64 orderId)
        {
            const auto tickets = rig.terminal().kitchen().tickets();
            return std::any_of(tickets.begin(), tickets.end(),
                               [orderId](const Ticket &ticket) { return ticket.orderId == orderId; });
        }
    };

    QByteArray url() const { return "http://127.0.0.1:" + QByteArray::number(m_site->port()); }
    std::unique_ptr<Screen> connectAs(Role role)
    {
        auto screen = std::make_unique<Screen>();
        const QString problem = screen->rig.connectTo(url(), m_site->business().terminalTokens.at(role), role);
        if (!problem.isEmpty() || !QTest::qWaitFor([&screen] { return screen->isLive(); }, patienceMs))
            return nullptr;
        return screen;
    }
    bool write(std::function<Result<WriteOutcome>(WriteContext &)> run)
    {
        WriteCommand command;
        command.principal.kind = Principal::Kind::Business;
        command.principal.role = Role::Owner;
        command.principal.businessId = m_site->business().id;
        command.principal.id = m_site->business().id;
        command.run = std::move(run);
        return m_site->hub().writer().submitAndWait(std::move(command)).ok();
    }
    /// A soup for the kitchen, which its screen and the watch know when this returns; 0: they do not.
    qint64 place()
    {
        BlockingHttp http(m_site->port(), m_site->business().guestToken);
        const auto answer =
            http.request("POST", "/api/v1/user/orders/create",
                         R"({"fulfilment":"pickup","items":[{"item_id":)" +
                             QByteArray::number(m_site->business().item("Soup")) + R"(,"quantity":1}]})");
        if (!answer || answer->status != 201)
            return 0;
        const QJsonObject data = QJsonDocument::fromJson(answer->body).object().value(QLatin1String("data")).toObject();
        const qint64 id = data.value(QLatin1String("order_id")).toInteger();
        const bool isThere = !m_kitchen || QTest::qWaitFor([&] { return m_kitchen->shows(id); }, patienceMs);
        return isThere && passes(0) ? id : 0;
    }
    /// While it waits the hub's time goes on a little, as printing needs it. Nobody wakes the watch.
    bool comesTrue(const std::function<bool()> &what)
    {
        return QTest::qWaitFor(
            [&] {
                m_clock.advance(5);
                return what();
            },
            patienceMs);
    }
    /// The watch has looked at what is now, and at what that led to.
    bool passes(qint64 ms)
    {
        m_clock.advance(ms);
        for (int i = 0; i < 3; ++i) {
            const int before = m_watch->looks();
            m_watch->look();
            if (!QTest::qWaitFor([&] { return m_watch->looks() > before; }, patienceMs))
                return false;
            // What it sent to the writer is done before this is.
            if (!write([](WriteContext &) { return Result<WriteOutcome>(WriteOutcome{}); }))
                return false;
        }
        return true;
    }
    qint64 acknowledgements() const { return m_site->rowCount("painted_acks"); }
    void startPrinting();

    FakeClock m_clock;
    std::unique_ptr<FakePrinter> m_printer;
    std::unique_ptr<TestSite> m_site;
    std::unique_ptr<UnpaintedWatch> m_watch;
    QtScheduler m_scheduler;
    std::unique_ptr<PrintDispatcher> m_printing;
    std::unique_ptr<Screen> m_counter;
    std::unique_ptr<Screen> m_kitchen;
};

void UnpaintedHubTest::init()
{
    m_clock.setWallMs(FakeClock::startMs);
    TestSiteOptions options;
    options.clock = &m_clock;
    options.liveTickMs = 100;
    m_site = std::make_unique<TestSite>(options);
    QVERIFY2(m_site->start(), qPrintable(m_site->problem()));
    m_printer = std::make_unique<FakePrinter>();
    QVERIFY(m_printer->listen());
    QVERIFY(write([address = m_printer->address()](WriteContext &context) {
        PrinterEdit edit;
        edit.name = QStringLiteral("Kitchen printer");
        edit.kind = PrinterKind::Network;
        edit.address = address;
        edit.answersStatus = true;
        edit.loopbackToo = true;
        return printwrites::create(context, edit);
    }));
    startPrinting();
    m_watch = std::make_unique<UnpaintedWatch>(m_site->hub());
    m_counter = connectAs(Role::Counter);
    m_kitchen = connectAs(Role::Kitchen);
    QVERIFY(m_counter && m_kitchen);
}

void UnpaintedHubTest::cleanup()
{
    m_kitchen.reset();
    m_counter.reset();
    m_watch.reset();
    m_printing.reset();
    m_site.reset();
    m_printer.reset();
}

void UnpaintedHubTest::startPrinting()
{
    PrintOptions options;
    options.loopbackPrinters = true;
    options.firstPauseMs = 10;
    options.longestPauseMs = 50;
    options.collectAfterMs = 1;
    options.times.answerMs = 300;
    options.times.stallMs = 300;
    options.times.endMs = 300;
    m_printing = std::make_unique<PrintDispatcher>(m_site->hub(), m_scheduler, options);
    m_printing->start();
}

void UnpaintedHubTest::unseenThenPainted()
{
    const qint64 order = place();
    QVERIFY(order);
    QVERIFY(passes(limitMs - 1));
    QVERIFY(m_counter->alarms().empty());
    QVERIFY(passes(1));
    QVERIFY(comesTrue([&] { return m_counter->alarms().size() == 1 && m_kitchen->alarms().size() == 1; }));
    QCOMPARE(m_counter->alarms().front().orderId, order);
    QCOMPARE(m_counter->alarms().front().station, QStringLiteral("Kitchen"));
    QVERIFY(!m_counter->alarms().front().away);
    QVERIFY(comesTrue([&] { return m_counter->alarms().front().paper == PrintJobState::Printed; }));
    QCOMPARE(m_counter->alarms().front().printer, QStringLiteral("Kitchen printer"));
    QCOMPARE(m_printer->papers.size(), 1);

    m_kitchen->rig.terminal().kitchen().reportPainted({order});
    QVERIFY(comesTrue([&] { return m_counter->alarms().empty() && m_kitchen->alarms().empty(); }));
    QVERIFY(passes(10 * limitMs));
    QCOMPARE(m_printer->papers.size(), 1);
}

void UnpaintedHubTest::paintedInTime()
{
    const qint64 order = place();
    QVERIFY(order);
    QVERIFY(passes(limitMs / 2));
    m_kitchen->rig.terminal().kitchen().reportPainted({order});
    QTRY_COMPARE_WITH_TIMEOUT(acknowledgements(), qint64{1}, patienceMs);
    QVERIFY(passes(10 * limitMs));
    QVERIFY(m_site->hub().alarms().of(m_site->business().id).empty());
    QCOMPARE(m_site->rowCount("print_jobs"), qint64{0});
}

void UnpaintedHubTest::countedInTime()
{
    const qint64 order = place();
    QVERIFY(order);
    m_kitchen->rig.terminal().kitchen().reportCounted({order});
    QTRY_COMPARE_WITH_TIMEOUT(acknowledgements(), qint64{1}, patienceMs);
    QVERIFY(passes(10 * limitMs));
    QVERIFY(m_site->hub().alarms().of(m_site->business().id).empty());
    QCOMPARE(m_site->rowCount("print_jobs"), qint64{0});
}

void UnpaintedHubTest::anAcknowledgementThatGotLost()
{
    const qint64 order = place();
    QVERIFY(order);
    m_kitchen->rig.terminal().kitchen().reportPainted({order});
    QTRY_COMPARE_WITH_TIMEOUT(acknowledgements(), qint64{1}, patienceMs);
    QVERIFY(write([](WriteContext &context) {
        const auto done = context.database.run(QStringLiteral("DELETE FROM painted_acks"), {});
        return done ? Result<WriteOutcome>(WriteOutcome{}) : Result<WriteOutcome>(done.error());
    }));
    QVERIFY(passes(0));
    // It is an alarm for as long as the kitchen's screen needs to tell again what it shows.
    QVERIFY(passes(limitMs));
    QVERIFY(comesTrue([&] { return m_site->rowCount("unpainted_tickets") == 1; }));
    QVERIFY(comesTrue([&] { return acknowledgements() == 1 && m_counter->alarms().empty(); }));
    QVERIFY(m_site->hub().alarms().of(m_site->business().id).empty());
}

void UnpaintedHubTest::printingRefused()
{
    m_printer->mood = Mood::PaperOut;
    QVERIFY(place());
    QVERIFY(passes(limitMs));
    QVERIFY(comesTrue(
        [&] { return m_counter->alarms().size() == 1 && m_counter->alarms().front().fault == PrintFault::PaperOut; }));
    QVERIFY(!isOver(m_counter->alarms().front().paper));
    QVERIFY(m_printer->papers.isEmpty());
    m_printer->mood = Mood::Well;
    QVERIFY(comesTrue([&] { return m_counter->alarms().front().paper == PrintJobState::Printed; }));
    QVERIFY(m_counter->alarms().front().fault == PrintFault::None);
    QCOMPARE(m_printer->papers.size(), 1);
}

void UnpaintedHubTest::theStationIsOffline()
{
    m_kitchen.reset();
    const qint64 terminalId = m_site->business().terminalIds.at(Role::Kitchen);
    QTRY_COMPARE_WITH_TIMEOUT(m_site->hub().presence().screen(terminalId).sockets, 0, patienceMs);
    QVERIFY(place());
    QVERIFY(passes(paintwatch::awayAfterMs - 1));
    QVERIFY(m_counter->alarms().empty());
    QVERIFY(passes(1));
    QVERIFY(comesTrue([&] { return m_counter->alarms().size() == 1; }));
    QVERIFY(m_counter->alarms().front().away);
    QVERIFY(comesTrue([&] { return m_printer->papers.size() == 1; }));
    m_kitchen = connectAs(Role::Kitchen);
    QVERIFY(m_kitchen);
    QVERIFY(comesTrue([&] { return m_kitchen->alarms().size() == 1 && !m_counter->alarms().front().away; }));
}

void UnpaintedHubTest::theHubRestarts()
{
    const qint64 order = place();
    QVERIFY(order);
    QVERIFY(passes(limitMs));
    QVERIFY(comesTrue([&] { return m_printer->papers.size() == 1 && m_counter->alarms().size() == 1; }));

    m_watch.reset();
    m_printing.reset();
    QVERIFY2(m_site->restart(), qPrintable(m_site->problem()));
    startPrinting();
    m_watch = std::make_unique<UnpaintedWatch>(m_site->hub());
    const auto follow = [this](Screen &screen, Role role) {
        const QString token = QString::fromLatin1(m_site->business().terminalTokens.at(role));
        return screen.rig.client().setCredentials({QString::fromLatin1(url()), token}).ok();
    };
    QVERIFY(follow(*m_counter, Role::Counter) && follow(*m_kitchen, Role::Kitchen));
    QVERIFY(comesTrue([&] { return m_counter->isLive() && m_counter->alarms().size() == 1; }));
    QCOMPARE(m_counter->alarms().front().orderId, order);
    QVERIFY(passes(10 * limitMs));
    QCOMPARE(m_site->rowCount("print_jobs"), qint64{1});
    QVERIFY(comesTrue([&] { return m_kitchen->isLive(); }));
    m_kitchen->rig.terminal().kitchen().reportPainted({order});
    QVERIFY(comesTrue([&] { return m_counter->alarms().empty(); }));
}

void UnpaintedHubTest::guestsHearNothing()
{
    LiveClient guest(m_site->port(), m_site->business().guestToken, "/api/v1/user/live");
    LiveClient staff(m_site->port(), m_site->business().terminalTokens.at(Role::Counter));
    QVERIFY(guest.waitForHello() && staff.waitForHello());
    QVERIFY(!guest.hellos.first().contains(QLatin1String("alarms")));
    QVERIFY(staff.hellos.first().value(QLatin1String("alarms")).toArray().isEmpty());
    QVERIFY(staff.hellos.first().contains(QLatin1String("alarms")));
    const qint64 order = place();
    QVERIFY(order);
    QVERIFY(passes(limitMs));
    QVERIFY(comesTrue([&] { return !staff.alarms.isEmpty(); }));
    const QJsonObject alarm = staff.alarms.first().value(QLatin1String("alarms")).toArray().first().toObject();
    QCOMPARE(alarm.value(QLatin1String("kind")).toString(), QStringLiteral("unpainted"));
    QCOMPARE(alarm.value(QLatin1String("order_id")).toInteger(), order);
    // Whatever was sent before this heartbeat has come.
    const qsizetype beats = guest.heartbeats.size();
    QVERIFY(comesTrue([&] { return guest.heartbeats.size() > beats + 1; }));
    QVERIFY(guest.alarms.isEmpty());
    QVERIFY(!guest.raw.contains("unpainted"));
}

QTEST_GUILESS_MAIN(UnpaintedHubTest)
#include "unpaintedhubtest.moc"

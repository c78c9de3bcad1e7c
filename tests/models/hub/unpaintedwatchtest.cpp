// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/unpaintedwatch.h"

#include "models/hub/orderservice.h"
#include "models/hub/paintedservice.h"
#include "models/hub/printservice.h"
#include "models/hub/settingsservice.h"
#include "tests/support/fakeclock.h"
#include "tests/support/testsite.h"

#include <QTest>

using namespace oshaq;
using namespace oshaq::test;

/// A ticket that no kitchen screen shows is an alarm and a paper, in time, once, and only then.
class UnpaintedWatchTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void anUnseenTicketIsAnAlarmAndAPaper();
    void screensAreToldOfTheOldest();
    void seenInTime_data();
    void seenInTime();
    void onlyStationsThatMakeSomething();
    void eachStationForItself();
    void theAlarmEnds_data();
    void theAlarmEnds();
    void heldCoursesAreNotWatched();
    void aTicketThatComesBack();
    void anotherStartDoesNotPrintAgain();
    void theHubRestarts();
    void printersByRank();
    void withoutAPrinter();
    void aPaperThatIsDoubled();
    void howFarThePaperIs();
    void theSettingCounts();
    void everyScreenAway();
    void noScreensNothingToWatch();
    void whoPaintsIsAScreen();
    void clocksThatAreSet();

private:
    static constexpr qint64 limitMs = 10'000;

    const TestBusiness &business() const { return m_site->business(); }
    Principal principal(Principal::Kind kind, qint64 id, Role role) const
    {
        Principal principal;
        principal.kind = kind;
        principal.role = role;
        principal.businessId = business().id;
        principal.id = id;
        return principal;
    }
    Result<WriteOutcome> write(std::function<Result<WriteOutcome>(WriteContext &)> run, const Principal *who = nullptr)
    {
        WriteCommand command;
        command.principal = who ? *who : principal(Principal::Kind::Business, business().id, Role::Owner);
        command.run = std::move(run);
        return m_site->hub().writer().submitAndWait(std::move(command));
    }
    NewOrderLine line(const char *item, int course = 1) const
    {
        NewOrderLine one;
        one.itemId = business().item(item);
        one.quantity = 1000;
        one.course = course;
        return one;
    }
    qint64 place(std::vector<NewOrderLine> lines)
    {
        NewOrder order;
        order.guestName = QStringLiteral("Aigerim");
        order.guestPhone = QStringLiteral("+77010000000");
        order.lines = std::move(lines);
        const auto placed = write([order](WriteContext &context) { return orderwrites::create(context, order); });
        return placed ? placed->entityId : 0;
    }
    bool setStatus(qint64 orderId, OrderStatus to)
    {
        OrderCommand command;
        command.to = to;
        command.reason = QStringLiteral("the guest left");
        return write([orderId, command](WriteContext &context) {
                   return orderwrites::command(context, OrderRef{orderId, {}}, command);
               })
            .ok();
    }
    bool acknowledge(qint64 orderId, qint64 stationId, bool counted = false, Role role = Role::Kitchen)
    {
        const qint64 terminalId = business().terminalIds.at(role);
        const Principal screen = principal(Principal::Kind::Terminal, terminalId, role);
        const qint64 nowMs = m_clock.nowMs();
        m_site->hub().presence().painted(terminalId, stationId, m_clock.monotonicMs()); // as the route does
        return write(
                   [=](WriteContext &context) {
                       return paintedwrites::acknowledge(context, {{orderId, stationId, counted}}, nowMs);
                   },
                   &screen)
            .ok();
    }
    qint64 addPrinter(const char *name, const std::function<void(PrinterEdit &)> &with = {})
    {
        PrinterEdit edit;
        edit.name = QString::fromLatin1(name);
        edit.kind = PrinterKind::Network;
        edit.address = QStringLiteral("192.168.1.50");
        if (with)
            with(edit);
        const auto made = write([edit](WriteContext &context) { return printwrites::create(context, edit); });
        return made ? made->entityId : 0;
    }
    bool set(const char *key, const SettingValue &value)
    {
        const auto settings = settingsreads::all(reader(), business().id);
        const settingswrites::Changes changes{{QString::fromLatin1(key), value}};
        return settings && write([changes, version = settings->version](WriteContext &context) {
                               return settingswrites::put(context, changes, version);
                           }).ok();
    }
    qint64 station(const char *name) const
    {
        for (const Station &station : business().catalog.stations) {
            if (station.name == QLatin1String(name))
                return station.id;
        }
        return -1;
    }
    sql::Database &reader()
    {
        m_reader = std::move(m_site->hub().openReader()).value();
        return *m_reader;
    }
    /// Papers of an order, by name of their printer.
    QStringList papers()
    {
        auto rows = reader().query(QStringLiteral("SELECT p.name FROM print_jobs j JOIN printers p"
                                                  " ON p.printer_id = j.printer_id ORDER BY j.job_id"));
        QStringList names;
        while (rows && rows->next())
            names << rows->text(0);
        return names;
    }
    /// Returns when it has looked at what is now, and at whatever that led to.
    bool looked()
    {
        for (int i = 0; i < 3; ++i) {
            const int before = m_watch->looks();
            m_watch->look();
            if (!QTest::qWaitFor([&] { return m_watch->looks() > before; }, 20'000))
                return false;
            // What it sent to the writer is done before this is.
            if (!write([](WriteContext &) { return Result<WriteOutcome>(WriteOutcome{}); }))
                return false;
        }
        return true;
    }
    /// What happened before this is known by then.
    bool pass(qint64 ms)
    {
        if (!looked())
            return false;
        m_clock.advance(ms);
        return looked();
    }
    std::vector<UnpaintedAlarm> alarms() { return m_site->hub().alarms().of(business().id); }

    FakeClock m_clock;
    std::unique_ptr<TestSite> m_site;
    std::unique_ptr<sql::Database> m_reader;
    std::unique_ptr<UnpaintedWatch> m_watch;
};

void UnpaintedWatchTest::init()
{
    TestSiteOptions options;
    options.server = false;
    options.clock = &m_clock;
    m_site = std::make_unique<TestSite>(options);
    QVERIFY2(m_site->start(), qPrintable(m_site->problem()));
    m_site->hub().presence().arrived(business().terminalIds.at(Role::Kitchen));
    m_watch = std::make_unique<UnpaintedWatch>(m_site->hub());
}

void UnpaintedWatchTest::cleanup()
{
    m_watch.reset();
    m_reader.reset();
    m_site.reset();
}

void UnpaintedWatchTest::anUnseenTicketIsAnAlarmAndAPaper()
{
    QVERIFY(addPrinter("Kitchen printer"));
    const qint64 placedAtMs = m_clock.nowMs();
    const qint64 order = place({line("Soup"), line("Bread")});
    QVERIFY(order);
    QVERIFY(looked());
    QVERIFY(alarms().empty());
    QVERIFY(pass(limitMs - 1));
    QVERIFY(alarms().empty());
    QCOMPARE(papers(), QStringList());

    QVERIFY(pass(1));
    QCOMPARE(alarms().size(), size_t{1});
    const UnpaintedAlarm alarm = alarms().front();
    QCOMPARE(alarm.orderId, order);
    QCOMPARE(alarm.number, QStringLiteral("A-001"));
    QCOMPARE(alarm.stationId, station("Kitchen"));
    QCOMPARE(alarm.station, QStringLiteral("Kitchen"));
    QCOMPARE(alarm.sinceMs, placedAtMs);
    QVERIFY(!alarm.away);
    QCOMPARE(alarm.printer, QStringLiteral("Kitchen printer"));
    QVERIFY(alarm.paper == PrintJobState::Queued);
    QCOMPARE(papers(), QStringList{QStringLiteral("Kitchen printer")});

    // However long it lasts and whatever else is written.
    QVERIFY(place({line("Soup")}));
    QVERIFY(pass(5 * limitMs));
    QCOMPARE(alarms().size(), size_t{2});
    QCOMPARE(alarms().front(), alarm);
    QCOMPARE(papers().size(), 2);
}

void UnpaintedWatchTest::screensAreToldOfTheOldest()
{
    HubAlarms alarms;
    std::vector<UnpaintedAlarm> many(2'000);
    for (std::size_t i = 0; i < many.size(); ++i)
        many[i].orderId = qint64(i) + 1;
    alarms.set(1, many);
    QCOMPARE(alarms.of(1).size(), many.size());
    const auto told = alarms.told(1);
    QCOMPARE(told.size(), HubAlarms::mostTold);
    QCOMPARE(told.front().orderId, 1);
    QCOMPARE(told.back().orderId, qint64(HubAlarms::mostTold));
    alarms.set(1, {many.back()});
    QCOMPARE(alarms.told(1).size(), 1u);
    QVERIFY(alarms.told(2).empty());
}

void UnpaintedWatchTest::seenInTime_data()
{
    QTest::addColumn<bool>("counted");
    QTest::addColumn<bool>("allStations");
    QTest::newRow("painted") << false << false;
    QTest::newRow("painted among all stations") << false << true;
    QTest::newRow("counted on a later page") << true << false;
    QTest::newRow("counted among all stations") << true << true;
}

void UnpaintedWatchTest::seenInTime()
{
    QFETCH(const bool, counted);
    QFETCH(const bool, allStations);
    QVERIFY(addPrinter("Kitchen printer"));
    const qint64 order = place({line("Soup")});
    QVERIFY(pass(limitMs - 1));
    QVERIFY(acknowledge(order, allStations ? 0 : station("Kitchen"), counted));
    QVERIFY(pass(10 * limitMs));
    QVERIFY(alarms().empty());
    QCOMPARE(papers(), QStringList());
    // Lines that come to a ticket in sight.
    const std::vector<NewOrderLine> more{line("Bread")};
    QVERIFY(write([order, more](WriteContext &context) {
        return orderwrites::addLines(context, OrderRef{order, {}}, more);
    }));
    QVERIFY(pass(10 * limitMs));
    QVERIFY(alarms().empty());
}

void UnpaintedWatchTest::onlyStationsThatMakeSomething()
{
    QVERIFY(place({line("Apples")}));
    QVERIFY(pass(limitMs));
    QCOMPARE(alarms().size(), size_t{1});
    QCOMPARE(alarms().front().station, QStringLiteral("Cold"));
}

void UnpaintedWatchTest::eachStationForItself()
{
    QVERIFY(addPrinter("Kitchen printer"));
    const qint64 order = place({line("Soup"), line("Apples")});
    QVERIFY(acknowledge(order, station("Cold")));
    QVERIFY(pass(limitMs));
    QCOMPARE(alarms().size(), size_t{1});
    QCOMPARE(alarms().front().station, QStringLiteral("Kitchen"));
    QCOMPARE(papers().size(), 1);
}

void UnpaintedWatchTest::theAlarmEnds_data()
{
    QTest::addColumn<int>("how");
    QTest::newRow("painted") << 0;
    QTest::newRow("counted") << 1;
    QTest::newRow("bumped") << 2;
    QTest::newRow("cancelled") << 3;
    QTest::newRow("closed") << 4;
}

void UnpaintedWatchTest::theAlarmEnds()
{
    QFETCH(const int, how);
    const qint64 order = place({line("Soup")});
    QVERIFY(pass(limitMs));
    QCOMPARE(alarms().size(), size_t{1});
    if (how < 2)
        QVERIFY(acknowledge(order, station("Kitchen"), how == 1));
    else if (how == 3)
        QVERIFY(setStatus(order, OrderStatus::Cancelled));
    else
        QVERIFY(setStatus(order, OrderStatus::Accepted) && setStatus(order, OrderStatus::Preparing) &&
                setStatus(order, OrderStatus::Ready));
    if (how == 4)
        QVERIFY(setStatus(order, OrderStatus::Completed));
    QVERIFY(looked());
    QVERIFY(alarms().empty());
}

void UnpaintedWatchTest::heldCoursesAreNotWatched()
{
    const qint64 order = place({line("Apples", 1), line("Soup", 2)});
    QVERIFY(acknowledge(order, station("Cold")));
    QVERIFY(pass(10 * limitMs));
    QVERIFY(alarms().empty());
    OrderCommand fire;
    fire.kind = OrderCommand::Kind::Lines;
    fire.action = LineAction::Fire;
    const auto stored = orderreads::one(reader(), business().id, OrderRef{order, {}});
    QVERIFY(stored);
    for (const OrderLine &one : stored->lines) {
        if (one.held)
            fire.lineIds.push_back(one.id);
    }
    QCOMPARE(fire.lineIds.size(), size_t{1});
    QVERIFY(write([order, fire](WriteContext &context) {
        return orderwrites::command(context, OrderRef{order, {}}, fire);
    }));
    QVERIFY(pass(limitMs - 1));
    QVERIFY(alarms().empty());
    QVERIFY(pass(1));
    QCOMPARE(alarms().size(), size_t{1});
    QCOMPARE(alarms().front().station, QStringLiteral("Kitchen"));
}

void UnpaintedWatchTest::aTicketThatComesBack()
{
    QVERIFY(addPrinter("Kitchen printer"));
    const qint64 order = place({line("Soup")});
    QVERIFY(acknowledge(order, station("Kitchen")));
    QVERIFY(setStatus(order, OrderStatus::Accepted) && setStatus(order, OrderStatus::Preparing) &&
            setStatus(order, OrderStatus::Ready));
    const qsizetype before = papers().size(); // that of accepting it
    m_clock.advance(60'000);
    const std::vector<NewOrderLine> more{line("Plov")};
    NewOrderLine plov = more.front();
    plov.optionIds = {business().option("Small")};
    QVERIFY(write([order, plov](WriteContext &context) {
        return orderwrites::addLines(context, OrderRef{order, {}}, {plov});
    }));
    const qsizetype withChange = papers().size();
    QVERIFY(withChange >= before);
    QVERIFY(pass(limitMs));
    QCOMPARE(alarms().size(), size_t{1});
    QCOMPARE(papers().size(), withChange + 1);
    // The screen lives after all, and tells again what it shows.
    QVERIFY(acknowledge(order, station("Kitchen")));
    QVERIFY(looked());
    QVERIFY(alarms().empty());
}

void UnpaintedWatchTest::anotherStartDoesNotPrintAgain()
{
    QVERIFY(addPrinter("Kitchen printer"));
    QVERIFY(place({line("Soup")}));
    QVERIFY(pass(limitMs));
    QCOMPARE(papers().size(), 1);
    m_watch.reset();
    m_site->hub().alarms().set(business().id, {}); // only in memory
    m_watch = std::make_unique<UnpaintedWatch>(m_site->hub());
    QVERIFY(looked());
    QCOMPARE(alarms().size(), size_t{1});
    QCOMPARE(alarms().front().printer, QStringLiteral("Kitchen printer"));
    // What had not come so far gets its whole time: the screens are on their way back.
    QVERIFY(place({line("Bread")}));
    m_watch.reset();
    m_clock.advance(60'000);
    m_watch = std::make_unique<UnpaintedWatch>(m_site->hub());
    QVERIFY(looked());
    QCOMPARE(alarms().size(), size_t{1});
    QVERIFY(pass(limitMs));
    QCOMPARE(alarms().size(), size_t{2});
    QCOMPARE(papers().size(), 2);
}

void UnpaintedWatchTest::theHubRestarts()
{
    QVERIFY(addPrinter("Kitchen printer"));
    const auto restart = [this](qint64 goneForMs) {
        m_watch.reset();
        m_reader.reset();
        m_clock.advance(goneForMs);
        if (!m_site->restart())
            return false;
        m_site->hub().presence().arrived(business().terminalIds.at(Role::Kitchen)); // it comes back as well
        m_watch = std::make_unique<UnpaintedWatch>(m_site->hub());
        return looked();
    };
    const qint64 printed = place({line("Soup")});
    QVERIFY(pass(limitMs));
    QCOMPARE(papers().size(), 1);
    const std::vector<UnpaintedAlarm> before = alarms();
    QCOMPARE(before.size(), size_t{1});
    QVERIFY(place({line("Bread")}));
    QVERIFY(looked());

    QVERIFY2(restart(60'000), qPrintable(m_site->problem()));
    QCOMPARE(alarms(), before);
    QCOMPARE(papers().size(), 1);
    QVERIFY(pass(limitMs - 1));
    QCOMPARE(alarms().size(), size_t{1});
    QVERIFY(pass(1));
    QCOMPARE(alarms().size(), size_t{2});
    QCOMPARE(papers().size(), 2);

    // Painted while the hub did not watch.
    m_watch.reset();
    QVERIFY(acknowledge(printed, 0));
    QVERIFY2(restart(0), qPrintable(m_site->problem()));
    QCOMPARE(alarms().size(), size_t{1});
    QCOMPARE(papers().size(), 2);
}

void UnpaintedWatchTest::printersByRank()
{
    const auto only = [this](const char *name) {
        return [id = station(name)](PrinterEdit &edit) { edit.stations = std::vector<qint64>{id}; };
    };
    QVERIFY(addPrinter("Receipts", [](PrinterEdit &edit) {
        edit.printsTickets = false;
        edit.printsReceipts = true;
    }));
    QVERIFY(addPrinter("Cold printer", only("Cold")));
    QVERIFY(addPrinter("Hot printer", only("Kitchen")));
    QVERIFY(place({line("Soup")}));
    QVERIFY(pass(limitMs));
    QCOMPARE(papers(), QStringList{QStringLiteral("Hot printer")});
    // By name, whatever that one prints otherwise.
    QVERIFY(!set(settingkeys::fallbackPrinter, QStringLiteral("Attic")));
    QVERIFY(set(settingkeys::fallbackPrinter, QStringLiteral("receipts")));
    QVERIFY(place({line("Soup")}));
    QVERIFY(pass(limitMs));
    QCOMPARE(papers().last(), QStringLiteral("Receipts"));
    // No printer of the station, and none of that name any more: the first that prints tickets.
    QVERIFY(write([](WriteContext &context) {
        const auto done = context.database.run(
            QStringLiteral("UPDATE printers SET active = 0 WHERE name IN ('Receipts', 'Hot printer')"), {});
        return done ? Result<WriteOutcome>(WriteOutcome{}) : Result<WriteOutcome>(done.error());
    }));
    QVERIFY(place({line("Soup")}));
    QVERIFY(pass(limitMs));
    QCOMPARE(papers().last(), QStringLiteral("Cold printer"));
    QCOMPARE(papers().size(), 3);
}

void UnpaintedWatchTest::withoutAPrinter()
{
    QVERIFY(place({line("Soup")}));
    QVERIFY(pass(limitMs));
    QCOMPARE(alarms().size(), size_t{1});
    QCOMPARE(alarms().front().printer, QString());
    // A printer that comes later prints nothing of it: somebody was told by then.
    QVERIFY(addPrinter("Kitchen printer"));
    QVERIFY(pass(limitMs));
    QCOMPARE(papers(), QStringList());
}

void UnpaintedWatchTest::aPaperThatIsDoubled()
{
    QVERIFY(addPrinter("Kitchen printer"));
    const qint64 order = place({line("Soup")});
    QVERIFY(setStatus(order, OrderStatus::Accepted));
    QCOMPARE(papers().size(), 1);
    QVERIFY(pass(limitMs));
    QCOMPARE(papers().size(), 2);
    auto rows = reader().query(QStringLiteral("SELECT reprint FROM print_jobs ORDER BY job_id"));
    QVERIFY(rows && rows->next() && rows->integer(0) == 0);
    QVERIFY(rows->next() && rows->integer(0) == 1);
}

void UnpaintedWatchTest::howFarThePaperIs()
{
    const qint64 printer = addPrinter("Kitchen printer");
    QVERIFY(place({line("Soup")}));
    QVERIFY(pass(limitMs));
    const qint64 job = 1;
    // Refused: it waits and is tried again, and whoever stands there must know now.
    const PrintAttempt refused{business().id, job, printer, false, false, PrintFault::Unreachable, {}};
    QVERIFY(write([&](WriteContext &context) { return printwrites::note(context, refused); }));
    QVERIFY(looked());
    QVERIFY(alarms().front().paper == PrintJobState::Queued);
    QVERIFY(alarms().front().fault == PrintFault::Unreachable);
    QVERIFY(write([&](WriteContext &context) { return printwrites::begin(context, business().id, job, printer); }));
    QVERIFY(looked());
    QVERIFY(alarms().front().paper == PrintJobState::Sending);
    const PrintAttempt attempt{business().id, job, printer, true, true, PrintFault::None, {}};
    QVERIFY(write([&](WriteContext &context) { return printwrites::note(context, attempt); }));
    QVERIFY(looked());
    QVERIFY(alarms().front().paper == PrintJobState::Printed);
    QVERIFY(alarms().front().fault == PrintFault::None);
    // Nothing goes to paper twice, and one that is given up says so.
    QVERIFY(place({line("Bread")}));
    QVERIFY(pass(limitMs));
    QCOMPARE(papers().size(), 2);
    const qint64 second = 2;
    m_clock.advance(24 * 3'600'000);
    QVERIFY(write([&](WriteContext &context) { return printwrites::expire(context, business().id, second); }));
    QVERIFY(looked());
    QCOMPARE(alarms().size(), size_t{2});
    QVERIFY(alarms().back().paper == PrintJobState::Failed);
    QCOMPARE(papers().size(), 2);
}

void UnpaintedWatchTest::theSettingCounts()
{
    QVERIFY(!set(settingkeys::unpaintedSeconds, qint64{2}));
    QVERIFY(!set(settingkeys::unpaintedSeconds, qint64{301}));
    QVERIFY(set(settingkeys::unpaintedSeconds, qint64{30}));
    QVERIFY(place({line("Soup")}));
    QVERIFY(pass(29'999));
    QVERIFY(alarms().empty());
    QVERIFY(pass(1));
    QCOMPARE(alarms().size(), size_t{1});
    QVERIFY(set(settingkeys::unpaintedSeconds, qint64{0}));
    QVERIFY(place({line("Soup")}));
    QVERIFY(pass(60 * limitMs));
    QVERIFY(alarms().empty());
}

void UnpaintedWatchTest::everyScreenAway()
{
    QVERIFY(addPrinter("Kitchen printer"));
    ScreenPresence &presence = m_site->hub().presence();
    const qint64 kitchen = business().terminalIds.at(Role::Kitchen);
    const qint64 first = place({line("Soup")});
    presence.left(kitchen, m_clock.monotonicMs());
    // It may be on its way back.
    QVERIFY(pass(paintwatch::awayAfterMs - 1));
    QVERIFY(alarms().empty());
    QVERIFY(pass(1));
    QCOMPARE(alarms().size(), size_t{1});
    QVERIFY(alarms().front().away);
    QVERIFY(place({line("Bread")}));
    QVERIFY(looked());
    QCOMPARE(alarms().size(), size_t{2});
    QCOMPARE(papers().size(), 2);
    // A screen that is here again and silent is not away.
    presence.arrived(kitchen);
    QVERIFY(looked());
    QCOMPARE(alarms().size(), size_t{2});
    QVERIFY(!alarms().front().away);
    QVERIFY(acknowledge(first, 0));
    QVERIFY(looked());
    QCOMPARE(alarms().size(), size_t{1});
}

void UnpaintedWatchTest::noScreensNothingToWatch()
{
    QVERIFY(write([](WriteContext &context) {
        const auto done =
            context.database.run(QStringLiteral("UPDATE terminals SET role = 'counter' WHERE role = 'kitchen'"), {});
        return done ? Result<WriteOutcome>(WriteOutcome{}) : Result<WriteOutcome>(done.error());
    }));
    QVERIFY(place({line("Soup")}));
    QVERIFY(pass(100 * limitMs));
    QVERIFY(alarms().empty());
}

void UnpaintedWatchTest::whoPaintsIsAScreen()
{
    QVERIFY(write([](WriteContext &context) {
        const auto done =
            context.database.run(QStringLiteral("UPDATE terminals SET role = 'counter' WHERE role = 'kitchen'"), {});
        return done ? Result<WriteOutcome>(WriteOutcome{}) : Result<WriteOutcome>(done.error());
    }));
    m_site->hub().presence().arrived(business().terminalIds.at(Role::Manager));
    const qint64 order = place({line("Soup")});
    QVERIFY(acknowledge(order, station("Kitchen"), false, Role::Manager));
    QVERIFY(place({line("Apples")}));
    QVERIFY(place({line("Soup")}));
    QVERIFY(pass(limitMs));
    QCOMPARE(alarms().size(), size_t{1});
    QCOMPARE(alarms().front().number, QStringLiteral("A-003"));
    // Also for a hub that was started since.
    m_watch.reset();
    m_watch = std::make_unique<UnpaintedWatch>(m_site->hub());
    QVERIFY(place({line("Soup")}));
    QVERIFY(pass(limitMs));
    QCOMPARE(alarms().size(), size_t{2});
}

void UnpaintedWatchTest::clocksThatAreSet()
{
    const qint64 order = place({line("Soup")});
    QVERIFY(acknowledge(order, 0));
    m_clock.setWallMs(m_clock.nowMs() + 3'600'000);
    QVERIFY(place({line("Soup")}));
    QVERIFY(looked());
    QVERIFY(alarms().empty());
    m_clock.setWallMs(m_clock.nowMs() - 7'200'000);
    QVERIFY(pass(limitMs - 1));
    QVERIFY(alarms().empty());
    QVERIFY(pass(1));
    QCOMPARE(alarms().size(), size_t{1});
}

QTEST_GUILESS_MAIN(UnpaintedWatchTest)
#include "unpaintedwatchtest.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// What the kitchen screen says, which keys it understands, how large things are: all of it without a window.
#include "ui/common/metrics.h"
#include "ui/common/painting.h"
#include "ui/common/zoneclock.h"
#include "ui/kitchen/keyspanel.h"
#include "ui/kitchen/kitchenkeys.h"
#include "ui/common/linktext.h"
#include "ui/kitchen/kitchentext.h"
#include "ui/kitchen/tickettext.h"

#include <QKeyEvent>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

using namespace oshaq;

namespace {

constexpr qint64 placedMs = 1'768'480'000'000;
constexpr qint64 minuteMs = 60'000;

Ticket ticketWith(OrderStatus status, const std::vector<LineStatus> &lines)
{
    Ticket ticket;
    ticket.orderId = 1;
    ticket.order.id = 1;
    ticket.order.number = QStringLiteral("A-001");
    ticket.order.status = status;
    ticket.order.placedAtMs = placedMs;
    ticket.soonAtMs = placedMs + 10 * minuteMs;
    ticket.lateAtMs = placedMs + 15 * minuteMs;
    for (LineStatus line : lines) {
        OrderLine made;
        made.id = qint64(ticket.lines.size()) + 1;
        made.name = QStringLiteral("Plov");
        made.quantity = 1000;
        made.status = line;
        made.addedAtMs = placedMs;
        ticket.lines.push_back(made);
    }
    ticket.order.lines = ticket.lines;
    return ticket;
}

} // namespace

Q_DECLARE_METATYPE(oshaq::OrderStatus)

class KitchenWordsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void timerCountsAndChangesItsUnitAfterAnHour();
    void readyTicketCountsSinceItIsReady();
    void stateAtEachEdge_data();
    void stateAtEachEdge();
    void withoutLimitsNothingIsLate();
    void actionFollowsTheLines();
    void whereSaysTableGuestAndPromise();
    void quantitiesAreExact();
    void changesHaveWords();
    void heldCoursesAndTurns();
    void identicalLinesAreOne();
    void keysAreLearned();
    void connectionSaysWhatIsTrue();
    void bandSaysWhatToDo();
    void datesAppearWhenTheDayIsAnother();
    void refusalsAreInHumanWords();
    void pageWordsAreTrue();
    void keysOfThreeLayoutsMeanTheSame_data();
    void keysOfThreeLayoutsMeanTheSame();
    void heldEnterDoesNotBumpTwice();
    void modifiersBelongToTheWindow();
    void screensThatReportNonsenseCountAs96Dpi();
    void targetsKeepTheirMillimetres();
    void figuresStandInEqualCells();
};

void KitchenWordsTest::timerCountsAndChangesItsUnitAfterAnHour()
{
    const Ticket ticket = ticketWith(OrderStatus::Preparing, {LineStatus::Started});
    QCOMPARE(TicketText::timer(ticket, placedMs), QStringLiteral("0:00"));
    QCOMPARE(TicketText::timer(ticket, placedMs + 999), QStringLiteral("0:00"));
    QCOMPARE(TicketText::timer(ticket, placedMs + 18 * minuteMs + 24'000), QStringLiteral("18:24"));
    QCOMPARE(TicketText::timer(ticket, placedMs + 60 * minuteMs - 1), QStringLiteral("59:59"));
    QCOMPARE(TicketText::timer(ticket, placedMs + 65 * minuteMs), QStringLiteral("1:05 h"));
    // The clocks of two computers may differ by a moment: never a negative age.
    QCOMPARE(TicketText::timer(ticket, placedMs - 5000), QStringLiteral("0:00"));
}

void KitchenWordsTest::readyTicketCountsSinceItIsReady()
{
    Ticket ticket = ticketWith(OrderStatus::Ready, {LineStatus::Done});
    ticket.order.statusAtMs = placedMs + 17 * minuteMs;
    QCOMPARE(TicketText::timer(ticket, placedMs + 19 * minuteMs + 10'000), QStringLiteral("2:10"));
    QCOMPARE(urgencyOf(ticket, placedMs + 60 * minuteMs), Urgency::Ready);
    QCOMPARE(TicketText::state(ticket, placedMs + 60 * minuteMs, ZoneClock()), QStringLiteral("Ready"));
}

void KitchenWordsTest::stateAtEachEdge_data()
{
    QTest::addColumn<qint64>("ageMs");
    QTest::addColumn<OrderStatus>("status");
    QTest::addColumn<int>("urgency");
    QTest::addColumn<QString>("words");
    QTest::newRow("new") << qint64(0) << OrderStatus::New << int(Urgency::InTime) << QStringLiteral("New");
    QTest::newRow("accepted") << qint64(1000) << OrderStatus::Accepted << int(Urgency::InTime)
                              << QStringLiteral("Accepted");
    QTest::newRow("in time") << 10 * minuteMs - 1 << OrderStatus::Preparing << int(Urgency::InTime)
                             << QStringLiteral("Preparing");
    QTest::newRow("soon") << 10 * minuteMs << OrderStatus::Preparing << int(Urgency::Soon)
                          << QStringLiteral("5 min left");
    QTest::newRow("last minute") << 14 * minuteMs + 1 << OrderStatus::Preparing << int(Urgency::Soon)
                                 << QStringLiteral("1 min left");
    QTest::newRow("just late") << 15 * minuteMs << OrderStatus::Preparing << int(Urgency::Late)
                               << QStringLiteral("LATE");
    QTest::newRow("late") << 18 * minuteMs + 24'000 << OrderStatus::Preparing << int(Urgency::Late)
                          << QStringLiteral("LATE +3 min");
    QTest::newRow("late before anybody looked")
        << 16 * minuteMs << OrderStatus::New << int(Urgency::Late) << QStringLiteral("LATE +1 min");
}

void KitchenWordsTest::stateAtEachEdge()
{
    QFETCH(qint64, ageMs);
    QFETCH(OrderStatus, status);
    QFETCH(int, urgency);
    QFETCH(QString, words);
    const Ticket ticket = ticketWith(status, {LineStatus::Queued});
    QCOMPARE(int(urgencyOf(ticket, placedMs + ageMs)), urgency);
    QCOMPARE(TicketText::state(ticket, placedMs + ageMs, ZoneClock()), words);
}

void KitchenWordsTest::withoutLimitsNothingIsLate()
{
    Ticket ticket = ticketWith(OrderStatus::Preparing, {LineStatus::Started});
    ticket.soonAtMs = 0;
    ticket.lateAtMs = 0;
    QCOMPARE(urgencyOf(ticket, placedMs + 1000 * minuteMs), Urgency::InTime);
}

void KitchenWordsTest::actionFollowsTheLines()
{
    using L = LineStatus;
    QCOMPARE(actionOf(ticketWith(OrderStatus::New, {L::Queued, L::Queued})), TicketAction::Start);
    QCOMPARE(actionOf(ticketWith(OrderStatus::Accepted, {L::Queued, L::Voided})), TicketAction::Start);
    QCOMPARE(actionOf(ticketWith(OrderStatus::Preparing, {L::Queued})), TicketAction::Bump);
    QCOMPARE(actionOf(ticketWith(OrderStatus::Preparing, {L::Started, L::Done})), TicketAction::Bump);
    QCOMPARE(actionOf(ticketWith(OrderStatus::Ready, {L::Done})), TicketAction::HandOver);
    // Done everywhere, but the order is not ready yet: a bump makes it so.
    QCOMPARE(actionOf(ticketWith(OrderStatus::Preparing, {L::Done, L::Voided})), TicketAction::Bump);
    QCOMPARE(actionOf(ticketWith(OrderStatus::Preparing, {L::Voided})), TicketAction::None);
    // Done here, open at another station.
    Ticket elsewhere = ticketWith(OrderStatus::Preparing, {L::Done});
    OrderLine other = elsewhere.lines.front();
    other.id = 99;
    other.status = L::Queued;
    elsewhere.order.lines.push_back(other);
    QCOMPARE(actionOf(elsewhere), TicketAction::None);
}

void KitchenWordsTest::whereSaysTableGuestAndPromise()
{
    const ZoneClock almaty(QStringLiteral("Asia/Almaty"));
    Ticket ticket = ticketWith(OrderStatus::New, {LineStatus::Queued});
    ticket.order.fulfilment = Fulfilment::DineIn;
    ticket.order.table = QStringLiteral("7");
    ticket.order.covers = 4;
    ticket.order.guestName = QStringLiteral("Dana Akhmetova");
    QCOMPARE(TicketText::where(ticket, almaty), QStringLiteral("Table 7 · 4 covers"));
    ticket.order.covers = 1;
    QCOMPARE(TicketText::where(ticket, almaty), QStringLiteral("Table 7 · 1 cover"));
    ticket.order.fulfilment = Fulfilment::Pickup;
    ticket.order.covers = 0;
    ticket.order.promisedAtMs = 1'768'488'420'000; // 14:47 UTC
    QCOMPARE(TicketText::where(ticket, almaty), QStringLiteral("Pickup · Dana · for 19:47"));
    ticket.order.fulfilment = Fulfilment::Delivery;
    ticket.order.address = QStringLiteral("Abay 12");
    ticket.order.promisedAtMs = 0;
    QCOMPARE(TicketText::where(ticket, almaty), QStringLiteral("Delivery · Dana"));
}

void KitchenWordsTest::quantitiesAreExact()
{
    QLocale::setDefault(QLocale::c());
    QCOMPARE(TicketText::quantity(2000), QStringLiteral("2"));
    QCOMPARE(TicketText::quantity(1500), QStringLiteral("1.5"));
    QCOMPARE(TicketText::quantity(125), QStringLiteral("0.125"));
    QLocale::setDefault(QLocale(QLocale::Russian, QLocale::Kazakhstan));
    QCOMPARE(TicketText::quantity(1500), QStringLiteral("1,5"));
    QLocale::setDefault(QLocale::c());
}

void KitchenWordsTest::changesHaveWords()
{
    Ticket ticket = ticketWith(OrderStatus::Preparing, {LineStatus::Queued, LineStatus::Voided, LineStatus::Queued});
    QCOMPARE(TicketText::changes(ticket), QString());
    ticket.changes = {{TicketChange::Kind::Added, ticket.lines[0].id}, {TicketChange::Kind::Head, 0}};
    QVERIFY(isChanged(ticket, TicketChange::Kind::Added, ticket.lines[0].id));
    QVERIFY(!isChanged(ticket, TicketChange::Kind::Added, ticket.lines[2].id));
    QCOMPARE(TicketText::changes(ticket), QStringLiteral("1 added · details changed"));
    ticket.changes = {{TicketChange::Kind::Voided, ticket.lines[1].id}};
    QCOMPARE(TicketText::changes(ticket), QStringLiteral("1 void"));
    ticket.order.status = OrderStatus::Cancelled;
    ticket.changes = {{TicketChange::Kind::Cancelled, 0}};
    QCOMPARE(TicketText::changes(ticket), QStringLiteral("CANCELLED: do not make it"));
    QCOMPARE(actionOf(ticket), TicketAction::Seen);
    QCOMPARE(urgencyOf(ticket, placedMs), Urgency::Cancelled);
}

void KitchenWordsTest::heldCoursesAndTurns()
{
    const ZoneClock utc(QStringLiteral("UTC"));
    Ticket ticket = ticketWith(OrderStatus::Preparing, {LineStatus::Started, LineStatus::Queued});
    ticket.lines[1].course = 2;
    ticket.lines[1].held = true;
    QCOMPARE(nextHeldCourse(ticket), 2);
    QCOMPARE(TicketText::action(ticket), QStringLiteral("Bump course 1"));
    ticket.lines[0].status = LineStatus::Done;
    QCOMPARE(actionOf(ticket), TicketAction::Fire);
    QCOMPARE(TicketText::action(ticket), QStringLiteral("Fire course 2"));
    // Nothing is late that waits.
    QCOMPARE(urgencyOf(ticket, placedMs + 100 * minuteMs), Urgency::Scheduled);
    QCOMPARE(TicketText::state(ticket, placedMs, utc), QStringLiteral("held"));

    Ticket promised = ticketWith(OrderStatus::Accepted, {LineStatus::Queued});
    promised.startAtMs = {placedMs + 30 * minuteMs};
    promised.soonAtMs = placedMs + 40 * minuteMs;
    promised.lateAtMs = placedMs + 50 * minuteMs;
    QCOMPARE(urgencyOf(promised, placedMs), Urgency::Scheduled);
    QCOMPARE(TicketText::action(promised), QStringLiteral("Start early"));
    QVERIFY(TicketText::state(promised, placedMs, utc).startsWith(QStringLiteral("starts ")));
    QCOMPARE(urgencyOf(promised, placedMs + 30 * minuteMs), Urgency::InTime);
    QCOMPARE(urgencyOf(promised, placedMs + 45 * minuteMs), Urgency::Soon);
    promised.order.priority = true;
    QVERIFY(TicketText::where(promised, utc).startsWith(QStringLiteral("GOES FIRST · ")));
}

void KitchenWordsTest::identicalLinesAreOne()
{
    Ticket ticket = ticketWith(OrderStatus::Preparing, {LineStatus::Queued, LineStatus::Queued, LineStatus::Queued});
    for (OrderLine &line : ticket.lines) {
        line.name = QStringLiteral("Samsa");
        line.itemId = 7;
    }
    QCOMPARE(mergedLines(ticket).size(), size_t{1});
    QCOMPARE(mergedLines(ticket)[0].size(), size_t{3});
    const auto groups = [&ticket](const std::function<void(OrderLine &)> &change) {
        Ticket other = ticket;
        change(other.lines[1]);
        return mergedLines(other).size();
    };
    QCOMPARE(groups([](OrderLine &line) { line.note = QStringLiteral("well done"); }), size_t{2});
    QCOMPARE(groups([](OrderLine &line) { line.options = {{1, QStringLiteral("no onion"), 0}}; }), size_t{2});
    QCOMPARE(groups([](OrderLine &line) { line.status = LineStatus::Done; }), size_t{2});
    QCOMPARE(groups([](OrderLine &line) { line.course = 2; }), size_t{2});
    QCOMPARE(groups([](OrderLine &line) { line.held = true; }), size_t{2});
    QCOMPARE(groups([](OrderLine &line) { line.itemId = 8; }), size_t{2});
    // What came later is told apart until somebody has seen it.
    ticket.changes = {{TicketChange::Kind::Added, ticket.lines[2].id}};
    QCOMPARE(mergedLines(ticket).size(), size_t{2});
}

void KitchenWordsTest::keysAreLearned()
{
    const auto event = [](int key, const QString &text, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        return QKeyEvent(QEvent::KeyPress, key, modifiers, text);
    };
    KitchenKeyMap map;
    const QKeyEvent bump = event(Qt::Key_Control, {}, Qt::ControlModifier);
    const QKeyEvent numpad = event(Qt::Key_Minus, QStringLiteral("-"), Qt::KeypadModifier);
    const QKeyEvent r = event(Qt::Key_R, QStringLiteral("r"));
    QCOMPARE(map.find(bump).key, KitchenKey::None);
    map.learn(bump, {KitchenKey::Act});
    map.learn(numpad, {KitchenKey::Recall});
    map.learn(r, {KitchenKey::Slot, 3});
    QCOMPARE(map.find(bump).key, KitchenKey::Act);
    QCOMPARE(map.find(numpad).key, KitchenKey::Recall);
    QCOMPARE(map.find(r), (KitchenKeyPress{KitchenKey::Slot, 3}));
    QCOMPARE(map.find(event(Qt::Key_Minus, QStringLiteral("-"))).key, KitchenKey::None);
    // What nobody taught is as usual, and what was overridden is not offered any more.
    QCOMPARE(map.find(event(Qt::Key_Return, QStringLiteral("\r"))).key, KitchenKey::Act);
    QVERIFY(map.keysFor({KitchenKey::Recall}) == std::vector<QString>{QStringLiteral("Num+-")});
    QCOMPARE(map.keysFor({KitchenKey::Act}).size(), size_t{2});
    // A held key bumps once, wherever it is.
    QKeyEvent repeated(QEvent::KeyPress, Qt::Key_Control, Qt::ControlModifier, QString(), true);
    QCOMPARE(map.find(repeated).key, KitchenKey::None);

    QTemporaryDir directory;
    QSettings settings(directory.filePath(QStringLiteral("keys.ini")), QSettings::IniFormat);
    map.save(settings);
    settings.sync();
    QSettings again(directory.filePath(QStringLiteral("keys.ini")), QSettings::IniFormat);
    KitchenKeyMap loaded;
    loaded.load(again);
    QCOMPARE(loaded.find(bump).key, KitchenKey::Act);
    QCOMPARE(loaded.find(numpad).key, KitchenKey::Recall);
    QCOMPARE(loaded.find(r), (KitchenKeyPress{KitchenKey::Slot, 3}));
    // Taught back what it usually is: nothing is left to remember.
    loaded.learn(r, {KitchenKey::Recall});
    loaded.reset();
    QVERIFY(loaded.isUsual());
    loaded.save(again);
    loaded.load(again);
    QVERIFY(loaded.isUsual());
    for (const KitchenKeyPress &press : learnableKeys()) {
        QVERIFY(!map.keysFor(press).empty() || press.key == KitchenKey::Recall);
        QVERIFY(!KeysPanel::meaning(press).isEmpty());
    }
}

void KitchenWordsTest::connectionSaysWhatIsTrue()
{
    const ZoneClock almaty(QStringLiteral("Asia/Almaty"));
    const qint64 now = 1'768'488'420'000; // 19:47
    LinkStatus::Facts facts;
    QCOMPARE(LinkText::connection(facts, almaty, now).text, QStringLiteral("Connecting"));

    facts.state = LinkStatus::State::Live;
    QCOMPARE(LinkText::connection(facts, almaty, now).text, QStringLiteral("Live"));
    QVERIFY(KitchenText::latency(facts).isEmpty());
    facts.paintedP50Ms = 38;
    facts.paintedP95Ms = 84;
    facts.paintedMaxMs = 190;
    QCOMPARE(LinkText::connection(facts, almaty, now).text, QStringLiteral("Live · on screen in 38 ms"));
    QVERIFY(LinkText::connection(facts, almaty, now).tone == Pill::Tone::Good);
    QVERIFY(KitchenText::latency(facts).contains(QStringLiteral("p95 84 ms, max 190 ms")));

    facts.state = LinkStatus::State::Offline;
    facts.sinceMs = now - 5 * minuteMs;
    facts.pending = 7;
    QCOMPARE(LinkText::connection(facts, almaty, now).text,
             QStringLiteral("Offline since 19:42 · 7 changes waiting"));
    QVERIFY(LinkText::connection(facts, almaty, now).tone == Pill::Tone::Warning);
    facts.pending = 1;
    QVERIFY(LinkText::connection(facts, almaty, now).text.endsWith(QStringLiteral("1 change waiting")));
    facts.pending = 0;
    facts.sinceMs = 0;
    QCOMPARE(LinkText::connection(facts, almaty, now).text, QStringLiteral("Offline"));
}

void KitchenWordsTest::bandSaysWhatToDo()
{
    const ZoneClock almaty(QStringLiteral("Asia/Almaty"));
    const qint64 now = 1'768'488'420'000;
    LinkStatus::Facts facts;
    facts.state = LinkStatus::State::Live;
    QVERIFY(KitchenText::connectionBand(facts, almaty, now).text.isEmpty());
    facts.state = LinkStatus::State::Offline;
    facts.knownAtMs = now - 5 * minuteMs;
    QCOMPARE(KitchenText::connectionBand(facts, almaty, now).text,
             QStringLiteral(
                 "The site does not answer. You see what was known at 19:42. Bumps are kept here and sent when it is "
                 "back. New orders will not appear: ask the counter."));
    facts.state = LinkStatus::State::SignIn;
    QVERIFY(KitchenText::connectionBand(facts, almaty, now).text.contains(QStringLiteral("sign this screen in")));
    facts.state = LinkStatus::State::Alarm;
    QVERIFY(KitchenText::connectionBand(facts, almaty, now).text.contains(QStringLiteral("Tell a manager")));
    QVERIFY(KitchenText::connectionBand(facts, almaty, now).tone == Band::Tone::Alarm);
    facts.state = LinkStatus::State::Connecting;
    QVERIFY(KitchenText::connectionBand(facts, almaty, now).text.contains(QStringLiteral("19:42")));
}

void KitchenWordsTest::datesAppearWhenTheDayIsAnother()
{
    QLocale::setDefault(QLocale::c());
    const ZoneClock almaty(QStringLiteral("Asia/Almaty"));
    const qint64 now = 1'768'488'420'000;
    QCOMPARE(almaty.moment(now, now), QStringLiteral("19:47"));
    QCOMPARE(almaty.moment(now - 24 * 60 * minuteMs, now), QStringLiteral("14 Jan 19:47"));
    // And the year when it is another: the one of the business, not of the clock's zone.
    QCOMPARE(almaty.moment(now - 15 * 24 * 60 * minuteMs, now), QStringLiteral("31 Dec 2025 19:47"));
    QCOMPARE(almaty.moment(now + 365 * 24 * 60 * minuteMs, now), QStringLiteral("15 Jan 2027 19:47"));
    QCOMPARE(almaty.moment(1'767'209'400'000, now), QStringLiteral("1 Jan 00:30"));
    QVERIFY(!ZoneClock(QStringLiteral("Nowhere/At_All")).isKnown());
    QCOMPARE(ZoneClock(QStringLiteral("Nowhere/At_All")).time(now), QStringLiteral("14:47"));
}

void KitchenWordsTest::refusalsAreInHumanWords()
{
    const ZoneClock almaty(QStringLiteral("Asia/Almaty"));
    ParkedCommand command;
    command.orderNumber = QStringLiteral("A-041");
    command.what = QStringLiteral("done");
    command.errorCode = QStringLiteral("ORDER_TRANSITION_NOT_ALLOWED");
    command.actedAtMs = 1'768'488'420'000;
    const QString text = KitchenText::parked(command, 2, almaty);
    QVERIFY2(text.startsWith(QStringLiteral("A-041: the bump at 19:47 was refused.")), qPrintable(text));
    QVERIFY2(!text.contains(QLatin1Char('_')), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("2 more refusals")), qPrintable(text));
    command.errorCode = QStringLiteral("SOMETHING_NEW");
    command.message = QStringLiteral("the moon is wrong");
    QVERIFY(KitchenText::parked(command, 0, almaty).contains(QStringLiteral("The site said: the moon is wrong")));
}

void KitchenWordsTest::pageWordsAreTrue()
{
    QCOMPARE(KitchenText::pageWords(0, 1, 0, 0), QString());
    QCOMPARE(KitchenText::pageWords(0, 2, 0, 5), QStringLiteral("5 more tickets on page 2"));
    QCOMPARE(KitchenText::pageWords(0, 2, 0, 1), QStringLiteral("1 more ticket on page 2"));
    QCOMPARE(KitchenText::pageWords(1, 2, 9, 0), QStringLiteral("9 earlier tickets on page 1"));
    QCOMPARE(KitchenText::pageWords(2, 13, 7, 20), QStringLiteral("Page 3 of 13 · 20 more after it"));
    QCOMPARE(KitchenText::pageWords(12, 13, 37, 0), QStringLiteral("Page 13 of 13"));
}

void KitchenWordsTest::keysOfThreeLayoutsMeanTheSame_data()
{
    QTest::addColumn<int>("key");
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("meaning");
    QTest::addColumn<int>("slot");
    const auto row = [](const char *name, int key, const QString &text, KitchenKey meaning, int slot = -1) {
        QTest::newRow(name) << key << text << int(meaning) << slot;
    };
    row("1", Qt::Key_1, QStringLiteral("1"), KitchenKey::Slot, 0);
    row("9", Qt::Key_9, QStringLiteral("9"), KitchenKey::Slot, 8);
    row("0", Qt::Key_0, QStringLiteral("0"), KitchenKey::Slot, 9);
    row("Kazakh 2", 0x04D8, QStringLiteral("ә"), KitchenKey::Slot, 1);
    row("Kazakh 0", 0x049A, QStringLiteral("қ"), KitchenKey::Slot, 9);
    row("R", Qt::Key_R, QStringLiteral("r"), KitchenKey::Recall);
    row("Russian R", 0x041A, QStringLiteral("к"), KitchenKey::Recall);
    row("Russian S, Caps Lock", 0x042B, QStringLiteral("Ы"), KitchenKey::Stations);
    row("D", Qt::Key_D, QStringLiteral("d"), KitchenKey::Dismiss);
    row("Russian D", 0x0412, QStringLiteral("в"), KitchenKey::Dismiss);
    row("Enter of the number pad", Qt::Key_Enter, QStringLiteral("\r"), KitchenKey::Act);
    row("Space", Qt::Key_Space, QStringLiteral(" "), KitchenKey::ToggleLine);
    row("PgDn", Qt::Key_PageDown, QString(), KitchenKey::NextPage);
    row("Esc", Qt::Key_Escape, QStringLiteral("\x1b"), KitchenKey::Clear);
    row("Q", Qt::Key_Q, QStringLiteral("q"), KitchenKey::None);
    row("Shift alone", Qt::Key_Shift, QString(), KitchenKey::None);
}

void KitchenWordsTest::keysOfThreeLayoutsMeanTheSame()
{
    QFETCH(int, key);
    QFETCH(QString, text);
    QFETCH(int, meaning);
    QFETCH(int, slot);
    const KitchenKeyPress press = KitchenKeyMap().find(QKeyEvent(QEvent::KeyPress, key, Qt::NoModifier, text));
    QCOMPARE(int(press.key), meaning);
    QCOMPARE(press.slot, slot);
}

void KitchenWordsTest::heldEnterDoesNotBumpTwice()
{
    QVERIFY(KitchenKeyMap()
                .find(QKeyEvent(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier, QStringLiteral("\r"), true))
                .key == KitchenKey::None);
    QVERIFY(
        KitchenKeyMap().find(QKeyEvent(QEvent::KeyPress, Qt::Key_R, Qt::NoModifier, QStringLiteral("r"), true)).key ==
        KitchenKey::None);
    QVERIFY(KitchenKeyMap().find(QKeyEvent(QEvent::KeyPress, Qt::Key_Right, Qt::NoModifier, QString(), true)).key ==
            KitchenKey::Right);
}

void KitchenWordsTest::modifiersBelongToTheWindow()
{
    QVERIFY(
        KitchenKeyMap().find(QKeyEvent(QEvent::KeyPress, Qt::Key_R, Qt::ControlModifier, QStringLiteral("r"))).key ==
        KitchenKey::None);
    QVERIFY(KitchenKeyMap().find(QKeyEvent(QEvent::KeyPress, Qt::Key_1, Qt::KeypadModifier, QStringLiteral("1"))).key ==
            KitchenKey::Slot);
}

void KitchenWordsTest::screensThatReportNonsenseCountAs96Dpi()
{
    for (double dpi : {0.0, -1.0, 5.0, 10'000.0, qQNaN(), qInf()}) {
        const Metrics metrics = Metrics::forDpi(dpi, QSize(1920, 1080));
        QCOMPARE(metrics.scale(), 1.0);
        QCOMPARE(metrics.mm(25.4), 96);
    }
    QCOMPARE(Metrics::forScreen(nullptr, QSize()).scale(), 1.0);
}

void KitchenWordsTest::targetsKeepTheirMillimetres()
{
    for (double dpi : {92.0, 100.0, 141.0, 160.0, 280.0}) {
        for (const QSize window : {QSize(1280, 800), QSize(1920, 1080), QSize(3840, 2160)}) {
            const Metrics metrics = Metrics::forDpi(dpi, window);
            QVERIFY(metrics.actionHeight() >= 15.0 / 25.4 * dpi);
            QVERIFY(metrics.lineHeight() >= 9.5 / 25.4 * dpi);
            QVERIFY(metrics.scale() >= 1.0);
            QVERIFY(metrics.scale() <= 2.5);
        }
    }
    // A 27-inch 4K monitor is read at twice the pixels; a small window on it is not.
    QVERIFY(Metrics::forDpi(163, QSize(3840, 2160)).scale() >= 1.5);
    QCOMPARE(Metrics::forDpi(163, QSize(1280, 800)).scale(), 1.0);
    QVERIFY(Metrics::forDpi(96, QSize(1280, 800)).isCompact());
    QVERIFY(!Metrics::forDpi(96, QSize(1920, 1080)).isCompact());
}

void KitchenWordsTest::figuresStandInEqualCells()
{
    QFont font(QStringLiteral("Inter")); // its figures are of different widths
    font.setPixelSize(28);
    QCOMPARE(painting::figuresWidth(QStringLiteral("11:11"), font),
             painting::figuresWidth(QStringLiteral("08:40"), font));
}

QTEST_MAIN(KitchenWordsTest)
#include "kitchenwordstest.moc"

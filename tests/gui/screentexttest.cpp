// SPDX-License-Identifier: GPL-3.0-or-later
// What pages say of the screens of the site: all of it without a window.
#include "ui/common/screentext.h"
#include "ui/common/linktext.h"
#include "ui/kitchen/kitchentext.h"
#include "ui/orders/ordertext.h"

#include <QTest>

using namespace oshaq;

namespace {

constexpr qint64 now = 1'768'488'420'000; // 19:47 in Almaty
constexpr qint64 secondMs = 1'000;
constexpr qint64 minuteMs = 60 * secondMs;
constexpr qint64 hourMs = 60 * minuteMs;

ScreenFacts screen(const char *name, ScreenState state, qint64 sinceMs = 40 * secondMs)
{
    ScreenFacts facts;
    facts.name = QString::fromUtf8(name);
    facts.state = state;
    facts.lastSeenAtMs = now - sinceMs;
    return facts;
}

} // namespace

class ScreenTextTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void spansAreReadAtAGlance_data();
    void spansAreReadAtAGlance();
    void troubleHasAName();
    void whoIsWellIsNotMentioned();
    void manyTroublesStayShort();
    void ownTroubleSaysWhatToDo();
    void versionsSayWhoIsToBeUpdated();
    void bandsSayIt();
    void theListTellsAll();
    void aClockIsNotJustWrong();
};

void ScreenTextTest::spansAreReadAtAGlance_data()
{
    QTest::addColumn<qint64>("ms");
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << qint64{0} << QStringLiteral("1 s");
    QTest::newRow("few") << 3'900LL << QStringLiteral("3 s");
    QTest::newRow("steps") << 44 * secondMs << QStringLiteral("40 s");
    QTest::newRow("almost a minute") << minuteMs - 1 << QStringLiteral("55 s");
    QTest::newRow("a minute") << minuteMs << QStringLiteral("1 min");
    QTest::newRow("minutes") << hourMs - 1 << QStringLiteral("59 min");
    QTest::newRow("hours") << 26 * hourMs << QStringLiteral("26 h");
}

void ScreenTextTest::spansAreReadAtAGlance()
{
    QFETCH(qint64, ms);
    QFETCH(QString, text);
    QCOMPARE(ScreenText::span(ms), text);
}

void ScreenTextTest::troubleHasAName()
{
    QCOMPARE(ScreenText::trouble(screen("Grill", ScreenState::Away), now), QStringLiteral("Grill: not seen for 40 s."));
    QCOMPARE(ScreenText::trouble(screen("Grill", ScreenState::Stale), now),
             QStringLiteral("Grill: does not draw its tickets."));
    ScreenFacts behind = screen("Гриль", ScreenState::Stale);
    behind.lagMs = 90 * secondMs;
    QCOMPARE(ScreenText::trouble(behind, now), QStringLiteral("Гриль: 1 min behind."));
}

void ScreenTextTest::whoIsWellIsNotMentioned()
{
    QCOMPARE(ScreenText::trouble(screen("Grill", ScreenState::Live), now), QString());
    QCOMPARE(ScreenText::trouble(screen("Grill", ScreenState::Skewed), now), QString());
    QCOMPARE(ScreenText::trouble(screen("Grill", ScreenState::Away, 2 * hourMs), now), QString()); // switched off
    QCOMPARE(ScreenText::others({}, now), QString());
    QCOMPARE(ScreenText::others({screen("Grill", ScreenState::Live)}, now), QString());
}

void ScreenTextTest::manyTroublesStayShort()
{
    std::vector<ScreenFacts> screens{screen("Grill", ScreenState::Away), screen("Pass", ScreenState::Live),
                                     screen("Bar", ScreenState::Stale)};
    const QString end = QStringLiteral(" Tickets may stand there unseen: look at it.");
    const QString two = QStringLiteral("Grill: not seen for 40 s. Bar: does not draw its tickets.");
    QCOMPARE(ScreenText::others(screens, now), two + end);
    screens.push_back(screen("Cold", ScreenState::Away));
    QCOMPARE(ScreenText::others(screens, now), two + QStringLiteral(" 1 more screen is like that.") + end);
    screens.push_back(screen("Bakery", ScreenState::Away));
    QCOMPARE(ScreenText::others(screens, now), two + QStringLiteral(" 2 more screens are like that.") + end);
}

void ScreenTextTest::ownTroubleSaysWhatToDo()
{
    LinkStatus::Facts facts;
    facts.state = LinkStatus::State::Live;
    QCOMPARE(ScreenText::own(facts), QString());
    facts.behindMs = 35 * secondMs;
    QVERIFY(ScreenText::own(facts).startsWith(QStringLiteral("This screen is 35 s behind")));
    facts.behindMs = 0;
    facts.unpaintedMs = 15 * secondMs;
    QVERIFY(ScreenText::own(facts).contains(QStringLiteral("go back to the tickets")));
    QCOMPARE(ScreenText::leftOut(facts), QString());
    facts.leftOut = 12;
    QVERIFY(ScreenText::leftOut(facts).startsWith(QStringLiteral("12 more open orders")));
    facts.leftOut = 1;
    QVERIFY(ScreenText::leftOut(facts).startsWith(QStringLiteral("1 more open order,")));
}

void ScreenTextTest::versionsSayWhoIsToBeUpdated()
{
    LinkStatus::Facts facts;
    facts.state = LinkStatus::State::Upgrade;
    facts.fit = Compatibility::ScreenTooOld;
    facts.hubVersion = QStringLiteral("0.4");
    QCOMPARE(ScreenText::upgrade(facts), QStringLiteral("This screen needs version 0.4: ask a manager to update it."));
    facts.fit = Compatibility::HubTooOld;
    QVERIFY(ScreenText::upgrade(facts).contains(QStringLiteral("update the site's computer")));
    facts.hubVersion.clear();
    QVERIFY(!ScreenText::upgrade(facts).contains(QLatin1Char('%')));
}

void ScreenTextTest::bandsSayIt()
{
    const ZoneClock almaty(QStringLiteral("Asia/Almaty"));
    LinkStatus::Facts facts;
    facts.state = LinkStatus::State::Live;
    facts.knownAtMs = now;
    facts.others = {screen("Grill", ScreenState::Away)};
    for (const QString &band :
         {KitchenText::connectionBand(facts, almaty, now).text, OrderText::connectionBand(facts, almaty, now).text})
        QVERIFY2(band.startsWith(QStringLiteral("Grill: not seen for 40 s.")), qPrintable(band));
    QCOMPARE(LinkText::connection(facts, almaty, now).text, QStringLiteral("Live"));
    facts.behindMs = 35 * secondMs;
    QCOMPARE(LinkText::connection(facts, almaty, now).text, QStringLiteral("35 s behind"));
    QVERIFY(KitchenText::connectionBand(facts, almaty, now).text.contains(QStringLiteral("ask the counter")));
    facts.state = LinkStatus::State::Upgrade;
    facts.hubVersion = QStringLiteral("0.4");
    facts.fit = Compatibility::ScreenTooOld;
    facts.pending = 2;
    QVERIFY(LinkText::connection(facts, almaty, now).text.contains(QStringLiteral("2 changes waiting")));
    for (const auto &text :
         {KitchenText::connectionBand(facts, almaty, now).text, OrderText::connectionBand(facts, almaty, now).text}) {
        QVERIFY(text.contains(QStringLiteral("version 0.4")));
        QVERIFY(text.contains(QStringLiteral("19:47")));
    }
}

void ScreenTextTest::theListTellsAll()
{
    const ZoneClock almaty(QStringLiteral("Asia/Almaty"));
    ScreenFacts facts = screen("Grill", ScreenState::Live);
    facts.address = QStringLiteral("192.168.1.23");
    facts.version = QStringLiteral("0.1.0");
    facts.pending = 1;
    facts.parked = 2;
    facts.lagMs = 4'200;
    facts.paintedP95Ms = 84;
    facts.clockOffsetMs = -30;
    QCOMPARE(ScreenText::state(facts, almaty, now), QStringLiteral("Live"));
    QCOMPARE(ScreenText::figures(facts),
             (QStringList{QStringLiteral("192.168.1.23"), QStringLiteral("version 0.1.0"),
                          QStringLiteral("1 change waiting"), QStringLiteral("2 refusals not looked at"),
                          QStringLiteral("at most 4 s behind"), QStringLiteral("on screen in 84 ms (p95)"),
                          QStringLiteral("clock right")}));
    // Of one that is away only what does not grow old.
    facts.state = ScreenState::Away;
    facts.lastSeenAtMs = now - 5 * minuteMs;
    QCOMPARE(ScreenText::state(facts, almaty, now), QStringLiteral("Last seen at 19:42"));
    QCOMPARE(ScreenText::figures(facts).size(), 2);
}

void ScreenTextTest::aClockIsNotJustWrong()
{
    ScreenFacts facts = screen("Grill", ScreenState::Skewed);
    QCOMPARE(ScreenText::clockTrouble(facts), QString());
    facts.clockOffsetMs = 1'900;
    QCOMPARE(ScreenText::clockTrouble(facts), QString());
    facts.clockOffsetMs = hourMs;
    QCOMPARE(ScreenText::clockTrouble(facts),
             QStringLiteral("Its clock is 1 h ahead. Times on it are right all the same."));
    facts.clockOffsetMs = -3 * minuteMs;
    QVERIFY(ScreenText::clockTrouble(facts).startsWith(QStringLiteral("Its clock is 3 min behind.")));
    QVERIFY(!ScreenText::figures(facts).contains(QStringLiteral("clock right")));
}

QTEST_MAIN(ScreenTextTest)
#include "screentexttest.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/terminal/hubclock.h"
#include "tests/support/fakeclock.h"

#include <QTest>

using namespace oshaq;

class TerminalHubClockTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startsFromTheSavedOffset();
    void startsNoEarlierThanWhatWasShown();
    void takesHalfOfTheRoundTrip();
    void ignoresTheWallClock();
    void keepsTheBetterSample();
    void aContradictionReplacesIt();
    void aPushedMessageIsTakenWhenNothingIsKnown();
    void aLatePushPutsNothingBack();
    void othersKnowItAsAClock();
    void neverGoesBackWithinTheSlew();
    void slewEndsAtTheTruth();
    void aGreatErrorIsCorrectedAtOnce();
};

void TerminalHubClockTest::startsFromTheSavedOffset()
{
    FakeClock clock;
    const HubClock hub(clock, -90'000);
    QVERIFY(!hub.isKnown());
    QCOMPARE(hub.nowMs(), FakeClock::startMs - 90'000);
    QCOMPARE(hub.offsetMs(), -90'000);
    clock.advance(1234);
    QCOMPARE(hub.nowMs(), FakeClock::startMs - 90'000 + 1234);
}

/// While the program was off somebody set the wall clock back by three hours.
void TerminalHubClockTest::startsNoEarlierThanWhatWasShown()
{
    FakeClock clock;
    const qint64 known = FakeClock::startMs + 10'800'000;
    HubClock hub(clock, 0, known);
    QCOMPARE(hub.nowMs(), known);
    clock.advance(500);
    QCOMPARE(hub.nowMs(), known + 500);
    hub.observe(known + 600'000, 2);
    QCOMPARE(hub.nowMs(), known + 600'001);
    const HubClock later(clock, 0, FakeClock::startMs - 1);
    QCOMPARE(later.nowMs(), clock.nowMs());
}

void TerminalHubClockTest::takesHalfOfTheRoundTrip()
{
    FakeClock clock;
    HubClock hub(clock);
    hub.observe(FakeClock::startMs + 60'000, 40);
    QVERIFY(hub.isKnown());
    QCOMPARE(hub.nowMs(), FakeClock::startMs + 60'020);
    QCOMPARE(hub.offsetMs(), 60'020);
}

void TerminalHubClockTest::ignoresTheWallClock()
{
    FakeClock clock;
    HubClock hub(clock);
    hub.observe(FakeClock::startMs, 2);
    clock.setWallMs(FakeClock::startMs + 86'400'000);
    clock.advance(500);
    QCOMPARE(hub.nowMs(), FakeClock::startMs + 1 + 500);
}

void TerminalHubClockTest::keepsTheBetterSample()
{
    FakeClock clock;
    HubClock hub(clock);
    hub.observe(FakeClock::startMs, 10);
    const qint64 before = hub.nowMs();
    hub.observe(FakeClock::startMs, 400); // would say 195 ms later, but may be 200 ms off
    QCOMPARE(hub.nowMs(), before);
    hub.observe(FakeClock::startMs + 1, 4); // two milliseconds less, and surer
    clock.advance(10);
    QCOMPARE(hub.nowMs(), FakeClock::startMs + 3 + 10);
}

void TerminalHubClockTest::aContradictionReplacesIt()
{
    FakeClock clock;
    HubClock hub(clock);
    hub.observe(FakeClock::startMs, 10);
    hub.observe(FakeClock::startMs + 30'000, 400); // the hub's clock was set
    QCOMPARE(hub.nowMs(), FakeClock::startMs + 30'200);
}

void TerminalHubClockTest::aPushedMessageIsTakenWhenNothingIsKnown()
{
    FakeClock clock;
    HubClock hub(clock);
    hub.observe(FakeClock::startMs + 7000, 0);
    QCOMPARE(hub.nowMs(), FakeClock::startMs + 7000);
    hub.observe(FakeClock::startMs + 7100, 20);
    QCOMPARE(hub.nowMs(), FakeClock::startMs + 7110);
    hub.observe(FakeClock::startMs + 6900, 0); // late, not wrong
    QCOMPARE(hub.nowMs(), FakeClock::startMs + 7110);
}

/// A feed that lags by a minute must not look punctual.
void TerminalHubClockTest::aLatePushPutsNothingBack()
{
    FakeClock clock;
    HubClock hub(clock);
    hub.observe(FakeClock::startMs, 2);
    clock.advance(60'000);
    hub.observe(FakeClock::startMs, 0);
    QCOMPARE(hub.nowMs(), FakeClock::startMs + 60'001);
    // Earlier than an answer said may only another answer say, and later everybody.
    hub.observe(FakeClock::startMs + 30'000, 2);
    clock.advance(600'000); // the slew ends
    QCOMPARE(hub.nowMs(), FakeClock::startMs + 630'001);
    hub.observe(FakeClock::startMs + 900'000, 0);
    QCOMPARE(hub.nowMs(), FakeClock::startMs + 900'000);
}

void TerminalHubClockTest::othersKnowItAsAClock()
{
    FakeClock clock;
    HubClock hub(clock);
    const HubTime time(hub, clock);
    hub.observe(FakeClock::startMs + 60'000, 2);
    clock.setWallMs(FakeClock::startMs - 86'400'000);
    QCOMPARE(time.nowMs(), FakeClock::startMs + 60'001);
    QCOMPARE(time.monotonicMs(), clock.monotonicMs());
}

void TerminalHubClockTest::neverGoesBackWithinTheSlew()
{
    FakeClock clock;
    HubClock hub(clock);
    hub.observe(FakeClock::startMs + 1000, 0);
    qint64 shown = hub.nowMs();
    hub.observe(FakeClock::startMs, 2); // a second less
    for (int i = 0; i < 3000; ++i) {
        clock.advance(1);
        const qint64 next = hub.nowMs();
        QVERIFY2(next >= shown, qPrintable(QStringLiteral("went back by %1 ms at step %2").arg(shown - next).arg(i)));
        QVERIFY(next - shown <= 1);
        shown = next;
    }
    QCOMPARE(shown, FakeClock::startMs + 1 + 3000);
}

void TerminalHubClockTest::slewEndsAtTheTruth()
{
    FakeClock clock;
    HubClock hub(clock);
    hub.observe(FakeClock::startMs + 1000, 0);
    QCOMPARE(hub.nowMs(), FakeClock::startMs + 1000);
    hub.observe(FakeClock::startMs, 2);
    clock.advance(1000);
    QCOMPARE(hub.nowMs(), FakeClock::startMs + 1500); // half speed
    clock.advance(5000);
    QCOMPARE(hub.nowMs(), FakeClock::startMs + 6001);
}

void TerminalHubClockTest::aGreatErrorIsCorrectedAtOnce()
{
    FakeClock clock;
    HubClock hub(clock, 3'600'000);
    QCOMPARE(hub.nowMs(), FakeClock::startMs + 3'600'000);
    hub.observe(FakeClock::startMs, 2);
    QCOMPARE(hub.nowMs(), FakeClock::startMs + 1);
}

QTEST_GUILESS_MAIN(TerminalHubClockTest)
#include "terminalhubclocktest.moc"

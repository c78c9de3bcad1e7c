// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/screenboard.h"

#include <QTest>

using namespace oshaq;

/// What the hub remembers of its screens.
class HubScreenBoardTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void remembersWhatWasSaid();
    void isWrittenOnceAMinute();
    void silenceIsMeasuredByTime();
    void remembersFromBefore();
    void forgets();
    void tellsThoseThatNeedSomebody();

private:
    static constexpr qint64 business = 1;
    static constexpr qint64 wallMs = 1'768'473'000'000;

    static TerminalRecord terminal(qint64 id, const char *name = "Grill")
    {
        TerminalRecord record;
        record.id = id;
        record.businessId = business;
        record.name = QString::fromLatin1(name);
        return record;
    }
    static ScreenReport report()
    {
        ScreenReport said;
        said.version = QStringLiteral("0.1.0");
        return said;
    }
    static ScreenBoard::Now at(qint64 ms) { return {wallMs + ms, 5'000 + ms}; }
    static QString here() { return QStringLiteral("192.168.1.20"); }
};

void HubScreenBoardTest::remembersWhatWasSaid()
{
    ScreenBoard board;
    ScreenReport said = report();
    said.pending = 3;
    said.parked = 1;
    said.paintedP95Ms = 84;
    said.lagMs = 1'200;
    said.clockOffsetMs = 7;
    said.page = QStringLiteral("kitchen");
    said.stationId = 2;
    board.note(terminal(4), said, here(), at(0));
    const auto all = board.screens(business, at(100));
    QCOMPARE(all.size(), std::size_t(1));
    ScreenFacts expected;
    expected.terminalId = 4;
    expected.name = QStringLiteral("Grill");
    expected.stationId = 2;
    expected.state = ScreenState::Live;
    expected.lastSeenAtMs = wallMs;
    expected.lagMs = 1'200;
    expected.paintedP95Ms = 84;
    expected.clockOffsetMs = 7;
    expected.version = QStringLiteral("0.1.0");
    expected.address = here();
    expected.pending = 3;
    expected.parked = 1;
    expected.page = QStringLiteral("kitchen");
    QVERIFY(all.front() == expected);
    QVERIFY(board.screens(business + 1, at(100)).empty());
}

void HubScreenBoardTest::isWrittenOnceAMinute()
{
    ScreenBoard board;
    int writes = 0;
    for (qint64 second = 0; second < 600; second += 10)
        writes += board.note(terminal(4), report(), here(), at(second * 1000)) ? 1 : 0;
    QCOMPARE(writes, 10);
    // Another program or another place is news.
    ScreenReport newer = report();
    newer.version = QStringLiteral("0.2.0");
    QVERIFY(board.note(terminal(4), newer, here(), at(600'001)));
    QVERIFY(board.note(terminal(4), newer, QStringLiteral("192.168.1.21"), at(600'002)));
    QVERIFY(!board.note(terminal(4), newer, QStringLiteral("192.168.1.21"), at(600'003)));
}

void HubScreenBoardTest::silenceIsMeasuredByTime()
{
    ScreenBoard board;
    board.note(terminal(4), report(), here(), at(0));
    const auto stateAt = [&](const ScreenBoard::Now &now) { return board.screens(business, now).front().state; };
    QCOMPARE(int(stateAt(at(screens::awayMs - 1))), int(ScreenState::Live));
    QCOMPARE(int(stateAt(at(screens::awayMs))), int(ScreenState::Away));
    // Somebody sets the hub's clock three hours on, or back.
    QCOMPARE(int(stateAt({wallMs + 10'800'000, 5'100})), int(ScreenState::Live));
    QCOMPARE(int(stateAt({wallMs - 10'800'000, 5'000 + screens::awayMs})), int(ScreenState::Away));
}

void HubScreenBoardTest::remembersFromBefore()
{
    ScreenBoard board;
    QVERIFY(board.needsMemory(business));
    board.note(terminal(4), report(), here(), at(0));
    KeptScreen grill{terminal(4), wallMs - 90'000, QStringLiteral("0.0.9"), {}};
    KeptScreen cold{terminal(5, "Cold"), wallMs - 60'000, QStringLiteral("0.1.0"), here()};
    KeptScreen never{terminal(6, "New"), 0, {}, {}};
    board.remember(business, {grill, cold, never}, at(1));
    QVERIFY(!board.needsMemory(business));
    auto all = board.screens(business, at(1));
    QCOMPARE(all.size(), std::size_t(2));
    QCOMPARE(all[0].version, QStringLiteral("0.1.0")); // what it said itself counts
    QCOMPARE(all[1].name, QStringLiteral("Cold"));
    // It has as long to come back as any other; then it is missed, since when it was last heard of.
    QCOMPARE(int(all[1].state), int(ScreenState::Live));
    all = board.screens(business, at(1 + screens::awayMs));
    QCOMPARE(int(all[1].state), int(ScreenState::Away));
    QCOMPARE(all[1].lastSeenAtMs, wallMs - 60'000);
    board.remember(business, {}, at(2));
    QCOMPARE(board.screens(business, at(2)).size(), std::size_t(2));
}

void HubScreenBoardTest::forgets()
{
    ScreenBoard board;
    board.note(terminal(4), report(), here(), at(0));
    board.forget(business, 4);
    QVERIFY(board.screens(business, at(0)).empty());
    board.forget(business, 4);
    board.forget(business + 1, 4);
}

void HubScreenBoardTest::tellsThoseThatNeedSomebody()
{
    ScreenBoard board;
    for (qint64 id = 1; id <= 40; ++id)
        board.note(terminal(id), report(), here(), at(0));
    ScreenReport behind = report();
    behind.lagMs = 60'000;
    board.note(terminal(39), behind, here(), at(0));
    auto told = board.told(business, at(0));
    QCOMPARE(told.size(), screens::maxTold);
    QCOMPARE(told.front().terminalId, 39);
    QCOMPARE(told[1].terminalId, 1);
    // Who was switched off long ago is in the list only.
    QCOMPARE(board.told(business, at(screens::rememberedMs - 1)).size(), screens::maxTold);
    QVERIFY(board.told(business, at(screens::rememberedMs)).empty());
    QCOMPARE(board.screens(business, at(screens::rememberedMs)).size(), std::size_t(40));
}

QTEST_GUILESS_MAIN(HubScreenBoardTest)
#include "hubscreenboardtest.moc"

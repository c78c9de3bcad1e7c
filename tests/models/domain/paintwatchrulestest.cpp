// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/paintwatchrules.h"

#include <QTest>

using namespace oshaq;

/// Which tickets a kitchen screen must have shown, and when silence about one becomes an alarm.
class PaintWatchRulesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyStationWithSomethingToMake();
    void onlyWhatIsToBeMade_data();
    void onlyWhatIsToBeMade();
    void orderStatuses_data();
    void orderStatuses();
    void heldCoursesWait();
    void anyScreenOfTheStationOrOfAll();
    void linesWithoutAStation();
    void withoutStations();
    void addedLinesOnATicketInSight();
    void aTicketThatCameBack();
    void aChainOfLines();
    void sinceTheCommit();
    void linesOnThePaper();
    void whoCanSee();
    void whenItIsAnAlarm();

private:
    static constexpr qint64 grill = 1;
    static constexpr qint64 cold = 2;
    static constexpr qint64 t0 = 1'768'473'000'000;
    static constexpr qint64 minute = 60'000;

    static WatchedOrder::Line line(qint64 id, std::optional<qint64> stationId, qint64 createdAtMs = t0)
    {
        return {id, stationId, LineStatus::Queued, false, createdAtMs, 0, createdAtMs};
    }
    static WatchedOrder::Line done(WatchedOrder::Line line, qint64 atMs, LineStatus status = LineStatus::Done)
    {
        line.status = status;
        line.statusAtMs = atMs;
        return line;
    }
    static WatchedOrder order(std::vector<WatchedOrder::Line> lines)
    {
        return {7, QStringLiteral("A-042"), OrderStatus::New, t0, std::move(lines), {}};
    }
    static std::vector<UnseenTicket> unseen(const WatchedOrder &order)
    {
        return paintwatch::unseenTickets(order, {grill, cold});
    }
    using Tickets = std::vector<UnseenTicket>;
};

void PaintWatchRulesTest::everyStationWithSomethingToMake()
{
    QVERIFY(unseen(order({})).empty());
    QVERIFY(unseen(order({line(1, grill)})) == (Tickets{{grill, 1, t0}}));
    QVERIFY(unseen(order({line(1, cold), line(2, grill), line(3, cold)})) == (Tickets{{grill, 2, t0}, {cold, 1, t0}}));
}

void PaintWatchRulesTest::onlyWhatIsToBeMade_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("held");
    QTest::addColumn<bool>("watched");
    QTest::newRow("queued") << int(LineStatus::Queued) << false << true;
    QTest::newRow("started") << int(LineStatus::Started) << false << true;
    QTest::newRow("started though it was held") << int(LineStatus::Started) << true << true;
    QTest::newRow("held") << int(LineStatus::Queued) << true << false;
    QTest::newRow("done") << int(LineStatus::Done) << false << false;
    QTest::newRow("voided") << int(LineStatus::Voided) << false << false;
}

void PaintWatchRulesTest::onlyWhatIsToBeMade()
{
    QFETCH(const int, status);
    QFETCH(const bool, held);
    QFETCH(const bool, watched);
    WatchedOrder::Line one = line(1, grill);
    one.status = LineStatus(status);
    one.held = held;
    QCOMPARE(!unseen(order({one})).empty(), watched);
}

void PaintWatchRulesTest::orderStatuses_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("watched");
    for (const OrderStatus status : allOrderStatuses) {
        const bool watched = status == OrderStatus::New || status == OrderStatus::Accepted ||
                             status == OrderStatus::Preparing || status == OrderStatus::Ready;
        QTest::newRow(qPrintable(QString::number(int(status)))) << int(status) << watched;
    }
}

void PaintWatchRulesTest::orderStatuses()
{
    QFETCH(const int, status);
    QFETCH(const bool, watched);
    WatchedOrder one = order({line(1, grill)});
    one.status = OrderStatus(status);
    QCOMPARE(!unseen(one).empty(), watched);
}

void PaintWatchRulesTest::heldCoursesWait()
{
    WatchedOrder one = order({line(1, cold), line(2, grill)});
    one.lines[1].held = true;
    QVERIFY(unseen(one) == (Tickets{{cold, 1, t0}}));
    one.lines[1].held = false;
    one.lines[1].firedAtMs = t0 + 5 * minute;
    QVERIFY(unseen(one) == (Tickets{{grill, 2, t0 + 5 * minute}, {cold, 1, t0}}));
    // A grill that has had the held line on its screen all the time is told of nothing new.
    one.seen = {{grill, 2}, {cold, 2}};
    QVERIFY(unseen(one).empty());
}

void PaintWatchRulesTest::anyScreenOfTheStationOrOfAll()
{
    WatchedOrder one = order({line(1, grill), line(2, cold)});
    one.seen = {{cold, 2}};
    QVERIFY(unseen(one) == (Tickets{{grill, 1, t0}}));
    one.seen = {{0, 2}};
    QVERIFY(unseen(one).empty());
    one.seen = {{99, 2}}; // a station that went
    QCOMPARE(unseen(one).size(), size_t{2});
}

void PaintWatchRulesTest::linesWithoutAStation()
{
    // As kitchen screens do it: food that no screen shows is not made.
    WatchedOrder one = order({line(1, std::nullopt), line(2, 99)});
    QVERIFY(unseen(one) == (Tickets{{grill, 1, t0}}));
    one.seen = {{grill, 2}};
    QVERIFY(unseen(one).empty());
}

void PaintWatchRulesTest::withoutStations()
{
    WatchedOrder one = order({line(1, std::nullopt)});
    QVERIFY(paintwatch::unseenTickets(one, {}) == (Tickets{{0, 1, t0}}));
    one.seen = {{0, 1}};
    QVERIFY(paintwatch::unseenTickets(one, {}).empty());
}

void PaintWatchRulesTest::addedLinesOnATicketInSight()
{
    WatchedOrder one = order({line(1, grill), line(2, grill, t0 + minute)});
    one.seen = {{grill, 1}};
    QVERIFY(unseen(one).empty());
    // The first is done after the second came: the ticket never left the screen.
    one.lines[0] = done(one.lines[0], t0 + 2 * minute);
    QVERIFY(unseen(one).empty());
    one.lines[0] = done(one.lines[0], t0 + 2 * minute, LineStatus::Voided);
    QVERIFY(unseen(one).empty());
}

void PaintWatchRulesTest::aTicketThatCameBack()
{
    WatchedOrder one = order({done(line(1, grill), t0 + minute), line(2, grill, t0 + 20 * minute)});
    one.seen = {{grill, 1}};
    QVERIFY(unseen(one) == (Tickets{{grill, 2, t0 + 20 * minute}}));
    one.seen.push_back({grill, 2});
    QVERIFY(unseen(one).empty());
    // Taken back by mistake: it is the ticket that was seen.
    one.lines = {line(1, grill)};
    one.seen = {{grill, 1}};
    QVERIFY(unseen(one).empty());
}

void PaintWatchRulesTest::aChainOfLines()
{
    // Each came while the one before was unfinished; only the last is still open.
    WatchedOrder one = order({done(line(1, grill), t0 + 3 * minute),
                              done(line(2, grill, t0 + 2 * minute), t0 + 5 * minute), line(3, grill, t0 + 4 * minute)});
    QVERIFY(unseen(one) == (Tickets{{grill, 1, t0 + 4 * minute}}));
    one.seen = {{grill, 1}};
    QVERIFY(unseen(one).empty());
    // The same with a gap after the first.
    one.lines[0] = done(one.lines[0], t0 + minute);
    QVERIFY(unseen(one) == (Tickets{{grill, 2, t0 + 4 * minute}}));
    // Another station's lines hold no chain together.
    one.lines[1].stationId = cold;
    QVERIFY(unseen(one) == (Tickets{{grill, 3, t0 + 4 * minute}}));
}

void PaintWatchRulesTest::sinceTheCommit()
{
    WatchedOrder one = order({line(1, grill, t0 - 60 * minute)});
    QCOMPARE(unseen(one).front().sinceMs, t0); // lines of an order that was split off, or taken without a hub
    one.lines.push_back(line(2, grill, t0 + minute));
    QCOMPARE(unseen(one).front().sinceMs, t0);
}

void PaintWatchRulesTest::linesOnThePaper()
{
    WatchedOrder one = order({line(1, grill), done(line(2, grill), t0), line(3, cold), line(4, grill), line(5, grill)});
    one.lines[3].held = true;
    one.lines[4].status = LineStatus::Started;
    const auto tickets = unseen(one);
    QCOMPARE(tickets.size(), size_t{2});
    QVERIFY(paintwatch::linesToMake(one, tickets[0], {grill, cold}) == (std::vector<qint64>{1, 5}));
    QVERIFY(paintwatch::linesToMake(one, tickets[1], {grill, cold}) == (std::vector<qint64>{3}));
}

void PaintWatchRulesTest::whoCanSee()
{
    using paintwatch::awayAfterMs;
    constexpr qint64 now = 1'000'000;
    const KitchenScreen here{1, grill, true, 0};
    const KitchenScreen gone{2, grill, false, now - awayAfterMs};
    const KitchenScreen blinking{3, grill, false, now - awayAfterMs + 1};
    const KitchenScreen all{4, std::nullopt, true, 0};
    const auto glass = [&](const std::vector<KitchenScreen> &screens) {
        return paintwatch::glassOf(grill, screens, now);
    };
    QVERIFY(glass({}) == StationGlass::None);
    QVERIFY(glass({{5, cold, true, 0}}) == StationGlass::None);
    QVERIFY(glass({here}) == StationGlass::There);
    QVERIFY(glass({gone}) == StationGlass::Away);
    QVERIFY(glass({blinking}) == StationGlass::There);
    QVERIFY(glass({gone, here}) == StationGlass::There);
    QVERIFY(glass({gone, all}) == StationGlass::There);

    QVERIFY(!paintwatch::awayAt(grill, {}));
    QVERIFY(!paintwatch::awayAt(grill, {blinking, here}));
    QVERIFY(paintwatch::awayAt(grill, {gone, blinking}) == now + 1);
    QVERIFY(paintwatch::glassOf(grill, {gone, blinking}, now + 1) == StationGlass::Away);
}

void PaintWatchRulesTest::whenItIsAnAlarm()
{
    QVERIFY(paintwatch::alarmAt(5'000, 10'000, StationGlass::There) == 15'000);
    QVERIFY(paintwatch::alarmAt(5'000, 10'000, StationGlass::Away) == 5'000);
    QVERIFY(!paintwatch::alarmAt(5'000, 10'000, StationGlass::None));
    QVERIFY(!paintwatch::alarmAt(5'000, 0, StationGlass::There));
    QVERIFY(!paintwatch::alarmAt(5'000, 0, StationGlass::Away));
}

QTEST_GUILESS_MAIN(PaintWatchRulesTest)
#include "paintwatchrulestest.moc"

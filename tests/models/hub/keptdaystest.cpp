// SPDX-License-Identifier: GPL-3.0-or-later
#include "countedtrade.h"
#include "models/hub/cleanupservice.h"
#include "models/hub/historyimport.h"
#include "models/hub/orderservice.h"

using namespace oshaq;
using namespace oshaq::test;

/// Figures of days that are over: their bytes, and that each kind of write makes a day be added up again.
class KeptDaysTest final : public QObject, CountedTrade
{
    Q_OBJECT

private Q_SLOTS:
    void init() { open(); }
    void keptBytesAreTheSame();
    void brokenBytesAreNotUsed();
    void writesMakeDaysDirty_data();
    void writesMakeDaysDirty();
    void commandsMakeDaysDirty();
    void historyIsCountedAtOnce();
    void aWriteWhileADayIsAddedUp();
    void otherDaysMatchNoKeptOnes();
    void everyTriggerIsThere();
};

void KeptDaysTest::keptBytesAreTheSame()
{
    trade(QStringLiteral("Europe/Berlin"), QDate(2026, 3, 29), 200, 5);
    WallClock clock(business(), QDate(2026, 3, 25), QDate(2026, 4, 2));
    std::map<int, int> most; // parts of a day, by orders in a part
    for (std::size_t day = 0; day < clock.days(); ++day) {
        const auto figures = DayFigures::read(m_hub->database(), m_business.id, clock, day);
        QVERIFY(figures);
        const QByteArray bytes = figures->bytes();
        const auto again = DayFigures::fromBytes(bytes);
        QVERIFY(again);
        QVERIFY(*again == *figures);
        // In parts, of which the smallest hold what was placed in one millisecond, it is the same.
        for (const int orders : {1, 7, 1'000}) {
            DayReader reader(m_business.id, clock);
            int parts = 0;
            for (qint64 beginMs = clock.dayBeginMs(day); beginMs < clock.dayEndMs(day); ++parts) {
                const auto endMs =
                    keptdays::partEnd(m_hub->database(), m_business.id, beginMs, clock.dayEndMs(day), orders);
                QVERIFY(endMs);
                QVERIFY(*endMs > beginMs);
                QVERIFY(reader.add(m_hub->database(), beginMs, *endMs));
                beginMs = *endMs;
            }
            QVERIFY(reader.take() == *figures);
            most[orders] = std::max(most[orders], parts);
        }
    }
    QVERIFY(most[1] > most[7]);
    QVERIFY(most[7] > 1);
    QCOMPARE(most[1'000], 1);
    DayFigures odd;
    odd.toAccept = {std::numeric_limits<qint64>::min() / 2, -1, 0, 0, 1, std::numeric_limits<qint64>::max() / 4};
    odd.subtotalMinor = std::numeric_limits<qint64>::max();
    odd.taxMinor = std::numeric_limits<qint64>::min();
    const QByteArray bytes = odd.bytes();
    QVERIFY(DayFigures::fromBytes(bytes) == odd);
}

void KeptDaysTest::brokenBytesAreNotUsed()
{
    trade(QStringLiteral("Europe/Berlin"), QDate(2026, 3, 29), 60, 5);
    const QDate day(2026, 3, 29);
    WallClock clock(business(), day, day);
    const QByteArray bytes = DayFigures::read(m_hub->database(), m_business.id, clock, 0)->bytes();
    QVERIFY(DayFigures::fromBytes(bytes));
    for (qsizetype size = 0; size < bytes.size(); ++size)
        QVERIFY(!DayFigures::fromBytes(bytes.left(size)));
    QVERIFY(!DayFigures::fromBytes(bytes + '\0'));
    QVERIFY(!DayFigures::fromBytes(QByteArray(1, char(DayFigures::version + 1)) + bytes.mid(1)));
    QRandomGenerator random(3);
    for (int i = 0; i < 2'000; ++i) {
        QByteArray noise = bytes;
        for (int left = 1 + random.bounded(20); left > 0; --left)
            noise[random.bounded(int(noise.size()))] = char(random.bounded(256));
        static_cast<void>(DayFigures::fromBytes(noise)); // nothing is read that is not there
    }
    keepAll();
    QVERIFY(m_hub->execute(QStringLiteral("UPDATE kept_days SET figures = x'01ff'")));
    compare(analyse(day, day), PlainCount(m_hub->database(), m_time, day, day).figures);
}

void KeptDaysTest::writesMakeDaysDirty_data()
{
    QTest::addColumn<QString>("sql"); // about the order ?
    const auto row = [](const char *name, const char *sql) { QTest::newRow(name) << QString::fromLatin1(sql); };
    row("order changed", "UPDATE orders SET status = 7, cancel_reason = 'x' WHERE order_id = ?");
    row("paid", "UPDATE orders SET paid = 1 WHERE order_id = ?");
    row("moved to another day", "UPDATE orders SET placed_at = placed_at - 86400000 WHERE order_id = ?");
    row("line changed", "UPDATE orders_items SET quantity = quantity + 1 WHERE order_id = ?");
    row("line moved away", "UPDATE orders_items SET order_id = (SELECT min(order_id) FROM orders) WHERE order_id = ?");
    row("line taken out", "DELETE FROM orders_items WHERE order_id = ?");
    row("line added",
        "INSERT INTO orders_items (order_id, business_id, item_id, name, quantity, price, status, status_at, added_at,"
        " created_at) SELECT order_id, business_id, (SELECT max(item_id) FROM items), 'new', 1000, 5, 1, 1, 1, 1"
        " FROM orders WHERE order_id = ?");
    row("cost changed", "UPDATE orders_cost SET subtotal = subtotal + 1, total_cost = total_cost + 1"
                        " WHERE order_id = ?");
    row("cost gone", "DELETE FROM orders_cost WHERE order_id = ?");
    row("history changed", "UPDATE order_status SET timestamp = timestamp + 1 WHERE order_id = ?");
    row("history gone", "DELETE FROM order_status WHERE order_id = ?");
    row("history written", "INSERT INTO order_status (order_id, business_id, status, timestamp, isCanceled, created_at)"
                           " SELECT order_id, business_id, 4, placed_at + 5, 0, 1 FROM orders WHERE order_id = ?");
    row("painted", "INSERT INTO painted_acks (order_id, station_id, viewer, business_id, latency_ms)"
                   " SELECT order_id, 99, 'terminal:1', business_id, 7 FROM orders WHERE order_id = ?");
    row("painted anew", "UPDATE painted_acks SET latency_ms = 1 WHERE order_id = ?");
    row("painted no more", "DELETE FROM painted_acks WHERE order_id = ?");
}

void KeptDaysTest::writesMakeDaysDirty()
{
    QFETCH(QString, sql);
    const QDate day(2026, 3, 29);
    trade(QStringLiteral("Europe/Berlin"), day, 150, 11);
    keepAll();
    const QString dayText = day.toString(Qt::ISODate);
    const auto kept = [&](const QDate &which) {
        return m_hub->number(QStringLiteral("SELECT count(*) FROM kept_days WHERE day = ?"),
                             {which.toString(Qt::ISODate)});
    };
    QCOMPARE(kept(day), 1);
    // One that has everything that any of the writes is about.
    const PlainCount before(m_hub->database(), m_time, day, day);
    qint64 id = 0;
    for (const PlainOrder &order : before.orders) {
        const auto has = [&](const char *table) {
            return m_hub->number(QStringLiteral("SELECT count(*) FROM %1 WHERE order_id = ?").arg(QLatin1String(table)),
                                 {order.id}) > 0;
        };
        if (has("orders_items") && has("orders_cost") && has("order_status") && has("painted_acks") &&
            order.placedAt > m_hub->nowMs - 40 * 86'400'000LL + 12 * 3'600'000LL)
            id = order.id;
    }
    if (id == 0)
        id = before.orders.front().id;
    const qint64 days = keptDays();
    QVERIFY(m_hub->execute(sql, {id}));
    QCOMPARE(kept(day), 0);
    QVERIFY2(keptDays() >= days - 2, "other days stay");
    const QDate from = day.addDays(-4);
    const QDate to = day.addDays(4);
    compare(analyse(from, to), PlainCount(m_hub->database(), m_time, from, to).figures);
    keepAll();
    compare(analyse(from, to), PlainCount(m_hub->database(), m_time, from, to).figures);
}

/// The commands themselves, on an order of a day that is over and kept.
void KeptDaysTest::commandsMakeDaysDirty()
{
    const qint64 placedAt = m_hub->nowMs;
    const QString zone = QStringLiteral("Asia/Almaty");
    m_time = {QTimeZone(zone.toLatin1()), 240};
    const QDate day = m_time.day(placedAt);
    const auto place = [&] {
        const auto placed = m_hub->run(m_business.owner(), [&](WriteContext &context) {
            return orderwrites::create(
                context, pickup({line(m_business.item(u"Soup"), 2000), line(m_business.item(u"Bread"), 1000)}));
        });
        return placed ? placed->entityId : 0;
    };
    const qint64 first = place();
    const qint64 second = place();
    const qint64 third = place();
    QVERIFY(first && second && third);
    m_hub->nowMs += 2 * 86'400'000LL;
    const auto dirties = [&](const char *what, const std::function<Result<WriteOutcome>(WriteContext &)> &command) {
        keepAll();
        QVERIFY(keptDays() >= 1);
        compare(analyse(day, day), PlainCount(m_hub->database(), m_time, day, day).figures);
        const auto done = m_hub->run(m_business.owner(), command);
        QVERIFY2(done, done ? what : qPrintable(done.error().message));
        QVERIFY2(m_hub->number(QStringLiteral("SELECT count(*) FROM kept_days WHERE day = ?"),
                               {day.toString(Qt::ISODate)}) == 0,
                 what);
        compare(analyse(day, day), PlainCount(m_hub->database(), m_time, day, day).figures);
    };
    const auto status = [&](qint64 id, OrderStatus to) {
        return [=](WriteContext &context) {
            OrderCommand command;
            command.to = to;
            command.reason = QStringLiteral("test");
            return orderwrites::command(context, {id, {}}, command);
        };
    };
    const qint64 bread = m_hub->number(
        QStringLiteral("SELECT order_item_id FROM orders_items WHERE order_id = ? AND name = 'Bread'"), {first});
    const qint64 soup = m_hub->number(
        QStringLiteral("SELECT order_item_id FROM orders_items WHERE order_id = ? AND name = 'Soup'"), {second});
    dirties("accepted", status(first, OrderStatus::Accepted));
    dirties("edited", [&](WriteContext &context) {
        OrderEdit edit;
        edit.promisedAtMs = context.nowMs;
        edit.version = m_hub->number(QStringLiteral("SELECT version FROM orders WHERE order_id = ?"), {first});
        return orderwrites::edit(context, {first, {}}, edit);
    });
    dirties("voided", [&](WriteContext &context) {
        OrderCommand command;
        command.kind = OrderCommand::Kind::Lines;
        command.action = LineAction::Void;
        command.reason = QStringLiteral("burnt");
        command.lineIds = {bread};
        return orderwrites::command(context, {first, {}}, command);
    });
    dirties("split", [&](WriteContext &context) {
        OrderSplit split;
        split.parts.push_back({soup, 1000});
        return orderwrites::split(context, {second, {}}, split);
    });
    dirties("joined", [&](WriteContext &context) { return orderwrites::join(context, {third, {}}, second); });
    dirties("started", status(first, OrderStatus::Preparing));
    dirties("cancelled", status(second, OrderStatus::Cancelled));

    // Cleanup goes through the same door.
    keepAll();
    m_hub->nowMs += qint64(12) * 366 * 86'400'000;
    const auto cleaned = m_hub->run(
        m_business.owner(), [&](WriteContext &context) { return cleanupwrites::run(context, context.nowMs, 1000); });
    QVERIFY2(cleaned, cleaned ? "" : qPrintable(cleaned.error().message));
    compare(analyse(day, day), PlainCount(m_hub->database(), m_time, day, day).figures);
}

void KeptDaysTest::historyIsCountedAtOnce()
{
    const QDate day(2026, 3, 29);
    trade(QStringLiteral("Europe/Berlin"), day, 100, 31);
    keepAll();
    PastOrder past;
    past.sourceId = QStringLiteral("4711");
    past.placedAtMs = QDateTime(day, QTime(15, 0), QTimeZone("Europe/Berlin")).toMSecsSinceEpoch();
    past.lines.push_back({{}, QStringLiteral("Soup"), 1000, 500, {}});
    PastOrder older = past;
    older.sourceId = QStringLiteral("4710");
    older.placedAtMs -= qint64(100) * 86'400'000;
    QVERIFY(m_hub->run(m_business.owner(), [&](WriteContext &context) {
        return historywrites::import(context, {past, older});
    }));
    const QDate from = day.addDays(-110);
    compare(analyse(from, day), PlainCount(m_hub->database(), m_time, from, day).figures);
    QVERIFY(missing().size() > 80); // back to the first order that there is now
    keepAll();
    compare(analyse(from, day), PlainCount(m_hub->database(), m_time, from, day).figures);
}

/// What was read before a write is never kept, whoever is first.
void KeptDaysTest::aWriteWhileADayIsAddedUp()
{
    const QDate day(2026, 3, 29);
    trade(QStringLiteral("Europe/Berlin"), day, 100, 37);
    const std::vector<DaySpan> days = missing();
    QVERIFY(claim(days));
    compare(analyse(day, day), PlainCount(m_hub->database(), m_time, day, day).figures); // claims are no figures
    std::vector<keptdaywrites::Day> read;
    for (const DaySpan &span : days) {
        WallClock clock(business(), span.day, span.day);
        read.push_back({span, DayFigures::read(m_hub->database(), m_business.id, clock, 0)->bytes()});
    }
    const qint64 id = PlainCount(m_hub->database(), m_time, day, day).orders.front().id;
    QVERIFY(m_hub->execute(QStringLiteral("UPDATE orders SET status = 1 WHERE order_id = ?"), {id}));
    const auto stored = m_hub->run(
        m_business.owner(), [&](WriteContext &context) { return keptdaywrites::store(context, m_business.id, read); });
    QVERIFY(stored);
    QCOMPARE(stored->values.at(0), qint64(days.size()) - 1);
    QCOMPARE(missing().size(), std::size_t(1));
    QCOMPARE(missing().front().day, day);
    compare(analyse(day, day), PlainCount(m_hub->database(), m_time, day, day).figures);
}

void KeptDaysTest::otherDaysMatchNoKeptOnes()
{
    const QDate day(2026, 3, 29);
    trade(QStringLiteral("Europe/Athens"), day, 120, 41);
    keepAll();
    const auto check = [&](const QString &zone, int dayStart) {
        QVERIFY(m_hub->execute(QStringLiteral("UPDATE businesses SET time_zone = ?, day_start_minutes = ?"),
                               {zone, dayStart}));
        m_time = {QTimeZone(zone.toLatin1()), dayStart};
        const QDate from = day.addDays(-3);
        const QDate to = day.addDays(3);
        compare(analyse(from, to), PlainCount(m_hub->database(), m_time, from, to).figures);
        keepAll();
        compare(analyse(from, to), PlainCount(m_hub->database(), m_time, from, to).figures);
    };
    check(QStringLiteral("Europe/Athens"), 300);
    // The same bounds, but the clocks are moved three hours earlier in that night: other hours on the wall.
    check(QStringLiteral("Europe/Athens"), 240);
    check(QStringLiteral("Asia/Beirut"), 240);
    // A claim of before the change is refused.
    const Business before = business();
    QVERIFY(m_hub->execute(QStringLiteral("UPDATE businesses SET day_start_minutes = 0")));
    const auto stale = m_hub->run(m_business.owner(), [&](WriteContext &context) {
        return keptdaywrites::claim(context, before, {{day, 1, 2}});
    });
    QCOMPARE(stale.error().code, ErrorCode::VersionStale);
}

/// A migration that builds one of these tables anew must bring its triggers back.
void KeptDaysTest::everyTriggerIsThere()
{
    for (const char *table : {"orders", "orders_items", "orders_cost", "order_status", "painted_acks"}) {
        for (const char *event : {"insert", "update", "delete"}) {
            const QString name = QStringLiteral("%1_%2_kept_days").arg(QLatin1String(table), QLatin1String(event));
            QVERIFY2(m_hub->number(QStringLiteral("SELECT count(*) FROM sqlite_schema WHERE type = 'trigger'"
                                                  " AND name = ? AND tbl_name = ?"),
                                   {name, QLatin1String(table)}) == 1,
                     qPrintable(name));
        }
    }
    // What a trigger looks at is a few rows of an index, however many days are kept.
    const QString plan = m_hub
                             ->plan(QStringLiteral("DELETE FROM kept_days WHERE business_id = 1 AND begin_ms <= 5"
                                                   " AND end_ms > 5 AND end_ms <= 5 + 259200000"))
                             .join(u'\n');
    QVERIFY2(plan.contains(u"kept_days_by_end (business_id=? AND end_ms>? AND end_ms<?)"), qPrintable(plan));
}

QTEST_GUILESS_MAIN(KeptDaysTest)
#include "keptdaystest.moc"

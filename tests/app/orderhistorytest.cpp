// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/orderhistory.h"
#include "app/server/replayplan.h"

#include <QFile>
#include <QTest>

using namespace oshaq;

namespace {

HistoryFile orders(const QByteArray &csv)
{
    return readOrders(parseCsv(csv), {});
}

/// "1@0:soup x1,bread x2 ..." with milliseconds since the first order.
QString shown(const HistoryFile &history)
{
    QStringList parts;
    for (const HistoricOrder &order : history.orders) {
        QStringList lines;
        for (const HistoricLine &line : order.lines)
            lines << (line.externalId.isEmpty() ? line.name : line.externalId) +
                         QStringLiteral(" x%1").arg(line.quantity);
        const QString at =
            order.atMs ? QString::number(*order.atMs - history.orders.front().atMs.value_or(0)) : QStringLiteral("-");
        parts << QStringLiteral("%1@%2:%3").arg(order.id, at, lines.join(u','));
    }
    return parts.join(u' ');
}

JsonValue menu(const char *json)
{
    const auto parsed = parseJson(json);
    return parsed ? *parsed : JsonValue();
}

constexpr const char *smallMenu = R"({"categories":[{"items":[
    {"item_id":7,"name":"Soup","external_id":"101"},
    {"item_id":8,"name":"Bread","external_id":null},
    {"item_id":9,"name":"Plov","external_id":"103","option_groups":[
        {"min":1,"options":[{"option_id":1},{"option_id":2}]},{"min":0,"options":[{"option_id":3}]},{"min":2,"options":[{"option_id":4},{"option_id":5}]}]}
    ]}]})";

QString data(const char *path)
{
    return QStringLiteral(OSHAQ_SOURCE_DIR "/../shared/data/") + QString::fromLatin1(path);
}

} // namespace

class OrderHistoryTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void groupsAndSorts()
    {
        const HistoryFile history = orders("order_id,order_date,order_time,item_id,quantity\n"
                                           "2,1/02/2023,1:00:00 PM,101,1\n"
                                           "1,31/01/2023,11:59:59 PM,101,0.5\n"
                                           "2,1/02/2023,1:00:00 PM,NULL,1\n"
                                           "1,31/01/2023,11:59:59 PM,103,2\n"
                                           "3,1/02/2023,12:00:00 AM,,1\n");
        QCOMPARE(history.problems.size(), 0u);
        QCOMPARE(shown(history), QStringLiteral("1@0:101 x500,103 x2000 3@1000: 2@46801000:101 x1000"));
        QCOMPARE(history.orders[1].linesWithoutItem, 1);
        QCOMPARE(history.orders[2].linesWithoutItem, 1);
        QVERIFY(history.timed);
    }

    void unreadableRows()
    {
        const HistoryFile history = orders("order_id,order_date,order_time,item_id,quantity\n"
                                           "1,1/02/2023,1:00:00 PM,101,1\n"
                                           "2,32/02/2023,1:00:00 PM,101,1\n"
                                           "3,1/02/2023,25:00,101,1\n"
                                           "4,1/02/2023,1:00:00 PM,101,0\n"
                                           ",1/02/2023,1:00:00 PM,101,1\n"
                                           "6,1/02/2023\n");
        QStringList places;
        for (const FileProblem &problem : history.problems)
            places << QString::number(problem.line) + u':' + problem.column;
        QCOMPARE(places.join(u' '), QStringLiteral("7:order_time 3:order_date 4:order_date 5:quantity 6:order_id"));
        QCOMPARE(shown(history), QStringLiteral("1@0:101 x1000"));
    }

    void filesThatAreNotOrders()
    {
        QVERIFY(!orders("").usable);
        QVERIFY(!orders("order_id,date\n1,2023-01-01\n").usable);
        const HistoryFile single =
            orders("datetime,coffee_name\n2024-03-01 10:15:50.520,Latte\n2024-03-01 10:15:51,Tea\n");
        QVERIFY(single.usable);
        QCOMPARE(shown(single), QStringLiteral("line 2@0:Latte x1000 line 3@480:Tea x1000"));
        const HistoryFile untimed = orders("order_id,item_name\n5,Soup\n4,Bread\n");
        QVERIFY(!untimed.timed);
        QCOMPARE(shown(untimed), QStringLiteral("5@-:Soup x1000 4@-:Bread x1000"));
    }

    void times_data()
    {
        QTest::addColumn<QString>("date");
        QTest::addColumn<QString>("time");
        QTest::addColumn<QString>("iso"); // empty: refused
        const auto row = [](const char *date, const char *time, const char *iso) {
            QTest::addRow("%s %s", date, time)
                << QString::fromLatin1(date) << QString::fromLatin1(time) << QString::fromLatin1(iso);
        };
        row("1/01/2023", "11:38:36 AM", "2023-01-01T11:38:36.000Z");
        row("31/12/2023", "12:00:00 AM", "2023-12-31T00:00:00.000Z");
        row("31/12/2023", "12:00:00 PM", "2023-12-31T12:00:00.000Z");
        row("2015-01-01", "11:38:36", "2015-01-01T11:38:36.000Z");
        row("2016/6/15", "", "2016-06-15T00:00:00.000Z");
        row("2024-03-01", "10:15:50.520", "2024-03-01T10:15:50.520Z");
        row("2024-02-29", "09:05", "2024-02-29T09:05:00.000Z");
        row("1.2.2024", "9:05 pm", "2024-02-01T21:05:00.000Z");
        row("12/31/2023", "10:00", "");
        row("29/02/2023", "10:00", "");
        row("2023-01-01", "13:00 PM", "");
        row("2023-01-01", "0:30 AM", "");
        row("2023-01-01", "24:00", "");
        row("2023-01-01", "noon", "");
        row("", "10:00", "");
        row("yesterday", "", "");
        row("1/1/23", "", "");
    }
    void times()
    {
        QFETCH(QString, date);
        QFETCH(QString, time);
        QFETCH(QString, iso);
        const auto read = historicTime(date, time);
        QCOMPARE(read.has_value(), !iso.isEmpty());
        if (read)
            QCOMPARE(QDateTime::fromMSecsSinceEpoch(*read, Qt::UTC).toString(Qt::ISODateWithMs), iso);
    }

    void plans()
    {
        const HistoryFile history = orders("order_id,unix,item_id,item_name\n"
                                           "a,1000,101,\n"
                                           "b,1060,,bread\n"
                                           "b,1060,103,\n"
                                           "c,1070,999,Nothing\n"
                                           "d,5000,101,\n"
                                           "e,5030,101,\n");
        ReplayPace pace;
        pace.speed = 10;
        pace.maxGapMs = 100'000;
        const auto plan = planReplay(history, menu(smallMenu), pace);
        QVERIFY(plan.ok());
        QStringList sources;
        for (const PlannedOrder &order : plan->orders)
            sources << QStringLiteral("%1@%2").arg(order.sourceId).arg(order.afterMs);
        // 60 s, then 3940 s cut to 100 s, then 30 s: each a tenth.
        QCOMPARE(sources.join(u' '), QStringLiteral("a@0 b@6000 d@16000 e@19000"));
        QCOMPARE(plan->orders[0].lines.front().itemId, 7);
        QCOMPARE(plan->orders[1].lines.front().itemId, 8);
        QCOMPARE(plan->orders[1].lines.back().optionIds, (std::vector<qint64>{1, 4, 5}));
        QCOMPARE(plan->ordersWithoutLines, 1);
        QCOMPARE(plan->linesUnknownItem, 1);
        QCOMPARE(plan->problems.front().line, 5);
        QCOMPARE(plan->linesPlanned, 5);

        pace.limit = 2;
        QCOMPARE(planReplay(history, menu(smallMenu), pace)->orders.size(), 2u);
        pace.limit = 0;
        pace.speed = 0;
        QCOMPARE(planReplay(history, menu(smallMenu), pace)->orders.back().afterMs, 0);
        QVERIFY(!planReplay(history, menu("[]"), pace).ok());
        QVERIFY(planReplay(history, menu(R"({"categories":[]})"), pace)->orders.empty());
    }

    void eachPartPlaysItsShareAtTheSameTimes()
    {
        const HistoryFile history = orders("order,item,unix\n1,101,0\n2,101,10\n3,101,20\n4,101,30\n");
        ReplayPace pace;
        pace.speed = 1;
        pace.parts = 2;
        QStringList played;
        for (pace.part = 0; pace.part < pace.parts; ++pace.part) {
            const auto plan = planReplay(history, menu(smallMenu), pace);
            for (const PlannedOrder &order : plan->orders)
                played << QStringLiteral("%1@%2").arg(order.sourceId).arg(order.afterMs);
        }
        QCOMPARE(played.join(u' '), QStringLiteral("1@0 3@20000 2@10000 4@30000"));
    }

    void goesOnWhereAnEarlierRunWasKilled()
    {
        const HistoryFile history = orders("order,item,unix\n1,101,0\n2,101,10\n3,101,20\n4,101,30\n5,101,50\n");
        ReplayPace pace;
        pace.speed = 1;
        ReplayPlan plan = *planReplay(history, menu(smallMenu), pace);
        // 1 was answered, 2 given up, 3 asked for; a line is torn where the run was killed.
        QByteArray lines = "{'what':'start'}\n"
                           "{'what':'asked','key':'k1','uuid':'k1','source':'1','guest':'t1'}\n"
                           "{'what':'asked','key':'k2','uuid':'k2','source':'2','guest':'t2'}\n"
                           "{'what':'answered','key':'k1','status':201}\n"
                           "{'what':'asked','key':'k3','uuid':'k3','source':'3','guest':'t3'}\n"
                           "{'what':'given_up','key':'k2','status':0}\n"
                           "{'what':'asked','key':'k4','uu\n";
        QCOMPARE(resumeReplay(&plan, lines.replace('\'', '"')), 2u);
        QStringList left;
        for (const PlannedOrder &order : plan.orders)
            left << QStringLiteral("%1@%2 %3 %4")
                        .arg(order.sourceId)
                        .arg(order.afterMs)
                        .arg(order.uuid, QString::fromLatin1(order.guestToken));
        QCOMPARE(left,
                 (QStringList{QStringLiteral("3@0 k3 t3"), QStringLiteral("4@0  "), QStringLiteral("5@20000  ")}));
        QCOMPARE(resumeReplay(&plan, {}), 0u);
    }

    void aTerminalsMenuIsPlannedLikeTheHubs()
    {
        Catalog catalog;
        Item plov;
        plov.id = 9;
        plov.name = QStringLiteral("Plov");
        plov.externalId = QStringLiteral("103");
        OptionGroup meat;
        meat.minChoices = 1;
        meat.options.resize(2);
        meat.options[0].id = 1;
        meat.options[1].id = 2;
        plov.optionGroups = {meat};
        catalog.items = {plov};
        const auto plan = planReplay(orders("order,item,quantity\n1,103,2\n"), menuOf(catalog), {});
        QVERIFY(plan.ok());
        QCOMPARE(plan->orders.size(), 1u);
        QCOMPARE(plan->orders[0].lines.size(), 1u);
        QCOMPARE(plan->orders[0].lines[0].itemId, 9);
        QCOMPARE(plan->orders[0].lines[0].quantity, 2000);
        QCOMPARE(plan->orders[0].lines[0].optionIds.size(), 1);
    }

    void bodies()
    {
        const PlannedOrder order{QStringLiteral("1"), 0, {{7, 1500, {}}, {9, 1000, {1, 4}}}};
        QCOMPARE(orderBody(order, QStringLiteral("u")),
                 QByteArray(R"({"fulfilment":"pickup","order_uuid":"u","items":[{"item_id":7,"quantity":1.5},)"
                            R"({"item_id":9,"quantity":1,"options":[1,4]}]})"));
    }

    void realFiles_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<int>("orderCount");
        QTest::addColumn<int>("lineCount");
        QTest::addColumn<int>("without");
        QTest::newRow("maven") << data("maven-restaurant-orders/order_details.csv") << 5370 << 12'234 - 137 << 137;
        QTest::newRow("ichef") << data("ichef-taiwan-pos/ichef_invoices.csv") << 24'692 << 72'543 << 0;
        QTest::newRow("coffee") << data("coffee-vending/index_1.csv") << 3636 << 3636 << 0;
        QTest::newRow("coffee 2") << data("coffee-vending/index_2.csv") << 262 << 262 << 0;
        QTest::newRow("chipotle") << data("chipotle/chipotle.tsv") << 1834 << 4622 << 0;
        QTest::newRow("pizza") << data("maven-pizza/order_details.csv") << 21'350 << 48'620 << 0;
    }
    void realFiles()
    {
        QFETCH(QString, path);
        QFETCH(int, orderCount);
        QFETCH(int, lineCount);
        QFETCH(int, without);
        if (!QFile::exists(path))
            QSKIP("the file is not here");
        const HistoryFile history = readOrders(readCsvFile(path, 100'000'000), {});
        QVERIFY(history.usable);
        QVERIFY2(history.problems.empty(),
                 qPrintable(history.problems.empty() ? QString() : problemText(path, history.problems.front())));
        QCOMPARE(int(history.orders.size()), orderCount);
        int lines = 0;
        int withoutItem = 0;
        std::optional<qint64> last;
        for (const HistoricOrder &order : history.orders) {
            lines += int(order.lines.size());
            withoutItem += order.linesWithoutItem;
            QVERIFY(order.atMs >= last);
            last = order.atMs;
        }
        QCOMPARE(lines, lineCount);
        QCOMPARE(withoutItem, without);
    }
};

QTEST_GUILESS_MAIN(OrderHistoryTest)
#include "orderhistorytest.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
// What the orders page says and shows, without a window.
#include "ui/orders/ordersmodel.h"
#include "tests/support/orderssample.h"
#include "ui/orders/orderactlist.h"
#include "ui/orders/ordersfilter.h"
#include "ui/orders/orderstable.h"
#include "ui/orders/ordertext.h"

#include <QAbstractItemModelTester>
#include <QPersistentModelIndex>
#include <QSignalSpy>
#include <QTest>

#include <numeric>

using namespace oshaq;

namespace {

OrderRow row(qint64 id, qint64 placedAtMs, const QString &number, qint64 totalMinor = 0)
{
    OrderRow made;
    made.desk.order.id = id;
    made.desk.order.placedAtMs = placedAtMs;
    made.desk.order.number = number;
    made.desk.order.cost.totalMinor = totalMinor;
    return made;
}

OrderRow earlierRow(qint64 id, qint64 placedAtMs, const QString &number)
{
    OrderRow made = row(id, placedAtMs, number);
    made.kind = OrderRow::Kind::Earlier;
    return made;
}

QStringList numbers(const OrdersModel &model)
{
    QStringList all;
    for (int i = 0; i < model.rowCount(); ++i)
        all << (model.isSection(i) ? QStringLiteral("[%1]").arg(model.rowAt(i).title)
                                   : model.rowAt(i).desk.order.number);
    return all;
}

QString s(const char *text)
{
    return QString::fromUtf8(text);
}

} // namespace

class OrdersModelTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void newestFirstAndSections();
    void rowsThatStayKeepTheirIndex();
    void randomListsAreTakenOverByDifference();
    void sortingKeepsSections();
    void renamedRowKeepsItsIndex();
    void timeMovesAgesOnly();
    void screenReadersHearRows();
    void paymentsInWords();
    void placesAndGuestsInWords();
    void lateIsSaidInWords();
    void codesAreNoReasons();
    void everyEventHasASentence();
    void filtersMatch();
    void businessDayBeginsWhenTheSiteSays();
    void wordsAndPhonesAreFound();
    void archiveIsAskedTheSame();
    void actsFollowStatusAndRole();
    void columnsGoInOrder();
};

void OrdersModelTest::newestFirstAndSections()
{
    OrdersModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setRows({row(1, 100, s("A-1")), row(2, 200, s("A-2"))}, {}, s("Here"), s("Earlier"));
    QCOMPARE(numbers(model), (QStringList{s("A-2"), s("A-1")}));
    model.setRows({row(1, 100, s("A-1"))}, {earlierRow(7, 10, s("B-7")), earlierRow(8, 20, s("B-8"))}, s("Here"),
                  s("Earlier"));
    QCOMPARE(numbers(model), (QStringList{s("[Here]"), s("A-1"), s("[Earlier]"), s("B-8"), s("B-7")}));
    QVERIFY(!(model.flags(model.index(0, 0)) & Qt::ItemIsSelectable));
    QVERIFY(model.flags(model.index(1, 0)) & Qt::ItemIsSelectable);
    model.setRows({}, {}, s("Here"), s("Earlier"));
    QCOMPARE(model.rowCount(), 0);
}

void OrdersModelTest::rowsThatStayKeepTheirIndex()
{
    OrdersModel model;
    model.setRows({row(1, 100, s("A-1")), row(2, 200, s("A-2")), row(3, 300, s("A-3"))}, {}, {}, {});
    const QPersistentModelIndex kept = model.index(model.rowOf(2), 0);
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setRows({row(2, 200, s("A-2")), row(3, 300, s("A-3")), row(4, 400, s("A-4")), row(5, 500, s("A-5"))}, {}, {},
                  {});
    QVERIFY(kept.isValid());
    QCOMPARE(model.rowAt(kept.row()).key(), 2);
    QCOMPARE(reset.count(), 0);
    QCOMPARE(inserted.count(), 1);
    QCOMPARE(changed.count(), 0);
    model.setRows({row(2, 200, s("A-2"), 5), row(3, 300, s("A-3"))}, {}, {}, {});
    QCOMPARE(changed.count(), 1);
}

void OrdersModelTest::randomListsAreTakenOverByDifference()
{
    OrdersModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    quint32 state = 7;
    const auto next = [&state](int bound) {
        state = state * 1664525u + 1013904223u;
        return int((state >> 8) % quint32(bound));
    };
    for (int round = 0; round < 60; ++round) {
        std::vector<OrderRow> here;
        std::vector<OrderRow> earlier;
        for (int id = 1; id <= 30; ++id) {
            if (next(2) == 0)
                here.push_back(row(id, next(5), QStringLiteral("A-%1").arg(id), next(3)));
            else if (next(3) == 0)
                earlier.push_back(earlierRow(id, next(5), QStringLiteral("A-%1").arg(id)));
        }
        if (round % 10 == 9)
            model.sort(next(OrdersModel::ColumnCount), next(2) == 0 ? Qt::AscendingOrder : Qt::DescendingOrder);
        const std::vector<OrderRow> wanted = here;
        model.setRows(std::move(here), std::move(earlier), s("Here"), s("Earlier"));
        for (const OrderRow &one : wanted) {
            const int at = model.rowOf(one.key());
            QVERIFY(at >= 0);
            QVERIFY(model.rowAt(at) == one);
        }
    }
}

void OrdersModelTest::sortingKeepsSections()
{
    OrdersModel model;
    model.setRows({row(1, 100, s("A-1"), 50), row(2, 200, s("A-2"), 10)}, {earlierRow(7, 10, s("B-7"))}, s("Here"),
                  s("Earlier"));
    const QPersistentModelIndex kept = model.index(model.rowOf(1), 0);
    model.sort(OrdersModel::Total, Qt::DescendingOrder);
    QCOMPARE(numbers(model), (QStringList{s("[Here]"), s("A-1"), s("A-2"), s("[Earlier]"), s("B-7")}));
    QCOMPARE(model.rowAt(kept.row()).key(), 1);
    model.sort(OrdersModel::Number, Qt::AscendingOrder);
    QCOMPARE(model.headerData(OrdersModel::Number, Qt::Horizontal).toString(), s("Order ↑"));
    QCOMPARE(model.headerData(OrdersModel::Total, Qt::Horizontal).toString(), s("Total"));
}

void OrdersModelTest::renamedRowKeepsItsIndex()
{
    OrdersModel model;
    model.setRows({row(-1, 100, s("B-1")), row(2, 200, s("A-2"))}, {}, {}, {});
    const QPersistentModelIndex kept = model.index(model.rowOf(-1), 0);
    model.rename(-1, 55);
    model.setRows({row(55, 100, s("B-1")), row(2, 200, s("A-2"))}, {}, {}, {});
    QVERIFY(kept.isValid());
    QCOMPARE(model.rowAt(kept.row()).key(), 55);
}

void OrdersModelTest::timeMovesAgesOnly()
{
    OrdersModel model;
    model.setNow(1'000'000);
    model.setRows({row(1, 0, s("A-1"))}, {}, {}, {});
    QSignalSpy moved(&model, &OrdersModel::timeMoved);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    model.setNow(1'000'500);
    QCOMPARE(moved.count(), 0);
    model.setNow(1'001'000);
    QCOMPARE(moved.count(), 1);
    QCOMPARE(changed.count(), 0);
    QCOMPARE(model.index(0, OrdersModel::Age).data().toString(), s("16:41"));
}

void OrdersModelTest::screenReadersHearRows()
{
    FakeOrdersPort port;
    orderssample::addEvening(port);
    OrdersModel model;
    model.setClock(ZoneClock(s("Asia/Almaty")));
    model.setNow(port.hubNowMs());
    std::vector<OrderRow> rows;
    for (const DeskOrder &desk : port.orders())
        rows.push_back({OrderRow::Kind::Here, desk, orderLateAtMs(desk.order, port.catalog()), false, {}});
    model.setRows(rows, {}, {}, {});
    for (int i = 0; i < model.rowCount(); ++i) {
        for (int column = 0; column < OrdersModel::ColumnCount; ++column)
            QVERIFY(!model.index(i, column).data(Qt::AccessibleTextRole).toString().isEmpty());
        if (model.rowAt(i).desk.order.number == s("A-039")) {
            const QString heard = model.index(i, 0).data(Qt::AccessibleTextRole).toString();
            for (const char *word :
                 {"A-039", "Preparing", "Table 7", "Sholpan", "Beshbarmak", "Unpaid", "allergy: nuts"})
                QVERIFY2(heard.contains(s(word)), qPrintable(heard));
            QVERIFY(!heard.contains(s("5554107")));
        }
        if (model.rowAt(i).desk.order.number == s("A-041"))
            QVERIFY(
                model.index(i, OrdersModel::Age).data(Qt::AccessibleTextRole).toString().contains(s("LATE +1 min")));
    }
}

void OrdersModelTest::paymentsInWords()
{
    Order order;
    order.cost.totalMinor = 1000;
    QCOMPARE(OrderText::payment(order), s("Unpaid"));
    order.payment = {PaymentState::PartPaid, 400, 0, {s("cash")}};
    QCOMPARE(OrderText::payment(order), s("Cash · part-paid"));
    QCOMPARE(dueMinor(order), 600);
    order.payment = {PaymentState::Paid, 1000, 0, {s("cash"), s("card_reader")}};
    QCOMPARE(OrderText::payment(order), s("Cash + Card · paid"));
    QCOMPARE(dueMinor(order), 0);
    order.payment = {PaymentState::Unpaid, 0, 1000, {s("halyk")}};
    QCOMPARE(OrderText::payment(order), s("Halyk · unknown, checking"));
    QCOMPARE(dueMinor(order), 0);
    order.payment = {PaymentState::Refunded, 0, 0, {}};
    QCOMPARE(OrderText::payment(order), s("Refunded"));
    QCOMPARE(OrderText::method(s("barter")), s("barter"));
}

void OrdersModelTest::placesAndGuestsInWords()
{
    Order order;
    QCOMPARE(OrderText::guest(order), s("Walk-in"));
    order.guestName = s("Sholpan");
    order.guestPhone = s("+77015554107");
    QCOMPARE(OrderText::guest(order), s("Sholpan · +7 701 ••• 41 07"));
    QCOMPARE(OrderText::fulfilment(order), s("Pickup"));
    order.fulfilment = Fulfilment::Delivery;
    order.address = s("Abay 12");
    QCOMPARE(OrderText::fulfilment(order), s("Delivery · Abay 12"));
    order.fulfilment = Fulfilment::DineIn;
    order.table = s("7");
    order.covers = 4;
    QVERIFY(OrderText::where(order, ZoneClock(), 0).startsWith(s("Table 7 · 4")));
    OrderLine two;
    two.name = s("Manty");
    two.quantity = 2000;
    OrderLine half = two;
    half.name = s("Shashlik");
    half.quantity = 1500;
    OrderLine gone = two;
    gone.status = LineStatus::Voided;
    OrderLine one = two;
    one.name = s("Shurpa");
    one.quantity = 1000;
    order.lines = {two, half, gone, one};
    QCOMPARE(OrderText::items(order), s("2 Manty, 1.5 Shashlik, Shurpa"));
}

void OrdersModelTest::lateIsSaidInWords()
{
    QCOMPARE(OrderText::late(0, 5'000'000), QString());
    QCOMPARE(OrderText::late(100'000, 99'999), QString());
    QCOMPARE(OrderText::late(100'000, 100'000), s("LATE"));
    QCOMPARE(OrderText::late(100'000, 100'000 + 3 * 60'000), s("LATE +3 min"));
    Catalog catalog;
    Station slow;
    slow.id = 4;
    slow.lateSeconds = 1800;
    catalog.stations = {slow};
    Order order;
    order.placedAtMs = 1000;
    QCOMPARE(orderLateAtMs(order, catalog), 0);
    order.lines.resize(1);
    QCOMPARE(orderLateAtMs(order, catalog), 901'000);
    order.lines[0].stationId = 4;
    QCOMPARE(orderLateAtMs(order, catalog), 1'801'000);
    order.status = OrderStatus::Ready;
    QCOMPARE(orderLateAtMs(order, catalog), 0);
    order.promisedAtMs = 77;
    QCOMPARE(orderLateAtMs(order, catalog), 77);
    order.status = OrderStatus::Completed;
    QCOMPARE(orderLateAtMs(order, catalog), 0);
}

void OrdersModelTest::codesAreNoReasons()
{
    QCOMPARE(OrderText::cancelled(QStringLiteral("joined:A-042")), QStringLiteral("Joined into A-042."));
    QCOMPARE(OrderText::cancelled(QStringLiteral("undone")), QStringLiteral("Cancelled: taken back"));
    QCOMPARE(OrderText::cancelled(QStringLiteral("Guest left")), QStringLiteral("Cancelled: Guest left"));
}

void OrdersModelTest::everyEventHasASentence()
{
    const ZoneClock clock(s("Asia/Almaty"));
    const qint64 now = 1'768'488'420'000;
    using Kind = TimelineEvent::Kind;
    TimelineEvent event;
    event.atMs = now;
    event.status = OrderStatus::Preparing;
    event.kind = Kind::Status;
    event.actor = s("Aigerim");
    event.terminal = s("Hot kitchen");
    QCOMPARE(OrderText::event(event, clock, now, {}).what, s("Preparing"));
    QCOMPARE(OrderText::event(event, clock, now, {}).rest, s("19:47 · Aigerim, Hot kitchen"));
    event.actor = s("autopilot");
    event.terminal.clear();
    QCOMPARE(OrderText::event(event, clock, now, {}).rest, s("19:47 · automatically"));
    event.kind = Kind::Painted;
    event.actor.clear();
    event.latencyMs = 41;
    event.atMs = now + 4000;
    QCOMPARE(OrderText::event(event, clock, now, {}).what, s("On the kitchen screen"));
    QCOMPARE(OrderText::event(event, clock, now, {}).rest, s("19:47:04 · 41 ms after it was accepted"));
    event.kind = Kind::Payment;
    event.what = s("taken");
    event.amountMinor = 120'000;
    QCOMPARE(OrderText::event(event, clock, now, {}).what, s("Paid"));
    QVERIFY(OrderText::event(event, clock, now, {}).rest.startsWith(s("1,200")));
    // What nobody foresaw is said as the journal says it.
    for (const Kind kind : {Kind::Lines, Kind::Edit, Kind::Payment, Kind::Print, Kind::Moved, Kind::Other}) {
        event.kind = kind;
        event.what = s("something else");
        const OrderText::EventWords words = OrderText::event(event, clock, now, {});
        QVERIFY(!words.what.isEmpty());
        QVERIFY(words.rest.contains(s("19:47")));
    }
}

void OrdersModelTest::filtersMatch()
{
    Order order;
    OrdersFilter filter;
    QVERIFY(matches(filter, {}, order));
    order.status = OrderStatus::Accepted;
    filter.show = OrdersFilter::Show::Preparing;
    QVERIFY(matches(filter, {}, order));
    filter.show = OrdersFilter::Show::Ready;
    QVERIFY(!matches(filter, {}, order));
    filter.show = OrdersFilter::Show::All;
    filter.fulfilment = Fulfilment::Delivery;
    QVERIFY(!matches(filter, {}, order));
    filter.fulfilment.reset();
    order.cost.totalMinor = 100;
    filter.paid = OrdersFilter::Paid::Due;
    QVERIFY(matches(filter, {}, order));
    order.payment.pendingMinor = 100;
    QVERIFY(!matches(filter, {}, order));
    filter.paid = OrdersFilter::Paid::Unknown;
    QVERIFY(matches(filter, {}, order));
}

void OrdersModelTest::businessDayBeginsWhenTheSiteSays()
{
    Business business;                                    // Almaty, 04:00
    const qint64 evening = 1'768'488'420'000;             // 2026-01-15 19:47
    const qint64 afterMidnight = evening + 7 * 3'600'000; // 02:47: still the same business day
    QCOMPARE(BusinessDay::of(business, evening).beginMs, BusinessDay::of(business, afterMidnight).beginMs);
    QCOMPARE(BusinessDay::of(business, evening, 1).endMs, BusinessDay::of(business, evening).beginMs);
    const DayLimits today = DayLimits::of(OrdersFilter::Days::Today, business, evening);
    OrdersFilter filter;
    filter.show = OrdersFilter::Show::All;
    Order order;
    order.placedAtMs = evening - 2 * 86'400'000;
    QVERIFY2(matches(filter, today, order), "what is open belongs to today");
    order.status = OrderStatus::Completed;
    QVERIFY(!matches(filter, today, order));
    business.timeZone = s("Nowhere/Atall");
    QVERIFY(BusinessDay::of(business, evening).beginMs > 0);
}

void OrdersModelTest::wordsAndPhonesAreFound()
{
    Order order;
    order.number = s("A-039");
    order.guestName = s("Шолпан");
    order.guestPhone = s("+77015554107");
    order.lines.resize(1);
    order.lines[0].name = s("Lagman, hand-pulled");
    const QString text = searchable(order);
    for (const char *words : {"a-039", "A039", "039", "шол", "ШОЛПАН lag", "4107", "8 701 555 41 07", "hand"})
        QVERIFY2(matchesWords(searchTextFrom(s(words)), order, text), words);
    for (const char *words : {"A-040", "lagman plov", "4108"})
        QVERIFY2(!matchesWords(searchTextFrom(s(words)), order, text), words);
}

void OrdersModelTest::archiveIsAskedTheSame()
{
    OrdersFilter filter;
    filter.show = OrdersFilter::Show::Completed;
    filter.days = OrdersFilter::Days::Yesterday;
    filter.fulfilment = Fulfilment::Pickup;
    filter.paid = OrdersFilter::Paid::Paid;
    const qint64 now = 1'768'488'420'000;
    const ArchiveQuery query = archiveQuery(filter, s(" plov "), Business(), now);
    QCOMPARE(query.words, s("plov"));
    QCOMPARE(query.statuses, std::vector{OrderStatus::Completed});
    QVERIFY(query.fulfilment == Fulfilment::Pickup);
    QVERIFY(query.payment == PaymentState::Paid);
    QCOMPARE(*query.toMs - *query.fromMs, 86'400'000);
    filter = {};
    filter.show = OrdersFilter::Show::All;
    filter.days = OrdersFilter::Days::All;
    QVERIFY(archiveQuery(filter, {}, Business(), now).statuses.empty());
    QVERIFY(!archiveQuery(filter, {}, Business(), now).fromMs);
}

void OrdersModelTest::actsFollowStatusAndRole()
{
    using Kind = OrderAct::Kind;
    FakeOrdersPort port;
    orderssample::addEvening(port);
    const auto acts = [&](const char *number, bool earlier = false, bool sheets = true) {
        for (const DeskOrder &desk : port.orders()) {
            if (desk.order.number == s(number))
                return OrderActList(port, desk, earlier, sheets);
        }
        return OrderActList();
    };
    QVERIFY(acts("A-048").primary() && acts("A-048").primary()->to == OrderStatus::Accepted);
    QCOMPARE(acts("A-048").find(Kind::Cancel)->text, s("Refuse"));
    QVERIFY(!acts("A-039").primary());
    QVERIFY(!acts("A-039").waitsFor().isEmpty());
    QVERIFY(acts("A-043").find(Kind::Fire));
    // Of what nobody has paid nothing goes back.
    QVERIFY(acts("A-043").find(Kind::Refund));
    QVERIFY(!acts("A-039").find(Kind::Refund));
    QCOMPARE(acts("A-040").primary()->text, s("Send out"));
    QVERIFY(!acts("A-040").find(Kind::Pay));
    QCOMPARE(acts("A-036").primary()->text, s("Delivered"));
    QVERIFY(!acts("A-036").find(Kind::AddLines));
    QVERIFY(!acts("A-038").primary());
    QVERIFY(acts("A-038").find(Kind::StepBack));
    // Of the archive: to be read, printed, and ordered again.
    const OrderActList old = acts("A-039", true);
    QVERIFY(!old.primary());
    QCOMPARE(old.others().size(), size_t(2));
    QVERIFY(old.find(Kind::Print) && old.find(Kind::OrderAgain));
    // Without sheets only what needs none.
    const OrderActList withoutSheets = acts("A-043", false, false);
    for (const OrderAct &one : withoutSheets.others())
        QVERIFY(!one.needsSheets);
    port.setRole(Role::Manager);
    QCOMPARE(acts("A-039").primary()->to, OrderStatus::Ready);
    port.setRole(Role::Courier);
    QVERIFY(!acts("A-039").find(Kind::Pay));
    QVERIFY(!acts("A-043").find(Kind::Refund));
    QVERIFY(!acts("A-039").find(Kind::Edit));
    // No key means two things.
    QSet<QString> keys;
    for (int kind = 0; kind <= int(Kind::OrderAgain); ++kind) {
        const QString key = OrderActList::keyOf(Kind(kind));
        QVERIFY(!key.isEmpty() && !keys.contains(key));
        keys.insert(key);
    }
}

void OrdersModelTest::columnsGoInOrder()
{
    ColumnWidths widths;
    widths.least.fill(100);
    widths.natural.fill(150);
    const auto shown = [&](int available) {
        const auto fitted = widths.fit(available);
        if (std::accumulate(fitted.begin(), fitted.end(), 0) != available)
            qFatal("%d is not filled", available);
        QList<int> columns;
        for (int column = 0; column < OrdersModel::ColumnCount; ++column) {
            if (fitted[size_t(column)] > 0)
                columns << column;
        }
        return columns;
    };
    QCOMPARE(shown(2000).size(), qsizetype(OrdersModel::ColumnCount));
    QVERIFY(!shown(890).contains(OrdersModel::Placed));
    QVERIFY(!shown(790).contains(OrdersModel::Items));
    QVERIFY(!shown(690).contains(OrdersModel::Payment));
    QVERIFY(!shown(590).contains(OrdersModel::Where));
    QVERIFY(!shown(490).contains(OrdersModel::Total));
    QCOMPARE(shown(390), (QList<int>{OrdersModel::Number, OrdersModel::Status, OrdersModel::Age}));
}

QTEST_MAIN(OrdersModelTest)
#include "ordersmodeltest.moc"

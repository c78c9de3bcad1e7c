// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/ordersplit.h"

#include "models/domain/pricing.h"

#include <QTest>

#include <map>
#include <set>

using namespace oshaq;

namespace {

constexpr qint64 placedMs = 1'768'473'000'000;
constexpr qint64 acceptedMs = placedMs + 60'000;
constexpr qint64 startedMs = placedMs + 120'000;
constexpr qint64 doneMs = placedMs + 600'000;
constexpr qint64 nowMs = placedMs + 900'000;

OrderLine line(qint64 id, LineStatus status = LineStatus::Queued, qint64 quantity = 1000, qint64 priceMinor = 1295)
{
    OrderLine line;
    line.id = id;
    line.itemId = 70 + id;
    line.name = QStringLiteral("Dish %1").arg(id);
    line.quantity = quantity;
    line.priceMinor = priceMinor;
    line.status = status;
    line.statusAtMs = status == LineStatus::Started ? startedMs : status == LineStatus::Done ? doneMs : placedMs;
    line.stationId = 4;
    line.course = 2;
    line.prepSeconds = 300;
    line.note = QStringLiteral("hot");
    line.options = {{9, QStringLiteral("Large"), 550}};
    line.addedAtMs = placedMs;
    line.version = 3;
    return line;
}

Order order(OrderStatus status, std::vector<OrderLine> lines, qint64 id = 41)
{
    Order order;
    order.id = id;
    order.uuid = QStringLiteral("019bc0b5-37c0-7abc-8def-0123456789ab");
    order.businessId = 1;
    order.number = QStringLiteral("A-0%1").arg(id);
    order.fulfilment = Fulfilment::DineIn;
    order.table = QStringLiteral("5");
    order.covers = 3;
    order.note = QStringLiteral("by the window");
    order.allergy = QStringLiteral("nuts");
    order.userId = 8;
    order.guestName = QStringLiteral("Dana");
    order.placedAtMs = placedMs;
    order.promisedAtMs = placedMs + 3'600'000;
    order.status = status;
    order.statusAtMs = status == OrderStatus::New ? placedMs : status == OrderStatus::Accepted ? acceptedMs : startedMs;
    order.version = 6;
    order.lines = std::move(lines);
    order.cost = *costOf(order.lines, 0, Currency(), 0);
    return order;
}

SplitContext context()
{
    SplitContext rules;
    rules.nowMs = nowMs;
    rules.acceptedAtMs = acceptedMs;
    rules.quantityStep = [](qint64) { return qint64(100); };
    return rules;
}

Result<SplitOrders> split(const Order &order, const std::vector<SplitPart> &parts)
{
    return splitOrder(order, parts, context());
}

std::vector<qint64> idsOf(const Order &order)
{
    std::vector<qint64> ids;
    for (const OrderLine &line : order.lines)
        ids.push_back(line.id);
    return ids;
}

const OrderLine &lineOf(const Order &order, qint64 id)
{
    for (const OrderLine &line : order.lines) {
        if (line.id == id)
            return line;
    }
    static const OrderLine none;
    return none;
}

} // namespace

class OrderSplitTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wholeLinesMoveAsTheyAre();
    void aPartOfALineLeavesTheRest();
    void theHeadIsShared();
    void deliveryCostStays();
    void nothingIsLost();
    void moneyOfDividedLines_data();
    void moneyOfDividedLines();
    void statusOfThePart_data();
    void statusOfThePart();
    void statusOfTheRest_data();
    void statusOfTheRest();
    void refusals_data();
    void refusals();
    void everyWrongPlaceIsNamed();
    void withoutAStepOnlyWholePiecesAreCut();

    void joiningMovesEverything();
    void joiningKeepsWhatPeopleRelyOn_data();
    void joiningKeepsWhatPeopleRelyOn();
    void statusOfTheTarget_data();
    void statusOfTheTarget();
    void joinRefusals_data();
    void joinRefusals();
    void joiningBackIsTheOrderAgain();
};

void OrderSplitTest::wholeLinesMoveAsTheyAre()
{
    OrderLine held = line(3);
    held.held = true;
    const Order before =
        order(OrderStatus::Preparing, {line(1, LineStatus::Started), line(2), held, line(4, LineStatus::Voided)});
    const auto done = split(before, {{3, {}}, {1, 1000}});
    QVERIFY2(done.ok(), done.ok() ? "" : qPrintable(done.error().message));
    QCOMPARE(idsOf(done->part), std::vector<qint64>({1, 3}));
    QCOMPARE(idsOf(done->rest), std::vector<qint64>({2, 4}));
    QCOMPARE(done->moved, std::vector<qint64>({1, 3}));
    QVERIFY(done->divided.empty());
    OrderLine expected = before.lines[0];
    ++expected.version;
    QCOMPARE(done->part.lines[0], expected);
    expected = held;
    ++expected.version;
    QCOMPARE(done->part.lines[1], expected);
    QCOMPARE(done->rest.lines[0], before.lines[1]);
    QCOMPARE(done->rest.lines[1], before.lines[3]);
    QCOMPARE(done->rest.version, before.version + 1);
    QCOMPARE(done->part.cost.subtotalMinor, 2590);
    QCOMPARE(done->rest.cost.subtotalMinor, 1295);
}

void OrderSplitTest::aPartOfALineLeavesTheRest()
{
    const Order before = order(OrderStatus::Accepted, {line(1, LineStatus::Queued, 3000)});
    const auto done = split(before, {{1, 1000}});
    QVERIFY(done.ok());
    QVERIFY(done->moved.empty());
    QCOMPARE(done->divided, std::vector<qint64>({1}));
    OrderLine rest = before.lines[0];
    rest.quantity = 2000;
    ++rest.version;
    QCOMPARE(done->rest.lines, std::vector<OrderLine>({rest}));
    OrderLine part = before.lines[0];
    part.id = 0;
    part.quantity = 1000;
    part.version = 1;
    QCOMPARE(done->part.lines, std::vector<OrderLine>({part}));
}

void OrderSplitTest::theHeadIsShared()
{
    Order before = order(OrderStatus::Accepted, {line(1), line(2)});
    before.priority = true;
    before.addressId = 5;
    before.payment = {PaymentState::PartPaid, 1, 0, {QStringLiteral("cash")}};
    const auto done = split(before, {{2, {}}});
    QVERIFY(done.ok());
    Order expected = before;
    expected.id = 0;
    expected.uuid.clear();
    expected.number.clear();
    expected.covers = 0;
    expected.note.clear();
    expected.payment = {};
    expected.version = 1;
    expected.lines = done->part.lines;
    expected.cost = done->part.cost;
    QCOMPARE(done->part, expected);
    Order rest = before;
    rest.version = 7;
    rest.lines = {before.lines[0]};
    rest.cost = done->rest.cost;
    QCOMPARE(done->rest, rest);
}

void OrderSplitTest::deliveryCostStays()
{
    Order before = order(OrderStatus::Accepted, {line(1), line(2)});
    before.fulfilment = Fulfilment::Delivery;
    before.cost = *costOf(before.lines, 700, Currency(), 0);
    const auto done = split(before, {{2, {}}});
    QVERIFY(done.ok());
    QCOMPARE(done->part.cost, (OrderCost{1295, 0, 1295, Currency()}));
    QCOMPARE(done->rest.cost, (OrderCost{1295, 700, 1995, Currency()}));
}

/// Every way to cut an order of four lines by halves of each: quantities add up, no line is anywhere twice.
void OrderSplitTest::nothingIsLost()
{
    const Order before =
        order(OrderStatus::Preparing, {line(1, LineStatus::Queued, 2000), line(2, LineStatus::Started, 1500),
                                       line(3, LineStatus::Done, 600), line(4, LineStatus::Voided)});
    int cuts = 0;
    for (int ways = 1; ways < 27; ++ways) {
        std::vector<SplitPart> parts;
        for (int i = 0, rest = ways; i < 3; ++i, rest /= 3) {
            const OrderLine &one = before.lines[std::size_t(i)];
            if (rest % 3 == 1)
                parts.push_back({one.id, one.quantity / 200 * 100});
            else if (rest % 3 == 2)
                parts.push_back({one.id, {}});
        }
        const auto done = split(before, parts);
        if (ways == 26) {
            QVERIFY(!done.ok());
            continue;
        }
        QVERIFY2(done.ok(), done.ok() ? "" : qPrintable(done.error().message));
        std::map<qint64, qint64> quantities; // by item
        std::set<qint64> ids;
        for (const Order *half : {&done->rest, &done->part}) {
            for (const OrderLine &one : half->lines) {
                quantities[one.itemId] += one.quantity;
                QVERIFY(one.quantity > 0);
                QVERIFY(one.id == 0 || ids.insert(one.id).second);
            }
            QCOMPARE(half->cost, *costOf(half->lines, 0, Currency(), 0));
        }
        for (const OrderLine &one : before.lines) {
            QCOMPARE(quantities[one.itemId], one.quantity);
            QVERIFY(ids.count(one.id) == 1);
        }
        ++cuts;
    }
    QCOMPARE(cuts, 25);
}

void OrderSplitTest::moneyOfDividedLines_data()
{
    QTest::addColumn<qint64>("price");
    QTest::addColumn<qint64>("whole");
    QTest::addColumn<qint64>("goes");
    QTest::addColumn<qint64>("difference"); // of the two subtotals together to the one before
    QTest::newRow("pieces") << qint64(1295) << qint64(3000) << qint64(1000) << qint64(0);
    // 19.425 -> 19.43; 9.065 -> 9.07 and 10.36
    QTest::newRow("0.7 and 0.8 kg of 1.5") << qint64(1295) << qint64(1500) << qint64(700) << qint64(0);
    // 3.3 -> 3; 1.1 -> 1 and 2.2 -> 2
    QTest::newRow("rounded down as before") << qint64(11) << qint64(300) << qint64(100) << qint64(0);
    // 1 -> 1; twice 0.5 -> 1 and 1
    QTest::newRow("both up: one unit more") << qint64(5) << qint64(200) << qint64(100) << qint64(1);
    // 0.8 -> 1; twice 0.4 -> 0 and 0
    QTest::newRow("both down: one unit less") << qint64(4) << qint64(200) << qint64(100) << qint64(-1);
    QTest::newRow("for nothing") << qint64(0) << qint64(200) << qint64(100) << qint64(0);
}

void OrderSplitTest::moneyOfDividedLines()
{
    QFETCH(qint64, price);
    QFETCH(qint64, whole);
    QFETCH(qint64, goes);
    QFETCH(qint64, difference);
    const Order before = order(OrderStatus::Accepted,
                               {line(1, LineStatus::Queued, whole, price), line(2, LineStatus::Queued, 300, 4321)});
    const auto done = split(before, {{1, goes}});
    QVERIFY2(done.ok(), done.ok() ? "" : qPrintable(done.error().message));
    QCOMPARE(done->part.cost.subtotalMinor, *lineTotalMinor(price, goes));
    QCOMPARE(done->part.cost.subtotalMinor + done->rest.cost.subtotalMinor, before.cost.subtotalMinor + difference);
    // Whole lines never differ, whatever their fractions.
    const auto moved = split(before, {{1, {}}});
    QCOMPARE(moved->part.cost.subtotalMinor + moved->rest.cost.subtotalMinor, before.cost.subtotalMinor);
}

void OrderSplitTest::statusOfThePart_data()
{
    QTest::addColumn<int>("was");
    QTest::addColumn<QList<int>>("lines"); // of the part
    QTest::addColumn<int>("status");
    QTest::addColumn<qint64>("at");
    QTest::newRow("new stays new") << 1 << QList<int>{1} << 1 << placedMs;
    QTest::newRow("accepted stays so") << 2 << QList<int>{1, 1} << 2 << acceptedMs;
    QTest::newRow("not begun of one that is") << 3 << QList<int>{1} << 2 << acceptedMs;
    QTest::newRow("begun") << 3 << QList<int>{2, 1} << 3 << startedMs;
    QTest::newRow("one done, one not begun") << 3 << QList<int>{3, 1} << 3 << startedMs;
    QTest::newRow("all done") << 3 << QList<int>{3, 3} << 4 << doneMs;
    QTest::newRow("of a ready one") << 4 << QList<int>{3} << 4 << startedMs;
    QTest::newRow("not begun of a ready one") << 4 << QList<int>{1} << 2 << acceptedMs;
    QTest::newRow("begun of a ready one") << 4 << QList<int>{2} << 3 << startedMs;
    QTest::newRow("out for delivery") << 5 << QList<int>{3} << 5 << startedMs;
    QTest::newRow("begun of an accepted one") << 2 << QList<int>{2} << 3 << startedMs;
}

void OrderSplitTest::statusOfThePart()
{
    QFETCH(int, was);
    QFETCH(QList<int>, lines);
    QFETCH(int, status);
    QFETCH(qint64, at);
    std::vector<OrderLine> all{line(1, LineStatus::Started)};
    std::vector<SplitPart> parts;
    for (const int one : lines) {
        all.push_back(line(qint64(all.size()) + 1, LineStatus(one)));
        parts.push_back({all.back().id, {}});
    }
    const auto done = split(order(OrderStatus(was), all), parts);
    QVERIFY2(done.ok(), done.ok() ? "" : qPrintable(done.error().message));
    QCOMPARE(int(done->part.status), status);
    QCOMPARE(done->part.statusAtMs, at);
    QCOMPARE(done->part.placedAtMs, placedMs);
}

void OrderSplitTest::statusOfTheRest_data()
{
    QTest::addColumn<int>("was");
    QTest::addColumn<QList<int>>("lines"); // of the rest
    QTest::addColumn<QList<int>>("steps");
    QTest::newRow("new") << 1 << QList<int>{1} << QList<int>{};
    QTest::newRow("the open ones go") << 3 << QList<int>{3, 3} << QList<int>{4};
    QTest::newRow("the open ones go, one is voided") << 3 << QList<int>{3, 4} << QList<int>{4};
    QTest::newRow("one is still open") << 3 << QList<int>{3, 1} << QList<int>{};
    QTest::newRow("the begun ones go") << 3 << QList<int>{1} << QList<int>{};
    QTest::newRow("ready stays ready") << 4 << QList<int>{3} << QList<int>{};
    QTest::newRow("out for delivery") << 5 << QList<int>{3} << QList<int>{};
}

void OrderSplitTest::statusOfTheRest()
{
    QFETCH(int, was);
    QFETCH(QList<int>, lines);
    QFETCH(QList<int>, steps);
    std::vector<OrderLine> all{line(1)};
    for (const int one : lines)
        all.push_back(line(qint64(all.size()) + 1, LineStatus(one)));
    const auto done = split(order(OrderStatus(was), all), {{1, {}}});
    QVERIFY2(done.ok(), done.ok() ? "" : qPrintable(done.error().message));
    QList<int> taken;
    for (const OrderEffect::StatusStep &step : done->restSteps) {
        taken.append(int(step.status));
        QVERIFY(!step.recall);
        QCOMPARE(step.atMs, nowMs);
    }
    QCOMPARE(taken, steps);
    QCOMPARE(int(done->rest.status), steps.isEmpty() ? was : steps.last());
    QCOMPARE(done->rest.statusAtMs, steps.isEmpty() ? order(OrderStatus(was), {}).statusAtMs : nowMs);
}

void OrderSplitTest::refusals_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QList<QList<qint64>>>("parts"); // id and quantity; 0: none
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("path");
    using Parts = QList<QList<qint64>>;
    const auto row = [](const char *name, const Parts &parts, ErrorCode code, const char *path) {
        QTest::newRow(name) << 3 << parts << code << QString::fromLatin1(path);
    };
    row("nothing", Parts{}, ErrorCode::ValidationFailed, "items");
    row("an unknown line", Parts{{1, 0}, {9, 0}}, ErrorCode::NotFound, "items[1].order_item_id");
    row("a voided line", Parts{{3, 0}}, ErrorCode::LineTransitionNotAllowed, "items[0].order_item_id");
    row("twice", Parts{{1, 100}, {1, 100}}, ErrorCode::ValidationFailed, "items[1].order_item_id");
    row("more than there is", Parts{{1, 1600}}, ErrorCode::ValidationFailed, "items[0].quantity");
    row("off its step", Parts{{1, 150}}, ErrorCode::QuantityOffStep, "items[0].quantity");
    row("negative", Parts{{1, -100}}, ErrorCode::QuantityOffStep, "items[0].quantity");
    row("everything", Parts{{1, 0}, {2, 1000}}, ErrorCode::ValidationFailed, "items");
    for (const OrderStatus status : {OrderStatus::Completed, OrderStatus::Cancelled})
        QTest::addRow("%s", qPrintable(orderStatusName(status)))
            << int(status) << Parts{{1, 0}} << ErrorCode::OrderTransitionNotAllowed << QString();
}

void OrderSplitTest::refusals()
{
    QFETCH(int, status);
    QFETCH(QList<QList<qint64>>, parts);
    QFETCH(ErrorCode, code);
    QFETCH(QString, path);
    const Order before = order(OrderStatus(status), {line(1, LineStatus::Queued, 1500), line(2, LineStatus::Done),
                                                     line(3, LineStatus::Voided)});
    std::vector<SplitPart> wanted;
    for (const QList<qint64> &part : parts)
        wanted.push_back({part[0], part[1] == 0 ? std::optional<qint64>() : std::optional(part[1])});
    const auto done = split(before, wanted);
    QVERIFY(!done.ok());
    QCOMPARE(done.error().code, code);
    QVERIFY(!done.error().message.isEmpty());
    QCOMPARE(done.error().details.empty() ? QString() : done.error().details.front().path, path);
}

void OrderSplitTest::everyWrongPlaceIsNamed()
{
    const Order before = order(OrderStatus::Accepted, {line(1), line(2), line(3, LineStatus::Voided)});
    const auto done = split(before, {{3, {}}, {1, 1001}, {9, {}}});
    QVERIFY(!done.ok());
    QCOMPARE(done.error().code, ErrorCode::LineTransitionNotAllowed);
    QStringList paths;
    for (const ErrorDetail &detail : done.error().details)
        paths.append(detail.path);
    QCOMPARE(paths, QStringList({QStringLiteral("items[0].order_item_id"), QStringLiteral("items[1].quantity"),
                                 QStringLiteral("items[2].order_item_id")}));
}

void OrderSplitTest::withoutAStepOnlyWholePiecesAreCut()
{
    const Order before = order(OrderStatus::Accepted, {line(1, LineStatus::Queued, 2500)});
    SplitContext rules = context();
    rules.quantityStep = nullptr;
    QVERIFY(splitOrder(before, {{1, 1000}}, rules).ok());
    QCOMPARE(splitOrder(before, {{1, 500}}, rules).error().code, ErrorCode::QuantityOffStep);
}

void OrderSplitTest::joiningMovesEverything()
{
    Order gone =
        order(OrderStatus::Preparing, {line(1, LineStatus::Started), line(3, LineStatus::Voided), line(5)}, 41);
    Order target = order(OrderStatus::Preparing, {line(2, LineStatus::Started), line(4, LineStatus::Voided)}, 42);
    target.table = QStringLiteral("7");
    target.userId = 9;
    const auto joined = joinOrders(gone, target, nowMs);
    QVERIFY2(joined.ok(), joined.ok() ? "" : qPrintable(joined.error().message));
    QCOMPARE(idsOf(joined->target), std::vector<qint64>({1, 2, 4, 5}));
    QCOMPARE(idsOf(joined->gone), std::vector<qint64>({3}));
    QCOMPARE(joined->moved, std::vector<qint64>({1, 5}));
    OrderLine moved = gone.lines[0];
    ++moved.version;
    QCOMPARE(lineOf(joined->target, 1), moved);
    QCOMPARE(lineOf(joined->target, 2), target.lines[0]);
    QCOMPARE(joined->target.cost.subtotalMinor, gone.cost.subtotalMinor + target.cost.subtotalMinor);
    QCOMPARE(joined->target.number, target.number);
    QCOMPARE(joined->target.table, target.table);
    QCOMPARE(joined->target.userId, qint64(9));
    QCOMPARE(joined->target.version, target.version + 1);
    QVERIFY(joined->targetSteps.empty());

    QCOMPARE(joined->gone.status, OrderStatus::Cancelled);
    QCOMPARE(joined->gone.cancelReason, QStringLiteral("joined:A-042"));
    QCOMPARE(joined->gone.statusAtMs, nowMs);
    QCOMPARE(joined->gone.version, gone.version + 1);
    QCOMPARE(joined->gone.cost, (OrderCost{0, 0, 0, Currency()}));
    QCOMPARE(joined->goneStep,
             (OrderEffect::StatusStep{OrderStatus::Cancelled, nowMs, QStringLiteral("joined:A-042"), false}));
}

void OrderSplitTest::joiningKeepsWhatPeopleRelyOn_data()
{
    QTest::addColumn<QString>("own");
    QTest::addColumn<QString>("other");
    QTest::addColumn<QString>("both");
    const auto row = [](const char *name, const char *own, const char *other, const char *both) {
        QTest::newRow(name) << QString::fromLatin1(own) << QString::fromLatin1(other) << QString::fromLatin1(both);
    };
    row("neither", "", "", "");
    row("the target's", "nuts", "", "nuts");
    row("the other's", "", "nuts", "nuts");
    row("the same", "nuts", "nuts ", "nuts");
    row("both", "nuts", "milk", "nuts; milk");
    row("one of several", "nuts; milk", "milk", "nuts; milk");
    row("not the same because it is in it", "peanuts", "nuts", "peanuts; nuts");
    row("blank", "nuts", "  ", "nuts");
}

void OrderSplitTest::joiningKeepsWhatPeopleRelyOn()
{
    QFETCH(QString, own);
    QFETCH(QString, other);
    QFETCH(QString, both);
    Order gone = order(OrderStatus::Accepted, {line(1)}, 41);
    Order target = order(OrderStatus::Accepted, {line(2)}, 42);
    gone.allergy = other;
    target.allergy = own;
    gone.note = QStringLiteral("no spoon");
    gone.covers = 990;
    gone.priority = true;
    const auto joined = joinOrders(gone, target, nowMs);
    QVERIFY(joined.ok());
    QCOMPARE(joined->target.allergy, both);
    QCOMPARE(joined->target.note, QStringLiteral("by the window\nno spoon"));
    QCOMPARE(joined->target.covers, 993);
    QVERIFY(joined->target.priority);
    gone.covers = 998;
    QCOMPARE(joinOrders(gone, target, nowMs)->target.covers, 999);
}

void OrderSplitTest::statusOfTheTarget_data()
{
    QTest::addColumn<int>("was");
    QTest::addColumn<int>("own"); // status of its line
    QTest::addColumn<int>("other");
    QTest::addColumn<int>("moved"); // status of the line that comes
    QTest::addColumn<QList<int>>("steps");
    QTest::addColumn<bool>("recall");
    QTest::newRow("both new") << 1 << 1 << 1 << 1 << QList<int>{} << false;
    QTest::newRow("accepted into new") << 1 << 1 << 2 << 1 << QList<int>{2} << false;
    QTest::newRow("begun into new") << 1 << 1 << 3 << 2 << QList<int>{2, 3} << false;
    QTest::newRow("done into new") << 1 << 1 << 4 << 3 << QList<int>{2, 3} << false;
    QTest::newRow("new into accepted") << 2 << 1 << 1 << 1 << QList<int>{} << false;
    QTest::newRow("begun into accepted") << 2 << 1 << 3 << 2 << QList<int>{3} << false;
    QTest::newRow("done into a voided one") << 2 << 4 << 4 << 3 << QList<int>{3, 4} << false;
    QTest::newRow("new into begun") << 3 << 2 << 1 << 1 << QList<int>{} << false;
    QTest::newRow("queued into ready") << 4 << 3 << 2 << 1 << QList<int>{3} << true;
    QTest::newRow("begun into ready") << 4 << 3 << 3 << 2 << QList<int>{3} << true;
    QTest::newRow("ready into ready") << 4 << 3 << 4 << 3 << QList<int>{} << false;
    QTest::newRow("both out") << 5 << 3 << 5 << 3 << QList<int>{} << false;
}

void OrderSplitTest::statusOfTheTarget()
{
    QFETCH(int, was);
    QFETCH(int, own);
    QFETCH(int, other);
    QFETCH(int, moved);
    QFETCH(QList<int>, steps);
    QFETCH(bool, recall);
    const Order gone = order(OrderStatus(other), {line(1, LineStatus(moved))}, 41);
    const Order target = order(OrderStatus(was), {line(2, LineStatus(own))}, 42);
    const auto joined = joinOrders(gone, target, nowMs);
    QVERIFY2(joined.ok(), joined.ok() ? "" : qPrintable(joined.error().message));
    QList<int> taken;
    for (const OrderEffect::StatusStep &step : joined->targetSteps) {
        taken.append(int(step.status));
        QCOMPARE(step.recall, recall);
        QCOMPARE(step.atMs, nowMs);
    }
    QCOMPARE(taken, steps);
    QCOMPARE(int(joined->target.status), steps.isEmpty() ? was : steps.last());
    QCOMPARE(joined->target.statusAtMs, steps.isEmpty() ? target.statusAtMs : nowMs);
}

void OrderSplitTest::joinRefusals_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("targetStatus");
    QTest::addColumn<int>("lineStatus");
    QTest::addColumn<bool>("sameOrder");
    QTest::addColumn<bool>("otherFulfilment");
    QTest::addColumn<ErrorCode>("code");
    const ErrorCode notAllowed = ErrorCode::OrderTransitionNotAllowed;
    QTest::newRow("itself") << 2 << 2 << 1 << true << false << ErrorCode::ValidationFailed;
    QTest::newRow("all voided") << 2 << 2 << 4 << false << false << ErrorCode::ValidationFailed;
    QTest::newRow("completed") << 6 << 2 << 3 << false << false << notAllowed;
    QTest::newRow("cancelled") << 7 << 2 << 1 << false << false << notAllowed;
    QTest::newRow("into completed") << 2 << 6 << 1 << false << false << notAllowed;
    QTest::newRow("into cancelled") << 2 << 7 << 1 << false << false << notAllowed;
    QTest::newRow("another fulfilment") << 2 << 2 << 1 << false << true << notAllowed;
    QTest::newRow("out into one that is here") << 5 << 4 << 3 << false << false << notAllowed;
    QTest::newRow("into one that is out") << 4 << 5 << 3 << false << false << notAllowed;
}

void OrderSplitTest::joinRefusals()
{
    QFETCH(int, status);
    QFETCH(int, targetStatus);
    QFETCH(int, lineStatus);
    QFETCH(bool, sameOrder);
    QFETCH(bool, otherFulfilment);
    QFETCH(ErrorCode, code);
    const Order gone = order(OrderStatus(status), {line(1, LineStatus(lineStatus))}, 41);
    Order target = order(OrderStatus(targetStatus), {line(2)}, sameOrder ? 41 : 42);
    if (otherFulfilment)
        target.fulfilment = Fulfilment::Pickup;
    const auto joined = joinOrders(gone, target, nowMs);
    QVERIFY(!joined.ok());
    QCOMPARE(joined.error().code, code);
    QVERIFY(!joined.error().message.isEmpty());
}

void OrderSplitTest::joiningBackIsTheOrderAgain()
{
    const Order before = order(OrderStatus::Accepted, {line(1), line(2, LineStatus::Queued, 1500), line(3)});
    auto cut = split(before, {{1, {}}, {3, {}}});
    QVERIFY(cut.ok());
    cut->part.id = 43;
    cut->part.number = QStringLiteral("A-043");
    const auto joined = joinOrders(cut->part, cut->rest, nowMs);
    QVERIFY(joined.ok());
    Order again = joined->target;
    again.version = before.version;
    for (OrderLine &one : again.lines)
        one.version = 3;
    QCOMPARE(again, before);
}

QTEST_APPLESS_MAIN(OrderSplitTest)
#include "ordersplittest.moc"

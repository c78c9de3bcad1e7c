// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/orderssample.h"

#include <QImage>
#include <QtTest>

using namespace oshaq;

/// The fakes that tests of screens stand on do what those tests believe.
class OrdersSampleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eveningAddsUp();
    void actsFollowTheRules();
    void ordersTakenHereBecomeKnown();
    void answersComeWhenTheTestSays();
    void archivePaysOncePerKey();
    void printersQueueAndFail();
};

namespace {

Order byNumber(const FakeOrdersPort &port, const QString &number)
{
    for (const DeskOrder &entry : port.orders()) {
        if (entry.order.number == number)
            return entry.order;
    }
    return {};
}

} // namespace

void OrdersSampleTest::eveningAddsUp()
{
    FakeOrdersPort port;
    orderssample::addEvening(port);
    const std::map<QString, qint64> totals{
        {QStringLiteral("A-036"), 6'900},  {QStringLiteral("A-039"), 18'450}, {QStringLiteral("A-040"), 7'600},
        {QStringLiteral("A-041"), 9'300},  {QStringLiteral("A-043"), 61'200}, {QStringLiteral("A-044"), 14'900},
        {QStringLiteral("A-046"), 11'050}, {QStringLiteral("A-047"), 5'400},  {QStringLiteral("A-048"), 8'700}};
    for (const auto &[number, tenges] : totals)
        QCOMPARE(byNumber(port, number).cost.totalMinor, tenges * 100);
    QCOMPARE(port.orders().size(), size_t(13));
    QCOMPARE(port.orders().front().order.number, QStringLiteral("A-045"));
    QCOMPARE(port.catalog().items.size(), size_t(25));
    for (const DeskOrder &entry : port.orders()) {
        for (const OrderLine &line : entry.order.lines)
            QVERIFY2(line.itemId < 1'000'000, qPrintable(line.name));
        if (entry.order.payment.state == PaymentState::Paid)
            QCOMPARE(entry.order.payment.paidMinor, entry.order.cost.totalMinor);
    }
}

void OrdersSampleTest::actsFollowTheRules()
{
    FakeOrdersPort port;
    orderssample::addEvening(port);
    QSignalSpy changed(&port, &OrdersPort::ordersChanged);
    const qint64 fresh = byNumber(port, QStringLiteral("A-048")).id;
    QCOMPARE(port.nextStatuses(fresh),
             (std::vector{OrderStatus::Accepted, OrderStatus::Preparing, OrderStatus::Cancelled}));
    QVERIFY(port.accept(fresh, port.hubNowMs() + 60'000));
    QCOMPARE(port.order(fresh)->order.status, OrderStatus::Accepted);
    QCOMPARE(port.order(fresh)->order.promisedAtMs, port.hubNowMs() + 60'000);
    QVERIFY(!port.setStatus(fresh, OrderStatus::Cancelled));
    QVERIFY(port.setStatus(fresh, OrderStatus::Cancelled, QStringLiteral("gone")));
    QVERIFY(port.nextStatuses(fresh).empty());
    QVERIFY(!port.mayRecall(fresh));
    QVERIFY(changed.count() >= 2);

    const Order busy = byNumber(port, QStringLiteral("A-043"));
    QVERIFY(port.fire(busy.id));
    QVERIFY(!port.order(busy.id)->order.lines[2].held);
    QVERIFY(!port.addLines(busy.id, {{1, 1500, {}, {}}}));
    QVERIFY(port.addLines(busy.id, {{1, 2000, {}, {}}}));
    QCOMPARE(port.order(busy.id)->order.cost.totalMinor, busy.cost.totalMinor + 500'000);
    OrderFields fields;
    fields.table = QStringLiteral("12");
    QVERIFY(port.edit(busy.id, fields));
    QCOMPARE(port.order(busy.id)->order.table, QStringLiteral("12"));
    fields.table = QString();
    QVERIFY(!port.edit(busy.id, fields));

    port.refuseNext({ErrorCode::Forbidden, QStringLiteral("no"), {}});
    QCOMPARE(port.setPriority(busy.id, true).error().code, ErrorCode::Forbidden);
    QVERIFY(port.setPriority(busy.id, true));
    QCOMPARE(port.calls.last(), QStringLiteral("priority %1 1").arg(busy.id));
}

void OrdersSampleTest::ordersTakenHereBecomeKnown()
{
    FakeOrdersPort port;
    orderssample::addEvening(port);
    NewOrder request;
    request.guestName = QStringLiteral("Dana");
    request.lines = {{1, 2000, {}, {}}};
    const auto made = port.create(request);
    QVERIFY(made);
    QVERIFY(made->order.id < 0 && made->onlyHere && made->pending);
    QCOMPARE(made->order.cost.totalMinor, 500'000);
    QSignalSpy known(&port, &OrdersPort::orderKnown);
    const qint64 id = port.becomeKnown(made->order.id);
    QCOMPARE(known.count(), 1);
    QVERIFY(id > 0 && !port.order(id)->onlyHere);
    QVERIFY(!port.order(made->order.id));
    request.lines = {{9999, 1000, {}, {}}};
    QCOMPARE(port.create(request).error().code, ErrorCode::ItemUnknown);
}

void OrdersSampleTest::answersComeWhenTheTestSays()
{
    FakeOrdersPort port;
    orderssample::addEvening(port);
    FakeArchivePort archive;
    orderssample::addArchive(archive, port);

    QStringList got;
    ArchiveQuery query;
    query.words = QStringLiteral("sholpan");
    query.limit = 10;
    QString cursor;
    archive.findOrders(query, [&](const PortAnswer<ArchivePage> &answer) {
        got << QString::number(answer.value->orders.size());
        cursor = answer.value->nextCursor;
    });
    const PortCall forgotten = archive.guest(13, [&](const PortAnswer<GuestCard> &) { got << QStringLiteral("no"); });
    archive.cancel(forgotten);
    QVERIFY(got.isEmpty());
    archive.answerAll();
    QCOMPARE(got, QStringList{QStringLiteral("10")});
    QVERIFY(!cursor.isEmpty());
    query.cursor = cursor;
    archive.setImmediate(true);
    archive.findOrders(query, [&](const PortAnswer<ArchivePage> &answer) {
        got << QString::number(answer.value->orders.size());
        cursor = answer.value->nextCursor;
    });
    QCOMPARE(got.size(), 1);
    QTRY_COMPARE(got.size(), 2);
    QCOMPARE(got.last(), QStringLiteral("4"));
    QVERIFY(cursor.isEmpty());

    archive.failNext({PortFailure::Kind::SignIn, {}, {}, {}});
    std::optional<PortFailure> failure;
    archive.findGuests(QStringLiteral("4107"),
                       [&](const PortAnswer<std::vector<GuestCard>> &answer) { failure = answer.failure; });
    QTRY_VERIFY(failure.has_value());
    QCOMPARE(failure->kind, PortFailure::Kind::SignIn);
}

void OrdersSampleTest::archivePaysOncePerKey()
{
    FakeOrdersPort port;
    orderssample::addEvening(port);
    FakeArchivePort archive;
    orderssample::addArchive(archive, port);
    const Order order = byNumber(port, QStringLiteral("A-039"));
    ArchivePort::DirectPayment payment;
    payment.key = QStringLiteral("one");
    payment.orderId = order.id;
    payment.amountMinor = order.cost.totalMinor;
    int paid = 0;
    QString refused;
    const auto count = [&](const PortAnswer<Payment> &answer) {
        paid += answer ? 1 : 0;
        refused = answer.failure.errorCode;
    };
    archive.pay(payment, count);
    archive.pay(payment, count);
    archive.answerAll();
    QCOMPARE(paid, 2);
    QCOMPARE(archive.paid[order.id].size(), size_t(1));
    payment.key = QStringLiteral("two");
    archive.pay(payment, count);
    archive.answerAll();
    QCOMPARE(refused, QStringLiteral("PAYMENT_EXCEEDS_DUE"));

    std::optional<Order> made;
    archive.split(QStringLiteral("three"), order.id, {{order.lines[0].id, 1000}},
                  [&](const PortAnswer<Order> &answer) { made = answer.value; });
    archive.answerAll();
    QVERIFY(made.has_value());
    QCOMPARE(made->cost.totalMinor, 580'000);
}

void OrdersSampleTest::printersQueueAndFail()
{
    FakePrinterPort printers;
    orderssample::addPrinters(printers);
    printers.setImmediate(true);
    std::vector<ListedPrinter> states;
    printers.printers([&](const PortAnswer<std::vector<ListedPrinter>> &answer) { states = *answer.value; });
    QTRY_COMPARE(states.size(), size_t(2));
    QCOMPARE(states[1].queued, 1);
    QCOMPARE(states[1].printer.fault, PrintFault::PaperOut);

    std::optional<PrintJob> job;
    printers.printTest(QStringLiteral("k"), states[0].printer.id,
                       [&](const PortAnswer<PrintJob> &answer) { job = answer.value; });
    QTRY_VERIFY(job.has_value());
    QCOMPARE(job->kind, PrintJobKind::Test);
    QByteArray png;
    printers.preview(4, PrintJobKind::Receipt, {},
                     [&](const PortAnswer<PaperPreview> &answer) { png = answer.value->png; });
    QTRY_VERIFY(!png.isEmpty());
    QVERIFY(!QImage::fromData(png, "PNG").isNull());

    Printer edited = states[0].printer;
    edited.version += 1;
    QString code;
    printers.savePrinter(QStringLiteral("s"), edited,
                         [&](const PortAnswer<ListedPrinter> &answer) { code = answer.failure.errorCode; });
    QTRY_COMPARE(code, QStringLiteral("VERSION_STALE"));
}

QTEST_GUILESS_MAIN(OrdersSampleTest)
#include "orderssampletest.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/uuid7.h"
#include "sync/integrations/printing/printdispatcher.h"
#include "tests/support/blockinghttp.h"
#include "tests/support/terminalrig.h"
#include "tests/support/testsite.h"
#include "tests/sync/integrations/fakeprinter.h"

#include <QImage>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace oshaq;
using namespace oshaq::test;

using Kind = TimelineEvent::Kind;
using Failure = PortFailure::Kind;

/// What the counter asks, through a real terminal, a real hub and real sockets.
class DeskHubTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void findsOrders();
    void tellsWhatHappened();
    void takesCashOnce();
    void refusesWhatTheTillRefuses();
    void filtersByPayment();
    void knowsGuests();
    void splitsAndJoins();
    void keepsPrinters();
    void printsATestPage();
    void showsAPaper();
    void listsOpenJobs();
    void kitchensAreNotToldEverything();
    void withoutAHub();

private:
    static constexpr int patienceMs = 20'000;

    /// Asks and waits for the one answer.
    template <typename T> PortAnswer<T> wait(const std::function<PortCall(PortDone<T>)> &ask)
    {
        std::optional<PortAnswer<T>> got;
        ask([&got](const PortAnswer<T> &answer) { got = answer; });
        if (!QTest::qWaitFor([&got] { return got.has_value(); }, patienceMs))
            return PortAnswer<T>::failed({Failure::Broken, QStringLiteral("NOTHING_CAME"), {}, {}});
        return *got;
    }
    PortAnswer<ArchivePage> find(const ArchiveQuery &query)
    {
        return wait<ArchivePage>([&](auto done) { return archive().findOrders(query, done); });
    }
    PortAnswer<ListedPrinter> save(const Printer &printer)
    {
        return wait<ListedPrinter>(
            [&](auto done) { return printers().savePrinter(makeUuid7(m_clock.nowMs()), printer, done); });
    }
    PortAnswer<std::vector<PrintJob>> jobs(bool openOnly)
    {
        return wait<std::vector<PrintJob>>([&](auto done) { return printers().jobs(openOnly, done); });
    }
    QString connectAs(Role role);
    ArchivePort &archive() { return m_rig->client().archive(); }
    PrinterPort &printers() { return m_rig->client().printers(); }
    /// The order's JSON, or an empty object.
    QJsonObject command(Role role, const QByteArray &method, const QByteArray &path, const QByteArray &body);
    qint64 place(const char *item, const QByteArray &more = {});
    Printer printerAt(const QString &address);

    SystemClock m_clock;
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<TestSite> m_site;
    std::unique_ptr<TerminalRig> m_rig;
};

void DeskHubTest::init()
{
    TestSiteOptions options;
    options.configure = [](ApiOptions &api) { api.loopbackPrinters = true; };
    m_site = std::make_unique<TestSite>(options);
    QVERIFY2(m_site->start(), qPrintable(m_site->problem()));
    QCOMPARE(connectAs(Role::Counter), QString());
}

void DeskHubTest::cleanup()
{
    m_rig.reset();
    m_site.reset();
    m_directory.reset();
}

QString DeskHubTest::connectAs(Role role)
{
    m_rig.reset();
    m_directory = std::make_unique<QTemporaryDir>();
    m_rig = std::make_unique<TerminalRig>(m_directory->path());
    return m_rig->connectTo("http://127.0.0.1:" + QByteArray::number(m_site->port()),
                            m_site->business().terminalTokens.at(role));
}

QJsonObject DeskHubTest::command(Role role, const QByteArray &method, const QByteArray &path, const QByteArray &body)
{
    BlockingHttp http(m_site->port(), m_site->business().terminalTokens.at(role));
    const auto answer = http.request(method, "/api/v1/business/" + path, body);
    if (!answer || answer->status > 299) {
        qWarning() << method << path << (answer ? answer->body : QByteArray("no answer"));
        return {};
    }
    return QJsonDocument::fromJson(answer->body).object().value(QLatin1String("data")).toObject();
}

qint64 DeskHubTest::place(const char *item, const QByteArray &more)
{
    const QByteArray body = R"({"fulfilment":"pickup")" + more + R"(,"items":[{"item_id":)" +
                            QByteArray::number(m_site->business().item(item)) + R"(,"quantity":2}]})";
    return command(Role::Counter, "POST", "orders", body).value(QLatin1String("order_id")).toInteger();
}

void DeskHubTest::findsOrders()
{
    QList<qint64> soups;
    for (int i = 0; i < 5; ++i)
        soups << place("Soup", R"(,"guest_name":"Әсел Нұр","guest_phone":"+7701555410)" + QByteArray::number(i) + '"');
    const qint64 bread = place("Bread", R"(,"guest_name":"Marat")");
    QVERIFY(bread > 0 && !soups.contains(0));

    ArchiveQuery query;
    query.words = QStringLiteral("әсел soup");
    query.limit = 2;
    QList<qint64> found;
    int pages = 0;
    do {
        const auto page = find(query);
        QVERIFY2(bool(page), qPrintable(page.failure.message));
        for (const Order &order : page.value->orders)
            found << order.id;
        query.cursor = page.value->nextCursor;
        ++pages;
    } while (!query.cursor.isEmpty() && pages < 10);
    std::reverse(found.begin(), found.end());
    QCOMPARE(found, soups);
    QVERIFY(pages >= 3);

    query = {};
    query.words = QStringLiteral("4103");
    const auto byPhone = find(query);
    QVERIFY(byPhone);
    QCOMPARE(byPhone.value->orders.size(), size_t(1));
    QCOMPARE(byPhone.value->orders.front().id, soups.at(3));
    QCOMPARE(byPhone.value->orders.front().guestName, QStringLiteral("Әсел Нұр"));

    QVERIFY(!command(Role::Counter, "PATCH", "orders/" + QByteArray::number(bread) + "/status",
                     R"({"status":7,"reason":"none left"})")
                 .isEmpty());
    query = {};
    query.statuses = {OrderStatus::Cancelled, OrderStatus::Completed};
    query.fulfilment = Fulfilment::Pickup;
    query.fromMs = m_clock.nowMs() - 3'600'000;
    query.toMs = m_clock.nowMs() + 3'600'000;
    const auto cancelled = find(query);
    QVERIFY2(bool(cancelled), qPrintable(cancelled.failure.message));
    QCOMPARE(cancelled.value->orders.size(), size_t(1));
    QCOMPARE(cancelled.value->orders.front().cancelReason, QStringLiteral("none left"));
    query.toMs = query.fromMs;
    QVERIFY(find(query).value->orders.empty());

    const auto one = wait<Order>([&](auto done) { return archive().oneOrder(bread, done); });
    QVERIFY(one);
    QCOMPARE(*one.value, cancelled.value->orders.front());
    const auto none = wait<Order>([&](auto done) { return archive().oneOrder(987'654, done); });
    QCOMPARE(none.failure.kind, Failure::Refused);
    QCOMPARE(none.failure.errorCode, QStringLiteral("NOT_FOUND"));
    query = {};
    query.cursor = QStringLiteral("nonsense");
    const auto wrong = find(query);
    QCOMPARE(wrong.failure.kind, Failure::Refused);
    QVERIFY(!wrong.failure.errorCode.isEmpty());
}

void DeskHubTest::tellsWhatHappened()
{
    const QByteArray id = QByteArray::number(place("Soup"));
    const QJsonObject order = command(Role::Counter, "PATCH", "orders/" + id + "/status", R"({"status":2})");
    QVERIFY(!order.isEmpty());
    command(Role::Kitchen, "POST", "painted",
            R"({"tickets":[{"order_id":)" + id + R"(,"station_id":)" +
                QByteArray::number(m_site->business().catalog.stations.front().id) + "}]}");
    const auto asked = wait<Order>([&](auto done) { return archive().oneOrder(id.toLongLong(), done); });
    QVERIFY(asked);
    const QByteArray line = QByteArray::number(asked.value->lines.front().id);
    QVERIFY(
        !command(Role::Kitchen, "PATCH", "orders/" + id + "/lines", R"({"action":"done","line_ids":[)" + line + "]}")
             .isEmpty());
    QVERIFY(!command(Role::Kitchen, "POST", "orders/" + id + "/recall", "{}").isEmpty());
    QVERIFY(!command(Role::Counter, "PATCH", "orders/" + id,
                     R"({"note":"by the door","version":)" + QByteArray::number(asked.value->version + 2) + '}')
                 .isEmpty());

    const auto timeline = wait<OrderTimeline>([&](auto done) { return archive().timeline(id.toLongLong(), done); });
    QVERIFY2(bool(timeline), qPrintable(timeline.failure.message));
    QCOMPARE(timeline.value->orderId, id.toLongLong());
    std::vector<OrderStatus> statuses;
    int painted = 0;
    int edits = 0;
    const std::vector<TimelineEvent> &events = timeline.value->events;
    for (auto event = events.rbegin(); event != events.rend(); ++event) {
        if (event != events.rbegin())
            QVERIFY(event->atMs >= std::prev(event)->atMs);
        if (event->kind == Kind::Status) {
            statuses.push_back(event->status);
            QVERIFY2(!event->terminal.isEmpty() || !event->actor.isEmpty(),
                     qPrintable(QString::number(int(event->status))));
        } else if (event->kind == Kind::Painted) {
            ++painted;
            QVERIFY(event->latencyMs.has_value() && !event->terminal.isEmpty());
        } else if (event->kind == Kind::Edit) {
            ++edits;
            QCOMPARE(event->what, QStringLiteral("note"));
        } else {
            QFAIL(qPrintable(QStringLiteral("%1 said twice").arg(event->what)));
        }
    }
    QCOMPARE(statuses, (std::vector{OrderStatus::New, OrderStatus::Accepted, OrderStatus::Preparing, OrderStatus::Ready,
                                    OrderStatus::Preparing}));
    QCOMPARE(painted, 1);
    QCOMPARE(edits, 1);
    QCOMPARE(std::count_if(events.begin(), events.end(), [](const TimelineEvent &event) { return event.recall; }), 1);
}

void DeskHubTest::takesCashOnce()
{
    const qint64 id = place("Soup"); // 2 x 12.95
    ArchivePort::DirectPayment payment;
    payment.key = makeUuid7(m_clock.nowMs());
    payment.orderId = id;
    payment.amountMinor = 2'590;
    payment.tipMinor = 110;
    payment.tenderedMinor = 5'000;
    const auto pay = [&] { return wait<Payment>([&](auto done) { return archive().pay(payment, done); }); };
    // The currency is the business's, which the terminal has to know first.
    QCOMPARE(m_rig->waitUntilEqual(m_site->port(), m_site->business().token), QString());
    const auto first = pay();
    QVERIFY2(bool(first), qPrintable(first.failure.message));
    QCOMPARE(first.value->changeMinor(), 2'300);
    QCOMPARE(first.value->status, PaymentStatus::Charged);
    const auto again = pay();
    QVERIFY2(bool(again), qPrintable(again.failure.message));
    QCOMPARE(*again.value, *first.value);
    QCOMPARE(m_site->rowCount("payments"), 1);

    const auto all = wait<std::vector<Payment>>([&](auto done) { return archive().payments(id, done); });
    QVERIFY(all);
    QCOMPARE(*all.value, std::vector<Payment>{*first.value});
    QCOMPARE(summarise(2'590, *all.value).state, PaymentState::Paid);
}

void DeskHubTest::refusesWhatTheTillRefuses()
{
    QCOMPARE(m_rig->waitUntilEqual(m_site->port(), m_site->business().token), QString());
    ArchivePort::DirectPayment payment;
    payment.key = makeUuid7(m_clock.nowMs());
    payment.orderId = place("Soup");
    payment.amountMinor = 2'591;
    auto answer = wait<Payment>([&](auto done) { return archive().pay(payment, done); });
    QCOMPARE(answer.failure.kind, Failure::Refused);
    QCOMPARE(answer.failure.errorCode, QStringLiteral("PAYMENT_EXCEEDS_DUE"));
    payment.amountMinor = 100;
    answer = wait<Payment>([&](auto done) { return archive().pay(payment, done); });
    QCOMPARE(answer.failure.errorCode, QStringLiteral("IDEMPOTENCY_KEY_REUSED"));
    payment.key = QStringLiteral("0");
    payment.amountMinor = -5;
    answer = wait<Payment>([&](auto done) { return archive().pay(payment, done); });
    QCOMPARE(answer.failure.kind, Failure::Refused);
    QVERIFY(!answer.failure.details.empty());
    QCOMPARE(m_site->rowCount("payments"), 0);
}

void DeskHubTest::filtersByPayment()
{
    QCOMPARE(m_rig->waitUntilEqual(m_site->port(), m_site->business().token), QString());
    const qint64 paid = place("Soup");
    const qint64 part = place("Soup");
    const qint64 unpaid = place("Soup");
    ArchivePort::DirectPayment payment;
    for (const auto &[id, amount] : {std::pair(paid, 2'590), std::pair(part, 500)}) {
        payment.key = makeUuid7(m_clock.nowMs());
        payment.orderId = id;
        payment.amountMinor = amount;
        QVERIFY(wait<Payment>([&](auto done) { return archive().pay(payment, done); }));
    }
    const auto only = [&](PaymentState state) {
        ArchiveQuery query;
        query.payment = state;
        const auto page = find(query);
        return page && page.value->orders.size() == 1 ? page.value->orders.front() : Order();
    };
    QCOMPARE(only(PaymentState::Unpaid).id, unpaid);
    QCOMPARE(only(PaymentState::PartPaid).id, part);
    QCOMPARE(only(PaymentState::PartPaid).payment.paidMinor, 500);
    QCOMPARE(only(PaymentState::Paid).id, paid);
    QCOMPARE(only(PaymentState::Paid).payment.methods, QStringList{QStringLiteral("cash")});

    const auto timeline = wait<OrderTimeline>([&](auto done) { return archive().timeline(paid, done); });
    QVERIFY2(bool(timeline), qPrintable(timeline.failure.message));
    const TimelineEvent &taken = timeline.value->events.front();
    QCOMPARE(taken.kind, Kind::Payment);
    QCOMPARE(taken.what, QStringLiteral("taken"));
    QCOMPARE(taken.method, QStringLiteral("cash"));
    QCOMPARE(taken.amountMinor, std::optional<qint64>(2'590));
    QVERIFY(!taken.actor.isEmpty());
}

void DeskHubTest::knowsGuests()
{
    const qint64 first = place("Soup", R"(,"guest_name":"Шолпан","guest_phone":"+77015554107","allergy":"nuts")");
    const qint64 second = place("Bread", R"(,"guest_name":"Шолпан","guest_phone":"+77015554107")");
    place("Bread", R"(,"guest_name":"Marat","guest_phone":"+77015550000")");
    const auto guests = [&](const QString &words) {
        return wait<std::vector<GuestCard>>([&](auto done) { return archive().findGuests(words, done); });
    };
    const auto byPhone = guests(QStringLiteral("4107"));
    QVERIFY2(bool(byPhone), qPrintable(byPhone.failure.message));
    QCOMPARE(byPhone.value->size(), size_t(1));
    const GuestCard &found = byPhone.value->front();
    QCOMPARE(found.name, QStringLiteral("Шолпан"));
    QCOMPARE(found.orderCount, 2);
    QCOMPARE(found.lastAllergy, QStringLiteral("nuts"));
    QVERIFY(found.recent.empty());
    QCOMPARE(*guests(QStringLiteral("шолпан")).value, *byPhone.value);
    QVERIFY(guests(QStringLiteral("nobody")).value->empty());
    QVERIFY(guests(QStringLiteral(" ")).value->empty());

    const auto card = wait<GuestCard>([&](auto done) { return archive().guest(found.userId, done); });
    QVERIFY2(bool(card), qPrintable(card.failure.message));
    QCOMPARE(card.value->recent.size(), size_t(2));
    QCOMPARE(card.value->recent[0].id, second);
    QCOMPARE(card.value->recent[1].id, first);
    const auto none = wait<GuestCard>([&](auto done) { return archive().guest(987'654, done); });
    QCOMPARE(none.failure.errorCode, QStringLiteral("NOT_FOUND"));

    ArchiveQuery query;
    query.userId = found.userId;
    const auto theirs = find(query);
    QVERIFY2(bool(theirs), qPrintable(theirs.failure.message));
    QCOMPARE(theirs.value->orders.size(), size_t(2));
}

void DeskHubTest::splitsAndJoins()
{
    const qint64 id = place("Soup");
    const auto before = wait<Order>([&](auto done) { return archive().oneOrder(id, done); });
    QVERIFY(before);
    const qint64 line = before.value->lines.front().id;
    const QString key = makeUuid7(m_clock.nowMs());
    const auto split = [&](const QString &once, qint64 quantity) {
        return wait<Order>([&](auto done) { return archive().split(once, id, {{line, quantity}}, done); });
    };
    const auto made = split(key, 1000);
    QVERIFY2(bool(made), qPrintable(made.failure.message));
    QVERIFY(made.value->id != id && made.value->number != before.value->number);
    QCOMPARE(made.value->cost.totalMinor, 1'295);
    QCOMPARE(split(key, 1000).value->id, made.value->id);
    QCOMPARE(m_site->rowCount("orders"), 2);
    // Something has to stay.
    const auto all = split(makeUuid7(m_clock.nowMs()), 1000);
    QCOMPARE(all.failure.kind, Failure::Refused);
    QVERIFY(!all.failure.errorCode.isEmpty());

    const qint64 part = made.value->id;
    const auto joined =
        wait<Order>([&](auto done) { return archive().join(makeUuid7(m_clock.nowMs()), part, id, done); });
    QVERIFY2(bool(joined), qPrintable(joined.failure.message));
    QCOMPARE(joined.value->id, id);
    QCOMPARE(joined.value->cost.totalMinor, 2'590);

    const auto moves = [&](qint64 orderId) {
        const auto timeline = wait<OrderTimeline>([&](auto done) { return archive().timeline(orderId, done); });
        QStringList list;
        for (const TimelineEvent &event : timeline ? timeline.value->events : std::vector<TimelineEvent>()) {
            if (event.kind == Kind::Moved)
                list.prepend(event.what + u' ' + event.otherNumber);
            else if (event.kind != Kind::Status)
                list.prepend(QStringLiteral("%1?").arg(event.what));
        }
        return list;
    };
    QCOMPARE(moves(id), (QStringList{QStringLiteral("split_into ") + made.value->number,
                                     QStringLiteral("joined_from ") + made.value->number}));
    QCOMPARE(moves(part), (QStringList{QStringLiteral("split_from ") + before.value->number,
                                       QStringLiteral("joined_into ") + before.value->number}));
}

Printer DeskHubTest::printerAt(const QString &address)
{
    Printer printer;
    printer.name = QStringLiteral("Қонақ асты");
    printer.address = address;
    printer.width = 384;
    printer.language = QStringLiteral("kk");
    printer.printsReceipts = true;
    printer.hasDrawer = true;
    return printer;
}

void DeskHubTest::keepsPrinters()
{
    QCOMPARE(connectAs(Role::Manager), QString());
    Printer wanted = printerAt(QStringLiteral("192.168.1.50:9101"));
    wanted.stations = {m_site->business().catalog.stations.front().id};
    const auto made = save(wanted);
    QVERIFY2(bool(made), qPrintable(made.failure.message));
    wanted.id = made.value->printer.id;
    wanted.createdAtMs = made.value->printer.createdAtMs;
    QVERIFY(wanted.id > 0 && wanted.createdAtMs > 0);
    QCOMPARE(made.value->printer, wanted);

    const auto spare = save(printerAt(QStringLiteral("192.168.1.51")));
    QVERIFY(spare);
    wanted.fallbackId = spare.value->printer.id;
    wanted.stations.clear();
    wanted.active = false;
    const auto edited = save(wanted);
    QVERIFY2(bool(edited), qPrintable(edited.failure.message));
    QCOMPARE(edited.value->printer.version, 2);
    QCOMPARE(edited.value->printer.fallbackId, wanted.fallbackId);
    const auto stale = save(wanted);
    QCOMPARE(stale.failure.kind, Failure::Refused);
    QCOMPARE(stale.failure.errorCode, QStringLiteral("VERSION_STALE"));
    wanted.version = 2;
    wanted.address = QStringLiteral("example.com");
    const auto wrong = save(wanted);
    QCOMPARE(wrong.failure.kind, Failure::Refused);
    QVERIFY(!wrong.failure.details.empty());
    QCOMPARE(wrong.failure.details.front().path, QStringLiteral("address"));

    const auto list = [this] {
        return wait<std::vector<ListedPrinter>>([this](auto done) { return printers().printers(done); });
    };
    auto all = list();
    QVERIFY(all);
    QCOMPARE(all.value->size(), size_t(2));
    QVERIFY(wait<PortNothing>([&](auto done) { return printers().removePrinter(wanted.id, done); }));
    const auto gone = wait<PortNothing>([&](auto done) { return printers().removePrinter(wanted.id, done); });
    QCOMPARE(gone.failure.errorCode, QStringLiteral("NOT_FOUND"));
    all = list();
    QCOMPARE(all.value->size(), size_t(1));
}

void DeskHubTest::printsATestPage()
{
    QCOMPARE(connectAs(Role::Manager), QString());
    FakePrinter device;
    QVERIFY(device.listen());
    PrintOptions options;
    options.loopbackPrinters = true;
    options.firstPauseMs = 10;
    options.longestPauseMs = 50;
    options.collectAfterMs = 1;
    options.times.answerMs = 300;
    options.times.stallMs = 300;
    options.times.endMs = 300;
    QtScheduler scheduler;
    PrintDispatcher dispatcher(m_site->hub(), scheduler, options);
    dispatcher.start();

    const auto printer = save(printerAt(device.address()));
    QVERIFY2(bool(printer), qPrintable(printer.failure.message));
    const qint64 id = printer.value->printer.id;
    const auto endOf = [this](qint64 jobId) {
        PrintJob end;
        const bool over = QTest::qWaitFor(
            [&] {
                const auto list = jobs(false);
                if (!list)
                    return false;
                for (const PrintJob &job : *list.value) {
                    if (job.id == jobId)
                        end = job;
                }
                return isOver(end.state);
            },
            patienceMs);
        return over ? end : PrintJob();
    };
    const QString key = makeUuid7(m_clock.nowMs());
    const auto page = wait<PrintJob>([&](auto done) { return printers().printTest(key, id, done); });
    QVERIFY2(bool(page), qPrintable(page.failure.message));
    QCOMPARE(page.value->kind, PrintJobKind::Test);
    QCOMPARE(endOf(page.value->id).state, PrintJobState::Printed);
    QCOMPARE(device.papers.size(), 1);
    const auto again = wait<PrintJob>([&](auto done) { return printers().printTest(key, id, done); });
    QCOMPARE(again.value->id, page.value->id);

    device.mood = FakePrinter::Mood::PaperOut;
    const auto drawer =
        wait<PrintJob>([&](auto done) { return printers().openDrawer(makeUuid7(m_clock.nowMs()), id, done); });
    QVERIFY2(bool(drawer), qPrintable(drawer.failure.message));
    device.die();
    const auto failing =
        wait<PrintJob>([&](auto done) { return printers().printTest(makeUuid7(m_clock.nowMs()), id, done); });
    QVERIFY(failing);
    const PrintJob failed = endOf(failing.value->id);
    QCOMPARE(failed.state, PrintJobState::Failed);
    QVERIFY(failed.fault != PrintFault::None);
    QVERIFY(!failed.error.isEmpty());
    const auto states = wait<std::vector<ListedPrinter>>([&](auto done) { return printers().printers(done); });
    QVERIFY(states.value->front().printer.failingSinceMs.has_value());
}

void DeskHubTest::showsAPaper()
{
    const qint64 id = place("Soup");
    const auto show = [&](PrintJobKind kind, std::optional<qint64> printer) {
        return wait<PaperPreview>([&](auto done) { return printers().preview(id, kind, printer, done); });
    };
    const auto plain = show(PrintJobKind::Ticket, {});
    QVERIFY2(bool(plain), qPrintable(plain.failure.message));
    QCOMPARE(QImage::fromData(plain.value->png, "PNG").width(), 576);
    QVERIFY(plain.value->printerName.isEmpty());

    QCOMPARE(connectAs(Role::Manager), QString());
    const auto printer = save(printerAt(QStringLiteral("192.168.1.50")));
    QVERIFY(printer);
    const auto receipt = show(PrintJobKind::Receipt, {});
    QVERIFY2(bool(receipt), qPrintable(receipt.failure.message));
    QCOMPARE(QImage::fromData(receipt.value->png, "PNG").width(), 384);
    QCOMPARE(receipt.value->printerName, QStringLiteral("Қонақ асты"));
    QVERIFY(show(PrintJobKind::Ticket, printer.value->printer.id));
    QCOMPARE(show(PrintJobKind::Ticket, 999).failure.kind, Failure::Refused);
}

void DeskHubTest::listsOpenJobs()
{
    QCOMPARE(connectAs(Role::Manager), QString());
    // Nothing takes them: they stay queued.
    QVERIFY(save(printerAt(QStringLiteral("192.168.1.50"))));
    const qint64 id = place("Soup");
    const auto print = [&](PrintJobKind kind) {
        return wait<std::vector<PrintJob>>(
            [&](auto done) { return printers().printOrder(makeUuid7(m_clock.nowMs()), id, kind, {}, done); });
    };
    const auto ticket = print(PrintJobKind::Ticket);
    QVERIFY2(bool(ticket), qPrintable(ticket.failure.message));
    QCOMPARE(ticket.value->size(), size_t(1));
    QVERIFY(!ticket.value->front().reprint);
    const auto second = print(PrintJobKind::Ticket);
    QVERIFY(second.value->front().reprint);
    QVERIFY(print(PrintJobKind::Receipt));
    QCOMPARE(jobs(true).value->size(), size_t(3));

    const qint64 job = ticket.value->front().id;
    const auto cancelled =
        wait<PrintJob>([&](auto done) { return printers().cancelJob(makeUuid7(m_clock.nowMs()), job, done); });
    QCOMPARE(cancelled.value->state, PrintJobState::Cancelled);
    QCOMPARE(jobs(true).value->size(), size_t(2));
    QCOMPARE(jobs(false).value->size(), size_t(3));
    QVERIFY(jobs(false).value->front().id > job);
    const auto retried =
        wait<PrintJob>([&](auto done) { return printers().retryJob(makeUuid7(m_clock.nowMs()), job, done); });
    QCOMPARE(retried.value->state, PrintJobState::Queued);
    QCOMPARE(jobs(true).value->size(), size_t(3));
}

void DeskHubTest::kitchensAreNotToldEverything()
{
    const qint64 id = place("Soup");
    QCOMPARE(connectAs(Role::Kitchen), QString());
    const auto timeline = wait<OrderTimeline>([&](auto done) { return archive().timeline(id, done); });
    QCOMPARE(timeline.failure.kind, Failure::SignIn);
    QCOMPARE(timeline.failure.errorCode, QStringLiteral("FORBIDDEN"));
    QVERIFY(wait<Order>([&](auto done) { return archive().oneOrder(id, done); }));
}

void DeskHubTest::withoutAHub()
{
    m_site->stopServer();
    const auto page = find({});
    QCOMPARE(page.failure.kind, Failure::Unreachable);
    const auto states = wait<std::vector<ListedPrinter>>([&](auto done) { return printers().printers(done); });
    QCOMPARE(states.failure.kind, Failure::Unreachable);
}

QTEST_GUILESS_MAIN(DeskHubTest)
#include "deskhubtest.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/accessservice.h"
#include "models/hub/catalogservice.h"
#include "models/hub/orderservice.h"
#include "models/hub/paperlanguage.h"
#include "models/hub/printservice.h"
#include "models/runtime/clock.h"
#include "sync/drawing/printraster.h"
#include "sync/integrations/printing/printingthread.h"
#include "tests/sync/integrations/fakeprinter.h"
#include "tests/sync/printing/escposdecoder.h"

#include <QFile>
#include <QSocketNotifier>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <stdlib.h>
#include <termios.h>
#include <unistd.h>

using namespace oshaq;
using namespace oshaq::test;
using Mood = FakePrinter::Mood;

/// A real hub, a real queue, and printers that are not always well.
class PrintQueueTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void anAcceptedOrderIsPrinted();
    void noPrinterNoJob();
    void eachStationGetsItsLines();
    void changesAfterSendingArePrinted();
    void aReceiptOnCompletion();
    void aSilentPrinterGetsNothing();
    void aPrinterThatNeverTells();
    void onePaperOnceMoreAfterItsPrinterDied();
    void neverAThirdTimeByItself();
    void outOfPaper();
    void aDeadPrinterHasAFallback();
    void aRestartLosesNothing();
    void ordersWaitForNoPrinter();
    void noEndIsNoSecondCopy();
    void reprintsAreMarked();
    void cancelAndRetry();
    void testPagesTellTheReason();
    void theDrawerOpensOnce();
    void lateJobsEnd();
    void atADeviceFile();
    void bySystemQueue();
    void removedPrintersLeaveNothingBehind();

private:
    static constexpr int patience = 20'000;

    void openHub();
    void startDispatcher();
    void stopDispatcher();
    Result<WriteOutcome> write(std::function<Result<WriteOutcome>(WriteContext &)> run);
    qint64 addPrinter(const QString &address, const std::function<void(PrinterEdit &)> &with = {});
    qint64 order(bool accepted = true);
    Result<WriteOutcome> command(qint64 orderId, const OrderCommand &command);
    Result<WriteOutcome> setStatus(qint64 orderId, OrderStatus to);
    std::vector<PrintJob> jobs(PrintJobFilter filter = {});
    PrintJob job(qint64 id);
    Printer printer(qint64 id);
    PrintDocument documentOf(qint64 jobId);
    QStringList textsOf(const PrintDocument &document);
    QByteArray bytesOf(const PrintJob &job, const PaperMarks &marks = {});
    qint64 number(const char *sql);

    SystemClock m_clock;
    PrintOptions m_options;
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<Hub> m_hub;
    std::unique_ptr<QtScheduler> m_scheduler;
    std::unique_ptr<PrintDispatcher> m_dispatcher;
    Principal m_owner;
    qint64 m_soup = 0;
    qint64 m_apples = 0;
    qint64 m_hot = 0;
    qint64 m_cold = 0;
};

void PrintQueueTest::init()
{
    m_options = {};
    m_options.loopbackPrinters = true;
    m_options.anyDevice = true;
    m_options.firstPauseMs = 10;
    m_options.longestPauseMs = 50;
    m_options.collectAfterMs = 1;
    m_options.times.answerMs = 300;
    m_options.times.stallMs = 300;
    m_options.times.endMs = 300;
    m_directory = std::make_unique<QTemporaryDir>();
    openHub();
    QVERIFY(m_hub);
    m_owner = {};
    Business wanted;
    wanted.name = QStringLiteral("Oshaq");
    const auto business =
        write([wanted](WriteContext &context) { return accesswrites::createBusiness(context, wanted); });
    QVERIFY(business);
    m_owner.kind = Principal::Kind::Business;
    m_owner.role = Role::Owner;
    m_owner.businessId = m_owner.id = business->entityId;
    MenuImportItem soup;
    soup.category = QStringLiteral("Food");
    soup.name = QStringLiteral("Soup");
    soup.priceMinor = 129'500;
    soup.station = QStringLiteral("Hot");
    MenuImportItem apples = soup;
    apples.category = QStringLiteral("Fruit");
    apples.name = QStringLiteral("Apples");
    apples.station = QStringLiteral("Cold");
    QVERIFY(write([soup, apples](WriteContext &context) {
        return catalogwrites::importMenu(context, {soup, apples});
    }));
    m_soup = number("SELECT item_id FROM items WHERE name = 'Soup'");
    m_apples = number("SELECT item_id FROM items WHERE name = 'Apples'");
    m_hot = number("SELECT station_id FROM stations WHERE name = 'Hot'");
    m_cold = number("SELECT station_id FROM stations WHERE name = 'Cold'");
    QVERIFY(m_soup > 0 && m_apples > 0 && m_hot > 0 && m_cold > 0);
    startDispatcher();
}

void PrintQueueTest::cleanup()
{
    stopDispatcher();
    m_hub.reset();
    m_directory.reset();
}

void PrintQueueTest::openHub()
{
    HubOptions options;
    options.directory = m_directory->path();
    options.synchronous = sql::Synchronous::Off;
    auto opened = Hub::open(options, m_clock);
    if (opened)
        m_hub = std::move(*opened);
}

void PrintQueueTest::startDispatcher()
{
    m_scheduler = std::make_unique<QtScheduler>();
    m_dispatcher = std::make_unique<PrintDispatcher>(*m_hub, *m_scheduler, m_options);
    m_dispatcher->start();
}

void PrintQueueTest::stopDispatcher()
{
    m_dispatcher.reset();
    m_scheduler.reset();
}

Result<WriteOutcome> PrintQueueTest::write(std::function<Result<WriteOutcome>(WriteContext &)> run)
{
    WriteCommand command;
    command.principal = m_owner;
    command.run = std::move(run);
    return m_hub->writer().submitAndWait(std::move(command));
}

qint64 PrintQueueTest::addPrinter(const QString &address, const std::function<void(PrinterEdit &)> &with)
{
    PrinterEdit edit;
    edit.name = QStringLiteral("Printer %1").arg(number("SELECT count(*) + 1 FROM printers"));
    edit.kind = PrinterKind::Network;
    edit.address = address;
    edit.width = 384;
    edit.loopbackToo = true;
    if (with)
        with(edit);
    const auto made = write([edit](WriteContext &context) { return printwrites::create(context, edit); });
    if (!made)
        qWarning().noquote() << made.error().message;
    return made ? made->entityId : 0;
}

Result<WriteOutcome> PrintQueueTest::command(qint64 orderId, const OrderCommand &what)
{
    return write([orderId, what](WriteContext &context) {
        return orderwrites::command(context, OrderRef{orderId, {}}, what);
    });
}

Result<WriteOutcome> PrintQueueTest::setStatus(qint64 orderId, OrderStatus to)
{
    OrderCommand what;
    what.to = to;
    return command(orderId, what);
}

qint64 PrintQueueTest::order(bool accepted)
{
    NewOrder request;
    request.lines = {NewOrderLine{m_soup, 2000, {}, QStringLiteral("hot"), 1}, NewOrderLine{m_apples, 1000, {}, {}, 1}};
    const auto made = write([request](WriteContext &context) { return orderwrites::create(context, request); });
    if (!made || (accepted && !setStatus(made->entityId, OrderStatus::Accepted)))
        return 0;
    return made->entityId;
}

std::vector<PrintJob> PrintQueueTest::jobs(PrintJobFilter filter)
{
    const auto reader = m_hub->openReader();
    if (!reader)
        return {};
    filter.limit = 1000;
    const auto found = printjobstore::list(**reader, m_owner.businessId, filter);
    return found ? *found : std::vector<PrintJob>{};
}

PrintJob PrintQueueTest::job(qint64 id)
{
    const auto reader = m_hub->openReader();
    const auto found = printjobstore::find(**reader, m_owner.businessId, id);
    return found ? *found : PrintJob{};
}

Printer PrintQueueTest::printer(qint64 id)
{
    const auto reader = m_hub->openReader();
    const auto found = printerstore::find(**reader, m_owner.businessId, id);
    return found ? *found : Printer{};
}

PrintDocument PrintQueueTest::documentOf(qint64 jobId)
{
    const auto reader = m_hub->openReader();
    const auto found = printjobstore::document(**reader, jobId);
    return found ? *found : PrintDocument{};
}

QStringList PrintQueueTest::textsOf(const PrintDocument &document)
{
    QStringList texts;
    for (const PrintBlock &block : document.blocks) {
        if (!block.text.isEmpty())
            texts << (block.side.isEmpty() ? block.text : block.side + u' ' + block.text);
    }
    return texts;
}

QByteArray PrintQueueTest::bytesOf(const PrintJob &of, const PaperMarks &marks)
{
    return *escpos::encode(markedDocument(documentOf(of.id), marks, paperLanguage(QStringLiteral("en"))), 384);
}

qint64 PrintQueueTest::number(const char *sql)
{
    const auto reader = m_hub->openReader();
    if (!reader)
        return -1;
    auto row = (*reader)->query(QString::fromLatin1(sql));
    return row && row->next() ? row->integer(0) : -1;
}

void PrintQueueTest::anAcceptedOrderIsPrinted()
{
    FakePrinter fake;
    QVERIFY(fake.listen());
    const qint64 id = addPrinter(fake.address());
    const qint64 orderId = order(false);
    QVERIFY(orderId > 0);
    QCOMPARE(jobs().size(), 0U); // nobody accepted it
    QVERIFY(setStatus(orderId, OrderStatus::Accepted));
    QCOMPARE(jobs().size(), 1U); // in the order's own transaction
    QTRY_COMPARE_WITH_TIMEOUT(fake.papers.size(), 1, patience);
    QTRY_COMPARE_WITH_TIMEOUT(jobs().front().state, PrintJobState::Printed, patience);
    const PrintJob done = jobs().front();
    QCOMPARE(done.attempts, 1);
    QCOMPARE(*done.sentToId, id);
    QVERIFY(done.startedAtMs > 0 && done.finishedAtMs >= done.startedAtMs);
    QCOMPARE(fake.papers.first(), bytesOf(done));
    const DecodedPaper paper = decodeEscPos(fake.papers.first());
    QVERIFY(paper.complete && paper.problem.isEmpty());
    QCOMPARE(paper.raster, *printRaster(documentOf(done.id), 384));
    QVERIFY(printer(id).lastOkAtMs > 0);
    // The next steps of the order tell the kitchen nothing new.
    QVERIFY(setStatus(orderId, OrderStatus::Preparing));
    QVERIFY(setStatus(orderId, OrderStatus::Ready));
    QCOMPARE(jobs().size(), 1U);
}

void PrintQueueTest::noPrinterNoJob()
{
    QVERIFY(order() > 0);
    QCOMPARE(number("SELECT count(*) FROM print_jobs"), 0);
    FakePrinter fake;
    QVERIFY(fake.listen());
    addPrinter(fake.address(), [](PrinterEdit &edit) { edit.active = false; });
    addPrinter(fake.address(), [](PrinterEdit &edit) { edit.printsTickets = false; });
    QVERIFY(order() > 0);
    QCOMPARE(number("SELECT count(*) FROM print_jobs"), 0);
}

void PrintQueueTest::eachStationGetsItsLines()
{
    FakePrinter hot;
    FakePrinter cold;
    QVERIFY(hot.listen() && cold.listen());
    const qint64 hotId = addPrinter(hot.address(), [this](PrinterEdit &edit) { edit.stations = {m_hot}; });
    const qint64 coldId = addPrinter(cold.address(), [this](PrinterEdit &edit) {
        edit.stations = {m_cold};
        edit.language = QStringLiteral("kk");
    });
    QVERIFY(order() > 0);
    QTRY_COMPARE_WITH_TIMEOUT(hot.papers.size() + cold.papers.size(), 2, patience);
    PrintJobFilter filter;
    filter.printerId = hotId;
    const QStringList forHot = textsOf(documentOf(jobs(filter).front().id));
    filter.printerId = coldId;
    const QStringList forCold = textsOf(documentOf(jobs(filter).front().id));
    QVERIFY2(forHot.contains(QStringLiteral("2 Soup")) && !forHot.join(u'|').contains(QStringLiteral("Apples")),
             qPrintable(forHot.join(u'|')));
    QVERIFY2(forCold.contains(QStringLiteral("1 Apples")) && !forCold.join(u'|').contains(QStringLiteral("Soup")),
             qPrintable(forCold.join(u'|')));
    QVERIFY(forHot.join(u'|').contains(QStringLiteral("PICKUP")));
    QVERIFY(forCold.join(u'|').contains(QStringLiteral("ӨЗІ АЛЫП КЕТУ")));
}

void PrintQueueTest::changesAfterSendingArePrinted()
{
    FakePrinter hot;
    FakePrinter cold;
    QVERIFY(hot.listen() && cold.listen());
    addPrinter(hot.address(), [this](PrinterEdit &edit) { edit.stations = {m_hot}; });
    const qint64 coldId = addPrinter(cold.address(), [this](PrinterEdit &edit) { edit.stations = {m_cold}; });
    const qint64 orderId = order();
    QCOMPARE(jobs().size(), 2U);
    const qint64 appleLine = number("SELECT order_item_id FROM orders_items ORDER BY order_item_id DESC LIMIT 1");
    OrderCommand voiding;
    voiding.kind = OrderCommand::Kind::Lines;
    voiding.action = LineAction::Void;
    voiding.lineIds = {appleLine};
    voiding.reason = QStringLiteral("sold out");
    QVERIFY(command(orderId, voiding));
    QCOMPARE(jobs().size(), 3U);
    PrintJob change = jobs().front();
    QCOMPARE(change.kind, PrintJobKind::Change);
    QCOMPARE(change.printerId, coldId);
    QVERIFY(textsOf(documentOf(change.id)).contains(QStringLiteral("−1 Apples")));

    const std::vector<NewOrderLine> more{NewOrderLine{m_apples, 3000, {}, {}, 1}};
    QVERIFY(write([orderId, more](WriteContext &context) {
        return orderwrites::addLines(context, OrderRef{orderId, {}}, more);
    }));
    QCOMPARE(jobs().size(), 4U);
    QVERIFY(textsOf(documentOf(jobs().front().id)).contains(QStringLiteral("3 Apples")));
    QVERIFY(textsOf(documentOf(jobs().front().id)).contains(QStringLiteral("ADDED")));

    // An allergy is told to everybody who cooks for the order.
    OrderEdit edit;
    edit.allergy = QStringLiteral("nuts");
    QVERIFY(write([orderId, edit](WriteContext &context) {
        return orderwrites::edit(context, OrderRef{orderId, {}}, edit);
    }));
    QCOMPARE(jobs().size(), 6U);
    QVERIFY(textsOf(documentOf(jobs().front().id)).contains(QStringLiteral("ALLERGY: nuts")));
    // Guests do not matter to a cook.
    edit = {};
    edit.covers = 3;
    QVERIFY(write([orderId, edit](WriteContext &context) {
        return orderwrites::edit(context, OrderRef{orderId, {}}, edit);
    }));
    QCOMPARE(jobs().size(), 6U);

    OrderCommand cancelling;
    cancelling.to = OrderStatus::Cancelled;
    cancelling.reason = QStringLiteral("left");
    QVERIFY(command(orderId, cancelling));
    QCOMPARE(jobs().size(), 8U);
    QVERIFY(textsOf(documentOf(jobs().front().id)).contains(QStringLiteral("ORDER CANCELLED")));
    QTRY_COMPARE_WITH_TIMEOUT(number("SELECT count(*) FROM print_jobs WHERE state = 'printed'"), 8, patience);
    // What was stored is what came out, whatever the order became.
    QCOMPARE(hot.papers.size() + cold.papers.size(), 8);
}

void PrintQueueTest::aReceiptOnCompletion()
{
    FakePrinter fake;
    QVERIFY(fake.listen());
    addPrinter(fake.address(), [](PrinterEdit &edit) {
        edit.printsTickets = false;
        edit.printsReceipts = true;
        edit.receiptOnCompletion = true;
    });
    const qint64 orderId = order();
    QVERIFY(setStatus(orderId, OrderStatus::Preparing));
    QVERIFY(setStatus(orderId, OrderStatus::Ready));
    QCOMPARE(jobs().size(), 0U);
    QVERIFY(setStatus(orderId, OrderStatus::Completed));
    QCOMPARE(jobs().size(), 1U);
    QCOMPARE(jobs().front().kind, PrintJobKind::Receipt);
    const QString paper = textsOf(documentOf(jobs().front().id)).join(u'|');
    QVERIFY2(paper.contains(QStringLiteral("Soup")) && paper.contains(QStringLiteral("3,885")), qPrintable(paper));
    QTRY_COMPARE_WITH_TIMEOUT(fake.papers.size(), 1, patience);
}

void PrintQueueTest::aSilentPrinterGetsNothing()
{
    FakePrinter fake;
    fake.mood = Mood::Silent;
    QVERIFY(fake.listen());
    const qint64 id = addPrinter(fake.address());
    QVERIFY(order() > 0);
    QTRY_VERIFY_WITH_TIMEOUT(jobs().front().attempts >= 2, patience);
    const PrintJob waiting = jobs().front();
    QCOMPARE(waiting.state, PrintJobState::Queued);
    QCOMPARE(waiting.fault, PrintFault::NoAnswer);
    QCOMPARE(waiting.broken, 0);
    QCOMPARE(printer(id).fault, PrintFault::NoAnswer);
    QVERIFY(printer(id).failingSinceMs);
    fake.mood = Mood::Well;
    QTRY_COMPARE_WITH_TIMEOUT(jobs().front().state, PrintJobState::Printed, patience);
    QCOMPARE(fake.papers.size(), 1);
    QCOMPARE(fake.papers.first(), bytesOf(jobs().front())); // not marked: nothing was on paper
    QVERIFY(!printer(id).failingSinceMs);
}

void PrintQueueTest::aPrinterThatNeverTells()
{
    FakePrinter fake;
    fake.mood = Mood::Silent;
    QVERIFY(fake.listen());
    addPrinter(fake.address(), [](PrinterEdit &edit) { edit.answersStatus = false; });
    QVERIFY(order() > 0);
    QTRY_COMPARE_WITH_TIMEOUT(jobs().front().state, PrintJobState::Printed, patience);
    QTRY_COMPARE_WITH_TIMEOUT(fake.papers.size(), 1, patience);
    QCOMPARE(fake.papers.first(), bytesOf(jobs().front()));
}

void PrintQueueTest::onePaperOnceMoreAfterItsPrinterDied()
{
    FakePrinter fake;
    fake.mood = Mood::DiesMidway;
    QVERIFY(fake.listen());
    addPrinter(fake.address());
    QVERIFY(order() > 0);
    QTRY_COMPARE_WITH_TIMEOUT(fake.torn.size(), 1, patience);
    QTRY_COMPARE_WITH_TIMEOUT(jobs().front().broken, 1, patience);
    QCOMPARE(jobs().front().state, PrintJobState::Queued);
    QVERIFY(!decodeEscPos(fake.torn.first()).cuts);
    fake.mood = Mood::Well;
    QVERIFY(fake.listen());
    QTRY_COMPARE_WITH_TIMEOUT(jobs().front().state, PrintJobState::Printed, patience);
    QCOMPARE(fake.papers.size(), 1);
    PaperMarks marks;
    marks.maybeSecond = true;
    QCOMPARE(fake.papers.first(), bytesOf(jobs().front(), marks));
    QVERIFY(jobs().front().maybeSecond());
}

void PrintQueueTest::neverAThirdTimeByItself()
{
    FakePrinter fake;
    fake.mood = Mood::DiesMidway;
    QVERIFY(fake.listen());
    addPrinter(fake.address());
    QVERIFY(order() > 0);
    QTRY_COMPARE_WITH_TIMEOUT(fake.torn.size(), 1, patience);
    QVERIFY(fake.listen());
    QTRY_COMPARE_WITH_TIMEOUT(fake.torn.size(), 2, patience);
    QTRY_COMPARE_WITH_TIMEOUT(jobs().front().state, PrintJobState::Failed, patience);
    QCOMPARE(jobs().front().fault, PrintFault::ConnectionLost);
    fake.mood = Mood::Well;
    QVERIFY(fake.listen());
    // Another paper goes out; this one waits for a person.
    QVERIFY(order() > 0);
    QTRY_COMPARE_WITH_TIMEOUT(fake.papers.size(), 1, patience);
    const PrintJob failed = jobs().back();
    QCOMPARE(failed.state, PrintJobState::Failed);
    QVERIFY(write([id = failed.id](WriteContext &context) { return printwrites::retry(context, id); }));
    QTRY_COMPARE_WITH_TIMEOUT(fake.papers.size(), 2, patience);
    PaperMarks marks;
    marks.maybeSecond = true;
    QCOMPARE(fake.papers.last(), bytesOf(failed, marks));
}

void PrintQueueTest::outOfPaper()
{
    FakePrinter fake;
    fake.mood = Mood::PaperOut;
    QVERIFY(fake.listen());
    const qint64 id = addPrinter(fake.address());
    QVERIFY(order() > 0);
    QTRY_COMPARE_WITH_TIMEOUT(printer(id).fault, PrintFault::PaperOut, patience);
    QCOMPARE(jobs().front().fault, PrintFault::PaperOut);
    QCOMPARE(jobs().front().error, printFaultAdvice(PrintFault::PaperOut));
    QCOMPARE(fake.papers.size(), 0);
    fake.mood = Mood::Well;
    QTRY_COMPARE_WITH_TIMEOUT(jobs().front().state, PrintJobState::Printed, patience);
    QCOMPARE(fake.papers.size(), 1);
    QTRY_COMPARE_WITH_TIMEOUT(printer(id).fault, PrintFault::None, patience);
}

void PrintQueueTest::aDeadPrinterHasAFallback()
{
    FakePrinter dead;
    FakePrinter spare;
    QVERIFY(dead.listen() && spare.listen());
    const qint64 spareId = addPrinter(spare.address(), [](PrinterEdit &edit) { edit.printsTickets = false; });
    const qint64 deadId = addPrinter(dead.address(), [spareId](PrinterEdit &edit) {
        edit.fallbackId = spareId;
        edit.fallbackAfterSeconds = 0;
    });
    dead.die(); // refuses connections
    QVERIFY(order() > 0);
    QTRY_COMPARE_WITH_TIMEOUT(jobs().front().state, PrintJobState::Printed, patience);
    QCOMPARE(jobs().front().printerId, deadId);
    QCOMPARE(*jobs().front().sentToId, spareId);
    QCOMPARE(spare.papers.size(), 1);
    PaperMarks marks;
    marks.insteadOf = printer(deadId).name;
    QCOMPARE(spare.papers.first(), bytesOf(jobs().front(), marks));
    QCOMPARE(printer(deadId).fault, PrintFault::Unreachable);
    // And back, when it is.
    QVERIFY(dead.listen());
    QTRY_VERIFY_WITH_TIMEOUT((order() > 0 && QTest::qWaitFor([&] { return !dead.papers.isEmpty(); }, 200)), patience);
}

void PrintQueueTest::aRestartLosesNothing()
{
    FakePrinter fake;
    QVERIFY(fake.listen());
    stopDispatcher();
    addPrinter(fake.address());
    QVERIFY(order() > 0);
    QVERIFY(order() > 0);
    const PrintJob second = jobs().front();
    const PrintJob first = jobs().back();
    // The hub stops while the first one is on its way: nobody knows how far it came.
    QVERIFY(write([first](WriteContext &context) {
        return printwrites::begin(context, first.businessId, first.id, first.printerId);
    }));
    m_hub.reset();
    openHub();
    QVERIFY(m_hub);
    QCOMPARE(job(first.id).state, PrintJobState::Sending);
    startDispatcher();
    QTRY_COMPARE_WITH_TIMEOUT(number("SELECT count(*) FROM print_jobs WHERE state = 'printed'"), 2, patience);
    PaperMarks marks;
    marks.maybeSecond = true;
    QCOMPARE(fake.papers, (QList<QByteArray>{bytesOf(first, marks), bytesOf(second)}));
    // Nothing is printed again by the next start.
    stopDispatcher();
    startDispatcher();
    QVERIFY(order() > 0);
    QTRY_COMPARE_WITH_TIMEOUT(fake.papers.size(), 3, patience);
}

void PrintQueueTest::ordersWaitForNoPrinter()
{
    stopDispatcher();
    FakePrinter fake;
    fake.mood = Mood::Blocked;
    QVERIFY(fake.listen());
    addPrinter(fake.address());
    m_options.times.answerMs = m_options.times.stallMs = m_options.times.endMs = 600'000;
    auto thread = std::make_unique<PrintingThread>(*m_hub, m_options);
    QVERIFY(order() > 0);
    QTRY_COMPARE_WITH_TIMEOUT(jobs().front().state, PrintJobState::Sending, patience);
    // From here on nobody serves the printer's side: its paper stays where it is until all orders are made.
    const qint64 beganMs = m_clock.monotonicMs();
    for (int i = 0; i < 200; ++i)
        QVERIFY(order() > 0);
    qInfo("200 orders placed and accepted beside a blocked printer: %lld ms", m_clock.monotonicMs() - beganMs);
    QCOMPARE(jobs().size(), 201U);
    QCOMPARE(jobs().back().state, PrintJobState::Sending);
    QCOMPARE(number("SELECT count(*) FROM print_jobs WHERE state = 'queued'"), 200);
    QCOMPARE(fake.papers.size(), 0);
    // The printer loses its power; the next one is well and everything comes out, in order.
    fake.die();
    fake.mood = Mood::Well;
    QVERIFY(fake.listen());
    QTRY_COMPARE_WITH_TIMEOUT(number("SELECT count(*) FROM print_jobs WHERE state = 'printed'"), 201, 100'000);
    QCOMPARE(fake.papers.size(), 201);
    const auto all = jobs();
    for (std::size_t i = 1; i < all.size(); ++i)
        QVERIFY(all[i].startedAtMs <= all[i - 1].startedAtMs);
    thread.reset();
}

void PrintQueueTest::noEndIsNoSecondCopy()
{
    FakePrinter fake;
    fake.mood = Mood::KnowsNoEnd;
    QVERIFY(fake.listen());
    addPrinter(fake.address());
    QVERIFY(order() > 0);
    QTRY_COMPARE_WITH_TIMEOUT(jobs().front().state, PrintJobState::Printed, patience);
    QCOMPARE(fake.papers.size(), 1);
    QCOMPARE(jobs().front().broken, 0);
}

void PrintQueueTest::reprintsAreMarked()
{
    FakePrinter fake;
    QVERIFY(fake.listen());
    const qint64 id = addPrinter(fake.address());
    const qint64 orderId = order();
    QTRY_COMPARE_WITH_TIMEOUT(fake.papers.size(), 1, patience);
    const auto print = [this, orderId](PrintJobKind kind, std::optional<qint64> at = {}) {
        return write([orderId, kind, at](WriteContext &context) {
            return printwrites::order(context, OrderRef{orderId, {}}, kind, at);
        });
    };
    const auto again = print(PrintJobKind::Ticket);
    QVERIFY(again);
    QTRY_COMPARE_WITH_TIMEOUT(fake.papers.size(), 2, patience);
    PaperMarks marks;
    marks.reprint = true;
    QCOMPARE(fake.papers.last(), bytesOf(job(again->entityId), marks));
    const auto none = print(PrintJobKind::Receipt);
    QVERIFY(!none);
    QCOMPARE(none.error().code, ErrorCode::PrintNotAllowed); // no printer prints receipts
    const auto receipt = print(PrintJobKind::Receipt, id);
    QVERIFY(receipt && !job(receipt->entityId).reprint);
    const auto second = print(PrintJobKind::Receipt, id);
    QVERIFY(second && job(second->entityId).reprint);
    const auto unknown = print(PrintJobKind::Receipt, 999);
    QVERIFY(!unknown);
    QCOMPARE(unknown.error().code, ErrorCode::ValidationFailed);
    QCOMPARE(number("SELECT count(*) FROM journal WHERE entity = 'printer' AND type = 'printer.reprint'"), 2);
}

void PrintQueueTest::cancelAndRetry()
{
    stopDispatcher();
    FakePrinter fake;
    QVERIFY(fake.listen());
    addPrinter(fake.address());
    QVERIFY(order() > 0);
    const qint64 id = jobs().front().id;
    const auto cancel = [this, id] {
        return write([id](WriteContext &context) { return printwrites::cancel(context, id); });
    };
    const auto retry = [this, id] {
        return write([id](WriteContext &context) { return printwrites::retry(context, id); });
    };
    QVERIFY(retry()); // it waits: nothing to do
    QVERIFY(cancel());
    QVERIFY(cancel());
    QCOMPARE(job(id).state, PrintJobState::Cancelled);
    startDispatcher();
    QVERIFY(order() > 0);
    QTRY_COMPARE_WITH_TIMEOUT(fake.papers.size(), 1, patience);
    QCOMPARE(job(id).state, PrintJobState::Cancelled);
    QVERIFY(retry());
    QTRY_COMPARE_WITH_TIMEOUT(job(id).state, PrintJobState::Printed, patience);
    const auto late = cancel();
    QVERIFY(!late);
    QCOMPARE(late.error().code, ErrorCode::PrintNotAllowed);
    QVERIFY(!retry());
}

void PrintQueueTest::testPagesTellTheReason()
{
    FakePrinter fake;
    fake.mood = Mood::PaperOut;
    QVERIFY(fake.listen());
    const qint64 id = addPrinter(fake.address());
    const auto test = [this, id] {
        const auto made = write([id](WriteContext &context) { return printwrites::test(context, id); });
        return made ? made->entityId : qint64{0};
    };
    const qint64 first = test();
    QTRY_COMPARE_WITH_TIMEOUT(job(first).state, PrintJobState::Failed, patience);
    QCOMPARE(job(first).fault, PrintFault::PaperOut);
    QCOMPARE(job(first).attempts, 1);
    fake.mood = Mood::HangsUp;
    const qint64 wrong = test();
    QTRY_COMPARE_WITH_TIMEOUT(job(wrong).state, PrintJobState::Failed, patience);
    QCOMPARE(job(wrong).fault, PrintFault::NoAnswer);
    QVERIFY2(job(wrong).error.contains(QStringLiteral("closed the connection")), qPrintable(job(wrong).error));
    fake.die();
    const qint64 second = test();
    QTRY_COMPARE_WITH_TIMEOUT(job(second).state, PrintJobState::Failed, patience);
    QCOMPARE(job(second).fault, PrintFault::Unreachable);
    QVERIFY2(job(second).error.contains(QStringLiteral("refused")), qPrintable(job(second).error));
    QCOMPARE(printer(id).fault, PrintFault::Unreachable);
    fake.mood = Mood::Well;
    QVERIFY(fake.listen());
    const qint64 third = test();
    QTRY_COMPARE_WITH_TIMEOUT(job(third).state, PrintJobState::Printed, patience);
    QCOMPARE(fake.papers.size(), 1);
}

void PrintQueueTest::theDrawerOpensOnce()
{
    FakePrinter fake;
    fake.mood = Mood::KnowsNoEnd;
    QVERIFY(fake.listen());
    const qint64 id = addPrinter(fake.address(), [](PrinterEdit &edit) { edit.hasDrawer = true; });
    const qint64 plain = addPrinter(fake.address());
    const auto open = [this](qint64 at) {
        return write([at](WriteContext &context) { return printwrites::drawer(context, at); });
    };
    QVERIFY(!open(plain));
    const auto opened = open(id);
    QVERIFY(opened);
    QTRY_COMPARE_WITH_TIMEOUT(job(opened->entityId).state, PrintJobState::Printed, patience);
    QCOMPARE(decodeEscPos(fake.papers.first()).drawerKicks, 1);
    // A drawer that opens when nobody stands before it is worse than one that stays shut.
    fake.mood = Mood::Blocked;
    m_options.times.endMs = 600'000;
    stopDispatcher();
    startDispatcher();
    const auto lost = open(id);
    QTRY_COMPARE_WITH_TIMEOUT(job(lost->entityId).state, PrintJobState::Sending, patience);
    stopDispatcher();
    fake.mood = Mood::Well;
    startDispatcher();
    QTRY_COMPARE_WITH_TIMEOUT(job(lost->entityId).state, PrintJobState::Failed, patience);
    QCOMPARE(fake.papers.size(), 1);
}

void PrintQueueTest::lateJobsEnd()
{
    stopDispatcher();
    FakePrinter fake;
    QVERIFY(fake.listen());
    addPrinter(fake.address());
    QVERIFY(order() > 0);
    QVERIFY(order() > 0);
    const qint64 old = jobs().back().id;
    QVERIFY(write([old](WriteContext &context) -> Result<WriteOutcome> {
        const auto aged =
            context.database.run(QStringLiteral("UPDATE print_jobs SET give_up_at = 1 WHERE job_id = ?"), {old});
        if (!aged)
            return aged.error();
        return WriteOutcome{};
    }));
    startDispatcher();
    QTRY_COMPARE_WITH_TIMEOUT(fake.papers.size(), 1, patience);
    QTRY_COMPARE_WITH_TIMEOUT(job(old).state, PrintJobState::Failed, patience);
    QCOMPARE(job(old).fault, PrintFault::Expired);
    // Papers hold names and addresses: what was over a week ago goes with the next one.
    QVERIFY(write([old](WriteContext &context) -> Result<WriteOutcome> {
        const auto aged =
            context.database.run(QStringLiteral("UPDATE print_jobs SET finished_at = 1 WHERE job_id = ?"), {old});
        if (!aged)
            return aged.error();
        return WriteOutcome{};
    }));
    QVERIFY(order() > 0);
    QTRY_COMPARE_WITH_TIMEOUT(job(old).id, 0, patience);
}

void PrintQueueTest::atADeviceFile()
{
    const int master = ::posix_openpt(O_RDWR | O_NOCTTY | O_NONBLOCK);
    QVERIFY(master >= 0 && ::grantpt(master) == 0 && ::unlockpt(master) == 0);
    const QString path = QString::fromLocal8Bit(::ptsname(master));
    // A device that changes no byte, held open so that it does not hang up between papers.
    const int slave = ::open(QFile::encodeName(path).constData(), O_RDWR | O_NOCTTY);
    QVERIFY(slave >= 0);
    termios raw{};
    QVERIFY(::tcgetattr(slave, &raw) == 0);
    ::cfmakeraw(&raw);
    QVERIFY(::tcsetattr(slave, TCSANOW, &raw) == 0);
    QByteArray heard;
    bool asked = false;
    QSocketNotifier notifier(master, QSocketNotifier::Read);
    connect(&notifier, &QSocketNotifier::activated, &notifier, [&] {
        char buffer[4096];
        const ssize_t count = ::read(master, buffer, sizeof buffer);
        if (count > 0)
            heard.append(buffer, qsizetype(count));
        if (!asked && heard.startsWith(escpos::statusQuery())) {
            asked = true;
            heard.remove(0, escpos::statusQuery().size());
            QCOMPARE(::write(master, "\x12\x12\x12\x12", 4), 4);
        }
        if (asked && heard.endsWith(escpos::endQuery()))
            QCOMPARE(::write(master, "\0", 1), 1);
    });
    const qint64 id =
        addPrinter(QStringLiteral("/dev/usb/lp0"), [](PrinterEdit &edit) { edit.kind = PrinterKind::Usb; });
    QVERIFY(id > 0);
    QVERIFY(write([id, path](WriteContext &context) -> Result<WriteOutcome> {
        const auto moved =
            context.database.run(QStringLiteral("UPDATE printers SET address = ? WHERE printer_id = ?"), {path, id});
        if (!moved)
            return moved.error();
        return WriteOutcome{};
    }));
    QVERIFY(order() > 0);
    QTRY_COMPARE_WITH_TIMEOUT(jobs().front().state, PrintJobState::Printed, patience);
    QCOMPARE(heard.chopped(escpos::endQuery().size()), bytesOf(jobs().front()));
    notifier.setEnabled(false);
    ::close(slave);
    ::close(master);
}

void PrintQueueTest::bySystemQueue()
{
    // A print system that knows one queue.
    const QString lp = m_directory->filePath(QStringLiteral("lp"));
    QFile script(lp);
    QVERIFY(script.open(QIODevice::WriteOnly));
    script.write("#!/bin/sh\n[ \"$2\" = Office ] || { echo \"lp: no such queue\" >&2; exit 1; }\ncat > \"" +
                 QFile::encodeName(m_directory->filePath(QStringLiteral("paper.pdf"))) + "\"\n");
    script.close();
    QVERIFY(script.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    stopDispatcher();
    m_options.lpProgram = lp;
    startDispatcher();
    const auto system = [](PrinterEdit &edit) { edit.kind = PrinterKind::System; };
    addPrinter(QStringLiteral("Office"), system);
    QVERIFY(order() > 0);
    QTRY_COMPARE_WITH_TIMEOUT(jobs().front().state, PrintJobState::Printed, patience);
    QFile paper(m_directory->filePath(QStringLiteral("paper.pdf")));
    QVERIFY(paper.open(QIODevice::ReadOnly));
    QVERIFY(paper.readAll().startsWith("%PDF-"));
    const qint64 wrong = addPrinter(QStringLiteral("Nowhere"), system);
    const auto test = write([wrong](WriteContext &context) { return printwrites::test(context, wrong); });
    QVERIFY(test);
    QTRY_COMPARE_WITH_TIMEOUT(job(test->entityId).state, PrintJobState::Failed, patience);
    QCOMPARE(job(test->entityId).fault, PrintFault::Refused);
    QVERIFY(job(test->entityId).error.contains(QStringLiteral("no such queue")));
    QCOMPARE(addPrinter(QStringLiteral("-o raw"), system), 0);
}

void PrintQueueTest::removedPrintersLeaveNothingBehind()
{
    stopDispatcher();
    FakePrinter spare;
    QVERIFY(spare.listen());
    const qint64 spareId = addPrinter(spare.address(), [](PrinterEdit &edit) { edit.printsTickets = false; });
    const qint64 withSpare = addPrinter(spare.address(), [spareId](PrinterEdit &edit) { edit.fallbackId = spareId; });
    const qint64 without = addPrinter(spare.address());
    QVERIFY(order() > 0);
    const auto remove = [this](qint64 id) {
        return write([id](WriteContext &context) { return printwrites::remove(context, id, {}); });
    };
    QVERIFY(remove(withSpare));
    QVERIFY(remove(without));
    startDispatcher();
    QTRY_COMPARE_WITH_TIMEOUT(spare.papers.size(), 1, patience);
    QTRY_COMPARE_WITH_TIMEOUT(number("SELECT count(*) FROM print_jobs WHERE state = 'printed'"), 1, patience);
    QCOMPARE(number("SELECT count(*) FROM print_jobs WHERE state = 'cancelled'"), 1);
    QVERIFY(remove(spareId));
}

QTEST_GUILESS_MAIN(PrintQueueTest)
#include "printqueuetest.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/printerclient.h"
#include "fakewire.h"
#include "sync/protocol/errorjson.h"
#include "sync/protocol/printjson.h"

#include <QTest>

#include <memory>

using namespace oshaq;
using namespace oshaq::testing;

using Kind = PortFailure::Kind;

/// Questions about printers over a scripted transport. What failures become is archiveclienttest's.
class PrinterClientTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void readsPrinters();
    void savesPrinters();
    void removesPrinters();
    void commandsJobs();
    void printsOrders();
    void listsJobs();
    void previewsAtAPrinter();
    void previewsWhereItWouldComeOut();
    void previewFailures_data();
    void previewFailures();
    void previewCancelledBetween();
    void unreadable_data();
    void unreadable();
    void destroyedForgetsAll();

private:
    void deliverAll()
    {
        while (m_wire->deliverOne()) {
        }
        QCoreApplication::processEvents();
    }
    const WireRequest &last() const { return m_wire->requests.back(); }
    bool hasKey(const char *key) const { return last().headers.contains({"Idempotency-Key", key}); }

    HubEndpoint m_endpoint;
    std::unique_ptr<FakeTransport> m_wire;
    std::unique_ptr<PrinterClient> m_client;
};

namespace {

constexpr qint64 someMs = 1'768'473'000'000;
const QByteArray base = "http://hub.test:8787/api/v1/business/";
const QByteArray png = QByteArray("\x89PNG\r\n\x1a\n", 8) + "pixels";

Printer bar()
{
    Printer printer;
    printer.id = 4;
    printer.name = QStringLiteral("Бар");
    printer.kind = PrinterKind::Usb;
    printer.address = QStringLiteral("/dev/usb/lp0");
    printer.width = 384;
    printer.language = QStringLiteral("kk");
    printer.stations = {2, 3};
    printer.printsTickets = false;
    printer.printsReceipts = true;
    printer.receiptOnCompletion = true;
    printer.answersStatus = false;
    printer.hasDrawer = true;
    printer.fallbackId = 5;
    printer.fallbackAfterSeconds = 30;
    printer.active = false;
    printer.version = 7;
    printer.createdAtMs = someMs;
    printer.failingSinceMs = someMs + 1;
    printer.fault = PrintFault::PaperOut;
    printer.error = QStringLiteral("out of paper");
    printer.lastOkAtMs = someMs + 2;
    return printer;
}

QByteArray printerText(const Printer &printer, int queued = 0)
{
    JsonWriter json;
    writePrinter(json, printer, queued);
    return json.take();
}

PrintJob job()
{
    PrintJob job;
    job.id = 70;
    job.printerId = 4;
    job.sentToId = 5;
    job.orderId = 7;
    job.orderNumber = QStringLiteral("A-042");
    job.kind = PrintJobKind::Receipt;
    job.state = PrintJobState::Sending;
    job.reprint = true;
    job.broken = 1;
    job.attempts = 3;
    job.fault = PrintFault::CoverOpen;
    job.error = QStringLiteral("open");
    job.createdAtMs = someMs;
    job.startedAtMs = someMs + 1;
    job.giveUpAtMs = someMs + 3;
    return job;
}

QByteArray jobText(const PrintJob &job)
{
    JsonWriter json;
    writePrintJob(json, job);
    return json.take();
}

WireReply picture(const QByteArray &body)
{
    return answered(200, body, {{"content-type", "image/png"}});
}

Printer named(qint64 id, const char *name, bool tickets, bool receipts, bool active = true)
{
    Printer printer;
    printer.id = id;
    printer.name = QString::fromLatin1(name);
    printer.address = QStringLiteral("192.168.1.50");
    printer.printsTickets = tickets;
    printer.printsReceipts = receipts;
    printer.active = active;
    printer.createdAtMs = someMs;
    return printer;
}

} // namespace

void PrinterClientTest::init()
{
    m_endpoint = *HubEndpoint::make(QStringLiteral("http://hub.test:8787"), QStringLiteral("ott_good"));
    m_wire = std::make_unique<FakeTransport>();
    m_client = std::make_unique<PrinterClient>(m_endpoint, *m_wire);
}

void PrinterClientTest::cleanup()
{
    m_client.reset();
    m_wire.reset();
}

void PrinterClientTest::readsPrinters()
{
    m_wire->queued = {answered(200, successJson('[' + printerText(bar(), 12) + ']')), answered(200, successJson("[]"))};
    std::vector<std::vector<ListedPrinter>> got;
    const auto keep = [&got](const PortAnswer<std::vector<ListedPrinter>> &answer) {
        QVERIFY2(bool(answer), qPrintable(answer.failure.message));
        got.push_back(*answer.value);
    };
    m_client->printers(keep);
    QCOMPARE(last().url, base + "printers");
    m_client->printers(keep);
    deliverAll();
    QCOMPARE(got.size(), size_t(2));
    QCOMPARE(got[0], (std::vector<ListedPrinter>{{bar(), 12}}));
    QVERIFY(got[1].empty());
}

void PrinterClientTest::savesPrinters()
{
    Printer fresh = bar();
    fresh.id = 0;
    fresh.fallbackId.reset();
    m_wire->queued = {answered(201, successJson(printerText(bar()))),
                      answered(409, errorJson(Error{ErrorCode::VersionStale, QStringLiteral("changed"), {}}, "r"))};
    std::vector<PortAnswer<ListedPrinter>> got;
    const auto keep = [&got](const PortAnswer<ListedPrinter> &answer) { got.push_back(answer); };
    m_client->savePrinter(QStringLiteral("k1"), fresh, keep);
    QCOMPARE(last().method, QByteArray("POST"));
    QCOMPARE(last().url, base + "printers");
    QVERIFY(hasKey("k1"));
    QCOMPARE(last().body,
             QByteArray(R"({"name":"Бар","kind":"usb","address":"/dev/usb/lp0","width":384,"language":"kk",)"
                        R"("stations":[2,3],"prints_tickets":false,"prints_receipts":true,)"
                        R"("receipt_on_completion":true,"answers_status":false,"has_drawer":true,)"
                        R"("fallback_printer_id":0,"fallback_after_seconds":30,"active":false})"));
    m_client->savePrinter(QStringLiteral("k2"), bar(), keep);
    QCOMPARE(last().method, QByteArray("PATCH"));
    QCOMPARE(last().url, base + "printers/4");
    QVERIFY(last().body.contains(R"("fallback_printer_id":5)") && last().body.endsWith(R"("version":7})"));
    deliverAll();
    QCOMPARE(got.size(), size_t(2));
    QCOMPARE(got[0].value->printer, bar());
    QCOMPARE(got[1].failure.kind, Kind::Refused);
    QCOMPARE(got[1].failure.errorCode, QStringLiteral("VERSION_STALE"));
}

void PrinterClientTest::removesPrinters()
{
    m_wire->queued = {answered(200, successJson("{}"))};
    bool removed = false;
    m_client->removePrinter(4, [&](const PortAnswer<PortNothing> &answer) { removed = bool(answer); });
    QCOMPARE(last().method, QByteArray("DELETE"));
    QCOMPARE(last().url, base + "printers/4");
    deliverAll();
    QVERIFY(removed);
}

void PrinterClientTest::commandsJobs()
{
    const WireReply reply = answered(201, successJson(jobText(job())));
    m_wire->queued = {reply, reply, reply, reply};
    std::vector<PrintJob> got;
    const auto keep = [&got](const PortAnswer<PrintJob> &answer) {
        QVERIFY2(bool(answer), qPrintable(answer.failure.message));
        got.push_back(*answer.value);
    };
    const auto asked = [this](const char *path, const char *key) {
        return last().method == "POST" && last().url == base + path && last().body == "{}" && hasKey(key);
    };
    m_client->printTest(QStringLiteral("a"), 4, keep);
    QVERIFY(asked("printers/4/test", "a"));
    m_client->openDrawer(QStringLiteral("b"), 4, keep);
    QVERIFY(asked("printers/4/drawer", "b"));
    m_client->retryJob(QStringLiteral("c"), 70, keep);
    QVERIFY(asked("print-jobs/70/retry", "c"));
    m_client->cancelJob(QStringLiteral("d"), 70, keep);
    QVERIFY(asked("print-jobs/70/cancel", "d"));
    deliverAll();
    QCOMPARE(got.size(), size_t(4));
    for (const PrintJob &one : got) {
        QCOMPARE(jobText(one), jobText(job()));
        QVERIFY(one.maybeSecond());
    }
}

void PrinterClientTest::printsOrders()
{
    m_wire->queued = {answered(201, successJson('[' + jobText(job()) + ',' + jobText(job()) + ']')),
                      answered(422, errorJson(Error{ErrorCode::PrintNotAllowed, QStringLiteral("none"), {}}, "r"))};
    std::vector<PrintJob> jobs;
    PortFailure failure;
    m_client->printOrder(QStringLiteral("k"), 7, PrintJobKind::Ticket, {},
                         [&](const PortAnswer<std::vector<PrintJob>> &answer) { jobs = *answer.value; });
    QCOMPARE(last().url, base + "orders/7/print");
    QCOMPARE(last().body, QByteArray(R"({"kind":"ticket"})"));
    QVERIFY(hasKey("k"));
    m_client->printOrder(QStringLiteral("k"), 7, PrintJobKind::Receipt, 4,
                         [&](const PortAnswer<std::vector<PrintJob>> &answer) { failure = answer.failure; });
    QCOMPARE(last().body, QByteArray(R"({"kind":"receipt","printer_id":4})"));
    deliverAll();
    QCOMPARE(jobs.size(), size_t(2));
    QCOMPARE(failure.errorCode, QStringLiteral("PRINT_NOT_ALLOWED"));
}

void PrinterClientTest::listsJobs()
{
    const WireReply reply = answered(200, successJson('[' + jobText(job()) + ']'));
    m_wire->queued = {reply, reply};
    int answers = 0;
    const auto count = [&](const PortAnswer<std::vector<PrintJob>> &answer) {
        QCOMPARE(answer.value->size(), size_t(1));
        QCOMPARE(jobText(answer.value->front()), jobText(job()));
        ++answers;
    };
    m_client->jobs(true, count);
    QCOMPARE(last().url, base + "print-jobs?limit=100&state=queued,sending");
    m_client->jobs(false, count);
    QCOMPARE(last().url, base + "print-jobs?limit=100");
    deliverAll();
    QCOMPARE(answers, 2);
}

void PrinterClientTest::previewsAtAPrinter()
{
    m_wire->queued = {answered(200, successJson('[' + printerText(named(1, "Hot", true, false)) + ',' +
                                                printerText(named(2, "Bar", true, true)) + ']')),
                      picture(png)};
    std::optional<PaperPreview> got;
    bool inside = true;
    m_client->preview(7, PrintJobKind::Ticket, 2, [&](const PortAnswer<PaperPreview> &answer) {
        QVERIFY(!inside);
        got = answer.value;
    });
    inside = false;
    deliverAll();
    QCOMPARE(last().url, base + "orders/7/print/preview?kind=ticket&printer_id=2");
    QVERIFY(got.has_value());
    QCOMPARE(got->png, png);
    QCOMPARE(got->printerName, QStringLiteral("Bar"));
}

void PrinterClientTest::previewsWhereItWouldComeOut()
{
    const QByteArray printers = '[' + printerText(named(1, "Hot", true, false)) + ',' +
                                printerText(named(2, "Old", false, true, false)) + ',' +
                                printerText(named(3, "Bar", false, true)) + ']';
    m_wire->queued = {answered(200, successJson(printers)), picture(png), answered(200, successJson("[]")),
                      picture(png)};
    QStringList names;
    const auto keep = [&names](const PortAnswer<PaperPreview> &answer) { names << answer.value->printerName; };
    m_client->preview(7, PrintJobKind::Receipt, {}, keep);
    deliverAll();
    QCOMPARE(last().url, base + "orders/7/print/preview?kind=receipt&printer_id=3");
    m_client->preview(7, PrintJobKind::Receipt, {}, keep);
    deliverAll();
    QCOMPARE(last().url, base + "orders/7/print/preview?kind=receipt");
    QCOMPARE(names, (QStringList{QStringLiteral("Bar"), QString()}));
}

void PrinterClientTest::previewFailures_data()
{
    QTest::addColumn<WireReply>("printers");
    QTest::addColumn<WireReply>("paper");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("code");
    const WireReply fine = answered(200, successJson("[]"));
    const QByteArray refused = errorJson(Error{ErrorCode::NotFound, QStringLiteral("no such order"), {}}, "r");
    QTest::newRow("no network") << noNetwork() << picture(png) << int(Kind::Unreachable) << QString();
    QTest::newRow("lost between") << fine << noNetwork() << int(Kind::Unreachable) << QString();
    QTest::newRow("no such order") << fine << answered(404, refused) << int(Kind::Refused)
                                   << QStringLiteral("NOT_FOUND");
    QTest::newRow("500") << fine << answered(500) << int(Kind::Broken) << QString();
    QTest::newRow("no picture") << fine << picture("GIF89a") << int(Kind::Broken) << QString();
    QTest::newRow("an envelope") << fine << answered(200, successJson("{}")) << int(Kind::Broken) << QString();
    QTest::newRow("nothing") << fine << picture({}) << int(Kind::Broken) << QString();
}

void PrinterClientTest::previewFailures()
{
    QFETCH(WireReply, printers);
    QFETCH(WireReply, paper);
    QFETCH(int, kind);
    QFETCH(QString, code);
    m_wire->queued = {printers, paper};
    int answers = 0;
    m_client->preview(7, PrintJobKind::Ticket, {}, [&](const PortAnswer<PaperPreview> &answer) {
        ++answers;
        QVERIFY(!answer);
        QCOMPARE(int(answer.failure.kind), kind);
        QCOMPARE(answer.failure.errorCode, code);
    });
    deliverAll();
    QCOMPARE(answers, 1);
}

void PrinterClientTest::previewCancelledBetween()
{
    m_wire->queued = {answered(200, successJson("[]"))};
    int answers = 0;
    const PortCall call =
        m_client->preview(7, PrintJobKind::Ticket, {}, [&](const PortAnswer<PaperPreview> &) { ++answers; });
    QVERIFY(m_wire->deliverOne());
    QCOMPARE(m_wire->requests.size(), size_t(2));
    m_client->cancel(call);
    QCOMPARE(m_wire->inFlight(), size_t(0));
    deliverAll();
    QCOMPARE(answers, 0);
}

void PrinterClientTest::unreadable_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::newRow("nothing") << QByteArray("null");
    QTest::newRow("empty") << QByteArray("{}");
    QTest::newRow("list of empty ones") << QByteArray("[{}]");
    QTest::newRow("unknown words") << QByteArray(
        R"([{"printer_id":1,"name":"x","kind":"laser","address":"y","language":"en","version":1,"status":{},)"
        R"("job_id":1,"state":"thinking"}])");
}

void PrinterClientTest::unreadable()
{
    QFETCH(QByteArray, data);
    const WireReply reply = answered(200, successJson(data));
    m_wire->queued = {reply, reply, reply, reply, reply, reply};
    QList<int> kinds;
    const auto keep = [&kinds](const auto &answer) { kinds << (answer ? -1 : int(answer.failure.kind)); };
    m_client->printers(keep);
    m_client->savePrinter({}, {}, keep);
    m_client->printTest({}, 1, keep);
    m_client->printOrder({}, 1, PrintJobKind::Ticket, {}, keep);
    m_client->jobs(false, keep);
    m_client->preview(1, PrintJobKind::Ticket, {}, keep);
    deliverAll();
    QCOMPARE(kinds, QList<int>(6, int(Kind::Broken)));
}

void PrinterClientTest::destroyedForgetsAll()
{
    int answers = 0;
    m_client->printers([&](const PortAnswer<std::vector<ListedPrinter>> &) { ++answers; });
    m_client->preview(1, PrintJobKind::Ticket, {}, [&](const PortAnswer<PaperPreview> &) { ++answers; });
    m_client.reset();
    QCOMPARE(m_wire->cancelled, 2);
    deliverAll();
    QCOMPARE(answers, 0);
}

QTEST_GUILESS_MAIN(PrinterClientTest)
#include "printerclienttest.moc"

// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/printerclient.h"

#include "sync/protocol/printjson.h"
#include "sync/protocol/readlist.h"

#include <algorithm>
#include <memory>

namespace oshaq {

namespace {

const QByteArray printersPath = QByteArrayLiteral("/api/v1/business/printers");
const QByteArray jobsPath = QByteArrayLiteral("/api/v1/business/print-jobs");
const QByteArray ordersPath = QByteArrayLiteral("/api/v1/business/orders/");
constexpr char pngSignature[] = "\x89PNG\r\n\x1a\n";

QByteArray printerPath(qint64 printerId, const char *rest = "")
{
    return printersPath + '/' + QByteArray::number(printerId) + rest;
}

QByteArray jobPath(qint64 jobId, const char *rest)
{
    return jobsPath + '/' + QByteArray::number(jobId) + rest;
}

Result<ListedPrinter> readState(const JsonValue &json)
{
    Result<PrinterWithQueue> read = readPrinter(json);
    if (!read)
        return read.error();
    return ListedPrinter{std::move(read->printer), read->queued};
}

Result<std::vector<ListedPrinter>> readStates(const Answer &answer)
{
    return readList<ListedPrinter>(answer.data, readState);
}

Result<std::vector<PrintJob>> readJobs(const Answer &answer)
{
    return readList<PrintJob>(answer.data, readPrintJob);
}

Result<PrintJob> readJob(const Answer &answer)
{
    return readPrintJob(answer.data);
}

Result<QByteArray> readPng(const WireReply &reply)
{
    if (!reply.body.startsWith(pngSignature))
        return Error{ErrorCode::ValidationFailed, QStringLiteral("This is not a picture."), {}};
    return reply.body;
}

bool prints(const Printer &printer, PrintJobKind kind)
{
    return printer.active && (kind == PrintJobKind::Receipt ? printer.printsReceipts : printer.printsTickets);
}

} // namespace

PrinterClient::PrinterClient(const HubEndpoint &endpoint, HttpTransport &transport, QObject *parent)
    : PrinterPort(parent)
    , m_calls(endpoint, transport)
{}

PortCall PrinterClient::printers(PortDone<std::vector<ListedPrinter>> done)
{
    return m_calls.ask<std::vector<ListedPrinter>>({"GET", printersPath}, readStates, std::move(done));
}

PortCall PrinterClient::savePrinter(const QString &key, const Printer &printer, PortDone<ListedPrinter> done)
{
    const bool isNew = printer.id == 0;
    return m_calls.ask<ListedPrinter>(
        {isNew ? "POST" : "PATCH", isNew ? printersPath : printerPath(printer.id), printerBody(printer), key},
        [](const Answer &answer) { return readState(answer.data); }, std::move(done));
}

PortCall PrinterClient::removePrinter(qint64 printerId, PortDone<PortNothing> done)
{
    return m_calls.ask<PortNothing>(
        {"DELETE", printerPath(printerId)}, [](const Answer &) { return Result<PortNothing>(PortNothing()); },
        std::move(done));
}

PortCall PrinterClient::command(const QString &key, const QByteArray &path, PortDone<PrintJob> done)
{
    return m_calls.ask<PrintJob>({"POST", path, "{}", key}, readJob, std::move(done));
}

PortCall PrinterClient::printTest(const QString &key, qint64 printerId, PortDone<PrintJob> done)
{
    return command(key, printerPath(printerId, "/test"), std::move(done));
}

PortCall PrinterClient::openDrawer(const QString &key, qint64 printerId, PortDone<PrintJob> done)
{
    return command(key, printerPath(printerId, "/drawer"), std::move(done));
}

PortCall PrinterClient::printOrder(const QString &key, qint64 orderId, PrintJobKind kind,
                                   std::optional<qint64> printerId, PortDone<std::vector<PrintJob>> done)
{
    return m_calls.ask<std::vector<PrintJob>>(
        {"POST", ordersPath + QByteArray::number(orderId) + "/print", printOrderBody(kind, printerId), key}, readJobs,
        std::move(done));
}

PortCall PrinterClient::preview(qint64 orderId, PrintJobKind kind, std::optional<qint64> printerId,
                                PortDone<PaperPreview> done)
{
    // The call is known when the first answer comes: never inside begin().
    const auto call = std::make_shared<PortCall>(0);
    *call = m_calls.begin({"GET", printersPath}, [this, call, paper = Paper{orderId, kind, printerId},
                                                  done = std::move(done)](const WireReply &reply) {
        const auto known = HubCalls::answerOf<std::vector<ListedPrinter>>(reply, readStates);
        if (known)
            askForPicture(*call, paper, *known.value, done);
        else
            done(PortAnswer<PaperPreview>::failed(known.failure));
    });
    return *call;
}

void PrinterClient::askForPicture(PortCall call, const Paper &paper, const std::vector<ListedPrinter> &printers,
                                  const PortDone<PaperPreview> &done)
{
    const auto found = std::find_if(printers.begin(), printers.end(), [&paper](const ListedPrinter &one) {
        return paper.printerId ? one.printer.id == *paper.printerId : prints(one.printer, paper.kind);
    });
    QByteArray path = ordersPath + QByteArray::number(paper.orderId) +
                      "/print/preview?kind=" + printJobKindText(paper.kind).toLatin1();
    // A printer that is gone is for the hub to refuse.
    const auto printerId = found == printers.end() ? paper.printerId : std::optional(found->printer.id);
    if (printerId)
        path += "&printer_id=" + QByteArray::number(*printerId);
    const QString name = found == printers.end() ? QString() : found->printer.name;
    m_calls.proceed(call, {"GET", path}, [name, done](const WireReply &reply) {
        done(HubCalls::rawAnswerOf<PaperPreview>(reply, [&name](const WireReply &picture) -> Result<PaperPreview> {
            Result<QByteArray> png = readPng(picture);
            if (!png)
                return png.error();
            return PaperPreview{std::move(*png), name};
        }));
    });
}

PortCall PrinterClient::jobs(bool openOnly, PortDone<std::vector<PrintJob>> done)
{
    return m_calls.ask<std::vector<PrintJob>>(
        {"GET", jobsPath + (openOnly ? "?limit=100&state=queued,sending" : "?limit=100")}, readJobs, std::move(done));
}

PortCall PrinterClient::retryJob(const QString &key, qint64 jobId, PortDone<PrintJob> done)
{
    return command(key, jobPath(jobId, "/retry"), std::move(done));
}

PortCall PrinterClient::cancelJob(const QString &key, qint64 jobId, PortDone<PrintJob> done)
{
    return command(key, jobPath(jobId, "/cancel"), std::move(done));
}

void PrinterClient::cancel(PortCall call)
{
    m_calls.cancel(call);
}

void PrinterClient::giveUp()
{
    m_calls.giveUp();
}

} // namespace oshaq

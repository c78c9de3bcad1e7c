// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/routes.h"

#include "models/hub/printservice.h"
#include "sync/drawing/printraster.h"
#include "sync/protocol/outputs.h"
#include "sync/protocol/printjson.h"
#include "sync/server/apijson.h"
#include "sync/server/apithread.h"
#include "sync/server/conditional.h"
#include "sync/server/ifmatch.h"
#include "sync/server/routebuilder.h"

namespace oshaq::routes {

namespace {

Result<QByteArray> pictureOf(const PrintDocument &document, int width)
{
    const auto raster = printRaster(document, width);
    return raster ? rasterPng(*raster) : raster.error();
}

constexpr int defaultJobs = 50;

Result<void> answerPrinter(ApiThread &thread, Exchange &exchange, qint64 id, int status, const QString &message)
{
    auto database = thread.reader();
    if (!database)
        return database.error();
    const auto found = printreads::printer(**database, exchange.principal->businessId, id);
    if (!found)
        return found.error();
    JsonWriter json;
    writePrinter(json, found->printer, found->queued);
    conditional::tagVersion(exchange, found->printer.version);
    apijson::succeed(exchange, status, json.take(), message);
    return {};
}

Result<void> answerJob(ApiThread &thread, Exchange &exchange, const WriteOutcome &outcome, const QString &message)
{
    auto database = thread.reader();
    if (!database)
        return database.error();
    const auto job = printreads::job(**database, exchange.principal->businessId, outcome.entityId);
    if (!job)
        return job.error();
    JsonWriter json;
    writePrintJob(json, *job);
    apijson::succeed(exchange, outcome.code, json.take(), message);
    return {};
}

std::optional<bool> flag(const JsonValue &body, QStringView name)
{
    const JsonValue &value = body[name];
    return value.isBool() ? std::optional(value.boolean()) : std::nullopt;
}

std::optional<QString> words(const JsonValue &body, QStringView name)
{
    const JsonValue &value = body[name];
    return value.isString() ? std::optional(cleanText(value.string()).trimmed()) : std::nullopt;
}

std::optional<qint64> whole(const JsonValue &body, QStringView name)
{
    const JsonValue &value = body[name];
    return value.isNumber() ? std::optional(value.integer()) : std::nullopt;
}

PrinterEdit editOf(ApiThread &thread, const JsonValue &body)
{
    PrinterEdit edit;
    edit.loopbackToo = thread.shared().options.loopbackPrinters;
    edit.name = words(body, u"name");
    if (const auto kind = words(body, u"kind"))
        edit.kind = printerKindFromText(*kind);
    edit.address = words(body, u"address");
    if (const auto width = whole(body, u"width"))
        edit.width = int(*width);
    edit.language = words(body, u"language");
    if (body[u"stations"].isArray()) {
        std::vector<qint64> stations;
        for (const JsonValue &station : body[u"stations"].items())
            stations.push_back(station.integer());
        edit.stations = std::move(stations);
    }
    edit.printsTickets = flag(body, u"prints_tickets");
    edit.printsReceipts = flag(body, u"prints_receipts");
    edit.receiptOnCompletion = flag(body, u"receipt_on_completion");
    edit.answersStatus = flag(body, u"answers_status");
    edit.hasDrawer = flag(body, u"has_drawer");
    edit.fallbackId = whole(body, u"fallback_printer_id");
    if (const auto seconds = whole(body, u"fallback_after_seconds"))
        edit.fallbackAfterSeconds = int(*seconds);
    edit.active = flag(body, u"active");
    return edit;
}

Flow listPrinters(ApiThread &thread, const ExchangePtr &exchange)
{
    auto database = thread.reader();
    if (!database)
        return refuse(*exchange, database.error());
    const auto printers = printreads::printers(**database, exchange->principal->businessId);
    if (!printers)
        return refuse(*exchange, printers.error());
    JsonWriter json;
    json.beginArray();
    for (const printreads::PrinterState &one : *printers)
        writePrinter(json, one.printer, one.queued);
    json.endArray();
    apijson::succeed(*exchange, 200, json.take(), QStringLiteral("OK"), apijson::pageMeta({}));
    return Flow::Answer;
}

Flow onePrinter(ApiThread &thread, const ExchangePtr &exchange)
{
    if (const auto answered = answerPrinter(thread, *exchange, exchange->rowId(), 200, QStringLiteral("OK")); !answered)
        return refuse(*exchange, answered.error());
    return Flow::Answer;
}

Flow createPrinter(ApiThread &thread, const ExchangePtr &exchange)
{
    return thread.submit(
        exchange,
        [edit = editOf(thread, exchange->body)](WriteContext &context) { return printwrites::create(context, edit); },
        [](ApiThread &owner, Exchange &done, const WriteOutcome &outcome) -> Result<void> {
            done.addHeader("Location", "/api/v1/business/printers/" + QByteArray::number(outcome.entityId));
            return answerPrinter(owner, done, outcome.entityId, outcome.code, QStringLiteral("Printer created"));
        });
}

Flow editPrinter(ApiThread &thread, const ExchangePtr &exchange)
{
    const auto version = requiredVersion(*exchange);
    if (!version)
        return refuse(*exchange, version.error());
    return thread.submit(
        exchange,
        [id = exchange->rowId(), edit = editOf(thread, exchange->body), seen = *version](WriteContext &context) {
            return printwrites::edit(context, id, edit, seen);
        },
        [](ApiThread &owner, Exchange &done, const WriteOutcome &outcome) {
            return answerPrinter(owner, done, outcome.entityId, 200, QStringLiteral("Printer updated"));
        });
}

Flow removePrinter(ApiThread &thread, const ExchangePtr &exchange)
{
    const auto version = seenVersion(*exchange);
    if (!version)
        return refuse(*exchange, version.error());
    return thread.submit(
        exchange,
        [id = exchange->rowId(), seen = *version](WriteContext &context) {
            return printwrites::remove(context, id, seen);
        },
        [](ApiThread &, Exchange &done, const WriteOutcome &) -> Result<void> {
            apijson::succeed(done, 200, "{}", QStringLiteral("Printer removed"));
            return {};
        });
}

using JobCommand = Result<WriteOutcome> (*)(WriteContext &, qint64);

/// A command on the row that the path names, answered with the job.
template <JobCommand command> Flow commandJob(ApiThread &thread, const ExchangePtr &exchange)
{
    return thread.submit(
        exchange, [id = exchange->rowId()](WriteContext &context) { return command(context, id); },
        [](ApiThread &owner, Exchange &done, const WriteOutcome &outcome) {
            return answerJob(owner, done, outcome, QStringLiteral("OK"));
        });
}

Flow listJobs(ApiThread &thread, const ExchangePtr &exchange)
{
    auto database = thread.reader();
    if (!database)
        return refuse(*exchange, database.error());
    PrintJobFilter filter;
    const auto id = [&exchange](QStringView name) -> std::optional<qint64> {
        const QString text = queryValue(exchange->query, name);
        return text.isNull() ? std::nullopt : std::optional(text.toLongLong());
    };
    filter.printerId = id(u"printer_id");
    filter.orderId = id(u"order_id");
    if (const QString text = queryValue(exchange->query, u"state"); !text.isNull()) {
        for (const QString &code : text.split(u',')) {
            if (const auto state = printJobStateFromText(code))
                filter.states.push_back(*state);
        }
    }
    const QString limit = queryValue(exchange->query, u"limit");
    filter.limit = limit.isNull() ? defaultJobs : limit.toInt();
    const auto page =
        printreads::jobs(**database, exchange->principal->businessId, filter, queryValue(exchange->query, u"cursor"));
    if (!page)
        return refuse(*exchange, page.error());
    JsonWriter json;
    json.beginArray();
    for (const PrintJob &job : page->jobs)
        writePrintJob(json, job);
    json.endArray();
    apijson::succeed(*exchange, 200, json.take(), QStringLiteral("OK"), apijson::pageMeta(page->nextCursor));
    return Flow::Answer;
}

/// Who may not see prices prints none.
Result<PrintJobKind> paperFor(const Exchange &exchange, const QString &kind)
{
    const bool isReceipt = kind == u"receipt";
    if (isReceipt && (roleBit(exchange.principal->role) & routing::floorRoles) == 0)
        return Error{ErrorCode::Forbidden, QStringLiteral("Receipts are printed by the counter and managers."), {}};
    return isReceipt ? PrintJobKind::Receipt : PrintJobKind::Ticket;
}

Flow printOrder(ApiThread &thread, const ExchangePtr &exchange)
{
    const auto kind = paperFor(*exchange, exchange->body[u"kind"].string());
    if (!kind)
        return refuse(*exchange, kind.error());
    return thread.submit(
        exchange,
        [ref = exchange->orderRef, kind = *kind, printer = whole(exchange->body, u"printer_id")](
            WriteContext &context) { return printwrites::order(context, ref, kind, printer); },
        [](ApiThread &owner, Exchange &done, const WriteOutcome &outcome) -> Result<void> {
            auto database = owner.reader();
            if (!database)
                return database.error();
            const auto job = printreads::job(**database, done.principal->businessId, outcome.entityId);
            if (!job)
                return job.error();
            const auto all = printjobstore::together(**database, *job);
            if (!all)
                return all.error();
            JsonWriter json;
            json.beginArray();
            for (const PrintJob &one : *all)
                writePrintJob(json, one);
            json.endArray();
            apijson::succeed(done, outcome.code, json.take(), QStringLiteral("It is being printed"),
                             apijson::pageMeta({}));
            return {};
        });
}

Flow preview(ApiThread &thread, const ExchangePtr &exchange)
{
    const QString wanted = queryValue(exchange->query, u"kind");
    const auto kind = paperFor(*exchange, wanted.isNull() ? QStringLiteral("ticket") : wanted);
    if (!kind)
        return refuse(*exchange, kind.error());
    struct Question
    {
        qint64 businessId = 0;
        OrderRef ref;
        PrintJobKind kind = PrintJobKind::Ticket;
        std::optional<qint64> printerId;
        QString language;
        QString width;
        qint64 nowMs = 0;
    };
    Question question{exchange->principal->businessId, exchange->orderRef, *kind, {}, {}, {}, thread.nowMs()};
    if (const QString id = queryValue(exchange->query, u"printer_id"); !id.isNull())
        question.printerId = id.toLongLong();
    question.language = queryValue(exchange->query, u"language");
    question.width = queryValue(exchange->query, u"width");
    return thread.offload(exchange, [question](const Result<sql::Database *> &database) -> ApiThread::Continue {
        const auto document = database
                                  ? printreads::preview(**database, question.businessId, question.ref, question.kind,
                                                        question.printerId, question.language, question.nowMs)
                                  : Result<PrintDocument>(database.error());
        int width = question.width.toInt();
        if (database && width == 0 && question.printerId) {
            if (const auto found = printreads::printer(**database, question.businessId, *question.printerId))
                width = found->printer.width;
        }
        const Result<QByteArray> png =
            document ? pictureOf(*document, width == 0 ? printerWidths.back() : width) : document.error();
        return [png](ApiThread &, const ExchangePtr &done) {
            if (!png)
                return refuse(*done, png.error());
            done->response.contentType = "image/png";
            done->response.body = *png;
            done->addHeader("Cache-Control", "private, no-store");
            return Flow::Answer;
        };
    });
}

} // namespace

std::vector<Route> printRoutes()
{
    using namespace routing;
    constexpr auto needed = Route::Body::Required;
    constexpr auto none = Route::Body::Optional;
    const Permission office = only(managers);
    const Permission floor = only(floorRoles);
    const Permission house = only(kitchenRoles);
    const Schema nothing = Schema::object({});
    const Output printer = answers("Printer", outputs::printer());
    const Output job = answers("PrintJob", outputs::printJob());
    const Output jobs = answersList("PrintJobList", outputs::printJob());
    const Schema paper = Schema::oneOf({QStringLiteral("ticket"), QStringLiteral("receipt")});
    QStringList states;
    for (const PrintJobState state : allPrintJobStates)
        states << printJobStateText(state);
    QStringList widths;
    for (const int width : printerWidths)
        widths << QString::number(width);
    return {
        summed(get("/business/printers", "business.printers.list", house, {},
                   answersList("PrinterList", outputs::printer()), listPrinters),
               "The printers, with how each was when it was last used"),
        summed(write("POST", "/business/printers", "business.printers.create", office, needed, newPrinterSchema(),
                     created(printer), createPrinter),
               "Add a printer"),
        summed(get("/business/printers/{id}", "business.printers.one", house, {}, printer, onePrinter), "One printer"),
        summed(write("PATCH", "/business/printers/{id}", "business.printers.edit", office, needed, printerEditSchema(),
                     printer, editPrinter),
               "Change where a printer is and what it prints"),
        summed(remove("/business/printers/{id}", "business.printers.remove", office,
                      answers("Nothing", outputs::nothing()), removePrinter),
               "Remove a printer; what waits for it goes to its fallback, or is cancelled"),
        summed(write("POST", "/business/printers/{id}/test", "business.printers.test", office, none, nothing,
                     created(job), commandJob<printwrites::test>),
               "Print a test page; the job tells the real reason when it fails"),
        summed(write("POST", "/business/printers/{id}/drawer", "business.printers.drawer", floor, none, nothing,
                     created(job), commandJob<printwrites::drawer>),
               "Open the cash drawer at a printer"),
        summed(get("/business/print-jobs", "business.print_jobs.list", house,
                   {queryField("printer_id", Schema::id()), queryField("order_id", Schema::id()),
                    queryField("state", Schema::array(Schema::oneOf(states), 1, states.size()).unique()), limitField(),
                    cursorField()},
                   jobs, listJobs),
               "What was printed and what waits, newest first"),
        summed(write("POST", "/business/print-jobs/{id}/retry", "business.print_jobs.retry", house, none, nothing, job,
                     commandJob<printwrites::retry>),
               "Put a failed or cancelled job into the queue again"),
        summed(write("POST", "/business/print-jobs/{id}/cancel", "business.print_jobs.cancel", house, none, nothing,
                     job, commandJob<printwrites::cancel>),
               "Take a job that waits out of the queue"),
        summed(write("POST", "/business/orders/{id}/print", "business.orders.print", house, needed, printOrderSchema(),
                     created(jobs), printOrder),
               "Print a ticket or a receipt of an order; marked when there was one before"),
        summed(get("/business/orders/{id}/print/preview", "business.orders.print_preview", house,
                   {queryField("kind", paper), queryField("width", Schema::oneOf(widths)),
                    queryField("language",
                               Schema::oneOf({QStringLiteral("en"), QStringLiteral("ru"), QStringLiteral("kk")})),
                    queryField("printer_id", Schema::id())},
                   answersWith("Picture", "image/png"), preview),
               "What would be printed now, dot for dot"),
    };
}

} // namespace oshaq::routes

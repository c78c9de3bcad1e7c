// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/printservice.h"

#include "models/domain/timespans.h"
#include "models/hub/catalogstore.h"
#include "models/hub/editrules.h"
#include "models/hub/journalstore.h"
#include "models/hub/orderprinting.h"
#include "models/hub/orderstore.h"
#include "models/hub/sqlvalues.h"

#include <QJsonObject>

#include <algorithm>

namespace oshaq {

namespace {

constexpr int maxFallbackAfter = 3600;
constexpr qsizetype maxError = 300;
/// Papers hold names, phones and addresses of guests: not longer than somebody may ask what became of one.
constexpr qint64 keepJobsMs = 7 * dayMs;

Error notAllowed(const QString &message)
{
    return {ErrorCode::PrintNotAllowed, message, {}};
}

WriteOutcome outcomeOf(const Printer &printer, int code = 200)
{
    WriteOutcome outcome;
    outcome.entity = EntityKind::Printer;
    outcome.entityId = printer.id;
    outcome.code = code;
    return outcome;
}

WriteOutcome outcomeOf(const PrintJob &job, int code = 200)
{
    WriteOutcome outcome;
    outcome.entity = EntityKind::PrintJob;
    outcome.entityId = job.id;
    outcome.code = code;
    return outcome;
}

/// The address is not in it: the journal outlives the network.
Result<void> journal(WriteContext &context, const Printer &printer, const QString &type,
                     const QJsonObject &payload = {})
{
    const auto seq = journalstore::append(
        context, printer.businessId,
        {EntityKind::Printer, printer.id, printer.version, type, payload, printerstore::digest(printer)});
    if (!seq)
        return seq.error();
    return {};
}

Result<void> journalJob(WriteContext &context, const PrintJob &job, const QString &type)
{
    const auto printer = printerstore::find(context.database, job.businessId, job.printerId);
    if (!printer)
        return printer.error();
    QJsonObject payload{{QStringLiteral("job"), job.id}, {QStringLiteral("kind"), printJobKindText(job.kind)}};
    if (job.orderId)
        payload.insert(QStringLiteral("order"), *job.orderId);
    return journal(context, *printer, type, payload);
}

template <typename T> void take(T *field, const std::optional<T> &wanted)
{
    if (wanted)
        *field = *wanted;
}

Result<Printer> edited(WriteContext &context, Printer printer, const PrinterEdit &edit)
{
    take(&printer.name, edit.name);
    take(&printer.kind, edit.kind);
    take(&printer.address, edit.address);
    take(&printer.width, edit.width);
    take(&printer.language, edit.language);
    take(&printer.stations, edit.stations);
    take(&printer.printsTickets, edit.printsTickets);
    take(&printer.printsReceipts, edit.printsReceipts);
    take(&printer.receiptOnCompletion, edit.receiptOnCompletion);
    take(&printer.answersStatus, edit.answersStatus);
    take(&printer.hasDrawer, edit.hasDrawer);
    take(&printer.fallbackAfterSeconds, edit.fallbackAfterSeconds);
    take(&printer.active, edit.active);
    if (edit.fallbackId) {
        printer.fallbackId.reset();
        if (*edit.fallbackId != 0)
            printer.fallbackId = *edit.fallbackId;
    }

    const auto name = editrules::checkedName(printer.name);
    if (!name)
        return name.error();
    printer.name = *name;
    if (const auto checked = checkPrinterAddress(printer.kind, printer.address, edit.loopbackToo); !checked)
        return checked.error();
    if (std::find(printerWidths.begin(), printerWidths.end(), printer.width) == printerWidths.end())
        return editrules::invalid("width", QStringLiteral("must be 384 (58 mm) or 576 (80 mm)"));
    if (!isPaperLanguage(printer.language))
        return editrules::invalid("language", QStringLiteral("must be en, ru or kk"));
    if (printer.fallbackAfterSeconds < 0 || printer.fallbackAfterSeconds > maxFallbackAfter)
        return editrules::invalid("fallback_after", QStringLiteral("must be 0 to %1").arg(maxFallbackAfter));
    if (printer.hasDrawer && printer.kind == PrinterKind::System)
        return editrules::invalid("has_drawer", QStringLiteral("a queue of the system opens no drawer"));
    if (edit.stations) {
        std::vector<qint64> wanted = printer.stations;
        std::sort(wanted.begin(), wanted.end());
        wanted.erase(std::unique(wanted.begin(), wanted.end()), wanted.end());
        const auto known = catalogstore::stationsById(context.database, printer.businessId, wanted);
        if (!known)
            return known.error();
        if (known->size() != wanted.size())
            return editrules::invalid("stations", QStringLiteral("names a station that is not there"));
        printer.stations = std::move(wanted);
    }
    if (printer.fallbackId && edit.fallbackId) {
        if (*printer.fallbackId == printer.id)
            return editrules::invalid("fallback_printer_id", QStringLiteral("must be another printer"));
        const auto other = printerstore::find(context.database, printer.businessId, *printer.fallbackId);
        if (!other && other.error().code == ErrorCode::NotFound)
            return editrules::invalid("fallback_printer_id", QStringLiteral("There is no such printer."));
        if (!other)
            return other.error();
    }
    return printer;
}

Result<WriteOutcome> queueAlone(WriteContext &context, const Printer &printer, PrintJobKind kind,
                                const PrintDocument &document)
{
    const auto job = orderprinting::queue(context, printer, nullptr, kind, false, document);
    if (!job)
        return job.error();
    if (const auto written = journalJob(context, *job, QStringLiteral("printer.%1").arg(printJobKindText(kind)));
        !written)
        return written.error();
    return outcomeOf(*job, 201);
}

/// The end of a job that nobody prints any more.
void giveUp(PrintJob *job, qint64 nowMs)
{
    job->state = PrintJobState::Failed;
    job->finishedAtMs = nowMs;
}

Result<void> noteHealth(WriteContext &context, const PrintAttempt &attempt, const QString &error)
{
    auto printer = printerstore::find(context.database, attempt.businessId, attempt.printerId);
    if (!printer && printer.error().code == ErrorCode::NotFound)
        return {}; // removed meanwhile
    if (!printer)
        return printer.error();
    if (attempt.ok) {
        printer->failingSinceMs.reset();
        printer->lastOkAtMs = context.nowMs;
    } else if (!printer->failingSinceMs) {
        printer->failingSinceMs = context.nowMs;
    }
    printer->fault = attempt.fault;
    printer->error = error;
    return printerstore::updateHealth(context.database, *printer);
}

struct Target
{
    Printer printer;
    std::vector<OrderLine> lines;
};

/// Which printers print this paper of an order, and what of it.
Result<std::vector<Target>> targetsFor(WriteContext &context, const Order &order, PrintJobKind kind,
                                       const std::optional<qint64> &printerId)
{
    if (printerId) {
        const auto printer = printerstore::find(context.database, order.businessId, *printerId);
        if (!printer && printer.error().code == ErrorCode::NotFound)
            return editrules::invalid("printer_id", QStringLiteral("There is no such printer."));
        if (!printer)
            return printer.error();
        if (!printer->active)
            return notAllowed(QStringLiteral("The printer %1 is switched off.").arg(printer->name));
        Printer asked = *printer;
        // Whoever asks for a ticket at a printer that prints none wants to see all of it.
        if (!asked.printsTickets)
            asked.stations.clear();
        return std::vector<Target>{{*printer, orderprinting::linesFor(asked, order.lines)}};
    }
    const auto printers = printerstore::list(context.database, order.businessId);
    if (!printers)
        return printers.error();
    std::vector<Target> targets;
    for (const Printer &printer : *printers) {
        if (!printer.active)
            continue;
        if (kind == PrintJobKind::Receipt && printer.printsReceipts && targets.empty())
            targets.push_back({printer, {}});
        if (kind == PrintJobKind::Ticket && printer.printsTickets) {
            auto lines = orderprinting::linesFor(printer, order.lines);
            if (!lines.empty())
                targets.push_back({printer, std::move(lines)});
        }
    }
    return targets;
}

} // namespace

Result<WriteOutcome> printwrites::create(WriteContext &context, const PrinterEdit &edit)
{
    const auto known = printerstore::list(context.database, context.principal.businessId);
    if (!known)
        return known.error();
    if (known->size() >= maxPrinters)
        return Error{
            ErrorCode::AlreadyExists, QStringLiteral("A business has at most %1 printers.").arg(maxPrinters), {}};
    Printer draft;
    draft.businessId = context.principal.businessId;
    auto printer = edited(context, draft, edit);
    if (!printer)
        return printer.error();
    if (const auto inserted = printerstore::insert(context.database, &*printer, context.nowMs); !inserted)
        return inserted.error();
    if (const auto written = journal(context, *printer, QStringLiteral("printer.created")); !written)
        return written.error();
    return outcomeOf(*printer, 201);
}

Result<WriteOutcome> printwrites::edit(WriteContext &context, qint64 printerId, const PrinterEdit &edit, qint64 version)
{
    const auto known = printerstore::find(context.database, context.principal.businessId, printerId);
    if (!known)
        return known.error();
    if (const auto checked = editrules::checkVersion(version, known->version); !checked)
        return checked.error();
    auto printer = edited(context, *known, edit);
    if (!printer)
        return printer.error();
    if (*printer == *known)
        return outcomeOf(*known);
    ++printer->version;
    if (const auto updated = printerstore::update(context.database, *printer, context.nowMs); !updated)
        return updated.error();
    // What was wrong with another address says nothing of this one.
    if (printer->address != known->address || printer->kind != known->kind) {
        printer->failingSinceMs.reset();
        printer->fault = PrintFault::None;
        printer->error.clear();
        if (const auto reset = printerstore::updateHealth(context.database, *printer); !reset)
            return reset.error();
    }
    if (const auto written = journal(context, *printer, QStringLiteral("printer.updated")); !written)
        return written.error();
    return outcomeOf(*printer);
}

Result<WriteOutcome> printwrites::remove(WriteContext &context, qint64 printerId, std::optional<qint64> version)
{
    auto printer = printerstore::find(context.database, context.principal.businessId, printerId);
    if (!printer)
        return printer.error();
    if (const auto checked = editrules::checkVersion(version, printer->version); !checked)
        return checked.error();
    if (printer->fallbackId) {
        const auto moved = printjobstore::moveQueued(context.database, printerId, *printer->fallbackId);
        if (!moved)
            return moved.error();
    }
    if (const auto left = printjobstore::cancelQueued(context.database, printerId, context.nowMs); !left)
        return left.error();
    if (const auto removed = printerstore::remove(context.database, printerId, context.nowMs); !removed)
        return removed.error();
    ++printer->version;
    if (const auto written = journal(context, *printer, QStringLiteral("printer.removed")); !written)
        return written.error();
    return outcomeOf(*printer);
}

Result<WriteOutcome> printwrites::test(WriteContext &context, qint64 printerId)
{
    const auto printer = printerstore::find(context.database, context.principal.businessId, printerId);
    if (!printer)
        return printer.error();
    if (!printer->active)
        return notAllowed(QStringLiteral("The printer is switched off."));
    orderprinting::Papers papers(context.database, printer->businessId, context.nowMs);
    const auto setting = papers.setting(printer->language);
    if (!setting)
        return setting.error();
    const auto business = papers.business();
    if (!business)
        return business.error();
    return queueAlone(context, *printer, PrintJobKind::Test, testDocument(*printer, business->name, *setting));
}

Result<WriteOutcome> printwrites::drawer(WriteContext &context, qint64 printerId)
{
    const auto printer = printerstore::find(context.database, context.principal.businessId, printerId);
    if (!printer)
        return printer.error();
    if (!printer->active || !printer->hasDrawer)
        return notAllowed(QStringLiteral("No drawer is connected to this printer, or it is switched off."));
    return queueAlone(context, *printer, PrintJobKind::Drawer, drawerDocument());
}

Result<WriteOutcome> printwrites::order(WriteContext &context, const OrderRef &ref, PrintJobKind kind,
                                        std::optional<qint64> printerId)
{
    const auto order = orderstore::find(context.database, context.principal.businessId, ref);
    if (!order)
        return order.error();
    const auto targets = targetsFor(context, *order, kind, printerId);
    if (!targets)
        return targets.error();
    const auto before = printjobstore::exists(context.database, order->businessId, order->id, kind);
    if (!before)
        return before.error();
    orderprinting::Papers papers(context.database, order->businessId, context.nowMs);
    std::optional<PrintJob> first;
    for (const Target &target : *targets) {
        if (kind == PrintJobKind::Ticket && target.lines.empty())
            continue;
        const auto document = kind == PrintJobKind::Receipt
                                  ? orderprinting::receipt(context.database, papers, target.printer, *order)
                                  : orderprinting::ticket(papers, target.printer, *order, target.lines);
        if (!document)
            return document.error();
        const auto job = orderprinting::queue(context, target.printer, &*order, kind, *before, *document);
        if (!job)
            return job.error();
        const QString type = *before ? QStringLiteral("printer.reprint") : QStringLiteral("printer.print");
        if (const auto written = journalJob(context, *job, type); !written)
            return written.error();
        if (!first)
            first = *job;
    }
    if (!first)
        return notAllowed(QStringLiteral("No printer prints that of this order."));
    return outcomeOf(*first, 201);
}

Result<WriteOutcome> printwrites::paper(WriteContext &context, PrintJobKind kind, std::optional<qint64> printerId,
                                        const std::function<Result<PrintDocument>(const Printer &)> &document)
{
    const auto printers = printerstore::list(context.database, context.principal.businessId);
    if (!printers)
        return printers.error();
    const auto found = std::find_if(printers->begin(), printers->end(), [&printerId](const Printer &one) {
        return printerId ? one.id == *printerId : one.active && one.printsReceipts;
    });
    if (found == printers->end()) {
        return printerId ? editrules::invalid("printer_id", QStringLiteral("There is no such printer."))
                         : notAllowed(QStringLiteral("No printer prints receipts."));
    }
    if (!found->active)
        return notAllowed(QStringLiteral("The printer %1 is switched off.").arg(found->name));
    const auto made = document(*found);
    if (!made)
        return made.error();
    return queueAlone(context, *found, kind, *made);
}

Result<WriteOutcome> printwrites::retry(WriteContext &context, qint64 jobId)
{
    auto job = printjobstore::find(context.database, context.principal.businessId, jobId);
    if (!job)
        return job.error();
    if (job->state == PrintJobState::Queued)
        return outcomeOf(*job);
    if (job->state != PrintJobState::Failed && job->state != PrintJobState::Cancelled) {
        return notAllowed(job->state == PrintJobState::Printed
                              ? QStringLiteral("It was printed. Print the order again.")
                              : QStringLiteral("It is being printed."));
    }
    job->state = PrintJobState::Queued;
    job->finishedAtMs = 0;
    // A person decided: once more, and marked when copies of it may exist.
    job->broken = std::min(job->broken, maxBrokenPrints - 1);
    job->giveUpAtMs = context.nowMs + (isTriedOnce(job->kind) ? printOncePatienceMs : printPatienceMs);
    if (const auto updated = printjobstore::update(context.database, *job); !updated)
        return updated.error();
    if (const auto written = journalJob(context, *job, QStringLiteral("printer.job_retried")); !written)
        return written.error();
    return outcomeOf(*job);
}

Result<WriteOutcome> printwrites::cancel(WriteContext &context, qint64 jobId)
{
    auto job = printjobstore::find(context.database, context.principal.businessId, jobId);
    if (!job)
        return job.error();
    if (job->state == PrintJobState::Cancelled)
        return outcomeOf(*job);
    if (job->state != PrintJobState::Queued) {
        return notAllowed(QStringLiteral("A job that is %1 cannot be cancelled.").arg(printJobStateText(job->state)));
    }
    job->state = PrintJobState::Cancelled;
    job->finishedAtMs = context.nowMs;
    if (const auto updated = printjobstore::update(context.database, *job); !updated)
        return updated.error();
    if (const auto written = journalJob(context, *job, QStringLiteral("printer.job_cancelled")); !written)
        return written.error();
    return outcomeOf(*job);
}

Result<WriteOutcome> printwrites::begin(WriteContext &context, qint64 businessId, qint64 jobId, qint64 printerId)
{
    auto job = printjobstore::find(context.database, businessId, jobId);
    if (!job)
        return job.error();
    if (job->state != PrintJobState::Queued)
        return notAllowed(QStringLiteral("It does not wait any more."));
    job->state = PrintJobState::Sending;
    job->sentToId = printerId;
    job->startedAtMs = context.nowMs;
    ++job->attempts;
    if (const auto updated = printjobstore::update(context.database, *job); !updated)
        return updated.error();
    return outcomeOf(*job);
}

Result<WriteOutcome> printwrites::note(WriteContext &context, const PrintAttempt &attempt)
{
    const QString error =
        attempt.ok ? QString()
                   : (attempt.error.isEmpty() ? printFaultAdvice(attempt.fault) : attempt.error).left(maxError);
    if (const auto noted = noteHealth(context, attempt, error); !noted)
        return noted.error();
    auto job = printjobstore::find(context.database, attempt.businessId, attempt.jobId);
    if (!job)
        return job.error();
    if (isOver(job->state))
        return outcomeOf(*job); // cancelled before it began
    job->fault = attempt.fault;
    job->error = error;
    if (attempt.ok) {
        job->state = PrintJobState::Printed;
        job->finishedAtMs = context.nowMs;
    } else {
        if (attempt.begun)
            ++job->broken;
        else
            ++job->attempts;
        job->state = PrintJobState::Queued;
        if (isTriedOnce(job->kind) || job->broken >= maxBrokenPrints)
            giveUp(&*job, context.nowMs);
    }
    if (const auto updated = printjobstore::update(context.database, *job); !updated)
        return updated.error();
    if (attempt.ok) {
        if (const auto cleaned = printjobstore::removeOld(context.database, context.nowMs - keepJobsMs); !cleaned)
            return cleaned.error();
    }
    return outcomeOf(*job);
}

Result<WriteOutcome> printwrites::expire(WriteContext &context, qint64 businessId, qint64 jobId)
{
    auto job = printjobstore::find(context.database, businessId, jobId);
    if (!job)
        return job.error();
    if (job->state != PrintJobState::Queued || job->giveUpAtMs > context.nowMs)
        return outcomeOf(*job);
    giveUp(&*job, context.nowMs);
    const QString last = job->error;
    job->fault = PrintFault::Expired;
    job->error = last.isEmpty() ? printFaultAdvice(PrintFault::Expired)
                                : QStringLiteral("%1 Last: %2").arg(printFaultAdvice(PrintFault::Expired), last);
    if (const auto updated = printjobstore::update(context.database, *job); !updated)
        return updated.error();
    return outcomeOf(*job);
}

Result<WriteOutcome> printwrites::recover(WriteContext &context)
{
    const auto jobs = printjobstore::interrupted(context.database);
    if (!jobs)
        return jobs.error();
    for (PrintJob job : *jobs) {
        ++job.broken;
        job.state = PrintJobState::Queued;
        job.fault = PrintFault::ConnectionLost;
        job.error = QStringLiteral("The hub stopped while it was being printed.");
        if (isTriedOnce(job.kind) || job.broken >= maxBrokenPrints)
            giveUp(&job, context.nowMs);
        if (const auto updated = printjobstore::update(context.database, job); !updated)
            return updated.error();
    }
    WriteOutcome outcome;
    outcome.entity = EntityKind::PrintJob;
    outcome.values = {qint64(jobs->size())};
    return outcome;
}

Result<printreads::PrinterState> printreads::printer(sql::Database &database, qint64 businessId, qint64 printerId)
{
    const auto found = printerstore::find(database, businessId, printerId);
    if (!found)
        return found.error();
    const auto queued = printjobstore::countQueued(database, printerId);
    if (!queued)
        return queued.error();
    return PrinterState{*found, *queued};
}

Result<std::vector<printreads::PrinterState>> printreads::printers(sql::Database &database, qint64 businessId)
{
    const auto snapshot = hubsql::oneSnapshot(database);
    if (!snapshot)
        return snapshot.error();
    const auto found = printerstore::list(database, businessId);
    if (!found)
        return found.error();
    std::vector<PrinterState> states;
    for (const Printer &printer : *found) {
        const auto queued = printjobstore::countQueued(database, printer.id);
        if (!queued)
            return queued.error();
        states.push_back({printer, *queued});
    }
    return states;
}

Result<printreads::JobPage> printreads::jobs(sql::Database &database, qint64 businessId, PrintJobFilter filter,
                                             const QString &cursor)
{
    bool fits = true;
    filter.beforeId = cursor.isEmpty() ? 0 : cursor.toLongLong(&fits);
    if (!fits || filter.beforeId < 0) {
        return Error{ErrorCode::ValidationFailed,
                     QStringLiteral("The request is wrong in one place."),
                     {{QStringLiteral("cursor"), QStringLiteral("is no cursor of this list")}}};
    }
    const int limit = filter.limit;
    ++filter.limit;
    auto rows = printjobstore::list(database, businessId, filter);
    if (!rows)
        return rows.error();
    JobPage page;
    page.jobs = std::move(*rows);
    if (page.jobs.size() > std::size_t(limit)) {
        page.jobs.pop_back();
        page.nextCursor = QString::number(page.jobs.back().id);
    }
    return page;
}

Result<PrintJob> printreads::job(sql::Database &database, qint64 businessId, qint64 jobId)
{
    return printjobstore::find(database, businessId, jobId);
}

Result<PrintDocument> printreads::preview(sql::Database &database, qint64 businessId, const OrderRef &ref,
                                          PrintJobKind kind, std::optional<qint64> printerId, const QString &language,
                                          qint64 nowMs)
{
    const auto snapshot = hubsql::oneSnapshot(database);
    if (!snapshot)
        return snapshot.error();
    const auto order = orderstore::find(database, businessId, ref);
    if (!order)
        return order.error();
    Printer printer;
    printer.businessId = businessId;
    if (printerId) {
        const auto found = printerstore::find(database, businessId, *printerId);
        if (!found && found.error().code == ErrorCode::NotFound)
            return editrules::invalid("printer_id", QStringLiteral("There is no such printer."));
        if (!found)
            return found.error();
        printer = *found;
    }
    if (!language.isEmpty())
        printer.language = language;
    orderprinting::Papers papers(database, businessId, nowMs);
    if (kind == PrintJobKind::Receipt)
        return orderprinting::receipt(database, papers, printer, *order);
    return orderprinting::ticket(papers, printer, *order, orderprinting::linesFor(printer, order->lines));
}

} // namespace oshaq

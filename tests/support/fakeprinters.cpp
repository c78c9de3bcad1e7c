// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeprinters.h"

#include <QBuffer>
#include <QImage>

#include <algorithm>

namespace oshaq {

namespace {

constexpr size_t maxJobs = 100;

PortFailure refused(const QString &code, const QString &message)
{
    return {PortFailure::Kind::Refused, code, message, {}};
}

PortFailure notFound()
{
    return refused(QStringLiteral("NOT_FOUND"), QStringLiteral("There is no such thing."));
}

QByteArray whitePaper()
{
    QImage image(576, 400, QImage::Format_Grayscale8);
    image.fill(Qt::white);
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return png;
}

} // namespace

qint64 FakePrinterPort::addPrinter(const QString &name)
{
    Printer printer;
    printer.id = m_nextId++;
    printer.name = name;
    printer.address = QStringLiteral("192.168.1.50");
    printer.createdAtMs = nowMs;
    printer.lastOkAtMs = nowMs;
    known.push_back(printer);
    return printer.id;
}

void FakePrinterPort::finishJob(qint64 jobId, PrintJobState state, PrintFault fault, const QString &error)
{
    PrintJob *job = findJob(jobId);
    job->state = state;
    job->fault = fault;
    job->error = error;
    job->finishedAtMs = isOver(state) ? nowMs : 0;
    if (Printer *printer = find(job->printerId)) {
        printer->fault = fault;
        printer->error = error;
        printer->failingSinceMs = fault == PrintFault::None ? std::nullopt : std::optional(nowMs);
        if (fault == PrintFault::None)
            printer->lastOkAtMs = nowMs;
    }
}

Printer *FakePrinterPort::find(qint64 printerId)
{
    const auto found = std::find_if(known.begin(), known.end(),
                                    [printerId](const Printer &printer) { return printer.id == printerId; });
    return found == known.end() ? nullptr : &*found;
}

PrintJob *FakePrinterPort::findJob(qint64 jobId)
{
    const auto found =
        std::find_if(queue.begin(), queue.end(), [jobId](const PrintJob &job) { return job.id == jobId; });
    return found == queue.end() ? nullptr : &*found;
}

ListedPrinter FakePrinterPort::stateOf(const Printer &printer) const
{
    const auto waits = [&printer](const PrintJob &job) { return job.printerId == printer.id && !isOver(job.state); };
    return {printer, int(std::count_if(queue.begin(), queue.end(), waits))};
}

PortCall FakePrinterPort::printers(PortDone<std::vector<ListedPrinter>> done)
{
    calls << QStringLiteral("printers");
    return m_answers.ask<std::vector<ListedPrinter>>(this, std::move(done), [this] {
        std::vector<ListedPrinter> states;
        for (const Printer &printer : known)
            states.push_back(stateOf(printer));
        return PortAnswer<std::vector<ListedPrinter>>::of(std::move(states));
    });
}

PortCall FakePrinterPort::savePrinter(const QString &key, const Printer &printer, PortDone<ListedPrinter> done)
{
    calls << QStringLiteral("savePrinter %1 %2").arg(QString::number(printer.id), printer.name);
    saved.push_back(printer);
    keys << key;
    return m_answers.ask<ListedPrinter>(this, std::move(done), [this, key, printer] {
        const auto before = m_byKey.find(key);
        if (const Printer *made = before == m_byKey.end() ? nullptr : find(before->second))
            return PortAnswer<ListedPrinter>::of(stateOf(*made));
        auto made = save(printer);
        if (made)
            m_byKey.emplace(key, made.value->printer.id);
        return made;
    });
}

PortAnswer<ListedPrinter> FakePrinterPort::save(Printer printer)
{
    if (printer.name.trimmed().isEmpty()) {
        PortFailure failure = refused(QStringLiteral("VALIDATION_FAILED"), QStringLiteral("A printer needs a name."));
        failure.details.push_back({QStringLiteral("name"), QStringLiteral("A printer needs a name.")});
        return PortAnswer<ListedPrinter>::failed(failure);
    }
    if (const auto checked = checkPrinterAddress(printer.kind, printer.address); !checked) {
        const Error &error = checked.error();
        return PortAnswer<ListedPrinter>::failed(
            {PortFailure::Kind::Refused, errorCodeText(error.code), error.message, error.details});
    }
    if (printer.id == 0) {
        printer.id = m_nextId++;
        printer.createdAtMs = nowMs;
        printer.version = 1;
        known.push_back(printer);
        return PortAnswer<ListedPrinter>::of(stateOf(printer));
    }
    Printer *current = find(printer.id);
    if (!current)
        return PortAnswer<ListedPrinter>::failed(notFound());
    if (current->version != printer.version) {
        return PortAnswer<ListedPrinter>::failed(
            refused(QStringLiteral("VERSION_STALE"), QStringLiteral("Somebody changed it meanwhile.")));
    }
    *current = printer;
    ++current->version;
    return PortAnswer<ListedPrinter>::of(stateOf(*current));
}

PortCall FakePrinterPort::removePrinter(qint64 printerId, PortDone<PortNothing> done)
{
    calls << QStringLiteral("removePrinter %1").arg(printerId);
    return m_answers.ask<PortNothing>(this, std::move(done), [this, printerId] {
        if (std::erase_if(known, [printerId](const Printer &printer) { return printer.id == printerId; }) == 0)
            return PortAnswer<PortNothing>::failed(notFound());
        return PortAnswer<PortNothing>::of({});
    });
}

PortAnswer<PrintJob> FakePrinterPort::once(const QString &key, const std::function<PortAnswer<PrintJob>()> &act)
{
    const auto before = m_byKey.find(key);
    if (const PrintJob *job = before == m_byKey.end() ? nullptr : findJob(before->second))
        return PortAnswer<PrintJob>::of(*job);
    auto done = act();
    if (done)
        m_byKey.emplace(key, done.value->id);
    return done;
}

PortAnswer<PrintJob> FakePrinterPort::addJob(qint64 printerId, PrintJobKind kind, std::optional<qint64> orderId)
{
    if (!find(printerId))
        return PortAnswer<PrintJob>::failed(notFound());
    PrintJob job;
    job.id = m_nextId++;
    job.printerId = printerId;
    job.orderId = orderId;
    job.kind = kind;
    job.language = find(printerId)->language;
    job.createdAtMs = nowMs;
    job.giveUpAtMs = nowMs + (isTriedOnce(kind) ? printOncePatienceMs : printPatienceMs);
    for (const PrintJob &earlier : queue)
        job.reprint |= orderId && earlier.orderId == orderId && earlier.kind == kind;
    queue.push_back(job);
    return PortAnswer<PrintJob>::of(job);
}

PortCall FakePrinterPort::printTest(const QString &key, qint64 printerId, PortDone<PrintJob> done)
{
    calls << QStringLiteral("printTest %1").arg(printerId);
    keys << key;
    return m_answers.ask<PrintJob>(this, std::move(done), [this, key, printerId] {
        return once(key, [&] { return addJob(printerId, PrintJobKind::Test); });
    });
}

PortCall FakePrinterPort::openDrawer(const QString &key, qint64 printerId, PortDone<PrintJob> done)
{
    calls << QStringLiteral("openDrawer %1").arg(printerId);
    keys << key;
    return m_answers.ask<PrintJob>(this, std::move(done), [this, key, printerId] {
        const Printer *printer = find(printerId);
        if (printer && !printer->hasDrawer) {
            return PortAnswer<PrintJob>::failed(
                refused(QStringLiteral("PRINT_NOT_ALLOWED"), QStringLiteral("This printer opens no drawer.")));
        }
        return once(key, [&] { return addJob(printerId, PrintJobKind::Drawer); });
    });
}

PortCall FakePrinterPort::printOrder(const QString &key, qint64 orderId, PrintJobKind kind,
                                     std::optional<qint64> printerId, PortDone<std::vector<PrintJob>> done)
{
    calls << QStringLiteral("printOrder %1 %2 %3")
                 .arg(QString::number(orderId), printJobKindText(kind), QString::number(printerId.value_or(0)));
    keys << key;
    return m_answers.ask<std::vector<PrintJob>>(this, std::move(done), [this, orderId, kind, printerId] {
        std::vector<PrintJob> made;
        for (const Printer &printer : known) {
            const bool meant = printerId
                                   ? printer.id == *printerId
                                   : (kind == PrintJobKind::Receipt ? printer.printsReceipts : printer.printsTickets);
            if (meant)
                made.push_back(*addJob(printer.id, kind, orderId).value);
        }
        if (made.empty()) {
            return PortAnswer<std::vector<PrintJob>>::failed(
                refused(QStringLiteral("PRINT_NOT_ALLOWED"), QStringLiteral("No printer is set up for this.")));
        }
        return PortAnswer<std::vector<PrintJob>>::of(std::move(made));
    });
}

PortAnswer<PaperPreview> FakePrinterPort::previewOf(std::optional<qint64> printerId)
{
    if (printerId && !find(*printerId))
        return PortAnswer<PaperPreview>::failed(notFound());
    const Printer *printer = printerId ? find(*printerId) : known.empty() ? nullptr : &known.front();
    return PortAnswer<PaperPreview>::of({paper.isEmpty() ? whitePaper() : paper, printer ? printer->name : QString()});
}

PortCall FakePrinterPort::preview(qint64 orderId, PrintJobKind kind, std::optional<qint64> printerId,
                                  PortDone<PaperPreview> done)
{
    calls << QStringLiteral("preview %1 %2 %3")
                 .arg(QString::number(orderId), printJobKindText(kind), QString::number(printerId.value_or(0)));
    return m_answers.ask<PaperPreview>(this, std::move(done), [this, printerId] { return previewOf(printerId); });
}

PortCall FakePrinterPort::jobs(bool openOnly, PortDone<std::vector<PrintJob>> done)
{
    calls << (openOnly ? QStringLiteral("jobs open") : QStringLiteral("jobs all"));
    return m_answers.ask<std::vector<PrintJob>>(this, std::move(done), [this, openOnly] {
        std::vector<PrintJob> list;
        for (auto job = queue.rbegin(); job != queue.rend() && list.size() < maxJobs; ++job) {
            if (!openOnly || !isOver(job->state))
                list.push_back(*job);
        }
        return PortAnswer<std::vector<PrintJob>>::of(std::move(list));
    });
}

PortAnswer<PrintJob> FakePrinterPort::moveJob(qint64 jobId, PrintJobState to)
{
    PrintJob *job = findJob(jobId);
    if (!job)
        return PortAnswer<PrintJob>::failed(notFound());
    const bool allowed = to == PrintJobState::Queued ? job->state == PrintJobState::Failed : !isOver(job->state);
    if (!allowed) {
        return PortAnswer<PrintJob>::failed(
            refused(QStringLiteral("PRINT_NOT_ALLOWED"), QStringLiteral("Not in this state of the job.")));
    }
    job->state = to;
    job->finishedAtMs = isOver(to) ? nowMs : 0;
    return PortAnswer<PrintJob>::of(*job);
}

PortCall FakePrinterPort::retryJob(const QString &key, qint64 jobId, PortDone<PrintJob> done)
{
    calls << QStringLiteral("retryJob %1").arg(jobId);
    keys << key;
    return m_answers.ask<PrintJob>(this, std::move(done), [this, key, jobId] {
        return once(key, [&] { return moveJob(jobId, PrintJobState::Queued); });
    });
}

PortCall FakePrinterPort::cancelJob(const QString &key, qint64 jobId, PortDone<PrintJob> done)
{
    calls << QStringLiteral("cancelJob %1").arg(jobId);
    keys << key;
    return m_answers.ask<PrintJob>(this, std::move(done), [this, key, jobId] {
        return once(key, [&] { return moveJob(jobId, PrintJobState::Cancelled); });
    });
}

void FakePrinterPort::cancel(PortCall call)
{
    calls << QStringLiteral("cancel %1").arg(call);
    m_answers.cancel(call);
}

} // namespace oshaq

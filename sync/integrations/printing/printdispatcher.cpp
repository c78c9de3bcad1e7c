// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/integrations/printing/printdispatcher.h"

#include "models/hub/paperlanguage.h"
#include "sync/drawing/printraster.h"
#include "sync/integrations/pacing.h"

#include <QLoggingCategory>

#include <algorithm>

namespace oshaq {

namespace {

Q_LOGGING_CATEGORY(lcPrinting, "oshaq.printing")

/// Two may be on their way for one printer, at it and at its fallback.
constexpr int jobsAtOnce = 6;

Principal dispatcherOf(qint64 businessId)
{
    Principal principal;
    principal.kind = Principal::Kind::Integration;
    principal.role = Role::Integration;
    principal.businessId = businessId;
    return principal;
}

/// It cannot be printed at all, whatever is tried: fails before anything is sent.
class HopelessSession final : public PrintSession
{
public:
    explicit HopelessSession(PrintFault fault, QString error = {})
        : m_fault(fault)
        , m_error(std::move(error))
    {}

    void open() override { ended({false, false, m_fault, m_error}); }
    void send(const QByteArray &) override {}

private:
    const PrintFault m_fault;
    const QString m_error;
};

Result<QByteArray> payloadFor(const Printer &target, const PrintDocument &document)
{
    if (target.kind != PrinterKind::System)
        return escpos::encode(document, target.width);
    const auto raster = printRaster(document, target.width);
    return raster ? rasterPdf(*raster) : raster.error();
}

} // namespace

void PrintDispatcher::Door::post(std::function<void()> task)
{
    const std::lock_guard lock(mutex);
    if (mailbox)
        mailbox->post(std::move(task));
}

PrintDispatcher::PrintDispatcher(Hub &hub, Scheduler &scheduler, PrintOptions options)
    : m_hub(hub)
    , m_reader(hub, lcPrinting)
    , m_scheduler(scheduler)
    , m_options(std::move(options))
    , m_door(std::make_shared<Door>())
    , m_wakeTimer(scheduler)
    , m_pumpTimer(scheduler)
{
    m_door->mailbox = &m_mailbox;
}

PrintDispatcher::~PrintDispatcher()
{
    if (m_listening)
        m_hub.removeCommitListener(m_listener);
    const std::lock_guard lock(m_door->mutex);
    m_door->mailbox = nullptr;
}

void PrintDispatcher::start()
{
    m_listener =
        m_hub.addCommitListener([this, door = m_door](const CommitNotice &) { door->post([this] { wake(); }); });
    m_listening = true;
    recover();
}

void PrintDispatcher::submit(qint64 businessId, std::function<Result<WriteOutcome>(WriteContext &)> run,
                             std::function<void(const Result<WriteOutcome> &)> then)
{
    WriteCommand command;
    command.principal = dispatcherOf(businessId);
    command.run = std::move(run);
    command.done = [door = m_door, then = std::move(then)](const Result<WriteOutcome> &outcome) {
        door->post([then, outcome] { then(outcome); });
    };
    m_hub.writer().submit(std::move(command));
}

void PrintDispatcher::recover()
{
    submit(
        0, [](WriteContext &context) { return printwrites::recover(context); },
        [this](const Result<WriteOutcome> &outcome) {
            if (!outcome) {
                m_wakeTimer.start(retryStorageMs, [this] { recover(); });
                return;
            }
            if (!outcome->values.empty() && outcome->values.front() > 0)
                qCWarning(lcPrinting) << outcome->values.front() << "papers were being printed when the hub stopped";
            m_recovered = true;
            pump();
        });
}

void PrintDispatcher::wake()
{
    if (m_recovered && !m_wakeTimer.isActive())
        m_wakeTimer.start(m_options.collectAfterMs, [this] { pump(); });
}

bool PrintDispatcher::isBusy(qint64 printerId) const
{
    return std::any_of(m_flights.begin(), m_flights.end(),
                       [printerId](const auto &entry) { return entry.second.printerId == printerId; });
}

qint64 PrintDispatcher::pauseOf(qint64 printerId) const
{
    const auto known = m_health.find(printerId);
    if (known == m_health.end())
        return 0;
    return std::max<qint64>(0, known->second.pausedUntilMs - m_hub.clock().monotonicMs());
}

void PrintDispatcher::pump()
{
    if (!m_recovered)
        return;
    sql::Database *database = m_reader.get();
    const auto printers = database ? printerstore::all(*database)
                                   : Result<std::vector<Printer>>(Error{ErrorCode::StorageUnavailable, QString(), {}});
    if (!printers)
        return m_pumpTimer.start(retryStorageMs, [this] { pump(); });
    qint64 soonestMs = longestSleepMs;
    for (const Printer &printer : *printers)
        pumpPrinter(*database, printer, *printers, &soonestMs);
    if (!printers->empty())
        m_pumpTimer.start(std::max<qint64>(soonestMs, 1), [this] { pump(); });
}

void PrintDispatcher::pumpPrinter(sql::Database &database, const Printer &printer, const std::vector<Printer> &all,
                                  qint64 *soonestMs)
{
    const auto jobs = printjobstore::queued(database, printer.id, jobsAtOnce);
    if (!jobs) {
        *soonestMs = std::min(*soonestMs, retryStorageMs);
        return;
    }
    const qint64 nowMs = m_hub.clock().nowMs();
    for (const PrintJob &job : *jobs) {
        if (m_flights.contains(job.id))
            continue;
        if (nowMs >= job.giveUpAtMs) {
            expire(job);
            continue;
        }
        *soonestMs = std::min(*soonestMs, job.giveUpAtMs - nowMs);
        const Printer *target = choose(printer, all, job, soonestMs);
        if (target && !launch(database, job, printer, *target))
            *soonestMs = std::min(*soonestMs, retryStorageMs);
        // Papers come out in the order in which they were made.
        if (!target && !isTriedOnce(job.kind))
            return;
    }
}

const Printer *PrintDispatcher::choose(const Printer &printer, const std::vector<Printer> &all, const PrintJob &job,
                                       qint64 *soonestMs)
{
    const bool busy = isBusy(printer.id);
    const qint64 pauseMs = pauseOf(printer.id);
    if (printer.active && !busy && (pauseMs == 0 || isTriedOnce(job.kind)))
        return &printer;
    if (isTriedOnce(job.kind))
        return nullptr; // whoever is busy there makes room and comes here again
    if (pauseMs > 0)
        *soonestMs = std::min(*soonestMs, pauseMs);
    if (!printer.fallbackId || !printer.failingSinceMs)
        return nullptr;
    const auto fallback = std::find_if(all.begin(), all.end(), [&printer](const Printer &other) {
        return other.id == *printer.fallbackId && other.active && other.id != printer.id;
    });
    if (fallback == all.end())
        return nullptr;
    const qint64 waitMs = *printer.failingSinceMs + qint64{printer.fallbackAfterSeconds} * 1000 - m_hub.clock().nowMs();
    const qint64 fallbackMs = std::max(waitMs, pauseOf(fallback->id));
    if (fallbackMs > 0) {
        *soonestMs = std::min(*soonestMs, fallbackMs);
        return nullptr;
    }
    return isBusy(fallback->id) ? nullptr : &*fallback;
}

std::unique_ptr<PrintSession> PrintDispatcher::sessionFor(const Printer &printer) const
{
    // What was allowed once may not be any more, and rows may come from elsewhere.
    const bool testDevice = m_options.anyDevice && printer.kind == PrinterKind::Usb;
    if (!testDevice && !checkPrinterAddress(printer.kind, printer.address, m_options.loopbackPrinters))
        return std::make_unique<HopelessSession>(PrintFault::NotAllowed);
    std::unique_ptr<PrintChannel> channel;
    switch (printer.kind) {
    case PrinterKind::Network:
        channel = std::make_unique<TcpPrintChannel>(printerEndpoint(printer.address).value_or(PrinterEndpoint{}));
        break;
    case PrinterKind::Usb:
        channel = std::make_unique<DevicePrintChannel>(printer.address);
        break;
    case PrinterKind::System:
        return std::make_unique<SystemQueueSession>(m_options.lpProgram, printer.address, m_options.times);
    }
    return std::make_unique<EscPosSession>(std::move(channel), printer.answersStatus, m_options.times);
}

bool PrintDispatcher::launch(sql::Database &database, const PrintJob &job, const Printer &owner, const Printer &target)
{
    auto document = printjobstore::document(database, job.id);
    if (!document) {
        qCWarning(lcPrinting).noquote() << "the paper of job" << job.id
                                        << "cannot be read:" << document.error().message;
        return false;
    }
    if (job.kind != PrintJobKind::Drawer) {
        PaperMarks marks;
        marks.reprint = job.reprint;
        marks.maybeSecond = job.maybeSecond();
        if (target.id != owner.id)
            marks.insteadOf = owner.name;
        *document = markedDocument(std::move(*document), marks, paperLanguage(job.language));
    }
    auto payload = payloadFor(target, *document);
    Flight flight;
    flight.job = job;
    flight.printerId = target.id;
    if (payload) {
        flight.payload = std::move(*payload);
        flight.session = sessionFor(target);
    } else {
        flight.session = std::make_unique<HopelessSession>(PrintFault::PrinterError, payload.error().message);
    }
    PrintSession *session = flight.session.get();
    m_flights.emplace(job.id, std::move(flight));
    // Each on a turn of its own: a session goes when its end is noted, and must not be at work then.
    session->ready = [this, id = job.id, door = m_door] { door->post([this, id] { begin(id); }); };
    session->ended = [this, id = job.id, door = m_door](const PrintEnd &how) {
        door->post([this, id, how] { end(id, how); });
    };
    session->open();
    return true;
}

void PrintDispatcher::begin(qint64 jobId)
{
    const auto flight = m_flights.find(jobId);
    if (flight == m_flights.end())
        return;
    const qint64 businessId = flight->second.job.businessId;
    const qint64 printerId = flight->second.printerId;
    submit(
        businessId,
        [businessId, jobId, printerId](WriteContext &context) {
            return printwrites::begin(context, businessId, jobId, printerId);
        },
        [this, jobId](const Result<WriteOutcome> &outcome) {
            const auto begun = m_flights.find(jobId);
            if (begun == m_flights.end() || !begun->second.session)
                return;
            if (outcome)
                return begun->second.session->send(begun->second.payload);
            // Cancelled meanwhile, or the storage is in trouble: nothing was sent.
            release(jobId);
            if (outcome.error().code != ErrorCode::PrintNotAllowed && outcome.error().code != ErrorCode::NotFound)
                m_pumpTimer.start(retryStorageMs, [this] { pump(); });
            else
                pump();
        });
}

void PrintDispatcher::end(qint64 jobId, const PrintEnd &how)
{
    const auto flight = m_flights.find(jobId);
    if (flight == m_flights.end())
        return;
    const qint64 printerId = flight->second.printerId;
    flight->second.session.reset();
    Health &health = m_health[printerId];
    if (how.ok) {
        health = {};
    } else {
        const qint64 pause =
            std::min(m_options.longestPauseMs, m_options.firstPauseMs << std::min(health.failures, 20));
        ++health.failures;
        health.pausedUntilMs = m_hub.clock().monotonicMs() + pause;
        qCWarning(lcPrinting).noquote() << "printer" << printerId << "did not print job" << jobId << ':'
                                        << printFaultText(how.fault);
    }
    PrintAttempt attempt;
    attempt.businessId = flight->second.job.businessId;
    attempt.jobId = jobId;
    attempt.printerId = printerId;
    attempt.ok = how.ok;
    attempt.begun = how.begun;
    attempt.fault = how.fault;
    attempt.error = how.error;
    note(attempt);
}

void PrintDispatcher::note(const PrintAttempt &attempt)
{
    submit(
        attempt.businessId, [attempt](WriteContext &context) { return printwrites::note(context, attempt); },
        [this, attempt](const Result<WriteOutcome> &outcome) {
            // A row that is gone has nothing to note; anything else is the storage's trouble. It stays on its way
            // meanwhile: what was printed is not printed again only because it could not be noted.
            if (!outcome && outcome.error().code != ErrorCode::NotFound) {
                m_scheduler.after(retryStorageMs,
                                  [door = m_door, this, attempt] { door->post([this, attempt] { note(attempt); }); });
                return;
            }
            release(attempt.jobId);
            pump();
        });
}

void PrintDispatcher::expire(const PrintJob &job)
{
    Flight flight;
    flight.job = job;
    m_flights.emplace(job.id, std::move(flight));
    submit(
        job.businessId,
        [businessId = job.businessId, id = job.id](WriteContext &context) {
            return printwrites::expire(context, businessId, id);
        },
        [this, id = job.id](const Result<WriteOutcome> &outcome) {
            release(id);
            if (outcome)
                pump();
            else
                m_pumpTimer.start(retryStorageMs, [this] { pump(); });
        });
}

void PrintDispatcher::release(qint64 jobId)
{
    m_flights.erase(jobId);
}

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hub/hub.h"
#include "models/hub/printservice.h"
#include "models/runtime/mailbox.h"
#include "sync/client/scheduler.h"
#include "sync/integrations/deskreader.h"
#include "sync/integrations/printing/printsession.h"

#include <functional>
#include <map>
#include <memory>
#include <mutex>

namespace oshaq {

struct PrintOptions
{
    bool loopbackPrinters = false; ///< for tests
    bool anyDevice = false;        ///< for tests: any path as a device file
    PrintTimes times;
    qint64 firstPauseMs = 1'000; ///< after a failure; doubles
    qint64 longestPauseMs = 30'000;
    qint64 collectAfterMs = 20; ///< commits of this long are looked at together
    QString lpProgram = QStringLiteral("lp");
};

/// Brings the queue of print jobs to the printers. A job is noted as being sent, durably, before its first byte; one
/// that has no known end is printed once more and marked, and after that a person decides. Each printer prints one
/// paper at a time, in order, and none waits for another. Orders wait for nothing here: jobs are rows that their own
/// transaction wrote.
///
/// Lives on one thread with an event loop. The hub must outlive it; so must the writer answer what it was sent.
class PrintDispatcher
{
    Q_DISABLE_COPY_MOVE(PrintDispatcher)

public:
    PrintDispatcher(Hub &hub, Scheduler &scheduler, PrintOptions options);
    /// Drops what is on its way: the next one prints it once more, marked.
    ~PrintDispatcher();

    void start();

private:
    /// What other threads hold: it outlives the dispatcher and knows when that is gone.
    struct Door
    {
        std::mutex mutex;
        Mailbox *mailbox = nullptr;

        void post(std::function<void()> task);
    };

    /// A job on its way to a printer.
    struct Flight
    {
        PrintJob job;
        qint64 printerId = 0;
        QByteArray payload;
        std::unique_ptr<PrintSession> session;
    };

    /// How a printer is, as this process found it.
    struct Health
    {
        int failures = 0;
        qint64 pausedUntilMs = 0; ///< monotonic
    };

    void wake();
    void recover();
    void pump();
    void pumpPrinter(sql::Database &database, const Printer &printer, const std::vector<Printer> &all,
                     qint64 *soonestMs);
    const Printer *choose(const Printer &printer, const std::vector<Printer> &all, const PrintJob &job,
                          qint64 *soonestMs);
    bool launch(sql::Database &database, const PrintJob &job, const Printer &owner, const Printer &target);
    std::unique_ptr<PrintSession> sessionFor(const Printer &printer) const;
    void begin(qint64 jobId);
    void end(qint64 jobId, const PrintEnd &end);
    void note(const PrintAttempt &attempt);
    void expire(const PrintJob &job);
    void release(qint64 jobId);
    void submit(qint64 businessId, std::function<Result<WriteOutcome>(WriteContext &)> run,
                std::function<void(const Result<WriteOutcome> &)> then);
    bool isBusy(qint64 printerId) const;
    qint64 pauseOf(qint64 printerId) const;

    Hub &m_hub;
    DeskReader m_reader;
    Scheduler &m_scheduler;
    const PrintOptions m_options;
    Mailbox m_mailbox;
    std::shared_ptr<Door> m_door;
    int m_listener = 0;
    bool m_listening = false;
    bool m_recovered = false;
    std::map<qint64, Flight> m_flights; ///< by job, until its end is noted
    std::map<qint64, Health> m_health;  ///< by printer
    OneShot m_wakeTimer;
    OneShot m_pumpTimer;
};

} // namespace oshaq

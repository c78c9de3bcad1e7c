// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/printerport.h"
#include "tests/support/scriptedanswers.h"

#include <QStringList>

#include <map>
#include <vector>

namespace oshaq {

/// A PrinterPort without a hub: tests say what it knows and when it answers (see ScriptedAnswers). Papers stay queued
/// until the test says how they end.
class FakePrinterPort final : public PrinterPort
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FakePrinterPort)

public:
    using PrinterPort::PrinterPort;

    // What it knows.
    std::vector<Printer> known;
    std::vector<PrintJob> queue; ///< oldest first
    QByteArray paper;            ///< the preview; empty: one white picture of 576 x 400
    qint64 nowMs = 1'768'488'420'000;

    /// A network printer at 192.168.1.50; the rest can be changed through known.
    qint64 addPrinter(const QString &name);
    /// How a job ended; with a fault, its printer fails from now on.
    void finishJob(qint64 jobId, PrintJobState state, PrintFault fault = PrintFault::None, const QString &error = {});

    // When it answers.
    void answerAll() { m_answers.answerAll(); }
    void setImmediate(bool immediate) { m_answers.setImmediate(immediate); }
    void failNext(const PortFailure &failure) { m_answers.failNext(failure); }
    void setFailing(const std::optional<PortFailure> &failure) { m_answers.setFailing(failure); }
    int waiting() const { return m_answers.waiting(); }

    // What was asked: "printers", "savePrinter 0 Bar", "removePrinter 1", "printTest 1", "openDrawer 1",
    // "printOrder 7 receipt 1", "preview 7 ticket 0", "jobs open", "jobs all", "retryJob 5", "cancelJob 5", "cancel 4".
    QStringList calls;
    std::vector<Printer> saved;
    QStringList keys;

    PortCall printers(PortDone<std::vector<ListedPrinter>> done) override;
    PortCall savePrinter(const QString &key, const Printer &printer, PortDone<ListedPrinter> done) override;
    PortCall removePrinter(qint64 printerId, PortDone<PortNothing> done) override;
    PortCall printTest(const QString &key, qint64 printerId, PortDone<PrintJob> done) override;
    PortCall openDrawer(const QString &key, qint64 printerId, PortDone<PrintJob> done) override;
    PortCall printOrder(const QString &key, qint64 orderId, PrintJobKind kind, std::optional<qint64> printerId,
                        PortDone<std::vector<PrintJob>> done) override;
    PortCall preview(qint64 orderId, PrintJobKind kind, std::optional<qint64> printerId,
                     PortDone<PaperPreview> done) override;
    PortCall jobs(bool openOnly, PortDone<std::vector<PrintJob>> done) override;
    PortCall retryJob(const QString &key, qint64 jobId, PortDone<PrintJob> done) override;
    PortCall cancelJob(const QString &key, qint64 jobId, PortDone<PrintJob> done) override;
    void cancel(PortCall call) override;

private:
    Printer *find(qint64 printerId);
    PrintJob *findJob(qint64 jobId);
    ListedPrinter stateOf(const Printer &printer) const;
    PortAnswer<ListedPrinter> save(Printer printer);
    PortAnswer<PrintJob> once(const QString &key, const std::function<PortAnswer<PrintJob>()> &act);
    PortAnswer<PrintJob> addJob(qint64 printerId, PrintJobKind kind, std::optional<qint64> orderId = {});
    PortAnswer<PrintJob> moveJob(qint64 jobId, PrintJobState to);
    PortAnswer<PaperPreview> previewOf(std::optional<qint64> printerId);

    ScriptedAnswers m_answers;
    std::map<QString, qint64> m_byKey; ///< the job or printer that a key made
    qint64 m_nextId = 1;
};

} // namespace oshaq

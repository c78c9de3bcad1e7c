// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/printerport.h"
#include "sync/client/hubcalls.h"

namespace oshaq {

/// PrinterPort over the hub's API. How failures show: see HubCalls. Destroying it forgets every question.
class PrinterClient final : public PrinterPort
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PrinterClient)

public:
    PrinterClient(const HubEndpoint &endpoint, HttpTransport &transport, QObject *parent = nullptr);

    PortCall printers(PortDone<std::vector<ListedPrinter>> done) override;
    PortCall savePrinter(const QString &key, const Printer &printer, PortDone<ListedPrinter> done) override;
    PortCall removePrinter(qint64 printerId, PortDone<PortNothing> done) override;
    PortCall printTest(const QString &key, qint64 printerId, PortDone<PrintJob> done) override;
    PortCall openDrawer(const QString &key, qint64 printerId, PortDone<PrintJob> done) override;
    PortCall printOrder(const QString &key, qint64 orderId, PrintJobKind kind, std::optional<qint64> printerId,
                        PortDone<std::vector<PrintJob>> done) override;
    /// Without a printer: as the first one in use prints it that is set up for such papers. Asks which printers there
    /// are, then for the picture.
    PortCall preview(qint64 orderId, PrintJobKind kind, std::optional<qint64> printerId,
                     PortDone<PaperPreview> done) override;
    PortCall jobs(bool openOnly, PortDone<std::vector<PrintJob>> done) override;
    PortCall retryJob(const QString &key, qint64 jobId, PortDone<PrintJob> done) override;
    PortCall cancelJob(const QString &key, qint64 jobId, PortDone<PrintJob> done) override;
    void cancel(PortCall call) override;

    /// See HubCalls.
    void giveUp();

private:
    struct Paper
    {
        qint64 orderId = 0;
        PrintJobKind kind = PrintJobKind::Ticket;
        std::optional<qint64> printerId;
    };

    PortCall command(const QString &key, const QByteArray &path, PortDone<PrintJob> done);
    void askForPicture(PortCall call, const Paper &paper, const std::vector<ListedPrinter> &printers,
                       const PortDone<PaperPreview> &done);

    HubCalls m_calls;
};

} // namespace oshaq

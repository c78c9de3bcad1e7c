// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/printer.h"
#include "models/terminal/portcall.h"

#include <QByteArray>
#include <QObject>
#include <QString>

#include <optional>
#include <vector>

namespace oshaq {

/// A printer with how many papers wait for it.
struct ListedPrinter
{
    Printer printer;
    int queued = 0;

    bool operator==(const ListedPrinter &) const = default;
};

/// A paper as it would come out.
struct PaperPreview
{
    QByteArray png;
    QString printerName;
};

/// The hub's printers and their queue, as any screen may see and use them. Implemented in sync/client; faked in GUI
/// tests. GUI thread; nothing blocks. `key`: idempotency key, a UUID that stays the same when a person tries again.
class PrinterPort : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual PortCall printers(PortDone<std::vector<ListedPrinter>> done) = 0;
    /// With id 0: a new one. With an id: an edit, refused with VERSION_STALE when `version` is not the last one.
    virtual PortCall savePrinter(const QString &key, const Printer &printer, PortDone<ListedPrinter> done) = 0;
    virtual PortCall removePrinter(qint64 printerId, PortDone<PortNothing> done) = 0;

    /// A test page; the job, whose end is found in jobs().
    virtual PortCall printTest(const QString &key, qint64 printerId, PortDone<PrintJob> done) = 0;
    virtual PortCall openDrawer(const QString &key, qint64 printerId, PortDone<PrintJob> done) = 0;

    /// Ticket or Receipt of an order, marked as a reprint when it was printed before; no printer: those that are set up
    /// for it. Several jobs when several stations have tickets.
    virtual PortCall printOrder(const QString &key, qint64 orderId, PrintJobKind kind, std::optional<qint64> printerId,
                                PortDone<std::vector<PrintJob>> done) = 0;
    virtual PortCall preview(qint64 orderId, PrintJobKind kind, std::optional<qint64> printerId,
                             PortDone<PaperPreview> done) = 0;

    /// Newest first, at most 100; `openOnly`: those that are not over.
    virtual PortCall jobs(bool openOnly, PortDone<std::vector<PrintJob>> done) = 0;
    virtual PortCall retryJob(const QString &key, qint64 jobId, PortDone<PrintJob> done) = 0;
    virtual PortCall cancelJob(const QString &key, qint64 jobId, PortDone<PrintJob> done) = 0;

    /// It is forgotten: its `done` is not called any more. What it asked for may happen all the same.
    virtual void cancel(PortCall call) = 0;
};

} // namespace oshaq

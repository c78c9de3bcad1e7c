// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/printdocument.h"
#include "models/domain/printer.h"
#include "models/hub/orderservice.h"
#include "models/hub/printerstore.h"
#include "models/hub/writer.h"

#include <functional>
#include <optional>
#include <vector>

namespace oshaq {

/// What somebody sets of a printer. What has no value stays.
struct PrinterEdit
{
    std::optional<QString> name;
    std::optional<PrinterKind> kind;
    std::optional<QString> address;
    std::optional<int> width;
    std::optional<QString> language;
    std::optional<std::vector<qint64>> stations;
    std::optional<bool> printsTickets;
    std::optional<bool> printsReceipts;
    std::optional<bool> receiptOnCompletion;
    std::optional<bool> answersStatus;
    std::optional<bool> hasDrawer;
    std::optional<qint64> fallbackId; ///< 0: none any more
    std::optional<int> fallbackAfterSeconds;
    std::optional<bool> active;
    bool loopbackToo = false; ///< of addresses, for tests
};

/// How one attempt to print ended.
struct PrintAttempt
{
    qint64 businessId = 0;
    qint64 jobId = 0;
    qint64 printerId = 0; ///< that it went to
    bool ok = false;
    bool begun = false; ///< it was noted as being sent: a part of it, or all, may be on paper
    PrintFault fault = PrintFault::None;
    QString error; ///< English; empty: what printFaultAdvice() says
};

/// Commands on printers and jobs. What people do is journalled; how jobs fare is not.
namespace printwrites {

inline constexpr std::size_t maxPrinters = 20;

/// Outcome 201.
Result<WriteOutcome> create(WriteContext &context, const PrinterEdit &edit);
Result<WriteOutcome> edit(WriteContext &context, qint64 printerId, const PrinterEdit &edit, qint64 version);
/// What waits for it goes to its fallback, or is cancelled.
Result<WriteOutcome> remove(WriteContext &context, qint64 printerId, std::optional<qint64> version);

/// Each makes a job: outcome 201 with its id as the entity.
Result<WriteOutcome> test(WriteContext &context, qint64 printerId);
Result<WriteOutcome> drawer(WriteContext &context, qint64 printerId);
/// A ticket for each printer that prints some of it, or one paper at the printer that is named; marked as a reprint
/// when there was one before. The outcome names the first job; printjobstore::together() finds the others.
Result<WriteOutcome> order(WriteContext &context, const OrderRef &ref, PrintJobKind kind,
                           std::optional<qint64> printerId);
/// A paper of no order, at the printer that is named or at the first one that prints receipts; `document` makes it in
/// that printer's language.
Result<WriteOutcome> paper(WriteContext &context, PrintJobKind kind, std::optional<qint64> printerId,
                           const std::function<Result<PrintDocument>(const Printer &)> &document);
/// A failed or cancelled job goes into the queue again.
Result<WriteOutcome> retry(WriteContext &context, qint64 jobId);
/// A job that waits does not go out any more.
Result<WriteOutcome> cancel(WriteContext &context, qint64 jobId);

/// Before the first byte: refused when the job does not wait any more.
Result<WriteOutcome> begin(WriteContext &context, qint64 businessId, qint64 jobId, qint64 printerId);
Result<WriteOutcome> note(WriteContext &context, const PrintAttempt &attempt);
/// A job whose time is over.
Result<WriteOutcome> expire(WriteContext &context, qint64 businessId, qint64 jobId);
/// After a start, once: what was being sent when the hub stopped is printed once more, or looked at by a person.
Result<WriteOutcome> recover(WriteContext &context);

} // namespace printwrites

namespace printreads {

struct PrinterState
{
    Printer printer;
    int queued = 0;
};
Result<PrinterState> printer(sql::Database &database, qint64 businessId, qint64 printerId);
Result<std::vector<PrinterState>> printers(sql::Database &database, qint64 businessId);

struct JobPage
{
    std::vector<PrintJob> jobs;
    QString nextCursor; ///< empty: the last page
};
/// ValidationFailed for a cursor that is none.
Result<JobPage> jobs(sql::Database &database, qint64 businessId, PrintJobFilter filter, const QString &cursor);
Result<PrintJob> job(sql::Database &database, qint64 businessId, qint64 jobId);

/// The paper of an order as it would be printed now, at that printer or at one that prints everything in `language`.
Result<PrintDocument> preview(sql::Database &database, qint64 businessId, const OrderRef &ref, PrintJobKind kind,
                              std::optional<qint64> printerId, const QString &language, qint64 nowMs);

} // namespace printreads

/// Papers that orders cause by themselves: called by every write of an order, inside its transaction.
namespace orderprinting {

/// `before` and `after` one write. Sent to the kitchen: a ticket for each printer of its stations. Lines, note, allergy
/// or table changed after that, or cancelled: a ticket that says so. Completed: a receipt where a printer is set so.
/// Costs one look at an index when there is anything to tell, and nothing otherwise.
Result<void> changed(WriteContext &context, const Order &before, const Order &after);

/// `gone` went into `before`, which is `after` now. Lines that the kitchen has on paper under the other number are not
/// printed again; what it has not is printed as changed() would.
Result<void> joined(WriteContext &context, const Order &gone, const Order &before, const Order &after);

} // namespace orderprinting

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/printdocument.h"
#include "models/domain/printer.h"
#include "models/sql/database.h"

#include <QByteArray>

#include <vector>

namespace oshaq {

/// The tables of printers and of what they are to print.
namespace printerstore {

Result<Printer> find(sql::Database &database, qint64 businessId, qint64 printerId);
Result<std::vector<Printer>> list(sql::Database &database, qint64 businessId);
/// Of all businesses, those that were not removed.
Result<std::vector<Printer>> all(sql::Database &database);

/// Sets the id.
Result<void> insert(sql::Database &database, Printer *printer, qint64 nowMs);
/// What people set, and the version.
Result<void> update(sql::Database &database, const Printer &printer, qint64 nowMs);
/// How it was when it was last used.
Result<void> updateHealth(sql::Database &database, const Printer &printer);
/// Nothing falls back on it any more.
Result<void> remove(sql::Database &database, qint64 printerId, qint64 nowMs);
QByteArray digest(const Printer &printer);

} // namespace printerstore

struct PrintJobFilter
{
    std::optional<qint64> printerId;
    std::optional<qint64> orderId;
    std::vector<PrintJobState> states; ///< empty: all
    qint64 beforeId = 0; ///< 0: from the newest
    int limit = 50;
};

namespace printjobstore {

Result<PrintJob> find(sql::Database &database, qint64 businessId, qint64 jobId);
/// Newest first.
Result<std::vector<PrintJob>> list(sql::Database &database, qint64 businessId, const PrintJobFilter &filter);
/// Those that were asked for together with this one.
Result<std::vector<PrintJob>> together(sql::Database &database, const PrintJob &job);
/// What waits for a printer, in the order in which it goes out.
Result<std::vector<PrintJob>> queued(sql::Database &database, qint64 printerId, int limit);
Result<int> countQueued(sql::Database &database, qint64 printerId);
/// Was such a paper of the order printed, or will it be?
Result<bool> exists(sql::Database &database, qint64 businessId, qint64 orderId, PrintJobKind kind);
Result<PrintDocument> document(sql::Database &database, qint64 jobId);

/// Sets the id.
Result<void> insert(sql::Database &database, PrintJob *job, const QByteArray &document);
/// Everything but the document.
Result<void> update(sql::Database &database, const PrintJob &job);
/// Of all businesses: what was being sent when nobody could note its end any more.
Result<std::vector<PrintJob>> interrupted(sql::Database &database);
/// Jobs that were over before `beforeMs`, some at a time: papers hold names and addresses.
Result<void> removeOld(sql::Database &database, qint64 beforeMs);
/// Hands what waits for a printer that goes to another one.
Result<void> moveQueued(sql::Database &database, qint64 printerId, qint64 toPrinterId);
/// Cancels what waits for a printer that goes.
Result<void> cancelQueued(sql::Database &database, qint64 printerId, qint64 nowMs);

} // namespace printjobstore

} // namespace oshaq

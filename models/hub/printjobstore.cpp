// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/printerstore.h"
#include "models/hub/sqlvalues.h"

namespace oshaq {

namespace {

Result<std::vector<PrintJob>> readJobs(sql::Database &database, const QString &where, const QVariantList &values)
{
    auto rows = database.query(
        QStringLiteral("SELECT j.job_id, j.business_id, j.printer_id, j.sent_to, j.order_id, o.number, j.kind, j.state,"
                       " j.language, j.reprint, j.broken, j.attempts, j.fault, j.error, j.created_at, j.give_up_at,"
                       " j.started_at, j.finished_at FROM print_jobs j LEFT JOIN orders o ON o.order_id = j.order_id"
                       " WHERE ") +
            where,
        values);
    if (!rows)
        return rows.error();
    std::vector<PrintJob> jobs;
    while (rows->next()) {
        PrintJob one;
        one.id = rows->integer(0);
        one.businessId = rows->integer(1);
        one.printerId = rows->integer(2);
        one.sentToId = hubsql::readOptionalId(*rows, 3);
        one.orderId = hubsql::readOptionalId(*rows, 4);
        one.orderNumber = rows->text(5);
        one.kind = printJobKindFromText(rows->text(6)).value_or(PrintJobKind::Ticket);
        one.state = printJobStateFromText(rows->text(7)).value_or(PrintJobState::Failed);
        one.language = rows->text(8);
        one.reprint = rows->integer(9) != 0;
        one.broken = int(rows->integer(10));
        one.attempts = int(rows->integer(11));
        one.fault = printFaultFromText(rows->text(12));
        one.error = rows->text(13);
        one.createdAtMs = rows->integer(14);
        one.giveUpAtMs = rows->integer(15);
        one.startedAtMs = rows->integer(16);
        one.finishedAtMs = rows->integer(17);
        jobs.push_back(std::move(one));
    }
    if (rows->failed())
        return hubsql::readFailed();
    return jobs;
}

Result<qint64> number(sql::Database &database, const QString &sql, const QVariantList &values)
{
    auto row = database.query(sql, values);
    if (!row)
        return row.error();
    const auto found = hubsql::nextRow(*row);
    if (!found)
        return found.error();
    return *found ? row->integer(0) : qint64{0};
}

} // namespace

Result<PrintJob> printjobstore::find(sql::Database &database, qint64 businessId, qint64 jobId)
{
    auto found = readJobs(database, QStringLiteral("j.job_id = ? AND j.business_id = ?"), {jobId, businessId});
    if (!found)
        return found.error();
    if (found->empty())
        return Error{ErrorCode::NotFound, QStringLiteral("There is no such print job."), {}};
    return std::move(found->front());
}

Result<std::vector<PrintJob>> printjobstore::list(sql::Database &database, qint64 businessId,
                                                  const PrintJobFilter &filter)
{
    QString where = QStringLiteral("j.business_id = ?");
    QVariantList values{businessId};
    const auto narrow = [&](const QString &condition, const QVariant &value) {
        where += condition;
        values << value;
    };
    if (filter.printerId)
        narrow(QStringLiteral(" AND j.printer_id = ?"), *filter.printerId);
    if (filter.orderId)
        narrow(QStringLiteral(" AND j.order_id = ?"), *filter.orderId);
    if (!filter.states.empty()) {
        QStringList marks;
        for (const PrintJobState state : filter.states) {
            marks << QStringLiteral("?");
            values << printJobStateText(state);
        }
        where += QStringLiteral(" AND j.state IN (%1)").arg(marks.join(u','));
    }
    if (filter.beforeId > 0)
        narrow(QStringLiteral(" AND j.job_id < ?"), filter.beforeId);
    narrow(QStringLiteral(" ORDER BY j.job_id DESC LIMIT ?"), filter.limit);
    return readJobs(database, where, values);
}

Result<std::vector<PrintJob>> printjobstore::together(sql::Database &database, const PrintJob &job)
{
    if (!job.orderId)
        return std::vector<PrintJob>{job};
    return readJobs(database,
                    QStringLiteral("j.order_id = ? AND j.kind = ? AND j.created_at = ? AND j.reprint = ?"
                                   " ORDER BY j.job_id"),
                    {*job.orderId, printJobKindText(job.kind), job.createdAtMs, job.reprint ? 1 : 0});
}

Result<std::vector<PrintJob>> printjobstore::queued(sql::Database &database, qint64 printerId, int limit)
{
    // Somebody stands beside the printer and waits for a test page, or before the drawer. Both conditions on the state:
    // the first is that of the index of open jobs.
    return readJobs(database,
                    QStringLiteral("j.printer_id = ? AND j.state IN ('queued', 'sending') AND j.state = 'queued'"
                                   " ORDER BY j.kind IN ('test', 'drawer') DESC, j.job_id LIMIT ?"),
                    {printerId, limit});
}

Result<int> printjobstore::countQueued(sql::Database &database, qint64 printerId)
{
    const auto count = number(database,
                              QStringLiteral("SELECT count(*) FROM print_jobs WHERE printer_id = ?"
                                             " AND state IN ('queued', 'sending')"),
                              {printerId});
    if (!count)
        return count.error();
    return int(*count);
}

Result<bool> printjobstore::exists(sql::Database &database, qint64 businessId, qint64 orderId, PrintJobKind kind)
{
    const auto count = number(database,
                              QStringLiteral("SELECT count(*) FROM print_jobs WHERE order_id = ? AND +business_id = ?"
                                             " AND kind = ? AND state IN ('queued', 'sending', 'printed')"),
                              {orderId, businessId, printJobKindText(kind)});
    if (!count)
        return count.error();
    return *count > 0;
}

Result<PrintDocument> printjobstore::document(sql::Database &database, qint64 jobId)
{
    auto row = database.query(
        QStringLiteral("SELECT oshaq_open('print_jobs.document', document) FROM print_jobs WHERE job_id = ?"), {jobId});
    if (!row)
        return row.error();
    const auto found = hubsql::nextRow(*row);
    if (!found)
        return found.error();
    if (!*found)
        return Error{ErrorCode::NotFound, QStringLiteral("There is no such print job."), {}};
    return printDocumentFromJson(row->bytes(0));
}

Result<void> printjobstore::insert(sql::Database &database, PrintJob *job, const QByteArray &document)
{
    auto inserted = database.query(
        QStringLiteral("INSERT INTO print_jobs (business_id, printer_id, order_id, kind, state, language, reprint,"
                       " document, created_at, give_up_at) VALUES (?, ?, ?, ?, ?, ?, ?,"
                       " oshaq_seal('print_jobs.document', ?), ?, ?)"),
        {job->businessId, job->printerId, hubsql::optionalId(job->orderId), printJobKindText(job->kind),
         printJobStateText(job->state), job->language, job->reprint ? 1 : 0, document, job->createdAtMs,
         job->giveUpAtMs});
    if (!inserted)
        return inserted.error();
    job->id = inserted->lastInsertId();
    return {};
}

Result<void> printjobstore::update(sql::Database &database, const PrintJob &job)
{
    return database.run(QStringLiteral("UPDATE print_jobs SET sent_to = ?, state = ?, broken = ?, attempts = ?,"
                                       " fault = ?, error = ?, give_up_at = ?, started_at = ?, finished_at = ?"
                                       " WHERE job_id = ?"),
                        {hubsql::optionalId(job.sentToId), printJobStateText(job.state), job.broken, job.attempts,
                         printFaultText(job.fault), job.error, job.giveUpAtMs, job.startedAtMs, job.finishedAtMs,
                         job.id});
}

Result<std::vector<PrintJob>> printjobstore::interrupted(sql::Database &database)
{
    return readJobs(database,
                    QStringLiteral("j.state IN ('queued', 'sending') AND j.state = 'sending' ORDER BY +j.job_id"), {});
}

Result<void> printjobstore::removeOld(sql::Database &database, qint64 beforeMs)
{
    return database.run(QStringLiteral("DELETE FROM print_jobs WHERE job_id IN (SELECT job_id FROM print_jobs"
                                       " WHERE finished_at > 0 AND finished_at < ? ORDER BY finished_at LIMIT 100)"),
                        {beforeMs});
}

Result<void> printjobstore::moveQueued(sql::Database &database, qint64 printerId, qint64 toPrinterId)
{
    // What is tried at one printer only is of no use at another.
    return database.run(QStringLiteral("UPDATE print_jobs SET printer_id = ? WHERE printer_id = ? AND state = 'queued'"
                                       " AND kind NOT IN ('test', 'drawer')"),
                        {toPrinterId, printerId});
}

Result<void> printjobstore::cancelQueued(sql::Database &database, qint64 printerId, qint64 nowMs)
{
    return database.run(QStringLiteral("UPDATE print_jobs SET state = 'cancelled', finished_at = ? WHERE printer_id = ?"
                                       " AND state = 'queued'"),
                        {nowMs, printerId});
}

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/printerstore.h"

#include "models/hub/canonicalhash.h"
#include "models/hub/sqlvalues.h"

namespace oshaq {

namespace {

QString stationsText(const std::vector<qint64> &stations)
{
    QStringList ids;
    for (const qint64 id : stations)
        ids << QString::number(id);
    return ids.join(u' ');
}

Result<std::vector<Printer>> readPrinters(sql::Database &database, const QString &where, const QVariantList &values)
{
    auto rows = database.query(
        QStringLiteral("SELECT printer_id, business_id, name, kind, address, width, language, stations,"
                       " prints_tickets, prints_receipts, receipt_on_completion, answers_status, has_drawer,"
                       " fallback_id, fallback_after, active, failing_since, fault, error, last_ok_at, version,"
                       " created_at FROM printers WHERE deleted_at IS NULL ") +
            where,
        values);
    if (!rows)
        return rows.error();
    std::vector<Printer> printers;
    while (rows->next()) {
        Printer one;
        one.id = rows->integer(0);
        one.businessId = rows->integer(1);
        one.name = rows->text(2);
        one.kind = printerKindFromText(rows->text(3)).value_or(PrinterKind::Network);
        one.address = rows->text(4);
        one.width = int(rows->integer(5));
        one.language = rows->text(6);
        for (const QString &id : rows->text(7).split(u' ', Qt::SkipEmptyParts))
            one.stations.push_back(id.toLongLong());
        one.printsTickets = rows->integer(8) != 0;
        one.printsReceipts = rows->integer(9) != 0;
        one.receiptOnCompletion = rows->integer(10) != 0;
        one.answersStatus = rows->integer(11) != 0;
        one.hasDrawer = rows->integer(12) != 0;
        one.fallbackId = hubsql::readOptionalId(*rows, 13);
        one.fallbackAfterSeconds = int(rows->integer(14));
        one.active = rows->integer(15) != 0;
        one.failingSinceMs = hubsql::readOptionalId(*rows, 16);
        one.fault = printFaultFromText(rows->text(17));
        one.error = rows->text(18);
        one.lastOkAtMs = rows->integer(19);
        one.version = rows->integer(20);
        one.createdAtMs = rows->integer(21);
        printers.push_back(std::move(one));
    }
    if (rows->failed())
        return hubsql::readFailed();
    return printers;
}

QVariantList settingsOf(const Printer &printer)
{
    return {printer.name,
            printerKindText(printer.kind),
            printer.address,
            printer.width,
            printer.language,
            stationsText(printer.stations),
            printer.printsTickets ? 1 : 0,
            printer.printsReceipts ? 1 : 0,
            printer.receiptOnCompletion ? 1 : 0,
            printer.answersStatus ? 1 : 0,
            printer.hasDrawer ? 1 : 0,
            hubsql::optionalId(printer.fallbackId),
            printer.fallbackAfterSeconds,
            printer.active ? 1 : 0,
            printer.version};
}

} // namespace

Result<Printer> printerstore::find(sql::Database &database, qint64 businessId, qint64 printerId)
{
    auto found =
        readPrinters(database, QStringLiteral("AND printer_id = ? AND business_id = ?"), {printerId, businessId});
    if (!found)
        return found.error();
    if (found->empty())
        return Error{ErrorCode::NotFound, QStringLiteral("There is no such printer."), {}};
    return std::move(found->front());
}

Result<std::vector<Printer>> printerstore::list(sql::Database &database, qint64 businessId)
{
    return readPrinters(database, QStringLiteral("AND business_id = ? ORDER BY printer_id"), {businessId});
}

Result<std::vector<Printer>> printerstore::all(sql::Database &database)
{
    return readPrinters(database, QStringLiteral("ORDER BY printer_id"), {});
}

Result<void> printerstore::insert(sql::Database &database, Printer *printer, qint64 nowMs)
{
    auto inserted = database.query(
        QStringLiteral("INSERT INTO printers (name, kind, address, width, language, stations, prints_tickets,"
                       " prints_receipts, receipt_on_completion, answers_status, has_drawer, fallback_id,"
                       " fallback_after, active, version, business_id, created_at, updated_at)"
                       " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        settingsOf(*printer) + QVariantList{printer->businessId, nowMs, nowMs});
    if (!inserted)
        return inserted.error();
    printer->id = inserted->lastInsertId();
    printer->createdAtMs = nowMs;
    return {};
}

Result<void> printerstore::update(sql::Database &database, const Printer &printer, qint64 nowMs)
{
    return database.run(
        QStringLiteral("UPDATE printers SET name = ?, kind = ?, address = ?, width = ?, language = ?, stations = ?,"
                       " prints_tickets = ?, prints_receipts = ?, receipt_on_completion = ?, answers_status = ?,"
                       " has_drawer = ?, fallback_id = ?, fallback_after = ?, active = ?, version = ?, updated_at = ?"
                       " WHERE printer_id = ?"),
        settingsOf(printer) + QVariantList{nowMs, printer.id});
}

Result<void> printerstore::updateHealth(sql::Database &database, const Printer &printer)
{
    return database.run(
        QStringLiteral(
            "UPDATE printers SET failing_since = ?, fault = ?, error = ?, last_ok_at = ? WHERE printer_id = ?"),
        {hubsql::optionalId(printer.failingSinceMs), printFaultText(printer.fault), printer.error, printer.lastOkAtMs,
         printer.id});
}

Result<void> printerstore::remove(sql::Database &database, qint64 printerId, qint64 nowMs)
{
    if (auto freed = database.run(
            QStringLiteral("UPDATE printers SET fallback_id = NULL, version = version + 1 WHERE fallback_id = ?"),
            {printerId});
        !freed)
        return freed;
    return database.run(QStringLiteral("UPDATE printers SET deleted_at = ?, active = 0 WHERE printer_id = ?"),
                        {nowMs, printerId});
}

QByteArray printerstore::digest(const Printer &printer)
{
    CanonicalHash hash("oshaq.printer.1");
    hash.add(printer.id).add(printer.name).add(printerKindText(printer.kind)).add(printer.address);
    hash.add(qint64{printer.width}).add(printer.language).add(stationsText(printer.stations));
    for (const bool flag : {printer.printsTickets, printer.printsReceipts, printer.receiptOnCompletion,
                            printer.answersStatus, printer.hasDrawer, printer.active})
        hash.add(qint64{flag ? 1 : 0});
    return hash.add(printer.fallbackId).add(qint64{printer.fallbackAfterSeconds}).add(printer.version).result();
}

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/orderprinting.h"

#include "models/hub/businessstore.h"
#include "models/hub/catalogstore.h"
#include "models/hub/paperlanguage.h"
#include "models/hub/paymentstore.h"

#include <algorithm>

namespace oshaq {

namespace {

/// The kitchen knows of it.
bool isSent(OrderStatus status)
{
    return status != OrderStatus::New && status != OrderStatus::Cancelled;
}

/// Reading a time zone takes longer than all the rest; a hub has one or two of them.
const QTimeZone &zoneOf(const QString &name)
{
    thread_local QString lastName;
    thread_local QTimeZone last = QTimeZone::utc();
    if (name != lastName) {
        const QTimeZone found(name.toLatin1());
        last = found.isValid() ? found : QTimeZone::utc();
        lastName = name;
    }
    return last;
}

KitchenChange difference(const Order &before, const Order &after)
{
    KitchenChange change;
    change.order = after;
    change.cancelled = after.status == OrderStatus::Cancelled;
    for (const OrderLine &line : after.lines) {
        const auto known = std::find_if(before.lines.begin(), before.lines.end(),
                                        [&line](const OrderLine &one) { return one.id == line.id; });
        const bool wasVoided = known != before.lines.end() && known->status == LineStatus::Voided;
        const bool isNew = known == before.lines.end() || (wasVoided && line.status == LineStatus::Queued);
        // Whoever starts a held line needs no paper to be told of it.
        if (!isNew && known->isHeld() && !line.isHeld() && line.status == LineStatus::Queued && !change.cancelled)
            change.fired.push_back(line);
        if (line.status == LineStatus::Voided ? known != before.lines.end() && !wasVoided : change.cancelled)
            change.voided.push_back(line);
        else if (line.status != LineStatus::Voided && isNew)
            change.added.push_back(line);
    }
    if (!change.cancelled) {
        change.rush = after.priority && !before.priority;
        change.note = before.note != after.note;
        change.allergy = before.allergy != after.allergy;
        change.table = before.table != after.table;
    }
    return change;
}

std::vector<OrderLine> servedBy(const Printer &printer, const std::vector<OrderLine> &lines)
{
    std::vector<OrderLine> served;
    std::copy_if(lines.begin(), lines.end(), std::back_inserter(served),
                 [&printer](const OrderLine &line) { return printer.serves(line.stationId); });
    return served;
}

/// What of it concerns this printer: empty when nothing does.
KitchenChange partFor(const Printer &printer, const KitchenChange &whole)
{
    KitchenChange part = whole;
    part.added = servedBy(printer, whole.added);
    part.voided = servedBy(printer, whole.voided);
    part.fired = servedBy(printer, whole.fired);
    // A kitchen that makes nothing of the order need not know where it goes.
    const bool makesSome = !orderprinting::linesFor(printer, whole.order.lines).empty();
    part.rush = part.rush && makesSome;
    part.note = part.note && makesSome;
    part.allergy = part.allergy && makesSome;
    part.table = part.table && makesSome;
    part.cancelled = part.cancelled && !part.voided.empty();
    return part;
}

Result<void> queueTicket(WriteContext &context, orderprinting::Papers &papers, const Printer &printer,
                         const Order &order)
{
    const auto lines = orderprinting::linesFor(printer, order.lines);
    if (lines.empty())
        return {};
    const auto document = orderprinting::ticket(papers, printer, order, lines);
    if (!document)
        return document.error();
    const auto job = orderprinting::queue(context, printer, &order, PrintJobKind::Ticket, false, *document);
    if (!job)
        return job.error();
    return {};
}

Result<void> queueChange(WriteContext &context, orderprinting::Papers &papers, const Printer &printer,
                         const KitchenChange &whole)
{
    KitchenChange part = partFor(printer, whole);
    if (part.isEmpty())
        return {};
    const auto setting = papers.setting(printer.language);
    if (!setting)
        return setting.error();
    const auto stations = papers.stationsOf(printer);
    if (!stations)
        return stations.error();
    part.stations = *stations;
    const auto job = orderprinting::queue(context, printer, &part.order, PrintJobKind::Change, false,
                                          changeTicketDocument(part, *setting));
    if (!job)
        return job.error();
    return {};
}

} // namespace

Result<Business> orderprinting::Papers::business()
{
    if (!m_business) {
        const auto found = businessstore::find(m_database, m_businessId);
        if (!found)
            return found.error();
        m_business = *found;
    }
    return *m_business;
}

Result<PaperSetting> orderprinting::Papers::setting(const QString &language)
{
    const auto owner = business();
    if (!owner)
        return owner.error();
    PaperSetting setting;
    setting.language = paperLanguage(language);
    setting.zone = zoneOf(owner->timeZone);
    setting.nowMs = m_nowMs;
    return setting;
}

Result<QString> orderprinting::Papers::stationsOf(const Printer &printer)
{
    if (printer.stations.empty())
        return QString();
    if (!m_stations) {
        auto found = catalogstore::stations(m_database, m_businessId);
        if (!found)
            return found.error();
        m_stations = std::move(*found);
    }
    QStringList names;
    for (const Station &station : *m_stations) {
        if (printer.serves(station.id))
            names << station.name;
    }
    return names.join(QStringLiteral(", "));
}

std::vector<OrderLine> orderprinting::linesFor(const Printer &printer, const std::vector<OrderLine> &lines)
{
    std::vector<OrderLine> served;
    for (const OrderLine &line : lines) {
        if (line.status != LineStatus::Voided && printer.serves(line.stationId))
            served.push_back(line);
    }
    return served;
}

Result<PrintDocument> orderprinting::ticket(Papers &papers, const Printer &printer, const Order &order,
                                            const std::vector<OrderLine> &lines)
{
    const auto setting = papers.setting(printer.language);
    if (!setting)
        return setting.error();
    const auto stations = papers.stationsOf(printer);
    if (!stations)
        return stations.error();
    return kitchenTicketDocument({order, lines, *stations}, *setting);
}

Result<PrintDocument> orderprinting::receipt(sql::Database &database, Papers &papers, const Printer &printer,
                                             const Order &order)
{
    const auto setting = papers.setting(printer.language);
    if (!setting)
        return setting.error();
    const auto business = papers.business();
    if (!business)
        return business.error();
    const auto payments = paymentstore::ofOrder(database, order.businessId, order.id);
    if (!payments)
        return payments.error();
    return receiptDocument(*business, order, *payments, *setting);
}

Result<PrintJob> orderprinting::queue(WriteContext &context, const Printer &printer, const Order *order,
                                      PrintJobKind kind, bool reprint, const PrintDocument &document)
{
    PrintJob job;
    job.businessId = printer.businessId;
    job.printerId = printer.id;
    if (order) {
        job.orderId = order->id;
        job.orderNumber = order->number;
    }
    job.kind = kind;
    job.language = printer.language;
    job.reprint = reprint;
    job.createdAtMs = context.nowMs;
    job.giveUpAtMs = context.nowMs + (isTriedOnce(kind) ? printOncePatienceMs : printPatienceMs);
    if (const auto inserted = printjobstore::insert(context.database, &job, printDocumentJson(document)); !inserted)
        return inserted.error();
    return job;
}

Result<void> orderprinting::joined(WriteContext &context, const Order &gone, const Order &before, const Order &after)
{
    if (!isSent(gone.status))
        return changed(context, before, after);
    // As if the lines that are on paper had always been there.
    Order known = before;
    for (const OrderLine &line : after.lines) {
        if (std::none_of(before.lines.begin(), before.lines.end(),
                         [&line](const OrderLine &one) { return one.id == line.id; }))
            known.lines.push_back(line);
    }
    if (isSent(before.status))
        return changed(context, known, after);
    // Sent by being joined: only its own lines are news.
    Order own = after;
    own.lines = before.lines;
    return changed(context, before, own);
}

Result<void> orderprinting::changed(WriteContext &context, const Order &before, const Order &after)
{
    const bool isNewlySent = !isSent(before.status) && isSent(after.status);
    const bool isCompleted = before.status != OrderStatus::Completed && after.status == OrderStatus::Completed;
    const KitchenChange change = isSent(before.status) && !isNewlySent ? difference(before, after) : KitchenChange{};
    if (!isNewlySent && !isCompleted && change.isEmpty())
        return {};
    const auto printers = printerstore::list(context.database, after.businessId);
    if (!printers)
        return printers.error();
    Papers papers(context.database, after.businessId, context.nowMs);
    for (const Printer &printer : *printers) {
        if (!printer.active)
            continue;
        if (printer.printsTickets) {
            auto queued = isNewlySent ? queueTicket(context, papers, printer, after)
                                            : queueChange(context, papers, printer, change);
            if (!queued)
                return queued;
        }
        if (isCompleted && printer.printsReceipts && printer.receiptOnCompletion) {
            const auto document = receipt(context.database, papers, printer, after);
            if (!document)
                return document.error();
            const auto job = queue(context, printer, &after, PrintJobKind::Receipt, false, *document);
            if (!job)
                return job.error();
        }
    }
    return {};
}

} // namespace oshaq

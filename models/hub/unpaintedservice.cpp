// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/unpaintedservice.h"

#include "models/hub/catalogstore.h"
#include "models/hub/orderprinting.h"
#include "models/hub/orderstore.h"
#include "models/hub/settingsservice.h"
#include "models/hub/unpaintedstore.h"

#include <algorithm>

namespace oshaq {

namespace {

Result<std::optional<Printer>> printerFor(WriteContext &context, qint64 stationId)
{
    const qint64 businessId = context.principal.businessId;
    const auto printers = printerstore::list(context.database, businessId);
    if (!printers)
        return printers.error();
    const auto wanted = settingsreads::one(context.database, businessId, QLatin1String(settingkeys::fallbackPrinter));
    if (!wanted)
        return wanted.error();
    const QString name = std::get<QString>(*wanted).trimmed();
    const auto first = [&printers](auto isMeant) -> std::optional<Printer> {
        const auto found = std::find_if(printers->begin(), printers->end(),
                                        [&](const Printer &one) { return one.active && isMeant(one); });
        return found == printers->end() ? std::nullopt : std::optional(*found);
    };
    std::optional<Printer> printer;
    if (!name.isEmpty())
        printer = first([&name](const Printer &one) { return one.name.compare(name, Qt::CaseInsensitive) == 0; });
    // A name that fits no printer any more must not cost the paper.
    if (!printer)
        printer = first([stationId](const Printer &one) { return one.printsTickets && one.serves(stationId); });
    if (!printer)
        printer = first([](const Printer &one) { return one.printsTickets; });
    return printer;
}

Result<std::optional<qint64>> queuePaper(WriteContext &context, const WatchedOrder &watched, const UnseenTicket &ticket,
                                         const std::vector<Station> &stations, const std::vector<qint64> &stationIds)
{
    const auto printer = printerFor(context, ticket.stationId);
    if (!printer)
        return printer.error();
    if (!*printer)
        return std::optional<qint64>();
    const auto order = orderstore::find(context.database, context.principal.businessId, OrderRef{watched.id, {}});
    if (!order)
        return order.error();
    const std::vector<qint64> wanted = paintwatch::linesToMake(watched, ticket, stationIds);
    KitchenTicket paper{*order, {}, {}};
    std::copy_if(
        order->lines.begin(), order->lines.end(), std::back_inserter(paper.lines),
        [&wanted](const OrderLine &line) { return std::find(wanted.begin(), wanted.end(), line.id) != wanted.end(); });
    const auto station = std::find_if(stations.begin(), stations.end(),
                                      [&ticket](const Station &one) { return one.id == ticket.stationId; });
    if (station != stations.end())
        paper.stations = station->name;
    // Whoever has a paper of it already must see that this is the same food.
    const auto before = printjobstore::exists(context.database, order->businessId, order->id, PrintJobKind::Ticket);
    if (!before)
        return before.error();
    orderprinting::Papers papers(context.database, order->businessId, context.nowMs);
    const auto setting = papers.setting((*printer)->language);
    if (!setting)
        return setting.error();
    const auto job = orderprinting::queue(context, **printer, &*order, PrintJobKind::Ticket, *before,
                                          kitchenTicketDocument(paper, *setting));
    if (!job)
        return job.error();
    return std::optional(job->id);
}

} // namespace

Result<WriteOutcome> unpaintedwrites::raise(WriteContext &context, qint64 orderId, const UnseenTicket &ticket)
{
    const qint64 businessId = context.principal.businessId;
    WriteOutcome outcome;
    outcome.entity = EntityKind::Order;
    outcome.entityId = orderId;
    const auto isRaised = unpaintedstore::isRaised(context.database, orderId, ticket);
    if (!isRaised)
        return isRaised.error();
    if (*isRaised)
        return outcome;
    const auto watched = unpaintedstore::order(context.database, businessId, orderId);
    if (!watched)
        return watched.error();
    if (!*watched)
        return outcome;
    const auto stations = catalogstore::stations(context.database, businessId);
    if (!stations)
        return stations.error();
    std::vector<qint64> stationIds;
    for (const Station &station : *stations)
        stationIds.push_back(station.id);
    const auto unseen = paintwatch::unseenTickets(**watched, stationIds);
    const bool isStill = std::any_of(unseen.begin(), unseen.end(), [&ticket](const UnseenTicket &one) {
        return one.stationId == ticket.stationId && one.firstLineId == ticket.firstLineId;
    });
    if (!isStill)
        return outcome;
    const auto jobId = queuePaper(context, **watched, ticket, *stations, stationIds);
    if (!jobId)
        return jobId.error();
    if (const auto noted = unpaintedstore::insert(context.database, businessId, orderId, ticket, *jobId, context.nowMs);
        !noted)
        return noted.error();
    outcome.code = 201;
    return outcome;
}

} // namespace oshaq

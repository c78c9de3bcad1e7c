// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kitchen/tickettext.h"

#include "models/domain/quantity.h"

#include <QLocale>

#include <algorithm>

namespace oshaq {

namespace {

constexpr qint64 minuteMs = 60 * 1000;
// Lines are written one after the other with the order; an addition is somebody coming back to it.
constexpr qint64 addedLaterMs = 5 * 1000;

} // namespace

bool isOpen(const OrderLine &line)
{
    return line.status == LineStatus::Queued || line.status == LineStatus::Started;
}

bool isAddedLater(const Ticket &ticket, const OrderLine &line)
{
    return line.addedAtMs > ticket.order.placedAtMs + addedLaterMs;
}

Urgency urgencyOf(const Ticket &ticket, qint64 nowMs)
{
    if (ticket.order.status == OrderStatus::Ready)
        return Urgency::Ready;
    if (ticket.lateAtMs > 0 && nowMs >= ticket.lateAtMs)
        return Urgency::Late;
    if (ticket.soonAtMs > 0 && nowMs >= ticket.soonAtMs)
        return Urgency::Soon;
    return Urgency::InTime;
}

TicketAction actionOf(const Ticket &ticket)
{
    if (ticket.order.status == OrderStatus::Ready)
        return TicketAction::HandOver;
    const auto has = [&](LineStatus status) {
        return std::any_of(ticket.lines.begin(), ticket.lines.end(),
                           [status](const OrderLine &line) { return line.status == status; });
    };
    if (!has(LineStatus::Queued) && !has(LineStatus::Started)) {
        // Nothing open here. If nothing is open anywhere, a bump makes the order ready; otherwise others are at it.
        const bool openElsewhere = std::any_of(ticket.order.lines.begin(), ticket.order.lines.end(), isOpen);
        return !openElsewhere && has(LineStatus::Done) ? TicketAction::Bump : TicketAction::None;
    }
    const bool untouched = !has(LineStatus::Started) && !has(LineStatus::Done);
    if (untouched && (ticket.order.status == OrderStatus::New || ticket.order.status == OrderStatus::Accepted))
        return TicketAction::Start;
    return TicketAction::Bump;
}

QString TicketText::duration(qint64 milliseconds)
{
    const qint64 seconds = std::max<qint64>(0, milliseconds) / 1000;
    if (seconds < 3600)
        return QStringLiteral("%1:%2").arg(seconds / 60).arg(seconds % 60, 2, 10, QLatin1Char('0'));
    //: Hours and minutes of a ticket's age; the unit tells it from minutes and seconds
    return tr("%1 h").arg(QStringLiteral("%1:%2").arg(seconds / 3600).arg(seconds / 60 % 60, 2, 10, QLatin1Char('0')));
}

QString TicketText::timer(const Ticket &ticket, qint64 nowMs)
{
    const bool ready = ticket.order.status == OrderStatus::Ready && ticket.order.statusAtMs > 0;
    return duration(nowMs - (ready ? ticket.order.statusAtMs : ticket.order.placedAtMs));
}

QString TicketText::state(const Ticket &ticket, qint64 nowMs)
{
    switch (urgencyOf(ticket, nowMs)) {
    case Urgency::Ready:
        return tr("Ready");
    case Urgency::Late: {
        const qint64 minutes = (nowMs - ticket.lateAtMs) / minuteMs;
        //: State of a ticket that is past its time; keep it short and in capitals
        return minutes == 0 ? tr("LATE") : tr("LATE +%1 min").arg(minutes);
    }
    case Urgency::Soon:
        if (ticket.lateAtMs > 0)
            return tr("%1 min left").arg((ticket.lateAtMs - nowMs + minuteMs - 1) / minuteMs);
        break;
    case Urgency::InTime:
        break;
    }
    switch (ticket.order.status) {
    case OrderStatus::New:
        return tr("New");
    case OrderStatus::Accepted:
        return tr("Accepted");
    default:
        return tr("Preparing");
    }
}

QStringList TicketText::widestStates()
{
    return {tr("Ready"),    tr("LATE +%1 min").arg(88), tr("%1 min left").arg(88), tr("New"), tr("Accepted"),
            tr("Preparing")};
}

QString TicketText::where(Fulfilment fulfilment, const QString &table)
{
    switch (fulfilment) {
    case Fulfilment::DineIn:
        return table.isEmpty() ? tr("Dine-in") : tr("Table %1").arg(table);
    case Fulfilment::Pickup:
        return tr("Pickup");
    case Fulfilment::Delivery:
        return tr("Delivery");
    }
    return QString();
}

QString TicketText::where(const Ticket &ticket, const ZoneClock &clock)
{
    const Order &order = ticket.order;
    QStringList parts{where(order.fulfilment, order.table)};
    if (order.covers == 1)
        parts << tr("1 cover");
    else if (order.covers > 1)
        parts << tr("%n covers", nullptr, order.covers);
    if (!order.address.isEmpty() && order.fulfilment == Fulfilment::Delivery)
        parts << order.address;
    else if (!order.guestName.isEmpty() && order.fulfilment != Fulfilment::DineIn)
        parts << order.guestName;
    if (order.promisedAtMs > 0)
        parts << tr("for %1").arg(clock.time(order.promisedAtMs));
    return parts.join(QStringLiteral(" · "));
}

QString TicketText::allergy(const Ticket &ticket)
{
    return ticket.order.allergy.isEmpty() ? QString() : tr("ALLERGY: %1").arg(ticket.order.allergy.toUpper());
}

QString TicketText::action(TicketAction action)
{
    switch (action) {
    case TicketAction::Start:
        return tr("Start");
    case TicketAction::Bump:
        return tr("Bump");
    case TicketAction::HandOver:
        return tr("Hand over");
    case TicketAction::None:
        break;
    }
    return QString();
}

QString TicketText::noAction(const Ticket &ticket)
{
    const bool anyDone = std::any_of(ticket.lines.begin(), ticket.lines.end(),
                                     [](const OrderLine &line) { return line.status == LineStatus::Done; });
    return anyDone ? tr("Done here, others are still cooking") : tr("Nothing left to make: ask the counter");
}

QString TicketText::course(int number)
{
    return tr("Course %1").arg(number);
}

QString TicketText::courseProgress(int done, int of)
{
    return tr("%1 of %2 done").arg(done).arg(of);
}

QString TicketText::continued(const QString &number)
{
    return tr("%1 continued").arg(number);
}

QString TicketText::continues()
{
    return tr("continues");
}

QString TicketText::added()
{
    return tr("ADDED");
}

QString TicketText::voided()
{
    return tr("VOID");
}

QString TicketText::quantity(qint64 thousandths)
{
    QString text = QString::fromLatin1(formatQuantity(thousandths));
    text.replace(QLatin1Char('.'), QLocale().decimalPoint());
    return text;
}

QString TicketText::note(const QString &note)
{
    //: Quotation marks around what a guest wrote
    return tr("“%1”").arg(note.trimmed());
}

QString TicketText::lineSentence(const Ticket &ticket, const OrderLine &line)
{
    QString text = quantity(line.quantity) + QLatin1Char(' ') + line.name;
    for (const OrderLineOption &option : line.options)
        text += QStringLiteral(", ") + option.name;
    if (!line.note.isEmpty())
        text += QStringLiteral(", ") + tr("note: %1").arg(line.note);
    if (line.status == LineStatus::Done)
        text += QStringLiteral(", ") + tr("done");
    else if (line.status == LineStatus::Voided)
        text += QStringLiteral(", ") + tr("void, do not make");
    if (isAddedLater(ticket, line))
        text += QStringLiteral(", ") + tr("added later");
    return text;
}

QString TicketText::sentence(const Ticket &ticket, qint64 nowMs, const ZoneClock &clock)
{
    QStringList head{ticket.order.number, where(ticket, clock), state(ticket, nowMs), timer(ticket, nowMs)};
    if (!ticket.order.allergy.isEmpty())
        head << tr("allergy: %1").arg(ticket.order.allergy);
    if (!ticket.order.note.isEmpty())
        head << tr("note: %1").arg(ticket.order.note);
    QStringList lines;
    for (const OrderLine &line : ticket.lines)
        lines << lineSentence(ticket, line);
    QString text =
        head.join(QStringLiteral(", ")) + QStringLiteral(". ") + lines.join(QStringLiteral("; ")) + QLatin1Char('.');
    if (ticket.pending)
        text += QLatin1Char(' ') + tr("Not sent to the site yet.");
    return text;
}

} // namespace oshaq

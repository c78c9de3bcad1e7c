// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kitchen/tickettext.h"

#include "models/domain/quantity.h"
#include "models/domain/timespans.h"

#include <QLocale>

#include <algorithm>

namespace oshaq {

namespace {

/// A dish whose turn comes sooner than this after the ticket is begun with it.
constexpr qint64 leastWaitMs = minuteMs;
/// An answer that another service waits for turns yellow and red so long before it is too late.
constexpr qint64 answerSoonMs = 2 * minuteMs;
constexpr qint64 answerLateMs = minuteMs;

bool isMadeAsOne(const Ticket &ticket, const OrderLine &a, const OrderLine &b)
{
    return a.itemId == b.itemId && a.name == b.name && a.options == b.options && a.note == b.note &&
           a.course == b.course && a.status == b.status && a.held == b.held &&
           startOf(ticket, a) == startOf(ticket, b) &&
           isChanged(ticket, TicketChange::Kind::Added, a.id) == isChanged(ticket, TicketChange::Kind::Added, b.id);
}

/// When the first of what is still to be made is to be begun; 0: at once.
qint64 firstStart(const Ticket &ticket)
{
    qint64 first = 0;
    for (const OrderLine &line : ticket.lines) {
        if (!isOpen(line) || line.isHeld())
            continue;
        const qint64 start = startOf(ticket, line);
        if (start == 0 || line.status == LineStatus::Started)
            return 0;
        first = first == 0 ? start : std::min(first, start);
    }
    return first;
}

} // namespace

bool isOpen(const OrderLine &line)
{
    return line.status == LineStatus::Queued || line.status == LineStatus::Started;
}

bool isChanged(const Ticket &ticket, TicketChange::Kind kind, qint64 lineId)
{
    return std::find(ticket.changes.begin(), ticket.changes.end(), TicketChange{kind, lineId}) != ticket.changes.end();
}

qint64 startOf(const Ticket &ticket, const OrderLine &line)
{
    for (size_t index = 0; index < ticket.lines.size() && index < ticket.startAtMs.size(); ++index) {
        if (ticket.lines[index].id != line.id)
            continue;
        const qint64 sinceMs = std::max({ticket.order.placedAtMs, line.addedAtMs, line.firedAtMs});
        return ticket.startAtMs[index] >= sinceMs + leastWaitMs ? ticket.startAtMs[index] : 0;
    }
    return 0;
}

int nextHeldCourse(const Ticket &ticket)
{
    int course = 0;
    for (const OrderLine &line : ticket.lines) {
        if (line.isHeld())
            course = course == 0 ? line.course : std::min(course, line.course);
    }
    return course;
}

std::vector<std::vector<const OrderLine *>> mergedLines(const Ticket &ticket)
{
    std::vector<std::vector<const OrderLine *>> groups;
    for (const OrderLine &line : ticket.lines) {
        const auto group = std::find_if(groups.begin(), groups.end(), [&](const std::vector<const OrderLine *> &one) {
            return isMadeAsOne(ticket, *one.front(), line);
        });
        if (group == groups.end())
            groups.push_back({&line});
        else
            group->push_back(&line);
    }
    return groups;
}

std::optional<qint64> answerBy(const Ticket &ticket)
{
    const Order &order = ticket.order;
    if (order.status != OrderStatus::New || order.origin.acceptByMs == 0)
        return std::nullopt;
    return order.origin.acceptByMs;
}

Urgency urgencyOf(const Ticket &ticket, qint64 nowMs)
{
    if (ticket.order.status == OrderStatus::Cancelled)
        return Urgency::Cancelled;
    if (ticket.order.status == OrderStatus::Ready)
        return Urgency::Ready;
    const bool anyWork = std::any_of(ticket.lines.begin(), ticket.lines.end(),
                                     [](const OrderLine &line) { return isOpen(line) && !line.isHeld(); });
    const bool anyLine = std::any_of(ticket.lines.begin(), ticket.lines.end(),
                                     [](const OrderLine &line) { return line.status != LineStatus::Voided; });
    if (!anyLine)
        return Urgency::Cancelled;
    if (const auto deadline = answerBy(ticket)) {
        const qint64 leftMs = *deadline - nowMs;
        return leftMs <= answerLateMs ? Urgency::Late : leftMs <= answerSoonMs ? Urgency::Soon : Urgency::InTime;
    }
    if (!anyWork && nextHeldCourse(ticket) > 0)
        return Urgency::Scheduled;
    if (ticket.lateAtMs > 0 && nowMs >= ticket.lateAtMs)
        return Urgency::Late;
    if (ticket.soonAtMs > 0 && nowMs >= ticket.soonAtMs)
        return Urgency::Soon;
    if (firstStart(ticket) > nowMs)
        return Urgency::Scheduled;
    return Urgency::InTime;
}

TicketAction actionOf(const Ticket &ticket)
{
    if (ticket.order.status == OrderStatus::Cancelled)
        return TicketAction::Seen;
    if (ticket.order.status == OrderStatus::Ready)
        return TicketAction::HandOver;
    const auto has = [&](LineStatus status) {
        return std::any_of(ticket.lines.begin(), ticket.lines.end(),
                           [status](const OrderLine &line) { return line.status == status && !line.isHeld(); });
    };
    if (!has(LineStatus::Queued) && !has(LineStatus::Started)) {
        if (nextHeldCourse(ticket) > 0)
            return TicketAction::Fire;
        if (!has(LineStatus::Done) && !ticket.changes.empty())
            return TicketAction::Seen;
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

QString TicketText::state(const Ticket &ticket, qint64 nowMs, const ZoneClock &clock)
{
    const auto deadline = answerBy(ticket);
    if (deadline && urgencyOf(ticket, nowMs) != Urgency::Cancelled) {
        //: State of a ticket of another service: the time that is left to accept it. Keep it short
        return *deadline >= nowMs ? tr("accept in %1").arg(duration(*deadline - nowMs)) : tr("TOO LATE");
    }
    switch (urgencyOf(ticket, nowMs)) {
    case Urgency::Cancelled:
        //: State of a ticket that is not to be made any more
        return ticket.order.status == OrderStatus::Cancelled ? tr("Cancelled") : tr("Void");
    case Urgency::Scheduled: {
        const qint64 start = firstStart(ticket);
        return start > 0 ? tr("starts %1").arg(clock.time(start)) : tr("held");
    }
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
    return {tr("Ready"),
            tr("LATE +%1 min").arg(88),
            tr("%1 min left").arg(88),
            tr("New"),
            tr("Accepted"),
            tr("Preparing"),
            tr("Cancelled"),
            tr("Void"),
            tr("starts %1").arg(QStringLiteral("00:00")),
            tr("held"),
            tr("accept in %1").arg(QStringLiteral("88:88")),
            tr("TOO LATE")};
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
    QStringList parts;
    if (order.priority)
        parts << tr("GOES FIRST");
    parts << where(order.fulfilment, order.table);
    if (order.origin.isOutside())
        parts << order.origin.title();
    if (order.covers == 1)
        parts << tr("1 cover");
    else if (order.covers > 1)
        parts << tr("%n covers", nullptr, order.covers);
    // The room reads along: no whole names and no addresses, whatever this screen's role is told.
    if (!order.guestName.isEmpty() && order.fulfilment != Fulfilment::DineIn)
        parts << firstName(order.guestName);
    if (order.promisedAtMs > 0)
        parts << tr("for %1").arg(clock.time(order.promisedAtMs));
    return parts.join(QStringLiteral(" · "));
}

QString TicketText::allergy(const Ticket &ticket)
{
    return ticket.order.allergy.isEmpty() ? QString() : tr("ALLERGY: %1").arg(ticket.order.allergy.toUpper());
}

QString TicketText::changes(const Ticket &ticket)
{
    if (isChanged(ticket, TicketChange::Kind::Cancelled))
        return tr("CANCELLED: do not make it");
    int added = 0;
    int voided = 0;
    bool head = false;
    for (const TicketChange &change : ticket.changes) {
        added += change.kind == TicketChange::Kind::Added ? 1 : 0;
        voided += change.kind == TicketChange::Kind::Voided ? 1 : 0;
        head |= change.kind == TicketChange::Kind::Head;
    }
    QStringList parts;
    if (added > 0)
        parts << tr("%n added", nullptr, added);
    if (voided > 0)
        parts << tr("%n void", nullptr, voided);
    if (head)
        parts << tr("details changed");
    return parts.join(QStringLiteral(" · "));
}

QString TicketText::action(const Ticket &ticket)
{
    switch (actionOf(ticket)) {
    case TicketAction::Start: {
        const auto later = [&ticket](const OrderLine &line) { return line.isHeld() || startOf(ticket, line) > 0; };
        const bool early = std::all_of(ticket.lines.begin(), ticket.lines.end(), later);
        return early ? tr("Start early") : tr("Start");
    }
    case TicketAction::Bump: {
        const int held = nextHeldCourse(ticket);
        if (held == 0)
            return tr("Bump");
        int course = 0;
        for (const OrderLine &line : ticket.lines) {
            if (isOpen(line) && !line.isHeld())
                course = std::max(course, line.course);
        }
        return course > 0 ? tr("Bump course %1").arg(course) : tr("Bump");
    }
    case TicketAction::HandOver:
        return tr("Hand over");
    case TicketAction::Fire:
        return tr("Fire course %1").arg(nextHeldCourse(ticket));
    case TicketAction::Seen:
        //: Button: somebody has seen that this ticket was cancelled
        return tr("Seen");
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

QString TicketText::courseHeld()
{
    //: A course that waits until somebody fires it
    return tr("HOLD");
}

QString TicketText::courseFired(const QString &time)
{
    return tr("fired %1").arg(time);
}

QString TicketText::startAt(const QString &time)
{
    return tr("start at %1").arg(time);
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

QString TicketText::lineSentence(const Ticket &ticket, const OrderLine &line, qint64 merged)
{
    QString text = quantity(merged > 0 ? merged : line.quantity) + QLatin1Char(' ') + line.name;
    for (const OrderLineOption &option : line.options)
        text += QStringLiteral(", ") + option.name;
    if (!line.note.isEmpty())
        text += QStringLiteral(", ") + tr("note: %1").arg(line.note);
    if (line.status == LineStatus::Done)
        text += QStringLiteral(", ") + tr("done");
    else if (line.status == LineStatus::Voided)
        text += QStringLiteral(", ") + tr("void, do not make");
    if (line.isHeld())
        text += QStringLiteral(", ") + tr("held, course %1").arg(line.course);
    if (isChanged(ticket, TicketChange::Kind::Added, line.id))
        text += QStringLiteral(", ") + tr("added later");
    return text;
}

QString TicketText::sentence(const Ticket &ticket, qint64 nowMs, const ZoneClock &clock)
{
    QStringList head{ticket.order.number, where(ticket, clock), state(ticket, nowMs, clock), timer(ticket, nowMs)};
    if (const QString changed = changes(ticket); !changed.isEmpty())
        head << changed;
    if (!ticket.order.allergy.isEmpty())
        head << tr("allergy: %1").arg(ticket.order.allergy);
    if (!ticket.order.note.isEmpty())
        head << tr("note: %1").arg(ticket.order.note);
    QStringList lines;
    for (const std::vector<const OrderLine *> &group : mergedLines(ticket)) {
        qint64 merged = 0;
        for (const OrderLine *line : group)
            merged += line->quantity;
        lines << lineSentence(ticket, *group.front(), merged);
    }
    QString text =
        head.join(QStringLiteral(", ")) + QStringLiteral(". ") + lines.join(QStringLiteral("; ")) + QLatin1Char('.');
    if (ticket.pending)
        text += QLatin1Char(' ') + tr("Not sent to the site yet.");
    return text;
}

} // namespace oshaq

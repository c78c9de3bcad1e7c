// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orders/ordertext.h"

#include "models/domain/ordersplit.h"
#include "models/domain/timespans.h"
#include "models/terminal/shiftjournal.h"
#include "ui/common/formats.h"
#include "ui/common/linktext.h"
#include "ui/common/screentext.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace oshaq {

namespace {

constexpr int usualLateSeconds = 900;

QString joined(const QStringList &parts, const QString &separator)
{
    QStringList present;
    for (const QString &part : parts) {
        if (!part.isEmpty())
            present << part;
    }
    return present.join(separator);
}

QString dotted(const QStringList &parts)
{
    return joined(parts, QStringLiteral(" · "));
}

QString sentences(const QStringList &parts)
{
    return joined(parts, QStringLiteral(" "));
}

/// Not of one portion: "2 Manty", but "Kuyrdak".
QString dish(const OrderLine &line)
{
    return line.quantity == 1000 ? line.name : formats::quantity(line.quantity) + QLatin1Char(' ') + line.name;
}

/// Offsets of time zones are whole minutes: the seconds are the same everywhere.
QString timeWithSeconds(const ZoneClock &clock, qint64 atMs)
{
    return clock.time(atMs) + QStringLiteral(":%1").arg(atMs / 1000 % 60, 2, 10, QLatin1Char('0'));
}

} // namespace

QString OrderText::status(OrderStatus status)
{
    switch (status) {
    case OrderStatus::New:
        //: Status of an order
        return tr("New");
    case OrderStatus::Accepted:
        //: Status of an order
        return tr("Accepted");
    case OrderStatus::Preparing:
        //: Status of an order
        return tr("Preparing");
    case OrderStatus::Ready:
        //: Status of an order
        return tr("Ready");
    case OrderStatus::OutForDelivery:
        //: Status of an order
        return tr("Out for delivery");
    case OrderStatus::Completed:
        //: Status of an order
        return tr("Completed");
    case OrderStatus::Cancelled:
        //: Status of an order
        return tr("Cancelled");
    }
    return {};
}

QString OrderText::fulfilment(const Order &order)
{
    switch (order.fulfilment) {
    case Fulfilment::DineIn:
        return order.table.isEmpty() ? tr("Dine-in") : tr("Table %1").arg(order.table);
    case Fulfilment::Pickup:
        return tr("Pickup");
    case Fulfilment::Delivery:
        return order.address.isEmpty() ? tr("Delivery") : tr("Delivery · %1").arg(order.address);
    }
    return {};
}

QString OrderText::guest(const Order &order)
{
    const QString words = dotted({order.guestName.trimmed(), formats::maskedPhone(order.guestPhone)});
    //: A guest who left no name and no phone
    return words.isEmpty() ? tr("Walk-in") : words;
}

QString OrderText::items(const Order &order)
{
    QStringList dishes;
    for (const OrderLine &line : order.lines) {
        if (line.status != LineStatus::Voided)
            dishes << dish(line);
    }
    return dishes.join(QStringLiteral(", "));
}

QString OrderText::method(const QString &code)
{
    if (code == u"cash")
        return tr("Cash");
    if (code == u"card_reader")
        //: Way to pay: the bank's device on the counter
        return tr("Card");
    if (code == u"halyk")
        return tr("Halyk");
    if (code == u"saved")
        return tr("Saved card");
    return code;
}

QString OrderText::payment(const Order &order)
{
    QStringList methods;
    for (const QString &code : order.payment.methods)
        methods << method(code);
    const QString how = methods.join(QStringLiteral(" + "));
    if (order.payment.pendingMinor > 0)
        return dotted({how, tr("unknown, checking")});
    switch (order.payment.state) {
    case PaymentState::Unpaid:
        return tr("Unpaid");
    case PaymentState::PartPaid:
        return how.isEmpty() ? tr("Part-paid") : dotted({how, tr("part-paid")});
    case PaymentState::Paid:
        return how.isEmpty() ? tr("Paid") : dotted({how, tr("paid")});
    case PaymentState::Refunded:
        return how.isEmpty() ? tr("Refunded") : dotted({how, tr("refunded")});
    }
    return {};
}

QString OrderText::paymentStatus(PaymentStatus status)
{
    switch (status) {
    case PaymentStatus::Created:
    case PaymentStatus::Pending:
    case PaymentStatus::Authorised:
        return tr("waits for the bank");
    case PaymentStatus::Charged:
        return tr("paid");
    case PaymentStatus::Cancelled:
        return tr("given up, nothing was taken");
    case PaymentStatus::PartRefunded:
        return tr("part of it was given back");
    case PaymentStatus::Refunded:
        return tr("refunded");
    case PaymentStatus::Failed:
        return tr("the bank said no");
    case PaymentStatus::Unknown:
        return tr("unknown, checking");
    }
    return {};
}

QString OrderText::late(qint64 lateAtMs, qint64 nowMs)
{
    if (lateAtMs == 0 || nowMs < lateAtMs)
        return {};
    const qint64 minutes = (nowMs - lateAtMs) / minuteMs;
    return minutes == 0 ? tr("LATE") : tr("LATE +%1 min").arg(minutes);
}

QString OrderText::deadline(const Order &order, qint64 nowMs)
{
    if (order.origin.acceptByMs == 0 || order.status != OrderStatus::New)
        return {};
    const qint64 seconds = (order.origin.acceptByMs - nowMs) / 1000;
    if (seconds < 0)
        return tr("too late to accept");
    //: Minutes and seconds in which an order of another service has to be accepted
    return tr("accept in %1").arg(QStringLiteral("%1:%2").arg(seconds / 60).arg(seconds % 60, 2, 10, QLatin1Char('0')));
}

QString OrderText::carrier(const Order &order)
{
    if (order.carrier.isOwn())
        return tr("%1 brings it").arg(order.carrier.courierName);
    if (!order.carrier.dispatch)
        return {};
    switch (*order.carrier.dispatch) {
    case DispatchState::Quoting:
        return tr("the delivery service is asked for its price");
    case DispatchState::Quoted:
        return tr("the delivery service said its price");
    case DispatchState::Wanted:
    case DispatchState::Unknown:
        return tr("the delivery service is being told");
    case DispatchState::Accepted:
        return tr("the delivery service looks for a courier");
    case DispatchState::Assigned:
        return tr("a courier of the delivery service comes");
    case DispatchState::PickedUp:
        return tr("a courier of the delivery service has it");
    case DispatchState::Delivered:
        return tr("the delivery service brought it");
    case DispatchState::Cancelling:
        return tr("the delivery service is being called off");
    case DispatchState::Failed:
        return tr("the delivery service said no");
    case DispatchState::Cancelled:
        break;
    }
    return {};
}

QString OrderText::row(const DeskOrder &desk, qint64 lateAtMs, qint64 nowMs, const ZoneClock &clock)
{
    const Order &order = desk.order;
    return joined({order.number, status(order.status), deadline(order, nowMs), late(lateAtMs, nowMs), fulfilment(order),
                   order.origin.title(), carrier(order), guest(order), items(order),
                   formats::money(order.cost.totalMinor, order.cost.currency), payment(order),
                   tr("placed %1").arg(clock.moment(order.placedAtMs, nowMs)),
                   order.allergy.isEmpty() ? QString() : tr("allergy: %1").arg(order.allergy),
                   desk.onlyHere  ? tr("not sent yet")
                   : desk.pending ? tr("a change has not reached the site yet")
                                  : QString()},
                  QStringLiteral(", "));
}

QString OrderText::where(const Order &order, const ZoneClock &clock, qint64 nowMs)
{
    QString covers;
    if (order.covers == 1)
        covers = tr("1 cover");
    else if (order.covers > 1)
        covers = tr("%n covers", nullptr, order.covers);
    return dotted({fulfilment(order), covers,
                   order.promisedAtMs > 0 ? tr("promised %1").arg(clock.moment(order.promisedAtMs, nowMs)) : QString(),
                   order.priority ? tr("goes first") : QString(), order.origin.title(),
                   order.origin.paid ? tr("paid there") : QString(), carrier(order)});
}

QString OrderText::allergy(const Order &order)
{
    return order.allergy.isEmpty() ? QString() : tr("ALLERGY: %1").arg(order.allergy.toUpper());
}

QString OrderText::lineState(const OrderLine &line)
{
    if (line.isHeld())
        //: A dish whose course nobody fired yet
        return tr("held");
    switch (line.status) {
    case LineStatus::Queued:
        return {};
    case LineStatus::Started:
        return tr("being made");
    case LineStatus::Done:
        //: A dish
        return tr("done");
    case LineStatus::Voided:
        return {};
    }
    return {};
}

QString OrderText::line(const OrderLine &line, bool added, const Currency &currency)
{
    QStringList parts{formats::quantity(line.quantity) + QLatin1Char(' ') + line.name};
    for (const OrderLineOption &option : line.options)
        parts << option.name;
    if (!line.note.isEmpty())
        parts << tr("note: %1").arg(line.note);
    if (line.status == LineStatus::Voided)
        parts << tr("void");
    else
        parts << lineState(line);
    if (added)
        parts << tr("added later");
    if (const auto cost = lineTotalMinor(line.priceMinor, line.quantity); cost && line.status != LineStatus::Voided)
        parts << formats::money(*cost, currency);
    return joined(parts, QStringLiteral(", "));
}

QString OrderText::advance(OrderStatus to, Fulfilment fulfilment)
{
    switch (to) {
    case OrderStatus::New:
        return status(to);
    case OrderStatus::Accepted:
        //: Button: the order is taken
        return tr("Accept");
    case OrderStatus::Preparing:
        return tr("Start preparing");
    case OrderStatus::Ready:
        //: Button: everything is made
        return tr("Mark ready");
    case OrderStatus::OutForDelivery:
        //: Button: the courier has it
        return tr("Send out");
    case OrderStatus::Completed:
        //: Buttons: the guest has it
        return fulfilment == Fulfilment::Delivery ? tr("Delivered") : tr("Hand over");
    case OrderStatus::Cancelled:
        return tr("Cancel order");
    }
    return {};
}

QString OrderText::done(const QString &number, OrderStatus to)
{
    switch (to) {
    case OrderStatus::New:
        return tr("%1 is new again").arg(number);
    case OrderStatus::Accepted:
        return tr("%1 is accepted").arg(number);
    case OrderStatus::Preparing:
        return tr("%1 is being prepared").arg(number);
    case OrderStatus::Ready:
        return tr("%1 is ready").arg(number);
    case OrderStatus::OutForDelivery:
        return tr("%1 is out for delivery").arg(number);
    case OrderStatus::Completed:
        return tr("%1 is completed").arg(number);
    case OrderStatus::Cancelled:
        return tr("%1 is cancelled").arg(number);
    }
    return {};
}

OrderText::EventWords OrderText::event(const TimelineEvent &event, const ZoneClock &clock, qint64 nowMs,
                                       const Currency &currency)
{
    QString who = event.actor;
    if (who == u"autopilot")
        who = tr("automatically");
    else if (who == u"guest")
        who = tr("guest");
    const QString by = joined({who, event.terminal}, QStringLiteral(", "));
    const QString dishes = event.dishes.join(QStringLiteral(", "));
    const QString at = clock.moment(event.atMs, nowMs);
    const QString amount = event.amountMinor ? formats::money(*event.amountMinor, currency) : QString();
    const auto words = [&](const QString &what, const QStringList &rest) { return EventWords{what, dotted(rest)}; };

    switch (event.kind) {
    case TimelineEvent::Kind::Status:
        return words(event.recall ? tr("Back to: %1").arg(status(event.status)) : status(event.status),
                     {at, by, event.reason});
    case TimelineEvent::Kind::Painted:
        return words(tr("On the kitchen screen"),
                     {timeWithSeconds(clock, event.atMs),
                      event.latencyMs ? tr("%1 ms after it was accepted").arg(*event.latencyMs) : QString(),
                      event.terminal});
    case TimelineEvent::Kind::Lines: {
        QString what = event.what;
        if (event.what == u"started")
            what = tr("Begun");
        else if (event.what == u"done")
            //: In the history, before the dishes
            what = tr("Made");
        else if (event.what == u"voided")
            what = tr("Void");
        else if (event.what == u"added")
            what = tr("Added");
        else if (event.what == u"fired")
            what = tr("Fired");
        else if (event.what == u"held")
            what = tr("Held");
        else if (event.what == u"restored")
            what = tr("Wanted again");
        else if (event.what == u"recalled" || event.what == u"unstarted")
            what = tr("Taken back");
        return words(what, {dishes, at, by, event.reason});
    }
    case TimelineEvent::Kind::Edit:
        return words(tr("Details changed"), {event.what, at, by});
    case TimelineEvent::Kind::Payment: {
        QString what = tr("Payment: %1").arg(event.what);
        if (event.what == u"taken")
            what = tr("Paid");
        else if (event.what == u"refunded")
            what = tr("Refunded");
        return words(what, {amount, at, by, event.reason});
    }
    case TimelineEvent::Kind::Print: {
        QString what = tr("Printed");
        if (event.what == u"ticket")
            what = tr("Ticket printed");
        else if (event.what == u"receipt")
            what = tr("Receipt printed");
        else if (event.what == u"change")
            what = tr("Changes printed");
        return words(what, {at, by});
    }
    case TimelineEvent::Kind::Moved: {
        QString what = tr("Dishes moved");
        if (event.what.startsWith(u"split"))
            what = tr("Split");
        else if (event.what.startsWith(u"join"))
            what = tr("Joined");
        return words(what, {event.otherNumber, dishes, at, by});
    }
    case TimelineEvent::Kind::Other:
        if (event.what == u"order.delivery")
            return words(tr("Delivery changed"), {at, by});
        break;
    }
    return words(event.what, {at, by, event.reason});
}

QString OrderText::ordersSince(const GuestCard &card)
{
    if (card.orderCount <= 0)
        return tr("No orders yet");
    const QDate first = QDateTime::fromMSecsSinceEpoch(card.firstOrderAtMs, Qt::UTC).date();
    //: A month and its year
    const QString since = tr("%1 %2").arg(QLocale().standaloneMonthName(first.month())).arg(first.year());
    return card.orderCount == 1 ? tr("1 order, %1").arg(since)
                                : tr("%n orders since %1", nullptr, card.orderCount).arg(since);
}

OrderText::BandWords OrderText::connectionBand(const LinkStatus::Facts &facts, const ZoneClock &clock, qint64 nowMs)
{
    const QString known = facts.knownAtMs > 0
                              ? tr("You see what was known at %1.").arg(clock.moment(facts.knownAtMs, nowMs))
                              : tr("Nothing is known of its orders yet.");
    switch (facts.state) {
    case LinkStatus::State::Live:
        return {sentences({facts.behindMs > 0 ? ScreenText::own(facts) : QString(), ScreenText::leftOut(facts),
                           ScreenText::others(facts.others, nowMs)}),
                Band::Tone::Warning};
    case LinkStatus::State::Upgrade:
        return {sentences({ScreenText::upgrade(facts), known, tr("What you do is kept and sent after that.")}),
                Band::Tone::Alarm};
    case LinkStatus::State::Connecting:
        if (facts.knownAtMs > 0)
            return {
                sentences({tr("Looking for the site."), known, tr("What you do is kept and sent when it answers.")}),
                Band::Tone::Warning};
        break;
    case LinkStatus::State::Offline:
        return {sentences({tr("The site does not answer."), known,
                           tr("Go on taking orders: they are kept here and sent when it is back.")}),
                Band::Tone::Warning};
    case LinkStatus::State::SignIn:
        return {sentences({tr("The site does not accept this screen any more."), known,
                           tr("What you do is kept and sent after signing in: ask a manager.")}),
                Band::Tone::Warning};
    case LinkStatus::State::Alarm:
        return {sentences({tr("The site gave an answer that this screen does not understand, so nothing more is sent."),
                           known, tr("What you do is kept. Tell a manager; restarting this screen loses nothing.")}),
                Band::Tone::Alarm};
    }
    return {};
}

QString OrderText::parked(const ParkedCommand &command, int others, const ZoneClock &clock)
{
    QString what;
    if (command.what == u"create")
        what = tr("%1: the order taken at %2 was refused.");
    else if (command.what == u"void")
        what = tr("%1: the void at %2 was refused.");
    else if (command.what == u"recall")
        what = tr("%1: the step back at %2 was refused.");
    else if (command.what == u"status:2")
        what = tr("%1: accepting at %2 was refused.");
    else if (command.what == u"status:5" || command.what == u"status:6")
        what = tr("%1: handing over at %2 was refused.");
    else if (command.what == u"status:7")
        what = tr("%1: cancelling at %2 was refused.");
    else
        what = tr("%1: the change at %2 was refused.");
    QStringList parts{what.arg(command.orderNumber, clock.time(command.actedAtMs)),
                      LinkText::refusal(command.errorCode, command.message),
                      tr("The order shows what is true at the site.")};
    if (others == 1)
        parts << tr("1 more refusal after this one.");
    else if (others > 1)
        parts << tr("%n more refusals after this one.", nullptr, others);
    return sentences(parts);
}

QString OrderText::refused(const QString &orderNumber, const Error &error)
{
    const QString why = LinkText::refusal(errorCodeText(error.code), error.message);
    return orderNumber.isEmpty() ? why : tr("%1: that did not work.").arg(orderNumber) + QLatin1Char(' ') + why;
}

QString OrderText::undone(const ShiftAction &action)
{
    return action.orderNumber.isEmpty() ? tr("The last act was taken back.")
                                        : tr("%1: the last act was taken back.").arg(action.orderNumber);
}

QString OrderText::cancelled(const QString &reason)
{
    const QLatin1String joinedInto(joinedReason);
    if (reason.startsWith(joinedInto))
        return tr("Joined into %1.").arg(reason.mid(joinedInto.size()));
    if (reason == QLatin1String(shiftjournal::undoneReason))
        return tr("Cancelled: taken back");
    return tr("Cancelled: %1").arg(reason);
}

QStringList OrderText::cancelReasons()
{
    return {tr("Guest changed their mind"), tr("Dish is out"), tr("Too late to make it"),
            tr("Kitchen is full"),          tr("Taken twice"), tr("Guest does not answer")};
}

QStringList OrderText::voidReasons()
{
    return {tr("Guest changed their mind"), tr("Dish is out"), tr("Entered by mistake"), tr("Complaint")};
}

qint64 orderLateAtMs(const Order &order, const Catalog &catalog)
{
    if (isClosed(order.status))
        return 0;
    if (order.promisedAtMs > 0)
        return order.promisedAtMs;
    if (order.status == OrderStatus::Ready || order.status == OrderStatus::OutForDelivery)
        return 0;
    int seconds = 0;
    for (const OrderLine &line : order.lines) {
        const auto station = std::find_if(catalog.stations.begin(), catalog.stations.end(),
                                          [&](const Station &one) { return line.stationId == one.id; });
        if (line.status != LineStatus::Voided)
            seconds = std::max(seconds, station == catalog.stations.end() ? usualLateSeconds : station->lateSeconds);
    }
    return seconds == 0 ? 0 : order.placedAtMs + qint64(seconds) * 1000;
}

qint64 dueMinor(const Order &order)
{
    return std::max<qint64>(0, order.cost.totalMinor - order.payment.paidMinor - order.payment.pendingMinor);
}

bool isAddedLater(const Order &order, const OrderLine &line)
{
    return line.addedAtMs > order.placedAtMs;
}

int nextHeldCourse(const Order &order)
{
    int course = 0;
    for (const OrderLine &line : order.lines) {
        if (line.isHeld())
            course = course == 0 ? line.course : std::min(course, line.course);
    }
    return course;
}

QColor statusColour(const Theme &theme, OrderStatus status)
{
    switch (status) {
    case OrderStatus::New:
        return theme.fresh;
    case OrderStatus::Accepted:
        return theme.scheduled;
    case OrderStatus::Preparing:
        return theme.soon;
    case OrderStatus::Ready:
        return theme.ready;
    case OrderStatus::OutForDelivery:
        return theme.allergy;
    case OrderStatus::Completed:
        return theme.faint;
    case OrderStatus::Cancelled:
        return theme.late;
    }
    return theme.faint;
}

} // namespace oshaq

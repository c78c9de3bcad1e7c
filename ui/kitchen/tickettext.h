// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/ticket.h"
#include "ui/common/zoneclock.h"

#include <QCoreApplication>
#include <QStringList>

#include <optional>
#include <vector>

namespace oshaq {

/// How much a ticket needs a person: decides the colour and the pattern of its header, and the words beside them.
enum class Urgency
{
    Scheduled, ///< nothing of it is to be begun yet: promised for later, or held
    InTime,
    Soon,
    Late,
    Ready,
    Cancelled ///< or all of it void: not to be made any more
};

/// The one large action of a ticket.
enum class TicketAction
{
    Start,    ///< nothing of it is being made
    Bump,     ///< all its lines are done
    HandOver, ///< made: to the guest, the waiter or the courier
    Fire,     ///< the next course: everything before it is done
    Seen,     ///< cancelled or void: somebody has to see that before it goes
    None,     ///< nothing that this screen can do: other stations are still at it, or every line is void
};

Urgency urgencyOf(const Ticket &ticket, qint64 nowMs);
TicketAction actionOf(const Ticket &ticket);

/// Until when another service waits for a yes; nothing: nobody does.
std::optional<qint64> answerBy(const Ticket &ticket);
/// What changed of this line and was not acknowledged here.
bool isChanged(const Ticket &ticket, TicketChange::Kind kind, qint64 lineId = 0);
bool isOpen(const OrderLine &line);
/// When this line is to be begun; 0: at once, or nobody knows.
qint64 startOf(const Ticket &ticket, const OrderLine &line);
/// The held course that is fired next; 0: none is held.
int nextHeldCourse(const Ticket &ticket);

/// Lines that are made as one: the same dish, options, note, course and state.
std::vector<std::vector<const OrderLine *>> mergedLines(const Ticket &ticket);

/// What a ticket says, in the language of the screen. Pure: the same ticket and time give the same words.
class TicketText
{
    Q_DECLARE_TR_FUNCTIONS(oshaq::TicketText)

public:
    /// "18:24"; above an hour "1:05 h". Age since it was placed, or, when it is ready, since then.
    static QString timer(const Ticket &ticket, qint64 nowMs);
    /// "Preparing", "3 min left", "LATE +3 min", "Ready", "starts 19:58", "held".
    static QString state(const Ticket &ticket, qint64 nowMs, const ZoneClock &clock);
    /// Every text that state() may give while a ticket is on the screen, for measuring: figures at their widest.
    static QStringList widestStates();
    /// "Table 7 · 4 covers", "Pickup · Dana · for 20:15".
    static QString where(const Ticket &ticket, const ZoneClock &clock);
    static QString where(Fulfilment fulfilment, const QString &table);
    static QString allergy(const Ticket &ticket);
    /// "2 added · 1 void · details changed"; empty: nothing did. "CANCELLED: do not make it".
    static QString changes(const Ticket &ticket);
    static QString action(const Ticket &ticket);
    /// What stands in place of the button when there is no action.
    static QString noAction(const Ticket &ticket);
    static QString course(int number);
    static QString courseProgress(int done, int of);
    static QString courseHeld();
    static QString courseFired(const QString &time);
    /// "start at 19:58"
    static QString startAt(const QString &time);
    static QString continued(const QString &number);
    static QString continues();
    static QString added();
    static QString voided();
    static QString quantity(qint64 thousandths);
    /// “well done, please”
    static QString note(const QString &note);
    /// "12:03" or "1:05 h".
    static QString duration(qint64 milliseconds);
    /// The whole ticket as one sentence, for people who do not see it.
    static QString sentence(const Ticket &ticket, qint64 nowMs, const ZoneClock &clock);
    static QString lineSentence(const Ticket &ticket, const OrderLine &line, qint64 quantity = 0);
};

} // namespace oshaq

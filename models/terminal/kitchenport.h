// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/catalog.h"
#include "models/domain/result.h"
#include "models/terminal/ticket.h"

#include <QObject>

#include <optional>
#include <vector>

namespace oshaq {

/// What the kitchen screen may know and do. Implemented by KitchenService over terminal.db; faked in GUI tests.
///
/// GUI thread only; nothing here blocks. A command that the status machine allows is written to the outbox in one
/// transaction and visible at once; the returned Error says why it was not.
class KitchenPort : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Stations known to this terminal, by position; empty before the first snapshot.
    virtual std::vector<Station> stations() const = 0;
    /// The station that this screen shows; none: all stations.
    virtual std::optional<qint64> station() const = 0;
    virtual void setStation(std::optional<qint64> stationId) = 0;

    /// Tickets still to be made or handed over, those with priority before the others, then oldest first.
    virtual std::vector<Ticket> tickets() const = 0;
    virtual std::optional<Ticket> ticket(qint64 orderId) const = 0;
    virtual std::vector<AllDayCount> allDay() const = 0;
    /// Newest first, at most 20.
    virtual std::vector<CompletedTicket> completed() const = 0;
    virtual std::vector<ParkedCommand> parked() const = 0;

    /// Starts all queued lines of the ticket (a New order becomes Accepted, then Preparing).
    virtual Result<void> start(qint64 orderId) = 0;
    /// These lines done; when all of them are, they go back to started.
    virtual Result<void> toggleLines(qint64 orderId, const std::vector<qint64> &lineIds) = 0;
    /// The ticket's one large action: all its lines that are not held done, or, when they all are, the order handed
    /// over (Ready -> Completed, or Out for delivery). With only held lines left it is refused: those are fired first.
    virtual Result<void> bump(qint64 orderId) = 0;
    /// Ticket back: the given one, or the last that this terminal bumped.
    virtual Result<void> recall(qint64 orderId) = 0;
    virtual Result<void> recallLast() = 0;

    /// What is held of the order at this station is to be made now: of this course, or of the next one that is held.
    virtual Result<void> fire(qint64 orderId, int course = 0) = 0;
    /// The queued lines of this course wait until somebody fires them.
    virtual Result<void> hold(qint64 orderId, int course) = 0;
    /// Before everything else, or in its turn again.
    virtual Result<void> setPriority(qint64 orderId, bool priority) = 0;
    /// Not to be made any more. ValidationFailed without a reason.
    virtual Result<void> voidLines(qint64 orderId, const std::vector<qint64> &lineIds, const QString &reason) = 0;

    /// What was done at this screen, newest first, at most `limit`; acts that only took others back are not in it.
    virtual std::vector<ShiftAction> shiftActions(int limit) const = 0;
    /// Takes an act back; without a batch, the last one that still stands. RecallNotAllowed when there is none, or the
    /// refusal of the rules. What was undone.
    virtual Result<ShiftAction> undo(const QString &batch = {}) = 0;

    /// Somebody has seen what changed of this ticket.
    virtual void acknowledge(qint64 orderId) = 0;

    /// A person has seen the refused command; it leaves the list.
    virtual void dismissParked(const QString &id) = 0;

    /// The view drew these tickets wholly in an exposed window / has them on a later page.
    virtual void reportPainted(const std::vector<qint64> &orderIds) = 0;
    virtual void reportCounted(const std::vector<qint64> &orderIds) = 0;

    /// The menu, for whoever marks a dish as out.
    virtual Catalog catalog() const = 0;
    /// "86" and back, for everybody. NotFound for an item that is not on the menu.
    virtual Result<void> setAvailable(qint64 itemId, bool available) = 0;

    /// Now on the hub's clock, as estimated; ages are computed with it.
    virtual qint64 hubNowMs() const = 0;
    /// The business's time zone, for clocks on the screen.
    virtual QString timeZone() const = 0;

Q_SIGNALS:
    /// Anything that tickets(), allDay() or completed() return has changed; at most once an event-loop turn.
    void ticketsChanged();
    /// An order was seen for the first time (sound, flash).
    void ticketArrived(qint64 orderId);
    /// Somebody changed a ticket that was seen here: see Ticket::changes (sound, flash).
    void ticketChanged(qint64 orderId);
    void stationsChanged();
    void catalogChanged();
    void parkedChanged();
};

} // namespace oshaq

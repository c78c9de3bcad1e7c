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

    /// Tickets still to be made or handed over, oldest first.
    virtual std::vector<Ticket> tickets() const = 0;
    virtual std::optional<Ticket> ticket(qint64 orderId) const = 0;
    virtual std::vector<AllDayCount> allDay() const = 0;
    /// Newest first, at most 20.
    virtual std::vector<CompletedTicket> completed() const = 0;
    virtual std::vector<ParkedCommand> parked() const = 0;

    /// Starts all queued lines of the ticket (a New order becomes Accepted, then Preparing).
    virtual Result<void> start(qint64 orderId) = 0;
    /// Line done; a done line goes back to started.
    virtual Result<void> toggleLine(qint64 orderId, qint64 lineId) = 0;
    /// The ticket's one large action: all its lines done, or, when they all are, the order handed over
    /// (Ready -> Completed, or Out for delivery).
    virtual Result<void> bump(qint64 orderId) = 0;
    /// Ticket back: the given one, or the last that this terminal bumped.
    virtual Result<void> recall(qint64 orderId) = 0;
    virtual Result<void> recallLast() = 0;

    /// A person has seen the refused command; it leaves the list.
    virtual void dismissParked(const QString &id) = 0;

    /// The view drew these tickets wholly in an exposed window / has them on a later page.
    virtual void reportPainted(const std::vector<qint64> &orderIds) = 0;
    virtual void reportCounted(const std::vector<qint64> &orderIds) = 0;

    /// Now on the hub's clock, as estimated; ages are computed with it.
    virtual qint64 hubNowMs() const = 0;
    /// The business's time zone, for clocks on the screen.
    virtual QString timeZone() const = 0;

Q_SIGNALS:
    /// Anything that tickets(), allDay() or completed() return has changed; at most once an event-loop turn.
    void ticketsChanged();
    /// An order was seen for the first time (sound, flash).
    void ticketArrived(qint64 orderId);
    void stationsChanged();
    void parkedChanged();
};

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/catalog.h"
#include "models/terminal/archiveport.h"
#include "models/terminal/linkstatus.h"
#include "models/terminal/ordersport.h"
#include "ui/common/band.h"
#include "ui/common/theme.h"
#include "ui/common/zoneclock.h"

#include <QColor>
#include <QCoreApplication>

namespace oshaq {

/// What the orders page says about an order. Pure: the same order at the same time gives the same words in the language
/// of the program.
class OrderText
{
    Q_DECLARE_TR_FUNCTIONS(oshaq::OrderText)

public:
    // ---- an order in a row
    static QString status(OrderStatus status);
    /// "Table 7", "Delivery · Abay 12", "Pickup".
    static QString fulfilment(const Order &order);
    /// "Sholpan · +7 701 ••• 41 07"; a guest who left neither: "Walk-in".
    static QString guest(const Order &order);
    /// "2 Beshbarmak, Kuyrdak": what is not void, a single portion without its number.
    static QString items(const Order &order);
    /// "Cash", "Halyk": of a payment method's code; one that we do not know stays as it is.
    static QString method(const QString &code);
    /// "Unpaid", "Part-paid", "Halyk · paid", "Halyk · unknown, checking".
    static QString payment(const Order &order);
    /// Of one payment: "came", "waits for the bank", "unknown, checking".
    static QString paymentStatus(PaymentStatus status);
    /// "LATE +3 min", "LATE"; empty while it is not.
    static QString late(qint64 lateAtMs, qint64 nowMs);
    /// "accept in 2:31", "too late to accept": of an order of another service that nobody accepted yet; else empty.
    static QString deadline(const Order &order, qint64 nowMs);
    /// "Aidar brings it", "The delivery service looks for a courier"; empty while nobody does.
    static QString carrier(const Order &order);
    /// A whole row for people who hear it.
    static QString row(const DeskOrder &desk, qint64 lateAtMs, qint64 nowMs, const ZoneClock &clock);

    // ---- an order in the detail
    /// "Table 7 · 4 covers · promised 19:50".
    static QString where(const Order &order, const ZoneClock &clock, qint64 nowMs);
    static QString allergy(const Order &order);
    /// "being made", "done", "held"; empty for one that only waits.
    static QString lineState(const OrderLine &line);
    /// A line for people who hear it.
    static QString line(const OrderLine &line, bool added, const Currency &currency);
    /// What the button that moves an order on is called: "Hand over", "Out for delivery".
    static QString advance(OrderStatus to, Fulfilment fulfilment);
    /// What was done: "A-039 is ready".
    static QString done(const QString &number, OrderStatus to);

    // ---- history
    struct EventWords
    {
        QString what; ///< bold
        QString rest;
    };
    static EventWords event(const TimelineEvent &event, const ZoneClock &clock, qint64 nowMs, const Currency &currency);
    /// "14 orders since March 2025".
    static QString ordersSince(const GuestCard &card);

    // ---- around it
    struct BandWords
    {
        QString text; ///< empty: no band
        Band::Tone tone = Band::Tone::Warning;
    };
    static BandWords connectionBand(const LinkStatus::Facts &facts, const ZoneClock &clock, qint64 nowMs);
    static QString parked(const ParkedCommand &command, int others, const ZoneClock &clock);
    static QString refused(const QString &orderNumber, const Error &error);
    static QString undone(const ShiftAction &action);
    static QStringList cancelReasons();
    /// Why an order is cancelled: what somebody wrote, or what became of it.
    static QString cancelled(const QString &reason);
    static QStringList voidReasons();
};

/// When the order becomes late, hub time: what the guest was promised, else what the slowest of its stations allows; 0:
/// never any more.
qint64 orderLateAtMs(const Order &order, const Catalog &catalog);
/// What may still be taken for it.
qint64 dueMinor(const Order &order);
/// The line came after the order was placed.
bool isAddedLater(const Order &order, const OrderLine &line);
/// The least course of which something is held; 0: nothing is.
int nextHeldCourse(const Order &order);
/// The square beside the status word.
QColor statusColour(const Theme &theme, OrderStatus status);

} // namespace oshaq

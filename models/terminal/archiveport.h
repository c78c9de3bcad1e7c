// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/guestcard.h"
#include "models/domain/order.h"
#include "models/domain/payment.h"
#include "models/domain/timeline.h"
#include "models/terminal/portcall.h"

#include <QByteArray>
#include <QObject>
#include <QString>

#include <optional>
#include <vector>

namespace oshaq {

/// Which orders of all years.
struct ArchiveQuery
{
    QString words;                     ///< number, guest, phone, dishes; empty: all
    std::vector<OrderStatus> statuses; ///< empty: all
    std::optional<Fulfilment> fulfilment;
    std::optional<PaymentState> payment;
    std::optional<qint64> fromMs; ///< placed at or after
    std::optional<qint64> toMs;   ///< placed before
    std::optional<qint64> userId;
    int limit = 50; ///< 1 to 200
    QString cursor; ///< of the page before; empty: the first one

    bool operator==(const ArchiveQuery &) const = default;
};

struct ArchivePage
{
    std::vector<Order> orders; ///< newest first
    QString nextCursor;        ///< empty: the last page
};

/// What the orders page asks the hub because no terminal keeps it: years of orders, histories, guests, payments, and
/// acts that only the hub can do. Implemented in sync/client; faked in GUI tests. GUI thread; nothing blocks. Without a
/// hub every question ends as Unreachable.
class ArchivePort : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual PortCall findOrders(const ArchiveQuery &query, PortDone<ArchivePage> done) = 0;
    virtual PortCall oneOrder(qint64 orderId, PortDone<Order> done) = 0;
    virtual PortCall timeline(qint64 orderId, PortDone<OrderTimeline> done) = 0;
    /// By phone (whole, or its last four digits at least) or by name; at most 20, those who ordered last first.
    virtual PortCall findGuests(const QString &words, PortDone<std::vector<GuestCard>> done) = 0;
    virtual PortCall guest(qint64 userId, PortDone<GuestCard> done) = 0;

    virtual PortCall payments(qint64 orderId, PortDone<std::vector<Payment>> done) = 0;
    /// Cash (with what the guest handed over) or card reader (with its slip). `key`: idempotency key, a UUID that stays
    /// the same when the clerk tries again.
    struct DirectPayment
    {
        QString key;
        qint64 orderId = 0;
        PaymentMethod method = PaymentMethod::Cash;
        qint64 amountMinor = 0;
        qint64 tipMinor = 0;
        std::optional<qint64> tenderedMinor;
        QString slip;
    };
    virtual PortCall pay(const DirectPayment &payment, PortDone<Payment> done) = 0;

    /// Some lines, or a part of a line's quantity, become an order of their own. The new order.
    struct SplitLine
    {
        qint64 lineId = 0;
        qint64 quantity = 0; ///< thousandths; the whole line: its quantity
    };
    virtual PortCall split(const QString &key, qint64 orderId, const std::vector<SplitLine> &lines,
                           PortDone<Order> done) = 0;
    /// All lines of `fromId` go over to `intoId`; `fromId` ends as Cancelled ("joined"). The order that they went to.
    virtual PortCall join(const QString &key, qint64 fromId, qint64 intoId, PortDone<Order> done) = 0;

    /// It is forgotten: its `done` is not called any more. What it asked for may happen all the same.
    virtual void cancel(PortCall call) = 0;
};

} // namespace oshaq

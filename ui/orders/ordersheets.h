// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/pricing.h"
#include "ui/common/look.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

namespace oshaq {

/// The sheets in which orders are taken and changed, as the orders page opens them: over the page, one at a time. They
/// act on the ports themselves and say themselves what was refused; the page sees the effect as a change of the order.
///
/// GUI thread. Nothing here waits for a person: the calls return when the sheet is open. A sheet for an order that is
/// unknown, or closed, does not open. `orderId` is the one of the OrdersPort: negative while the order is only here.
/// Must outlive the page, or be taken back with OrdersPage::setSheets(nullptr).
class OrderSheets
{
    Q_DISABLE_COPY_MOVE(OrderSheets)

public:
    OrderSheets() = default;
    virtual ~OrderSheets() = default;

    /// The page's look is another one now; called with setSheets() too.
    virtual void setLook(const Look &look) = 0;

    /// `prefill`: what the sheet begins with ("order again"). Its uuid counts for nothing: the order gets its own.
    virtual void newOrder(const std::optional<NewOrder> &prefill) = 0;
    virtual void addLines(qint64 orderId) = 0;
    virtual void edit(qint64 orderId) = 0;
    virtual void split(qint64 orderId) = 0;
    virtual void join(qint64 orderId) = 0;
    virtual void pay(qint64 orderId) = 0;
    /// Its payments, and giving them back; also for an order that only the hub has.
    virtual void refund(qint64 orderId, const QString &number) = 0;
    /// The cash drawer of this screen: of no order.
    virtual void drawer() = 0;
    /// Who brings a delivery, and its zone.
    virtual void deliver(qint64 orderId) = 0;
    /// Asks for a reason: one of `reasons` or words of one's own. `done` gets a text that is not blank; it is not
    /// called at all when the person thinks better of it. All texts are translated.
    virtual void askReason(const QString &title, const QStringList &reasons,
                           const std::function<void(const QString &reason)> &done) = 0;
};

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/order.h"
#include "models/domain/result.h"
#include "models/hub/orderservice.h"
#include "models/sql/database.h"

#include <QCache>

#include <memory>

namespace oshaq {

/// Orders as the last commands of the writer left them, for the commands that come next: an order that was taken is
/// accepted, made and handed over within the hour, and each of these would read it again. Reads what it does not have.
/// On the writer's thread, for its connection.
///
/// An order is kept until its row is touched, and from when the command that did so has told what it is now. Names and
/// addresses in it are of other rows: when one of those is touched that a kept order may be using, nothing is kept any
/// more; so it is when a command touches lines or costs and no order. A command that has touched any of it reads for
/// itself.
class OrderShelf final
{
    Q_DISABLE_COPY_MOVE(OrderShelf)

public:
    explicit OrderShelf(sql::Database &database);

    /// As orderstore::find().
    Result<Order> find(qint64 businessId, const OrderRef &ref);

    /// A command has ended well, and this is the order as it leaves it; null: it does not say.
    void commandEnded(std::shared_ptr<const Order> order);

    /// Rows that the running command inserts, updates or deletes.
    void orderTouched(qint64 orderId);
    void partTouched() { m_isPartTouched = true; } ///< a line or a cost, of whichever order
    /// True: an order that a command has told may be showing it. A row that is new is above all that were shown.
    bool userTouched(qint64 userId);
    bool addressTouched(qint64 addressId);
    void anythingTouched() { m_kept.clear(); }

    /// What a command did was taken back, or somebody else has used the connection.
    void clear();

private:
    void keep(std::shared_ptr<const Order> order);

    sql::Database &m_database;
    QCache<qint64, std::shared_ptr<const Order>> m_kept; ///< by id; costs what mostRows counts
    qint64 m_newestUser = 0;                             ///< of all that ever were kept
    qint64 m_newestAddress = 0;
    bool m_isOrderTouched = false; ///< by the command that runs
    bool m_isPartTouched = false;
};

} // namespace oshaq

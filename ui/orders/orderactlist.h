// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/ordersport.h"

#include <QCoreApplication>
#include <QString>

#include <optional>
#include <vector>

namespace oshaq {

/// Something that a person may do with an order, with the key that does it.
struct OrderAct
{
    enum class Kind
    {
        Advance, ///< to `to`
        Pay,
        Print,
        Refund,
        AddLines,
        Edit,
        Priority, ///< goes first, or in its turn again
        Fire,     ///< the next course that is held
        Void,     ///< choose dishes, then why
        Split,
        Join,
        Deliver, ///< who brings it
        StepBack,
        Cancel, ///< refuse a new one
        OrderAgain
    };

    Kind kind = Kind::Advance;
    OrderStatus to = OrderStatus::Accepted;
    QString text;
    QString key; ///< as printed on the keyboard
    bool needsSheets = false;

    bool operator==(const OrderAct &) const = default;
};

/// What may be done with an order now, by this role. Pure but for the questions that it asks the port.
class OrderActList
{
    Q_DECLARE_TR_FUNCTIONS(oshaq::OrderActList)

public:
    OrderActList() = default;
    /// `earlier`: the order is only in the archive.
    OrderActList(const OrdersPort &port, const DeskOrder &desk, bool earlier, bool haveSheets);

    /// The one thing that comes next; none: it is somebody else's turn.
    const std::optional<OrderAct> &primary() const { return m_primary; }
    /// Everything else, in the order in which it is shown; Pay and Print first.
    const std::vector<OrderAct> &others() const { return m_others; }
    const OrderAct *find(OrderAct::Kind kind) const;
    /// Why there is no primary act; empty when there is one, or nothing to wait for.
    const QString &waitsFor() const { return m_waitsFor; }

    static QString keyOf(OrderAct::Kind kind);
    static QString nameOf(OrderAct::Kind kind);

private:
    std::optional<OrderAct> m_primary;
    std::vector<OrderAct> m_others;
    QString m_waitsFor;
};

/// People who talk to guests: they may see who those are.
bool mayServe(Role role);

} // namespace oshaq

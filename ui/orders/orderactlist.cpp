// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orders/orderactlist.h"

#include "ui/orders/ordertext.h"

#include <algorithm>

namespace oshaq {

bool mayServe(Role role)
{
    return role == Role::Counter || role == Role::Manager || role == Role::Owner;
}

QString OrderActList::keyOf(OrderAct::Kind kind)
{
    switch (kind) {
    case OrderAct::Kind::Advance:
        //: Key on the keyboard
        return tr("Enter");
    case OrderAct::Kind::Pay:
        return QStringLiteral("P");
    case OrderAct::Kind::Print:
        return QStringLiteral("R");
    case OrderAct::Kind::Refund:
        return QStringLiteral("K");
    case OrderAct::Kind::AddLines:
        return QStringLiteral("A");
    case OrderAct::Kind::Edit:
        return QStringLiteral("E");
    case OrderAct::Kind::Priority:
        return QStringLiteral("U");
    case OrderAct::Kind::Fire:
        return QStringLiteral("F");
    case OrderAct::Kind::Void:
        return QStringLiteral("V");
    case OrderAct::Kind::Split:
        return QStringLiteral("S");
    case OrderAct::Kind::Join:
        return QStringLiteral("J");
    case OrderAct::Kind::Deliver:
        return QStringLiteral("C");
    case OrderAct::Kind::StepBack:
        return QStringLiteral("B");
    case OrderAct::Kind::Cancel:
        return QStringLiteral("X");
    case OrderAct::Kind::OrderAgain:
        return QStringLiteral("G");
    }
    return {};
}

QString OrderActList::nameOf(OrderAct::Kind kind)
{
    switch (kind) {
    case OrderAct::Kind::Advance:
        return tr("Next step");
    case OrderAct::Kind::Pay:
        //: Button: take a payment
        return tr("Pay");
    case OrderAct::Kind::Print:
        return tr("Print");
    case OrderAct::Kind::Refund:
        return tr("Give money back");
    case OrderAct::Kind::AddLines:
        return tr("Add dishes");
    case OrderAct::Kind::Edit:
        return tr("Edit details");
    case OrderAct::Kind::Priority:
        return tr("Goes first");
    case OrderAct::Kind::Fire:
        return tr("Fire the next course");
    case OrderAct::Kind::Void:
        return tr("Void dishes");
    case OrderAct::Kind::Split:
        return tr("Split");
    case OrderAct::Kind::Join:
        return tr("Join with another");
    case OrderAct::Kind::Deliver:
        return tr("Courier and zone");
    case OrderAct::Kind::StepBack:
        return tr("One step back");
    case OrderAct::Kind::Cancel:
        return tr("Cancel order");
    case OrderAct::Kind::OrderAgain:
        return tr("Order again");
    }
    return {};
}

OrderActList::OrderActList(const OrdersPort &port, const DeskOrder &desk, bool earlier, bool haveSheets)
{
    using Kind = OrderAct::Kind;
    const Order &order = desk.order;
    const Role role = port.role();
    const bool isOpen = !earlier && !isClosed(order.status);
    const auto offer = [this](Kind kind, bool may, bool needsSheets = false, const QString &text = {}) {
        if (may)
            m_others.push_back(
                {kind, OrderStatus::Accepted, text.isEmpty() ? nameOf(kind) : text, keyOf(kind), needsSheets});
    };

    const std::vector<OrderStatus> next = earlier ? std::vector<OrderStatus>() : port.nextStatuses(order.id);
    const auto forward =
        std::find_if(next.begin(), next.end(), [](OrderStatus status) { return status != OrderStatus::Cancelled; });
    const bool mayCancel = std::find(next.begin(), next.end(), OrderStatus::Cancelled) != next.end();
    if (forward != next.end())
        m_primary = OrderAct{Kind::Advance, *forward, OrderText::advance(*forward, order.fulfilment),
                             keyOf(Kind::Advance), false};
    else if (isOpen && order.status == OrderStatus::Preparing)
        m_waitsFor = tr("The kitchen says when it is ready.");
    else if (isOpen)
        m_waitsFor = tr("Others take it from here.");

    const bool serves = mayServe(role);
    const bool takesLines = isOpen && order.status != OrderStatus::OutForDelivery;
    // The hub moves lines and takes money: it has to know the order.
    const bool isKnown = order.id > 0;
    offer(Kind::Pay,
          haveSheets && serves && !earlier && isKnown && order.status != OrderStatus::Cancelled && dueMinor(order) > 0,
          true);
    offer(Kind::Print, isKnown);
    offer(Kind::Refund, haveSheets && serves && isKnown && order.payment.paidMinor > 0, true);
    offer(Kind::AddLines, haveSheets && serves && takesLines, true);
    offer(Kind::Edit, haveSheets && serves && isOpen, true);
    offer(Kind::Fire, isOpen && nextHeldCourse(order) > 0, false, tr("Fire course %1").arg(nextHeldCourse(order)));
    const bool isToBeMade = isOpen && order.status <= OrderStatus::Preparing;
    offer(Kind::Priority, isToBeMade, false, order.priority ? tr("In its turn again") : tr("Make it first"));
    offer(
        Kind::Void,
        isOpen && haveSheets &&
            std::any_of(order.lines.begin(), order.lines.end(),
                        [&](const OrderLine &line) { return mayApplyLineAction(line.status, LineAction::Void, role); }),
        true);
    offer(Kind::Split, haveSheets && serves && takesLines && isKnown, true);
    offer(Kind::Join, haveSheets && serves && takesLines && isKnown, true);
    offer(Kind::Deliver, haveSheets && serves && isOpen && isKnown && order.fulfilment == Fulfilment::Delivery, true);
    offer(Kind::StepBack, !earlier && bool(port.mayRecall(order.id)));
    offer(Kind::OrderAgain, haveSheets && serves, true);
    offer(Kind::Cancel, mayCancel && haveSheets, true, order.status == OrderStatus::New ? tr("Refuse") : QString());
}

const OrderAct *OrderActList::find(OrderAct::Kind kind) const
{
    if (kind == OrderAct::Kind::Advance)
        return m_primary ? &*m_primary : nullptr;
    const auto found =
        std::find_if(m_others.begin(), m_others.end(), [kind](const OrderAct &act) { return act.kind == kind; });
    return found == m_others.end() ? nullptr : &*found;
}

} // namespace oshaq

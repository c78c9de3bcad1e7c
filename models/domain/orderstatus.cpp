// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/orderstatus.h"

namespace oshaq {

namespace {

constexpr RoleMask managers = roleBit(Role::Owner) | roleBit(Role::Manager);
constexpr RoleMask kitchen = roleBit(Role::Kitchen);
constexpr RoleMask counter = roleBit(Role::Counter);
constexpr RoleMask courier = roleBit(Role::Courier);
constexpr RoleMask guest = roleBit(Role::Guest);

constexpr unsigned fulfilmentBit(Fulfilment fulfilment)
{
    return 1u << static_cast<unsigned>(fulfilment);
}
constexpr unsigned delivered = fulfilmentBit(Fulfilment::Delivery);
constexpr unsigned collected = fulfilmentBit(Fulfilment::Pickup) | fulfilmentBit(Fulfilment::DineIn);
constexpr unsigned any = delivered | collected;

struct Rule
{
    OrderStatus from;
    OrderStatus to;
    RoleMask roles;
    unsigned fulfilments;
};

using enum OrderStatus;

/// The status machine. What is not here does not exist.
constexpr std::array rules{
    Rule{New, Accepted, kitchen | counter | managers, any},
    Rule{New, Cancelled, kitchen | counter | managers | guest, any},
    Rule{Accepted, Preparing, kitchen | counter | managers, any},
    Rule{Accepted, Cancelled, kitchen | counter | managers | guest, any},
    Rule{Preparing, Ready, kitchen | managers, any},
    Rule{Preparing, Cancelled, managers, any},
    Rule{Ready, OutForDelivery, kitchen | counter | courier | managers, delivered},
    Rule{Ready, Completed, kitchen | counter | courier | managers, collected},
    Rule{Ready, Cancelled, managers, any},
    Rule{OutForDelivery, Completed, counter | courier | managers, delivered},
    Rule{OutForDelivery, Cancelled, managers, delivered},
};

constexpr std::size_t indexOf(OrderStatus status)
{
    return static_cast<std::size_t>(status) - 1;
}

constexpr std::size_t statusCount = allOrderStatuses.size();
constexpr std::size_t fulfilmentCount = allFulfilments.size();
using Machine = std::array<std::array<std::array<RoleMask, fulfilmentCount>, statusCount>, statusCount>;

constexpr Machine machine = [] {
    Machine built{};
    for (const Rule &rule : rules) {
        for (const Fulfilment fulfilment : allFulfilments) {
            if (rule.fulfilments & fulfilmentBit(fulfilment))
                built[indexOf(rule.from)][indexOf(rule.to)][static_cast<std::size_t>(fulfilment)] = rule.roles;
        }
    }
    return built;
}();

constexpr RoleMask rolesFor(OrderStatus from, OrderStatus to, Fulfilment fulfilment)
{
    return machine[indexOf(from)][indexOf(to)][static_cast<std::size_t>(fulfilment)];
}

static_assert(rolesFor(Ready, Completed, Fulfilment::Delivery) == 0);
static_assert(rolesFor(Completed, Cancelled, Fulfilment::Pickup) == 0);

} // namespace

std::optional<OrderStatus> orderStatusFromCode(qint64 code)
{
    if (code < 1 || code > qint64(statusCount))
        return std::nullopt;
    return allOrderStatuses[static_cast<std::size_t>(code - 1)];
}

QString orderStatusName(OrderStatus status)
{
    switch (status) {
    case New:
        return QStringLiteral("New");
    case Accepted:
        return QStringLiteral("Accepted");
    case Preparing:
        return QStringLiteral("Preparing");
    case Ready:
        return QStringLiteral("Ready");
    case OutForDelivery:
        return QStringLiteral("Out for delivery");
    case Completed:
        return QStringLiteral("Completed");
    case Cancelled:
        return QStringLiteral("Cancelled");
    }
    return {};
}

bool mayTransition(OrderStatus from, OrderStatus to, Role role, Fulfilment fulfilment)
{
    return (rolesFor(from, to, fulfilment) & roleBit(role)) != 0;
}

bool transitionExists(OrderStatus from, OrderStatus to, Fulfilment fulfilment)
{
    return rolesFor(from, to, fulfilment) != 0;
}

std::optional<OrderStatus> recallTarget(OrderStatus from, Fulfilment fulfilment)
{
    switch (from) {
    case Preparing:
        return Accepted;
    case Ready:
        return Preparing;
    case OutForDelivery:
        return Ready;
    case Completed:
        // What was handed over at a door does not come back to the pass.
        if (fulfilment == Fulfilment::Delivery)
            return std::nullopt;
        return Ready;
    case New:
    case Accepted:
    case Cancelled:
        return std::nullopt;
    }
    return std::nullopt;
}

bool mayRecall(Role role)
{
    return ((kitchen | counter | managers) & roleBit(role)) != 0;
}

} // namespace oshaq

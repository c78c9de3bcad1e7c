// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <array>
#include <optional>

namespace oshaq {

/// Where the delivery service stands with one delivery that it was asked for.
enum class DispatchState
{
    Quoting,    ///< to be asked what it costs
    Quoted,     ///< the price is known; somebody has to say yes
    Wanted,     ///< written here; the service may not have heard of it
    Unknown,    ///< the service was told and its answer was lost: a courier may be coming
    Accepted,   ///< the service looks for a courier
    Assigned,   ///< a courier is on the way to the house
    PickedUp,   ///< on the way to the guest
    Delivered,  ///< over
    Cancelling, ///< to be called off; the service may not have heard of it
    Cancelled,  ///< over
    Failed,     ///< over: refused, or given up
};

inline constexpr std::array allDispatchStates{
    DispatchState::Quoting,    DispatchState::Quoted,    DispatchState::Wanted,   DispatchState::Unknown,
    DispatchState::Accepted,   DispatchState::Assigned,  DispatchState::PickedUp, DispatchState::Delivered,
    DispatchState::Cancelling, DispatchState::Cancelled, DispatchState::Failed};

/// "quoting", "quoted", "wanted", "unknown", "accepted", "assigned", "picked_up", "delivered", "cancelling",
/// "cancelled", "failed".
QString dispatchStateText(DispatchState state);
std::optional<DispatchState> dispatchStateFromText(QStringView text);

constexpr bool isOver(DispatchState state)
{
    return state == DispatchState::Delivered || state == DispatchState::Cancelled || state == DispatchState::Failed;
}

/// The service has it, as far as is known: to be looked after by polling.
constexpr bool isWithService(DispatchState state)
{
    return state == DispatchState::Unknown || state == DispatchState::Accepted || state == DispatchState::Assigned ||
           state == DispatchState::PickedUp || state == DispatchState::Cancelling;
}

/// Whether what is heard of a service may move a delivery from -> to. What is over stays over, and nothing goes back
/// except to another courier: news may come late and twice.
bool dispatchMayBecome(DispatchState from, DispatchState to);

/// A delivery that the service was asked for.
struct Dispatch
{
    qint64 id = 0;
    qint64 businessId = 0;
    qint64 orderId = 0;
    QString uuid; ///< what it is called at the service, by us
    DispatchState state = DispatchState::Wanted;
    QString serviceId;                ///< what the service calls it; empty: not known yet
    std::optional<qint64> priceMinor; ///< what the service takes from the house
    QString courierName;
    QString courierPhone;
    QString trackingUrl;
    std::optional<qint64> arrivesAtMs; ///< at the guest's, as the service thinks
    int attempts = 0;                  ///< in a row that failed
    std::optional<qint64> nextAtMs;    ///< when it is looked at again; none: it is over, or waits for somebody
    QString error;                     ///< English; of the last attempt
    qint64 version = 1;
    qint64 createdAtMs = 0;

    bool operator==(const Dispatch &) const = default;
};

/// What was heard of a delivery at the service, or what came of an attempt to reach it. What is not there stays.
struct DispatchNews
{
    std::optional<DispatchState> state;
    QString serviceId;
    std::optional<qint64> priceMinor;
    QString courierName;
    QString courierPhone;
    QString trackingUrl;
    std::optional<qint64> arrivesAtMs;
    bool failed = false;            ///< the attempt did not come through: counts in a row
    QString error;                  ///< English; without secrets
    std::optional<qint64> nextInMs; ///< when to look again; none: the state says (never, when it is over)
};

} // namespace oshaq

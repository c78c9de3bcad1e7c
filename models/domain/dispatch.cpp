// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/dispatch.h"

namespace oshaq {

namespace {

using enum DispatchState;

struct Step
{
    DispatchState from;
    DispatchState to;
};

/// What is not here does not happen. A service may leave steps out: who hears of "delivered" first takes it.
constexpr std::array steps{
    Step{Quoting, Quoted},      Step{Quoting, Failed},       Step{Quoting, Cancelled},  Step{Quoted, Wanted},
    Step{Quoted, Cancelled},    Step{Wanted, Unknown},       Step{Wanted, Accepted},    Step{Wanted, Assigned},
    Step{Wanted, PickedUp},     Step{Wanted, Delivered},     Step{Wanted, Failed},      Step{Wanted, Cancelled},
    Step{Unknown, Wanted},      Step{Unknown, Accepted},     Step{Unknown, Assigned},   Step{Unknown, PickedUp},
    Step{Unknown, Delivered},   Step{Unknown, Failed},       Step{Unknown, Cancelled},  Step{Unknown, Cancelling},
    Step{Accepted, Assigned},   Step{Accepted, PickedUp},    Step{Accepted, Delivered}, Step{Accepted, Failed},
    Step{Accepted, Cancelled},  Step{Accepted, Cancelling},  Step{Assigned, Accepted},  Step{Assigned, PickedUp},
    Step{Assigned, Delivered},  Step{Assigned, Failed},      Step{Assigned, Cancelled}, Step{Assigned, Cancelling},
    Step{PickedUp, Delivered},  Step{PickedUp, Failed},      Step{PickedUp, Cancelled}, Step{Cancelling, Cancelled},
    Step{Cancelling, PickedUp}, Step{Cancelling, Delivered}, Step{Cancelling, Failed},
};

} // namespace

QString dispatchStateText(DispatchState state)
{
    switch (state) {
    case Quoting:
        return QStringLiteral("quoting");
    case Quoted:
        return QStringLiteral("quoted");
    case Wanted:
        return QStringLiteral("wanted");
    case Unknown:
        return QStringLiteral("unknown");
    case Accepted:
        return QStringLiteral("accepted");
    case Assigned:
        return QStringLiteral("assigned");
    case PickedUp:
        return QStringLiteral("picked_up");
    case Delivered:
        return QStringLiteral("delivered");
    case Cancelling:
        return QStringLiteral("cancelling");
    case Cancelled:
        return QStringLiteral("cancelled");
    case Failed:
        return QStringLiteral("failed");
    }
    return {};
}

std::optional<DispatchState> dispatchStateFromText(QStringView text)
{
    for (const DispatchState state : allDispatchStates) {
        if (text == dispatchStateText(state))
            return state;
    }
    return std::nullopt;
}

bool dispatchMayBecome(DispatchState from, DispatchState to)
{
    for (const Step &step : steps) {
        if (step.from == from && step.to == to)
            return true;
    }
    return false;
}

} // namespace oshaq

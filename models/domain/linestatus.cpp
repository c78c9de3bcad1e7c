// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/linestatus.h"

namespace oshaq {

namespace {

constexpr RoleMask managers = roleBit(Role::Owner) | roleBit(Role::Manager);
constexpr RoleMask kitchen = roleBit(Role::Kitchen);
constexpr RoleMask counter = roleBit(Role::Counter);

struct Rule
{
    LineStatus from;
    LineAction action;
    RoleMask roles;
};

using enum LineStatus;

/// The line machine. Who may act follows the order machine: starting is its 2 -> 3, finishing its 3 -> 4, and recalls
/// belong to whoever may recall an order.
constexpr std::array rules{
    Rule{Queued, LineAction::Start, kitchen | counter | managers},
    Rule{Queued, LineAction::Done, kitchen | managers},
    Rule{Queued, LineAction::Void, kitchen | counter | managers},
    Rule{Started, LineAction::Done, kitchen | managers},
    Rule{Started, LineAction::Void, kitchen | counter | managers},
    Rule{Done, LineAction::Void, managers},
    Rule{Done, LineAction::Recall, kitchen | counter | managers},
    Rule{Started, LineAction::Unstart, kitchen | counter | managers},
    Rule{Voided, LineAction::Restore, kitchen | counter | managers},
    Rule{Queued, LineAction::Fire, kitchen | counter | managers},
    Rule{Queued, LineAction::Hold, kitchen | counter | managers},
};

constexpr std::size_t statusCount = allLineStatuses.size();
constexpr std::size_t actionCount = allLineActions.size();
using Machine = std::array<std::array<RoleMask, actionCount>, statusCount>;

constexpr Machine machine = [] {
    Machine built{};
    for (const Rule &rule : rules)
        built[static_cast<std::size_t>(rule.from) - 1][static_cast<std::size_t>(rule.action)] = rule.roles;
    return built;
}();

} // namespace

QString lineStatusText(LineStatus status)
{
    switch (status) {
    case Queued:
        return QStringLiteral("queued");
    case Started:
        return QStringLiteral("started");
    case Done:
        return QStringLiteral("done");
    case Voided:
        return QStringLiteral("voided");
    }
    return {};
}

std::optional<LineStatus> lineStatusFromText(QStringView text)
{
    for (const LineStatus status : allLineStatuses) {
        if (text == lineStatusText(status))
            return status;
    }
    return std::nullopt;
}

QString lineActionText(LineAction action)
{
    switch (action) {
    case LineAction::Start:
        return QStringLiteral("start");
    case LineAction::Done:
        return QStringLiteral("done");
    case LineAction::Void:
        return QStringLiteral("void");
    case LineAction::Recall:
        return QStringLiteral("recall");
    case LineAction::Unstart:
        return QStringLiteral("unstart");
    case LineAction::Restore:
        return QStringLiteral("restore");
    case LineAction::Fire:
        return QStringLiteral("fire");
    case LineAction::Hold:
        return QStringLiteral("hold");
    }
    return {};
}

std::optional<LineAction> lineActionFromText(QStringView text)
{
    for (const LineAction action : allLineActions) {
        if (text == lineActionText(action))
            return action;
    }
    return std::nullopt;
}

bool mayApplyLineAction(LineStatus from, LineAction action, Role role)
{
    return (machine[static_cast<std::size_t>(from) - 1][static_cast<std::size_t>(action)] & roleBit(role)) != 0;
}

} // namespace oshaq

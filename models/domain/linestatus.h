// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/role.h"

#include <QString>

#include <array>
#include <optional>

namespace oshaq {

/// Status of one line of an order.
enum class LineStatus
{
    Queued = 1,
    Started = 2,
    Done = 3,
    Voided = 4
};

inline constexpr std::array allLineStatuses{LineStatus::Queued, LineStatus::Started, LineStatus::Done,
                                            LineStatus::Voided};

/// What a person does to lines.
enum class LineAction
{
    Start,  ///< queued -> started
    Done,   ///< queued or started -> done ("bump")
    Void,   ///< queued or started -> voided (kitchen, counter, manager); done -> voided (manager)
    Recall, ///< done -> started
};

inline constexpr std::array allLineActions{LineAction::Start, LineAction::Done, LineAction::Void, LineAction::Recall};

/// "queued", "started", "done", "voided".
QString lineStatusText(LineStatus status);
std::optional<LineStatus> lineStatusFromText(QStringView text);

/// "start", "done", "void", "recall".
QString lineActionText(LineAction action);
std::optional<LineAction> lineActionFromText(QStringView text);

/// Where the action leads.
constexpr LineStatus lineActionTarget(LineAction action)
{
    switch (action) {
    case LineAction::Start:
        return LineStatus::Started;
    case LineAction::Done:
        return LineStatus::Done;
    case LineAction::Void:
        return LineStatus::Voided;
    case LineAction::Recall:
        return LineStatus::Started;
    }
    return LineStatus::Queued;
}

/// The line machine as one table lookup.
bool mayApplyLineAction(LineStatus from, LineAction action, Role role);

} // namespace oshaq

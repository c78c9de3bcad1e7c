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
    Start,   ///< queued -> started
    Done,    ///< queued or started -> done ("bump")
    Void,    ///< queued or started -> voided (kitchen, counter, manager); done -> voided (manager)
    Recall,  ///< done -> started
    Unstart, ///< started -> queued: it was begun by mistake
    Restore, ///< voided -> queued: it was voided by mistake
    Fire,    ///< queued and held -> queued and to be made now
    Hold,    ///< queued and to be made -> queued and held, until its course is fired
};

inline constexpr std::array allLineActions{LineAction::Start,  LineAction::Done,    LineAction::Void,
                                           LineAction::Recall, LineAction::Unstart, LineAction::Restore,
                                           LineAction::Fire,   LineAction::Hold};

/// "queued", "started", "done", "voided".
QString lineStatusText(LineStatus status);
std::optional<LineStatus> lineStatusFromText(QStringView text);

/// "start", "done", "void", "recall", "unstart", "restore", "fire", "hold".
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
    case LineAction::Unstart:
    case LineAction::Restore:
    case LineAction::Fire:
    case LineAction::Hold:
        return LineStatus::Queued;
    }
    return LineStatus::Queued;
}

/// The line machine as one table lookup.
bool mayApplyLineAction(LineStatus from, LineAction action, Role role);

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/common/orderhistory.h"
#include "models/domain/catalog.h"
#include "models/domain/result.h"
#include "sync/protocol/json.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace oshaq {

struct PlannedLine
{
    qint64 itemId = 0;
    qint64 quantity = 0;           ///< thousandths
    std::vector<qint64> optionIds; ///< the first ones of groups that need a choice
};

/// One order as a guest will send it.
struct PlannedOrder
{
    QString sourceId;
    qint64 afterMs = 0; ///< since the beginning of the replay
    std::vector<PlannedLine> lines;
    /// Of an earlier run that ended before its answer: sent again as the same guest under the same key.
    QString uuid = {};
    QByteArray guestToken = {};
};

struct ReplayPlan
{
    std::vector<PlannedOrder> orders;
    int ordersWithoutLines = 0;
    int linesPlanned = 0;
    int linesUnknownItem = 0;
    int linesWithoutItem = 0;
    std::vector<FileProblem> problems; ///< lines whose item the menu does not have
};

struct ReplayPace
{
    double speed = 60;         ///< 0: no pauses at all
    qint64 maxGapMs = 300'000; ///< of history; longer pauses are cut to it
    std::size_t limit = 0;     ///< orders; 0: all
    std::size_t part = 0;      ///< of `parts` replays side by side, this one plays each parts-th order
    std::size_t parts = 1;
};

/// Matches the lines with the `data` of GET menu (by external id, else by name) and lays the orders out in time.
/// ValidationFailed when `menuData` is not a menu.
Result<ReplayPlan> planReplay(const HistoryFile &history, const JsonValue &menuData, const ReplayPace &pace);

/// The menu of a terminal in the shape of GET menu, as far as planReplay() reads it.
JsonValue menuOf(const Catalog &catalog);

/// Goes on after an earlier run that wrote this history (see HistoryLog): orders that were answered are left out, those
/// that were asked for are asked for again, and the first one left is due at once. How many were left out.
std::size_t resumeReplay(ReplayPlan *plan, const QByteArray &history);

/// Body of POST user/orders/create.
QByteArray orderBody(const PlannedOrder &order, const QString &uuid);

} // namespace oshaq

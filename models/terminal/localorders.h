// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/order.h"
#include "models/domain/orderedit.h"
#include "models/domain/result.h"
#include "models/terminal/staffact.h"

#include <QString>

#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace oshaq {

/// Other ids of an order or of lines of it: the hub got what was taken here, or, after an older copy of it, lost that.
struct Renaming
{
    QString uuid;
    qint64 from = 0; ///< the order's; equal to `to` when only lines are concerned
    qint64 to = 0;
    QString number; ///< the order's from now on; empty: as before
    std::unordered_map<qint64, qint64> lines;

    qint64 lineId(qint64 id) const
    {
        const auto found = lines.find(id);
        return found == lines.end() ? id : found->second;
    }
};

/// What acts mean for a row that the hub has not answered yet: the hub's own rules, as far as a terminal can know.
/// Pure.
namespace localorders {

/// Owners, managers and counters sell.
bool maySell(Role role);

/// Which of the hub's lines is which of ours: the first that is the same dish, as many, with the same words and
/// options, each once, in order; 0: none.
std::vector<qint64> matchLines(const std::vector<OrderLine> &ours, const std::vector<OrderLine> &hubs);
/// The same for lines that came later: the last ones that match, of those that are younger than the order was and are
/// nobody else's.
std::vector<qint64> matchAdded(const LinesAdded &added, const std::vector<OrderLine> &hubs,
                               const std::unordered_set<qint64> &claimed);

/// The order with later lines. Refused for one that has left the house.
Result<Order> withLines(Order order, std::vector<OrderLine> lines, qint64 atMs);

/// The order with other fields; unchanged (version too) when it says so already. VersionStale when a field is neither
/// what the person saw nor what they want.
Result<Order> withFields(Order order, const OrderEdit &edit);

/// Exchanges ids; true when something of it changed.
bool rename(StaffAct *act, const Renaming &renaming);

/// Renaming from the ids here to those of the hub, and back.
Renaming toHub(const OrderTaken &taken, const QString &number);
Renaming toHub(const QString &uuid, qint64 orderId, const LinesAdded &added);
Renaming reversed(const Renaming &renaming, const QString &number);

} // namespace localorders

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/order.h"
#include "models/domain/result.h"

#include <QtGlobal>

#include <set>
#include <vector>

namespace oshaq {

/// A part of a line's price that a payment was for.
struct PaidLine
{
    qint64 lineId = 0;
    qint64 amountMinor = 0;

    bool operator==(const PaidLine &) const = default;
};

/// What one of `guests` who share `dueMinor` evenly pays now. Rounded up, so that the last one never pays more than the
/// others and nothing is left over: three pay 100 as 34, 33 and 33.
qint64 evenShareMinor(qint64 dueMinor, int guests);

/// What these lines of an order cost. `paidBefore`: lines that other payments are for. ValidationFailed, with the
/// place, for a line that is not the order's, is voided or named twice; PaymentNotAllowed for one that is paid for
/// already.
Result<std::vector<PaidLine>> sharesOfLines(const Order &order, const std::vector<qint64> &lineIds,
                                            const std::set<qint64> &paidBefore);

} // namespace oshaq

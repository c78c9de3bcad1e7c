// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/common/orderhistory.h"
#include "models/domain/money.h"
#include "models/hub/historyimport.h"

#include <QDate>
#include <QString>

#include <optional>
#include <vector>

namespace oshaq {

/// Orders of a file as they are imported. An order with a wrong row is not among them: half an order is none.
struct PastOrders
{
    std::vector<PastOrder> orders;
    std::vector<FileProblem> problems;
    int refused = 0;      ///< orders with a wrong row
    int withoutLines = 0; ///< orders of which no row names a dish
    int rowsWithoutItem = 0;
};

/// How an order was paid: what is `paid` towards it, at most its total (where it is total and tip together, the tip is
/// taken off); all of it when the file says only how, or only a tip. "0", or a method such as "unpaid" without an
/// amount, is no payment. Methods: what says cash ("cash", "наличные", "қолма-қол"), or nothing, is cash; anything else
/// went over a card reader, also a bank's page of another program.
///
/// Times of the file's own clock are read in `timeZone`. `day`: when the file has no times; its orders are a second
/// apart from noon on.
PastOrders planPastOrders(const HistoryFile &history, const Currency &currency, const QString &timeZone,
                          const std::optional<QDate> &day);

/// "$16.98 ", "1 234,50 ₸", "1,234.50" in minor units. ValidationFailed with what is wrong.
Result<qint64> amountOf(const QString &text, const Currency &currency);

} // namespace oshaq

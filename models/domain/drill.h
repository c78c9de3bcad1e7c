// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/order.h"

#include <QDate>
#include <QString>

#include <optional>
#include <vector>

namespace oshaq {

/// The orders behind a bar, a cell or a row of the statistics. All that is set must fit.
struct DrillQuery
{
    QDate from; ///< business days, both included
    QDate to;
    std::optional<int> weekday; ///< of the business day: 1 Monday to 7
    std::optional<int> hour;    ///< on the wall, 0 to 23
    std::optional<OrderStatus> status;
    std::optional<Fulfilment> fulfilment;
    std::optional<qint64> itemId;     ///< has such a line that was not voided
    std::optional<qint64> categoryId; ///< likewise; 0: of none
    std::optional<qint64> stationId;  ///< has a line that is done there
    bool late = false;                ///< with stationId or itemId: that line was late; else: ready after the promise
    QString channel;                  ///< Analytics::Channel::name; empty: all
    std::optional<QString> reason;    ///< Analytics::Cancellation::reason
    int limit = 50;                   ///< 1 to 200
    QString cursor;

    bool operator==(const DrillQuery &) const = default;
};

struct DrillPage
{
    std::vector<Order> orders; ///< newest first
    QString nextCursor;        ///< empty: the last page
};

} // namespace oshaq

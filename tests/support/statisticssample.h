// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/analytics.h"
#include "models/domain/order.h"

#include <vector>

namespace oshaq {

class FakeStatisticsPort;

/// Figures of a restaurant that agree with each other, the same each time.
namespace statisticssample {

/// Days on which nobody came.
Analytics empty(QDate from, QDate to);
/// `ordersADay` on an ordinary day, `dishes` on the menu; a day's figures are the same in every range that has it.
Analytics busy(QDate from, QDate to, int ordersADay, int dishes = 24);
/// As busy(), with names that are empty, long, right to left, full of signs, or begin as a formula does.
Analytics oddNames(QDate from, QDate to);
/// Any figures whose parts sum up to their totals; another `seed`, other figures.
Analytics random(QDate from, QDate to, unsigned seed);

std::vector<Order> orders(int count, qint64 nowMs);

/// A restaurant with 90 orders a day, orders behind them, and reports of the last days.
void fill(FakeStatisticsPort &port);

} // namespace statisticssample
} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/analytics.h"
#include "models/domain/result.h"
#include "models/sql/database.h"

#include <QDate>
#include <QString>

namespace oshaq {

namespace analyticsreads {

/// The longest period: ten years and a bit.
inline constexpr int maxDays = 3700;

/// Business days, both included.
struct Period
{
    QDate from;
    QDate to;
};
/// Of days as text, "2026-01-15"; null ones are the last 30 business days. ValidationFailed for a period that is none.
Result<Period> period(sql::Database &database, qint64 businessId, const QString &from, const QString &to, qint64 nowMs);

enum class Days
{
    Kept,  ///< figures that are kept (models/hub/keptdays) are taken; the other days are added up
    Fresh, ///< every day is added up, for those who compare
};

/// One snapshot, and nothing is written. Memory by the number of days, items and durations that were measured, whatever
/// the orders hold.
Result<Analytics> of(sql::Database &database, qint64 businessId, const Period &period, Days days = Days::Kept);

} // namespace analyticsreads

} // namespace oshaq

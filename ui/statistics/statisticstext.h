// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/linkstatus.h"
#include "ui/common/zoneclock.h"
#include "ui/statistics/chart.h"
#include "ui/statistics/statisticsmath.h"
#include "ui/statistics/statisticsrange.h"

#include <QCoreApplication>

namespace oshaq {

/// What the statistics page says. Pure: the same figures give the same words in the language of the program.
class StatisticsText
{
    Q_DECLARE_TR_FUNCTIONS(oshaq::StatisticsText)

public:
    // ---- ranges
    static QString rangeName(RangeKind kind);
    /// "16–22 Nov", "28 Oct – 3 Nov 2025": the year where it is not today's.
    static QString days(const DayRange &range, const QDate &today);
    /// "This week · 16–22 Nov".
    static QString range(const RangeChoice &choice, const QDate &today);
    /// "against the week before".
    static QString comparison(Comparison comparison, const RangeChoice &choice, const QDate &today);
    /// "Sat 21 Nov": of a day, a week or a month.
    static QString bucket(const DayRange &days, statisticsmath::BucketSize size);
    /// "Sat", "21", "16 Nov", "Nov".
    static QString shortBucket(const DayRange &days, statisticsmath::BucketSize size, int count);
    static QString weekday(int day);
    static QString shortWeekday(int day);

    // ---- figures
    static QString figure(qint64 value, FigureKind kind, const Currency &currency);
    /// "—" where it is not known.
    static QString figure(const std::optional<qint64> &value, FigureKind kind, const Currency &currency);
    /// "thousand ₸".
    static QString moneyUnit(const statisticsmath::AxisUnit &unit, const Currency &currency);
    static QString axisFigure(qint64 minor, const statisticsmath::AxisUnit &unit);

    /// How a figure moved, and whether that is good.
    struct Change
    {
        enum class Way
        {
            Unknown, ///< nothing to compare with
            Same,
            Better,
            Worse
        };
        Way way = Way::Unknown;
        bool isUp = false;
        QString text; ///< "+6.2 %, better"
    };
    static Change change(std::optional<qint64> now, std::optional<qint64> before, FigureKind kind, bool moreIsBetter);

    // ---- names of what came from the hub
    static QString channel(const QString &code);
    static QString fulfilment(Fulfilment fulfilment);
    static QString cancelReason(const QString &reason);
    /// One that has no name any more, or none that can be read.
    static QString named(const QString &name);

    /// Proposed for a file: "oshaq-sales-2026-11-16-2026-11-22".
    static QString fileStem(const QString &what, const DayRange &range);
};

} // namespace oshaq

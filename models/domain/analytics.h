// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fulfilment.h"
#include "models/domain/money.h"

#include <QDate>
#include <QString>

#include <array>
#include <vector>

namespace oshaq {

/// Counts of some orders. Revenue is the total of the completed ones: what was not handed over was not earned.
struct SalesFigures
{
    qint64 orders = 0; ///< placed
    qint64 completed = 0;
    qint64 cancelled = 0;
    qint64 revenueMinor = 0;

    /// Half rounds up; 0 without orders.
    qint64 averageCheckMinor() const { return completed == 0 ? 0 : (revenueMinor + completed / 2) / completed; }
    SalesFigures &operator+=(const SalesFigures &other);
    bool operator==(const SalesFigures &) const = default;
};

/// How long something took, over all that were measured.
struct DurationFigures
{
    qint64 count = 0;
    qint64 averageMs = 0;
    qint64 p50Ms = 0; ///< nearest rank
    qint64 p90Ms = 0;
    qint64 p95Ms = 0;
    qint64 maxMs = 0;

    bool operator==(const DurationFigures &) const = default;
};

/// What a business did from one business day to another, both included. Orders belong to the day on which they were
/// placed, by the business's own clock: also on the days on which it is moved.
struct Analytics
{
    struct Day
    {
        QDate day;
        SalesFigures sales;
    };
    struct ItemSales
    {
        qint64 itemId = 0;
        QString name; ///< as it was called last
        qint64 categoryId = 0;
        QString category;
        qint64 lines = 0;
        qint64 quantity = 0; ///< thousandths
        qint64 revenueMinor = 0;
    };
    struct CategorySales
    {
        qint64 categoryId = 0;
        QString name;
        qint64 lines = 0;
        qint64 revenueMinor = 0;
    };
    struct Cancellation
    {
        QString reason;
        qint64 orders = 0;
        qint64 totalMinor = 0;
    };
    struct Channel
    {
        QString name; ///< who placed them: "guest", "terminal", "business", "staff", "integration"
        SalesFigures sales;
    };
    /// How long a dish took, wherever it was made.
    struct ItemWork
    {
        qint64 itemId = 0;
        QString name; ///< as it was called last
        DurationFigures work;
        qint64 late = 0; ///< as of StationWork
    };
    /// How long it took until what was ordered stood on a screen.
    struct ScreenLatency
    {
        qint64 terminalId = 0; ///< 0: a viewer that is no terminal
        QString name;          ///< as it is called now; empty: not known any more
        DurationFigures painted;
    };
    struct StationWork
    {
        qint64 stationId = 0;
        QString name;
        DurationFigures work; ///< line added -> done
        qint64 late = 0;      ///< longer than the item's time, or the station's limit where the item has none
    };

    QDate from;
    QDate to;
    qint64 beginMs = 0;
    qint64 endMs = 0;
    Currency currency;
    SalesFigures total;
    qint64 openOrders = 0;
    qint64 subtotalMinor = 0; ///< of the completed ones: what the lines cost
    qint64 deliveryMinor = 0;
    qint64 taxMinor = 0; ///< of the completed ones: the tax that is inside their totals
    qint64 cancelledMinor = 0;
    std::vector<Day> days;                ///< every day, also empty ones
    std::array<SalesFigures, 24> hours;   ///< by the hour on the wall
    std::array<SalesFigures, 7> weekdays; ///< of business days; Monday first
    /// [weekday of the business day, Monday first][hour on the wall]: an hour after midnight that still belongs to the
    /// evening before stands in that evening's row.
    std::array<std::array<SalesFigures, 24>, 7> weekHours;
    std::array<SalesFigures, allFulfilments.size()> fulfilments; ///< in the order of allFulfilments
    std::vector<Channel> channels;                               ///< by name
    std::vector<ItemSales> items;                                ///< completed orders; most revenue first
    std::vector<CategorySales> categories;                       ///< most revenue first
    std::vector<Cancellation> cancellations;                     ///< most orders first
    DurationFigures toAccept;                                    ///< placed -> accepted
    DurationFigures toReady;                                     ///< placed -> ready
    DurationFigures preparing;                                   ///< preparing -> ready
    qint64 promised = 0;                                         ///< orders with a promised time that became ready
    qint64 late = 0;                                             ///< of those: ready after it
    DurationFigures lateness;                                    ///< of the late ones
    std::vector<StationWork> stations;
    std::vector<ItemWork> dishes;       ///< most lines first
    std::vector<ScreenLatency> screens; ///< by name
    DurationFigures painted;            ///< over all screens
};

} // namespace oshaq

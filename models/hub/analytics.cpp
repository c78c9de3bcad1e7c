// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/analytics.h"

#include "models/domain/timetext.h"
#include "models/hub/businessstore.h"
#include "models/hub/keptdays.h"
#include "models/hub/sqlvalues.h"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace oshaq {

namespace {

constexpr int defaultDays = 30;

Error invalid(const char *field, const QString &issue)
{
    return {ErrorCode::ValidationFailed, issue, {{QLatin1String(field), issue}}};
}

DurationFigures figuresOf(std::vector<qint64> durations)
{
    DurationFigures figures;
    figures.count = qint64(durations.size());
    if (durations.empty())
        return figures;
    qint64 sum = 0;
    for (const qint64 one : durations)
        sum += one;
    const auto rank = [&](std::size_t percent) {
        return durations.begin() +
               std::ptrdiff_t(std::max<std::size_t>((durations.size() * percent + 99) / 100, 1) - 1);
    };
    figures.averageMs = (sum + figures.count / 2) / figures.count;
    // What lies behind a rank is not smaller, so the next one and the largest are there.
    std::nth_element(durations.begin(), rank(50), durations.end());
    figures.p50Ms = *rank(50);
    std::nth_element(rank(50), rank(90), durations.end());
    figures.p90Ms = *rank(90);
    std::nth_element(rank(90), rank(95), durations.end());
    figures.p95Ms = *rank(95);
    figures.maxMs = *std::max_element(rank(95), durations.end());
    return figures;
}

void append(std::vector<qint64> &all, const std::vector<qint64> &more)
{
    all.insert(all.end(), more.begin(), more.end());
}

/// What rows of the catalog and the terminals say now.
struct Names
{
    struct Item
    {
        qint64 categoryId = 0;
        QString category;
    };
    struct Station
    {
        QString name;
        qint64 lateMs = 0;
    };

    std::unordered_map<qint64, Item> items;
    std::map<qint64, Station> stations;
    std::map<qint64, QString> terminals;

    static Result<Names> read(sql::Database &database, qint64 businessId)
    {
        Names names;
        const auto each = [&](const QString &sql, const auto &take) -> Result<void> {
            auto rows = database.query(sql, {businessId});
            if (!rows)
                return rows.error();
            while (rows->next())
                take(*rows);
            if (rows->failed())
                return hubsql::readFailed();
            return {};
        };
        // Rows that were deleted too: what they did is counted.
        const auto items = each(QStringLiteral("SELECT t.item_id, t.category_id, g.name FROM items t"
                                               " JOIN categories g ON g.category_id = t.category_id"
                                               " WHERE t.business_id = ?"),
                                [&](const sql::Statement &row) {
                                    names.items[row.integer(0)] = {row.integer(1), row.text(2)};
                                });
        if (!items)
            return items.error();
        const auto stations =
            each(QStringLiteral("SELECT station_id, name, 1000 * late_seconds FROM stations WHERE business_id = ?"),
                 [&](const sql::Statement &row) {
                     names.stations[row.integer(0)] = {row.text(1), row.integer(2)};
                 });
        if (!stations)
            return stations.error();
        const auto terminals = each(QStringLiteral("SELECT terminal_id, name FROM terminals WHERE business_id = ?"),
                                    [&](const sql::Statement &row) { names.terminals[row.integer(0)] = row.text(1); });
        if (!terminals)
            return terminals.error();
        return names;
    }
};

/// Adds up days, in their order.
class Sum
{
public:
    Sum(Analytics *result, Names names)
        : m_result(*result)
        , m_names(std::move(names))
    {}

    void add(std::size_t day, const DayFigures &figures)
    {
        const auto weekday = std::size_t(m_result.days[day].day.dayOfWeek() - 1);
        SalesFigures &sales = m_result.days[day].sales;
        for (std::size_t hour = 0; hour < figures.hours.size(); ++hour) {
            sales += figures.hours[hour];
            m_result.hours[hour] += figures.hours[hour];
            m_result.weekHours[weekday][hour] += figures.hours[hour];
        }
        m_result.weekdays[weekday] += sales;
        m_result.total += sales;
        m_result.openOrders += sales.orders - sales.completed - sales.cancelled;
        for (std::size_t i = 0; i < figures.fulfilments.size(); ++i)
            m_result.fulfilments[i] += figures.fulfilments[i];
        for (const auto &[name, channel] : figures.channels)
            m_channels[name.isEmpty() ? QStringLiteral("unknown") : QString::fromUtf8(name)] += channel;
        m_result.subtotalMinor += figures.subtotalMinor;
        m_result.deliveryMinor += figures.deliveryMinor;
        m_result.taxMinor += figures.taxMinor;
        for (const auto &[reason, one] : figures.cancellations) {
            DayFigures::Cancellation &cancellation = m_cancellations[QString::fromUtf8(reason)];
            cancellation.orders += one.orders;
            cancellation.totalMinor += one.totalMinor;
            m_result.cancelledMinor += one.totalMinor;
        }
        for (const DayFigures::Item &one : figures.items) {
            Item &item = m_items[one.itemId];
            item.lines += one.lines;
            item.quantity += one.quantity;
            item.revenueMinor += one.revenueMinor;
            if (item.name != one.name)
                item.name = QByteArray(one.name.constData(), one.name.size());
        }
        append(m_toAccept, figures.toAccept);
        append(m_toReady, figures.toReady);
        append(m_preparing, figures.preparing);
        append(m_lateness, figures.lateness);
        m_result.promised += figures.promised;
        for (const DayFigures::Work &work : figures.works)
            addWork(work);
        for (const auto &[viewer, latencies] : figures.painted) {
            append(m_screens[terminalOf(viewer)], latencies);
            append(m_painted, latencies);
        }
    }

    void finish()
    {
        for (const auto &[name, sales] : m_channels)
            m_result.channels.push_back({name, sales});
        finishItems();
        for (const auto &[reason, one] : m_cancellations)
            m_result.cancellations.push_back({reason, one.orders, one.totalMinor});
        std::stable_sort(m_result.cancellations.begin(), m_result.cancellations.end(),
                         [](const auto &a, const auto &b) { return a.orders > b.orders; });
        m_result.late = qint64(m_lateness.size());
        m_result.toAccept = figuresOf(std::move(m_toAccept));
        m_result.toReady = figuresOf(std::move(m_toReady));
        m_result.preparing = figuresOf(std::move(m_preparing));
        m_result.lateness = figuresOf(std::move(m_lateness));
        for (auto &[id, work] : m_stations)
            m_result.stations.push_back(
                {id, m_names.stations[id].name, figuresOf(std::move(work.durations)), work.late});
        for (auto &[id, work] : m_dishes)
            m_result.dishes.push_back(
                {id, QString::fromUtf8(m_items[id].name), figuresOf(std::move(work.durations)), work.late});
        std::stable_sort(m_result.dishes.begin(), m_result.dishes.end(),
                         [](const auto &a, const auto &b) { return a.work.count > b.work.count; });
        for (auto &[id, latencies] : m_screens) {
            const auto name = m_names.terminals.find(id);
            m_result.screens.push_back(
                {id, name == m_names.terminals.end() ? QString() : name->second, figuresOf(std::move(latencies))});
        }
        std::stable_sort(m_result.screens.begin(), m_result.screens.end(),
                         [](const auto &a, const auto &b) { return a.name < b.name; });
        m_result.painted = figuresOf(std::move(m_painted));
    }

private:
    struct Item
    {
        QByteArray name;
        qint64 lines = 0;
        qint64 quantity = 0;
        qint64 revenueMinor = 0;
    };
    struct Work
    {
        std::vector<qint64> durations;
        qint64 late = 0;
    };

    void addWork(const DayFigures::Work &work)
    {
        const qint64 limitMs = m_names.stations[work.stationId].lateMs;
        const auto onTime = std::upper_bound(work.untimed.begin(), work.untimed.end(), limitMs);
        const qint64 late = work.timedLate + (work.untimed.end() - onTime);
        for (Work *all : {&m_stations[work.stationId], &m_dishes[work.itemId]}) {
            append(all->durations, work.timed);
            append(all->durations, work.untimed);
            all->late += late;
        }
    }

    void finishItems()
    {
        std::map<qint64, Analytics::ItemSales> byItem;
        std::map<qint64, Analytics::CategorySales> byCategory;
        for (const auto &[id, one] : m_items) {
            if (one.lines == 0)
                continue;
            const Names::Item &known = m_names.items[id];
            byItem[id] = {id,
                          QString::fromUtf8(one.name),
                          known.categoryId,
                          known.category,
                          one.lines,
                          one.quantity,
                          one.revenueMinor};
            Analytics::CategorySales &category = byCategory[known.categoryId];
            category.categoryId = known.categoryId;
            category.name = known.category;
            category.lines += one.lines;
            category.revenueMinor += one.revenueMinor;
        }
        for (auto &[id, item] : byItem)
            m_result.items.push_back(std::move(item));
        for (auto &[id, category] : byCategory)
            m_result.categories.push_back(std::move(category));
        const auto byRevenue = [](const auto &a, const auto &b) { return a.revenueMinor > b.revenueMinor; };
        std::stable_sort(m_result.items.begin(), m_result.items.end(), byRevenue);
        std::stable_sort(m_result.categories.begin(), m_result.categories.end(), byRevenue);
    }

    /// 0: a viewer that is no terminal.
    static qint64 terminalOf(const QByteArray &viewer)
    {
        return viewer.startsWith("terminal:") ? viewer.mid(9).toLongLong() : 0;
    }

    Analytics &m_result;
    Names m_names;
    std::map<QString, SalesFigures> m_channels;
    std::unordered_map<qint64, Item> m_items;
    std::map<QString, DayFigures::Cancellation> m_cancellations;
    std::vector<qint64> m_toAccept;
    std::vector<qint64> m_toReady;
    std::vector<qint64> m_preparing;
    std::vector<qint64> m_lateness;
    std::map<qint64, Work> m_stations;
    std::map<qint64, Work> m_dishes;
    std::map<qint64, std::vector<qint64>> m_screens;
    std::vector<qint64> m_painted;
};

} // namespace

Result<analyticsreads::Period> analyticsreads::period(sql::Database &database, qint64 businessId, const QString &from,
                                                      const QString &to, qint64 nowMs)
{
    const auto business = businessstore::find(database, businessId);
    if (!business)
        return business.error();
    const auto dayOf = [](const QString &text) {
        const QDate day = text.size() == 10 ? QDate::fromString(text, Qt::ISODate) : QDate();
        return day.isValid() && day.year() >= 2000 && day.year() < 2200 ? day : QDate();
    };
    Period period;
    period.to = to.isNull() ? businessDay(nowMs, business->timeZone, business->dayStartMinutes) : dayOf(to);
    if (!period.to.isValid())
        return invalid("to", QStringLiteral("must be a day such as 2026-01-15"));
    period.from = from.isNull() ? period.to.addDays(1 - defaultDays) : dayOf(from);
    if (!period.from.isValid())
        return invalid("from", QStringLiteral("must be a day such as 2026-01-15"));
    if (period.from > period.to)
        return invalid("from", QStringLiteral("is after \"to\""));
    if (period.from.daysTo(period.to) >= maxDays)
        return invalid("from", QStringLiteral("is more than %1 days before \"to\"").arg(maxDays));
    return period;
}

Result<Analytics> analyticsreads::of(sql::Database &database, qint64 businessId, const Period &period, Days days)
{
    const auto snapshot = hubsql::oneSnapshot(database);
    if (!snapshot)
        return snapshot.error();
    const auto business = businessstore::find(database, businessId);
    if (!business)
        return business.error();
    const auto currency = Currency::fromCode(business->currency);
    if (!currency)
        return currency.error();
    auto names = Names::read(database, businessId);
    if (!names)
        return names.error();
    const auto placed = keptdays::placed(database, businessId);
    if (!placed)
        return placed.error();
    Analytics result;
    WallClock clock(*business, period.from, period.to);
    result.from = period.from;
    result.to = period.to;
    result.beginMs = clock.beginMs();
    result.endMs = clock.endMs();
    result.currency = *currency;
    for (std::size_t day = 0; day < clock.days(); ++day)
        result.days.push_back({clock.day(day), {}});
    std::vector<QByteArray> kept(clock.days());
    if (days == Days::Kept) {
        auto found = keptdays::read(database, *business, clock);
        if (!found)
            return found.error();
        kept = std::move(*found);
    }

    Sum sum(&result, std::move(*names));
    for (std::size_t day = 0; day < clock.days(); ++day) {
        if (!*placed || clock.dayEndMs(day) <= (*placed)->firstMs || clock.dayBeginMs(day) > (*placed)->lastMs)
            continue;
        if (const auto figures = DayFigures::fromBytes(kept[day])) {
            sum.add(day, *figures);
            continue;
        }
        const auto figures = DayFigures::read(database, businessId, clock, day);
        if (!figures)
            return figures.error();
        sum.add(day, *figures);
    }
    sum.finish();
    return result;
}

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/statistics/chartbuilder.h"

#include "ui/statistics/statisticsmath.h"
#include "ui/statistics/statisticstext.h"

#include <algorithm>

namespace oshaq {

namespace {

using statisticsmath::BucketSize;

/// As many bars as a card has room for; the table has them all.
constexpr size_t mostBars = 8;
constexpr int hoursOfDay = 24;
constexpr int daysOfWeek = 7;

DrillQuery queryOf(const DayRange &days)
{
    DrillQuery query;
    query.from = days.from;
    query.to = days.to;
    return query;
}

/// The largest first; of as many as can be read.
void keepLargest(Chart *chart)
{
    std::stable_sort(chart->marks.begin(), chart->marks.end(), [](const ChartMark &a, const ChartMark &b) {
        return a.value.value_or(-1) > b.value.value_or(-1);
    });
    chart->leftOut = int(chart->marks.size()) - int(std::min(chart->marks.size(), mostBars));
    chart->marks.resize(chart->marks.size() - size_t(chart->leftOut));
}

void sumColumns(Chart *chart)
{
    chart->totals.assign(chart->columns.size(), std::nullopt);
    for (size_t column = 0; column < chart->columns.size(); ++column) {
        const FigureKind kind = chart->columns[column].kind;
        if (kind != FigureKind::Count && kind != FigureKind::Money)
            continue;
        qint64 sum = 0;
        for (const ChartRow &row : chart->rows)
            sum += row.figures[column].value_or(0);
        chart->totals[column] = sum;
    }
}

void addMark(Chart *chart, const QString &name, std::optional<qint64> value, const std::optional<DrillQuery> &drill)
{
    ChartMark mark;
    mark.label = name;
    mark.name = name;
    mark.value = value;
    mark.text = StatisticsText::figure(value, chart->kind, chart->currency);
    mark.tip = name + QStringLiteral(": ") + mark.text;
    mark.drill = drill;
    chart->marks.push_back(std::move(mark));
}

/// What belongs beside each bucket. Months that begin on the same date are months there too; else day stands by day.
std::vector<SalesFigures> besideBuckets(const std::vector<statisticsmath::DayBucket> &buckets, BucketSize size,
                                        const std::vector<Analytics::Day> &before)
{
    std::vector<SalesFigures> beside;
    if (before.empty() || buckets.empty())
        return beside;
    if (size == BucketSize::Month && before.front().day.day() == buckets.front().days.from.day()) {
        for (const statisticsmath::DayBucket &bucket : statisticsmath::bucketsOf(before, size))
            beside.push_back(bucket.sales);
        return beside;
    }
    size_t at = 0;
    for (const statisticsmath::DayBucket &bucket : buckets) {
        beside.emplace_back();
        for (int day = 0; day < bucket.days.days() && at < before.size(); ++day, ++at)
            beside.back() += before[at].sales;
    }
    // A month that was longer.
    for (; at < before.size(); ++at)
        beside.push_back(before[at].sales);
    return beside;
}

std::optional<qint64> checkOf(const SalesFigures &sales)
{
    return sales.completed == 0 ? std::nullopt : std::optional(sales.averageCheckMinor());
}

} // namespace

QStringList ChartBuilder::variants(ChartId id)
{
    switch (id) {
    case ChartId::Dishes:
        return {tr("Number"), tr("Revenue")};
    case ChartId::Late:
    case ChartId::Preparation:
        return {tr("By station"), tr("By dish")};
    case ChartId::Channels:
        return {tr("Who took them"), tr("How they went out")};
    case ChartId::Revenue:
    case ChartId::Hours:
    case ChartId::AverageCheck:
    case ChartId::Categories:
    case ChartId::Painted:
    case ChartId::Cancellations:
        break;
    }
    return {};
}

QString ChartBuilder::title(ChartId id)
{
    switch (id) {
    case ChartId::Revenue:
        return tr("Revenue");
    case ChartId::Dishes:
        return tr("Top dishes");
    case ChartId::Hours:
        return tr("Orders by hour and weekday");
    case ChartId::Late:
        return tr("Late dishes");
    case ChartId::AverageCheck:
        return tr("Average check");
    case ChartId::Categories:
        return tr("Sales by category");
    case ChartId::Preparation:
        return tr("Preparation time");
    case ChartId::Channels:
        return tr("Where orders come from");
    case ChartId::Painted:
        return tr("Until an order is on a screen");
    case ChartId::Cancellations:
        return tr("Cancelled, and why");
    }
    return {};
}

Chart ChartBuilder::make(ChartId id, int variant, const StatisticsFigures &figures)
{
    Chart chart;
    chart.id = id;
    chart.title = title(id);
    chart.currency = figures.now.currency;
    chart.empty = tr("Nothing to show in these days.");
    switch (id) {
    case ChartId::Revenue:
    case ChartId::AverageCheck:
        addByDay(&chart, figures);
        break;
    case ChartId::Dishes:
        addDishes(&chart, figures, variant == 1);
        break;
    case ChartId::Hours:
        addHours(&chart, figures);
        break;
    case ChartId::Late:
    case ChartId::Preparation:
        if (variant == 1)
            addDishWork(&chart, figures);
        else
            addStations(&chart, figures);
        break;
    case ChartId::Categories:
        addCategories(&chart, figures);
        break;
    case ChartId::Channels:
        addChannels(&chart, figures, variant == 1);
        break;
    case ChartId::Painted:
        addScreens(&chart, figures);
        break;
    case ChartId::Cancellations:
        addCancellations(&chart, figures);
        break;
    }
    const bool isEmpty = std::none_of(chart.marks.begin(), chart.marks.end(), [](const ChartMark &mark) {
        return mark.value.value_or(0) > 0 || mark.second.value_or(0) > 0;
    });
    if (!isEmpty)
        chart.empty.clear();
    chart.sentence = isEmpty ? chart.title + QStringLiteral(": ") + chart.empty : sentence(chart);
    return chart;
}

QString ChartBuilder::sentence(const Chart &chart)
{
    const auto most =
        std::max_element(chart.marks.begin(), chart.marks.end(), [](const ChartMark &a, const ChartMark &b) {
            return a.value.value_or(-1) < b.value.value_or(-1);
        });
    const int rows = int(chart.rows.size());
    //: A chart for people who hear it: its title, how many rows its table has, its largest entry with its figure
    return tr("%1, %n rows. The most: %2, %3.", nullptr, rows)
        .arg(chart.title, most->name, StatisticsText::figure(most->value, chart.kind, chart.currency));
}

// ---- by day

void ChartBuilder::addByDay(Chart *chart, const StatisticsFigures &figures)
{
    const bool isCheck = chart->id == ChartId::AverageCheck;
    chart->shape = isCheck ? Chart::Shape::Lines : Chart::Shape::Columns;
    chart->kind = FigureKind::Money;
    chart->inOrder = true;
    const std::vector<Analytics::Day> &days = figures.now.days;
    const std::vector<Analytics::Day> before = figures.before ? figures.before->days : std::vector<Analytics::Day>();
    const BucketSize size = statisticsmath::bucketSizeFor(int(days.size()));
    switch (size) {
    case BucketSize::Day:
        chart->title = isCheck ? tr("Average check by day") : tr("Revenue by day");
        break;
    case BucketSize::Week:
        chart->title = isCheck ? tr("Average check by week") : tr("Revenue by week");
        break;
    case BucketSize::Month:
        chart->title = isCheck ? tr("Average check by month") : tr("Revenue by month");
        break;
    }
    if (figures.before) {
        chart->legend = {StatisticsText::days(figures.range, figures.today),
                         StatisticsText::days(*figures.beforeRange, figures.today),
                         {}};
    }

    const auto valueOf = [isCheck](const SalesFigures &sales) {
        return isCheck ? checkOf(sales) : std::optional(sales.revenueMinor);
    };
    const auto buckets = statisticsmath::bucketsOf(days, size);
    const std::vector<SalesFigures> beside = besideBuckets(buckets, size, before);
    const size_t count = std::max(buckets.size(), beside.size());
    for (size_t i = 0; i < count; ++i) {
        ChartMark mark;
        if (i < buckets.size()) {
            mark.label = StatisticsText::shortBucket(buckets[i].days, size, int(buckets.size()));
            mark.name = StatisticsText::bucket(buckets[i].days, size);
            mark.value = valueOf(buckets[i].sales);
            mark.drill = queryOf(buckets[i].days);
            mark.drill->status = OrderStatus::Completed;
        } else {
            mark.name = tr("Only before");
        }
        mark.text = StatisticsText::figure(mark.value, chart->kind, chart->currency);
        mark.tip = mark.name + QStringLiteral(": ") + mark.text;
        if (i < beside.size()) {
            mark.second = valueOf(beside[i]);
            mark.tip += QLatin1Char('\n') +
                        tr("Before: %1").arg(StatisticsText::figure(mark.second, chart->kind, chart->currency));
        }
        chart->marks.push_back(std::move(mark));
    }

    chart->nameHead = tr("Day");
    chart->columns = {{tr("Orders"), FigureKind::Count},
                      {tr("Completed"), FigureKind::Count},
                      {tr("Cancelled"), FigureKind::Count},
                      {tr("Revenue"), FigureKind::Money},
                      {tr("Average check"), FigureKind::Money}};
    if (figures.before)
        chart->columns.push_back({isCheck ? tr("Check before") : tr("Revenue before"), FigureKind::Money});
    for (size_t i = 0; i < std::max(days.size(), before.size()); ++i) {
        ChartRow row;
        if (i < days.size()) {
            const SalesFigures &sales = days[i].sales;
            row.name = StatisticsText::bucket({days[i].day, days[i].day}, BucketSize::Day);
            row.figures = {sales.orders, sales.completed, sales.cancelled, sales.revenueMinor, checkOf(sales)};
            row.drill = queryOf({days[i].day, days[i].day});
        } else {
            row.name = tr("Only before");
            row.figures.assign(5, std::nullopt);
        }
        if (figures.before)
            row.figures.push_back(i < before.size() ? valueOf(before[i].sales) : std::nullopt);
        chart->rows.push_back(std::move(row));
    }
    const SalesFigures &total = figures.now.total;
    chart->totals = {total.orders, total.completed, total.cancelled, total.revenueMinor, checkOf(total)};
    if (figures.before)
        chart->totals.push_back(valueOf(figures.before->total));
}

// ---- what was sold

void ChartBuilder::addDishes(Chart *chart, const StatisticsFigures &figures, bool byRevenue)
{
    chart->colour = Chart::Colour::Ember;
    chart->kind = byRevenue ? FigureKind::Money : FigureKind::Quantity;
    chart->nameHead = tr("Dish");
    chart->columns = {{tr("Lines"), FigureKind::Count},
                      {tr("Number"), FigureKind::Quantity},
                      {tr("Revenue"), FigureKind::Money},
                      {tr("Share"), FigureKind::Share}};
    for (const Analytics::ItemSales &item : figures.now.items) {
        DrillQuery query = queryOf(figures.range);
        query.itemId = item.itemId;
        query.status = OrderStatus::Completed;
        const QString name = StatisticsText::named(item.name);
        chart->rows.push_back({name,
                               {item.lines, item.quantity, item.revenueMinor,
                                statisticsmath::sharePermille(item.revenueMinor, figures.now.subtotalMinor)},
                               query});
        addMark(chart, name, byRevenue ? item.revenueMinor : item.quantity, query);
    }
    sumColumns(chart);
    keepLargest(chart);
}

void ChartBuilder::addCategories(Chart *chart, const StatisticsFigures &figures)
{
    chart->colour = Chart::Colour::Ember;
    chart->kind = FigureKind::Money;
    chart->nameHead = tr("Category");
    chart->columns = {
        {tr("Lines"), FigureKind::Count}, {tr("Revenue"), FigureKind::Money}, {tr("Share"), FigureKind::Share}};
    for (const Analytics::CategorySales &category : figures.now.categories) {
        DrillQuery query = queryOf(figures.range);
        query.categoryId = category.categoryId;
        query.status = OrderStatus::Completed;
        const QString name = category.categoryId == 0 ? tr("Without a category") : StatisticsText::named(category.name);
        chart->rows.push_back({name,
                               {category.lines, category.revenueMinor,
                                statisticsmath::sharePermille(category.revenueMinor, figures.now.subtotalMinor)},
                               query});
        addMark(chart, name, category.revenueMinor, query);
    }
    sumColumns(chart);
    keepLargest(chart);
}

// ---- when and from where

void ChartBuilder::addHours(Chart *chart, const StatisticsFigures &figures)
{
    chart->shape = Chart::Shape::Heat;
    chart->inOrder = true;
    chart->nameHead = tr("Weekday and hour");
    chart->columns = {{tr("Orders"), FigureKind::Count},
                      {tr("Completed"), FigureKind::Count},
                      {tr("Cancelled"), FigureKind::Count},
                      {tr("Revenue"), FigureKind::Money}};
    // From the hour in which a business day begins; what lies before the first and after the last order is left out.
    const auto hourAt = [&figures](int place) { return (figures.firstHour + place) % hoursOfDay; };
    int first = hoursOfDay;
    int last = -1;
    for (int place = 0; place < hoursOfDay; ++place) {
        if (figures.now.hours[size_t(hourAt(place))].orders > 0) {
            first = std::min(first, place);
            last = place;
        }
    }
    for (int place = first; place <= last; ++place)
        chart->gridColumns << QString::number(hourAt(place));
    for (int day = 1; day <= daysOfWeek && last >= 0; ++day) {
        chart->gridRows << StatisticsText::shortWeekday(day);
        for (int place = first; place <= last; ++place) {
            const int hour = hourAt(place);
            const SalesFigures &sales = figures.now.weekHours[size_t(day - 1)][size_t(hour)];
            const QString name = QStringLiteral("%1, %2:00").arg(StatisticsText::weekday(day)).arg(hour);
            DrillQuery query = queryOf(figures.range);
            query.weekday = day;
            query.hour = hour;
            const std::optional<DrillQuery> drill = sales.orders > 0 ? std::optional(query) : std::nullopt;
            chart->rows.push_back({name, {sales.orders, sales.completed, sales.cancelled, sales.revenueMinor}, drill});
            addMark(chart, name, sales.orders, drill);
            chart->marks.back().label = QString::number(hour);
        }
    }
    sumColumns(chart);
}

void ChartBuilder::addChannels(Chart *chart, const StatisticsFigures &figures, bool byFulfilment)
{
    chart->nameHead = byFulfilment ? tr("How they went out") : tr("Who took them");
    chart->columns = {{tr("Orders"), FigureKind::Count},
                      {tr("Completed"), FigureKind::Count},
                      {tr("Cancelled"), FigureKind::Count},
                      {tr("Revenue"), FigureKind::Money}};
    const auto add = [chart](const QString &name, const SalesFigures &sales, const DrillQuery &query) {
        chart->rows.push_back({name, {sales.orders, sales.completed, sales.cancelled, sales.revenueMinor}, query});
        addMark(chart, name, sales.orders, query);
    };
    if (byFulfilment) {
        for (size_t i = 0; i < allFulfilments.size(); ++i) {
            DrillQuery query = queryOf(figures.range);
            query.fulfilment = allFulfilments[i];
            add(StatisticsText::fulfilment(allFulfilments[i]), figures.now.fulfilments[i], query);
        }
    } else {
        for (const Analytics::Channel &channel : figures.now.channels) {
            DrillQuery query = queryOf(figures.range);
            query.channel = channel.name;
            add(StatisticsText::channel(channel.name), channel.sales, query);
        }
    }
    sumColumns(chart);
    keepLargest(chart);
}

void ChartBuilder::addCancellations(Chart *chart, const StatisticsFigures &figures)
{
    chart->colour = Chart::Colour::Late;
    chart->empty = tr("No order was cancelled in these days.");
    chart->nameHead = tr("Reason");
    chart->columns = {{tr("Orders"), FigureKind::Count}, {tr("Amount"), FigureKind::Money}};
    for (const Analytics::Cancellation &cancellation : figures.now.cancellations) {
        DrillQuery query = queryOf(figures.range);
        query.status = OrderStatus::Cancelled;
        query.reason = cancellation.reason;
        const QString name = StatisticsText::cancelReason(cancellation.reason);
        chart->rows.push_back({name, {cancellation.orders, cancellation.totalMinor}, query});
        addMark(chart, name, cancellation.orders, query);
        chart->marks.back().tip +=
            QLatin1Char('\n') + StatisticsText::figure(cancellation.totalMinor, FigureKind::Money, chart->currency);
    }
    sumColumns(chart);
    keepLargest(chart);
}

// ---- how long it took

void ChartBuilder::addWorkColumns(Chart *chart)
{
    chart->columns = {{tr("Dishes made"), FigureKind::Count},      {tr("Late"), FigureKind::Count},
                      {tr("Late share"), FigureKind::Share},       {tr("Median"), FigureKind::Minutes},
                      {tr("9 of 10 within"), FigureKind::Minutes}, {tr("Longest"), FigureKind::Minutes}};
    if (chart->id == ChartId::Late) {
        chart->colour = Chart::Colour::Late;
        chart->kind = FigureKind::Share;
        chart->empty = tr("Nothing was late in these days.");
    } else {
        chart->kind = FigureKind::Minutes;
        chart->legend = {tr("median"), tr("9 of 10 within"), {}};
    }
}

void ChartBuilder::addWork(Chart *chart, const QString &name, const DurationFigures &work, qint64 late,
                           const DrillQuery &query)
{
    const std::optional<qint64> share = statisticsmath::sharePermille(late, work.count);
    const auto known = [&work](qint64 ms) { return work.count > 0 ? std::optional(ms) : std::nullopt; };
    DrillQuery made = query;
    made.late = chart->id == ChartId::Late;
    chart->rows.push_back(
        {name, {work.count, late, share, known(work.p50Ms), known(work.p90Ms), known(work.maxMs)}, query});
    if (made.late) {
        addMark(chart, name, share, late > 0 ? std::optional(made) : std::nullopt);
        chart->marks.back().tip += QLatin1Char('\n') +
                                   //: %1 and %2 are numbers of dishes
                                   tr("%1 of %2 dishes")
                                       .arg(StatisticsText::figure(late, FigureKind::Count, chart->currency),
                                            StatisticsText::figure(work.count, FigureKind::Count, chart->currency));
        return;
    }
    addMark(chart, name, known(work.p50Ms), made);
    ChartMark &mark = chart->marks.back();
    mark.second = known(work.p90Ms);
    mark.text += QStringLiteral(" · ") + StatisticsText::figure(mark.second, chart->kind, chart->currency);
    mark.tip = name + QLatin1Char('\n') +
               tr("Median %1, 9 of 10 within %2, longest %3")
                   .arg(StatisticsText::figure(mark.value, chart->kind, chart->currency),
                        StatisticsText::figure(mark.second, chart->kind, chart->currency),
                        StatisticsText::figure(known(work.maxMs), chart->kind, chart->currency));
}

void ChartBuilder::addStations(Chart *chart, const StatisticsFigures &figures)
{
    addWorkColumns(chart);
    chart->nameHead = tr("Station");
    if (chart->id == ChartId::Late)
        chart->title = tr("Late by station");
    for (const Analytics::StationWork &station : figures.now.stations) {
        DrillQuery query = queryOf(figures.range);
        query.stationId = station.stationId;
        addWork(chart, StatisticsText::named(station.name), station.work, station.late, query);
    }
    sumColumns(chart);
    keepLargest(chart);
}

void ChartBuilder::addDishWork(Chart *chart, const StatisticsFigures &figures)
{
    addWorkColumns(chart);
    chart->nameHead = tr("Dish");
    if (chart->id == ChartId::Late)
        chart->title = tr("Late by dish");
    for (const Analytics::ItemWork &dish : figures.now.dishes) {
        DrillQuery query = queryOf(figures.range);
        query.itemId = dish.itemId;
        addWork(chart, StatisticsText::named(dish.name), dish.work, dish.late, query);
    }
    sumColumns(chart);
    keepLargest(chart);
}

void ChartBuilder::addScreens(Chart *chart, const StatisticsFigures &figures)
{
    chart->kind = FigureKind::Millis;
    chart->legend = {tr("median"), tr("19 of 20 within"), tr("longest")};
    chart->nameHead = tr("Screen");
    chart->columns = {{tr("Orders shown"), FigureKind::Count},
                      {tr("Median"), FigureKind::Millis},
                      {tr("19 of 20 within"), FigureKind::Millis},
                      {tr("Longest"), FigureKind::Millis}};
    for (const Analytics::ScreenLatency &screen : figures.now.screens) {
        const QString name = screen.terminalId == 0  ? tr("Other viewers")
                             : screen.name.isEmpty() ? tr("Screen %1, removed").arg(screen.terminalId)
                                                     : StatisticsText::named(screen.name);
        const DurationFigures &painted = screen.painted;
        chart->rows.push_back({name, {painted.count, painted.p50Ms, painted.p95Ms, painted.maxMs}, std::nullopt});
        addMark(chart, name, painted.p50Ms, std::nullopt);
        ChartMark &mark = chart->marks.back();
        mark.second = painted.p95Ms;
        mark.third = painted.maxMs;
        mark.text = QStringLiteral("%1 · %2 · %3 ")
                        .arg(QLocale().toString(painted.p50Ms), QLocale().toString(painted.p95Ms),
                             QLocale().toString(painted.maxMs)) +
                    //: Milliseconds, as a unit
                    tr("ms");
        mark.tip = name + QLatin1Char('\n') +
                   tr("Median %1, 19 of 20 within %2, longest %3")
                       .arg(StatisticsText::figure(painted.p50Ms, chart->kind, chart->currency),
                            StatisticsText::figure(painted.p95Ms, chart->kind, chart->currency),
                            StatisticsText::figure(painted.maxMs, chart->kind, chart->currency));
    }
    sumColumns(chart);
    keepLargest(chart);
}

} // namespace oshaq

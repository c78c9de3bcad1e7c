// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/report.h"

#include "models/domain/quantity.h"
#include "sync/protocol/csv.h"
#include "sync/protocol/json.h"

namespace oshaq {

namespace {

using Cell = ReportCell;
using Row = std::vector<ReportCell>;

constexpr const char *weekdayNames[] = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};

QString latin(const char *text)
{
    return QString::fromLatin1(text);
}

QStringList withSales(const char *first)
{
    return {latin(first),       latin("Orders"),  latin("Completed"),
            latin("Cancelled"), latin("Revenue"), latin("Average check")};
}

Row salesRow(const QString &first, const SalesFigures &sales)
{
    return {Cell::ofText(first),
            Cell::ofNumber(sales.orders),
            Cell::ofNumber(sales.completed),
            Cell::ofNumber(sales.cancelled),
            Cell::ofMoney(sales.revenueMinor),
            Cell::ofMoney(sales.averageCheckMinor())};
}

/// Whole seconds, half up.
Cell seconds(qint64 ms)
{
    return Cell::ofNumber((ms + 500) / 1000);
}

ReportSection summary(const Analytics &analytics)
{
    ReportSection section{latin("Summary"), {latin("Figure"), latin("Value")}, {}};
    const auto add = [&section](const char *name, Cell cell) {
        section.rows.push_back({Cell::ofText(latin(name)), std::move(cell)});
    };
    add("Orders", Cell::ofNumber(analytics.total.orders));
    add("Completed", Cell::ofNumber(analytics.total.completed));
    add("Cancelled", Cell::ofNumber(analytics.total.cancelled));
    add("Open", Cell::ofNumber(analytics.openOrders));
    add("Revenue", Cell::ofMoney(analytics.total.revenueMinor));
    add("of which lines", Cell::ofMoney(analytics.subtotalMinor));
    add("of which delivery", Cell::ofMoney(analytics.deliveryMinor));
    add("Average check", Cell::ofMoney(analytics.total.averageCheckMinor()));
    add("Cancelled orders' total", Cell::ofMoney(analytics.cancelledMinor));
    add("Promised orders", Cell::ofNumber(analytics.promised));
    add("Ready after the promise", Cell::ofNumber(analytics.late));
    return section;
}

ReportSection days(const Analytics &analytics)
{
    ReportSection section{latin("By day"), withSales("Day"), {}};
    for (const Analytics::Day &day : analytics.days)
        section.rows.push_back(salesRow(day.day.toString(Qt::ISODate), day.sales));
    section.rows.push_back(salesRow(latin("Total"), analytics.total));
    return section;
}

QString hourText(std::size_t hour)
{
    return QStringLiteral("%1:00").arg(hour, 2, 10, QLatin1Char('0'));
}

ReportSection hours(const Analytics &analytics)
{
    ReportSection section{latin("By hour"), withSales("Hour"), {}};
    for (std::size_t hour = 0; hour < analytics.hours.size(); ++hour)
        section.rows.push_back(salesRow(hourText(hour), analytics.hours[hour]));
    return section;
}

ReportSection weekdays(const Analytics &analytics)
{
    ReportSection section{latin("By weekday"), withSales("Weekday"), {}};
    for (std::size_t day = 0; day < analytics.weekdays.size(); ++day)
        section.rows.push_back(salesRow(latin(weekdayNames[day]), analytics.weekdays[day]));
    return section;
}

/// What of each hour is shown: a column for each weekday of the business day.
ReportSection weekHours(const Analytics &analytics, const char *title, Cell (*cellOf)(const SalesFigures &))
{
    ReportSection section{latin(title), {latin("Hour")}, {}};
    for (const char *name : weekdayNames)
        section.columns.append(latin(name));
    for (std::size_t hour = 0; hour < analytics.hours.size(); ++hour) {
        Row row{Cell::ofText(hourText(hour))};
        for (const auto &day : analytics.weekHours)
            row.push_back(cellOf(day[hour]));
        section.rows.push_back(std::move(row));
    }
    return section;
}

ReportSection weekHourOrders(const Analytics &analytics)
{
    return weekHours(analytics, "Orders by hour and weekday",
                     [](const SalesFigures &sales) { return Cell::ofNumber(sales.orders); });
}

ReportSection weekHourRevenue(const Analytics &analytics)
{
    return weekHours(analytics, "Revenue by hour and weekday",
                     [](const SalesFigures &sales) { return Cell::ofMoney(sales.revenueMinor); });
}

ReportSection ways(const Analytics &analytics)
{
    ReportSection section{latin("By fulfilment and channel"), withSales("Way"), {}};
    for (std::size_t i = 0; i < analytics.fulfilments.size(); ++i)
        section.rows.push_back(salesRow(fulfilmentText(allFulfilments[i]), analytics.fulfilments[i]));
    for (const Analytics::Channel &channel : analytics.channels)
        section.rows.push_back(salesRow(QStringLiteral("placed by: %1").arg(channel.name), channel.sales));
    return section;
}

ReportSection items(const Analytics &analytics)
{
    ReportSection section{
        latin("By item"), {latin("Item"), latin("Category"), latin("Lines"), latin("Quantity"), latin("Revenue")}, {}};
    for (const Analytics::ItemSales &item : analytics.items) {
        section.rows.push_back({Cell::ofText(item.name), Cell::ofText(item.category), Cell::ofNumber(item.lines),
                                Cell::ofQuantity(item.quantity), Cell::ofMoney(item.revenueMinor)});
    }
    return section;
}

ReportSection categories(const Analytics &analytics)
{
    ReportSection section{latin("By category"), {latin("Category"), latin("Lines"), latin("Revenue")}, {}};
    for (const Analytics::CategorySales &category : analytics.categories) {
        section.rows.push_back(
            {Cell::ofText(category.name), Cell::ofNumber(category.lines), Cell::ofMoney(category.revenueMinor)});
    }
    return section;
}

ReportSection cancellations(const Analytics &analytics)
{
    ReportSection section{latin("Cancellations"), {latin("Reason"), latin("Orders"), latin("Total")}, {}};
    for (const Analytics::Cancellation &one : analytics.cancellations)
        section.rows.push_back({Cell::ofText(one.reason), Cell::ofNumber(one.orders), Cell::ofMoney(one.totalMinor)});
    return section;
}

/// A row of a section that timeSection() made; the last cell is empty where nothing can be late.
void addTime(ReportSection *section, const QString &name, const DurationFigures &figures, Cell late)
{
    if (figures.count == 0) {
        section->rows.push_back({Cell::ofText(name), Cell::ofNumber(0), {}, {}, {}, {}, std::move(late)});
        return;
    }
    section->rows.push_back({Cell::ofText(name), Cell::ofNumber(figures.count), seconds(figures.averageMs),
                             seconds(figures.p50Ms), seconds(figures.p90Ms), seconds(figures.maxMs), std::move(late)});
}

ReportSection timeSection(const char *title, const char *first)
{
    return {latin(title),
            {latin(first), latin("Count"), latin("Average"), latin("Half within"), latin("90 % within"),
             latin("Longest"), latin("Late")},
            {}};
}

ReportSection times(const Analytics &analytics)
{
    ReportSection section = timeSection("Times in seconds", "What");
    addTime(&section, latin("Placed to accepted"), analytics.toAccept, {});
    addTime(&section, latin("Placed to ready"), analytics.toReady, Cell::ofNumber(analytics.late));
    addTime(&section, latin("Preparing to ready"), analytics.preparing, {});
    addTime(&section, latin("Later than promised by"), analytics.lateness, {});
    for (const Analytics::StationWork &station : analytics.stations)
        addTime(&section, QStringLiteral("Station: %1").arg(station.name), station.work, Cell::ofNumber(station.late));
    return section;
}

ReportSection dishTimes(const Analytics &analytics)
{
    ReportSection section = timeSection("Dish times in seconds", "Dish");
    for (const Analytics::ItemWork &dish : analytics.dishes)
        addTime(&section, dish.name, dish.work, Cell::ofNumber(dish.late));
    return section;
}

/// Milliseconds: most are less than a second.
ReportSection screens(const Analytics &analytics)
{
    ReportSection section{latin("Placed to painted, milliseconds"),
                          {latin("Screen"), latin("Count"), latin("Average"), latin("Half within"),
                           latin("90 % within"), latin("Longest")},
                          {}};
    const auto add = [&section](const QString &name, const DurationFigures &figures) {
        if (figures.count == 0)
            return;
        section.rows.push_back({Cell::ofText(name), Cell::ofNumber(figures.count), Cell::ofNumber(figures.averageMs),
                                Cell::ofNumber(figures.p50Ms), Cell::ofNumber(figures.p90Ms),
                                Cell::ofNumber(figures.maxMs)});
    };
    for (const Analytics::ScreenLatency &screen : analytics.screens)
        add(screen.name.isEmpty() ? latin("Another screen") : screen.name, screen.painted);
    add(latin("All screens"), analytics.painted);
    return section;
}

void writeCell(JsonWriter &json, const ReportCell &cell, const Currency &currency)
{
    switch (cell.type) {
    case Cell::Type::Empty:
        json.null();
        return;
    case Cell::Type::Text:
        json.value(cell.text);
        return;
    case Cell::Type::Number:
    case Cell::Type::Money:
    case Cell::Type::Quantity:
        json.raw(cellText(cell, currency).toLatin1());
        return;
    }
}

} // namespace

Report salesReport(const Analytics &analytics, const Business &business)
{
    Report report;
    report.title = business.name;
    report.subtitle = QStringLiteral("Sales from %1 to %2, business days of %3, amounts in %4")
                          .arg(analytics.from.toString(Qt::ISODate), analytics.to.toString(Qt::ISODate),
                               business.timeZone, analytics.currency.code());
    report.currency = analytics.currency;
    report.sections = {summary(analytics),       days(analytics),           hours(analytics),
                       weekdays(analytics),      weekHourOrders(analytics), weekHourRevenue(analytics),
                       ways(analytics),          items(analytics),          categories(analytics),
                       cancellations(analytics), times(analytics),          dishTimes(analytics),
                       screens(analytics)};
    return report;
}

QString cellText(const ReportCell &cell, const Currency &currency)
{
    switch (cell.type) {
    case Cell::Type::Empty:
        return {};
    case Cell::Type::Text:
        return cell.text;
    case Cell::Type::Number:
        return QString::number(cell.number);
    case Cell::Type::Money:
        return QString::fromLatin1(formatMajorUnits(cell.number, currency));
    case Cell::Type::Quantity:
        return QString::fromLatin1(formatQuantity(cell.number));
    }
    return {};
}

QByteArray reportJson(const Report &report)
{
    JsonWriter json;
    json.beginObject();
    json.key("title").value(report.title);
    json.key("subtitle").value(report.subtitle);
    json.key("currency").value(report.currency.code());
    json.key("sections").beginArray();
    for (const ReportSection &section : report.sections) {
        json.beginObject();
        json.key("title").value(section.title);
        json.key("columns").beginArray();
        for (const QString &column : section.columns)
            json.value(column);
        json.endArray();
        json.key("rows").beginArray();
        for (const Row &row : section.rows) {
            json.beginArray();
            for (const ReportCell &cell : row)
                writeCell(json, cell, report.currency);
            json.endArray();
        }
        json.endArray().endObject();
    }
    json.endArray().endObject();
    return json.take();
}

QByteArray reportCsv(const Report &report)
{
    QByteArray out(csvByteOrderMark);
    writeCsvRow(out, {report.title});
    writeCsvRow(out, {report.subtitle});
    for (const ReportSection &section : report.sections) {
        out += "\r\n";
        writeCsvRow(out, {section.title});
        writeCsvRow(out, section.columns);
        for (const Row &row : section.rows) {
            QStringList fields;
            for (const ReportCell &cell : row)
                fields.append(cellText(cell, report.currency));
            writeCsvRow(out, fields);
        }
    }
    return out;
}

} // namespace oshaq

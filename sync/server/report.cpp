// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/report.h"

#include "models/domain/paperblocks.h"
#include "sync/protocol/csv.h"
#include "sync/protocol/json.h"

#include <QDateTime>
#include <QTimeZone>

#include <utility>

namespace oshaq {

namespace {

using Cell = ReportCell;
using Row = std::vector<ReportCell>;

/// Whole seconds, half up.
Cell seconds(qint64 ms)
{
    return Cell::ofNumber((ms + 500) / 1000);
}

QString timeText(qint64 ms, const QTimeZone &zone, const char *format)
{
    return QDateTime::fromMSecsSinceEpoch(ms, zone).toString(QLatin1String(format));
}

/// The words of one language.
class ReportWords
{
public:
    explicit ReportWords(const PaperLanguage &language)
        : m_language(language)
    {}

    QString operator()(const char *source) const { return m_language(source); }

    QString weekday(int day) const
    {
        QString name = m_language.locale.standaloneDayName(day);
        return name.isEmpty() ? name : m_language.locale.toUpper(name.left(1)) + name.mid(1);
    }

    QString fulfilment(Fulfilment fulfilment) const { return m_language(paper::fulfilmentWord(fulfilment)); }

    QString method(PaymentMethod method) const
    {
        return m_language(method == PaymentMethod::SavedCard ? QT_TRANSLATE_NOOP("Paper", "Saved card")
                                                             : paper::methodWord(method));
    }

    /// Who placed orders; a name that is none of ours stays as it is.
    QString channel(const QString &name) const
    {
        constexpr std::pair<const char *, const char *> known[] = {
            {"guest", QT_TRANSLATE_NOOP("Paper", "Placed by guests")},
            {"terminal", QT_TRANSLATE_NOOP("Paper", "Placed at a screen")},
            {"staff", QT_TRANSLATE_NOOP("Paper", "Placed by staff")},
            {"business", QT_TRANSLATE_NOOP("Paper", "Placed by the business")},
            {"integration", QT_TRANSLATE_NOOP("Paper", "Placed by a program")},
        };
        for (const auto &[code, word] : known) {
            if (name == QLatin1String(code))
                return m_language(word);
        }
        return m_language(QT_TRANSLATE_NOOP("Paper", "Placed by: %1")).arg(name);
    }

    QStringList withSales(const char *first) const
    {
        return {m_language(first),
                m_language(QT_TRANSLATE_NOOP("Paper", "Orders")),
                m_language(QT_TRANSLATE_NOOP("Paper", "Completed")),
                m_language(QT_TRANSLATE_NOOP("Paper", "Cancelled")),
                m_language(QT_TRANSLATE_NOOP("Paper", "Revenue")),
                m_language(QT_TRANSLATE_NOOP("Paper", "Average check"))};
    }

private:
    const PaperLanguage &m_language;
};

Row salesRow(const QString &first, const SalesFigures &sales)
{
    return {Cell::ofText(first),
            Cell::ofNumber(sales.orders),
            Cell::ofNumber(sales.completed),
            Cell::ofNumber(sales.cancelled),
            Cell::ofMoney(sales.revenueMinor),
            Cell::ofMoney(sales.averageCheckMinor())};
}

/// A section of names and values.
ReportSection valuesSection(const QString &title, const ReportWords &words)
{
    return {title, {words(QT_TRANSLATE_NOOP("Paper", "Figure")), words(QT_TRANSLATE_NOOP("Paper", "Value"))}, {}};
}

ReportSection summary(const Analytics &analytics, const ReportWords &words)
{
    ReportSection section = valuesSection(words(QT_TRANSLATE_NOOP("Paper", "Summary")), words);
    const auto add = [&](const char *name, Cell cell) {
        section.rows.push_back({Cell::ofText(words(name)), std::move(cell)});
    };
    add(QT_TRANSLATE_NOOP("Paper", "Orders"), Cell::ofNumber(analytics.total.orders));
    add(QT_TRANSLATE_NOOP("Paper", "Completed"), Cell::ofNumber(analytics.total.completed));
    add(QT_TRANSLATE_NOOP("Paper", "Cancelled"), Cell::ofNumber(analytics.total.cancelled));
    add(QT_TRANSLATE_NOOP("Paper", "Open"), Cell::ofNumber(analytics.openOrders));
    add(QT_TRANSLATE_NOOP("Paper", "Revenue"), Cell::ofMoney(analytics.total.revenueMinor));
    add(QT_TRANSLATE_NOOP("Paper", "of which lines"), Cell::ofMoney(analytics.subtotalMinor));
    add(QT_TRANSLATE_NOOP("Paper", "of which delivery"), Cell::ofMoney(analytics.deliveryMinor));
    add(QT_TRANSLATE_NOOP("Paper", "Average check"), Cell::ofMoney(analytics.total.averageCheckMinor()));
    add(QT_TRANSLATE_NOOP("Paper", "Cancelled orders' total"), Cell::ofMoney(analytics.cancelledMinor));
    add(QT_TRANSLATE_NOOP("Paper", "Promised orders"), Cell::ofNumber(analytics.promised));
    add(QT_TRANSLATE_NOOP("Paper", "Ready after the promise"), Cell::ofNumber(analytics.late));
    return section;
}

ReportSection days(const Analytics &analytics, const ReportWords &words)
{
    ReportSection section{
        words(QT_TRANSLATE_NOOP("Paper", "By day")), words.withSales(QT_TRANSLATE_NOOP("Paper", "Day")), {}};
    for (const Analytics::Day &day : analytics.days)
        section.rows.push_back(salesRow(day.day.toString(Qt::ISODate), day.sales));
    section.rows.push_back(salesRow(words(QT_TRANSLATE_NOOP("Paper", "Total")), analytics.total));
    return section;
}

QString hourText(std::size_t hour)
{
    return QStringLiteral("%1:00").arg(hour, 2, 10, QLatin1Char('0'));
}

ReportSection hours(const Analytics &analytics, const ReportWords &words)
{
    ReportSection section{
        words(QT_TRANSLATE_NOOP("Paper", "By hour")), words.withSales(QT_TRANSLATE_NOOP("Paper", "Hour")), {}};
    for (std::size_t hour = 0; hour < analytics.hours.size(); ++hour)
        section.rows.push_back(salesRow(hourText(hour), analytics.hours[hour]));
    return section;
}

ReportSection weekdays(const Analytics &analytics, const ReportWords &words)
{
    ReportSection section{
        words(QT_TRANSLATE_NOOP("Paper", "By weekday")), words.withSales(QT_TRANSLATE_NOOP("Paper", "Weekday")), {}};
    for (std::size_t day = 0; day < analytics.weekdays.size(); ++day)
        section.rows.push_back(salesRow(words.weekday(int(day) + 1), analytics.weekdays[day]));
    return section;
}

/// What of each hour is shown: a column for each weekday of the business day.
ReportSection weekHours(const Analytics &analytics, const ReportWords &words, const char *title,
                        Cell (*cellOf)(const SalesFigures &))
{
    ReportSection section{words(title), {words(QT_TRANSLATE_NOOP("Paper", "Hour"))}, {}};
    for (int day = 1; day <= int(analytics.weekHours.size()); ++day)
        section.columns.append(words.weekday(day));
    for (std::size_t hour = 0; hour < analytics.hours.size(); ++hour) {
        Row row{Cell::ofText(hourText(hour))};
        for (const auto &day : analytics.weekHours)
            row.push_back(cellOf(day[hour]));
        section.rows.push_back(std::move(row));
    }
    return section;
}

ReportSection weekHourOrders(const Analytics &analytics, const ReportWords &words)
{
    return weekHours(analytics, words, QT_TRANSLATE_NOOP("Paper", "Orders by hour and weekday"),
                     [](const SalesFigures &sales) { return Cell::ofNumber(sales.orders); });
}

ReportSection weekHourRevenue(const Analytics &analytics, const ReportWords &words)
{
    return weekHours(analytics, words, QT_TRANSLATE_NOOP("Paper", "Revenue by hour and weekday"),
                     [](const SalesFigures &sales) { return Cell::ofMoney(sales.revenueMinor); });
}

ReportSection ways(const Analytics &analytics, const ReportWords &words)
{
    ReportSection section{words(QT_TRANSLATE_NOOP("Paper", "By fulfilment and channel")),
                          words.withSales(QT_TRANSLATE_NOOP("Paper", "Way")),
                          {}};
    for (std::size_t i = 0; i < analytics.fulfilments.size(); ++i)
        section.rows.push_back(salesRow(words.fulfilment(allFulfilments[i]), analytics.fulfilments[i]));
    for (const Analytics::Channel &channel : analytics.channels)
        section.rows.push_back(salesRow(words.channel(channel.name), channel.sales));
    return section;
}

ReportSection items(const Analytics &analytics, const ReportWords &words)
{
    ReportSection section{words(QT_TRANSLATE_NOOP("Paper", "By item")),
                          {words(QT_TRANSLATE_NOOP("Paper", "Item")), words(QT_TRANSLATE_NOOP("Paper", "Category")),
                           words(QT_TRANSLATE_NOOP("Paper", "Lines")), words(QT_TRANSLATE_NOOP("Paper", "Quantity")),
                           words(QT_TRANSLATE_NOOP("Paper", "Revenue"))},
                          {}};
    for (const Analytics::ItemSales &item : analytics.items) {
        section.rows.push_back({Cell::ofText(item.name), Cell::ofText(item.category), Cell::ofNumber(item.lines),
                                Cell::ofQuantity(item.quantity), Cell::ofMoney(item.revenueMinor)});
    }
    return section;
}

ReportSection categories(const Analytics &analytics, const ReportWords &words)
{
    ReportSection section{words(QT_TRANSLATE_NOOP("Paper", "By category")),
                          {words(QT_TRANSLATE_NOOP("Paper", "Category")), words(QT_TRANSLATE_NOOP("Paper", "Lines")),
                           words(QT_TRANSLATE_NOOP("Paper", "Revenue"))},
                          {}};
    for (const Analytics::CategorySales &category : analytics.categories) {
        section.rows.push_back(
            {Cell::ofText(category.name), Cell::ofNumber(category.lines), Cell::ofMoney(category.revenueMinor)});
    }
    return section;
}

ReportSection cancellations(const Analytics &analytics, const ReportWords &words)
{
    ReportSection section{words(QT_TRANSLATE_NOOP("Paper", "Cancellations")),
                          {words(QT_TRANSLATE_NOOP("Paper", "Reason")), words(QT_TRANSLATE_NOOP("Paper", "Orders")),
                           words(QT_TRANSLATE_NOOP("Paper", "Total"))},
                          {}};
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

QStringList withTimes(const ReportWords &words, const char *first, const char *mostWithin)
{
    return {words(first),
            words(QT_TRANSLATE_NOOP("Paper", "Count")),
            words(QT_TRANSLATE_NOOP("Paper", "Average")),
            words(QT_TRANSLATE_NOOP("Paper", "Half within")),
            words(mostWithin),
            words(QT_TRANSLATE_NOOP("Paper", "Longest"))};
}

ReportSection timeSection(const ReportWords &words, const char *title, const char *first)
{
    return {words(title),
            withTimes(words, first, QT_TRANSLATE_NOOP("Paper", "90 % within"))
                << words(QT_TRANSLATE_NOOP("Paper", "Late")),
            {}};
}

ReportSection times(const Analytics &analytics, const ReportWords &words)
{
    ReportSection section =
        timeSection(words, QT_TRANSLATE_NOOP("Paper", "Times in seconds"), QT_TRANSLATE_NOOP("Paper", "What"));
    addTime(&section, words(QT_TRANSLATE_NOOP("Paper", "Placed to accepted")), analytics.toAccept, {});
    addTime(&section, words(QT_TRANSLATE_NOOP("Paper", "Placed to ready")), analytics.toReady,
            Cell::ofNumber(analytics.late));
    addTime(&section, words(QT_TRANSLATE_NOOP("Paper", "Preparing to ready")), analytics.preparing, {});
    addTime(&section, words(QT_TRANSLATE_NOOP("Paper", "Later than promised by")), analytics.lateness, {});
    for (const Analytics::StationWork &station : analytics.stations)
        addTime(&section, words(QT_TRANSLATE_NOOP("Paper", "Station: %1")).arg(station.name), station.work,
                Cell::ofNumber(station.late));
    return section;
}

ReportSection dishTimes(const Analytics &analytics, const ReportWords &words)
{
    ReportSection section =
        timeSection(words, QT_TRANSLATE_NOOP("Paper", "Dish times in seconds"), QT_TRANSLATE_NOOP("Paper", "Dish"));
    for (const Analytics::ItemWork &dish : analytics.dishes)
        addTime(&section, dish.name, dish.work, Cell::ofNumber(dish.late));
    return section;
}

/// Milliseconds: most are less than a second.
ReportSection paintedTimes(const Analytics &analytics, const ReportWords &words)
{
    ReportSection section{
        words(QT_TRANSLATE_NOOP("Paper", "Placed to painted in milliseconds")),
        withTimes(words, QT_TRANSLATE_NOOP("Paper", "Screen"), QT_TRANSLATE_NOOP("Paper", "95 % within")),
        {}};
    const auto add = [&section](const QString &name, const DurationFigures &figures) {
        if (figures.count == 0)
            return;
        section.rows.push_back({Cell::ofText(name), Cell::ofNumber(figures.count), Cell::ofNumber(figures.averageMs),
                                Cell::ofNumber(figures.p50Ms), Cell::ofNumber(figures.p95Ms),
                                Cell::ofNumber(figures.maxMs)});
    };
    for (const Analytics::ScreenLatency &screen : analytics.screens)
        add(screen.name.isEmpty() ? words(QT_TRANSLATE_NOOP("Paper", "Another screen")) : screen.name, screen.painted);
    add(words(QT_TRANSLATE_NOOP("Paper", "All screens")), analytics.painted);
    return section;
}

ReportSection closing(const DayEnd &dayEnd, const DayEndFigures &figures, const ReportWords &words)
{
    QTimeZone zone(figures.timeZone.toLatin1());
    if (!zone.isValid())
        zone = QTimeZone::utc();
    ReportSection section = valuesSection(words(QT_TRANSLATE_NOOP("Paper", "Day-end report")), words);
    const auto add = [&](const char *name, Cell cell) {
        section.rows.push_back({Cell::ofText(words(name)), std::move(cell)});
    };
    const auto moment = [&zone](qint64 ms) { return Cell::ofText(timeText(ms, zone, "yyyy-MM-dd HH:mm")); };
    add(QT_TRANSLATE_NOOP("Paper", "Day"), Cell::ofText(dayEnd.day.toString(Qt::ISODate)));
    add(QT_TRANSLATE_NOOP("Paper", "Report of this day"), Cell::ofNumber(dayEnd.number));
    if (!figures.isOver())
        add(QT_TRANSLATE_NOOP("Paper", "The day was not over; until"), moment(figures.untilMs));
    if (figures.firstOrderAtMs != 0) {
        add(QT_TRANSLATE_NOOP("Paper", "First order"), moment(figures.firstOrderAtMs));
        add(QT_TRANSLATE_NOOP("Paper", "Last order"), moment(figures.lastOrderAtMs));
    }
    add(QT_TRANSLATE_NOOP("Paper", "Made at"), moment(dayEnd.madeAtMs));
    add(QT_TRANSLATE_NOOP("Paper", "Made by"), Cell::ofText(dayEnd.madeBy));
    add(QT_TRANSLATE_NOOP("Paper", "Journal row"), Cell::ofNumber(dayEnd.journalSeq));
    add(QT_TRANSLATE_NOOP("Paper", "Its seal"), Cell::ofText(QString::fromLatin1(dayEnd.journalHash.toHex())));
    return section;
}

ReportSection takings(const DayEndFigures &figures, const ReportWords &words)
{
    ReportSection section{words(QT_TRANSLATE_NOOP("Paper", "Payments")),
                          {words(QT_TRANSLATE_NOOP("Paper", "Method")), words(QT_TRANSLATE_NOOP("Paper", "Payments")),
                           words(QT_TRANSLATE_NOOP("Paper", "Taken")), words(QT_TRANSLATE_NOOP("Paper", "Tips")),
                           words(QT_TRANSLATE_NOOP("Paper", "Given back")),
                           words(QT_TRANSLATE_NOOP("Paper", "Together"))},
                          {}};
    MethodTakings all;
    const auto row = [](const QString &name, const MethodTakings &one) {
        return Row{Cell::ofText(name),          Cell::ofNumber(one.payments),     Cell::ofMoney(one.amountMinor),
                   Cell::ofMoney(one.tipMinor), Cell::ofMoney(one.refundedMinor), Cell::ofMoney(one.keptMinor())};
    };
    for (const MethodTakings &one : figures.takings) {
        section.rows.push_back(row(words.method(one.method), one));
        all.payments += one.payments;
        all.amountMinor += one.amountMinor;
        all.tipMinor += one.tipMinor;
        all.refundedMinor += one.refundedMinor;
    }
    section.rows.push_back(row(words(QT_TRANSLATE_NOOP("Paper", "Total")), all));
    return section;
}

ReportSection drawers(const DayEndFigures &figures, const ReportWords &words)
{
    ReportSection section{
        words(QT_TRANSLATE_NOOP("Paper", "Cash drawers")),
        {words(QT_TRANSLATE_NOOP("Paper", "Drawer")), words(QT_TRANSLATE_NOOP("Paper", "Float")),
         words(QT_TRANSLATE_NOOP("Paper", "Cash payments")), words(QT_TRANSLATE_NOOP("Paper", "Given back")),
         words(QT_TRANSLATE_NOOP("Paper", "Put in")), words(QT_TRANSLATE_NOOP("Paper", "Taken out")),
         words(QT_TRANSLATE_NOOP("Paper", "Should hold")), words(QT_TRANSLATE_NOOP("Paper", "Counted")),
         words(QT_TRANSLATE_NOOP("Paper", "Difference"))},
        {}};
    for (const DrawerOfDay &one : figures.drawers) {
        const QString name =
            one.terminalName.isEmpty() ? words(QT_TRANSLATE_NOOP("Paper", "Drawer")) : one.terminalName;
        section.rows.push_back({Cell::ofText(name), Cell::ofMoney(one.floatMinor), Cell::ofMoney(one.salesMinor),
                                Cell::ofMoney(one.refundsMinor), Cell::ofMoney(one.paidInMinor),
                                Cell::ofMoney(one.paidOutMinor), Cell::ofMoney(one.expectedMinor()),
                                one.isClosed() ? Cell::ofMoney(one.countedMinor) : Cell(),
                                one.isClosed() ? Cell::ofMoney(one.differenceMinor()) : Cell()});
    }
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

Report salesReport(const Analytics &analytics, const Business &business, const PaperLanguage &language)
{
    const ReportWords words(language);
    Report report;
    report.title = business.name;
    report.subtitle = words(QT_TRANSLATE_NOOP("Paper", "Sales from %1 to %2, business days of %3, amounts in %4"))
                          .arg(analytics.from.toString(Qt::ISODate), analytics.to.toString(Qt::ISODate),
                               business.timeZone, analytics.currency.code());
    report.currency = analytics.currency;
    report.sections = {
        summary(analytics, words),       days(analytics, words),           hours(analytics, words),
        weekdays(analytics, words),      weekHourOrders(analytics, words), weekHourRevenue(analytics, words),
        ways(analytics, words),          items(analytics, words),          categories(analytics, words),
        cancellations(analytics, words), times(analytics, words),          dishTimes(analytics, words),
        paintedTimes(analytics, words)};
    return report;
}

Report dayEndReport(const DayEnd &dayEnd, const DayEndFigures &figures, const PaperLanguage &language)
{
    const ReportWords words(language);
    const Analytics &sales = figures.sales;
    Report report;
    report.title = figures.businessName;
    report.subtitle = words(QT_TRANSLATE_NOOP("Paper", "Day-end report %1 of %2, times of %3, amounts in %4"))
                          .arg(QString::number(dayEnd.number), dayEnd.day.toString(Qt::ISODate), figures.timeZone,
                               sales.currency.code());
    if (sales.openOrders > 0) {
        report.subtitle +=
            QStringLiteral(". ") + words(QT_TRANSLATE_NOOP("Paper", "Open orders: %1")).arg(sales.openOrders);
    }
    report.currency = sales.currency;
    report.sections = {closing(dayEnd, figures, words),
                       summary(sales, words),
                       takings(figures, words),
                       drawers(figures, words),
                       hours(sales, words),
                       ways(sales, words),
                       items(sales, words),
                       categories(sales, words),
                       cancellations(sales, words),
                       times(sales, words)};
    return report;
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

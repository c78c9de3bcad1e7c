// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/protocol/analyticsjson.h"

#include "models/domain/quantity.h"
#include "sync/protocol/fieldreader.h"
#include "sync/protocol/jsonhelp.h"

#include <algorithm>

namespace oshaq {

namespace {

void writeDay(JsonWriter &json, QByteArrayView key, const QDate &day)
{
    json.key(key).value(day.toString(Qt::ISODate));
}

class Writer
{
public:
    explicit Writer(const Analytics &analytics)
        : m_analytics(analytics)
    {}

    QByteArray write(const Business &business)
    {
        m_json.beginObject();
        writeDay(m_json, "from", m_analytics.from);
        writeDay(m_json, "to", m_analytics.to);
        m_json.key("begins_at").value(isoUtc(m_analytics.beginMs));
        m_json.key("ends_at").value(isoUtc(m_analytics.endMs));
        m_json.key("time_zone").value(business.timeZone);
        m_json.key("currency").value(m_analytics.currency.code());
        m_json.key("total").beginObject();
        sales(m_analytics.total);
        m_json.endObject();
        m_json.key("open").value(m_analytics.openOrders);
        money("subtotal", m_analytics.subtotalMinor);
        money("delivery", m_analytics.deliveryMinor);
        money("tax", m_analytics.taxMinor);
        writeTimes();
        writeGoods();
        writeCancellations();
        writeDurations();
        m_json.endObject();
        return m_json.take();
    }

private:
    void money(QByteArrayView key, qint64 minor) { m_json.key(key).raw(formatMajorUnits(minor, m_analytics.currency)); }

    void sales(const SalesFigures &figures)
    {
        m_json.key("orders").value(figures.orders);
        m_json.key("completed").value(figures.completed);
        m_json.key("cancelled").value(figures.cancelled);
        money("revenue", figures.revenueMinor);
        money("average_check", figures.averageCheckMinor());
    }

    template <typename List, typename First> void list(QByteArrayView key, const List &rows, First first)
    {
        m_json.key(key).beginArray();
        for (std::size_t i = 0; i < rows.size(); ++i) {
            m_json.beginObject();
            first(i, rows[i]);
            m_json.endObject();
        }
        m_json.endArray();
    }

    void writeTimes()
    {
        list("by_day", m_analytics.days, [this](std::size_t, const Analytics::Day &day) {
            writeDay(m_json, "day", day.day);
            sales(day.sales);
        });
        list("by_hour", m_analytics.hours, [this](std::size_t hour, const SalesFigures &figures) {
            m_json.key("hour").value(qint64(hour));
            sales(figures);
        });
        list("by_weekday", m_analytics.weekdays, [this](std::size_t day, const SalesFigures &figures) {
            m_json.key("weekday").value(qint64(day) + 1);
            sales(figures);
        });
        m_json.key("by_week_hour").beginArray();
        for (std::size_t day = 0; day < m_analytics.weekHours.size(); ++day) {
            for (std::size_t hour = 0; hour < m_analytics.weekHours[day].size(); ++hour) {
                m_json.beginObject();
                m_json.key("weekday").value(qint64(day) + 1);
                m_json.key("hour").value(qint64(hour));
                sales(m_analytics.weekHours[day][hour]);
                m_json.endObject();
            }
        }
        m_json.endArray();
        list("by_fulfilment", m_analytics.fulfilments, [this](std::size_t i, const SalesFigures &figures) {
            m_json.key("fulfilment").value(fulfilmentText(allFulfilments[i]));
            sales(figures);
        });
        list("by_channel", m_analytics.channels, [this](std::size_t, const Analytics::Channel &channel) {
            m_json.key("channel").value(channel.name);
            sales(channel.sales);
        });
    }

    void category(qint64 id) { writeNumberOrNull(m_json, "category_id", id == 0 ? std::nullopt : std::optional(id)); }

    void writeGoods()
    {
        list("by_item", m_analytics.items, [this](std::size_t, const Analytics::ItemSales &item) {
            m_json.key("item_id").value(item.itemId);
            m_json.key("name").value(item.name);
            category(item.categoryId);
            writeTextOrNull(m_json, "category", item.category);
            m_json.key("lines").value(item.lines);
            m_json.key("quantity").raw(formatQuantity(item.quantity));
            money("revenue", item.revenueMinor);
        });
        list("by_category", m_analytics.categories, [this](std::size_t, const Analytics::CategorySales &one) {
            category(one.categoryId);
            writeTextOrNull(m_json, "name", one.name);
            m_json.key("lines").value(one.lines);
            money("revenue", one.revenueMinor);
        });
    }

    void writeCancellations()
    {
        money("cancelled_total", m_analytics.cancelledMinor);
        list("cancellations", m_analytics.cancellations, [this](std::size_t, const Analytics::Cancellation &one) {
            writeTextOrNull(m_json, "reason", one.reason);
            m_json.key("orders").value(one.orders);
            money("total", one.totalMinor);
        });
    }

    void durations(QByteArrayView key, const DurationFigures &figures)
    {
        const auto maybe = [&](qint64 ms) { return figures.count == 0 ? std::nullopt : std::optional(ms); };
        m_json.key(key).beginObject();
        m_json.key("count").value(figures.count);
        writeNumberOrNull(m_json, "average_ms", maybe(figures.averageMs));
        writeNumberOrNull(m_json, "p50_ms", maybe(figures.p50Ms));
        writeNumberOrNull(m_json, "p90_ms", maybe(figures.p90Ms));
        writeNumberOrNull(m_json, "p95_ms", maybe(figures.p95Ms));
        writeNumberOrNull(m_json, "max_ms", maybe(figures.maxMs));
        m_json.endObject();
    }

    void writeDurations()
    {
        durations("to_accept", m_analytics.toAccept);
        durations("to_ready", m_analytics.toReady);
        durations("preparing", m_analytics.preparing);
        m_json.key("promised").value(m_analytics.promised);
        m_json.key("late").value(m_analytics.late);
        durations("lateness", m_analytics.lateness);
        list("by_station", m_analytics.stations, [this](std::size_t, const Analytics::StationWork &station) {
            m_json.key("station_id").value(station.stationId);
            m_json.key("name").value(station.name);
            durations("work", station.work);
            m_json.key("late").value(station.late);
        });
        list("by_dish_time", m_analytics.dishes, [this](std::size_t, const Analytics::ItemWork &dish) {
            m_json.key("item_id").value(dish.itemId);
            m_json.key("name").value(dish.name);
            durations("work", dish.work);
            m_json.key("late").value(dish.late);
        });
        list("by_screen", m_analytics.screens, [this](std::size_t, const Analytics::ScreenLatency &screen) {
            const qint64 id = screen.terminalId;
            writeNumberOrNull(m_json, "terminal_id", id == 0 ? std::nullopt : std::optional(id));
            writeTextOrNull(m_json, "name", screen.name);
            durations("painted", screen.painted);
        });
        durations("painted", m_analytics.painted);
    }

    const Analytics &m_analytics;
    JsonWriter m_json;
};

class Reader
{
public:
    explicit Reader(const JsonValue &json)
        : m_in(json, {}, m_issues)
    {}

    Result<Analytics> read()
    {
        Analytics &out = m_analytics;
        out.from = day(m_in, u"from");
        out.to = day(m_in, u"to");
        out.beginMs = m_in.time(u"begins_at");
        out.endMs = m_in.time(u"ends_at");
        if (const auto currency = Currency::fromCode(m_in.requiredText(u"currency")))
            out.currency = *currency;
        else
            m_in.wrong(u"currency", QStringLiteral("is not a known currency"));
        out.total = sales(m_in.object(u"total"));
        out.openOrders = m_in.integer(u"open");
        out.subtotalMinor = money(m_in, u"subtotal");
        out.deliveryMinor = money(m_in, u"delivery");
        out.taxMinor = money(m_in, u"tax");
        readTimes();
        readGoods();
        out.cancelledMinor = money(m_in, u"cancelled_total");
        out.cancellations = readEach<Analytics::Cancellation>(m_in, u"cancellations", [this](const FieldReader &one) {
            return Analytics::Cancellation{one.text(u"reason"), one.integer(u"orders"), money(one, u"total")};
        });
        readDurations();
        if (!m_issues.isEmpty())
            return m_issues.error(QStringLiteral("an answer of statistics"));
        return std::move(m_analytics);
    }

private:
    static QDate day(const FieldReader &in, QStringView name)
    {
        const QDate date = QDate::fromString(in.requiredText(name), Qt::ISODate);
        if (!date.isValid())
            in.wrong(name, QStringLiteral("must be a day"));
        return date;
    }

    qint64 money(const FieldReader &in, QStringView name) const { return in.money(name, m_analytics.currency); }

    SalesFigures sales(const FieldReader &in) const
    {
        return {in.integer(u"orders"), in.integer(u"completed"), in.integer(u"cancelled"), money(in, u"revenue")};
    }

    /// Which of `size` places, counted from `first`, this row is about; nothing when it is none of them.
    static std::optional<std::size_t> place(const FieldReader &in, QStringView name, qint64 first, std::size_t size)
    {
        const qint64 at = in.integer(name) - first;
        if (at >= 0 && at < qint64(size))
            return std::size_t(at);
        in.wrong(name, QStringLiteral("is out of range"));
        return std::nullopt;
    }

    template <typename Take> void each(QStringView name, Take take)
    {
        const std::vector<JsonValue> &rows = m_in.array(name);
        for (std::size_t i = 0; i < rows.size(); ++i)
            take(m_in.item(name, rows[i], i));
    }

    void readTimes()
    {
        Analytics &out = m_analytics;
        out.days = readEach<Analytics::Day>(m_in, u"by_day", [this](const FieldReader &one) {
            return Analytics::Day{day(one, u"day"), sales(one)};
        });
        each(u"by_hour", [&](const FieldReader &one) {
            if (const auto hour = place(one, u"hour", 0, out.hours.size()))
                out.hours[*hour] = sales(one);
        });
        each(u"by_weekday", [&](const FieldReader &one) {
            if (const auto weekday = place(one, u"weekday", 1, out.weekdays.size()))
                out.weekdays[*weekday] = sales(one);
        });
        each(u"by_week_hour", [&](const FieldReader &one) {
            const auto weekday = place(one, u"weekday", 1, out.weekHours.size());
            const auto hour = place(one, u"hour", 0, out.hours.size());
            if (weekday && hour)
                out.weekHours[*weekday][*hour] = sales(one);
        });
        each(u"by_fulfilment", [&](const FieldReader &one) {
            const auto fulfilment = fulfilmentFromText(one.text(u"fulfilment"));
            if (!fulfilment)
                return one.wrong(u"fulfilment", QStringLiteral("is not known"));
            const auto at = std::find(allFulfilments.begin(), allFulfilments.end(), *fulfilment);
            out.fulfilments[std::size_t(at - allFulfilments.begin())] = sales(one);
        });
        out.channels = readEach<Analytics::Channel>(m_in, u"by_channel", [this](const FieldReader &one) {
            return Analytics::Channel{one.requiredText(u"channel"), sales(one)};
        });
    }

    /// Thousandths. Sums of a year are more than one portion may be, so parseQuantity() would refuse them.
    static qint64 quantity(const FieldReader &in, QStringView name)
    {
        QByteArray text = in[name].numberText();
        const qsizetype point = text.indexOf('.');
        const qsizetype places = point < 0 ? 0 : text.size() - point - 1;
        if (point >= 0)
            text.remove(point, 1);
        bool ok = false;
        const qint64 thousandths = places > 3 ? 0 : text.append(QByteArray(3 - places, '0')).toLongLong(&ok);
        if (ok && thousandths >= 0)
            return thousandths;
        in.wrong(name, QStringLiteral("must be a quantity"));
        return 0;
    }

    void readGoods()
    {
        m_analytics.items = readEach<Analytics::ItemSales>(m_in, u"by_item", [this](const FieldReader &one) {
            return Analytics::ItemSales{one.integer(u"item_id"),        one.requiredText(u"name"),
                                        one.integer(u"category_id", 0), one.text(u"category"),
                                        one.integer(u"lines"),          quantity(one, u"quantity"),
                                        money(one, u"revenue")};
        });
        m_analytics.categories =
            readEach<Analytics::CategorySales>(m_in, u"by_category", [this](const FieldReader &one) {
                return Analytics::CategorySales{one.integer(u"category_id", 0), one.text(u"name"),
                                                one.integer(u"lines"), money(one, u"revenue")};
            });
    }

    static DurationFigures durations(const FieldReader &in)
    {
        return {in.integer(u"count"),     in.integer(u"average_ms", 0), in.integer(u"p50_ms", 0),
                in.integer(u"p90_ms", 0), in.integer(u"p95_ms", 0),     in.integer(u"max_ms", 0)};
    }

    void readDurations()
    {
        Analytics &out = m_analytics;
        out.toAccept = durations(m_in.object(u"to_accept"));
        out.toReady = durations(m_in.object(u"to_ready"));
        out.preparing = durations(m_in.object(u"preparing"));
        out.promised = m_in.integer(u"promised");
        out.late = m_in.integer(u"late");
        out.lateness = durations(m_in.object(u"lateness"));
        out.stations = readEach<Analytics::StationWork>(m_in, u"by_station", [](const FieldReader &one) {
            return Analytics::StationWork{one.integer(u"station_id"), one.requiredText(u"name"),
                                          durations(one.object(u"work")), one.integer(u"late")};
        });
        out.dishes = readEach<Analytics::ItemWork>(m_in, u"by_dish_time", [](const FieldReader &one) {
            return Analytics::ItemWork{one.integer(u"item_id"), one.requiredText(u"name"),
                                       durations(one.object(u"work")), one.integer(u"late")};
        });
        out.screens = readEach<Analytics::ScreenLatency>(m_in, u"by_screen", [](const FieldReader &one) {
            return Analytics::ScreenLatency{one.integer(u"terminal_id", 0), one.text(u"name"),
                                            durations(one.object(u"painted"))};
        });
        if (!m_in[u"painted"].isNull())
            out.painted = durations(m_in.object(u"painted"));
    }

    ReadIssues m_issues;
    const FieldReader m_in;
    Analytics m_analytics;
};

} // namespace

QByteArray analyticsJson(const Analytics &analytics, const Business &business)
{
    return Writer(analytics).write(business);
}

Result<Analytics> readAnalytics(const JsonValue &json)
{
    return Reader(json).read();
}

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/analyticsjson.h"

#include "models/domain/quantity.h"
#include "sync/protocol/jsonhelp.h"

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
    }

    const Analytics &m_analytics;
    JsonWriter m_json;
};

} // namespace

QByteArray analyticsJson(const Analytics &analytics, const Business &business)
{
    return Writer(analytics).write(business);
}

} // namespace oshaq

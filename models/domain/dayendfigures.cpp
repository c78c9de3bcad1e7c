// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/dayendfigures.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace oshaq {

namespace {

/// Writes or reads a member under its name, so that both directions are one list of members that cannot differ.
class JsonMembers
{
public:
    explicit JsonMembers(QJsonObject *object, bool isReading)
        : m_object(*object)
        , m_reading(isReading)
    {}

    void member(const char *name, qint64 &value)
    {
        if (m_reading)
            value = m_object.value(QLatin1String(name)).toInteger();
        else if (value != 0)
            m_object.insert(QLatin1String(name), value);
    }

    void member(const char *name, QString &value)
    {
        if (m_reading)
            value = m_object.value(QLatin1String(name)).toString();
        else if (!value.isEmpty())
            m_object.insert(QLatin1String(name), value);
    }

    void member(const char *name, QDate &value)
    {
        QString text = value.toString(Qt::ISODate);
        member(name, text);
        if (m_reading)
            value = QDate::fromString(text, Qt::ISODate);
    }

    void member(const char *name, PaymentMethod &value)
    {
        QString text = paymentMethodText(value);
        member(name, text);
        if (m_reading)
            value = paymentMethodFromText(text).value_or(PaymentMethod::Cash);
    }

    void member(const char *name, SalesFigures &value);
    void member(const char *name, DurationFigures &value);

    /// `visit(JsonMembers &, T &)` for each.
    template <typename T, typename Visit> void list(const char *name, std::vector<T> &rows, Visit visit)
    {
        if (m_reading) {
            rows.clear();
            const QJsonArray array = m_object.value(QLatin1String(name)).toArray();
            for (const auto value : array)
                visitRow(value.toObject(), rows.emplace_back(), visit);
        } else {
            m_object.insert(QLatin1String(name), written(rows, visit));
        }
    }

    /// Of fixed length: what is missing stays as it is.
    template <typename T, std::size_t size, typename Visit>
    void list(const char *name, std::array<T, size> &rows, Visit visit)
    {
        if (m_reading) {
            const QJsonArray array = m_object.value(QLatin1String(name)).toArray();
            for (std::size_t i = 0; i < std::min(size, std::size_t(array.size())); ++i)
                visitRow(array.at(qsizetype(i)).toObject(), rows[i], visit);
        } else {
            m_object.insert(QLatin1String(name), written(rows, visit));
        }
    }

private:
    template <typename T, typename Visit> static void visitRow(QJsonObject object, T &row, Visit &visit)
    {
        JsonMembers members(&object, true);
        visit(members, row);
    }

    template <typename Rows, typename Visit> static QJsonArray written(Rows &rows, Visit &visit)
    {
        QJsonArray array;
        for (auto &row : rows) {
            QJsonObject object;
            JsonMembers members(&object, false);
            visit(members, row);
            array.append(object);
        }
        return array;
    }

    template <typename T, typename Visit> void object(const char *name, T &value, Visit visit)
    {
        QJsonObject inner = m_object.value(QLatin1String(name)).toObject();
        JsonMembers members(&inner, m_reading);
        visit(members, value);
        if (!m_reading)
            m_object.insert(QLatin1String(name), inner);
    }

    QJsonObject &m_object;
    const bool m_reading;
};

void salesMembers(JsonMembers &json, SalesFigures &sales)
{
    json.member("orders", sales.orders);
    json.member("completed", sales.completed);
    json.member("cancelled", sales.cancelled);
    json.member("revenue", sales.revenueMinor);
}

void durationMembers(JsonMembers &json, DurationFigures &figures)
{
    json.member("count", figures.count);
    json.member("average", figures.averageMs);
    json.member("p50", figures.p50Ms);
    json.member("p90", figures.p90Ms);
    json.member("p95", figures.p95Ms);
    json.member("max", figures.maxMs);
}

void JsonMembers::member(const char *name, SalesFigures &value)
{
    object(name, value, salesMembers);
}

void JsonMembers::member(const char *name, DurationFigures &value)
{
    object(name, value, durationMembers);
}

void soldMembers(JsonMembers &json, Analytics &sales)
{
    json.list("items", sales.items, [](JsonMembers &row, Analytics::ItemSales &item) {
        row.member("id", item.itemId);
        row.member("name", item.name);
        row.member("category_id", item.categoryId);
        row.member("category", item.category);
        row.member("lines", item.lines);
        row.member("quantity", item.quantity);
        row.member("revenue", item.revenueMinor);
    });
    json.list("categories", sales.categories, [](JsonMembers &row, Analytics::CategorySales &category) {
        row.member("id", category.categoryId);
        row.member("name", category.name);
        row.member("lines", category.lines);
        row.member("revenue", category.revenueMinor);
    });
    json.list("cancellations", sales.cancellations, [](JsonMembers &row, Analytics::Cancellation &one) {
        row.member("reason", one.reason);
        row.member("orders", one.orders);
        row.member("total", one.totalMinor);
    });
    json.list("channels", sales.channels, [](JsonMembers &row, Analytics::Channel &channel) {
        row.member("name", channel.name);
        row.member("sales", channel.sales);
    });
}

void timeMembers(JsonMembers &json, Analytics &sales)
{
    json.member("to_accept", sales.toAccept);
    json.member("to_ready", sales.toReady);
    json.member("preparing", sales.preparing);
    json.member("promised", sales.promised);
    json.member("late", sales.late);
    json.member("lateness", sales.lateness);
    json.member("painted", sales.painted);
    json.list("stations", sales.stations, [](JsonMembers &row, Analytics::StationWork &station) {
        row.member("id", station.stationId);
        row.member("name", station.name);
        row.member("work", station.work);
        row.member("late", station.late);
    });
    json.list("dishes", sales.dishes, [](JsonMembers &row, Analytics::ItemWork &dish) {
        row.member("id", dish.itemId);
        row.member("name", dish.name);
        row.member("work", dish.work);
        row.member("late", dish.late);
    });
    json.list("screens", sales.screens, [](JsonMembers &row, Analytics::ScreenLatency &screen) {
        row.member("id", screen.terminalId);
        row.member("name", screen.name);
        row.member("painted", screen.painted);
    });
}

void figuresMembers(JsonMembers &json, DayEndFigures &figures)
{
    Analytics &sales = figures.sales;
    json.member("business", figures.businessName);
    json.member("time_zone", figures.timeZone);
    json.member("until", figures.untilMs);
    json.member("first_order", figures.firstOrderAtMs);
    json.member("last_order", figures.lastOrderAtMs);
    json.member("day", sales.from);
    json.member("begin", sales.beginMs);
    json.member("end", sales.endMs);
    json.member("total", sales.total);
    json.member("open", sales.openOrders);
    json.member("subtotal", sales.subtotalMinor);
    json.member("delivery", sales.deliveryMinor);
    json.member("tax", sales.taxMinor);
    json.member("cancelled_total", sales.cancelledMinor);
    json.list("hours", sales.hours, salesMembers);
    json.list("fulfilments", sales.fulfilments, salesMembers);
    soldMembers(json, sales);
    timeMembers(json, sales);
    json.list("takings", figures.takings, [](JsonMembers &row, MethodTakings &takings) {
        row.member("method", takings.method);
        row.member("payments", takings.payments);
        row.member("amount", takings.amountMinor);
        row.member("tip", takings.tipMinor);
        row.member("refunds", takings.refunds);
        row.member("refunded", takings.refundedMinor);
    });
    json.list("drawers", figures.drawers, [](JsonMembers &row, DrawerOfDay &drawer) {
        row.member("terminal", drawer.terminalName);
        row.member("opened", drawer.openedAtMs);
        row.member("closed", drawer.closedAtMs);
        row.member("float", drawer.floatMinor);
        row.member("sales", drawer.salesMinor);
        row.member("refunds", drawer.refundsMinor);
        row.member("paid_in", drawer.paidInMinor);
        row.member("paid_out", drawer.paidOutMinor);
        row.member("counted", drawer.countedMinor);
    });
}

} // namespace

QByteArray dayEndFiguresJson(const DayEndFigures &figures)
{
    DayEndFigures copy = figures;
    QJsonObject object;
    JsonMembers members(&object, false);
    figuresMembers(members, copy);
    object.insert(QLatin1String("currency"), figures.sales.currency.code());
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

Result<DayEndFigures> dayEndFiguresFromJson(const QByteArray &json)
{
    const QJsonDocument parsed = QJsonDocument::fromJson(json);
    QJsonObject object = parsed.object();
    DayEndFigures figures;
    JsonMembers members(&object, true);
    figuresMembers(members, figures);
    const auto currency = Currency::fromCode(object.value(QLatin1String("currency")).toString());
    Analytics &sales = figures.sales;
    if (!parsed.isObject() || !currency || !sales.from.isValid())
        return Error{ErrorCode::Internal, QStringLiteral("A stored day-end report cannot be read."), {}};
    sales.currency = *currency;
    // One day: the rest of its figures are the same ones again.
    const auto weekday = std::size_t(sales.from.dayOfWeek() - 1);
    sales.to = sales.from;
    sales.days = {{sales.from, sales.total}};
    sales.weekdays[weekday] = sales.total;
    sales.weekHours[weekday] = sales.hours;
    return figures;
}

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/orderloader.h"

#include "models/hub/sqlvalues.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <unordered_map>

namespace oshaq {

namespace {

QString selectOrders()
{
    // LEFT JOINs keep `orders` the outer loop, so that the order of its index is the order of the rows.
    return QStringLiteral(
        "SELECT o.order_id, o.order_uuid, o.business_id, o.number, o.fulfilment, o.table_name, o.covers, o.note,"
        " o.allergy, o.user_id, u.name, oshaq_open('users.phone', u.phone), o.address_id,"
        " oshaq_open('user_addresses.address', a.address), o.placed_at, o.promised_at, o.status,"
        " o.status_at, o.cancel_reason, o.version, c.subtotal, c.delivery_cost, c.total_cost, c.currency, o.priority,"
        " o.payment_state, o.paid, o.pending, o.payment_methods, c.tax_rate, c.tax,"
        " o.courier_id, (SELECT s.name FROM staff s WHERE s.staff_id = o.courier_id), o.dispatch, o.source,"
        " o.source_number, o.accept_by, o.refuse_by, o.source_paid"
        " FROM orders o"
        " LEFT JOIN orders_cost c ON c.order_id = o.order_id"
        " LEFT JOIN users u ON u.user_id = o.user_id"
        " LEFT JOIN user_addresses a ON a.address_id = o.address_id ");
}

Error broken(qint64 orderId)
{
    return {ErrorCode::Internal, QStringLiteral("The stored order %1 cannot be read.").arg(orderId), {}};
}

Result<std::vector<OrderLineOption>> optionsFromText(const QString &text, qint64 orderId)
{
    std::vector<OrderLineOption> options;
    if (text.isEmpty())
        return options;
    const QJsonDocument document = QJsonDocument::fromJson(text.toUtf8());
    if (!document.isArray())
        return broken(orderId);
    const QJsonArray array = document.array();
    for (const auto &value : array) {
        const QJsonArray fields = value.toArray();
        if (fields.size() != 3)
            return broken(orderId);
        options.push_back({fields.at(0).toInteger(), fields.at(1).toString(), fields.at(2).toInteger()});
    }
    return options;
}

/// Pages of one business have one currency: its look-up is worth remembering.
class CurrencyMemo
{
public:
    Result<Currency> get(const QString &code)
    {
        if (m_current.code() == code)
            return m_current;
        auto currency = Currency::fromCode(code);
        if (currency)
            m_current = *currency;
        return currency;
    }

private:
    Currency m_current;
};

Result<Order> readOrder(const sql::Statement &row, CurrencyMemo *currencies)
{
    Order order;
    order.id = row.integer(0);
    order.uuid = row.text(1);
    order.businessId = row.integer(2);
    order.number = row.text(3);
    const auto fulfilment = fulfilmentFromText(row.text(4));
    const auto status = orderStatusFromCode(row.integer(16));
    const auto currency = currencies->get(row.text(23));
    const auto payment = paymentStateFromText(row.text(25));
    if (!fulfilment || !status || !currency || !payment)
        return broken(order.id);
    order.fulfilment = *fulfilment;
    order.table = row.text(5);
    order.covers = int(row.integer(6));
    order.note = row.text(7);
    order.allergy = row.text(8);
    if (!row.isNull(9)) {
        order.userId = row.integer(9);
        order.guestName = row.text(10);
        order.guestPhone = row.text(11);
    }
    if (!row.isNull(12)) {
        order.addressId = row.integer(12);
        order.address = row.text(13);
    }
    order.placedAtMs = row.integer(14);
    order.promisedAtMs = row.integer(15);
    order.status = *status;
    order.statusAtMs = row.integer(17);
    order.cancelReason = row.text(18);
    order.version = row.integer(19);
    order.cost = {row.integer(20), row.integer(21), row.integer(22), *currency, row.integer(29), row.integer(30)};
    order.priority = row.integer(24) != 0;
    order.payment = {*payment, row.integer(26), row.integer(27), row.text(28).split(u',', Qt::SkipEmptyParts)};
    order.carrier.courierId = hubsql::readOptionalId(row, 31);
    if (order.carrier.courierId)
        order.carrier.courierName = row.text(32);
    order.carrier.dispatch = dispatchStateFromText(row.text(33));
    order.origin = {row.text(34), row.text(35), row.integer(36), row.integer(37), row.integer(38) != 0};
    return order;
}

QString selectLines()
{
    return QStringLiteral(
        "SELECT order_id, order_item_id, item_id, name, quantity, price, status, status_at, station_id, course,"
        " prep_seconds, note, options, added_at, version, fired_at, held FROM orders_items WHERE order_id");
}

Result<void> attachLines(sql::Database &database, std::vector<Order> *orders)
{
    // Put together once: these run all day, and are found by where their texts stand.
    static const QString ofOne = selectLines() + QStringLiteral(" = ? ORDER BY order_item_id");
    static const QString ofMany = selectLines() + hubsql::inIds() + QStringLiteral("ORDER BY order_id, order_item_id");
    if (orders->empty())
        return {};
    std::vector<qint64> ids;
    std::unordered_map<qint64, Order *> byId;
    ids.reserve(orders->size());
    for (Order &order : *orders) {
        ids.push_back(order.id);
        byId.emplace(order.id, &order);
    }
    auto rows = ids.size() == 1 ? database.query(ofOne, {ids.front()}) : database.query(ofMany, {hubsql::idArray(ids)});
    if (!rows)
        return rows.error();
    while (rows->next()) {
        Order *order = byId.at(rows->integer(0));
        OrderLine line;
        line.id = rows->integer(1);
        line.itemId = rows->integer(2);
        line.name = rows->text(3);
        line.quantity = rows->integer(4);
        line.priceMinor = rows->integer(5);
        line.status = LineStatus(rows->integer(6));
        line.statusAtMs = rows->integer(7);
        line.stationId = hubsql::readOptionalId(*rows, 8);
        line.course = int(rows->integer(9));
        line.prepSeconds = int(rows->integer(10));
        line.note = rows->text(11);
        auto options = optionsFromText(rows->text(12), order->id);
        if (!options)
            return options.error();
        line.options = std::move(*options);
        line.addedAtMs = rows->integer(13);
        line.version = rows->integer(14);
        line.firedAtMs = rows->integer(15);
        line.held = rows->integer(16) != 0;
        order->lines.push_back(std::move(line));
    }
    if (rows->failed())
        return hubsql::readFailed();
    return {};
}

} // namespace

namespace {

Result<std::vector<Order>> readBy(sql::Database &database, const QString &statement, const QVariantList &values)
{
    std::vector<Order> orders;
    {
        auto rows = database.query(statement, values);
        if (!rows)
            return rows.error();
        CurrencyMemo currencies;
        while (rows->next()) {
            auto order = readOrder(*rows, &currencies);
            if (!order)
                return order.error();
            orders.push_back(std::move(*order));
        }
        if (rows->failed())
            return hubsql::readFailed();
    }
    if (const auto attached = attachLines(database, &orders); !attached)
        return attached.error();
    return orders;
}

} // namespace

Result<std::vector<Order>> orderloader::read(sql::Database &database, const QString &where, const QVariantList &values)
{
    return readBy(database, selectOrders() + where, values);
}

Result<std::optional<Order>> orderloader::one(sql::Database &database, qint64 businessId, const OrderRef &ref)
{
    static const QString byId = selectOrders() + QStringLiteral("WHERE o.order_id = ? AND o.business_id = ?");
    static const QString byUuid = selectOrders() + QStringLiteral("WHERE o.business_id = ? AND o.order_uuid = ?");
    auto orders = ref.id != 0 ? readBy(database, byId, {ref.id, businessId})
                              : readBy(database, byUuid, {businessId, ref.uuid.toLower()});
    if (!orders)
        return orders.error();
    return orders->empty() ? std::optional<Order>() : std::optional(std::move(orders->front()));
}

QString orderloader::optionsText(const std::vector<OrderLineOption> &options)
{
    if (options.empty())
        return QStringLiteral("");
    QJsonArray array;
    for (const OrderLineOption &option : options)
        array.append(QJsonArray{option.optionId, option.name, option.priceMinor});
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/terminal/orderrows.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <tuple>

namespace oshaq::orderrows {

namespace {

QVariant optionalValue(const std::optional<qint64> &value)
{
    return value ? QVariant(*value) : QVariant();
}

std::optional<qint64> optionalColumn(const sql::Statement &row, int column)
{
    if (row.isNull(column))
        return std::nullopt;
    return row.integer(column);
}

Error unreadable(const QString &what)
{
    return Error{ErrorCode::StorageUnavailable, QStringLiteral("terminal.db: %1").arg(what), {}};
}

QString jsonText(const QJsonArray &array)
{
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

QJsonObject optionJson(qint64 id, const QString &name, qint64 priceMinor)
{
    return {{QStringLiteral("id"), id}, {QStringLiteral("name"), name}, {QStringLiteral("price"), priceMinor}};
}

QString optionGroupsText(const std::vector<OptionGroup> &groups)
{
    QJsonArray array;
    for (const OptionGroup &group : groups) {
        QJsonArray options;
        for (const Option &option : group.options)
            options.append(optionJson(option.id, option.name, option.priceMinor));
        array.append(QJsonObject{{QStringLiteral("id"), group.id},
                                 {QStringLiteral("name"), group.name},
                                 {QStringLiteral("min"), group.minChoices},
                                 {QStringLiteral("max"), group.maxChoices},
                                 {QStringLiteral("options"), options}});
    }
    return jsonText(array);
}

std::vector<OptionGroup> optionGroups(const QString &text)
{
    std::vector<OptionGroup> groups;
    const QJsonArray array = QJsonDocument::fromJson(text.toUtf8()).array();
    for (const QJsonValue &value : array) {
        OptionGroup group;
        group.id = value[QStringLiteral("id")].toInteger();
        group.name = value[QStringLiteral("name")].toString();
        group.minChoices = value[QStringLiteral("min")].toInt();
        group.maxChoices = value[QStringLiteral("max")].toInt();
        const QJsonArray options = value[QStringLiteral("options")].toArray();
        for (const QJsonValue &option : options) {
            group.options.push_back({option[QStringLiteral("id")].toInteger(),
                                     option[QStringLiteral("name")].toString(),
                                     option[QStringLiteral("price")].toInteger()});
        }
        groups.push_back(std::move(group));
    }
    return groups;
}

Result<Order> orderFromRow(const sql::Statement &row)
{
    Order order;
    order.id = row.integer(0);
    order.uuid = row.text(1);
    order.businessId = row.integer(2);
    order.number = row.text(3);
    const auto fulfilment = fulfilmentFromText(row.text(4));
    order.table = row.text(5);
    order.covers = int(row.integer(6));
    order.note = row.text(7);
    order.allergy = row.text(8);
    order.userId = row.integer(9);
    order.guestName = row.text(10);
    order.guestPhone = row.text(11);
    order.addressId = optionalColumn(row, 12);
    order.address = row.text(13);
    order.placedAtMs = row.integer(14);
    order.promisedAtMs = row.integer(15);
    const auto status = orderStatusFromCode(row.integer(16));
    order.statusAtMs = row.integer(17);
    order.cancelReason = row.text(18);
    order.cost.subtotalMinor = row.integer(19);
    order.cost.deliveryMinor = row.integer(20);
    order.cost.totalMinor = row.integer(21);
    const auto currency = Currency::fromCode(row.text(22));
    order.version = row.integer(23);
    order.priority = row.integer(24) != 0;
    order.payment = {paymentStateFromText(row.text(25)).value_or(PaymentState::Unpaid), row.integer(26),
                     row.integer(27), row.text(28).split(u',', Qt::SkipEmptyParts)};
    order.cost.taxRate = row.integer(29);
    order.cost.taxMinor = row.integer(30);
    order.carrier = {optionalColumn(row, 31), row.text(32), dispatchStateFromText(row.text(33))};
    order.origin = {row.text(34), row.text(35), row.integer(36), row.integer(37), row.integer(38) != 0};
    if (!fulfilment || !status || !currency)
        return unreadable(
            QStringLiteral("order %1 has a fulfilment, status or currency that this program does not know")
                .arg(order.id));
    order.fulfilment = *fulfilment;
    order.status = *status;
    order.cost.currency = *currency;
    return order;
}

Result<OrderLine> lineFromRow(const sql::Statement &row)
{
    OrderLine line;
    line.id = row.integer(1);
    line.itemId = row.integer(2);
    line.name = row.text(3);
    line.quantity = row.integer(4);
    line.priceMinor = row.integer(5);
    const qint64 state = row.integer(6);
    if (state < int(LineStatus::Queued) || state > int(LineStatus::Voided))
        return unreadable(
            QStringLiteral("line %1 has the unknown state %2").arg(QString::number(line.id), QString::number(state)));
    line.status = LineStatus(state);
    line.statusAtMs = row.integer(7);
    line.stationId = optionalColumn(row, 8);
    line.course = int(row.integer(9));
    line.prepSeconds = int(row.integer(10));
    line.note = row.text(11);
    line.options = lineOptions(row.text(12));
    line.addedAtMs = row.integer(13);
    line.version = row.integer(14);
    line.firedAtMs = row.integer(15);
    line.held = row.integer(16) != 0;
    return line;
}

} // namespace

QString lineOptionsText(const std::vector<OrderLineOption> &options)
{
    if (options.empty())
        return QStringLiteral("[]");
    QJsonArray array;
    for (const OrderLineOption &option : options)
        array.append(optionJson(option.optionId, option.name, option.priceMinor));
    return jsonText(array);
}

std::vector<OrderLineOption> lineOptions(const QString &text)
{
    std::vector<OrderLineOption> options;
    if (text == QLatin1String("[]"))
        return options;
    const QJsonArray array = QJsonDocument::fromJson(text.toUtf8()).array();
    for (const QJsonValue &value : array) {
        options.push_back({value[QStringLiteral("id")].toInteger(), value[QStringLiteral("name")].toString(),
                           value[QStringLiteral("price")].toInteger()});
    }
    return options;
}

Result<std::unordered_map<qint64, Order>> readOrders(sql::Database &database)
{
    std::unordered_map<qint64, Order> orders;
    auto rows = database.query(QStringLiteral(
        "SELECT order_id, order_uuid, business_id, number, fulfilment, table_name, covers, note, allergy, user_id, "
        "guest_name, guest_phone, address_id, address, placed_at, promised_at, status, status_at, "
        "cancel_reason, subtotal, delivery_cost, total_cost, currency, version, priority, payment_state, paid, "
        "payment_pending, payment_methods, tax_rate, tax, courier_id, courier_name, dispatch, source, source_number, "
        "accept_by, refuse_by, source_paid FROM orders"));
    if (!rows)
        return rows.error();
    while (rows->next()) {
        auto order = orderFromRow(*rows);
        if (!order)
            return order.error();
        orders.emplace(order->id, std::move(*order));
    }
    if (rows->failed())
        return unreadable(QStringLiteral("the orders cannot be read"));

    auto lines = database.query(QStringLiteral(
        "SELECT order_id, order_item_id, item_id, name, quantity, price, state, state_at, station_id, course, "
        "prep_seconds, note, options, added_at, version, fired_at, held FROM order_lines ORDER BY order_id, ordinal"));
    if (!lines)
        return lines.error();
    while (lines->next()) {
        auto line = lineFromRow(*lines);
        if (!line)
            return line.error();
        if (const auto order = orders.find(lines->integer(0)); order != orders.end())
            order->second.lines.push_back(std::move(*line));
    }
    if (lines->failed())
        return unreadable(QStringLiteral("the lines of orders cannot be read"));
    return orders;
}

Result<void> writeOrder(sql::Database &database, const Order &order)
{
    auto written = database.run(
        QStringLiteral(
            "INSERT INTO orders (order_id, order_uuid, business_id, number, fulfilment, table_name, covers, note, "
            "allergy, user_id, guest_name, guest_phone, address_id, address, placed_at, promised_at, status, "
            "status_at, cancel_reason, subtotal, delivery_cost, total_cost, currency, version, priority, "
            "payment_state, paid, payment_pending, payment_methods, tax_rate, tax, courier_id, courier_name, dispatch, "
            "source, source_number, accept_by, refuse_by, source_paid) "
            "VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?) "
            "ON CONFLICT (order_id) DO UPDATE SET order_uuid = excluded.order_uuid, "
            "business_id = excluded.business_id, number = excluded.number, fulfilment = excluded.fulfilment, "
            "table_name = excluded.table_name, covers = excluded.covers, note = excluded.note, "
            "allergy = excluded.allergy, user_id = excluded.user_id, guest_name = excluded.guest_name, "
            "guest_phone = excluded.guest_phone, address_id = excluded.address_id, address = excluded.address, "
            "placed_at = excluded.placed_at, promised_at = excluded.promised_at, status = excluded.status, "
            "status_at = excluded.status_at, cancel_reason = excluded.cancel_reason, "
            "subtotal = excluded.subtotal, delivery_cost = excluded.delivery_cost, "
            "total_cost = excluded.total_cost, currency = excluded.currency, version = excluded.version, "
            "priority = excluded.priority, payment_state = excluded.payment_state, paid = excluded.paid, "
            "payment_pending = excluded.payment_pending, payment_methods = excluded.payment_methods, "
            "tax_rate = excluded.tax_rate, tax = excluded.tax, courier_id = excluded.courier_id, "
            "courier_name = excluded.courier_name, dispatch = excluded.dispatch, source = excluded.source, "
            "source_number = excluded.source_number, accept_by = excluded.accept_by, "
            "refuse_by = excluded.refuse_by, source_paid = excluded.source_paid"),
        {order.id,
         order.uuid,
         order.businessId,
         order.number,
         fulfilmentText(order.fulfilment),
         order.table,
         order.covers,
         order.note,
         order.allergy,
         order.userId,
         order.guestName,
         order.guestPhone,
         optionalValue(order.addressId),
         order.address,
         order.placedAtMs,
         order.promisedAtMs,
         int(order.status),
         order.statusAtMs,
         order.cancelReason,
         order.cost.subtotalMinor,
         order.cost.deliveryMinor,
         order.cost.totalMinor,
         order.cost.currency.code(),
         order.version,
         order.priority ? 1 : 0,
         paymentStateText(order.payment.state),
         order.payment.paidMinor,
         order.payment.pendingMinor,
         order.payment.methods.join(u','),
         order.cost.taxRate,
         order.cost.taxMinor,
         optionalValue(order.carrier.courierId),
         order.carrier.courierName,
         order.carrier.dispatch ? dispatchStateText(*order.carrier.dispatch) : QString(),
         order.origin.source,
         order.origin.number,
         order.origin.acceptByMs,
         order.origin.refuseByMs,
         order.origin.paid ? 1 : 0});
    if (!written)
        return written;
    if (auto cleared = database.run(QStringLiteral("DELETE FROM order_lines WHERE order_id = ?"), {order.id}); !cleared)
        return cleared;
    auto insert = database.prepare(QStringLiteral(
        "INSERT INTO order_lines (order_id, ordinal, order_item_id, item_id, name, quantity, price, state, "
        "state_at, station_id, course, prep_seconds, note, options, added_at, version, fired_at, held) "
        "VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"));
    if (!insert)
        return insert.error();
    int ordinal = 0;
    for (const OrderLine &line : order.lines) {
        auto inserted = insert->exec({order.id, ++ordinal, line.id, line.itemId, line.name, line.quantity,
                                      line.priceMinor, int(line.status), line.statusAtMs, optionalValue(line.stationId),
                                      line.course, line.prepSeconds, line.note, lineOptionsText(line.options),
                                      line.addedAtMs, line.version, line.firedAtMs, line.held ? 1 : 0});
        if (!inserted)
            return inserted;
    }
    return {};
}

Result<void> removeOrder(sql::Database &database, qint64 orderId)
{
    return database.run(QStringLiteral("DELETE FROM orders WHERE order_id = ?"), {orderId}); // its lines follow
}

Result<Catalog> readCatalog(sql::Database &database)
{
    Catalog catalog;
    auto stations = database.query(
        QStringLiteral("SELECT station_id, name, position, soon_seconds, late_seconds, version FROM stations"));
    if (!stations)
        return stations.error();
    while (stations->next()) {
        catalog.stations.push_back({stations->integer(0), stations->text(1), int(stations->integer(2)),
                                    int(stations->integer(3)), int(stations->integer(4)), stations->integer(5)});
    }
    auto categories = database.query(QStringLiteral(
        "SELECT category_id, name, image, quantity_step, station_id, position, external_id, version, hours "
        "FROM categories"));
    if (!categories)
        return categories.error();
    while (categories->next()) {
        catalog.categories.push_back({categories->integer(0), categories->text(1), categories->text(2),
                                      categories->integer(3), optionalColumn(*categories, 4),
                                      int(categories->integer(5)), categories->text(6), categories->integer(7),
                                      saleHoursFromText(categories->text(8))});
    }
    auto items = database.query(QStringLiteral(
        "SELECT item_id, category_id, name, description, price, image, quantity_step, available, station_id, "
        "prep_seconds, position, external_id, option_groups, version, allergens, hours, back_at FROM items"));
    if (!items)
        return items.error();
    while (items->next()) {
        Item item;
        item.id = items->integer(0);
        item.categoryId = items->integer(1);
        item.name = items->text(2);
        item.description = items->text(3);
        item.priceMinor = items->integer(4);
        item.image = items->text(5);
        item.quantityStep = optionalColumn(*items, 6);
        item.available = items->integer(7) != 0;
        item.stationId = optionalColumn(*items, 8);
        item.prepSeconds = int(items->integer(9));
        item.position = int(items->integer(10));
        item.externalId = items->text(11);
        item.optionGroups = optionGroups(items->text(12));
        item.version = items->integer(13);
        const QJsonArray allergens = QJsonDocument::fromJson(items->text(14).toUtf8()).array();
        for (const auto &allergen : allergens)
            item.allergens.append(allergen.toString());
        item.hours = saleHoursFromText(items->text(15));
        item.backAtMs = items->integer(16);
        catalog.items.push_back(std::move(item));
    }
    if (stations->failed() || categories->failed() || items->failed())
        return unreadable(QStringLiteral("the menu cannot be read"));
    sortCatalog(&catalog);
    return catalog;
}

Result<void> writeStation(sql::Database &database, const Station &station)
{
    return database.run(
        QStringLiteral(
            "INSERT OR REPLACE INTO stations (station_id, name, position, soon_seconds, late_seconds, version) "
            "VALUES (?,?,?,?,?,?)"),
        {station.id, station.name, station.position, station.soonSeconds, station.lateSeconds, station.version});
}

Result<void> writeCategory(sql::Database &database, const Category &category)
{
    return database.run(
        QStringLiteral(
            "INSERT OR REPLACE INTO categories (category_id, name, image, quantity_step, station_id, position, "
            "external_id, version, hours) VALUES (?,?,?,?,?,?,?,?,?)"),
        {category.id, category.name, category.image, category.quantityStep, optionalValue(category.stationId),
         category.position, category.externalId, category.version, saleHoursText(category.hours)});
}

Result<void> writeItem(sql::Database &database, const Item &item)
{
    return database.run(
        QStringLiteral(
            "INSERT OR REPLACE INTO items (item_id, category_id, name, description, price, image, quantity_step, "
            "available, station_id, prep_seconds, position, external_id, option_groups, version, allergens, hours, "
            "back_at) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"),
        {item.id, item.categoryId, item.name, item.description, item.priceMinor, item.image,
         optionalValue(item.quantityStep), item.available ? 1 : 0, optionalValue(item.stationId), item.prepSeconds,
         item.position, item.externalId, optionGroupsText(item.optionGroups), item.version,
         jsonText(QJsonArray::fromStringList(item.allergens)), saleHoursText(item.hours), item.backAtMs});
}

Result<void> removeStation(sql::Database &database, qint64 stationId)
{
    return database.run(QStringLiteral("DELETE FROM stations WHERE station_id = ?"), {stationId});
}

Result<void> removeCategory(sql::Database &database, qint64 categoryId)
{
    return database.run(QStringLiteral("DELETE FROM categories WHERE category_id = ?"), {categoryId});
}

Result<void> removeItem(sql::Database &database, qint64 itemId)
{
    return database.run(QStringLiteral("DELETE FROM items WHERE item_id = ?"), {itemId});
}

Result<void> writeCatalog(sql::Database &database, const Catalog &catalog)
{
    for (const QString &table : {QStringLiteral("stations"), QStringLiteral("categories"), QStringLiteral("items")}) {
        if (auto cleared = database.run(QStringLiteral("DELETE FROM ") + table); !cleared)
            return cleared;
    }
    for (const Station &station : catalog.stations) {
        if (auto written = writeStation(database, station); !written)
            return written;
    }
    for (const Category &category : catalog.categories) {
        if (auto written = writeCategory(database, category); !written)
            return written;
    }
    for (const Item &item : catalog.items) {
        if (auto written = writeItem(database, item); !written)
            return written;
    }
    return {};
}

Result<Business> readBusiness(sql::Database &database)
{
    auto row = database.query(QStringLiteral(
        "SELECT business_id, name, currency, time_zone, day_start_minutes, delivery_cost, version, tax_rate, "
        "tax_name FROM business"));
    if (!row)
        return row.error();
    if (row->next()) {
        return Business{row->integer(0), row->text(1),    row->text(2),    row->text(3), int(row->integer(4)),
                        row->integer(5), row->integer(6), row->integer(7), row->text(8)};
    }
    if (row->failed())
        return unreadable(QStringLiteral("the business cannot be read"));
    return Business{};
}

Result<void> writeBusiness(sql::Database &database, const Business &business)
{
    if (auto cleared = database.run(QStringLiteral("DELETE FROM business")); !cleared)
        return cleared;
    return database.run(
        QStringLiteral(
            "INSERT INTO business (business_id, name, currency, time_zone, day_start_minutes, delivery_cost, "
            "version, tax_rate, tax_name) VALUES (?,?,?,?,?,?,?,?,?)"),
        {business.id, business.name, business.currency, business.timeZone, business.dayStartMinutes,
         business.deliveryCostMinor, business.version, business.taxRate, business.taxName});
}

void sortCatalog(Catalog *catalog)
{
    const auto byPosition = [](const auto &a, const auto &b) {
        return std::tie(a.position, a.id) < std::tie(b.position, b.id);
    };
    std::sort(catalog->stations.begin(), catalog->stations.end(), byPosition);
    std::sort(catalog->categories.begin(), catalog->categories.end(), byPosition);
    std::sort(catalog->items.begin(), catalog->items.end(), byPosition);
}

} // namespace oshaq::orderrows

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/alonerows.h"

#include "models/hub/orderloader.h"
#include "models/hub/sqlvalues.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

#include <map>
#include <vector>

namespace oshaq::alonerows {

namespace {

Result<std::vector<qint64>> businesses(sql::Database &database)
{
    auto rows = database.query(QStringLiteral("SELECT business_id FROM businesses ORDER BY business_id"));
    if (!rows)
        return rows.error();
    std::vector<qint64> ids;
    while (rows->next())
        ids.push_back(rows->integer(0));
    if (rows->failed())
        return hubsql::readFailed();
    return ids;
}

Result<bool> has(sql::Database &database, qint64 businessId, qint64 seq, const QByteArray &hash)
{
    auto row = database.query(QStringLiteral("SELECT 1 FROM journal WHERE business_id = ? AND seq = ? AND hash = ?"),
                              {businessId, seq, hash});
    if (!row)
        return row.error();
    return hubsql::nextRow(*row);
}

/// The last seq that both have. The rows are chained by their hashes: before a row that is the same all are.
Result<qint64> lastCommon(sql::Database &mine, sql::Database &theirs, qint64 businessId)
{
    auto rows = mine.query(QStringLiteral("SELECT seq, hash FROM journal WHERE business_id = ? ORDER BY seq DESC"),
                           {businessId});
    if (!rows)
        return rows.error();
    while (rows->next()) {
        const auto common = has(theirs, businessId, rows->integer(0), rows->bytes(1));
        if (!common)
            return common.error();
        if (*common)
            return rows->integer(0);
    }
    if (rows->failed())
        return hubsql::readFailed();
    return qint64{0};
}

QJsonObject orderJson(const Order &order)
{
    QJsonArray lines;
    for (const OrderLine &line : order.lines) {
        lines.append(QJsonObject{{QStringLiteral("name"), line.name},
                                 {QStringLiteral("quantity_thousandths"), line.quantity},
                                 {QStringLiteral("price_minor"), line.priceMinor}});
    }
    return {{QStringLiteral("uuid"), order.uuid},
            {QStringLiteral("number"), order.number},
            {QStringLiteral("status"), static_cast<int>(order.status)},
            {QStringLiteral("table"), order.table},
            {QStringLiteral("total_minor"), order.cost.totalMinor},
            {QStringLiteral("lines"), lines}};
}

/// Adds the order to the last row of each.
Result<void> addOrders(sql::Database &database, std::vector<QJsonObject> *rows,
                       const std::map<qint64, std::size_t> &lastRowOf)
{
    std::vector<qint64> ids;
    for (const auto &[id, row] : lastRowOf)
        ids.push_back(id);
    const auto orders = orderloader::read(database, QStringLiteral("WHERE o.order_id") + hubsql::inIds(),
                                          {hubsql::idArray(ids)});
    if (!orders)
        return orders.error();
    for (const Order &order : *orders)
        (*rows)[lastRowOf.at(order.id)].insert(QStringLiteral("order"), orderJson(order));
    return {};
}

Result<void> collect(sql::Database &mine, qint64 businessId, qint64 after, std::vector<QJsonObject> *all)
{
    auto rows = mine.query(
        QStringLiteral("SELECT seq, epoch, at, actor, request_id, entity, entity_id, version, type, payload"
                       " FROM journal WHERE business_id = ? AND seq > ? ORDER BY seq"),
        {businessId, after});
    if (!rows)
        return rows.error();
    std::map<qint64, std::size_t> lastRowOf;
    while (rows->next()) {
        if (rows->text(5) == QLatin1String("order"))
            lastRowOf[rows->integer(6)] = all->size();
        all->push_back({{QStringLiteral("business_id"), businessId},
                        {QStringLiteral("seq"), rows->integer(0)},
                        {QStringLiteral("epoch"), rows->text(1)},
                        {QStringLiteral("at_ms"), rows->integer(2)},
                        {QStringLiteral("actor"), rows->text(3)},
                        {QStringLiteral("request_id"), rows->text(4)},
                        {QStringLiteral("entity"), rows->text(5)},
                        {QStringLiteral("entity_id"), rows->integer(6)},
                        {QStringLiteral("version"), rows->integer(7)},
                        {QStringLiteral("type"), rows->text(8)},
                        {QStringLiteral("payload"), QJsonDocument::fromJson(rows->text(9).toUtf8()).object()}});
    }
    if (rows->failed())
        return hubsql::readFailed();
    rows->finish();
    return lastRowOf.empty() ? Result<void>() : addOrders(mine, all, lastRowOf);
}

} // namespace

Result<qint64> write(sql::Database &mine, sql::Database &theirs, const QString &fileName)
{
    const auto ids = businesses(mine);
    if (!ids)
        return ids.error();
    std::vector<QJsonObject> rows;
    for (const qint64 id : *ids) {
        const auto common = lastCommon(mine, theirs, id);
        if (!common)
            return common.error();
        if (auto collected = collect(mine, id, *common, &rows); !collected)
            return collected.error();
    }
    if (rows.empty())
        return qint64{0};
    QSaveFile file(fileName);
    if (file.open(QIODevice::WriteOnly)) {
        file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
        for (const QJsonObject &row : rows)
            file.write(QJsonDocument(row).toJson(QJsonDocument::Compact) + '\n');
        if (file.commit())
            return qint64(rows.size());
    }
    return Error{ErrorCode::StorageUnavailable,
                 QStringLiteral("%1 cannot be written: %2").arg(fileName, file.errorString()),
                 {}};
}

} // namespace oshaq::alonerows

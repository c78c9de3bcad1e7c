// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/apijson.h"

#include "models/domain/timetext.h"

namespace oshaq::apijson {

void succeed(Exchange &exchange, int status, const QByteArray &data, const QString &message, const QByteArray &meta)
{
    exchange.response.status = status;
    exchange.success = Exchange::Success{data, message, meta};
}

QByteArray order(const Order &order, OrderView view)
{
    JsonWriter json;
    writeOrder(json, order, view);
    return json.take();
}

QByteArray pageMeta(const QString &nextCursor)
{
    JsonWriter meta;
    meta.beginObject();
    meta.key("next_cursor");
    nextCursor.isEmpty() ? meta.null() : meta.value(nextCursor);
    meta.endObject();
    return meta.take();
}

Exchange::Success orderPage(const OrderPage &page, OrderView view)
{
    JsonWriter data;
    data.beginArray();
    for (const Order &order : page.orders)
        writeOrder(data, order, view);
    data.endArray();

    return {data.take(), QStringLiteral("OK"), pageMeta(page.nextCursor)};
}

QByteArray newStatus(const Order &order, std::optional<OrderView> view)
{
    JsonWriter json;
    json.beginObject();
    json.key("order_id").value(order.id);
    json.key("new_status").beginObject();
    json.key("status").value(static_cast<qint64>(order.status));
    json.key("status_name").value(orderStatusName(order.status));
    json.key("timestamp").value(isoUtc(order.statusAtMs));
    json.endObject();
    if (view) {
        json.key("order");
        writeOrder(json, order, *view);
    }
    json.endObject();
    return json.take();
}

} // namespace oshaq::apijson

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/orderpayments.h"

#include "models/hub/journalstore.h"
#include "models/hub/orderstore.h"
#include "models/hub/paymentstore.h"

#include <QJsonObject>

namespace oshaq {

Result<void> orderpayments::recount(sql::Database &database, Order *order, qint64 nowMs)
{
    const auto payments = paymentstore::ofOrder(database, order->businessId, order->id);
    if (!payments)
        return payments.error();
    order->payment = orderPaymentOf(order->cost.totalMinor, *payments);
    return orderstore::updatePayment(database, *order, nowMs);
}

Result<Order> orderpayments::follow(WriteContext &context, const Payment &payment)
{
    auto order = orderstore::find(context.database, payment.businessId, {payment.orderId, {}});
    if (!order)
        return order.error();
    ++order->version;
    if (const auto counted = recount(context.database, &*order, context.nowMs); !counted)
        return counted.error();
    const QJsonObject payload{{QStringLiteral("payment"), payment.id},
                              {QStringLiteral("method"), paymentMethodText(payment.method)},
                              {QStringLiteral("status"), paymentStatusText(payment.status)},
                              {QStringLiteral("state"), paymentStateText(order->payment.state)},
                              {QStringLiteral("paid"), order->payment.paidMinor},
                              {QStringLiteral("pending"), order->payment.pendingMinor},
                              {QStringLiteral("total"), order->cost.totalMinor},
                              {QStringLiteral("currency"), order->cost.currency.code()}};
    const auto written = journalstore::append(context, order->businessId,
                                              {EntityKind::Order, order->id, order->version,
                                               QStringLiteral("order.payment"), payload, orderstore::digest(*order)});
    if (!written)
        return written.error();
    return order;
}

} // namespace oshaq

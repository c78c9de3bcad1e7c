// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/hubreader.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace oshaq::test {

HubOrders readHubOrders(BlockingHttp &http, const QByteArray &filter)
{
    HubOrders all;
    QByteArray cursor;
    do {
        const auto answer = http.get("/api/v1/business/orders?limit=200" + filter +
                                     (cursor.isEmpty() ? QByteArray() : "&cursor=" + cursor));
        if (!answer || answer->status != 200) {
            all.problem = QStringLiteral("the list answered %1 %2")
                              .arg(answer ? answer->status : 0)
                              .arg(QString::fromUtf8(answer ? answer->body : QByteArray()));
            return all;
        }
        const QJsonObject root = QJsonDocument::fromJson(answer->body).object();
        for (const QJsonValue &value : root.value(u"data").toArray()) {
            const QJsonObject order = value.toObject();
            HubOrder row;
            row.id = qint64(order.value(u"order_id").toDouble());
            row.status = order.value(u"status").toObject().value(u"status").toInt();
            row.lines = int(order.value(u"items").toArray().size());
            row.version = order.value(u"version").toInt();
            row.total = QByteArray::number(order.value(u"cost").toObject().value(u"total_cost").toDouble(), 'f', 2);
            if (!all.byUuid.emplace(order.value(u"order_uuid").toString().toLatin1(), row).second)
                ++all.doubled;
        }
        cursor = root.value(u"meta").toObject().value(u"next_cursor").toString().toLatin1().toPercentEncoding();
    } while (!cursor.isEmpty());
    return all;
}

Comparison compare(const std::vector<OrderAttempt> &attempts, const HubOrders &stored)
{
    Comparison result;
    for (const OrderAttempt &attempt : attempts) {
        if (!attempt.acknowledged)
            continue; // its answer was on the way: the same key will find it or make it
        ++result.acknowledged;
        const auto found = stored.byUuid.find(attempt.uuid);
        if (found == stored.byUuid.end()) {
            ++result.lost;
            continue;
        }
        const HubOrder &order = found->second;
        const bool statusFits = order.status >= attempt.acknowledgedStatus && order.status <= attempt.attemptedStatus;
        if (order.id != attempt.orderId || order.lines != attempt.lineCount || order.total != attempt.totalCost ||
            !statusFits)
            ++result.differing;
    }
    return result;
}

} // namespace oshaq::test

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/blockinghttp.h"
#include "tests/support/orderload.h"

#include <QByteArray>
#include <QString>

#include <map>

namespace oshaq::test {

/// One order as the API tells it.
struct HubOrder
{
    qint64 id = 0;
    int status = 0;
    int version = 0;
    int lines = 0;
    QByteArray total; ///< two decimals
};

/// Every order of a hub by uuid, page by page through the list.
struct HubOrders
{
    std::map<QByteArray, HubOrder> byUuid;
    int doubled = 0; ///< uuids that came twice
    QString problem; ///< not empty: the list could not be read
};
HubOrders readHubOrders(BlockingHttp &http, const QByteArray &filter = {});

/// What is wrong with a hub's orders, compared with what clients were told.
struct Comparison
{
    int acknowledged = 0;
    int lost = 0;
    int differing = 0; ///< other id, number of lines, total, or a status that nobody asked for
};
Comparison compare(const std::vector<OrderAttempt> &attempts, const HubOrders &stored);

} // namespace oshaq::test

// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/archiveclient.h"

#include "models/domain/timetext.h"
#include "sync/client/querytext.h"
#include "sync/protocol/archivejson.h"
#include "sync/protocol/orderjson.h"
#include "sync/protocol/paymentjson.h"
#include "sync/protocol/readlist.h"
#include "sync/protocol/timelinejson.h"

#include <algorithm>

namespace oshaq {

namespace {

constexpr int maxPage = 200;
constexpr int maxGuests = 20;

const QByteArray ordersPath = QByteArrayLiteral("/api/v1/business/orders");
const QByteArray guestsPath = QByteArrayLiteral("/api/v1/business/guests");
const QByteArray paymentsPath = QByteArrayLiteral("/api/v1/payment/orders/");

QByteArray orderPath(qint64 orderId, const char *rest = "")
{
    return ordersPath + '/' + QByteArray::number(orderId) + rest;
}

QByteArray queryOf(const ArchiveQuery &query)
{
    QStringList statuses;
    for (const OrderStatus status : query.statuses)
        statuses << QString::number(int(status));
    QueryText text;
    text.add("q", query.words.trimmed());
    text.add("status", statuses.join(u','));
    if (query.fulfilment)
        text.add("fulfilment", fulfilmentText(*query.fulfilment));
    if (query.payment)
        text.add("payment", paymentStateText(*query.payment));
    if (query.fromMs)
        text.add("from", isoUtc(*query.fromMs));
    if (query.toMs)
        text.add("to", isoUtc(*query.toMs));
    if (query.userId)
        text.add("user", QString::number(*query.userId));
    text.add("limit", QString::number(std::clamp(query.limit, 1, maxPage)));
    text.add("cursor", query.cursor);
    return text.text();
}

Result<ArchivePage> readPage(const Answer &answer)
{
    auto orders = readList<Order>(answer.data, readOrder);
    if (!orders)
        return orders.error();
    return ArchivePage{std::move(*orders), answer.meta[u"next_cursor"].string()};
}

Result<Order> readOneOrder(const Answer &answer)
{
    return readOrder(answer.data);
}

} // namespace

ArchiveClient::ArchiveClient(const HubEndpoint &endpoint, HttpTransport &transport, std::function<Currency()> currency,
                             QObject *parent)
    : ArchivePort(parent)
    , m_currency(std::move(currency))
    , m_calls(endpoint, transport)
{}

PortCall ArchiveClient::findOrders(const ArchiveQuery &query, PortDone<ArchivePage> done)
{
    return m_calls.ask<ArchivePage>({"GET", ordersPath + queryOf(query)}, readPage, std::move(done));
}

PortCall ArchiveClient::oneOrder(qint64 orderId, PortDone<Order> done)
{
    return m_calls.ask<Order>({"GET", orderPath(orderId)}, readOneOrder, std::move(done));
}

PortCall ArchiveClient::timeline(qint64 orderId, PortDone<OrderTimeline> done)
{
    return m_calls.ask<OrderTimeline>(
        {"GET", orderPath(orderId, "/history")},
        [currency = m_currency()](const Answer &answer) { return readTimeline(answer.data, currency); },
        std::move(done));
}

PortCall ArchiveClient::findGuests(const QString &words, PortDone<std::vector<GuestCard>> done)
{
    using Guests = std::vector<GuestCard>;
    if (words.trimmed().isEmpty())
        return m_calls.tell<Guests>(PortAnswer<Guests>::of({}), std::move(done));
    QueryText query;
    query.add("q", words.trimmed());
    query.add("limit", QString::number(maxGuests));
    return m_calls.ask<Guests>(
        {"GET", guestsPath + query.text()},
        [currency = m_currency()](const Answer &answer) {
            return readList<GuestCard>(answer.data,
                                       [&currency](const JsonValue &one) { return readGuestCard(one, currency); });
        },
        std::move(done));
}

PortCall ArchiveClient::guest(qint64 userId, PortDone<GuestCard> done)
{
    return m_calls.ask<GuestCard>(
        {"GET", guestsPath + '/' + QByteArray::number(userId)},
        [currency = m_currency()](const Answer &answer) { return readGuestCard(answer.data, currency); },
        std::move(done));
}

PortCall ArchiveClient::payments(qint64 orderId, PortDone<std::vector<Payment>> done)
{
    return m_calls.ask<std::vector<Payment>>(
        {"GET", paymentsPath + QByteArray::number(orderId)},
        [](const Answer &answer) { return readOrderPayments(answer.data); }, std::move(done));
}

PortCall ArchiveClient::pay(const DirectPayment &payment, PortDone<Payment> done)
{
    Payment wanted;
    wanted.orderId = payment.orderId;
    wanted.method = payment.method;
    wanted.amountMinor = payment.amountMinor;
    wanted.tipMinor = payment.tipMinor;
    wanted.tenderedMinor = payment.tenderedMinor;
    wanted.slip = payment.slip;
    wanted.currency = m_currency();
    return m_calls.ask<Payment>(
        {"POST", paymentsPath + "direct", directPaymentBody(wanted), payment.key},
        [](const Answer &answer) { return readPayment(answer.data); }, std::move(done));
}

PortCall ArchiveClient::split(const QString &key, qint64 orderId, const std::vector<SplitLine> &lines,
                              PortDone<Order> done)
{
    std::vector<SplitOf> parts;
    parts.reserve(lines.size());
    for (const SplitLine &line : lines)
        parts.push_back({line.lineId, line.quantity});
    return m_calls.ask<Order>({"POST", orderPath(orderId, "/split"), splitBody(parts), key}, readOneOrder,
                              std::move(done));
}

PortCall ArchiveClient::join(const QString &key, qint64 fromId, qint64 intoId, PortDone<Order> done)
{
    return m_calls.ask<Order>({"POST", orderPath(fromId, "/join"), joinBody(intoId), key}, readOneOrder,
                              std::move(done));
}

void ArchiveClient::cancel(PortCall call)
{
    m_calls.cancel(call);
}

void ArchiveClient::giveUp()
{
    m_calls.giveUp();
}

} // namespace oshaq

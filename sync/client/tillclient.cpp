// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/tillclient.h"

#include "sync/protocol/drawerjson.h"
#include "sync/protocol/paymentjson.h"
#include "sync/protocol/readlist.h"

namespace oshaq {

namespace {

constexpr char drawersPath[] = "/api/v1/business/drawers";

QByteArray drawerPath(qint64 drawerId, const char *rest = "")
{
    return QByteArray(drawersPath) + '/' + QByteArray::number(drawerId) + rest;
}

Result<DrawerView> readOne(const Answer &answer)
{
    return readDrawer(answer.data);
}

} // namespace

TillClient::TillClient(const HubEndpoint &endpoint, HttpTransport &transport, std::function<Currency()> currency,
                       QObject *parent)
    : TillPort(parent)
    , m_currency(std::move(currency))
    , m_calls(endpoint, transport)
{}

PortCall TillClient::openDrawers(PortDone<std::vector<DrawerView>> done)
{
    return m_calls.ask<std::vector<DrawerView>>(
        {"GET", QByteArray(drawersPath) + "?state=open"},
        [](const Answer &answer) { return readList<DrawerView>(answer.data, readDrawer); }, std::move(done));
}

PortCall TillClient::drawer(qint64 drawerId, PortDone<DrawerView> done)
{
    return m_calls.ask<DrawerView>({"GET", drawerPath(drawerId)}, readOne, std::move(done));
}

PortCall TillClient::openDrawer(const QString &key, qint64 floatMinor, PortDone<DrawerView> done)
{
    return m_calls.ask<DrawerView>({"POST", drawersPath, newDrawerBody(floatMinor, m_currency()), key}, readOne,
                                   std::move(done));
}

PortCall TillClient::moveCash(const CashMove &move, PortDone<DrawerView> done)
{
    return m_calls.ask<DrawerView>({"POST", drawerPath(move.drawerId, "/moves"),
                                    drawerMoveBody(move.kind, move.amountMinor, m_currency(), move.reason), move.key},
                                   readOne, std::move(done));
}

PortCall TillClient::countCash(const CashCount &count, PortDone<DrawerView> done)
{
    const Currency currency = m_currency();
    if (!count.closes) {
        return m_calls.ask<DrawerView>({"POST", drawerPath(count.drawerId, "/counts"),
                                        drawerCountBody(count.countedMinor, count.pieces, currency), count.key},
                                       readOne, std::move(done));
    }
    return m_calls.ask<DrawerView>(
        {"POST", drawerPath(count.drawerId, "/close"),
         drawerCloseBody(count.countedMinor, count.pieces, currency, count.note, count.version), count.key},
        readOne, std::move(done));
}

PortCall TillClient::refund(const QString &key, qint64 paymentId, std::optional<qint64> amountMinor,
                            const QString &reason, PortDone<Payment> done)
{
    return m_calls.ask<Payment>(
        {"POST", "/api/v1/payment/" + QByteArray::number(paymentId) + "/refund",
         refundBody(amountMinor, m_currency(), reason), key},
        [](const Answer &answer) { return readPayment(answer.data); }, std::move(done));
}

PortCall TillClient::payOnPage(const PageRequest &request, PortDone<BankPage> done)
{
    Payment wanted;
    wanted.orderId = request.orderId;
    wanted.amountMinor = request.amountMinor;
    wanted.tipMinor = request.tipMinor;
    wanted.currency = m_currency();
    return m_calls.ask<BankPage>(
        {"POST", "/api/v1/payment/orders/halyk", halykPaymentBody(wanted), request.key},
        [](const Answer &answer) -> Result<BankPage> {
            const auto payment = readPayment(answer.data);
            if (!payment)
                return payment.error();
            return BankPage{*payment, answer.data[u"page"][u"url"].string()};
        },
        std::move(done));
}

PortCall TillClient::savedCards(qint64 orderId, PortDone<std::vector<SavedCard>> done)
{
    return m_calls.ask<std::vector<SavedCard>>(
        {"GET", "/api/v1/payment/orders/" + QByteArray::number(orderId) + "/cards"},
        [](const Answer &answer) { return readSavedCards(answer.data); }, std::move(done));
}

PortCall TillClient::payWithCard(const CardRequest &request, PortDone<Payment> done)
{
    Payment wanted;
    wanted.orderId = request.orderId;
    wanted.cardId = request.cardId;
    wanted.amountMinor = request.amountMinor;
    wanted.tipMinor = request.tipMinor;
    wanted.currency = m_currency();
    return m_calls.ask<Payment>(
        {"POST", "/api/v1/payment/orders/saved", savedPaymentBody(wanted), request.key},
        [](const Answer &answer) { return readPayment(answer.data); }, std::move(done));
}

void TillClient::cancel(PortCall call)
{
    m_calls.cancel(call);
}

void TillClient::giveUp()
{
    m_calls.giveUp();
}

} // namespace oshaq

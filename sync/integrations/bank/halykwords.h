// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hub/integrationservice.h"
#include "sync/client/httptransport.h"
#include "sync/integrations/bank/bankclient.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace oshaq {

/// Where a business has its terminal with Halyk's ePay, and what it is known by there. Never log it.
struct HalykAccount
{
    QString oauthUrl;
    QString apiUrl; ///< without a slash at its end
    QString scriptUrl;
    QString clientId;
    QString clientSecret;
    QString terminalId;
    QString postLink; ///< empty: the bank tells nobody
    QString backLink;
    Currency currency; ///< of the business

    static HalykAccount from(const IntegrationAccess &access, const Currency &currency);
};

/// What is said to ePay and how its answers are understood, as values: epayment.kz/docs. Amounts are in major units.
namespace halyk {

/// The form of a token; `order` of a payment, null of anything else.
QByteArray tokenForm(const HalykAccount &account, const BankOrder *order);
/// The token of an answer, or why there is none.
Result<QString> readToken(const HalykAccount &account, const WireReply &reply);

/// The object that the script's halyk.pay() gets. `auth`: the token's answer, as it came.
QByteArray pageParameters(const HalykAccount &account, const BankOrder &order, const QByteArray &auth);
QByteArray cardBody(const HalykAccount &account, const BankOrder &order, const QString &bankCardId);

/// What an answer that never came, or is none, says of the call.
BankReply unanswered(const WireReply &reply);
/// Of a payment with a card that the bank keeps. ePay's "AUTH" there is not final: Lost, until the status tells.
BankReply readPayment(const HalykAccount &account, const WireReply &reply);
BankReply readStatus(const HalykAccount &account, qint64 invoice, const WireReply &reply);
/// Of charge, cancel and refund: what stands then when the bank says yes.
BankReply readOperation(const HalykAccount &account, const WireReply &reply, const BankTransaction &after);

/// At most so many bytes of UTF-8, and no half of a letter.
QString cutToBytes(const QString &text, qsizetype bytes);
/// `text` without anything that must not be told.
QString scrubbed(const HalykAccount &account, const QString &text);

} // namespace halyk

} // namespace oshaq

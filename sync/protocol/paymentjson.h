// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/payment.h"
#include "models/domain/reconciliation.h"
#include "sync/protocol/json.h"
#include "sync/protocol/schema.h"

#include <optional>
#include <vector>

namespace oshaq {

/// payment/orders/direct: {"order_id","method":"cash|card_reader","amount"?,"lines"?,"guests"?,"tendered"?,"slip"?,
/// "tip"?}
const Schema &directPaymentSchema();
const Schema &halykPaymentSchema();  ///< payment/orders/halyk: {"order_id","amount"?,"tip"?,"save_card"?}
const Schema &savedPaymentSchema();  ///< payment/orders/saved: {"order_id","card_id","amount"?,"tip"?}
const Schema &refundSchema();        ///< payment/{id}/refund: {"amount"?,"reason"}; no amount: all that is left
const Schema &paymentStatusSchema(); ///< payment/{id}/status: {"status","version"?}
const Schema &halykWebhookSchema();  ///< what the bank posts, which is believed only after its status was asked

/// A member that is an amount, in minor units; nothing when it was left out. ValidationFailed with its name.
Result<std::optional<qint64>> readAmount(const JsonValue &body, QStringView name, const Currency &currency);

void writePayment(JsonWriter &json, const Payment &payment);

/// The bank's page of a payment. Holds a token: never logged.
struct HostedPaymentPage
{
    QString url; ///< of this hub's page that shows it, for a phone
    QString scriptUrl;
    QByteArray parameters; ///< a JSON object
};
/// A payment, and its "page": null when nothing is to be paid on one any more.
void writeHostedPayment(JsonWriter &json, const Payment &payment, const std::optional<HostedPaymentPage> &page);
/// What a browser that has no token sees of a payment.
void writePaymentPage(JsonWriter &json, const Payment &payment, const QString &orderNumber,
                      const std::optional<HostedPaymentPage> &page);
void writeReconciliation(JsonWriter &json, const Reconciliation &all);
void writeOrderPayments(JsonWriter &json, qint64 orderId, const Currency &currency, const PaymentSummary &summary,
                        const std::vector<Payment> &payments);
void writeSavedCard(JsonWriter &json, const SavedCard &card);
/// Of "data" of payment/cards and payment/orders/{id}/cards; ValidationFailed for what is none.
Result<std::vector<SavedCard>> readSavedCards(const JsonValue &data);

/// What writePayment() wrote; its amounts are in its own currency. ValidationFailed with the places that do not fit.
Result<Payment> readPayment(const JsonValue &json);
/// The payments of what writeOrderPayments() wrote, in its order.
Result<std::vector<Payment>> readOrderPayments(const JsonValue &data);
/// Body of payment/orders/direct: order, method, amount, tip, tendered and slip of a payment that is to be made.
QByteArray directPaymentBody(const Payment &wanted);
/// Body of payment/orders/halyk: order, amount and tip of a payment that is to be made.
QByteArray halykPaymentBody(const Payment &wanted);
/// Of POST payment/orders/saved: with wanted.cardId.
QByteArray savedPaymentBody(const Payment &wanted);
/// Body of payment/{id}/refund; no amount: all that is left of the payment.
QByteArray refundBody(const std::optional<qint64> &amountMinor, const Currency &currency, const QString &reason);

namespace outputs {

Schema payment();
Schema hostedPayment();
Schema paymentPage();
Schema reconciliation();
Schema orderPayments();
Schema savedCard();

} // namespace outputs

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/paymentsteps.h"

#include "models/hub/journalstore.h"
#include "models/hub/orderpayments.h"
#include "models/hub/paymentstore.h"

#include <memory>

namespace oshaq {

Error paymentsteps::notAllowed(const Payment &payment)
{
    return {ErrorCode::PaymentNotAllowed,
            QStringLiteral("This cannot happen to a payment that is %1.").arg(paymentStatusText(payment.status)),
            {}};
}

Result<void> paymentsteps::move(Payment *payment, PaymentEvent event)
{
    const auto next = paymentAfter(payment->status, event);
    if (!next)
        return notAllowed(*payment);
    payment->status = *next;
    return {};
}

Result<void> paymentsteps::journal(WriteContext &context, const Payment &payment, const QString &type,
                                   QJsonObject payload)
{
    payload.insert(QStringLiteral("order"), payment.orderId);
    payload.insert(QStringLiteral("status"), paymentStatusText(payment.status));
    payload.insert(QStringLiteral("currency"), payment.currency.code());
    const auto seq = journalstore::append(
        context, payment.businessId,
        {EntityKind::Payment, payment.id, payment.version, type, payload, paymentstore::digest(payment)});
    if (!seq)
        return seq.error();
    return {};
}

Result<WriteOutcome> paymentsteps::finish(WriteContext &context, const Payment &payment, int code)
{
    auto order = orderpayments::follow(context, payment);
    if (!order)
        return order.error();
    WriteOutcome outcome;
    outcome.entity = EntityKind::Payment;
    outcome.entityId = payment.id;
    outcome.code = code;
    outcome.order = std::make_shared<const Order>(std::move(*order));
    return outcome;
}

Result<WriteOutcome> paymentsteps::finish(WriteContext &context, const Payment &payment, const QString &type,
                                          const QJsonObject &payload, int code)
{
    if (const auto written = journal(context, payment, type, payload); !written)
        return written.error();
    return finish(context, payment, code);
}

Result<WriteOutcome> paymentsteps::moveStored(WriteContext &context, Payment payment, PaymentEvent event)
{
    const PaymentStatus from = payment.status;
    if (const auto moved = move(&payment, event); !moved)
        return moved.error();
    ++payment.version;
    if (const auto updated = paymentstore::update(context.database, payment, context.nowMs); !updated)
        return updated.error();
    return finish(context, payment, QStringLiteral("payment.status"),
                  {{QStringLiteral("from"), paymentStatusText(from)}}, 200);
}

} // namespace oshaq

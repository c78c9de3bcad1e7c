// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/payment.h"
#include "models/hub/writer.h"

#include <QJsonObject>
#include <QString>

namespace oshaq {

/// What every command on a payment is made of: its machine, its journal row, and what its order says then.
namespace paymentsteps {

Error notAllowed(const Payment &payment);

/// The payment's row and version are not touched.
Result<void> move(Payment *payment, PaymentEvent event);

/// A journal row of the payment as it is; order, status and currency are added to the payload.
Result<void> journal(WriteContext &context, const Payment &payment, const QString &type, QJsonObject payload);

/// The end of every command on a payment: its order's journal row. Carries the payment's id and the order.
Result<WriteOutcome> finish(WriteContext &context, const Payment &payment, int code);
/// journal() and finish().
Result<WriteOutcome> finish(WriteContext &context, const Payment &payment, const QString &type,
                            const QJsonObject &payload, int code);

/// An event on a stored payment, with its journal row "payment.status".
Result<WriteOutcome> moveStored(WriteContext &context, Payment payment, PaymentEvent event);

} // namespace paymentsteps

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/billshares.h"
#include "models/domain/payment.h"
#include "models/domain/result.h"
#include "models/sql/database.h"

#include <QByteArray>

#include <set>
#include <vector>

namespace oshaq {

/// The aggregate of payments and refunds, and the saved cards. Every statement is scoped by its business.
namespace paymentstore {

/// With its refunds. NotFound also for another business's payment.
Result<Payment> find(sql::Database &database, qint64 businessId, qint64 paymentId);
/// The payments of an order, oldest first, with their refunds.
Result<std::vector<Payment>> ofOrder(sql::Database &database, qint64 businessId, qint64 orderId);

/// Sets payment->id. `takenBy` as in the journal.
Result<void> insert(sql::Database &database, Payment *payment, const QString &takenBy, qint64 nowMs);
/// Status, refunded and version.
Result<void> update(sql::Database &database, const Payment &payment, qint64 nowMs);
/// The lines that a payment is for.
Result<void> insertLines(sql::Database &database, qint64 paymentId, const std::vector<PaidLine> &lines);
/// Lines of an order that payments are for which hold money.
Result<std::set<qint64>> paidLines(sql::Database &database, qint64 orderId);
/// Sets refund->id.
Result<void> insertRefund(sql::Database &database, const Payment &payment, Refund *refund, const QString &madeBy);

/// SHA-256 of what is not personal: no reason, no slip.
QByteArray digest(const Payment &payment);

/// The cards of a guest that were not removed.
Result<std::vector<SavedCard>> cards(sql::Database &database, qint64 businessId, qint64 userId);
/// NotFound unless it is this guest's.
Result<SavedCard> card(sql::Database &database, qint64 businessId, qint64 userId, qint64 cardId);
/// Sets card->id. `bankToken` is the bank's name for the card.
Result<void> insertCard(sql::Database &database, qint64 businessId, SavedCard *card, const QString &bankToken,
                        qint64 nowMs);
Result<void> removeCard(sql::Database &database, qint64 businessId, qint64 cardId, qint64 nowMs);
QByteArray digest(const SavedCard &card);

} // namespace paymentstore

} // namespace oshaq

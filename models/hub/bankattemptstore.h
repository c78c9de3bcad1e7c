// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/bankattempt.h"
#include "models/domain/result.h"
#include "models/hub/secretstore.h"
#include "models/sql/database.h"

#include <optional>
#include <vector>

namespace oshaq {

/// How the last thing that was sent of a refund was answered.
enum class RefundAnswer
{
    None, ///< not at all: the bank may have done it
    Told,
    Declined,
};

/// A refund as the bank is told of it.
struct BankRefund
{
    Refund refund;
    QString externalId; ///< by which the bank does it once, however often it is told
    RefundAnswer answer = RefundAnswer::None;
    qint64 sentAtMs = 0; ///< 0: never
};

/// The table `bank_attempts`, and what only a bank needs to know of refunds and cards.
namespace bankattemptstore {

/// NotFound for a payment that no bank was told of, and for another business's.
Result<BankAttempt> find(sql::Database &database, qint64 businessId, qint64 paymentId);
/// Of any business: those of which a bank may speak by that number.
Result<std::vector<BankAttempt>> byInvoice(sql::Database &database, qint64 invoice);
/// NotFound: there is no such page, or it is over.
Result<BankAttempt> byPage(sql::Database &database, const QString &pageKey);
Result<void> insert(sql::Database &database, const BankAttempt &attempt);
/// All but payment, business, invoice, language, key and begin.
Result<void> update(sql::Database &database, const BankAttempt &attempt);

/// What has something to do until then, the most urgent first.
Result<std::vector<BankAttempt>> due(sql::Database &database, qint64 untilMs, int limit);
/// When the next of them is; none: nothing waits.
Result<std::optional<qint64>> nextAt(sql::Database &database, qint64 afterMs);
/// Those begun or charged in that time, oldest first.
Result<std::vector<BankAttempt>> between(sql::Database &database, qint64 businessId, qint64 beginMs, qint64 endMs);

/// The refunds of a payment, oldest first.
Result<std::vector<BankRefund>> refunds(sql::Database &database, const Payment &payment);
/// State, problem, external id, answer and times.
Result<void> updateRefund(sql::Database &database, const BankRefund &refund, qint64 nowMs);

/// The guest of the payment's order.
Result<qint64> guestOf(sql::Database &database, qint64 paymentId);
/// The bank's name for a card, which charges it: sealed, and in the table of cards by its digest only. Sets card->id.
Result<void> keepCard(sql::Database &database, SecretStore &secrets, qint64 businessId, SavedCard *card,
                      const QString &bankToken, qint64 nowMs);
/// Also of one that was taken away and is not forgotten yet.
Result<QString> cardToken(sql::Database &database, SecretStore &secrets, qint64 businessId, qint64 cardId);
Result<bool> hasCard(sql::Database &database, qint64 businessId, qint64 userId, const QString &bankToken);

/// A card that the bank is to forget.
struct CardToForget
{
    qint64 businessId = 0;
    qint64 cardId = 0;
};
Result<std::vector<CardToForget>> cardsToForget(sql::Database &database, qint64 untilMs, int limit);
/// The bank has forgotten it, and so do we.
Result<void> forgotten(sql::Database &database, SecretStore &secrets, qint64 businessId, qint64 cardId);
/// When it is told (again).
Result<void> setForgetAt(sql::Database &database, qint64 businessId, qint64 cardId, qint64 atMs);

} // namespace bankattemptstore

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/bankattemptstore.h"

#include "models/hub/paymentstore.h"
#include "models/hub/sqlvalues.h"

#include <QCryptographicHash>

namespace oshaq {

namespace {

QString selectAttempts()
{
    return QStringLiteral(
        "SELECT payment_id, business_id, invoice, keep_card, language, coalesce(page_key, ''), begun_at,"
        " sent_at, given_up, transaction_id, bank_state, bank_amount, bank_refunded, answered_at,"
        " charged_at, problem, polls, misses, next_at, watch_until FROM bank_attempts ");
}

Result<BankAttempt> readAttempt(const sql::Statement &row)
{
    const auto givenUp = givenUpFromText(row.text(8));
    const QString state = row.text(10);
    const auto bankState = bankStateFromText(state);
    if (!givenUp || (!bankState && !state.isEmpty()))
        return Error{ErrorCode::Internal, QStringLiteral("Payment %1 cannot be read.").arg(row.integer(0)), {}};
    BankAttempt attempt;
    attempt.paymentId = row.integer(0);
    attempt.businessId = row.integer(1);
    attempt.invoice = row.integer(2);
    attempt.keepCard = row.integer(3) != 0;
    attempt.language = row.text(4);
    attempt.pageKey = row.text(5);
    attempt.begunAtMs = row.integer(6);
    attempt.sentAtMs = row.integer(7);
    attempt.givenUp = *givenUp;
    attempt.transactionId = row.text(9);
    attempt.bankState = bankState;
    attempt.bankAmountMinor = row.integer(11);
    attempt.bankRefundedMinor = row.integer(12);
    attempt.answeredAtMs = row.integer(13);
    attempt.chargedAtMs = row.integer(14);
    attempt.problem = row.text(15);
    attempt.polls = int(row.integer(16));
    attempt.misses = int(row.integer(17));
    attempt.nextAtMs = hubsql::readOptionalId(row, 18);
    attempt.watchUntilMs = row.integer(19);
    return attempt;
}

Result<std::vector<BankAttempt>> readAttempts(sql::Database &database, const QString &where, const QVariantList &values)
{
    auto rows = database.query(selectAttempts() + where, values);
    if (!rows)
        return rows.error();
    std::vector<BankAttempt> attempts;
    while (rows->next()) {
        auto attempt = readAttempt(*rows);
        if (!attempt)
            return attempt.error();
        attempts.push_back(std::move(*attempt));
    }
    if (rows->failed())
        return hubsql::readFailed();
    return attempts;
}

Result<BankAttempt> readOne(sql::Database &database, const QString &where, const QVariantList &values)
{
    auto attempts = readAttempts(database, where, values);
    if (!attempts)
        return attempts.error();
    if (attempts->empty())
        return Error{ErrorCode::NotFound, QStringLiteral("There is no such payment."), {}};
    return std::move(attempts->front());
}

QString cardSecret(qint64 cardId)
{
    return QStringLiteral("card.%1").arg(cardId);
}

QString cardDigest(const QString &bankToken)
{
    return QString::fromLatin1(QCryptographicHash::hash(bankToken.toUtf8(), QCryptographicHash::Sha256).toHex());
}

QString answerText(RefundAnswer answer)
{
    switch (answer) {
    case RefundAnswer::None:
        return QStringLiteral("");
    case RefundAnswer::Told:
        return QStringLiteral("told");
    case RefundAnswer::Declined:
        return QStringLiteral("declined");
    }
    return {};
}

} // namespace

Result<BankAttempt> bankattemptstore::find(sql::Database &database, qint64 businessId, qint64 paymentId)
{
    return readOne(database, QStringLiteral("WHERE payment_id = ? AND business_id = ?"), {paymentId, businessId});
}

Result<std::vector<BankAttempt>> bankattemptstore::byInvoice(sql::Database &database, qint64 invoice)
{
    return readAttempts(
        database,
        QStringLiteral("WHERE business_id IN (SELECT business_id FROM businesses) AND invoice = ? ORDER BY payment_id"),
        {invoice});
}

Result<BankAttempt> bankattemptstore::byPage(sql::Database &database, const QString &pageKey)
{
    if (pageKey.isEmpty())
        return Error{ErrorCode::NotFound, QStringLiteral("There is no such page."), {}};
    return readOne(database, QStringLiteral("WHERE page_key = ?"), {pageKey});
}

Result<void> bankattemptstore::insert(sql::Database &database, const BankAttempt &attempt)
{
    return database.run(
        QStringLiteral("INSERT INTO bank_attempts (payment_id, business_id, invoice, keep_card, language, page_key,"
                       " begun_at, next_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
        {attempt.paymentId, attempt.businessId, attempt.invoice, attempt.keepCard ? 1 : 0, attempt.language,
         attempt.pageKey.isEmpty() ? QVariant() : QVariant(attempt.pageKey), attempt.begunAtMs,
         hubsql::optionalId(attempt.nextAtMs)});
}

Result<void> bankattemptstore::update(sql::Database &database, const BankAttempt &attempt)
{
    return database.run(
        QStringLiteral("UPDATE bank_attempts SET sent_at = ?, given_up = ?, transaction_id = ?, bank_state = ?,"
                       " bank_amount = ?, bank_refunded = ?, answered_at = ?, charged_at = ?, problem = ?, polls = ?,"
                       " misses = ?, next_at = ?, watch_until = ? WHERE payment_id = ? AND business_id = ?"),
        {attempt.sentAtMs, givenUpText(attempt.givenUp), attempt.transactionId,
         attempt.bankState ? bankStateText(*attempt.bankState) : QStringLiteral(""), attempt.bankAmountMinor,
         attempt.bankRefundedMinor, attempt.answeredAtMs, attempt.chargedAtMs, attempt.problem, attempt.polls,
         attempt.misses, hubsql::optionalId(attempt.nextAtMs), attempt.watchUntilMs, attempt.paymentId,
         attempt.businessId});
}

Result<std::vector<BankAttempt>> bankattemptstore::due(sql::Database &database, qint64 untilMs, int limit)
{
    return readAttempts(
        database, QStringLiteral("WHERE next_at IS NOT NULL AND next_at <= ? ORDER BY next_at, payment_id LIMIT ?"),
        {untilMs, limit});
}

Result<std::optional<qint64>> bankattemptstore::nextAt(sql::Database &database, qint64 afterMs)
{
    auto row = database.query(
        QStringLiteral("SELECT min(next) FROM (SELECT min(next_at) AS next FROM bank_attempts WHERE next_at IS NOT NULL"
                       " AND next_at > ? UNION ALL SELECT min(forget_at) FROM saved_cards"
                       " WHERE forget_at IS NOT NULL AND forget_at > ?)"),
        {afterMs, afterMs});
    if (!row)
        return row.error();
    if (const auto found = hubsql::nextRow(*row); !found)
        return found.error();
    return hubsql::readOptionalId(*row, 0);
}

Result<std::vector<BankAttempt>> bankattemptstore::between(sql::Database &database, qint64 businessId, qint64 beginMs,
                                                           qint64 endMs)
{
    return readAttempts(database,
                        QStringLiteral("WHERE business_id = ? AND ((begun_at >= ? AND begun_at < ?)"
                                       " OR (charged_at >= ? AND charged_at < ?)) ORDER BY payment_id"),
                        {businessId, beginMs, endMs, beginMs, endMs});
}

Result<std::vector<BankRefund>> bankattemptstore::refunds(sql::Database &database, const Payment &payment)
{
    std::vector<BankRefund> all;
    for (const Refund &refund : payment.refunds) {
        auto row = database.query(
            QStringLiteral("SELECT external_id, answer, sent_at FROM refunds WHERE refund_id = ?"), {refund.id});
        if (!row)
            return row.error();
        const auto found = hubsql::nextRow(*row);
        if (!found)
            return found.error();
        BankRefund one;
        one.refund = refund;
        if (*found) {
            one.externalId = row->text(0);
            const QString answer = row->text(1);
            one.answer = answer == answerText(RefundAnswer::Told)       ? RefundAnswer::Told
                         : answer == answerText(RefundAnswer::Declined) ? RefundAnswer::Declined
                                                                        : RefundAnswer::None;
            one.sentAtMs = row->integer(2);
        }
        all.push_back(std::move(one));
    }
    return all;
}

Result<void> bankattemptstore::updateRefund(sql::Database &database, const BankRefund &refund, qint64 nowMs)
{
    const bool isDone = refund.refund.state == RefundState::Done;
    return database.run(
        QStringLiteral(
            "UPDATE refunds SET state = ?, problem = ?, external_id = ?, answer = ?, sent_at = ?, done_at = ?"
            " WHERE refund_id = ?"),
        {refundStateText(refund.refund.state), refund.refund.problem, refund.externalId, answerText(refund.answer),
         refund.sentAtMs, isDone ? nowMs : 0, refund.refund.id});
}

Result<qint64> bankattemptstore::guestOf(sql::Database &database, qint64 paymentId)
{
    auto row = database.query(QStringLiteral("SELECT coalesce(o.user_id, 0) FROM payments p"
                                             " JOIN orders o ON o.order_id = p.order_id WHERE p.payment_id = ?"),
                              {paymentId});
    if (!row)
        return row.error();
    const auto found = hubsql::nextRow(*row);
    if (!found)
        return found.error();
    return *found ? row->integer(0) : 0;
}

Result<void> bankattemptstore::keepCard(sql::Database &database, SecretStore &secrets, qint64 businessId,
                                        SavedCard *card, const QString &bankToken, qint64 nowMs)
{
    const auto inserted = paymentstore::insertCard(database, businessId, card, cardDigest(bankToken), nowMs);
    if (!inserted)
        return inserted.error();
    return secrets.put(database, businessId, cardSecret(card->id), bankToken, nowMs);
}

Result<QString> bankattemptstore::cardToken(sql::Database &database, SecretStore &secrets, qint64 businessId,
                                            qint64 cardId)
{
    return secrets.get(database, businessId, cardSecret(cardId));
}

Result<bool> bankattemptstore::hasCard(sql::Database &database, qint64 businessId, qint64 userId,
                                       const QString &bankToken)
{
    auto row = database.query(QStringLiteral("SELECT 1 FROM saved_cards WHERE user_id = ? AND business_id = ?"
                                             " AND bank_token = ? AND deleted_at IS NULL LIMIT 1"),
                              {userId, businessId, cardDigest(bankToken)});
    if (!row)
        return row.error();
    return hubsql::nextRow(*row);
}

Result<std::vector<bankattemptstore::CardToForget>> bankattemptstore::cardsToForget(sql::Database &database,
                                                                                    qint64 untilMs, int limit)
{
    auto rows =
        database.query(QStringLiteral("SELECT business_id, card_id FROM saved_cards"
                                      " WHERE forget_at IS NOT NULL AND forget_at <= ? ORDER BY forget_at LIMIT ?"),
                       {untilMs, limit});
    if (!rows)
        return rows.error();
    std::vector<CardToForget> cards;
    while (rows->next())
        cards.push_back({rows->integer(0), rows->integer(1)});
    if (rows->failed())
        return hubsql::readFailed();
    return cards;
}

Result<void> bankattemptstore::forgotten(sql::Database &database, SecretStore &secrets, qint64 businessId,
                                         qint64 cardId)
{
    const auto done =
        database.run(QStringLiteral("UPDATE saved_cards SET forget_at = NULL WHERE card_id = ? AND business_id = ?"),
                     {cardId, businessId});
    if (!done)
        return done.error();
    return secrets.remove(database, businessId, cardSecret(cardId));
}

Result<void> bankattemptstore::setForgetAt(sql::Database &database, qint64 businessId, qint64 cardId, qint64 atMs)
{
    return database.run(QStringLiteral("UPDATE saved_cards SET forget_at = ? WHERE card_id = ? AND business_id = ?"),
                        {atMs, cardId, businessId});
}

} // namespace oshaq

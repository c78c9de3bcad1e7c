// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/paymentstore.h"

#include "models/hub/canonicalhash.h"
#include "models/hub/sqlvalues.h"

#include <unordered_map>

namespace oshaq {

namespace {

QString selectPayments()
{
    return QStringLiteral(
        "SELECT payment_id, business_id, order_id, method, status, amount, tip, tendered, slip, card_id,"
        " refunded, currency, created_at, version, coalesce((SELECT b.invoice FROM bank_attempts b"
        " WHERE b.payment_id = payments.payment_id), 0) FROM payments ");
}

Result<Payment> readPayment(const sql::Statement &row)
{
    const auto method = paymentMethodFromText(row.text(3));
    const auto status = paymentStatusFromText(row.text(4));
    const auto currency = Currency::fromCode(row.text(11));
    if (!method || !status || !currency)
        return Error{ErrorCode::Internal, QStringLiteral("Payment %1 cannot be read.").arg(row.integer(0)), {}};
    Payment payment;
    payment.id = row.integer(0);
    payment.businessId = row.integer(1);
    payment.orderId = row.integer(2);
    payment.method = *method;
    payment.status = *status;
    payment.amountMinor = row.integer(5);
    payment.tipMinor = row.integer(6);
    payment.tenderedMinor = hubsql::readOptionalId(row, 7);
    payment.slip = row.text(8);
    payment.cardId = hubsql::readOptionalId(row, 9);
    payment.refundedMinor = row.integer(10);
    payment.currency = *currency;
    payment.createdAtMs = row.integer(12);
    payment.version = row.integer(13);
    payment.invoice = row.integer(14);
    return payment;
}

Result<void> attachRefunds(sql::Database &database, std::vector<Payment> *payments)
{
    std::vector<qint64> ids;
    std::unordered_map<qint64, Payment *> byId;
    for (Payment &payment : *payments) {
        // Through a bank there may be some that are not done.
        if (payment.refundedMinor == 0 && isDirect(payment.method))
            continue;
        ids.push_back(payment.id);
        byId.emplace(payment.id, &payment);
    }
    if (ids.empty())
        return {};
    auto rows = database.query(
        QStringLiteral("SELECT payment_id, refund_id, amount, reason, created_at, state, automatic, problem"
                       " FROM refunds WHERE payment_id") +
            hubsql::inIds() + QStringLiteral("ORDER BY refund_id"),
        {hubsql::idArray(ids)});
    if (!rows)
        return rows.error();
    while (rows->next()) {
        const auto state = refundStateFromText(rows->text(5));
        if (!state)
            return Error{ErrorCode::Internal, QStringLiteral("Refund %1 cannot be read.").arg(rows->integer(1)), {}};
        byId.at(rows->integer(0))
            ->refunds.push_back({rows->integer(1), rows->integer(2), rows->text(3), rows->integer(4), *state,
                                 rows->integer(6) != 0, rows->text(7)});
    }
    if (rows->failed())
        return hubsql::readFailed();
    return {};
}

Result<std::vector<Payment>> readPayments(sql::Database &database, const QString &where, const QVariantList &values)
{
    std::vector<Payment> payments;
    {
        auto rows = database.query(selectPayments() + where, values);
        if (!rows)
            return rows.error();
        while (rows->next()) {
            auto payment = readPayment(*rows);
            if (!payment)
                return payment.error();
            payments.push_back(std::move(*payment));
        }
        if (rows->failed())
            return hubsql::readFailed();
    }
    if (const auto attached = attachRefunds(database, &payments); !attached)
        return attached.error();
    return payments;
}

Result<std::vector<SavedCard>> readCards(sql::Database &database, const QString &where, const QVariantList &values)
{
    auto rows = database.query(QStringLiteral("SELECT card_id, user_id, mask, type, created_at FROM saved_cards"
                                              " WHERE deleted_at IS NULL AND business_id = ? AND user_id = ? ") +
                                   where,
                               values);
    if (!rows)
        return rows.error();
    std::vector<SavedCard> cards;
    while (rows->next())
        cards.push_back({rows->integer(0), rows->integer(1), rows->text(2), rows->text(3), rows->integer(4)});
    if (rows->failed())
        return hubsql::readFailed();
    return cards;
}

} // namespace

Result<Payment> paymentstore::find(sql::Database &database, qint64 businessId, qint64 paymentId)
{
    auto payments =
        readPayments(database, QStringLiteral("WHERE payment_id = ? AND business_id = ?"), {paymentId, businessId});
    if (!payments)
        return payments.error();
    if (payments->empty())
        return Error{ErrorCode::NotFound, QStringLiteral("There is no such payment."), {}};
    return std::move(payments->front());
}

Result<std::vector<Payment>> paymentstore::ofOrder(sql::Database &database, qint64 businessId, qint64 orderId)
{
    return readPayments(database, QStringLiteral("WHERE order_id = ? AND +business_id = ? ORDER BY payment_id"),
                        {orderId, businessId});
}

Result<void> paymentstore::insert(sql::Database &database, Payment *payment, const QString &takenBy, qint64 nowMs)
{
    auto inserted = database.query(
        QStringLiteral(
            "INSERT INTO payments (business_id, order_id, method, status, amount, tip, tendered, slip, card_id,"
            " refunded, currency, taken_by, version, created_at, updated_at)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        {payment->businessId, payment->orderId, paymentMethodText(payment->method), paymentStatusText(payment->status),
         payment->amountMinor, payment->tipMinor, hubsql::optionalId(payment->tenderedMinor), payment->slip,
         hubsql::optionalId(payment->cardId), payment->refundedMinor, payment->currency.code(), takenBy,
         payment->version, nowMs, nowMs});
    if (!inserted)
        return inserted.error();
    payment->id = inserted->lastInsertId();
    payment->createdAtMs = nowMs;
    return {};
}

Result<void> paymentstore::update(sql::Database &database, const Payment &payment, qint64 nowMs)
{
    return database.run(QStringLiteral("UPDATE payments SET status = ?, refunded = ?, version = ?, updated_at = ?"
                                       " WHERE payment_id = ? AND business_id = ?"),
                        {paymentStatusText(payment.status), payment.refundedMinor, payment.version, nowMs, payment.id,
                         payment.businessId});
}

Result<void> paymentstore::insertRefund(sql::Database &database, const Payment &payment, Refund *refund,
                                        const QString &madeBy)
{
    auto inserted = database.query(
        QStringLiteral("INSERT INTO refunds (business_id, payment_id, amount, reason, made_by, created_at, state,"
                       " automatic, done_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"),
        {payment.businessId, payment.id, refund->amountMinor, refund->reason, madeBy, refund->createdAtMs,
         refundStateText(refund->state), refund->isAutomatic ? 1 : 0,
         refund->state == RefundState::Done ? refund->createdAtMs : 0});
    if (!inserted)
        return inserted.error();
    refund->id = inserted->lastInsertId();
    return {};
}

Result<void> paymentstore::insertLines(sql::Database &database, qint64 paymentId, const std::vector<PaidLine> &lines)
{
    for (const PaidLine &line : lines) {
        const auto inserted = database.run(
            QStringLiteral("INSERT INTO payment_lines (payment_id, order_item_id, amount) VALUES (?, ?, ?)"),
            {paymentId, line.lineId, line.amountMinor});
        if (!inserted)
            return inserted.error();
    }
    return {};
}

Result<std::set<qint64>> paymentstore::paidLines(sql::Database &database, qint64 orderId)
{
    auto rows = database.query(
        QStringLiteral("SELECT l.order_item_id FROM payments p JOIN payment_lines l ON l.payment_id = p.payment_id"
                       " WHERE p.order_id = ? AND p.status NOT IN ('cancelled', 'failed', 'refunded')"),
        {orderId});
    if (!rows)
        return rows.error();
    std::set<qint64> lines;
    while (rows->next())
        lines.insert(rows->integer(0));
    if (rows->failed())
        return hubsql::readFailed();
    return lines;
}

QByteArray paymentstore::digest(const Payment &payment)
{
    return CanonicalHash("oshaq.payment.1")
        .add(payment.id)
        .add(payment.orderId)
        .add(paymentMethodText(payment.method))
        .add(paymentStatusText(payment.status))
        .add(payment.amountMinor)
        .add(payment.tipMinor)
        .add(payment.tenderedMinor)
        .add(payment.cardId)
        .add(payment.refundedMinor)
        .add(payment.currency.code())
        .add(payment.version)
        .result();
}

Result<std::vector<SavedCard>> paymentstore::cards(sql::Database &database, qint64 businessId, qint64 userId)
{
    return readCards(database, QStringLiteral("ORDER BY card_id"), {businessId, userId});
}

Result<SavedCard> paymentstore::card(sql::Database &database, qint64 businessId, qint64 userId, qint64 cardId)
{
    auto found = readCards(database, QStringLiteral("AND card_id = ?"), {businessId, userId, cardId});
    if (!found)
        return found.error();
    if (found->empty())
        return Error{ErrorCode::NotFound, QStringLiteral("There is no such card."), {}};
    return found->front();
}

Result<void> paymentstore::insertCard(sql::Database &database, qint64 businessId, SavedCard *card,
                                      const QString &bankToken, qint64 nowMs)
{
    auto inserted = database.query(
        QStringLiteral("INSERT INTO saved_cards (business_id, user_id, bank_token, mask, type, created_at)"
                       " VALUES (?, ?, ?, ?, ?, ?)"),
        {businessId, card->userId, bankToken, card->mask, card->type, nowMs});
    if (!inserted)
        return inserted.error();
    card->id = inserted->lastInsertId();
    card->createdAtMs = nowMs;
    return {};
}

Result<void> paymentstore::removeCard(sql::Database &database, qint64 businessId, qint64 cardId, qint64 nowMs)
{
    return database.run(QStringLiteral("UPDATE saved_cards SET deleted_at = ? WHERE card_id = ? AND business_id = ?"
                                       " AND deleted_at IS NULL"),
                        {nowMs, cardId, businessId});
}

QByteArray paymentstore::digest(const SavedCard &card)
{
    return CanonicalHash("oshaq.card.1").add(card.id).add(card.userId).result();
}

} // namespace oshaq

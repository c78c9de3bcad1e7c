// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakebankbook.h"

#include "models/domain/bankcallback.h"
#include "models/domain/money.h"
#include "models/domain/timetext.h"
#include "sync/protocol/json.h"

#include <QDateTime>
#include <QUuid>

#include <algorithm>

namespace oshaq::test {

namespace {

using State = BankEntry::State;

QByteArray amountText(qint64 minor, const QString &currency)
{
    const auto known = Currency::fromCode(currency);
    return formatMajorUnits(minor, known ? *known : Currency());
}

QString statusName(const BankEntry &entry)
{
    switch (entry.state) {
    case State::Waiting:
        return QStringLiteral("3D");
    case State::Authorised:
        return QStringLiteral("AUTH");
    case State::Charged:
        return entry.refundedMinor > 0 ? QStringLiteral("REFUND") : QStringLiteral("CHARGE");
    case State::Cancelled:
        return QStringLiteral("CANCEL");
    case State::Rejected:
        return QStringLiteral("REJECT");
    }
    return {};
}

FakeBankBook::Answer refusal(int code, const QString &message)
{
    JsonWriter json;
    json.beginObject();
    json.key("code").value(code);
    json.key("message").value(message);
    json.endObject();
    return {400, json.take()};
}

} // namespace

BankTurn FakeBankBook::turnOf(BankAsk ask, qint64 invoice)
{
    std::function<BankTurn(BankAsk, qint64)> decides;
    {
        const std::lock_guard lock(mutex);
        ++counts[ask];
        std::deque<BankTurn> &waiting = queued[ask];
        if (!waiting.empty()) {
            const BankTurn turn = waiting.front();
            waiting.pop_front();
            return turn;
        }
        if (!decider)
            return standing[ask];
        decides = decider;
    }
    return decides(ask, invoice);
}

QString FakeBankBook::giveToken(const Token &token)
{
    const std::lock_guard lock(mutex);
    const QString text = QUuid::createUuid().toString(QUuid::WithoutBraces);
    m_tokens[text] = token;
    return text;
}

std::optional<FakeBankBook::Token> FakeBankBook::take(const QString &text, const Payment *payment)
{
    const std::lock_guard lock(mutex);
    const auto found = m_tokens.find(text);
    if (found == m_tokens.end()) {
        complaints.push_back(QStringLiteral("a token that nobody got"));
        return std::nullopt;
    }
    Token &token = found->second;
    if (std::exchange(token.used, true)) {
        complaints.push_back(QStringLiteral("a token for a second operation"));
        return std::nullopt;
    }
    if (payment && (token.invoice != payment->invoice || token.amountMinor != payment->amountMinor ||
                    token.currency != payment->currency)) {
        complaints.push_back(QStringLiteral("a token of another payment"));
        return std::nullopt;
    }
    return token;
}

BankEntry FakeBankBook::pay(const Token &token, const Payment &payment, BankTurn::Does does)
{
    const std::lock_guard lock(mutex);
    BankEntry entry;
    entry.id = freshId();
    entry.invoice = payment.invoice;
    entry.amountMinor = payment.amountMinor;
    entry.currency = payment.currency;
    entry.terminalId = token.terminalId;
    entry.createdAtMs = QDateTime::currentMSecsSinceEpoch();
    entry.accountId = payment.accountId;
    entry.cardId = payment.cardId;
    entry.postLink = token.postLink;
    entry.secretHash = token.secretHash;
    const bool isKnown = payment.cardId.isEmpty() || m_cards.contains(payment.cardId);
    if (does == BankTurn::Does::AsksGuest && isKnown) {
        m_keeps[entry.id] = payment.keepCard;
        entries.push_back(entry);
        return entry;
    }
    const bool works = does == BankTurn::Does::Works && isKnown;
    entries.push_back(entry);
    settle(entries.back(),
           !works       ? State::Rejected
           : holdsFirst ? State::Authorised
                        : State::Charged,
           payment.keepCard);
    return entries.back();
}

void FakeBankBook::settle(BankEntry &entry, State state, bool keepCard)
{
    if (callbacks.beforeItIsDone)
        announce(entry);
    entry.state = state;
    if (state != State::Rejected && keepCard && entry.cardId.isEmpty() && !entry.accountId.isEmpty()) {
        entry.cardId = QUuid::createUuid().toString(QUuid::WithoutBraces);
        m_cards.append(entry.cardId);
    }
    if (!callbacks.beforeItIsDone)
        announce(entry);
}

void FakeBankBook::announce(const BankEntry &entry)
{
    if (entry.postLink.isEmpty() || !sendCallback)
        return;
    const bool isGood = entry.state != State::Rejected;
    JsonWriter json;
    json.beginObject();
    json.key("id").value(entry.id);
    json.key("invoiceId").value(bankInvoiceText(entry.invoice));
    json.key("amount").raw(amountText(entry.amountMinor + callbacks.addMinor, entry.currency));
    json.key("currency").value(entry.currency);
    json.key("terminal").value(entry.terminalId);
    json.key("accountId").value(entry.accountId);
    json.key("code").value(isGood ? QStringLiteral("ok") : QStringLiteral("error"));
    json.key("reason").value(isGood ? QStringLiteral("success") : QStringLiteral("Transaction declined"));
    json.key("reasonCode").value(isGood ? 0 : 462);
    json.key("cardId").value(entry.cardId);
    json.key("cardMask").value(QStringLiteral("440564...1111"));
    json.key("cardType").value(QStringLiteral("VISA"));
    json.key("dateTime").value(isoUtc(entry.createdAtMs));
    json.key("ip").null();
    json.key("secret_hash").value(callbacks.wrongHash ? QString(64, u'0') : entry.secretHash);
    json.endObject();
    const QByteArray body = json.take();
    for (int i = 0; i < callbacks.times; ++i)
        sendCallback({entry.postLink, body, callbacks.afterMs});
}

bool FakeBankBook::answerGuest(qint64 invoice, bool yes)
{
    const std::lock_guard lock(mutex);
    const auto found = std::find_if(entries.begin(), entries.end(), [invoice](const BankEntry &entry) {
        return entry.invoice == invoice && entry.state == State::Waiting;
    });
    if (found == entries.end())
        return false;
    settle(*found, !yes ? State::Rejected : holdsFirst ? State::Authorised : State::Charged, m_keeps[found->id]);
    return true;
}

FakeBankBook::Answer FakeBankBook::statusAnswer(qint64 invoice)
{
    const std::lock_guard lock(mutex);
    // What was taken counts before what was tried.
    const BankEntry *entry = nullptr;
    for (const BankEntry &one : entries) {
        if (one.invoice == invoice && (!entry || !entry->isTaken()))
            entry = &one;
    }
    if (!entry)
        return {200, R"({"resultCode":"102","resultMessage":"invoice not found"})"};
    const QString currency = lies.currency.isEmpty() ? entry->currency : lies.currency;
    const qint64 amountMinor = entry->amountMinor + lies.addMinor;
    JsonWriter json;
    json.beginObject();
    json.key("resultCode").value(QStringLiteral("100"));
    json.key("resultMessage").value(QStringLiteral("success"));
    json.key("transaction").beginObject();
    json.key("id").value(entry->id);
    json.key("createdDate").value(isoUtc(entry->createdAtMs + lies.addMs));
    json.key("invoiceID").value(bankInvoiceText(invoice));
    json.key("amount").raw(amountText(amountMinor - entry->refundedMinor, currency));
    json.key("orgAmount").raw(amountText(amountMinor, currency));
    json.key("currency").value(currency);
    json.key("terminal").value(lies.terminalId.isEmpty() ? entry->terminalId : lies.terminalId);
    json.key("accountID").value(entry->accountId);
    json.key("cardMask").value(QStringLiteral("440564...1111"));
    json.key("cardType").value(QStringLiteral("VISA"));
    json.key("cardID").value(entry->cardId);
    json.key("reference").value(QString::number(entry->createdAtMs % 1'000'000'000'000));
    json.key("statusName").value(statusName(*entry));
    json.key("reason").value(entry->state == State::Rejected ? QStringLiteral("Transaction declined") : QString());
    json.endObject().endObject();
    return {200, json.take()};
}

FakeBankBook::Answer FakeBankBook::operate(const QString &id, const QString &verb, std::optional<qint64> amountMinor,
                                           const QString &externalId)
{
    const std::lock_guard lock(mutex);
    const auto found =
        std::find_if(entries.begin(), entries.end(), [&id](const BankEntry &entry) { return entry.id == id; });
    if (found == entries.end())
        return refusal(100, QStringLiteral("transaction not found"));
    BankEntry &entry = *found;
    if (verb == u"charge" || verb == u"cancel") {
        if (entry.state != State::Authorised)
            return refusal(100, QStringLiteral("the status is not AUTH"));
        const bool isCharge = verb == u"charge";
        if (isCharge && amountMinor.value_or(entry.amountMinor) > entry.amountMinor)
            return refusal(470, QStringLiteral("invalid amount"));
        if (isCharge)
            entry.amountMinor = amountMinor.value_or(entry.amountMinor);
        entry.state = isCharge ? State::Charged : State::Cancelled;
        return {};
    }
    if (verb != u"refund")
        return {404, "{}"};
    if (entry.state != State::Charged)
        return refusal(100, QStringLiteral("the status is not CHARGE"));
    if (!externalId.isEmpty() && entry.refunds.contains(externalId))
        return {}; // it was done
    const qint64 wanted = amountMinor.value_or(entry.amountMinor - entry.refundedMinor);
    if (wanted <= 0 || wanted > entry.amountMinor - entry.refundedMinor)
        return refusal(470, QStringLiteral("invalid amount"));
    entry.refundedMinor += wanted;
    entry.refunds[externalId.isEmpty() ? freshId() : externalId] = wanted;
    return {};
}

FakeBankBook::Answer FakeBankBook::forget(const QString &cardId)
{
    const std::lock_guard lock(mutex);
    if (m_cards.removeAll(cardId) == 0)
        return refusal(472, QStringLiteral("no such card"));
    return {};
}

QString FakeBankBook::freshId()
{
    return QStringLiteral("00000000-0000-4000-8000-%1").arg(++m_lastId, 12, 10, QLatin1Char('0'));
}

} // namespace oshaq::test

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/fakebank.h"

#include <QList>
#include <QPair>

#include <deque>
#include <mutex>
#include <optional>

namespace oshaq::test {

/// What the bank knows, whatever thread asks.
class FakeBankBook
{
    Q_DISABLE_COPY_MOVE(FakeBankBook)

public:
    struct Token
    {
        QString terminalId;
        qint64 invoice = 0; ///< 0: not for a payment
        qint64 amountMinor = 0;
        QString currency;
        QString postLink;
        QString secretHash;
        bool used = false;
    };
    /// What is said to a postLink.
    struct Callback
    {
        QString url;
        QByteArray body;
        int afterMs = 0;
    };
    struct Answer
    {
        int status = 200;
        QByteArray body = "{}";
    };
    struct Payment
    {
        qint64 invoice = 0;
        qint64 amountMinor = 0;
        QString currency;
        QString accountId;
        QString cardId; ///< that it pays with
        bool keepCard = false;
    };

    FakeBankBook() = default;

    BankTurn turnOf(BankAsk ask, qint64 invoice);

    QString giveToken(const Token &token);
    /// Takes a token for one operation; of a payment it must be that payment's.
    std::optional<Token> take(const QString &text, const Payment *payment);

    /// A payment as the turn says; callbacks that follow go to `callbacks`.
    BankEntry pay(const Token &token, const Payment &payment, BankTurn::Does does);
    bool answerGuest(qint64 invoice, bool yes);
    Answer statusAnswer(qint64 invoice);
    Answer operate(const QString &id, const QString &verb, std::optional<qint64> amountMinor,
                   const QString &externalId);
    Answer forget(const QString &cardId);

    mutable std::mutex mutex; ///< of everything below
    std::map<BankAsk, std::deque<BankTurn>> queued;
    std::map<BankAsk, BankTurn> standing;
    std::function<BankTurn(BankAsk, qint64)> decider;
    BankCallbacks callbacks;
    BankLies lies;
    bool holdsFirst = false;
    std::vector<BankEntry> entries;
    std::map<BankAsk, int> counts;
    std::vector<int> callbackAnswers;
    std::vector<QString> complaints;
    std::function<void(const Callback &)> sendCallback; ///< thread-safe; empty: nobody sends

private:
    void settle(BankEntry &entry, BankEntry::State state, bool keepCard);
    void announce(const BankEntry &entry);
    QString freshId();

    std::map<QString, Token> m_tokens;
    std::map<QString, bool> m_keeps; ///< by entry: the card is kept when it is paid
    QList<QString> m_cards;
    qint64 m_lastId = 0;
};

} // namespace oshaq::test

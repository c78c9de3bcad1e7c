// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <functional>
#include <map>
#include <memory>
#include <vector>

namespace oshaq::test {

class FakeBankBook;

/// What somebody asks the bank for.
enum class BankAsk
{
    Token,
    Page, ///< the guest, at the bank's own page
    Card, ///< a payment with a card that the bank keeps
    Status,
    Charge,
    Cancel,
    Refund,
    Forget ///< a card
};

/// How the bank deals with one request: what happens to the money, and what it says of it, each by itself.
struct BankTurn
{
    enum class Does
    {
        Works,
        Declines,
        AsksGuest, ///< 3-D Secure: see FakeBank::answerGuest()
        Nothing
    };
    enum class Says
    {
        Truth,
        Silence,   ///< keeps the connection open and says nothing
        HangsUp,   ///< closes it without a word
        Fails,     ///< 500
        NotFinal,  ///< code 454
        Nonsense,  ///< 200 with what is no JSON
        TurnsAway, ///< 401
        Busy       ///< 503
    };

    Does does = Does::Works;
    Says says = Says::Truth;
    int afterMs = 0; ///< the answer comes later; the money moves at once
};

/// What it tells the merchant's postLink after a payment.
struct BankCallbacks
{
    int times = 1; ///< 0: none
    bool wrongHash = false;
    qint64 addMinor = 0; ///< to the amount that it tells
    int afterMs = 0;
    bool beforeItIsDone = false; ///< before the money moves
};

/// What is wrong in what it says of a payment when it is asked.
struct BankLies
{
    qint64 addMinor = 0;
    QString terminalId; ///< empty: the right one
    QString currency;   ///< likewise
    qint64 addMs = 0;   ///< to the time
};

/// One line of the bank's own book.
struct BankEntry
{
    enum class State
    {
        Waiting, ///< for the guest
        Authorised,
        Charged,
        Cancelled,
        Rejected
    };

    QString id;
    qint64 invoice = 0;
    State state = State::Waiting;
    qint64 amountMinor = 0;
    qint64 refundedMinor = 0;
    std::map<QString, qint64> refunds; ///< by external id, or by a number of its own
    QString currency;
    QString terminalId;
    qint64 createdAtMs = 0;
    QString accountId;
    QString cardId; ///< that it keeps now
    QString postLink;
    QString secretHash;

    bool isTaken() const { return state == State::Charged; }
};

/// A bank with Halyk's interface: a real HTTP server on a thread of its own, which does what a test tells it to and
/// keeps a book of what it took, whatever becomes of those who asked. It forgives nothing: the same invoice sent twice
/// is charged twice, so that a test sees it. All calls are thread-safe.
class FakeBank
{
    Q_DISABLE_COPY_MOVE(FakeBank)

public:
    FakeBank();
    ~FakeBank();

    static QString clientId() { return QStringLiteral("fake-client"); }
    static QString clientSecret() { return QStringLiteral("fake-secret-90210"); }
    static QString terminalId() { return QStringLiteral("67e34d63-0000-4bd1-898e-fa4e0ba9c0de"); }

    /// On loopback; 0: a free port.
    bool start(quint16 port = 0);
    quint16 port() const;
    QString url() const;
    /// Nobody is there: connections are refused, and those that are open end. And back on the same port.
    void setReachable(bool reachable);

    /// Fields and secrets of the integration "halyk" for it.
    std::map<QString, QString> config(const QString &postLink = {}) const;
    std::map<QString, QString> secrets() const;
    /// The same as the body of PUT admin/integrations/halyk.
    QByteArray integrationBody(qint64 version = 0, const QString &postLink = {}) const;

    /// Of the next request of that kind; several queue up.
    void next(BankAsk ask, const BankTurn &turn);
    /// Of all that nothing is queued for.
    void always(BankAsk ask, const BankTurn &turn);
    /// Decides of all that nothing is queued for, on the bank's thread. Empty: as always() says.
    void decide(std::function<BankTurn(BankAsk ask, qint64 invoice)> decider);
    void setCallbacks(const BankCallbacks &callbacks);
    void setLies(const BankLies &lies);
    /// A two-step terminal: payments are held until they are charged.
    void setHoldsFirst(bool holdsFirst);

    enum class GuestAct
    {
        Pays,
        IsDeclined,
        GoesAway
    };
    /// What a guest does at the bank's page that was opened with these parameters. False: the bank does not take them.
    bool atPage(const QByteArray &parameters, GuestAct act);
    /// The guest answers 3-D Secure. False: nobody was asked.
    bool answerGuest(qint64 invoice, bool yes);

    std::vector<BankEntry> book() const;
    std::vector<BankEntry> entriesOf(qint64 invoice) const;
    /// How often money was taken under it.
    int chargedTimes(qint64 invoice) const;
    /// What was taken and not given back.
    qint64 keptMinor(qint64 invoice) const;
    int asked(BankAsk ask) const;
    /// Answers of the postLink, in order; 0: none came.
    std::vector<int> callbackAnswers() const;
    /// Requests that a real bank would have thrown out: a token used twice, or for another payment.
    std::vector<QString> complaints() const;

private:
    class Thread;

    std::shared_ptr<FakeBankBook> m_book;
    std::unique_ptr<Thread> m_thread;
};

} // namespace oshaq::test

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/bankattempt.h"
#include "models/hub/bank.h"
#include "models/hub/bankservice.h"
#include "models/hub/hub.h"
#include "models/runtime/mailbox.h"
#include "sync/client/scheduler.h"
#include "sync/integrations/bank/bankclient.h"
#include "sync/integrations/bank/bankdoor.h"
#include "sync/integrations/deskreader.h"

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <vector>

namespace oshaq {

struct BankDeskOptions
{
    BankTiming timing;
    int maxInFlight = 8;
    qint64 collectAfterMs = 20; ///< commits of this long are looked at together
};

/// Brings what the record says of payments to the bank and writes down what it says. The record is the outbox: what may
/// move money is written before the bank is told, and what was told and not answered is asked about until the bank says
/// what became of it; it is never told again. A hub that stops anywhere in between goes on from the record.
///
/// One call at a time for each payment. Lives on one thread with an event loop. Hub and client must outlive it; so must
/// the writer answer what it was sent.
class BankDesk
{
    Q_DISABLE_COPY_MOVE(BankDesk)

public:
    BankDesk(Hub &hub, BankClient &client, Scheduler &scheduler, BankDeskOptions options,
             std::shared_ptr<BankDoor> door = {});
    /// Takes no more; what is on its way is asked about by the next one.
    ~BankDesk();

    /// Looks at everything that waits.
    void start();

    void openPage(qint64 businessId, qint64 paymentId, const Bank::PageDone &done);
    void ask(qint64 businessId, qint64 paymentId, const Bank::Done &done);
    /// Soon: what comes together is looked at together.
    void look();

private:
    /// What other threads hold: it outlives the desk and knows when that is gone.
    struct Gate
    {
        std::mutex mutex;
        Mailbox *mailbox = nullptr;

        void post(std::function<void()> task);
    };
    using Written = std::function<void(const Result<WriteOutcome> &)>;

    void pump();
    void pumpCards(sql::Database &database);
    void begin(sql::Database &database, const BankAttempt &attempt);
    void take(const Payment &payment, const BankAttempt &attempt, BankStep step);
    void pay(const Payment &payment, const BankAttempt &attempt);
    void askStatus(const BankAttempt &attempt);
    void giveBack(const Payment &payment, const BankAttempt &attempt);
    /// For an answer of the client, which may come when this is gone.
    BankClient::Done noting(const BankAttempt &attempt, BankCall call);
    void write(qint64 businessId, std::function<Result<WriteOutcome>(WriteContext &)> run, Written written);
    /// Writes down what came of a call, however long that takes, and goes on with the payment after it.
    void note(qint64 businessId, const BankNote &note, const Bank::Done &done = {});
    void finish(qint64 businessId, qint64 paymentId, const Result<void> &answer);
    Result<BankOrder> orderOf(sql::Database &database, const Payment &payment, const BankAttempt &attempt);

    Hub &m_hub;
    DeskReader m_reader;
    BankClient &m_client;
    Scheduler &m_scheduler;
    const BankDeskOptions m_options;
    std::shared_ptr<BankDoor> m_door; ///< may be null
    Mailbox m_mailbox;
    std::shared_ptr<Gate> m_gate;
    int m_listener = 0;
    bool m_listening = false;
    std::set<qint64> m_busy;                             ///< payments of which a call or its note is on its way
    std::map<qint64, std::vector<Bank::Done>> m_waiting; ///< who wants it asked next
    std::map<qint64, std::vector<Bank::Done>> m_asking;  ///< who waits for the question on its way
    std::map<quint64, Bank::PageDone> m_pages;           ///< pages on their way
    quint64 m_lastPage = 0;
    std::set<qint64> m_forgetting;          ///< cards on their way
    std::map<qint64, qint64> m_notBeforeMs; ///< payments whose note was refused, by the monotonic clock
    OneShot m_wakeTimer;
    OneShot m_pumpTimer;
    std::shared_ptr<char> m_alive;
};

} // namespace oshaq

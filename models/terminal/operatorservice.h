// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/runtime/clock.h"
#include "models/runtime/mailbox.h"
#include "models/runtime/workerpool.h"
#include "models/terminal/hubclock.h"
#include "models/terminal/linkstatus.h"
#include "models/terminal/operatorhub.h"
#include "models/terminal/operatorport.h"
#include "models/terminal/operatorstore.h"
#include "models/terminal/outbox.h"
#include "models/terminal/pinhash.h"
#include "models/terminal/visibleorders.h"

#include <map>
#include <memory>

namespace oshaq {

/// OperatorPort over terminal.db and the hub. Tells outbox and pages who acts, and as what.
///
/// A PIN is hashed on a worker and goes to the hub; when the hub does not answer (or does not take this screen's token:
/// somebody must get in to mend that), whoever signed in here in the last seven days gets in by the hash. What happened
/// without a hub is told to it later, in order, with its time. Whoever the hub does not know any more is forgotten at
/// once, and the screen is locked if it was theirs.
///
/// A locked screen keeps its operator: nothing is done at it until somebody signs in.
class OperatorService final : public OperatorPort
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OperatorService)

public:
    static constexpr int freeFailures = 5;
    /// After the fifth wrong PIN in a row; doubles with each further one up to the longest.
    static constexpr qint64 firstWaitMs = 30 * 1000;
    static constexpr qint64 longestWaitMs = 5 * 60 * 1000;
    static constexpr int shortestLockSeconds = 10;
    static constexpr int longestLockSeconds = 3600;

    OperatorService(TerminalDatabase &database, Outbox &outbox, VisibleOrders &visible, const HubClock &hubClock,
                    const LinkStatus &link, const Clock &clock, const PinCost &cost = PinCost::moderate());
    ~OperatorService() override;

    LockPolicy policy() const override { return m_policy; }
    PortCall setPolicy(const LockPolicy &policy, PortDone<PortNothing> done) override;
    std::optional<ScreenOperator> current() const override { return m_current; }
    bool isLocked() const override { return m_locked; }
    Role effectiveRole() const override { return m_visible.role(); }
    PortCall signIn(const QString &pin, PortDone<ScreenOperator> done) override;
    void lock() override;
    PortCall signOut(PortDone<PortNothing> done) override;
    void cancel(PortCall call) override;

    // --- for sync/client ---

    /// Whom to ask; null: nobody.
    void setHub(OperatorHub *hub);
    /// The hub answers: it is told what it has not heard, and asked whether who stands here still works here.
    void catchUp();

    // --- for Terminal ---

    /// This screen has another token: nobody is known here any more. At another hub nobody asks for what was to be told
    /// either.
    void forgetEverybody(bool isOtherHub);
    /// The terminal's own role is another one.
    void handleRoleChanged();

private:
    struct Attempt
    {
        QString pin;
        QByteArray hash;
        PortDone<ScreenOperator> done;
    };

    PortCall newCall();
    /// False when it was cancelled meanwhile.
    bool take(PortCall call);
    template <typename T> void tell(PortCall call, PortAnswer<T> answer, const PortDone<T> &done);

    qint64 waitMs() const;
    void handleHash(PortCall call, Attempt attempt, const Result<QByteArray> &hash);
    void handleHub(PortCall call, const Attempt &attempt, const PortAnswer<HubOperator> &answer);
    void letIn(const ScreenOperator &person);
    bool letInAlone(const QByteArray &hash, ScreenOperator *person);
    void switchOn(PortCall call, const LockPolicy &policy, const PortDone<PortNothing> &done);
    void applyPolicy(const LockPolicy &policy, const PortDone<PortNothing> &done);

    void setCurrent(const std::optional<ScreenOperator> &person, bool locked);
    void report(qint64 staffId, bool isSignIn);
    void sendReport(const OperatorReport &report);
    void finishReport(const OperatorReport &report, const PortFailure *failure);
    void checkCurrent();
    void told(const HubOperator &person);
    void forget(qint64 staffId);
    void announce();

    OperatorStore m_store;
    Outbox &m_outbox;
    VisibleOrders &m_visible;
    const HubClock &m_hubClock;
    const LinkStatus &m_link;
    const Clock &m_clock;
    const PinCost m_cost;
    LockPolicy m_policy;
    std::optional<ScreenOperator> m_current;
    bool m_locked = false;
    OperatorHub *m_hub = nullptr;
    PortCall m_lastCall = 0;
    std::map<PortCall, PortCall> m_waiting; ///< the hub's call of each question; 0: none now
    PortCall m_reporting = 0;               ///< the hub's call; 0: none
    PortCall m_checking = 0;
    bool m_checkAgain = false;
    Mailbox m_mailbox;
    std::unique_ptr<WorkerPool> m_worker; ///< last: joined before what it posts to
};

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/terminal/operatorservice.h"

#include <QLoggingCategory>

#include <algorithm>
#include <utility>

namespace oshaq {

Q_LOGGING_CATEGORY(lcOperator, "oshaq.terminal.operator")

namespace {

using Kind = PortFailure::Kind;

constexpr int maxAttemptsWaiting = 8;

PortFailure portRefusal(ErrorCode code, const QString &message)
{
    return {Kind::Refused, errorCodeText(code), message, {}};
}

PortFailure broken(const Error &error)
{
    return {Kind::Broken, errorCodeText(error.code), error.message, error.details};
}

qint64 waitFor(int failures)
{
    if (failures < OperatorService::freeFailures)
        return 0;
    const int doublings = std::min(failures - OperatorService::freeFailures, 10);
    return std::min(OperatorService::firstWaitMs << doublings, OperatorService::longestWaitMs);
}

bool says(const PortFailure &failure, ErrorCode code)
{
    return failure.errorCode == errorCodeText(code);
}

void warn(const Result<void> &done)
{
    if (!done)
        qCWarning(lcOperator, "%ls", qUtf16Printable(done.error().message));
}

} // namespace

OperatorService::OperatorService(TerminalDatabase &database, Outbox &outbox, VisibleOrders &visible,
                                 const HubClock &hubClock, const LinkStatus &link, const Clock &clock,
                                 const PinCost &cost)
    : m_store(database)
    , m_outbox(outbox)
    , m_visible(visible)
    , m_hubClock(hubClock)
    , m_link(link)
    , m_clock(clock)
    , m_cost(cost)
    , m_policy(m_store.policy())
    , m_current(m_policy.asksForPin ? m_store.current() : std::nullopt)
    , m_locked(m_policy.asksForPin)
{
    announce();
}

OperatorService::~OperatorService()
{
    setHub(nullptr);
}

// --- questions ---

PortCall OperatorService::newCall()
{
    m_waiting[++m_lastCall] = 0;
    return m_lastCall;
}

bool OperatorService::take(PortCall call)
{
    return m_waiting.erase(call) > 0;
}

template <typename T> void OperatorService::tell(PortCall call, PortAnswer<T> answer, const PortDone<T> &done)
{
    m_mailbox.post([this, call, answer = std::move(answer), done] {
        if (take(call))
            done(answer);
        // Whoever was told may have destroyed this object.
    });
}

void OperatorService::cancel(PortCall call)
{
    const auto found = m_waiting.find(call);
    if (found == m_waiting.end())
        return;
    if (m_hub && found->second != 0)
        m_hub->cancel(found->second);
    m_waiting.erase(found);
}

void OperatorService::setHub(OperatorHub *hub)
{
    if (m_hub) {
        if (m_reporting != 0)
            m_hub->cancel(m_reporting);
        if (m_checking != 0)
            m_hub->cancel(m_checking);
        for (auto &[call, hubCall] : m_waiting) {
            if (hubCall != 0)
                m_hub->cancel(std::exchange(hubCall, 0));
        }
    }
    m_reporting = m_checking = 0;
    m_hub = hub;
}

// --- the policy ---

PortCall OperatorService::setPolicy(const LockPolicy &policy, PortDone<PortNothing> done)
{
    const PortCall call = newCall();
    const int seconds = policy.lockAfterSeconds;
    if (seconds != 0 && (seconds < shortestLockSeconds || seconds > longestLockSeconds)) {
        PortFailure failure = portRefusal(ErrorCode::ValidationFailed, QStringLiteral("0, or 10 to 3600 seconds."));
        failure.details = {{QStringLiteral("lockAfterSeconds"), QStringLiteral("must be 0, or 10 to 3600")}};
        tell(call, PortAnswer<PortNothing>::failed(std::move(failure)), done);
        return call;
    }
    if (m_locked) {
        tell(call,
             PortAnswer<PortNothing>::failed(
                 portRefusal(ErrorCode::Forbidden, QStringLiteral("This screen is locked; sign in first."))),
             done);
        return call;
    }
    if (policy.asksForPin && !m_policy.asksForPin) {
        switchOn(call, policy, done);
        return call;
    }
    m_mailbox.post([this, call, policy, done = std::move(done)] {
        if (take(call))
            applyPolicy(policy, done);
    });
    return call;
}

void OperatorService::switchOn(PortCall call, const LockPolicy &policy, const PortDone<PortNothing> &done)
{
    const auto answered = [this, call, policy, done](const PortAnswer<HubOperatorFacts> &answer) {
        if (!take(call))
            return;
        if (answer ? answer.value->managersWithPin > 0 : m_store.knowsManager(m_hubClock.nowMs()))
            return applyPolicy(policy, done);
        done(PortAnswer<PortNothing>::failed(
            answer ? portRefusal(ErrorCode::Forbidden, QStringLiteral("Nobody who may manage has a PIN."))
                   : answer.failure));
    };
    if (m_hub) {
        m_waiting[call] = m_hub->facts(0, answered);
        return;
    }
    m_mailbox.post([answered] {
        answered(PortAnswer<HubOperatorFacts>::failed(
            {Kind::Unreachable, {}, QStringLiteral("This screen has no hub to ask."), {}}));
    });
}

void OperatorService::applyPolicy(const LockPolicy &policy, const PortDone<PortNothing> &done)
{
    if (const auto kept = m_store.setPolicy(policy); !kept)
        return done(PortAnswer<PortNothing>::failed(broken(kept.error())));
    const bool asked = std::exchange(m_policy, policy).asksForPin;
    if (asked != policy.asksForPin) {
        if (m_current)
            report(m_current->staffId, false);
        setCurrent(std::nullopt, policy.asksForPin);
    } else {
        Q_EMIT changed();
    }
    done(PortAnswer<PortNothing>::of({}));
}

// --- getting in ---

qint64 OperatorService::waitMs() const
{
    // Somebody who sets the clock back makes nobody wait longer than this.
    const qint64 left = m_store.waitsUntilMs() - m_clock.nowMs();
    return std::clamp(left, qint64{0}, waitFor(m_store.failures()));
}

PortCall OperatorService::signIn(const QString &pin, PortDone<ScreenOperator> done)
{
    const PortCall call = newCall();
    const auto refuse = [&](PortFailure failure) {
        tell(call, PortAnswer<ScreenOperator>::failed(std::move(failure)), done);
        return call;
    };
    if (!m_policy.asksForPin)
        return refuse(portRefusal(ErrorCode::Forbidden, QStringLiteral("This screen asks nobody for a PIN.")));
    if (const qint64 wait = waitMs(); wait > 0) {
        return refuse(
            portRefusal(ErrorCode::SignInLocked,
                        QStringLiteral("Too many wrong PINs; try again in %1 seconds.").arg((wait + 999) / 1000)));
    }
    // Counted before it is looked at, so that many at once and the power switch are no way around.
    const int failures = m_store.failures() + 1;
    const qint64 wait = waitFor(failures);
    if (const auto counted = m_store.setFailures(failures, wait > 0 ? m_clock.nowMs() + wait : 0); !counted)
        return refuse(broken(counted.error()));
    const QByteArray salt = m_store.salt();
    if (!m_worker)
        m_worker = std::make_unique<WorkerPool>(1, WorkerPool::Limits{maxAttemptsWaiting});
    Attempt attempt{pin, {}, done};
    const bool posted = m_worker->post([this, call, attempt = std::move(attempt), salt, cost = m_cost](int) mutable {
        auto hash = pinhash::derive(attempt.pin, salt, cost);
        m_mailbox.post([this, call, attempt = std::move(attempt), hash = std::move(hash)]() mutable {
            handleHash(call, std::move(attempt), hash);
        });
    });
    if (!posted)
        return refuse(portRefusal(ErrorCode::Overloaded, QStringLiteral("One PIN at a time.")));
    return call;
}

void OperatorService::handleHash(PortCall call, Attempt attempt, const Result<QByteArray> &hash)
{
    const auto waiting = m_waiting.find(call);
    if (waiting == m_waiting.end())
        return;
    if (!hash) {
        m_waiting.erase(waiting);
        return attempt.done(PortAnswer<ScreenOperator>::failed(broken(hash.error())));
    }
    attempt.hash = *hash;
    // Nobody waits for a time-out whom this screen knows.
    const bool away = !m_hub || m_link.facts().state == LinkStatus::State::Offline;
    ScreenOperator person;
    if (away && letInAlone(attempt.hash, &person)) {
        m_waiting.erase(call);
        return attempt.done(PortAnswer<ScreenOperator>::of(person));
    }
    if (m_hub) {
        waiting->second = m_hub->signIn(attempt.pin, [this, call, attempt](const PortAnswer<HubOperator> &answer) {
            handleHub(call, attempt, answer);
        });
        return;
    }
    handleHub(
        call, attempt,
        PortAnswer<HubOperator>::failed({Kind::Unreachable, {}, QStringLiteral("This screen has no hub to ask."), {}}));
}

void OperatorService::handleHub(PortCall call, const Attempt &attempt, const PortAnswer<HubOperator> &answer)
{
    if (!take(call))
        return;
    const auto fail = [&attempt](PortFailure failure) {
        attempt.done(PortAnswer<ScreenOperator>::failed(std::move(failure)));
    };
    if (answer && answer.value->worksHere) {
        const ScreenOperator person = answer.value->person;
        warn(m_store.remember({person, attempt.hash, m_hubClock.nowMs()}));
        letIn(person);
        return attempt.done(PortAnswer<ScreenOperator>::of(person));
    }
    if (answer || says(answer.failure, ErrorCode::CredentialsWrong)) {
        // It was somebody's, who has left or has another one now.
        const auto known = m_store.find(attempt.hash, m_hubClock.nowMs());
        warn(m_store.forgetPin(attempt.hash));
        if (known && m_current && m_current->staffId == known->person.staffId)
            catchUp();
        return fail(portRefusal(ErrorCode::CredentialsWrong, QStringLiteral("Nobody signs in with this PIN.")));
    }
    if (says(answer.failure, ErrorCode::SignInLocked))
        return fail({Kind::Refused, answer.failure.errorCode, answer.failure.message, answer.failure.details});
    ScreenOperator person;
    if (letInAlone(attempt.hash, &person))
        return attempt.done(PortAnswer<ScreenOperator>::of(person));
    PortFailure failure = answer.failure;
    if (failure.kind == Kind::Unreachable)
        failure.message += QStringLiteral(" Nobody who signed in here in the last seven days has this PIN.");
    fail(std::move(failure));
}

bool OperatorService::letInAlone(const QByteArray &hash, ScreenOperator *person)
{
    const auto known = m_store.find(hash, m_hubClock.nowMs());
    if (!known)
        return false;
    *person = known->person;
    report(person->staffId, true);
    letIn(*person);
    return true;
}

void OperatorService::letIn(const ScreenOperator &person)
{
    warn(m_store.setFailures(0, 0));
    setCurrent(person, false);
}

void OperatorService::lock()
{
    if (!m_policy.asksForPin || m_locked)
        return;
    m_locked = true;
    Q_EMIT changed();
}

PortCall OperatorService::signOut(PortDone<PortNothing> done)
{
    const PortCall call = newCall();
    if (m_current) {
        report(m_current->staffId, false);
        setCurrent(std::nullopt, m_policy.asksForPin);
    } else {
        lock();
    }
    tell(call, PortAnswer<PortNothing>::of({}), done);
    return call;
}

void OperatorService::setCurrent(const std::optional<ScreenOperator> &person, bool locked)
{
    warn(m_store.setCurrent(person));
    m_current = person;
    m_locked = locked;
    announce();
}

void OperatorService::announce()
{
    m_visible.setOperatorRole(m_current ? std::optional(m_current->role) : std::nullopt);
    m_outbox.setOperator(m_current ? m_current->staffId : 0,
                         m_current ? std::optional(m_visible.role()) : std::nullopt);
    Q_EMIT changed();
}

void OperatorService::handleRoleChanged()
{
    announce();
}

void OperatorService::forgetEverybody(bool isOtherHub)
{
    warn(m_store.forgetAll());
    if (isOtherHub)
        warn(m_store.forgetReports());
    if (m_current)
        setCurrent(std::nullopt, m_policy.asksForPin);
}

// --- what the hub has not heard ---

void OperatorService::report(qint64 staffId, bool isSignIn)
{
    warn(m_store.addReport({0, staffId, isSignIn, m_hubClock.nowMs()}));
    // From the event loop: whoever calls is in the middle of something.
    m_mailbox.post([this] {
        if (m_link.facts().state != LinkStatus::State::Offline)
            catchUp();
    });
}

void OperatorService::catchUp()
{
    if (!m_hub || m_reporting != 0)
        return;
    if (const auto next = m_store.firstReport())
        sendReport(*next);
    else
        checkCurrent();
}

void OperatorService::sendReport(const OperatorReport &next)
{
    if (next.isSignIn) {
        m_reporting =
            m_hub->reportSignIn(next.staffId, next.actedAtMs, [this, next](const PortAnswer<HubOperator> &answer) {
                m_reporting = 0;
                if (answer)
                    told(*answer.value);
                finishReport(next, answer ? nullptr : &answer.failure);
            });
        return;
    }
    m_reporting =
        m_hub->reportSignOut(next.staffId, next.actedAtMs, [this, next](const PortAnswer<PortNothing> &answer) {
            m_reporting = 0;
            finishReport(next, answer ? nullptr : &answer.failure);
        });
}

void OperatorService::finishReport(const OperatorReport &done, const PortFailure *failure)
{
    if (failure && failure->kind != Kind::Refused)
        return; // the next contact brings it
    if (failure) {
        qCInfo(lcOperator, "the hub does not take a %s: %ls", done.isSignIn ? "sign-in" : "sign-out",
               qUtf16Printable(failure->message));
        if (done.isSignIn)
            forget(done.staffId);
    }
    if (const auto removed = m_store.removeReport(done.id); !removed)
        return warn(removed);
    catchUp();
}

void OperatorService::checkCurrent()
{
    if (!m_current)
        return;
    if (m_checking != 0) {
        m_checkAgain = true;
        return;
    }
    const qint64 staffId = m_current->staffId;
    m_checking = m_hub->facts(staffId, [this, staffId](const PortAnswer<HubOperatorFacts> &answer) {
        m_checking = 0;
        if (answer && answer.value->person)
            told(*answer.value->person);
        else if (!answer && answer.failure.kind == Kind::Refused && says(answer.failure, ErrorCode::NotFound))
            forget(staffId);
        if (std::exchange(m_checkAgain, false))
            catchUp();
    });
}

void OperatorService::told(const HubOperator &known)
{
    if (!known.worksHere)
        return forget(known.person.staffId);
    warn(m_store.update(known.person));
    if (m_current && m_current->staffId == known.person.staffId && *m_current != known.person)
        setCurrent(known.person, m_locked);
}

void OperatorService::forget(qint64 staffId)
{
    warn(m_store.forget(staffId));
    if (m_current && m_current->staffId == staffId)
        setCurrent(std::nullopt, m_policy.asksForPin);
}

} // namespace oshaq

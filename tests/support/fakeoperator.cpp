// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeoperator.h"

#include <algorithm>

namespace oshaq {

namespace {

bool manages(Role role)
{
    return role == Role::Owner || role == Role::Manager;
}

} // namespace

void FakeOperatorPort::setPolicyNow(const LockPolicy &policy)
{
    m_policy = policy;
    Q_EMIT changed();
}

void FakeOperatorPort::setCurrent(const std::optional<ScreenOperator> &current)
{
    m_current = current;
    Q_EMIT changed();
}

void FakeOperatorPort::setLocked(bool locked)
{
    m_locked = locked;
    Q_EMIT changed();
}

void FakeOperatorPort::setTerminalRole(Role role)
{
    terminalRole = role;
    Q_EMIT changed();
}

Role FakeOperatorPort::effectiveRole() const
{
    if (!m_policy.asksForPin || !m_current || manages(m_current->role))
        return terminalRole;
    return m_current->role;
}

PortCall FakeOperatorPort::setPolicy(const LockPolicy &policy, PortDone<PortNothing> done)
{
    calls << QStringLiteral("setPolicy %1 %2")
                 .arg(policy.asksForPin ? QStringLiteral("yes") : QStringLiteral("no"))
                 .arg(policy.lockAfterSeconds);
    return m_answers.ask<PortNothing>(this, std::move(done), [this, policy] {
        const bool isAnyManager =
            std::any_of(people.begin(), people.end(), [](const auto &one) { return manages(one.second.role); });
        if (policy.asksForPin && !isAnyManager) {
            return PortAnswer<PortNothing>::failed({PortFailure::Kind::Refused,
                                                    QStringLiteral("FORBIDDEN"),
                                                    QStringLiteral("Nobody with a PIN may manage."),
                                                    {}});
        }
        setPolicyNow(policy);
        return PortAnswer<PortNothing>::of({});
    });
}

PortCall FakeOperatorPort::signIn(const QString &pin, PortDone<ScreenOperator> done)
{
    calls << QStringLiteral("signIn %1").arg(pin);
    return m_answers.ask<ScreenOperator>(this, std::move(done), [this, pin] { return signInNow(pin); });
}

PortAnswer<ScreenOperator> FakeOperatorPort::signInNow(const QString &pin)
{
    if (waitSeconds > 0) {
        return PortAnswer<ScreenOperator>::failed({PortFailure::Kind::Refused,
                                                   QStringLiteral("SIGN_IN_LOCKED"),
                                                   QStringLiteral("Wait %1 seconds.").arg(waitSeconds),
                                                   {}});
    }
    const auto found = people.find(pin);
    if (found == people.end() && isAlone)
        return PortAnswer<ScreenOperator>::failed({});
    if (found == people.end()) {
        return PortAnswer<ScreenOperator>::failed({PortFailure::Kind::Refused,
                                                   QStringLiteral("CREDENTIALS_WRONG"),
                                                   QStringLiteral("There is no such PIN."),
                                                   {}});
    }
    m_current = found->second;
    m_locked = false;
    const ScreenOperator who = found->second;
    Q_EMIT changed();
    return PortAnswer<ScreenOperator>::of(who);
}

void FakeOperatorPort::lock()
{
    calls << QStringLiteral("lock");
    if (m_policy.asksForPin)
        setLocked(true);
}

PortCall FakeOperatorPort::signOut(PortDone<PortNothing> done)
{
    calls << QStringLiteral("signOut");
    return m_answers.ask<PortNothing>(this, std::move(done), [this] {
        m_current.reset();
        m_locked = m_policy.asksForPin;
        Q_EMIT changed();
        return PortAnswer<PortNothing>::of({});
    });
}

void FakeOperatorPort::cancel(PortCall call)
{
    calls << QStringLiteral("cancel %1").arg(call);
    m_answers.cancel(call);
}

} // namespace oshaq

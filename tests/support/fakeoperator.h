// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/operatorport.h"
#include "tests/support/scriptedanswers.h"

#include <QStringList>

#include <map>

namespace oshaq {

/// An OperatorPort without a terminal: tests say who has which PIN and when it answers (see ScriptedAnswers). As
/// given it asks for no PIN, and nobody is named.
class FakeOperatorPort final : public OperatorPort
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FakeOperatorPort)

public:
    using OperatorPort::OperatorPort;

    // What it knows.
    std::map<QString, ScreenOperator> people; ///< by PIN
    Role terminalRole = Role::Owner;          ///< of this screen
    int waitSeconds = 0;                      ///< more than 0: every PIN is refused for so long
    bool isAlone = false;                     ///< no hub: `people` are those who were here lately

    /// All of them say changed().
    void setPolicyNow(const LockPolicy &policy);
    void setCurrent(const std::optional<ScreenOperator> &current);
    void setLocked(bool locked);
    void setTerminalRole(Role role);

    // When it answers.
    void answerAll() { m_answers.answerAll(); }
    void setImmediate(bool immediate) { m_answers.setImmediate(immediate); }
    void failNext(const PortFailure &failure) { m_answers.failNext(failure); }
    void setFailing(const std::optional<PortFailure> &failure) { m_answers.setFailing(failure); }
    int waiting() const { return m_answers.waiting(); }

    // What was asked: "setPolicy yes 300", "signIn 4071", "lock", "signOut", "cancel 4".
    QStringList calls;

    LockPolicy policy() const override { return m_policy; }
    PortCall setPolicy(const LockPolicy &policy, PortDone<PortNothing> done) override;
    std::optional<ScreenOperator> current() const override { return m_current; }
    bool isLocked() const override { return m_policy.asksForPin && m_locked; }
    Role effectiveRole() const override;
    PortCall signIn(const QString &pin, PortDone<ScreenOperator> done) override;
    void lock() override;
    PortCall signOut(PortDone<PortNothing> done) override;
    void cancel(PortCall call) override;

private:
    PortAnswer<ScreenOperator> signInNow(const QString &pin);

    ScriptedAnswers m_answers;
    LockPolicy m_policy;
    std::optional<ScreenOperator> m_current;
    bool m_locked = false;
};

} // namespace oshaq

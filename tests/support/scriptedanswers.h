// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/portcall.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <map>
#include <optional>
#include <utility>

namespace oshaq {

/// Questions of a fake port: each waits until the test says answerAll(), or, with setImmediate(), for the next turn of
/// the event loop. What is answered is computed then, so that a test may change its mind meanwhile.
class ScriptedAnswers
{
public:
    /// `aside`: asked when a screen feels like it (pictures), so it does not take the failure that failNext() means for
    /// what a person does.
    template <typename T>
    PortCall ask(QObject *context, PortDone<T> done, std::function<PortAnswer<T>()> answer, bool aside = false)
    {
        const PortCall call = ++m_last;
        m_waiting.emplace(call, [this, done = std::move(done), answer = std::move(answer), aside] {
            std::optional<PortFailure> failure;
            if (!aside)
                failure = std::exchange(m_failNext, std::nullopt);
            if (!failure)
                failure = m_failing;
            done(failure ? PortAnswer<T>::failed(*failure) : answer());
        });
        if (m_immediate)
            QTimer::singleShot(0, context, [this, call] { give(call); });
        return call;
    }

    void cancel(PortCall call) { m_waiting.erase(call); }

    /// Answers what was asked until now, oldest first. What those answers make somebody ask waits in turn.
    void answerAll()
    {
        const PortCall last = m_last;
        while (!m_waiting.empty() && m_waiting.begin()->first <= last)
            give(m_waiting.begin()->first);
    }

    int waiting() const { return int(m_waiting.size()); }
    void setImmediate(bool immediate) { m_immediate = immediate; }
    /// Every answer from now on; none: the scripted ones again.
    void setFailing(const std::optional<PortFailure> &failure) { m_failing = failure; }
    /// The next answer only.
    void failNext(const PortFailure &failure) { m_failNext = failure; }

private:
    void give(PortCall call)
    {
        const auto found = m_waiting.find(call);
        if (found == m_waiting.end())
            return;
        const std::function<void()> answer = std::move(found->second);
        m_waiting.erase(found);
        answer();
    }

    std::map<PortCall, std::function<void()>> m_waiting;
    PortCall m_last = 0;
    bool m_immediate = false;
    std::optional<PortFailure> m_failing;
    std::optional<PortFailure> m_failNext;
};

} // namespace oshaq

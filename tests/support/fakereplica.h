// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/replicaport.h"
#include "tests/support/scriptedanswers.h"

#include <QStringList>

namespace oshaq {

/// A ReplicaPort without a hub: it is what the test says, and does what it is told (see ScriptedAnswers).
class FakeReplicaPort final : public ReplicaPort
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FakeReplicaPort)

public:
    FakeReplicaPort()
    {
        state.epoch = QStringLiteral("1-K7FA2QOMX5R3D");
        state.term = 1;
    }

    ReplicaFacts state; ///< a hub without a standby at first

    /// A hub that waits for its standby, which has everything.
    void haveStandby()
    {
        state.note.mode = ReplicaMode::Sync;
        state.hasOther = true;
        state.otherName = QStringLiteral("Office");
        state.otherUrl = QStringLiteral("https://192.168.1.11:8787");
        state.connected = true;
        state.inStep = true;
        state.lastContactMs = 1'768'488'419'000;
    }
    /// It is gone, and nobody takes orders.
    void loseStandby()
    {
        haveStandby();
        state.connected = false;
        state.inStep = false;
        state.note.refusing = true;
        state.note.reason = QStringLiteral("standby_unreachable");
    }

    void answerAll() { m_answers.answerAll(); }
    void setImmediate(bool immediate) { m_answers.setImmediate(immediate); }
    void failNext(const PortFailure &failure) { m_answers.failNext(failure); }
    void setFailing(const std::optional<PortFailure> &failure) { m_answers.setFailing(failure); }

    QStringList calls; ///< "facts", "setMode sync", "declareSolo", ...

    PortCall facts(PortDone<ReplicaFacts> done) override
    {
        calls << QStringLiteral("facts");
        return m_answers.ask<ReplicaFacts>(this, std::move(done), [this] { return now(); });
    }
    PortCall setMode(ReplicaMode mode, const QString &, PortDone<ReplicaFacts> done) override
    {
        calls << QStringLiteral("setMode ") + replicaModeText(mode);
        return m_answers.ask<ReplicaFacts>(this, std::move(done), [this, mode] {
            state.note.mode = mode;
            state.note.solo = mode == ReplicaMode::Sync && !state.inStep;
            return now();
        });
    }
    PortCall makeToken(PortDone<QString> done) override
    {
        calls << QStringLiteral("makeToken");
        return m_answers.ask<QString>(this, std::move(done),
                                      [] { return PortAnswer<QString>::of(QStringLiteral("os_secret")); });
    }
    PortCall declareSolo(const QString &over, PortDone<ReplicaFacts> done) override
    {
        calls << QStringLiteral("declareSolo ") + over;
        return m_answers.ask<ReplicaFacts>(this, std::move(done), [this] {
            state.note = {ReplicaRole::Hub, state.note.mode, true, false, {}, 0, {}};
            state.rival.clear();
            return now();
        });
    }
    PortCall endSolo(PortDone<ReplicaFacts> done) override
    {
        calls << QStringLiteral("endSolo");
        return m_answers.ask<ReplicaFacts>(this, std::move(done), [this] {
            state.note.solo = false;
            return now();
        });
    }
    PortCall promote(bool insist, PortDone<ReplicaFacts> done) override
    {
        calls << (insist ? QStringLiteral("promote insisting") : QStringLiteral("promote"));
        return m_answers.ask<ReplicaFacts>(this, std::move(done), [this] {
            state.note = {ReplicaRole::Hub, ReplicaMode::Sync, true, false, {}, 0, {}};
            return now();
        });
    }
    void cancel(PortCall call) override { m_answers.cancel(call); }

private:
    PortAnswer<ReplicaFacts> now() const { return PortAnswer<ReplicaFacts>::of(state); }

    ScriptedAnswers m_answers;
};

} // namespace oshaq

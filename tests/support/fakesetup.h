// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/setupport.h"
#include "tests/support/scriptedanswers.h"

#include <QStringList>

namespace oshaq {

/// A SetupPort that remembers what was wanted.
class FakeSetupPort final : public SetupPort
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FakeSetupPort)

public:
    FakeSetupPort() { m_answers.setImmediate(true); }

    bool first = true;
    bool hub = true;
    bool open = false;
    QString goodCode = QStringLiteral("K7WD-4PQX");
    std::optional<Error> refusesNetwork;
    QStringList calls; ///< "join http://host:1 CODE name", "open yes", "finish", "restart"

    void setImmediate(bool immediate) { m_answers.setImmediate(immediate); }
    void failNext(const PortFailure &failure) { m_answers.failNext(failure); }

    bool isFirstStart() const override { return first; }
    void finishFirstStart() override
    {
        first = false;
        calls << QStringLiteral("finish");
    }
    bool keepsRecord() const override { return hub; }
    PortCall join(const QString &url, const QString &code, const QString &name, PortDone<PortNothing> done) override
    {
        calls << QStringLiteral("join %1 %2 %3").arg(url, code, name);
        return m_answers.ask<PortNothing>(this, std::move(done), [this, code] {
            if (code == goodCode)
                return PortAnswer<PortNothing>::of(PortNothing());
            return PortAnswer<PortNothing>::failed(
                {PortFailure::Kind::SignIn, QStringLiteral("CREDENTIALS_WRONG"), {}, {}});
        });
    }
    bool isOpenToNetwork() const override { return open; }
    Result<void> setOpenToNetwork(bool wanted) override
    {
        calls << QStringLiteral("open %1").arg(wanted ? u"yes" : u"no");
        if (refusesNetwork)
            return *refusesNetwork;
        open = wanted;
        return {};
    }
    void restart() override { calls << QStringLiteral("restart"); }
    void cancel(PortCall call) override { m_answers.cancel(call); }

private:
    ScriptedAnswers m_answers;
};

} // namespace oshaq

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
    HubSearch hubs;
    QString digits = QStringLiteral("042917");
    QStringList calls; ///< "join http://host:1 CODE name", "open yes", "finish", "restart"

    void setHubs(const HubSearch &found)
    {
        hubs = found;
        Q_EMIT hubsChanged();
    }
    void answerAll() { m_answers.answerAll(); }
    void setImmediate(bool immediate) { m_answers.setImmediate(immediate); }
    void failNext(const PortFailure &failure) { m_answers.failNext(failure); }

    bool isFirstStart() const override { return first; }
    void finishFirstStart() override
    {
        first = false;
        calls << QStringLiteral("finish");
    }
    bool keepsRecord() const override { return hub; }
    const HubSearch &foundHubs() override { return hubs; }
    PortCall joinByLink(const PairingLink &link, const QString &name, PortDone<PortNothing> done) override
    {
        calls << QStringLiteral("link %1 %2 %3").arg(link.url, link.code, name);
        return m_answers.ask<PortNothing>(this, std::move(done),
                                          [] { return PortAnswer<PortNothing>::of(PortNothing()); });
    }
    PortCall compareDigits(const QString &url, const QString &name, PortDone<QString> done) override
    {
        calls << QStringLiteral("compare %1 %2").arg(url, name);
        return m_answers.ask<QString>(this, std::move(done), [this] { return PortAnswer<QString>::of(digits); });
    }
    PortCall agreeDigits(PortDone<PortNothing> done) override
    {
        calls << QStringLiteral("agree");
        return m_answers.ask<PortNothing>(this, std::move(done),
                                          [] { return PortAnswer<PortNothing>::of(PortNothing()); });
    }
    void refuseDigits() override { calls << QStringLiteral("refuse"); }
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

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/runtime/clock.h"
#include "models/terminal/setupport.h"
#include "models/terminal/terminal.h"
#include "sync/client/httptransport.h"
#include "sync/client/hubcalls.h"
#include "sync/client/pairingclient.h"
#include "sync/discovery/hubfinder.h"

#include <QSettings>
#include <QString>

#include <functional>
#include <memory>

namespace oshaq {

/// SetupPort of the program that runs: what it keeps is in its data directory.
class DesktopSetup final : public SetupPort
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DesktopSetup)

public:
    struct Facts
    {
        QString dataDirectory;
        QString configFile; ///< whose server.listen and server.tls count
        bool keepsRecord = true;
        bool madeNow = false; ///< the record was made at this start
        Terminal *screen = nullptr; ///< of a computer that is a screen of another one already
    };

    /// Settings, transport and clock must outlive it. `restart`: opens the program anew.
    DesktopSetup(Facts facts, QSettings &settings, HttpTransport &transport, const Clock &clock,
                 std::function<void()> restart);
    ~DesktopSetup() override;

    bool isFirstStart() const override;
    void finishFirstStart() override;
    bool keepsRecord() const override { return m_facts.keepsRecord; }
    const HubSearch &foundHubs() override;
    PortCall joinByLink(const PairingLink &link, const QString &name, PortDone<PortNothing> done) override;
    PortCall compareDigits(const QString &url, const QString &name, PortDone<QString> done) override;
    PortCall agreeDigits(PortDone<PortNothing> done) override;
    void refuseDigits() override;
    PortCall join(const QString &url, const QString &code, const QString &name, PortDone<PortNothing> done) override;
    bool isOpenToNetwork() const override;
    Result<void> setOpenToNetwork(bool open) override;
    void restart() override { m_restart(); }
    void cancel(PortCall call) override;

private:
    /// The token of a pairing becomes the terminal's under "screen/", with the CA that it trusts.
    Result<void> keep(const HubCredentials &credentials);
    PortDone<PairedHub> keeping(PortDone<PortNothing> done);
    /// Calls of the two have even numbers and odd ones, so that each is known again.
    static PortCall ofPairing(PortCall call) { return call * 2; }
    static PortCall ofJoin(PortCall call) { return call * 2 + 1; }

    Facts m_facts;
    QSettings &m_settings;
    HttpTransport &m_transport;
    const Clock &m_clock;
    std::function<void()> m_restart;
    HubEndpoint m_endpoint;
    std::unique_ptr<HubCalls> m_calls;
    PairingClient m_pairing;
    HubFinder m_finder;
};

} // namespace oshaq

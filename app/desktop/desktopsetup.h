// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/runtime/clock.h"
#include "models/terminal/setupport.h"
#include "sync/client/httptransport.h"
#include "sync/client/hubcalls.h"

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
    };

    /// Settings, transport and clock must outlive it. `restart`: opens the program anew.
    DesktopSetup(Facts facts, QSettings &settings, HttpTransport &transport, const Clock &clock,
                 std::function<void()> restart);
    ~DesktopSetup() override;

    bool isFirstStart() const override;
    void finishFirstStart() override;
    bool keepsRecord() const override { return m_facts.keepsRecord; }
    PortCall join(const QString &url, const QString &code, const QString &name, PortDone<PortNothing> done) override;
    bool isOpenToNetwork() const override;
    Result<void> setOpenToNetwork(bool open) override;
    void restart() override { m_restart(); }
    void cancel(PortCall call) override;

private:
    /// The token of a pairing becomes the terminal's under "screen/".
    Result<void> keep(const QString &url, const JsonValue &data);

    Facts m_facts;
    QSettings &m_settings;
    HttpTransport &m_transport;
    const Clock &m_clock;
    std::function<void()> m_restart;
    HubEndpoint m_endpoint;
    std::unique_ptr<HubCalls> m_calls;
};

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/systemport.h"
#include "sync/client/hubcalls.h"

namespace oshaq {

/// SystemPort over the API. How failures show: see HubCalls. Destroying it forgets every question.
class SystemClient final : public SystemPort
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SystemClient)

public:
    SystemClient(const HubEndpoint &endpoint, HttpTransport &transport, QObject *parent = nullptr);

    PortCall overview(PortDone<SystemOverview> done) override;
    PortCall confirmAlarm(const QString &key, qint64 alarmId, PortDone<SystemAlarm> done) override;
    PortCall backups(PortDone<BackupFacts> done) override;
    PortCall beginBackup(const QString &key, BackupAct act, PortDone<BackupFacts> done) override;
    void cancel(PortCall call) override;

    /// See HubCalls.
    void giveUp();

private:
    HubCalls m_calls;
};

} // namespace oshaq

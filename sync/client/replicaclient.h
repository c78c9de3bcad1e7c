// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/replicaport.h"
#include "sync/client/hubcalls.h"

namespace oshaq {

/// ReplicaPort over the API of a hub or of a standby. How failures show: see HubCalls. Destroying it forgets every
/// question.
class ReplicaClient final : public ReplicaPort
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReplicaClient)

public:
    ReplicaClient(const HubEndpoint &endpoint, HttpTransport &transport, QObject *parent = nullptr);

    PortCall facts(PortDone<ReplicaFacts> done) override;
    PortCall setMode(ReplicaMode mode, const QString &standbyName, PortDone<ReplicaFacts> done) override;
    PortCall makeToken(PortDone<QString> done) override;
    PortCall declareSolo(const QString &over, PortDone<ReplicaFacts> done) override;
    PortCall endSolo(PortDone<ReplicaFacts> done) override;
    PortCall promote(bool insist, PortDone<ReplicaFacts> done) override;
    void cancel(PortCall call) override;

    /// See HubCalls.
    void giveUp();

private:
    HubCalls m_calls;
};

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/operatorhub.h"
#include "sync/client/hubcalls.h"

namespace oshaq {

/// OperatorHub over the hub's API. Asks as the screen itself: whoever stands at it may have left. How failures show:
/// see HubCalls. Destroying it forgets every question.
class OperatorClient final : public OperatorHub
{
    Q_DISABLE_COPY_MOVE(OperatorClient)

public:
    OperatorClient(const HubEndpoint &endpoint, HttpTransport &transport);

    PortCall signIn(const QString &pin, PortDone<HubOperator> done) override;
    PortCall reportSignIn(qint64 staffId, qint64 actedAtMs, PortDone<HubOperator> done) override;
    PortCall reportSignOut(qint64 staffId, qint64 actedAtMs, PortDone<PortNothing> done) override;
    PortCall facts(qint64 staffId, PortDone<HubOperatorFacts> done) override;
    void cancel(PortCall call) override;

    /// See HubCalls.
    void giveUp();

private:
    HubCalls m_calls;
};

} // namespace oshaq

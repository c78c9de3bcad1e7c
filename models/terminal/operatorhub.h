// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/operatorport.h"
#include "models/terminal/portcall.h"

#include <QString>

#include <optional>

namespace oshaq {

/// One of the staff as the hub tells a screen.
struct HubOperator
{
    ScreenOperator person;
    bool worksHere = true; ///< false: they have left meanwhile
};

/// What the hub says when somebody thinks of locking a screen.
struct HubOperatorFacts
{
    int managersWithPin = 0;           ///< who may manage and have a PIN
    std::optional<HubOperator> person; ///< whom it was asked for
};

/// What OperatorService asks of the hub. Implemented in sync/client. GUI thread; nothing blocks.
class OperatorHub
{
public:
    virtual ~OperatorHub() = default;

    /// Their shift begins, or moves to this screen.
    virtual PortCall signIn(const QString &pin, PortDone<HubOperator> done) = 0;
    /// What happened here while there was no hub.
    virtual PortCall reportSignIn(qint64 staffId, qint64 actedAtMs, PortDone<HubOperator> done) = 0;
    virtual PortCall reportSignOut(qint64 staffId, qint64 actedAtMs, PortDone<PortNothing> done) = 0;
    /// `staffId` 0: of nobody.
    virtual PortCall facts(qint64 staffId, PortDone<HubOperatorFacts> done) = 0;

    virtual void cancel(PortCall call) = 0;
};

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/role.h"
#include "models/terminal/linkstatus.h"
#include "models/terminal/replicaport.h"
#include "ui/common/band.h"

#include <QCoreApplication>

namespace oshaq {

/// How screens say what a hub and its standby are. Pure: the same facts give the same words.
class ReplicaText
{
    Q_DECLARE_TR_FUNCTIONS(oshaq::ReplicaText)

public:
    /// What the band's button does.
    enum class Act
    {
        None,
        GoAlone, ///< the hub goes on without its standby; of two hubs: this one goes on
        EndSolo, ///< it waits for the standby again
        Promote, ///< the standby on this computer becomes the hub
    };

    struct BandWords
    {
        QString text; ///< empty: there is nothing to say
        Band::Tone tone = Band::Tone::Alarm;
        Act act = Act::None;
        QString button; ///< empty: nothing can be done by who is here
    };

    /// `isStandbyHere`: this computer keeps the standby's copy. `isAsked`: the button was pressed once.
    static BandWords band(const LinkStatus::Facts &facts, Role role, bool isStandbyHere, bool isAsked);

    static QString state(const ReplicaFacts &facts);
    static QString mode(ReplicaMode mode);
    /// Why nothing is stored and what somebody can do about it; `trouble` as of storageTroubleText().
    static QString storage(const QString &trouble);
    static bool mayDecide(Role role) { return role == Role::Owner || role == Role::Manager; }
};

} // namespace oshaq

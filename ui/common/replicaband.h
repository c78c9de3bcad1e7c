// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/role.h"
#include "models/terminal/linkstatus.h"
#include "models/terminal/replicaport.h"
#include "ui/common/band.h"
#include "ui/common/replicatext.h"

#include <QString>
#include <QWidget>

namespace oshaq {

/// The band over every page that says when nobody takes orders because of the standby, or when the hub goes on alone,
/// and lets a manager decide. What changes everything asks once more.
class ReplicaBand final : public Band
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ReplicaBand)

public:
    /// `standbyHere`: of the standby on this computer, or null. All of it must outlive the band.
    ReplicaBand(const LinkStatus &link, ReplicaPort &hub, ReplicaPort *standbyHere, const Look &look,
                QWidget *parent = nullptr);
    ~ReplicaBand() override;

    void setRole(Role role);
    /// Nobody is known to be here: it says what is the matter, and nothing can be decided.
    void setLocked(bool locked);

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    void press();
    void act(ReplicaText::Act act);
    void finish(ReplicaPort &port, const PortAnswer<ReplicaFacts> &answer);
    void askStandby();

    const LinkStatus &m_link;
    ReplicaPort &m_hub;
    ReplicaPort *m_standbyHere;
    Role m_role = Role::Kitchen;
    ReplicaText::Act m_act = ReplicaText::Act::None; ///< of the button
    bool m_isLocked = false;
    bool m_isAsked = false;
    bool m_isStandby = false; ///< the one on this computer is one still
    QString m_failure;        ///< why the last press did nothing
    PortCall m_call = 0;
    ReplicaPort *m_asked = nullptr; ///< that m_call is put to
    PortCall m_standbyCall = 0;
};

} // namespace oshaq

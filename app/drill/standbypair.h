// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/drill/lab.h"
#include "app/drill/siteask.h"

#include <QByteArray>
#include <QString>

namespace oshaq::drill {

/// Two computers, one of them the hub and the other its standby, and the manager who says which. Asks with curl, from
/// the computer that is asked: a manager stands in front of it.
class StandbyPair
{
    Q_DISABLE_COPY_MOVE(StandbyPair)

public:
    /// `token`: of the business.
    StandbyPair(const Lab &lab, QByteArray token, QString hub, QString standby);

    const QString &hub() const { return m_hub; }
    const QString &standby() const { return m_standby; }
    /// The other one of both.
    const QString &otherOf(const QString &node) const { return node == m_hub ? m_standby : m_hub; }

    /// Lets the hub wait for its standby with each write, and writes the standby's token. What went wrong, or nothing.
    QString configure(const QString &tokenFile) const;
    /// The standby has everything, and the hub writes nothing without it.
    bool isInStep() const;
    /// One try of the manager. True: the standby is the hub now, and the hub was the standby.
    bool promote();
    /// Tries a write at this computer.
    bool takesWrites(const QString &node) const;

private:
    SiteReply ask(const QString &node, const char *method, const char *path, const QByteArray &body = {}) const;

    const Lab &m_lab;
    const QByteArray m_token;
    QString m_hub;
    QString m_standby;
};

} // namespace oshaq::drill

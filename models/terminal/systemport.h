// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/backupfacts.h"
#include "models/domain/systemoverview.h"
#include "models/terminal/portcall.h"

#include <QObject>
#include <QString>

namespace oshaq {

enum class BackupAct
{
    Full, ///< a whole copy now
    Check ///< the newest is restored into a scratch file and looked at
};

/// How the site does and how its backups do, as the hub knows it. Implemented in sync/client; faked in GUI tests. GUI
/// thread; nothing blocks.
class SystemPort : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual PortCall overview(PortDone<SystemOverview> done) = 0;
    /// Somebody looks at an alarm: it is told to nobody else.
    virtual PortCall confirmAlarm(const QString &key, qint64 alarmId, PortDone<SystemAlarm> done) = 0;

    virtual PortCall backups(PortDone<BackupFacts> done) = 0;
    /// It begins; backups() tells how it goes on.
    virtual PortCall beginBackup(const QString &key, BackupAct act, PortDone<BackupFacts> done) = 0;

    /// It is forgotten: its `done` is not called any more. What it asked for may happen all the same.
    virtual void cancel(PortCall call) = 0;
};

} // namespace oshaq

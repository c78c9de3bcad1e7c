// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/backupstanding.h"
#include "models/domain/integration.h"
#include "models/domain/replicanote.h"
#include "models/domain/screenstate.h"
#include "models/domain/systemalarm.h"

#include <QString>

#include <optional>
#include <vector>

namespace oshaq {

/// How a site does, as a manager is told it.
struct SystemOverview
{
    struct Service
    {
        IntegrationKind kind = IntegrationKind::Halyk;
        bool isDown = false; ///< its circuit is open: nothing is sent
        QString lastError;
    };
    struct Outbox
    {
        QString name;
        qint64 waiting = 0;
        qint64 oldestMs = 0; ///< how long the oldest waits
    };

    QString version;
    qint64 startedAtMs = 0;
    bool canWrite = true;
    qint64 queued = 0;
    ReplicaRole role = ReplicaRole::Hub;
    ReplicaMode mode = ReplicaMode::Off;
    bool isSolo = false;
    QString standbyName;
    bool isStandbyConnected = false;
    qint64 standbyLagMs = 0;
    qint64 diskFreeBytes = -1; ///< -1: not known
    qint64 diskTotalBytes = -1;
    qint64 databaseBytes = 0;
    std::optional<BackupStanding> backups; ///< nothing: none are made
    std::vector<Service> services;
    std::vector<Outbox> outboxes;
    std::vector<ScreenFacts> screens;
    std::vector<SystemAlarm> alarms; ///< newest first; those that are over lately included
};

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/protocol/json.h"
#include "sync/protocol/schema.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <vector>

namespace oshaq {

/// How the backups of a hub are doing, as it says so. Times are UTC, 0 for never.
struct BackupFacts
{
    struct Item
    {
        QString name;
        bool isFull = false;
        qint64 toMs = 0;
        qint64 bytes = 0;
    };

    bool isOn = false;
    QStringList targets;
    qint64 lastFullMs = 0;
    qint64 lastIncrementMs = 0;
    qint64 lastCheckMs = 0;
    bool lastCheckOk = false;
    QString lastCheckText;
    qint64 ageMs = 0; ///< of the oldest thing that no backup has
    qint64 waitingFiles = 0;
    QString activity;
    int percent = 0;
    QString problem; ///< empty: none
    qint64 problemSinceMs = 0;
    QString journalProblem; ///< likewise
    std::vector<Item> latest;
};

QByteArray backupJson(const BackupFacts &facts);

/// {"do":"full"} or {"do":"check"}
Schema backupRequestSchema();

namespace outputs {

Schema backups();

} // namespace outputs

} // namespace oshaq

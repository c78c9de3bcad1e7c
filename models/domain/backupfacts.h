// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace oshaq {

/// How the backups of a hub are doing, as it says so. Times are UTC milliseconds, 0 for never.
struct BackupFacts
{
    struct Item
    {
        QString name;
        bool isFull = false;
        qint64 toMs = 0; ///< the moment up to which it reaches
        qint64 bytes = 0;
    };

    bool isOn = false;
    QStringList targets; ///< for people: folders and buckets
    qint64 lastFullMs = 0;
    qint64 lastIncrementMs = 0;
    qint64 lastCheckMs = 0;
    bool lastCheckOk = false;
    QString lastCheckText;   ///< what it found, in English, for people
    qint64 ageMs = 0;        ///< of the oldest thing that no backup has; 0: nothing is missing
    qint64 waitingFiles = 0; ///< made, and not at every target yet
    QString activity;        ///< "copying", "checking"; empty: nothing now
    int percent = 0;         ///< of it
    QString problem;         ///< English, for people; empty: none
    qint64 problemSinceMs = 0;
    QString journalProblem;   ///< likewise: what is wrong with the chain of the journal
    std::vector<Item> latest; ///< newest first, a few
};

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/backupfacts.h"
#include "models/domain/systemoverview.h"
#include "ui/common/zoneclock.h"
#include "ui/settings/rowcard.h"

#include <QCoreApplication>

#include <vector>

namespace oshaq {

/// How a manager is told how the site and its backups do, in plain words. Pure: the same facts give the same words.
class SystemText
{
    Q_DECLARE_TR_FUNCTIONS(oshaq::SystemText)

public:
    struct Row
    {
        RowCard::Words words;
        qint64 alarmId = 0; ///< that its button confirms; 0: it has none
    };

    /// What is wrong first, then each part of the site, then what is over.
    static std::vector<Row> system(const SystemOverview &system, const ZoneClock &clock, qint64 nowMs);
    /// The backups as a whole, the last try to restore one, the journal, and the newest files. The first card has the
    /// buttons.
    static std::vector<RowCard::Words> backups(const BackupFacts &facts, const ZoneClock &clock, qint64 nowMs);

private:
    static RowCard::Words headline(const SystemOverview &system);
    static Row alarm(const SystemAlarm &alarm, const ZoneClock &clock, qint64 nowMs);
    static RowCard::Words hub(const SystemOverview &system, const ZoneClock &clock, qint64 nowMs);
    static RowCard::Words standby(const SystemOverview &system);
    static RowCard::Words disk(const SystemOverview &system);
    static RowCard::Words safety(const SystemOverview &system, const ZoneClock &clock, qint64 nowMs);
    static RowCard::Words services(const SystemOverview &system);
    static RowCard::Words outboxes(const SystemOverview &system);
    static RowCard::Words screens(const SystemOverview &system, qint64 nowMs);
    static RowCard::Words past(const SystemOverview &system, const ZoneClock &clock, qint64 nowMs);
    static RowCard::Words backupsNow(const BackupFacts &facts, const ZoneClock &clock, qint64 nowMs);
    static RowCard::Words lastCheck(const BackupFacts &facts, const ZoneClock &clock, qint64 nowMs);
};

} // namespace oshaq

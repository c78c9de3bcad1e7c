// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace oshaq {

/// How the backups of a hub stand, as monitoring and the page of the system show it.
struct BackupStanding
{
    qint64 lastGoodAtMs = 0;     ///< UTC, of the newest change that is safe; 0: never
    qint64 lastCheckedAtMs = 0;  ///< UTC, when one was restored and found good; 0: never
    bool isLastCheckGood = true; ///< false: the last one that was looked at cannot be restored
};

} // namespace oshaq

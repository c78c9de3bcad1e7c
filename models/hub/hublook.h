// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/integration.h"
#include "models/domain/printer.h"
#include "models/domain/result.h"

#include <QString>

#include <vector>

namespace oshaq {

/// What can be seen of a hub's directory from outside, also while a hub runs in it. Writes nothing of the record.
struct HubLook
{
    int schema = 0;
    int newestSchema = 0;   ///< that this program knows
    bool isRunning = false; ///< somebody holds the directory
    qint64 bytes = 0;
    qint64 walBytes = 0;
    QString businessName;       ///< empty: nobody set one up, or the schema is too old to ask
    qint64 lastWrittenAtMs = 0; ///< newest time in the journal; 0: none
    QString damage;             ///< what a check of the whole file found; empty: nothing

    // Of the present schema only.
    std::vector<Printer> printers;
    std::vector<Integration> integrations; ///< that were set up, with what is wrong with their secrets
};

namespace hublook {

/// NotFound without a hub.db; StorageUnavailable when it cannot be read.
Result<HubLook> at(const QString &directory);

} // namespace hublook

} // namespace oshaq

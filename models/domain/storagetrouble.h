// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace oshaq {

/// Why a hub cannot write its record.
enum class StorageTrouble
{
    None,
    DiskFull,     ///< no room
    DiskReadOnly, ///< the file system takes no writes
    DiskFails,    ///< reading, writing or syncing ended with an error
    Damaged,      ///< what is in the file is no database any more
    FileGone,     ///< a file of the record was removed or replaced
    NoMemory,     ///< the program gets none
};

/// "" for None, "disk_full", "disk_read_only", "disk_fails", "record_damaged", "record_gone", "no_memory".
QString storageTroubleText(StorageTrouble trouble);
/// Nothing for a word of a newer program.
std::optional<StorageTrouble> storageTroubleFromText(QStringView text);

} // namespace oshaq

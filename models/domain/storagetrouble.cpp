// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/storagetrouble.h"

#include <algorithm>
#include <array>
#include <utility>

namespace oshaq {

namespace {

constexpr std::array words{
    std::pair{StorageTrouble::None, ""},
    std::pair{StorageTrouble::DiskFull, "disk_full"},
    std::pair{StorageTrouble::DiskReadOnly, "disk_read_only"},
    std::pair{StorageTrouble::DiskFails, "disk_fails"},
    std::pair{StorageTrouble::Damaged, "record_damaged"},
    std::pair{StorageTrouble::FileGone, "record_gone"},
    std::pair{StorageTrouble::NoMemory, "no_memory"},
};

} // namespace

QString storageTroubleText(StorageTrouble trouble)
{
    return QString::fromLatin1(words[std::size_t(trouble)].second);
}

std::optional<StorageTrouble> storageTroubleFromText(QStringView text)
{
    const auto found =
        std::find_if(words.begin(), words.end(), [&](const auto &word) { return text == QLatin1String(word.second); });
    return found == words.end() ? std::nullopt : std::optional(found->first);
}

} // namespace oshaq

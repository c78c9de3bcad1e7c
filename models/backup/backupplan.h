// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/backup/backuphead.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace oshaq {

/// What a file's name says, so that a list of names is enough to plan with; each name is compared with the file's head
/// before anything of it is used. "oshaq-20261129T161800123Z-0123456789abcdef-full-42.obk", "...-incr-43-57.obk".
struct BackupName
{
    BackupHead::Kind kind = BackupHead::Kind::Full;
    QString chain;
    qint64 first = 0;
    qint64 last = 0;
    qint64 toMs = 0;

    static BackupName of(const BackupHead &head);
    QString text() const;
    static std::optional<BackupName> fromText(const QString &text);

    bool isFull() const { return kind == BackupHead::Kind::Full; }
    bool operator==(const BackupName &) const = default;
};

/// A moment, or the newest state that is there.
struct RestoreMoment
{
    std::optional<qint64> atMs; ///< UTC; nothing: the newest
};

struct RestorePlan
{
    BackupName full;
    std::vector<BackupName>
        increments; ///< in order; what the full copy has already, or is after the moment, is skipped
    std::optional<qint64> atMs;
};

/// Which files make the state of a moment: the newest full copy before it and every change after that. A moment is
/// refused (NotFound, with words for people) when nothing reaches back to it, when a change may be missing before it,
/// or when it is after everything that is known.
Result<RestorePlan> planRestore(std::vector<BackupName> files, const RestoreMoment &moment);

/// What is kept for how long.
struct RetentionRule
{
    int everyMomentHours = 72; ///< every change, so that each second can be restored
    int hourly = 48;           ///< full copies: the newest of each of the last 48 hours
    int daily = 31;
    int monthly = 12;
};

/// The files that nobody needs any more, by UTC hours, days and months. The newest full copy is always kept, and with
/// every change that is kept the full copy that it follows.
std::vector<BackupName> outdated(const std::vector<BackupName> &files, qint64 nowMs, const RetentionRule &rule);

/// "2026-11-29T16:18:00Z"; nothing for anything else, times without a zone included.
std::optional<qint64> momentFromText(const QString &text);
QString momentText(qint64 ms);

} // namespace oshaq

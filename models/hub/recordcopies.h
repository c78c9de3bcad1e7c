// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace oshaq {

/// Copies of the record that stand beside it for a while, so that a step can be taken back: before an upgrade
/// (upgradecopy) and before a restore. They hold guests as they were then, so they do not stay for ever.
namespace recordcopies {

inline constexpr int keptDays = 30;

/// DIR/kept: what a restore took the place of, in a folder for each.
QString folderOfRestores(const QString &directory);

/// Removes those that are older than keptDays. How many went; what cannot be removed stays for the next time.
int removeOld(const QString &directory, qint64 nowMs);

} // namespace recordcopies

} // namespace oshaq

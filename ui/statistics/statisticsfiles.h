// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace oshaq {

/// Where files of this screen go: the folder that the system calls downloads.
QString filesFolder();
/// A file in that folder, which is made when it is missing; with a number where there is such a file already: nothing
/// is written over.
QString freeFilePath(const QString &folder, const QString &stem, const QString &suffix);
/// A name that every file system takes: without signs that separate folders; empty: there is nothing left.
QString plainFileStem(const QString &typed);

} // namespace oshaq

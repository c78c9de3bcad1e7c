// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace oshaq {

/// What the operating system says of this process. -1: it does not say.
struct ProcessFigures
{
    qint64 residentBytes = -1;
    qint64 virtualBytes = -1;
    qint64 cpuMs = -1;
    qint64 openFiles = -1;
    qint64 maxFiles = -1;
    qint64 threads = -1;
    qint64 startedAtS = -1; ///< UTC, seconds

    static ProcessFigures read();
};

/// Room on the disk that holds a directory. -1: not known.
struct DiskFigures
{
    qint64 freeBytes = -1; ///< for whoever is not root
    qint64 totalBytes = -1;

    static DiskFigures of(const QString &directory);
};

} // namespace oshaq

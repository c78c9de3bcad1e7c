// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/runtime/processfigures.h"

#include <QFile>
#include <QList>
#include <QStorageInfo>

#include <dirent.h>
#include <sys/resource.h>
#include <unistd.h>

namespace oshaq {

namespace {

/// Small files of /proc say that they are empty: read until there is no more.
QByteArray contents(const char *path)
{
    QFile file(QString::fromLatin1(path));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

qint64 countEntries(const char *path)
{
    DIR *directory = ::opendir(path);
    if (!directory)
        return -1;
    qint64 count = 0;
    while (const dirent *entry = ::readdir(directory))
        count += entry->d_name[0] != '.' ? 1 : 0;
    ::closedir(directory);
    return count - 1; // the one that this function had open
}

qint64 bootTimeS()
{
    const QByteArray stat = contents("/proc/stat");
    const qsizetype at = stat.indexOf("\nbtime ");
    if (at < 0)
        return -1;
    const qsizetype end = stat.indexOf('\n', at + 1);
    return stat.mid(at + 7, end - at - 7).trimmed().toLongLong();
}

} // namespace

ProcessFigures ProcessFigures::read()
{
    ProcessFigures figures;
    figures.openFiles = countEntries("/proc/self/fd");
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY)
        figures.maxFiles = qint64(limit.rlim_cur);
    // The name in brackets may hold anything; what counts comes after its last bracket.
    const QByteArray stat = contents("/proc/self/stat");
    const qsizetype bracket = stat.lastIndexOf(')');
    if (bracket < 0)
        return figures;
    // The first of these is field 3 of proc(5).
    const QList<QByteArray> fields = stat.mid(bracket + 2).split(' ');
    if (fields.size() < 22)
        return figures;
    const qint64 ticks = ::sysconf(_SC_CLK_TCK);
    if (ticks > 0) {
        figures.cpuMs = (fields[11].toLongLong() + fields[12].toLongLong()) * 1000 / ticks;
        if (const qint64 boot = bootTimeS(); boot > 0)
            figures.startedAtS = boot + fields[19].toLongLong() / ticks;
    }
    figures.threads = fields[17].toLongLong();
    figures.virtualBytes = fields[20].toLongLong();
    figures.residentBytes = fields[21].toLongLong() * ::sysconf(_SC_PAGESIZE);
    return figures;
}

DiskFigures DiskFigures::of(const QString &directory)
{
    const QStorageInfo storage(directory);
    if (!storage.isValid() || !storage.isReady())
        return {};
    return {storage.bytesAvailable(), storage.bytesTotal()};
}

} // namespace oshaq

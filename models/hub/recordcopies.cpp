// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/recordcopies.h"

#include "models/hub/upgradecopy.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>

namespace oshaq {

namespace {

/// When it was made, as its name says: "hub-20261129T161800Z-schema-0029.db", "20261129T161800123Z". Files may have been
/// copied to another machine since. Invalid for names of others.
QDateTime madeAt(const QString &name)
{
    const QString stamp = name.startsWith(QLatin1String("hub-")) ? name.mid(4) : name;
    QDateTime at = QDateTime::fromString(stamp.left(15), QStringLiteral("yyyyMMdd'T'HHmmss"));
    at.setTimeSpec(Qt::UTC);
    return at;
}

} // namespace

QString recordcopies::folderOfRestores(const QString &directory)
{
    return QDir(directory).filePath(QStringLiteral("kept"));
}

int recordcopies::removeOld(const QString &directory, qint64 nowMs)
{
    const QDateTime oldest = QDateTime::fromMSecsSinceEpoch(nowMs, Qt::UTC).addDays(-keptDays);
    int gone = 0;
    const QDir upgrades(upgradecopy::folderIn(directory));
    for (const QString &name : upgrades.entryList({QStringLiteral("hub-*.db")}, QDir::Files)) {
        const QDateTime at = madeAt(name);
        if (at.isValid() && at < oldest && QFile::remove(upgrades.filePath(name)))
            ++gone;
    }
    const QDir restores(folderOfRestores(directory));
    for (const QString &name : restores.entryList(QDir::Dirs | QDir::NoDotAndDotDot | QDir::NoSymLinks)) {
        const QDateTime at = madeAt(name);
        if (at.isValid() && at < oldest && QDir(restores.filePath(name)).removeRecursively())
            ++gone;
    }
    return gone;
}

} // namespace oshaq

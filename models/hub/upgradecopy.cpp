// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/upgradecopy.h"

#include "models/sql/copy.h"
#include "models/sql/maintenance.h"

#include <QDateTime>
#include <QDir>
#include <QFile>

#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace oshaq {

namespace {

Error refuse(const QString &message)
{
    return Error{ErrorCode::StorageUnavailable, message, {}};
}

/// What is in it, or the names in a directory, is on the disk.
Result<void> sync(const QString &path, int flags)
{
    const int descriptor = ::open(QFile::encodeName(path).constData(), flags | O_CLOEXEC);
    const bool done = descriptor >= 0 && ::fsync(descriptor) == 0;
    const int code = errno;
    if (descriptor >= 0)
        ::close(descriptor);
    if (!done)
        return refuse(QStringLiteral("%1 cannot be made durable: %2").arg(path, qt_error_string(code)));
    return {};
}

void remove(const QString &path)
{
    for (const char *suffix : {"", "-wal", "-shm", "-journal"})
        QFile::remove(path + QLatin1String(suffix));
}

Result<void> fill(sql::Database &database, const QString &path)
{
    if (auto copied = sql::copyTo(database, path); !copied)
        return copied;
    {
        const auto copy = sql::Database::open({path, sql::Access::ReadWrite, sql::Synchronous::Full, 5000, false});
        if (!copy)
            return copy.error();
        if (auto sound = sql::quickCheck(**copy); !sound)
            return sound;
    }
    return sync(path, O_RDONLY);
}

} // namespace

QString upgradecopy::folderIn(const QString &directory)
{
    return QDir(directory).filePath(QStringLiteral("before-upgrade"));
}

Result<QString> upgradecopy::make(sql::Database &database, const QString &directory, int schema, qint64 nowMs)
{
    const QString folder = folderIn(directory);
    if (!QDir(folder).exists() && ::mkdir(QFile::encodeName(folder).constData(), 0700) != 0)
        return refuse(QStringLiteral("%1 cannot be made: %2").arg(folder, qt_error_string(errno)));
    const QString name =
        QStringLiteral("hub-%1-schema-%2.db")
            .arg(QDateTime::fromMSecsSinceEpoch(nowMs, Qt::UTC).toString(QStringLiteral("yyyyMMddTHHmmssZ")))
            .arg(schema, 4, 10, QLatin1Char('0'));
    const QString path = QDir(folder).filePath(name);
    const QString part = path + QStringLiteral(".part");
    if (auto filled = fill(database, part); !filled) {
        remove(part);
        return refuse(QStringLiteral("%1. Before an upgrade a copy of the record is made in %2, and without it nothing "
                                     "is changed: make room there.")
                          .arg(filled.error().message, folder));
    }
    if (::rename(QFile::encodeName(part).constData(), QFile::encodeName(path).constData()) != 0)
        return refuse(QStringLiteral("%1 cannot be named: %2").arg(path, qt_error_string(errno)));
    remove(part);
    if (auto synced = sync(folder, O_RDONLY | O_DIRECTORY); !synced)
        return synced.error();
    if (auto synced = sync(directory, O_RDONLY | O_DIRECTORY); !synced)
        return synced.error();
    // Their names begin with their time.
    QStringList copies = QDir(folder).entryList({QStringLiteral("hub-*.db")}, QDir::Files, QDir::Name);
    while (copies.size() > kept)
        remove(QDir(folder).filePath(copies.takeFirst()));
    return path;
}

} // namespace oshaq

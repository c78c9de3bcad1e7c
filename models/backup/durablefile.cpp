// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backup/durablefile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QScopeGuard>

#include <cerrno>
#include <cstdio>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace oshaq::durablefile {

namespace {

constexpr qint64 copyBytes = 1024 * 1024;

Error cannot(const QString &file, const char *what)
{
    return Error{ErrorCode::StorageUnavailable,
                 QStringLiteral("%1 cannot be %2: %3").arg(file, QLatin1String(what), qt_error_string(errno)),
                 {}};
}

QString parentOf(const QString &path)
{
    return QFileInfo(path).absolutePath();
}

Result<void> syncPath(const QString &path, int flags)
{
    const int descriptor = ::open(QFile::encodeName(path).constData(), flags | O_CLOEXEC);
    if (descriptor < 0)
        return cannot(path, "opened");
    const bool synced = ::fsync(descriptor) == 0;
    const int problem = errno;
    ::close(descriptor);
    errno = problem;
    if (!synced)
        return cannot(path, "synced");
    return {};
}

bool writeAll(int descriptor, const char *bytes, qint64 size)
{
    while (size > 0) {
        const ssize_t written = ::write(descriptor, bytes, std::size_t(size));
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        bytes += written;
        size -= written;
    }
    return true;
}

} // namespace

Result<void> sync(const QString &file)
{
    return syncPath(file, O_RDONLY);
}

Result<void> syncDirectory(const QString &directory)
{
    return syncPath(directory, O_RDONLY | O_DIRECTORY);
}

Result<void> rename(const QString &from, const QString &to)
{
    if (std::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) != 0)
        return cannot(to, "made");
    return syncDirectory(parentOf(to));
}

Result<void> copy(const QString &from, const QString &to)
{
    QFile source(from);
    if (!source.open(QIODevice::ReadOnly)) {
        return Error{
            ErrorCode::StorageUnavailable, QStringLiteral("%1 cannot be read: %2").arg(from, source.errorString()), {}};
    }
    const QString partial = to + QStringLiteral(".partial");
    const int descriptor =
        ::open(QFile::encodeName(partial).constData(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return cannot(partial, "made");
    bool isGood = true;
    while (isGood && !source.atEnd()) {
        const QByteArray bytes = source.read(copyBytes);
        isGood = !bytes.isEmpty() && writeAll(descriptor, bytes.constData(), bytes.size());
    }
    isGood = isGood && ::fsync(descriptor) == 0;
    const int problem = errno;
    ::close(descriptor);
    if (!isGood) {
        errno = problem;
        const Error error = cannot(partial, "written");
        ::unlink(QFile::encodeName(partial).constData());
        return error;
    }
    return rename(partial, to);
}

Result<void> writeNew(const QString &file, const QByteArray &content)
{
    const int descriptor = ::open(QFile::encodeName(file).constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (descriptor < 0 && errno == EEXIST)
        return Error{ErrorCode::AlreadyExists, QStringLiteral("%1 is there already").arg(file), {}};
    if (descriptor < 0)
        return cannot(file, "made");
    const bool isGood = writeAll(descriptor, content.constData(), content.size()) && ::fsync(descriptor) == 0;
    const int problem = errno;
    ::close(descriptor);
    if (!isGood) {
        errno = problem;
        const Error error = cannot(file, "written");
        ::unlink(QFile::encodeName(file).constData());
        return error;
    }
    return syncDirectory(parentOf(file));
}

Result<void> replace(const QString &file, const QByteArray &content)
{
    const QString partial = file + QStringLiteral(".partial");
    if (auto removed = remove(partial); !removed)
        return removed;
    if (auto written = writeNew(partial, content); !written)
        return written;
    return rename(partial, file);
}

Result<void> remove(const QString &file)
{
    if (::unlink(QFile::encodeName(file).constData()) != 0 && errno != ENOENT)
        return cannot(file, "removed");
    return {};
}

Result<void> makeDirectory(const QString &directory)
{
    if (QFileInfo(directory).isDir())
        return {};
    const QString parent = parentOf(directory);
    if (!QFileInfo(parent).isDir()) {
        if (auto made = makeDirectory(parent); !made)
            return made;
    }
    if (::mkdir(QFile::encodeName(directory).constData(), 0700) != 0 && errno != EEXIST)
        return cannot(directory, "made");
    return syncDirectory(parent);
}

} // namespace oshaq::durablefile

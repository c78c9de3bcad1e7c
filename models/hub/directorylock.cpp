// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/directorylock.h"

#include <QDir>
#include <QFile>

#include <array>
#include <cerrno>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace oshaq {

namespace {

Error refuse(const QString &message)
{
    return Error{ErrorCode::StorageUnavailable, message, {}};
}

/// " (process 4711)" as the holder wrote it, or nothing.
QString holderOf(int descriptor)
{
    std::array<char, 32> buffer{};
    const ssize_t length = ::pread(descriptor, buffer.data(), buffer.size() - 1, 0);
    const qint64 pid = length > 0 ? QByteArray(buffer.data(), int(length)).trimmed().toLongLong() : 0;
    return pid > 0 ? QStringLiteral(" (process %1)").arg(pid) : QString();
}

} // namespace

Result<std::unique_ptr<DirectoryLock>> DirectoryLock::take(const QString &directory)
{
    const QString path = QDir(directory).filePath(QStringLiteral("hub.lock"));
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return refuse(QStringLiteral("%1 cannot be opened: %2").arg(path, qt_error_string(errno)));
    std::unique_ptr<DirectoryLock> lock(new DirectoryLock(descriptor));
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        const int code = errno;
        if (code != EWOULDBLOCK)
            return refuse(QStringLiteral("%1 cannot be locked: %2").arg(path, qt_error_string(code)));
        return refuse(QStringLiteral("the data directory %1 is in use by another hub%2; one hub at a time may open it")
                          .arg(directory, holderOf(descriptor)));
    }
    // Only for the message above: that it could not be written is no reason to stop.
    const QByteArray pid = QByteArray::number(qint64(::getpid())) + '\n';
    if (::ftruncate(descriptor, 0) == 0)
        static_cast<void>(::pwrite(descriptor, pid.constData(), std::size_t(pid.size()), 0) == pid.size());
    return lock;
}

bool DirectoryLock::isHeld(const QString &directory)
{
    const QString path = QDir(directory).filePath(QStringLiteral("hub.lock"));
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return false;
    const bool held = ::flock(descriptor, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK;
    ::close(descriptor);
    return held;
}

DirectoryLock::~DirectoryLock()
{
    ::close(m_descriptor); // lets the lock go; the file stays, removing it would race with the next holder
}

} // namespace oshaq

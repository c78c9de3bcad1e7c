// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/replicacopies.h"

#include "models/sql/copy.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>

#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace oshaq {

Result<std::shared_ptr<const ReplicaCopy>> ReplicaCopy::make(sql::Database &database, const QString &directory)
{
    const QByteArray id = QByteArray::number(QRandomGenerator::system()->generate64(), 36);
    const QString name = QDir(directory).filePath(QStringLiteral("hub.copy-") + QString::fromLatin1(id));
    const auto copied = sql::copyTo(database, name);
    const int descriptor = ::open(QFile::encodeName(name).constData(), O_RDONLY | O_CLOEXEC);
    const int opened = errno;
    QFile::remove(name);
    if (!copied) {
        if (descriptor >= 0)
            ::close(descriptor);
        return copied.error();
    }
    struct stat status = {};
    if (descriptor < 0 || ::fstat(descriptor, &status) != 0) {
        return Error{ErrorCode::StorageUnavailable,
                     QStringLiteral("%1 cannot be read: %2").arg(name, qt_error_string(opened)),
                     {}};
    }
    return std::shared_ptr<const ReplicaCopy>(new ReplicaCopy(id, descriptor, qint64(status.st_size)));
}

ReplicaCopy::ReplicaCopy(QByteArray id, int descriptor, qint64 size)
    : m_id(std::move(id))
    , m_descriptor(descriptor)
    , m_size(size)
{}

ReplicaCopy::~ReplicaCopy()
{
    ::close(m_descriptor);
}

Result<QByteArray> ReplicaCopy::read(qint64 offset, qint64 length) const
{
    if (offset >= m_size)
        return QByteArray();
    QByteArray bytes(qsizetype(std::min(length, m_size - offset)), Qt::Uninitialized);
    const ssize_t got = ::pread(m_descriptor, bytes.data(), size_t(bytes.size()), off_t(offset));
    if (got != bytes.size()) {
        return Error{ErrorCode::StorageUnavailable,
                     QStringLiteral("a copy of the record cannot be read: %1").arg(qt_error_string(errno)),
                     {}};
    }
    return bytes;
}

void ReplicaCopies::keep(std::shared_ptr<const ReplicaCopy> copy)
{
    const std::lock_guard lock(m_mutex);
    m_copy = std::move(copy);
}

std::shared_ptr<const ReplicaCopy> ReplicaCopies::find(const QByteArray &id) const
{
    const std::lock_guard lock(m_mutex);
    return m_copy && m_copy->id() == id ? m_copy : nullptr;
}

void ReplicaCopies::drop(const QByteArray &id)
{
    const std::lock_guard lock(m_mutex);
    if (m_copy && m_copy->id() == id)
        m_copy.reset();
}

} // namespace oshaq

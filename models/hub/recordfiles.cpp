// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/recordfiles.h"

#include <QFile>

#include <sys/stat.h>

namespace oshaq {

RecordFiles::RecordFiles(const QString &path)
    : m_file(QFile::encodeName(path))
    , m_beside{m_file + "-wal", m_file + "-shm"}
    , m_fileId(identityOf(m_file))
{
    for (std::size_t i = 0; i < m_beside.size(); ++i)
        m_besideIds[i] = identityOf(m_beside[i]);
}

RecordFiles::State RecordFiles::look()
{
    const auto file = identityOf(m_file);
    if (!file)
        return State::FileMissing;
    if (file != m_fileId)
        return State::FileOther;
    State state = State::Same;
    for (std::size_t i = 0; i < m_beside.size(); ++i) {
        const auto now = identityOf(m_beside[i]);
        // SQLite makes them with the first transaction and leaves them until the last connection goes.
        if (!m_besideIds[i])
            m_besideIds[i] = now;
        else if (now != m_besideIds[i])
            state = State::LogOther;
    }
    return state;
}

void RecordFiles::forgetClosed()
{
    for (std::size_t i = 0; i < m_beside.size(); ++i) {
        if (!identityOf(m_beside[i]))
            m_besideIds[i].reset();
    }
}

std::optional<RecordFiles::Identity> RecordFiles::identityOf(const QByteArray &path)
{
    struct stat status = {};
    if (::stat(path.constData(), &status) != 0)
        return std::nullopt;
    return Identity{quint64(status.st_dev), quint64(status.st_ino)};
}

} // namespace oshaq

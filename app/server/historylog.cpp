// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/historylog.h"

#include <utility>

#include <unistd.h>

namespace oshaq {

Result<void> HistoryLog::open(const QString &path)
{
    m_file.setFileName(path);
    bool isTorn = false;
    if (QFile before(path); before.open(QIODevice::ReadOnly) && before.size() > 0) {
        before.seek(before.size() - 1);
        isTorn = before.read(1) != "\n";
    }
    if (!m_file.open(QIODevice::WriteOnly | QIODevice::Append) ||
        !m_file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) || (isTorn && !append({}))) {
        return Error{ErrorCode::StorageUnavailable,
                     QStringLiteral("The history %1 cannot be written: %2.").arg(path, m_file.errorString()),
                     {}};
    }
    return {};
}

void HistoryLog::writeSynced(const QByteArray &json)
{
    if (!append(json) || ::fdatasync(m_file.handle()) != 0)
        fail();
}

void HistoryLog::write(const QByteArray &json)
{
    if (!append(json))
        fail();
}

bool HistoryLog::append(const QByteArray &json)
{
    const QByteArray line = json + '\n';
    return m_file.write(line) == line.size() && m_file.flush();
}

void HistoryLog::fail()
{
    if (const auto failed = std::exchange(m_failed, nullptr))
        failed(QStringLiteral("The history %1 cannot be written: %2.").arg(m_file.fileName(), m_file.errorString()));
}

} // namespace oshaq

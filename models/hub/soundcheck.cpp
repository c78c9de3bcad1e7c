// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/soundcheck.h"

#include "models/runtime/threadrank.h"
#include "models/sql/maintenance.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QStringList>

#include <utility>

namespace oshaq {

namespace {

QString notePath(const QString &directory)
{
    return QDir(directory).filePath(QStringLiteral("hub.unchecked"));
}

} // namespace

bool uncheckednote::exists(const QString &directory)
{
    return QFile::exists(notePath(directory));
}

Result<void> uncheckednote::write(const QString &directory)
{
    QSaveFile file(notePath(directory)); // syncs before it renames
    if (file.open(QIODevice::WriteOnly) && file.commit())
        return {};
    return Error{ErrorCode::StorageUnavailable,
                 QStringLiteral("%1 cannot be written: %2").arg(notePath(directory), file.errorString()),
                 {}};
}

void uncheckednote::remove(const QString &directory)
{
    QFile::remove(notePath(directory));
}

SoundCheck::SoundCheck(OpenReader openReader, std::function<void(const Result<void> &)> done)
    : m_openReader(std::move(openReader))
    , m_done(std::move(done))
{
    setObjectName(QStringLiteral("sound check"));
    start();
}

SoundCheck::~SoundCheck()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
        if (m_reader)
            sql::interrupt(*m_reader);
    }
    wait();
    // QThread::wait() hands over inside Qt, where ThreadSanitizer cannot see it; this lock makes it visible.
    const std::lock_guard lock(m_mutex);
}

void SoundCheck::run()
{
    setThreadRank(ThreadRank::Background);
    const Result<void> found = look();
    if (!isStopping())
        m_done(found);
    const std::lock_guard lock(m_mutex);
    m_reader.reset();
}

Result<void> SoundCheck::look()
{
    auto opened = m_openReader();
    if (!opened)
        return opened.error();
    sql::Database &database = **opened;
    {
        const std::lock_guard lock(m_mutex);
        m_reader = std::move(*opened);
    }
    const auto tables = sql::tableNames(database);
    if (!tables)
        return tables.error();
    for (const QString &table : *tables) {
        if (isStopping())
            break;
        if (auto sound = sql::quickCheck(database, table); !sound)
            return sound;
    }
    return {};
}

bool SoundCheck::isStopping() const
{
    const std::lock_guard lock(m_mutex);
    return m_stopping;
}

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/terminal/durabilitythread.h"

#include "models/sql/maintenance.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <chrono>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace oshaq {

namespace {

QString errnoText(const QString &what, int code)
{
    return QStringLiteral("%1: %2").arg(what, QString::fromLocal8Bit(std::strerror(code)));
}

} // namespace

/// The write-ahead log through a descriptor of our own.
class DurabilityThread::LogFile
{
    Q_DISABLE_COPY_MOVE(LogFile)

public:
    explicit LogFile(const QString &databasePath)
        : m_path(QFile::encodeName(databasePath + QStringLiteral("-wal")))
        , m_directory(QFile::encodeName(QFileInfo(databasePath).absolutePath()))
    {}
    ~LogFile() { close(); }

    /// Empty when the log's bytes are on the disk.
    QString sync()
    {
        // SQLite deletes the log only with its last connection; should something else have replaced it, follow the
        // name.
        struct stat mine = {};
        struct stat named = {};
        const bool isNamed = ::stat(m_path.constData(), &named) == 0;
        if (m_descriptor >= 0 && (::fstat(m_descriptor, &mine) != 0 || !isNamed || mine.st_ino != named.st_ino ||
                                  mine.st_dev != named.st_dev))
            close();
        if (m_descriptor < 0) {
            if (!isNamed)
                return {}; // no log: everything is in the file, which the checkpoint synced
            m_descriptor = ::open(m_path.constData(), O_RDONLY | O_CLOEXEC);
            if (m_descriptor < 0)
                return errnoText(QStringLiteral("the log cannot be opened"), errno);
            // A new file exists after a power cut only once its directory is on the disk.
            const int directory = ::open(m_directory.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
            if (directory >= 0) {
                ::fsync(directory);
                ::close(directory);
            }
        }
        if (::fdatasync(m_descriptor) != 0)
            return errnoText(QStringLiteral("fdatasync of the log failed"), errno);
        return {};
    }

private:
    void close()
    {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
        m_descriptor = -1;
    }

    const QByteArray m_path;
    const QByteArray m_directory;
    int m_descriptor = -1;
};

DurabilityThread::DurabilityThread(Options options, QObject *parent)
    : QThread(parent)
    , m_options(std::move(options))
{
    setObjectName(QStringLiteral("durability"));
}

DurabilityThread::~DurabilityThread()
{
    stop();
}

void DurabilityThread::committed(qint64 logBytes)
{
    {
        const std::lock_guard lock(m_mutex);
        ++m_committed;
        m_logBytes = logBytes;
    }
    m_wake.notify_one();
}

void DurabilityThread::forget()
{
    {
        const std::lock_guard lock(m_mutex);
        m_forget = true;
    }
    m_wake.notify_one();
}

bool DurabilityThread::waitDurable(int timeoutMs)
{
    std::unique_lock lock(m_mutex);
    const quint64 target = m_committed;
    m_done.wait_for(lock, std::chrono::milliseconds(timeoutMs), [&] { return m_tried >= target; });
    return m_durable >= target;
}

quint64 DurabilityThread::durableCount() const
{
    const std::lock_guard lock(m_mutex);
    return m_durable;
}

quint64 DurabilityThread::checkpointCount() const
{
    const std::lock_guard lock(m_mutex);
    return m_checkpoints;
}

void DurabilityThread::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_wake.notify_one();
    wait();
}

void DurabilityThread::run()
{
    // Not before the first commit: the schema is there then, and two connections that open at once could meet in
    // recovery.
    std::unique_ptr<sql::Database> connection;
    LogFile log(m_options.databasePath);
    std::unique_lock lock(m_mutex);
    quint64 forgotten = 0; // commits after which the log was to be cut: what a reader held up is tried after the next
    while (true) {
        const auto hasWork = [this, &forgotten] {
            return m_stop || m_committed != m_tried || (m_forget && forgotten != m_committed);
        };
        bool quiet = false;
        if (m_logBytes >= m_options.checkpointBytes)
            quiet = !m_wake.wait_for(lock, std::chrono::milliseconds(m_options.quietMs), hasWork);
        else
            m_wake.wait(lock, hasWork);

        if (m_committed != m_tried) {
            const quint64 target = m_committed;
            lock.unlock();
            if (!connection) {
                auto opened = sql::Database::open(
                    {m_options.databasePath, sql::Access::ReadWrite, sql::Synchronous::Normal, 5000});
                if (opened)
                    connection = std::move(*opened);
                else
                    report(opened.error().message);
            }
            const QString problem = log.sync();
            bool durable = problem.isEmpty();
            if (durable) {
                m_failing = false;
            } else {
                report(problem);
                // After a failed sync the kernel holds the pages for clean, and the next sync would say that all is
                // well. A checkpoint writes what they contain once more, into the file, and syncs that.
                durable = connection && checkpoint(*connection);
            }
            lock.lock();
            m_tried = target;
            if (durable)
                m_durable = target;
            m_done.notify_all();
        } else if (m_stop) {
            break;
        }

        const bool forgets = m_forget && forgotten != m_committed;
        if (forgets)
            forgotten = m_committed;
        if (connection && !m_stop &&
            (forgets || (quiet && m_committed == m_tried) || m_logBytes >= m_options.checkpointBytesAtMost)) {
            lock.unlock();
            const bool emptied = checkpoint(*connection, forgets);
            lock.lock();
            if (forgets && emptied)
                m_forget = false;
            // What could not be emptied is tried again after the next commit, not in a loop.
            m_logBytes = 0;
            if (emptied)
                ++m_checkpoints;
        }
    }
    lock.unlock();
    connection.reset();
}

bool DurabilityThread::checkpoint(sql::Database &connection, bool truncates)
{
    auto result = sql::checkpoint(connection, truncates ? sql::CheckpointMode::Truncate : sql::CheckpointMode::Passive);
    if (!result) {
        report(result.error().message);
        return false;
    }
    if (!result->complete)
        return false;
    const auto restarted = connection.run(
        QStringLiteral("INSERT INTO meta (key, value) VALUES ('log.restarts', '1') "
                       "ON CONFLICT (key) DO UPDATE SET value = CAST(CAST(value AS INTEGER) + 1 AS TEXT)"));
    if (!restarted) {
        report(restarted.error().message);
        return false;
    }
    return true;
}

void DurabilityThread::report(const QString &problem)
{
    if (!m_failing && m_options.failed)
        m_options.failed(problem);
    m_failing = true;
}

} // namespace oshaq

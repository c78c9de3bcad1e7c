// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/terminal/terminaldatabase.h"

#include "models/sql/migrations.h"
#include "models/sql/transaction.h"
#include "models/terminal/terminalrescue.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLoggingCategory>

#include <cerrno>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace oshaq {

Q_LOGGING_CATEGORY(lcTerminal, "oshaq.terminal")

namespace {

Error storageError(const QString &what, int code)
{
    return Error{ErrorCode::StorageUnavailable,
                 QStringLiteral("%1: %2").arg(what, QString::fromLocal8Bit(std::strerror(code))),
                 {}};
}

/// terminal.db holds the terminal's token: nobody else reads it. SQLite gives the log and its index the file's own
/// mode.
Result<void> ensurePrivateFile(const QString &path)
{
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return storageError(QStringLiteral("%1 cannot be opened").arg(path), errno);
    const bool isPrivate = ::fchmod(descriptor, 0600) == 0;
    const int code = errno;
    ::close(descriptor);
    if (!isPrivate)
        return storageError(QStringLiteral("%1 cannot be made private").arg(path), code);
    return {};
}

} // namespace

/// One process a directory: two outboxes over one file would each know half of what happened.
class TerminalDatabase::Lock
{
    Q_DISABLE_COPY_MOVE(Lock)

public:
    static Result<std::unique_ptr<Lock>> take(const QString &directory)
    {
        const QString path = QDir(directory).filePath(QStringLiteral("terminal.lock"));
        const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
        if (descriptor < 0)
            return storageError(QStringLiteral("%1 cannot be opened").arg(path), errno);
        std::unique_ptr<Lock> lock(new Lock(descriptor));
        if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
            if (errno == EWOULDBLOCK) {
                return Error{ErrorCode::StorageUnavailable,
                             QStringLiteral("the directory %1 is in use by another running program").arg(directory),
                             {}};
            }
            return storageError(QStringLiteral("%1 cannot be locked").arg(path), errno);
        }
        return lock;
    }
    ~Lock() { ::close(m_descriptor); }

private:
    explicit Lock(int descriptor)
        : m_descriptor(descriptor)
    {}
    int m_descriptor;
};

Result<std::unique_ptr<TerminalDatabase>> TerminalDatabase::open(const QString &directory, const Clock &clock)
{
    if (!QFileInfo::exists(directory)) {
        if (!QDir().mkpath(directory))
            return Error{
                ErrorCode::StorageUnavailable, QStringLiteral("the directory %1 cannot be made").arg(directory), {}};
        ::chmod(QFile::encodeName(directory).constData(), 0700);
    }
    std::unique_ptr<TerminalDatabase> database(new TerminalDatabase);
    database->m_path = QDir(directory).absoluteFilePath(QStringLiteral("terminal.db"));
    auto lock = Lock::take(directory);
    if (!lock)
        return lock.error();
    database->m_lock = std::move(*lock);
    if (auto opened = database->openFile(clock); !opened)
        return opened.error();
    if (auto loaded = database->loadMeta(); !loaded)
        return loaded.error();

    database->m_mailbox = std::make_unique<Mailbox>();
    DurabilityThread::Options options;
    options.databasePath = database->m_path;
    options.failed = [self = database.get(), mailbox = database->m_mailbox.get()](const QString &message) {
        mailbox->post([self, message] {
            qCWarning(lcTerminal, "terminal.db is not durable: %ls", qUtf16Printable(message));
            Q_EMIT self->durabilityFailed(message);
        });
    };
    database->m_durability = std::make_unique<DurabilityThread>(std::move(options));
    database->m_durability->start();
    database->m_durability->committed(0); // whatever the opening wrote
    return database;
}

TerminalDatabase::~TerminalDatabase()
{
    m_gauge.reset();
    m_connection.reset();
    if (m_durability)
        m_durability->stop(); // its connection is the last one: it copies the log into the file
}

Result<void> TerminalDatabase::openFile(const Clock &clock)
{
    if (auto made = ensurePrivateFile(m_path); !made)
        return made;
    QString aside;
    if (isDamagedDatabase(m_path)) {
        auto moved = moveAside(m_path, clock.nowMs());
        if (!moved)
            return moved.error();
        aside = *moved;
        qCCritical(lcTerminal, "terminal.db is damaged, kept as %ls", qUtf16Printable(aside));
        if (auto made = ensurePrivateFile(m_path); !made)
            return made;
    }
    auto connection = sql::Database::open({m_path, sql::Access::ReadWrite, sql::Synchronous::Normal, 5000});
    if (!connection)
        return connection.error();
    m_connection = std::move(*connection);
    if (auto version = sql::migrate(*m_connection, QStringLiteral(":/migrations/terminal"), clock.nowMs()); !version)
        return version.error();
    m_gauge = std::make_unique<sql::WalGauge>(*m_connection);
    if (aside.isEmpty())
        return {};

    auto transaction = sql::Transaction::begin(*m_connection, sql::Transaction::Kind::Immediate);
    if (!transaction)
        return transaction.error();
    auto rescued = rescueInto(*m_connection, aside);
    if (!rescued)
        return rescued.error();
    if (auto committed = (*transaction)->commit(); !committed)
        return committed;
    m_openingNote =
        QStringLiteral(
            "This screen's working copy was damaged and has been made anew; the hub fills it again. The damaged "
            "file is kept as %1. ")
            .arg(aside);
    m_openingNote +=
        rescued->complete
            ? QStringLiteral("Commands that had not reached the hub were carried over: %1.").arg(rescued->queued)
            : QStringLiteral("A part of what was done here could not be read. Commands that had not reached the hub "
                             "and were carried "
                             "over: %1. Compare the last tickets with the hub.")
                  .arg(rescued->queued);
    return {};
}

Result<void> TerminalDatabase::loadMeta()
{
    auto rows = m_connection->query(QStringLiteral("SELECT key, value FROM meta"));
    if (!rows)
        return rows.error();
    while (rows->next())
        m_meta[rows->text(0)] = rows->text(1);
    if (rows->failed())
        return Error{
            ErrorCode::StorageUnavailable, QStringLiteral("the settings in %1 cannot be read").arg(m_path), {}};
    return {};
}

Result<void> TerminalDatabase::write(const Work &work)
{
    Q_ASSERT_X(!m_writing, "TerminalDatabase", "nested write");
    auto transaction = sql::Transaction::begin(*m_connection, sql::Transaction::Kind::Immediate);
    if (!transaction)
        return transaction.error();
    m_metaWritten.clear();
    m_writing = true;
    auto done = work(*m_connection);
    m_writing = false;
    if (!done)
        return done;
    // A full disk may have ended the transaction behind a statement that was forgiven.
    if (m_connection->isAutocommit())
        return Error{
            ErrorCode::StorageUnavailable, QStringLiteral("SQLite ended the transaction on %1").arg(m_path), {}};
    if (auto committed = (*transaction)->commit(); !committed)
        return committed;
    for (auto &[key, value] : m_metaWritten)
        m_meta[key] = std::move(value);
    m_durability->committed(m_gauge->bytes());
    return {};
}

QString TerminalDatabase::meta(const QString &key) const
{
    const auto found = m_meta.find(key);
    return found == m_meta.end() ? QString() : found->second;
}

Result<void> TerminalDatabase::writeMeta(const QString &key, const QString &value)
{
    Q_ASSERT_X(m_writing, "TerminalDatabase", "writeMeta() outside write()");
    auto written = m_connection->run(
        QStringLiteral(
            "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value"),
        {key, value});
    if (written)
        m_metaWritten[key] = value;
    return written;
}

Result<void> TerminalDatabase::setMeta(const QString &key, const QString &value)
{
    if (const auto found = m_meta.find(key); found != m_meta.end() && found->second == value)
        return {};
    return write([&](sql::Database &) { return writeMeta(key, value); });
}

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
//
// How the writer's thread opens the record, loses it and gets it back.
#include "models/hub/writerworker.h"

#include "models/hub/replica.h"
#include "models/sql/maintenance.h"

#include <QFile>
#include <QLoggingCategory>

#include <algorithm>
#include <cerrno>

#include <sys/statvfs.h>
#include <unistd.h>

namespace oshaq {

namespace {

Q_LOGGING_CATEGORY(lcRecovery, "oshaq.hub.writer")

constexpr int maxBackoffFactor = 20;

/// quick_check takes about two seconds for a gigabyte that is in memory, during which the hub answers 503. Beyond this
/// size the pause would be felt in the kitchen, and what a failed commit can damage is in the log, whose every frame
/// has a checksum that opening verifies; the whole file is then checked at the next start.
constexpr qint64 checkUpToBytes = 1024LL * 1024 * 1024;

/// While writes fail: how often one is tried although nobody asks.
constexpr std::chrono::seconds probePause(1);
/// Times the first pause: a damaged file is looked at as a whole before it is used, which costs, and mends itself
/// seldom.
constexpr int damagedFactor = 100;
/// A lost log is copied into the file as soon as no reader is in the way.
constexpr int rescueTries = 50;
constexpr unsigned long rescuePauseMs = 20;

} // namespace

Result<std::unique_ptr<sql::Database>> Writer::Worker::openFile() const
{
    // Never makes a file: an empty one in the place of a lost one would take orders.
    sql::OpenOptions options{m_options.path, sql::Access::ReadWrite, m_options.synchronous};
    options.create = false;
    options.keys = m_options.keys;
    return sql::Database::open(options);
}

Result<void> Writer::Worker::openFirst()
{
    auto opened = openFile();
    if (!opened)
        return opened.error();
    connectTo(std::move(*opened));
    m_files.emplace(m_options.path);
    return {};
}

void Writer::Worker::connectTo(std::unique_ptr<sql::Database> opened)
{
    m_connection = std::make_unique<Connection>(std::move(opened), m_options, m_clock, m_epoch);
    m_connection->batch.setCommitWatch([this](bool isCommitting) {
        m_doing = isCommitting ? Doing::Storing : Doing::Working;
        ++m_beats;
    });
}

Result<void> Writer::Worker::openAgain()
{
    auto opened = openFile();
    if (!opened) {
        setTrouble(troubleOfFile());
        return opened.error();
    }
    sql::Database &database = **opened;
    if (const auto state = m_files->look();
        state == RecordFiles::State::LogOther || state == RecordFiles::State::FileOther) {
        stopFor(state);
        return Error{ErrorCode::StorageUnavailable, QStringLiteral("another file is in its place"), {}};
    }

    // After a failed fsync the kernel may call pages clean that never reached the disk. Nothing may be appended to such
    // a log: a later commit behind a hole would be acknowledged and lost with the power. So the whole log goes into the
    // file, which writes and syncs it anew, and the log starts empty; until that succeeds nothing is written.
    database.clearLastError();
    auto emptied = sql::checkpoint(database, sql::CheckpointMode::Truncate);
    if (!emptied) {
        setTrouble(sql::dialect::troubleOf(database.lastErrorCode()));
        return emptied.error();
    }
    if (!emptied->complete)
        return Error{ErrorCode::StorageUnavailable, QStringLiteral("a reader still needs the log that failed"), {}};

    auto size = sql::databaseBytes(database);
    if (!size)
        return size.error();
    if (*size <= checkUpToBytes) {
        if (auto sound = sql::quickCheck(database); !sound) {
            // What SQLite finds wrong it says as a row, and what it cannot read as an error.
            const StorageTrouble trouble = sql::dialect::troubleOf(database.lastErrorCode());
            setTrouble(trouble == StorageTrouble::None ? StorageTrouble::Damaged : trouble);
            return sound;
        }
    } else {
        qCWarning(lcRecovery) << "not checked because of its size, check it at the next start:" << m_options.path;
    }

    auto notice = whatBecameVisible(database);
    if (!notice)
        return notice.error();
    m_unsure.clear();
    if (m_options.replica) {
        const auto position = replicastore::position(database);
        if (!position)
            return position.error();
        m_options.replica->reopened(*position);
    }
    // What else it may have touched nobody knows.
    notice->touched = TouchedRows::everything();
    if (m_listener)
        m_listener(*notice);
    connectTo(std::move(*opened));
    return {};
}

void Writer::Worker::tryOpenAgain()
{
    if (auto opened = openAgain(); !opened) {
        // The connection that was tried is closed, and took its log with it when it was the only one.
        m_files->forgetClosed();
        qCCritical(lcRecovery).noquote() << "the hub cannot write:" << opened.error().message << "- next try in"
                                         << m_backoff.count() << "ms";
        m_nextOpen = SteadyClock::now() + m_backoff;
        if (m_stats.trouble == StorageTrouble::Damaged)
            m_nextOpen = SteadyClock::now() + std::chrono::milliseconds(m_options.reopenBackoffMs) * damagedFactor;
        m_backoff = std::min(m_backoff * 2, std::chrono::milliseconds(m_options.reopenBackoffMs) * maxBackoffFactor);
        return;
    }
    qCWarning(lcRecovery).noquote() << "the hub can write again:" << m_options.path << "was opened and checked";
    {
        const std::lock_guard lock(m_mutex);
        ++m_stats.reopens;
    }
    setWell();
}

StorageTrouble Writer::Worker::troubleOfFile() const
{
    const QByteArray path = QFile::encodeName(m_options.path);
    if (::access(path.constData(), F_OK) != 0 && errno == ENOENT)
        return StorageTrouble::FileGone;
    struct statvfs system = {};
    const bool isReadOnly = ::statvfs(path.constData(), &system) == 0 && (system.f_flag & ST_RDONLY) != 0;
    return isReadOnly || (::access(path.constData(), W_OK) != 0 && errno == EROFS) ? StorageTrouble::DiskReadOnly
                                                                                   : StorageTrouble::DiskFails;
}

void Writer::Worker::setTrouble(StorageTrouble trouble)
{
    const bool isNews = m_stats.available || m_stats.trouble != trouble;
    if (!isNews)
        return;
    {
        const std::lock_guard lock(m_mutex);
        m_stats.available = false;
        m_stats.trouble = trouble;
    }
    if (m_options.replica)
        m_options.replica->setStorage(trouble);
    m_nextProbe = SteadyClock::now() + probePause;
}

void Writer::Worker::setWell()
{
    if (m_stats.available)
        return;
    {
        const std::lock_guard lock(m_mutex);
        m_stats.available = true;
        m_stats.trouble = StorageTrouble::None;
    }
    if (m_options.replica)
        m_options.replica->setStorage(StorageTrouble::None);
}

/// A write that changes nothing and goes all the way: whether there is room again is not to be found out by guests.
void Writer::Worker::probe()
{
    m_nextProbe = SteadyClock::now() + probePause;
    WriteCommand command;
    command.principal.kind = Principal::Kind::System;
    command.requestId = QStringLiteral("probe");
    command.withoutStandby = true;
    command.run = [](WriteContext &context) -> Result<WriteOutcome> {
        if (auto same =
                context.database.run(QStringLiteral("UPDATE hub_state SET created_at = created_at WHERE id = 1"));
            !same)
            return same.error();
        return WriteOutcome{};
    };
    std::vector<WriteCommand> batch;
    batch.push_back(std::move(command));
    process(&batch, false);
}

void Writer::Worker::keepLog()
{
    if (!m_connection || m_connection->log.failure().isEmpty())
        return;
    const QString reason = m_connection->log.failure();
    setTrouble(sql::dialect::troubleOf(m_connection->database->lastErrorCode()));
    loseConnection(reason, {});
}

bool Writer::Worker::isInPlace(const std::map<qint64, qint64> &journalHeads)
{
    const RecordFiles::State state = m_files->look();
    if (state == RecordFiles::State::Same)
        return true;
    if (state == RecordFiles::State::FileMissing) {
        setTrouble(StorageTrouble::FileGone);
        loseConnection(QStringLiteral("it was removed while it was in use"), journalHeads);
        return false;
    }
    const bool isSaved = state == RecordFiles::State::LogOther && rescueLog();
    stopFor(state);
    return isSaved;
}

bool Writer::Worker::rescueLog()
{
    const Storing storing(*this);
    // Whoever has it open can still read it: into the file with it, before anybody is told anything.
    for (int i = 0; i < rescueTries; ++i) {
        const auto copied = sql::checkpoint(*m_connection->database, sql::CheckpointMode::Passive);
        if (!copied)
            return false;
        if (copied->complete)
            return true;
        QThread::msleep(rescuePauseMs);
    }
    return false;
}

void Writer::Worker::stopFor(RecordFiles::State state)
{
    const QString said = (state == RecordFiles::State::LogOther
                              ? QStringLiteral("the log of %1 was removed or replaced while it was in use")
                              : QStringLiteral("%1 was replaced while it was in use"))
                             .arg(m_options.path);
    qCCritical(lcRecovery).noquote() << said << "- nothing is written any more until it is opened anew";
    m_isOver = true;
    setTrouble(StorageTrouble::FileGone);
    // Readers have the former files open: only a new start has all of them look at the same ones.
    if (m_options.mustReopen)
        m_options.mustReopen(said);
}

Result<CommitNotice> Writer::Worker::whatBecameVisible(sql::Database &database) const
{
    CommitNotice notice{m_epoch, {}, {}};
    if (!m_options.lastSeq)
        return notice;
    for (const qint64 business : m_unsure) {
        auto seq = m_options.lastSeq(database, business);
        if (!seq)
            return seq.error();
        if (*seq > 0)
            notice.lastSeq[business] = *seq;
    }
    return notice;
}

void Writer::Worker::loseConnection(const QString &reason, const std::map<qint64, qint64> &journalHeads)
{
    qCCritical(lcRecovery).noquote() << "closing" << m_options.path << "after:" << reason;
    for (const auto &[business, seq] : journalHeads)
        m_unsure.insert(business);
    if (!m_isOver && m_files->look() == RecordFiles::State::LogOther) {
        // What was acknowledged before is in it, too.
        rescueLog();
        stopFor(RecordFiles::State::LogOther);
    }
    m_checkpointsBefore += m_connection->log.checkpoints();
    m_connection.reset();
    m_files->forgetClosed();
    m_nextOpen = SteadyClock::now();
    m_backoff = std::chrono::milliseconds(m_options.reopenBackoffMs);
    const std::lock_guard lock(m_mutex);
    m_stats.available = false;
}

} // namespace oshaq

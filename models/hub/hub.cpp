// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/hub.h"

#include "models/domain/epoch.h"
#include "models/hub/directorylock.h"
#include "models/hub/incarnation.h"
#include "models/hub/invoicenumbers.h"
#include "models/hub/journalcheck.h"
#include "models/hub/journalstore.h"
#include "models/hub/replicastore.h"
#include "models/hub/soundcheck.h"
#include "models/hub/standbyfile.h"
#include "models/hub/upgradecopy.h"
#include "models/sql/maintenance.h"
#include "models/sql/migrations.h"
#include "models/sql/transaction.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLoggingCategory>

#include <algorithm>
#include <cerrno>
#include <limits>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace oshaq {

namespace {

Q_LOGGING_CATEGORY(lcHub, "oshaq.hub")

Error refuse(const QString &message)
{
    return Error{ErrorCode::StorageUnavailable, message, {}};
}

QString databasePathIn(const QString &directory)
{
    return QDir(directory).filePath(QStringLiteral("hub.db"));
}

/// A name in a directory is durable when the directory is.
void syncDirectory(const QString &directory)
{
    const int descriptor = ::open(QFile::encodeName(directory).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0 || ::fsync(descriptor) != 0)
        qCWarning(lcHub).noquote() << "cannot sync the directory" << directory << qt_error_string(errno);
    if (descriptor >= 0)
        ::close(descriptor);
}

Result<void> ensureDirectory(const QString &directory)
{
    const QFileInfo info(directory);
    if (info.isDir())
        return {};
    const QString parent = QFileInfo(info.absoluteFilePath()).absolutePath();
    if (!QDir().mkpath(parent))
        return refuse(QStringLiteral("%1 cannot be made").arg(parent));
    if (::mkdir(QFile::encodeName(directory).constData(), 0700) != 0)
        return refuse(
            QStringLiteral("the data directory %1 cannot be made: %2").arg(directory, qt_error_string(errno)));
    syncDirectory(parent);
    return {};
}

/// Made by us and not by SQLite, so that nobody else can read it at any moment; SQLite gives its log the same mode.
Result<void> ensureFile(const QString &directory, const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    const int descriptor = ::open(name.constData(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (descriptor >= 0) {
        ::close(descriptor);
        syncDirectory(directory);
        return {};
    }
    if (errno != EEXIST)
        return refuse(QStringLiteral("%1 cannot be made: %2").arg(path, qt_error_string(errno)));
    struct stat status = {};
    if (::stat(name.constData(), &status) == 0 && (status.st_mode & 077) != 0) {
        qCWarning(lcHub).noquote() << path << "could be read by others; now it cannot";
        if (::chmod(name.constData(), 0600) != 0)
            return refuse(QStringLiteral("%1 can be read by others, and that cannot be changed: %2")
                              .arg(path, qt_error_string(errno)));
    }
    return {};
}

Result<QString> readEpoch(sql::Database &database)
{
    auto row = database.query(QStringLiteral("SELECT epoch FROM hub_state WHERE id = 1"));
    if (!row)
        return row.error();
    if (!row->next()) {
        if (row->failed())
            return refuse(QStringLiteral("hub_state in %1 cannot be read").arg(database.path()));
        return QString();
    }
    return row->text(0);
}

/// A new epoch above the one in the database and above `term`.
Result<QString> writeEpoch(sql::Database &database, qint64 term, qint64 nowMs)
{
    const auto before = readEpoch(database);
    if (!before)
        return before.error();
    const QString epoch = incarnation::makeEpoch(std::max(termOf(*before), term) + 1);
    if (auto written = database.run(QStringLiteral("REPLACE INTO hub_state (id, epoch, created_at) VALUES (1, ?, ?)"),
                                    {epoch, nowMs});
        !written)
        return written.error();
    if (!before->isEmpty()) {
        // The copy that this one goes on from may be older than what a bank was told.
        if (auto leftOut = invoicenumbers::leaveOut(database); !leftOut)
            return leftOut.error();
    }
    return epoch;
}

Result<bool> holdsBusiness(sql::Database &database)
{
    auto row = database.query(QStringLiteral("SELECT 1 FROM businesses LIMIT 1"));
    if (!row)
        return row.error();
    return row->next();
}

QString damagedText(const Error &found)
{
    return QStringLiteral("%1; restore it from a backup").arg(found.message);
}

/// Opens the file, brings what the log holds into it, and looks at it as a whole when the last end was not a clean one.
/// Of a file that is larger than `checkFirstBytes` only a note is made that it was not looked at.
Result<std::unique_ptr<sql::Database>> openSound(const QString &path, sql::Synchronous synchronous, const Clock &clock,
                                                 const std::shared_ptr<sql::FieldKeys> &keys = {},
                                                 qint64 checkFirstBytes = std::numeric_limits<qint64>::max())
{
    const QString directory = QFileInfo(path).absolutePath();
    // SQLite removes its log when the last connection closes.
    const bool isUnclean = QFile::exists(path + QStringLiteral("-wal"));
    if (isUnclean && !uncheckednote::exists(directory)) {
        if (auto noted = uncheckednote::write(directory); !noted)
            return noted.error();
    }
    sql::OpenOptions options{path, sql::Access::ReadWrite, synchronous};
    options.keys = keys;
    auto opened = sql::Database::open(options);
    if (!opened)
        return opened;
    if (auto emptied = sql::checkpoint(**opened, sql::CheckpointMode::Truncate); !emptied)
        return emptied.error();
    if (isUnclean)
        qCWarning(lcHub).noquote() << path << "was not closed cleanly; recovered";
    if (uncheckednote::exists(directory) && QFileInfo(path).size() <= checkFirstBytes) {
        const qint64 began = clock.monotonicMs();
        if (auto sound = sql::quickCheck(**opened); !sound)
            return refuse(damagedText(sound.error()));
        uncheckednote::remove(directory);
        qCWarning(lcHub).noquote() << path << "was checked in" << clock.monotonicMs() - began << "ms";
    }
    return opened;
}

/// What lay on pages that were freed before fields were sealed and deletions overwritten. Once in a database's life; a
/// failure is no reason not to open.
Result<void> scrub(sql::Database &database, const Clock &clock)
{
    {
        auto state = database.query(QStringLiteral("SELECT scrubbed FROM privacy_state WHERE id = 1"));
        if (!state)
            return state.error();
        if (!state->next() || state->integer(0) != 0)
            return {};
    }
    const qint64 began = clock.monotonicMs();
    if (const auto rewritten = database.run(QStringLiteral("VACUUM")); !rewritten)
        return rewritten;
    if (const auto noted = database.run(QStringLiteral("UPDATE privacy_state SET scrubbed = 1 WHERE id = 1")); !noted)
        return noted;
    if (const auto emptied = sql::checkpoint(database, sql::CheckpointMode::Truncate); !emptied)
        return emptied.error();
    qCInfo(lcHub) << "personal fields are sealed now and the file was rewritten in" << clock.monotonicMs() - began
                  << "ms";
    return {};
}

/// Migrates it, a copy first when there is something to lose.
Result<int> bringUpToDate(sql::Database &database, const QString &directory, const Clock &clock)
{
    const QString folder = QStringLiteral(":/migrations/hub");
    const auto before = sql::schemaVersion(database);
    if (!before)
        return before.error();
    const auto newest = sql::newestSchema(folder);
    if (!newest)
        return newest.error();
    if (*before > 0 && *before < *newest) {
        const auto copy = upgradecopy::make(database, directory, *before, clock.nowMs());
        if (!copy)
            return copy.error();
        qCInfo(lcHub).noquote() << "schema" << *before << "becomes" << *newest << "- a copy of before is" << *copy;
    }
    return sql::migrate(database, folder, clock.nowMs());
}

} // namespace

Hub::Hub(const Clock &clock)
    : m_clock(clock)
    , m_presence(clock.monotonicMs())
{}

Hub::~Hub()
{
    m_soundCheck.reset();
    if (!m_writer)
        return;
    m_writer.reset(); // what is queued is written before the last seqs are noted
    // Not a reader of the hub's, which would leave the log behind.
    sql::OpenOptions options;
    options.path = m_databasePath;
    options.keys = m_fieldKeys;
    if (auto last = sql::Database::open(options))
        incarnation::end(**last, m_directory);
}

QString Hub::fieldKeyFileIn(const QString &directory)
{
    return QDir(directory).filePath(QStringLiteral("personal.key"));
}

bool Hub::exists(const QString &directory)
{
    return QFileInfo(databasePathIn(directory)).isFile();
}

Result<QString> Hub::renewEpoch(const QString &directory, const Clock &clock)
{
    if (!exists(directory))
        return Error{ErrorCode::NotFound, QStringLiteral("there is no hub.db in %1").arg(directory), {}};
    auto lock = DirectoryLock::take(directory);
    if (!lock)
        return lock.error();
    return renewEpochOf(databasePathIn(directory), directory, clock);
}

Result<QString> Hub::renewEpochOf(const QString &databaseFile, const QString &directory, const Clock &clock)
{
    auto database = openSound(databaseFile, sql::Synchronous::Full, clock);
    if (!database)
        return database.error();
    return writeEpoch(**database, incarnation::highestTerm(directory), clock.nowMs());
}

Result<std::unique_ptr<Hub>> Hub::open(const HubOptions &options, const Clock &clock)
{
    std::unique_ptr<Hub> hub(new Hub(clock));
    hub->m_directory = QDir::cleanPath(QFileInfo(options.directory).absoluteFilePath());
    hub->m_databasePath = databasePathIn(hub->m_directory);
    hub->m_secrets = std::make_unique<SecretStore>(hub->m_directory);
    hub->m_fieldKeys = std::make_shared<sql::FieldKeys>(fieldKeyFileIn(hub->m_directory));
    if (auto made = ensureDirectory(hub->m_directory); !made)
        return made.error();
    auto lock = DirectoryLock::take(hub->m_directory);
    if (!lock)
        return lock.error();
    hub->m_lock = std::move(*lock);
    if (auto made = ensureFile(hub->m_directory, hub->m_databasePath); !made)
        return made.error();
    {
        auto opened =
            openSound(hub->m_databasePath, options.synchronous, clock, hub->m_fieldKeys, options.checkFirstBytes);
        if (!opened)
            return opened.error();
        sql::Database &database = **opened;
        const auto version = bringUpToDate(database, hub->m_directory, clock);
        if (!version)
            return version.error();
        if (const auto scrubbed = scrub(database, clock); !scrubbed)
            qCWarning(lcHub).noquote() << "the file is rewritten at the next start:" << scrubbed.error().message;
        auto epoch = readEpoch(database);
        const qint64 highestTerm = incarnation::highestTerm(hub->m_directory);
        if (epoch && epoch->isEmpty())
            epoch = writeEpoch(database, highestTerm, clock.nowMs());
        if (!epoch)
            return epoch.error();
        const auto standby = standbyfile::settle(hub->m_directory, *epoch);
        if (!standby)
            return standby.error();
        if (*standby && !options.standby) {
            return refuse(QStringLiteral("%1 is the standby of %2. It becomes the hub when a manager promotes it.")
                              .arg(hub->m_directory, (*standby)->hubUrl));
        }
        const auto state = replicastore::state(database);
        if (!state)
            return state.error();
        const auto hasRecord = holdsBusiness(database);
        if (!hasRecord)
            return hasRecord.error();
        const bool isStandby = options.standby && (*standby || !*hasRecord || !state->fencedBy.isEmpty());
        if (isStandby && !*standby) {
            if (auto written = standbyfile::write(hub->m_directory, {options.followedUrl, {}}); !written)
                return written.error();
        }
        const auto ours = incarnation::isOurs(database, hub->m_directory);
        if (!ours)
            return ours.error();
        // A standby's database is another copy by its nature.
        if (!*ours && !isStandby) {
            qCWarning(lcHub).noquote() << hub->m_databasePath
                                       << "is not the database that this directory ran last: a new epoch begins";
            epoch = writeEpoch(database, highestTerm, clock.nowMs());
            if (!epoch)
                return epoch.error();
        }
        if (auto begun = incarnation::begin(database, hub->m_directory); !begun)
            return begun.error();
        if (auto noted = replicastore::noteSchema(database, *version); !noted)
            return noted.error();
        if (options.archived) {
            if (auto set = replicastore::setArchived(database, *options.archived); !set)
                return set.error();
        }
        const auto archived = replicastore::isArchived(database);
        if (!archived)
            return archived.error();
        const auto position = replicastore::position(database);
        if (!position)
            return position.error();
        // Nobody's dinner waits for it: what is wrong with it is an alarm and no reason to stay closed.
        if (auto sound = journalcheck::tails(database); !sound) {
            hub->m_journalProblem = sound.error().message;
            qCCritical(lcHub).noquote() << hub->m_journalProblem << "- \"oshaqd check\" looks at all of it";
        }
        const ReplicaRole role = isStandby                   ? ReplicaRole::Standby
                                 : state->fencedBy.isEmpty() ? ReplicaRole::Hub
                                                             : ReplicaRole::Fenced;
        hub->m_replica = std::make_unique<Replica>(clock, options.replica);
        hub->m_replica->restore(role, *state, *epoch, *position, *version);
        hub->m_replica->setArchived(*archived);
    }
    WriterOptions writerOptions;
    writerOptions.path = hub->m_databasePath;
    writerOptions.synchronous = options.synchronous;
    writerOptions.maxBatch = options.maxBatch;
    writerOptions.lastSeq = &journalstore::lastSeq;
    writerOptions.replica = hub->m_replica.get();
    writerOptions.keys = hub->m_fieldKeys;
    writerOptions.mustReopen = options.mustReopen;
    auto writer = Writer::start(writerOptions, clock, hub->epoch(),
                                [self = hub.get()](const CommitNotice &notice) { self->notifyListeners(notice); });
    if (!writer)
        return writer.error();
    hub->m_writer = std::move(*writer);
    if (uncheckednote::exists(hub->m_directory))
        hub->checkWhileWorking();
    return hub;
}

void Hub::checkWhileWorking()
{
    const qint64 began = m_clock.monotonicMs();
    m_soundCheck =
        std::make_unique<SoundCheck>([this] { return openReader(); },
                                     [this, began](const Result<void> &sound) {
                                         if (sound) {
                                             uncheckednote::remove(m_directory);
                                             qCWarning(lcHub).noquote() << m_databasePath << "was checked in"
                                                                        << m_clock.monotonicMs() - began << "ms";
                                             return;
                                         }
                                         // The note stays: the next start looks again.
                                         const QString text = damagedText(sound.error());
                                         qCCritical(lcHub).noquote() << text << "- no write is taken any more";
                                         m_replica->stopWrites(text);
                                     });
}

Result<std::unique_ptr<sql::Database>> Hub::openReader() const
{
    sql::OpenOptions options;
    options.path = m_databasePath;
    options.keys = m_fieldKeys;
    // The log is the writer's: one that opens its file again after a failure must find it as it was left.
    options.leavesLog = true;
    auto opened = sql::Database::open(options);
    // Readers see pages that the writer may not look at for hours.
    if (opened) {
        (*opened)->watchDamage([this] {
            if (m_writer)
                m_writer->suspectDamage();
        });
    }
    return opened;
}

int Hub::addCommitListener(std::function<void(const CommitNotice &)> listener)
{
    const std::lock_guard lock(m_listenersMutex);
    m_listeners.emplace(m_nextListener, std::move(listener));
    return m_nextListener++;
}

void Hub::removeCommitListener(int handle)
{
    const std::lock_guard lock(m_listenersMutex);
    m_listeners.erase(handle);
}

void Hub::notifyListeners(const CommitNotice &notice)
{
    // Held while they run: that is what makes removeCommitListener() final.
    const std::lock_guard lock(m_listenersMutex);
    for (const auto &[handle, listener] : m_listeners)
        listener(notice);
}

} // namespace oshaq

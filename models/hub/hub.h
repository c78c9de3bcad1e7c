// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/catalog.h"
#include "models/domain/result.h"
#include "models/hub/backupboard.h"
#include "models/hub/hubalarms.h"
#include "models/hub/integrationboard.h"
#include "models/hub/noticeboard.h"
#include "models/hub/replica.h"
#include "models/hub/screenpresence.h"
#include "models/hub/secretstore.h"
#include "models/hub/signinfailures.h"
#include "models/hub/writer.h"
#include "models/runtime/clock.h"
#include "models/sql/database.h"

#include <QString>

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>

namespace oshaq {

struct HubOptions
{
    QString directory; ///< holds hub.db and hub.lock
    sql::Synchronous synchronous = sql::Synchronous::Full;
    int maxBatch = 256;
    /// Opens the directory as a standby, for a follower to bring it up to date: an empty one, a standby's, or that of a
    /// hub that was fenced. One that was promoted, or is any other hub's, goes on as a hub: Replica::role() tells.
    /// Without this the directory of a standby is refused.
    bool standby = false;
    QString followedUrl = {}; ///< with `standby`: where its hub is, for people
    ReplicaOptions replica = {};
    /// Whether changes are recorded for backups; nothing: as the last one who said so.
    std::optional<bool> archived = {};
    /// After an unclean end a file of up to so many bytes is looked at before the hub opens; a larger one, which would
    /// take longer than a second, while it works.
    qint64 checkFirstBytes = 256 * 1024 * 1024;
    /// As of WriterOptions::mustReopen: this hub takes no writes any more; make a new one.
    std::function<void(const QString &why)> mustReopen = {};
};

class DirectoryLock;
class SoundCheck;

/// The system of record of one site. Opening it: locks the directory (a second process is refused), migrates, refuses a
/// newer schema, starts the writer.
///
/// open() makes a missing directory (0700) and a missing hub.db (0600), and refuses with StorageUnavailable and a
/// message for people: a directory in use, a file that is not a database or belongs to another program, a newer schema,
/// a file that does not read back its pragmas, and after an unclean end a file that does not pass quick_check. A large file is
/// looked at while the hub works: until it was, every start looks again, and when it is damaged no write is taken any
/// more. The lock goes with the process, however it ends. A hub.db that is another copy than the one that ran here last gets a new
/// epoch. Destroying the hub finishes what is queued; its readers should be closed before.
class Hub
{
    Q_DISABLE_COPY_MOVE(Hub)

public:
    /// Where the keys of personal fields are (see sql::FieldKeys).
    static QString fieldKeyFileIn(const QString &directory);

    /// True when the directory holds a hub.db.
    static bool exists(const QString &directory);

    /// Gives a hub that is not running a new epoch: after a restore, or when its file was copied. Its term is higher
    /// than any that ran in this directory. Every cursor of the old epoch is answered CursorGone from then on. Returns
    /// the new epoch.
    static Result<QString> renewEpoch(const QString &directory, const Clock &clock);

    /// The same for a file that is to become a hub.db of `directory`, by somebody who holds its lock.
    static Result<QString> renewEpochOf(const QString &databaseFile, const QString &directory, const Clock &clock);

    static Result<std::unique_ptr<Hub>> open(const HubOptions &options, const Clock &clock);
    ~Hub();

    Writer &writer() { return *m_writer; }
    /// What every screen must be told now, and which screens there are. Thread-safe.
    HubAlarms &alarms() { return m_alarms; }
    ScreenPresence &presence() { return m_presence; }
    SignInFailures &signInFailures() { return m_signInFailures; }
    /// What integrations know the other sides by, and how they are doing. Both thread-safe.
    SecretStore &secrets() { return *m_secrets; }
    /// Of phones, addresses and their like in this hub's database. Thread-safe.
    sql::FieldKeys &fieldKeys() { return *m_fieldKeys; }
    IntegrationBoard &integrations() { return m_integrations; }
    /// Where the outbox of messages meets open pages and screens. Thread-safe.
    NoticeBoard &notices() { return m_notices; }
    /// How the backups are doing. Thread-safe.
    BackupBoard &backups() { return m_backups; }
    /// What the look at the end of the journal found at the start; empty: it is whole.
    const QString &journalProblem() const { return m_journalProblem; }
    const Clock &clock() const { return m_clock; }
    /// By value: solo and a promotion change it while the hub runs.
    QString epoch() const { return m_replica->epoch(); }
    Replica &replica() { return *m_replica; }
    const QString &directory() const { return m_directory; }

    /// A read-only connection for the calling thread.
    Result<std::unique_ptr<sql::Database>> openReader() const;

    /// Listeners hear of every commit, on the writer thread, before any answer of that commit. Returns a handle for
    /// remove. They must be quick and must not add or remove listeners. Thread-safe.
    int addCommitListener(std::function<void(const CommitNotice &)> listener);
    /// When this returns the listener does not run and will not run again.
    void removeCommitListener(int handle);

private:
    explicit Hub(const Clock &clock);
    void notifyListeners(const CommitNotice &notice);
    void checkWhileWorking();

    const Clock &m_clock;
    QString m_directory;
    QString m_databasePath;
    std::unique_ptr<DirectoryLock> m_lock;
    std::unique_ptr<Replica> m_replica;
    std::mutex m_listenersMutex;
    std::map<int, std::function<void(const CommitNotice &)>> m_listeners;
    int m_nextListener = 1;
    HubAlarms m_alarms;
    ScreenPresence m_presence;
    SignInFailures m_signInFailures;
    std::unique_ptr<SecretStore> m_secrets;
    std::shared_ptr<sql::FieldKeys> m_fieldKeys;
    IntegrationBoard m_integrations;
    NoticeBoard m_notices;
    BackupBoard m_backups;
    QString m_journalProblem;
    std::unique_ptr<SoundCheck> m_soundCheck;
    std::unique_ptr<Writer> m_writer; ///< last: it is joined before the rest goes
};

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/runtime/clock.h"
#include "models/runtime/mailbox.h"
#include "models/sql/database.h"
#include "models/sql/maintenance.h"
#include "models/terminal/durabilitythread.h"

#include <QObject>
#include <QString>

#include <functional>
#include <map>
#include <memory>

namespace oshaq {

/// DIR/terminal.db: the one connection of the GUI thread, its schema, and the thread that makes commits durable.
///
/// A damaged file is moved aside (never deleted), a new one is made, and the outbox and the settings that can still be
/// read are carried over; openingNote() then says so. A file of a newer program, and a directory that another process
/// uses, are refused. GUI thread.
class TerminalDatabase final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TerminalDatabase)

public:
    using Work = std::function<Result<void>(sql::Database &)>;

    static Result<std::unique_ptr<TerminalDatabase>> open(const QString &directory, const Clock &clock);
    ~TerminalDatabase() override;

    sql::Database &connection() { return *m_connection; }

    /// Runs `work` in one immediate transaction; commits when it succeeds and hands the commit to the durability
    /// thread. Nothing of a failed one stays. Not nested.
    Result<void> write(const Work &work);

    /// Small named values (credentials, cursor). Read from memory; empty when there is none.
    QString meta(const QString &key) const;
    /// Inside write()'s work; memory follows with the commit.
    Result<void> writeMeta(const QString &key, const QString &value);
    /// A transaction of its own.
    Result<void> setMeta(const QString &key, const QString &value);

    /// Empty, or what a person should know about the opening: English.
    const QString &openingNote() const { return m_openingNote; }

    DurabilityThread &durability() { return *m_durability; }
    const QString &path() const { return m_path; }

Q_SIGNALS:
    /// A sync or a checkpoint failed (full or failing disk): what was done may not survive a power cut. English.
    void durabilityFailed(const QString &message);

private:
    TerminalDatabase() = default;
    Result<void> openFile(const Clock &clock);
    Result<void> loadMeta();

    class Lock;
    QString m_path;
    QString m_openingNote;
    std::unique_ptr<Lock> m_lock;
    std::unique_ptr<Mailbox> m_mailbox;
    std::unique_ptr<DurabilityThread> m_durability;
    std::unique_ptr<sql::Database> m_connection;
    std::unique_ptr<sql::WalGauge> m_gauge;
    std::map<QString, QString> m_meta;
    std::map<QString, QString> m_metaWritten; // in the running transaction
    bool m_writing = false;
};

} // namespace oshaq

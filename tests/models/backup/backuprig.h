// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/backup/backupkeeper.h"
#include "models/backup/recordcheck.h"
#include "models/hub/hub.h"
#include "tests/support/fakeclock.h"

#include <QRandomGenerator>
#include <QTemporaryDir>

#include <memory>

namespace oshaq::test {

/// A hub with one business and two dishes whose time only the test moves, a folder for its backups and a key.
class BackupRig
{
    Q_DISABLE_COPY_MOVE(BackupRig)

public:
    explicit BackupRig(quint32 seed);
    ~BackupRig();

    /// What went wrong; empty: nothing.
    QString open();
    void close();
    bool isOpen() const { return m_hub != nullptr; }

    Hub &hub() { return *m_hub; }
    FakeClock &clock() { return m_clock; }
    QString data() const { return m_directory.filePath(QStringLiteral("data")); }
    QString folder() const { return m_directory.filePath(QStringLiteral("backups")); }
    QString scratch(const char *name) const { return m_directory.filePath(QLatin1String(name)); }
    const std::shared_ptr<BackupSecret> &secret() const { return m_secret; }
    BackupOptions options() const;

    /// One write of some kind: an order of some lines, a dish that is off, a flag. Time passes before it.
    QString writeSomething();
    /// SHA-256 over all rows of the hub as it is now; empty: it cannot be read.
    QByteArray digest();
    qint64 number(const QString &sql);

private:
    Result<WriteOutcome> write(std::function<Result<WriteOutcome>(WriteContext &)> run);

    QTemporaryDir m_directory;
    FakeClock m_clock;
    QRandomGenerator m_random;
    std::unique_ptr<Hub> m_hub;
    std::shared_ptr<BackupSecret> m_secret;
    qint64 m_businessId = 0;
    std::vector<qint64> m_items;
};

/// The digest of a file; empty: it cannot be read.
QByteArray digestOfFile(const QString &file);

} // namespace oshaq::test

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/backup/backupplan.h"

#include <QString>

#include <functional>
#include <vector>

namespace oshaq {

/// How far something is that takes a while: what it is doing, and percent of that. Called on the thread that does it.
using BackupProgress = std::function<void(const QString &doing, int percent)>;

/// A place where backup files are kept. Its calls wait and belong to one thread. Errors are words for people.
class BackupTarget
{
public:
    struct Entry
    {
        BackupName name;
        qint64 bytes = 0;
    };

    virtual ~BackupTarget() = default;

    /// For people and logs: no secrets.
    virtual QString title() const = 0;
    /// The backups that are there, whole ones only; what is no backup is left out.
    virtual Result<std::vector<Entry>> list() = 0;
    /// Durable when it returns. The same name again replaces the file.
    /// The head of a file, as far as it can be told without the key.
    virtual Result<BackupHead> head(const BackupName &name);
    virtual Result<void> put(const QString &file, const BackupName &name) = 0;
    virtual Result<void> get(const BackupName &name, const QString &file) = 0;
    /// Nothing when it is not there.
    virtual Result<void> remove(const BackupName &name) = 0;
};

/// A folder: of this disk, another disk or a mounted share.
class FolderTarget final : public BackupTarget
{
public:
    explicit FolderTarget(QString folder);

    QString title() const override { return m_folder; }
    Result<std::vector<Entry>> list() override;
    Result<BackupHead> head(const BackupName &name) override;
    Result<void> put(const QString &file, const BackupName &name) override;
    Result<void> get(const BackupName &name, const QString &file) override;
    Result<void> remove(const BackupName &name) override;

private:
    QString pathOf(const BackupName &name) const;
    const QString m_folder;
};

std::vector<BackupName> namesOf(const std::vector<BackupTarget::Entry> &entries);

} // namespace oshaq

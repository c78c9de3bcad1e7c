// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backup/backuptarget.h"

#include "models/backup/backupfile.h"
#include "models/backup/durablefile.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QTemporaryDir>

namespace oshaq {

Result<BackupHead> BackupTarget::head(const BackupName &name)
{
    QTemporaryDir scratch;
    const QString file = scratch.filePath(name.text());
    if (auto got = get(name, file); !got)
        return got.error();
    return BackupReader::headOf(file);
}

FolderTarget::FolderTarget(QString folder)
    : m_folder(QDir::cleanPath(QFileInfo(folder).absoluteFilePath()))
{}

QString FolderTarget::pathOf(const BackupName &name) const
{
    return QDir(m_folder).filePath(name.text());
}

Result<std::vector<BackupTarget::Entry>> FolderTarget::list()
{
    std::vector<Entry> entries;
    const QFileInfo folder(m_folder);
    if (folder.exists() && !(folder.isDir() && folder.isReadable()))
        return Error{ErrorCode::StorageUnavailable, QStringLiteral("the folder %1 cannot be read").arg(m_folder), {}};
    QDirIterator files(m_folder, QDir::Files);
    while (files.hasNext()) {
        files.next();
        if (const auto name = BackupName::fromText(files.fileName()))
            entries.push_back({*name, files.fileInfo().size()});
    }
    return entries;
}

Result<BackupHead> FolderTarget::head(const BackupName &name)
{
    return BackupReader::headOf(pathOf(name));
}

Result<void> FolderTarget::put(const QString &file, const BackupName &name)
{
    if (auto made = durablefile::makeDirectory(m_folder); !made)
        return made;
    return durablefile::copy(file, pathOf(name));
}

Result<void> FolderTarget::get(const BackupName &name, const QString &file)
{
    return durablefile::copy(pathOf(name), file);
}

Result<void> FolderTarget::remove(const BackupName &name)
{
    return durablefile::remove(pathOf(name));
}

std::vector<BackupName> namesOf(const std::vector<BackupTarget::Entry> &entries)
{
    std::vector<BackupName> names;
    for (const BackupTarget::Entry &entry : entries)
        names.push_back(entry.name);
    return names;
}

} // namespace oshaq

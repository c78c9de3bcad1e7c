// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backup/backupspool.h"

#include "models/backup/durablefile.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cerrno>

#include <unistd.h>

namespace oshaq {

namespace {

constexpr qint64 maxStreamBytes = 64 * 1024;

QString streamFile(const QString &folder)
{
    return QDir(folder).filePath(QStringLiteral("stream.json"));
}

} // namespace

BackupSpool::BackupSpool(QString folder, std::vector<std::shared_ptr<BackupTarget>> targets, qint64 maxBytes)
    : m_folder(std::move(folder))
    , m_targets(std::move(targets))
    , m_maxBytes(maxBytes)
{}

QString BackupSpool::workshop() const
{
    return QDir(m_folder).filePath(QStringLiteral("new"));
}

QString BackupSpool::folderOf(std::size_t target) const
{
    const QByteArray hash = QCryptographicHash::hash(m_targets[target]->title().toUtf8(), QCryptographicHash::Sha256);
    return QDir(m_folder).filePath(QStringLiteral("to-") + QString::fromLatin1(hash.toHex().left(12)));
}

Result<void> BackupSpool::open()
{
    // What was not finished is made again.
    QDir(workshop()).removeRecursively();
    if (auto made = durablefile::makeDirectory(workshop()); !made)
        return made;
    for (std::size_t i = 0; i < m_targets.size(); ++i) {
        if (auto made = durablefile::makeDirectory(folderOf(i)); !made)
            return made;
    }
    return {};
}

Result<BackupStream> BackupSpool::stream() const
{
    QFile file(streamFile(m_folder));
    BackupStream stream;
    if (!file.open(QIODevice::ReadOnly))
        return stream;
    const QJsonObject json = QJsonDocument::fromJson(file.read(maxStreamBytes)).object();
    const auto number = [&json](const char *name) { return json.value(QLatin1String(name)).toString().toLongLong(); };
    const auto bytes = [&json](const char *name) {
        return QByteArray::fromHex(json.value(QLatin1String(name)).toString().toLatin1());
    };
    stream.chain = json.value(QLatin1String("chain")).toString();
    stream.epoch = json.value(QLatin1String("epoch")).toString();
    stream.last = number("last");
    stream.lastMs = number("last_ms");
    stream.fullPosition = number("full_position");
    stream.fullMs = number("full_ms");
    stream.checkMs = number("check_ms");
    stream.recipe.from =
        json.value(QLatin1String("passphrase")).toBool() ? KeyRecipe::From::Passphrase : KeyRecipe::From::KeyFile;
    stream.recipe.salt = bytes("salt");
    stream.recipe.check = bytes("check");
    stream.recipe.opsLimit = number("ops");
    stream.recipe.memoryBytes = number("memory");
    return stream;
}

Result<void> BackupSpool::setStream(const BackupStream &stream)
{
    const auto number = [](qint64 value) { return QJsonValue(QString::number(value)); };
    const auto hex = [](const QByteArray &bytes) { return QJsonValue(QString::fromLatin1(bytes.toHex())); };
    const QJsonObject json{{QStringLiteral("chain"), stream.chain},
                           {QStringLiteral("epoch"), stream.epoch},
                           {QStringLiteral("last"), number(stream.last)},
                           {QStringLiteral("last_ms"), number(stream.lastMs)},
                           {QStringLiteral("full_position"), number(stream.fullPosition)},
                           {QStringLiteral("full_ms"), number(stream.fullMs)},
                           {QStringLiteral("check_ms"), number(stream.checkMs)},
                           {QStringLiteral("passphrase"), stream.recipe.from == KeyRecipe::From::Passphrase},
                           {QStringLiteral("salt"), hex(stream.recipe.salt)},
                           {QStringLiteral("check"), hex(stream.recipe.check)},
                           {QStringLiteral("ops"), number(stream.recipe.opsLimit)},
                           {QStringLiteral("memory"), number(stream.recipe.memoryBytes)}};
    return durablefile::replace(streamFile(m_folder), QJsonDocument(json).toJson(QJsonDocument::Compact) + '\n');
}

std::vector<BackupName> BackupSpool::filesOf(std::size_t target) const
{
    std::vector<BackupName> names;
    const QStringList files = QDir(folderOf(target)).entryList(QDir::Files, QDir::Name);
    for (const QString &file : files) {
        if (const auto name = BackupName::fromText(file))
            names.push_back(*name);
    }
    return names;
}

Result<void> BackupSpool::enqueue(const BackupName &name)
{
    const QString made = QDir(workshop()).filePath(name.text());
    for (std::size_t i = 0; i < m_targets.size(); ++i) {
        const QString place = QDir(folderOf(i)).filePath(name.text());
        const int linked = ::link(QFile::encodeName(made).constData(), QFile::encodeName(place).constData());
        if (linked != 0 && errno != EEXIST) {
            if (auto copied = durablefile::copy(made, place); !copied)
                return copied;
        }
        if (auto synced = durablefile::syncDirectory(folderOf(i)); !synced)
            return synced;
        qint64 bytes = 0;
        const auto files = filesOf(i);
        for (const BackupName &file : files)
            bytes += QFileInfo(QDir(folderOf(i)).filePath(file.text())).size();
        if (bytes <= m_maxBytes || files.size() < 2)
            continue;
        m_overflowed = true;
        for (const BackupName &file : files) {
            if (auto removed = durablefile::remove(QDir(folderOf(i)).filePath(file.text())); !removed)
                return removed;
        }
    }
    return durablefile::remove(made);
}

Result<void> BackupSpool::deliver(std::size_t target)
{
    for (const BackupName &name : filesOf(target)) {
        const QString file = QDir(folderOf(target)).filePath(name.text());
        if (auto put = m_targets[target]->put(file, name); !put)
            return put;
        if (auto removed = durablefile::remove(file); !removed)
            return removed;
    }
    return {};
}

BackupSpool::Waiting BackupSpool::waiting() const
{
    Waiting waiting;
    for (std::size_t i = 0; i < m_targets.size(); ++i) {
        for (const BackupName &name : filesOf(i)) {
            ++waiting.files;
            waiting.oldestMs = waiting.oldestMs == 0 ? name.toMs : std::min(waiting.oldestMs, name.toMs);
        }
    }
    return waiting;
}

} // namespace oshaq

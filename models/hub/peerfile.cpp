// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/peerfile.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace oshaq::peerfile {

namespace {

constexpr qint64 maxBytes = 64 * 1024;

QString pathIn(const QString &directory)
{
    return QDir(directory).filePath(QStringLiteral("hub.peer"));
}

} // namespace

Result<std::optional<PeerFile>> read(const QString &directory)
{
    QFile file(pathIn(directory));
    if (!file.exists())
        return std::optional<PeerFile>();
    const QJsonObject json =
        file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.read(maxBytes)).object() : QJsonObject();
    PeerFile peer{json.value(QLatin1String("url")).toString(), json.value(QLatin1String("token")).toString(),
                  json.value(QLatin1String("ca")).toString()};
    if (peer.url.isEmpty() || peer.token.isEmpty()) {
        return Error{ErrorCode::StorageUnavailable,
                     QStringLiteral("%1 does not say where the other hub of this site is").arg(file.fileName()),
                     {}};
    }
    return std::optional(peer);
}

Result<void> write(const QString &directory, const PeerFile &peer)
{
    QSaveFile file(pathIn(directory));
    const QJsonObject json{
        {QStringLiteral("url"), peer.url}, {QStringLiteral("token"), peer.token}, {QStringLiteral("ca"), peer.caFile}};
    if (file.open(QIODevice::WriteOnly)) {
        file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
        file.write(QJsonDocument(json).toJson(QJsonDocument::Compact) + '\n');
        if (file.commit())
            return {};
    }
    return Error{ErrorCode::StorageUnavailable,
                 QStringLiteral("%1 cannot be written: %2").arg(file.fileName(), file.errorString()),
                 {}};
}

} // namespace oshaq::peerfile

// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/joinedhub.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QSettings>

namespace oshaq {

namespace {

constexpr QLatin1String urlKey("hub/url");

QString fileIn(const QString &dataDirectory)
{
    return QDir(dataDirectory).filePath(QStringLiteral("screen.ini"));
}

} // namespace

std::optional<QString> joinedhub::url(const QString &dataDirectory)
{
    if (!QFile::exists(fileIn(dataDirectory)))
        return std::nullopt;
    const QString url = QSettings(fileIn(dataDirectory), QSettings::IniFormat).value(urlKey).toString();
    return url.isEmpty() ? std::nullopt : std::optional(url);
}

QString joinedhub::terminalDirectory(const QString &dataDirectory)
{
    return QDir(dataDirectory).filePath(QStringLiteral("screen"));
}

QString joinedhub::standbyDirectory(const QString &dataDirectory)
{
    return QDir(dataDirectory).filePath(QStringLiteral("standby"));
}

Result<QString> joinedhub::writeAuthority(const QString &dataDirectory, const QByteArray &pem)
{
    if (pem.isEmpty())
        return QString();
    const QString path = QDir(terminalDirectory(dataDirectory)).filePath(QStringLiteral("hub-ca.pem"));
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(pem) != pem.size() || !file.commit())
        return Error{ErrorCode::StorageUnavailable, QStringLiteral("%1 cannot be written").arg(path), {}};
    return path;
}

Result<void> joinedhub::remember(const QString &dataDirectory, const QString &url)
{
    QSettings file(fileIn(dataDirectory), QSettings::IniFormat);
    file.setValue(urlKey, url);
    file.sync();
    if (file.status() != QSettings::NoError) {
        return Error{
            ErrorCode::StorageUnavailable, QStringLiteral("%1 cannot be written").arg(fileIn(dataDirectory)), {}};
    }
    return {};
}

} // namespace oshaq

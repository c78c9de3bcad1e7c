// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/statistics/statisticsfiles.h"

#include <QDir>
#include <QStandardPaths>

namespace oshaq {

QString filesFolder()
{
    const QString downloads = QStandardPaths::writableLocation(QStandardPaths::DownloadLocation);
    return downloads.isEmpty() ? QDir::homePath() : downloads;
}

QString freeFilePath(const QString &folder, const QString &stem, const QString &suffix)
{
    const QDir directory(folder);
    directory.mkpath(QStringLiteral("."));
    QString name = QStringLiteral("%1.%2").arg(stem, suffix);
    for (int number = 2; directory.exists(name); ++number)
        name = QStringLiteral("%1-%2.%3").arg(stem).arg(number).arg(suffix);
    return directory.absoluteFilePath(name);
}

QString plainFileStem(const QString &typed)
{
    constexpr int longest = 120;
    QString plain;
    for (const QChar letter : typed.simplified()) {
        if (letter.unicode() >= u' ' && !QStringLiteral("/\\:*?\"<>|").contains(letter))
            plain += letter;
    }
    while (plain.startsWith(QLatin1Char('.')))
        plain.remove(0, 1);
    return plain.left(longest).trimmed();
}

} // namespace oshaq

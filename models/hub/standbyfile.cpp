// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/standbyfile.h"

#include "models/domain/epoch.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLoggingCategory>
#include <QSaveFile>

#include <cerrno>

#include <fcntl.h>
#include <unistd.h>

namespace oshaq::standbyfile {

namespace {

Q_LOGGING_CATEGORY(lcStandby, "oshaq.hub.standby")

constexpr qint64 maxBytes = 64 * 1024;

QString pathIn(const QString &directory)
{
    return QDir(directory).filePath(QStringLiteral("hub.standby"));
}

Error cannot(const QString &path, const char *what, const QString &why)
{
    return Error{ErrorCode::StorageUnavailable,
                 QStringLiteral("%1 cannot be %2: %3").arg(path, QLatin1String(what), why),
                 {}};
}

} // namespace

Result<std::optional<StandbyFile>> read(const QString &directory)
{
    QFile file(pathIn(directory));
    if (!file.exists())
        return std::optional<StandbyFile>();
    if (!file.open(QIODevice::ReadOnly))
        return cannot(file.fileName(), "read", file.errorString());
    // Whatever it holds: that it is there is what counts.
    const QJsonObject json = QJsonDocument::fromJson(file.read(maxBytes)).object();
    return std::optional(StandbyFile{json.value(QLatin1String("hub")).toString(),
                                     json.value(QLatin1String("epoch")).toString()});
}

Result<void> write(const QString &directory, const StandbyFile &standby)
{
    QSaveFile file(pathIn(directory));
    const QJsonObject json{{QStringLiteral("hub"), standby.hubUrl}, {QStringLiteral("epoch"), standby.epoch}};
    if (file.open(QIODevice::WriteOnly)) {
        file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
        file.write(QJsonDocument(json).toJson(QJsonDocument::Compact) + '\n');
        if (file.commit())
            return {};
    }
    return cannot(file.fileName(), "written", file.errorString());
}

Result<void> remove(const QString &directory)
{
    const QString path = pathIn(directory);
    if (::unlink(QFile::encodeName(path).constData()) != 0 && errno != ENOENT)
        return cannot(path, "removed", qt_error_string(errno));
    const int descriptor = ::open(QFile::encodeName(directory).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0 || ::fsync(descriptor) != 0)
        qCWarning(lcStandby).noquote() << "cannot sync the directory" << directory << qt_error_string(errno);
    if (descriptor >= 0)
        ::close(descriptor);
    return {};
}

Result<std::optional<StandbyFile>> settle(const QString &directory, const QString &epoch)
{
    auto file = read(directory);
    if (!file || !*file)
        return file;
    const QString followed = (*file)->epoch;
    if (followed.isEmpty() || !Epoch::fromText(epoch).isHigherThan(Epoch::fromText(followed)))
        return file;
    qCWarning(lcStandby).noquote() << "the standby in" << directory << "was promoted:" << epoch << "after" << followed;
    if (auto removed = remove(directory); !removed)
        return removed.error();
    return std::optional<StandbyFile>();
}

} // namespace oshaq::standbyfile

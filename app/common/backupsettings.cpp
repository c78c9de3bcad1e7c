// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/backupsettings.h"

#include "models/domain/timespans.h"
#include "sync/integrations/backup/s3target.h"

#include <QFile>
#include <QRegularExpression>
#include <QUrl>

namespace oshaq::backupsettings {

namespace {

constexpr qint64 maxSecretBytes = 4096;

Error wrong(const QString &message)
{
    return Error{ErrorCode::ValidationFailed, message, {}};
}

Result<S3Access> s3Access(const Settings &settings)
{
    S3Access access;
    access.endpoint = settings.text("backup.s3_endpoint");
    while (access.endpoint.endsWith(u'/'))
        access.endpoint.chop(1);
    const QUrl url(access.endpoint, QUrl::StrictMode);
    const bool isWeb = (url.scheme() == u"https" || url.scheme() == u"http") && !url.host().isEmpty() &&
                       url.path().isEmpty() && url.userInfo().isEmpty() && !url.hasQuery();
    if (!isWeb)
        return wrong(QStringLiteral("backup.s3_endpoint is a URL such as https://s3.example"));
    const QString place = settings.text("backup.s3_bucket");
    static const QRegularExpression shape(
        QStringLiteral("^([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:/([A-Za-z0-9._/-]+))?$"));
    const auto match = shape.match(place);
    if (!match.hasMatch() || place.contains(QLatin1String("..")) || place.contains(QLatin1String("//")))
        return wrong(QStringLiteral("backup.s3_bucket is the name of a bucket, or BUCKET/FOLDER"));
    access.bucket = match.captured(1);
    access.prefix = match.captured(2);
    if (!access.prefix.isEmpty() && !access.prefix.endsWith(u'/'))
        access.prefix += u'/';
    access.region = settings.text("backup.s3_region");
    static const QRegularExpression region(QStringLiteral("^[a-z0-9-]{1,40}$"));
    if (!region.match(access.region).hasMatch())
        return wrong(QStringLiteral("backup.s3_region is a name such as eu-central-1"));
    access.accessKey = settings.text("backup.s3_access_key").toUtf8();
    access.secretKey = settings.text("backup.s3_secret_key").toUtf8();
    if (const QString path = settings.text("backup.s3_secret_file"); !path.isEmpty()) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return wrong(QStringLiteral("backup.s3_secret_file %1 cannot be read: %2").arg(path, file.errorString()));
        access.secretKey = file.read(maxSecretBytes).trimmed();
    }
    if (access.accessKey.isEmpty() || access.secretKey.isEmpty())
        return wrong(QStringLiteral("backup.s3_bucket needs backup.s3_access_key, and the secret key in "
                                    "backup.s3_secret_file or OSHAQ_BACKUP_S3_SECRET_KEY"));
    access.caFile = settings.text("backup.s3_ca");
    return access;
}

} // namespace

Result<std::shared_ptr<BackupSecret>> secret(const Settings &settings)
{
    if (const QString path = settings.text("backup.key_file"); !path.isEmpty())
        return BackupSecret::fromKeyFile(path);
    if (const QString path = settings.text("backup.passphrase_file"); !path.isEmpty())
        return BackupSecret::fromPassphraseFile(path);
    if (const QString text = settings.text("backup.passphrase"); !text.isEmpty())
        return BackupSecret::fromPassphrase(text.toUtf8());
    return Error{ErrorCode::NotConfigured,
                 QStringLiteral("backups are encrypted: set backup.key_file (\"oshaqd backup --make-key FILE\" makes "
                                "one), backup.passphrase_file, or OSHAQ_BACKUP_PASSPHRASE"),
                 {}};
}

Result<std::vector<std::shared_ptr<BackupTarget>>> targets(const Settings &settings)
{
    std::vector<std::shared_ptr<BackupTarget>> all;
    for (const char *key : {"backup.folder", "backup.second_folder"}) {
        if (const QString folder = settings.text(key); !folder.isEmpty())
            all.push_back(std::make_shared<FolderTarget>(folder));
    }
    if (!settings.text("backup.s3_bucket").isEmpty()) {
        auto bucket = target(settings, QStringLiteral("s3"));
        if (!bucket)
            return bucket.error();
        all.push_back(*bucket);
    }
    return all;
}

Result<std::shared_ptr<BackupTarget>> target(const Settings &settings, const QString &text)
{
    if (text != u"s3")
        return std::shared_ptr<BackupTarget>(std::make_shared<FolderTarget>(text));
    const auto access = s3Access(settings);
    if (!access)
        return access.error();
    return std::shared_ptr<BackupTarget>(std::make_shared<S3Target>(*access));
}

Result<BackupOptions> options(const Settings &settings)
{
    BackupOptions options;
    const auto all = targets(settings);
    if (!all)
        return all.error();
    if (all->empty())
        return options;
    const auto key = secret(settings);
    if (!key)
        return key.error();
    options.secret = *key;
    // Made anew where they are used: a connection belongs to its thread.
    options.targets = [settings]() -> std::vector<std::shared_ptr<BackupTarget>> {
        auto made = targets(settings);
        return made ? *made : std::vector<std::shared_ptr<BackupTarget>>();
    };
    options.intervalMs = settings.number("backup.interval_s") * 1000;
    options.fullMs = settings.number("backup.full_minutes") * minuteMs;
    options.checkMs = settings.number("backup.check_hours") * hourMs;
    options.retention.everyMomentHours = int(settings.number("backup.keep_moments_hours"));
    options.retention.hourly = int(settings.number("backup.keep_hourly"));
    options.retention.daily = int(settings.number("backup.keep_daily"));
    options.retention.monthly = int(settings.number("backup.keep_monthly"));
    return options;
}

} // namespace oshaq::backupsettings

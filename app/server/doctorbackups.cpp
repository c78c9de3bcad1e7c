// SPDX-License-Identifier: GPL-3.0-or-later
// What the doctor sees of the backups: places, key, and how far behind the newest is.
#include "app/common/backupsettings.h"
#include "app/server/doctor.h"
#include "models/backup/backuptarget.h"
#include "models/domain/timespans.h"

#include <QFile>

#include <algorithm>

#include <sys/stat.h>

namespace oshaq {

namespace {

using State = Finding::State;

/// Changes are backed up every few seconds; so much later something is wrong.
constexpr qint64 lateMs = 10 * minuteMs;

const QString about = QStringLiteral("backups");

/// Whether both lie on one device: what takes the one takes the other.
bool isSameDisk(const QString &one, const QString &other)
{
    struct stat a = {};
    struct stat b = {};
    return ::stat(QFile::encodeName(one).constData(), &a) == 0 &&
           ::stat(QFile::encodeName(other).constData(), &b) == 0 && a.st_dev == b.st_dev;
}

Finding place(BackupTarget &target, qint64 lastWrittenAtMs)
{
    const auto found = target.list();
    if (!found)
        return {about, State::Bad, QStringLiteral("%1: %2").arg(target.title(), found.error().message),
                QStringLiteral("Is the disk mounted, the folder this user's, the bucket reached?")};
    qint64 newestMs = 0;
    for (const BackupTarget::Entry &entry : *found)
        newestMs = std::max(newestMs, entry.name.toMs);
    return doctor::backup(target.title(), int(found->size()), newestMs, lastWrittenAtMs);
}

} // namespace

Finding doctor::backup(const QString &place, int files, qint64 newestMs, qint64 lastWrittenAtMs)
{
    if (files == 0)
        return {about, State::Warning, QStringLiteral("%1: nothing is there yet").arg(place),
                QStringLiteral("The running hub makes one at once; \"oshaqd backup\" makes one by hand.")};
    const qint64 behindMs = std::max<qint64>(0, lastWrittenAtMs - newestMs);
    Finding finding{about,
                    State::Good,
                    QStringLiteral("%1: files: %2, the newest of %3").arg(place).arg(files).arg(momentText(newestMs)),
                    {}};
    if (behindMs > lateMs) {
        finding.state = State::Warning;
        finding.what += QStringLiteral(", %1 min behind the record").arg(behindMs / minuteMs);
        finding.advice = QStringLiteral("Does the hub run with this configuration? Its log says why a backup failed.");
    }
    return finding;
}

std::vector<Finding> doctor::backups(const Settings &settings, const QString &directory, qint64 lastWrittenAtMs)
{
    const auto targets = backupsettings::targets(settings);
    if (!targets)
        return {{about, State::Bad, targets.error().message, {}}};
    if (targets->empty())
        return {{about, State::Warning, QStringLiteral("none are made: a lost disk is a lost record"),
                 QStringLiteral("Set backup.folder to a folder on another disk (docs/backup.md).")}};
    if (const auto secret = backupsettings::secret(settings); !secret)
        return {{about, State::Bad, secret.error().message, {}}};
    // One good one on another disk is enough.
    std::vector<Finding> findings;
    std::vector<std::size_t> besideRecord;
    bool isElsewhere = false;
    for (const auto &target : *targets) {
        Finding finding = place(*target, lastWrittenAtMs);
        if (finding.state == State::Good && isSameDisk(target->title(), directory)) {
            finding.what += QStringLiteral("; on the same disk as the record");
            besideRecord.push_back(findings.size());
        } else if (finding.state == State::Good) {
            isElsewhere = true;
        }
        findings.push_back(std::move(finding));
    }
    for (const std::size_t at : besideRecord) {
        if (isElsewhere)
            break;
        findings[at].state = State::Warning;
        findings[at].advice =
            QStringLiteral("Name a second place on another disk: backup.second_folder or backup.s3_bucket.");
    }
    return findings;
}

} // namespace oshaq

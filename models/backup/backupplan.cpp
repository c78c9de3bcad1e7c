// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/backup/backupplan.h"

#include "models/domain/timespans.h"

#include <QDateTime>
#include <QRegularExpression>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace oshaq {

namespace {

QString stamp(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(QStringLiteral("yyyyMMdd'T'HHmmsszzz'Z'"));
}

Error refuse(const QString &message)
{
    return Error{ErrorCode::NotFound, message, {}};
}

/// In the order of what they hold; of two that begin alike the longer one first.
bool isEarlier(const BackupName &a, const BackupName &b)
{
    return a.first != b.first ? a.first < b.first : a.last > b.last;
}

/// The increments of a chain after a position, without those that others hold as well.
std::vector<BackupName> increments(const std::vector<BackupName> &files, const QString &chain, qint64 after)
{
    std::vector<BackupName> found;
    for (const BackupName &file : files) {
        if (!file.isFull() && file.chain == chain && file.last > after)
            found.push_back(file);
    }
    std::sort(found.begin(), found.end(), isEarlier);
    std::vector<BackupName> needed;
    for (const BackupName &file : found) {
        if (needed.empty() || file.last > needed.back().last)
            needed.push_back(file);
    }
    return needed;
}

QString gapText(qint64 from, qint64 to, qint64 knownMs)
{
    return QStringLiteral(
               "The changes %1 to %2 are missing, and nothing goes on across a gap: %3 is the last moment before it.")
        .arg(QString::number(from), QString::number(to), momentText(knownMs));
}

} // namespace

BackupName BackupName::of(const BackupHead &head)
{
    return {head.kind, head.chain, head.first, head.last, head.toMs};
}

QString BackupName::text() const
{
    const QString begin = QStringLiteral("oshaq-%1-%2-").arg(stamp(toMs), chain);
    return isFull() ? begin + QStringLiteral("full-%1.obk").arg(last)
                    : begin + QStringLiteral("incr-%1-%2.obk").arg(first).arg(last);
}

std::optional<BackupName> BackupName::fromText(const QString &text)
{
    static const QRegularExpression shape(QStringLiteral(
        "^oshaq-([0-9]{8}T[0-9]{9})Z-([0-9a-f]{16})-(?:full-([0-9]{1,18})|incr-([0-9]{1,18})-([0-9]{1,18}))"
        "\\.obk$"));
    const auto match = shape.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    QDateTime to = QDateTime::fromString(match.captured(1), QStringLiteral("yyyyMMdd'T'HHmmsszzz"));
    to.setTimeSpec(Qt::UTC);
    if (!to.isValid())
        return std::nullopt;
    BackupName name;
    name.chain = match.captured(2);
    name.toMs = to.toMSecsSinceEpoch();
    if (match.capturedLength(3) > 0) {
        name.kind = BackupHead::Kind::Full;
        name.first = name.last = match.captured(3).toLongLong();
    } else {
        name.kind = BackupHead::Kind::Increment;
        name.first = match.captured(4).toLongLong();
        name.last = match.captured(5).toLongLong();
    }
    if (name.first > name.last)
        return std::nullopt;
    return name;
}

Result<RestorePlan> planRestore(std::vector<BackupName> files, const RestoreMoment &moment)
{
    std::sort(files.begin(), files.end(), [](const BackupName &a, const BackupName &b) {
        return std::tie(a.toMs, a.last) < std::tie(b.toMs, b.last);
    });
    RestorePlan plan;
    plan.atMs = moment.atMs;
    const BackupName *full = nullptr;
    for (const BackupName &file : files) {
        if (file.isFull() && (!moment.atMs || file.toMs <= *moment.atMs))
            full = &file;
    }
    if (!full) {
        const auto first =
            std::find_if(files.begin(), files.end(), [](const BackupName &file) { return file.isFull(); });
        if (first == files.end())
            return refuse(QStringLiteral("There is no full copy, so nothing can be restored."));
        return refuse(QStringLiteral("Nothing reaches back to %1: the oldest full copy is of %2.")
                          .arg(momentText(*moment.atMs), momentText(first->toMs)));
    }
    plan.full = *full;
    qint64 expected = full->last + 1;
    qint64 knownMs = full->toMs;
    for (const BackupName &file : increments(files, full->chain, full->last)) {
        if (file.first > expected) {
            // What is missing was committed between the moment that is known and this file's.
            if (moment.atMs && *moment.atMs <= knownMs)
                return plan;
            return refuse(gapText(expected, file.first - 1, knownMs));
        }
        plan.increments.push_back(file);
        expected = file.last + 1;
        knownMs = std::max(knownMs, file.toMs);
        if (moment.atMs && file.toMs > *moment.atMs)
            return plan;
    }
    for (const BackupName &file : files) {
        const bool isLater = !moment.atMs || file.toMs >= *moment.atMs;
        if (!file.isFull() || file.chain != full->chain || !isLater)
            continue;
        if (file.last >= expected)
            return refuse(gapText(expected, file.last, knownMs));
        // A copy with the same position: nothing happened in between.
        if (file.last == expected - 1)
            knownMs = std::max(knownMs, file.toMs);
    }
    if (!moment.atMs || *moment.atMs <= knownMs)
        return plan;
    const auto next = std::find_if(files.begin(), files.end(), [&](const BackupName &file) {
        return file.isFull() && file.chain != full->chain && file.toMs > *moment.atMs;
    });
    if (next != files.end()) {
        return refuse(
            QStringLiteral("What happened between %1 and %2 was not recorded whole: restore to one of these two "
                           "moments.")
                .arg(momentText(knownMs), momentText(next->toMs)));
    }
    return refuse(
        QStringLiteral("The backups know of nothing after %1; \"latest\" restores that.").arg(momentText(knownMs)));
}

std::vector<BackupName> outdated(const std::vector<BackupName> &files, qint64 nowMs, const RetentionRule &rule)
{
    std::vector<BackupName> fulls;
    for (const BackupName &file : files) {
        if (file.isFull())
            fulls.push_back(file);
    }
    std::sort(fulls.begin(), fulls.end(), [](const BackupName &a, const BackupName &b) {
        return std::tie(a.toMs, a.last) > std::tie(b.toMs, b.last);
    });
    std::set<QString> kept;
    if (!fulls.empty())
        kept.insert(fulls.front().text());

    // The newest of each of the last hours, days and months, whichever of them there are.
    const auto keepNewest = [&](int count, const QString &format) {
        std::set<QString> spans;
        for (const BackupName &file : fulls) {
            const QString span = QDateTime::fromMSecsSinceEpoch(file.toMs, Qt::UTC).toString(format);
            if (spans.contains(span))
                continue;
            if (int(spans.size()) >= count)
                return;
            spans.insert(span);
            kept.insert(file.text());
        }
    };
    keepNewest(rule.hourly, QStringLiteral("yyyyMMddHH"));
    keepNewest(rule.daily, QStringLiteral("yyyyMMdd"));
    keepNewest(rule.monthly, QStringLiteral("yyyyMM"));

    // Every change of the window, and what it follows.
    const qint64 windowMs = nowMs - rule.everyMomentHours * hourMs;
    std::map<QString, qint64> newest;
    for (const BackupName &file : files) {
        qint64 &ms = newest[file.chain];
        ms = std::max(ms, file.toMs);
    }
    for (const auto &[chain, newestMs] : newest) {
        if (newestMs < windowMs)
            continue;
        const BackupName *anchor = nullptr;
        for (const BackupName &file : fulls) {
            if (file.chain != chain)
                continue;
            anchor = &file; // the oldest of those after the window's begin, or the newest before it
            if (file.toMs <= windowMs)
                break;
        }
        if (anchor)
            kept.insert(anchor->text());
        for (const BackupName &file : files) {
            if (!file.isFull() && file.chain == chain && (anchor ? file.last > anchor->last : file.toMs >= windowMs))
                kept.insert(file.text());
        }
    }
    std::vector<BackupName> gone;
    for (const BackupName &file : files) {
        if (!kept.contains(file.text()))
            gone.push_back(file);
    }
    return gone;
}

std::optional<qint64> momentFromText(const QString &text)
{
    const QDateTime moment = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (!moment.isValid() || moment.timeSpec() == Qt::LocalTime)
        return std::nullopt;
    return moment.toMSecsSinceEpoch();
}

QString momentText(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(Qt::ISODateWithMs);
}

} // namespace oshaq

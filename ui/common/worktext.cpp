// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/worktext.h"

#include "models/terminal/filesport.h"
#include "ui/common/linktext.h"

#include <QDate>
#include <QFileInfo>

#include <algorithm>

namespace oshaq {

namespace {

bool isImport(Work::Kind kind)
{
    return kind == Work::Kind::MenuImport || kind == Work::Kind::OrderImport;
}

QString dayText(const QString &iso, const QLocale &locale)
{
    const QDate day = QDate::fromString(iso, Qt::ISODate);
    return day.isValid() ? locale.toString(day, QStringLiteral("d MMM yyyy")) : iso;
}

} // namespace

QString WorkText::period(const QString &subject, const QLocale &locale)
{
    const QString from = dayText(subject.section(u' ', 0, 0), locale);
    const QString to = dayText(subject.section(u' ', 1), locale);
    return from == to || to.isEmpty() ? from : QStringLiteral("%1 – %2").arg(from, to);
}

QString WorkText::title(const Work &work, const QLocale &locale)
{
    switch (work.kind) {
    case Work::Kind::SalesReport:
        return tr("Sales report, %1").arg(period(work.subject, locale));
    case Work::Kind::OrderExport:
        return tr("Orders, %1").arg(period(work.subject, locale));
    case Work::Kind::DayEndFile:
        return tr("Day-end report of %1").arg(dayText(work.subject, locale));
    case Work::Kind::MenuExport:
        return tr("The menu as a file");
    case Work::Kind::MenuImport:
        return tr("Menu from %1").arg(work.subject);
    case Work::Kind::OrderImport:
        return tr("Orders from %1").arg(work.subject);
    case Work::Kind::ImportProblems:
        return tr("What was wrong in %1").arg(work.subject);
    }
    return {};
}

int WorkText::percent(const Work &work)
{
    if (work.total <= 0)
        return -1;
    return int(std::clamp<qint64>(work.done, 0, work.total) * 100 / work.total);
}

int WorkText::percent(const WorkList &works)
{
    int sum = 0;
    int count = 0;
    for (const Work &work : works.works()) {
        if (work.state != Work::State::Running)
            continue;
        const int one = percent(work);
        if (one < 0)
            return -1;
        sum += one;
        ++count;
    }
    return count == 0 ? -1 : sum / count;
}

QString WorkText::failure(const Work &work)
{
    const QString &code = work.failure.errorCode;
    if (code == QLatin1String(filefailures::diskFull))
        return tr("The disk is full. Make room or choose another place, then save it again.");
    if (code == QLatin1String(filefailures::notWritable))
        return tr("The file cannot be written there. Choose another folder, then save it again.");
    if (code == QLatin1String(filefailures::tooLarge))
        return tr("The file would be too large. Choose a shorter time, then save it again.");
    return LinkText::failure(work.failure);
}

QString WorkText::state(const Work &work, const QLocale &locale)
{
    switch (work.state) {
    case Work::State::Running:
        if (const int known = percent(work); known >= 0)
            return tr("%1 % done").arg(locale.toString(known));
        if (work.done > 0 && !isImport(work.kind))
            return tr("%1 so far").arg(locale.formattedDataSize(work.done, 1, QLocale::DataSizeTraditionalFormat));
        return tr("Has begun");
    case Work::State::Done:
        if (work.file.isEmpty())
            return tr("Done");
        return tr("Saved as %1").arg(QFileInfo(work.file).fileName());
    case Work::State::Failed:
        return failure(work);
    case Work::State::Cancelled:
        return isImport(work.kind) ? tr("Stopped") : tr("Stopped: nothing was saved");
    }
    return {};
}

QString WorkText::notice(const Work &work, const QLocale &locale)
{
    switch (work.state) {
    case Work::State::Done:
        return tr("Ready: %1").arg(title(work, locale));
    case Work::State::Failed:
        return tr("Did not work: %1. %2").arg(title(work, locale), failure(work));
    case Work::State::Running:
    case Work::State::Cancelled:
        break;
    }
    return {};
}

QString WorkText::rail(const WorkList &works)
{
    if (const int running = works.running(); running > 0) {
        //: Under a sign in the narrow rail: work that is under way
        return tr("%n running", nullptr, running);
    }
    if (works.works().empty())
        return {};
    //: Under a sign in the narrow rail: how the newest work ended
    return works.works().front().state == Work::State::Failed ? tr("Failed") : tr("Done");
}

} // namespace oshaq

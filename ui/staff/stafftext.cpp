// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/staff/stafftext.h"

#include "models/domain/credentials.h"
#include "ui/common/linktext.h"

#include <QLocale>

#include <algorithm>

namespace oshaq {

QString StaffText::signsInBy(const StaffMember &member)
{
    QStringList ways;
    if (member.hasPin)
        ways << tr("PIN");
    if (member.hasPassword)
        ways << tr("password");
    if (ways.isEmpty())
        return tr("No PIN yet");
    return ways.join(QStringLiteral(", "));
}

QString StaffText::stationName(const StaffMember &member, const std::vector<Station> &stations)
{
    for (const Station &station : stations) {
        if (member.stationId == station.id)
            return station.name;
    }
    return member.stationId ? tr("A station that is gone") : tr("All stations");
}

QString StaffText::hereSince(const StaffShift &shift, const ZoneClock &clock, qint64 nowMs)
{
    //: Since when somebody is at work: %1 is 09:02, or 14 Jan 09:02
    return tr("Since %1").arg(clock.moment(shift.beganAtMs, nowMs));
}

QString StaffText::length(qint64 ms)
{
    const qint64 minutes = ms / 60'000;
    if (minutes < 60)
        return tr("%1 min").arg(minutes);
    return tr("%1 h %2 min").arg(minutes / 60).arg(minutes % 60, 2, 10, QLatin1Char('0'));
}

QString StaffText::hours(qint64 ms)
{
    const qint64 minutes = ms / 60'000;
    return QStringLiteral("%1:%2").arg(minutes / 60).arg(minutes % 60, 2, 10, QLatin1Char('0'));
}

QString StaffText::span(const WorkPart &part, const ZoneClock &clock)
{
    const QString begin = (part.fromDayBefore ? QStringLiteral("→ ") : QString()) + clock.time(part.beginMs);
    if (part.open)
        return tr("%1–now").arg(begin);
    return begin + u'–' + clock.time(part.endMs) + (part.intoNextDay ? QStringLiteral(" →") : QString());
}

QString StaffText::remark(const WorkPart &part)
{
    if (part.forgotten)
        return tr("not signed out?");
    return part.endedByOther ? tr("did not sign out") : QString();
}

QString StaffText::range(QDate from, QDate to)
{
    const QLocale locale;
    if (from == to)
        return locale.toString(from, QStringLiteral("d MMMM yyyy"));
    if (from.year() != to.year())
        return locale.toString(from, QStringLiteral("d MMM yyyy")) + QStringLiteral(" – ") +
               locale.toString(to, QStringLiteral("d MMM yyyy"));
    if (from.month() != to.month())
        return locale.toString(from, QStringLiteral("d MMM")) + QStringLiteral(" – ") +
               locale.toString(to, QStringLiteral("d MMM yyyy"));
    return QString::number(from.day()) + u'–' + locale.toString(to, QStringLiteral("d MMMM yyyy"));
}

QString StaffText::dayHead(QDate day)
{
    return QLocale().toString(day, QStringLiteral("ddd d"));
}

QString StaffText::pinProblem(const QString &pin)
{
    if (checkPin(pin))
        return {};
    const bool isDigits = std::all_of(pin.begin(), pin.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    if (!isDigits || pin.size() < minPin || pin.size() > maxPin)
        return tr("A PIN has %1 to %2 digits.").arg(minPin).arg(maxPin);
    return tr("This one is among the first that anybody tries. Choose another one.");
}

QString StaffText::passwordProblem(const QString &password)
{
    if (checkPassword(password))
        return {};
    const qsizetype characters = password.toUcs4().size();
    if (characters < minPassword || characters > maxPassword)
        return tr("A password has %1 to %2 characters.").arg(minPassword).arg(maxPassword);
    return tr("One character again and again is no password.");
}

QString StaffText::failure(const PortFailure &failure)
{
    if (failure.kind == PortFailure::Kind::SignIn)
        return tr("Only owners and managers may do that. Somebody else has to sign in.");
    if (failure.kind != PortFailure::Kind::Refused)
        return LinkText::failure(failure);
    if (failure.errorCode == u"NOT_FOUND")
        return tr("The site does not know this any more: somebody else may have dismissed the person.");
    if (failure.errorCode == u"FORBIDDEN")
        return tr("That is not allowed: only an owner may change owners, and one of them has to stay.");
    if (failure.errorCode == u"STILL_IN_USE")
        return tr("Somebody has to be able to manage: make another person an owner first.");
    return LinkText::failure(failure);
}

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/alarmtext.h"

#include <QStringList>

#include <algorithm>

namespace oshaq {

QString AlarmText::band(const std::vector<UnpaintedAlarm> &alarms, const LinkStatus::Facts &link, qint64 nowMs)
{
    if (alarms.empty())
        return QString();
    const UnpaintedAlarm &first = alarms.front();
    const bool isLive = link.state == LinkStatus::State::Live || link.knownAtMs == 0;
    const QString age = duration((isLive ? nowMs : std::min(nowMs, link.knownAtMs)) - first.sinceMs);
    QStringList sentences;
    if (first.away && !first.station.isEmpty())
        sentences
            << tr("Every screen of %1 is away: nobody there has seen %2 for %3.").arg(first.station, first.number, age);
    else if (first.away)
        sentences << tr("Every kitchen screen is away: nobody there has seen %1 for %2.").arg(first.number, age);
    else if (!first.station.isEmpty())
        sentences << tr("%1 has been on no kitchen screen for %2: %3.").arg(first.number, age, first.station);
    else
        sentences << tr("%1 has been on no kitchen screen for %2.").arg(first.number, age);
    sentences << paper(first);
    if (alarms.size() == 2)
        sentences << tr("1 more ticket is unseen too.");
    else if (alarms.size() > 2)
        sentences << tr("%n more tickets are unseen too.", nullptr, int(alarms.size()) - 1);
    return sentences.join(QLatin1Char(' '));
}

QString AlarmText::paper(const UnpaintedAlarm &alarm)
{
    if (alarm.printer.isEmpty())
        return tr("No printer prints it: tell the kitchen.");
    switch (alarm.paper) {
    case PrintJobState::Printed:
        return tr("It was printed on %1.").arg(alarm.printer);
    case PrintJobState::Queued:
    case PrintJobState::Sending:
        if (alarm.fault != PrintFault::None)
            return tr("%1 does not print it now: tell the kitchen.").arg(alarm.printer);
        return tr("It goes to paper on %1.").arg(alarm.printer);
    case PrintJobState::Failed:
    case PrintJobState::Cancelled:
        break;
    }
    return tr("%1 did not print it: tell the kitchen.").arg(alarm.printer);
}

QString AlarmText::mark(const std::vector<UnpaintedAlarm> &ofOrder)
{
    if (ofOrder.empty())
        return QString();
    QStringList stations;
    for (const UnpaintedAlarm &alarm : ofOrder) {
        if (!alarm.station.isEmpty())
            stations << alarm.station;
    }
    //: On a ticket that no kitchen screen shows; %1: stations
    return stations.isEmpty() ? tr("On no screen") : tr("On no screen: %1").arg(stations.join(QStringLiteral(", ")));
}

QString AlarmText::duration(qint64 milliseconds)
{
    const qint64 seconds = std::max<qint64>(0, milliseconds) / 1000;
    if (seconds < 60)
        return tr("%1 s").arg(seconds);
    if (seconds < 3600)
        return tr("%1 min %2 s").arg(QString::number(seconds / 60), QString::number(seconds % 60));
    return tr("%1 h %2 min").arg(QString::number(seconds / 3600), QString::number(seconds / 60 % 60));
}

QString AlarmText::silence()
{
    return tr("Silence here");
}

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/screentext.h"

#include "models/domain/timespans.h"
#include "ui/common/linktext.h"

#include <algorithm>
#include <cstdlib>
#include <limits>

namespace oshaq {

namespace {

constexpr qint64 stepMs = 5 * secondMs;
/// More would push the tickets away.
constexpr std::size_t namedAtMost = 2;

QString joined(const QStringList &sentences)
{
    QStringList present;
    for (const QString &sentence : sentences) {
        if (!sentence.isEmpty())
            present << sentence;
    }
    return present.join(QLatin1Char(' '));
}

} // namespace

QString ScreenText::span(qint64 ms)
{
    //: A length of time: seconds
    if (ms < minuteMs)
        return tr("%1 s").arg(std::max<qint64>(ms < stepMs ? ms / secondMs : ms / stepMs * stepMs / secondMs, 1));
    //: A length of time: minutes
    if (ms < hourMs)
        return tr("%1 min").arg(ms / minuteMs);
    //: A length of time: hours
    return tr("%1 h").arg(ms / hourMs);
}

QString ScreenText::trouble(const ScreenFacts &screen, qint64 nowMs)
{
    if (!screens::needsSomebody(screen, nowMs))
        return {};
    switch (screen.state) {
    case ScreenState::Away:
        //: %1: name of a screen, %2: a length of time
        return tr("%1: not seen for %2.").arg(screen.name, span(nowMs - screen.lastSeenAtMs));
    case ScreenState::Stale:
        if (screen.lagMs >= screens::behindMs)
            //: %1: name of a screen, %2: a length of time
            return tr("%1: %2 behind.").arg(screen.name, span(screen.lagMs));
        //: %1: name of a screen
        return tr("%1: does not draw its tickets.").arg(screen.name);
    case ScreenState::Live:
    case ScreenState::Skewed:
        break;
    }
    return {};
}

QString ScreenText::others(const std::vector<ScreenFacts> &screens, qint64 nowMs)
{
    QStringList sentences;
    int more = 0;
    for (const ScreenFacts &screen : screens) {
        const QString sentence = trouble(screen, nowMs);
        if (sentence.isEmpty())
            continue;
        if (std::size_t(sentences.size()) < namedAtMost)
            sentences << sentence;
        else
            ++more;
    }
    if (sentences.isEmpty())
        return {};
    if (more == 1)
        sentences << tr("1 more screen is like that.");
    else if (more > 1)
        sentences << tr("%n more screens are like that.", nullptr, more);
    sentences << tr("Tickets may stand there unseen: look at it.");
    return joined(sentences);
}

QString ScreenText::own(const LinkStatus::Facts &facts)
{
    QStringList sentences;
    if (facts.behindMs > 0)
        sentences
            << tr("This screen is %1 behind: what happened since then is not on it yet.").arg(span(facts.behindMs));
    if (facts.unpaintedMs > 0)
        sentences << tr("A ticket has been here for %1 and is not in sight: go back to the tickets.")
                         .arg(span(facts.unpaintedMs));
    return joined(sentences);
}

QString ScreenText::leftOut(const LinkStatus::Facts &facts)
{
    if (facts.leftOut <= 0)
        return {};
    if (facts.leftOut == 1)
        return tr("1 more open order, the oldest one, is not shown here: close what is long over.");
    return tr("%n more open orders, the oldest ones, are not shown here: close what is long over.", nullptr,
              int(std::min<qint64>(facts.leftOut, std::numeric_limits<int>::max())));
}

QString ScreenText::upgrade(const LinkStatus::Facts &facts)
{
    if (facts.fit == Compatibility::HubTooOld)
        return facts.hubVersion.isEmpty()
                   ? tr("The site's program is older than this screen's: ask a manager to update the site's computer.")
                   : tr("The site runs version %1, which is older than this screen's: ask a manager to update the "
                        "site's computer.")
                         .arg(facts.hubVersion);
    return facts.hubVersion.isEmpty()
               ? tr("This screen needs a newer version of its program: ask a manager to update it.")
               : tr("This screen needs version %1: ask a manager to update it.").arg(facts.hubVersion);
}

QString ScreenText::state(const ScreenFacts &screen, const ZoneClock &clock, qint64 nowMs)
{
    switch (screen.state) {
    case ScreenState::Live:
    case ScreenState::Skewed:
        return tr("Live");
    case ScreenState::Stale:
        //: A screen that answers, but what it shows is old
        return tr("In touch");
    case ScreenState::Away:
        break;
    }
    return tr("Last seen at %1").arg(clock.moment(screen.lastSeenAtMs, nowMs));
}

QStringList ScreenText::figures(const ScreenFacts &screen)
{
    QStringList figures;
    if (!screen.address.isEmpty())
        figures << screen.address;
    if (!screen.version.isEmpty())
        figures << tr("version %1").arg(screen.version);
    if (screen.state == ScreenState::Away)
        return figures;
    if (screen.pending > 0)
        figures << LinkText::changesWaiting(screen.pending);
    if (screen.parked == 1)
        figures << tr("1 refusal not looked at");
    else if (screen.parked > 1)
        figures << tr("%n refusals not looked at", nullptr, screen.parked);
    //: How old what a screen shows may be
    figures << tr("at most %1 behind").arg(span(screen.lagMs));
    if (screen.paintedP95Ms >= 0)
        //: 95 of 100 tickets were on that screen in this time
        figures << tr("on screen in %1 ms (p95)").arg(screen.paintedP95Ms);
    if (screen.clockOffsetMs && !screens::isClockWrong(screen.clockOffsetMs))
        figures << tr("clock right");
    return figures;
}

QString ScreenText::clockTrouble(const ScreenFacts &screen)
{
    if (!screens::isClockWrong(screen.clockOffsetMs))
        return {};
    const QString by = span(std::llabs(*screen.clockOffsetMs));
    return (*screen.clockOffsetMs > 0 ? tr("Its clock is %1 ahead.") : tr("Its clock is %1 behind.")).arg(by) +
           QLatin1Char(' ') + tr("Times on it are right all the same.");
}

} // namespace oshaq

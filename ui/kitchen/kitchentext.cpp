// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kitchen/kitchentext.h"

#include "ui/common/linktext.h"
#include "ui/common/screentext.h"

#include <QStringList>

namespace oshaq {

namespace {

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

QString KitchenText::openCount(int count)
{
    return tr("%n open", nullptr, count);
}

QString KitchenText::lateCount(int count)
{
    return tr("%n late", nullptr, count);
}

QString KitchenText::pageWords(int page, int pages, int before, int after)
{
    if (pages < 2)
        return QString();
    if (pages == 2 && page == 0)
        return after == 1 ? tr("1 more ticket on page 2") : tr("%n more tickets on page 2", nullptr, after);
    if (pages == 2)
        return before == 1 ? tr("1 earlier ticket on page 1") : tr("%n earlier tickets on page 1", nullptr, before);
    const QString where = tr("Page %1 of %2").arg(page + 1).arg(pages);
    if (after == 0)
        return where;
    return where + QStringLiteral(" · ") + tr("%n more after it", nullptr, after);
}

KitchenText::BandWords KitchenText::connectionBand(const LinkStatus::Facts &facts, const ZoneClock &clock, qint64 nowMs)
{
    const QString known = facts.knownAtMs > 0
                              ? tr("You see what was known at %1.").arg(clock.moment(facts.knownAtMs, nowMs))
                              : tr("Nothing is known of its orders yet.");
    const QString askCounter = tr("New orders will not appear: ask the counter.");
    switch (facts.state) {
    case LinkStatus::State::Live:
        return {joined({ScreenText::own(facts), facts.behindMs > 0 ? askCounter : QString(), ScreenText::leftOut(facts),
                        ScreenText::others(facts.others, nowMs)}),
                Band::Tone::Warning};
    case LinkStatus::State::Upgrade:
        return {joined({ScreenText::upgrade(facts), known, tr("Bumps are kept here and sent after that."), askCounter}),
                Band::Tone::Alarm};
    case LinkStatus::State::Connecting:
        if (facts.knownAtMs > 0)
            return {joined({tr("Looking for the site."), known, tr("Bumps are kept here and sent when it answers.")}),
                    Band::Tone::Warning};
        break;
    case LinkStatus::State::Offline:
        return {joined({tr("The site does not answer."), known, tr("Bumps are kept here and sent when it is back."),
                        askCounter}),
                Band::Tone::Warning};
    case LinkStatus::State::SignIn:
        return {
            joined({tr("The site does not accept this screen any more."), known,
                    tr("Bumps are kept here and sent after signing in: ask a manager to sign this screen in again."),
                    askCounter}),
            Band::Tone::Warning};
    case LinkStatus::State::Alarm:
        return {joined({tr("The site gave an answer that this screen does not understand, so nothing more is sent."),
                        known, tr("Bumps are kept here. Tell a manager; restarting this screen loses nothing.")}),
                Band::Tone::Alarm};
    }
    return {};
}

QString KitchenText::connectionSentence(const LinkStatus::Facts &facts, const ZoneClock &clock, qint64 nowMs)
{
    switch (facts.state) {
    case LinkStatus::State::Live:
        if (facts.behindMs > 0)
            return ScreenText::own(facts);
        return tr("Connected: new orders appear here by themselves.");
    case LinkStatus::State::Connecting:
        return tr("Looking for the site. If this takes longer than a minute, see whether its computer is on.");
    case LinkStatus::State::Offline:
        if (facts.sinceMs > 0)
            return tr("The site has not answered since %1. See whether its computer and the network are on.")
                .arg(clock.moment(facts.sinceMs, nowMs));
        return tr("The site does not answer. See whether its computer and the network are on.");
    case LinkStatus::State::SignIn:
        return tr("The site does not accept this screen any more: ask a manager to sign it in again.");
    case LinkStatus::State::Upgrade:
        return ScreenText::upgrade(facts);
    case LinkStatus::State::Alarm:
        return tr("The site gave an answer that this screen does not understand: tell a manager.");
    }
    return QString();
}

QString KitchenText::latency(const LinkStatus::Facts &facts)
{
    if (facts.paintedP50Ms < 0 || facts.paintedP95Ms < 0 || facts.paintedMaxMs < 0)
        return QString();
    //: From the order's acceptance at the site to its ticket on this screen: median, 95th percentile, longest
    return tr("On screen: p50 %1 ms, p95 %2 ms, max %3 ms")
        .arg(facts.paintedP50Ms)
        .arg(facts.paintedP95Ms)
        .arg(facts.paintedMaxMs);
}

QString KitchenText::parked(const ParkedCommand &command, int others, const ZoneClock &clock)
{
    const QString at = clock.time(command.actedAtMs);
    QString what;
    if (command.what == u"start")
        what = tr("%1: the start at %2 was refused.");
    else if (command.what == u"done")
        what = tr("%1: the bump at %2 was refused.");
    else if (command.what == u"void")
        what = tr("%1: the void at %2 was refused.");
    else if (command.what == u"recall")
        what = tr("%1: the recall at %2 was refused.");
    else if (command.what == u"status:5" || command.what == u"status:6")
        what = tr("%1: handing over at %2 was refused.");
    else
        what = tr("%1: the change at %2 was refused.");
    QStringList sentences{what.arg(command.orderNumber, at), LinkText::refusal(command.errorCode, command.message),
                          tr("The ticket shows what is true at the site.")};
    if (others == 1)
        sentences << tr("1 more refusal after this one.");
    else if (others > 1)
        sentences << tr("%n more refusals after this one.", nullptr, others);
    return joined(sentences);
}

QString KitchenText::refused(const QString &orderNumber, const Error &error)
{
    const QString why = LinkText::refusal(errorCodeText(error.code), error.message);
    return orderNumber.isEmpty() ? why : tr("%1: that did not work.").arg(orderNumber) + QLatin1Char(' ') + why;
}

} // namespace oshaq

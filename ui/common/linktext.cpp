// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/linktext.h"

#include "ui/common/screentext.h"

namespace oshaq {

QString LinkText::changesWaiting(int count)
{
    // The singular is a text of its own: English has no translation file that would pick it.
    return count == 1 ? tr("1 change waiting") : tr("%n changes waiting", nullptr, count);
}

LinkText::PillWords LinkText::connection(const LinkStatus::Facts &facts, const ZoneClock &clock, qint64 nowMs)
{
    const QString waiting = facts.pending > 0 ? QStringLiteral(" · ") + changesWaiting(facts.pending) : QString();
    switch (facts.state) {
    case LinkStatus::State::Connecting:
        return {tr("Connecting") + waiting, Pill::Tone::Waiting};
    case LinkStatus::State::Live:
        if (facts.behindMs > 0)
            return {tr("%1 behind").arg(ScreenText::span(facts.behindMs)) + waiting, Pill::Tone::Warning};
        if (facts.paintedP50Ms >= 0)
            return {tr("Live · on screen in %1 ms").arg(facts.paintedP50Ms), Pill::Tone::Good};
        return {tr("Live"), Pill::Tone::Good};
    case LinkStatus::State::Offline:
        if (facts.isForeignHub)
            return {tr("Not your hub") + waiting, Pill::Tone::Late};
        if (facts.sinceMs > 0)
            return {tr("Offline since %1").arg(clock.moment(facts.sinceMs, nowMs)) + waiting, Pill::Tone::Warning};
        return {tr("Offline") + waiting, Pill::Tone::Warning};
    case LinkStatus::State::SignIn:
        return {tr("Sign-in needed") + waiting, Pill::Tone::Warning};
    case LinkStatus::State::Upgrade:
        return {tr("Update needed") + waiting, Pill::Tone::Late};
    case LinkStatus::State::Alarm:
        return {tr("Sending stopped") + waiting, Pill::Tone::Late};
    }
    return {};
}

QString LinkText::refusal(const QString &errorCode, const QString &message)
{
    if (errorCode == u"ORDER_TRANSITION_NOT_ALLOWED")
        return tr("The order was already further on, handed over or cancelled.");
    if (errorCode == u"ORDER_STATUS_CHANGED")
        return tr("Somebody else had changed the order first.");
    if (errorCode == u"LINE_TRANSITION_NOT_ALLOWED")
        return tr("The dish had been voided or changed by somebody else.");
    if (errorCode == u"RECALL_NOT_ALLOWED")
        return tr("This order cannot be taken back any more.");
    if (errorCode == u"RECALL_TOO_LATE")
        return tr("It was taken back too late: kitchens have 15 minutes.");
    if (errorCode == u"NOT_FOUND")
        return tr("The site does not know this order.");
    if (errorCode == u"PAYMENT_EXCEEDS_DUE")
        return tr("The order owes less than that: somebody may have paid meanwhile.");
    if (errorCode == u"PAYMENT_NOT_ALLOWED")
        return tr("No money can be taken for this order now.");
    if (errorCode == u"PAYMENT_METHOD_NOT_CONFIGURED")
        return tr("No bank is set up at this site: a manager does that in the settings.");
    if (errorCode == u"IDEMPOTENCY_KEY_REUSED")
        return tr("The site has already done this in another way. Look at what it has now, then try again.");
    if (errorCode == u"VERSION_STALE")
        return tr("Somebody else has changed the same thing. Look at it again.");
    if (errorCode == u"ITEM_UNAVAILABLE")
        return tr("A dish is out now.");
    if (errorCode == u"ITEM_UNKNOWN")
        return tr("A dish is not on the menu any more.");
    if (errorCode == u"ADDRESS_REQUIRED")
        return tr("A delivery needs an address.");
    if (errorCode == u"FORBIDDEN")
        return tr("This screen may not do that.");
    if (errorCode == u"REPLICA_NOT_IN_STEP")
        return tr("That cannot be now: the standby lacks something, or does not answer.");
    if (errorCode == u"HUB_FOREIGN")
        return tr("Another computer answers in place of the site's: its key is not the one that this screen trusts. It "
                  "was told nothing.");
    if (errorCode == u"UPGRADE_REQUIRED")
        return tr("The programs of this screen and of the site do not fit together: ask a manager to update them.");
    if (errorCode == u"STORAGE_UNAVAILABLE")
        return tr("This computer could not write it down: its disk may be full. Try again.");
    return message.isEmpty() ? tr("The site gave the reason %1.").arg(errorCode) : tr("The site said: %1").arg(message);
}

QString LinkText::failure(const PortFailure &failure)
{
    switch (failure.kind) {
    case PortFailure::Kind::Unreachable:
        if (failure.errorCode == u"REPLICA_UNREACHABLE")
            return tr("Nothing is written while the standby cannot be reached. A manager can let the hub go on alone.");
        if (failure.errorCode == u"HUB_FENCED" || failure.errorCode == u"HUB_STANDBY")
            return tr("This computer is not the hub any more. Try again in a moment.");
        return tr("The site does not answer. See whether its computer and the network are on, then try again.");
    case PortFailure::Kind::SignIn:
        return tr("The site does not let this screen do that: ask a manager.");
    case PortFailure::Kind::Refused:
        return refusal(failure.errorCode, failure.message);
    case PortFailure::Kind::Broken:
        return tr("The site gave an answer that this screen does not understand. Try again; if it stays so, tell a "
                  "manager.");
    }
    return {};
}

} // namespace oshaq

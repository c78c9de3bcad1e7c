// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/replicatext.h"

#include "models/domain/storagetrouble.h"

namespace oshaq {

ReplicaText::BandWords ReplicaText::band(const LinkStatus::Facts &facts, Role role, bool isStandbyHere, bool isAsked)
{
    BandWords words;
    const bool isAway = facts.state == LinkStatus::State::Offline || facts.state == LinkStatus::State::Connecting;
    if (isAway && isStandbyHere && facts.state == LinkStatus::State::Offline) {
        words.text =
            isAsked ? tr("Has the hub really stopped? This computer takes its place, and the hub follows it when it is "
                         "back.")
                    : tr("The hub does not answer. This computer has its record and can take its place.");
        words.act = Act::Promote;
        words.button = isAsked ? tr("Yes, make this the hub") : tr("Make this computer the hub");
    } else if (isAway || !facts.replica) {
        return {};
    } else if (facts.replica->reason == u"record_damaged") {
        words.text = tr("Nobody takes orders: the hub's record is damaged and has to be restored from a backup.");
        return words;
    } else if (facts.replica->reason == u"two_hubs") {
        words.text = isAsked ? tr("What the other hub alone has goes into a file there, for people to enter again.")
                             : tr("Two computers are the hub, and each has orders that the other lacks. A manager says "
                                  "which one goes on.");
        words.act = Act::GoAlone;
        words.button = isAsked ? tr("Yes, this one goes on") : tr("This one goes on");
    } else if (facts.replica->role == ReplicaRole::Fenced) {
        words.text = tr("Nobody takes orders here: another computer became the hub.");
        return words;
    } else if (!facts.replica->storage.isEmpty()) {
        words.text = storage(facts.replica->storage) + u' ' + tr("What is done here is kept and sent later.");
        return words;
    } else if (facts.replica->refusing) {
        words.text = isAsked ? tr("From now on everything is on the hub alone, until the standby is back.")
                             : tr("Nobody takes orders: the standby cannot be reached.");
        words.act = Act::GoAlone;
        words.button = isAsked ? tr("Yes, go on alone") : tr("Go on without it");
    } else if (facts.replica->solo) {
        words.text = tr("The hub goes on alone: what is done now is on one computer only.");
        words.tone = Band::Tone::Warning;
        words.act = Act::EndSolo;
        words.button = tr("Wait for the standby again");
    }
    if (!mayDecide(role))
        words.button.clear();
    return words;
}

QString ReplicaText::storage(const QString &trouble)
{
    switch (storageTroubleFromText(trouble).value_or(StorageTrouble::None)) {
    case StorageTrouble::DiskFull:
        return tr("The hub cannot store orders: its disk is full. Make room there; it goes on by itself.");
    case StorageTrouble::DiskReadOnly:
        return tr(
            "The hub cannot store orders: its disk takes no writes. Somebody has to look at it, or the standby takes "
            "over.");
    case StorageTrouble::DiskFails:
        return tr(
            "The hub cannot store orders: its disk reports errors. It tries again by itself; when this stays, the "
            "standby takes over, or a backup is restored on another disk.");
    case StorageTrouble::Damaged:
        return tr("The hub cannot store orders: its record is damaged. The standby takes over, or the newest backup is "
                  "restored.");
    case StorageTrouble::FileGone:
        return tr(
            "The hub cannot store orders: a file of its record was taken away. Put it back and start the hub again, "
            "or restore the newest backup.");
    case StorageTrouble::NoMemory:
        return tr("The hub cannot store orders: its computer has no memory left. Close other programs there.");
    case StorageTrouble::None:
        break;
    }
    return tr("The hub cannot store orders. Somebody has to look at its computer.");
}

QString ReplicaText::mode(ReplicaMode mode)
{
    switch (mode) {
    case ReplicaMode::Off:
        return tr("There is no standby: the record is on one computer only.");
    case ReplicaMode::Sync:
        return tr("Every order waits until the standby has it too. Nothing is lost when the hub breaks.");
    case ReplicaMode::Async:
        return tr("The standby follows when it can. When the hub breaks, the last orders may be on it alone.");
    }
    return {};
}

QString ReplicaText::state(const ReplicaFacts &facts)
{
    if (facts.note.reason == u"record_damaged")
        return tr("Nobody takes orders: the hub's record is damaged and has to be restored from a backup.");
    if (!facts.rival.isEmpty())
        return tr("Two computers are the hub. Go on alone at the one that is right: the other one follows it then.");
    if (facts.note.role == ReplicaRole::Fenced)
        return tr("Another computer became the hub. This one takes no orders any more.");
    if (facts.note.role == ReplicaRole::Standby)
        return tr("It follows the hub and takes no orders itself.");
    if (facts.note.refusing)
        return tr("Nobody takes orders: the standby cannot be reached.");
    if (facts.note.solo)
        return tr("The hub goes on alone until its standby has everything.");
    return mode(facts.note.mode);
}

} // namespace oshaq

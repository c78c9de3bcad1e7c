// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hub/peerfile.h"
#include "models/hub/replica.h"
#include "models/hub/writer.h"

namespace oshaq {

/// What people and the other side make of a hub or a standby. Each runs as WriteCommand::alone on the writer's thread,
/// stores what it decides durably, and only then tells the Replica.
namespace replicaacts {

/// How this hub is followed from now on. Sync while the standby lacks something: solo until it has everything.
/// ReplicaNotInStep: anything but sync while writes wait for a standby that is not there (that is what solo is for).
Result<WriteOutcome> configure(AloneContext &context, Replica &replica, ReplicaMode mode, const QString &standbyName);

/// The one token that a standby may follow with; the one before is no longer good. Outcome: secret.
Result<WriteOutcome> makeToken(AloneContext &context, Replica &replica);

/// The standby has everything: what was to go on alone until then waits for it from now on. Nothing otherwise.
Result<WriteOutcome> join(AloneContext &context, Replica &replica);

/// A manager says: go on without the standby. Raises the term, so that everybody follows this hub and not a standby
/// that was promoted at the same time; saying it again settles which of two hubs goes on. A fenced hub goes on too when
/// `over` names the epoch that it gave way to.
Result<WriteOutcome> declareSolo(AloneContext &context, Replica &replica, const QString &directory,
                                 const QString &over);
/// The standby counts again. ReplicaNotInStep while it lacks something.
Result<WriteOutcome> endSolo(AloneContext &context, Replica &replica);

/// Another hub has this epoch. Nothing when its term is not higher.
Result<WriteOutcome> fence(AloneContext &context, Replica &replica, const QString &epoch);

/// A fenced hub follows the one that took over from it.
Result<WriteOutcome> becomeStandby(AloneContext &context, Replica &replica, const QString &directory,
                                   const PeerFile &peer);

/// The standby becomes the hub, alone until it has a standby itself. ReplicaNotInStep: this is no standby, it has no
/// whole copy, or its hub answers still and nobody insists.
Result<WriteOutcome> promote(AloneContext &context, Replica &replica, const QString &directory, bool insist);

/// Replaces the record of a standby by a copy of its hub's; what was here alone goes to "alone-EPOCH.jsonl" first.
/// Outcome: values[0] = rows in that file.
Result<WriteOutcome> takeBase(AloneContext &context, Replica &replica, const QString &directory, const QString &hubUrl,
                              const QString &baseFile);

/// One change of the hub's, in one transaction, durable when it returns. CursorGone: it is not the next one, or does
/// not fit.
Result<WriteOutcome> apply(AloneContext &context, Replica &replica, const ReplicaChange &change);

} // namespace replicaacts

} // namespace oshaq

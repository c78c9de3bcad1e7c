// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/hub/peerfile.h"
#include "sync/server/tlsidentity.h"

namespace oshaq {

/// Has the hub sign this standby's certificate, so that the screens, which trust the hub's authority and no other, know
/// this computer on the day on which it is the hub. Once: what is there already stays. Nothing with a given
/// certificate, or where the hub has no authority of its own. Waits for the hub, 20 s at most: before there is an event
/// loop.
Result<void> fetchStandbyCertificate(const TlsOptions &tls, const PeerFile &hub);

} // namespace oshaq

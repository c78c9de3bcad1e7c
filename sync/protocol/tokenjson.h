// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/protocol/schema.h"

namespace oshaq {

/// What the routes of API tokens and of pairing take.
const Schema &newApiTokenSchema();      ///< {"name","kind","expires_at"?}
const Schema &apiTokenRotationSchema(); ///< {"overlap_seconds"?,"expires_at"?}
const Schema &pairingCodeSchema();      ///< {"role","station_id"?}
const Schema &pairSchema();             ///< auth/pair: {"code","name"}

namespace outputs {

Schema apiToken();
/// An API token with its secret, which is shown once.
Schema apiTokenSecret();
/// A code that makes one terminal, which is shown once.
Schema pairingCode();

} // namespace outputs

} // namespace oshaq

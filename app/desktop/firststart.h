// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/hub/hub.h"
#include "models/runtime/clock.h"
#include "models/terminal/terminal.h"

#include <QString>

namespace oshaq {

/// Makes a hub with one business and the sample menu where there is none; asks nothing that it can decide itself.
/// The business token, when one was made; it is not kept anywhere. `timeZone`: IANA, the machine's.
Result<QString> ensureHub(const QString &directory, const QString &timeZone, const Clock &clock);

/// Gives the terminal a token of this computer's own hub when it has none that the hub knows. It is a manager's; one
/// that an earlier version made for a kitchen becomes so, once.
Result<void> ensureOwnTerminal(Hub &hub, Terminal &terminal, const QString &url, const QString &name);

} // namespace oshaq

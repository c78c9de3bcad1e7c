// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hub/hub.h"

namespace oshaq {

/// The key files beside the record, which its copy at the standby is worth little without: who is promoted at eight in
/// the evening has to charge cards, call guests and sign webhooks. Any thread.
namespace standbykeys {

/// Says which keys a hub uses and nothing of the keys; hexadecimal, empty when it has none.
QByteArray ids(Hub &hub);
/// For the standby alone: a JSON object of file names and contents. Never log it.
Result<QByteArray> texts(Hub &hub);
/// At the standby. What was there before stays beside it, its name ends in ".old".
Result<void> adopt(Hub &hub, const QByteArray &texts);

} // namespace standbykeys

} // namespace oshaq

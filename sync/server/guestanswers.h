// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hub/writer.h"
#include "sync/server/exchange.h"

#include <QString>

namespace oshaq {

/// What the ways in which guests come in answer with.
namespace guestanswers {

/// The token, with the outcome's code for a status.
Flow session(Exchange &exchange, const WriteOutcome &outcome, const QString &message);

} // namespace guestanswers

} // namespace oshaq

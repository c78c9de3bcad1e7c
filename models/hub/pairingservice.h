// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/role.h"
#include "models/hub/writer.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace oshaq {

inline constexpr qint64 pairingCodeLifetimeMs = qint64{10} * 60 * 1000;
/// So long it is remembered after its end, for the answer to who comes too late.
inline constexpr qint64 pairingCodeKeptMs = qint64{60} * 60 * 1000;

/// How a new screen gets its token without anybody copying one: somebody who may make terminals has a code shown, and
/// types it on the new screen.
namespace pairingwrites {

enum class CodeState
{
    Good,
    Wrong,
    Expired,
    Used
};

/// A code that makes one terminal of this role. Forbidden and ValidationFailed as accesswrites::createTerminal().
/// Outcome 201: secret = the code, shown this once; values[0] = its end (UTC ms). `random` has
/// typedcode::pairingBytes bytes.
Result<WriteOutcome> makeCode(WriteContext &context, Role role, std::optional<qint64> stationId,
                              const QByteArray &random);

/// The code says which business it is and what the terminal may. Outcome as accesswrites::createTerminal() with
/// values[0] = the business, or 401 with the CodeState of a code that is wrong, used or too old: not for everybody's
/// ears. SignInLocked after too many of those from one address.
Result<WriteOutcome> pair(WriteContext &context, const QString &code, const QString &name, const QString &address);

} // namespace pairingwrites

} // namespace oshaq

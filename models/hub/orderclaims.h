// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/hub/writer.h"

#include <QString>

namespace oshaq {

/// What a new order needs before it is one, whoever makes it.
namespace orderclaims {

/// The letter of numbers that the hub gives.
QString hubLetter();
/// Empty: a fresh one. A given one that this business knows already is the same order sent again: AlreadyExists.
Result<QString> uuid(WriteContext &context, const QString &wanted);

} // namespace orderclaims

} // namespace oshaq

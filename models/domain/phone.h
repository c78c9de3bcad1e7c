// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace oshaq {

/// A phone number as E.164 writes it ("+77011234567"), from what people type: blanks, hyphens, dots and brackets do not
/// count, 00 is a plus, and the forms that Kazakhstan uses at home are understood (8 701 123 45 67, 7 701 ..., 701
/// ...). Nothing when it cannot be a number that is reachable from everywhere.
std::optional<QString> normalPhone(const QString &typed);

} // namespace oshaq

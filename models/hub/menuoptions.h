// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/catalog.h"
#include "models/domain/money.h"
#include "models/domain/result.h"

#include <QString>
#include <QStringView>

#include <vector>

namespace oshaq {

/// The column `options` of a menu file, one compact text per item:
///
///     Spice:0-1:mild|hot;Extras:0-3:onion broth +200|extra noodles +600
///
/// Groups are separated by ';'. A group is NAME:CHOICES:OPTIONS, where CHOICES is "MIN-MAX" or one number for both, and
/// OPTIONS are separated by '|'. An option may end in " +AMOUNT", its price in major units of the currency. Blanks
/// around the parts do not count; a backslash before one of ; : | + and itself makes it part of a name. An empty text is
/// no groups. Refusal: ValidationFailed, saying which group or option and why.
Result<std::vector<OptionGroup>> parseMenuOptions(QStringView text, const Currency &currency);

/// The text that parseMenuOptions() reads back as the same groups (ids apart), for exports.
QString formatMenuOptions(const std::vector<OptionGroup> &groups, const Currency &currency);

} // namespace oshaq

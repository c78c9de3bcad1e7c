// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/look.h"

#include <QString>

namespace oshaq {

/// Qt's own fields, lists, tables and scroll bars in our look: for the root of an office page or a sheet. Set anew when
/// the look changes. Labels take their role from the property "role": "title", "caption", "muted", "error", "strong".
/// A field whose property "wrong" is true has the outline of an error.
QString styleFor(const Look &look);

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/order.h"

#include <algorithm>

namespace oshaq {

QString firstName(const QString &name)
{
    const QString trimmed = name.trimmed();
    const auto end = std::find_if(trimmed.begin(), trimmed.end(), [](QChar c) { return c.isSpace(); });
    return trimmed.first(end - trimmed.begin());
}

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/principal.h"

namespace oshaq {

QString Principal::key() const
{
    switch (kind) {
    case Kind::Business:
        return QStringLiteral("business:%1").arg(id);
    case Kind::Terminal:
        return QStringLiteral("terminal:%1").arg(id);
    case Kind::Guest:
        return QStringLiteral("guest:%1").arg(id);
    case Kind::Staff:
        return QStringLiteral("staff:%1").arg(id);
    case Kind::Integration:
        return QStringLiteral("integration:%1").arg(id);
    }
    return QStringLiteral("unknown:%1").arg(id);
}

QString Principal::actor() const
{
    return operatorId > 0 ? QStringLiteral("staff:%1").arg(operatorId) : key();
}

} // namespace oshaq

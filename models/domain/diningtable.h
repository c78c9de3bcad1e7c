// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QtGlobal>

namespace oshaq {

/// A table at which guests sit. Of its code the hub keeps the hash only.
struct DiningTable
{
    qint64 id = 0;
    qint64 businessId = 0;
    QString name;
    qint64 codeExpiresAtMs = 0; ///< 0: it has no code
    qint64 guests = 0;          ///< that came by the code it has now
    qint64 version = 1;

    bool operator==(const DiningTable &) const = default;
};

} // namespace oshaq

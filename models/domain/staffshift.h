// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QtGlobal>

#include <optional>

namespace oshaq {

/// Somebody was at work, from sign-in to sign-out.
struct StaffShift
{
    qint64 id = 0;
    qint64 staffId = 0;
    QString staffName;     ///< as they are called now
    qint64 terminalId = 0; ///< where they signed in last; 0: at none
    QString terminalName;
    qint64 beganAtMs = 0;
    std::optional<qint64> endedAtMs; ///< none: they are here
    bool endedByOther = false;       ///< a manager ended it, or the end of the business day

    bool operator==(const StaffShift &) const = default;
};

} // namespace oshaq

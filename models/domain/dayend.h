// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDate>
#include <QString>
#include <QtGlobal>

namespace oshaq {

/// The report with which somebody closed a business day. It is kept as it was, whatever happens to its orders later,
/// and names the journal's last row and hash: an anchor that shows tampering with what was before.
struct DayEnd
{
    qint64 id = 0;
    QDate day;
    int number = 0; ///< of this day: a second one replaces nothing
    qint64 madeAtMs = 0;
    QString madeBy; ///< as they are called
    qint64 journalSeq = 0;
    QByteArray journalHash;
    qint64 orders = 0;
    qint64 revenueMinor = 0;
    qint64 openOrders = 0; ///< that were not over yet

    bool operator==(const DayEnd &) const = default;
};

} // namespace oshaq

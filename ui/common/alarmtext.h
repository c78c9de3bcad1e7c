// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/unpaintedalarm.h"
#include "models/terminal/linkstatus.h"

#include <QCoreApplication>
#include <QString>

#include <vector>

namespace oshaq {

/// What screens say about tickets that nobody in the kitchen can see. Pure: the same facts give the same words.
class AlarmText
{
    Q_DECLARE_TR_FUNCTIONS(oshaq::AlarmText)

public:
    /// "A-042 has been on no kitchen screen for 14 s: Grill. It was printed on Kitchen." and how many more there are;
    /// empty without an alarm. Without the hub the time stands where it was known last.
    static QString band(const std::vector<UnpaintedAlarm> &alarms, const LinkStatus::Facts &link, qint64 nowMs);
    /// What stands on the ticket: "On no screen: Grill, Cold".
    static QString mark(const std::vector<UnpaintedAlarm> &ofOrder);
    /// "14 s", "2 min 5 s", "1 h 10 min".
    static QString duration(qint64 milliseconds);
    /// The button that ends the noise at this screen.
    static QString silence();

private:
    static QString paper(const UnpaintedAlarm &alarm);
};

} // namespace oshaq

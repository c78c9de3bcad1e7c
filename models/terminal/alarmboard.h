// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/unpaintedalarm.h"

#include <QObject>

#include <set>
#include <utility>
#include <vector>

namespace oshaq {

/// What the hub says is an alarm, as this screen heard it last, and what somebody here has seen of it. GUI thread.
/// sync/client writes it, ui shows it.
class AlarmBoard final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AlarmBoard)

public:
    using QObject::QObject;

    /// All that there are, oldest first. They stay while the hub is away: nobody knows better then.
    const std::vector<UnpaintedAlarm> &alarms() const { return m_alarms; }
    /// Those that nobody at this screen has acknowledged.
    std::vector<UnpaintedAlarm> loud() const;
    /// Those of one order, acknowledged or not.
    std::vector<UnpaintedAlarm> of(qint64 orderId) const;

    /// What is an alarm from now on. One that ended and comes back is loud again.
    void update(std::vector<UnpaintedAlarm> alarms);
    /// Somebody at this screen knows of all of them; other screens go on.
    void acknowledge();

Q_SIGNALS:
    void changed();

private:
    using Key = std::pair<qint64, qint64>; ///< order, station

    static Key keyOf(const UnpaintedAlarm &alarm) { return {alarm.orderId, alarm.stationId}; }

    std::vector<UnpaintedAlarm> m_alarms;
    std::set<Key> m_known;
};

} // namespace oshaq

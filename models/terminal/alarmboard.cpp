// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/terminal/alarmboard.h"

#include <algorithm>

namespace oshaq {

std::vector<UnpaintedAlarm> AlarmBoard::loud() const
{
    std::vector<UnpaintedAlarm> loud;
    std::copy_if(m_alarms.begin(), m_alarms.end(), std::back_inserter(loud),
                 [this](const UnpaintedAlarm &alarm) { return !m_known.contains(keyOf(alarm)); });
    return loud;
}

std::vector<UnpaintedAlarm> AlarmBoard::of(qint64 orderId) const
{
    std::vector<UnpaintedAlarm> ofOrder;
    std::copy_if(m_alarms.begin(), m_alarms.end(), std::back_inserter(ofOrder),
                 [orderId](const UnpaintedAlarm &alarm) { return alarm.orderId == orderId; });
    return ofOrder;
}

void AlarmBoard::update(std::vector<UnpaintedAlarm> alarms)
{
    if (alarms == m_alarms)
        return;
    m_alarms = std::move(alarms);
    std::set<Key> present;
    for (const UnpaintedAlarm &alarm : m_alarms)
        present.insert(keyOf(alarm));
    std::erase_if(m_known, [&present](const Key &key) { return !present.contains(key); });
    Q_EMIT changed();
}

void AlarmBoard::acknowledge()
{
    const auto before = m_known.size();
    for (const UnpaintedAlarm &alarm : m_alarms)
        m_known.insert(keyOf(alarm));
    if (m_known.size() != before)
        Q_EMIT changed();
}

} // namespace oshaq

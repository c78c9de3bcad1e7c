// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/catalog.h"

#include <QDate>
#include <QTimeZone>

#include <unordered_map>
#include <vector>

namespace oshaq {

/// Which business day and which hour on the wall an instant belongs to. Days are looked up among their bounds; the
/// zone's offset is kept for each quarter of an hour, because zones never change inside one. An unknown zone counts as
/// UTC. One thread.
class WallClock
{
public:
    /// Business days from `from` to `to`, both included.
    WallClock(const Business &business, const QDate &from, const QDate &to);

    qint64 beginMs() const { return m_begins.front(); }
    qint64 endMs() const { return m_begins.back(); }
    std::size_t days() const { return m_begins.size() - 1; }
    QDate day(std::size_t index) const { return m_from.addDays(qint64(index)); }
    qint64 dayBeginMs(std::size_t index) const { return m_begins[index]; }
    qint64 dayEndMs(std::size_t index) const { return m_begins[index + 1]; }

    /// Of an instant between beginMs() and endMs().
    std::size_t dayIndex(qint64 ms) const;
    /// 0 to 23.
    int hour(qint64 ms);

private:
    QDate m_from;
    QTimeZone m_zone;
    std::vector<qint64> m_begins; ///< of each day, and of the one behind the last
    std::unordered_map<qint64, int> m_offsets;
};

} // namespace oshaq

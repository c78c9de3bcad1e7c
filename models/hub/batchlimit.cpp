// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/batchlimit.h"

#include <algorithm>

namespace oshaq {

namespace {

/// Of those who are underway: measured with 64 clients, where 40 were best (bench/README.md).
constexpr std::size_t sixteenths = 10;
/// What is won for each who is underway: so long the writer would wait while one of them is answered and asks again.
constexpr qint64 answerUs = 25;
/// One slow sync says little.
constexpr qint64 remembered = 4;

} // namespace

int BatchLimit::now(std::size_t taken, std::size_t waiting) const
{
    if (m_storedUs < 0)
        return m_most;
    const std::size_t underway = std::max(m_underway, taken + waiting);
    if (underway <= fewest || m_storedUs > qint64(underway) * answerUs)
        return m_most;
    return int(std::min(underway * sixteenths / 16, std::size_t(m_most)));
}

void BatchLimit::ended(std::size_t taken, std::size_t waiting, qint64 storedUs)
{
    m_underway = taken + waiting;
    m_storedUs = m_storedUs < 0 ? storedUs : m_storedUs + (storedUs - m_storedUs) / remembered;
}

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <cstddef>

namespace oshaq {

/// How many commands one batch takes while more keep coming (ADR 40). Were it everyone, everyone would be answered at
/// once and come back at once: the writer would wait while they are answered, and they while it writes. With a little
/// more than half of them one half is answered while the other one is written, and each has a sync of its own; so only
/// where syncs are cheap. Pure; not thread-safe.
class BatchLimit final
{
public:
    /// So few are written at once whatever a sync costs: there is little to overlap.
    static constexpr std::size_t fewest = 16;

    /// `most` commands a batch in any case.
    explicit BatchLimit(int most)
        : m_most(most)
    {}

    /// For a batch that has taken so many already, while so many others wait.
    int now(std::size_t taken, std::size_t waiting) const;

    /// A batch was stored and is not answered yet: how many it took, how many others wait, and how long it took from
    /// the end of its commands until it may be answered (the sync, and the standby's word if that is waited for).
    void ended(std::size_t taken, std::size_t waiting, qint64 storedUs);

private:
    const int m_most;
    std::size_t m_underway = 0; ///< asked for and not answered, when the last batch ended
    qint64 m_storedUs = -1;     ///< of late; negative before the first
};

} // namespace oshaq

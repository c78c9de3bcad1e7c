// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hub/writer.h"

#include <cstddef>
#include <deque>
#include <vector>

namespace oshaq {

/// What waits for the writer, in two lanes: those who work here, and guests with the services that order for them. In
/// each lane it goes in the order in which it came. When there is more than can be written the kitchen goes first, and
/// a crowd of guests leaves room for it; guests are never passed over altogether. Not thread-safe.
class CommandQueue final
{
    Q_DISABLE_COPY_MOVE(CommandQueue)

public:
    /// `most` commands in all; guests may have three quarters of them.
    explicit CommandQueue(int most);

    bool isEmpty() const { return m_staff.empty() && m_guests.empty(); }
    std::size_t size() const { return m_staff.size() + m_guests.size(); }

    /// False, and `command` as it was: there is no room for it.
    bool push(WriteCommand &&command);

    /// Moves at most `most` to the end of `batch`, a quarter of them guests' while some wait. A command that wants to
    /// be alone comes into an empty batch alone; into another one neither it comes nor what is behind it.
    void take(int most, std::vector<WriteCommand> *batch);

private:
    using Lane = std::deque<WriteCommand>;

    static void move(Lane &lane, std::size_t most, std::vector<WriteCommand> *batch);

    const std::size_t m_most;
    Lane m_staff;
    Lane m_guests;
};

} // namespace oshaq

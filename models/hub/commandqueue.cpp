// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/commandqueue.h"

#include <algorithm>
#include <utility>

namespace oshaq {

namespace {

bool isGuests(const WriteCommand &command)
{
    const Principal::Kind kind = command.principal.kind;
    return kind == Principal::Kind::Guest || kind == Principal::Kind::Integration;
}

} // namespace

CommandQueue::CommandQueue(int most)
    : m_most(static_cast<std::size_t>(std::max(most, 1)))
{}

bool CommandQueue::push(WriteCommand &&command)
{
    const bool guests = isGuests(command);
    const std::size_t share = std::max<std::size_t>(m_most - m_most / 4, 1);
    if (size() >= m_most || (guests && m_guests.size() >= share))
        return false;
    (guests ? m_guests : m_staff).push_back(std::move(command));
    return true;
}

void CommandQueue::take(int most, std::vector<WriteCommand> *batch)
{
    const auto room = static_cast<std::size_t>(std::max(most, 1));
    const std::size_t before = batch->size();
    const std::size_t forGuests = std::min(m_guests.size(), room / 4);
    move(m_staff, room - forGuests, batch);
    if (batch->empty() || !batch->front().alone)
        move(m_guests, room - (batch->size() - before), batch);
}

void CommandQueue::move(Lane &lane, std::size_t most, std::vector<WriteCommand> *batch)
{
    for (; most > 0 && !lane.empty(); --most) {
        const bool isAlone = bool(lane.front().alone);
        if (isAlone && !batch->empty())
            return;
        batch->push_back(std::move(lane.front()));
        lane.pop_front();
        if (isAlone)
            return;
    }
}

} // namespace oshaq

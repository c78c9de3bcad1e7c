// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/runtime/threadrank.h"

#ifdef __linux__
#include <sys/resource.h>
#include <unistd.h>
#endif

namespace oshaq {

namespace {

// A step is a quarter: with both at work a serving thread has a third of the writer's time, and a background thread a
// third of that.
constexpr int servingSteps = 5;
constexpr int backgroundSteps = 10;

} // namespace

void setThreadRank([[maybe_unused]] ThreadRank rank)
{
#ifdef __linux__
    const int steps = rank == ThreadRank::Serving ? servingSteps : backgroundSteps;
    const int program = ::getpriority(PRIO_PROCESS, static_cast<id_t>(::getpid())); // its first thread's
    ::setpriority(PRIO_PROCESS, static_cast<id_t>(::gettid()), program + steps);
#endif
}

} // namespace oshaq

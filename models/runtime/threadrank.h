// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace oshaq {

/// What goes first while there is more to do than processors: everybody waits for the writer, which keeps the rank of
/// the program; who serves goes before who only looks after things.
enum class ThreadRank
{
    Serving,
    Background
};

/// Puts the calling thread behind the program's others, by Linux's niceness of a thread; threads that it starts begin
/// with its rank. No thread is ever starved by it. QThread::setPriority() does nothing here: the usual scheduler of
/// Linux knows none of its priorities but Idle.
void setThreadRank(ThreadRank rank);

} // namespace oshaq

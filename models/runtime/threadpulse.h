// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace oshaq {

/// How a thread is getting on, as seen from another one.
struct ThreadPulse
{
    quint64 beats = 0;         ///< other than before: it got on with something
    bool isWaiting = true;     ///< it has nothing to do
    bool waitsForDisk = false; ///< what it does takes as long as the disk takes
    qint64 threadId = 0;       ///< of the system; 0: not known
};

} // namespace oshaq

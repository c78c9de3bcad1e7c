// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace oshaq {

/// Gives memory that was freed back to the system, which the allocator would keep for this thread. For
/// after work that takes much and is rare: it takes milliseconds, in which other threads may wait for memory. Does
/// nothing where the allocator has no such call.
void giveMemoryBack();

} // namespace oshaq

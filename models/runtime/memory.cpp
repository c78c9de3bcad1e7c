// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/runtime/memory.h"

#include <cstdlib>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace oshaq {

void giveMemoryBack()
{
#ifdef __GLIBC__
    ::malloc_trim(0);
#endif
}

} // namespace oshaq

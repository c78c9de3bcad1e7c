// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/runtime/memory.h"

#include <cstddef>
#include <cstdlib>

#ifdef __GLIBC__
#include <malloc.h>

/// Is there in a program that has jemalloc as its allocator.
extern "C" int mallctl(const char *, void *, std::size_t *, void *, std::size_t) __attribute__((weak));
#endif

namespace oshaq {

void giveMemoryBack()
{
#ifdef __GLIBC__
    if (!mallctl) {
        ::malloc_trim(0);
        return;
    }
    ::mallctl("thread.tcache.flush", nullptr, nullptr, nullptr, 0);
    ::mallctl("arena.4096.purge", nullptr, nullptr, nullptr, 0); // 4096 stands for all of them
#endif
}

} // namespace oshaq

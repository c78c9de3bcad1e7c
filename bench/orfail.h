// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QString>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <utility>

/// Benches end at the first thing that does not work, and say which one of them it was.
namespace oshaq {

[[noreturn]] inline void fail(const QString &what)
{
    std::fprintf(stderr, "%s: %s\n", program_invocation_short_name, qPrintable(what));
    std::exit(1);
}

template <typename T> T valueOf(Result<T> result)
{
    if (!result)
        fail(result.error().message);
    return std::move(*result);
}

inline void check(const Result<void> &result)
{
    if (!result)
        fail(result.error().message);
}

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/look.h"

namespace oshaq {

/// `look` itself where `fits(look)`, else the largest smaller one for which it does, else half of it: large letters
/// are wanted, but not at the price of words that are cut.
template <typename Fits> Look fittingLook(const Look &look, Fits fits)
{
    constexpr int step = 5;
    constexpr int least = 50;
    if (fits(look))
        return look;
    for (int percent = 100 - step; percent > least; percent -= step) {
        const Look smaller = look.withText(percent);
        if (fits(smaller))
            return smaller;
    }
    return look.withText(least);
}

} // namespace oshaq

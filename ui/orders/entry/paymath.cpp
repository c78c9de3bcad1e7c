// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orders/entry/paymath.h"

#include <algorithm>
#include <array>

namespace oshaq {

namespace {

constexpr std::size_t suggestions = 5;
constexpr std::array<qint64, 6> tengeNotes{500, 1000, 2000, 5000, 10'000, 20'000};
constexpr std::array<qint64, 6> otherNotes{1, 5, 10, 20, 50, 100};

qint64 unitOf(const Currency &currency)
{
    qint64 unit = 1;
    for (int i = 0; i < currency.exponent(); ++i)
        unit *= 10;
    return unit;
}

qint64 roundedUp(qint64 amount, qint64 to)
{
    return (amount + to - 1) / to * to;
}

} // namespace

std::vector<qint64> quickCash(qint64 minor, const Currency &currency)
{
    if (minor <= 0 || minor > maxAmountMinor)
        return {};
    std::vector<qint64> amounts;
    for (const qint64 note : currency.code() == u"KZT" ? tengeNotes : otherNotes)
        amounts.push_back(roundedUp(minor, note * unitOf(currency)));
    amounts.push_back(minor);
    std::sort(amounts.begin(), amounts.end());
    amounts.erase(std::unique(amounts.begin(), amounts.end()), amounts.end());
    if (amounts.size() > suggestions)
        amounts.resize(suggestions);
    return amounts;
}

qint64 evenShare(qint64 dueMinor, int guests, const Currency &currency)
{
    if (dueMinor <= 0 || guests <= 1)
        return std::max<qint64>(0, dueMinor);
    return std::min(dueMinor, roundedUp(roundedUp(dueMinor, guests) / guests, unitOf(currency)));
}

qint64 dishesShare(qint64 totalMinor, qint64 chosenMinor, qint64 allMinor, qint64 dueMinor, const Currency &currency)
{
    if (totalMinor <= 0 || chosenMinor <= 0 || allMinor <= 0 || chosenMinor > allMinor || dueMinor <= 0)
        return 0;
    // The dishes at their own prices, and of what stands beside them (delivery) the same part.
    const qint64 beside = totalMinor - allMinor;
    qint64 product = 0;
    if (__builtin_mul_overflow(beside, chosenMinor, &product))
        return std::min(chosenMinor, dueMinor);
    const qint64 share = chosenMinor + product / allMinor;
    return std::clamp<qint64>(roundedUp(std::max<qint64>(0, share), unitOf(currency)), 0, dueMinor);
}

} // namespace oshaq

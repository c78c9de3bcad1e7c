// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/catalogchange.h"
#include "models/domain/money.h"

#include <optional>
#include <vector>

namespace oshaq {

/// How many prices change at once. Money is minor units; nothing here is ever a floating point number.
struct PriceRule
{
    enum class Way
    {
        Percent, ///< of each price
        Amount,  ///< more or less, each price by the same
        Exactly  ///< the dish costs this, whatever it cost; prices of options stay
    };
    enum class Rounding
    {
        Nearest, ///< half of a step goes up
        Up,
        Down
    };

    Way way = Way::Percent;
    qint64 value = 0;     ///< hundredths of a percent (1250 is 12.5 %), else minor units; negative: less
    qint64 stepMinor = 1; ///< prices become multiples of it; not for Exactly, where a person has said the price
    Rounding rounding = Rounding::Nearest;
    bool options = false; ///< prices of options too; one that costs nothing goes on costing nothing

    bool operator==(const PriceRule &) const = default;
};

/// Between -100 % and this, in hundredths of a percent.
inline constexpr qint64 maxPricePercent = 100'000;
inline constexpr qint64 maxPriceStepMinor = 1'000'000'000;

/// The price after the rule. AmountOutOfRange when it would be below zero, or larger than an amount may be;
/// ValidationFailed for a rule that makes no sense. The exact result is rounded once.
Result<qint64> changedPrice(qint64 priceMinor, const PriceRule &rule);

/// One price before and after: of a dish, or of one of its options.
struct PriceRow
{
    enum class Refusal
    {
        None,
        BelowZero,
        TooLarge
    };

    qint64 itemId = 0;
    int group = -1; ///< place of the option's group; -1: the dish itself
    int option = -1;
    qint64 before = 0;
    qint64 after = 0; ///< `before` when it is refused
    Refusal refusal = Refusal::None;

    bool isOption() const { return group >= 0; }
    bool changes() const { return after != before; }
    /// More than half of the price, up or down: people who meant 5 have typed 50.
    bool isLarge() const;

    bool operator==(const PriceRow &) const = default;
};

/// What a rule does to some dishes: to look at before anything is written, and the one change that writes it.
struct PricePlan
{
    std::vector<PriceRow> rows; ///< each dish, its options behind it when the rule is about them
    int items = 0;              ///< dishes of which at least one price changes
    int prices = 0;             ///< prices that change, of dishes and options
    int refused = 0;            ///< prices that stay because the new one is none
    int large = 0;
    /// Of the dishes' own prices, after less before; nothing when it is too large to say.
    std::optional<qint64> sumMinor;
    CatalogChange change; ///< with the versions of `items`; dishes that stay are not in it
};

/// A rule that makes no sense changes nothing: ValidationFailed.
Result<PricePlan> planPrices(const std::vector<Item> &items, const PriceRule &rule);

/// Steps that prices in this currency are rounded to, the smallest first: what people really pay in.
std::vector<qint64> priceSteps(const Currency &currency);

} // namespace oshaq

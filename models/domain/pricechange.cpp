// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/pricechange.h"

#include <array>
#include <cstdlib>

namespace oshaq {

namespace {

constexpr qint64 wholePercent = 10'000; // 100 % in hundredths of a percent

/// A price between two minor units: `minor` and `rest` / 10,000 of one more.
struct ExactPrice
{
    qint64 minor = 0;
    qint64 rest = 0;
};

Error belowZero()
{
    return {ErrorCode::AmountOutOfRange, QStringLiteral("The price would be below zero."), {}};
}

Error tooLarge()
{
    return {ErrorCode::AmountOutOfRange, QStringLiteral("The amount is too large."), {}};
}

Error wrongRule(const QString &why)
{
    return {ErrorCode::ValidationFailed, why, {}};
}

Result<void> checkRule(const PriceRule &rule)
{
    if (rule.stepMinor < 1 || rule.stepMinor > maxPriceStepMinor)
        return wrongRule(QStringLiteral("Prices are rounded to a step of 1 to %1 minor units.").arg(maxPriceStepMinor));
    if (rule.way == PriceRule::Way::Percent && (rule.value < -wholePercent || rule.value > maxPricePercent))
        return wrongRule(QStringLiteral("A percentage is between -100 and %1.").arg(maxPricePercent / 100));
    if (rule.value > maxAmountMinor || rule.value < -maxAmountMinor)
        return wrongRule(QStringLiteral("The amount is too large."));
    return {};
}

/// Of a price from 0 to maxAmountMinor and a checked rule: by parts, so that nothing overflows.
ExactPrice percentOf(qint64 priceMinor, qint64 percent)
{
    const qint64 factor = wholePercent + percent;
    const qint64 ofRest = priceMinor % wholePercent * factor;
    return {priceMinor / wholePercent * factor + ofRest / wholePercent, ofRest % wholePercent};
}

qint64 rounded(const ExactPrice &price, const PriceRule &rule)
{
    const qint64 below = price.minor / rule.stepMinor * rule.stepMinor;
    const qint64 over = price.minor - below;
    if (over == 0 && price.rest == 0)
        return below;
    switch (rule.rounding) {
    case PriceRule::Rounding::Up:
        return below + rule.stepMinor;
    case PriceRule::Rounding::Down:
        return below;
    case PriceRule::Rounding::Nearest:
        break;
    }
    const qint64 twice = 2 * (over * wholePercent + price.rest);
    return twice >= rule.stepMinor * wholePercent ? below + rule.stepMinor : below;
}

PriceRow planned(qint64 itemId, int group, int option, qint64 before, const PriceRule &rule)
{
    PriceRow row{itemId, group, option, before, before, PriceRow::Refusal::None};
    // What is added to a dish for nothing is no price that anybody raises.
    if (row.isOption() && before == 0)
        return row;
    if (const auto after = changedPrice(before, rule))
        row.after = *after;
    else
        row.refusal = before < 0 || rule.value < 0 ? PriceRow::Refusal::BelowZero : PriceRow::Refusal::TooLarge;
    return row;
}

void count(PricePlan *plan, const PriceRow &row)
{
    plan->prices += row.changes() ? 1 : 0;
    plan->refused += row.refusal == PriceRow::Refusal::None ? 0 : 1;
    plan->large += row.isLarge() ? 1 : 0;
    if (!row.isOption() && plan->sumMinor) {
        const auto sum = addMinor(*plan->sumMinor, row.after - row.before);
        plan->sumMinor = sum ? std::optional(*sum) : std::nullopt;
    }
    plan->rows.push_back(row);
}

} // namespace

bool PriceRow::isLarge() const
{
    return changes() && 2 * std::abs(after - before) > before;
}

Result<qint64> changedPrice(qint64 priceMinor, const PriceRule &rule)
{
    if (const auto checked = checkRule(rule); !checked)
        return checked.error();
    if (priceMinor < 0)
        return belowZero();
    if (priceMinor > maxAmountMinor)
        return tooLarge();
    if (rule.way == PriceRule::Way::Exactly)
        return rule.value < 0 ? Result<qint64>(belowZero()) : Result<qint64>(rule.value);
    const ExactPrice exact = rule.way == PriceRule::Way::Percent ? percentOf(priceMinor, rule.value)
                                                                 : ExactPrice{priceMinor + rule.value, 0};
    if (exact.minor < 0)
        return belowZero();
    const qint64 after = rounded(exact, rule);
    return after > maxAmountMinor ? Result<qint64>(tooLarge()) : Result<qint64>(after);
}

Result<PricePlan> planPrices(const std::vector<Item> &items, const PriceRule &rule)
{
    if (const auto checked = checkRule(rule); !checked)
        return checked.error();
    PricePlan plan;
    plan.sumMinor = 0;
    for (const Item &item : items) {
        ItemChange change{RowAct::Edit, item.id, item.version, {}};
        const PriceRow own = planned(item.id, -1, -1, item.priceMinor, rule);
        count(&plan, own);
        if (own.changes())
            change.edit.priceMinor = own.after;
        if (rule.options && rule.way != PriceRule::Way::Exactly) {
            std::vector<OptionGroup> groups = item.optionGroups;
            bool changes = false;
            for (std::size_t g = 0; g < groups.size(); ++g) {
                for (std::size_t o = 0; o < groups[g].options.size(); ++o) {
                    Option &option = groups[g].options[o];
                    const PriceRow row = planned(item.id, int(g), int(o), option.priceMinor, rule);
                    count(&plan, row);
                    option.priceMinor = row.after;
                    changes |= row.changes();
                }
            }
            if (changes)
                change.edit.optionGroups = std::move(groups);
        }
        if (change.edit != ItemEdit()) {
            ++plan.items;
            plan.change.items.push_back(std::move(change));
        }
    }
    return plan;
}

std::vector<qint64> priceSteps(const Currency &currency)
{
    qint64 major = 1;
    for (int i = 0; i < currency.exponent(); ++i)
        major *= 10;
    // Where a coin of one unit is the smallest that anybody gives, prices are whole, whatever the minor unit says.
    constexpr std::array whole{"KZT", "KGS", "UZS", "RUB", "AMD", "HUF", "IDR", "TWD", "MNT", "TJS"};
    bool isWhole = currency.exponent() == 0;
    for (const char *code : whole)
        isWhole |= currency.code() == QLatin1String(code);
    if (isWhole)
        return {major, 5 * major, 10 * major, 50 * major, 100 * major, 500 * major};
    if (currency.exponent() == 2)
        return {1, 5, 10, 50, 100};
    // Dinars of a thousand: the smallest coins are of five.
    return {1, 5, 10, 50, 100, 500, major};
}

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/hub/catalogrules.h"

#include "models/domain/availability.h"
#include "models/domain/money.h"
#include "models/hub/editrules.h"

#include <QSet>

namespace oshaq {

using namespace editrules;

namespace {

constexpr int maxPrepSeconds = 24 * 60 * 60;

Result<void> checkStep(qint64 step)
{
    if (step <= 0 || step > maxQuantityThousandths)
        return invalid("quantity_step", QStringLiteral("A step is a positive quantity."));
    return {};
}

Result<void> applyHours(const std::optional<SaleHours> &wanted, SaleHours *hours)
{
    if (!wanted)
        return {};
    if (auto checked = checkSaleHours(*wanted); !checked)
        return checked;
    *hours = *wanted;
    return {};
}

Result<std::vector<OptionGroup>> checkedGroups(const std::vector<OptionGroup> &wanted)
{
    std::vector<OptionGroup> groups = wanted;
    QSet<QString> groupNames;
    for (OptionGroup &group : groups) {
        group.name = group.name.trimmed();
        if (group.name.isEmpty() || group.options.empty())
            return invalid("option_groups", QStringLiteral("A group has a name and at least one option."));
        if (groupNames.contains(group.name))
            return invalid("option_groups", QStringLiteral("There are two groups \"%1\".").arg(group.name.left(60)));
        groupNames.insert(group.name);
        if (group.minChoices < 0 || group.maxChoices < 1 || group.minChoices > group.maxChoices ||
            group.minChoices > int(group.options.size())) {
            return invalid("option_groups",
                           QStringLiteral("\"%1\": somebody takes at least \"min\" and at most \"max\" of its %2 "
                                          "options.")
                               .arg(group.name.left(60))
                               .arg(group.options.size()));
        }
        QSet<QString> names;
        for (Option &option : group.options) {
            option.name = option.name.trimmed();
            if (option.name.isEmpty() || option.priceMinor < 0 || option.priceMinor > maxAmountMinor)
                return invalid("option_groups", QStringLiteral("An option has a name and a price of 0 or more."));
            if (names.contains(option.name))
                return invalid(
                    "option_groups",
                    QStringLiteral("\"%1\" offers \"%2\" twice.").arg(group.name.left(60), option.name.left(60)));
            names.insert(option.name);
        }
    }
    return groups;
}

Result<QStringList> checkedAllergens(const QStringList &texts)
{
    QStringList allergens;
    for (const QString &text : texts) {
        // Files of menus separate them by it.
        if (text.contains(u';'))
            return invalid("allergens", QStringLiteral("An allergen has no semicolon."));
        const QString allergen = text.trimmed();
        if (!allergen.isEmpty() && !allergens.contains(allergen, Qt::CaseInsensitive))
            allergens.append(allergen);
    }
    return allergens;
}

/// On the menu or off it, and until when.
Result<void> applyAvailability(const ItemEdit &edit, qint64 nowMs, Item *item)
{
    item->available = edit.available.value_or(item->available);
    const qint64 backAtMs = edit.backAtMs.value_or(item->backAtMs);
    if (item->available) {
        if (edit.backAtMs.value_or(0) != 0)
            return invalid("back_at", QStringLiteral("Only what is off the menu comes back."));
        item->backAtMs = 0;
        return {};
    }
    if (edit.backAtMs && backAtMs != 0 && backAtMs != item->backAtMs) {
        if (backAtMs <= nowMs)
            return invalid("back_at", QStringLiteral("It comes back later than now."));
        if (backAtMs > nowMs + maxBackInMs)
            return invalid("back_at", QStringLiteral("It comes back within 90 days."));
    }
    item->backAtMs = backAtMs;
    return {};
}

Result<void> applyMaking(const ItemEdit &edit, Item *item)
{
    item->categoryId = edit.categoryId.value_or(item->categoryId);
    item->stationId = edit.stationId.value_or(item->stationId);
    if (edit.quantityStep) {
        if (*edit.quantityStep) {
            if (auto checked = checkStep(**edit.quantityStep); !checked)
                return checked;
        }
        item->quantityStep = *edit.quantityStep;
    }
    if (edit.prepSeconds) {
        if (*edit.prepSeconds < 0 || *edit.prepSeconds > maxPrepSeconds)
            return invalid("prep_seconds", QStringLiteral("0 to %1 seconds.").arg(maxPrepSeconds));
        item->prepSeconds = *edit.prepSeconds;
    }
    return {};
}

} // namespace

Result<void> catalogrules::apply(const CategoryEdit &edit, Category *category)
{
    if (edit.name) {
        auto name = checkedName(*edit.name);
        if (!name)
            return name.error();
        category->name = *name;
    }
    if (edit.quantityStep) {
        if (auto checked = checkStep(*edit.quantityStep); !checked)
            return checked;
        category->quantityStep = *edit.quantityStep;
    }
    category->stationId = edit.stationId.value_or(category->stationId);
    category->position = edit.position.value_or(category->position);
    if (edit.externalId)
        category->externalId = edit.externalId->trimmed();
    return applyHours(edit.hours, &category->hours);
}

Result<void> catalogrules::apply(const ItemEdit &edit, qint64 nowMs, Item *item)
{
    if (edit.name) {
        auto name = checkedName(*edit.name);
        if (!name)
            return name.error();
        item->name = *name;
    }
    if (edit.description)
        item->description = edit.description->trimmed();
    if (edit.priceMinor) {
        if (*edit.priceMinor < 0 || *edit.priceMinor > maxAmountMinor)
            return invalid("price", QStringLiteral("A price is 0 or more."));
        item->priceMinor = *edit.priceMinor;
    }
    if (auto made = applyMaking(edit, item); !made)
        return made;
    if (auto said = applyAvailability(edit, nowMs, item); !said)
        return said;
    item->position = edit.position.value_or(item->position);
    if (edit.externalId)
        item->externalId = edit.externalId->trimmed();
    if (edit.allergens) {
        auto allergens = checkedAllergens(*edit.allergens);
        if (!allergens)
            return allergens.error();
        item->allergens = std::move(*allergens);
    }
    if (edit.optionGroups) {
        auto groups = checkedGroups(*edit.optionGroups);
        if (!groups)
            return groups.error();
        item->optionGroups = std::move(*groups);
    }
    return applyHours(edit.hours, &item->hours);
}

bool catalogrules::sameGroups(std::vector<OptionGroup> a, std::vector<OptionGroup> b)
{
    for (auto *groups : {&a, &b}) {
        for (OptionGroup &group : *groups) {
            group.id = 0;
            for (Option &option : group.options)
                option.id = 0;
        }
    }
    return a == b;
}

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orders/entry/drafttext.h"

#include "ui/common/formats.h"

#include <algorithm>

namespace oshaq {

QString DraftText::fulfilment(Fulfilment fulfilment)
{
    switch (fulfilment) {
    case Fulfilment::DineIn:
        //: how an order is handed over: at a table of the restaurant
        return tr("Table");
    case Fulfilment::Pickup:
        //: how an order is handed over: the guest comes for it
        return tr("Pickup");
    case Fulfilment::Delivery:
        return tr("Delivery");
    }
    return {};
}

QString DraftText::whereTo(const Order &order)
{
    if (order.fulfilment == Fulfilment::DineIn)
        return tr("Table %1").arg(order.table);
    if (order.fulfilment == Fulfilment::Delivery && !order.address.isEmpty())
        return fulfilment(order.fulfilment) + QStringLiteral(" · ") + order.address;
    return fulfilment(order.fulfilment);
}

QString DraftText::groupRule(const OptionGroup &group)
{
    const int least = group.minChoices;
    const int most = group.maxChoices;
    if (least == 1 && most == 1)
        return tr("choose one");
    if (least == most)
        return tr("choose %n", nullptr, least);
    if (least == 0)
        return most == 1 ? tr("one, or none") : tr("up to %n", nullptr, most);
    return tr("%1 to %2").arg(least).arg(most);
}

QString DraftText::groupProblem(const OptionGroup &group, int chosen)
{
    if (chosen < group.minChoices) {
        const int missing = group.minChoices - chosen;
        return missing == 1 ? tr("Choose one more") : tr("Choose %n more", nullptr, missing);
    }
    if (chosen > group.maxChoices)
        return group.maxChoices == 1 ? tr("Only one is possible") : tr("At most %n", nullptr, group.maxChoices);
    return {};
}

QString DraftText::option(const Option &option, const Currency &currency)
{
    if (option.priceMinor == 0)
        return option.name;
    const QString sign = option.priceMinor > 0 ? QStringLiteral("+") : QString();
    return option.name + QStringLiteral("  ") + sign + formats::money(option.priceMinor, currency);
}

QString DraftText::caption(const NewOrderLine &line, const Item *item)
{
    QStringList parts;
    if (item) {
        for (const OptionGroup &group : item->optionGroups) {
            for (const Option &option : group.options) {
                if (std::find(line.optionIds.begin(), line.optionIds.end(), option.id) != line.optionIds.end())
                    parts << option.name;
            }
        }
    }
    if (const QString note = line.note.trimmed(); !note.isEmpty())
        parts << tr("“%1”").arg(note);
    return parts.join(QStringLiteral(" · "));
}

QString DraftText::dishes(int count)
{
    return count == 1 ? tr("1 dish") : tr("%n dishes", nullptr, count);
}

QString DraftText::step(qint64 thousandths)
{
    return tr("Sold in steps of %1").arg(formats::quantity(thousandths));
}

QString DraftText::problem(const DraftProblem &problem, const NewOrderLine *line, const Item *item, qint64 step)
{
    using At = DraftProblem::At;
    switch (problem.at) {
    case At::Items:
        return tr("Choose at least one dish.");
    case At::Table:
        return tr("Which table?");
    case At::Covers:
        return tr("Not a number of guests.");
    case At::Address:
        return tr("Where does it go?");
    case At::Promise:
        return tr("That is no time to come.");
    case At::Guest:
        return tr("The site does not take this name or phone: %1").arg(problem.issue);
    case At::Dish:
        return item ? tr("Out now: choose something else.") : tr("Not on the menu any more.");
    case At::Quantity:
        return DraftText::step(step) + QLatin1Char('.');
    case At::Options:
        if (line && item) {
            for (const OptionGroup &group : item->optionGroups) {
                const auto chosen =
                    std::count_if(group.options.begin(), group.options.end(), [line](const Option &option) {
                        return std::count(line->optionIds.begin(), line->optionIds.end(), option.id) > 0;
                    });
                if (const QString words = groupProblem(group, int(chosen)); !words.isEmpty())
                    return group.name + QStringLiteral(": ") + words;
            }
        }
        return tr("The choices of this dish are others now: choose again.");
    case At::Line:
    case At::Other:
        break;
    }
    return problem.issue;
}

} // namespace oshaq

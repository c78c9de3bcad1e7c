// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/pricing.h"

#include "models/domain/payment.h"
#include "models/domain/problems.h"
#include "models/domain/tax.h"

#include <QSet>

namespace oshaq {

namespace {

constexpr int maxCourse = 99;
constexpr int maxCovers = 1000;

struct FoundOption
{
    const OptionGroup *group = nullptr;
    const Option *option = nullptr;
};

FoundOption findOption(const Item &item, qint64 optionId)
{
    for (const OptionGroup &group : item.optionGroups) {
        for (const Option &option : group.options) {
            if (option.id == optionId)
                return {&group, &option};
        }
    }
    return {};
}

void chooseOptions(const NewOrderLine &wanted, const Item &item, const QString &path, OrderLine *line,
                   Problems *problems)
{
    QSet<qint64> seen;
    for (std::size_t i = 0; i < wanted.optionIds.size(); ++i) {
        const qint64 id = wanted.optionIds[i];
        const QString optionPath = QStringLiteral("%1.options[%2]").arg(path).arg(i);
        const FoundOption found = findOption(item, id);
        if (!found.option) {
            problems->add(ErrorCode::OptionInvalid, optionPath,
                          QStringLiteral("\"%1\" has no option %2.").arg(item.name).arg(id));
            continue;
        }
        if (seen.contains(id)) {
            problems->add(ErrorCode::OptionInvalid, optionPath,
                          QStringLiteral("\"%1\" is chosen twice.").arg(found.option->name));
            continue;
        }
        seen.insert(id);
        const Result<qint64> price = addMinor(line->priceMinor, found.option->priceMinor);
        if (!price) {
            problems->add(ErrorCode::AmountOutOfRange, optionPath, price.error().message);
            continue;
        }
        line->priceMinor = *price;
        line->options.push_back({id, found.option->name, found.option->priceMinor});
    }
    for (const OptionGroup &group : item.optionGroups) {
        int chosen = 0;
        for (const Option &option : group.options)
            chosen += seen.contains(option.id) ? 1 : 0;
        if (chosen < group.minChoices || chosen > group.maxChoices) {
            problems->add(ErrorCode::OptionInvalid, path + QStringLiteral(".options"),
                          QStringLiteral("\"%1\" takes %2 to %3 choices, not %4.")
                              .arg(group.name)
                              .arg(group.minChoices)
                              .arg(group.maxChoices)
                              .arg(chosen));
        }
    }
    if (line->priceMinor < 0) {
        problems->add(ErrorCode::AmountOutOfRange, path + QStringLiteral(".options"),
                      QStringLiteral("The chosen options make the price of \"%1\" negative.").arg(item.name));
    }
}

/// When dishes are ordered; at no time: their hours do not count.
struct Sale
{
    QString timeZone;
    std::optional<qint64> atMs;

    bool isOff(const SaleHours &hours) const { return atMs && !isOnSale(hours, timeZone, *atMs); }
};

void priceLine(const NewOrderLine &wanted, std::size_t index, const Catalog &catalog, const Sale &sale, Order *order,
               Problems *problems)
{
    const QString path = QStringLiteral("items[%1]").arg(index);
    const Item *item = catalog.findItem(wanted.itemId);
    if (!item) {
        problems->add(ErrorCode::ItemUnknown, path + QStringLiteral(".item_id"),
                      QStringLiteral("There is no item %1.").arg(wanted.itemId));
        return;
    }
    if (!item->available) {
        problems->add(ErrorCode::ItemUnavailable, path + QStringLiteral(".item_id"),
                      QStringLiteral("\"%1\" is not available now.").arg(item->name));
    } else if (sale.isOff(catalog.saleHoursOf(*item))) {
        problems->add(ErrorCode::ItemUnavailable, path + QStringLiteral(".item_id"),
                      QStringLiteral("\"%1\" is not sold at this time.").arg(item->name));
    }

    OrderLine line;
    line.itemId = item->id;
    line.name = item->name;
    line.quantity = wanted.quantity;
    line.priceMinor = item->priceMinor;
    line.stationId = catalog.stationOf(*item);
    line.course = wanted.course;
    line.prepSeconds = item->prepSeconds;
    line.note = wanted.note;

    bool quantityRight = true;
    if (const Result<void> step = checkQuantityStep(wanted.quantity, catalog.quantityStepOf(*item)); !step) {
        problems->add(step.error().code, path + QStringLiteral(".quantity"), step.error().message);
        quantityRight = false;
    } else if (wanted.quantity > maxQuantityThousandths) {
        problems->add(ErrorCode::ValidationFailed, path + QStringLiteral(".quantity"),
                      QStringLiteral("A quantity is at most %1.").arg(maxQuantityThousandths / 1000));
        quantityRight = false;
    }
    if (wanted.course < 1 || wanted.course > maxCourse) {
        problems->add(ErrorCode::ValidationFailed, path + QStringLiteral(".course"),
                      QStringLiteral("A course is a number from 1 to %1.").arg(maxCourse));
    }
    chooseOptions(wanted, *item, path, &line, problems);
    if (quantityRight) {
        if (const Result<qint64> total = lineTotalMinor(line.priceMinor, line.quantity); !total)
            problems->add(total.error().code, path + QStringLiteral(".quantity"), total.error().message);
    }
    order->lines.push_back(std::move(line));
}

void checkFulfilment(const NewOrder &request, Problems *problems)
{
    if (request.fulfilment == Fulfilment::DineIn && request.table.trimmed().isEmpty()) {
        problems->add(ErrorCode::ValidationFailed, QStringLiteral("table"),
                      QStringLiteral("A dine-in order needs its table."));
    }
    if (request.fulfilment == Fulfilment::Delivery && !request.addressId && request.address.trimmed().isEmpty()) {
        problems->add(ErrorCode::AddressRequired, QStringLiteral("address_id"),
                      QStringLiteral("A delivery order needs an address."));
    }
    if (request.covers < 0 || request.covers > maxCovers) {
        problems->add(ErrorCode::ValidationFailed, QStringLiteral("covers"),
                      QStringLiteral("Covers are a number from 0 to %1.").arg(maxCovers));
    }
}

} // namespace

Result<Order> priceOrder(const NewOrder &request, const Catalog &catalog, const Business &business,
                         std::optional<qint64> saleAtMs)
{
    const Result<Currency> currency = Currency::fromCode(business.currency);
    if (!currency)
        return Error{ErrorCode::Internal, currency.error().message, {}};

    Problems problems;
    checkFulfilment(request, &problems);
    if (request.lines.empty())
        problems.add(ErrorCode::ValidationFailed, QStringLiteral("items"),
                     QStringLiteral("An order needs at least one item."));

    Order order;
    // Upper-case spellings of a uuid are the same uuid.
    order.uuid = request.uuid.toLower();
    order.businessId = business.id;
    order.fulfilment = request.fulfilment;
    order.table = request.table.trimmed();
    order.covers = request.covers;
    order.note = request.note;
    order.allergy = request.allergy;
    order.guestName = request.guestName;
    order.guestPhone = request.guestPhone;
    // An address that nobody drives to is not kept.
    if (request.fulfilment == Fulfilment::Delivery) {
        order.addressId = request.addressId;
        order.address = request.address.trimmed();
    }
    order.promisedAtMs = request.promisedAtMs;
    order.lines.reserve(request.lines.size());
    for (std::size_t i = 0; i < request.lines.size(); ++i)
        priceLine(request.lines[i], i, catalog, {business.timeZone, saleAtMs}, &order, &problems);
    if (problems.any())
        return problems.take();

    const qint64 delivery = request.fulfilment == Fulfilment::Delivery ? business.deliveryCostMinor : 0;
    Result<OrderCost> cost = costOf(order.lines, delivery, *currency, business.taxRate);
    if (!cost)
        return Error{cost.error().code, cost.error().message, {{QStringLiteral("items"), cost.error().message}}};
    order.cost = *cost;
    settle(&order);
    return order;
}

Result<OrderCost> costOf(const std::vector<OrderLine> &lines, qint64 deliveryMinor, const Currency &currency,
                         qint64 taxRate)
{
    OrderCost cost;
    cost.currency = currency;
    cost.deliveryMinor = deliveryMinor;
    cost.taxRate = taxRate;
    for (const OrderLine &line : lines) {
        if (line.status == LineStatus::Voided)
            continue;
        const Result<qint64> total = lineTotalMinor(line.priceMinor, line.quantity);
        if (!total)
            return total.error();
        const Result<qint64> sum = addMinor(cost.subtotalMinor, *total);
        if (!sum)
            return sum.error();
        cost.subtotalMinor = *sum;
    }
    const Result<qint64> total = addMinor(cost.subtotalMinor, cost.deliveryMinor);
    if (!total)
        return total.error();
    cost.totalMinor = *total;
    cost.taxMinor = includedTaxMinor(cost.totalMinor, cost.taxRate);
    return cost;
}

} // namespace oshaq

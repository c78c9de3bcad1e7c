// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/catalog.h"
#include "models/domain/deliveryzone.h"
#include "models/domain/order.h"

namespace oshaq {

/// What a guest or a clerk asks for, before prices. A client's price does not exist here: prices belong to the hub.
struct NewOrderLine
{
    qint64 itemId = 0;
    qint64 quantity = 0; ///< thousandths
    std::vector<qint64> optionIds;
    QString note;
    int course = 1;

    bool operator==(const NewOrderLine &) const = default;
};

struct NewOrder
{
    QString uuid; ///< empty: the hub makes one
    Fulfilment fulfilment = Fulfilment::Pickup;
    std::optional<qint64> userId;    ///< staff orders: a guest that the business knows; none: see guestName
    std::optional<qint64> addressId; ///< one of the guest's
    QString address;                 ///< staff orders: typed; kept for the guest, and stronger than addressId
    DeliveryPlace place;             ///< of a delivery: what its fee goes by
    QString table;
    int covers = 0;
    QString note;
    QString allergy;
    QString guestName; ///< staff orders; empty: the name of userId. A guest's own name comes from their account
    QString guestPhone;
    qint64 promisedAtMs = 0;
    std::vector<NewOrderLine> lines;
    /// What a terminal called it while the hub was away, "B-017"; empty: the hub gives one of its own. Only a terminal
    /// may say it, with its own letter.
    QString number;
    /// Set by the hub for what another service brings; no request of ours has it.
    OrderOrigin origin;
    /// When it was taken, on the hub's clock as the terminal estimated it; none: now.
    std::optional<qint64> actedAtMs;

    bool operator==(const NewOrder &) const = default;
};

/// Lines and costs of a new order from the catalog: item known and available, quantity on its step, options valid
/// (each group's minimum and maximum, no option twice), fulfilment complete (dine-in: table; delivery: one of the
/// guest's addresses or a typed one).
/// Every wrong line is reported at once, with paths like "items[2].quantity"; the code is the first one's.
/// Line = half-up(price x quantity); subtotal = sum of lines; delivery cost only for Delivery.
/// Ids, number, user, times and status are left for the caller; the address is the typed one.
/// `saleAtMs`: what is not on sale then by its hours is refused as what is off the menu is; none: hours do not count.
Result<Order> priceOrder(const NewOrder &request, const Catalog &catalog, const Business &business,
                         std::optional<qint64> saleAtMs = std::nullopt);

/// Subtotal, total and tax again after lines were added or voided (voided lines cost nothing). `taxRate`: the order's.
Result<OrderCost> costOf(const std::vector<OrderLine> &lines, qint64 deliveryMinor, const Currency &currency,
                         qint64 taxRate);

} // namespace oshaq

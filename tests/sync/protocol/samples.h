// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/feed.h"

namespace oshaq::samples {

inline constexpr qint64 baseMs = 1'768'473'000'000; // 2026-01-15T10:30:00.000Z

inline Currency tenge()
{
    return Currency();
}

/// Every field differs from its default, so that a round trip that forgets one is noticed.
inline Order order()
{
    Order order;
    order.id = 123;
    order.uuid = QStringLiteral("019bc0b5-37c0-7abc-8def-0123456789ab");
    order.businessId = 9;
    order.number = QStringLiteral("A-042");
    order.fulfilment = Fulfilment::Delivery;
    order.table = QStringLiteral("Терраса 7");
    order.covers = 3;
    order.note = QStringLiteral("Ring twice\n\"please\"");
    order.allergy = QStringLiteral("жаңғақ");
    order.userId = 5;
    order.guestName = QStringLiteral("Aigerim Bekova");
    order.guestPhone = QStringLiteral("+7 701 555 0199");
    order.addressId = 77;
    order.address = QStringLiteral("Abay 10, apt 4");
    order.placedAtMs = baseMs;
    order.promisedAtMs = baseMs + 1'800'000;
    order.status = OrderStatus::Preparing;
    order.statusAtMs = baseMs + 61'007;
    order.cancelReason = QStringLiteral("none yet");
    order.version = 12;

    OrderLine line;
    line.id = 1;
    line.itemId = 7;
    line.name = QStringLiteral("Плов");
    line.quantity = 1500;
    line.priceMinor = 1295;
    line.status = LineStatus::Started;
    line.statusAtMs = baseMs + 60'001;
    line.stationId = 2;
    line.course = 2;
    line.prepSeconds = 420;
    line.note = QStringLiteral("no onion");
    line.options = {{31, QStringLiteral("Large"), 250}, {32, QStringLiteral("Extra"), 0}};
    line.addedAtMs = baseMs + 5;
    line.version = 4;
    order.lines.push_back(line);

    OrderLine plain;
    plain.id = 2;
    plain.itemId = 8;
    plain.name = QStringLiteral("Tea");
    plain.quantity = 2000;
    plain.priceMinor = 30;
    order.lines.push_back(plain);

    order.cost = {2003, 50'000, 52'003, tenge()};
    order.payment = {PaymentState::PartPaid, 30'001, 2'000, {QStringLiteral("cash"), QStringLiteral("halyk")}};
    return order;
}

inline Catalog catalog()
{
    Catalog catalog;
    Category category;
    category.id = 4;
    category.name = QStringLiteral("Hot & cold");
    category.image = QStringLiteral("hot.png");
    category.quantityStep = 500;
    category.stationId = 2;
    category.position = 1;
    category.externalId = QStringLiteral("C-4");
    category.version = 6;
    category.hours = {{0x1f, 420, 660}};
    catalog.categories = {category};

    Item item;
    item.id = 7;
    item.categoryId = 4;
    item.name = QStringLiteral("Плов");
    item.description = QStringLiteral("Rice, lamb");
    item.priceMinor = 1295;
    item.image = QStringLiteral("plov.png");
    item.quantityStep = 250;
    item.available = false;
    item.stationId = 3;
    item.prepSeconds = 300;
    item.position = 5;
    item.externalId = QStringLiteral("101");
    item.optionGroups = {{1, QStringLiteral("Size"), 1, 2, {{31, QStringLiteral("Large"), 250}}}};
    item.version = 8;
    item.allergens = {QStringLiteral("gluten"), QStringLiteral("nuts")};
    item.hours = {{0x60, 1320, 120}, {0x01, 0, 1440}};
    item.backAtMs = baseMs + 7'200'000;
    Item plain;
    plain.id = 8;
    plain.categoryId = 4;
    plain.name = QStringLiteral("Tea");
    plain.priceMinor = 30;
    catalog.items = {item, plain};

    catalog.stations = {{2, QStringLiteral("Grill"), 1, 300, 600, 3}, {3, QStringLiteral("Cold"), 2, 120, 240, 1}};
    return catalog;
}

inline bool sameCatalog(const Catalog &a, const Catalog &b)
{
    return a.categories == b.categories && a.items == b.items && a.stations == b.stations;
}

inline Business business()
{
    Business business;
    business.id = 9;
    business.name = QStringLiteral("Oshaq No. 1");
    business.currency = QStringLiteral("KZT");
    business.timeZone = QStringLiteral("Asia/Almaty");
    business.dayStartMinutes = 300;
    business.deliveryCostMinor = 50'000;
    business.version = 2;
    return business;
}

} // namespace oshaq::samples

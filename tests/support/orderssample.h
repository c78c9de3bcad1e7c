// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/fakearchive.h"
#include "tests/support/fakeorders.h"
#include "tests/support/fakeprinters.h"

namespace oshaq {

/// The same evening at a Kazakh grill as kitchensample's, seen from the counter: for pictures and tests.
namespace orderssample {

/// Five categories, 25 dishes: options (also with a least and a most of choices), a price by weight in steps of 0.1,
/// allergens, one dish that is out.
Catalog catalog();

/// Catalog, stations and the orders: every status, every way to get the food, every state of payment.
void addEvening(FakeOrdersPort &port);

/// `count` more orders, deterministic: numbers from A-101 on, every status, the oldest `oldestAgeSeconds` ago.
void addMany(FakeOrdersPort &port, int count, int oldestAgeSeconds);

/// What the hub knows of that evening: the same orders, a few of years before, histories, guests and payments.
void addArchive(FakeArchivePort &archive, const FakeOrdersPort &port);

/// A kitchen printer, a counter printer with a drawer that is out of paper, and their last papers.
void addPrinters(FakePrinterPort &printers);

} // namespace orderssample
} // namespace oshaq

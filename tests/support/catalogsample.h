// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/fakecatalog.h"

namespace oshaq {

/// The menu of a Kazakh grill as its manager keeps it, for pictures and tests.
namespace catalogsample {

/// Seven categories, 84 dishes, three stations: pictures, descriptions, options, allergens, hours, weights, two dishes
/// that are out ("Manty, pumpkin" until tomorrow, "Dapanji" until somebody brings it back).
Catalog catalog();

/// `count` dishes more in the catalog's categories, deterministic.
void addMany(Catalog *catalog, int count);

/// An id by its name; 0: there is none.
qint64 itemId(const Catalog &catalog, const QString &name);
qint64 categoryId(const Catalog &catalog, const QString &name);

} // namespace catalogsample
} // namespace oshaq

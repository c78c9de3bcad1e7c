// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/terminal/ordersport.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace oshaq::entry {

/// Tables that orders name, each once, as people count them: 2 before 11.
std::vector<QString> knownTables(const std::vector<DeskOrder> &orders);

/// What the menu's dishes contain, the most common first; at most eight.
QStringList commonAllergens(const Catalog &catalog);

} // namespace oshaq::entry

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orders/entry/entrytables.h"

#include <algorithm>
#include <limits>
#include <map>
#include <utility>

namespace oshaq::entry {

namespace {

constexpr qsizetype allergensShown = 8;
constexpr std::size_t tablesShown = 40;

} // namespace

std::vector<QString> knownTables(const std::vector<DeskOrder> &orders)
{
    std::vector<QString> tables;
    for (const DeskOrder &entry : orders) {
        const QString table = entry.order.table.trimmed();
        if (entry.order.fulfilment == Fulfilment::DineIn && !table.isEmpty() &&
            std::find(tables.begin(), tables.end(), table) == tables.end())
            tables.push_back(table);
    }
    const auto numberOf = [](const QString &table) {
        bool isNumber = false;
        const int number = table.toInt(&isNumber);
        return isNumber ? number : std::numeric_limits<int>::max();
    };
    std::sort(tables.begin(), tables.end(), [&numberOf](const QString &a, const QString &b) {
        return std::pair(numberOf(a), a) < std::pair(numberOf(b), b);
    });
    if (tables.size() > tablesShown)
        tables.resize(tablesShown);
    return tables;
}

QStringList commonAllergens(const Catalog &catalog)
{
    std::map<QString, int> counts;
    for (const Item &item : catalog.items) {
        for (const QString &allergen : item.allergens)
            ++counts[allergen.trimmed()];
    }
    counts.erase(QString());
    std::vector<std::pair<int, QString>> ranked;
    for (const auto &[allergen, count] : counts)
        ranked.emplace_back(-count, allergen);
    std::sort(ranked.begin(), ranked.end());
    QStringList words;
    for (const auto &[count, allergen] : ranked)
        words << allergen;
    return words.mid(0, allergensShown);
}

} // namespace oshaq::entry

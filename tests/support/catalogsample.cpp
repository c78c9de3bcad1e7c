// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/catalogsample.h"

namespace oshaq::catalogsample {

namespace {

constexpr qint64 tenge = 100;
/// 2026-01-16 04:00 in Almaty: the beginning of the business day after the fake's evening.
constexpr qint64 tomorrowMs = 1'768'518'000'000;

struct Dish
{
    const char *name;
    int tenges;
};

struct Part
{
    const char *name;
    qint64 stationId;
    std::vector<Dish> dishes;
};

const std::vector<Part> &menu()
{
    static const std::vector<Part> parts{
        {"Soups",
         1,
         {{"Sorpa", 1900},
          {"Kespe soup", 2500},
          {"Shurpa", 2600},
          {"Lagman soup", 2700},
          {"Mushroom cream soup", 2400},
          {"Okroshka", 1800}}},
        {"Main dishes",
         1,
         {{"Beshbarmak", 5800},
          {"Kuyrdak", 4350},
          {"Plov, wedding", 3600},
          {"Lagman, hand-pulled", 3300},
          {"Manty, lamb", 3000},
          {"Manty, pumpkin", 2700},
          {"Kazan kebab", 14900},
          {"Shashlik, kg", 7800},
          {"Syrne", 6200},
          {"Ganfan", 3400},
          {"Dapanji", 8900},
          {"Zharkoye", 3900},
          {"Stuffed peppers", 3500},
          {"Tefteli", 3100},
          {"Beef stroganoff", 4700},
          {"Chicken, oven-baked", 4400},
          {"Trout with herbs", 6900},
          {"Vegetable dimlama", 3200}}},
        {"Grill",
         1,
         {{"Shashlik, lamb", 3200},
          {"Shashlik, beef", 3000},
          {"Shashlik, chicken", 2600},
          {"Shashlik, liver", 2300},
          {"Lyulya kebab", 2800},
          {"Ribs, lamb", 3900},
          {"Wings", 2500},
          {"Quail", 3700},
          {"Salmon", 5600},
          {"Vegetables", 2200},
          {"Mushrooms", 2100}}},
        {"Dough and bread",
         3,
         {{"Tandoor nan", 400},
          {"Tandoor nan, sesame", 450},
          {"Baursak", 600},
          {"Samsa, lamb", 900},
          {"Samsa, chicken", 850},
          {"Samsa, pumpkin", 750},
          {"Cheburek", 950},
          {"Khychin, potato", 1100},
          {"Khychin, herbs", 1100},
          {"Katlama", 700},
          {"Lavash", 350},
          {"Pita", 400},
          {"Belyash", 800},
          {"Pirozhok, cabbage", 450}}},
        {"Salads",
         2,
         {{"Achichuk", 1200},
          {"Greek", 2300},
          {"Caesar", 2900},
          {"Olivier", 1900},
          {"Vinaigrette", 1500},
          {"Aubergine, crisp", 2600},
          {"Beetroot and brynza", 2200},
          {"Tashkent", 2400},
          {"Pickles", 1600}}},
        {"Sweets",
         2,
         {{"Chak-chak", 1300},
          {"Honey cake", 1700},
          {"Medovik, small", 1500},
          {"Zhent", 1200},
          {"Baklava", 1400},
          {"Napoleon", 1600},
          {"Ice cream", 1100},
          {"Fruit plate", 3800}}},
        {"Drinks",
         2,
         {{"Tea with milk", 900},
          {"Black tea", 700},
          {"Green tea", 700},
          {"Tashkent tea", 1400},
          {"Sea buckthorn tea", 1500},
          {"Ayran", 600},
          {"Kumys", 1100},
          {"Shubat", 1200},
          {"Kompot", 500},
          {"Lemonade", 1300},
          {"Mors", 900},
          {"Still water", 500},
          {"Sparkling water", 500},
          {"Cola", 700},
          {"Orange juice", 1600},
          {"Espresso", 800},
          {"Cappuccino", 1200},
          {"Latte", 1300}}},
    };
    return parts;
}

Item *find(Catalog &catalog, const char *name)
{
    for (Item &item : catalog.items) {
        if (item.name == QLatin1String(name))
            return &item;
    }
    return nullptr;
}

void refine(Catalog &catalog)
{
    Item &plov = *find(catalog, "Plov, wedding");
    plov.description = QStringLiteral("Rice, lamb, yellow carrot, quince. Cooked in a kazan since noon.");
    plov.prepSeconds = 8 * 60;
    plov.externalId = QStringLiteral("M-103");
    plov.hours = {{0x7f, 12 * 60, 23 * 60}};
    plov.optionGroups = {
        {501,
         QStringLiteral("Meat"),
         1,
         1,
         {{511, QStringLiteral("lamb"), 0},
          {512, QStringLiteral("beef"), 0},
          {513, QStringLiteral("horse"), 600 * tenge}}},
        {502,
         QStringLiteral("With it"),
         0,
         2,
         {{521, QStringLiteral("achichuk"), 900 * tenge}, {522, QStringLiteral("suzbe"), 500 * tenge}}}};

    Item &beshbarmak = *find(catalog, "Beshbarmak");
    beshbarmak.description = QStringLiteral("Horse and lamb on wide noodles, with sorpa.");
    beshbarmak.allergens = {QStringLiteral("gluten"), QStringLiteral("eggs")};
    beshbarmak.prepSeconds = 20 * 60;
    find(catalog, "Shashlik, kg")->quantityStep = 100;
    find(catalog, "Lagman, hand-pulled")->allergens = {QStringLiteral("gluten")};
    find(catalog, "Baklava")->allergens = {QStringLiteral("gluten"), QStringLiteral("nuts")};
    find(catalog, "Okroshka")->hours = {{0x60, 11 * 60, 16 * 60}};
    find(catalog, "Kumys")->hours = {{0x7f, 22 * 60, 2 * 60}};

    Item &manty = *find(catalog, "Manty, pumpkin");
    manty.available = false;
    manty.backAtMs = tomorrowMs;
    find(catalog, "Dapanji")->available = false;
}

} // namespace

Catalog catalog()
{
    Catalog catalog;
    for (const char *name : {"Hot kitchen", "Cold kitchen", "Tandoor"}) {
        Station station;
        station.id = qint64(catalog.stations.size()) + 1;
        station.name = QLatin1String(name);
        station.position = int(catalog.stations.size());
        catalog.stations.push_back(station);
    }
    for (const Part &part : menu()) {
        Category category;
        category.id = qint64(catalog.categories.size()) + 1;
        category.name = QLatin1String(part.name);
        category.stationId = part.stationId;
        category.position = int(catalog.categories.size());
        catalog.categories.push_back(category);
        for (const Dish &dish : part.dishes) {
            Item item;
            item.id = qint64(catalog.items.size()) + 101;
            item.categoryId = category.id;
            item.name = QLatin1String(dish.name);
            item.priceMinor = dish.tenges * tenge;
            item.position = int(catalog.items.size());
            // What is bought and poured has no picture.
            if (category.name != u"Drinks")
                item.image = QStringLiteral("/images/%1").arg(item.id);
            catalog.items.push_back(item);
        }
    }
    refine(catalog);
    return catalog;
}

void addMany(Catalog *catalog, int count)
{
    const auto categories = qint64(catalog->categories.size());
    for (int i = 0; i < count; ++i) {
        Item item;
        item.id = 10'000 + i;
        item.categoryId = catalog->categories[size_t(i % categories)].id;
        item.name = QStringLiteral("Dish of the day %1").arg(i + 1);
        item.priceMinor = (1000 + i % 40 * 100) * tenge;
        item.position = int(catalog->items.size());
        item.image = i % 3 == 0 ? QString() : QStringLiteral("/images/%1").arg(item.id);
        item.available = i % 17 != 0;
        catalog->items.push_back(item);
    }
}

qint64 itemId(const Catalog &catalog, const QString &name)
{
    for (const Item &item : catalog.items) {
        if (item.name == name)
            return item.id;
    }
    return 0;
}

qint64 categoryId(const Catalog &catalog, const QString &name)
{
    for (const Category &category : catalog.categories) {
        if (category.name == name)
            return category.id;
    }
    return 0;
}

} // namespace oshaq::catalogsample

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/quantity.h"
#include "models/domain/salehours.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace oshaq {

struct Business
{
    qint64 id = 0;
    QString name;
    QString currency = QStringLiteral("KZT");
    QString timeZone = QStringLiteral("Asia/Almaty"); ///< IANA
    int dayStartMinutes = 240; ///< local minutes after midnight at which the business day begins (04:00)
    qint64 deliveryCostMinor = 0;
    qint64 version = 1;
    qint64 taxRate = 0; ///< thousandths of a percent, inside the prices; 0: none
    QString taxName;    ///< what receipts call it: "VAT"

    bool operator==(const Business &) const = default;
};

/// Where food is made; never a computer.
struct Station
{
    qint64 id = 0;
    QString name;
    int position = 0;
    int soonSeconds = 600; ///< a ticket older than this is "soon late"
    int lateSeconds = 900; ///< and than this "late"
    qint64 version = 1;

    bool operator==(const Station &) const = default;
};

struct Category
{
    qint64 id = 0;
    QString name;
    QString image;
    qint64 quantityStep = defaultQuantityStep; ///< thousandths
    std::optional<qint64> stationId;
    int position = 0;
    QString externalId; ///< the key in the file it was imported from
    qint64 version = 1;
    SaleHours hours; ///< of its items that have none of their own

    bool operator==(const Category &) const = default;
};

struct Option
{
    qint64 id = 0;
    QString name;
    qint64 priceMinor = 0;

    bool operator==(const Option &) const = default;
};

/// A choice that an item offers: at least `minChoices`, at most `maxChoices` of the options.
struct OptionGroup
{
    qint64 id = 0;
    QString name;
    int minChoices = 0;
    int maxChoices = 1;
    std::vector<Option> options;

    bool operator==(const OptionGroup &) const = default;
};

struct Item
{
    qint64 id = 0;
    qint64 categoryId = 0;
    QString name;
    QString description;
    qint64 priceMinor = 0;
    QString image;                      ///< where its picture is: a path of this hub; empty: it has none
    std::optional<qint64> quantityStep; ///< thousandths; none: the category's
    bool available = true;              ///< false: 86
    std::optional<qint64> stationId;    ///< none: the category's, else the first station
    int prepSeconds = 0;                ///< 0: the station's limits apply
    int position = 0;
    QString externalId;
    std::vector<OptionGroup> optionGroups;
    qint64 version = 1;
    QStringList allergens; ///< as the kitchen calls them: "gluten", "nuts"
    SaleHours hours;       ///< empty: the category's
    qint64 backAtMs = 0;   ///< of one that is off: when the hub puts it on again by itself; 0: when somebody does

    bool operator==(const Item &) const = default;
};

/// A menu as read in one transaction.
struct Catalog
{
    std::vector<Category> categories;
    std::vector<Item> items;
    std::vector<Station> stations;

    const Item *findItem(qint64 itemId) const;
    const Category *findCategory(qint64 categoryId) const;

    /// The item's own step, else its category's.
    qint64 quantityStepOf(const Item &item) const;

    /// The item's own station, else its category's, else the first one; none when there is no station at all.
    std::optional<qint64> stationOf(const Item &item) const;

    /// The item's own hours, else its category's.
    const SaleHours &saleHoursOf(const Item &item) const;

    /// The first instant after `ms` at which something goes on sale or off it by its hours; nothing: never.
    std::optional<qint64> nextSaleChange(const QString &timeZone, qint64 ms) const;
};

} // namespace oshaq

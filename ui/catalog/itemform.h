// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/catalog.h"
#include "models/domain/catalogedit.h"
#include "models/domain/money.h"

#include <QString>
#include <QStringList>

#include <array>
#include <optional>
#include <vector>

namespace oshaq {

/// What can be edited of a dish, in the order of the editor.
enum class ItemField
{
    Name,
    Price,
    Step,
    Category,
    Description,
    Station,
    Prep,
    Options,
    Allergens,
    Hours,
    ExternalId
};
inline constexpr std::array allItemFields{ItemField::Name,     ItemField::Price,       ItemField::Step,
                                          ItemField::Category, ItemField::Description, ItemField::Station,
                                          ItemField::Prep,     ItemField::Options,     ItemField::Allergens,
                                          ItemField::Hours,    ItemField::ExternalId};

struct OptionForm
{
    QString name;
    QString price; ///< as typed; empty: nothing more

    bool operator==(const OptionForm &) const = default;
};

struct OptionGroupForm
{
    QString name;
    int least = 0;
    int most = 1;
    std::vector<OptionForm> options;

    bool operator==(const OptionGroupForm &) const = default;
};

/// A dish as somebody types it: what is no number stays as it was typed. Pure.
struct ItemForm
{
    QString name;
    QString price;
    QString step; ///< empty: the category's
    qint64 categoryId = 0;
    QString description;
    std::optional<qint64> stationId; ///< none: the category's
    QString prep;                    ///< minutes; empty: the station's limits
    std::vector<OptionGroupForm> groups;
    QStringList allergens;
    SaleHours hours;
    QString externalId;

    bool operator==(const ItemForm &) const = default;
};

struct FormProblem
{
    enum class Kind
    {
        Missing,
        TooLong,
        NoAmount,
        TooLarge,
        NoQuantity,
        NoMinutes,
        GroupWithoutName,
        GroupWithoutOptions,
        GroupTwice,
        TooFewOptions, ///< for as many as have to be chosen
        OptionWithoutName,
        OptionTwice,
        OptionPrice,
        Semicolon,
        EmptyWindow,
        TooManyWindows
    };

    ItemField field = ItemField::Name;
    Kind kind = Kind::Missing;
    int group = -1; ///< of Options
    int option = -1;

    bool operator==(const FormProblem &) const = default;
};

namespace itemforms {

/// So many characters a name has at most.
inline constexpr int maxName = 200;
inline constexpr int maxPrepMinutes = 24 * 60;

/// What a detail of the hub is about: "items[0].price".
std::optional<ItemField> fieldOf(const QString &path);
ItemForm formOf(const Item &item, const Currency &currency);
bool isSame(ItemField field, const ItemForm &a, const ItemForm &b);
void copy(ItemField field, const ItemForm &from, ItemForm *to);
/// What differs, in the order of allItemFields.
std::vector<ItemField> difference(const ItemForm &a, const ItemForm &b);
/// What is obviously wrong; the hub decides about the rest (names that exist).
std::vector<FormProblem> problems(const ItemForm &form, const Currency &currency);
/// The `fields` of the form. Only of a form without problems in them.
ItemEdit editOf(const ItemForm &form, const std::vector<ItemField> &fields, const Currency &currency);

/// `mine` over what somebody else wrote meanwhile: what was not touched since `base` follows.
ItemForm merged(const ItemForm &base, const ItemForm &mine, const ItemForm &theirs);
/// Where somebody else wrote something that is not `mine`, touched or not: what a person has to look at.
std::vector<ItemField> conflicts(const ItemForm &base, const ItemForm &mine, const ItemForm &theirs);

} // namespace itemforms
} // namespace oshaq

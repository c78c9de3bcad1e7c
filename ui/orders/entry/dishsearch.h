// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/catalog.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace oshaq {

/// A dish that somebody may mean.
struct DishMatch
{
    qint64 itemId = 0;
    std::optional<qint64> quantity; ///< thousandths, when it was typed before the dish

    bool operator==(const DishMatch &) const = default;
};

/// Finds dishes as somebody types: "plo", "2 plov", "1,5 shash", "salad tongue". A value over one copy of the menu.
class DishSearch
{
public:
    DishSearch() = default;
    explicit DishSearch(const Catalog &catalog);

    /// The best first: names that begin with all that was typed, names with a word that begins so, names that contain
    /// it, then words of the category; equal ones as in the menu, those that are out last. An empty text is the whole
    /// menu, or the category. When nothing is found, the text is read as typed with the keyboard of the other alphabet.
    std::vector<DishMatch> find(const QString &typed, std::optional<qint64> categoryId = {}) const;

private:
    struct Dish
    {
        qint64 itemId = 0;
        qint64 categoryId = 0;
        QString name; ///< folded
        QStringList words;
        QStringList categoryWords;
        bool available = true;
    };

    std::vector<DishMatch> findWords(const QString &folded, std::optional<qint64> quantity,
                                     std::optional<qint64> categoryId) const;

    std::vector<Dish> m_dishes; ///< in the order of the menu
};

/// "2 plov" is 2 and "plov"; "1.5", "1,5" and "2x plov" work too. Without a quantity all of it is the text.
struct DishQuery
{
    std::optional<qint64> quantity;
    QString text;

    bool operator==(const DishQuery &) const = default;
};
DishQuery readDishQuery(const QString &typed);

/// The same keys on the other one of the two keyboards that are used here: "gkjd" is "плов".
QString onOtherKeyboard(const QString &typed);

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/orders/entry/dishsearch.h"

#include "models/domain/searchtext.h"

#include <QRegularExpression>

#include <algorithm>
#include <tuple>

namespace oshaq {

namespace {

enum Rank
{
    NameBegins,
    FirstWordBegins,
    WordsBegin,
    NameContains,
    CategoryHelps,
    NoMatch
};

QStringList wordsOfName(const QString &folded)
{
    static const QRegularExpression between(QStringLiteral("[^\\p{L}\\p{N}]+"));
    return folded.split(between, Qt::SkipEmptyParts);
}

bool beginsOneOf(const QStringList &words, const QString &typed)
{
    return std::any_of(words.begin(), words.end(), [&typed](const QString &word) { return word.startsWith(typed); });
}

} // namespace

DishSearch::DishSearch(const Catalog &catalog)
{
    std::vector<std::tuple<int, qint64, int, qint64, std::size_t>> order;
    for (std::size_t i = 0; i < catalog.items.size(); ++i) {
        const Item &item = catalog.items[i];
        const Category *category = catalog.findCategory(item.categoryId);
        order.emplace_back(category ? category->position : 0, item.categoryId, item.position, item.id, i);
    }
    std::sort(order.begin(), order.end());
    for (const auto &place : order) {
        const Item &item = catalog.items[std::get<4>(place)];
        const Category *category = catalog.findCategory(item.categoryId);
        Dish dish;
        dish.itemId = item.id;
        dish.categoryId = item.categoryId;
        dish.name = foldForSearch(item.name);
        dish.words = wordsOfName(dish.name);
        dish.categoryWords = category ? wordsOfName(foldForSearch(category->name)) : QStringList();
        dish.available = item.available;
        m_dishes.push_back(dish);
    }
}

std::vector<DishMatch> DishSearch::find(const QString &typed, std::optional<qint64> categoryId) const
{
    const DishQuery query = readDishQuery(typed);
    // "7 up" may be seven of something, or the name of a drink: the name is the better guess.
    if (query.quantity && !query.text.isEmpty()) {
        const QString whole = foldForSearch(typed);
        const bool isName = std::any_of(m_dishes.begin(), m_dishes.end(),
                                        [&whole](const Dish &dish) { return dish.name.startsWith(whole); });
        if (isName)
            return findWords(whole, std::nullopt, categoryId);
    }
    std::vector<DishMatch> found = findWords(foldForSearch(query.text), query.quantity, categoryId);
    if (found.empty())
        found = findWords(foldForSearch(onOtherKeyboard(query.text)), query.quantity, categoryId);
    return found;
}

std::vector<DishMatch> DishSearch::findWords(const QString &folded, std::optional<qint64> quantity,
                                             std::optional<qint64> categoryId) const
{
    const QStringList typed = folded.split(u' ', Qt::SkipEmptyParts);
    std::vector<std::tuple<int, int, std::size_t>> ranked;
    for (std::size_t i = 0; i < m_dishes.size(); ++i) {
        const Dish &dish = m_dishes[i];
        if (categoryId && dish.categoryId != *categoryId)
            continue;
        int rank = NameBegins;
        if (!typed.isEmpty() && !dish.name.startsWith(folded)) {
            for (const QString &word : typed) {
                int own = NoMatch;
                if (!dish.words.isEmpty() && dish.words.first().startsWith(word))
                    own = FirstWordBegins;
                else if (beginsOneOf(dish.words, word))
                    own = WordsBegin;
                else if (dish.name.contains(word))
                    own = NameContains;
                else if (beginsOneOf(dish.categoryWords, word))
                    own = CategoryHelps;
                rank = std::max(rank, own);
            }
        }
        if (rank != NoMatch)
            ranked.emplace_back(rank, dish.available ? 0 : 1, i);
    }
    // A menu that is only looked through keeps its order.
    if (!typed.isEmpty())
        std::sort(ranked.begin(), ranked.end());
    std::vector<DishMatch> found;
    found.reserve(ranked.size());
    for (const auto &[rank, out, index] : ranked)
        found.push_back({m_dishes[index].itemId, quantity});
    return found;
}

DishQuery readDishQuery(const QString &typed)
{
    static const QRegularExpression counted(
        QStringLiteral("^\\s*(\\d{1,6}(?:[.,]\\d{1,3})?)(?:\\s*[x*\u00d7\u0445]\\s*|\\s+|\\s*$)(.*)$"),
        QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = counted.match(typed);
    if (match.hasMatch()) {
        const QByteArray number = match.captured(1).replace(u',', u'.').toLatin1();
        if (const Result<qint64> quantity = parseQuantity(number))
            return {*quantity, match.captured(2).simplified()};
    }
    return {std::nullopt, typed.simplified()};
}

QString onOtherKeyboard(const QString &typed)
{
    static const QString latin = QStringLiteral("qwertyuiop[]asdfghjkl;'zxcvbnm,.`");
    static const QString cyrillic = QStringLiteral("йцукенгшщзхъфывапролджэячсмитьбюё");
    QString other;
    for (const QChar letter : typed.toLower()) {
        if (const qsizetype at = latin.indexOf(letter); at >= 0)
            other += cyrillic[at];
        else if (const qsizetype place = cyrillic.indexOf(letter); place >= 0)
            other += latin[place];
        else
            other += letter;
    }
    return other;
}

} // namespace oshaq

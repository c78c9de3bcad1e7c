// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QMap>
#include <QString>
#include <QStringList>

#include <vector>

namespace oshaq {

/// A field that a reader of files understands, and the names that columns with it usually have.
struct ColumnField
{
    const char *name;
    bool required;
    std::vector<const char *> synonyms; ///< lower case, words joined by '_', best first; `name` counts first
};

/// Which column of a file holds which field.
class ColumnMap
{
public:
    /// `wanted`: field -> column name, from --map; what it does not name is found by the fields' synonyms. An unknown
    /// field, a column that the file does not have, a name that two columns have, or a required field without a column
    /// is ValidationFailed with the names that there are.
    static Result<ColumnMap> make(const QStringList &header, const std::vector<ColumnField> &fields,
                                  const QMap<QString, QString> &wanted);

    bool has(const char *field) const { return m_columns.contains(QString::fromLatin1(field)); }

    /// The field's text in a row, trimmed; empty when the file has no such column.
    QString text(const QStringList &row, const char *field) const;

    /// The column's own name, for messages; the field's when there is no column.
    QString columnOf(const char *field) const;

    /// Columns that no field uses.
    const QStringList &unused() const { return m_unused; }

private:
    QStringList m_header;
    QMap<QString, qsizetype> m_columns;
    QStringList m_unused;
};

/// field -> column as far as the names of the columns tell, each column at most once. Where ColumnMap::make() would
/// refuse, nothing is guessed.
QMap<QString, QString> guessColumns(const QStringList &header, const std::vector<ColumnField> &fields);

/// "name=item_name,price=cost" (several of them) -> field -> column. A column may stand in quotes, which are doubled
/// within: name="Dish, hot". ValidationFailed when it is written otherwise or names a field twice.
Result<QMap<QString, QString>> parseColumnWishes(const QStringList &texts);

/// What parseColumnWishes() reads as these wishes.
QString columnWishesText(const QMap<QString, QString> &wishes);

/// The word of `known` that was probably meant, or nothing.
QString nearestWord(const QString &word, const QStringList &known);

} // namespace oshaq

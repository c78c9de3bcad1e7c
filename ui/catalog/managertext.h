// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/catalog.h"
#include "models/domain/money.h"
#include "models/terminal/catalogport.h"

#include <QCoreApplication>
#include <QStringList>

namespace oshaq {

/// Words that the sheets of the catalog share. Pure: the same facts give the same words.
class ManagerText
{
    Q_DECLARE_TR_FUNCTIONS(oshaq::ManagerText)

public:
    /// Why the hub did not do it, and what to do, in the words of a menu.
    static QString failure(const PortFailure &failure);
    /// "Plov · Lagman · Manty and 4 more".
    static QString names(const QStringList &names);
    static QString dishes(int count);
    static QString categories(int count);
    /// Of a business; tenge when it is none that we know.
    static Currency currencyOf(const Business &business);

    /// Fields of a menu file in the order in which people think of them: "name", "price", ...
    static QStringList importFields();
    static bool isRequired(const QString &field);
    /// "Name", "Preparation, seconds".
    static QString fieldName(const QString &field);
    /// What may stand in such a column: "seconds: 480".
    static QString fieldHint(const QString &field);
    /// A cell as it would be read, "1 900 ₸"; nothing when the site would refuse it.
    static std::optional<QString> readAs(const QString &field, const QString &cell, const Currency &currency);
    /// Heads of a list of refused places.
    static QString lineHead();
    static QString columnHead();
    static QString reasonHead();
    /// Why a place of a file was refused: the site's English sentence, or the same in the language of the screen.
    static QString reason(const QString &issue);
};

/// What stands in a refusal's path, "line 12, price": 0 and the whole path when it has no line.
struct FilePlace
{
    int line = 0;
    QString column;

    static FilePlace of(const QString &path);
};

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace oshaq {

/// A text as it is searched: NFC, without case (Cyrillic and Kazakh letters too), "ё" as "е", single spaces.
QString foldForSearch(const QString &text);

/// The digits of a phone number, nothing else.
QString phoneDigits(const QString &phone);

/// What somebody typed into a search box.
struct SearchText
{
    QStringList words; ///< folded; an order must have them all, at most maxWords
    QString phone;     ///< its digits, when the whole text may be a phone number or the end of one; else empty

    static constexpr qsizetype maxWords = 8;

    bool isEmpty() const { return words.isEmpty(); }
    bool operator==(const SearchText &) const = default;
};
SearchText searchTextFrom(const QString &typed);

/// How many of the last digits tell one phone from another: +7 701 ..., 8 701 ... and 701 ... are one.
inline constexpr int phoneSignificantDigits = 10;
/// The fewest digits that find a phone: its last four.
inline constexpr int phoneLastDigits = 4;

} // namespace oshaq

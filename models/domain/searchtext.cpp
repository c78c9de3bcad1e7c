// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/searchtext.h"

#include <algorithm>

namespace oshaq {

QString foldForSearch(const QString &text)
{
    QString folded = text.normalized(QString::NormalizationForm_C).toCaseFolded();
    folded.replace(QChar(0x0451), QChar(0x0435));
    return folded.simplified();
}

QString phoneDigits(const QString &phone)
{
    QString digits;
    for (const QChar c : phone) {
        if (c >= u'0' && c <= u'9')
            digits += c;
    }
    return digits;
}

SearchText searchTextFrom(const QString &typed)
{
    SearchText search;
    search.words = foldForSearch(typed).split(u' ', Qt::SkipEmptyParts).mid(0, SearchText::maxWords);
    const bool mayBePhone = std::all_of(typed.begin(), typed.end(), [](QChar c) {
        return (c >= u'0' && c <= u'9') || c == u'+' || c == u'-' || c == u'(' || c == u')' || c.isSpace();
    });
    if (mayBePhone) {
        const QString digits = phoneDigits(typed);
        if (digits.size() >= phoneLastDigits)
            search.phone = digits.right(phoneSignificantDigits);
    }
    return search;
}

} // namespace oshaq

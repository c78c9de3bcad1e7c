// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/ordernumber.h"

#include <algorithm>

namespace oshaq {

namespace {

constexpr qsizetype maxLetters = 4;
constexpr qsizetype maxDigits = 9;

bool isLetter(QChar c)
{
    return c >= u'A' && c <= u'Z';
}

// QStringView::toLongLong() would also take a sign.
bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

} // namespace

QString orderNumberText(const OrderNumber &number)
{
    return QStringLiteral("%1-%2").arg(number.letters).arg(number.count, 3, 10, QLatin1Char('0'));
}

std::optional<OrderNumber> orderNumberFromText(QStringView text)
{
    const qsizetype hyphen = text.indexOf(u'-');
    if (hyphen < 1 || hyphen > maxLetters)
        return std::nullopt;
    const QStringView letters = text.first(hyphen);
    const QStringView digits = text.sliced(hyphen + 1);
    if (digits.isEmpty() || digits.size() > maxDigits || !std::all_of(letters.begin(), letters.end(), isLetter) ||
        !std::all_of(digits.begin(), digits.end(), isDigit))
        return std::nullopt;
    const qint64 count = digits.toLongLong();
    if (count == 0)
        return std::nullopt;
    return OrderNumber{letters.toString(), count};
}

} // namespace oshaq

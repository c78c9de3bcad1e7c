// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/epoch.h"

#include <algorithm>

namespace oshaq {

namespace {

/// More promotions than a restaurant will see, and short enough for a cursor.
constexpr qsizetype maxTermDigits = 15;

} // namespace

QString Epoch::text() const
{
    return term > 0 ? QString::number(term) + QLatin1Char('-') + random : random;
}

Epoch Epoch::fromText(QStringView text)
{
    const qsizetype dash = text.indexOf(u'-');
    const QStringView digits = dash > 0 ? text.first(dash) : QStringView();
    const bool isTerm = !digits.isEmpty() && digits.size() <= maxTermDigits && digits.front() != u'0' &&
                        std::all_of(digits.begin(), digits.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    if (!isTerm || dash + 1 == text.size())
        return {0, text.toString()};
    return {digits.toLongLong(), text.sliced(dash + 1).toString()};
}

qint64 termOf(QStringView epoch)
{
    return Epoch::fromText(epoch).term;
}

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/money.h"

#include <QLocale>
#include <QString>

#include <optional>

namespace oshaq {

/// Amounts and quantities as the language of the screen writes them. Pure: QLocale() is the only thing they look at.
namespace formats {

/// "18 450 ₸", "1,234.50 $": grouped, with the currency's own places; whole amounts without them when the currency is
/// not spent in parts (tenge). Minor units.
QString money(qint64 minor, const Currency &currency, const QLocale &locale = QLocale());
/// The same without the sign of the currency: for columns whose head names it.
QString amount(qint64 minor, const Currency &currency, const QLocale &locale = QLocale());
/// "₸", or the code where there is no common sign.
QString currencySign(const Currency &currency);
/// Thousandths: "2", "1.5" or "1,5".
QString quantity(qint64 thousandths, const QLocale &locale = QLocale());
/// With the thousands apart, for sums of many orders: "41,200.5".
QString groupedQuantity(qint64 thousandths, const QLocale &locale = QLocale());
/// What a person typed, in either of the decimal signs and with spaces between groups; nothing when it is no amount.
std::optional<qint64> readAmount(const QString &text, const Currency &currency);
/// Likewise, in thousandths.
std::optional<qint64> readQuantity(const QString &text);
/// "0:58", "18:24", "1:05:09"; negative times count as none.
QString age(qint64 milliseconds);
/// "+7 701 ••• 41 07": enough to tell two guests apart, too little to call one.
QString maskedPhone(const QString &phone);
/// "AI" of "Aigerim Ibraeva": what stands where there is no room for a name.
QString initials(const QString &name);

} // namespace formats
} // namespace oshaq

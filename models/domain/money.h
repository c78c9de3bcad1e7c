// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QByteArray>
#include <QString>

namespace oshaq {

/// Amounts are int64 minor units (tiyn, cents). Their magnitude stays below this bound, so that a sum of
/// thousands of amounts cannot overflow.
inline constexpr qint64 maxAmountMinor = 1'000'000'000'000'000; // 10^15

/// An ISO 4217 currency that we know: its code and how many decimal places its minor unit has.
class Currency
{
public:
    /// Tenge, the default of a new business.
    Currency() = default;

    /// Three upper-case letters of a currency in our table (ISO 4217:2015 list one, amendment 177).
    static Result<Currency> fromCode(const QString &code);

    QString code() const { return QString::fromLatin1(m_code, 3); }
    int exponent() const { return m_exponent; }

    bool operator==(const Currency &other) const { return code() == other.code(); }

private:
    char m_code[4] = "KZT";
    int m_exponent = 2;
};

/// An amount with its currency. Arithmetic is explicit (addMinor, lineTotalMinor) and checked.
struct Money
{
    qint64 minor = 0;
    Currency currency;

    bool operator==(const Money &) const = default;
};

/// Parses a decimal number in major units ("12.95", "-3", "1e2" is refused) into minor units, exactly.
/// More places than the currency has, or a magnitude above maxAmountMinor: AmountOutOfRange / ValidationFailed.
Result<qint64> parseMajorUnits(QByteArrayView text, const Currency &currency);

/// Exact decimal text in major units without trailing zeros: 1295 -> "12.95", 2590 -> "25.9", 500 -> "5".
QByteArray formatMajorUnits(qint64 minor, const Currency &currency);

/// a + b, or AmountOutOfRange.
Result<qint64> addMinor(qint64 a, qint64 b);

/// half-up(priceMinor x thousandths / 1000), or AmountOutOfRange. Half rounds away from zero.
Result<qint64> lineTotalMinor(qint64 priceMinor, qint64 thousandths);

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/money.h"

#include <QStringList>

#include <cstring>
#include <string_view>

namespace oshaq {

namespace {

/// ISO 4217 list one without the codes that have no minor unit (metals, special drawing rights, test codes).
struct CurrencyGroup
{
    int exponent;
    std::string_view codes; ///< three letters each, blank separated
};

constexpr CurrencyGroup currencyGroups[] = {
    {2, "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE "
        "CHF CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL "
        "HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR "
        "MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK "
        "SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES WST XCD "
        "XCG YER ZAR ZMW ZWG"},
    {0, "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"},
    {3, "BHD IQD JOD KWD LYD OMR TND"},
    {4, "CLF UYW"},
};

constexpr int maxExponent = 4;

int exponentOf(std::string_view code)
{
    for (const CurrencyGroup &group : currencyGroups) {
        for (std::size_t at = 0; at + 3 <= group.codes.size(); at += 4) {
            if (group.codes.substr(at, 3) == code)
                return group.exponent;
        }
    }
    return -1;
}

Error notAnAmount(const QString &why)
{
    return {ErrorCode::ValidationFailed, why, {}};
}

Error outOfRange()
{
    return {ErrorCode::AmountOutOfRange, QStringLiteral("The amount is too large."), {}};
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

} // namespace

Result<Currency> Currency::fromCode(const QString &code)
{
    const QByteArray latin = code.toLatin1();
    const int exponent =
        code.size() == 3 ? exponentOf(std::string_view(latin.constData(), std::size_t(latin.size()))) : -1;
    if (exponent < 0) {
        return Error{
            ErrorCode::ValidationFailed,
            QStringLiteral("\"%1\" is not a currency code of ISO 4217, such as KZT or EUR.").arg(code.left(20)),
            {}};
    }
    Currency currency;
    std::memcpy(currency.m_code, latin.constData(), 3);
    currency.m_exponent = exponent;
    return currency;
}

Result<qint64> parseMajorUnits(QByteArrayView text, const Currency &currency)
{
    qsizetype at = 0;
    const qsizetype size = text.size();
    const bool negative = size > 0 && text[0] == '-';
    if (negative)
        ++at;
    if (at >= size || !isDigit(text[at]))
        return notAnAmount(QStringLiteral("An amount is a plain decimal number such as 12.95."));

    qint64 minor = 0;
    // Above the bound nothing is added any more, so no number of digits can overflow; the spelling is still checked
    // whole.
    bool tooLarge = false;
    const auto take = [&minor, &tooLarge](int digit) {
        if (minor > maxAmountMinor)
            tooLarge = true;
        else
            minor = minor * 10 + digit;
    };
    while (at < size && isDigit(text[at]))
        take(text[at++] - '0');

    int places = 0;
    if (at < size && text[at] == '.') {
        ++at;
        if (at >= size || !isDigit(text[at]))
            return notAnAmount(QStringLiteral("An amount is a plain decimal number such as 12.95."));
        while (at < size && isDigit(text[at])) {
            if (++places > currency.exponent()) {
                return notAnAmount(QStringLiteral("%1 has at most %2 decimal places.")
                                       .arg(currency.code(), QString::number(currency.exponent())));
            }
            take(text[at++] - '0');
        }
    }
    if (at != size)
        return notAnAmount(QStringLiteral("An amount is a plain decimal number such as 12.95."));
    for (; places < currency.exponent(); ++places)
        take(0);
    if (tooLarge || minor > maxAmountMinor)
        return outOfRange();
    return negative ? -minor : minor;
}

QByteArray formatMajorUnits(qint64 minor, const Currency &currency)
{
    // Through the unsigned type: the magnitude of the smallest int64 does not fit the signed one.
    const bool negative = minor < 0;
    const quint64 magnitude = negative ? quint64{0} - static_cast<quint64>(minor) : static_cast<quint64>(minor);
    QByteArray digits = QByteArray::number(magnitude);
    const int exponent = qBound(0, currency.exponent(), maxExponent);
    if (digits.size() <= exponent)
        digits.prepend(QByteArray(exponent + 1 - digits.size(), '0'));
    QByteArray whole = digits.first(digits.size() - exponent);
    QByteArray fraction = digits.last(exponent);
    while (fraction.endsWith('0'))
        fraction.chop(1);
    if (!fraction.isEmpty())
        whole += '.' + fraction;
    return negative ? '-' + whole : whole;
}

Result<qint64> addMinor(qint64 a, qint64 b)
{
    qint64 sum = 0;
    if (__builtin_add_overflow(a, b, &sum) || sum > maxAmountMinor || sum < -maxAmountMinor)
        return outOfRange();
    return sum;
}

Result<qint64> lineTotalMinor(qint64 priceMinor, qint64 thousandths)
{
    // Two int64 always fit a product of 128 bits.
    __extension__ using Wide = __int128;
    const Wide product = Wide{priceMinor} * thousandths;
    const Wide magnitude = product < 0 ? -product : product;
    const Wide rounded = (magnitude + 500) / 1000;
    if (rounded > maxAmountMinor)
        return outOfRange();
    const auto total = static_cast<qint64>(rounded);
    return product < 0 ? -total : total;
}

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/formats.h"

#include "models/domain/quantity.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <utility>

namespace oshaq::formats {

namespace {

constexpr std::array<std::pair<const char *, const char16_t *>, 8> signs{{{"KZT", u"₸"},
                                                                          {"USD", u"$"},
                                                                          {"EUR", u"€"},
                                                                          {"RUB", u"₽"},
                                                                          {"GBP", u"£"},
                                                                          {"KGS", u"с"},
                                                                          {"UZS", u"soʻm"},
                                                                          {"TWD", u"NT$"}}};

/// Spaces of every kind away, a decimal comma as a point.
QByteArray plainNumber(const QString &text)
{
    QByteArray plain;
    for (const QChar letter : text.trimmed()) {
        if (letter.isSpace())
            continue;
        if (letter == u',')
            plain += '.';
        else if (letter.isDigit())
            plain += char('0' + letter.digitValue());
        else if (letter == u'.' || letter == u'-')
            plain += char(letter.unicode());
        else
            return {};
    }
    return plain;
}

QString groupedMajor(qint64 minor, int exponent, const QLocale &locale)
{
    qint64 unit = 1;
    for (int i = 0; i < exponent; ++i)
        unit *= 10;
    // By parts: an amount is never a floating point number.
    const bool isNegative = minor < 0;
    const quint64 magnitude = isNegative ? quint64(0) - quint64(minor) : quint64(minor);
    QString text = locale.toString(qulonglong(magnitude / quint64(unit)));
    if (exponent > 0 && magnitude % quint64(unit) != 0) {
        text += locale.decimalPoint() +
                QString::number(magnitude % quint64(unit)).rightJustified(exponent, QLatin1Char('0'));
    }
    return isNegative ? locale.negativeSign() + text : text;
}

} // namespace

QString amount(qint64 minor, const Currency &currency, const QLocale &locale)
{
    QString text = groupedMajor(minor, currency.exponent(), locale);
    const bool isWhole = !text.contains(locale.decimalPoint());
    // Nobody pays in parts of a tenge; a dollar always shows its cents.
    if (isWhole && currency.exponent() > 0 && currency.code() != QLatin1String("KZT"))
        text += locale.decimalPoint() + QString(currency.exponent(), QLatin1Char('0'));
    return text;
}

QString currencySign(const Currency &currency)
{
    const QString code = currency.code();
    const auto found = std::find_if(signs.begin(), signs.end(),
                                    [&code](const auto &sign) { return code == QLatin1String(sign.first); });
    return found == signs.end() ? code : QString::fromUtf16(found->second);
}

QString money(qint64 minor, const Currency &currency, const QLocale &locale)
{
    return amount(minor, currency, locale) + QChar(QChar::Nbsp) + currencySign(currency);
}

QString quantity(qint64 thousandths, const QLocale &locale)
{
    QString text = QString::fromLatin1(formatQuantity(thousandths));
    return text.replace(QLatin1Char('.'), locale.decimalPoint());
}

QString groupedQuantity(qint64 thousandths, const QLocale &locale)
{
    constexpr qint64 whole = 1000;
    const QString text = quantity(thousandths, locale);
    const qsizetype point = text.indexOf(locale.decimalPoint());
    return locale.toString(thousandths / whole) + (point < 0 ? QString() : text.mid(point));
}

std::optional<qint64> readAmount(const QString &text, const Currency &currency)
{
    QString ungrouped = text;
    // Where thousands are grouped by commas, "41,200" is what amount() itself writes; "12,50" stays a decimal.
    if (QLocale().groupSeparator() == u",") {
        static const QRegularExpression group(QStringLiteral("(?<=\\d),(?=\\d{3}(?!\\d))"));
        ungrouped.remove(group);
    }
    const QByteArray plain = plainNumber(ungrouped);
    if (plain.isEmpty())
        return std::nullopt;
    const Result<qint64> minor = parseMajorUnits(plain, currency);
    return minor ? std::optional(*minor) : std::nullopt;
}

std::optional<qint64> readQuantity(const QString &text)
{
    const QByteArray plain = plainNumber(text);
    if (plain.isEmpty())
        return std::nullopt;
    const Result<qint64> thousandths = parseQuantity(plain);
    return thousandths ? std::optional(*thousandths) : std::nullopt;
}

QString age(qint64 milliseconds)
{
    const qint64 seconds = std::max<qint64>(0, milliseconds / 1000);
    const QString rest = QStringLiteral("%1").arg(seconds % 60, 2, 10, QLatin1Char('0'));
    if (seconds < 3600)
        return QStringLiteral("%1:%2").arg(seconds / 60).arg(rest);
    return QStringLiteral("%1:%2:%3").arg(seconds / 3600).arg(seconds / 60 % 60, 2, 10, QLatin1Char('0')).arg(rest);
}

QString maskedPhone(const QString &phone)
{
    QString digits;
    for (const QChar letter : phone) {
        if (letter.isDigit())
            digits += letter;
    }
    if (digits.size() < 9)
        return phone.isEmpty() ? QString() : QStringLiteral("••• ") + digits.right(2);
    const QString plus = phone.startsWith(QLatin1Char('+')) ? QStringLiteral("+") : QString();
    return plus + digits.left(digits.size() - 10) + (digits.size() > 10 ? QStringLiteral(" ") : QString()) +
           digits.mid(std::max<qsizetype>(0, digits.size() - 10), 3) + QStringLiteral(" ••• ") +
           digits.mid(digits.size() - 4, 2) + QLatin1Char(' ') + digits.right(2);
}

QString initials(const QString &name)
{
    QString letters;
    for (const QString &word : name.split(u' ', Qt::SkipEmptyParts)) {
        // A letter may be two units long.
        const int size = word.front().isHighSurrogate() ? 2 : 1;
        letters += word.left(size).toUpper();
        if (letters.size() >= 2)
            break;
    }
    return letters;
}

} // namespace oshaq::formats

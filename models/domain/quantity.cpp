// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/quantity.h"

namespace oshaq {

namespace {

constexpr int quantityPlaces = 3;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

Error refused(const QString &why)
{
    return {ErrorCode::ValidationFailed, why, {}};
}

} // namespace

Result<qint64> parseQuantity(QByteArrayView text)
{
    const QString plain =
        QStringLiteral("A quantity is a positive plain decimal number with at most three places, such as 2 or 0.5.");
    const qsizetype size = text.size();
    qsizetype at = 0;
    qint64 thousandths = 0;
    bool tooLarge = false;
    const auto take = [&thousandths, &tooLarge](int digit) {
        if (thousandths > maxQuantityThousandths)
            tooLarge = true;
        else
            thousandths = thousandths * 10 + digit;
    };
    if (size == 0 || !isDigit(text[0]))
        return refused(plain);
    while (at < size && isDigit(text[at]))
        take(text[at++] - '0');
    int places = 0;
    if (at < size && text[at] == '.') {
        ++at;
        if (at >= size || !isDigit(text[at]))
            return refused(plain);
        while (at < size && isDigit(text[at])) {
            if (++places > quantityPlaces)
                return refused(plain);
            take(text[at++] - '0');
        }
    }
    if (at != size)
        return refused(plain);
    for (; places < quantityPlaces; ++places)
        take(0);
    if (tooLarge || thousandths > maxQuantityThousandths)
        return refused(QStringLiteral("A quantity is at most 1000000."));
    if (thousandths == 0)
        return refused(QStringLiteral("A quantity is more than zero."));
    return thousandths;
}

QByteArray formatQuantity(qint64 thousandths)
{
    const bool negative = thousandths < 0;
    const quint64 magnitude =
        negative ? quint64{0} - static_cast<quint64>(thousandths) : static_cast<quint64>(thousandths);
    QByteArray text = QByteArray::number(magnitude / 1000);
    if (const quint64 rest = magnitude % 1000; rest != 0) {
        QByteArray fraction = QByteArray::number(rest).rightJustified(quantityPlaces, '0');
        while (fraction.endsWith('0'))
            fraction.chop(1);
        text += '.' + fraction;
    }
    return negative ? '-' + text : text;
}

Result<void> checkQuantityStep(qint64 thousandths, qint64 stepThousandths)
{
    const qint64 step = stepThousandths > 0 ? stepThousandths : defaultQuantityStep;
    if (thousandths > 0 && thousandths % step == 0)
        return {};
    return Error{ErrorCode::QuantityOffStep,
                 QStringLiteral("The quantity must be a positive multiple of %1.")
                     .arg(QString::fromLatin1(formatQuantity(step))),
                 {}};
}

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/totp.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>
#include <QUrl>
#include <QtEndian>

namespace oshaq {

qint64 totp::stepAt(qint64 ms)
{
    return ms / stepMs;
}

QString totp::code(const QByteArray &secret, qint64 step, int length)
{
    QByteArray message(8, '\0');
    qToBigEndian(step, message.data());
    const QByteArray hash = QMessageAuthenticationCode::hash(message, secret, QCryptographicHash::Sha1);
    // RFC 4226, section 5.3: four bytes from where the last one points.
    const auto offset = qsizetype{static_cast<uchar>(hash.back()) & 0x0f};
    const quint32 binary = qFromBigEndian<quint32>(hash.constData() + offset) & 0x7fffffff;
    quint32 modulus = 1;
    for (int i = 0; i < length; ++i)
        modulus *= 10;
    return QString::number(binary % modulus).rightJustified(length, u'0');
}

std::optional<qint64> totp::accept(const QByteArray &secret, const QString &given, qint64 nowMs, qint64 lastStep)
{
    const qint64 now = stepAt(nowMs);
    for (const qint64 step : {now - 1, now, now + 1}) {
        if (step > lastStep && code(secret, step) == given)
            return step;
    }
    return std::nullopt;
}

QString totp::secretText(const QByteArray &secret)
{
    static constexpr char alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    QString text;
    quint32 bits = 0;
    int count = 0;
    for (const char byte : secret) {
        bits = (bits << 8) | static_cast<uchar>(byte);
        count += 8;
        while (count >= 5) {
            count -= 5;
            text += QLatin1Char(alphabet[(bits >> count) & 31]);
        }
    }
    if (count > 0)
        text += QLatin1Char(alphabet[(bits << (5 - count)) & 31]);
    return text;
}

QString totp::uri(const QByteArray &secret, const QString &issuer, const QString &account)
{
    const auto encoded = [](const QString &text) { return QString::fromLatin1(QUrl::toPercentEncoding(text)); };
    return QStringLiteral("otpauth://totp/%1:%2?secret=%3&issuer=%1&algorithm=SHA1&digits=6&period=30")
        .arg(encoded(issuer), encoded(account), secretText(secret));
}

} // namespace oshaq

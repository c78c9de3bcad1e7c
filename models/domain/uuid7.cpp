// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/uuid7.h"

#include <QRandomGenerator>

#include <array>

namespace oshaq {

QString makeUuid7(qint64 nowMs)
{
    QRandomGenerator *random = QRandomGenerator::system();
    const quint64 high = random->generate64();
    return QString::fromLatin1(uuid7Text(nowMs, high, random->generate64()));
}

QByteArray uuid7Text(qint64 nowMs, quint64 high, quint64 low)
{
    const auto time = static_cast<quint64>(nowMs < 0 ? 0 : nowMs);
    std::array<quint8, 16> bytes{};
    for (std::size_t i = 0; i < 6; ++i)
        bytes[i] = static_cast<quint8>(time >> (40 - 8 * i));
    bytes[6] = static_cast<quint8>(0x70 | ((high >> 8) & 0x0f));
    bytes[7] = static_cast<quint8>(high);
    for (std::size_t i = 0; i < 8; ++i)
        bytes[8 + i] = static_cast<quint8>(low >> (8 * i));
    bytes[8] = static_cast<quint8>(0x80 | (bytes[8] & 0x3f));

    static constexpr char digits[] = "0123456789abcdef";
    QByteArray text(36, Qt::Uninitialized);
    char *at = text.data();
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10)
            *at++ = '-';
        *at++ = digits[bytes[i] >> 4];
        *at++ = digits[bytes[i] & 0x0f];
    }
    return text;
}

bool isUuid(QStringView text)
{
    if (text.size() != 36)
        return false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char16_t c = text.at(i).unicode();
        if (i == 8 || i == 13 || i == 18 || i == 23) {
            if (c != u'-')
                return false;
        } else if (!((c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F'))) {
            return false;
        }
    }
    return true;
}

} // namespace oshaq

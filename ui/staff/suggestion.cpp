// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/staff/suggestion.h"

#include "models/domain/credentials.h"

#include <QRandomGenerator>

namespace oshaq {

QString suggestedPin(QRandomGenerator &random)
{
    constexpr int digits = 6;
    QString pin;
    do {
        pin.clear();
        for (int i = 0; i < digits; ++i)
            pin += QChar(u'0' + random.bounded(10));
    } while (!checkPin(pin));
    return pin;
}

QString suggestedPassword(QRandomGenerator &random)
{
    // Without letters and digits that look or sound like others.
    static const QString letters = QStringLiteral("abcdefghkmnpqrstuvwxyz2345679");
    constexpr int groups = 4;
    constexpr int groupSize = 4;
    QString password;
    for (int i = 0; i < groups * groupSize; ++i) {
        if (i > 0 && i % groupSize == 0)
            password += u'-';
        password += letters.at(random.bounded(int(letters.size())));
    }
    return password;
}

} // namespace oshaq

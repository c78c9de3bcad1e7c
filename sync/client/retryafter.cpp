// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/client/retryafter.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>

namespace oshaq {

qint64 retryAfterMs(const QByteArray &header, qint64 nowMs, qint64 maxMs)
{
    bool isNumber = false;
    const qint64 seconds = header.toLongLong(&isNumber);
    if (isNumber)
        return seconds <= 0 ? 0 : std::min(maxMs, std::min(seconds, maxMs / 1000 + 1) * 1000);
    QDateTime date =
        QLocale::c().toDateTime(QString::fromLatin1(header), QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"));
    if (!date.isValid())
        return 0;
    date.setTimeSpec(Qt::UTC);
    return std::clamp<qint64>(date.toMSecsSinceEpoch() - nowMs, 0, maxMs);
}

} // namespace oshaq

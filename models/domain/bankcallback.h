// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace oshaq {

/// What the bank is given with a payment and sends back with its callback: only who knows the client's secret can make
/// it, and it is another one for each invoice. A callback that brings it is worth asking the bank for; it is no proof.
QByteArray bankCallbackHash(const QString &clientSecret, qint64 invoice);
/// In constant time.
bool isBankCallbackHash(const QByteArray &given, const QString &clientSecret, qint64 invoice);

/// As banks want it: 6 to 15 digits.
QString bankInvoiceText(qint64 invoice);
/// 0: it is none of ours.
qint64 bankInvoiceFromText(QStringView text);

} // namespace oshaq

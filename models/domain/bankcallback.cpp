// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/bankcallback.h"

#include <QMessageAuthenticationCode>

#include <algorithm>

namespace oshaq {

namespace {

constexpr int leastDigits = 6;
constexpr qsizetype mostDigits = 15;

} // namespace

QByteArray bankCallbackHash(const QString &clientSecret, qint64 invoice)
{
    return QMessageAuthenticationCode::hash("oshaq.bank.callback.1:" + QByteArray::number(invoice),
                                            clientSecret.toUtf8(), QCryptographicHash::Sha256)
        .toHex();
}

bool isBankCallbackHash(const QByteArray &given, const QString &clientSecret, qint64 invoice)
{
    const QByteArray wanted = bankCallbackHash(clientSecret, invoice);
    if (given.size() != wanted.size())
        return false;
    int differences = 0;
    for (qsizetype i = 0; i < wanted.size(); ++i)
        differences |= given[i] ^ wanted[i];
    return differences == 0;
}

QString bankInvoiceText(qint64 invoice)
{
    return QString::number(invoice).rightJustified(leastDigits, u'0');
}

qint64 bankInvoiceFromText(QStringView text)
{
    const bool fits = text.size() >= leastDigits && text.size() <= mostDigits &&
                      std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    return fits ? text.toLongLong() : 0;
}

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/addresslist.h"

#include <QRegularExpression>

#include <algorithm>

namespace oshaq {

namespace {

QHostAddress plain(const QHostAddress &address)
{
    bool isIPv4 = false;
    const quint32 ipv4 = address.toIPv4Address(&isIPv4);
    return isIPv4 ? QHostAddress(ipv4) : address;
}

bool hasHostBits(const QHostAddress &address, int length)
{
    if (address.protocol() == QAbstractSocket::IPv4Protocol)
        return length < 32 && (address.toIPv4Address() & (0xffffffffu >> length)) != 0;
    const Q_IPV6ADDR bytes = address.toIPv6Address();
    for (int bit = length; bit < 128; ++bit) {
        if (bytes[bit / 8] & (0x80 >> (bit % 8)))
            return true;
    }
    return false;
}

} // namespace

Result<AddressList> AddressList::fromText(const QString &text)
{
    static const QRegularExpression separators(QStringLiteral("[\\s,]+"));
    static const QRegularExpression shape(QStringLiteral("^([0-9.]+|[0-9a-fA-F:.]+)(?:/([0-9]{1,3}))?$"));
    AddressList list;
    for (const QString &entry : text.split(separators, Qt::SkipEmptyParts)) {
        const auto match = shape.match(entry);
        QHostAddress address;
        const bool dotted = !match.captured(1).contains(u':');
        // QHostAddress also reads "10" and "10.1" as addresses; a person who writes that means something else.
        const bool wellFormed = match.hasMatch() && (!dotted || match.captured(1).count(u'.') == 3) &&
                                address.setAddress(match.captured(1));
        const int bits = address.protocol() == QAbstractSocket::IPv4Protocol ? 32 : 128;
        const int length = match.captured(2).isEmpty() ? bits : match.captured(2).toInt();
        if (!wellFormed || length > bits || hasHostBits(address, length)) {
            return Error{ErrorCode::ValidationFailed,
                         QStringLiteral("\"%1\" is no address or network such as 192.168.1.0/24.").arg(entry.left(60)),
                         {}};
        }
        list.m_networks.emplace_back(plain(address), length);
    }
    return list;
}

bool AddressList::contains(const QHostAddress &address) const
{
    const QHostAddress wanted = plain(address);
    return std::any_of(m_networks.begin(), m_networks.end(), [&wanted](const auto &network) {
        return wanted.protocol() == network.first.protocol() && wanted.isInSubnet(network);
    });
}

QHostAddress clientAddress(const QHostAddress &peer, const QByteArray &forwardedFor, const AddressList &trustedProxies)
{
    QHostAddress client = plain(peer);
    QList<QByteArray> hops = forwardedFor.split(',');
    while (!hops.isEmpty() && trustedProxies.contains(client)) {
        QHostAddress next;
        if (!next.setAddress(QString::fromLatin1(hops.takeLast().trimmed())))
            break;
        client = plain(next);
    }
    return client;
}

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/huburls.h"

#include <QHostAddress>
#include <QNetworkInterface>

#include <algorithm>

namespace oshaq {

namespace {

QString urlOf(const ApiShared &shared, QHostAddress address)
{
    // Where an address stands is for nobody but this machine.
    address.setScopeId({});
    const bool isV6 = address.protocol() == QAbstractSocket::IPv6Protocol;
    return (shared.options.http.tls ? QStringLiteral("https://") : QStringLiteral("http://")) +
           (isV6 ? QStringLiteral("[%1]") : QStringLiteral("%1")).arg(address.toString()) +
           QStringLiteral(":%1").arg(shared.port.load());
}

} // namespace

QStringList hubUrls(const ApiShared &shared)
{
    const QHostAddress own = shared.options.http.address;
    const bool isAnyV4 = own == QHostAddress(QHostAddress::AnyIPv4);
    const bool isAny = isAnyV4 || own == QHostAddress(QHostAddress::AnyIPv6) || own == QHostAddress(QHostAddress::Any);
    if (!isAny)
        return {urlOf(shared, own)};
    QStringList urls;
    for (const QHostAddress &address : QNetworkInterface::allAddresses()) {
        const bool isV6 = address.protocol() == QAbstractSocket::IPv6Protocol;
        if (!address.isLoopback() && !address.isLinkLocal() && !(isV6 && isAnyV4))
            urls.append(urlOf(shared, address));
    }
    return urls;
}

QString hubUrlForScreens(const ApiShared &shared)
{
    const QStringList urls = hubUrls(shared);
    const auto readable =
        std::find_if(urls.begin(), urls.end(), [](const QString &url) { return !url.contains(u'['); });
    return readable == urls.end() ? urls.value(0) : *readable;
}

} // namespace oshaq

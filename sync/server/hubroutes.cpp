// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/routes.h"

#include "sync/protocol/outputs.h"
#include "sync/protocol/sitejson.h"
#include "sync/server/apijson.h"
#include "sync/server/apishared.h"
#include "sync/server/apithread.h"
#include "sync/server/routebuilder.h"

#include <QDir>
#include <QFileInfo>
#include <QNetworkInterface>

namespace oshaq::routes {

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

/// Of a server that listens on every address, those by which other machines reach it.
QStringList urlsOf(const ApiShared &shared)
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

Flow hubFacts(ApiThread &thread, const ExchangePtr &exchange)
{
    const ApiShared &shared = thread.shared();
    HubFacts facts;
    facts.version = QStringLiteral(OSHAQ_VERSION);
    facts.urls = urlsOf(shared);
    facts.startedAtMs = shared.startedAtMs;
    facts.onlyThisComputer = shared.options.http.address.isLoopback();
    facts.databaseBytes = QFileInfo(QDir(shared.hub.directory()).filePath(QStringLiteral("hub.db"))).size();
    JsonWriter json;
    writeHubFacts(json, facts);
    apijson::succeed(*exchange, 200, json.take(), QStringLiteral("OK"));
    return Flow::Answer;
}

} // namespace

std::vector<Route> hubRoutes()
{
    using namespace routing;
    return {
        summed(get("/admin/hub", "admin.hub", only(managers), {}, answers("HubFacts", outputs::hubFacts()), hubFacts),
               "Where this hub answers, since when, and how large its record is"),
    };
}

} // namespace oshaq::routes

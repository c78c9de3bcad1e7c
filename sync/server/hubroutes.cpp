// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/routes.h"

#include "sync/protocol/outputs.h"
#include "sync/protocol/sitejson.h"
#include "sync/server/apijson.h"
#include "sync/server/apishared.h"
#include "sync/server/apithread.h"
#include "sync/server/huburls.h"
#include "sync/server/routebuilder.h"

#include <QDir>
#include <QFileInfo>

namespace oshaq::routes {

namespace {

Flow hubFacts(ApiThread &thread, const ExchangePtr &exchange)
{
    const ApiShared &shared = thread.shared();
    HubFacts facts;
    facts.version = QStringLiteral(OSHAQ_VERSION);
    facts.urls = hubUrls(shared);
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

// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/routes.h"

#include "sync/server/apijson.h"
#include "sync/server/apithread.h"
#include "sync/server/openapi.h"
#include "sync/server/routebuilder.h"

#include <QFile>

namespace oshaq::routes {

namespace {

/// The page loads its own script and style, asks this hub, and nothing else.
constexpr const char *pagePolicy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
                                   "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

Flow openApiDocument(ApiThread &, const ExchangePtr &exchange)
{
    // The table never changes while the program runs.
    static const QByteArray documents[] = {openapi::document(RouteTable::routes(), 1),
                                           openapi::document(RouteTable::routes(), 2)};
    const bool second = queryValue(exchange->query, u"version") == u"2";
    exchange->response.body = documents[second ? 1 : 0];
    return Flow::Answer;
}

Flow sendPage(Exchange &exchange, const QString &name, const QByteArray &mediaType)
{
    QFile file(QStringLiteral(":/web/") + name);
    if (!file.open(QIODevice::ReadOnly)) {
        exchange.refuse(ErrorCode::Internal, QStringLiteral("%1 is missing from the program").arg(file.fileName()));
        return Flow::Answer;
    }
    exchange.response.body = file.readAll();
    exchange.response.contentType = mediaType;
    exchange.addHeader("Content-Security-Policy", pagePolicy);
    exchange.addHeader("Cache-Control", "no-cache");
    return Flow::Answer;
}

Flow docsPage(ApiThread &, const ExchangePtr &exchange)
{
    return sendPage(*exchange, QStringLiteral("docs.html"), "text/html; charset=utf-8");
}

Flow docsStyle(ApiThread &, const ExchangePtr &exchange)
{
    return sendPage(*exchange, QStringLiteral("docs.css"), "text/css; charset=utf-8");
}

Flow docsScript(ApiThread &, const ExchangePtr &exchange)
{
    return sendPage(*exchange, QStringLiteral("docs.js"), "text/javascript; charset=utf-8");
}

} // namespace

std::vector<Route> documentRoutes()
{
    using namespace routing;
    return {
        site(get("/openapi.json", "openapi", everybody(), {queryField("version", Schema::integer(1, 2))},
                 answersWith("OpenApi", "application/json"), openApiDocument)),
        site(get("/docs", "docs", everybody(), {}, answersWith("DocsPage", "text/html"), docsPage)),
        site(get("/docs/docs.css", "docs.style", everybody(), {}, answersWith("DocsStyle", "text/css"), docsStyle)),
        site(get("/docs/docs.js", "docs.script", everybody(), {}, answersWith("DocsScript", "text/javascript"),
                 docsScript)),
    };
}

} // namespace oshaq::routes

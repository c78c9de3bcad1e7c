// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/caller.h"

#include "models/hub/catalogservice.h"
#include "sync/server/apithread.h"
#include "sync/server/middleware.h"

namespace oshaq {

Result<void> caller::readToken(ApiThread &thread, Exchange &exchange)
{
    exchange.token = middleware::bearerToken(exchange.request.header("authorization"));
    if (exchange.token.isEmpty())
        return {};
    auto principal = thread.authenticate(exchange.token);
    if (!principal)
        return principal.error();
    exchange.principal = std::move(principal).value();
    return {};
}

Result<qint64> caller::businessOf(ApiThread &thread, const Exchange &exchange)
{
    if (exchange.principal)
        return exchange.principal->businessId;
    auto database = thread.reader();
    if (!database)
        return database.error();
    const JsonValue &named = exchange.body[u"business"];
    const auto business =
        named.isNumber() ? catalogreads::business(**database, named.integer()) : catalogreads::onlyBusiness(**database);
    if (!business)
        return business.error();
    return business->id;
}

} // namespace oshaq

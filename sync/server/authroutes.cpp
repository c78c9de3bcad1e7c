// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/routes.h"

#include "models/hub/accessservice.h"
#include "models/hub/attemptlock.h"
#include "models/hub/guestservice.h"
#include "sync/protocol/commandjson.h"
#include "sync/protocol/outputs.h"
#include "sync/server/apithread.h"
#include "sync/server/caller.h"
#include "sync/server/guestanswers.h"
#include "sync/server/routebuilder.h"

namespace oshaq::routes {

namespace {

/// The code says whose table it is: a token that comes with it counts for nothing.
Flow sitDown(ApiThread &thread, const ExchangePtr &exchange)
{
    const JsonValue &body = exchange->body;
    return thread.submitThen(
        exchange,
        [code = body[u"table_code"].string(), name = cleanText(body[u"name"].string()),
         phone = cleanText(body[u"phone"].string()), address = QString::fromLatin1(exchange->request.remoteAddress)](
            WriteContext &context) { return guestwrites::byTableCode(context, code, name, phone, address); },
        [](ApiThread &, const ExchangePtr &waiting, const Result<WriteOutcome> &outcome) {
            if (!outcome)
                return refuse(*waiting, outcome.error());
            if (outcome->code == 401) {
                waiting->refuse(ErrorCode::CredentialsWrong, QStringLiteral("No table has this code now."));
                return Flow::Answer;
            }
            return guestanswers::session(*waiting, *outcome, QStringLiteral("Guest created"));
        });
}

/// Whose devices bring guests in.
Result<void> checkDevice(ApiThread &thread, Exchange &exchange)
{
    if (const auto read = caller::readToken(thread, exchange); !read)
        return read.error();
    if (!exchange.principal) {
        return Error{ErrorCode::Unauthenticated, QStringLiteral("Send a table's code, or the token of a device."), {}};
    }
    const Permission devices =
        routing::only(routing::staffRoles, kindBit(Principal::Kind::Business) | kindBit(Principal::Kind::Terminal));
    if (devices.allows(*exchange.principal))
        return {};
    return Error{ErrorCode::Forbidden, QStringLiteral("Only a device of the restaurant brings guests in."), {}};
}

Flow createGuest(ApiThread &thread, const ExchangePtr &exchange)
{
    if (!exchange->body[u"table_code"].isNull())
        return sitDown(thread, exchange);
    if (const auto checked = checkDevice(thread, *exchange); !checked)
        return refuse(*exchange, checked.error());
    const QString name = cleanText(exchange->body[u"name"].string()).trimmed();
    if (name.isEmpty()) {
        exchange->refuse(ErrorCode::ValidationFailed, QStringLiteral("The request is wrong in one place."),
                         {{QStringLiteral("name"), QStringLiteral("is required")}});
        return Flow::Answer;
    }
    const QString phone = cleanText(exchange->body[u"phone"].string()).trimmed();
    return thread.submitThen(
        exchange, [name, phone](WriteContext &context) { return accesswrites::createGuest(context, name, phone); },
        [](ApiThread &, const ExchangePtr &waiting, const Result<WriteOutcome> &outcome) {
            if (!outcome)
                return refuse(*waiting, outcome.error());
            return guestanswers::session(*waiting, *outcome, QStringLiteral("Guest created"));
        });
}

} // namespace

std::vector<Route> authRoutes()
{
    using namespace routing;
    return {
        summed(handsOutSecrets(write("POST", "/auth/guest", "auth.guest", everybody(), Route::Body::Required,
                                     guestSessionSchema(), created(answers("GuestSession", outputs::guestSession())),
                                     createGuest)),
               "A new guest: by the code of a table, or brought in by a device of the restaurant"),
    };
}

} // namespace oshaq::routes

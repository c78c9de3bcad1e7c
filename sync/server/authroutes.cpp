// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/routes.h"

#include "models/domain/timetext.h"
#include "models/hub/accessservice.h"
#include "sync/protocol/commandjson.h"
#include "sync/protocol/outputs.h"
#include "sync/server/apijson.h"
#include "sync/server/apithread.h"
#include "sync/server/routebuilder.h"

namespace oshaq::routes {

namespace {

Flow createGuest(ApiThread &thread, const ExchangePtr &exchange)
{
    if (!exchange->body[u"table_code"].isNull()) {
        exchange->refuse(ErrorCode::ValidationFailed, QStringLiteral("Table codes are not set up here."),
                         {{QStringLiteral("table_code"), QStringLiteral("no table has a code")}});
        return Flow::Answer;
    }
    const QString name = cleanText(exchange->body[u"name"].string()).trimmed();
    if (name.isEmpty()) {
        exchange->refuse(ErrorCode::ValidationFailed, QStringLiteral("The request is wrong in one place."),
                         {{QStringLiteral("name"), QStringLiteral("is required")}});
        return Flow::Answer;
    }
    const QString phone = cleanText(exchange->body[u"phone"].string()).trimmed();
    return thread.submit(
        exchange, [name, phone](WriteContext &context) { return accesswrites::createGuest(context, name, phone); },
        [](ApiThread &, Exchange &done, const WriteOutcome &outcome) -> Result<void> {
            if (outcome.secret.isEmpty() || outcome.values.empty())
                return Error{ErrorCode::Internal, QStringLiteral("createGuest gave no token"), {}};
            JsonWriter json;
            json.beginObject();
            json.key("access_token").value(outcome.secret);
            json.key("token_type").value(QStringLiteral("Bearer"));
            json.key("expires_at").value(isoUtc(outcome.values.front()));
            json.key("user_id").value(outcome.entityId);
            json.endObject();
            apijson::succeed(done, 201, json.take(), QStringLiteral("Guest created"));
            return {};
        });
}

} // namespace

std::vector<Route> authRoutes()
{
    using namespace routing;
    const Permission devices =
        only(staffRoles, kindBit(Principal::Kind::Business) | kindBit(Principal::Kind::Terminal));
    return {
        handsOutSecrets(write("POST", "/auth/guest", "auth.guest", devices, Route::Body::Required,
                              guestSessionSchema(), created(answers("GuestSession", outputs::guestSession())), createGuest)),
    };
}

} // namespace oshaq::routes

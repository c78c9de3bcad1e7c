// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/guestanswers.h"

#include "models/domain/timetext.h"
#include "sync/server/apijson.h"

namespace oshaq {

Flow guestanswers::session(Exchange &exchange, const WriteOutcome &outcome, const QString &message)
{
    if (outcome.secret.isEmpty() || outcome.values.empty()) {
        exchange.refuse(ErrorCode::Internal, QStringLiteral("a guest without a token"));
        return Flow::Answer;
    }
    JsonWriter json;
    json.beginObject();
    json.key("access_token").value(outcome.secret);
    json.key("token_type").value(QStringLiteral("Bearer"));
    json.key("expires_at").value(isoUtc(outcome.values.front()));
    json.key("user_id").value(outcome.entityId);
    json.endObject();
    apijson::succeed(exchange, outcome.code, json.take(), message);
    return Flow::Answer;
}

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/error.h"
#include "models/hub/orderservice.h"
#include "models/hub/principal.h"
#include "models/hub/writer.h"
#include "models/runtime/tracer.h"
#include "sync/protocol/json.h"
#include "sync/server/httpmessage.h"
#include "sync/server/requesthandler.h"
#include "sync/server/target.h"

#include <QElapsedTimer>

#include <memory>
#include <optional>
#include <vector>

namespace oshaq {

struct Route;

/// What a step or a route wants next.
enum class Flow
{
    Next,    ///< go on with the next step
    Answer,  ///< the answer stands in Exchange::response or Exchange::error
    Pending, ///< ApiThread::finish() will be called later, on the same thread
};

/// What a request line means.
struct ReadTarget
{
    int apiVersion = 1;            ///< 1 or 2
    bool underApi = false;         ///< /api/...; else the site's own paths such as /health/live
    std::vector<QString> segments; ///< decoded, without "api" and the version
    const Route *route = nullptr;
    OrderRef orderRef; ///< `{id}` of the path
    QString pathText;  ///< the path's other parameter
    QueryValues query;
    /// `{id}` of a row that only a number names; 0, which no row has, when the path has a uuid.
    qint64 rowId() const { return orderRef.id; }
};

/// One request on its way through the middleware and back. Each step fills in what the later ones need; it stays on
/// its HTTP thread from beginning to end.
struct Exchange : ReadTarget
{
    HttpRequest request;
    Respond respond; ///< empty for an upgrade
    bool isUpgrade = false;
    QElapsedTimer watch; ///< started when the API got the request

    QByteArray requestId;
    QByteArray traceId;
    std::optional<TraceContext> span; ///< of this request, while somebody traces
    QByteArray parentSpanId;          ///< of whoever asked; empty: nobody traces there
    qint64 beganUs = 0;               ///< likewise; UTC

    bool isTargetKnown = false; ///< the whole ReadTarget was read and checked before

    QByteArray token; ///< kept for live sessions, which check it again
    std::optional<Principal> principal;
    JsonValue body; ///< an empty object when the body is optional and was left out
    std::optional<IdempotencyClaim> claim;

    /// A success before its envelope, which differs between versions of the API.
    struct Success
    {
        QByteArray data; ///< JSON as v1 writes it
        QString message;
        QByteArray meta; ///< JSON object, or empty
        /// When the clock alone makes it another one, in ms UTC; 0: never.
        qint64 untilMs = 0;
        QByteArray v1 = {}; ///< data and meta in the envelope of v1, when that was made before
    };
    std::optional<Success> success;
    HttpResponse response;      ///< of the route; headers may come from any step
    std::optional<Error> error; ///< set by the step that refused
    std::unique_ptr<LiveSession> session;

    QList<QByteArray> rateLimitPolicies; ///< of every limit that counted this request, for the headers
    QList<QByteArray> rateLimits;

    qint64 databaseNs = 0; ///< how long SQLite worked for it: its reads, its command and the commit of that

    size_t stepsEntered = 0; ///< how many steps want to see the answer

    void addHeader(QByteArray name, QByteArray value) { response.headers.append({std::move(name), std::move(value)}); }

    void refuse(ErrorCode code, const QString &message, std::vector<ErrorDetail> details = {})
    {
        error = Error{code, message, std::move(details)};
    }
};

using ExchangePtr = std::shared_ptr<Exchange>;

/// What a step that refuses ends with; with Retry-After when it is a refusal only for a while.
Flow refuse(Exchange &exchange, const Error &error);

} // namespace oshaq

// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/server/routes.h"

#include "models/hub/integrationservice.h"
#include "sync/protocol/integrationjson.h"
#include "sync/protocol/outputs.h"
#include "sync/server/apijson.h"
#include "sync/server/apithread.h"
#include "sync/server/ifmatch.h"
#include "sync/server/routebuilder.h"

namespace oshaq::routes {

namespace {

/// Longer than any integration's own time-out, so that its reason arrives.
constexpr int testTimeoutMs = 45'000;

Result<IntegrationKind> kindOf(const Exchange &exchange)
{
    if (const auto kind = integrationKindFromText(exchange.pathText))
        return *kind;
    return Error{ErrorCode::NotFound, QStringLiteral("There is no such integration."), {}};
}

Flow listIntegrations(ApiThread &thread, const ExchangePtr &exchange)
{
    auto database = thread.reader();
    if (!database)
        return refuse(*exchange, database.error());
    const qint64 businessId = exchange->principal->businessId;
    const auto integrations = integrationreads::all(**database, thread.hub().secrets(), businessId);
    if (!integrations)
        return refuse(*exchange, integrations.error());
    JsonWriter json;
    json.beginArray();
    for (const Integration &integration : *integrations)
        writeIntegration(json, integration, thread.hub().integrations().health(businessId, integration.kind));
    json.endArray();
    apijson::succeed(*exchange, 200, json.take(), QStringLiteral("OK"), R"({"next_cursor":null})");
    return Flow::Answer;
}

Result<void> render(ApiThread &thread, Exchange &exchange, IntegrationKind kind, const QString &message)
{
    auto database = thread.reader();
    if (!database)
        return database.error();
    const qint64 businessId = exchange.principal->businessId;
    const auto integration = integrationreads::one(**database, thread.hub().secrets(), businessId, kind);
    if (!integration)
        return integration.error();
    JsonWriter json;
    writeIntegration(json, *integration, thread.hub().integrations().health(businessId, kind));
    exchange.addHeader("ETag", '"' + QByteArray::number(integration->version) + '"');
    apijson::succeed(exchange, 200, json.take(), message);
    return {};
}

Flow oneIntegration(ApiThread &thread, const ExchangePtr &exchange)
{
    const auto kind = kindOf(*exchange);
    if (!kind)
        return refuse(*exchange, kind.error());
    const auto rendered = render(thread, *exchange, *kind, QStringLiteral("OK"));
    return rendered ? Flow::Answer : refuse(*exchange, rendered.error());
}

Flow putIntegration(ApiThread &thread, const ExchangePtr &exchange)
{
    const auto kind = kindOf(*exchange);
    if (!kind)
        return refuse(*exchange, kind.error());
    const auto version = requiredVersion(*exchange);
    if (!version)
        return refuse(*exchange, version.error());
    const JsonValue &body = exchange->body;
    IntegrationEdit edit;
    if (body[u"enabled"].isBool())
        edit.enabled = body[u"enabled"].boolean();
    edit.config = readIntegrationValues(body[u"config"]);
    edit.secrets = readIntegrationValues(body[u"secrets"]);
    return thread.submit(
        exchange,
        [kind = *kind, edit, seen = *version, &secrets = thread.hub().secrets(),
         privateUrls = thread.shared().options.privateWebhooks](WriteContext &context) {
            return integrationwrites::put(context, secrets, kind, edit, seen, privateUrls);
        },
        [kind = *kind](ApiThread &owner, Exchange &done, const WriteOutcome &) {
            return render(owner, done, kind, QStringLiteral("Integration updated"));
        });
}

Flow answerTrial(Exchange &exchange, const IntegrationTrial &trial)
{
    JsonWriter json;
    json.beginObject();
    json.key("ok").value(trial.ok);
    json.key("message").value(trial.message);
    json.endObject();
    apijson::succeed(exchange, 200, json.take(),
                     trial.ok ? QStringLiteral("It works") : QStringLiteral("It does not work"));
    return Flow::Answer;
}

/// Notes what came of the test; the answer is the test's own, also when the note is a replay.
Flow noteTrial(ApiThread &thread, const ExchangePtr &exchange, IntegrationKind kind, const IntegrationTrial &trial)
{
    const IntegrationState state = trial.ok ? IntegrationState::Working : IntegrationState::Failing;
    return thread.submitThen(
        exchange,
        [businessId = exchange->principal->businessId, kind, state, reason = trial.message](WriteContext &context) {
            return integrationwrites::noteState(context, businessId, kind, state, reason);
        },
        [trial](ApiThread &, const ExchangePtr &done, const Result<WriteOutcome> &noted) {
            return noted ? answerTrial(*done, trial) : refuse(*done, noted.error());
        });
}

Flow testIntegration(ApiThread &thread, const ExchangePtr &exchange)
{
    const auto kind = kindOf(*exchange);
    if (!kind)
        return refuse(*exchange, kind.error());
    auto database = thread.reader();
    if (!database)
        return refuse(*exchange, database.error());
    IntegrationTrialRequest request;
    request.businessId = exchange->principal->businessId;
    request.to = cleanText(exchange->body[u"to"].string()).trimmed();
    // What is missing is told here: nothing has to be reached to know it.
    const auto access = integrationreads::accessForTest(**database, thread.hub().secrets(), request.businessId, *kind);
    if (!access) {
        if (access.error().code != ErrorCode::NotConfigured)
            return refuse(*exchange, access.error());
        return answerTrial(*exchange, {false, access.error().message});
    }
    IntegrationBoard &board = thread.hub().integrations();
    return thread.waitFor(
        exchange,
        [&board, kind = *kind, request](const ApiThread::Resume &resume) {
            return board.test(kind, request, [kind, resume](const IntegrationTrial &trial) {
                resume([kind, trial](ApiThread &owner, const ExchangePtr &done) {
                    return noteTrial(owner, done, kind, trial);
                });
            });
        },
        testTimeoutMs,
        [kind = *kind](ApiThread &owner, const ExchangePtr &done, bool began) {
            const IntegrationTrial trial{false,
                                         began ? QStringLiteral("Nothing came back in time.")
                                               : QStringLiteral("This hub cannot try this kind of integration out.")};
            return began ? noteTrial(owner, done, kind, trial) : answerTrial(*done, trial);
        });
}

} // namespace

std::vector<Route> integrationRoutes()
{
    using namespace routing;
    const Permission office = only(managers);
    const Output integration = answers("Integration", outputs::integration());
    return {
        summed(get("/admin/integrations", "admin.integrations.list", office, {},
                   answersList("IntegrationList", outputs::integration()), listIntegrations),
               "The services outside that this business can use, and how each is doing"),
        summed(get("/admin/integrations/{kind}", "admin.integrations.one", office, {}, integration, oneIntegration),
               "One of them; of secrets only whether they are there"),
        summed(write("PUT", "/admin/integrations/{kind}", "admin.integrations.put", office, Route::Body::Required,
                     integrationEditSchema(), integration, putIntegration),
               "Set it up, switch it on or off; secrets go in and never come out"),
        summed(write("POST", "/admin/integrations/{kind}/test", "admin.integrations.test", office,
                     Route::Body::Optional, integrationTestSchema(),
                     answers("IntegrationTrial", outputs::integrationTrial()), testIntegration),
               "Try it out; says the real reason when it does not work"),
    };
}

} // namespace oshaq::routes
